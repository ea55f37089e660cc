"""The database of jobs: DBOS's own tables, and ours beside them."""

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()
_CREATING = 4_715_201
"""Any number: two processes that create the tables at once take turns by it."""
_PATIENCE_MS = 5000


def for_dbos(url: str) -> str:
    """DBOS knows `postgresql://` and `sqlite:///`."""
    scheme, _, rest = url.partition("://")
    return f"postgresql://{rest}" if scheme in {"postgres", "postgresql+psycopg"} else url


def for_sqlalchemy(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def open_tables(url: str) -> sa.Engine:
    """An engine with our tables there. In SQLite a transaction takes the file when it begins: one that
    reads first and writes later would be refused instead of waiting.
    """
    engine = sa.create_engine(for_sqlalchemy(for_dbos(url)), pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _by_hand)
        sa.event.listen(engine, "begin", _at_once)
    with engine.begin() as connection:
        lock(connection, _CREATING)
        metadata.create_all(connection)
    return engine


def lock(connection: sa.Connection, key: int) -> None:
    """Until the transaction ends nobody else passes here with the same key; in SQLite none does anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))


def _by_hand(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")  # one mode for all processes on the file
    connection.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}")


def _at_once(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
