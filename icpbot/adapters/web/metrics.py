"""What operators count: Prometheus metrics without a word of anybody.

Labels are our own words (status, step, task, …) and a workspace's hash; never a name, a text or an id.
What waits is asked of the store at every look; what was done is counted by the process that did it.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from icpbot.domain.errors import IcpbotError
from icpbot.domain.reply import Reply
from icpbot.domain.requests import RequestKind

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)
"""From a search in a small library to a model that is slow."""


@dataclass(frozen=True)
class Queue:
    """Requests by status; of those that are open how many, and for how many seconds the oldest."""

    by_status: Mapping[str, int]
    depth: int
    age: float


class _Waiting(Collector):
    def __init__(self, queue: Callable[[], Queue]) -> None:
        self._queue = queue

    def describe(self) -> list[GaugeMetricFamily]:
        """Nothing is asked of the store before somebody looks."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            now = self._queue()
        except IcpbotError:  # the store is away: what was counted here is told all the same
            return
        requests = GaugeMetricFamily("icpbot_requests", "Requests by status.", labels=["status"])
        for status, count in sorted(now.by_status.items()):
            requests.add_metric([status], count)
        yield requests
        yield GaugeMetricFamily("icpbot_queue_depth", "Requests that are not answered yet.", now.depth)
        yield GaugeMetricFamily("icpbot_queue_age_seconds", "How long the oldest of them waits.", now.age)


class Metrics:
    """Of one process; with `counted` those of another one, which leaves them in that folder."""

    def __init__(self, queue: Callable[[], Queue], counted: Path | None = None) -> None:
        self._all = CollectorRegistry()
        self._shown = CollectorRegistry() if counted else self._all
        self._shown.register(_Waiting(queue))
        if counted:
            MultiProcessCollector(self._shown, str(counted))  # type: ignore[no-untyped-call]
        self._replies = Counter(
            "icpbot_replies", "Replies worked out, by what was asked and how it ended.",
            ["kind", "outcome", "engine"], registry=self._all,
        )  # fmt: skip
        self._dropped = Counter(
            "icpbot_citations_dropped", "Citations of a model that no source holds.", registry=self._all
        )
        self._tokens = Counter(
            "icpbot_tokens", "Tokens of the model, by task and workspace (hashed).", ["task", "workspace"],
            registry=self._all,
        )  # fmt: skip
        self._failures = Counter(
            "icpbot_model_failures", "Calls that the model did not answer.", ["task"], registry=self._all
        )
        self._seconds = Histogram(
            "icpbot_step_seconds", "How long a step took.", ["step"], buckets=SECONDS, registry=self._all
        )

    def replied(self, kind: RequestKind, reply: Reply) -> str:
        """How it ended: answered, abstained or failed."""
        outcome = "failed" if reply.failed else "answered" if reply.answered else "abstained"
        self._replies.labels(kind, outcome, reply.engine or "none").inc()
        self._dropped.inc(reply.dropped)
        return outcome

    def spent(self, workspace: str, task: str, tokens: int) -> None:
        self._tokens.labels(task, hashed(workspace)).inc(tokens)

    def model_failed(self, task: str) -> None:
        self._failures.labels(task).inc()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        begun = perf_counter()
        try:
            yield
        finally:
            self._seconds.labels(name).observe(perf_counter() - begun)

    def text(self) -> bytes:
        """In Prometheus's text format."""
        return generate_latest(self._shown)


def hashed(workspace: str) -> str:
    return sha256(workspace.encode()).hexdigest()[:8]
