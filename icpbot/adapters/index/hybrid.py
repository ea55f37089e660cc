"""Both legs together: what the use cases call the index."""

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from icpbot.adapters.index.vectors import ChromaVectors
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Filter, Hit, Leg, fuse
from icpbot.domain.sources import Source
from icpbot.domain.text import terms
from icpbot.usecases.ports import Progress

CANDIDATES = 100
EMBEDDED_AT_ONCE = 64


class Words(Protocol):
    """The lexical leg."""

    def add(self, source: Source, passages: Sequence[Passage]) -> None: ...

    def remove(self, source_ids: Sequence[str]) -> None: ...

    def clear(self) -> None: ...

    def search(self, query: str, where: Filter, k: int) -> dict[str, float]: ...

    def weights(self, wanted: Sequence[str]) -> dict[str, float]: ...


class HybridIndex:
    """Implements `PassageIndex`."""

    def __init__(
        self,
        vectors: ChromaVectors,
        words: Words,
        encode: Callable[[Sequence[str]], NDArray[np.float32]],
        passages: Callable[[Sequence[str]], dict[str, Passage]],
    ) -> None:
        self._vectors = vectors
        self._words = words
        self._encode = encode
        self._passages = passages
        self._writing = threading.Lock()

    def add(self, source: Source, passages: Sequence[Passage], progress: Progress | None = None) -> None:
        with self._writing:
            for start in range(0, len(passages), EMBEDDED_AT_ONCE):
                part = passages[start : start + EMBEDDED_AT_ONCE]
                self._vectors.add(source, part, self._encode([p.searchable for p in part]))
                if progress:
                    progress("embedding", start + len(part), len(passages))
            self._words.add(source, passages)

    def remove(self, source_ids: Sequence[str]) -> None:
        with self._writing:
            self._vectors.remove(source_ids)
            self._words.remove(source_ids)

    def clear(self) -> None:
        with self._writing:
            self._vectors.clear()
            self._words.clear()

    def search(self, query: str, where: Filter, k: int) -> list[Hit]:
        if not query.strip():
            return []
        vector = self._encode([query])[0]
        dense = self._vectors.search(vector, where, max(k, CANDIDATES))
        lexical = self._words.search(query, where, max(k, CANDIDATES))
        fused = fuse([Leg(scores=dense), Leg(scores=lexical)])
        found = self._passages(list(fused)[: k * 2])
        weights = self._words.weights(list(set(terms(query))))
        hits = [
            Hit(passage=found[key], score=score, similarity=dense.get(key, 0.0),
                overlap=_overlap(weights, found[key]))
            for key, score in fused.items() if key in found
        ]  # fmt: skip
        return hits[:k]


def _overlap(weights: dict[str, float], passage: Passage) -> float:
    """The share of the query's weight that the passage says in the same words."""
    said = set(terms(passage.searchable))
    total = sum(weights.values())
    return sum(w for term, w in weights.items() if term in said) / total if total else 0.0
