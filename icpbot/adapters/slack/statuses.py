"""The one status message of a request: posted when there is something to say, then updated in place.

Whoever delivers the answer removes it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError

from icpbot.adapters.slack.blocks import Block, layout
from icpbot.adapters.slack.client import logger
from icpbot.adapters.slack.markup import clipped
from icpbot.adapters.slack.posts import Posts, Spot
from icpbot.adapters.slack.trouble import NETWORK, code
from icpbot.domain.errors import IcpbotError
from icpbot.domain.reply import Reply

STATUS_SECONDS = 1.3
"""Slack allows fifty updates a minute, of all messages together."""
BACKOFF_SECONDS = 10.0
"""Without an attempt after one that failed: a status is not worth a limit."""


Content = tuple[str, list[Block]]


@dataclass(frozen=True)
class _Line:
    """What a request's status says; without a timestamp it could not be posted, without content it is not
    known what stands there.
    """

    ts: str | None
    said: str | Reply
    content: Content | None
    since: float


class Statuses:
    """Every method may be called as often as one likes, and may do nothing."""

    def __init__(self, posts: Posts, clock: Callable[[], float] = time.monotonic) -> None:
        self._posts = posts
        self._clock = clock
        self._lines: dict[str, _Line] = {}
        self._free = 0.0

    def show(self, spot: Spot, request_id: str, said: str | Reply) -> None:
        line = self._lines.get(request_id)
        if line and (line.said is said or self._waits(line)):
            return
        try:
            self._lines[request_id] = self._shown(spot, request_id, said, line)
        except (SlackApiError, IcpbotError, *NETWORK) as error:
            logger.warning("status of %s was not shown: %s", request_id, code(error))
            now, ts = self._clock(), line.ts if line else None
            self._free = now + BACKOFF_SECONDS if ts else self._free
            self._lines[request_id] = _Line(ts, "", None, now)

    def _waits(self, line: _Line) -> bool:
        now = self._clock()
        return now < self._free if line.ts else now < line.since + BACKOFF_SECONDS

    def _shown(self, spot: Spot, request_id: str, said: str | Reply, line: _Line | None) -> _Line:
        content = _content(said)
        ts = (line and line.ts) or self._before(spot, request_id)
        if ts is None:
            ts = self._posts.status(spot, request_id, *content)
        elif line is None or content != line.content:
            self._free = self._clock() + STATUS_SECONDS
            self._posts.restate(spot, ts, *content)
        return _Line(ts, said, content, self._clock())

    def _before(self, spot: Spot, request_id: str) -> str | None:
        """The message that an earlier run of the same request left."""
        return next(iter(self._posts.standing(spot, request_id).statuses), None)

    def forget(self, request_id: str) -> None:
        """The request has its answer."""
        self._lines.pop(request_id, None)


def _content(said: str | Reply) -> Content:
    if isinstance(said, str):
        return clipped(said, 500), []
    page = layout(said)
    return page.text, page.blocks
