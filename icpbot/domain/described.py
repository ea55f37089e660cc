"""Described: a company's name with what somebody pasted about it, as people write the two in one message."""

import re

from icpbot.domain.text import HAN, word_count

NAME_WORDS = 6
"""Words of a name, at most."""
SMALL_WORDS = 3
"""Words in small letters between two commas that make it a statement; names have fewer."""
_PIECES = re.compile(r"[,;\n.!?、，；。！？•]+(?=\s|$)|[、，；。！？\n]+")
_SMALL = re.compile(r"(?<![^\s(])[^\W\d_][^\W\d_'’-]{2,}(?![^\s),:])")
_FIGURE = re.compile(r"\d[\d\s.,]*(?:k|m|tys\.|tis\.|тис\.|mln|mil\.|млн)?\s?(?P<of>[^\W\d_]{3,}|[人名家台])")
"""A number of something ("85 employees"); names hold a number in front of a capital."""
_SAID = re.compile(r"拥有|成立|位于|我们|是一|从事|专注|提供|员工|年")
_LINE = re.compile(r"[\s*•–-]*[^\W\d_][^:：\n]{1,40}\s?[:：]\s*\S")


def described(text: str) -> tuple[str, str] | None:
    """The name, in the first line or before a colon, and what is told of it, if a text follows."""
    first, _, rest = text.strip().partition("\n")
    if not rest.strip():
        first, _, rest = text.strip().replace("：", ":", 1).partition(":")
    name, told = first.strip(" :：*"), rest.strip()
    if told.endswith(("?", "？")) or not _is_name(name) or not _tells(told):
        return None
    return name, told


def _is_name(text: str) -> bool:
    named = any(char.isupper() or HAN.match(char) for char in text) or "." in text
    return named and word_count(text) <= NAME_WORDS and not re.search(r"[,;!?，；！？]", text)


def _tells(text: str) -> bool:
    """Whether a text says something: a statement, or nothing but lines of a label and a value."""
    lines = [line for line in text.splitlines() if line.strip()]
    labelled = bool(lines) and all(_LINE.match(line) for line in lines)
    return labelled or any(_states(piece) for piece in _PIECES.split(text))


def _states(piece: str) -> bool:
    figure = _FIGURE.search(piece)
    if figure and not str(figure["of"])[0].isupper():
        return True
    if HAN.search(piece):
        return len(HAN.findall(piece)) >= 6 and bool(_SAID.search(piece[1:]))
    return sum(str(word)[0].islower() for word in _SMALL.findall(piece)) >= SMALL_WORDS
