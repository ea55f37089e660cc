"""Durable jobs: a request goes on after `kill -9`, in this process or another one.

Three steps, each kept when it is done: the answer is worked out, it is delivered, and the turn is over for
whoever waits behind it. The step in which a process died runs again, so all are safe to repeat.

Questions and bulk have workers of their own, so that no pile of files keeps a question waiting; in both
queues the order is the fair one of `turns.py`.
"""

import logging
import threading
import traceback
from collections.abc import Callable, Iterable
from typing import Any, Protocol

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, DBOSConfig

from icpbot.adapters.jobs.database import for_dbos, open_tables
from icpbot.adapters.jobs.keeper import Keeper
from icpbot.adapters.jobs.leavings import ENDED
from icpbot.adapters.jobs.turns import Go, Turns
from icpbot.adapters.jobs.workers import Workers, new_worker_id
from icpbot.domain.errors import IcpbotError, Unavailable, UsageError
from icpbot.domain.queueing import Ticket
from icpbot.domain.reply import Reply

logger = logging.getLogger("icpbot.jobs")

NAME = "icpbot"
QUESTIONS, BULK = "questions", "bulk"
WORKFLOW = "request"
VERSION = "1"
"""Fixed: DBOS leaves the work of another version behind. Change it only with the steps."""
AT_ONCE = {QUESTIONS: 4, BULK: 2}
"""In one process: answers wait for a model, files for the processor."""
POLL_SECONDS = 0.2
ATTEMPTS = 5
"""A request that takes the process down this often gets an apology instead."""
DELIVERY_WAITS = (1, 2, 5, 10, 20, *[30] * 2800)
"""Seconds between tries to deliver while Slack is away: about a day."""
BROKEN_TRIES = 3
"""Tries to deliver a reply that fails for a reason nobody foresaw."""


class _StoppedError(BaseException):
    """Leaves a job unfinished when the process stops; DBOS records only `Exception`s as its end."""


class Ring(Protocol):
    """The keys under which replies wait for their delivery."""

    def sealed(self, text: str) -> str: ...

    def opened(self, text: str) -> str:
        """Raises `UsageError` when its key is gone."""


class DurableJobs:
    """Implements `Jobs`. There can be one in a process, as DBOS is one."""

    def __init__(
        self,
        database_url: str,
        *,
        answer: Callable[[str], Reply | None],
        deliver: Callable[[str, Reply], object],
        apology: Callable[[str], Reply],
        ticket: Callable[[str], Ticket],
        tell: Callable[[str, int], None],
        unfinished: Callable[[], Iterable[str]],
        ring: Ring,
    ) -> None:
        self._url = for_dbos(database_url)
        self._answer = answer
        self._deliver = deliver
        self._apology = apology
        self._ticket = ticket
        self._tell = tell
        self._unfinished = unfinished
        self._ring = ring
        self._stopping = threading.Event()
        self._client: DBOSClient | None = None
        self._turns: Turns | None = None
        self._engine: sa.Engine | None = None
        self._workers: Workers | None = None
        self._keeper: Keeper | None = None

    def enqueue(self, request_id: str) -> None:
        """The same id twice is one job; jobs of one conversation run one after the other."""
        assert self._turns is not None, "start first"
        try:
            go = self._turns.take(request_id, self._ticket(request_id))
            if go:
                self._put(go)
        except sa.exc.SQLAlchemyError as error:
            raise Unavailable("store-not-answering") from error

    def _put(self, go: Go) -> None:
        assert self._client is not None
        options: Any = {
            "workflow_name": WORKFLOW,
            "queue_name": BULK if go.bulk else QUESTIONS,
            "workflow_id": go.request,
            "app_version": VERSION,
            "priority": go.tag,
        }
        self._client.enqueue(options, go.request)

    def start(self, *, worker: bool = True) -> None:
        """Open the queue; with `worker`, work on it too. Raises `Unavailable`."""
        _quiet()
        try:
            DBOS.migrate(self._url)
            self._client = DBOSClient(
                # An error, not a wait: Slack sends again what is not acknowledged in three seconds.
                system_database_url=self._url,
                application_name=NAME,
                retry_connection_errors=False,
            )
            for queue, at_once in AT_ONCE.items():
                self._client.register_queue(
                    queue, worker_concurrency=at_once, polling_interval_sec=POLL_SECONDS
                )
            self._engine = open_tables(self._url)
        except sa.exc.SQLAlchemyError as error:
            raise Unavailable("store-not-answering") from error
        self._turns = Turns(self._engine)
        if worker:
            self._launch(self._engine, self._turns)
        for request_id in self._unfinished():
            self._again(request_id)

    def stop(self, patience: int = 10) -> None:
        """End what runs within `patience` seconds; the rest goes on in another process."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        if self._keeper is not None and self._workers is not None:
            self._keeper.join()
            DBOS.destroy(
                workflow_completion_timeout_sec=patience if self._busy() else 0, destroy_registry=True
            )
            self._workers.leave()
        if self._engine is not None:
            self._engine.dispose()
        if self._client is not None:
            self._client.destroy()

    def check(self) -> bool:
        """True when the queue answers."""
        try:
            assert self._client is not None
            self._client.check_connection()
        except Exception:  # noqa: BLE001 - whatever it is, the queue does not answer
            return False
        return True

    def _launch(self, engine: sa.Engine, turns: Turns) -> None:
        me = new_worker_id()
        config: DBOSConfig = {
            "name": NAME,
            "system_database_url": self._url,
            "application_version": VERSION,
            "executor_id": me,
            "enable_otlp": False,
            "log_level": "CRITICAL",
        }
        DBOS(config=config)

        @DBOS.workflow(name=WORKFLOW)
        def request(request_id: str) -> None:  # a function, as DBOS marks what it decorates
            self._request(request_id)

        self._workers = Workers(engine, me)
        self._workers.enter()
        DBOS.launch()
        self._keeper = Keeper(
            self._workers,
            turns,
            self._stopping,
            tell=self._tell,
            put=self._put,
            over=self._over,
            unfinished=self._unfinished,
            enqueue=self.enqueue,
        )
        self._keeper.start()

    def _again(self, request_id: str) -> None:
        """Queue what was recorded but never ended, even if a job of it ended without a reply."""
        assert self._client is not None
        for job in self._client.list_workflows(
            workflow_ids=[request_id], load_input=False, load_output=False
        ):
            if job.status in ENDED:
                self._client.delete_workflow(request_id)
                self._over(request_id)
        self.enqueue(request_id)

    # -- one request ------------------------------------------------------------------------

    def _request(self, request_id: str) -> None:
        written = DBOS.run_step({"name": "answer"}, self._answered, request_id)
        if written is not None:
            self._deliver_in_time(request_id, written)
        DBOS.run_step({"name": "over"}, self._over, request_id)

    def _deliver_in_time(self, request_id: str, written: str) -> None:
        for number, wait in enumerate(DELIVERY_WAITS):
            outcome = DBOS.run_step({"name": f"deliver {number}"}, self._delivered, request_id, written)
            if outcome == "done":
                return
            if outcome == "broken" and number >= BROKEN_TRIES:
                break
            if self._stopping.wait(wait):
                raise _StoppedError
        logger.error("request %s could not be delivered", request_id, extra={"request": request_id})

    def _over(self, request_id: str) -> None:
        """End its turn, and queue whoever waited for it in its conversation."""
        assert self._turns is not None
        for go in self._turns.end(request_id, self._ticket(request_id).conversation):
            self._put(go)

    def _answered(self, request_id: str) -> str | None:
        """The reply as sealed JSON; whatever goes wrong, there is one."""
        assert self._turns is not None
        self._turns.begin(request_id)
        if _attempts(request_id) > ATTEMPTS:
            told = {"request": request_id}
            logger.error("request %s stopped its process %d times", request_id, ATTEMPTS, extra=told)
            return self._written(self._apology(request_id))
        try:
            reply = self._answer(request_id)
        except Exception as error:  # noqa: BLE001 - the last handler: the person still gets a sentence
            _log("request %s failed", request_id, error)
            reply = self._apology(request_id)
        return self._written(reply) if reply else None

    def _written(self, reply: Reply) -> str:
        return self._ring.sealed(reply.model_dump_json())

    def _read(self, request_id: str, written: str) -> Reply:
        try:
            return Reply.model_validate_json(self._ring.opened(written))
        except UsageError:  # the key was given up while the reply waited
            return self._apology(request_id)

    def _delivered(self, request_id: str, written: str) -> str:
        try:
            self._deliver(request_id, self._read(request_id, written))
        except IcpbotError as error:
            told = {"request": request_id}
            logger.warning("request %s waits for delivery: %s", request_id, error.key, extra=told)
            return "later"
        except Exception as error:  # noqa: BLE001 - tried again a few times, then given up
            _log("reply to %s failed", request_id, error)
            return "broken"
        return "done"

    def _busy(self) -> bool:
        assert self._workers is not None
        return bool(
            DBOS.list_workflows(
                status="PENDING", executor_id=self._workers.me, load_input=False, load_output=False
            )
        )


def _attempts(request_id: str) -> int:
    status = DBOS.get_workflow_status(request_id)
    return (status.recovery_attempts or 0) if status else 0


def _log(what: str, request_id: str, error: Exception) -> None:
    """What failed and where; an exception's own text may hold what people said."""
    where = "".join(traceback.format_tb(error.__traceback__))
    told = {"request": request_id}
    logger.error(f"{what}: %s\n%s", request_id, type(error).__name__, where, extra=told)  # noqa: G004 - `what` is ours


def _quiet() -> None:
    """DBOS logs to the console by itself; what it would say of a failure, we say."""
    dbos = logging.getLogger("dbos")
    dbos.setLevel(logging.CRITICAL)
    dbos.propagate = False
