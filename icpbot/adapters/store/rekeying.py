"""Sealing anew: everything that people said comes under the first key, or back into clear, beside the bot.

What is right already is left, so a run that was killed goes on where it stopped. What somebody writes
meanwhile is written under the first key by themselves: a row is replaced only as it was read.
"""

import json
from collections.abc import Iterator
from typing import Any, Protocol

from sqlalchemy import Column, Engine, Row, Table, Text, and_, cast, literal, select, tuple_, update

from icpbot.adapters.store.engine import transaction
from icpbot.adapters.store.sealing import Said, SaidBody, opened, ring_of, sealed_under
from icpbot.adapters.store.shipping import ROWS, tables
from icpbot.adapters.store.sources import SqlSources
from icpbot.domain.passages import Passage
from icpbot.domain.sources import Source
from icpbot.usecases.ports import Progress


class Words(Protocol):
    """The words of a source, which are sealed beside it."""

    def renew(self, source: Source, passages: list[Passage]) -> None: ...

    def remove(self, source_ids: list[str]) -> None: ...

    def stale(self, source_id: str) -> bool: ...


def seal_anew(engine: Engine, words: Words, progress: Progress | None = None) -> int:
    """How many rows, and sources whose words, were not as they should be; deleted remains are swept."""
    changed, said = 0, [(table, _said(table)) for table in tables() if _said(table)]
    for number, (table, columns) in enumerate(said, 1):
        for batch in _pages(engine, table, columns):
            changed += _rewritten(engine, table, columns, batch)
        if progress:
            progress(table.name, number, len(said) + 1)
    changed += _words_anew(SqlSources(engine), words)
    if changed:
        SqlSources(engine).sweep()
    return changed


def unsealed(engine: Engine, words: Words) -> list[str]:
    """Rows, and sources whose words, that are not as they would be written now: under the first key, or
    in clear.
    """
    rows = [
        f"{table.name} {row[0]}" for table in tables() if (columns := _said(table))
        for batch in _pages(engine, table, columns) for row in batch if _is_stale(engine, columns, row)
    ]  # fmt: skip
    return rows + [f"words {source_id}" for source_id in SqlSources(engine).ids() if words.stale(source_id)]


def _said(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if isinstance(column.type, Said | SaidBody)]


def _pages(engine: Engine, table: Table, columns: list[Column[Any]]) -> Iterator[list[Row[Any]]]:
    """Keys and stored texts, some rows at a time, each time as they are then."""
    keys = list(table.primary_key)
    stored = [cast(column, Text).label(f"stored {column.name}") for column in columns]
    query, last = select(*keys, *stored).order_by(*keys).limit(ROWS), None
    while True:
        after = query if last is None else query.where(tuple_(*keys) > tuple_(*map(literal, last)))
        with transaction(engine) as connection:
            batch = list(connection.execute(after))
        if not batch:
            return
        last = tuple(batch[-1][: len(keys)])
        yield batch


def _texts(columns: list[Column[Any]], row: Row[Any]) -> dict[str, str | None]:
    return {column.name: row._mapping[f"stored {column.name}"] for column in columns}  # noqa: SLF001 - public in SQLAlchemy


def _plain(column: Column[Any], text: str | None) -> Any:
    """What is stored, sealed or not."""
    return json.loads(text) if text is not None and isinstance(column.type, SaidBody) else text


def _is_stale(engine: Engine, columns: list[Column[Any]], row: Row[Any]) -> bool:
    ring, texts = ring_of(engine.dialect), _texts(columns, row)
    values = [_plain(column, texts[column.name]) for column in columns]
    return any(sealed_under(value) != ring.first for value in values if _can_be_sealed(value))


def _can_be_sealed(value: Any) -> bool:
    return bool(value) and isinstance(value, str | dict | list)


def _rewritten(engine: Engine, table: Table, columns: list[Column[Any]], batch: list[Row[Any]]) -> int:
    stale = [row for row in batch if _is_stale(engine, columns, row)]
    if not stale:
        return 0
    ring = ring_of(engine.dialect)
    with transaction(engine) as connection:
        for row in stale:
            texts = _texts(columns, row)
            values = {c.name: opened(_plain(c, texts[c.name]), ring) for c in columns}
            same = [key == row._mapping[key.name] for key in table.primary_key]  # noqa: SLF001 - public in SQLAlchemy
            as_read = [cast(c, Text) == texts[c.name] for c in columns if texts[c.name] is not None]
            connection.execute(update(table).where(and_(*same, *as_read)).values(values))
    return len(stale)


def _words_anew(sources: SqlSources, words: Words) -> int:
    stale = [source_id for source_id in sources.ids() if words.stale(source_id)]
    for source_id in stale:
        source = sources.get(source_id)
        if source:
            words.renew(source, sources.passages_of(source_id))
    words.remove([source_id for source_id in stale if not sources.get(source_id)])  # forgotten meanwhile
    return len(stale)
