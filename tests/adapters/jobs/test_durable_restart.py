from __future__ import annotations

import time

from icpbot.domain.errors import Unavailable


def test_what_was_recorded_but_never_queued_is_queued_at_the_start(fresh, jobs_of) -> None:
    fresh.waiting = ["c:1", "c:2"]

    jobs_of()

    assert fresh.wait(2)
    assert fresh.order == ["c:1", "c:2"]


def test_a_process_without_worker_only_queues(fresh, jobs_of) -> None:
    front = jobs_of(worker=False)
    front.enqueue("c:1")
    assert not fresh.wait(1, timeout=0.5)

    jobs_of()

    assert fresh.wait(1)
    assert front.check()


def test_work_that_is_stopped_goes_on_at_the_next_start(fresh, jobs_of) -> None:
    def away(_request_id: str) -> None:
        raise Unavailable("slack-not-answering")

    fresh.delivering = away
    first = jobs_of()
    first.enqueue("c:1")
    time.sleep(0.6)
    first.stop(patience=2)

    fresh.delivering = lambda _request_id: None
    jobs_of()

    assert fresh.wait(1)
    time.sleep(0.3)
    assert (fresh.answers["c:1"], fresh.order) == (1, ["c:1"])
