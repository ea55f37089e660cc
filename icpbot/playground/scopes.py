"""Which scope each method and event needs, and what an app's manifest grants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from icpbot.playground.errors import SlackError

if TYPE_CHECKING:
    from icpbot.playground.records import Kind

FAMILY: dict[Kind, str] = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}


def _by_kind(action: str) -> tuple[str, ...]:
    return tuple(f"{family}:{action}" for family in FAMILY.values())


READ, HISTORY = _by_kind("read"), _by_kind("history")

# Any one of the scopes is enough to call the method; a method that reads a conversation is checked
# again for the kind of that conversation. Methods with an empty tuple need none.
METHOD_SCOPES: dict[str, tuple[str, ...]] = {
    "api.test": (),
    "auth.test": (),
    "team.info": ("team:read",),
    "bots.info": ("users:read",),
    "users.info": ("users:read",),
    "users.list": ("users:read",),
    "users.lookupByEmail": ("users:read.email",),
    "users.conversations": READ,
    "conversations.info": READ,
    "conversations.list": READ,
    "conversations.members": READ,
    "conversations.history": HISTORY,
    "conversations.replies": HISTORY,
    "conversations.open": ("im:write", "mpim:write"),
    "conversations.join": ("channels:join",),
    "chat.postMessage": ("chat:write",),
    "chat.postEphemeral": ("chat:write",),
    "chat.update": ("chat:write",),
    "chat.delete": ("chat:write",),
    "chat.startStream": ("chat:write",),
    "chat.appendStream": ("chat:write",),
    "chat.stopStream": ("chat:write",),
    "chat.getPermalink": (),
    "reactions.add": ("reactions:write",),
    "reactions.remove": ("reactions:write",),
    "views.open": (),
    "views.update": (),
    "views.push": (),
    "views.publish": (),
    "files.info": ("files:read",),
    "files.list": ("files:read",),
    "files.delete": ("files:write",),
    "files.getUploadURLExternal": ("files:write",),
    "files.completeUploadExternal": ("files:write",),
    "assistant.threads.setStatus": ("assistant:write", "chat:write"),
    "assistant.threads.setTitle": ("assistant:write",),
    "assistant.threads.setSuggestedPrompts": ("assistant:write",),
    "canvases.create": ("canvases:write",),
    "canvases.edit": ("canvases:write",),
    "canvases.access.set": ("canvases:write",),
    "canvases.delete": ("canvases:write",),
}

EVENT_SCOPES: dict[str, tuple[str, ...]] = {
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "message.mpim": ("mpim:history",),
    "app_mention": ("app_mentions:read",),
    "file_shared": ("files:read",),
    "file_deleted": ("files:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "reaction_added": ("reactions:read",),
    "assistant_thread_started": ("assistant:write",),
    "assistant_thread_context_changed": ("assistant:write",),
    "app_home_opened": (),
}


@dataclass(frozen=True)
class Offer:
    """A command or shortcut as people find it in a menu; `kind` is command, global or message."""

    kind: str
    id: str
    name: str
    description: str


@dataclass(frozen=True)
class Grants:
    """What the installed app may do. `None` stands for "everything" in each list."""

    scopes: frozenset[str] | None = None
    events: frozenset[str] | None = None
    commands: frozenset[str] | None = None
    shortcuts: frozenset[str] | None = None
    home_tab: bool = True
    messages_tab: bool = True
    interactive: bool = True
    offers: tuple[Offer, ...] = ()

    def provided(self) -> str:
        """The scopes as Slack lists them in headers and errors."""
        everything = {scope for scopes in METHOD_SCOPES.values() for scope in scopes}
        return ",".join(sorted(everything if self.scopes is None else self.scopes))

    def allows(self, scopes: Iterable[str]) -> bool:
        """True if any of these scopes is granted, or none is needed."""
        needed = tuple(scopes)
        return self.scopes is None or not needed or not self.scopes.isdisjoint(needed)

    def require(self, scopes: Iterable[str]) -> None:
        """Raise `missing_scope` unless one of these scopes is granted."""
        needed = tuple(scopes)
        if not self.allows(needed):
            raise SlackError("missing_scope", needed=",".join(needed), provided=self.provided())

    def hears(self, event: str) -> bool:
        """True if the app subscribed to this event and has the scope for it."""
        subscribed = self.events is None or event in self.events
        return subscribed and self.allows(EVENT_SCOPES.get(event, ()))


def grants_of(manifest: Path | str | Mapping[str, Any]) -> Grants:
    """The grants of an app created from this manifest (a mapping, or a YAML or JSON file)."""
    if isinstance(manifest, (str, Path)):
        manifest = yaml.safe_load(Path(manifest).read_text(encoding="utf-8"))
    assert isinstance(manifest, Mapping)
    features, settings = manifest.get("features", {}), manifest.get("settings", {})
    home = features.get("app_home", {})
    return Grants(
        scopes=frozenset(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", ())),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
        commands=frozenset(entry["command"] for entry in features.get("slash_commands", ())),
        shortcuts=frozenset(entry["callback_id"] for entry in features.get("shortcuts", ())),
        home_tab=bool(home.get("home_tab_enabled", False)),
        messages_tab=bool(home.get("messages_tab_enabled", True)),
        interactive=bool(settings.get("interactivity", {}).get("is_enabled", False)),
        offers=tuple(_offers(features)),
    )


def _offers(features: Mapping[str, Any]) -> Iterator[Offer]:
    for entry in features.get("slash_commands", ()):
        name = f"{entry['command']} {entry.get('usage_hint', '')}".strip()
        yield Offer("command", entry["command"], name, entry.get("description", ""))
    for entry in features.get("shortcuts", ()):
        yield Offer(entry["type"], entry["callback_id"], entry["name"], entry.get("description", ""))
