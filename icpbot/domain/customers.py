"""Best customers: ranked by what the team means by "best"."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from icpbot.domain.catalogue import Catalogue
from icpbot.domain.model import Model
from icpbot.domain.values import Value

TOP_SHARE = 0.25
"""Without a number asked for, the best are the top quarter (contract section 3)."""


class Customer(Model):
    """An account of the customer table: attributes describe it, metrics say how good it is."""

    account: str
    attributes: dict[str, Value] = {}
    metrics: dict[str, float] = {}


class Ranked(Model):
    """`score` is the weighted mean percentile, 0 to 100, over the metrics that are known."""

    account: str
    score: float | None
    rank: int
    metrics: dict[str, float]
    missing: tuple[str, ...] = ()


def rank(
    customers: Sequence[Customer], weights: Mapping[str, float], *, catalogue: Catalogue
) -> list[Ranked]:
    """Customers by weighted percentile rank, best first; ties share a rank.

    Direction is the metric's own (cost to serve: lower is better). A missing value is reported
    and left out of the mean, never filled in; who has no value at all comes last, without score.
    """
    columns = {m: sorted(c.metrics[m] for c in customers if m in c.metrics) for m in weights}
    scored = [(_score(c, weights, columns, catalogue), c) for c in customers]
    scored.sort(key=lambda pair: (-(pair[0] if pair[0] is not None else -1), pair[1].account))
    return [
        Ranked(
            account=c.account,
            score=None if score is None else round(score, 2),
            rank=1 + sum(1 for other, _ in scored if other is not None and (score is None or other > score)),
            metrics=c.metrics,
            missing=tuple(m for m in weights if m not in c.metrics),
        )
        for score, c in scored
    ]


def _score(
    customer: Customer,
    weights: Mapping[str, float],
    columns: Mapping[str, list[float]],
    catalogue: Catalogue,
) -> float | None:
    known = {m: w for m, w in weights.items() if m in customer.metrics and w > 0}
    if not known:
        return None
    total = sum(
        weight * _percentile(customer.metrics[metric], columns[metric], _lower(metric, catalogue))
        for metric, weight in known.items()
    )
    return round(total / sum(known.values()), 6)  # equal customers tie whatever their sums leave behind


def _lower(metric: str, catalogue: Catalogue) -> bool:
    entry = catalogue.metric(metric)
    return entry is not None and entry.direction == "lower"


def _percentile(value: float, column: Sequence[float], lower_is_better: bool) -> float:  # noqa: FBT001
    """Mid-rank percentile, 0 to 100: equal values share the middle of their places."""
    below, upto = bisect_left(column, value), bisect_right(column, value)
    percentile = 100 * (below + (upto - below) / 2) / len(column)
    return 100 - percentile if lower_is_better else percentile


def top(ranked: Sequence[Ranked], count: int | None = None) -> list[str]:
    """The best accounts: so many, or the top quarter of those that have a score."""
    scored = [r.account for r in ranked if r.score is not None]
    return scored[: count if count is not None else max(1, round(len(scored) * TOP_SHARE))]
