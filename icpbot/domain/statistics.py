"""The few tests of significance that counts and traits need, exact and dependency-free."""

from collections.abc import Sequence
from math import comb, erfc, exp, lgamma, log, sqrt
from random import Random
from statistics import NormalDist, StatisticsError, correlation, stdev

from icpbot.domain.model import Model

Z95 = 1.959963984540054


def wilson(hits: float, n: float) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927, score interval without continuity correction)."""
    if n == 0:
        return 0.0, 1.0
    p, z2 = hits / n, Z95 * Z95
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return 0.0 if hits == 0 else max(0.0, centre - half), 1.0 if hits == n else min(1.0, centre + half)


def fisher(a: int, b: int, c: int, d: int) -> float:
    """Two-sided p of Fisher's exact test for the table [[a, b], [c, d]]: the total probability of
    tables with the same margins that are no likelier than this one.
    """
    row, column, n = a + b, a + c, a + b + c + d
    tables = range(max(0, column - (n - row)), min(row, column) + 1)
    weights = {k: comb(row, k) * comb(n - row, column - k) for k in tables}
    limit = weights[a]
    return min(1.0, sum(w for w in weights.values() if w <= limit) / comb(n, column))


class Independence(Model):
    """Whether rows and columns of a table have to do with each other: `v` is Cramér's V, 0 to 1, how much.
    `small`: so few are expected in some cells that p is rough (Cochran 1954: below 1 in one, or below 5 in
    more than a fifth of them); Fisher's test is exact then and never small.
    """

    test: str
    n: int
    p: float
    v: float
    statistic: float | None = None
    df: int | None = None
    small: bool = False


def independence(table: Sequence[Sequence[int]]) -> Independence | None:
    """Pearson's chi-square, or Fisher's exact test of two by two where few are expected; nothing when all
    are in one row or one column.
    """
    rows = [row for row in table if sum(row)]
    columns = [column for column in zip(*rows, strict=True) if sum(column)]
    if len(rows) < 2 or len(columns) < 2:
        return None
    n = sum(map(sum, rows))
    expected = [[sum(column) * sum(row) / n for column in columns] for row in zip(*columns, strict=True)]
    seen = list(zip(*columns, strict=True))
    statistic = sum(
        (o - e) ** 2 / e for row, by in zip(seen, expected, strict=True) for o, e in zip(row, by, strict=True)
    )
    df = (len(rows) - 1) * (len(columns) - 1)
    v = min(1.0, sqrt(statistic / (n * (min(len(rows), len(columns)) - 1))))
    cells = [e for by in expected for e in by]
    small = min(cells) < 1 or sum(e < 5 for e in cells) > 0.2 * len(cells)
    if small and df == 1:
        (a, b), (c, d) = seen
        return Independence(test="fisher", n=n, p=fisher(a, b, c, d), v=v)
    p = chi_square_tail(statistic, df)
    return Independence(test="chi-square", n=n, p=p, v=v, statistic=statistic, df=df, small=small)


def chi_square_tail(statistic: float, df: int) -> float:
    """The chance of a chi-square at least so large (finite sums, Abramowitz & Stegun 26.4.4 and 26.4.5)."""
    half = statistic / 2
    if half <= 0:  # also of what is too small to be halved
        return 1.0
    if df % 2 == 0:
        steps = [k * log(half) - lgamma(k + 1) - half for k in range(df // 2)]
        return min(1.0, sum(map(exp, steps)))
    steps = [(k - 0.5) * log(half) - lgamma(k + 0.5) - half for k in range(1, (df + 1) // 2)]
    return min(1.0, erfc(sqrt(half)) + sum(map(exp, steps)))


def false_discovery(p_values: Sequence[float]) -> list[float]:
    """Benjamini–Hochberg adjusted p (1995), in the given order."""
    order = sorted(range(len(p_values)), key=lambda i: p_values[i], reverse=True)
    adjusted = [1.0] * len(p_values)
    smallest = 1.0
    for place, index in enumerate(order):
        smallest = min(smallest, p_values[index] * len(p_values) / (len(p_values) - place))
        adjusted[index] = smallest
    return adjusted


def lift_interval(a: int, b: int, c: int, d: int) -> tuple[float, float, float]:
    """Lift (ratio of shares a/(a+b) to c/(c+d)) with its 95 % interval on the log scale (Katz 1978);
    half a case is added to each cell so that an empty one does not end the story.
    """
    a_, b_, c_, d_ = a + 0.5, b + 0.5, c + 0.5, d + 0.5
    ratio = (a_ / (a_ + b_)) / (c_ / (c_ + d_))
    spread = Z95 * sqrt(1 / a_ - 1 / (a_ + b_) + 1 / c_ - 1 / (c_ + d_))
    return ratio, exp(log(ratio) - spread), exp(log(ratio) + spread)


def auc(scores: Sequence[float], good: Sequence[bool]) -> float | None:
    """The chance that a good one scores higher than a bad one, ties counting half: Mann–Whitney U as a
    share of all pairs. Nothing without a pair.
    """
    levels: dict[float, list[int]] = {}
    for score, is_good in zip(scores, good, strict=True):
        levels.setdefault(score, [0, 0])[is_good] += 1
    below, won, wins = 0, 0, 0.0
    for _, (bad, right) in sorted(levels.items()):
        wins += right * (below + bad / 2)
        below, won = below + bad, won + right
    return wins / (won * below) if won and below else None


def shuffled_p(scores: Sequence[float], good: Sequence[bool], *, times: int, chance: Random) -> float:
    """Two-sided p of a permutation test (Phipson & Smyth 2010: never zero): how often shuffled outcomes
    rank as far from chance as the real ones.
    """
    ranks, n = midranks(scores), sum(good)
    expected = n * (len(ranks) + 1) / 2
    found = abs(sum(rank for rank, is_good in zip(ranks, good, strict=True) if is_good) - expected)
    as_far = sum(abs(sum(chance.sample(ranks, n)) - expected) >= found - 1e-9 for _ in range(times))
    return (as_far + 1) / (times + 1)


def midranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1; equal values share the middle of theirs."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    ranks, start = [0.0] * len(values), 0
    for end in range(1, len(order) + 1):
        if end == len(order) or values[order[end]] != values[order[start]]:
            for i in order[start:end]:
                ranks[i] = (start + end + 1) / 2
            start = end
    return ranks


def spearman(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Spearman's rank correlation; nothing when one side is all the same."""
    try:
        return correlation(midranks(one), midranks(other))
    except StatisticsError:
        return None


def interval(drawn: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of bootstrap figures (percentile interval)."""
    ordered = sorted(drawn)
    last = len(ordered) - 1
    return ordered[round(0.025 * last)], ordered[round(0.975 * last)]


def spread(drawn: Sequence[float]) -> float:
    """The standard error that bootstrap figures tell."""
    return stdev(drawn) if len(drawn) > 1 else 0.0


def normal_quantile(share: float) -> float:
    return NormalDist().inv_cdf(share)
