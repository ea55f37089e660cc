"""What finished jobs leave behind: replies, and replies hold quotes."""

from pathlib import Path

import sqlalchemy as sa

from icpbot.adapters.jobs.database import for_dbos, for_sqlalchemy
from icpbot.domain.errors import Unavailable

ENDED = ("SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
_AT_ONCE = 500
_PATIENCE = 10
"""Seconds to wait for a service that writes the same file."""


def clear_ended(url: str) -> int:
    """Remove finished jobs from the queue, and from the disk where that is SQLite; how many they were.
    Raises `Unavailable`. There need not be a queue.
    """
    file = Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None
    if file and not file.exists():
        return 0
    engine = sa.create_engine(for_sqlalchemy(for_dbos(url)), connect_args=_patience(file))
    try:
        removed = _removed(for_dbos(url)) if _has_queue(engine) else 0
        if file:
            _sweep(engine)
    except sa.exc.SQLAlchemyError as error:
        raise Unavailable("store-not-answering") from error
    finally:
        engine.dispose()
    return removed


def _patience(file: Path | None) -> dict[str, int]:
    return {"timeout": _PATIENCE} if file else {}


def _has_queue(engine: sa.Engine) -> bool:
    schema = None if engine.dialect.name == "sqlite" else "dbos"
    return sa.inspect(engine).has_table("workflow_status", schema=schema)


def _removed(url: str) -> int:
    """By DBOS's own hand: it knows which of its tables belong to a job."""
    from dbos import DBOSClient

    client = DBOSClient(system_database_url=url, retry_connection_errors=False)
    removed = 0
    try:
        while done := client.list_workflows(
            status=list(ENDED), limit=_AT_ONCE, load_input=False, load_output=False
        ):
            client.delete_workflows([job.workflow_id for job in done])
            removed += len(done)
    finally:
        client.destroy()
    return removed


def _sweep(engine: sa.Engine) -> None:
    """The file is written anew without what was deleted, and its log emptied."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
