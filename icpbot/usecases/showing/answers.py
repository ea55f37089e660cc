"""Answers: each claim with its quote, and who said it where and when."""

from icpbot.domain.grounding import Citation
from icpbot.domain.reply import Button, Cited, Reply
from icpbot.domain.sources import Kind, Source, turn_offsets
from icpbot.domain.text import one_line
from icpbot.domain.translations import Translation
from icpbot.usecases.answers import Answer
from icpbot.usecases.ports import Desk
from icpbot.usecases.showing.sources import second_hand
from icpbot.usecases.showing.themes import LIST
from icpbot.usecases.speaking import LANGUAGES


def answer_reply(answer: Answer, *, desk: Desk) -> Reply:
    """The answer first, then each claim with its quote; in extractive mode the quote is the claim."""
    shown = [citation for claim in answer.claims for citation in claim.citations[:2]]
    cited = [cited_as(n, citation, answer, desk=desk) for n, citation in enumerate(shown, 1)]
    themes = Button(
        action=LIST, value=answer.kind or "", label=desk.voice.say("button-themes", answer.language)
    )
    return Reply(
        headline=answer.text, quotes=tuple(cited), notice=answer.notice,
        buttons=(themes,) if answer.counts else (), language=answer.language, engine=answer.engine,
        tokens=answer.tokens, answered=answer.answered,
        cites=tuple(answer.sources), dropped=answer.dropped,
    )  # fmt: skip


def cited_as(number: int, citation: Citation, answer: Answer, *, desk: Desk) -> Cited:
    """One of an answer's quotes under its number."""
    source = answer.sources.get(citation.quote.source_id)
    return Cited(
        text=one_line(citation.quote.text), number=number,
        who=_told_by(citation, source, answer.language, desk), link=source.link if source else None,
        translation=_meant(answer.translations.get(citation.quote.text), answer.language, desk),
    )  # fmt: skip


def answer_so_far(answer: Answer, *, desk: Desk) -> Reply:
    """What stands of an answer that is still written, and that it is."""
    reply, say = answer_reply(answer, desk=desk), desk.voice.say
    return reply.model_copy(update={
        "headline": reply.headline or say("answer-begun", answer.language), "buttons": (),
        "notice": say("answer-growing", answer.language) if answer.claims else None,
    })  # fmt: skip


def _meant(translation: Translation | None, language: str, desk: Desk) -> str | None:
    """'(from Czech: “Two hours a day …”)'."""
    if translation is None:
        return None
    of = translation.language if translation.language in LANGUAGES else "other"
    return desk.voice.say(f"quote-from-{of}", language, text=translation.text)


def _told_by(citation: Citation, source: Source | None, language: str, desk: Desk) -> str:
    """Who said it, and that it is not the customer's own voice where it is not."""
    mark = second_hand(source, desk, language) if source else ""
    if source and source.kind is Kind.CUSTOMERS:  # a row of a table: nobody said it
        mark = desk.voice.say("kind-customers", language)
    return ", ".join(part for part in (who_said(citation, source), mark) if part)


def who_said(citation: Citation, source: Source | None) -> str:
    """'Veselá, Kolos Logistik, 14:32' or with the turn where there is no clock."""
    if source is None:
        return ""
    turn = turn_of(citation, source)
    time = source.turns[turn].start
    place = f"{int(time) // 60}:{int(time) % 60:02d}" if time is not None else f"#{turn + 1}"
    speaker = source.turns[turn].speaker
    parts = [speaker, source.account or source.title, str(source.date or ""), place]
    return ", ".join(part for part in parts if part)


def turn_of(citation: Citation, source: Source) -> int:
    spans = turn_offsets(source.turns)
    return next((i for i, (start, end) in enumerate(spans) if start <= citation.quote.start < end), 0)
