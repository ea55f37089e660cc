"""Whether polars reads a CSV file as Python's `csv` does: no zeros, and quotes only around cells. What is not
UTF-8 polars refuses itself.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

_PIECE = 1 << 22
_QUOTE = ord('"')
_EDGES = (ord("\n"), ord("\r"), _QUOTE)


def is_tidy(path: Path, delimiter: str) -> bool:
    """In a tidy file quotes open after a delimiter or a line's end and close before one."""
    open_quote = 0
    edges = np.zeros(256, bool)
    edges[[*_EDGES, ord(delimiter)]] = True
    for before, piece, after in _pieces(path):
        if b"\0" in piece:
            return False
        if b'"' not in piece:
            continue
        data = np.frombuffer(before + piece + after, np.uint8)
        quotes = np.flatnonzero(data[1:-1] == _QUOTE) + 1
        opening, closing = quotes[open_quote::2], quotes[1 - open_quote :: 2]
        if not (edges[data[opening - 1]].all() and edges[data[closing + 1]].all()):
            return False
        open_quote = (open_quote + len(quotes)) % 2
    return not open_quote


def _pieces(path: Path) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Stretches of a file with the bytes around them; a line ends before and after it."""
    with path.open("rb") as file:
        before, piece = b"\n", file.read(_PIECE)
        while piece:
            following = file.read(_PIECE)
            yield before, piece, following[:1] or b"\n"
            before, piece = piece[-1:], following
