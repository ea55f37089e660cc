"""`PolarsLists`: fit for tables of any length."""

import csv
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

import numpy as np
import polars as pl
from numpy.typing import NDArray

from icpbot.adapters.tables.ahead import ahead
from icpbot.adapters.tables.cells import NOTHING, Cells
from icpbot.adapters.tables.names import keys
from icpbot.adapters.tables.pieces import Piece, pieces
from icpbot.adapters.tables.rewriting import Files
from icpbot.adapters.tables.scoring import UNKNOWN, VERDICTS, Codes, Scorer
from icpbot.adapters.tables.source import SMALL, either_way, laid_out
from icpbot.adapters.tables.spill import Keys, Spill
from icpbot.adapters.tables.stored import Stored
from icpbot.adapters.tables.wording import ADDED, Wording, safe
from icpbot.domain.errors import Rejected, UsageError
from icpbot.domain.text import fold
from icpbot.usecases.ports import Listed, ListPlan

_SHOWN = 20
"""Names that a summary shows of each kind."""


class PolarsLists:
    """Implements `Lists`. Rows pass once, in pieces, and are put in order at the end."""

    def __init__(self, files: Files, small: int = SMALL) -> None:
        self._files = files
        self._small = small

    def check(self, table: Path, out: Path, plan: ListPlan) -> Listed:
        return either_way(lambda anew: self._checked(table, out, plan, anew=anew), plan.title)

    def _checked(self, table: Path, out: Path, plan: ListPlan, *, anew: bool) -> Listed:
        with (
            laid_out(table, self._files, self._small, anew=anew) as rows,
            _written(out) as result,
            TemporaryFile(dir=out.parent) as file,
        ):
            return _Run(rows.header, plan).through(pieces(rows), Spill(file), result)


@dataclass(frozen=True)
class _Judged:
    """The rows of a piece as CSV in the order of the result, and what the list needs to know of them; `rows`:
    which row of the piece each record is.
    """

    records: pl.Series
    places: Keys
    rows: NDArray[np.intp]
    who: pl.Series
    mix: NDArray[np.int64]
    unknown: Sequence[str]
    unknown_rows: int


class _Run:
    """One list against one profile."""

    def __init__(self, header: Sequence[str], plan: ListPlan) -> None:
        self._header = header
        self._plan = plan
        self._criteria = [c for c in plan.profile.criteria if not c.ignored]
        self._name = _name_column(header, plan.names)
        self._cells = [list(self._columns(n)) for n in range(len(self._criteria))]
        self._scorer = Scorer(self._criteria, plan.profile.thresholds)
        self._wording = Wording(self._criteria, plan.words)
        self._stored = Stored(self._criteria, plan)

    def _columns(self, criterion: int) -> Iterator[tuple[int, Cells]]:
        """Columns that state what a criterion is about; the last that says something counts."""
        plan, wanted = self._plan, self._criteria[criterion]
        for place, title in enumerate(self._header):
            if place != self._name and plan.key(title) == plan.key(wanted.attribute):
                attribute = plan.catalogue.attribute(plan.key(title))
                yield place, Cells(wanted, attribute, plan.catalogue)

    def through(self, rows: Iterator[Piece], spill: Spill, result: BinaryIO) -> Listed:
        """Pieces are judged two at a time while the next is read."""
        mix, hashes, unknown, unknown_rows = np.zeros(len(VERDICTS), np.int64), [], list[str](), 0
        for judged in ahead(self._judged, rows):
            spill.add(judged.records, judged.places, judged.rows)
            hashes.append(judged.who)
            mix += judged.mix
            unknown_rows += judged.unknown_rows
            unknown += judged.unknown[: _SHOWN - len(unknown)]
        if not mix.sum():
            raise Rejected("read-no-rows", name=self._plan.title)
        header = pl.DataFrame({str(n): [safe(t)] for n, t in enumerate((*self._header, *ADDED))})
        result.write(header.write_csv(include_header=False).encode())
        spill.write_to(result)
        duplicates, duplicate_rows = self._duplicates(pl.concat(hashes), spill)
        return Listed(
            rows=int(mix.sum()),
            mix={verdict.value: int(n) for verdict, n in zip(VERDICTS, mix, strict=True)},
            duplicates=duplicates, duplicate_rows=duplicate_rows,
            unknown=tuple(unknown), unknown_rows=unknown_rows,
        )  # fmt: skip

    def _judged(self, piece: Piece) -> _Judged:
        rows = piece()
        names = rows.cells[str(self._name)].fill_null("")
        identities = keys(names)
        codes = self._banded(rows.cells)
        known = self._stored.complete(codes, names, identities["key"])
        unknown = names.filter(~known & (names != ""))
        codes[codes == NOTHING] = UNKNOWN
        scores = self._scorer.score(codes)
        places = scores.places()
        order = np.argsort(places, kind="stable")
        placed = places[order]
        return _Judged(
            records=self._wording.records(
                rows.lines.gather(order), names.gather(order), codes[:, order], scores.of(order), placed
            ),
            places=placed, rows=order,
            who=pl.select(pl.when(names != "").then(identities.hash_rows())).to_series(),
            mix=np.bincount(scores.verdict, minlength=len(VERDICTS)),
            unknown=unknown.head(_SHOWN).to_list(), unknown_rows=len(unknown),
        )  # fmt: skip

    def _banded(self, batch: pl.DataFrame) -> Codes:
        codes = np.full((len(self._criteria), batch.height), NOTHING, np.uint8)
        for row, columns in zip(codes, self._cells, strict=True):
            for place, cells in columns:
                found = cells.bands(batch[str(place)].fill_null(""))
                np.copyto(row, found, where=found != NOTHING)
        return codes

    def _duplicates(self, hashes: pl.Series, spill: Spill) -> tuple[tuple[str, ...], int]:
        """Names of rows that mean a company of an earlier row, and how many such rows there are."""
        again = ~hashes.is_first_distinct() & hashes.is_not_null()
        shown = [
            next(csv.reader([spill.record(row)]))[self._name]
            for row in again.arg_true().head(_SHOWN).to_list()
        ]
        return tuple(dict.fromkeys(shown)), int(again.sum())


def _name_column(header: Sequence[str], names: Sequence[str]) -> int:
    for wanted in names:
        for place, title in enumerate(header):
            if fold(title).strip() == fold(wanted):
                return place
    raise Rejected("table-no-name", columns=", ".join(header))


@contextmanager
def _written(out: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `out` when it is complete, and leaves it alone when it fails."""
    part = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        file = part.open("wb")
    except OSError as error:
        raise UsageError("out-not-writable", name=str(out)) from error
    try:
        with file:
            yield file
        try:
            part.replace(out)
        except OSError as error:
            raise UsageError("out-not-writable", name=str(out)) from error
    finally:
        part.unlink(missing_ok=True)
