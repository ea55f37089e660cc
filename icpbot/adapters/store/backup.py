"""A backup: every row of one moment in one file, and back into an empty store or in place of another."""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Column, Connection, Engine, MetaData, Table, delete, insert

from icpbot.adapters.store.archive import LINK_KEY, MANIFEST, Read, written
from icpbot.adapters.store.engine import NEWEST, open_database, transaction
from icpbot.adapters.store.shipping import (
    Tally,
    batches,
    count_in,
    count_on,
    line_of,
    row_of,
    rows_in,
    snapshot,
    tables,
    tallies,
    truth_of,
)
from icpbot.domain.errors import Conflict, Rejected
from icpbot.domain.model import Model
from icpbot.usecases.ports import Progress


class Listed(Model):
    """What a table held: its columns, its rows, and the sum of them."""

    columns: tuple[str, ...]
    rows: int
    checksum: str


class Manifest(Model):
    tables: dict[str, Listed]

    @property
    def rows(self) -> int:
        return sum(listed.rows for listed in self.tables.values())


def back_up(
    engine: Engine, file: Path, *, about: Mapping[str, str], link_key: str | None = None,
    keys: Sequence[str] = (), progress: Progress | None = None,
) -> Manifest:  # fmt: skip
    """Everything of every workspace as it stands at this moment; the bot may go on meanwhile. With `keys`
    it is encrypted under the first of them.
    """
    listed: dict[str, Listed] = {}
    with written(file, {**about, "revision": NEWEST}, keys) as archive, snapshot(engine) as connection:
        told = _Told(count_in(connection), progress)
        for table in tables():
            tally = Tally()
            archive.table(
                table.name, _summed(map(line_of, rows_in(connection, truth_of(table))), tally, told)
            )
            columns = tuple(table.columns.keys())
            listed[table.name] = Listed(columns=columns, rows=tally.rows, checksum=tally.checksum)
        if link_key is not None:
            archive.text(LINK_KEY, link_key)
        manifest = Manifest(tables=listed)
        archive.text(MANIFEST, manifest.model_dump_json())
    return manifest


class _Told:
    """How far it has come."""

    def __init__(self, of: int, progress: Progress | None) -> None:
        self._done, self._of, self._progress = 0, of, progress

    def one_more(self) -> None:
        self._done += 1
        if self._progress:
            self._progress("", self._done, self._of)


def _summed(lines: Iterable[str], tally: Tally, told: _Told) -> Iterator[str]:
    for line in lines:
        tally.add(line)
        told.one_more()
        yield line


def checked(archive: Read, name: str, progress: Progress | None = None) -> Manifest:
    """What the file holds, after every row of it was read and summed. Raises `Rejected`."""
    if str(archive.header["revision"]) > NEWEST:
        raise Rejected("backup-newer", name=name, version=str(archive.header["version"]))
    manifest = _manifest(archive, name)
    told = _Told(manifest.rows, progress)
    for table, listed in manifest.tables.items():
        tally = Tally()
        for _ in _summed(archive.table(table), tally, told):
            pass
        if (tally.rows, tally.checksum) != (listed.rows, listed.checksum):
            raise Rejected("backup-damaged", name=name)
    return manifest


def _manifest(archive: Read, name: str) -> Manifest:
    try:
        return Manifest.model_validate(json.loads(archive.text(MANIFEST) or ""))
    except (ValueError, ValidationError) as error:
        raise Rejected("backup-damaged", name=name) from error


def is_empty(engine: Engine) -> bool:
    with snapshot(engine) as connection:
        return count_in(connection) == 0


def restore(
    engine: Engine, archive: Read, name: str, *, replace: bool = False, progress: Progress | None = None
) -> Manifest:
    """All rows of a checked backup in one transaction: whatever ends it, nothing is half there. Raises
    `Conflict` when the store is not empty and `Rejected` when it does not hold afterwards what was listed.
    """
    manifest = _manifest(archive, name)
    told = _Told(manifest.rows, progress)
    revision = str(archive.header["revision"])
    with transaction(engine) as connection:
        if not replace and count_in(connection):
            raise Conflict("restore-not-empty")
        for table in reversed(tables()):
            connection.execute(delete(table))
        if revision == NEWEST:
            held = {table.name: _columns(table, manifest, name) for table in tables()}
            for table in tables():
                _fill(connection, table, _rows(held[table.name], archive, name), told)
            _hold_to(manifest, connection, name)
        else:
            with _of_today(archive, manifest, name, revision, told) as older:
                _copy(older, connection)
        count_on(connection)
    return manifest


def _columns(table: Table, manifest: Manifest, name: str) -> list[Column[Any]]:
    """In the order of the file; a table or a column that is not ours is damage."""
    listed = manifest.tables.get(table.name)
    if listed is None or not set(listed.columns) <= set(table.columns.keys()):
        raise Rejected("backup-damaged", name=name)
    return [table.c[column] for column in listed.columns]


def _rows(columns: Sequence[Column[Any]], archive: Read, name: str) -> Iterator[dict[str, Any]]:
    for line in archive.table(columns[0].table.name):
        try:
            yield row_of(columns, line)
        except (ValueError, TypeError) as error:
            raise Rejected("backup-damaged", name=name) from error


def _fill(connection: Connection, table: Table, rows: Iterable[dict[str, Any]], told: _Told) -> None:
    for batch in batches(rows):
        connection.execute(insert(table), list(batch))
        for _ in batch:
            told.one_more()


def _hold_to(manifest: Manifest, connection: Connection, name: str) -> None:
    for table, tally in tallies(connection).items():
        listed = manifest.tables[table]
        if (tally.rows, tally.checksum) != (listed.rows, listed.checksum):
            raise Rejected("backup-damaged", name=name)


@contextmanager
def _of_today(
    archive: Read, manifest: Manifest, name: str, revision: str, told: _Told
) -> Iterator[Connection]:
    """A backup of an older version, brought up to date in a database of its own."""
    with tempfile.TemporaryDirectory(prefix="icpbot-restore-") as folder:
        url = f"sqlite:///{Path(folder) / 'older.db'}"
        engine = open_database(url, to=revision)
        older = MetaData()
        older.reflect(engine)
        with transaction(engine) as connection:
            for table in older.sorted_tables:
                if table.name in manifest.tables:
                    _fill(connection, table, _rows(_columns(table, manifest, name), archive, name), told)
        engine.dispose()
        newer = open_database(url)
        try:
            with snapshot(newer) as connection:
                yield connection
        finally:
            newer.dispose()


def _copy(source: Connection, target: Connection) -> None:
    for table in tables():
        for batch in batches(rows_in(source, truth_of(table))):
            target.execute(insert(table), [dict(row._mapping) for row in batch])  # noqa: SLF001 - public in SQLAlchemy
