"""What a sentence is worded with, beside what its vector says: n-grams and groups of cue words.

Vectors tell topics apart better than kinds: a pain and its cure lie close together. Words such as
"now", "only" or "signs" tell the kinds, in five languages at once, since every language's cues
count for the same group.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from icpbot.domain.text import HAN, fold

Rows = NDArray[np.float32]

GRAMS = 8192
"""Columns that n-grams are hashed into."""
_STEM = 5
_CUT = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+|\d")
_WORDS = re.compile(r"[^\W_\u3400-\u9fff]+(?:['-][^\W_\u3400-\u9fff]+)*")
_LONGEST_HAN = 4


class Grams(NamedTuple):
    """Signed counts of hashed n-grams: entry by entry the text's number, the column, the count."""

    texts: NDArray[np.int64]
    columns: NDArray[np.int64]
    counts: Rows

    def texts_by_column(self) -> NDArray[np.int64]:
        """How many texts have each column."""
        return np.bincount(self.columns[self.counts != 0], minlength=GRAMS)


class Wording:
    """Features of texts as rows: first the hashed n-grams, then the cue groups."""

    def __init__(self, respell: Callable[[str], str], groups: Mapping[str, Mapping[str, str]]) -> None:
        self._respell = respell
        self._cues = Cues(groups)
        self.key = repr(groups)
        """Differs when the features do."""

    def rows(self, texts: Sequence[str]) -> tuple[Grams, Rows]:
        """Counts of n-grams, and of cues (texts by groups)."""
        cues = np.array([self._cues.of(text) for text in texts], dtype=np.float32)
        return _counted([self._hashes(text) for text in texts]), cues.reshape(len(texts), -1)

    def _hashes(self, text: str) -> list[int]:
        return [zlib.crc32(gram.encode()) for gram in set(_grams(fold(self._respell(text))))]


def _counted(hashes: Sequence[Sequence[int]]) -> Grams:
    """One entry for each column that a text has; the sign of a hash lets collisions cancel out."""
    every = np.fromiter(chain.from_iterable(hashes), dtype=np.int64)
    number = np.repeat(np.arange(len(hashes)), [len(of) for of in hashes])
    cells, entry = np.unique(number * GRAMS + every % GRAMS, return_inverse=True)
    signs = np.where(every & (1 << 20), 1.0, -1.0)
    counts = np.bincount(entry, weights=signs, minlength=len(cells)).astype(np.float32)
    return Grams(cells // GRAMS, cells % GRAMS, counts)


def _grams(text: str) -> Iterator[str]:
    """Stems and pairs of stems, Han characters and their pairs, and stretches of 3 and 4 letters."""
    stems: list[str] = []
    letters: list[str] = []
    for piece in _CUT.findall(text):
        if HAN.match(piece):
            stems += [piece[i : i + n] for n in (1, 2) for i in range(len(piece) - n + 1)]
            letters.append(piece)
        else:
            stems.append("#" if piece.isdigit() else piece[:_STEM])
            letters.append("#" if piece.isdigit() else piece)
    yield from stems
    yield from (f"{first}_{second}" for first, second in zip(["^", *stems], stems, strict=False))
    line = f" {' '.join(letters)} "
    for size in (3, 4):
        yield from (line[i : i + size] for i in range(len(line) - size + 1))


class Cues:
    """Groups of cue words, as `sentence_cues.yaml` describes them."""

    def __init__(self, groups: Mapping[str, Mapping[str, str]]) -> None:
        self._size = len(groups)
        self._begins: dict[str, set[int]] = defaultdict(set)
        self._whole: dict[str, set[int]] = defaultdict(set)
        self._phrases: dict[str, list[tuple[list[str], int]]] = defaultdict(list)
        self._han: dict[str, set[int]] = defaultdict(set)
        for number, by_language in enumerate(groups.values()):
            for cue in " ".join(by_language.values()).split():
                self._add(fold(cue), number)

    def _add(self, cue: str, number: int) -> None:
        if HAN.search(cue):
            self._han[cue].add(number)
        elif "_" in cue.strip("_"):
            first, *rest = cue.strip("_").split("_")
            self._phrases[first].append((rest, number))
        elif cue.endswith("."):
            self._whole[cue[:-1]].add(number)
        else:
            self._begins[cue.strip("_")].add(number)

    def of(self, text: str) -> list[float]:
        """How often each group occurs, as a square root: the second hit says less than the first.

        Four more columns: a number, a question, a name or abbreviation, the length.
        """
        folded = fold(text)
        words = _WORDS.findall(folded)
        counts = [0.0] * self._size
        for number in [*self._in_words(words), *self._in_han(folded)]:
            counts[number] += 1
        length = len(words) + len(HAN.findall(text)) / 1.7
        marks = [any(c.isdigit() for c in text), "?" in folded, bool(_NAME.search(text)), length / 20]
        return [count**0.5 for count in counts] + [float(mark) for mark in marks]

    def _in_words(self, words: Sequence[str]) -> Iterator[int]:
        for place, word in enumerate(words):
            yield from self._whole.get(word, ())
            for size in range(2, len(word) + 1):
                yield from self._begins.get(word[:size], ())
            for rest, number in self._phrases.get(word, ()):
                following = words[place + 1 : place + 1 + len(rest)]
                if len(following) == len(rest) and all(map(str.startswith, following, rest)):
                    yield number

    def _in_han(self, text: str) -> Iterator[int]:
        if not HAN.search(text):
            return
        for start in range(len(text)):
            for size in range(1, min(_LONGEST_HAN, len(text) - start) + 1):
                yield from self._han.get(text[start : start + size], ())


_NAME = re.compile(r"(?<=[^\W\d_A-Z] )[A-Z][A-Za-z]+|(?<=, )[A-Z]{2,}|[\u3400-\u9fff][A-Za-z]{2}")
