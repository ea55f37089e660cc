"""Tables that polars cannot read as they are, written anew row by row: UTF-8, commas, quotes in order."""

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from icpbot.domain.errors import Rejected
from icpbot.usecases.ports import FileReader

_SAMPLE = 1024 * 1024
_WORKBOOK = b"PK"
_ENCODINGS = (
    "utf-8-sig",
    "utf-16",
    "utf-32",
    "utf-16-le",
    "utf-16-be",
    "cp1250",
    "cp1251",
    "gb18030",
    "cp1252",
)
_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n")
_CONTROL = dict.fromkeys(
    [*range(9), *range(14, 32), *range(127, 133), *range(134, 160), 0xFEFF, 0xFFFE, 0xFFFF]
)
_CLEAN = _CONTROL | _BREAKS


@dataclass(frozen=True)
class Files:
    """What reads files elsewhere: whole tables, the text of bytes in any encoding, and the sheets of a
    workbook row by row. All raise `Rejected`.
    """

    reader: FileReader
    decode: Callable[[str, bytes], str]
    sheets: Callable[[Path], Iterator[Iterator[list[str]]]]


def rewritten(path: Path, folder: Path, files: Files, *, delimiter: Callable[[str], str]) -> tuple[Path, int]:
    """The table as plain CSV in the folder, and how many cells its widest row has; of a workbook the
    fullest sheet. One row at a time is in memory.
    """
    with path.open("rb") as file:
        workbook = file.read(2) == _WORKBOOK
    tables = files.sheets(path) if workbook else iter([_rows(path, files, delimiter)])
    written = [_written(rows, folder / f"{n}.csv") for n, rows in enumerate(tables)]
    if not written:
        raise Rejected("read-no-rows", name=path.name)
    _, plain, width = max(written)
    return plain, width


def _written(rows: Iterable[list[str]], plain: Path) -> tuple[int, Path, int]:
    cells = width = 0
    with plain.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        for row in rows:
            last = next((n for n in range(len(row), 0, -1) if row[n - 1].strip()), 0)
            writer.writerow(row[:last])
            cells += last
            width = max(width, last)
    return cells, plain, width


def _rows(path: Path, files: Files, delimiter: Callable[[str], str]) -> Iterator[list[str]]:
    encoding = _encoding(path, files)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        beginning = file.read(_SAMPLE)
        file.seek(0)
        lines = (line.translate(_CLEAN) for line in file)
        if beginning.partition("\n")[0].strip().casefold().startswith("sep="):
            next(lines)
            beginning = beginning.partition("\n")[2]
        try:
            yield from csv.reader(lines, delimiter=delimiter(beginning))
        except csv.Error as error:
            raise Rejected("read-broken", name=path.name) from error


def _encoding(path: Path, files: Files) -> str:
    """The encoding in which a sample reads as the decoder says; raises `Rejected`."""
    sample = _sample(path)
    told = _printed(files.decode(path.name, sample))
    for encoding in _ENCODINGS:
        with suppress(UnicodeDecodeError):
            if _printed(sample.decode(encoding)) == told:
                return encoding
    return "utf-8-sig"  # with a bad byte here and there


def _printed(text: str) -> str:
    return "".join(filter(str.isprintable, text))


def _sample(path: Path) -> bytes:
    """The beginning in whole characters, and lines from further on that are not plain English."""
    with path.open("rb") as file:
        beginning = file.read(_SAMPLE)
        if b"\0" in beginning[:1024] or len(beginning) < _SAMPLE:
            return beginning[: len(beginning) // 4 * 4] if b"\0" in beginning[:1024] else beginning
        beginning = beginning[: beginning.rfind(b"\n") + 1]
        file.seek(len(beginning))
        size = len(beginning)
        for line in file:
            if not line.isascii():
                beginning += line
            if len(beginning) > 2 * size:
                break
    return beginning
