"""What a worker does beside its requests: it shows that it lives, takes over from dead ones, tells people
their place in the queue, finds what fell out of the queue, and clears what is done.
"""

import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from dbos import DBOS

from icpbot.adapters.jobs.leavings import ENDED
from icpbot.adapters.jobs.turns import Go, Turns, Waiting
from icpbot.adapters.jobs.workers import Workers

logger = logging.getLogger("icpbot.jobs")

BEAT_SECONDS = 2.0
PLACE_SECONDS = 3.0
"""Between two looks at who waits; nobody who waits for less is told."""
LINES = 2
"""Status lines for one workspace at one look: Slack takes about one a second in a channel."""
STRAY_BEATS = 5
"""Between two looks at what fell out of the queue."""
KEPT = timedelta(hours=1)
"""Finished jobs hold replies, and replies hold quotes that someone may want forgotten."""
FORGOTTEN_BEATS = 15
"""Between two looks at what was recorded and never queued, as the process that took it died."""
_AT_ONCE = 500

Tell = Callable[[str, int], None]


class Keeper:
    """Two threads of one worker; `put` queues what has a turn, `over` ends a turn, `enqueue` gives one to
    what is `unfinished`.
    """

    def __init__(
        self,
        workers: Workers,
        turns: Turns,
        stopping: threading.Event,
        *,
        tell: Tell,
        put: Callable[[Go], None],
        over: Callable[[str], None],
        unfinished: Callable[[], Iterable[str]],
        enqueue: Callable[[str], None],
    ) -> None:
        self._workers = workers
        self._turns = turns
        self._stopping = stopping
        self._tell = tell
        self._put = put
        self._over = over
        self._unfinished = unfinished
        self._enqueue = enqueue
        self._forgotten: set[str] = set()
        self._seen: set[str] = set()
        self._suspects: set[str] = set()
        self._beats = 0

    def start(self) -> None:
        duties = (self._beat, self._take_over, self._find_strays, self._find_forgotten, self.clear)
        self._threads = [self._loop("icpbot-jobs", BEAT_SECONDS, *duties),
                         self._loop("icpbot-places", PLACE_SECONDS, self.tell_places)]  # fmt: skip

    def join(self) -> None:
        for thread in self._threads:
            thread.join()

    def _loop(self, name: str, seconds: float, *duties: Callable[[], None]) -> threading.Thread:
        def run() -> None:
            while True:
                for duty in duties:
                    try:
                        duty()
                    except Exception as error:  # noqa: BLE001 - the database may be away for a while
                        logger.warning("jobs: %s: %s", duty.__name__, type(error).__name__)
                if self._stopping.wait(seconds):
                    return

        thread = threading.Thread(target=run, name=name, daemon=True)
        thread.start()
        return thread

    def _beat(self) -> None:
        self._workers.beat()

    def _take_over(self) -> None:
        pending = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
        owners = {job.executor_id for job in pending if job.executor_id}
        for worker in self._workers.dead(owners | self._turns.tellers()):
            self._turns.silence(worker)
            DBOS._recover_pending_workflows([worker])  # noqa: SLF001 - public only through DBOS's paid Conductor
            self._workers.leave(worker)

    def tell_places(self) -> None:
        """Those who have waited since the last look; the nearest first, a few of each workspace."""
        waiting = self._turns.waiting()
        known, self._seen = self._seen, {one.request for one in waiting}
        for one in _worth_telling([one for one in waiting if one.request in known]):
            if self._stopping.is_set():
                return
            self._turns.tell(one.request, one.place, self._workers.me, _saying(self._tell, one))

    def _find_strays(self) -> None:
        """Queue what a process recorded and died before it queued; end the turns of what has ended."""
        self._beats += 1
        if self._beats % STRAY_BEATS:
            return
        turns = {go.request: go for go in self._turns.queued()[:_AT_ONCE]}
        jobs = DBOS.list_workflows(workflow_ids=list(turns), load_input=False, load_output=False)
        status = {job.workflow_id: job.status for job in jobs}
        odd = {request for request in turns if status.get(request) in {None, *ENDED}}
        for request in odd & self._suspects:  # seen twice: not just at this moment on its way
            if request in status:
                self._over(request)
            else:
                self._put(turns[request])
        self._suspects = odd

    def _find_forgotten(self) -> None:
        if self._beats % FORGOTTEN_BEATS:
            return
        forgotten = self._turns.without(set(self._unfinished()))
        for request in forgotten & self._forgotten:  # seen twice: nobody is about to queue it
            self._enqueue(request)
        self._forgotten = forgotten

    def clear(self) -> None:
        """Remove finished jobs."""
        before = (datetime.now(UTC) - KEPT).isoformat()
        done = DBOS.list_workflows(
            status=list(ENDED), completed_before=before, limit=_AT_ONCE, load_input=False, load_output=False
        )
        if done:
            DBOS.delete_workflows([job.workflow_id for job in done])


def _saying(tell: Tell, one: Waiting) -> Callable[[], None]:
    return lambda: tell(one.request, one.place)


def _worth_telling(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Who has not been told the place of now: questions, and of somebody's pile of files the next one."""
    told: Counter[str] = Counter()
    piles: set[tuple[str, str]] = set()
    chosen = []
    for one in sorted(waiting, key=lambda one: (one.bulk, one.told is not None, one.place)):
        pile = (one.workspace, one.person)
        if one.bulk and pile in piles:
            continue
        piles |= {pile} if one.bulk else set()
        if one.place != one.told and told[one.workspace] < LINES:
            told[one.workspace] += 1
            chosen.append(one)
    return chosen
