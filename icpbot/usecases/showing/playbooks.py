"""Playbooks as replies: lines that stand on numbered quotes, or the quotes themselves with their counts."""

from collections.abc import Mapping, Sequence

from icpbot.domain.grounding import Citation, Quote
from icpbot.domain.insights import InsightKind
from icpbot.domain.playbooks import Playbook
from icpbot.domain.reply import Button, Cited, Reply
from icpbot.domain.text import one_line
from icpbot.domain.themes import Theme
from icpbot.usecases.answers import Answer, Engine
from icpbot.usecases.ports import Desk
from icpbot.usecases.showing.answers import cited_as

OPEN = "playbook"


def choice_reply(books: Sequence[Playbook], *, desk: Desk, language: str) -> Reply:
    """A button for each department."""
    say = desk.voice.say
    labels = {book.key: say(f"department-{book.key}", language) for book in books}
    return Reply(
        headline=say("playbook-which", language), language=language,
        lines=tuple(f"• {label}: `playbook {key}`" for key, label in labels.items()),
        buttons=tuple(Button(action=OPEN, value=key, label=label) for key, label in labels.items()),
    )  # fmt: skip


def missing_line(
    book: Playbook, kinds: Sequence[InsightKind], spoke: int, *, desk: Desk, language: str
) -> list[str]:
    """What of the evidence is not there, and where to begin."""
    say = desk.voice.say
    parts = [say(f"heading-{kind}", language) for kind in kinds]
    if spoke < book.accounts:
        parts.append(say("playbook-few", language, n=book.accounts, spoke=spoke))
    return [say("playbook-missing", language, parts=", ".join(parts))] if parts else []


def playbook_reply(
    book: Playbook, answer: Answer, headings: Sequence[str], lines: Sequence[str],
    counts: Mapping[Quote, Theme], *, spoke: int, desk: Desk,
) -> Reply:  # fmt: skip
    """What is missing and counted, then the lines of a model with their numbers, then the quotes."""
    say, language = desk.voice.say, answer.language
    department = say(f"department-{book.key}", language)
    key = "playbook-headline" if answer.claims else "playbook-nothing"
    numbers = _numbers(answer)
    plain = answer.engine is Engine.EXTRACTIVE
    heads = _once(headings)
    quotes = [
        _counted(cited_as(n, citation, answer, desk=desk), counts.get(citation.quote), desk, language)
        for citation, n in numbers
    ]
    if plain:
        quotes = [q.model_copy(update={"heading": h}) for q, h in zip(quotes, heads, strict=True)]
    told = () if plain else _told(answer, heads, {c.quote: n for c, n in numbers})
    return Reply(
        headline=say(key, language, name=department, n=spoke), lines=(*lines, *told), quotes=tuple(quotes),
        notice=answer.notice if plain else say("playbook-worded", language), language=language,
        engine=answer.engine, tokens=answer.tokens, dropped=answer.dropped, answered=answer.answered,
        cites=tuple(answer.sources),
    )  # fmt: skip


def _numbers(answer: Answer) -> list[tuple[Citation, int]]:
    """Every quote once, numbered as it is first leaned on."""
    first: dict[Quote, Citation] = {}
    for claim in answer.claims:
        for citation in claim.citations:
            first.setdefault(citation.quote, citation)
    return [(citation, n) for n, citation in enumerate(first.values(), 1)]


def _told(answer: Answer, heads: Sequence[str | None], numbers: Mapping[Quote, int]) -> list[str]:
    told: list[str] = []
    for claim, head in zip(answer.claims, heads, strict=True):
        marks = "".join(f"[{n}]" for n in dict.fromkeys(numbers[c.quote] for c in claim.citations))
        told += [f"*{head}*"] if head else []
        told.append(f"• {one_line(claim.text)} {marks}")
    return told


def _once(headings: Sequence[str]) -> list[str | None]:
    """A heading where it begins, nothing where it goes on."""
    return [h if n == 0 or headings[n - 1] != h else None for n, h in enumerate(headings)]


def _counted(cited: Cited, theme: Theme | None, desk: Desk, language: str) -> Cited:
    if theme is None:
        return cited
    key = "proposal-anecdote" if theme.is_anecdote else "proposal-count"
    count = desk.voice.say(key, language, accounts=theme.accounts, of=theme.of_accounts)
    return cited.model_copy(update={"who": f"{cited.who} {count}".strip()})
