"""What was recorded reaches the queue, in its order, whatever the queue does meanwhile."""

import threading

import pytest

from icpbot.adapters.jobs import feeding
from icpbot.adapters.jobs.feeding import Feeder
from icpbot.domain.errors import Unavailable


class Queue:
    """Refuses as often as it is told to."""

    def __init__(self, refusing: int) -> None:
        self.refusing = refusing
        self.taken: list[str] = []
        self.asked = threading.Event()

    def enqueue(self, request_id: str) -> None:
        self.asked.set()
        if self.refusing:
            self.refusing -= 1
            raise Unavailable("store-not-answering")
        self.taken.append(request_id)


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(feeding, "PAUSE", 0.01)


def fed(queue, *requests):
    feeder = Feeder(queue)
    feeder.start()
    for request in requests:
        feeder.enqueue(request)
    return feeder


def test_everything_is_queued_in_its_order_before_the_end():
    queue = Queue(refusing=0)

    fed(queue, "a", "b", "c").stop()

    assert queue.taken == ["a", "b", "c"]


def test_a_queue_that_is_away_is_asked_again():
    queue = Queue(refusing=3)
    feeder = fed(queue, "a", "b")
    while len(queue.taken) < 2:
        queue.asked.wait(5)

    feeder.stop()

    assert queue.taken == ["a", "b"]


def test_a_queue_that_stays_away_keeps_nobody_from_ending():
    queue = Queue(refusing=10**9)
    feeder = fed(queue, "a")
    assert queue.asked.wait(5)

    feeder.stop()

    assert queue.taken == []


def test_one_that_was_never_started_ends_too():
    Feeder(Queue(refusing=0)).stop()
