"""Sources: what people gave us, turn by turn, and who may read it."""

import hashlib
from datetime import date as Day
from datetime import datetime
from enum import StrEnum

from pydantic import Field

from icpbot.domain.model import Model

WORKSPACE = "workspace"
MAX_FILE_MB = 50
"""Of one file; a larger one is refused before it is read."""
NOBODY = "nobody"
"""An audience no source has: what is left to a reader who may read nothing."""


class Kind(StrEnum):
    INTERVIEW = "interview"
    NOTES = "notes"
    SURVEY = "survey"
    CUSTOMERS = "customers"
    THREAD = "thread"


class Origin(StrEnum):
    """First-hand: the customer speaks. Second-hand: a colleague reports."""

    FIRST_HAND = "first-hand"
    SECOND_HAND = "second-hand"


class SpeakerRole(StrEnum):
    INTERVIEWER = "interviewer"
    CUSTOMER = "customer"
    UNKNOWN = "unknown"


class Turn(Model):
    """What one speaker said in one go; `start` and `end` in seconds where the source has them.

    `language` is set only where it is another than the source's.
    """

    text: str
    speaker: str | None = None
    start: float | None = Field(default=None, ge=0)
    end: float | None = Field(default=None, ge=0)
    heading: bool = False
    language: str | None = None


class SourceText(Model):
    """What a reader makes of a file: turns, and whatever the file says about itself.

    `domains` are those of its people's e-mail addresses, without free mail services.
    """

    turns: tuple[Turn, ...]
    title: str | None = None
    kind: Kind | None = None
    origin: Origin | None = None
    language: str | None = None
    date: Day | None = None
    account: str | None = None
    domains: tuple[str, ...] = ()
    roles: dict[str, SpeakerRole] = {}
    titles: dict[str, str] = {}
    warnings: tuple[str, ...] = ()


class Source(Model):
    """One thing someone gave us. `audience` is `workspace` or `channel:ID`."""

    id: str
    workspace: str
    path: str
    kind: Kind
    origin: Origin
    audience: str
    content_hash: str
    turns: tuple[Turn, ...]
    added_at: datetime
    title: str | None = None
    language: str | None = None
    date: Day | None = None
    account: str | None = None
    uploader: str | None = None
    link: str | None = None
    roles: dict[str, SpeakerRole] = {}
    titles: dict[str, str] = {}
    """Jobs of speakers, in the source's or a colleague's words."""

    @property
    def text(self) -> str:
        """The canonical text: what was said, one turn a line; every offset points into it."""
        return "\n".join(turn.text for turn in self.turns)

    @property
    def speakers(self) -> list[str]:
        return list(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker))

    def role_of(self, turn: Turn) -> SpeakerRole:
        return self.roles.get(turn.speaker or "", SpeakerRole.UNKNOWN)


class Reader(Model):
    """Who will read a reply. `audiences` are the restricted ones open to every reader of it.

    `outside`: a guest, or people of another company in a shared channel; what the whole workspace
    may read is not theirs.
    """

    workspace: str
    audiences: frozenset[str] = frozenset()
    user: str | None = None
    outside: bool = False

    def may_read(self, audience: str) -> bool:
        return EVERYTHING in self.audiences or audience in self.readable

    @property
    def readable(self) -> tuple[str, ...]:
        """Never empty: to a search, no audience at all would mean every audience."""
        closed = tuple(sorted(self.audiences))
        return (closed or (NOBODY,)) if self.outside else (WORKSPACE, *closed)


EVERYTHING = "*"


def local_reader(workspace: str) -> Reader:
    """The person at the machine's own command line: owner of the store, reads all of it."""
    return Reader(workspace=workspace, audiences=frozenset({EVERYTHING}))


def turn_offsets(turns: tuple[Turn, ...]) -> list[tuple[int, int]]:
    """Start and end of every turn in the canonical text."""
    spans: list[tuple[int, int]] = []
    position = 0
    for turn in turns:
        spans.append((position, position + len(turn.text)))
        position += len(turn.text) + 1
    return spans


def content_hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def source_id(workspace: str, content: str, audience: str) -> str:
    """Identity is workspace, content and audience: the same file shown to two closed circles
    is two sources, so that forgetting one cannot widen or narrow the other.
    """
    key = f"{workspace}\n{content}\n{audience}".encode()
    return "s" + hashlib.sha256(key).hexdigest()[:12]
