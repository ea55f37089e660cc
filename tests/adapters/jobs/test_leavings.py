from __future__ import annotations

import base64
import threading
import time

from icpbot.adapters.jobs.leavings import clear_ended
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
    time.sleep(0.3)  # the end is recorded after the delivery


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
