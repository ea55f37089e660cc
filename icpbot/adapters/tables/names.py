"""Keys of many company names at once; `domain.names` is the definition."""

import re
import string

import polars as pl

from icpbot.domain.names import forms, named
from icpbot.domain.text import fold

_FORMS = sorted((words for words in forms() if words.isascii()), key=len, reverse=True)
_AT_END = rf"(?: (?:{'|'.join(map(re.escape, _FORMS))}))+$"
_BEFORE = rf"^(?:{'|'.join(re.escape(w) for w in _FORMS if named(f'{w} x').key == 'x')}) "

_HARD = r"[^\x00-~\x{a0}-\x{17e}’‘„“”–—]"
"""Letters beyond the Latin ones are folded by the definition."""
_LETTERS = {letter: fold(letter) for letter in (*map(chr, range(0xA0, 0x17F)), *"’‘„“”–—")}

_MARKS = dict.fromkeys(string.punctuation, " ") | {"'": "", "`": ""}


def keys(names: pl.Series) -> pl.DataFrame:
    """The `key` and the legal `form` of every name, an empty form for none."""
    foreign = names.str.len_bytes() != names.str.len_chars()
    words = _words(names, foreign)
    bare = words.str.replace(_AT_END, "")
    ending = words.str.slice(bare.str.len_chars())
    found = {each: named(f"x{each}") for each in ending.unique().to_list()}
    hard = (foreign & names.str.contains(_HARD)) if foreign.any() else foreign
    hard |= words.str.contains(_BEFORE)
    hard |= ending.is_in([each for each, name in found.items() if name.key != "x"])
    form = ending.replace_strict(
        {each: name.form or "" for each, name in found.items()}, return_dtype=pl.String
    )
    rows, exact = hard.arg_true(), [named(name) for name in names.filter(hard)]
    return pl.DataFrame({
        "key": bare.scatter(rows, [name.key for name in exact]) if exact else bare,
        "form": form.scatter(rows, [name.form or "" for name in exact]) if exact else form,
    })  # fmt: skip


def _words(names: pl.Series, foreign: pl.Series) -> pl.Series:
    """`words_of` for Latin text."""
    lower = names.str.to_lowercase()
    if foreign.any():
        plain = names.filter(foreign).str.replace_many(_LETTERS)
        lower = lower.scatter(foreign.arg_true(), plain.str.to_lowercase())
    marked = lower.str.contains(r"[^a-z0-9 ]|^ |  | $").arg_true()
    if not len(marked):
        return lower
    spaced = lower.gather(marked).str.replace_many(_MARKS)
    beyond = spaced.str.contains(r"  |[^ a-z0-9]").arg_true()
    if len(beyond):
        spaced = spaced.scatter(beyond, spaced.gather(beyond).str.replace_all(r"[^\p{L}\p{N}]+", " "))
    return lower.scatter(marked, spaced.str.strip_chars(" "))
