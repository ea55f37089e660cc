"""`PolarsLists`: fit for tables of any length."""

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

import numpy as np
import polars as pl

from icpbot.adapters.tables.cells import NOTHING, Cells
from icpbot.adapters.tables.names import keys
from icpbot.adapters.tables.scoring import BANDS, UNKNOWN, VERDICTS, Codes, Scorer
from icpbot.adapters.tables.source import SMALL, Batches, Decode, opened
from icpbot.adapters.tables.spill import Spill
from icpbot.adapters.tables.wording import ADDED, Wording, escaped, safe
from icpbot.domain.accounts import Fact, FactOrigin, known
from icpbot.domain.errors import Rejected, UsageError
from icpbot.domain.fit import band_of
from icpbot.domain.text import fold
from icpbot.usecases.ports import FileReader, Listed, ListPlan

_SHOWN = 20
"""Names that a summary shows of each kind."""
_ORDER = ["verdict", "high", "low"]


class PolarsLists:
    """Implements `Lists`. Rows pass once, in batches; the result is put in order on disk."""

    def __init__(self, reader: FileReader, decode: Decode, small: int = SMALL) -> None:
        self._reader = reader
        self._decode = decode
        self._small = small

    def check(self, table: Path, out: Path, plan: ListPlan) -> Listed:
        with (
            opened(table, self._reader, self._decode, self._small) as (header, batches),
            _written(out) as result,
        ):
            run = _Run(header, plan)
            with TemporaryFile(dir=out.parent) as file:
                return run.through(batches, Spill(file), result)


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
        self._remembered: dict[str, tuple[Codes, Codes] | None] = {}
        self._unknown: list[str] = []
        self._unknown_rows = 0
        self._hashes: list[pl.Series] = []
        self._mix = np.zeros(len(VERDICTS), np.int64)

    def _columns(self, criterion: int) -> Iterator[tuple[int, Cells]]:
        """Columns that state what a criterion is about; the last that says something counts."""
        plan, wanted = self._plan, self._criteria[criterion]
        for place, title in enumerate(self._header):
            if place != self._name and plan.key(title) == plan.key(wanted.attribute):
                attribute = plan.catalogue.attribute(plan.key(title))
                yield place, Cells(wanted, attribute, plan.catalogue)

    def through(self, batches: Batches, spill: Spill, result: BinaryIO) -> Listed:
        """One thread judges a batch while another writes the one before."""
        with ThreadPoolExecutor(max_workers=1) as writer:
            writing: Future[None] | None = None
            for batch in batches:
                judged = self._take(batch)
                if writing:
                    writing.result()
                writing = writer.submit(self._spilled, judged, spill)
        if writing is None:
            raise Rejected("read-no-rows", name=self._plan.title)
        writing.result()
        header = pl.DataFrame({str(n): [safe(t)] for n, t in enumerate((*self._header, *ADDED))})
        result.write(header.write_csv(include_header=False).encode())
        spill.write_to(result)
        return self._listed(spill)

    def _listed(self, spill: Spill) -> Listed:
        duplicates, duplicate_rows = self._duplicates(spill)
        return Listed(
            rows=int(self._mix.sum()),
            mix={verdict.value: int(n) for verdict, n in zip(VERDICTS, self._mix, strict=True)},
            duplicates=duplicates, duplicate_rows=duplicate_rows,
            unknown=tuple(self._unknown), unknown_rows=self._unknown_rows,
        )  # fmt: skip

    def _take(self, batch: pl.DataFrame) -> pl.DataFrame:
        """The rows of a batch with what is added to them, by what they are ordered, and who they are."""
        names = batch[str(self._name)].fill_null("")
        identities = keys(names)
        codes = self._judged(batch, names, identities)
        scores = self._scorer.score(codes)
        self._mix += np.bincount(scores.verdict, minlength=len(VERDICTS))
        order = {"verdict": scores.verdict, "high": -scores.high, "low": -scores.low}
        who = pl.select(pl.when(names != "").then(identities.hash()).alias("who"))
        added = self._wording.added(names, codes, scores)
        return pl.concat([batch, added, pl.DataFrame(order), who], how="horizontal")

    def _spilled(self, rows: pl.DataFrame, spill: Spill) -> None:
        ordered = rows.sort(_ORDER, maintain_order=True)
        self._hashes.append(ordered["who"])
        rendered, width = io.BytesIO(), len(self._header)
        shown = pl.concat([escaped(ordered[:, :width]), ordered.select(ADDED)], how="horizontal")
        shown.write_csv(rendered, include_header=False)
        spill.add(rendered.getbuffer(), ordered.select(_ORDER).cast(pl.Float64).to_numpy())

    def _judged(self, batch: pl.DataFrame, names: pl.Series, identities: pl.Series) -> Codes:
        codes = np.full((len(self._criteria), batch.height), NOTHING, np.uint8)
        for row, columns in zip(codes, self._cells, strict=True):
            for place, cells in columns:
                found = cells.bands(batch[str(place)].fill_null(""))
                row[found != NOTHING] = found[found != NOTHING]
        self._complete(codes, names, identities)
        codes[codes == NOTHING] = UNKNOWN
        return codes

    def _complete(self, codes: Codes, names: pl.Series, identities: pl.Series) -> None:
        """What the store knows of an account, where the row is silent or a person knows better."""
        stored = identities.str.splitn("|", 2).struct.field("field_0").is_in(self._plan.accounts)
        known_names = names.filter(stored).to_list()
        facts = [self._facts(name) for name in known_names]
        met = stored.arg_true().to_numpy()[[fact is not None for fact in facts]]
        held = [fact for fact in facts if fact is not None]
        unknown = names.filter(~pl.Series(np.isin(np.arange(len(names)), met)) & (names != ""))
        self._unknown_rows += len(unknown)
        self._unknown += unknown.head(_SHOWN - len(self._unknown)).to_list()
        if held:
            weak, strong = (np.stack(one, axis=1) for one in zip(*held, strict=True))
            cells = codes[:, met]
            cells = np.where(
                (cells == NOTHING) | (strong != NOTHING), np.where(strong != NOTHING, strong, weak), cells
            )
            codes[:, met] = cells

    def _facts(self, name: str) -> tuple[Codes, Codes] | None:
        """Bands of the stored facts of an account, and of those alone that outrank a table's."""
        if name not in self._remembered:
            facts = self._plan.facts(name)
            self._remembered[name] = None if facts is None else self._banded(facts)
        return self._remembered[name]

    def _banded(self, facts: Mapping[str, Fact]) -> tuple[Codes, Codes]:
        weak = np.full(len(self._criteria), NOTHING, np.uint8)
        strong = weak.copy()
        for n, criterion in enumerate(self._criteria):
            fact = facts.get(criterion.attribute)
            if fact is not None:
                band = BANDS.index(band_of(criterion, fact.value, catalogue=self._plan.catalogue))
                weak[n] = band
                strong[n] = band if self._outranks(fact) else NOTHING
        return weak, strong

    def _outranks(self, fact: Fact) -> bool:
        now = self._plan.now
        row = Fact(
            attribute=fact.attribute, value="", origin=FactOrigin.CRM, date=now.date(), recorded_at=now
        )
        return known((fact, row))[fact.attribute] is fact

    def _duplicates(self, spill: Spill) -> tuple[tuple[str, ...], int]:
        """Names of rows that mean a company of an earlier row, and how many such rows there are."""
        hashes = pl.concat(self._hashes)
        again = ~hashes.is_first_distinct() & hashes.is_not_null()
        shown = [
            next(csv.reader([spill.record(row).decode()]))[self._name]
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
