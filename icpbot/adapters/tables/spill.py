"""Rows put in order: in memory while there is room, else on disk, where the memory holds 28 bytes a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
import polars as pl
from numpy.typing import NDArray

from icpbot.adapters.tables.ahead import ahead

Keys = NDArray[np.int64]
Places = NDArray[np.integer]
KEPT = 400_000_000
"""Bytes of rows that are held in memory."""
_PIECE = 1 << 20
_TOGETHER = 1 << 17


@dataclass(frozen=True)
class _Run:
    """Rows on disk in the order of their keys; `order`: which row each was among those of the run."""

    start: int
    lengths: NDArray[np.int32]
    keys: Keys
    order: NDArray[np.uint32]

    def starts(self) -> NDArray[np.int64]:
        return np.cumsum(self.lengths, dtype=np.int64) - self.lengths + self.start


class Spill:
    """CSV records in pieces, each in the order of its keys, written out in the order of all keys; of those
    with one key the first comes first.
    """

    def __init__(self, file: BinaryIO, kept: int = KEPT) -> None:
        self._file = file
        self._kept = kept
        self._waiting: list[tuple[pl.Series, Keys, Places]] = []
        self._size = self._rows = 0
        self._runs: list[_Run] = []

    def add(self, records: pl.Series, keys: Keys, rows: Places) -> None:
        """Records without the newline at their end, in the order of their keys, as smaller keys come first in
        the result; `rows`: which of them each was as it came.
        """
        self._waiting.append((records, keys, rows.astype(np.uint32) + np.uint32(self._rows)))
        self._rows += len(records)
        self._size += int(records.str.len_bytes().sum()) + len(records)
        if self._size > self._kept:
            self._put_away()

    def record(self, row: int) -> str:
        """The record added as number `row`."""
        for run in self._runs:
            if row < len(run.order):
                place = int(np.flatnonzero(run.order == row)[0])
                self._file.seek(int(run.starts()[place]))
                return self._file.read(int(run.lengths[place]) - 1).decode()
            row -= len(run.order)
        came = np.concatenate([rows for _, _, rows in self._waiting])
        return str(
            pl.concat([records for records, _, _ in self._waiting])[int(np.flatnonzero(came == row)[0])]
        )

    def write_to(self, out: BinaryIO) -> None:
        """All records in order."""
        if not self._runs:
            self._write_sorted(out)
            return
        self._put_away()
        room = memoryview(bytearray(_PIECE))
        for start, end in self._stretches():
            self._file.seek(start)
            for place in range(start, end, _PIECE):
                piece = room[: min(_PIECE, end - place)]
                self._file.readinto(piece)  # type: ignore[attr-defined]
                out.write(piece)

    def _put_away(self) -> None:
        """What is in memory becomes a run on disk."""
        if self._waiting:
            start = self._file.seek(0, 2)
            lengths, keys, order = self._write_sorted(self._file)
            self._runs.append(_Run(start, lengths, keys, order))
            self._waiting, self._size, self._rows = [], 0, 0

    def _write_sorted(self, out: BinaryIO) -> tuple[NDArray[np.int32], Keys, NDArray[np.uint32]]:
        records = pl.concat([records for records, _, _ in self._waiting])
        keys = np.concatenate([keys for _, keys, _ in self._waiting])
        came = np.concatenate([rows for _, _, rows in self._waiting])
        order = np.argsort(keys, kind="stable").astype(np.uint32)
        records = records.rechunk()
        stretches = (order[rows : rows + _TOGETHER] for rows in range(0, len(order), _TOGETHER))
        for some in ahead(records.gather, stretches):
            some.to_frame().write_csv(out, include_header=False, quote_style="never")
        lengths = (records.str.len_bytes() + 1).to_numpy().astype(np.int32)
        return lengths[order], keys[order], came[order]

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Neighbours in the result that are neighbours on disk too."""
        order = np.argsort(np.concatenate([run.keys for run in self._runs]), kind="stable")
        starts = np.concatenate([run.starts() for run in self._runs])[order]
        lengths = np.concatenate([run.lengths for run in self._runs])[order]
        breaks = np.flatnonzero(starts[1:] != (starts + lengths)[:-1]) + 1
        first, last = np.concatenate(([0], breaks)), np.concatenate((breaks, [len(starts)])) - 1
        yield from zip(starts[first].tolist(), (starts[last] + lengths[last]).tolist(), strict=True)
