"""Back-test: would the profile have told won from lost, and which criterion makes the difference?"""

from collections.abc import Sequence
from enum import StrEnum
from random import Random

from icpbot.domain.fit import FitReport, Verdict, score_of
from icpbot.domain.model import Model
from icpbot.domain.statistics import (
    auc,
    fisher,
    interval,
    normal_quantile,
    shuffled_p,
    spearman,
    spread,
    wilson,
)

ENOUGH = 20
"""Fewer past accounts with an outcome than this say nothing about a profile."""
_FEW = 5
"""Of each kind, won and lost, there must be as many at least."""
_WORK = 400_000
"""Accounts times draws of the bootstrap, which is what it takes in time; 200 to 1,000 draws."""
_SHUFFLES = 2_000
_LEVEL = 0.05


class Signal(StrEnum):
    """What the past says of a profile: it tells good from bad, it does not, it has them upside down, or
    there is too little of it.
    """

    YES = "yes"
    NONE = "none"
    BACKWARDS = "backwards"
    TOO_FEW = "too few"


class Group(StrEnum):
    WON = "won"
    LOST = "lost"
    BEST = "best"
    CHURNED = "churned"


class Effect(StrEnum):
    HELPS = "helps"
    HURTS = "hurts"
    UNCLEAR = "unclear"


class Outcome(Model):
    """A past account: whether it turned out well, where that is known, and what the profile says of it.
    `value` is what it was worth in its lifetime; `later`: the profile judged it by a fact that is newer
    than the outcome.
    """

    report: FitReport
    good: bool | None = None
    later: bool = False
    groups: tuple[Group, ...] = ()
    value: float | None = None


class Estimate(Model):
    """A figure with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


class ByVerdict(Model):
    """Share of good outcomes among the accounts of one verdict, with its 95 % interval; `lift` is that share
    to the share among all, with a bootstrap interval.
    """

    verdict: Verdict
    n: int
    good: int
    share: float
    low: float
    high: float
    lift: float
    lift_low: float = 0.0
    lift_high: float = 0.0


class Coverage(Model):
    """How many accounts of a group the profile matches (ideal or ok), and leaves undecided; the interval
    is that of the share matched.
    """

    group: Group
    n: int
    matched: int
    undecided: int
    low: float
    high: float


class Influence(Model):
    """What a criterion does for the ranking: `auc` with all criteria less that without this one. The
    interval allows for the number of criteria (Bonferroni).
    """

    attribute: str
    gain: float
    low: float
    high: float
    effect: Effect
    known: float


class BackTest(Model):
    """`p` tests ideal and ok against avoid (Fisher); `auc` is the chance that a good account scores
    higher than a bad one, .5 being none; `p_ranking` is that of its distance from .5 among shuffled
    outcomes. `value_rank` is Spearman's correlation of score and lifetime value. `later` counts accounts
    of all `past` ones that were judged by facts newer than their outcome.
    """

    n: int
    good: int
    enough: bool
    by_verdict: tuple[ByVerdict, ...]
    auc: float | None
    p: float | None
    signal: Signal = Signal.TOO_FEW
    auc_interval: tuple[float, float] | None = None
    p_ranking: float | None = None
    value_rank: Estimate | None = None
    coverage: tuple[Coverage, ...] = ()
    criteria: tuple[Influence, ...] = ()
    later: int = 0
    past: int = 0


def backtest(outcomes: Sequence[Outcome], *, seed: int) -> BackTest:
    """Everything the past says; the same for the same outcomes and seed."""
    chance = Random(seed)  # noqa: S311 - statistics
    ended = [o for o in outcomes if o.good is not None]
    reports, good = [o.report for o in ended], [bool(o.good) for o in ended]
    plain = BackTest(
        n=len(ended),
        good=sum(good),
        enough=min(sum(good), len(good) - sum(good)) >= _FEW and len(good) >= ENOUGH,
        by_verdict=_by_verdict(reports, good),
        auc=auc([_middle(report) for report in reports], good),
        p=_significance(reports, good),
        coverage=_coverage(outcomes),
        value_rank=_value_rank(outcomes, chance),
        later=sum(o.later for o in outcomes),
        past=len(outcomes),
    )
    return _weighed(plain, reports, good, chance) if plain.enough else plain


def _weighed(plain: BackTest, reports: Sequence[FitReport], good: Sequence[bool], chance: Random) -> BackTest:
    """The figures that need enough accounts: intervals, the test, and each criterion's part."""
    scores = [_middle(report) for report in reports]
    p = shuffled_p(scores, good, times=_SHUFFLES, chance=chance)
    draws = _draws(len(good), chance)
    full = [_auc_at(scores, good, draw) for draw in draws]
    above = plain.auc is not None and plain.auc > 0.5
    found = (Signal.YES if above else Signal.BACKWARDS) if p < _LEVEL else Signal.NONE
    return plain.model_copy(update={
        "signal": found, "p_ranking": p, "auc_interval": interval([a for a in full if a is not None]),
        "by_verdict": tuple(_lifted(group, reports, good, draws) for group in plain.by_verdict),
        "criteria": _influences(reports, good, draws, full),
    })  # fmt: skip


def _draws(n: int, chance: Random) -> list[list[int]]:
    """Bootstrap samples (Efron 1979): as many accounts, drawn with repetition."""
    times = max(200, min(1_000, _WORK // n))
    return [chance.choices(range(n), k=n) for _ in range(times)]


def _auc_at(scores: Sequence[float], good: Sequence[bool], draw: Sequence[int]) -> float | None:
    return auc([scores[i] for i in draw], [good[i] for i in draw])


def _by_verdict(reports: Sequence[FitReport], good: Sequence[bool]) -> tuple[ByVerdict, ...]:
    base = sum(good) / len(good) if good else 0.0
    ended = list(zip(reports, good, strict=True))
    groups = (_group(v, [yes for report, yes in ended if report.verdict is v], base) for v in Verdict)
    return tuple(group for group in groups if group.n)


def _group(verdict: Verdict, members: Sequence[bool], base: float) -> ByVerdict:
    good, n = sum(members), len(members)
    low, high = wilson(good, n)
    share = good / n if n else 0.0
    return ByVerdict(verdict=verdict, n=n, good=good, share=share, low=low, high=high,
                     lift=share / base if base else 0.0)  # fmt: skip


def _lifted(
    group: ByVerdict, reports: Sequence[FitReport], good: Sequence[bool], draws: Sequence[Sequence[int]]
) -> ByVerdict:
    flags = [(report.verdict is group.verdict, yes) for report, yes in zip(reports, good, strict=True)]
    lifts = [lift for draw in draws if (lift := _lift([flags[i] for i in draw])) is not None]
    low, high = interval(lifts) if lifts else (0.0, 0.0)
    return group.model_copy(update={"lift_low": low, "lift_high": high})


def _lift(flags: Sequence[tuple[bool, bool]]) -> float | None:
    """Nothing when a draw has no account of the group, or no good one at all."""
    members = [good for inside, good in flags if inside]
    good = sum(good for _, good in flags)
    return sum(members) / len(members) * len(flags) / good if members and good else None


def _coverage(outcomes: Sequence[Outcome]) -> tuple[Coverage, ...]:
    groups = dict.fromkeys(group for o in outcomes for group in o.groups)
    return tuple(
        _covered(group, [o.report.verdict for o in outcomes if group in o.groups]) for group in groups
    )


def _covered(group: Group, verdicts: Sequence[Verdict]) -> Coverage:
    matched = sum(v in {Verdict.IDEAL, Verdict.OK} for v in verdicts)
    low, high = wilson(matched, len(verdicts))
    return Coverage(group=group, n=len(verdicts), matched=matched, low=low, high=high,
                    undecided=sum(v is Verdict.UNDECIDED for v in verdicts))  # fmt: skip


def _middle(report: FitReport) -> float:
    return (report.score.low + report.score.high) / 2


def _significance(reports: Sequence[FitReport], good: Sequence[bool]) -> float | None:
    ended = list(zip(reports, good, strict=True))
    fitting = [yes for report, yes in ended if report.verdict in {Verdict.IDEAL, Verdict.OK}]
    others = [yes for report, yes in ended if report.verdict is Verdict.AVOID]
    if not fitting or not others:
        return None
    return fisher(sum(fitting), len(fitting) - sum(fitting), sum(others), len(others) - sum(others))


def _value_rank(outcomes: Sequence[Outcome], chance: Random) -> Estimate | None:
    pairs = [(_middle(o.report), o.value) for o in outcomes if o.value is not None]
    if len(pairs) < ENOUGH:
        return None
    value = _rank_at(pairs, range(len(pairs)))
    drawn = [r for draw in _draws(len(pairs), chance) if (r := _rank_at(pairs, draw)) is not None]
    if value is None or not drawn:
        return None
    low, high = interval(drawn)
    return Estimate(value=value, low=low, high=high)


def _rank_at(pairs: Sequence[tuple[float, float]], draw: Sequence[int]) -> float | None:
    return spearman([pairs[i][0] for i in draw], [pairs[i][1] for i in draw])


def _influences(
    reports: Sequence[FitReport],
    good: Sequence[bool],
    draws: Sequence[Sequence[int]],
    full: Sequence[float | None],
) -> tuple[Influence, ...]:
    """Each criterion left out in turn, the strongest first; nothing where there is one alone."""
    weighty = [c.attribute for c in reports[0].criteria if c.weight > 0]
    if len(weighty) < 2:
        return ()
    wide = normal_quantile(1 - _LEVEL / 2 / len(weighty))
    found = []
    for attribute in weighty:
        without = [_without(report, attribute) for report in reports]
        gains = _gains(without, good, draws, full)
        gain = (auc([_middle(report) for report in reports], good) or 0.0) - (auc(without, good) or 0.0)
        told = sum(c.value is not None for r in reports for c in r.criteria if c.attribute == attribute)
        found.append(_influence(attribute, gain, wide * spread(gains), told / len(reports)))
    return tuple(sorted(found, key=lambda each: -abs(each.gain)))


def _influence(attribute: str, gain: float, reach: float, known: float) -> Influence:
    effect = Effect.HELPS if gain > reach else Effect.HURTS if -gain > reach else Effect.UNCLEAR
    return Influence(attribute=attribute, gain=gain, low=gain - reach, high=gain + reach, effect=effect,
                     known=known)  # fmt: skip


def _gains(
    without: Sequence[float],
    good: Sequence[bool],
    draws: Sequence[Sequence[int]],
    full: Sequence[float | None],
) -> list[float]:
    """What the criterion adds in each draw that has both kinds."""
    rest = [_auc_at(without, good, draw) for draw in draws]
    return [a - b for a, b in zip(full, rest, strict=True) if a is not None and b is not None]


def _without(report: FitReport, attribute: str) -> float:
    score = score_of([c for c in report.criteria if c.attribute != attribute])
    return (score.low + score.high) / 2
