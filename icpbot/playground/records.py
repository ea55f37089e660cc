"""The things a workspace holds, and the JSON Slack shows of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

if TYPE_CHECKING:
    from icpbot.playground.errors import Json

Kind = Literal["public", "private", "im", "mpim"]
CHANNEL_TYPE: dict[Kind, str] = {
    "public": "channel",
    "private": "group",
    "im": "im",
    "mpim": "mpim",
}


@dataclass
class User:
    """A person or a bot of the workspace."""

    id: str
    name: str
    team_id: str
    real_name: str = ""
    email: str = ""
    title: str = ""
    locale: str = "en-US"
    tz: str = "Europe/Warsaw"
    admin: bool = False
    guest: bool = False
    deleted: bool = False
    bot_id: str | None = None

    def as_json(self, *, with_email: bool = True, with_locale: bool = False) -> Json:
        """The user object; e-mail and locale only when asked for and allowed."""
        profile = {"real_name": self.real_name, "display_name": self.name, "title": self.title}
        if with_email and self.email:
            profile["email"] = self.email
        shown: Json = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name,
            "real_name": self.real_name,
            "deleted": self.deleted,
            "tz": self.tz,
            "profile": profile,
            "is_bot": self.bot_id is not None,
            "is_app_user": False,
            "updated": 0,
        }
        if not self.deleted:
            shown |= {"is_admin": self.admin, "is_owner": False, "is_primary_owner": False}
            shown |= {"is_restricted": self.guest, "is_ultra_restricted": False}
        if with_locale:
            shown["locale"] = self.locale
        return shown


@dataclass
class Canvas:
    """A document; `access` names the channels and people who may open it, besides the bot that owns it."""

    title: str
    markdown: str
    access: dict[str, str]


@dataclass
class File:
    """An uploaded file; `ready` once its upload was completed."""

    id: str
    name: str
    title: str
    mimetype: str
    user: str
    created: int
    size: int
    content: bytes = b""
    channels: list[str] = field(default_factory=list)
    ready: bool = False
    deleted: bool = False
    canvas: Canvas | None = None

    @property
    def filetype(self) -> str:
        """Slack's short name of the type: the extension, or `binary`; a canvas is a `quip`."""
        if self.canvas:
            return "quip"
        return self.name.rsplit(".", 1)[-1].lower() if "." in self.name else "binary"

    def as_json(self, base: str, team_id: str) -> Json:
        """The file object, with the private links that need the bearer token."""
        if self.deleted:
            return {"id": self.id, "mode": "tombstone"}
        root = f"{base}/files-pri/{team_id}-{self.id}"
        name = quote(self.name)
        document = f"{base}/docs/{team_id}/{self.id}"
        return {
            "id": self.id,
            "created": self.created,
            "timestamp": self.created,
            "name": self.name,
            "title": self.title,
            "mimetype": self.mimetype,
            "filetype": self.filetype,
            "pretty_type": self.filetype.upper(),
            "user": self.user,
            "user_team": team_id,
            "editable": False,
            "size": self.size,
            "mode": "quip" if self.canvas else "hosted",
            "is_external": False,
            "external_type": "",
            "is_public": any(channel.startswith("C") for channel in self.channels),
            "public_url_shared": False,
            "url_private": document if self.canvas else f"{root}/{name}",
            "url_private_download": f"{root}/download/{name}",
            "permalink": document if self.canvas else f"{base}/files/{self.user}/{self.id}/{name}",
            "channels": [channel for channel in self.channels if channel.startswith("C")],
            "groups": [channel for channel in self.channels if channel.startswith("G")],
            "ims": [channel for channel in self.channels if channel.startswith("D")],
            "has_rich_preview": False,
            "file_access": "visible",
        }


@dataclass
class Message:
    """One message as stored; `deleted` ones are kept so that tests can look at them.

    `markdown` says that the text is Markdown, as in streams, and not Slack's own markup.
    """

    ts: str
    channel: str
    user: str
    text: str
    team_id: str
    thread_ts: str | None = None
    subtype: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    files: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    edited: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    arguments: Json = field(default_factory=dict)
    streaming: bool = False
    markdown: bool = False
    deleted: bool = False
    revisions: list[str] = field(default_factory=list)

    @property
    def is_reply(self) -> bool:
        """True for a message inside a thread, not its root."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    def as_json(self, *, with_metadata: bool = False) -> Json:
        """The message as events and history show it."""
        shown: Json = {"type": "message", "user": self.user, "ts": self.ts, "text": self.text}
        shown["team"] = self.team_id
        optional = {
            "subtype": self.subtype,
            "thread_ts": self.thread_ts,
            "bot_id": self.bot_id,
            "app_id": self.app_id,
            "blocks": self.blocks,
            "attachments": self.attachments,
            "files": self.files,
            "edited": self.edited,
            "reactions": [
                {"name": name, "users": users, "count": len(users)} for name, users in self.reactions.items()
            ],
            "metadata": self.metadata if with_metadata else None,
        }
        shown |= {name: value for name, value in optional.items() if value}
        if self.bot_id:
            shown["bot_profile"] = {"id": self.bot_id, "app_id": self.app_id, "deleted": False}
        return shown


@dataclass
class Channel:
    """A conversation; an `im` belongs to the bot and the one person in `members`."""

    id: str
    name: str
    kind: Kind
    creator: str = ""
    created: int = 0
    members: set[str] = field(default_factory=set)
    connected: set[str] = field(default_factory=set)
    """Teams of other companies that the channel is shared with (Slack Connect)."""
    archived: bool = False
    topic: str = ""
    messages: list[Message] = field(default_factory=list)

    def as_json(self, bot: str) -> Json:
        """The conversation as the bot sees it."""
        shown: Json = {
            "id": self.id,
            "created": self.created,
            "is_archived": self.archived,
            "is_channel": self.kind == "public",
            "is_group": self.kind == "private",
            "is_im": self.kind == "im",
            "is_mpim": self.kind == "mpim",
            "is_private": self.kind != "public",
            "is_org_shared": False,
        }
        if self.kind == "im":
            other = next(iter(self.members - {bot}), bot)
            return shown | {"user": other, "is_user_deleted": False, "priority": 0}
        return shown | {
            "name": self.name,
            "name_normalized": self.name,
            "creator": self.creator,
            "is_general": self.name == "general",
            "is_member": bot in self.members,
            "is_shared": bool(self.connected),
            "is_ext_shared": bool(self.connected),
            "connected_team_ids": sorted(self.connected),
            "num_members": len(self.members),
            "topic": {"value": self.topic, "creator": "", "last_set": 0},
            "purpose": {"value": "", "creator": "", "last_set": 0},
        }

    def find(self, ts: str) -> Message | None:
        """The message with that timestamp, unless it was deleted."""
        return next((m for m in self.messages if m.ts == ts and not m.deleted), None)

    def thread(self, ts: str) -> list[Message]:
        """A thread's root and replies, oldest first."""
        return [m for m in self.messages if ts in (m.ts, m.thread_ts) and not m.deleted]


@dataclass
class Ephemeral:
    """A message that only one person sees, and that no history returns."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    markdown: bool = False
    deleted: bool = False


@dataclass
class View:
    """A modal or App Home view that is open for one person."""

    id: str
    user: str
    content: Json
    hash: str
    root: str
    previous: str | None = None
    closed: bool = False

    def as_json(self, *, team_id: str, app_id: str, bot_id: str) -> Json:
        """The view object with the ids that Slack adds."""
        return {
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            "state": {"values": {}},
            "title": None,
            "submit": None,
            "close": None,
            **self.content,
            "id": self.id,
            "team_id": team_id,
            "app_id": app_id,
            "bot_id": bot_id,
            "app_installed_team_id": team_id,
            "hash": self.hash,
            "root_view_id": self.root,
            "previous_view_id": self.previous,
        }
