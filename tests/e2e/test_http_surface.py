"""Whatever is sent to our port: nothing of ours breaks, and nobody unsigned gets any work done."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode, urlsplit

import httpx
import pytest
import schemathesis
import slack_edge
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icpbot.adapters.web import app
from icpbot.playground import LoopbackSlack

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisDeprecationWarning")
"""Threads of the server draw random numbers beside the strategies, which is none of their business."""
ANY = {"description": "any", "content": {}}
TEXT = {"type": "string"}
SIGNED = [
    {"name": name, "in": "header", "schema": TEXT, "required": False}
    for name in ("X-Slack-Signature", "X-Slack-Request-Timestamp", "Content-Type")
]
FORMS = {
    "application/json": {"schema": {}},
    "application/x-www-form-urlencoded": {"schema": {"type": "object"}},
}
SURFACE = {
    "openapi": "3.0.3",
    "info": {"title": "icpbot", "version": "1"},
    "paths": {
        "/slack/events": {
            "post": {"parameters": SIGNED, "requestBody": {"content": FORMS}, "responses": {"default": ANY}}
        },
        "/healthz": {"get": {"responses": {"default": ANY}}},
        "/readyz": {"get": {"responses": {"default": ANY}}},
        "/metrics": {"get": {"responses": {"default": ANY}}},
        "/{path}": {
            "get": {
                "parameters": [{"name": "path", "in": "path", "required": True, "schema": TEXT}],
                "responses": {"default": ANY},
            }
        },
    },
}
SCHEMA = schemathesis.openapi.from_dict(SURFACE)
MANY = settings(
    max_examples=60, deadline=None, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip


class Port(NamedTuple):
    slack: LoopbackSlack
    edge: slack_edge.Edge
    address: str
    http: httpx.Client

    def post(self, body: bytes, **headers: str) -> httpx.Response:
        sent = {"Content-Type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}}
        return self.http.post("/slack/events", content=body, headers=sent)

    def signed(self, body: bytes, *, at: float, secret: str | None = None) -> dict[str, str]:
        key = (secret or self.slack.signing_secret).encode()
        sign = hmac.new(key, b"v0:%d:%b" % (int(at), body), hashlib.sha256).hexdigest()
        return {"X_Slack_Signature": f"v0={sign}", "X_Slack_Request_Timestamp": str(int(at))}

    @property
    def taken(self) -> int:
        return len(self.edge.desk.requests.requests())

    def raw(self) -> socket.socket:
        parts = urlsplit(self.address)
        assert parts.hostname
        assert parts.port
        return socket.create_connection((parts.hostname, parts.port), timeout=20)

    def is_well(self) -> bool:
        return self.http.get("/healthz").status_code == 200


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Port]:
    with LoopbackSlack(manifest=slack_edge.MANIFEST) as slack:
        home = tmp_path_factory.mktemp("surface")
        edge = slack_edge.Edge(home, slack.api_url, slack.bot_token, slack.signing_secret)
        edge.jobs.start()
        with (
            slack_edge.by_http(edge, slack) as address,
            httpx.Client(base_url=address, trust_env=False, timeout=30) as http,
        ):
            yield Port(slack, edge, address, http)
        edge.stop()


def mention(port: Port, event_id: str = "Ev1") -> bytes:
    event = {"type": "app_mention", "user": port.slack.workspace.user("ben").id, "text": "hi", "ts": "1700000000.000100",
             "channel": port.slack.workspace.channel("general").id}  # fmt: skip
    team = port.slack.workspace.team_id
    return json.dumps(
        {"type": "event_callback", "event_id": event_id, "team_id": team, "event": event}
    ).encode()


@MANY
@given(case=SCHEMA.as_strategy())
def test_whatever_the_surface_is_asked_it_answers_and_takes_nothing(port, case):
    before = port.taken

    answer = case.call(base_url=port.address)

    assert answer.status_code < 500
    assert port.taken == before


@MANY
@given(body=st.binary(max_size=2000), kind=st.sampled_from(["application/json", "text/plain", "application/x-www-form-urlencoded", "x"]))  # fmt: skip
def test_signed_nonsense_is_no_error_of_ours(port, body, kind):
    headers = port.signed(body, at=time.time())

    answer = port.post(body, **headers, Content_Type=kind)

    assert answer.status_code < 500
    assert port.is_well()


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda x: st.lists(x, max_size=3) | st.dictionaries(st.sampled_from(["type", "id", "text", "user", "channel", "team", "ts"]), x, max_size=4), max_leaves=8)  # fmt: skip
PARTS = ("type", "event", "team", "team_id", "user", "channel", "container", "message", "view", "actions", "authorizations",
         "event_id", "command", "text", "trigger_id", "enterprise", "callback_id", "response_url")  # fmt: skip
KINDS = st.sampled_from(["event_callback", "block_actions", "view_submission", "shortcut", "message_action", "url_verification"])  # fmt: skip


@MANY
@given(said=st.dictionaries(st.sampled_from(PARTS), JSON, max_size=6), kind=KINDS, as_form=st.booleans())
def test_signed_events_that_lack_what_events_have_are_no_error_of_ours(port, said, kind, as_form):
    told = json.dumps({**said, "type": kind})
    body = (urlencode({"payload": told}) if as_form else told).encode()
    form = "application/x-www-form-urlencoded" if as_form else "application/json"

    answer = port.post(body, **port.signed(body, at=time.time()), Content_Type=form)

    assert answer.status_code < 500


@pytest.mark.parametrize("wrong", ["unsigned", "another secret", "too old", "from the future", "no number", "another body", "no time"])  # fmt: skip
def test_who_is_not_slack_gets_no_work_done(port, wrong):
    before, body, now = port.taken, mention(port, f"Ev-{wrong}"), time.time()
    headers = {
        "unsigned": {},
        "another secret": port.signed(body, at=now, secret="guessed"),
        "too old": port.signed(body, at=now - 400),
        "from the future": port.signed(body, at=now + 400),
        "no number": {**port.signed(body, at=now), "X_Slack_Request_Timestamp": "soon"},
        "another body": port.signed(body + b" ", at=now),
        "no time": {"X_Slack_Signature": port.signed(body, at=now)["X_Slack_Signature"]},
    }[wrong]

    answer = port.post(body, **headers)

    assert 400 <= answer.status_code < 500
    assert port.taken == before


def test_what_slack_says_twice_is_taken_once(port):
    before, body = port.taken, mention(port, "Ev-twice")
    headers = port.signed(body, at=time.time())

    answers = [port.post(body, **headers).status_code for _ in range(3)]

    assert answers == [200, 200, 200]
    assert port.taken == before + 1


def test_a_body_without_end_is_cut_off(port):
    def endless() -> Iterator[bytes]:
        while True:
            yield b"x" * 65536

    before = port.taken
    with suppress(httpx.WriteError):  # the server may hang up before its answer is read
        assert port.http.post("/slack/events", content=endless()).status_code == 413

    assert port.post(b"x" * 5_000_000).status_code == 413
    assert (port.taken, port.is_well()) == (before, True)


def test_who_sends_slowly_keeps_nobody_waiting(port, monkeypatch):
    monkeypatch.setattr(app, "BODY_SECONDS", 0.5)
    begun = b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"
    slow = [port.raw() for _ in range(40)]
    try:
        for one in slow:
            one.sendall(begun)
        assert port.is_well()
        assert all(one.recv(200).startswith(b"HTTP/1.1 408") for one in slow)
    finally:
        for one in slow:
            one.close()


@MANY
@given(
    st.one_of(
        st.binary(max_size=400), st.binary(max_size=200).map(b"GET /healthz HTTP/1.1\r\n%b\r\n\r\n".__mod__)
    )
)
def test_what_is_no_http_breaks_nothing(port, sent):
    with port.raw() as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        heard = line.recv(100)

    assert not heard.startswith(b"HTTP/1.1 5")
    assert port.is_well()
