from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from icpbot.playground import LoopbackSlack, SlackError

if TYPE_CHECKING:
    from starlette.requests import Request


class Receiver:
    """An app's request URL that answers with statuses chosen by the test."""

    def __init__(self) -> None:
        self.requests: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[Response] = []
        self.application = Starlette(routes=[Route("/slack/events", self.receive, methods=["POST"])])

    async def receive(self, request: Request) -> Response:
        body = await request.body()
        if b"url_verification" in body:
            return JSONResponse({"challenge": (await request.json())["challenge"]})
        self.requests.append((dict(request.headers), body))
        return self.answers.pop(0) if self.answers else PlainTextResponse("")


@pytest.fixture
def receiver(slack: LoopbackSlack, serving: Any) -> Any:
    receiver = Receiver()
    with serving(receiver.application) as address:
        slack.send_events_to(f"{address}/slack/events")
        yield receiver


def test_every_request_is_signed(slack, receiver) -> None:
    slack.people.say("ana", "general", "hello")
    slack.people.command("ana", "general", "/icp best")

    assert slack.wait_until_delivered()
    verifier = SignatureVerifier(slack.signing_secret)
    forger = SignatureVerifier("another secret")
    assert len(receiver.requests) == 2
    for headers, body in receiver.requests:
        assert verifier.is_valid_request(body, headers)
        assert not forger.is_valid_request(body, headers)
        assert not verifier.is_valid_request(body + b" ", headers)


def test_an_old_signature_is_recognised(slack, receiver) -> None:
    slack.delivery.clock = lambda: 1_700_000_000.0
    slack.people.say("ana", "general", "hello")

    assert slack.wait_until_delivered()
    headers, body = receiver.requests[0]
    assert not SignatureVerifier(slack.signing_secret).is_valid_request(body, headers)


def test_an_event_is_sent_again_until_it_is_answered_with_200(slack, receiver) -> None:
    receiver.answers = [PlainTextResponse("", 500), PlainTextResponse("", 302)]

    slack.people.say("ana", "general", "hello")

    assert slack.wait_until_delivered()
    tries = [headers for headers, _ in receiver.requests]
    assert [t.get("x-slack-retry-num") for t in tries] == [None, "1", "2"]
    assert [t.get("x-slack-retry-reason") for t in tries] == [None, "http_error", "http_error"]
    assert len({body for _, body in receiver.requests}) == 1


def test_an_app_may_ask_for_no_retries(slack, receiver) -> None:
    receiver.answers = [PlainTextResponse("", 500, headers={"X-Slack-No-Retry": "1"})]

    slack.people.say("ana", "general", "hello")

    assert slack.wait_until_delivered()
    assert len(receiver.requests) == 1


def test_an_app_that_is_away_is_reported(slack) -> None:
    slack.delivery.request_url = "http://127.0.0.1:9/slack/events"

    slack.people.say("ana", "general", "hello")

    assert slack.wait_until_delivered()
    assert [a.reason for a in slack.delivery.attempts] == ["", *["connection_failed"] * 3]
    assert not slack.people.command("ana", "general", "/icp best").acked


def test_a_request_url_that_does_not_echo_the_challenge_is_refused(slack, serving) -> None:
    refused = pytest.raises(SlackError, match="url_verification_failed")
    with serving(PlainTextResponse("hello")) as address, refused:
        slack.send_events_to(address)

    assert slack.delivery.request_url is None


def test_the_body_of_a_commands_answer_is_shown(slack, receiver) -> None:
    receiver.answers = [PlainTextResponse("one moment")]

    reply = slack.people.command("ana", "general", "/icp best")

    assert (reply.acked, reply.body) == (True, "one moment")
    assert [e.text for e in slack.ephemerals("ana")] == ["one moment"]
