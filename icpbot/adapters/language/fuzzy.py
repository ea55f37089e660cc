"""Fuzzy matching by rapidfuzz; names of other scripts in Latin letters by anyascii and pypinyin."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from icpbot.domain.names import Match, key_of, words_of
from icpbot.domain.text import HAN

_FAR = 4
"""Edits beyond which two names are not put to a person as perhaps the same."""
_LIMIT = 12


def align(needle: str, haystack: str) -> tuple[float, int, int]:
    """The best place for `needle` in `haystack`: score 0..100, start and end."""
    found = fuzz.partial_ratio_alignment(needle, haystack)
    if found is None:
        return 0.0, 0, 0
    return found.score, found.dest_start, found.dest_end


class FuzzyNames:
    """Implements `CompanyNames`; the index of the last list of names is kept for the next question."""

    def __init__(self) -> None:
        self._index = _Index(())

    def matches(self, asked: str, names: Sequence[str]) -> list[Match]:
        if list(self._index.names) != list(names):
            self._index = _Index(names)
        return self._index.matches(asked)


class _Index:
    """Names by key and as they are, both in Latin letters without spaces, by sound and by first word."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self._keys = [key_of(name) for name in self.names]
        self._latin = [squashed(key) for key in self._keys]
        self._whole = [squashed(words_of(name)) for name in self.names]
        self._same: defaultdict[str, list[int]] = defaultdict(list)
        self._first: defaultdict[str, list[int]] = defaultdict(list)
        for position, key in enumerate(self._keys):
            for form in {self._latin[position], self._whole[position]}:
                self._same[form].append(position)
            self._first[key.partition(" ")[0]].append(position)

    def matches(self, asked: str) -> list[Match]:
        """Names that are the same in other letters, then near ones, then those that begin so."""
        key = key_of(asked)
        edits: dict[int, int | None] = dict.fromkeys(self._alike(key, squashed(words_of(asked))), 0)
        for position, distance in self._near(squashed(key), squashed(words_of(asked))):
            edits[position] = min(edits.get(position, distance) or 0, distance)
        for position in self._first.get(key.partition(" ")[0], ()):
            if f"{self._keys[position]} ".startswith(f"{key} "):
                edits.setdefault(position, None)
        return [Match(name=self.names[position], edits=distance) for position, distance in edits.items()]

    def _alike(self, key: str, whole: str) -> Iterator[int]:
        """The same but for spaces, or the same sounds in another script: 'Nova Posta' for 'Нова Пошта'."""
        yield from self._same.get(squashed(key), ())
        yield from self._same.get(whole, ())
        for position in self._by_sound.get(sound(squashed(key)), ()):
            if key.isascii() != self._keys[position].isascii():
                yield position

    @cached_property
    def _by_sound(self) -> Mapping[str, Sequence[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for position, latin_key in enumerate(self._latin):
            found[sound(latin_key)].append(position)
        return found

    def _near(self, key: str, whole: str) -> Iterator[tuple[int, int]]:
        """By key, and with the legal form, in which fingers slip too."""
        most = min(_FAR, max(1, len(key) // 3))
        for asked, among in ((key, self._latin), (whole, self._whole)):
            if asked:
                found = process.extract(
                    asked, among, scorer=OSA.distance, score_cutoff=most, score_hint=2, limit=_LIMIT
                )
                yield from ((position, max(distance, 1)) for _, distance, position in found)


def squashed(key: str) -> str:
    """A key in Latin letters and without spaces: 'Car Max' and 'CarMax' are one word, 远禾 is 'yuanhe'."""
    return (key if key.isascii() else latin(key)).replace(" ", "")


@lru_cache(maxsize=65_536)
def latin(key: str) -> str:
    from anyascii import anyascii

    if HAN.search(key):
        from pypinyin import lazy_pinyin

        key = " ".join(lazy_pinyin(key))  # readings by the word: 银行 is yinhang, 行 alone is xing
    return " ".join(re.findall(r"[a-z0-9]+", anyascii(key).lower().replace("'", "")))


_SOUNDS = (
    (re.compile(r"shch|szcz|sch|sh|sz"), "s"), (re.compile(r"zh|rz"), "z"), (re.compile(r"tch|ch|cz|ts|tz|c"), "k"),
    (re.compile(r"kh|gh|g|x"), "h"), (re.compile(r"ph"), "f"), (re.compile(r"w"), "v"), (re.compile(r"ie|io|iu|ia"), "i"),
    (re.compile(r"ye|yo|yu|ya|je|jo|ju|ja"), "i"), (re.compile(r"[yj]"), "i"), (re.compile(r"q"), "k"), (re.compile(r"k"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip


@lru_cache(maxsize=65_536)
def sound(latin_key: str) -> str:
    """What the usual romanisations of one Cyrillic name have in common."""
    for pattern, letter in _SOUNDS:
        latin_key = pattern.sub(letter, latin_key)
    return latin_key
