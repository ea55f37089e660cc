"""Sources: the receipt of one, the list of all, and what a forgotten one took with it."""

from collections.abc import Sequence

from icpbot.domain.forms import FormName
from icpbot.domain.reply import Button, Reply
from icpbot.domain.sources import Kind, Origin, Source
from icpbot.domain.text import shorten
from icpbot.usecases.forgetting import Forgotten
from icpbot.usecases.ingest import Receipt, Status, duration_minutes, told_apart
from icpbot.usecases.ports import Desk
from icpbot.usecases.speaking import LANGUAGES


def receipt_reply(receipt: Receipt, *, desk: Desk, language: str) -> Reply:
    """What was read: kind, account, speakers, size, what was heard and what was not asked."""
    say = desk.voice.say
    source = receipt.source
    if source is None:
        return Reply(
            headline=receipt.reason or "", language=language, failed=receipt.status is Status.REJECTED
        )
    head = say("receipt-title", language, name=source.account or source.title or _file_name(source.path),
               kind=say(f"kind-{source.kind}", language))  # fmt: skip
    if receipt.status is Status.UNCHANGED:
        return Reply(headline=head, lines=(say("receipt-unchanged", language),), language=language,
                     cites=(source.id,))  # fmt: skip
    lines = [_facts_line(source, language, desk)]
    if source.kind is Kind.CUSTOMERS and not receipt.warnings:
        lines = [say("receipt-customers", language, rows=len(source.turns))]
    people = told_apart(source)
    if people and source.kind is Kind.INTERVIEW:
        told = {n: ", ".join(filter(None, [say(f"role-{role}", language), source.titles.get(n)]))
                for n, role in list(people.items())[:8]}  # fmt: skip
        named = ", ".join(f"{n} ({role})" for n, role in told.items())
        lines.append(say("receipt-people", language, people=named))
    if source.kind is not Kind.CUSTOMERS:
        lines.append(say("receipt-read", language, turns=len(source.turns), passages=receipt.passages))
        lines.append(_heard(receipt, language, desk))
    if receipt.not_asked:
        kinds = ", ".join(say(f"asked-{kind}", language) for kind in receipt.not_asked)
        lines.append(say("receipt-not-asked", language, kinds=kinds))
    lines += receipt.warnings
    if receipt.status is Status.UPDATED:
        lines.append(say("receipt-updated", language))
    correct = Button(action=FormName.SOURCE, value=source.id, label=say("button-source", language))
    forget = Button(action="forget", value=source.id, label=say("button-forget", language), style="danger")
    return Reply(
        headline=head, lines=tuple(line for line in lines if line), language=language, cites=(source.id,),
        tokens=receipt.tokens,
        buttons=(correct, forget, *_buttons_for_older(receipt, language, desk)),
    )  # fmt: skip


def _buttons_for_older(receipt: Receipt, language: str, desk: Desk) -> list[Button]:
    """What the person may do with older sources that say nearly the same."""
    return [
        Button(action="forget", value=older.id, style="danger",
               label=desk.voice.say("button-forget-older", language,
                                    name=shorten(_file_name(older.path), 40)))
        for older in receipt.alike
    ]  # fmt: skip


def forgotten_reply(gone: Forgotten, *, desk: Desk, language: str) -> Reply:
    """What went, place by place, and what a second look found."""
    say = desk.voice.say
    head = say("forgotten", language, sources=len(gone.sources), passages=gone.passages,
               insights=gone.insights, claims=gone.claims_flagged)  # fmt: skip
    places = {
        "vectors": 0, "words": 0, "drafts": 0, "requests": 0, "jobs": 0, "accounts": 0, **gone.places
    }  # fmt: skip
    lines = [say("forgotten-places", language, **places)]
    found = ", ".join(f"{place} {number}" for place, number in gone.left.items())
    lines.append(say("forgotten-left", language, places=found) if found else say("forgotten-clean", language))
    if gone.alike:
        lines.append(say("forgotten-alike", language, names=_file_names(gone.alike)))
    if gone.naming:
        lines.append(say("forgotten-naming", language, names=_file_names(gone.naming)))
    return Reply(headline=head, lines=tuple(lines), language=language)


def _file_names(paths: Sequence[str]) -> str:
    return ", ".join(_file_name(path) for path in paths[:10])


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _facts_line(source: Source, language: str, desk: Desk) -> str:
    minutes = duration_minutes(source)
    length = desk.voice.say("receipt-minutes", language, minutes=minutes) if minutes else ""
    spoken = LANGUAGES.get(source.language or "", source.language or "")
    return " · ".join(part for part in (str(source.date or ""), length, spoken) if part)


def _heard(receipt: Receipt, language: str, desk: Desk) -> str:
    if not receipt.heard:
        return desk.voice.say("receipt-heard-nothing", language)
    counted = [desk.voice.say(f"insight-{kind}", language, n=n) for kind, n in receipt.heard.items()]
    return desk.voice.say("receipt-heard", language, heard=" · ".join(counted))


def sources_reply(sources: Sequence[Source], *, desk: Desk, language: str) -> Reply:
    latest = sorted(sources, key=lambda s: (str(s.date or ""), s.path), reverse=True)
    lines = [
        "• " + " · ".join(part for part in (s.account or s.title or _file_name(s.path),
                                            desk.voice.say(f"kind-{s.kind}", language),
                                            second_hand(s, desk, language),
                                            str(s.date or ""), s.language or "") if part)
        for s in latest[:20]
    ]  # fmt: skip
    if len(latest) > 20:
        lines.append(desk.voice.say("sources-more", language, n=len(latest) - 20))
    return Reply(headline=desk.voice.say("sources-headline", language, n=len(sources)), lines=tuple(lines),
                 language=language)  # fmt: skip


def second_hand(source: Source, desk: Desk, language: str) -> str:
    return desk.voice.say("second-hand", language) if source.origin is Origin.SECOND_HAND else ""
