"""Trouble on demand: errors, rate limits, delays and lost connections."""

from __future__ import annotations

import math
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DEFAULT_WINDOW = 60.0


@dataclass(frozen=True)
class Fault:
    """What happens to one call."""

    kind: Literal["error", "status", "rate_limit", "drop", "store_then_drop"]
    error: str = ""
    status: int = 200
    retry_after: int = 0


class Faults:
    """Faults waiting for their call, by Web API method.

    The pseudo methods `files.upload`, `files.download` and `response_url` stand for those
    endpoints.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[str, deque[Fault]] = defaultdict(deque)
        self._delays: dict[str, deque[float]] = defaultdict(deque)
        self.end_sockets: Callable[[bool], int] = lambda _reset: 0
        self.refresh_socket: Callable[[], int] = lambda: 0
        """Ask every Socket Mode client to reconnect, as Slack does every few hours."""
        self.redeliver_last_event: Callable[[], None] = lambda: None
        """Send the last event again, with the same event id."""

    def fail_next(
        self, method: str, *, error: str = "internal_error", status: int = 200, times: int = 1
    ) -> None:
        """Refuse the next calls, without doing anything, with this error or HTTP status."""
        kind: Literal["error", "status"] = "error" if status == 200 else "status"
        self._add(method, Fault(kind, error=error, status=status), times)

    def rate_limit_next(self, method: str, *, retry_after: int = 1, times: int = 1) -> None:
        """Answer the next calls with 429 and Retry-After."""
        self._add(method, Fault("rate_limit", retry_after=retry_after), times)

    def drop_next(self, method: str, *, times: int = 1) -> None:
        """Reset the connection of the next calls before anything is done."""
        self._add(method, Fault("drop"), times)

    def store_then_drop(self, method: str, *, times: int = 1) -> None:
        """Do the work of the next calls, then reset the connection without a reply."""
        self._add(method, Fault("store_then_drop"), times)

    def delay(self, method: str, seconds: float, *, times: int = 1) -> None:
        """Take this long over the next calls."""
        with self._lock:
            self._delays[method].extend([seconds] * times)

    def drop_socket(self, *, reset: bool = False) -> int:
        """End every Socket Mode connection abruptly, by a TCP reset if asked; how many it were."""
        return self.end_sockets(reset)

    def clear(self) -> None:
        """Forget every fault and delay that did not happen yet."""
        with self._lock:
            self._waiting.clear()
            self._delays.clear()

    def take(self, method: str) -> Fault | None:
        """The fault of this call, if one waits."""
        with self._lock:
            waiting = self._waiting[method]
            return waiting.popleft() if waiting else None

    def take_delay(self, method: str) -> float:
        """How long this call takes."""
        with self._lock:
            waiting = self._delays[method]
            return waiting.popleft() if waiting else 0.0

    def _add(self, method: str, fault: Fault, times: int) -> None:
        with self._lock:
            self._waiting[method].extend([fault] * times)


@dataclass(frozen=True)
class RateLimit:
    """At most `calls` in any `seconds`, per channel if asked."""

    calls: int
    seconds: float = DEFAULT_WINDOW
    per_channel: bool = False


# What Slack documents for an internal app. Off by default, so that tests need not wait.
SLACK_RATE_LIMITS: dict[str, RateLimit] = {
    "chat.update": RateLimit(50),
    "chat.postMessage": RateLimit(1, 1.0, per_channel=True),
    "conversations.replies": RateLimit(50),
    "conversations.history": RateLimit(50),
    "users.info": RateLimit(100),
    "views.open": RateLimit(100),
}


class RateLimiter:
    """A sliding window per limited method."""

    def __init__(self, limits: Mapping[str, RateLimit]) -> None:
        self._limits = dict(limits)
        self._past: dict[tuple[str, str], deque[float]] = defaultdict(deque)

    def wait_seconds(self, method: str, channel: str) -> int | None:
        """Seconds until the call would be allowed; None if it is allowed now and counted."""
        limit = self._limits.get(method)
        if limit is None:
            return None
        past = self._past[method, channel if limit.per_channel else ""]
        now = time.monotonic()
        while past and now - past[0] >= limit.seconds:
            past.popleft()
        if len(past) >= limit.calls:
            return max(1, math.ceil(limit.seconds - (now - past[0])))
        past.append(now)
        return None
