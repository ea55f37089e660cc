"""The running bot, put together: Slack on one side, the use cases on the other, jobs between them.

Part of `bootstrap`, in a file of its own because only `serve` and `worker` need it.
"""

import logging
import signal
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from icpbot.bootstrap import Parts
from icpbot.domain.errors import IcpbotError
from icpbot.settings import require_slack
from icpbot.usecases import handle, nudging
from icpbot.usecases.forgetting import expire
from icpbot.usecases.forms import dialogs

if TYPE_CHECKING:
    from slack_bolt import App

    from icpbot.adapters.jobs.durable import DurableJobs
    from icpbot.adapters.slack.client import Clients, Identity
    from icpbot.adapters.slack.conversations import SlackConversations
    from icpbot.usecases.ports import Desk


logger = logging.getLogger("icpbot.serving")

DAY = 24 * 60 * 60.0
"""Seconds between two looks at what is too old."""


HOUR = 60 * 60.0
"""Seconds between two looks at what lies unfinished."""


class Service:
    """One process of the bot. `stop` may be called from a signal handler."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._mode = require_slack(parts.settings)
        self._stopping = threading.Event()

    def serve(self, *, worker: bool, on_ready: Callable[[str], None]) -> None:
        """Take Slack's events, and work on them too with `worker`; returns after `stop`."""
        self._open(worker=worker)
        try:
            if self._mode == "http":
                self._serve_http(on_ready)
            else:
                self._serve_socket(on_ready)
        finally:
            self._close()

    def work(self, on_ready: Callable[[str], None]) -> None:
        """Background work only; returns after `stop`."""
        self._open(worker=True)
        try:
            on_ready("worker")
            self._stopping.wait()
        finally:
            self._close()

    def stop(self, *_: object) -> None:
        self._stopping.set()

    def until_told(self) -> None:
        """Let SIGTERM and SIGINT end the process in order."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)

    def _open(self, *, worker: bool) -> None:
        self._us  # noqa: B018 - asks Slack first: a wrong token is the likeliest mistake
        if worker:
            self._parts.vectors.count()  # takes the index now, not at the first question
            threading.Thread(target=self._warm_up, name="icpbot-warm", daemon=True).start()
        self._jobs.start(worker=worker)
        if worker and self._parts.settings.retention_days:
            threading.Thread(target=self._retain, name="icpbot-retention", daemon=True).start()
        if worker:
            threading.Thread(target=self._nudge, name="icpbot-nudges", daemon=True).start()

    def _close(self) -> None:
        self._jobs.stop()
        self._parts.close()

    def _warm_up(self) -> None:
        """The first question should not wait for the examples to be learnt."""
        try:
            self._parts.bring_up_to_date()
        except IcpbotError as error:  # answers go on with what is there; the next start tries again
            logger.warning("index: %s", error.key)
        for labels in (self._desk.intent_labels, self._desk.question_labels, self._desk.insight_labels):
            labels.label(["hello"])

    def _retain(self) -> None:
        """Forget what is older than allowed, at the start and once a day."""
        days = self._parts.settings.retention_days
        assert days is not None
        while True:
            try:
                gone = expire(desk=self._desk, days=days)
            except IcpbotError as error:  # tomorrow is another day
                logger.warning("retention: %s", error.key)
            else:
                if gone:
                    logger.warning("retention: %d sources forgotten, left: %s", len(gone.sources), gone.left)
            if self._stopping.wait(DAY):
                return

    def _nudge(self) -> None:
        """Look for drafts that lie there, now and every hour."""
        while True:
            try:
                for request in nudging.due(self._desk):
                    handle.receive(request, desk=self._desk, jobs=self._jobs)
            except IcpbotError as error:  # in an hour is soon enough
                logger.warning("nudges: %s", error.key)
            if self._stopping.wait(HOUR):
                return

    def _serve_socket(self, on_ready: Callable[[str], None]) -> None:
        from icpbot.adapters.slack.socket import SocketConnection

        token = self._parts.settings.slack_app_token
        assert token is not None
        connection = SocketConnection(self._app, token.get_secret_value())
        connection.connect()
        try:
            on_ready("socket")
            self._stopping.wait()
        finally:
            connection.close()

    def _serve_http(self, on_ready: Callable[[str], None]) -> None:
        from icpbot.adapters.web.app import serve_http, web_app

        site = web_app(
            self._app,
            takes_events=self._jobs.check,
            checks={"store": self._store_answers, "index": self._index_answers, "slack": self._slack_answers},
            counts=self._counts,
        )
        serve_http(
            site, self._parts.settings.port, stop=self._stopping,
            on_ready=lambda port: on_ready(f"http, port {port}"),
        )  # fmt: skip

    def _store_answers(self) -> bool:
        return self._desk.requests.request("none") is None

    def _index_answers(self) -> bool:
        return self._parts.vectors.count() >= 0

    def _slack_answers(self) -> bool:
        return bool(self._clients.hinting.auth_test()["ok"])

    def _counts(self) -> dict[str, int]:
        return Counter(request.status.value for request in self._desk.requests.requests())

    @cached_property
    def _clients(self) -> "Clients":
        from icpbot.adapters.slack.client import slack_clients

        token = self._parts.settings.slack_bot_token
        assert token is not None
        return slack_clients(token.get_secret_value(), self._parts.settings.slack_api_url)

    @cached_property
    def _us(self) -> "Identity":
        """Who we are in Slack, with the tenant its team has here."""
        from icpbot.adapters.slack.client import identify

        found = identify(self._clients.reading)
        token = self._parts.settings.slack_bot_token
        assert token is not None
        return replace(found, workspace=self._parts.adopt(found.workspace, token.get_secret_value()))

    @cached_property
    def _desk(self) -> "Desk":
        self._us  # noqa: B018 - the desk belongs to the adopted workspace
        return self._parts.desk

    @cached_property
    def _conversations(self) -> "SlackConversations":
        from icpbot.adapters.slack.conversations import SlackConversations

        return SlackConversations(self._clients, self._us)

    @cached_property
    def _jobs(self) -> "DurableJobs":
        from icpbot.adapters.jobs.durable import DurableJobs

        desk = self._desk
        return DurableJobs(
            self._parts.settings.jobs,
            answer=partial(handle.answer, desk=desk, conversations=self._conversations),
            deliver=partial(handle.deliver, desk=desk, conversations=self._conversations),
            apology=partial(handle.apology, desk=desk),
            conversation=partial(handle.conversation, desk=desk),
            unfinished=partial(handle.unfinished, desk),
        )

    @cached_property
    def _app(self) -> "App":
        from icpbot.adapters.slack.app import Forms, build_app

        settings = self._parts.settings
        token, secret = settings.slack_bot_token, settings.slack_signing_secret
        assert token is not None
        return build_app(
            bot_token=token.get_secret_value(),
            api_url=settings.slack_api_url,
            us=self._us,
            receive=partial(handle.receive, desk=self._desk, jobs=self._jobs),
            is_ours=partial(handle.is_ours, desk=self._desk),
            forms=Forms(
                opened=partial(dialogs.opened, desk=self._desk, conversations=self._conversations),
                problems=partial(dialogs.problems, desk=self._desk),
            ),
            signing_secret=secret.get_secret_value() if secret else None,
        )


def log_to_stderr() -> None:
    """Our own events only; vendors are told to be quiet where they are set up."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    logging.captureWarnings(capture=True)
