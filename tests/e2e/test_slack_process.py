"""One process at Slack's edge: how it connects, what it tells of itself, and how it survives `kill -9`."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
import slack_edge

from icpbot.adapters.slack.app import Forms, build_app
from icpbot.adapters.slack.client import Identity
from icpbot.adapters.slack.socket import SocketConnection
from icpbot.domain.errors import Unavailable
from icpbot.playground import LoopbackSlack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from slack_bolt import App

NO_FORMS = Forms(opened=slack_edge.Edge.form, waiting=slack_edge.Edge.form, problems=lambda _request: {})


def deaf_app(slack: LoopbackSlack, bot_token: str = "") -> App:
    """The app with nobody to receive what it hears."""
    return build_app(
        bot_token=bot_token or slack.bot_token, api_url=slack.api_url, us=Identity("T", "U", "B"),
        receive=lambda _request: False, is_ours=lambda *_: False, forms=NO_FORMS,
    )  # fmt: skip


@pytest.mark.parametrize("ending", ["reset", "refresh", "restart"])
def test_a_connection_that_ends_is_opened_again_soon(ending) -> None:
    with LoopbackSlack(manifest=slack_edge.MANIFEST, ack_seconds=1.0) as slack:
        received: list[str] = []
        app = build_app(
            bot_token=slack.bot_token, api_url=slack.api_url, us=Identity("T", slack.bot.id, "B"),
            receive=lambda request: bool(received.append(request.text)), is_ours=lambda *_: False,
            forms=NO_FORMS,
        )  # fmt: skip
        connection = SocketConnection(app, slack.app_token, ping_seconds=1)
        connection.connect()
        try:
            if ending == "refresh":
                slack.faults.refresh_socket()
            elif ending == "restart":
                slack.stop()
                slack.start()
            else:
                slack.faults.drop_socket(reset=True)
            slack.people.say("ben", None, "still there?")

            assert slack.wait_for(lambda: slack.delivery.in_flight == 0, 15)
            assert set(received) == {"still there?"}  # Slack repeats what a closing connection could not ack
            assert connection.is_connected()
            assert slack.connections == 1
        finally:
            connection.close()
        assert not connection.is_connected()


def test_a_refused_token_is_said_so(tmp_path) -> None:
    with LoopbackSlack() as slack:
        with pytest.raises(Unavailable, match="slack-not-answering"):
            deaf_app(slack, bot_token="xoxb-wrong")
        app = deaf_app(slack)
        with pytest.raises(Unavailable, match="slack-not-answering"):
            SocketConnection(app, "xapp-wrong").connect()


def test_the_environment_of_an_oauth_app_changes_nothing(monkeypatch) -> None:
    monkeypatch.setenv("SLACK_CLIENT_ID", "1")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "2")
    with LoopbackSlack() as slack:
        app = deaf_app(slack)

    assert app.oauth_flow is None


def status_of(url: str, body: bytes | None = None, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_the_http_side_tells_how_it_is(tmp_path) -> None:
    with LoopbackSlack() as slack:
        edge = slack_edge.Edge(tmp_path, slack.api_url, slack.bot_token, slack.signing_secret)
        edge.jobs.start()
        with slack_edge.by_http(edge, slack, verify=False) as address:
            assert status_of(f"{address}/healthz") == (200, "ok")
            assert status_of(f"{address}/readyz") == (200, '{"store":true,"slack":true}')
            edge.fine = False
            assert status_of(f"{address}/readyz")[0] == 503
            assert 'icpbot_requests{status="answered"} 0' in status_of(f"{address}/metrics")[1]
            events = f"{address}/slack/events"
            assert status_of(events, b"{}")[0] == 401
            stale = {"X-Slack-Request-Timestamp": "1700000000", "X-Slack-Signature": "v0=00"}
            assert status_of(events, b"{}", **stale)[0] == 401
            assert status_of(events, b"x" * 1_100_000)[0] == 413
            assert status_of(events, b"\xff\xfe")[0] == 401
            assert status_of(events)[0] == 405
            assert status_of(f"{address}/nothing")[0] == 404
        edge.stop()


# -- kill -9 --------------------------------------------------------------------------------


@contextmanager
def process(slack: LoopbackSlack, home: Path, moment: str) -> Iterator[subprocess.Popen[str]]:
    arguments = [str(home), slack.api_url, slack.bot_token, slack.app_token, moment]
    with subprocess.Popen(
        [sys.executable, slack_edge.__file__, *arguments], stdout=subprocess.PIPE, text=True
    ) as child:
        try:
            assert child.stdout
            assert child.stdout.readline() == "ready\n"
            yield child
        finally:
            child.terminate()
            child.wait(20)


@pytest.mark.parametrize(("moment", "where"), [("answer", None), ("posted", "general")])
def test_a_killed_process_answers_once_after_its_restart(tmp_path, moment, where) -> None:
    with LoopbackSlack(manifest=slack_edge.MANIFEST) as slack:
        with process(slack, tmp_path, moment) as child:
            asked = slack.people.say("ana", where, "@icpbot hello" if where else "hello")
            assert child.wait(15) == -9

        with process(slack, tmp_path, moment) as child:
            assert slack.wait_for(lambda: [h for h in own(slack, asked) if h.startswith("you said")], 15)
            time.sleep(0.5)
        assert child.returncode == 0
        assert own(slack, asked) == ["you said hello"]
        assert slack.violations == []


def own(slack: LoopbackSlack, asked: Any) -> list[str]:
    return slack_edge.headlines([m for m in slack.messages(asked.channel) if m.user == slack.bot.id])
