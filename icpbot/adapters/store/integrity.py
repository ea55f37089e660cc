"""What the database itself can say about its soundness."""

from sqlalchemy import Connection, Engine, func, select

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction
from icpbot.adapters.store.shipping import rows_in, snapshot, tables


def damage(engine: Engine) -> list[str]:
    """What SQLite's own check finds. PostgreSQL has none without an extension, but it refuses pages that
    do not fit their checksum when they are read: every row is. Raises `Unavailable` then.
    """
    with snapshot(engine) as connection:
        if engine.dialect.name != "sqlite":
            for table in tables():
                for _ in rows_in(connection, select(table)):
                    pass
            return []
        found = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    return [line for line in found if line != "ok"]


def orphans(engine: Engine) -> list[str]:
    """Tables with rows whose other end is not there, as `table.column`, once for each row."""
    with transaction(engine) as connection:
        return [place for table in tables() for place in _orphans_of(connection, table.name)]


def _orphans_of(connection: Connection, name: str) -> list[str]:
    found: list[str] = []
    table = schema.metadata.tables[name]
    for key in table.foreign_keys:
        there = select(key.column)
        lost = select(func.count()).where(key.parent.is_not(None), key.parent.not_in(there))
        found += [f"{name}.{key.parent.name}"] * int(connection.execute(lost).scalar() or 0)
    return found


def workspaces(engine: Engine) -> list[str]:
    """Those that keep sources or profiles."""
    queries = [select(table.c.workspace).distinct() for table in (schema.sources, schema.profiles)]
    with transaction(engine) as connection:
        return sorted({name for query in queries for name in connection.execute(query).scalars()})
