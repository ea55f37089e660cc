"""Borrowed words: what stands in quotation marks was said, word for word."""

import re
from collections.abc import Iterable, Iterator

from icpbot.domain.grounding import find

_PAIRS = {
    "“": "”", "„": "”“", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "‘": "’", "‚": "’‘", "‹": "›",
}  # fmt: skip
_MARKS = frozenset("".join((*_PAIRS, *_PAIRS.values()))) - frozenset("‘’")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ‘](?=\w)")
_PLAIN = re.compile(r"(?<!\w)'(.+?)'(?!\w)")


def borrowed(text: str) -> Iterator[str]:
    """Every stretch in quotation marks; one that is never closed reaches to the end, and an end without a
    beginning gives all that stands before it.
    """
    yield from (found[1] for found in _PLAIN.finditer(text))
    at = 0
    while at < len(text):
        ends = _PAIRS.get(text[at])
        if ends is None:
            if text[at] in _MARKS:  # closes what nobody opened
                yield text[:at]
            at += 1
            continue
        end = _end(text, at + 1, ends)
        yield text[at + 1 : end]
        at = end + 1


def _end(text: str, start: int, ends: str) -> int:
    for at in range(start, len(text)):
        if text[at] in ends and not _APOSTROPHE.match(text, at):
            return at
    return len(text)


def stands_by(text: str, quotes: Iterable[str]) -> bool:
    """Whether each stretch in quotation marks stands word for word in one of the quotes."""
    said = list(quotes)
    return all(any(find(words, quote) for quote in said) for words in borrowed(text))
