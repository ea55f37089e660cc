"""Links: an address under which a profile can be read for a while, by whoever has it."""

from datetime import datetime, timedelta
from enum import StrEnum

from icpbot.domain.model import Model
from icpbot.domain.sources import Reader

HOURS = 72
MOST_HOURS = 24 * 90
"""A quarter: what is to be read longer than that is better sent as a file."""


class Link(Model):
    """`audiences` are the closed ones of the conversation it was made for; evidence of others never shows."""

    id: str
    workspace: str
    profile: str
    language: str
    audiences: tuple[str, ...]
    made_by: str
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None

    @property
    def reader(self) -> Reader:
        return Reader(workspace=self.workspace, audiences=frozenset(self.audiences))


class Gone(StrEnum):
    """Why a link that was once good is not."""

    EXPIRED = "expired"
    REVOKED = "revoked"


def gone(link: Link, now: datetime) -> Gone | None:
    if link.revoked_at is not None:
        return Gone.REVOKED
    return Gone.EXPIRED if now >= link.expires_at else None


def until(now: datetime, hours: int) -> datetime:
    """When a link for so many hours ends, at most a quarter from now."""
    return now + timedelta(hours=max(1, min(hours, MOST_HOURS)))
