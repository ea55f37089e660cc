"""Queueing behind the acknowledgement: what is recorded is safe, and Slack need not wait for the queue."""

import logging
import threading
from queue import SimpleQueue

from icpbot.domain.errors import IcpbotError
from icpbot.usecases.ports import Jobs

logger = logging.getLogger("icpbot.jobs")

PAUSE = 1.0
"""Seconds between two tries while the queue is away."""


class Feeder:
    """Implements `Jobs` before another one: in the order they came, again and again until they are taken.

    What a dead process did not get to queue is found by the worker that looks for unfinished requests.
    """

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._recorded: SimpleQueue[str | None] = SimpleQueue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._feed, name="icpbot-feeder", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def enqueue(self, request_id: str) -> None:
        self._recorded.put(request_id)

    def stop(self) -> None:
        """After what was recorded until now, unless the queue is away."""
        self._stopping.set()
        self._recorded.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _feed(self) -> None:
        while (request_id := self._recorded.get()) is not None:
            while not self._fed(request_id):
                if self._stopping.wait(PAUSE):
                    return

    def _fed(self, request_id: str) -> bool:
        try:
            self._jobs.enqueue(request_id)
        except IcpbotError as error:
            told = {"request": request_id}
            logger.warning("request %s waits for its queue: %s", request_id, error.key, extra=told)
            return False
        return True
