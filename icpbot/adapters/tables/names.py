"""Keys of many company names at once; `domain.names` is the definition."""

import re

import polars as pl

from icpbot.domain.names import forms, named
from icpbot.domain.text import fold

_FORMS = sorted((words for words in forms() if words.isascii()), key=len, reverse=True)
_AT_END = rf"(?: (?:{'|'.join(map(re.escape, _FORMS))}))+$"
_BEFORE = rf"^(?:{'|'.join(re.escape(w) for w in _FORMS if named(f'{w} x').key == 'x')}) "

_HARD = r"[^ -~\x{a0}-\x{17e}’‘„“”–—]"
"""Letters beyond the Latin ones are folded by the definition."""
_LETTERS = {letter: fold(letter) for letter in "ßøØđĐłŁ’‘„“”–—´"}


def keys(names: pl.Series) -> pl.Series:
    """The key and the legal form of every name, with a bar between: 'kolos|s r o'."""
    words = _words(names)
    bare = words.str.replace(_AT_END, "")
    ending = words.str.slice(bare.str.len_chars())
    found = {each: named(f"x{each}") for each in ending.unique().to_list()}
    hard = names.str.contains(_HARD) | words.str.contains(_BEFORE)
    hard |= ending.is_in([each for each, name in found.items() if name.key != "x"])
    forms_of = {each: "|" + (name.form or "") for each, name in found.items()}
    easy = bare + ending.replace_strict(forms_of, return_dtype=pl.String)
    return easy.scatter(hard.arg_true(), [key(name) for name in names.filter(hard)]) if hard.any() else easy


def _words(names: pl.Series) -> pl.Series:
    """`words_of` for Latin text."""
    accented = names.str.contains(r"[^ -~]")
    if accented.any():
        plain = names.filter(accented).str.replace_many(_LETTERS).str.normalize("NFKD")
        names = names.clone().scatter(accented.arg_true(), plain.str.replace_all(r"\p{M}", ""))
    lower = names.str.to_lowercase().str.replace_all("'", "", literal=True)
    spaced = lower.str.replace_all(r"[^\p{L}\p{N} ]", " ").str.strip_chars(" ")
    gaps = spaced.str.contains("  ", literal=True)
    return spaced.clone().scatter(gaps.arg_true(), spaced.filter(gaps).str.replace_all(" +", " "))


def key(name: str) -> str:
    found = named(name)
    return f"{found.key}|{found.form or ''}"
