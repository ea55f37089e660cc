"""What a person does on the page, handed to `People` as the tests do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.datastructures import UploadFile

from icpbot.playground.actions import find_element
from icpbot.playground.page.fields import filled, single
from icpbot.playground.page.markup import typed as as_sent
from icpbot.playground.page.samples import chosen
from icpbot.playground.records import Message, View

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.datastructures import FormData

    from icpbot.playground.delivery import Reply
    from icpbot.playground.errors import Json
    from icpbot.playground.interact import People
    from icpbot.playground.page.sight import Sight
    from icpbot.playground.records import Channel, Ephemeral

LATE = "The bot did not answer in time. Try again."


class Refused(Exception):
    """Something this person cannot do, in a sentence."""


class Doing:
    """One person's hands. Each act takes the form's texts and what stands in the fields around it."""

    def __init__(self, people: People, sight: Sight, samples: Path | None) -> None:
        self._people = people
        self._sight = sight
        self._me = sight.person
        self._samples = samples

    def named(self, what: str) -> Callable[[Json, Json], Json] | None:
        """The act of this name, if there is one."""
        acts: dict[str, Callable[[Json, Json], Json]] = {
            "say": self._say, "press": self._press, "submit": self._submit, "close": self._close,
            "shortcut": self._shortcut, "chat": self._chat, "remove": self._remove,
            "remove-file": self._remove_file, "join": self._join, "sample": self._sample,
        }  # fmt: skip
        return acts.get(what)

    async def typed(self, form: FormData) -> Json:
        """What stands in the fields of the view or message that the form names."""
        found = self._on(dict(form), strict=False)
        blocks = [] if found is None else found.content["blocks"] if isinstance(found, View) else found.blocks
        return await filled(blocks, form, self._keep)

    async def files(self, form: FormData) -> Json:
        """Uploaded files by name, under `files`."""
        given = [part for part in form.getlist("files") if isinstance(part, UploadFile) and part.filename]
        return {"files": {str(part.filename): await part.read() for part in given}}

    def _keep(self, name: str, content: bytes) -> Json:
        team = self._people.team
        file = team.add_file(name=name, title=name, user=self._me.id, size=len(content))
        file.content, file.ready = content, True
        return self._people.context.file_json(file.id)

    # -- writing ----------------------------------------------------------------------------

    def _say(self, form: Json, _typed: Json) -> Json:
        channel, thread = self._channel(form), form.get("thread") or None
        text, files = str(form.get("text") or "").strip(), form["files"]
        if text.startswith("/") and not files:
            return self._command(channel, thread, text)
        if not text and not files:
            raise Refused("Write something, or add a file.")
        sent = as_sent(text, self._people.team)
        if files:
            message = self._people.upload(self._me, channel, files, comment=sent, thread=thread)
        else:
            message = self._people.say(self._me, channel, sent, thread=thread)
        return self._where(channel, message)

    def _command(self, channel: Channel, thread: str | None, line: str) -> Json:
        if thread:
            raise Refused("Slack takes commands in a conversation, not in a thread.")
        name = line.split(maxsplit=1)[0]
        if name not in {offer.id for offer in self._sight.offers("command")}:
            raise Refused(f"{name} is no command here. There is: {self._commands()}.")
        _heard(self._people.command(self._me, channel, as_sent(line, self._people.team)))
        return {}

    def _commands(self) -> str:
        return ", ".join(offer.id for offer in self._sight.offers("command")) or "none"

    def _where(self, channel: Channel, message: Message) -> Json:
        """Opens the thread in which the bot will answer."""
        bot = self._people.team.bot.id
        answered = channel.kind in ("public", "private") and bot in channel.members
        awaited = answered and (message.files or f"<@{bot}>" in message.text)
        if not awaited and not message.thread_ts:
            return {}
        return {"open": f"/as/{self._me.name}/in/{channel.id}?thread={message.thread_ts or message.ts}"}

    def _sample(self, form: Json, _typed: Json) -> Json:
        channel = self._channel(form)
        files = chosen(self._samples, str(form.get("name")))
        if not files:
            raise Refused("There is no such sample.")
        message = self._people.upload(self._me, channel, files, thread=form.get("thread") or None)
        return self._where(channel, message)

    def _remove(self, form: Json, _typed: Json) -> Json:
        message = self._on(form)
        if not isinstance(message, Message) or message.user != self._me.id:
            raise Refused("You can delete your own messages only.")
        self._people.delete(message)
        return {}

    def _remove_file(self, form: Json, _typed: Json) -> Json:
        self._people.delete_file(self._me, str(form.get("file")))
        return {}

    def _join(self, form: Json, _typed: Json) -> Json:
        self._people.join(self._me, self._channel(form))
        return {}

    # -- acting on messages and views -------------------------------------------------------

    def _press(self, form: Json, typed: Json) -> Json:
        what = self._on(form)
        assert what is not None
        block, _, action = str(form.get("act")).partition("|")
        blocks = what.content["blocks"] if isinstance(what, View) else what.blocks
        element, _ = find_element(list(blocks), action, block)
        value: Any = form.get("value")
        kind = element["type"]
        if kind.startswith("multi_") or kind == "checkboxes":
            value = [part for part in str(value or "").split("\n") if part]
        elif kind not in ("button", "feedback_buttons", "icon_button", "overflow"):
            value = single(kind, str(value or ""))
        _heard(self._people.click(self._me, what, action, value, block=block, typed=typed))
        return {}

    def _submit(self, form: Json, typed: Json) -> Json:
        view = self._on(form)
        if not isinstance(view, View):
            raise Refused("This form is closed already.")
        reply = _heard(self._people.send(self._me, view, typed))
        body = reply.body if isinstance(reply.body, dict) else {}
        return {"errors": body["errors"]} if body.get("response_action") == "errors" else {}

    def _close(self, form: Json, _typed: Json) -> Json:
        view = self._on(form, strict=False)
        if isinstance(view, View):
            self._people.close(self._me, view)
        return {}

    def _shortcut(self, form: Json, _typed: Json) -> Json:
        message = self._on(form) if form.get("ts") else None
        if message is not None and not isinstance(message, Message):
            raise Refused("Slack has no menu for messages that only you see.")
        _heard(self._people.shortcut(self._me, str(form.get("id")), message))
        if message is not None:
            return {}
        return {"open": f"/as/{self._me.name}/in/{self._people.team.direct(self._me).id}"}

    def _chat(self, form: Json, _typed: Json) -> Json:
        """A new conversation in the assistant panel; it knows what the person looked at."""
        looking_at = self._sight.channel(str(form.get("looking_at") or ""))
        root = self._people.open_assistant(self._me, looking_at=looking_at)
        return {"open": f"/as/{self._me.name}/in/{root.channel}?thread={root.ts}"}

    # -- finding ----------------------------------------------------------------------------

    def _channel(self, form: Json) -> Channel:
        found = self._sight.channel(str(form.get("channel")))
        if found is None:
            raise Refused("This conversation is not here, or not for you.")
        return found

    def _on(self, form: Json, *, strict: bool = True) -> Message | Ephemeral | View | None:
        """The message, modal or App Home that a form is about, if this person sees it."""
        found: Message | Ephemeral | View | None = None
        if identity := str(form.get("view") or ""):
            views = (self._sight.home(), self._people.team.views.get(identity))
            found = next((v for v in views if v and v.id == identity and v.user == self._me.id), None)
            found = None if found is None or found.closed else found
        elif ts := str(form.get("ts") or ""):
            channel = self._sight.channel(str(form.get("channel")))
            found = self._sight.shown(channel, ts) if channel else None
        if found is None and strict:
            raise Refused("This is not here any more.")
        return found


def _heard(reply: Reply) -> Reply:
    if not reply.acked:
        raise Refused(LATE)
    return reply
