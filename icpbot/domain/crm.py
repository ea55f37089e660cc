"""What a CRM says of companies and deals, and how far the reading of it has come."""

from datetime import datetime
from enum import StrEnum

from icpbot.domain.model import Model


class Kind(StrEnum):
    ORGANISATION = "organisation"
    DEAL = "deal"


class System(StrEnum):
    PIPEDRIVE = "pipedrive"
    HUBSPOT = "hubspot"


class Record(Model):
    """An organisation or a deal. `fields` are texts by the titles people see in the CRM: options by their
    labels, amounts with their currency. `organisation` is the one a deal belongs to, by its id.
    """

    kind: Kind
    id: str
    name: str = ""
    fields: dict[str, str] = {}
    updated: datetime | None = None
    organisation: str | None = None


class Page(Model):
    """One page of a lane. `gone` are ids of records that were deleted; `next` is where the lane goes on,
    nothing at its end; `unreadable` counts records without an id.
    """

    records: tuple[Record, ...] = ()
    gone: tuple[tuple[Kind, str], ...] = ()
    next: str | None = None
    unreadable: int = 0


class Counts(Model):
    """Records that were read, and of these the new and changed ones; `skipped` by reason."""

    read: int = 0
    changed: int = 0
    deleted: int = 0
    skipped: dict[str, int] = {}

    def plus(self, page: Page, changed: int, deleted: int) -> "Counts":
        unreadable = self.skipped.get(UNREADABLE, 0) + page.unreadable
        return Counts(
            read=self.read + len(page.records), changed=self.changed + changed,
            deleted=self.deleted + deleted, skipped={UNREADABLE: unreadable} if unreadable else {},
        )  # fmt: skip


UNREADABLE = "unreadable"


class Progress(Model):
    """A reading that is under way: which lane, and where in it. `since` is nothing when all is read."""

    full: bool
    since: datetime | None
    started: datetime
    lane: str
    cursor: str | None = None
    counts: Counts = Counts()
    touched: datetime


class Mapping(Model):
    """Which field of the CRM became what: attributes and metrics by their names."""

    attributes: dict[str, str] = {}
    metrics: dict[str, str] = {}


class Missing(Model):
    """Of the accounts and deals that the CRM had told of, those it does not tell of any more."""

    accounts: int
    of_accounts: int
    deals: int
    of_deals: int

    def many(self) -> bool:
        """So many that the token may see less than before, rather than people having tidied up."""
        both = (self.accounts, self.of_accounts), (self.deals, self.of_deals)
        return any(n >= _MANY and n > of * _SHARE for n, of in both)


_MANY, _SHARE = 10, 0.25


class Receipt(Model):
    """A reading that was ended. `accounts` were written and `removed` lost what the CRM had said of them;
    `customers` and `deals` are how many there are now. With `held` nothing was written: a person is asked
    first. `basis` tells by which rules the records were understood.
    """

    full: bool
    ended: datetime
    counts: Counts
    accounts: int = 0
    removed: int = 0
    customers: int = 0
    deals: int = 0
    mapping: Mapping = Mapping()
    held: Missing | None = None
    basis: str = ""


class Connection(Model):
    """A workspace's CRM. `told` are corrections of the mapping, attribute to field; `since` is from when on
    changes are asked for next time; `run` numbers the readings.
    """

    system: System
    url: str
    connected_at: datetime
    told: dict[str, str] = {}
    run: int = 0
    since: datetime | None = None
    progress: Progress | None = None
    last: Receipt | None = None


class Written(Model):
    """What of an account we wrote: attributes of its facts, whether its row of the customer table is ours,
    whether the account itself is, and a digest of it all. `records` are the organisations it stands for.
    """

    attributes: tuple[str, ...] = ()
    customer: bool = False
    made: bool = False
    digest: str
    records: tuple[str, ...] = ()
