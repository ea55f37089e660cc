"""Processes of the real bot that can be killed; each comes back as its supervisor would bring it back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[2]
EVERY = (2.0, 5.0)
"""Seconds between two kills, counted from when the last one is back."""


class Fleet:
    """Processes of the bot, each started again when it was killed."""

    def __init__(
        self, environment: Mapping[str, str], commands: Mapping[str, tuple[str, ...]], log: Path
    ) -> None:
        self._environment = dict(environment)
        self._commands = commands
        self._log = log.open("ab")
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.kills: Counter[str] = Counter()
        for name in commands:
            self._start(name)

    def _start(self, name: str) -> None:
        extra = {"PORT": self._environment["PORT"]} if name.startswith("serve") else {}
        shared = {key: value for key, value in self._environment.items() if key != "PORT"}
        child = subprocess.Popen(
            [sys.executable, "-m", "icpbot", *self._commands[name]], env=shared | extra, cwd=ROOT,
            stdout=subprocess.PIPE, stderr=self._log, start_new_session=True,
        )  # fmt: skip
        assert child.stdout
        assert child.stdout.readline()  # it is ready
        threading.Thread(target=drain, args=(child.stdout,), daemon=True).start()
        self.children[name] = child

    def kill(self, chance: random.Random) -> None:
        """One of them, or the helper that one of them started; it comes back when its supervisor sees it."""
        name = chance.choice(sorted(self.children))
        child = self.children[name]
        helpers = helpers_of(child.pid)
        if helpers and chance.random() < 0.5:
            self.kills[f"{name}'s helper"] += 1
            os.kill(chance.choice(helpers), signal.SIGKILL)
            return
        self.kills[name] += 1
        child.kill()
        child.wait(10)
        self._start(name)

    def revive(self) -> None:
        """Start again what has ended."""
        for name, child in list(self.children.items()):
            if child.poll() is not None:
                self._start(name)

    @contextmanager
    def under_fire(self, chance: random.Random) -> Iterator[None]:
        stopping = threading.Event()

        def fire() -> None:
            while not stopping.wait(chance.uniform(*EVERY)):
                self.kill(chance)

        killer = threading.Thread(target=fire)
        killer.start()
        try:
            yield
        finally:
            stopping.set()
            killer.join()

    def stop(self) -> None:
        for child in self.children.values():
            child.send_signal(signal.SIGTERM)
        for child in self.children.values():
            child.wait(60)
        self._log.close()


def drain(pipe: IO[bytes]) -> None:
    with pipe:
        pipe.read()


def helpers_of(pid: int) -> list[int]:
    """Workers that a process runs beside itself."""
    found = Path(f"/proc/{pid}/task/{pid}/children")
    children = [int(child) for child in found.read_text(encoding="ascii").split()] if found.exists() else []
    return [child for child in children if b"worker" in Path(f"/proc/{child}/cmdline").read_bytes()]
