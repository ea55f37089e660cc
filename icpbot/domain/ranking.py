"""Ranking: two legs fused, no source allowed to fill the page, a budget in words."""

from collections.abc import Sequence

from icpbot.domain.model import Model
from icpbot.domain.passages import Passage
from icpbot.domain.text import word_count

PER_SOURCE = 3
"""Passages of one source on a page, unless the search is within that source."""


class Hit(Model):
    """`similarity` is the cosine of meaning, `overlap` the share of the query's
    terms it says, telling terms counting more.
    """

    passage: Passage
    score: float
    similarity: float = 0.0
    overlap: float = 0.0


class Filter(Model):
    """What may be searched; applied before ranking. `audiences` empty means everything."""

    workspace: str
    audiences: tuple[str, ...] = ()
    source: str | None = None
    account: str | None = None
    language: str | None = None


class Leg(Model):
    """Passage ids with the leg's own scores, best first."""

    scores: dict[str, float]
    weight: float = 1.0


def fuse(legs: Sequence[Leg], constant: int = 60) -> dict[str, float]:
    """Weighted reciprocal rank fusion (Cormack 2009): Σ weight / (constant + rank)."""
    fused: dict[str, float] = {}
    for leg in legs:
        for place, key in enumerate(leg.scores, start=1):
            fused[key] = fused.get(key, 0.0) + leg.weight / (constant + place)
    return dict(sorted(fused.items(), key=lambda item: (-item[1], item[0])))


def spread(hits: Sequence[Hit], per_source: int = PER_SOURCE) -> list[Hit]:
    """The same order with at most `per_source` hits of one source; the surplus goes to the end."""
    first: list[Hit] = []
    surplus: list[Hit] = []
    seen: dict[str, int] = {}
    for hit in hits:
        source = hit.passage.source_id
        seen[source] = seen.get(source, 0) + 1
        (first if seen[source] <= per_source else surplus).append(hit)
    return first + surplus


def within_words(hits: Sequence[Hit], words: int) -> list[Hit]:
    """Hits, best first, until so many words are reached."""
    taken: list[Hit] = []
    total = 0
    for hit in hits:
        if total >= words:
            break
        taken.append(hit)
        total += word_count(hit.passage.text)
    return taken
