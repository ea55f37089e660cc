"""The worker of `serve`, in a process of its own. Part of `serving`.

Making an answer keeps Python's one interpreter busy; whoever takes Slack's events beside it would wait for
it, and Slack does not wait long.
"""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

logger = logging.getLogger("icpbot.companion")

PATIENCE = 20.0
"""Seconds to end in order; longer than a worker gives what it is at."""
LONGEST_PAUSE = 30.0
"""Seconds between two starts of a worker that does not stay."""
STDIN = 0
NO_SERVICE = 4
"""The exit status of a worker that ended in order before it was ready."""


class EndedEarlyError(Exception):
    """The worker ended before it was ready, and has said why itself."""

    def __init__(self, exit_code: int) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code


class Companion:
    """Implements `Jobs` by a worker that lives as long as this process: told by a line what to queue, started
    again when it dies, and ended by the closing of its standard input even when nobody is left to say so.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._stopping = threading.Event()
        self._child: subprocess.Popen[str] | None = None

    @cached_property
    def _folder(self) -> "TemporaryDirectory[str]":
        return TemporaryDirectory(prefix="icpbot-")

    @property
    def counted(self) -> Path:
        """The folder where the worker leaves what it counts, until `stop`."""
        return Path(self._folder.name)

    def start(self) -> None:
        """In a session of its own: Ctrl-C is for us, and we tell it. Our port is ours, too."""
        own = {name: value for name, value in os.environ.items() if name != "PORT"}
        self._child = subprocess.Popen(  # noqa: S603 - our own command
            (sys.executable, "-m", "icpbot", "worker", "--beside", "--home", str(self._home)),
            env=own | {"PROMETHEUS_MULTIPROC_DIR": self._folder.name},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    def wait_until_ready(self) -> None:
        """Return once it works; raises `EndedEarlyError`."""
        if not self._is_ready():
            assert self._child is not None
            raise EndedEarlyError(self._child.wait() or NO_SERVICE)
        threading.Thread(target=self._watch, name="icpbot-companion", daemon=True).start()

    def enqueue(self, request_id: str) -> None:
        """What a dying worker does not hear the next one finds among the recorded; waits while it is busy."""
        assert self._child is not None
        assert self._child.stdin is not None
        with suppress(OSError, ValueError):  # it has just died, and its pipe with it
            self._child.stdin.write(f"{request_id}\n")
            self._child.stdin.flush()

    def works(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def stop(self) -> None:
        self._stopping.set()
        if self._child is not None and self.works():
            self._child.terminate()
            try:
                self._child.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait()
        self._folder.cleanup()

    def _watch(self) -> None:
        """Start it again whenever it ends; what it was at goes on."""
        failures = 0
        while self._child is not None:
            code = self._child.wait()
            if self._stopping.wait(min(2.0**failures, LONGEST_PAUSE) if failures else 0):
                return
            logger.warning("the worker ended (%d) and is started again", code)
            self.start()
            failures = 0 if self._is_ready() else failures + 1

    def _is_ready(self) -> bool:
        """It says so in one line; nothing comes of one that ended."""
        assert self._child is not None
        assert self._child.stdout is not None
        return bool(self._child.stdout.readline())


def hear_parent(take: Callable[[str], None]) -> None:
    """Take the requests that the process which started this one tells of, and end at once when it is gone:
    its index and its work are wanted by the next. To be called in the worker.
    """

    def listen() -> None:
        rest = b""
        while heard := os.read(STDIN, 65536):
            *told, rest = (rest + heard).split(b"\n")
            for request_id in told:
                take(request_id.decode())
        os._exit(1)

    threading.Thread(target=listen, name="icpbot-parent", daemon=True).start()
