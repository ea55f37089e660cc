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
_NEWLINE, _SPACE, _COMMA = b"\n ,"
_EDGES = np.isin(np.arange(256), (_NEWLINE, _COMMA))


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
    """The piece with commas and newlines alone, and no space beside them; nothing where a line may be no row
    of as many cells as the header has.
    """
    own = form.delimiter.encode()
    if own != b",":
        piece = piece if b"," in piece else piece.replace(own, b",")
    text = piece.replace(b"\r\n", b"\n") if b"\r" in piece else piece
    if any(mark in text for mark in (b'"', b"\r", b"\x01")):
        return None
    data = np.frombuffer(text, np.uint8)
    lines = int(np.count_nonzero(data == _NEWLINE)) + (data[-1] != _NEWLINE)
    cells = len(form.titles)
    even = cells > 1 and np.count_nonzero(data == _COMMA) == lines * (cells - 1)
    return _unspaced(data) if even else None


def _unspaced(data: NDArray[np.uint8]) -> bytes:
    """Without the spaces at the beginning and the end of cells."""
    while True:
        spaces = np.flatnonzero(data == _SPACE)
        before, after = data.take(spaces - 1, mode="wrap"), data.take(spaces + 1, mode="wrap")
        edges = _EDGES[before] | _EDGES[after] | (spaces == 0) | (spaces == len(data) - 1)
        if not edges.any():
            return data.tobytes()
        kept = np.ones(len(data), bool)
        kept[spaces[edges]] = False
        data = data[kept]


def _verbatim(text: bytes, form: Form) -> Rows:
    """No row has more cells than the header, and in all there are as many as rows and titles make."""
    cells = scanned(text, form.with_commas(), 0).collect()
    lines = pl.read_csv(text, has_header=False, separator=_NEVER, quote_char=None, schema={"0": pl.String})[
        "0"
    ]
    odd = lines.str.contains(_ODD)
    if odd.any():
        cells = _stripped(cells)
        lines = lines.scatter(odd.arg_true(), rendered(cells.filter(odd)))
    said = says(cells)
    return Rows(cells, lines) if said.all() else Rows(cells.filter(said), lines.filter(said))


def _stripped(cells: pl.DataFrame) -> pl.DataFrame:
    return cells.select(pl.all().str.strip_chars())
