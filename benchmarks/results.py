"""Where measurements go: a section of RESULTS.md, dated and with the commit."""

import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent


def write(lines: Sequence[str], title: str = "", introduction: str = "") -> None:
    """Append a section to the results; nothing of earlier ones is changed."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.check_output(command, cwd=HERE, text=True).strip()  # noqa: S603 - fixed command
    with (HERE / "RESULTS.md").open("a", encoding="utf-8") as results:
        results.write("" if results.tell() else introduction)
        results.write("\n".join([f"\n## {datetime.now(UTC):%Y-%m-%d}, {commit}{title}\n", *lines, ""]))
