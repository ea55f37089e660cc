"""Rows on disk until their place in the result is known: the memory holds 20 bytes a row."""

from collections.abc import Iterator
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

Offsets = NDArray[np.int64]
Keys = NDArray[np.int64]
_NEWLINE, _QUOTE = 10, 34
_PIECE = 1 << 20


def line_ends(rendered: bytes) -> Offsets:
    """Where each CSV record ends: at newlines with an even number of quotation marks before them."""
    data = np.frombuffer(rendered, np.uint8)
    newlines = np.flatnonzero(data == _NEWLINE)
    if b'"' in rendered:
        quotes = np.flatnonzero(data == _QUOTE)
        newlines = newlines[np.searchsorted(quotes, newlines) % 2 == 0]
    return newlines + 1


class Spill:
    """CSV records in the order they came, written out in the order of their keys."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._end = 0
        self._starts: list[Offsets] = []
        self._lengths: list[NDArray[np.int32]] = []
        self._keys: list[Keys] = []

    def add(self, rendered: bytes, ends: Offsets, keys: Keys) -> None:
        """Records that end at `ends`, with their keys; smaller keys come first in the result."""
        starts = np.concatenate(([0], ends[:-1])) if len(ends) else ends
        self._starts.append(starts + self._end)
        self._lengths.append((ends - starts).astype(np.int32))
        self._keys.append(keys)
        self._file.write(rendered)
        self._end += len(rendered)

    def record(self, row: int) -> bytes:
        """The record added as number `row`."""
        start, length = np.concatenate(self._starts)[row], np.concatenate(self._lengths)[row]
        self._file.seek(int(start))
        return self._file.read(int(length))

    def write_to(self, out: BinaryIO) -> None:
        """All records in order, in pieces of a megabyte at most."""
        room = memoryview(bytearray(_PIECE))
        for start, end in self._stretches():
            self._file.seek(start)
            for place in range(start, end, _PIECE):
                piece = room[: min(_PIECE, end - place)]
                self._file.readinto(piece)  # type: ignore[attr-defined]
                out.write(piece)

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Neighbours in the result that are neighbours on disk too."""
        if not self._keys:
            return
        order = np.argsort(np.concatenate(self._keys), kind="stable")
        starts, lengths = np.concatenate(self._starts)[order], np.concatenate(self._lengths)[order]
        breaks = np.flatnonzero(starts[1:] != (starts + lengths)[:-1]) + 1
        first, last = np.concatenate(([0], breaks)), np.concatenate((breaks, [len(starts)])) - 1
        yield from zip(starts[first].tolist(), (starts[last] + lengths[last]).tolist(), strict=True)
