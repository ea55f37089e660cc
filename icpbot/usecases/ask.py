"""Ask: an answer whose every claim can be checked, or an honest "nobody said"."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.grounding import Citation, Claim, Quote
from icpbot.domain.insights import Stance
from icpbot.domain.sources import Kind, Reader
from icpbot.domain.telling import stands_alone
from icpbot.domain.text import one_line, shorten, terms
from icpbot.domain.voices import supporters
from icpbot.usecases.answers import Answer, Engine, Tell
from icpbot.usecases.budget import affordable
from icpbot.usecases.claiming import written
from icpbot.usecases.comparing import Comparison, compared
from icpbot.usecases.material import Material, claim_of, count_line, gather, period_line, used
from icpbot.usecases.ports import Desk, language_for
from icpbot.usecases.relevance import spoken
from icpbot.usecases.showing.comparison import comparison_lines
from icpbot.usecases.translating import translated

if TYPE_CHECKING:
    from datetime import date

SAME_WORDS, BY_ITSELF = 0.5, 0.15
"""What a sentence gains beside its cosine: all the question's words, and being understood alone."""
SENTENCES = 4
BESIDE_BEST = 0.45
"""Of the best sentence's worth, what another needs to stand beside it."""


def ask(
    question: str, reader: Reader, *, desk: Desk, language: str | None = None, tell: Tell | None = None
) -> Answer:
    """Definitions from knowledge, counts from stored insights, reasons and wording from passages. While a
    model writes `tell` gets what stands of its answer; it never holds what was not checked.
    """
    language = language or language_for(desk, question)
    definition = desk.knowledge.definition(question, language)
    if definition:
        return Answer(text=definition, language=language, engine=Engine.EXTRACTIVE, answered=True)
    return translated(_found(question, reader, language, desk, tell), reader, desk)


def _found(question: str, reader: Reader, language: str, desk: Desk, tell: Tell | None) -> Answer:
    comparison = compared(
        question, reader, desk=desk, kind=desk.knowledge.kind_asked(question), language=language
    )
    if comparison and comparison.found:
        return _set_side_by_side(comparison, reader, language, desk)
    material = gather(question, reader, language, desk)
    answer = _answered(material, reader, desk, tell)
    return answer.model_copy(update={"tokens": answer.tokens + material.tokens})


def _answered(material: Material, reader: Reader, desk: Desk, tell: Tell | None) -> Answer:
    if not material.hits and not material.theme_list:
        return _nobody_said(material, desk)
    if desk.model is None:
        return _extractive(material, desk)
    if not affordable(reader.user, desk):
        return _without_model("notice-budget", material, desk)
    try:
        answer = written(material, desk=desk, tell=tell)
    except ModelUnavailable:
        return _without_model("notice-model-down", material, desk)
    if answer.claims:
        return answer
    return _extractive(material, desk).model_copy(update={"tokens": answer.tokens, "dropped": answer.dropped})


def _without_model(notice: str, material: Material, desk: Desk) -> Answer:
    said = desk.voice.say(notice, material.language)
    return _extractive(material, desk).model_copy(update={"notice": said})


COMPARED = 5
"""Themes a comparison shows."""


def _set_side_by_side(comparison: Comparison, reader: Reader, language: str, desk: Desk) -> Answer:
    """Counts of both sides theme by theme, each with the voice that its line quotes."""
    found = comparison.found[:COMPARED]
    claims = tuple(claim for one in found if (claim := claim_of(one.voice, desk)))
    sources = {s.id: s for s in desk.sources.all(reader)}
    return Answer(
        text="\n".join(comparison_lines(comparison.groups, found, desk=desk, language=language)),
        language=language, engine=Engine.EXTRACTIVE, answered=True, claims=claims,
        sources=used(claims, sources),
    )  # fmt: skip


def _nobody_said(material: Material, desk: Desk) -> Answer:
    interviews = sum(s.kind is Kind.INTERVIEW for s in material.sources.values())
    key = "answer-nothing" if material.sources or material.period else "answer-no-sources"
    text = desk.voice.say(key, material.language, interviews=interviews, sources=len(material.sources))
    text = " ".join(part for part in (text, period_line(material, desk)) if part)
    return Answer(text=text, language=material.language, engine=Engine.EXTRACTIVE, answered=False)


def _extractive(material: Material, desk: Desk) -> Answer:
    """Without a model: what was counted, and the sentences that answer best, in their own words."""
    claims = [*_theme_claims(material, desk), *_sentence_claims(material, desk)]
    unique = tuple(
        {(c.citations[0].quote.source_id, c.citations[0].quote.start): c for c in claims}.values()
    )[:5]
    if not unique:
        return _nobody_said(material, desk)
    head = count_line(material, desk) or _evidence_line(unique, material, desk)
    return Answer(
        text=" ".join(part for part in (period_line(material, desk), head) if part),
        language=material.language, engine=Engine.EXTRACTIVE, answered=True, claims=unique,
        counts=material.counts, kind=material.kind, sources=used(unique, material.sources),
    )  # fmt: skip


def _theme_claims(material: Material, desk: Desk) -> list[Claim]:
    claims: list[Claim] = []
    for theme in material.theme_list[:3]:
        against = [i for i in theme.insights if i.stance is Stance.CONTRADICTS][:1]
        told = [supporters(theme, material.language)[0], *against]
        claims += [claim for insight in told if (claim := claim_of(insight, desk))]
    return claims


def _sentence_claims(material: Material, desk: Desk) -> list[Claim]:
    """The customer's sentences that answer best, of several sources at most two of each and none that is far
    from them.
    """
    candidates = [(p, q) for hit in material.hits for p, q in spoken(hit.passage, material.sources)]
    scores = _worth_quoting(material, [q for _, q in candidates], desk)
    alone = len({quote.source_id for _, quote in candidates}) == 1
    enough, most = (0.0, SENTENCES) if alone else (BESIDE_BEST * max(scores, default=0.0), 2)
    taken: list[Claim] = []
    per_source: Counter[str] = Counter()
    for n in sorted(range(len(candidates)), key=lambda n: -scores[n]):
        passage, quote = candidates[n]
        if scores[n] >= enough and per_source[quote.source_id] < most:
            per_source[quote.source_id] += 1
            taken.append(Claim(text=shorten(one_line(quote.text), 300),
                               citations=(Citation(passage=passage, quote=quote),)))  # fmt: skip
    return taken[:SENTENCES]


def _worth_quoting(material: Material, quotes: Sequence[Quote], desk: Desk) -> list[float]:
    """How near each is to the question in meaning and in words, and whether it says something by itself."""
    asked = set(terms(material.question))
    near = desk.likeness.to(material.question, [quote.text for quote in quotes])
    return [
        score
        + SAME_WORDS * len(asked & set(terms(quote.text))) / (len(asked) or 1)
        + BY_ITSELF * stands_alone(quote.text, material.sources[quote.source_id].language)
        for score, quote in zip(near, quotes, strict=True)
    ]


def _evidence_line(claims: Sequence[Claim], material: Material, desk: Desk) -> str:
    cited = [material.sources[c.citations[0].quote.source_id] for c in claims]
    accounts = {s.account or s.id for s in cited}
    days: list[date] = sorted(s.date for s in cited if s.date)
    key = "evidence-dated" if days and days[0] != days[-1] else "evidence"
    return desk.voice.say(
        key, material.language, quotes=len(claims), accounts=len(accounts),
        first=str(days[0]) if days else "", last=str(days[-1]) if days else "",
    )  # fmt: skip
