"""What one person sees: their conversations, messages, files, modal and App Home, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from icpbot.playground.page.markup import Links, anchor, markdown, mention, mrkdwn, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icpbot.playground.context import Context
    from icpbot.playground.errors import Json
    from icpbot.playground.records import Canvas, Channel, Ephemeral, File, Message, User, View
    from icpbot.playground.scopes import Offer
    from icpbot.playground.state import Workspace

TOGETHER = timedelta(minutes=5)
"""Messages of one person within this time share one head."""


@dataclass
class Entry:
    """One message on the screen; `place` makes its id unique on the page."""

    what: Message | Ephemeral
    author: User
    at: datetime
    place: str
    whispered: bool = False
    continued: bool = False
    new_day: bool = False
    replies: list[Entry] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of its element."""
        return f"{self.place}{self.what.ts}"


@dataclass(frozen=True)
class Row:
    """One line of the list of conversations."""

    channel: Channel
    name: str
    other: User | None
    unread: bool


@dataclass(frozen=True)
class Sight:
    """The workspace through one person's eyes."""

    context: Context
    person: User
    seen: dict[tuple[str, str], str]

    @property
    def team(self) -> Workspace:
        """The workspace."""
        return self.context.workspace

    @property
    def links(self) -> Links:
        """Where links lead for this person."""
        return Links(self.team, self.person, self.context.base)

    # -- conversations ----------------------------------------------------------------------

    def may_read(self, channel: Channel) -> bool:
        """Members read, and whoever is no guest reads what is public."""
        return self.is_member(channel) or (channel.kind == "public" and not self.person.guest)

    def is_member(self, channel: Channel) -> bool:
        """True for somebody who may write there, too."""
        return self.person.id in channel.members

    def channel(self, identity: str) -> Channel | None:
        """A conversation this person may read."""
        found = self.team.channels.get(identity)
        return found if found is not None and self.may_read(found) else None

    def channels(self) -> list[Row]:
        """Channels, public and private."""
        return [self._row(c) for c in self.team.channels.values() if c.kind in ("public", "private")
                and not c.archived and self.may_read(c)]  # fmt: skip

    def directs(self) -> list[Row]:
        """Direct messages, the bot's first."""
        own = self.team.direct(self.person)
        others = [c for c in self.team.channels.values() if c.kind in ("im", "mpim") and self.is_member(c)]
        return [self._row(own), *(self._row(c) for c in others if c is not own)]

    def _row(self, channel: Channel) -> Row:
        last = max((e.what.ts for e in self._everything(channel)), default="")
        unread = last > self.seen.get((self.person.id, channel.id), "")
        return Row(channel, self.name(channel), self.other(channel), unread)

    def name(self, channel: Channel) -> str:
        """How this person calls the conversation."""
        if channel.kind in ("public", "private"):
            return channel.name
        members = [self.team.users[m] for m in sorted(channel.members - {self.person.id})]
        return ", ".join(m.name if m.bot_id else m.real_name for m in members)

    def other(self, channel: Channel) -> User | None:
        """Whom a direct message is with."""
        if channel.kind != "im":
            return None
        return self.team.users[next(iter(channel.members - {self.person.id}))]

    # -- messages ---------------------------------------------------------------------------

    def _everything(self, channel: Channel, place: str = "m") -> Iterator[Entry]:
        for message in channel.messages:
            if not message.deleted:
                yield self._entry(message, place)
        for shown in self.team.ephemerals:
            if shown.channel == channel.id and shown.user == self.person.id and not shown.deleted:
                yield self._entry(shown, place, whispered=True)

    def _entry(self, what: Message | Ephemeral, place: str, *, whispered: bool = False) -> Entry:
        author = self.team.bot if whispered else self.team.users[what.user]
        at = datetime.fromtimestamp(float(what.ts), UTC).astimezone()
        return Entry(what, author, at, place, whispered)

    def timeline(self, channel: Channel) -> list[Entry]:
        """Messages outside threads, oldest first, each with the replies below it."""
        everything = sorted(self._everything(channel), key=lambda entry: entry.what.ts)
        roots = [e for e in everything if e.what.thread_ts in (None, e.what.ts)]
        by_ts = {entry.what.ts: entry for entry in roots}
        for entry in everything:
            root = by_ts.get(entry.what.thread_ts or "")
            if root is not None and root is not entry:
                root.replies.append(entry)
        return _grouped(roots)

    def thread(self, channel: Channel, ts: str) -> list[Entry]:
        """A thread's root and replies, oldest first."""
        there = [e for e in self._everything(channel, "t") if ts in (e.what.ts, e.what.thread_ts)]
        return _grouped(sorted(there, key=lambda entry: entry.what.ts))

    def status(self, channel: Channel, thread: str | None) -> str:
        """What the bot says it is doing here; a post of its own clears it."""
        note = self._note("status", channel, thread)
        if note is None or not note["status"]:
            return ""
        posts = channel.thread(thread) if thread else channel.messages
        answered = any(m.user == self.team.bot.id and m.ts > note["at"] for m in posts)
        return "" if answered else str(note["status"])

    def prompts(self, channel: Channel, thread: str) -> Json:
        """What the bot offers to begin with, until the person wrote something."""
        note = self._note("prompts", channel, thread)
        written = any(m.user == self.person.id for m in channel.thread(thread))
        return {} if note is None or written else note

    def title(self, channel: Channel, thread: str) -> str:
        """What the bot called this conversation."""
        note = self._note("title", channel, thread)
        return str(note["title"]) if note else ""

    def _note(self, what: str, channel: Channel, thread: str | None) -> Json | None:
        for note in reversed(self.context.assistant):
            if (note["what"], note["channel_id"], note.get("thread_ts")) == (what, channel.id, thread):
                return note
        return None

    def look_at(self, channel: Channel) -> None:
        """Remember that this person has seen what stands there."""
        last = max((e.what.ts for e in self._everything(channel)), default="")
        self.seen[self.person.id, channel.id] = last

    def shown(self, channel: Channel, ts: str) -> Message | Ephemeral | None:
        """A message this person can see, to act on it."""
        return next((e.what for e in self._everything(channel) if e.what.ts == ts), None)

    # -- files, views, menus ----------------------------------------------------------------

    def file(self, identity: str) -> File | None:
        """A file this person may open."""
        found = self.team.files.get(identity)
        if found is None or found.deleted or not found.ready:
            return None
        shared = (self.team.channels[c] for c in found.channels)
        return found if found.user == self.person.id or any(map(self.may_read, shared)) else None

    def canvas(self, identity: str) -> Canvas | None:
        """A canvas this person may open."""
        found = self.team.files.get(identity)
        return found.canvas if found and self.team.opens(identity, self.person.id) else None

    def modal(self) -> View | None:
        """The modal on top."""
        views = (v for v in reversed(list(self.team.views.values())) if v.user == self.person.id)
        return next((v for v in views if not v.closed and v.content["type"] == "modal"), None)

    def home(self) -> View | None:
        """The App Home, once published."""
        return self.team.homes.get(self.person.id)

    def offers(self, kind: str) -> list[Offer]:
        """Commands, or shortcuts of a kind, of the installed app."""
        return [offer for offer in self.context.grants.offers if offer.kind == kind]

    def people(self) -> list[User]:
        """Everybody one can be."""
        return [user for user in self.team.users.values() if not user.bot_id and not user.deleted]

    # -- text -------------------------------------------------------------------------------

    def text(self, given: Json) -> Markup:
        """A text object of Block Kit."""
        return mrkdwn(given["text"], self.links) if given["type"] == "mrkdwn" else plain(given["text"])

    def said(self, what: Message | Ephemeral) -> Markup:
        """The text of a message that has no blocks, or was streamed."""
        return markdown(what.text, self.links) if what.markdown else mrkdwn(what.text, self.links)

    def markdown(self, text: str) -> Markup:
        """The text of a Markdown block."""
        return markdown(text, self.links)

    def inline(self, elements: list[Json]) -> Markup:
        """The inside of a section of rich text."""
        return Markup("").join(self._styled(element) for element in elements)

    def _styled(self, element: Json) -> Markup:
        shown = self._inline(element)
        style = element.get("style") or {}
        for name, tag in (("code", "code"), ("strike", "s"), ("italic", "em"), ("bold", "strong")):
            if style.get(name):
                shown = Markup("<{}>{}</{}>").format(Markup(tag), shown, Markup(tag))  # noqa: S704 - ours
        return shown

    def _inline(self, element: Json) -> Markup:
        match element["type"]:
            case "link":
                return anchor(self.links, element["url"], element.get("text") or element["url"])
            case "user":
                return mention(self.links.person_name(element["user_id"]))
            case "channel":
                return mention(self.links.channel_name(element["channel_id"]))
            case "usergroup" | "team":
                return mention(f"@{element.get('usergroup_id') or element.get('team_id')}")
            case "broadcast":
                return mention(f"@{element['range']}")
            case "emoji":
                return plain(_emoji(element))
            case "date":
                return plain(element.get("fallback") or _date(element["timestamp"]))
            case _:
                return plain(str(element.get("text") or element.get("value") or ""))

    def choices(self, element: Json) -> list[tuple[str, str]]:
        """Values and labels of a select whose options are people or conversations."""
        kind = element["type"]
        if "users" in kind:
            return [(u.id, u.real_name) for u in self.team.users.values() if not u.deleted and not u.bot_id]
        rows = self.channels()
        if "channels" in kind:
            return [(r.channel.id, f"#{r.name}") for r in rows if r.channel.kind == "public"]
        return [(r.channel.id, f"#{r.name}") for r in rows] + [(r.channel.id, r.name) for r in self.directs()]

    def picture(self, element: Json) -> str | None:
        """The address of a picture of this workspace; others are not fetched."""
        named: dict[str, Any] = element.get("slack_file") or {}
        target = self.links.target(element.get("image_url") or named.get("url") or "")
        if "id" in named:
            target = f"/as/{self.person.name}/files/{named['id']}"
        return target if target and target.startswith("/") else None


def _grouped(entries: list[Entry]) -> list[Entry]:
    """The same entries, with heads left out where one person goes on, and with the days marked."""
    if entries:
        entries[0].new_day = True
    for before, entry in pairwise(entries):
        entry.new_day = before.at.date() != entry.at.date()
        same = before.author is entry.author and not entry.author.bot_id
        entry.continued = same and not entry.new_day and entry.at - before.at < TOGETHER
    return entries


def _emoji(element: Json) -> str:
    points = str(element.get("unicode") or "").split("-")
    try:
        return "".join(chr(int(point, 16)) for point in points)
    except (ValueError, OverflowError):
        return f":{element['name']}:"


def _date(timestamp: float) -> str:
    return f"{datetime.fromtimestamp(timestamp, UTC).astimezone():%Y-%m-%d %H:%M}"
