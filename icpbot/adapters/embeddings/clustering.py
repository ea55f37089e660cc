"""Average linkage over many vectors at once: `domain.clusters.cluster` is the definition."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from icpbot.domain.clusters import ALIKE, JOIN_AT

Vectors = NDArray[np.float32]
Places = NDArray[np.intp]
TOGETHER = 5000
"""Vectors that are joined in one go, at eight bytes a pair, twice; those after them join what is there, or
are joined among themselves."""
_BLOCK = 512
_ROUNDING = 1e-9


def compared(rows: Vectors, often: NDArray[np.float64]) -> tuple[list[list[int]], list[float]]:
    """Groups of unit vectors, the largest first, and of each vector the sum of its likeness to the first
    ones, each of them counted as `often` as it is said.
    """
    summed = np.concatenate([np.zeros(0), *_summed(rows, often)])
    groups: list[Places] = []
    left = np.arange(len(rows))
    while len(left):
        first, later = left[:TOGETHER], left[TOGETHER:]
        groups += [first[group] for group in _joined(rows[first])]
        left = _added(groups, rows, later)
    listed = sorted((sorted(group.tolist()) for group in groups), key=lambda group: (-len(group), group[0]))
    return listed, summed.tolist()


def _summed(rows: Vectors, often: NDArray[np.float64]) -> Iterator[NDArray[np.float64]]:
    others = rows[:TOGETHER]
    for start in range(0, len(rows), _BLOCK):
        scores = _scores(rows[start : start + _BLOCK], others)
        own = np.arange(start, min(start + len(scores), len(others)))
        scores[own - start, own] = 0.0
        yield scores @ often[: len(others)]


def _scores(rows: Vectors, others: Vectors) -> Vectors:
    """Similarities; of what is hardly alike, none."""
    scores: Vectors = rows @ others.T
    scores[scores < ALIKE] = 0.0
    return scores


def _joined(rows: Vectors) -> Iterator[Places]:
    """The places of each group."""
    from scipy.cluster.hierarchy import fcluster, linkage

    if len(rows) < 2:
        yield from np.arange(len(rows))[:, None]
        return
    tree = linkage(_distances(rows), method="average")
    labels = fcluster(tree, 1.0 - JOIN_AT + _ROUNDING, criterion="distance")
    order = np.argsort(labels, kind="stable")
    yield from np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)


def _distances(rows: Vectors) -> NDArray[np.float64]:
    """One minus the similarity of each to each that follows, one after the other."""
    size = len(rows)
    found, at = np.empty(size * (size - 1) // 2), 0
    for start in range(0, size, _BLOCK):
        scores = _scores(rows[start : start + _BLOCK], rows[start:])
        for place, row in enumerate(scores):
            rest = row[place + 1 :]
            found[at : at + len(rest)] = np.maximum(1.0 - rest, 0.0)  # rounding makes some more than equal
            at += len(rest)
    return found


def _added(groups: list[Places], rows: Vectors, later: Places) -> Places:
    """Each of the later ones joins the group it is most like on average, if any; those that join none."""
    if not len(later):
        return later
    members = np.concatenate(groups)
    starts = np.cumsum([0, *(len(group) for group in groups[:-1])])
    sizes = np.array([len(group) for group in groups])
    alone: list[int] = []
    joining: dict[int, list[int]] = {}
    for start in range(0, len(later), _BLOCK):
        places = later[start : start + _BLOCK]
        means = np.add.reduceat(_scores(rows[places], rows[members]), starts, axis=1) / sizes
        for place, best, mean in zip(
            places.tolist(), means.argmax(axis=1).tolist(), means.max(axis=1), strict=True
        ):
            (joining.setdefault(best, []) if mean >= JOIN_AT else alone).append(place)
    for group, places_of in joining.items():
        groups[group] = np.concatenate([groups[group], np.array(places_of)])
    return np.array(alone, dtype=np.intp)
