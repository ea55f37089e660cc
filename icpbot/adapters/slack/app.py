"""The Bolt app: every listener turns an event into a `Request` and hands it over.

A request is recorded before Slack is told that we have it: when recording fails there is no
acknowledgement, and Slack sends the event again.
"""

import os
import re
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_bolt.error import BoltError
from slack_bolt.response import BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from icpbot.adapters.slack.client import Identity, logger, slack_clients
from icpbot.adapters.slack.events import (
    Event,
    IsOurs,
    for_us,
    from_change,
    from_command,
    from_home,
    from_joining,
    from_message,
    from_panel,
    from_person,
)
from icpbot.adapters.slack.interactions import from_action, from_form, from_global, from_message_shortcut
from icpbot.adapters.slack.trouble import NETWORK, code, passes, translated
from icpbot.adapters.slack.views import form_view
from icpbot.domain.forms import Form, FormName
from icpbot.domain.requests import Request

Receive = Callable[[Request], bool]


@dataclass(frozen=True)
class Forms:
    """What is filled in on a page of its own; `waiting` and `problems` answer at once, `opened` may look up
    what it shows.
    """

    opened: Callable[[Request], Form]
    waiting: Callable[[Request], Form]
    problems: Callable[[Request], dict[str, str]]


FORMS = frozenset(FormName)
SOON = 1.0
"""Seconds a person waits for a form before it says that it is being looked up."""


def build_app(
    *,
    bot_token: str,
    api_url: str,
    us: Identity,
    receive: Receive,
    is_ours: IsOurs,
    forms: Forms,
    signing_secret: str | None = None,
) -> App:
    """The app behind Socket Mode or HTTP; raises `Unavailable` when Slack refuses the token."""
    clients = slack_clients(bot_token, api_url)
    with _without_oauth():
        try:
            app = App(
                name="icpbot",
                client=clients.reading,
                signing_secret=signing_secret or "",
                process_before_response=True,
                logger=logger.getChild("bolt"),
            )
        except (BoltError, *NETWORK) as error:
            raise translated(error) from error
    app.error(failed)
    listeners = Listeners(us, receive, is_ours, clients.reading, forms)
    register(app, lambda _: listeners)
    return app


@contextmanager
def _without_oauth() -> Iterator[None]:
    """Bolt turns to its own file store of tokens when it meets these two in the environment."""
    names = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")
    kept = {name: os.environ.pop(name) for name in names if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)


@dataclass(frozen=True)
class Listeners:
    """What we do when one team speaks."""

    us: Identity
    receive: Receive
    is_ours: IsOurs
    client: WebClient
    forms: Forms

    def message(self, event: Event) -> None:
        self.changed(event)
        if from_person(event, self.us) and for_us(event, self.us, self.is_ours):
            self._hand_over(from_message(event, self.us))

    def mention(self, event: Event) -> None:
        """The same message usually arrives as `message` too; both make the same request."""
        if from_person(event, self.us):
            self._hand_over(from_message({**event, "files": self._files(event)}, self.us))

    def joined(self, event: Event) -> None:
        self._hand_over(from_joining(event, self.us))

    def changed(self, event: Event) -> None:
        self._hand_over(from_change(event, self.us))

    def shortcut(self, ack: Ack, body: Event) -> None:
        if body["type"] == "message_action":
            self._hand_over(from_message_shortcut(body, self.us))
            ack()
            return
        direct = self.client.conversations_open(users=body["user"]["id"])["channel"]["id"]
        request = from_global(body, self.us, str(direct))
        if request.action in FORMS:
            ack()
            self._open(request, str(body["trigger_id"]))
            return
        self._hand_over(request)
        ack()

    def home(self, event: Event) -> None:
        self._hand_over(from_home(event, self.us))

    def panel(self, event: Event) -> None:
        self._hand_over(from_panel(event, self.us))

    def command(self, ack: Ack, command: Event) -> None:
        self._hand_over(from_command(command, self.us, datetime.now(UTC)))
        ack()

    def action(self, ack: Ack, body: Event) -> None:
        request = from_action(body, self.us)
        if request is not None and request.action in FORMS:
            ack()
            self._open(request, str(body["trigger_id"]))
            return
        self._hand_over(request)
        ack()

    def _open(self, request: Request, trigger: str) -> None:
        """Slack lets us open a form within three seconds, and change it afterwards: one that takes longer to
        look up begins with a line that says so.
        """
        with ThreadPoolExecutor(1) as aside:
            filled = aside.submit(self.forms.opened, request)
            try:
                shown = None if wait([filled], SOON).done else self._show_waiting(request, trigger)
                view = form_view(filled.result(), request.place)
                if shown:
                    self.client.views_update(view_id=shown, view=view)
                else:
                    self.client.views_open(trigger_id=trigger, view=view)
            except (SlackApiError, *NETWORK) as error:
                logger.warning("a form was not opened: %s", code(error))

    def _show_waiting(self, request: Request, trigger: str) -> str:
        view = form_view(self.forms.waiting(request), request.place)
        return str(self.client.views_open(trigger_id=trigger, view=view)["view"]["id"])

    def form(self, ack: Ack, body: Event) -> None:
        request = from_form(body, self.us, datetime.now(UTC))
        wrong = self.forms.problems(request)
        if wrong:
            ack(response_action="errors", errors=wrong)
            return
        self._hand_over(request)
        ack()

    def _hand_over(self, request: Request | None) -> None:
        if request is not None:
            self.receive(request)

    def _files(self, event: Event) -> list[dict[str, Any]]:
        """A mention of an upload comes without its files: the message itself is looked up."""
        if event.get("files"):
            return list(event["files"])
        ts = event["ts"]
        try:
            found = self.client.conversations_replies(
                channel=event["channel"], ts=event.get("thread_ts") or ts,
                oldest=ts, latest=ts, inclusive=True, limit=2,
            )  # fmt: skip
        except SlackApiError as error:
            if passes(error):
                raise
            return []
        messages: list[dict[str, Any]] = found.get("messages") or []
        return next((m.get("files") or [] for m in messages if m.get("ts") == ts), [])


ListenersOf = Callable[[BoltContext], Listeners]
"""Whose event it is: the listeners of that team."""


def register(app: App, of: ListenersOf) -> None:
    """What we listen to, for every team."""
    app.event("app_mention")(lambda context, event: of(context).mention(event))
    app.event("message")(lambda context, event: of(context).message(event))
    app.event("app_home_opened")(lambda context, event: of(context).home(event))
    app.event("assistant_thread_started")(lambda context, event: of(context).panel(event))
    app.event("member_joined_channel")(lambda context, event: of(context).joined(event))
    app.event("file_deleted")(lambda context, event: of(context).changed(event))
    app.event(re.compile(".*"))(_other)
    app.command("/icp")(lambda context, ack, command: of(context).command(ack, command))
    app.action(re.compile(".*"))(lambda context, ack, body: of(context).action(ack, body))
    app.view(re.compile(".*"))(lambda context, ack, body: of(context).form(ack, body))
    app.shortcut(re.compile(".*"))(lambda context, ack, body: of(context).shortcut(ack, body))


def _other() -> None:
    """Events that nothing here needs are acknowledged, so that Slack does not repeat them."""


def failed(error: Exception, body: Event) -> BoltResponse:
    """The only place where an event's failure is logged: what failed and where, never what was said."""
    where = "".join(traceback.format_tb(error.__traceback__)[-3:])
    event = (body.get("event") or {}).get("type") or body.get("type") or body.get("command")
    logger.error("%s was not taken: %s\n%s", event, type(error).__name__, where)
    return BoltResponse(status=400 if _lost_in_bolt(error) else 500)


def _lost_in_bolt(error: Exception) -> bool:
    """Whether Bolt could not read it, before anything of ours saw it: such a thing Slack never sends."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    return bool(frames) and frames[-1].f_globals.get("__name__", "").startswith("slack_bolt.")
