"""Fixtures: a loopback Slack per test, its client, and a web server for the app under test."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from icpbot.playground import LoopbackSlack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUIET = {"unfurl_links": False, "unfurl_media": False}


@pytest.fixture
def slack() -> Iterator[LoopbackSlack]:
    with LoopbackSlack() as server:
        yield server


@pytest.fixture
def client(slack: LoopbackSlack) -> WebClient:
    return WebClient(slack.bot_token, base_url=slack.api_url, timeout=5)


@pytest.fixture
def general(slack: LoopbackSlack) -> str:
    return slack.workspace.channel("general").id


@pytest.fixture
def post(client: WebClient) -> Callable[..., Any]:
    """Post as our product does: with text and without unfurls."""

    def send(channel: str, text: str = "hello", **more: Any) -> Any:
        return client.chat_postMessage(channel=channel, text=text, **QUIET, **more)

    return send


@pytest.fixture(scope="session")
def serving() -> Callable[[Any], Any]:
    """A context manager that serves an ASGI application and yields its address."""

    @contextmanager
    def serve(application: Any) -> Iterator[str]:
        listener = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(application, log_config=None, lifespan="off", loop="asyncio")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
            listener.close()

    return serve


class RawSocket:
    """A Socket Mode client without a will of its own: it acknowledges only when told."""

    def __init__(self, slack: LoopbackSlack) -> None:
        client = WebClient(slack.app_token, base_url=slack.api_url)
        self.url = client.apps_connections_open(app_token=slack.app_token)["url"]
        self._opened = ExitStack()
        self._connection = self._opened.enter_context(connect(self.url, proxy=None))
        self.hello = self.receive()

    def receive(self, timeout: float = 20.0) -> dict[str, Any]:
        return json.loads(self._connection.recv(timeout))

    def ack(self, envelope: dict[str, Any], payload: Any = None) -> None:
        answer = {"envelope_id": envelope["envelope_id"]}
        self._connection.send(json.dumps(answer | ({"payload": payload} if payload else {})))

    def next_event(self) -> dict[str, Any]:
        envelope = self.receive()
        self.ack(envelope)
        return envelope["payload"]["event"]

    def close(self) -> None:
        self._opened.close()


@pytest.fixture
def raw_socket() -> Iterator[Callable[[LoopbackSlack], RawSocket]]:
    opened: list[RawSocket] = []

    def open_socket(slack: LoopbackSlack) -> RawSocket:
        opened.append(RawSocket(slack))
        assert slack.wait_for(lambda: slack.connections == len(opened))
        return opened[-1]

    yield open_socket
    for each in opened:
        each.close()


class Answering:
    """Acknowledges everything in the background, with an answer chosen by the test."""

    def __init__(self, raw: RawSocket) -> None:
        self.seen: list[dict[str, Any]] = []
        self.answer: Any = None
        self._raw = raw
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while True:
            try:
                envelope = self._raw.receive(timeout=30)
                self.seen.append(envelope["payload"])
                self._raw.ack(envelope, self.answer)
            except (ConnectionClosed, TimeoutError):
                return


@pytest.fixture
def answering(slack: LoopbackSlack, raw_socket: Any) -> Answering:
    return Answering(raw_socket(slack))
