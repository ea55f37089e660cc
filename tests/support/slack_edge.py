"""The Slack edge put together, with a tiny engine in place of the product's.

Used in the test process, and as a program that tests may kill:
`python slack_edge.py HOME API_URL BOT_TOKEN APP_TOKEN [answer|posted]`.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icpbot.adapters.jobs import durable
from icpbot.adapters.jobs.durable import DurableJobs
from icpbot.adapters.slack.app import Forms, build_app
from icpbot.adapters.slack.client import identify, slack_clients
from icpbot.adapters.slack.conversations import SlackConversations
from icpbot.adapters.slack.socket import SocketConnection
from icpbot.adapters.store.engine import open_database
from icpbot.adapters.store.requests import SqlRequests
from icpbot.adapters.store.sealing import CLEAR
from icpbot.adapters.web.app import serve_http, web_app
from icpbot.adapters.web.metrics import Metrics, Queue
from icpbot.domain.forms import Form, FormName
from icpbot.domain.reply import Button, Reply
from icpbot.domain.requests import ENDED, Request, RequestKind, RequestStatus
from icpbot.usecases import handle, queueing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine

    from icpbot.playground import LoopbackSlack

durable.POLL_SECONDS = 0.05  # tests look at many answers, one after the other
MANIFEST = Path(__file__).parents[2] / "deploy/slack/manifest.yaml"


@dataclass
class FakeDesk:
    """Of the desk the edge needs the store, a clock and nothing more."""

    workspace: str
    requests: SqlRequests

    def clock(self) -> datetime:
        return datetime.now(UTC)


class Edge:
    """Store, jobs, conversations and Bolt app of one process."""

    def __init__(
        self, home: Path, api_url: str, bot_token: str, secret: str | None = None,
        respond: Callable[[Edge, Request], Reply] | None = None,
    ) -> None:  # fmt: skip
        clients = slack_clients(bot_token, api_url)
        us = identify(clients.reading)
        self.engine: Engine = open_database(f"sqlite:///{home}/icpbot.db")
        self.conversations: Any = SlackConversations(clients, us)
        self.desk: Any = FakeDesk(us.workspace, SqlRequests(self.engine))
        self.respond = respond or Edge.echo
        self.fine, self.secret = True, secret
        self.jobs = DurableJobs(
            f"sqlite:///{home}/jobs.db",
            answer=self.answer,
            deliver=self.deliver,
            apology=lambda _request_id: Reply(headline="sorry", failed=True),
            ticket=partial(queueing.ticket, desk=self.desk),
            tell=self.tell,
            unfinished=partial(handle.unfinished, self.desk),
            ring=CLEAR,
        )
        self.app = build_app(
            bot_token=bot_token, api_url=api_url, signing_secret=secret, us=us,
            receive=self.receive, is_ours=partial(handle.is_ours, desk=self.desk),
            forms=Forms(opened=self.form, waiting=self.form, problems=lambda _request: {}),
        )  # fmt: skip

    @staticmethod
    def form(_request: Request) -> Form:
        return Form(name=FormName.CHECK, title="Check", submit="Send", close="Cancel")

    def receive(self, request: Request) -> bool:
        return handle.receive(request, desk=self.desk, jobs=self.jobs)

    def answer(self, request_id: str) -> Reply | None:
        request = self.desk.requests.request(request_id)
        return None if request.status in ENDED else self.respond(self, request)

    def tell(self, request_id: str, place: int) -> None:
        self.conversations.working(self.desk.requests.request(request_id), f"number {place}")

    def deliver(self, request_id: str, reply: Reply) -> None:
        request = self.desk.requests.request(request_id)
        self.conversations.deliver(request, reply)
        self.desk.requests.update_request(request.model_copy(update={"status": RequestStatus.ANSWERED}))

    @staticmethod
    def echo(edge: Edge, request: Request) -> Reply:
        """Says what was asked; reads files; offers a button."""
        if request.kind is RequestKind.FILE:
            edge.conversations.working(request, "reading …")
            sizes = [len(edge.conversations.fetch(file)) for file in request.files]
            return Reply(headline=f"read {sizes}", lines=(request.text,))
        if request.kind is RequestKind.ACTION:
            return Reply(headline=f"{request.action} {request.text}")
        return Reply(
            headline=f"you said {request.text}", buttons=(Button(action="fit", label="Fit", value="Acme"),)
        )

    def stop(self) -> None:
        self.jobs.stop(patience=2)
        self.engine.dispose()


@contextmanager
def by_socket(edge: Edge, slack: LoopbackSlack) -> Iterator[SocketConnection]:
    connection = SocketConnection(edge.app, slack.app_token, ping_seconds=1)
    connection.connect()
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def by_http(edge: Edge, slack: LoopbackSlack, *, verify: bool = True) -> Iterator[str]:
    stop, ready, port = threading.Event(), threading.Event(), []

    def listening(number: int) -> None:
        port.append(number)
        ready.set()

    application = web_app(
        edge.app,
        takes_events=edge.jobs.check,
        signing_secret=edge.secret or "",
        checks={"store": lambda: bool(edge.desk.requests.requests() or True), "slack": lambda: edge.fine},
        metrics=Metrics(
            lambda: Queue({"answered": len(edge.desk.requests.requests(status="answered"))}, 0, 0)
        ).text,
    )
    arguments = {"stop": stop, "on_ready": listening, "host": "127.0.0.1"}
    thread = threading.Thread(target=serve_http, args=(application, 0), kwargs=arguments)
    thread.start()
    assert ready.wait(5)
    address = f"http://127.0.0.1:{port[0]}"
    try:
        if verify:
            slack.send_events_to(f"{address}/slack/events")
        yield address
    finally:
        stop.set()
        thread.join()


def headlines(messages: list[Any]) -> list[str]:
    return [message.text.partition("\n")[0] for message in messages]


class Doomed(Edge):
    """Dies once, in the middle of the answer or right after Slack stored the post."""

    def __init__(self, home: Path, api_url: str, bot_token: str, moment: str) -> None:
        super().__init__(home, api_url, bot_token)
        self._moment, self._mark = moment, home / "died"

    def answer(self, request_id: str) -> Reply | None:
        if self._moment == "answer":
            self.conversations.working(self.desk.requests.request(request_id), "thinking …")
            self._die()
        return super().answer(request_id)

    def deliver(self, request_id: str, reply: Reply) -> None:
        if self._moment == "posted":
            self.conversations.deliver(self.desk.requests.request(request_id), reply)
            self._die()
        super().deliver(request_id, reply)

    def _die(self) -> None:
        if not self._mark.exists():
            self._mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    home, api_url, bot_token, app_token, moment = sys.argv[1:]
    edge = Doomed(Path(home), api_url, bot_token, moment)
    edge.jobs.start()
    connection = SocketConnection(edge.app, app_token)
    connection.connect()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    stop.wait()
    connection.close()
    edge.stop()


if __name__ == "__main__":
    main()
