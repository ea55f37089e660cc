from __future__ import annotations

import subprocess
import sys

import pytest

from icpbot.adapters.jobs.database import open_tables
from icpbot.adapters.jobs.workers import SILENT_SECONDS, Workers, new_worker_id


@pytest.fixture
def engine(tmp_path):
    engine = open_tables(f"sqlite:///{tmp_path}/jobs.db")
    yield engine
    engine.dispose()


@pytest.fixture
def now():
    return [1000.0]


@pytest.fixture
def watcher(engine, now):
    workers = Workers(engine, "here:1:aaaa", clock=lambda: now[0])
    workers.enter()
    return workers


def other(engine, name: str) -> Workers:
    workers = Workers(engine, name)
    workers.enter()
    return workers


def test_a_worker_that_beats_lives(engine, now, watcher) -> None:
    far = other(engine, "there:1:bbbb")

    for _ in range(5):
        far.beat()
        assert watcher.dead({far.me}) == []
        now[0] += SILENT_SECONDS - 1


def test_a_worker_that_falls_silent_is_dead_in_the_end(engine, now, watcher) -> None:
    far = other(engine, "there:1:bbbb")
    assert watcher.dead({far.me}) == []

    now[0] += SILENT_SECONDS + 1

    assert watcher.dead({far.me, watcher.me}) == [far.me]


def test_a_worker_that_left_is_dead_at_once(engine, watcher) -> None:
    far = other(engine, "there:1:bbbb")
    far.leave()

    assert watcher.dead({far.me}) == [far.me]


def test_an_earlier_process_of_this_machine_is_dead_at_once(engine) -> None:
    me = Workers(engine, new_worker_id())
    me.enter()
    host, pid, _ = me.me.rsplit(":", 2)
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    gone = other(engine, f"{host}:{process.pid}:bbbb")
    before = other(engine, f"{host}:{pid}:bbbb")  # our own process number, used by someone before us
    alive = other(engine, f"{host}:1:bbbb")

    assert me.dead({gone.me, before.me, alive.me}) == sorted([gone.me, before.me])
