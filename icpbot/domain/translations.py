"""Translations: what a model makes of foreign words, and when that may stand beside them.

A translation is no quote: nothing is counted from it, and nothing cites it.
"""

import re

from icpbot.domain.grounding import without_loose_numbers
from icpbot.domain.model import Model
from icpbot.domain.text import normalised, word_count

LONGEST, SHORTEST, SLACK = 2.5, 0.3, 4
"""Words of a translation for each word of the quote (Chinese and English differ by less than two), and how
many more a short one may have.
"""
_SEPARATOR = re.compile(r"(?<=\d)[., \u00a0\u202f](?=\d)")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@\w)\S*", re.IGNORECASE)


class Translation(Model):
    """`language` is the quote's."""

    text: str
    language: str | None = None


def plausible(text: str, quote: str, language: str) -> bool:
    """Whether a text in a language may be what a quote in another means, as far as that shows: it is not the
    quote itself, about as long, and has no number and no address that the quote lacks.
    """
    words, of = word_count(text), word_count(quote)
    if not SHORTEST * of <= words <= LONGEST * of + SLACK or not words:
        return False
    if normalised(text)[0] == normalised(quote)[0]:
        return False
    return not _adds_numbers(text, quote, language) and all(
        found in quote for found in _ADDRESS.findall(text)
    )


def _adds_numbers(text: str, quote: str, language: str) -> bool:
    """2,5 and 2.5 are one number; 25 is another."""
    stated, known = (_SEPARATOR.sub(",", t) for t in (text, quote))
    held = without_loose_numbers(stated, [known], language)
    return held != without_loose_numbers(stated, [known, stated], language)
