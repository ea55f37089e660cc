from __future__ import annotations

import base64
import threading
import time

from ended import wait_until_ended

from icpbot.adapters.jobs.leavings import clear_ended
from icpbot.adapters.store.sealing import Ring
from icpbot.domain.reply import Reply

CANARY = "zanzibarite flamingoes"
ENCODED = [base64.b64encode(bytes(shift) + CANARY.encode())[4:-4] for shift in range(3)]
"""DBOS keeps what a step returns in base64; what the canary looks like there hangs on where it begins."""


def held(folder) -> list[str]:
    forms = [CANARY.encode(), *ENCODED]
    return [path.name for path in folder.iterdir() if any(form in path.read_bytes() for form in forms)]


def answered(jobs, world, count: int) -> None:
    world.answering = lambda i: Reply(headline=f"{CANARY} of {i}")
    for number in range(count):
        jobs.enqueue(f"c{number}:1")
    assert world.wait(count)
    wait_until_ended(jobs)


def test_no_reply_of_a_finished_job_is_left_on_the_disk_while_the_service_runs(
    fresh, jobs_of, tmp_path
) -> None:
    jobs = jobs_of()
    answered(jobs, fresh, 3)
    assert held(tmp_path)

    removed = clear_ended(f"sqlite:///{tmp_path}/jobs.db")

    assert removed == 3
    assert held(tmp_path) == []
    fresh.reset()
    answered(jobs, fresh, 1)  # and the queue goes on
    assert fresh.order == ["c0:1"]


def test_what_waits_under_a_key_is_nowhere_in_clear_and_is_delivered_as_it_was_said(
    fresh, jobs_of, tmp_path
) -> None:
    ring = Ring(["a key that is long enough"])
    answered(jobs_of(ring=ring), fresh, 2)

    assert held(tmp_path) == []
    assert [reply.headline for reply in fresh.delivered["c1:1"]] == [f"{CANARY} of c1:1"]


def test_a_reply_whose_key_was_given_up_becomes_an_apology(fresh, jobs_of) -> None:
    locked = Ring(["a key that is long enough"]).sealed("{}")
    jobs = jobs_of(ring=Ring(["another key, as long"]))

    assert jobs._read("c:1", locked).headline == "sorry"


def test_what_is_still_worked_on_stays(fresh, jobs_of, tmp_path) -> None:
    gate = threading.Event()
    jobs = jobs_of()
    fresh.answering = lambda i: (gate.wait(10) and None) or Reply(headline=i)
    jobs.enqueue("c:1")
    time.sleep(0.3)

    removed = clear_ended(f"sqlite:///{tmp_path}/jobs.db")
    gate.set()

    assert removed == 0
    assert fresh.wait(1)


def test_without_a_queue_there_is_nothing_to_clear(tmp_path) -> None:
    assert clear_ended(f"sqlite:///{tmp_path}/none.db") == 0
    assert list(tmp_path.iterdir()) == []
