"""Rows of a table with their text as it will be written: of a plain row the text that was read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import polars as pl
from numpy.typing import NDArray

from icpbot.adapters.tables.source import Form, Table, Untidy, says, scanned
from icpbot.adapters.tables.wording import rendered

PIECE = 1 << 23
_ODD = r"(?:^|,)(?:[=+@\s]|-(?:[^\d]|\d+[^\d,%]|\d+%[^,]|$))|\s(?:,|$)"
"""Rows with a cell that has spaces around it, or that a spreadsheet might run."""
_NEVER = "\x01"
_NEWLINE, _RETURN, _SPACE, _COMMA = b"\n\r ,"
_EQUALS, _PLUS, _AT, _MINUS, _PER_CENT = b"=+@-%"
_DIGITS = np.isin(np.arange(256), tuple(b"0123456789"))
_LONGEST = 20
"""Digits of a number that is looked at."""
_EDGES = np.isin(np.arange(256), (_NEWLINE, _RETURN, _COMMA))
_OTHER_SPACES = tuple(bytes([byte]) for byte in b"\t\x0b\x0c\xc2\xe1\xe2\xe3")
"""White space beside the space, or the first byte of it in UTF-8."""


@dataclass(frozen=True)
class Rows:
    """Cells as stripped text or null, and each row as a line of CSV that a spreadsheet does not run."""

    cells: pl.DataFrame
    lines: pl.Series


Piece = Callable[[], Rows]
"""Rows that are read when they are asked for; raises `Untidy`."""


def pieces(table: Table) -> Iterator[Piece]:
    """The rows in their order, without empty ones."""
    if table.form is None:
        for batch in table.batches():
            yield partial(_written, batch)
        return
    with table.path.open("rb") as file:
        for _ in range(table.form.skipped):
            file.readline()
        while piece := file.read(PIECE):
            piece += file.readline()
            while piece.count(b'"') % 2 and (more := file.readline()):
                piece += more
            yield partial(_read, piece, table.form)


def _written(cells: pl.DataFrame) -> Rows:
    return Rows(cells, rendered(cells))


def _read(piece: bytes, form: Form) -> Rows:
    try:
        text = _plain(piece, form)
        if text is not None:
            return _verbatim(text, form)
        cells = _stripped(scanned(piece, form, 0).collect())
        return _written(cells.filter(says(cells)))
    except pl.exceptions.PolarsError as error:
        raise Untidy from error


def _plain(piece: bytes, form: Form) -> bytes | None:
    """The piece with commas between its cells, and no space beside them; nothing where a line may be no row
    of as many cells as the header has.
    """
    own = form.delimiter.encode()
    if own != b",":
        piece = piece if b"," in piece else piece.replace(own, b",")
    if b'"' in piece or _NEVER.encode() in piece:
        return None
    data = np.frombuffer(piece, np.uint8)
    lines = int(np.count_nonzero(data == _NEWLINE)) + (data[-1] != _NEWLINE)
    cells = len(form.titles)
    even = cells > 1 and np.count_nonzero(data == _COMMA) == lines * (cells - 1)
    return _unspaced(data) if even and _ends_lines(data) else None


def _ends_lines(data: NDArray[np.uint8]) -> bool:
    """Whether every carriage return stands before a newline."""
    returns = np.flatnonzero(data == _RETURN)
    return bool((data.take(returns + 1, mode="wrap") == _NEWLINE).all())


def _unspaced(data: NDArray[np.uint8]) -> bytes:
    """Without the spaces at the beginning and the end of cells."""
    spaces = np.flatnonzero(data == _SPACE)
    before, after = data.take(spaces - 1, mode="wrap"), data.take(spaces + 1, mode="wrap")
    edges = _EDGES[before] | _EDGES[after] | (spaces == 0) | (spaces == len(data) - 1)
    if not edges.any():
        return data.tobytes()
    kept = np.ones(len(data), bool)
    kept[spaces[_with_neighbours(spaces, edges)]] = False
    return data[kept].tobytes()


def _with_neighbours(spaces: NDArray[np.intp], edges: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The spaces at edges, and those in a row with them."""
    beside = np.diff(spaces) == 1
    while True:
        wider = edges.copy()
        wider[1:] |= edges[:-1] & beside
        wider[:-1] |= edges[1:] & beside
        if np.array_equal(wider, edges):
            return edges
        edges = wider


def _verbatim(text: bytes, form: Form) -> Rows:
    """No row has more cells than the header, and in all there are as many as rows and titles make."""
    cells = scanned(text, form.with_commas(), 0, quoted=False).collect()
    lines = pl.read_csv(text, has_header=False, separator=_NEVER, quote_char=None, schema={"0": pl.String})[
        "0"
    ]
    odd = _odd(lines, text)
    if len(odd):
        cells = _stripped(cells)
        lines = lines.scatter(odd, rendered(cells[odd]))
    said = says(cells)
    return Rows(cells, lines) if said.all() else Rows(cells.filter(said), lines.filter(said))


def _odd(lines: pl.Series, text: bytes) -> pl.Series:
    """The numbers of the lines that are not written as they were read."""
    if any(space in text for space in _OTHER_SPACES):
        return lines.str.contains(_ODD).arg_true()
    data = np.frombuffer(text, np.uint8)
    marks = np.flatnonzero((data == _EQUALS) | (data == _PLUS) | (data == _AT) | (data == _MINUS))
    marks = marks[_EDGES[data.take(marks - 1, mode="wrap")] | (marks == 0)]
    if (data[marks] == _MINUS).all() and _numbers(data, marks):
        return pl.Series(dtype=pl.UInt32)
    ends = np.flatnonzero(data == _NEWLINE)
    suspects = pl.Series(np.unique(np.searchsorted(ends, marks)), dtype=pl.UInt32)
    return suspects.filter(lines.gather(suspects).str.contains(_ODD))


def _numbers(data: NDArray[np.uint8], marks: NDArray[np.intp]) -> bool:
    """Whether a whole number, with or without a per cent sign, follows on every mark and ends its cell."""
    at = marks + 1
    if not _DIGITS[data.take(at, mode="wrap")].all():
        return False
    for _ in range(_LONGEST):
        digit = _DIGITS[data.take(at, mode="wrap")]
        if not digit.any():
            break
        at = at + digit
    at = at + (data.take(at, mode="wrap") == _PER_CENT)
    return bool(_EDGES[data.take(at, mode="wrap")].all())


def _stripped(cells: pl.DataFrame) -> pl.DataFrame:
    return cells.select(pl.all().str.strip_chars())
