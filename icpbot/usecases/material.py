"""What an answer is made from: passages, themes and their counts, of the time and account asked about."""

from collections.abc import Sequence
from dataclasses import dataclass

from icpbot.domain.grounding import Citation, Claim
from icpbot.domain.insights import Insight, InsightKind
from icpbot.domain.periods import Period, period_in
from icpbot.domain.profile import Counts
from icpbot.domain.queries import asks_whether
from icpbot.domain.ranking import Hit
from icpbot.domain.sources import Kind, Reader, Source
from icpbot.domain.text import fold, shorten, word_count
from icpbot.domain.themes import Theme
from icpbot.domain.voices import called, telling_first
from icpbot.usecases.comparing import ABOUT
from icpbot.usecases.counting import themes
from icpbot.usecases.ports import Desk
from icpbot.usecases.relevance import account_named, spoken
from icpbot.usecases.reranking import ranked
from icpbot.usecases.showing.themes import theme_line

SHOWN = 8
"""Passages mined for quotes."""
SPECIFIC_AT = 0.4
"""Cosine from which a sentence answers just this question."""
KIND_AT = 0.5
"""Likelihood from which a question is taken to ask about one kind of insight."""


@dataclass(frozen=True)
class Material:
    """`hits` and `theme_list` come best first; `sources` are those that may be quoted."""

    question: str
    language: str
    hits: Sequence[Hit]
    theme_list: Sequence[Theme]
    sources: dict[str, Source]
    period: Period | None = None
    """The time the question names; nothing of another time is counted or quoted."""
    tokens: int = 0
    """What putting the passages in order took."""

    @property
    def counts(self) -> Counts | None:
        """Of the first theme."""
        if not self.theme_list:
            return None
        first = self.theme_list[0]
        return Counts(
            accounts=first.accounts,
            of=first.of_accounts,
            asked=first.asked,
            contradicting=first.contradicting,
        )

    @property
    def kind(self) -> InsightKind | None:
        """Of what is counted."""
        return self.theme_list[0].kind if self.theme_list else None


def gather(question: str, reader: Reader, language: str, desk: Desk) -> Material:
    account = account_named(question, desk)
    readable = desk.sources.all(reader)
    period = _period(question, readable, desk)
    sources = {s.id: s for s in readable if period is None or period.holds(s.date)}
    hits, tokens = ranked(
        question, reader, desk=desk, sources=sources, k=SHOWN, account=account, period=period
    )
    hits = _voices_first(hits, sources)
    kind = _kind_asked(question, desk) if account is None else None
    found = (
        _on_topic(question, themes(reader, desk=desk, kind=kind, period=period), hits, sources, desk)
        if kind
        else []
    )
    return Material(
        question=question, language=language, hits=hits, theme_list=telling_first(found, language),
        sources=sources, period=period, tokens=tokens,
    )  # fmt: skip


def _voices_first(hits: Sequence[Hit], sources: dict[str, Source]) -> list[Hit]:
    """What people said; rows of a customer table, which nobody said, only where nobody spoke of it."""
    voices = [h for h in hits if (s := sources.get(h.passage.source_id)) and s.kind is not Kind.CUSTOMERS]
    return voices or list(hits)


def _period(question: str, readable: Sequence[Source], desk: Desk) -> Period | None:
    """The time the question names, unless that would leave nothing but sources of an unknown day."""
    period = period_in(question, desk.clock().date())
    if period and all(s.date is None or not period.holds(s.date) for s in readable):
        return period if all(s.date for s in readable) else None
    return period


def _kind_asked(question: str, desk: Desk) -> InsightKind | None:
    """By the question's own words, else by likeness to interview questions."""
    named = desk.knowledge.kind_asked(question)
    if named:
        return named
    [(label, likelihood)] = desk.question_labels.label([question])
    return InsightKind(label) if label != "none" and likelihood >= KIND_AT else None


def _on_topic(
    question: str, found: Sequence[Theme], hits: Sequence[Hit], sources: dict[str, Source], desk: Desk
) -> list[Theme]:
    """All themes of the kind when the question is a general one; else those it is about."""
    if not found:
        return []
    scores = desk.likeness.to(question, [t.label for t in found])
    near = [t for t, score in zip(found, scores, strict=True) if score >= ABOUT]
    if near or not (_general(question) or _for_the_kind(question, hits, sources, desk)):
        return near
    return list(found)


def _for_the_kind(question: str, hits: Sequence[Hit], sources: dict[str, Source], desk: Desk) -> bool:
    """Whether all of a kind answer it where nothing answers it better."""
    return not asks_whether(question) and (not hits or _short(question, hits, sources, desk))


def _short(question: str, hits: Sequence[Hit], sources: dict[str, Source], desk: Desk) -> bool:
    """A few words that no sentence comes near to ("Who signs?") ask for the kind as a whole."""
    sentences = [quote.text for hit in hits for _, quote in spoken(hit.passage, sources)]
    nearest = max(desk.likeness.to(question, sentences), default=0.0)
    return word_count(question) <= 8 and nearest < SPECIFIC_AT


_GENERAL = (
    "most", "main", "common", "biggest", "top", "usually", "what are", "which pain", "najbardziej", "najczes",
    "glown", "najwieks", "nejvic", "nejcas", "hlavni", "nejvet", "найбільш", "головн", "основн", "найчаст",
    "最", "主要", "哪些", "有什么",
)  # fmt: skip


def _general(question: str) -> bool:
    folded = fold(question)
    return any(fold(cue) in folded for cue in _GENERAL)


def count_line(material: Material, desk: Desk) -> str | None:
    """'Re-typing delivery notes: 7 of 12 accounts, asked in 9. Then late invoices (4).'."""
    if not material.theme_list:
        return None
    first, *others = material.theme_list
    text = theme_line(first, desk, material.language)
    more = [
        f"{shorten(called(t, material.language), 80)} ({t.accounts})" for t in others[:2] if t.accounts > 1
    ]
    if more:
        text += " " + desk.voice.say("count-then", material.language, more="; ".join(more))
    return text


def period_line(material: Material, desk: Desk) -> str | None:
    """Which time was looked at, so that a period that was misread is seen."""
    if material.period is None:
        return None
    since, until = material.period.since, material.period.until
    key = "period-between" if since and until else "period-since" if since else "period-until"
    return desk.voice.say(key, material.language, since=str(since or ""), until=str(until or ""),
                          n=sum(s.kind is not Kind.CUSTOMERS for s in material.sources.values()))  # fmt: skip


def claim_of(insight: Insight, desk: Desk) -> Claim | None:
    for passage in desk.sources.passages_of(insight.source_id):
        if passage.start <= insight.quote.start < passage.end:
            return Claim(text=insight.text, citations=(Citation(passage=passage, quote=insight.quote),))
    return None


def used(claims: Sequence[Claim], sources: dict[str, Source]) -> dict[str, Source]:
    ids = {c.quote.source_id for claim in claims for c in claim.citations}
    return {key: source for key, source in sources.items() if key in ids}
