"""A table file as batches of text columns, read the way the file reader reads small ones."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import polars as pl

from icpbot.adapters.tables.rewriting import Files, rewritten
from icpbot.adapters.tables.tidy import is_tidy
from icpbot.domain.errors import Rejected, UsageError
from icpbot.domain.headings import headed
from icpbot.usecases.ports import FileReader

Batches = Iterator[pl.DataFrame]
T = TypeVar("T")

SMALL = 4 * 1024 * 1024
"""Bytes up to which a file is read whole, by the file reader itself."""
BATCH = 65_536
_SAMPLE = 1024 * 1024
_LOOKED_AT = 60
_DELIMITERS = ",;\t|"
_WORKBOOKS = {".xlsx", ".xlsm"}


class Untidy(Exception):
    """Polars gave up in the middle of a file: a row is wider than the header, or quotes are astray."""


def either_way(work: Callable[[bool], T], name: str) -> T:
    """The table as it is, and where polars gives up on it, written anew; raises `Rejected`."""
    try:
        return work(False)
    except Untidy:
        pass
    try:
        return work(True)
    except Untidy as error:
        raise Rejected("read-broken", name=name) from error


@dataclass(frozen=True)
class Table:
    """A table that was opened: its header, and its rows either in memory or in a file of that form."""

    header: list[str]
    path: Path
    form: "Form | None"
    whole: Batches

    def batches(self) -> Batches:
        """The rows without empty ones; cells are stripped text or null. Raises `Untidy` for what has to be
        read anew.
        """
        return _batches(self.path, self.form) if self.form else self.whole


@contextmanager
def opened(
    path: Path, files: Files, small: int = SMALL, *, anew: bool = False
) -> Iterator[tuple[list[str], Batches]]:
    """The header and the rows of `laid_out`."""
    with laid_out(path, files, small, anew=anew) as table:
        yield table.header, table.batches()


@contextmanager
def laid_out(path: Path, files: Files, small: int = SMALL, *, anew: bool = False) -> Iterator[Table]:
    """A table whose rows can be read in batches. `anew`: polars could not read the file as it is. Raises
    `Rejected` for what is no table and `UsageError` for what cannot be opened.
    """
    sample = _sample(path)
    workbook = path.suffix.casefold() in _WORKBOOKS
    whole = _whole(path, files.reader, long=workbook) if path.stat().st_size <= small else None
    if whole:
        yield Table(whole[0], path, None, whole[1])
        return
    with TemporaryDirectory() as folder:
        form = Form(sample.decode("utf-8-sig", errors="ignore"))
        if anew or workbook or not is_tidy(path, form.delimiter):
            path, width = rewritten(path, Path(folder), files, delimiter=_delimiter)
            with path.open(encoding="utf-8", newline="") as file:
                form = Form(file.read(_SAMPLE), ",", width)
        yield Table(_distinct(form.titles, files.reader), path, form, iter(()))


def _sample(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_SAMPLE)
    except FileNotFoundError as error:
        raise UsageError("read-not-found", name=str(path)) from error
    except OSError as error:
        raise UsageError("read-not-allowed", name=str(path)) from error


class Form:
    """How a table is laid out, told from its beginning."""

    def __init__(self, text: str, delimiter: str | None = None, width: int = 0) -> None:
        stated = text.partition("\n")[0].strip().casefold().startswith("sep=")  # what Excel writes for itself
        text = text.partition("\n")[2] if stated else text
        self.delimiter = delimiter or _delimiter(text)
        titles, line = _header(text, self.delimiter)
        self.titles = [*titles, *[""] * (width - len(titles))]
        self.skipped = line + stated

    def with_commas(self) -> "Form":
        """The same table between commas."""
        form = copy(self)
        form.delimiter = ","
        return form


def _delimiter(text: str) -> str:
    return max(_DELIMITERS, key=lambda each: _fit(text, each))


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    """How many rows share the commonest width, and that width."""
    rows = [row for row, _ in _first_rows(text, delimiter) if any(row)]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return round(count / len(rows), 1), width


def _header(text: str, delimiter: str) -> tuple[list[str], int]:
    """The titles, and how many lines there are up to their end."""
    rows = _first_rows(text, delimiter)
    titles, used = headed([row for row, _ in rows])
    return titles, rows[used - 1][1]


def _first_rows(text: str, delimiter: str) -> list[tuple[list[str], int]]:
    parsed = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [([cell.strip() for cell in row], parsed.line_num) for row in islice(parsed, _LOOKED_AT)]


def _distinct(titles: Sequence[str], reader: FileReader) -> list[str]:
    """Titles as the file reader makes them unique, over a row in which no cell is empty."""
    table = io.StringIO()
    csv.writer(table).writerows([titles, ["x"] * len(titles)])
    return reader.table("header.csv", table.getvalue().encode())[0]


def _whole(path: Path, reader: FileReader, *, long: bool) -> tuple[list[str], Batches] | None:
    """A small file at once; nothing for a `long` one that has more rows than its size tells."""
    try:
        header, rows = reader.table(path.name, path.read_bytes())
    except Rejected as error:
        if long and error.key == "read-too-many-rows":
            return None
        raise
    names = _names(len(header))
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    frame = pl.DataFrame(columns, schema=dict.fromkeys(names, pl.String))
    return header, iter(frame.with_columns(pl.all().replace("", None)).iter_slices(BATCH))


def _batches(path: Path, form: Form) -> Batches:
    cells = scanned(path, form).select(pl.all().str.strip_chars())
    try:
        for batch in _gathered(cells.collect_batches(chunk_size=BATCH, maintain_order=True)):
            filled = batch.filter(says(batch))
            if filled.height:
                yield filled
    except pl.exceptions.PolarsError as error:
        raise Untidy(path.name) from error


def scanned(
    source: Path | bytes, form: Form, skipped: int | None = None, *, quoted: bool = True
) -> pl.LazyFrame:
    """The cells of a file, or of a piece of one, as text; columns are named by their places."""
    return pl.scan_csv(
        source, has_header=False, separator=form.delimiter, infer_schema=False,
        quote_char='"' if quoted else None,
        skip_lines=form.skipped if skipped is None else skipped,
        schema=dict.fromkeys(_names(len(form.titles)), pl.String),
        extra_columns="raise", missing_columns="insert",
    )  # fmt: skip


def says(batch: pl.DataFrame) -> pl.Series:
    """Which rows say something; where the first cell always does, no other is looked at."""
    first = (batch["0"] > "").fill_null(value=False)
    if first.all():
        return first
    return batch.select(pl.any_horizontal(pl.all() != "").fill_null(value=False)).to_series()


def _gathered(batches: Iterator[pl.DataFrame]) -> Batches:
    """Small batches together, as each costs a little whatever its size, and in one piece: rows are picked
    out of scattered text eight times slower.
    """
    waiting: list[pl.DataFrame] = []
    for batch in batches:
        waiting.append(batch)
        if sum(one.height for one in waiting) >= BATCH:
            yield pl.concat(waiting).rechunk()
            waiting = []
    if waiting:
        yield pl.concat(waiting).rechunk()


def _names(width: int) -> list[str]:
    return [str(column) for column in range(width)]
