"""A judged table as the file that goes with a reply, of a bounded size: replies wait in the store."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from icpbot.domain.reply import Attachment

PLAIN = 4_000_000
"""Bytes up to which the table goes as it is; a longer one goes as a ZIP."""
MOST = 16_000_000
"""Bytes of a ZIP; rows beyond it are left out."""
_TOGETHER = 1 << 18


def packed(out: Path, name: str) -> tuple[Attachment, int]:
    """The table under a name like the one that was given, and how many rows found no room in it."""
    title = f"{Path(name).stem}-icp"
    if out.stat().st_size <= PLAIN:
        return Attachment(name=f"{title}.csv", content=out.read_bytes()), 0
    content, left = _zipped(out, f"{title}.csv")
    return Attachment(name=f"{title}.zip", content=content), left


def _zipped(out: Path, name: str) -> tuple[bytes, int]:
    held = BytesIO()
    with out.open("rb") as file, ZipFile(held, "w", ZIP_DEFLATED) as archive:
        stretches = _stretches(file)
        with archive.open(name, "w") as entry:
            for rows in stretches:
                entry.write(b"".join(rows))
                if held.tell() > MOST - _TOGETHER:
                    break
        left = sum(1 for _ in chain.from_iterable(stretches))
    return held.getvalue(), left


def _stretches(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    """CSV records, some together: they end at newlines with an even number of quotation marks before them."""
    rows: list[bytes] = []
    row, size = b"", 0
    for line in lines:
        row += line
        if row.count(b'"') % 2 == 0:
            rows.append(row)
            size += len(row)
            row = b""
        if size >= _TOGETHER:
            yield rows
            rows, size = [], 0
    if rows or row:
        yield [*rows, row] if row else rows
