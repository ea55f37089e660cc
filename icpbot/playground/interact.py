"""What people do with commands, buttons, modals, the App Home and the assistant panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icpbot.playground import api_views
from icpbot.playground.actions import action_of, find_element, state_of
from icpbot.playground.errors import Json, SlackError, UnknownPersonError
from icpbot.playground.limits import check_view
from icpbot.playground.records import Channel, Ephemeral, Message, View
from icpbot.playground.responses import answer
from icpbot.playground.talk import Talk, Where, Who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icpbot.playground.context import Context
    from icpbot.playground.delivery import Delivery, Reply

_CHANNEL_NAMES = {"im": "directmessage", "private": "privategroup", "mpim": "mpdm"}


class People(Talk):
    """Everything people do. Interactions wait for the app's acknowledgement and return it."""

    def __init__(self, context: Context, delivery: Delivery) -> None:
        super().__init__(context)
        self.delivery = delivery

    def command(self, who: Who, where: Where, line: str) -> Reply:
        """Type a slash command such as `/icp ask why?`; the acknowledged text is shown too."""
        user = self._present(who)
        channel = self.team.direct(user) if where is None else self.team.channel(where)
        name, _, text = line.partition(" ")
        known = self.context.grants.commands
        if user.team_id != self.team.team_id or (known is not None and name not in known):
            raise UnknownPersonError(f"{name} is not a command of the app")
        url = self.context.new_response_url("commands", user=user.id, channel=channel.id)
        payload: Json = {
            "token": "verification-token",
            "team_id": self.team.team_id,
            "team_domain": self.team.domain,
            "channel_id": channel.id,
            "channel_name": _CHANNEL_NAMES.get(channel.kind, channel.name),
            "user_id": user.id,
            "user_name": user.name,
            "command": name,
            "text": text,
            "api_app_id": self.team.app_id,
            "is_enterprise_install": "false",
            "response_url": url,
            "trigger_id": self.context.new_trigger(user.id),
        }
        reply = self.delivery.interact("slash_commands", payload)
        self._show(url, reply)
        return reply

    def _show(self, url: str, reply: Reply) -> None:
        body = {"text": reply.body} if isinstance(reply.body, str) else reply.body
        if reply.acked and body:
            answer(self.context, self.context.response_urls[url.rsplit("/", 1)[-1]], body)

    def click(
        self,
        who: Who,
        what: Message | Ephemeral | View,
        element: str,
        value: Any = None,
        *,
        block: str | None = None,
        typed: Mapping[str, Any] | None = None,
    ) -> Reply:
        """Press a button, or choose `value` in a select, found by action id or label.

        `block` names the block where several have such an element; `typed` is what stands in the
        form around it, by block id or action id.
        """
        user = self._present(who)
        found, block_id = find_element(_blocks(what), element, block)
        state = state_of(_blocks(what), typed or {}, check=False)
        action = action_of(found, block_id, value) | {"action_ts": self.team.new_ts()}
        payload = self._interaction("block_actions", user.id) | {"actions": [action]}
        if isinstance(what, View):
            payload["trigger_id"] = self.context.new_trigger(user.id, what.id)
            payload["container"] = {"type": "view", "view_id": what.id}
            payload["view"] = api_views.view_json(self.context, what, state)
        else:
            payload |= self._around(user.id, what, state)
        return self._interact(payload)

    def _around(self, user: str, what: Message | Ephemeral, state: Json) -> Json:
        channel = self.team.channels[what.channel]
        whispered = isinstance(what, Ephemeral)
        if user not in channel.members or (isinstance(what, Ephemeral) and what.user != user):
            raise SlackError("channel_not_found")
        container: Json = {
            "type": "message",
            "message_ts": what.ts,
            "channel_id": channel.id,
            "is_ephemeral": whispered,
        }
        if what.thread_ts:
            container["thread_ts"] = what.thread_ts
        around: Json = {
            "container": container,
            "channel": _short(channel),
            "state": {"values": state},
            "response_url": self.context.new_response_url(
                "actions", user=user, channel=channel.id, message=_as_message(what)
            ),
        }
        return around if whispered else around | {"message": _as_message(what).as_json()}

    def submit(self, who: Who, view: View | None = None, **values: Any) -> Reply:
        """Send a modal's form, values by action id or block id, and follow the app's answer."""
        return self.send(who, view or self.modal(who), values)

    def send(self, who: Who, shown: View, values: Mapping[str, Any]) -> Reply:
        """The same with any names of fields."""
        user = self._present(who)
        state = state_of(_blocks(shown), values)
        payload = self._interaction("view_submission", user.id) | {
            "trigger_id": self.context.new_trigger(user.id, shown.id),
            "view": api_views.view_json(self.context, shown, state),
            "response_urls": [],
        }
        reply = self._interact(payload)
        if reply.acked:
            self._follow(shown, reply.body)
        return reply

    def _follow(self, view: View, body: Any) -> None:
        wish = body.get("response_action") if isinstance(body, dict) else None
        if wish == "errors":
            return
        if wish in ("update", "push"):
            check_view(body.get("view"), kinds=("modal",))
            if wish == "update":
                api_views.replace(self.context, view, body["view"])
            else:
                api_views.push(self.context, view, body["view"])
            return
        with self.team.change():
            for other in self.team.views.values():
                if other is view or (wish == "clear" and other.root == view.root):
                    other.closed = True

    def close(self, who: Who, view: View | None = None) -> Reply | None:
        """Dismiss a modal; the app hears of it only if it asked to."""
        user = self._present(who)
        shown = view or self.modal(user)
        with self.team.change():
            shown.closed = True
        if not shown.content.get("notify_on_close"):
            return None
        payload = self._interaction("view_closed", user.id) | {"is_cleared": False}
        del payload["trigger_id"]
        return self._interact(payload | {"view": api_views.view_json(self.context, shown)})

    def modal(self, who: Who) -> View:
        """The modal on top of this person's screen."""
        user = self.team.user(who)
        for view in reversed(list(self.team.views.values())):
            if view.user == user.id and not view.closed and view.content["type"] == "modal":
                return view
        raise UnknownPersonError(f"{user.name} has no open modal")

    def shortcut(self, who: Who, callback_id: str, message: Message | None = None) -> Reply:
        """Use a message shortcut, or a global one when no message is given."""
        user = self._present(who)
        known = self.context.grants.shortcuts
        if known is not None and callback_id not in known:
            raise UnknownPersonError(f"{callback_id} is not a shortcut of the app")
        kind = "shortcut" if message is None else "message_action"
        payload = self._interaction(kind, user.id) | {"callback_id": callback_id}
        payload["action_ts"] = self.team.new_ts()
        if message is not None:
            url = self.context.new_response_url(
                "actions", user=user.id, channel=message.channel, message=message
            )
            payload |= {"message_ts": message.ts, "response_url": url}
            payload["channel"] = _short(self.team.channels[message.channel])
            payload["message"] = message.as_json()
        return self._interact(payload)

    def open_home(self, who: Who, *, tab: str = "home") -> None:
        """Look at the App Home. Sends `app_home_opened`."""
        user = self._present(who)
        event: Json = {
            "type": "app_home_opened",
            "user": user.id,
            "channel": self.team.direct(user).id,
            "tab": tab,
            "event_ts": self.team.new_ts(),
        }
        home = self.team.homes.get(user.id)
        if home is not None:
            event["view"] = api_views.view_json(self.context, home)
        self.context.emit("app_home_opened", event)

    def open_assistant(self, who: Who, *, looking_at: Channel | str | None = None) -> Message:
        """Open a new assistant thread; write in it with `say(who, None, ..., thread=root)`."""
        user = self._present(who)
        direct = self.team.direct(user)
        seen = {"channel_id": self.team.channel(looking_at).id} if looking_at else {}
        root = Message(
            ts=self.team.new_ts(),
            channel=direct.id,
            user=self.team.bot.id,
            text="New Assistant Thread",
            team_id=self.team.team_id,
            subtype="assistant_app_thread",
            bot_id=self.team.bot.bot_id,
            app_id=self.team.app_id,
        )
        root.thread_ts = root.ts
        self.team.post(root)
        thread: Json = {"user_id": user.id, "channel_id": direct.id, "thread_ts": root.ts}
        thread["context"] = {**seen, "team_id": self.team.team_id, "enterprise_id": None}
        event: Json = {"type": "assistant_thread_started", "assistant_thread": thread}
        self.context.emit("assistant_thread_started", event | {"event_ts": root.ts})
        return root

    def _interaction(self, kind: str, user: str) -> Json:
        person = self.team.users[user]
        return {
            "type": kind,
            "team": {"id": self.team.team_id, "domain": self.team.domain},
            "user": {
                "id": person.id,
                "username": person.name,
                "name": person.name,
                "team_id": self.team.team_id,
            },
            "api_app_id": self.team.app_id,
            "token": "verification-token",
            "trigger_id": self.context.new_trigger(user),
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _interact(self, payload: Json) -> Reply:
        if not self.context.grants.interactive:
            raise SlackError("interactivity_disabled")
        return self.delivery.interact("interactive", payload)


def _blocks(what: Message | Ephemeral | View) -> list[Json]:
    return list(what.content["blocks"]) if isinstance(what, View) else what.blocks


def _short(channel: Channel) -> Json:
    return {"id": channel.id, "name": _CHANNEL_NAMES.get(channel.kind, channel.name)}


def _as_message(what: Message | Ephemeral) -> Message:
    if isinstance(what, Message):
        return what
    return Message(
        ts=what.ts,
        channel=what.channel,
        user=what.user,
        text=what.text,
        team_id="",
        thread_ts=what.thread_ts,
    )
