"""Reading in a process of its own: a file that hangs, swells or crashes its parser costs a refusal.

Starting one takes half a second, so it is kept for the next file; after a refusal for time or memory,
or a crash, it is replaced. Where no process can be started, files are read in this one.
"""

import atexit
import json
import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, cast

from icpbot.adapters.readers import formats
from icpbot.adapters.readers.helper import READY, SECONDS, TOO_HEAVY, main
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import SourceText

logger = logging.getLogger(__name__)

PATIENCE = 2.0 * SECONDS
"""Seconds on the clock for one file; a busy machine gives a process half of them."""
AT_ONCE = 2
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR")
"""The rest of the environment holds keys, and a parser needs none."""
Answer = tuple[list[str], list[bytes]]


def read(name: str, data: bytes) -> SourceText:
    answer = _POOL.ask("read", name, data)
    return SourceText.model_validate_json(answer[1][0]) if answer else formats.read(name, data)


def table(name: str, data: bytes) -> tuple[list[str], list[list[str]]]:
    answer = _POOL.ask("table", name, data)
    if answer is None:
        return formats.table(name, data)
    header, rows = json.loads(answer[1][0])
    return header, rows


def unpacked(name: str, data: bytes) -> list[tuple[str, bytes]]:
    answer = _POOL.ask("unpacked", name, data)
    return list(zip(*answer, strict=True)) if answer else formats.unpacked(name, data)


class _Ended(Exception):
    """The process is gone; `by` is the signal or status it ended with."""

    def __init__(self, by: int) -> None:
        super().__init__(by)
        self.by = by


class _Helper:
    """One process and its pipes."""

    def __init__(self) -> None:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
        self.process = subprocess.Popen(  # noqa: S603 - our own module in our own interpreter
            [sys.executable, "-P", "-c", f"from {main.__module__} import main; main()"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=kept | {"PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"},
        )  # fmt: skip
        self._in = cast("IO[bytes]", self.process.stdin)
        self._out = cast("IO[bytes]", self.process.stdout)
        if self._out.readline() != READY:
            self.close()
            raise OSError(self.process.returncode)

    def ask(self, op: str, name: str, data: bytes) -> Answer:
        timer = threading.Timer(PATIENCE, self.process.kill)
        timer.start()
        try:
            return self._asked(op, name, data)
        except OSError as error:  # the pipe broke
            raise _Ended(self.process.wait()) from error
        finally:
            timer.cancel()

    def _asked(self, op: str, name: str, data: bytes) -> Answer:
        self._in.write(json.dumps({"op": op, "name": name, "size": len(data)}).encode() + b"\n")
        self._in.write(data)
        self._in.flush()
        line = self._out.readline()
        if not line.endswith(b"\n"):
            raise _Ended(self.process.wait())
        head = json.loads(line)
        if "refused" in head:
            raise Rejected(head["refused"], **head["values"])
        return head["paths"], [self._exactly(size) for size in head["sizes"]]

    def _exactly(self, size: int) -> bytes:
        part = self._out.read(size)
        if len(part) < size:
            raise _Ended(self.process.wait())
        return part

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self._in, self._out):
            try:
                pipe.close()
            except OSError:  # what was still to be written has nobody to read it
                continue


class _Pool:
    """Processes that wait for the next file; at most `AT_ONCE` work at a time."""

    def __init__(self) -> None:
        self._idle: list[_Helper] = []
        self._slots = threading.BoundedSemaphore(AT_ONCE)

    def ask(self, op: str, name: str, data: bytes) -> Answer | None:
        """The answer, or nothing where processes cannot be started; raises `Rejected`."""
        with self._slots:
            helper = self._taken()
            if helper is None:
                return None
            try:
                answer = helper.ask(op, name, data)
            except _Ended as end:
                helper.close()
                logger.warning("the reading of a file ended with status %s", end.by)
                raise Rejected(_reason(end.by), name=name) from end
            except Rejected as refused:
                self._back(helper, again=refused.key != TOO_HEAVY)
                raise
            self._back(helper, again=True)
            return answer

    def _taken(self) -> _Helper | None:
        try:
            helper = self._idle.pop()
        except IndexError:
            helper = None
        if helper is not None and helper.process.poll() is None:
            return helper
        if helper is not None:
            helper.close()
        try:
            return _Helper()
        except OSError as error:
            logger.warning("files are read without limits of time and memory: %s", error)
            return None

    def _back(self, helper: _Helper, *, again: bool) -> None:
        if again:
            self._idle.append(helper)
        else:
            helper.close()

    def close(self) -> None:
        while self._idle:
            self._idle.pop().close()


def _reason(status: int) -> str:
    """Killed for its time or memory; anything else is a parser that the file brought down."""
    killed = [-getattr(signal, name, 0) for name in ("SIGKILL", "SIGXCPU")]
    return TOO_HEAVY if status in killed else "read-broken"


_POOL = _Pool()
atexit.register(_POOL.close)
