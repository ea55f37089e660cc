"""What every measurement shares: its data, a library of its own, and RESULTS.md, dated and with the commit."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from icpbot.bootstrap import Parts  # sets numpy to one thread; adapters are imported after it
from icpbot.settings import Settings

HERE = Path(__file__).parent
DATA = Path(os.environ.get("ICPBOT_BENCH_DATA") or HERE.parents[1] / "shared" / "data")


def arguments(purpose: str | None, *needed: str) -> argparse.ArgumentParser:
    """A parser with `--write`; ends the process in one sentence when a `needed` folder of the data lacks."""
    missing = [name for name in needed if not (DATA / name).is_dir()]
    if missing:
        sys.exit(f"Set ICPBOT_BENCH_DATA to the folder that holds {', '.join(missing)}.")
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("--write", action="store_true", help="append the figures to RESULTS.md")
    return parser


@contextmanager
def empty_library() -> Iterator[Parts]:
    """The real parts without a model over an empty home, whatever store the environment names."""
    with tempfile.TemporaryDirectory() as home:
        parts = Parts(Settings.model_construct(home=Path(home)))
        try:
            yield parts
        finally:
            parts.close()


def shown(lines: Iterable[str]) -> list[str]:
    """The lines, each printed as soon as it is measured."""
    seen: list[str] = []
    for line in lines:
        print(line, flush=True)
        seen.append(line)
    return seen


def write(lines: Sequence[str], title: str = "", introduction: str = "") -> None:
    """Append a section to the results; nothing of earlier ones is changed."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.check_output(command, cwd=HERE, text=True).strip()  # noqa: S603 - fixed command
    with (HERE / "RESULTS.md").open("a", encoding="utf-8") as results:
        results.write("" if results.tell() else introduction)
        results.write("\n".join([f"\n## {datetime.now(UTC):%Y-%m-%d}, {commit}{title}\n", *lines, ""]))
