"""The process that parses what strangers made: it reads a job from its input, answers, and waits.

It holds no keys and opens no files. Memory and processor time of each job are limited where the
system can do so; whoever started it limits the time on the clock, and kills it.

A job is a line of JSON (`op`, `name`, `size`) and that many bytes. The answer is a line with
`refused` and `values`, or with `sizes` (and `paths`), and the bytes these sizes add up to.
"""

import json
import os
import sys
from typing import IO, Any

from icpbot.adapters.readers import formats
from icpbot.domain.errors import Rejected

READY = b"ready\n"
MEMORY = 1536 * 1024 * 1024
"""Bytes of address space. The largest files we allow need a third of it, parsers included."""
SECONDS = 30
"""Of processor time for one file; two thousand pages of PDF take about as long."""
TOO_HEAVY = "read-too-heavy"


def main() -> None:
    jobs, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a parser prints is no answer
    _limit_memory()
    answers.write(READY)
    answers.flush()
    while line := jobs.readline():
        job = json.loads(line)
        _limit_time()
        _answer(answers, *_done(job["op"], job["name"], jobs.read(job["size"])))


def _answer(answers: IO[bytes], head: dict[str, Any], parts: list[bytes]) -> None:
    answers.write(json.dumps(head).encode() + b"\n")
    for part in parts:
        answers.write(part)
    answers.flush()


def _done(op: str, name: str, data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    try:
        paths, parts = _OPERATIONS[op](name, data)
    except Rejected as error:
        return {"refused": error.key, "values": error.values}, []
    except MemoryError:
        return {"refused": TOO_HEAVY, "values": {"name": name}}, []
    return {"paths": paths, "sizes": [len(part) for part in parts]}, parts


def _read(name: str, data: bytes) -> tuple[list[str], list[bytes]]:
    return [], [formats.read(name, data).model_dump_json(exclude_defaults=True).encode()]


def _table(name: str, data: bytes) -> tuple[list[str], list[bytes]]:
    return [], [json.dumps(formats.table(name, data)).encode()]


def _unpacked(name: str, data: bytes) -> tuple[list[str], list[bytes]]:
    files = formats.unpacked(name, data)
    return [path for path, _ in files], [content for _, content in files]


_OPERATIONS = {"read": _read, "table": _table, "unpacked": _unpacked}


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_at_most(MEMORY, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time() -> None:
    """The limit counts what the process has used since it began."""
    if sys.platform == "linux":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used.ru_utime + used.ru_stime) + SECONDS + 1
        resource.setrlimit(resource.RLIMIT_CPU, (_at_most(soft, hard), hard))


def _at_most(soft: int, hard: int) -> int:
    return soft if hard < 0 else min(soft, hard)
