"""The dense leg: Chroma, embedded behind a file lock or as a server."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from icpbot.domain.errors import InUse, Unavailable
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import Source

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
BATCH = 256


class ChromaVectors:
    """Ids, vectors and filter fields only: no text of anybody is kept in the index."""

    def __init__(self, client: Callable[[], Any], name: str) -> None:
        self._client = client
        self._name = name
        self._opened: Any = None

    @property
    def _collection(self) -> Any:
        if self._opened is None:
            with _translated():
                self._opened = self._client().get_or_create_collection(
                    self._name, embedding_function=None,
                    configuration={"hnsw": {"space": "cosine", "ef_search": 200, "ef_construction": 200}},
                )  # fmt: skip
        return self._opened

    def add(self, source: Source, passages: Sequence[Passage], vectors: NDArray[np.float32]) -> None:
        fields = {
            "source_id": source.id, "workspace": source.workspace, "audience": source.audience,
            "account": source.account or "", "language": source.language or "",
        }  # fmt: skip
        for start in range(0, len(passages), BATCH):
            part = passages[start : start + BATCH]
            with _translated():
                self._collection.upsert(
                    ids=[p.id for p in part], embeddings=vectors[start : start + BATCH],
                    metadatas=[{**fields, "language": p.language or fields["language"]} for p in part],
                )  # fmt: skip

    def remove(self, source_ids: Sequence[str]) -> None:
        with _translated():
            self._collection.delete(where={"source_id": {"$in": list(source_ids)}})

    def clear(self) -> None:
        with _translated():
            self._client().delete_collection(self._collection.name)
        self._opened = None

    def count(self) -> int:
        with _translated():
            return int(self._collection.count())

    def search(self, vector: NDArray[np.float32], where: Filter, k: int) -> dict[str, float]:
        """Passage id → cosine similarity, best first."""
        with _translated():
            found = self._collection.query(
                query_embeddings=[vector], n_results=k, where=_conditions(where), include=["distances"]
            )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return {key: 1.0 - float(distance) for key, distance in pairs}


def _conditions(where: Filter) -> dict[str, Any]:
    parts: list[dict[str, Any]] = [{"workspace": where.workspace}]
    if where.audiences:
        parts.append({"audience": {"$in": list(where.audiences)}})
    for field, value in (
        ("source_id", where.source),
        ("account", where.account),
        ("language", where.language),
    ):
        if value is not None:
            parts.append({field: value})
    return parts[0] if len(parts) == 1 else {"$and": parts}


class _translated:  # noqa: N801 - reads as a verb where it is used
    """A context in which Chroma's and its transport's errors leave as ours."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if error is None:
            return
        from chromadb.errors import ChromaError
        from httpx import HTTPError

        if isinstance(error, ChromaError | HTTPError | OSError):
            raise Unavailable("index-not-answering") from error
        if isinstance(error, ValueError) and "connect" in str(error).lower():
            raise Unavailable("index-not-answering") from error


def embedded(folder: Path) -> Callable[[], Any]:
    """A client of the embedded index. Two processes writing it would corrupt it, so the folder is
    locked for as long as this process lives; raises `InUse` when another one has it.
    """
    state: dict[str, Any] = {}

    def client() -> Any:
        if "client" not in state:
            state["lock"] = _locked(folder)
            import chromadb
            from chromadb.config import Settings

            state["client"] = chromadb.PersistentClient(str(folder), Settings(anonymized_telemetry=False))
        return state["client"]

    return client


def _locked(folder: Path) -> Any:
    from filelock import FileLock, Timeout

    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / "in-use.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise InUse("index-in-use", folder=str(folder)) from error
    return lock


def server(url: str) -> Callable[[], Any]:
    """A client of a Chroma server at `http(s)://host:port`."""
    state: dict[str, Any] = {}

    def client() -> Any:
        if "client" not in state:
            import chromadb
            from chromadb.config import Settings

            parts = urlsplit(url)
            secure = parts.scheme == "https"
            with _translated():
                state["client"] = chromadb.HttpClient(
                    host=parts.hostname or "localhost", port=parts.port or (443 if secure else 8000),
                    ssl=secure, settings=Settings(anonymized_telemetry=False),
                )  # fmt: skip
        return state["client"]

    return client
