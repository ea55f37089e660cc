"""Both legs together: what the use cases call the index."""

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from icpbot.adapters.index.vectors import ChromaVectors
from icpbot.domain.fusion import Place, around, evidence, share_said, with_neighbours
from icpbot.domain.passages import Passage
from icpbot.domain.queries import Asking, Query, understood
from icpbot.domain.ranking import Filter, Hit
from icpbot.domain.sources import Source
from icpbot.usecases.ports import Progress

CANDIDATES = 100
"""Passages that each leg proposes."""
SUPPORTED = 30
"""Of them, the best by their own words: what stands around these is looked at as well."""
UNDATED = 4
"""How many times more the legs, which know no dates, propose where the store then looks at the day."""
EMBEDDED_AT_ONCE = 64
FORM = 3
"""Raised when what the index holds of a passage changes: indexes of an earlier form are filled anew."""


class Words(Protocol):
    """The lexical leg."""

    def add(self, source: Source, passages: Sequence[Passage]) -> None: ...

    def remove(self, source_ids: Sequence[str]) -> None: ...

    def held(self, source_ids: Sequence[str]) -> int: ...

    def search(self, wanted: Sequence[str], where: Filter, k: int) -> list[str]: ...

    def weights(self, wanted: Sequence[str]) -> dict[str, float]: ...


class Passages(Protocol):
    """The truth about passages: what the index proposes is read from here, under the same filter."""

    def passages(self, ids: Sequence[str], where: Filter | None = None) -> dict[str, Passage]: ...

    def narrowed(self, where: Filter, most: int) -> list[Passage] | None: ...

    def placed(self, places: Iterable[Place]) -> list[Passage]: ...


class HybridIndex:
    """Implements `PassageIndex`."""

    def __init__(
        self,
        vectors: ChromaVectors,
        words: Words,
        encode: Callable[[Sequence[str]], NDArray[np.float32]],
        passages: Passages,
        asking: Callable[[], Asking],
    ) -> None:
        self.name = f"{vectors.name}/{FORM}"
        self._vectors = vectors
        self._words = words
        self._encode = encode
        self._passages = passages
        self._asking = asking
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

    def held(self, source_ids: Sequence[str]) -> dict[str, int]:
        return {"vectors": self._vectors.held(source_ids), "words": self._words.held(source_ids)}

    def strangers(self, known: Collection[str]) -> list[str]:
        return self._vectors.strangers(known)

    def retire_others(self) -> None:
        """Let go of the vectors of earlier embedders."""
        self._vectors.retire_others()

    def search(self, query: str, where: Filter, k: int) -> list[Hit]:
        wanted = understood(query, self._asking())
        if not wanted.content:
            return []
        # What is asked for finds most; the question as a whole keeps what its frame adds.
        vector = self._encode([wanted.content, query]).mean(axis=0)
        weights = self._words.weights(wanted.terms)
        judged = self._judged(self._pool(wanted, vector, where, k), wanted, vector, weights)
        lifted = with_neighbours({place: strength for place, (_, strength) in judged.items()})
        hits = [hit.model_copy(update={"score": lifted[place]}) for place, (hit, _) in judged.items()]
        hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
        if wanted.phrases:
            hits.sort(key=lambda hit: not wanted.quoted_in(hit.passage.text))
        return hits[:k]

    def _pool(self, wanted: Query, vector: NDArray[np.float32], where: Filter, k: int) -> dict[str, Passage]:
        """All passages of a narrow filter; else what the legs propose, with what stands around the best."""
        narrow = self._passages.narrowed(where, most=10 * CANDIDATES)
        if narrow is not None:
            return {passage.id: passage for passage in narrow}
        size = max(k, CANDIDATES) * (UNDATED if where.period else 1)
        legs = [self._vectors.search(vector, where, size), self._words.search(wanted.terms, where, size)]
        found = self._passages.passages(list(dict.fromkeys(key for leg in legs for key in leg)), where)
        best = [key for leg in legs for key in leg[: SUPPORTED // 2] if key in found]
        near = self._passages.placed(around((found[key].source_id, found[key].number) for key in best))
        return found | {passage.id: passage for passage in near}

    def _judged(
        self, pool: dict[str, Passage], wanted: Query, vector: NDArray[np.float32], weights: dict[str, float]
    ) -> dict[Place, tuple[Hit, float]]:
        """Every passage of the pool as a hit with the evidence of its own words."""
        vectors = self._vectors.of(list(pool))
        judged = {}
        for key, passage in pool.items():
            words = passage.terms
            if wanted.excludes(words):
                continue
            similarity = float(vectors[key] @ vector) if key in vectors else 0.0
            strength = evidence(similarity, share_said(weights, words))
            hit = Hit(passage=passage, score=0.0, similarity=similarity, overlap=_overlap(weights, words))
            judged[passage.source_id, passage.number] = hit, strength
        return judged


def _overlap(weights: dict[str, float], words: Iterable[str]) -> float:
    """The share of the query's weight that the passage says in the same words."""
    total = sum(weights.values())
    return sum(weights.get(word, 0.0) for word in set(words)) / total if total else 0.0
