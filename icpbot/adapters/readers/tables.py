"""Tables: CSV in any delimiter and encoding, TSV and XLSX, as a header and rows of strings."""

import csv
import io
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from icpbot.adapters.readers.encoding import clean, decode
from icpbot.adapters.readers.guards import BROKEN, MAX_TURNS
from icpbot.domain.errors import Rejected
from icpbot.domain.headings import headed
from icpbot.domain.sources import MAX_FILE_MB

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

Table = tuple[list[str], list[list[str]]]

OTHER_SHEETS = "read-other-sheets"
"""A warning: the workbook has more sheets with cells than the one that was read."""

_DELIMITERS = ",;\t|"
_SAMPLE = 60
_MAX_COLUMNS = 2_000
_MAX_CELLS = 20_000_000
_MAX_GAP = 1_000
_SHEET_ROWS = 1_048_576
"""Rows that a sheet can have."""


def read_csv(name: str, data: bytes) -> Table:
    text = decode(name, data)
    hint = text.partition("\n")
    if hint[0].strip().casefold().startswith("sep=") and hint[2]:  # what Excel writes for itself
        text = hint[2]
    try:
        return _table(name, _parsed(text, _delimiter(text)))
    except csv.Error as exc:
        raise Rejected("read-broken", name=name) from exc


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str:
    """The one that gives most rows the width of the first, and the widest of those."""
    return max(_DELIMITERS, key=lambda delimiter: _fit(text, delimiter))


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    rows = [row for row in islice(_parsed(text, delimiter), _SAMPLE) if any(row)]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return round(count / len(rows), 1), width


def read_xlsx(name: str, data: bytes) -> tuple[Table, tuple[str, ...]]:
    """The fullest sheet of a workbook, and a warning when there are others with cells."""
    import openpyxl

    try:
        # openpyxl warns of styles and filters it cannot keep; we only read values.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [rows for rows in map(list, _sheets(name, book)) if rows]
            book.close()
    except BROKEN as exc:
        raise Rejected("read-broken", name=name) from exc
    if not sheets:
        raise Rejected("read-no-rows", name=name)
    fullest = max(sheets, key=lambda rows: sum(map(len, rows)))
    return _table(name, fullest), (OTHER_SHEETS,) if len(sheets) > 1 else ()


def sheets(path: Path) -> Iterator[Iterator[list[str]]]:
    """The rows of each sheet of a workbook of any length, one at a time; raises `Rejected`."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            yield from _sheets(path.name, book, limit=_SHEET_ROWS)
            book.close()
    except BROKEN as exc:
        raise Rejected("read-broken", name=path.name) from exc


def _sheets(name: str, book: "Workbook", limit: int = MAX_TURNS) -> Iterator[Iterator[list[str]]]:
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # stated ones are often wrong, and rows would be padded to them
        yield _cells(name, sheet.iter_rows(values_only=True), limit)


def _cells(name: str, rows: Iterable[Sequence[object]], limit: int) -> Iterator[list[str]]:
    """Rows with something in them; formatting alone can make a sheet a million rows long."""
    gap = 0
    for number, row in enumerate(rows):
        cells = [_cell(value) for value in row]
        gap = 0 if any(cells) else gap + 1
        if gap > _MAX_GAP:
            return
        if number > limit:
            raise Rejected("read-too-many-rows", name=name, limit=limit)
        if any(cells):
            yield cells


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else clean(str(value)).strip()


def _table(name: str, raw: Iterable[Sequence[str]]) -> Table:
    rows = [cells for row in islice(raw, MAX_TURNS + 1) if any(cells := [cell.strip() for cell in row])]
    if len(rows) > MAX_TURNS:
        raise Rejected("read-too-many-rows", name=name, limit=MAX_TURNS)
    titles, used = headed(rows[:_SAMPLE])
    if len(rows) <= used:
        raise Rejected("read-no-rows", name=name)
    rows = [titles, *rows[used:]]
    width = max(map(len, rows))
    if width > _MAX_COLUMNS:
        raise Rejected("read-too-many-columns", name=name, limit=_MAX_COLUMNS)
    if width * len(rows) > _MAX_CELLS:
        raise Rejected("read-too-large", name=name, limit=MAX_FILE_MB)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    told = [column for column in range(width) if any(row[column] for row in full)]
    header, *body = ([row[column] for column in told] for row in full)
    return _distinct(header), body


def _distinct(header: Sequence[str]) -> list[str]:
    """Every column gets its own name; columns are found by it later."""
    names: list[str] = []
    taken = set(filter(None, header))
    for number, name in enumerate(header, 1):
        plain = " ".join(name.split()) or f"unnamed {number}"
        unique, copy = plain, 2
        while unique in names or (unique != name and unique in taken):
            unique, copy = f"{plain} ({copy})", copy + 1
        names.append(unique)
    return names
