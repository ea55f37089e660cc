"""The CRM: connected, read page by page, settled, shown, and let go of.

First everything is read, then what has changed. After every page the records and the place are stored in one
transaction: a reading that was cut short goes on where it was.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from icpbot.domain.crm import Connection, Kind, Page, Progress, Receipt, Record, System, Written
from icpbot.domain.errors import Conflict, NotFound, UsageError
from icpbot.usecases.ports import Desk
from icpbot.usecases.settling import DEAL_OF, Settled, mapping_of, settle

OVERLAP = timedelta(minutes=10)
"""Changes are asked for from a little before the last reading: a search knows of them only after a while."""
ABANDONED = timedelta(minutes=15)
"""A reading that has not moved for so long is nobody's any more."""
_KNOWN = 100
"""Ids that are asked for at once."""
_SHOWN = 30
Told = Callable[[Progress], None]
"""Called after every page."""


class Crm(Protocol):
    """A CRM system, read over its own interface. All methods raise `UsageError` for a refused token,
    `NotAllowed`, `Conflict` for a question found wrong (a cursor too old), and `Unavailable`.
    """

    @property
    def system(self) -> System: ...

    @property
    def url(self) -> str: ...

    def check(self) -> datetime | None:
        """What time it is there."""

    def lanes(self, *, full: bool) -> Sequence[str]:
        """What is read one after the other."""

    def page(self, lane: str, *, since: datetime | None, cursor: str | None, known: Sequence[str]) -> Page:
        """What follows the cursor. `known` are ids of organisations above it, for lanes that need them."""

    def note(self, organisation: str, text: str, marker: str) -> bool:
        """Write a note, unless one with the marker stands there."""

    def close(self) -> None: ...


class CrmStore(Protocol):
    """What is kept of a workspace's CRM."""

    def connect(self, workspace: str, connection: Connection, token: str | None) -> None: ...

    def connection(self, workspace: str) -> Connection | None: ...

    def token(self, workspace: str) -> str | None: ...

    def has_token(self, workspace: str) -> bool: ...

    def take(self, workspace: str, holder: str) -> Connection | None:
        """From now on only this holder may save."""

    def save(self, workspace: str, holder: str, connection: Connection) -> None:
        """Raises `Conflict` for another than the holder."""

    def save_page(self, workspace: str, holder: str, connection: Connection, page: Page) -> tuple[int, int]:
        """Page and place in one transaction, counted; raises `Conflict`."""

    def ids(self, workspace: str, kind: Kind, *, after: str | None, limit: int) -> list[str]: ...

    def records(self, workspace: str, kind: Kind) -> list[Record]: ...

    def counted(self, workspace: str) -> dict[str, int]: ...

    def drop_unseen(self, workspace: str, run: int) -> int: ...

    def written(self, workspace: str) -> dict[str, Written]: ...

    def settle(self, workspace: str, settled: Sequence[Settled]) -> None: ...

    def withdraw(self, workspace: str, account_ids: Sequence[str]) -> None: ...

    def disconnect(self, workspace: str) -> None:
        """Token, records and place go; what was written of them stays."""

    def forget(self, workspace: str, account_ids: Sequence[str]) -> int:
        """The records behind these accounts; how many."""


def connect(crm: Crm, *, desk: Desk, token: str | None) -> None:
    """Remember the CRM after it has answered. With `token` it is kept, encrypted. The same CRM anew keeps its
    place and its mapping.
    """
    crm.check()
    old = desk.crm.connection(desk.workspace)
    new = Connection(system=crm.system, url=crm.url, connected_at=desk.clock())
    if old and (old.system, old.url) == (new.system, new.url):
        new = old.model_copy(update={"connected_at": desk.clock()})
    desk.crm.connect(desk.workspace, new, token)


def connected(desk: Desk) -> Connection:
    """Raises `NotFound`."""
    found = desk.crm.connection(desk.workspace)
    if found is None:
        raise NotFound("crm-none")
    return found


def disconnect(*, desk: Desk, forget: bool) -> int:
    """The token and the records go, facts only with `forget`; how many accounts lost theirs."""
    written = list(desk.crm.written(desk.workspace)) if forget else []
    if not written:
        connected(desk)
    desk.crm.withdraw(desk.workspace, written)
    if forget:
        deals = desk.accounts.deals(desk.workspace)
        desk.accounts.save_deals(desk.workspace, [row for row in deals if DEAL_OF not in row])
    desk.crm.disconnect(desk.workspace)
    return len(written)


def is_due(every: timedelta, *, desk: Desk) -> bool:
    """Whether the last reading ended so long ago, and nobody is at one now."""
    connection = desk.crm.connection(desk.workspace)
    if connection is None:
        return False
    now = desk.clock()
    if connection.progress:
        return now - connection.progress.touched >= ABANDONED
    return connection.last is None or now - connection.last.ended >= every


def sync(
    crm: Crm, *, desk: Desk, full: bool = False, told: Mapping[str, str] | None = None,
    removals: bool = False, on_page: Told | None = None,
) -> Receipt:  # fmt: skip
    """Read what is new, or everything, and settle it, even when much is missing where `removals` are allowed.
    Raises `Conflict` when another reading has begun.
    """
    reading = _Reading(crm, desk, on_page)
    reading.begin(full=full, told=told or {})
    return reading.to_the_end(removals=removals)


class _Reading:
    def __init__(self, crm: Crm, desk: Desk, on_page: Told | None) -> None:
        self._crm, self._desk, self._on_page = crm, desk, on_page
        self._holder = secrets.token_hex(8)
        self._connection = connected(desk)

    def begin(self, *, full: bool, told: Mapping[str, str]) -> None:
        """Take up what was left, unless more is asked for now."""
        taken = self._desk.crm.take(self._desk.workspace, self._holder)
        if taken is None:
            raise NotFound("crm-none")
        now = self._crm.check() or self._desk.clock()
        self._connection = taken.model_copy(update={"told": {**taken.told, **told}})
        left = taken.progress
        if left is None or (full and not left.full):
            whole = full or taken.since is None
            lanes = self._crm.lanes(full=whole)
            self._connection = self._connection.model_copy(update={"run": taken.run + 1})
            left = Progress(full=whole, since=None if whole else taken.since, started=now, lane=lanes[0],
                            touched=self._desk.clock())  # fmt: skip
        self._at(left)
        self._desk.crm.save(self._desk.workspace, self._holder, self._connection)

    def to_the_end(self, *, removals: bool) -> Receipt:
        lanes = [*self._crm.lanes(full=self._progress.full), _SETTLING]
        for lane in lanes[lanes.index(self._progress.lane) :]:
            if lane != _SETTLING:
                self._read(lane, lanes[lanes.index(lane) + 1])
        return self._settle(removals=removals)

    def _read(self, lane: str, following: str) -> None:
        resumed = self._progress.cursor is not None
        while self._progress.lane == lane:
            try:
                page = self._page(lane)
            except Conflict:
                if not resumed:
                    raise
                resumed = False  # places do not keep for ever: the lane is read again
                self._at(self._progress.model_copy(update={"cursor": None}))
                continue
            next_lane = lane if page.next else following
            self._at(self._progress.model_copy(
                update={"lane": next_lane, "cursor": page.next, "touched": self._desk.clock()}))  # fmt: skip
            changed, gone = self._desk.crm.save_page(
                self._desk.workspace, self._holder, self._connection, page
            )
            counts = self._progress.counts.plus(page, changed, gone)
            self._at(self._progress.model_copy(update={"counts": counts}))
            if self._on_page:
                self._on_page(self._progress)

    def _page(self, lane: str) -> Page:
        at = self._progress
        known = self._desk.crm.ids(self._desk.workspace, Kind.ORGANISATION, after=at.cursor, limit=_KNOWN)
        return self._crm.page(lane, since=at.since, cursor=at.cursor, known=known)

    def _settle(self, *, removals: bool) -> Receipt:
        if self._progress.full:
            lost = self._desk.crm.drop_unseen(self._desk.workspace, self._connection.run)
            counts = self._progress.counts
            counts = counts.model_copy(update={"deleted": counts.deleted + lost})
            self._at(self._progress.model_copy(update={"counts": counts}))
        receipt = settle(self._connection, desk=self._desk, removals=removals)
        since = None if receipt.held else self._progress.started - OVERLAP  # what was hidden may show again
        ended = {"progress": None, "last": receipt, "since": since}
        self._connection = self._connection.model_copy(update=ended)
        self._desk.crm.save(self._desk.workspace, self._holder, self._connection)
        return receipt

    @property
    def _progress(self) -> Progress:
        assert self._connection.progress is not None
        return self._connection.progress

    def _at(self, progress: Progress) -> None:
        self._connection = self._connection.model_copy(update={"progress": progress})


_SETTLING = "settling"


def known_fields(told: Mapping[str, str], *, desk: Desk) -> None:
    """Raises `UsageError` for a field that no organisation has; before the first reading none is known."""
    records = desk.crm.records(desk.workspace, Kind.ORGANISATION)
    titles = {title for each in records for title in each.fields}
    for title in told.values():
        if titles and title not in titles:
            raise UsageError("crm-field-unknown", name=title, known=", ".join(sorted(titles)[:_SHOWN]))


def status(*, desk: Desk) -> dict[str, Any]:
    """How things stand, for people and programs; raises `NotFound`."""
    connection = connected(desk)
    mapping = mapping_of(desk.crm.records(desk.workspace, Kind.ORGANISATION), connection.told, desk)
    return {
        "system": connection.system, "url": connection.url, "connected_at": connection.connected_at,
        "token_kept": desk.crm.has_token(desk.workspace), "records": desk.crm.counted(desk.workspace),
        "mapping": {"attributes": mapping.attributes, "metrics": mapping.metrics},
        "corrected": connection.told,
        "reading": connection.progress, "last": connection.last,
    }  # fmt: skip
