"""Turns on a shelf: read from the store when somebody looks at them, kept for the latest sources only.

A list of ten thousand interviews would otherwise hold every word of them in memory.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, overload

from sqlalchemy import Engine, select

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction
from icpbot.domain.sources import Turn

KEPT = 32
"""Sources whose turns stay in memory: more than an answer cites."""


class Shelf:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._read = lru_cache(KEPT)(self._load)

    def turns(self, source_id: str) -> "ShelvedTurns":
        return ShelvedTurns(source_id, self._read)

    def forget(self) -> None:
        self._read.cache_clear()

    def _load(self, source_id: str) -> tuple[Turn, ...]:
        """Nothing for a source that is gone by now."""
        query = select(schema.sources.c.turns).where(schema.sources.c.id == source_id)
        with transaction(self._engine) as connection:
            rows: list[dict[str, Any]] = connection.execute(query).scalar() or []
        return tuple(Turn.model_validate(row) for row in rows)


class ShelvedTurns(Sequence[Turn]):
    """The turns of one source; they stand where a tuple of them would."""

    def __init__(self, source_id: str, read: Callable[[str], tuple[Turn, ...]]) -> None:
        self._source_id = source_id
        self._read = read

    @overload
    def __getitem__(self, index: int) -> Turn: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Turn, ...]: ...

    def __getitem__(self, index: int | slice) -> Turn | tuple[Turn, ...]:
        return self._read(self._source_id)[index]

    def __iter__(self) -> Iterator[Turn]:
        return iter(self._read(self._source_id))

    def __len__(self) -> int:
        return len(self._read(self._source_id))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # it equals sequences that are not hashed alike
