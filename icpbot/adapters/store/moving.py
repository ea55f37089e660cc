"""Moving: one database becomes the copy of another one, row by row, as often as it takes.

What is there already is left, what differs is replaced, what is gone is removed. So a run that was killed
goes on where it stopped, and a second run after the bot was stopped brings what came in meanwhile.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, delete, insert, select, tuple_, update

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction
from icpbot.adapters.store.shipping import (
    MOVING,
    Tally,
    batches,
    count_in,
    count_on,
    line_of,
    rows_in,
    snapshot,
    tables,
    tallies,
    truth_of,
)
from icpbot.domain.errors import Conflict
from icpbot.usecases.ports import Progress
from icpbot.usecases.reindexing import EVERYBODY

_PASSES = 3
"""So often what came in meanwhile is followed; then the bot must be stopped."""
_OURS = {"workspace": EVERYBODY, "key": MOVING}


def move(source: Engine, target: Engine, progress: Progress | None = None) -> dict[str, Tally]:
    """Until both hold the same rows, by counts and checksums. Raises `Conflict` when the target holds
    something else, or the source changes faster than it can be followed.
    """
    _claim(source, target)
    for _ in range(_PASSES):
        with snapshot(source) as read:
            for table in reversed(tables()):
                _remove_extra(table, read, target)
            _bring(read, target, progress)
        with snapshot(source) as read, snapshot(target) as written:
            held = tallies(written)
            same = tallies(read) == held
        if same:
            _release(target)
            return held
    raise Conflict("move-changing")


def _claim(source: Engine, target: Engine) -> None:
    """A target that is not empty must be that of a move from this source, or be its copy already."""
    name = source.url.render_as_string(hide_password=True)
    mark = select(schema.settings.c.value).filter_by(**_OURS)
    with transaction(target) as connection:
        claimed, used = connection.execute(mark).scalar(), count_in(connection)
        held = tallies(connection) if used and claimed != name else {}
        if not used and claimed is None:
            connection.execute(insert(schema.settings).values(**_OURS, value=name))
    if held:
        with snapshot(source) as read:
            if tallies(read) != held:
                raise Conflict("move-not-empty")


def _release(target: Engine) -> None:
    with transaction(target) as connection:
        connection.execute(delete(schema.settings).filter_by(**_OURS))
        count_on(connection)


def _bring(read: Connection, target: Engine, progress: Progress | None) -> None:
    done, total = 0, count_in(read)
    for table in tables():
        fresh = _is_empty(table, target)
        for batch in batches(rows_in(read, truth_of(table))):
            with transaction(target) as connection:
                if fresh:  # nothing to look up: whatever comes is new
                    connection.execute(insert(table), [_values(row) for row in batch])
                else:
                    _merge(table, batch, connection)
            done += len(batch)
            if progress:
                progress(table.name, done, total)


def _is_empty(table: Table, target: Engine) -> bool:
    with transaction(target) as connection:
        return connection.execute(truth_of(table).limit(1)).first() is None


def _merge(table: Table, batch: Sequence[Row[Any]], connection: Connection) -> None:
    there = {_key(table, row): line_of(row) for row in connection.execute(_among(table, batch))}
    fresh = [_values(row) for row in batch if _key(table, row) not in there]
    if fresh:
        connection.execute(insert(table), fresh)
    for row in batch:
        if there.get(_key(table, row), line_of(row)) != line_of(row):
            same = [column == row._mapping[column] for column in table.primary_key]  # noqa: SLF001 - public in SQLAlchemy
            connection.execute(update(table).where(*same).values(_values(row)))


def _remove_extra(table: Table, read: Connection, target: Engine) -> None:
    if _is_empty(table, target):
        return
    with snapshot(target) as connection:
        keys = truth_of(table).with_only_columns(*table.primary_key)
        there = batches(rows_in(connection, keys))
        gone = [row for batch in there for row in _missing(table, batch, read)]
    for batch in batches(gone):
        with transaction(target) as connection:
            connection.execute(
                delete(table).where(tuple_(*table.primary_key).in_([tuple(row) for row in batch]))
            )


def _missing(table: Table, batch: Sequence[Row[Any]], read: Connection) -> list[Row[Any]]:
    there = {_key(table, row) for row in read.execute(_among(table, batch))}
    return [row for row in batch if _key(table, row) not in there]


def _among(table: Table, batch: Sequence[Row[Any]]) -> Any:
    """At least the rows with these keys, column by column: for a list of compound keys SQLite leaves its
    index aside.
    """
    keys = [_key(table, row) for row in batch]
    columns = zip(table.primary_key, zip(*keys, strict=True), strict=True)
    return select(table).where(*(column.in_(list(dict.fromkeys(values))) for column, values in columns))


def _key(table: Table, row: Row[Any]) -> tuple[Any, ...]:
    return tuple(row._mapping[column] for column in table.primary_key)  # noqa: SLF001 - public in SQLAlchemy


def _values(row: Row[Any]) -> dict[str, Any]:
    return dict(row._mapping)  # noqa: SLF001 - public in SQLAlchemy
