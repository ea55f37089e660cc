"""On real queues: nobody's pile keeps another person waiting."""

from __future__ import annotations

import threading
import time

import pytest
from waiting import until

from icpbot.adapters.jobs import durable
from icpbot.domain.reply import Reply


@pytest.fixture
def queue(tmp_path, fresh, jobs_url, open_at):
    """A worker whose files and answers wait for a gate; `fresh.order` tells how they ended."""
    gate = threading.Event()

    def work(request_id: str) -> Reply:
        gate.wait(20)
        time.sleep(0.01)
        return Reply(headline=request_id)

    fresh.answering = work
    jobs = open_at(jobs_url)
    return jobs, gate


def test_a_question_after_fifty_files_ends_before_the_tenth_file(queue, fresh) -> None:
    jobs, gate = queue
    for number in range(50):
        jobs.enqueue(f"T/ana/{number}:+file")
    jobs.enqueue("T/ben/q:question")
    jobs.enqueue("T/ana/mine:question")
    gate.set()

    assert fresh.wait(52, timeout=60)
    assert fresh.order.index("T/ben/q:question") < 10
    assert fresh.order.index("T/ana/mine:question") < 10


def test_two_workspaces_alternate_whoever_came_first(queue, fresh, monkeypatch) -> None:
    jobs, gate = queue
    for number in range(40):
        jobs.enqueue(f"one/ana/{number}:q")
    for number in range(10):
        jobs.enqueue(f"two/ben/{number}:q")
    gate.set()

    assert fresh.wait(50, timeout=60)
    last_of_two = max(i for i, request in enumerate(fresh.order) if request.startswith("two/"))
    assert last_of_two < 2 * 10 + 2 * durable.AT_ONCE[durable.QUESTIONS]


def test_a_crowd_of_one_workspace_leaves_another_its_share(queue, fresh) -> None:
    jobs, gate = queue
    for number in range(40):
        jobs.enqueue(f"one/person{number % 20}/{number}:q")
    for number in range(5):
        jobs.enqueue(f"two/ben/{number}:q")
    gate.set()

    assert fresh.wait(45, timeout=60)
    assert max(i for i, request in enumerate(fresh.order) if request.startswith("two/")) < 22


def test_who_waits_is_told_the_place_and_told_anew_as_it_changes(queue, fresh) -> None:
    jobs, gate = queue
    busy = durable.AT_ONCE[durable.QUESTIONS]
    for number in range(busy):
        jobs.enqueue(f"T/ana/{number}:q")
    until(lambda: len(fresh.answers) == busy)
    for number in range(busy, busy + 4):
        jobs.enqueue(f"T/ana/{number}:q")
    last = f"T/ana/{busy + 3}:q"
    until(lambda: last in fresh.told)

    assert fresh.told[last] == [4]
    gate.set()
    assert fresh.wait(busy + 4, timeout=60)
    assert fresh.told[last] == sorted(fresh.told[last], reverse=True)


def test_a_request_that_fell_out_of_the_queue_is_found(
    tmp_path, fresh, jobs_url, open_at, monkeypatch
) -> None:
    from icpbot.adapters.jobs import keeper

    monkeypatch.setattr(keeper, "BEAT_SECONDS", 0.05)
    jobs = open_at(jobs_url)
    monkeypatch.setattr(jobs, "_put", lambda _go: None)  # as if the process had died between the two
    jobs.enqueue("c:lost")
    jobs.enqueue("c:behind it")
    monkeypatch.undo()

    assert fresh.wait(2, timeout=60)
    assert fresh.order == ["c:lost", "c:behind it"]


def test_what_a_dead_process_recorded_and_never_queued_is_found(
    fresh, jobs_url, open_at, monkeypatch
) -> None:
    from icpbot.adapters.jobs import keeper

    monkeypatch.setattr(keeper, "BEAT_SECONDS", 0.05)
    open_at(jobs_url)
    fresh.waiting = ["c:recorded"]

    assert fresh.wait(1, timeout=60)
    fresh.waiting = []
    assert fresh.order == ["c:recorded"]
