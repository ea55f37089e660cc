"""The workspace: who and what exists. Every change holds the lock and wakes the waiting tests."""

from __future__ import annotations

import itertools
import mimetypes
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from icpbot.playground.blocks import with_ids
from icpbot.playground.errors import Json, SlackError, UnknownPersonError
from icpbot.playground.records import Channel, Ephemeral, File, Kind, Message, User, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_PREFIX: dict[Kind, str] = {"public": "C", "private": "G", "im": "D", "mpim": "G"}


class Workspace:
    """One Slack team with its people, conversations, files and views."""

    def __init__(
        self, name: str = "Playground", *, domain: str = "playground", bot_name: str = "icpbot"
    ) -> None:
        self.changed = threading.Condition(threading.RLock())
        self._numbers = itertools.count(1)
        self._last_ts = 0
        self.version = 0
        self.team_id = self.new_id("T")
        self.name = name
        self.domain = domain
        self.app_id = self.new_id("A")
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.files: dict[str, File] = {}
        self.views: dict[str, View] = {}
        self.homes: dict[str, View] = {}
        self.free = False
        """On Slack's free plan, which has canvases only as tabs of a channel."""
        self.ephemerals: list[Ephemeral] = []
        self.bot = self.add_user(bot_name, bot=True)

    @contextmanager
    def change(self) -> Iterator[None]:
        """Hold the lock while something changes, then wake everyone who waits."""
        with self.changed:
            yield
            self.version += 1
            self.changed.notify_all()

    def wait_for(self, predicate: Callable[[], object], timeout: float) -> bool:
        """True as soon as `predicate` holds, looked at after every change; False in the end."""
        with self.changed:
            return bool(self.changed.wait_for(lambda: bool(predicate()), timeout))

    def new_id(self, prefix: str) -> str:
        """A fresh id that looks like Slack's."""
        return f"{prefix}0{next(self._numbers):09d}"

    def count_from(self, number: int) -> None:
        """Let the ids to come begin here, so that they are not those of an earlier run."""
        self._numbers = itertools.count(number)

    def new_ts(self) -> str:
        """A timestamp later than every one before it."""
        with self.changed:
            self._last_ts = max(self._last_ts + 1, time.time_ns() // 1000)
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def add_user(
        self,
        name: str,
        *,
        real_name: str = "",
        email: str = "",
        locale: str = "en-US",
        admin: bool = False,
        guest: bool = False,
        deactivated: bool = False,
        bot: bool = False,
    ) -> User:
        """Add a person, guest, deactivated account or bot."""
        user = User(
            id=self.new_id("U"),
            name=name,
            team_id=self.team_id,
            real_name=real_name or name.title(),
            email=email or ("" if bot else f"{name}@{self.domain}.example"),
            locale=locale,
            admin=admin,
            guest=guest,
            deleted=deactivated,
            bot_id=self.new_id("B") if bot else None,
        )
        with self.change():
            self.users[user.id] = user
        return user

    def add_stranger(self, name: str, *, team: str = "T0OTHER") -> User:
        """Add a person of another company; they can be in channels that are connected with it."""
        user = self.add_user(name)
        with self.change():
            user.team_id, user.email = team, ""
        return user

    def connect(self, where: Channel | str, *people: User | str) -> Channel:
        """Share a channel with the companies of these people, who enter it."""
        channel, invited = self.channel(where), [self.user(person) for person in people]
        with self.change():
            channel.connected |= {user.team_id for user in invited} - {self.team_id}
            channel.members |= {user.id for user in invited}
        return channel

    def is_stranger(self, user: User) -> bool:
        """Of another company, and in no shared channel that the bot sees."""
        shared = (c for c in self.channels.values() if c.connected and self.bot.id in c.members)
        return user.team_id != self.team_id and not any(user.id in c.members for c in shared)

    def add_channel(
        self,
        name: str,
        *,
        private: bool = False,
        members: Iterable[User | str] = (),
        archived: bool = False,
        with_bot: bool = False,
        topic: str = "",
    ) -> Channel:
        """Add a channel with these members, the bot among them only if asked."""
        ids = {self.user(member).id for member in members}
        if with_bot:
            ids.add(self.bot.id)
        channel = self._new_channel(name, "private" if private else "public", ids)
        channel.archived, channel.topic = archived, topic
        return channel

    def _new_channel(self, name: str, kind: Kind, members: set[str]) -> Channel:
        channel = Channel(
            id=self.new_id(_PREFIX[kind]),
            name=name,
            kind=kind,
            creator=next(iter(sorted(members)), self.bot.id),
            created=int(time.time()),
            members=members,
        )
        with self.change():
            self.channels[channel.id] = channel
        return channel

    def user(self, who: User | str) -> User:
        """A user by object, id or name."""
        if isinstance(who, User):
            return who
        found = self.users.get(who) or next(
            (user for user in self.users.values() if user.name == who.lstrip("@")), None
        )
        if found is None:
            raise UnknownPersonError(f"nobody is called {who!r}")
        return found

    def channel(self, where: Channel | str) -> Channel:
        """A conversation by object, id or name with or without `#`."""
        if isinstance(where, Channel):
            return where
        found = self.find_channel(where)
        if found is None:
            raise UnknownPersonError(f"no conversation is called {where!r}")
        return found

    def find_channel(self, where: str) -> Channel | None:
        """A conversation by id or name, if there is one."""
        found = self.channels.get(where)
        name = where.removeprefix("#")
        named = (c for c in self.channels.values() if c.name == name and c.kind != "im")
        return found or next(named, None)

    def direct(self, who: User | str, *others: User | str) -> Channel:
        """The direct message of the bot and these people, opened if needed."""
        people = [self.user(person) for person in (who, *others)]
        ids = {person.id for person in people} | {self.bot.id}
        kind: Kind = "im" if len(people) == 1 else "mpim"
        with self.changed:
            for channel in self.channels.values():
                if channel.kind == kind and channel.members == ids:
                    return channel
            names = "--".join(person.name for person in people)
            return self._new_channel("" if kind == "im" else f"mpdm-{names}-1", kind, ids)

    def between(self, one: User | str, other: User | str) -> Channel:
        """The direct message of two people, without the bot; opened if needed."""
        ids = {self.user(one).id, self.user(other).id}
        with self.changed:
            found = (c for c in self.channels.values() if c.kind == "im" and c.members == ids)
            return next(found, None) or self._new_channel("", "im", ids)

    def add_file(self, *, name: str, title: str, user: str, size: int) -> File:
        """Register a file whose bytes are still to come."""
        file = File(
            id=self.new_id("F"),
            name=name,
            title=title,
            mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
            user=user,
            created=int(time.time()),
            size=size,
        )
        with self.change():
            self.files[file.id] = file
        return file

    def opens(self, canvas: str, user: str) -> bool:
        """Whether this person may open a canvas now: it was given to them, or to a channel they are in."""
        file = self.files[canvas]
        given = file.canvas.access if file.canvas and not file.deleted else {}
        return any(user == each or user in self._members(each) for each in given)

    def _members(self, channel: str) -> set[str]:
        return self.channels[channel].members if channel in self.channels else set()

    def with_ids(self, blocks: list[Json] | None) -> list[Json]:
        """Blocks with the ids that Slack fills in."""
        return with_ids(blocks or [], lambda: self.new_id("b"))

    def post(self, message: Message) -> Message:
        """Store a message in its channel; a reply makes its root a thread."""
        with self.change():
            channel = self.channels[message.channel]
            root = channel.find(message.thread_ts) if message.thread_ts else None
            if root is not None and root.thread_ts is None:
                root.thread_ts = root.ts
            channel.messages.append(message)
        return message

    def message(self, channel: str, ts: str) -> Message:
        """A message the API asks for."""
        found = self.channels[channel].find(ts)
        if found is None:
            raise SlackError("message_not_found")
        return found


def sample_workspace(bot_name: str = "icpbot") -> Workspace:
    """A small team: an admin, two colleagues, a guest, someone who left, and five channels."""
    team = Workspace(bot_name=bot_name)
    ana = team.add_user("ana", real_name="Ana Kowalska", admin=True, locale="pl-PL")
    ben = team.add_user("ben", real_name="Ben Carter")
    eva = team.add_user("eva", real_name="Eva Dvořáková", locale="cs-CZ")
    guest = team.add_user("gus", real_name="Gus Guest", guest=True)
    team.add_user("zoe", real_name="Zoe Left", deactivated=True)
    team.add_channel("general", members=[ana, ben, eva], with_bot=True)
    team.add_channel("research", members=[ana, ben, guest], with_bot=True)
    team.add_channel("random", members=[ana, ben])
    team.add_channel("deals", private=True, members=[ana, ben], with_bot=True)
    team.add_channel("board", private=True, members=[ana])
    team.add_channel("old", members=[ana], archived=True, with_bot=True)
    return team
