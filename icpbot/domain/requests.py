"""Requests: one thing a person asked; queue entry and audit record in one."""

from datetime import datetime
from enum import StrEnum

from icpbot.domain.fit import FitReport
from icpbot.domain.model import Model


class RequestKind(StrEnum):
    MESSAGE = "message"
    COMMAND = "command"
    FILE = "file"
    ACTION = "action"
    HOME = "home"
    PANEL = "panel"
    FORM = "form"
    JOINED = "joined"
    CHANGE = "change"
    NUDGE = "nudge"


class RequestStatus(StrEnum):
    """received → working → answered, or failed with the sentence the person saw."""

    RECEIVED = "received"
    WORKING = "working"
    ANSWERED = "answered"
    FAILED = "failed"


ENDED = (RequestStatus.ANSWERED, RequestStatus.FAILED)


TERMINAL = "terminal"
"""The channel of what is asked on the command line."""


class Place(Model):
    """Where a person asked. `private`: only they see the reply (slash command). An empty channel is the
    person's direct message with us, whatever its id.
    """

    channel: str
    thread: str | None = None
    user: str | None = None
    direct: bool = False
    private: bool = False
    response_url: str | None = None
    message: str | None = None

    def in_the_open(self) -> "Place":
        """The same channel, where everybody in it reads the reply."""
        return Place(channel=self.channel, user=self.user)


class FileRef(Model):
    id: str
    name: str
    url: str
    size: int = 0
    link: str | None = None


class Request(Model):
    """`id` is made of the event it came with, so the same event never becomes two requests."""

    id: str
    workspace: str
    kind: RequestKind
    text: str
    place: Place
    asked_at: datetime
    status: RequestStatus = RequestStatus.RECEIVED
    files: tuple[FileRef, ...] = ()
    action: str | None = None
    values: dict[str, str] = {}
    """What a form came back with: the ids it was about, and what was filled in. Of words, the `people`
    they mention: names by id, as JSON.
    """
    ended_at: datetime | None = None
    answer: str | None = None
    engine: str | None = None
    feedback: str | None = None
    answered: bool | None = None
    cites: tuple[str, ...] = ()
    tokens: int = 0
    language: str | None = None
    verdicts: tuple[FitReport, ...] = ()
    """Fit reports of the answer, with the facts and the version they rest on."""
