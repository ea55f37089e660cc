"""Jobs that have ended, which the queue records a moment after their delivery."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icpbot.adapters.jobs.durable import DurableJobs


def wait_until_ended(jobs: DurableJobs) -> None:
    deadline = time.monotonic() + 20
    while jobs._client.list_workflows(status=["PENDING", "ENQUEUED"]):
        assert time.monotonic() < deadline
        time.sleep(0.02)
