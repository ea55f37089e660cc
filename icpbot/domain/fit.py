"""Fit: how well an account matches a profile, and what is not known.

For criteria with weight w > 0: ideal 1, ok ½, neither or avoid 0; unknown spans [0, 1]. The score
range is 100 · Σw·[low, high] / Σw. An avoid band of a deal-breaker disqualifies; while a
deal-breaker is unknown, the account may still turn out to be one to avoid. (Design section 6.)
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Day
from enum import StrEnum
from itertools import product

from icpbot.domain.accounts import Fact, FactOrigin
from icpbot.domain.bands import inside
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.grounding import Quote
from icpbot.domain.model import Model
from icpbot.domain.profile import Criterion, Profile, Thresholds
from icpbot.domain.values import Value


class Verdict(StrEnum):
    IDEAL = "ideal"
    OK = "ok"
    AVOID = "avoid"
    UNDECIDED = "undecided"


class BandName(StrEnum):
    IDEAL = "ideal"
    OK = "ok"
    NEITHER = "neither"
    AVOID = "avoid"
    UNKNOWN = "unknown"
    IGNORED = "ignored"


WORTH = {BandName.IDEAL: 1.0, BandName.OK: 0.5, BandName.NEITHER: 0.0, BandName.AVOID: 0.0}
"""What a band adds to the score, in shares of the criterion's weight."""

ORDER = {Verdict.IDEAL: 0, Verdict.OK: 1, Verdict.UNDECIDED: 2, Verdict.AVOID: 3}
"""How lists are ordered: what may still turn out well comes before what cannot."""


class Score(Model):
    """A range of 0 to 100; `low` equals `high` when everything that counts is known."""

    low: float
    high: float


class CriterionResult(Model):
    attribute: str
    band: BandName
    weight: float
    deal_breaker: bool = False
    value: Value | None = None
    origin: FactOrigin | None = None
    date: Day | None = None
    citation: Quote | None = None


class Question(Model):
    """The unknown criterion to ask about; `decides`: every answer to it settles the verdict."""

    attribute: str
    decides: bool
    outcomes: dict[BandName, Verdict] = {}


class FitReport(Model):
    account: str
    verdict: Verdict
    score: Score
    profile_name: str
    profile_version: int
    criteria: tuple[CriterionResult, ...]
    disqualified_by: tuple[str, ...] = ()
    next_question: Question | None = None
    ambiguous: tuple[str, ...] | None = None
    known: bool = True


def assess(account: str, profile: Profile, facts: Mapping[str, Fact], *, catalogue: Catalogue) -> FitReport:
    """The verdict for one account from the facts that count (`accounts.known`)."""
    results = tuple(judge(c, facts.get(c.attribute), catalogue=catalogue) for c in profile.criteria)
    verdict = verdict_of(results, profile.thresholds)
    question = None
    if verdict is Verdict.UNDECIDED:
        question = deciding_question(profile.criteria, results, profile.thresholds)
    return FitReport(
        account=account,
        verdict=verdict,
        score=score_of(results),
        profile_name=profile.name,
        profile_version=profile.version,
        criteria=results,
        disqualified_by=tuple(r.attribute for r in results if _disqualifies(r)),
        next_question=question,
    )


def judge(criterion: Criterion, fact: Fact | None, *, catalogue: Catalogue) -> CriterionResult:
    """The band a fact falls into. Bands are tried in the order avoid, ideal, ok: what a profile takes
    out ("EU, not Hungary"; a tech stack without Excel) is out.
    """
    known = BandName.UNKNOWN if fact is None else band_of(criterion, fact.value, catalogue=catalogue)
    band = BandName.IGNORED if criterion.ignored else known
    return CriterionResult(
        attribute=criterion.attribute,
        band=band,
        weight=0 if criterion.ignored else criterion.weight,
        deal_breaker=criterion.deal_breaker and not criterion.ignored,
        value=fact.value if fact else None,
        origin=fact.origin if fact else None,
        date=fact.date if fact else None,
        citation=fact.citation if fact else None,
    )


def band_of(criterion: Criterion, value: Value, *, catalogue: Catalogue) -> BandName:
    """The band of a value; unknown when it cannot be compared with a band and lies in no other."""
    attribute = catalogue.attribute(criterion.attribute)
    bands = {"avoid": criterion.avoid, "ideal": criterion.ideal, "ok": criterion.ok}
    compared = {
        name: inside(value, band, attribute=attribute, catalogue=catalogue)
        for name, band in bands.items()
        if band is not None
    }
    hit = next((name for name, yes in compared.items() if yes), None)
    if hit:
        return BandName(hit)
    return BandName.UNKNOWN if None in compared.values() else BandName.NEITHER


def score_of(results: Sequence[CriterionResult]) -> Score:
    """The range of 100 · Σw·[low, high] / Σw; all of it when nothing has weight."""
    total = sum(r.weight for r in results if r.weight > 0)
    if total == 0:
        return Score(low=0, high=100)
    low = sum(r.weight * WORTH.get(r.band, 0.0) for r in results)
    open_weight = sum(r.weight for r in results if r.band is BandName.UNKNOWN)
    return Score(low=_clean(100 * low / total), high=_clean(100 * (low + open_weight) / total))


def _clean(score: float) -> float:
    """Weights such as .1 leave 74.99999999 where 75 is meant; half a millionth goes to the even one."""
    return round(score * 1e6) / 1e6


def verdict_of(results: Sequence[CriterionResult], thresholds: Thresholds) -> Verdict:
    """The verdict both ends of the range agree on, else undecided."""
    if any(_disqualifies(r) for r in results):
        return Verdict.AVOID
    score = score_of(results)
    low, high = _verdict_at(score.low, thresholds), _verdict_at(score.high, thresholds)
    may_disqualify = any(r.deal_breaker and r.band is BandName.UNKNOWN for r in results)
    if may_disqualify:
        low = Verdict.AVOID
    return high if low is high else Verdict.UNDECIDED


def _disqualifies(result: CriterionResult) -> bool:
    return result.deal_breaker and result.band is BandName.AVOID


def _verdict_at(score: float, thresholds: Thresholds) -> Verdict:
    if score >= thresholds.ideal_at:
        return Verdict.IDEAL
    return Verdict.OK if score >= thresholds.ok_at else Verdict.AVOID


def deciding_question(
    criteria: Sequence[Criterion], results: Sequence[CriterionResult], thresholds: Thresholds
) -> Question | None:
    """The unknown criterion whose answers settle the verdict most often, weightiest first."""
    weights = [r.weight for r in results]
    ranked = [
        (-share, -weights[index], index, question)
        for index, share, question in _settling(criteria, results, thresholds)
    ]
    return min(ranked, key=lambda entry: entry[:3])[3] if ranked else None


def settled_by(report: FitReport, profile: Profile) -> dict[str, float]:
    """By each unknown criterion of an undecided report, the share of its answers that settle the verdict."""
    if report.verdict is not Verdict.UNDECIDED:
        return {}
    found = _settling(profile.criteria, report.criteria, profile.thresholds)
    return {question.attribute: share for _, share, question in found}


def _settling(
    criteria: Sequence[Criterion], results: Sequence[CriterionResult], thresholds: Thresholds
) -> Iterator[tuple[int, float, Question]]:
    for index, (criterion, result) in enumerate(zip(criteria, results, strict=True)):
        if result.band is not BandName.UNKNOWN or not (result.weight or result.deal_breaker):
            continue
        outcomes = {
            answer: verdict_of(_answered(results, index, answer), thresholds) for answer in answers(criterion)
        }
        share = sum(v is not Verdict.UNDECIDED for v in outcomes.values()) / len(outcomes)
        yield index, share, Question(attribute=criterion.attribute, decides=share == 1, outcomes=outcomes)


def answers(criterion: Criterion) -> list[BandName]:
    """The bands an answer can fall into: those the criterion has, and neither unless they cover
    all there is (yes and no).
    """
    named = [BandName(name) for name, _ in criterion.bands()]
    yes_and_no = {True, False} <= {band for _, band in criterion.bands() if isinstance(band, bool)}
    return named if yes_and_no else [*named, BandName.NEITHER]


def _answered(results: Sequence[CriterionResult], index: int, band: BandName) -> list[CriterionResult]:
    changed = list(results)
    changed[index] = changed[index].model_copy(update={"band": band})
    return changed


def completions(
    criteria: Sequence[Criterion], results: Sequence[CriterionResult]
) -> list[list[CriterionResult]]:
    """Every way the unknown could turn out; the definition the range is tested against."""
    choices = [
        answers(c) if r.band is BandName.UNKNOWN else [r.band] for c, r in zip(criteria, results, strict=True)
    ]
    return [
        [r.model_copy(update={"band": band}) for r, band in zip(results, bands, strict=True)]
        for bands in product(*choices)
    ]
