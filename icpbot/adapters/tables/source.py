"""A table file as batches of text columns, read the way the file reader reads small ones."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from icpbot.adapters.tables.tidy import is_tidy
from icpbot.domain.errors import Rejected, UsageError
from icpbot.usecases.ports import FileReader

Decode = Callable[[str, bytes], str]
"""The text of a file in any encoding; raises `Rejected`."""
Batches = Iterator[pl.DataFrame]

SMALL = 4 * 1024 * 1024
"""Bytes up to which a file is read whole, by the file reader itself."""
BATCH = 65_536
_SAMPLE = 1024 * 1024
_LOOKED_AT = 60
_DELIMITERS = ",;\t|"
_WORKBOOKS = {".xlsx", ".xlsm"}


@contextmanager
def opened(
    path: Path, reader: FileReader, decode: Decode, small: int = SMALL
) -> Iterator[tuple[list[str], Batches]]:
    """The header, and the rows in batches without empty ones; cells are stripped text or null. Raises
    `Rejected` for what is no table and `UsageError` for what cannot be opened.
    """
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
    except FileNotFoundError as error:
        raise UsageError("read-not-found", name=str(path)) from error
    except OSError as error:
        raise UsageError("read-not-allowed", name=str(path)) from error
    if path.stat().st_size <= small or path.suffix.casefold() in _WORKBOOKS:
        yield _whole(path, reader)
        return
    with TemporaryDirectory() as folder:
        form = _Form(sample.decode("utf-8-sig", errors="ignore"))
        if not is_tidy(path, form.delimiter):
            path = _rewritten(path, Path(folder), decode)
            with path.open(encoding="utf-8", newline="") as file:
                form = _Form(file.read(_SAMPLE))
        yield _distinct(form.titles, reader), _batches(path, form)


class _Form:
    """How a table is laid out, told from its beginning."""

    def __init__(self, text: str) -> None:
        stated = text.partition("\n")[0].strip().casefold().startswith("sep=")  # what Excel writes for itself
        text = text.partition("\n")[2] if stated else text
        self.delimiter = max(_DELIMITERS, key=lambda each: _fit(text, each))
        self.titles, line = _header(text, self.delimiter)
        self.skipped = line + stated


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    """How many rows share the commonest width, and that width."""
    rows = [row for row, _ in _first_rows(text, delimiter) if any(row)]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return round(count / len(rows), 1), width


def _header(text: str, delimiter: str) -> tuple[list[str], int]:
    """The first row at least half as full as the fullest, and how many lines there are up to its end."""
    rows = _first_rows(text, delimiter)
    most = max(sum(map(bool, row)) for row, _ in rows)
    return next((row, line) for row, line in rows if sum(map(bool, row)) * 2 > most)


def _first_rows(text: str, delimiter: str) -> list[tuple[list[str], int]]:
    parsed = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [([cell.strip() for cell in row], parsed.line_num) for row in islice(parsed, _LOOKED_AT)]


def _distinct(titles: Sequence[str], reader: FileReader) -> list[str]:
    """Titles as the file reader makes them unique, over a row in which no cell is empty."""
    table = io.StringIO()
    csv.writer(table).writerows([titles, ["x"] * len(titles)])
    return reader.table("header.csv", table.getvalue().encode())[0]


def _whole(path: Path, reader: FileReader) -> tuple[list[str], Batches]:
    header, rows = reader.table(path.name, path.read_bytes())
    names = _names(len(header))
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    frame = pl.DataFrame(columns, schema=dict.fromkeys(names, pl.String))
    return header, iter(frame.with_columns(pl.all().replace("", None)).iter_slices(BATCH))


def _rewritten(path: Path, folder: Path, decode: Decode) -> Path:
    """The table in UTF-8 with quotes where they belong; takes a few times its size in memory."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        text = decode(path.name, path.read_bytes())
    form, plain = _Form(text[:_SAMPLE]), folder / "table.csv"
    try:
        with plain.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(csv.reader(io.StringIO(text, newline=""), delimiter=form.delimiter))
    except csv.Error as error:
        raise Rejected("read-broken", name=path.name) from error
    return plain


def _batches(path: Path, form: _Form) -> Batches:
    names = _names(len(form.titles))
    lazy = pl.scan_csv(
        path, has_header=False, separator=form.delimiter, skip_lines=form.skipped, infer_schema=False,
        schema=dict.fromkeys(names, pl.String), extra_columns="ignore", missing_columns="insert",
    )  # fmt: skip
    cells = lazy.select(pl.all().str.strip_chars())
    try:
        for batch in _gathered(cells.collect_batches(chunk_size=BATCH, maintain_order=True)):
            filled = batch.filter(pl.any_horizontal(pl.all() != ""))
            if filled.height:
                yield filled
    except pl.exceptions.PolarsError as error:
        raise Rejected("read-broken", name=path.name) from error


def _gathered(batches: Iterator[pl.DataFrame]) -> Batches:
    """Small batches together, as each costs a little whatever its size."""
    waiting: list[pl.DataFrame] = []
    for batch in batches:
        waiting.append(batch)
        if sum(one.height for one in waiting) >= BATCH:
            yield pl.concat(waiting, rechunk=True)
            waiting = []
    if waiting:
        yield pl.concat(waiting, rechunk=True)


def _names(width: int) -> list[str]:
    return [str(column) for column in range(width)]
