"""Sources, passages, insights and what was asked, in SQL."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, ScalarSelect, Select, delete, func, insert, or_, select, update
from sqlalchemy.exc import OperationalError

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import transaction
from icpbot.adapters.store.rows import (
    insight_of,
    insight_row,
    passage_of,
    passage_row,
    sketch_rows,
    source_of,
    source_row,
)
from icpbot.adapters.store.shelf import Shelf
from icpbot.domain.fusion import Place
from icpbot.domain.insights import Insight, InsightKind
from icpbot.domain.likeness import COMMON, Sketch, sketch
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import EVERYTHING, Reader, Source
from icpbot.domain.themes import Asked


class SqlSources:
    """Implements `SourceStore` and `InsightStore`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._shelf = Shelf(engine)
        self._heads: dict[str, dict[str, Any]] = {}
        self._known: dict[str, Source] = {}

    def add(
        self, source: Source, passages: Sequence[Passage], insights: Sequence[Insight],
        asked: Sequence[Asked], *, marks: Sketch, replaces: Sequence[str] = (),
    ) -> None:  # fmt: skip
        with transaction(self._engine) as connection:
            gone = {*replaces, source.id}
            connection.execute(delete(schema.sources).where(schema.sources.c.id.in_(gone)))
            connection.execute(insert(schema.sources), source_row(source))
            _insert_many(connection, schema.passages, [passage_row(p, source.workspace) for p in passages])
            _insert_many(connection, schema.insights, [insight_row(i) for i in insights])
            _insert_many(
                connection, schema.asked, [{**a.model_dump(), "workspace": source.workspace} for a in asked]
            )
            _insert_many(connection, schema.sketches, sketch_rows(source, marks))

    def get(self, source_id: str) -> Source | None:
        with transaction(self._engine) as connection:
            row = (
                connection.execute(select(schema.sources).where(schema.sources.c.id == source_id))
                .mappings()
                .first()
            )
        return source_of(row) if row else None

    def ids(self) -> list[str]:
        """The sources of all workspaces, oldest first."""
        query = select(schema.sources.c.id).order_by(schema.sources.c.added_at, schema.sources.c.id)
        with transaction(self._engine) as connection:
            return list(connection.execute(query).scalars())

    def all(self, reader: Reader) -> list[Source]:
        """Without their turns, which are read when somebody looks at them."""
        table = schema.sources
        heads = [column for column in table.c if column is not table.c.turns]
        query = _readable(select(*heads), table, reader).order_by(table.c.added_at, table.c.id)
        with transaction(self._engine) as connection:
            return [self._shelved(row) for row in connection.execute(query).mappings()]

    def _shelved(self, row: Mapping[Any, Any]) -> Source:
        """The same object as long as the row is the same: building thousands takes a while."""
        key, head = row["id"], dict(row)
        if self._heads.get(key) != head:
            turns = self._shelf.turns(key)
            self._known[key] = source_of({**head, "turns": ()}).model_copy(update={"turns": turns})
            self._heads[key] = head
        return self._known[key]

    def like(self, workspace: str, *, content_hash: str, path: str) -> list[Source]:
        table = schema.sources
        alike = (table.c.content_hash == content_hash) | (table.c.path == path)
        query = select(table).where(table.c.workspace == workspace).where(alike).order_by(table.c.added_at)
        with transaction(self._engine) as connection:
            return [source_of(row) for row in connection.execute(query).mappings()]

    def near(self, source: Source, own: Sketch, most: int = 5) -> list[tuple[Source, Sketch]]:
        table = schema.sketches
        shared = func.count().label("shared")
        same = (table.c.workspace == source.workspace) & table.c.mark.in_(own)
        query = (
            select(table.c.source_id)
            .where(same & (table.c.source_id != source.id))
            .group_by(table.c.source_id)
            .having(shared >= COMMON)
            .order_by(shared.desc())
            .limit(most)
        )
        with transaction(self._engine) as connection:
            self._sketch_older(connection, source.workspace)
            found = list(connection.execute(query).scalars())
            marks = {key: _marks(connection, key) for key in found}
        return [(one, marks[key]) for key in found if (one := self.get(key))]

    def _sketch_older(self, connection: Connection, workspace: str) -> None:
        """Sources that were read before there were sketches."""
        table = schema.sources
        query = select(table).where(table.c.workspace == workspace)
        query = query.where(table.c.id.not_in(select(schema.sketches.c.source_id)))
        for source in map(source_of, connection.execute(query).mappings().all()):
            _insert_many(connection, schema.sketches, sketch_rows(source, sketch(source)))

    def passages(self, ids: Sequence[str], where: Filter | None = None) -> dict[str, Passage]:
        query = select(schema.passages).where(schema.passages.c.id.in_(ids))
        query = _filtered(query, where) if where else query
        with transaction(self._engine) as connection:
            return {row["id"]: passage_of(row) for row in connection.execute(query).mappings()}

    def narrowed(self, where: Filter, most: int) -> list[Passage] | None:
        """All passages of a filter that names a source, an account or a period; nothing if it does not
        or they are more than `most`.
        """
        if where.source is None and where.account is None and where.period is None:
            return None
        query = _filtered(select(schema.passages), where).limit(most + 1)
        with transaction(self._engine) as connection:
            found = [passage_of(row) for row in connection.execute(query).mappings()]
        return found if len(found) <= most else None

    def placed(self, places: Iterable[Place]) -> list[Passage]:
        """Passages by their source and number."""
        table = schema.passages
        numbers: dict[str, list[int]] = {}
        for source, number in places:
            numbers.setdefault(source, []).append(number)
        wanted = [(table.c.source_id == source) & table.c.number.in_(n) for source, n in numbers.items()]
        with transaction(self._engine) as connection:
            query = select(table).where(or_(*wanted)) if wanted else select(table).limit(0)
            return [passage_of(row) for row in connection.execute(query).mappings()]

    def passages_of(self, source_id: str) -> list[Passage]:
        table = schema.passages
        query = select(table).where(table.c.source_id == source_id).order_by(table.c.start)
        with transaction(self._engine) as connection:
            return [passage_of(row) for row in connection.execute(query).mappings()]

    def update(self, source: Source) -> None:
        shared = {"audience": source.audience, "account": source.account, "language": source.language}
        with transaction(self._engine) as connection:
            connection.execute(
                update(schema.sources).where(schema.sources.c.id == source.id).values(source_row(source))
            )
            connection.execute(
                update(schema.insights).where(schema.insights.c.source_id == source.id).values(shared)
            )
            connection.execute(
                update(schema.asked)
                .where(schema.asked.c.source_id == source.id)
                .values(account=source.account)
            )
            connection.execute(delete(schema.sketches).where(schema.sketches.c.source_id == source.id))
            _insert_many(connection, schema.sketches, sketch_rows(source, sketch(source)))

    def remove(self, ids: Sequence[str]) -> None:
        with transaction(self._engine) as connection:
            connection.execute(delete(schema.sources).where(schema.sources.c.id.in_(list(ids))))
        for key in ids:
            self._heads.pop(key, None)
            self._known.pop(key, None)
        self._shelf.forget()

    def sweep(self) -> bool:
        """SQLite overwrites what is deleted (`secure_delete`), but not what moved between pages, nor the
        log: the file is written anew and the log emptied. PostgreSQL does it in its own time (`VACUUM`).
        """
        if self._engine.dialect.name != "sqlite":
            return True
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            try:
                connection.exec_driver_sql("VACUUM")
                blocked = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
            except OperationalError:  # another process reads or writes, and goes on doing so
                return False
        return not blocked

    def insights(
        self,
        reader: Reader,
        *,
        kind: InsightKind | None = None,
        account: str | None = None,
        source: str | None = None,
    ) -> list[Insight]:
        table = schema.insights
        query = _readable(select(table), table, reader).order_by(
            table.c.date, table.c.source_id, table.c.start
        )
        if kind:
            query = query.where(table.c.kind == kind)
        if account:
            query = query.where(table.c.account == account)
        if source:
            query = query.where(table.c.source_id == source)
        with transaction(self._engine) as connection:
            return [insight_of(row) for row in connection.execute(query).mappings()]

    def asked(self, reader: Reader, *, source: str | None = None) -> list[Asked]:
        visible = _readable(select(schema.sources.c.id), schema.sources, reader)
        query = select(schema.asked).where(schema.asked.c.source_id.in_(_scalar(visible)))
        if source:
            query = query.where(schema.asked.c.source_id == source)
        with transaction(self._engine) as connection:
            return [
                Asked(source_id=row["source_id"], account=row["account"], kind=InsightKind(row["kind"]))
                for row in connection.execute(query).mappings()
            ]


def _filtered(query: Select[Any], where: Filter) -> Select[Any]:
    """Passages whose source passes the filter; the store is asked, not the index, what may be read."""
    sources, passages = schema.sources, schema.passages
    query = query.join(sources, sources.c.id == passages.c.source_id)
    query = query.where(sources.c.workspace == where.workspace)
    if where.audiences:
        query = query.where(sources.c.audience.in_(where.audiences))
    for column, value in ((sources.c.id, where.source), (sources.c.account, where.account),
                          (passages.c.language, where.language)):  # fmt: skip
        query = query.where(column == value) if value is not None else query
    since, until = (where.period.since, where.period.until) if where.period else (None, None)
    query = query.where(sources.c.date >= since) if since else query
    return query.where(sources.c.date <= until) if until else query


def _scalar(query: Select[Any]) -> ScalarSelect[Any]:
    return query.scalar_subquery()


def _readable(query: Select[Any], table: Any, reader: Reader) -> Select[Any]:
    """Only rows of the reader's workspace whose audience they belong to."""
    query = query.where(table.c.workspace == reader.workspace)
    if EVERYTHING in reader.audiences:
        return query
    return query.where(table.c.audience.in_(reader.readable))


def _insert_many(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _marks(connection: Connection, source_id: str) -> Sketch:
    table = schema.sketches
    query = select(table.c.mark).where(table.c.source_id == source_id).order_by(table.c.mark)
    return tuple(connection.execute(query).scalars())
