"""Fusion: how strongly a passage speaks to a query, given its meaning, its words and its neighbours."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import exp, log

SATURATION, LENGTH, AVERAGE = 2.0, 0.4, 100
"""k1 and b of BM25 (Robertson 2009) and the terms of a passage of the usual length. On the meetings of
QMSum, k1 = 2 and b = .4 cover a little more than the customary 1.2 and .75."""
SHARE, ACCIDENT = 2.0, 0.05
"""What a share of words weighs beside a cosine, and the share that says nothing: a page in another
language has a name or a number of the question by accident. Both scales are absolute, so a leg that finds
nothing (words across languages, vectors of a language that the embedder never learnt) drags nothing."""
SHARPNESS = 4.0
REACH, DECAY = 3, 0.65
"""How evidence adds up along a conversation. A subject lasts for several passages, so those around a
strong one are likelier than their own words tell. Chosen on QMSum, VCSum and Zoom calls together."""
TYPICAL = 50
"""Among several sources only what exceeds the mean of so many best passages is passed on to neighbours:
otherwise a long source would win by having neighbours at all (seen on help pages of one to ten passages).
"""

Place = tuple[str, int]
"""A source and the number of a passage in it."""


def telling(said_by: Mapping[str, int], passages: int) -> dict[str, float]:
    """Weight of each term by the number of passages that say it: inverse document frequency, smoothed
    by ten passages so that a library of three does not take every word for a rare one.
    """
    return {term: log(1 + (passages + 10) / (n + 1)) for term, n in said_by.items()}


def share_said(weights: Mapping[str, float], words: Sequence[str]) -> float:
    """The share, 0 to 1, of the query's weight that a passage says: BM25 over its highest value."""
    total = sum(weights.values())
    if not total:
        return 0.0
    counts = Counter(word for word in words if word in weights)
    longer = SATURATION * (1 - LENGTH + LENGTH * len(words) / AVERAGE)
    return sum(weights[term] * n / (n + longer) for term, n in counts.items()) / total


def evidence(similarity: float, share: float) -> float:
    """How strongly a passage speaks for itself, on a scale on which evidence may be added up."""
    return exp(SHARPNESS * (similarity + SHARE * max(0.0, share - ACCIDENT)))


def with_neighbours(own: Mapping[Place, float]) -> dict[Place, float]:
    """Everybody's evidence with a share of that of the passages around, on a logarithmic scale in
    which a passage alone keeps its similarity plus `SHARE` times its share of words.
    """
    several = len({source for source, _ in own}) > 1
    best = nlargest(TYPICAL, own.values()) if several else []
    typical = sum(best) / len(best) if best else 0.0
    given = {place: max(0.0, strength - typical) for place, strength in own.items()}
    found = {}
    for (source, number), strength in own.items():
        beside = ((step, place) for step in range(1, REACH + 1)
                  for place in ((source, number - step), (source, number + step)))  # fmt: skip
        lent = sum(DECAY**step * given.get(place, 0.0) for step, place in beside)
        found[source, number] = log(strength + lent) / SHARPNESS
    return found


def around(places: Iterable[Place], reach: int = REACH) -> set[Place]:
    """The places from which evidence may come, themselves included."""
    steps = range(-reach, reach + 1)
    return {(source, number + step) for source, number in places for step in steps if number + step >= 0}
