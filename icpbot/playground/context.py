"""What a Web API method works with: the workspace, the grants, and a way to send events."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from icpbot.playground.errors import Json, SlackError
from icpbot.playground.records import CHANNEL_TYPE, Channel, Message
from icpbot.playground.scopes import FAMILY, Grants

if TYPE_CHECKING:
    from collections.abc import Callable

    from icpbot.playground.state import Workspace

TRIGGER_SECONDS = 3.0
RESPONSE_URL_SECONDS = 1800.0
RESPONSE_URL_USES = 5


@dataclass(frozen=True)
class Violation:
    """Something Slack tolerates and the product promises not to do."""

    method: str
    what: str
    arguments: Json


@dataclass
class Trigger:
    """Permission to open one modal, shortly after a person acted."""

    user: str
    issued: float
    view: str | None = None
    used: bool = False


@dataclass
class ResponseUrl:
    """Where an app may answer an interaction: five times in half an hour."""

    user: str
    channel: str
    issued: float
    message: str | None = None
    thread: str | None = None
    uses: int = 0


@dataclass
class Context:
    """Everything shared by the methods, the people and the delivery of one server."""

    workspace: Workspace
    grants: Grants
    base: str = ""
    emit: Callable[[str, Json], None] = lambda _kind, _event: None
    violations: list[Violation] = field(default_factory=list)
    assistant: list[Json] = field(default_factory=list)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    uploads: dict[str, str] = field(default_factory=dict)
    tickets: set[str] = field(default_factory=set)

    def violate(self, method: str, what: str, arguments: Json) -> None:
        """Note a broken promise."""
        with self.workspace.change():
            self.violations.append(Violation(method, what, arguments))

    def conversation(self, given: str, action: str | None = None) -> Channel:
        """A conversation the bot may know of; with `action`, one whose scope it has."""
        channel = self.workspace.channels.get(given)
        bot = self.workspace.bot.id
        if channel is None or (channel.kind != "public" and bot not in channel.members):
            raise SlackError("channel_not_found")
        if action is not None:
            self.grants.require((f"{FAMILY[channel.kind]}:{action}",))
        return channel

    def member_channel(self, given: str, *, writing: bool = True) -> Channel:
        """A conversation the bot is in and, for writing, that is not archived."""
        channel = self.conversation(given)
        if writing and channel.archived:
            raise SlackError("is_archived")
        if self.workspace.bot.id not in channel.members:
            raise SlackError("not_in_channel")
        return channel

    def file_json(self, file_id: str) -> Json:
        """The file object as the bot sees it."""
        return self.workspace.files[file_id].as_json(self.base, self.workspace.team_id)

    def new_trigger(self, user: str, view: str | None = None) -> str:
        """A trigger id for this person, good once and for three seconds."""
        identity = f"{secrets.randbelow(10**12)}.{secrets.token_hex(8)}"
        self.triggers[identity] = Trigger(user, time.monotonic(), view)
        return identity

    def take_trigger(self, identity: str) -> Trigger:
        """Use a trigger up, or raise what Slack says of an old one."""
        trigger = self.triggers.get(identity)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if time.monotonic() - trigger.issued > TRIGGER_SECONDS:
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger

    def new_response_url(self, kind: str, *, user: str, channel: str, message: Message | None = None) -> str:
        """A response URL for an interaction of this person in this channel."""
        token = secrets.token_hex(12)
        self.response_urls[token] = ResponseUrl(
            user=user,
            channel=channel,
            issued=time.monotonic(),
            message=message.ts if message else None,
            thread=message.thread_ts if message else None,
        )
        return f"{self.base}/{kind}/{self.workspace.team_id}/{len(self.response_urls)}/{token}"

    def announce(self, message: Message, event: Json | None = None) -> None:
        """Send a `message` event if the bot is in the conversation."""
        channel = self.workspace.channels[message.channel]
        if self.workspace.bot.id not in channel.members:
            return
        kind = CHANNEL_TYPE[channel.kind]
        shown: Json = event or message.as_json()
        body = {**shown, "channel": channel.id, "channel_type": kind}
        body.setdefault("event_ts", message.ts)
        if channel.connected:
            body |= {"user_team": message.team_id, "source_team": message.team_id}
        self.emit(f"message.{'channels' if kind == 'channel' else _plural(kind)}", body)

    def announce_change(self, message: Message, before: Json) -> None:
        """Send `message_changed` for a message that was edited, updated or unfurled."""
        ts = self.workspace.new_ts()
        event: Json = {
            "type": "message",
            "subtype": "message_changed",
            "hidden": True,
            "ts": ts,
            "event_ts": ts,
            "message": message.as_json(),
            "previous_message": before,
        }
        self.announce(message, event)

    def announce_deletion(self, message: Message) -> None:
        """Send `message_deleted`."""
        ts = self.workspace.new_ts()
        event: Json = {
            "type": "message",
            "subtype": "message_deleted",
            "hidden": True,
            "ts": ts,
            "event_ts": ts,
            "deleted_ts": message.ts,
            "previous_message": message.as_json(),
        }
        self.announce(message, event)


def _plural(kind: str) -> str:
    return "groups" if kind == "group" else kind


def ok(**fields: Any) -> Json:
    """A successful answer."""
    return {"ok": True, **fields}
