"""Back-test: would the profile have told won from lost?"""

from collections.abc import Sequence

from icpbot.domain.fit import FitReport, Verdict
from icpbot.domain.model import Model
from icpbot.domain.statistics import fisher, wilson

ENOUGH = 20
"""Fewer past accounts with an outcome than this say nothing about a profile."""


class Outcome(Model):
    """A past account: whether it turned out well, and what the profile says of it."""

    report: FitReport
    good: bool


class ByVerdict(Model):
    """Share of good outcomes among the accounts of one verdict, with its 95 % interval."""

    verdict: Verdict
    n: int
    good: int
    share: float
    low: float
    high: float
    lift: float


class BackTest(Model):
    """`p` tests ideal and ok against avoid (Fisher); `auc` is the chance that a good account scores
    higher than a bad one, .5 being none.
    """

    n: int
    good: int
    enough: bool
    by_verdict: tuple[ByVerdict, ...]
    auc: float | None
    p: float | None


def backtest(outcomes: Sequence[Outcome]) -> BackTest:
    good = sum(o.good for o in outcomes)
    base = good / len(outcomes) if outcomes else 0.0
    groups = [_group(v, [o for o in outcomes if o.report.verdict is v], base) for v in Verdict]
    return BackTest(
        n=len(outcomes),
        good=good,
        enough=min(good, len(outcomes) - good) * 2 >= ENOUGH // 2 and len(outcomes) >= ENOUGH,
        by_verdict=tuple(g for g in groups if g.n),
        auc=_auc(outcomes),
        p=_significance(outcomes),
    )


def _group(verdict: Verdict, members: Sequence[Outcome], base: float) -> ByVerdict:
    good, n = sum(o.good for o in members), len(members)
    low, high = wilson(good, n)
    share = good / n if n else 0.0
    return ByVerdict(verdict=verdict, n=n, good=good, share=share, low=low, high=high,
                     lift=share / base if base else 0.0)  # fmt: skip


def _middle(outcome: Outcome) -> float:
    return (outcome.report.score.low + outcome.report.score.high) / 2


def _auc(outcomes: Sequence[Outcome]) -> float | None:
    """Mann–Whitney U as a share of all good–bad pairs; ties count half."""
    good = [_middle(o) for o in outcomes if o.good]
    bad = [_middle(o) for o in outcomes if not o.good]
    if not good or not bad:
        return None
    wins = sum((g > b) + 0.5 * (g == b) for g in good for b in bad)
    return wins / (len(good) * len(bad))


def _significance(outcomes: Sequence[Outcome]) -> float | None:
    fitting = [o.good for o in outcomes if o.report.verdict in {Verdict.IDEAL, Verdict.OK}]
    others = [o.good for o in outcomes if o.report.verdict is Verdict.AVOID]
    if not fitting or not others:
        return None
    return fisher(sum(fitting), len(fitting) - sum(fitting), sum(others), len(others) - sum(others))
