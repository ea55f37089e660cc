"""What a worker does beside its requests, by the day and by the hour. Part of `serving`."""

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from icpbot.domain.errors import IcpbotError
from icpbot.domain.requests import Request
from icpbot.tenants import Tenant
from icpbot.usecases import administering, nudging
from icpbot.usecases.forgetting import expire

if TYPE_CHECKING:
    from icpbot.usecases.ports import Desk

logger = logging.getLogger("icpbot.duties")

DAY = 24 * 60 * 60.0
"""Seconds between two looks at what is too old."""
HOUR = 60 * 60.0
"""Seconds between two looks at what lies unfinished."""


class Duties:
    """`present` gives the teams of the moment, `stopping` ends the waiting."""

    def __init__(
        self,
        present: Callable[[str], list[Tenant]],
        stopping: threading.Event,
        *,
        kept_days: int | None,
        ask: Callable[[Request, "Desk"], object],
    ) -> None:
        self._present = present
        self._stopping = stopping
        self._kept_days = kept_days
        self._ask = ask

    def start(self) -> None:
        threading.Thread(target=self._retain, name="icpbot-retention", daemon=True).start()
        threading.Thread(target=self._nudge, name="icpbot-nudges", daemon=True).start()

    def _retain(self) -> None:
        """Forget what is older than allowed, at the start and once a day."""
        while True:
            for tenant in self._present("retention"):
                self._expire(tenant.desk)
            if self._stopping.wait(DAY):
                return

    def _expire(self, desk: "Desk") -> None:
        try:
            days = administering.kept_days(desk, self._kept_days)
            gone = expire(desk=desk, days=days) if days else None
        except IcpbotError as error:  # tomorrow is another day
            logger.warning("retention: %s", error.key)
            return
        if gone:
            logger.warning("retention: %d sources forgotten, left: %s", len(gone.sources), gone.left)

    def _nudge(self) -> None:
        """Look for drafts that lie there, now and every hour."""
        while True:
            for tenant in self._present("nudges"):
                try:
                    for request in nudging.due(tenant.desk):
                        self._ask(request, tenant.desk)
                except IcpbotError as error:  # in an hour is soon enough
                    logger.warning("nudges: %s", error.key)
            if self._stopping.wait(HOUR):
                return
