"""Themes as lines and buttons, and what became of one that a person changed."""

from collections.abc import Sequence
from itertools import islice

from icpbot.domain.decisions import Decision, Deed, may_know
from icpbot.domain.forms import FormName
from icpbot.domain.insights import InsightKind
from icpbot.domain.reply import Button, Reply
from icpbot.domain.sources import Reader
from icpbot.domain.text import shorten
from icpbot.domain.themes import Theme
from icpbot.domain.voices import called, supporters
from icpbot.usecases.ports import Desk
from icpbot.usecases.themes import subject

SHOWN = 10
LIST, UNDO, REJECTED = "themes", "theme-undo", "rejected"
"""Buttons: the list of a kind, or of what was rejected, and a decision taken back."""
_LABEL = 160
_DONE = {
    Deed.MERGE: "theme-merged", Deed.SPLIT: "theme-split", Deed.RENAME: "theme-renamed",
    Deed.REJECT: "theme-rejected",
}  # fmt: skip


def theme_line(theme: Theme, desk: Desk, language: str) -> str:
    """'“Re-typing delivery notes”: 7 of 12 accounts, asked in 9.' A name that a person gave is no quote."""
    if theme.named:
        key = "count-named-anecdote" if theme.is_anecdote else "count-named"
    else:
        key = "count-anecdote" if theme.is_anecdote else "count-theme"
    line = desk.voice.say(
        key, language, label=shorten(called(theme, language), _LABEL), accounts=theme.accounts,
        of=theme.of_accounts, asked=theme.asked,
    )  # fmt: skip
    if theme.contradicting:
        line += " " + desk.voice.say("count-against", language, n=theme.contradicting)
    return line


def theme_with_kind(theme: Theme, desk: Desk, language: str) -> str:
    return f"{desk.voice.say(f'heading-{theme.kind}', language)}: {theme_line(theme, desk, language)}"


def themes_reply(
    found: Sequence[Theme], rejected: int, *, desk: Desk, language: str, kind: InsightKind | None = None
) -> Reply:
    """The themes with most accounts, each with a button that corrects it."""
    say = desk.voice.say
    aside = _listing(REJECTED, say("button-rejected", language, n=rejected)) if rejected else ()
    if not found:
        return Reply(headline=say("themes-none", language), buttons=aside, language=language)
    lines = [f"{n}. {theme_with_kind(theme, desk, language)}" for n, theme in _numbered(found)]
    if len(found) > SHOWN:
        lines.append(say("themes-more", language, n=len(found) - SHOWN))
    head = say("themes-headline", language, n=len(found))
    if kind:
        head = f"{say(f'heading-{kind}', language)} · {head}"
    return Reply(
        headline=head, lines=tuple(lines), next_step=say("themes-how", language),
        cites=_cited(found, language), buttons=(*_numbers(FormName.THEME, found), *aside), language=language,
    )  # fmt: skip


def rejected_reply(found: Sequence[Theme], *, desk: Desk, language: str) -> Reply:
    head = desk.voice.say("themes-rejected-headline", language, n=len(found))
    lines = tuple(f"{n}. {theme_with_kind(theme, desk, language)}" for n, theme in _numbered(found))
    return Reply(
        headline=head,
        lines=lines,
        buttons=_numbers(UNDO, found),
        cites=_cited(found, language),
        language=language,
    )


def decided_reply(decisions: Sequence[Decision], reader: Reader, *, desk: Desk, language: str) -> Reply:
    """What is now, line by line, with a way back for each and to the list."""
    say = desk.voice.say
    if not decisions:
        return Reply(headline=say("theme-nothing", language), language=language)
    head, *lines = [_told(each, reader, desk, language) for each in decisions]
    if any(d.deed is Deed.RENAME and d.stands and _kept_close(d) for d in decisions):
        lines.append(say("theme-kept", language))
    undo = tuple(
        Button(action=UNDO, value=each.id, label=say("button-undo", language))
        for each in decisions
        if each.stands
    )
    buttons = (*undo, *_listing(decisions[0].kind, say("button-themes", language)))
    cites = _cited([t for d in decisions if (t := subject(d, reader, desk=desk))], language)
    return Reply(headline=head, lines=tuple(lines), buttons=buttons, cites=cites, language=language)


def _told(decision: Decision, reader: Reader, desk: Desk, language: str) -> str:
    say, theme = desk.voice.say, subject(decision, reader, desk=desk)
    if theme is None:
        return say("theme-restored-gone", language)
    label = theme_line(theme, desk, language)
    return say(_DONE[decision.deed] if decision.stands else "theme-restored", language, label=label)


def _kept_close(decision: Decision) -> bool:
    """Whether somebody of the workspace may not read all that was named."""
    return not may_know(decision, Reader(workspace=""))


def log_line(decision: Decision, reader: Reader, *, desk: Desk, language: str) -> str:
    """'2026-03-12 d1f… Marta renamed a theme: Paperwork (taken back by Jonas)'."""
    theme = subject(decision, reader, desk=desk)
    label = decision.label or (shorten(theme.label, _LABEL) if theme else "…")
    line = desk.voice.say(f"decision-{decision.deed}", language, by=decision.by, label=label)
    line = " · ".join(
        part for part in (f"{decision.at:%Y-%m-%d}", decision.id, line, decision.reason) if part
    )
    if decision.stands:
        return line
    undone = desk.voice.say("decision-undone", language, by=decision.undone_by or "")
    return f"{line} ({undone})"


def _numbered(found: Sequence[Theme]) -> list[tuple[int, Theme]]:
    return list(islice(enumerate(found, 1), SHOWN))


def _numbers(action: str, found: Sequence[Theme]) -> tuple[Button, ...]:
    return tuple(Button(action=action, value=theme.id, label=str(n)) for n, theme in _numbered(found))


def _listing(which: str, label: str) -> tuple[Button, ...]:
    return (Button(action=LIST, value=which, label=label),)


def _cited(found: Sequence[Theme], language: str) -> tuple[str, ...]:
    """The sources whose words the labels are."""
    return tuple(dict.fromkeys(supporters(theme, language)[0].source_id for theme in found[:SHOWN]))
