"""A real Bolt app, over each of the three ways in which Slack can reach it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import App, Assistant
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler as BuiltinHandler
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler as ClientHandler
from slack_bolt.adapter.starlette import SlackRequestHandler
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.routing import Route

from icpbot.playground import LoopbackSlack

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIET = {"unfurl_links": False, "unfurl_media": False}
PLAIN = "plain_text"
MODAL = {
    "type": "modal",
    "callback_id": "override",
    "title": {"type": PLAIN, "text": "Override"},
    "submit": {"type": PLAIN, "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "reason",
            "label": {"type": PLAIN, "text": "Reason"},
            "element": {"type": "plain_text_input", "action_id": "text"},
        }
    ],
}
BUTTON = {
    "type": "button",
    "text": {"type": PLAIN, "text": "Override"},
    "action_id": "override",
    "value": "acme",
}


def bolt_app(slack: LoopbackSlack) -> App:
    app = App(
        client=WebClient(slack.bot_token, base_url=slack.api_url),
        signing_secret=slack.signing_secret,
    )

    @app.event("app_mention")
    def mention(event: dict[str, Any], say: Any) -> None:
        blocks = [{"type": "actions", "elements": [BUTTON]}]
        say(text="Acme: ideal", thread_ts=event["ts"], blocks=blocks, **QUIET)

    @app.event("message")
    def message(event: dict[str, Any], say: Any) -> None:
        if event["channel_type"] == "im":
            say(text=f"You said {event['text']}", **QUIET)

    @app.command("/icp")
    def command(ack: Any, respond: Any, body: dict[str, Any]) -> None:
        ack()
        respond(text=f"Looking for {body['text']}")

    @app.action("override")
    def override(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.view("override")
    def submitted(ack: Any, view: dict[str, Any]) -> None:
        if view["state"]["values"]["reason"]["text"]["value"] == "no":
            ack(response_action="errors", errors={"reason": "Say why"})
        else:
            ack()

    @app.event("app_home_opened")
    def home(event: dict[str, Any], client: WebClient) -> None:
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": []})

    app.assistant(assistant())
    return app


def assistant() -> Assistant:
    panel = Assistant()

    @panel.thread_started
    def started(say: Any, set_suggested_prompts: Any) -> None:
        say(text="How can I help?", **QUIET)
        set_suggested_prompts(prompts=[{"title": "Draft", "message": "Draft our ICP"}])

    @panel.user_message
    def asked(set_status: Any, say: Any, payload: dict[str, Any]) -> None:
        set_status("is reading…")
        say(text=f"About {payload['text']}", **QUIET)

    return panel


def probe(slack: LoopbackSlack) -> bool:
    slack.wait_for(lambda: slack.connections)
    return slack.people.command("gus", None, "/icp ready").acked


@contextmanager
def by_socket(handler_class: Any, slack: LoopbackSlack) -> Iterator[None]:
    handler = handler_class(bolt_app(slack), slack.app_token, ping_interval=1)
    handler.connect()
    try:
        # The SDK's websocket client may connect twice at its start and lose what came before.
        assert any(probe(slack) for _ in range(10)), "the app never connected"
        yield
    finally:
        handler.close()


@contextmanager
def by_http(serving: Any, slack: LoopbackSlack) -> Iterator[None]:
    handler = SlackRequestHandler(bolt_app(slack))

    async def endpoint(request: Any) -> Any:
        return await handler.handle(request)

    application = Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])
    with serving(application) as address:
        slack.send_events_to(f"{address}/slack/events")
        yield


@pytest.fixture(scope="module", params=["builtin", "websocket_client", "http"])
def slack(request: Any, serving: Any) -> Iterator[LoopbackSlack]:
    """A Slack with the app connected; shared, as connecting and closing take a second."""
    with LoopbackSlack(ack_seconds=1.0) as server:
        if request.param == "http":
            way = by_http(serving, server)
        else:
            kind = BuiltinHandler if request.param == "builtin" else ClientHandler
            way = by_socket(kind, server)
        with way:
            yield server


def test_a_mention_is_answered_once_in_its_thread(slack) -> None:
    asked = slack.people.say("ana", "general", "@icpbot Acme?")

    assert slack.wait_for(lambda: slack.replies(asked))
    assert slack.wait_until_delivered()
    assert [reply.text for reply in slack.replies(asked)] == ["Acme: ideal"]


def test_a_direct_message_is_answered(slack) -> None:
    slack.people.say("ben", None, "hello")

    assert slack.wait_for(
        lambda: [m.text for m in slack.messages(None, of="ben")] == ["hello", "You said hello"]
    )


def test_a_command_is_answered_in_private(slack) -> None:
    assert slack.people.command("eva", "general", "/icp best").acked

    assert slack.wait_for(lambda: slack.ephemerals("eva"))
    assert [e.text for e in slack.ephemerals("eva")] == ["Looking for best"]


def test_a_button_opens_a_modal_whose_form_is_checked(slack) -> None:
    asked = slack.people.say("ana", "general", "@icpbot Acme?")
    assert slack.wait_for(lambda: slack.replies(asked))

    slack.people.click("ana", slack.replies(asked)[0], "Override")
    assert slack.wait_for(lambda: slack.workspace.views)
    modal = slack.people.modal("ana")

    refused = slack.people.submit("ana", text="no")
    assert refused.body["errors"] == {"reason": "Say why"}
    assert not modal.closed
    assert slack.people.submit("ana", text="They left").acked
    assert modal.closed


def test_the_home_is_published_when_opened(slack) -> None:
    slack.people.open_home("ana")

    assert slack.wait_for(lambda: slack.workspace.homes)


def test_the_assistant_greets_and_answers_in_its_thread(slack) -> None:
    root = slack.people.open_assistant("gus")
    assert slack.wait_for(lambda: len(slack.context.assistant) >= 1)

    slack.people.say("gus", None, "costs", thread=root)

    assert slack.wait_for(lambda: len(slack.replies(root)) == 2)
    assert [m.text for m in slack.replies(root)] == ["How can I help?", "About costs"]


def test_a_redelivered_event_runs_the_listener_again(slack) -> None:
    asked = slack.people.say("ana", "general", "@icpbot Acme?")
    assert slack.wait_for(lambda: len(slack.replies(asked)) == 1)
    assert slack.wait_until_delivered()
    mention = next(e for e in reversed(slack.delivery.events) if e["event"]["ts"] == asked.ts)

    slack.delivery.redeliver(mention)

    assert slack.wait_for(lambda: len(slack.replies(asked)) == 2)


def test_an_app_that_quotes_the_limits_breaks_no_promise(slack) -> None:
    assert [violation.what for violation in slack.violations] == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_websocket_client_reconnects_after_an_abrupt_close() -> None:
    """That client now and then leaves its old socket to the garbage collector."""
    with LoopbackSlack(ack_seconds=1.0) as slack, by_socket(ClientHandler, slack):
        assert slack.faults.drop_socket() == 1

        slack.people.say("ben", None, "still there?")

        assert slack.wait_for(lambda: len(slack.messages(None, of="ben")) == 2, timeout=15)
    gc.collect()


def test_an_answer_whose_reply_was_lost_is_posted_twice_by_the_default_client() -> None:
    with LoopbackSlack() as slack, by_socket(BuiltinHandler, slack):
        slack.faults.store_then_drop("chat.postMessage")

        slack.people.say("ben", None, "hello")

        assert slack.wait_for(lambda: len(slack.messages(None, of="ben")) == 3)
