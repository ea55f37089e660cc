"""The running bot, put together: Slack on one side, the use cases on the other, jobs between them.

Part of `bootstrap`, in a file of its own because only `serve` and `worker` need it.
"""

import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property, partial
from typing import TYPE_CHECKING

from icpbot.bootstrap import Parts
from icpbot.domain.errors import IcpbotError, Unavailable, UsageError
from icpbot.duties import Duties
from icpbot.following import Following
from icpbot.metering import Steps, metered
from icpbot.settings import require_slack
from icpbot.tenants import ManyTeams, OneTeam, Tenant
from icpbot.usecases import handle, queueing
from icpbot.usecases.forms import dialogs

if TYPE_CHECKING:
    from slack_bolt import App, BoltContext
    from starlette.applications import Starlette

    from icpbot.adapters.jobs.durable import DurableJobs
    from icpbot.adapters.jobs.feeding import Feeder
    from icpbot.adapters.slack.app import Listeners
    from icpbot.adapters.telemetry.spans import Spans
    from icpbot.adapters.web.metrics import Metrics, Queue
    from icpbot.companion import Companion
    from icpbot.domain.reply import Reply
    from icpbot.domain.requests import Request
    from icpbot.usecases.ports import Desk


logger = logging.getLogger("icpbot.serving")


class Service:
    """One process of the bot, or two with a `companion` that does the work. `stop` may be called from a
    signal handler.
    """

    def __init__(self, parts: Parts, companion: "Companion | None" = None) -> None:
        self._parts = parts
        self._companion = companion
        self._mode = require_slack(parts.settings)
        self._tenants: ManyTeams | OneTeam = ManyTeams(parts) if self._mode == "oauth" else OneTeam(parts)
        self._stopping = threading.Event()

    def serve(self, *, worker: bool, on_ready: Callable[[str], None]) -> None:
        """Take Slack's events, and work on them too with `worker`; returns after `stop`."""
        try:
            self._open(worker=worker)
            if self._mode == "socket":
                self._serve_socket(on_ready)
            else:
                self._serve_http(on_ready)
        finally:
            self._close()

    def work(
        self, on_ready: Callable[[str], None], hear: Callable[[Callable[[str], None]], None] | None = None
    ) -> None:
        """Background work only; returns after `stop`. `hear` tells of events taken by the process beside."""
        if hear:
            hear(self._feeder.enqueue)
        self._open(worker=True)
        try:
            with self._looked_at(self._jobs.check):
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
        _ = self._spans  # an extra that is not there is said at the start
        self._tenants.all()  # asks Slack first: a wrong token is the likeliest mistake
        if self._companion:
            self._companion.start()
        if worker:
            self._parts.vectors.count()  # takes the index now, not at the first question
            threading.Thread(target=self._warm_up, name="icpbot-warm", daemon=True).start()
        if not self._companion:
            self._jobs.start(worker=worker)
        self._feeder.start()
        if worker:
            self._duties.start()
            self._following.start()
        if self._companion:
            self._companion.wait_until_ready()

    def _close(self) -> None:
        if self._companion:
            self._companion.stop()
        self._feeder.stop()
        if not self._companion:
            self._jobs.stop()
        if self._spans:
            self._spans.close()
        self._parts.close()

    def _warm_up(self) -> None:
        """The first question should not wait for the examples to be learnt."""
        try:
            self._parts.bring_up_to_date()
        except IcpbotError as error:  # answers go on with what is there; the next start tries again
            logger.warning("index: %s", error.key)
        for labels in (self._desk.intent_labels, self._desk.question_labels, self._desk.insight_labels):
            labels.label(["hello"])

    def _present(self, what: str) -> list[Tenant]:
        try:
            return self._tenants.all()
        except IcpbotError as error:
            logger.warning("%s: %s", what, error.key)
            return []

    def _serve_socket(self, on_ready: Callable[[str], None]) -> None:
        from icpbot.adapters.slack.socket import SocketConnection

        token = self._parts.settings.slack_app_token
        assert token is not None
        connection = SocketConnection(self._app, token.get_secret_value())
        connection.connect()
        try:
            with self._looked_at(lambda: connection.is_connected() and self._records()):
                on_ready("socket")
                self._stopping.wait()
        finally:
            connection.close()

    @contextmanager
    def _looked_at(self, takes_events: Callable[[], bool]) -> Iterator[None]:
        """Health beside the work, where somebody has set a port to look at."""
        from icpbot.adapters.web.app import served

        with ExitStack() as open_ones:
            if self._parts.settings.has_port:
                site = self._site(None, takes_events)
                port, _ = open_ones.enter_context(served(site, self._parts.settings.port))
                logger.info("health on port %d", port)
            yield

    def _serve_http(self, on_ready: Callable[[str], None]) -> None:
        from icpbot.adapters.web.app import serve_http

        serve_http(
            self._site(self._app, self._records), self._parts.settings.port, stop=self._stopping,
            on_ready=lambda port: on_ready(f"{self._mode}, port {port}"),
        )  # fmt: skip

    def _site(self, app: "App | None", takes_events: Callable[[], bool]) -> "Starlette":
        from icpbot.adapters.reports.hypertext import guarded_html
        from icpbot.adapters.web.app import web_app
        from icpbot.adapters.web.pages import profile_route
        from icpbot.website import Website

        checks = {"store": self._store_answers, "index": self._index_answers, "slack": self._slack_answers}
        pages = Website(self._desk, self._tenants, guarded_html)
        secret = self._parts.settings.slack_signing_secret
        return web_app(
            app, takes_events=takes_events, checks=checks, metrics=self._metrics.text,
            routes=[profile_route(pages.profile)], signing_secret=secret.get_secret_value() if secret else "",
        )  # fmt: skip

    def _records(self) -> bool:
        """Whether an event can be taken: recorded, and queued where that is ours to do."""
        if self._companion is None:
            return self._jobs.check()
        try:
            return self._store_answers()
        except IcpbotError:
            return False

    def _store_answers(self) -> bool:
        return self._desk.requests.request("none") is None

    def _index_answers(self) -> bool:
        if self._companion:
            return self._companion.works()
        return self._parts.vectors.count() >= 0

    def _slack_answers(self) -> bool:
        """Of one team; of many it is not known whose token to ask with, nor does one tell of the others."""
        if isinstance(self._tenants, ManyTeams):
            return self._tenants.answers()
        return bool(self._tenants.tenant.clients.hinting.auth_test()["ok"])

    def _queue(self) -> "Queue":
        from icpbot.adapters.store.requests import SqlRequests
        from icpbot.adapters.web.metrics import Queue

        kept = SqlRequests(self._parts.engine)
        depth, since = kept.waiting()
        age = (self._desk.clock() - since).total_seconds() if since else 0.0
        return Queue(by_status=kept.by_status(), depth=depth, age=max(age, 0.0))

    @cached_property
    def _feeder(self) -> "Feeder":
        from icpbot.adapters.jobs.feeding import Feeder

        return Feeder(self._companion or self._jobs)

    @cached_property
    def _metrics(self) -> "Metrics":
        from icpbot.adapters.web.metrics import Metrics

        return Metrics(self._queue, self._companion.counted if self._companion else None)

    @cached_property
    def _spans(self) -> "Spans | None":
        """Traces, where the environment names somebody to send them to."""
        if not self._parts.settings.traced:
            return None
        try:
            from icpbot.adapters.telemetry.spans import over_http
        except ImportError as error:
            raise UsageError("traces-extra-missing", name="icpbot[otel]") from error
        return over_http()

    @cached_property
    def _duties(self) -> Duties:
        return Duties(
            self._present, self._stopping, kept_days=self._parts.settings.retention_days,
            ask=lambda request, desk: handle.receive(request, desk=desk, jobs=self._jobs),
        )  # fmt: skip

    @cached_property
    def _following(self) -> Following:
        hours = self._parts.settings.crm_every_hours
        return Following(self._present, self._stopping, hours=hours, opened=self._parts.connected_crm)

    @property
    def _desk(self) -> "Desk":
        """That of the one team, or one to look at what belongs to no team."""
        if isinstance(self._tenants, OneTeam):
            return self._tenants.tenant.desk
        return self._parts.desk

    @cached_property
    def _jobs(self) -> "DurableJobs":
        from icpbot.adapters.jobs.durable import DurableJobs

        return DurableJobs(
            self._parts.settings.jobs,
            answer=self._answer,
            deliver=self._deliver,
            apology=partial(handle.apology, desk=self._desk),
            ticket=partial(queueing.ticket, desk=self._desk),
            tell=self._tell_place,
            unfinished=self._unfinished,
            ring=self._parts.ring,
        )

    def _unfinished(self) -> list[str]:
        return [
            request_id
            for tenant in self._present("requests")
            for request_id in handle.unfinished(tenant.desk)
        ]

    def _receive(self, request: "Request", *, desk: "Desk") -> bool:
        with self._steps(request).step("receive"):
            return handle.receive(request, desk=desk, jobs=self._feeder)

    def _steps(self, request: "Request") -> Steps:
        return Steps(request, self._metrics, self._spans)

    def _answer(self, request_id: str) -> "Reply | None":
        asked = self._asked(request_id)
        if asked is None:
            handle.give_up(request_id, desk=self._desk)
            return None
        request, tenant = asked
        steps = self._steps(request)
        desk = metered(tenant.desk, self._parts, steps)
        with steps.step("answer"):
            reply = handle.answer(request_id, desk=desk, conversations=tenant.conversations)
        if reply is not None:
            outcome = self._metrics.replied(request.kind, reply)
            told = {"request": request_id, "kind": request.kind, "outcome": outcome, "engine": reply.engine}
            logger.info("answered", extra=told)
        return reply

    def _deliver(self, request_id: str, reply: "Reply") -> None:
        asked = self._asked(request_id)
        if asked is None:
            handle.give_up(request_id, desk=self._desk)
            return
        with self._steps(asked[0]).step("deliver"):
            handle.deliver(request_id, reply, desk=asked[1].desk, conversations=asked[1].conversations)
        logger.info("delivered", extra={"request": request_id})

    def _tell_place(self, request_id: str, place: int) -> None:
        asked = self._asked(request_id)
        if asked is not None:
            tenant = asked[1]
            queueing.tell_place(request_id, place, desk=tenant.desk, conversations=tenant.conversations)

    def _asked(self, request_id: str) -> "tuple[Request, Tenant] | None":
        """The request with the team that asked; nothing when it has removed the app since."""
        request = self._desk.requests.request(request_id)
        tenant = self._tenants.of(request.workspace) if request else None
        return (request, tenant) if request and tenant else None

    @cached_property
    def _app(self) -> "App":
        from icpbot.adapters.slack.app import build_app

        if isinstance(self._tenants, ManyTeams):
            return self._open_app(self._tenants)
        settings, tenant = self._parts.settings, self._tenants.tenant
        listeners, secret = self._listeners(tenant), settings.slack_signing_secret
        return build_app(
            bot_token=tenant.token,
            api_url=settings.slack_api_url,
            us=tenant.us,
            receive=listeners.receive,
            is_ours=listeners.is_ours,
            forms=listeners.forms,
            signing_secret=secret.get_secret_value() if secret else None,
        )

    def _open_app(self, tenants: ManyTeams) -> "App":
        from icpbot.adapters.slack.oauth import STATE_SECONDS, Credentials, build_open_app
        from icpbot.adapters.store.installations import SqlStates
        from icpbot.website import page_that_says

        settings = self._parts.settings
        assert settings.slack_client_id
        assert settings.slack_client_secret
        assert settings.slack_signing_secret
        credentials = Credentials(
            client_id=settings.slack_client_id,
            client_secret=settings.slack_client_secret.get_secret_value(),
            signing_secret=settings.slack_signing_secret.get_secret_value(),
            api_url=settings.slack_api_url,
            address=settings.public_url,
        )
        return build_open_app(
            credentials, store=tenants.store, states=SqlStates(self._parts.engine, STATE_SECONDS),
            told=partial(page_that_says, self._desk.voice), of=self._of,
        )  # fmt: skip

    def _of(self, context: "BoltContext") -> "Listeners":
        tenant = self._tenants.of_team(context.team_id or "")
        if tenant is None:
            raise Unavailable("slack-not-answering")
        return self._listeners(tenant)

    def _listeners(self, tenant: Tenant) -> "Listeners":
        from icpbot.adapters.slack.app import Forms, Listeners

        desk = tenant.desk
        return Listeners(
            us=tenant.us,
            receive=partial(self._receive, desk=desk),
            is_ours=partial(handle.is_ours, desk=desk),
            client=tenant.clients.reading,
            forms=Forms(
                opened=partial(dialogs.opened, desk=desk, conversations=tenant.conversations),
                waiting=partial(dialogs.waiting, desk=desk),
                problems=partial(dialogs.problems, desk=desk),
            ),
        )
