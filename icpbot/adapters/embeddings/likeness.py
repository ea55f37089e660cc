"""Vectors that are remembered, and likeness of texts to each other."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from functools import partial
from hashlib import sha256
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from icpbot.adapters.embeddings.clustering import compared
from icpbot.domain.clusters import ALIKE, Alike

Vectors = NDArray[np.float32]
COMPARED = 32
"""Comparisons that are remembered: the same insights are counted for question after question."""


class Encoder(Protocol):
    name: str

    def encode(self, texts: Sequence[str]) -> Vectors: ...


class Remembering:
    """An encoder that keeps the vectors of the latest texts: insights are compared again and again."""

    def __init__(self, name: str, load: Callable[[], Encoder], keep: int = 40_000) -> None:
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
        self._compared: OrderedDict[bytes, tuple[list[list[int]], list[float]]] = OrderedDict()

    def to(self, query: str, texts: Sequence[str]) -> list[float]:
        if not texts:
            return []
        rows = self._encoder.encode([query, *texts])
        return [float(score) for score in rows[1:] @ rows[0]]

    def alike(self, texts: Sequence[str], weights: Sequence[float] | None = None) -> Alike:
        rows = self._encoder.encode(texts)
        often = np.ones(len(texts)) if weights is None else np.asarray(weights)
        key = sha256(rows.tobytes() + often.tobytes()).digest()
        found = self._compared.get(key)
        if found is None:
            found = self._compared[key] = compared(rows, often)
            while len(self._compared) > COMPARED:
                self._compared.popitem(last=False)
        return Alike(*found, partial(_on_average, rows))


def _on_average(rows: Vectors, place: int, others: Collection[int]) -> float:
    scores = rows[list(others)] @ rows[place]
    return float(scores[scores >= ALIKE].sum() / len(others))
