"""The database: opened, migrated and told how to behave."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import SQLAlchemyError

from icpbot.adapters.store.sealing import CLEAR, Ring, dumped, give_ring, storable
from icpbot.domain.errors import IcpbotError, Unavailable

NEWEST = "0007"
_WRITING = {"INSERT", "UPDATE", "DELETE"}
_MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(url: str, to: str = NEWEST, ring: Ring = CLEAR) -> Engine:
    """The engine of a database at a version of its schema, that seals and opens what people said with the
    keys of a ring; raises `Unavailable` when it does not answer.
    """
    engine = create_engine(_with_driver(url), pool_pre_ping=True, json_serializer=dumped)
    give_ring(engine.dialect, ring)
    event.listen(engine, "before_cursor_execute", _cleaned, retval=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _careful)
        event.listen(engine, "before_cursor_execute", _first_in_line)
    try:
        migrate(engine, to)
    except SQLAlchemyError as error:
        raise translated(error) from error
    return engine


def _with_driver(url: str) -> str:
    """`postgresql://` and the older `postgres://` mean psycopg 3."""
    for scheme in ("postgresql://", "postgres://"):
        if url.startswith(scheme):
            return "postgresql+psycopg://" + url.removeprefix(scheme)
    return url


def _cleaned(_c: object, _cursor: object, statement: str, parameters: Any, *_: object) -> tuple[str, Any]:
    """Without what PostgreSQL cannot hold, on both databases alike, so that offsets into texts agree."""
    return statement, _cleaned_one(parameters)


def _cleaned_one(value: Any) -> Any:
    if isinstance(value, str):
        return value if "\x00" not in value and value.isascii() else storable(value, sealed=True)
    if isinstance(value, dict):
        return {key: _cleaned_one(item) for key, item in value.items()}
    return type(value)(map(_cleaned_one, value)) if type(value) in {list, tuple} else value


def _first_in_line(connection: Connection, cursor: Any, statement: str, *_: object) -> None:
    """Who writes waits for the lock before all else: full text reads first, and a reader whom another writer
    has overtaken is refused at once.
    """
    raw = cursor.connection
    if (
        statement.lstrip()[:6].upper() in _WRITING
        and not raw.in_transaction
        and raw.isolation_level is not None
    ):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _careful(connection: Any, _record: object) -> None:
    """WAL lets readers go on while one writes; `secure_delete` overwrites what is forgotten."""
    if isinstance(connection, sqlite3.Connection):
        for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000",
                       "synchronous=NORMAL", "secure_delete=ON"):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")


def migrate(engine: Engine, to: str = NEWEST) -> None:
    """Bring the schema to a version; several processes may try at once."""
    if version_of(engine) == to:
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # only one process migrates
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        connection.commit()


def version_of(engine: Engine) -> str | None:
    """The version the database says it has; asked first because alembic takes longer to import."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return found


def translated(error: SQLAlchemyError) -> IcpbotError:
    """What went wrong with the database, as a person would name it."""
    text = str(getattr(error, "orig", error)).lower()
    if "full" in text or "no space" in text:
        return Unavailable("store-disk-full")
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return Unavailable("store-not-writable")
    if "malformed" in text or "not a database" in text:
        return Unavailable("store-damaged")
    return Unavailable("store-not-answering")


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction; a vendor's error leaves as ours."""
    try:
        with engine.begin() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise translated(error) from error
