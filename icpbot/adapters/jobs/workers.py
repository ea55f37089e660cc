"""Which workers live: each counts in a table; one whose count stands still is dead.

Counting needs no clock that two machines would have to agree on.
"""

import os
import platform
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from icpbot.adapters.jobs.database import metadata

SILENT_SECONDS = 20.0

_workers = sa.Table(
    "icpbot_workers",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("beats", sa.BigInteger, nullable=False),
)


def new_worker_id() -> str:
    """`host:pid:nonce`; the host includes the process namespace, as containers share host names."""
    namespace = Path("/proc/self/ns/pid")
    inside = namespace.readlink().name if namespace.is_symlink() else ""
    return f"{platform.node()}/{inside}:{os.getpid()}:{secrets.token_hex(4)}".replace("pid:", "")


@dataclass
class Workers:
    """The register of workers in the database of jobs."""

    engine: sa.Engine
    me: str
    clock: Callable[[], float] = time.monotonic
    _seen: dict[str, tuple[int, float]] = field(default_factory=dict)

    def enter(self) -> None:
        with self.engine.begin() as connection:
            connection.execute(sa.insert(_workers).values(id=self.me, beats=0))

    def beat(self) -> None:
        with self.engine.begin() as connection:
            connection.execute(
                sa.update(_workers).where(_workers.c.id == self.me).values(beats=_workers.c.beats + 1)
            )

    def leave(self, worker: str | None = None) -> None:
        with self.engine.begin() as connection:
            connection.execute(sa.delete(_workers).where(_workers.c.id == (worker or self.me)))

    def dead(self, others: set[str]) -> list[str]:
        """Those of them that will not go on: gone from the register, from this machine, or silent."""
        with self.engine.connect() as connection:
            beats = {row.id: row.beats for row in connection.execute(sa.select(_workers))}
        return [one for one in sorted(others - {self.me}) if self._is_dead(one, beats.get(one))]

    def _is_dead(self, worker: str, beats: int | None) -> bool:
        if beats is None or self._died_here(worker):
            return True
        known, since = self._seen.get(worker, (-1, 0.0))
        if beats != known:
            self._seen[worker] = (beats, self.clock())
            return False
        return self.clock() - since > SILENT_SECONDS

    def _died_here(self, worker: str) -> bool:
        """On this machine there is no need to wait: its process is there or not."""
        host, pid, _ = worker.rsplit(":", 2)
        my_host, my_pid, _ = self.me.rsplit(":", 2)
        return host == my_host and (pid == my_pid or not _runs(int(pid)))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
