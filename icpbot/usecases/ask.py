"""Ask: an answer whose every claim can be checked, or an honest "nobody said"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icpbot.domain.disguise import Screen
from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.grounding import Citation, Claim, ProposedClaim, Quote, verify, without_loose_numbers
from icpbot.domain.insights import Insight, InsightKind, Stance
from icpbot.domain.passages import Passage
from icpbot.domain.periods import Period, period_in
from icpbot.domain.profile import Counts
from icpbot.domain.ranking import Hit
from icpbot.domain.sources import Kind, Reader, Source
from icpbot.domain.telling import stands_alone
from icpbot.domain.text import fold, one_line, shorten, terms, word_count
from icpbot.domain.themes import Theme
from icpbot.domain.voices import called, supporters, telling_first
from icpbot.usecases.answers import Answer, Engine, ModelAnswer
from icpbot.usecases.budget import affordable
from icpbot.usecases.comparing import ABOUT, Comparison, compared
from icpbot.usecases.counting import themes
from icpbot.usecases.ports import Desk, language_for
from icpbot.usecases.quoting import behind_screen, fenced, hidden, labelled
from icpbot.usecases.relevance import account_named, spoken
from icpbot.usecases.reranking import ranked
from icpbot.usecases.showing.comparison import comparison_lines
from icpbot.usecases.showing.themes import theme_line

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class _Material:
    """What an answer is made from."""

    question: str
    language: str
    hits: Sequence[Hit]
    theme_list: Sequence[Theme]
    sources: dict[str, Source]
    period: Period | None = None
    """The time the question names; nothing of another time is counted or quoted."""
    tokens: int = 0
    """What putting the passages in order took."""


SHOWN = 8
"""Passages mined for quotes."""
SENT = 5
"""Of them, sent to a model: as much of what is wanted as ten plain chunks hold, for half of their tokens
(`benchmarks/tokens.py`)."""
HEARD = 2
"""Passages sent beside them that the top themes were heard in."""
SAME_WORDS, BY_ITSELF = 0.5, 0.15
"""What a sentence gains beside its cosine: all the question's words, and being understood alone."""
SPECIFIC_AT = 0.4
"""Cosine from which a sentence answers just this question (\"Is price a problem?\")."""
KIND_AT = 0.5
"""Likelihood from which a question is taken to ask about one kind of insight."""


def ask(question: str, reader: Reader, *, desk: Desk, language: str | None = None) -> Answer:
    """Definitions from knowledge, counts from stored insights, reasons and wording from passages."""
    language = language or language_for(desk, question)
    definition = desk.knowledge.definition(question, language)
    if definition:
        return Answer(text=definition, language=language, engine=Engine.EXTRACTIVE, answered=True)
    comparison = compared(
        question, reader, desk=desk, kind=desk.knowledge.kind_asked(question), language=language
    )
    if comparison and comparison.found:
        return _set_side_by_side(comparison, reader, language, desk)
    material = _gather(question, reader, language, desk)
    answer = _answered(material, reader, desk)
    return answer.model_copy(update={"tokens": answer.tokens + material.tokens})


def _answered(material: _Material, reader: Reader, desk: Desk) -> Answer:
    if not material.hits and not material.theme_list:
        return _nobody_said(material, desk)
    if desk.model is None:
        return _extractive(material, desk)
    if not affordable(reader.user, desk):
        notice = desk.voice.say("notice-budget", material.language)
        return _extractive(material, desk).model_copy(update={"notice": notice})
    return _with_model(material, desk)


COMPARED = 5
"""Themes a comparison shows."""


def _set_side_by_side(comparison: Comparison, reader: Reader, language: str, desk: Desk) -> Answer:
    """Counts of both sides theme by theme, each with the voice that its line quotes."""
    found = comparison.found[:COMPARED]
    claims = tuple(claim for one in found if (claim := _claim_of(one.voice, desk)))
    sources = {s.id: s for s in desk.sources.all(reader)}
    return Answer(
        text="\n".join(comparison_lines(comparison.groups, found, desk=desk, language=language)),
        language=language, engine=Engine.EXTRACTIVE, answered=True, claims=claims,
        sources=_used(claims, sources),
    )  # fmt: skip


def _gather(question: str, reader: Reader, language: str, desk: Desk) -> _Material:
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
    return _Material(
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
    if near or not (_general(question) or not hits or _short(question, hits, sources, desk)):
        return near
    return list(found)


def _short(question: str, hits: Sequence[Hit], sources: dict[str, Source], desk: Desk) -> bool:
    """A few words that no sentence comes near to ("Who signs?") ask for the kind as a whole."""
    sentences = [quote.text for hit in hits for _, quote in spoken(hit.passage, sources)]
    nearest = max(desk.likeness.to(question, sentences), default=0.0)
    return word_count(question) <= 8 and nearest < SPECIFIC_AT


_GENERAL = ("most", "main", "common", "biggest", "top", "usually", "what are", "which pain", "najbardziej", "najczes",
            "glown", "najwieks", "nejvic", "nejcas", "hlavni", "nejvet", "найбільш", "головн", "основн", "найчаст",
            "最", "主要", "哪些", "有什么")  # fmt: skip


def _general(question: str) -> bool:
    folded = fold(question)
    return any(fold(cue) in folded for cue in _GENERAL)


def _nobody_said(material: _Material, desk: Desk) -> Answer:
    interviews = sum(s.kind is Kind.INTERVIEW for s in material.sources.values())
    key = "answer-nothing" if material.sources or material.period else "answer-no-sources"
    text = desk.voice.say(key, material.language, interviews=interviews, sources=len(material.sources))
    text = " ".join(part for part in (text, _period_line(material, desk)) if part)
    return Answer(text=text, language=material.language, engine=Engine.EXTRACTIVE, answered=False)


def _with_model(material: _Material, desk: Desk) -> Answer:
    assert desk.model is not None
    seen = _seen(material, desk)
    try:
        proposed, tokens = desk.model.ask("answer", _variables(material, seen, desk), ModelAnswer)
    except ModelUnavailable:
        notice = desk.voice.say("notice-model-down", material.language)
        return _extractive(material, desk).model_copy(update={"notice": notice})
    claims = [
        ProposedClaim(text=c.text, citations=tuple((x.passage_id, x.quote) for x in c.citations))
        for c in proposed.claims
    ]
    verified = verify(claims, seen.shown, align=desk.align)
    counts = _counts(material.theme_list)
    told = [_revealed(claim, seen) for claim in verified.claims]
    kept = tuple(c for claim in told if (c := _without_loose_numbers(claim, counts)))
    if not kept:
        return _extractive(material, desk).model_copy(update={"tokens": tokens, "dropped": verified.dropped})
    told_by = (_period_line(material, desk), _count_line(material, desk))
    head = " ".join(part for part in told_by if part)
    lines = [head, *(claim.text for claim in kept)] if head else [claim.text for claim in kept]
    return Answer(
        text="\n".join(lines), language=material.language, engine=Engine.MODEL,
        answered=True, claims=kept, counts=counts, kind=_kind_counted(material), sources=_used(kept, material.sources),
        dropped=verified.dropped, tokens=tokens,
    )  # fmt: skip


def _seen(material: _Material, desk: Desk) -> Screen:
    passages = [hit.passage for hit in material.hits[:SENT]] + _theme_passages(material, desk)
    known = [material.sources[p.source_id] for p in passages if p.source_id in material.sources]
    return behind_screen(passages, {source.id: source for source in known}.values(), desk)


def _revealed(claim: Claim, seen: Screen) -> Claim:
    """What the model said behind the screen, in the sources' own words and names."""
    return Claim(text=seen.names.revealed(claim.text), citations=tuple(seen.back(c) for c in claim.citations))


def _variables(material: _Material, seen: Screen, desk: Desk) -> dict[str, str]:
    body = "\n\n".join(
        f"[{p.id}] {_origin(material.sources.get(p.source_id))}\n{_hidden(p, material.sources, seen)}"
        for p, _ in seen.passages.values()
    )
    question = hidden(material.question, seen, desk)
    return {"question": question, "language": material.language, "passages": fenced(body)}


def _origin(source: Source | None) -> str:
    return f"({', '.join(str(part) for part in (source.kind, source.date) if part)})" if source else ""


def _hidden(passage: Passage, sources: dict[str, Source], seen: Screen) -> str:
    source = sources.get(passage.source_id)
    return labelled(passage, source, seen) if source else seen.passages[passage.id][1].text


def _theme_passages(material: _Material, desk: Desk) -> list[Passage]:
    """The passages the top themes were heard in, so that the model can quote them."""
    voices = [supporters(theme, material.language)[0] for theme in material.theme_list[:HEARD]]
    return [claim.citations[0].passage for voice in voices if (claim := _claim_of(voice, desk))]


def _without_loose_numbers(claim: Claim, counts: Counts | None) -> Claim | None:
    """The claim without sentences whose numbers stand in no cited quote and no stored count."""
    known = [c.quote.text for c in claim.citations]
    known += [str(n) for n in counts.model_dump().values()] if counts else []
    text = without_loose_numbers(claim.text, known)
    return claim.model_copy(update={"text": text}) if text else None


def _extractive(material: _Material, desk: Desk) -> Answer:
    """Without a model: what was counted, and the sentences that answer best, in their own words."""
    claims = [*_theme_claims(material, desk), *_sentence_claims(material, desk)]
    unique = tuple(
        {(c.citations[0].quote.source_id, c.citations[0].quote.start): c for c in claims}.values()
    )[:5]
    if not unique:
        return _nobody_said(material, desk)
    head = _count_line(material, desk) or _evidence_line(unique, material, desk)
    return Answer(
        text=" ".join(part for part in (_period_line(material, desk), head) if part), language=material.language, engine=Engine.EXTRACTIVE, answered=True, claims=unique,
        counts=_counts(material.theme_list), kind=_kind_counted(material),
        sources=_used(unique, material.sources),
    )  # fmt: skip


def _theme_claims(material: _Material, desk: Desk) -> list[Claim]:
    claims: list[Claim] = []
    for theme in material.theme_list[:3]:
        against = [i for i in theme.insights if i.stance is Stance.CONTRADICTS][:1]
        told = [supporters(theme, material.language)[0], *against]
        claims += [claim for insight in told if (claim := _claim_of(insight, desk))]
    return claims


def _claim_of(insight: Insight, desk: Desk) -> Claim | None:
    for passage in desk.sources.passages_of(insight.source_id):
        if passage.start <= insight.quote.start < passage.end:
            return Claim(text=insight.text, citations=(Citation(passage=passage, quote=insight.quote),))
    return None


def _sentence_claims(material: _Material, desk: Desk) -> list[Claim]:
    """The customer's sentences that answer best, at most two of one source."""
    candidates = [(p, q) for hit in material.hits for p, q in spoken(hit.passage, material.sources)]
    scores = _worth_quoting(material, [q for _, q in candidates], desk)
    taken: list[Claim] = []
    per_source: dict[str, int] = {}
    for n in sorted(range(len(candidates)), key=lambda n: -scores[n]):
        passage, quote = candidates[n]
        if per_source.get(quote.source_id, 0) < 2:
            per_source[quote.source_id] = per_source.get(quote.source_id, 0) + 1
            taken.append(Claim(text=shorten(one_line(quote.text), 300),
                               citations=(Citation(passage=passage, quote=quote),)))  # fmt: skip
    return taken[:4]


def _worth_quoting(material: _Material, quotes: Sequence[Quote], desk: Desk) -> list[float]:
    """How near each is to the question in meaning and in words, and whether it says something by itself."""
    asked = set(terms(material.question))
    near = desk.likeness.to(material.question, [quote.text for quote in quotes])
    return [
        score
        + SAME_WORDS * len(asked & set(terms(quote.text))) / (len(asked) or 1)
        + BY_ITSELF * stands_alone(quote.text, material.sources[quote.source_id].language)
        for score, quote in zip(near, quotes, strict=True)
    ]


def _counts(found: Sequence[Theme]) -> Counts | None:
    if not found:
        return None
    first = found[0]
    return Counts(
        accounts=first.accounts, of=first.of_accounts, asked=first.asked, contradicting=first.contradicting
    )


def _kind_counted(material: _Material) -> InsightKind | None:
    return material.theme_list[0].kind if material.theme_list else None


def _count_line(material: _Material, desk: Desk) -> str | None:
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


def _period_line(material: _Material, desk: Desk) -> str | None:
    """Which time was looked at, so that a period that was misread is seen."""
    if material.period is None:
        return None
    since, until = material.period.since, material.period.until
    key = "period-between" if since and until else "period-since" if since else "period-until"
    return desk.voice.say(key, material.language, since=str(since or ""), until=str(until or ""),
                          n=sum(s.kind is not Kind.CUSTOMERS for s in material.sources.values()))  # fmt: skip


def _evidence_line(claims: Sequence[Claim], material: _Material, desk: Desk) -> str:
    cited = [material.sources[c.citations[0].quote.source_id] for c in claims]
    accounts = {s.account or s.id for s in cited}
    days: list[date] = sorted(s.date for s in cited if s.date)
    key = "evidence-dated" if days and days[0] != days[-1] else "evidence"
    return desk.voice.say(
        key, material.language, quotes=len(claims), accounts=len(accounts),
        first=str(days[0]) if days else "", last=str(days[-1]) if days else "",
    )  # fmt: skip


def _used(claims: Sequence[Claim], sources: dict[str, Source]) -> dict[str, Source]:
    ids = {c.quote.source_id for claim in claims for c in claim.citations}
    return {key: source for key, source in sources.items() if key in ids}
