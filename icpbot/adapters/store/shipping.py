"""Rows on their way out of a database and into another one: as lines of text, counted and summed.

A line is a JSON array of the row's values in the order of the table's columns. It is the same whichever
database holds the row, so that two of them can be compared.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    Engine,
    Integer,
    Row,
    Select,
    Table,
    and_,
    func,
    not_,
    select,
    text,
)
from sqlalchemy.exc import SQLAlchemyError

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import translated
from icpbot.usecases.reindexing import EVERYBODY, STAMP

T = TypeVar("T")

MOVING = "moving"
"""The setting of a store that another one is being moved into."""
ROWS = 200
"""At once: a row may hold a whole interview."""
_SUM = 1 << 256


@dataclass
class Tally:
    """How many rows there are, and the sum of their SHA-256 modulo 2²⁵⁶: their order does not matter,
    as databases do not sort text alike.
    """

    rows: int = 0
    digest: int = 0

    def add(self, line: str) -> None:
        self.rows += 1
        self.digest = (self.digest + int.from_bytes(sha256(line.encode()).digest())) % _SUM

    @property
    def checksum(self) -> str:
        return f"{self.digest:064x}"


def tables() -> list[Table]:
    """Every table, each after those it refers to."""
    return list(schema.metadata.sorted_tables)


def line_of(row: Row[Any]) -> str:
    return json.dumps([_plain(value) for value in row], separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def row_of(columns: Sequence[Column[Any]], line: str) -> dict[str, Any]:
    """Raises `ValueError` or `TypeError` for what is no line of these columns."""
    return {c.name: _typed(c.type, value) for c, value in zip(columns, json.loads(line), strict=True)}


def _typed(kind: object, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """One moment of the database, whatever is written meanwhile."""
    isolation = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    try:
        with engine.connect().execution_options(**isolation) as connection:
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN")  # the driver begins none for reading
            yield connection
            connection.rollback()
    except SQLAlchemyError as error:
        raise translated(error) from error


def truth_of(table: Table) -> Select[Any]:
    """Its rows without what only tells how far an index or a move has come."""
    query = select(table)
    if table is schema.settings:
        passing = and_(table.c.workspace == EVERYBODY, table.c.key.in_((STAMP, MOVING)))
        query = query.where(not_(passing))
    return query


def rows_in(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    """Row by row, without all of them in memory."""
    yield from connection.execute(query, execution_options={"yield_per": ROWS // 4})


def count_in(connection: Connection) -> int:
    """Rows of all tables."""
    counts = (select(func.count()).select_from(truth_of(table).subquery()) for table in tables())
    return sum(int(connection.execute(query).scalar() or 0) for query in counts)


def tally_of(connection: Connection, table: Table) -> Tally:
    tally = Tally()
    for row in rows_in(connection, truth_of(table)):
        tally.add(line_of(row))
    return tally


def tallies(connection: Connection) -> dict[str, Tally]:
    return {table.name: tally_of(connection, table) for table in tables()}


def batches(items: Iterable[T], size: int = ROWS) -> Iterator[Sequence[T]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def count_on(connection: Connection) -> None:
    """PostgreSQL counts keys beside the table: after rows that brought theirs, it must go on from there."""
    if connection.dialect.name == "sqlite":
        return
    for table in tables():
        key = table.autoincrement_column
        if key is None or not isinstance(key.type, Integer) or key.foreign_keys:
            continue
        newest = connection.execute(select(func.max(key))).scalar()
        if newest is not None:
            move_on = text("SELECT setval(pg_get_serial_sequence(:table, :key), :newest)")
            connection.execute(move_on, {"table": table.name, "key": key.name, "newest": newest})
