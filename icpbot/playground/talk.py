"""What people do with messages, files and memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icpbot.playground.api_files import announce_share
from icpbot.playground.errors import Json, SlackError
from icpbot.playground.records import Channel, Message, User
from icpbot.playground.richtext import rich_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icpbot.playground.context import Context
    from icpbot.playground.state import Workspace

Who = User | str
Where = Channel | str | None


class Talk:
    """People write, upload, edit, react, come and go. `where=None` is the bot's direct message."""

    def __init__(self, context: Context) -> None:
        self.context = context

    @property
    def team(self) -> Workspace:
        """The workspace they are in."""
        return self.context.workspace

    def say(self, who: Who, where: Where, text: str, *, thread: Message | str | None = None) -> Message:
        """Write a message; `@icpbot` in it is a mention. Sends `message` and `app_mention`."""
        message = self._write(who, where, text, thread)
        message.blocks = rich_text(message.text)
        self.team.post(message)
        self.context.announce(message)
        self._mention(message)
        return message

    def upload(
        self,
        who: Who,
        where: Where,
        files: Mapping[str, bytes],
        *,
        comment: str = "",
        thread: Message | str | None = None,
    ) -> Message:
        """Share files by name and content. Sends `message` with `file_share` and `file_shared`."""
        message = self._write(who, where, comment, thread)
        message.subtype = "file_share"
        message.blocks = rich_text(message.text)
        stored = []
        for name, content in files.items():
            file = self.team.add_file(name=name, title=name, user=message.user, size=len(content))
            file.content, file.ready = content, True
            file.channels.append(message.channel)
            stored.append(file)
        message.files = [self.context.file_json(file.id) for file in stored]
        self.team.post(message)
        self.context.announce(message)
        for file in stored:
            announce_share(self.context, file, self.team.channels[message.channel], message.user)
        self._mention(message)
        return message

    def _write(self, who: Who, where: Where, text: str, thread: Message | str | None) -> Message:
        user = self._present(who)
        if where is None and user.team_id != self.team.team_id:
            raise SlackError("cannot_dm_bot")
        channel = self.team.direct(user) if where is None else self.team.channel(where)
        if user.id not in channel.members:
            raise SlackError("not_in_channel")
        if channel.archived:
            raise SlackError("is_archived")
        root = thread.thread_ts or thread.ts if isinstance(thread, Message) else thread
        return Message(
            ts=self.team.new_ts(),
            channel=channel.id,
            user=user.id,
            text=text.replace(f"@{self.team.bot.name}", f"<@{self.team.bot.id}>"),
            team_id=user.team_id,
            thread_ts=root,
            bot_id=user.bot_id,
        )

    def _present(self, who: Who) -> User:
        user = self.team.user(who)
        if user.deleted:
            raise SlackError("account_inactive")
        return user

    def _mention(self, message: Message) -> None:
        channel = self.team.channels[message.channel]
        mentioned = f"<@{self.team.bot.id}>" in message.text
        if not mentioned or channel.kind == "im" or self.team.bot.id not in channel.members:
            return
        # Slack's mention event of an upload lacks the files: the app has to look them up.
        hidden = ("subtype", "files")
        shown = {key: value for key, value in message.as_json().items() if key not in hidden}
        place = {"type": "app_mention", "channel": channel.id, "event_ts": message.ts}
        self.context.emit("app_mention", {**shown, **place})

    def edit(self, message: Message, text: str) -> None:
        """Change a person's message. Sends `message_changed`."""
        before = message.as_json()
        with self.team.change():
            message.revisions.append(message.text)
            message.text, message.blocks = text, rich_text(text)
            message.edited = {"user": message.user, "ts": self.team.new_ts()}
        self.context.announce_change(message, before)

    def delete(self, message: Message) -> None:
        """Delete a message. Sends `message_deleted`."""
        with self.team.change():
            message.deleted = True
        self.context.announce_deletion(message)

    def delete_file(self, who: Who, file_id: str) -> None:
        """Delete a file from Slack. Sends `file_deleted` if the bot could see it."""
        user, file = self._present(who), self.team.files[file_id]
        if file.user != user.id and not user.admin:
            raise SlackError("cant_delete_file")
        with self.team.change():
            file.deleted, file.content = True, b""
        if any(self.team.bot.id in self.team.channels[place].members for place in file.channels):
            ts = self.team.new_ts()
            self.context.emit("file_deleted", {"type": "file_deleted", "file_id": file_id, "event_ts": ts})

    def convert(self, who: Who, where: Channel | str, *, private: bool) -> None:
        """Make a channel private, or public again. Sends a message that says so."""
        user, channel = self._present(who), self.team.channel(where)
        if not user.admin:
            raise SlackError("restricted_action")
        with self.team.change():
            channel.kind = "private" if private else "public"
        way = "private" if private else "public"
        said = self._write(user, channel, f"made this channel *{way}*.", None)
        said.subtype = f"channel_convert_to_{way}"
        self.team.post(said)
        self.context.announce(said)

    def archive(self, who: Who, where: Channel | str) -> None:
        """Archive a channel; people still read it, nobody writes in it."""
        self._present(who)
        with self.team.change():
            self.team.channel(where).archived = True

    def unfurl(self, message: Message, *, force: bool = False) -> bool:
        """Expand a message's link as Slack does by itself; False if the post forbade it."""
        flags = [message.arguments.get(name) for name in ("unfurl_links", "unfurl_media")]
        if flags == [False, False] and not force:
            return False
        before = message.as_json()
        with self.team.change():
            message.attachments = [
                *message.attachments,
                {"id": 1, "from_url": "https://example.com", "fallback": "Example page"},
            ]
        self.context.announce_change(message, before)
        return True

    def react(self, who: Who, message: Message, name: str) -> None:
        """Add a reaction. Sends `reaction_added`."""
        user = self._present(who)
        with self.team.change():
            message.reactions.setdefault(name, []).append(user.id)
        item = {"type": "message", "channel": message.channel, "ts": message.ts}
        event: Json = {"type": "reaction_added", "user": user.id, "reaction": name, "item": item}
        event |= {"item_user": message.user, "event_ts": self.team.new_ts()}
        if self.team.bot.id in self.team.channels[message.channel].members:
            self.context.emit("reaction_added", event)

    def join(self, who: Who, where: Channel | str, *, inviter: Who | None = None) -> None:
        """Enter a channel. Sends `member_joined_channel` where the bot is."""
        user, channel = self._present(who), self.team.channel(where)
        if user.team_id not in {self.team.team_id, *channel.connected}:
            raise SlackError("not_in_shared_channel")
        with self.team.change():
            channel.members.add(user.id)
        extra = {"inviter": self.team.user(inviter).id} if inviter else {}
        self._membership("member_joined_channel", user, channel, extra)

    def leave(self, who: Who, where: Channel | str) -> None:
        """Leave a channel. Sends `member_left_channel` where the bot is."""
        user, channel = self.team.user(who), self.team.channel(where)
        with self.team.change():
            channel.members.discard(user.id)
        self._membership("member_left_channel", user, channel, {})

    def invite_bot(self, who: Who, where: Channel | str) -> None:
        """Add the bot to a channel the inviter is in."""
        if self.team.user(who).id not in self.team.channel(where).members:
            raise SlackError("not_in_channel")
        self.join(self.team.bot, where, inviter=who)

    def _membership(self, kind: str, user: User, channel: Channel, extra: Json) -> None:
        if self.team.bot.id not in channel.members:
            return
        event: Json = {
            "type": kind,
            "user": user.id,
            "channel": channel.id,
            "channel_type": "C" if channel.kind == "public" else "G",
            "team": self.team.team_id,
            "event_ts": self.team.new_ts(),
        }
        self.context.emit(kind, event | extra)
