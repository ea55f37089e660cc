"""Czech respelled as Polish and Ukrainian as Russian, for an encoder that knows the second of each.

The languages of a pair are close enough that a lexicon of the words that differ and the regular
correspondences of spelling bring most of a sentence into words the encoder has seen. Only the
encoder reads the result; nobody is ever shown it.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from icpbot.adapters.embeddings.spelling import (
    CZECH_LETTERS,
    CZECH_RULES,
    OTHER_WORDS,
    UKRAINIAN_LETTERS,
    UKRAINIAN_RULES,
    Rules,
)
from icpbot.domain.errors import UsageError
from icpbot.domain.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_SAMPLE = 400
"""Characters that are looked at to tell the language: a passage is seldom in two."""
_REMEMBERED = 200_000
"""Respelled words that are kept; a language has fewer forms in daily use."""

_CZECH = re.compile("[ěřůťďňýľĺŕ]|[áíé].*[čšž]|[čšž].*[áíé]|(?:ní|ímu?|ého|ému|ých|ují|áme|íme|ách|ích)$")
"""A word only Czechs and Slovaks write."""
_ACCENTED = re.compile("[áčďéěíňřšťúůýž]")
_POLISH = re.compile("[ąęłżźćńś]")
_HUNGARIAN = re.compile("[őűöüñãõçß]")
_UKRAINIAN = re.compile("[іїєґў]")
_RUSSIAN = re.compile("[ыэъё]")
_OTHER_CYRILLIC = re.compile("[әқңғүұһөјљњџћђѓќѕ]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_OTHER_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f\u0590-\u06ff\u0370-\u03ff]")

_OTHER_WORDS = frozenset(OTHER_WORDS.split())


class Bridge:
    """Respells a Czech or Ukrainian text (Slovak and Belarusian count as them); others stay as they are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, text: str) -> str:
        if _OTHER_SCRIPT.search(text):
            return text
        if _CYRILLIC.search(text):
            return self._ukrainian(text) if self._is_ukrainian(text) else text
        if not self._is_czech(text):
            return text
        return self._bare_czech(text) if text.isascii() else self._czech(text)

    def _is_czech(self, text: str) -> bool:
        words = _sample(text)
        if any(_HUNGARIAN.search(word) for word in words):
            return False
        own = sum(word in self._czech_words or bool(_CZECH.search(word)) for word in words)
        return own > sum(word in self._not_czech or bool(_POLISH.search(word)) for word in words)

    def _is_ukrainian(self, text: str) -> bool:
        words = _sample(text)
        own = sum(word in self._ukrainian_words or bool(_UKRAINIAN.search(word)) for word in words)
        others = sum(word in self._not_ukrainian or bool(_RUSSIAN.search(word)) for word in words)
        return own > others and not _OTHER_CYRILLIC.search(text)

    @cached_property
    def _czech_lexicon(self) -> "Lexicon":
        return Lexicon(self._folder / "cs-pl.tsv")

    @cached_property
    def _ukrainian_lexicon(self) -> "Lexicon":
        return Lexicon(self._folder / "uk-ru.tsv")

    @cached_property
    def _czech(self) -> "Respelling":
        return Respelling(self._czech_lexicon.becomes, CZECH_RULES, CZECH_LETTERS)

    @cached_property
    def _bare_czech(self) -> "Respelling":
        """For Czech typed without accents, as in chats."""
        bare = {fold(old): new for old, new in reversed(self._czech_lexicon.becomes.items())}
        return Respelling(bare, CZECH_RULES, CZECH_LETTERS)

    @cached_property
    def _ukrainian(self) -> "Respelling":
        return Respelling(self._ukrainian_lexicon.becomes, UKRAINIAN_RULES, UKRAINIAN_LETTERS)

    @cached_property
    def _czech_words(self) -> frozenset[str]:
        lexicon = self._czech_lexicon
        accented = {word for word in lexicon.words if _ACCENTED.search(word)}
        return frozenset(accented | {fold(word) for word in lexicon.telling})

    @cached_property
    def _not_czech(self) -> frozenset[str]:
        return _OTHER_WORDS.difference(self._czech_lexicon.words)

    @cached_property
    def _ukrainian_words(self) -> frozenset[str]:
        return frozenset(self._ukrainian_lexicon.telling)

    @cached_property
    def _not_ukrainian(self) -> frozenset[str]:
        return _OTHER_WORDS.difference(self._ukrainian_lexicon.words)


class Lexicon:
    """A file of words and stems: what each becomes, and which words tell the language."""

    def __init__(self, path: Path) -> None:
        rows = [line.split("\t") for line in _lines(path) if "\t" in line and not line.startswith("#")]
        self.becomes = {row[0]: row[1] for row in rows}
        self.words = [row[0] for row in rows if not row[0].endswith("*")]
        self.telling = [row[0] for row in rows if len(row) == 2 and not row[0].endswith("*")]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError("knowledge-missing", name=f"bridges/{path.name}") from error


def _sample(text: str) -> list[str]:
    """Words in lower case, without names, which are at home in every language."""
    words = _WORD.findall(text[:_SAMPLE])
    return [word.lower() for n, word in enumerate(words) if n == 0 or not word[0].isupper()]


class Respelling:
    """Whole words first, then the longest stem, then the rules of spelling; each word once a process."""

    def __init__(self, lexicon: Mapping[str, str], rules: Rules, letters: dict[int, str]) -> None:
        self._rules = [(re.compile(pattern), new) for pattern, new in rules]
        self._endings = [rule for rule in self._rules if not rule[0].pattern.startswith("^")]
        self._letters = letters
        self._words = {key: new for key, new in lexicon.items() if not key.endswith("*")}
        self._stems = {key[:-1]: new for key, new in lexicon.items() if key.endswith("*")}
        self._longest = max(map(len, self._stems), default=0)
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        return _WORD.sub(lambda match: self._word(match.group()), text)

    def _word(self, word: str) -> str:
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[word] = _cased_as(word, self._respelled(word.lower()))
        return found

    def _respelled(self, word: str) -> str:
        if word in self._words:
            return self._words[word]
        for length in range(min(len(word), self._longest), 2, -1):
            stem = self._stems.get(word[:length])
            if stem is not None:
                return self._spelled(stem + word[length:], self._endings) if word[length:] else stem
        return self._spelled(word, self._rules)

    def _spelled(self, word: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
        for pattern, new in rules:
            word = pattern.sub(new, word)
        return word.translate(self._letters)


def _cased_as(word: str, new: str) -> str:
    if word.isupper() and len(word) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if word[:1].isupper() else new
