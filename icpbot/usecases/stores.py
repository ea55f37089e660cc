"""Stores: what the use cases ask of whatever keeps sources, accounts, profiles, drafts and requests."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from icpbot.domain.accounts import Account, Fact, FactOrigin
from icpbot.domain.customers import Customer
from icpbot.domain.decisions import Decision
from icpbot.domain.draft import Draft
from icpbot.domain.insights import Insight, InsightKind
from icpbot.domain.likeness import Sketch
from icpbot.domain.links import Link
from icpbot.domain.passages import Passage
from icpbot.domain.profile import Profile
from icpbot.domain.requests import Request
from icpbot.domain.roles import Appointed
from icpbot.domain.sources import Reader, Source
from icpbot.domain.themes import Asked


class SourceStore(Protocol):
    def add(
        self, source: Source, passages: Sequence[Passage], insights: Sequence[Insight],
        asked: Sequence[Asked], *, marks: Sketch, replaces: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """Everything of a source with its sketch (`marks`), and replaced sources gone, in one transaction."""

    def get(self, source_id: str) -> Source | None: ...

    def ids(self) -> list[str]:
        """The sources of all workspaces, oldest first."""

    def all(self, reader: Reader) -> list[Source]:
        """Sources a reader may read, oldest first."""

    def like(self, workspace: str, *, content_hash: str, path: str) -> list[Source]:
        """Sources with this content or this path: what a new file may equal or replace."""

    def near(self, source: Source, own: Sketch) -> list[tuple[Source, Sketch]]:
        """The sources of its workspace that share most with its own sketch, with theirs; never itself."""

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]: ...

    def passages_of(self, source_id: str) -> list[Passage]: ...

    def update(self, source: Source) -> None:
        """Account, roles, audience, origin or language corrected; derived rows follow."""

    def remove(self, ids: Sequence[str]) -> None: ...

    def sweep(self) -> bool:
        """Overwrite what deleted rows left on the disk; false if another process stands in the way."""


class InsightStore(Protocol):
    def insights(
        self,
        reader: Reader,
        *,
        kind: InsightKind | None = None,
        account: str | None = None,
        source: str | None = None,
    ) -> list[Insight]: ...

    def asked(self, reader: Reader, *, source: str | None = None) -> list[Asked]: ...


class DecisionStore(Protocol):
    def decisions(self, workspace: str) -> list[Decision]:
        """What people decided about themes, undone decisions too, oldest first."""

    def decide(self, workspace: str, decision: Decision) -> None:
        """Add it, or put it in the place of the one with its id."""

    def drop(self, workspace: str, decision_id: str) -> None: ...


class AccountStore(Protocol):
    def accounts(self, workspace: str) -> list[Account]: ...

    def save(self, account: Account, facts: Sequence[Fact]) -> None:
        """Add or update an account; its facts of the same attribute and origin are replaced."""

    def facts(self, account_id: str) -> list[Fact]: ...

    def facts_of(self, account_ids: Sequence[str]) -> dict[str, list[Fact]]:
        """The facts of many accounts, by their ids; accounts without facts may be left out."""

    def remove(self, account_id: str, *, origin: FactOrigin | None = None) -> None:
        """The account with all that is known of it; with `origin` its facts of that origin alone, and
        for the CRM its row of the customer table.
        """

    def customers(self, workspace: str) -> list[Customer]: ...

    def save_customers(
        self, workspace: str, rows: Sequence[tuple[Account, Customer, Sequence[Fact]]]
    ) -> None:
        """The customer table, in one transaction; rows of known accounts are replaced."""

    def deals(self, workspace: str) -> list[dict[str, str]]: ...

    def save_deals(self, workspace: str, rows: Sequence[dict[str, str]]) -> None: ...

    def setting(self, workspace: str, key: str) -> object | None: ...

    def save_setting(self, workspace: str, key: str, value: object) -> None: ...


class ProfileStore(Protocol):
    def profiles(self, workspace: str) -> list[Profile]:
        """The latest version of each, most recently saved first."""

    def versions(self, workspace: str, name: str) -> list[Profile]:
        """All versions, newest first."""

    def save(self, workspace: str, profile: Profile, *, expected: int) -> None:
        """Save as version `profile.version`; raises `Conflict` unless the newest is `expected`.

        The same version number as the newest replaces its status only.
        """

    def rewrite(self, workspace: str, profile: Profile) -> None:
        """Replace a stored version in place: only for quotes that must be forgotten."""

    def amend(self, workspace: str, name: str, version: int, change: Callable[[Profile], Profile]) -> Profile:
        """Change what is said about a version, its review and its status, so that of several at once none
        is lost; raises `NotFound`, and whatever `change` raises, with nothing changed.
        """


class DraftStore(Protocol):
    def draft(self, workspace: str, conversation: str) -> Draft | None: ...

    def save_draft(self, conversation: str, draft: Draft) -> None: ...

    def conversations(self, workspace: str) -> list[tuple[str, Draft]]:
        """Every draft with the conversation it lives in."""


class RequestStore(Protocol):
    def receive(self, request: Request) -> bool:
        """Record it; false when it was recorded before."""

    def request(self, request_id: str) -> Request | None: ...

    def update_request(self, request: Request) -> None: ...

    def requests(
        self, workspace: str | None = None, status: str | None = None, since: datetime | None = None
    ) -> list[Request]: ...

    def said_in(self, workspace: str, channel: str, thread: str, since: datetime) -> list[Request]:
        """What was asked in a thread for everybody in it to see, its first message included; oldest first."""


class LinkStore(Protocol):
    def keep(self, link: Link) -> None: ...

    def link(self, link_id: str) -> Link | None: ...

    def revoke(self, workspace: str, profile: str, now: datetime) -> int:
        """End every link to the profile that is still good; how many they were."""


class RoleStore(Protocol):
    def appointed(self, workspace: str) -> list[Appointed]: ...

    def appoint(self, workspace: str, person: Appointed) -> None:
        """Give the role in place of the one the person had."""
