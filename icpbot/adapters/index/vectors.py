"""The dense leg: Chroma, embedded behind a file lock or as a server."""

from collections.abc import Callable, Collection, Mapping, Sequence
from hashlib import sha256
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
PREFIX = "passages-"
"""What the names of our collections begin with; the rest names the embedder."""
BATCH, PAGE = 256, 5000
LOOSELY = 4
"""How many times more is looked up before a filter is applied to what was found."""


class ChromaVectors:
    """Ids, vectors and filter fields only: no text of anybody is kept in the index."""

    def __init__(self, client: Callable[[], Any], name: str) -> None:
        self._client = client
        self.name = name
        self._opened: Any = None

    @property
    def _collection(self) -> Any:
        if self._opened is None:
            with _translated():
                self._opened = self._client().get_or_create_collection(
                    self.name, embedding_function=None,
                    configuration={"hnsw": {"space": "cosine", "ef_search": 200, "ef_construction": 200}},
                )  # fmt: skip
        return self._opened

    def add(self, source: Source, passages: Sequence[Passage], vectors: NDArray[np.float32]) -> None:
        fields = {
            "source_id": source.id, "workspace": source.workspace, "audience": source.audience,
            "account": _unnamed(source.account), "language": source.language or "",
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

    def held(self, source_ids: Sequence[str]) -> int:
        """How many vectors of these sources there are."""
        with _translated():
            found = self._collection.get(where={"source_id": {"$in": list(source_ids)}}, include=[])
        return len(found["ids"])

    def strangers(self, known: Collection[str]) -> list[str]:
        """Sources that have vectors and are not known."""
        found: set[str] = set()
        with _translated():
            for offset in range(0, self._collection.count(), PAGE):
                page = self._collection.get(include=["metadatas"], limit=PAGE, offset=offset)
                found.update(str(fields["source_id"]) for fields in page["metadatas"])
        return sorted(found.difference(known))

    def retire_others(self) -> None:
        """Delete the collections that other embedders filled."""
        with _translated():
            for collection in self._client().list_collections():
                if collection.name.startswith(PREFIX) and collection.name != self.name:
                    self._client().delete_collection(collection.name)

    def close(self) -> None:
        """Give the folder back to other processes."""
        self._opened = None
        release = getattr(self._client, "close", None)
        if release:
            release()

    def count(self) -> int:
        with _translated():
            return int(self._collection.count())

    def search(self, vector: NDArray[np.float32], where: Filter, k: int) -> list[str]:
        """Passage ids by cosine similarity, best first.

        A filter makes Chroma many times slower, and most filters let most passages through: so more
        than is wanted is looked up without it, and the filter goes along only if that was too little.
        """
        with _translated():
            loose = self._collection.query(
                query_embeddings=[vector], n_results=k * LOOSELY, include=["metadatas"]
            )
            kept = [key for key, fields in zip(loose["ids"][0], loose["metadatas"][0], strict=True)
                    if _passes(fields, where)]  # fmt: skip
            if len(kept) >= k or len(loose["ids"][0]) < k * LOOSELY:
                return kept[:k]
            strict = self._collection.query(
                query_embeddings=[vector], n_results=k, where=_conditions(where), include=[]
            )
        return list(strict["ids"][0])

    def of(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors of passages that are in the index."""
        if not ids:
            return {}
        with _translated():
            found = self._collection.get(ids=list(ids), include=["embeddings"])
        return dict(zip(found["ids"], found["embeddings"], strict=True))


def _unnamed(account: str | None) -> str:
    """An account without its name: Chroma keeps what was deleted in its log for a while. Indexes that
    were built with names are still read.
    """
    return sha256(account.encode(errors="replace")).hexdigest()[:16] if account else ""


def _passes(fields: Mapping[str, Any], where: Filter) -> bool:
    return (
        fields["workspace"] == where.workspace
        and (not where.audiences or fields["audience"] in where.audiences)
        and where.source in {None, fields["source_id"]}
        and (where.account is None or fields["account"] in {where.account, _unnamed(where.account)})
        and where.language in {None, fields["language"]}
    )


def _conditions(where: Filter) -> dict[str, Any]:
    parts: list[dict[str, Any]] = [{"workspace": where.workspace}]
    if where.audiences:
        parts.append({"audience": {"$in": list(where.audiences)}})
    if where.account is not None:
        parts.append({"account": {"$in": [where.account, _unnamed(where.account)]}})
    for field, value in (("source_id", where.source), ("language", where.language)):
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


class embedded:  # noqa: N801 - a factory of clients
    """The embedded index. Two processes writing it would corrupt it, so the folder is locked from
    the first use to `close`; raises `InUse` when another process has it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: Any = None
        self._made: Any = None

    def __call__(self) -> Any:
        if self._made is None:
            self._lock = _locked(self._folder)
            import chromadb
            from chromadb.config import Settings

            self._made = chromadb.PersistentClient(str(self._folder), Settings(anonymized_telemetry=False))
        return self._made

    def close(self) -> None:
        if self._made is not None:
            self._made.close()
            self._lock.release()
            self._made = None


def _locked(folder: Path) -> Any:
    from filelock import FileLock, Timeout

    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / "in-use.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise InUse("index-in-use", folder=str(folder)) from error
    return lock


class server:  # noqa: N801 - a factory of clients
    """A Chroma server at `http(s)://host:port`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._made: Any = None

    def __call__(self) -> Any:
        if self._made is None:
            import chromadb
            from chromadb.config import Settings

            parts = urlsplit(self._url)
            secure = parts.scheme == "https"
            with _translated():
                self._made = chromadb.HttpClient(
                    host=parts.hostname or "localhost", port=parts.port or (443 if secure else 8000),
                    ssl=secure, settings=Settings(anonymized_telemetry=False),
                )  # fmt: skip
        return self._made

    def close(self) -> None:
        if self._made is not None:
            # The client's own close leaves its connections open, and those of its admin client.
            sessions = [client._server._session for client in (self._made, self._made._admin_client)]  # noqa: SLF001
            self._made.close()
            for session in sessions:
                session.close()
            self._made = None
