"""Whose turn it is, in a table: one row for each open request, from its enqueueing to its end.

The queue itself is DBOS's; here stands what it does not know: which request has to wait for its
conversation, and which tag (`domain/queueing.py`) makes its priority.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from icpbot.adapters.jobs.database import lock, metadata
from icpbot.domain.queueing import Ticket, finish, may_go

TELLING_SECONDS = 25.0
"""Longer than a call to Slack may take: whoever writes a status line is done by then, or dead."""
LOOKED_AT = 2000

_turns = sa.Table(
    "icpbot_turns",
    metadata,
    sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("request", sa.String, nullable=False, unique=True),
    sa.Column("conversation", sa.String, nullable=False, index=True),
    sa.Column("workspace", sa.String, nullable=False),
    sa.Column("person", sa.String, nullable=False),
    sa.Column("bulk", sa.Boolean, nullable=False),
    sa.Column("tag", sa.BigInteger),
    sa.Column("running", sa.Boolean, nullable=False, default=False),
    sa.Column("told", sa.Integer),
    sa.Column("telling", sa.String),
    sa.Index("icpbot_turns_of", "workspace", "bulk", "person"),
    sa.Index("icpbot_turns_next", "bulk", "running", "tag"),
)
_INSERT: dict[str, Callable[[sa.Table], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_QUEUED = (_turns.c.tag.is_not(None), _turns.c.running.is_(False))


@dataclass(frozen=True)
class Go:
    """A request that may be queued; the smallest tag goes first."""

    request: str
    bulk: bool
    tag: int


@dataclass(frozen=True)
class Waiting:
    """A request that waits, and the place that its status line names, if it has one."""

    request: str
    workspace: str
    person: str
    bulk: bool
    place: int
    told: int | None


class Turns:
    """Every method is one transaction."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def take(self, request_id: str, ticket: Ticket) -> Go | None:
        """A place for a request, the same one for the same request; nothing while it has to wait."""
        with self._engine.begin() as connection:
            self._hold(connection, ticket.conversation)
            fresh = _INSERT[connection.dialect.name](_turns).on_conflict_do_nothing()
            connection.execute(fresh.values(request=request_id, **ticket.model_dump()))
            ready = self._ready(connection, ticket.conversation)
        return next((go for go in ready if go.request == request_id), None)

    def begin(self, request_id: str) -> None:
        """Its turn has come. Whoever writes its status line at this moment ends first: a line that came
        after the answer would stay.
        """
        mine = _turns.c.request == request_id
        with self._engine.begin() as connection:
            connection.execute(sa.update(_turns).where(mine).values(running=True))
        since = time.monotonic()
        while (row := self._row(request_id)) and row.telling and time.monotonic() - since < TELLING_SECONDS:
            time.sleep(0.05)

    def end(self, request_id: str, conversation: str) -> list[Go]:
        """It is over; who in its conversation may go now. Safe to repeat."""
        with self._engine.begin() as connection:
            self._hold(connection, conversation)
            connection.execute(sa.delete(_turns).where(_turns.c.request == request_id))
            return self._ready(connection, conversation)

    def queued(self) -> list[Go]:
        """All that should stand in the queue or run, those that have been here longest first."""
        query = sa.select(_turns).where(_turns.c.tag.is_not(None)).order_by(_turns.c.number).limit(LOOKED_AT)
        with self._reading() as connection:
            return [Go(row.request, row.bulk, row.tag) for row in connection.execute(query)]

    def without(self, request_ids: set[str]) -> set[str]:
        """Those of them that have no turn."""
        with self._reading() as connection:
            return request_ids - set(connection.execute(sa.select(_turns.c.request)).scalars())

    def waiting(self) -> list[Waiting]:
        """Who waits, by place: before a request come the smaller tags, and what was said before it in its
        own conversation.
        """
        query = sa.select(_turns).order_by(_turns.c.tag, _turns.c.number).limit(LOOKED_AT)
        with self._reading() as connection:
            rows = list(connection.execute(query))
        found: list[Waiting] = []
        places: dict[str, int] = Counter()
        ahead: dict[bool, int] = Counter()
        for row in sorted(rows, key=lambda row: row.tag is None):  # in the queue first, then the held
            if row.running:
                continue
            if row.tag is None:
                place = places[row.conversation] + 1
            else:
                ahead[row.bulk] += 1
                place = ahead[row.bulk]
            places[row.conversation] = place
            found.append(Waiting(row.request, row.workspace, row.person, row.bulk, place, row.told))
        return found

    def tell(self, request_id: str, place: int, worker: str, say: Callable[[], object]) -> None:
        """Say the place, unless somebody else does so at this moment or the request's turn has come."""
        mine = _turns.c.request == request_id
        free = (mine, _turns.c.running.is_(False), _turns.c.telling.is_(None))
        with self._engine.begin() as connection:
            taken = connection.execute(sa.update(_turns).where(*free).values(telling=worker))
        if taken.rowcount != 1:
            return
        try:
            say()
        finally:
            with self._engine.begin() as connection:
                connection.execute(sa.update(_turns).where(mine).values(telling=None, told=place))

    def tellers(self) -> set[str]:
        """Workers that are writing a status line."""
        query = sa.select(_turns.c.telling).where(_turns.c.telling.is_not(None)).distinct()
        with self._reading() as connection:
            return set(connection.execute(query).scalars())

    def silence(self, worker: str) -> None:
        """A worker died while it wrote; what it wrote may stand."""
        died = sa.update(_turns).where(_turns.c.telling == worker)
        with self._engine.begin() as connection:
            connection.execute(died.values(telling=None, told=0))

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            yield connection

    def _row(self, request_id: str) -> sa.Row[tuple[object, ...]] | None:
        with self._reading() as connection:
            return connection.execute(sa.select(_turns).where(_turns.c.request == request_id)).first()

    def _hold(self, connection: sa.Connection, conversation: str) -> None:
        lock(connection, crc32(conversation.encode()))

    def _ready(self, connection: sa.Connection, conversation: str) -> list[Go]:
        """Those of a conversation that should stand in the queue; whoever need not wait any more gets a
        tag here.
        """
        of_conversation = sa.select(_turns).where(_turns.c.conversation == conversation)
        ready: list[Go] = []
        ahead: list[bool] = []
        for row in connection.execute(of_conversation.order_by(_turns.c.number)):
            tag = row.tag
            if tag is None and may_go(ahead, bulk=row.bulk):
                tag = self._tag(connection, row)
                mine = sa.update(_turns).where(_turns.c.request == row.request)
                connection.execute(mine.values(tag=tag))
            if tag is not None and not row.running:
                ready.append(Go(row.request, row.bulk, tag))
            ahead.append(row.bulk)
        return ready

    def _tag(self, connection: sa.Connection, row: sa.Row[tuple[object, ...]]) -> int:
        alike, theirs = _turns.c.bulk == row.bulk, _turns.c.workspace == row.workspace
        own = (alike, theirs, _turns.c.person == row.person)
        others = (alike, theirs, _turns.c.person != row.person, _turns.c.tag.is_not(None))
        asked = sa.select(
            sa.select(sa.func.min(_turns.c.tag)).where(alike, *_QUEUED).scalar_subquery(),
            sa.select(sa.func.max(_turns.c.tag)).where(*own).scalar_subquery(),
            sa.select(sa.func.count(sa.distinct(_turns.c.person))).where(*others).scalar_subquery(),
        )
        now, last, people = (value or 0 for value in connection.execute(asked).one())
        return finish(now, last, people + 1)
