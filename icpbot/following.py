"""The CRM of every team that has one, followed in the background. Part of `serving`."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from icpbot.domain.errors import IcpbotError
from icpbot.tenants import Tenant
from icpbot.usecases import crm

if TYPE_CHECKING:
    from icpbot.usecases.ports import Desk

logger = logging.getLogger("icpbot.following")

LOOK = 5 * 60.0
"""Seconds between two looks at whether a reading is due."""


class Following:
    """`present` gives the teams of the moment, `stopping` ends the waiting, `opened` gives a desk's CRM.
    Without `hours` nothing is followed.
    """

    def __init__(
        self,
        present: Callable[[str], list[Tenant]],
        stopping: threading.Event,
        *,
        hours: int | None,
        opened: Callable[["Desk"], crm.Crm],
    ) -> None:
        self._present = present
        self._stopping = stopping
        self._every = timedelta(hours=hours) if hours else None
        self._opened = opened

    def start(self) -> None:
        if self._every is not None:
            threading.Thread(target=self._follow, args=[self._every], name="icpbot-crm", daemon=True).start()

    def _follow(self, every: timedelta) -> None:
        while True:
            for tenant in self._present("crm"):
                self.read(tenant.desk, every)
            if self._stopping.wait(LOOK):
                return

    def read(self, desk: "Desk", every: timedelta) -> None:
        """Read what changed when it is time; what goes wrong is tried again at the next look."""
        try:
            if not crm.is_due(every, desk=desk):
                return
            system = self._opened(desk)
            try:
                crm.sync(system, desk=desk)
            finally:
                system.close()
        except IcpbotError as error:
            logger.warning("crm: %s", error.key)
