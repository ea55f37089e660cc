"""Vectors that are remembered, and likeness of texts to each other."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    name: str

    def encode(self, texts: Sequence[str]) -> Vectors: ...


class Remembering:
    """An encoder that keeps the vectors of the latest texts: insights are compared again and again."""

    def __init__(self, name: str, load: Callable[[], Encoder], keep: int = 20_000) -> None:
        self.name = name
        self._load = load
        self._encoder: Encoder | None = None
        self._keep = keep
        self._known: OrderedDict[str, NDArray[np.float32]] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> Vectors:
        self._encoder = self._encoder or self._load()
        fresh = [text for text in dict.fromkeys(texts) if text not in self._known]
        rows = dict(zip(fresh, self._encoder.encode(fresh), strict=True)) if fresh else {}
        found = [rows[text] if text in rows else self._known[text] for text in texts]
        self._known.update(rows)
        while len(self._known) > self._keep:
            self._known.popitem(last=False)
        return np.stack(found) if found else np.zeros((0, 1), dtype=np.float32)

    def forget(self) -> None:
        self._known.clear()


class VectorLikeness:
    """Implements `Likeness`."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def to(self, query: str, texts: Sequence[str]) -> list[float]:
        if not texts:
            return []
        rows = self._encoder.encode([query, *texts])
        return [float(score) for score in rows[1:] @ rows[0]]

    def pairs(self, texts: Sequence[str], at: float) -> list[tuple[int, int, float]]:
        if len(texts) < 2:
            return []
        rows = self._encoder.encode(texts)
        found: list[tuple[int, int, float]] = []
        for start in range(0, len(texts), 512):  # a block at a time keeps memory flat
            scores = rows[start : start + 512] @ rows.T
            lefts, rights = np.nonzero(scores >= at)
            found += [
                (int(a) + start, int(b), float(scores[a, b]))
                for a, b in zip(lefts, rights, strict=True)
                if a + start < b
            ]
        return found
