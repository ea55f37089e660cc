"""The form that corrects a theme: its name, what it is joined with, what is taken out, whether it counts."""

from icpbot.domain.decisions import Decision
from icpbot.domain.errors import UsageError
from icpbot.domain.forms import Form, FormName
from icpbot.domain.insights import Insight
from icpbot.domain.reply import Option, Reply
from icpbot.domain.sources import Reader
from icpbot.domain.text import one_line, shorten
from icpbot.domain.themes import Theme
from icpbot.usecases.forms.parts import Dialog, Filled, WrongField, labelled, new_form
from icpbot.usecases.ports import Desk
from icpbot.usecases.showing.themes import decided_reply, theme_with_kind
from icpbot.usecases.themes import LONGEST_LABEL, Hand, merge, reject, rename, split, subject, with_others

MOST = 100
"""Options that a list in a form can have."""
_ALONE = "-"


def _open(reference: str, reader: Reader, desk: Desk, language: str) -> Form:
    """`reference` is the id of a theme."""
    theme, others = with_others(reference, Hand(reader, desk, by=""))
    same = [Option(value=_ALONE, label="–"), *map(_option, others[: MOST - 1])]
    yes_no = tuple(Option(value=v, label=desk.voice.say(f"value-{v}", language)) for v in ("yes", "no"))
    voices = tuple(_voice(insight) for insight in theme.insights[:MOST])
    fields = [
        labelled("theme-name", desk, language, value=theme.label if theme.named else ""),
        labelled("theme-with", desk, language, options=tuple(same), value=_ALONE),
        *([labelled("theme-apart", desk, language, options=voices, several=True)] if len(voices) > 1 else ()),
        labelled("theme-counts", desk, language, options=yes_no, value="yes"),
        labelled("theme-reason", desk, language),
    ]
    return new_form(
        FormName.THEME, desk, language, fields=fields, notice=theme_with_kind(theme, desk, language),
        ids={"theme": theme.id, "was": theme.label if theme.named else ""},
    )  # fmt: skip


def _option(theme: Theme) -> Option:
    return Option(value=theme.id, label=shorten(theme.label, 70))


def _voice(insight: Insight) -> Option:
    """Its words, then whose they are, as far as there is room."""
    who = shorten(insight.account or insight.speaker or "", 20)
    words = shorten(one_line(insight.quote.text), 70 - len(who))
    return Option(value=insight.id, label=f"{words} ({who})" if who else words)


def _check(values: dict[str, str], _desk: Desk) -> None:
    if len(one_line(values.get("theme-name", "")).strip()) > LONGEST_LABEL:
        raise WrongField("theme-name", UsageError("theme-label", most=LONGEST_LABEL))


def _apply(filled: Filled) -> Reply:
    request, reader, desk = filled.request, filled.reader, filled.desk
    done = list(_decided(Hand(reader, desk, by=filled.who, request=request.id), request.values))
    return decided_reply(done, reader, desk=desk, language=filled.language)


def _decided(hand: Hand, values: dict[str, str]) -> list[Decision]:
    """What was filled in, in the order in which it can be done; a theme that is none is nothing else."""
    name = values["theme"]
    if values.get("theme-counts") == "no":
        return [reject(name, hand, values.get("theme-reason"))]
    done: list[Decision] = []
    apart, same = values.get("theme-apart", "").split(), values.get("theme-with", _ALONE)
    if apart:
        done.append(split(name, apart, hand))
        left = subject(done[-1], hand.reader, desk=hand.desk, of=done[-1].other)
        name = left.id if left else name
    if same not in {"", _ALONE}:
        done.append(merge(name, same, hand))
    label = one_line(values.get("theme-name", "")).strip()
    if label and label != values.get("was"):
        done.append(rename(name, label, hand))
    return done


DIALOG = Dialog(_open, _check, _apply)
