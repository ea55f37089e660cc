"""Dates as people write them in headers and file names; day before month, as in Europe."""

import re
from datetime import date

from icpbot.domain.months import month_beginning

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_./](\d{1,2})[-_./](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.?[-_./ ]\s?(\d{1,2})\.?[-_./ ]\s?((?:19|20)\d\d)(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)")
_HAN = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]")
_DAY_WORD = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?([^\W\d_]{3,})\.?,?\s+((?:19|20)\d\d)(?!\d)"
)
_WORD_DAY = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)")


def date_in(text: str) -> date | None:
    """The first date of a text; nothing rather than a day that does not exist."""
    head = text[:300]
    return _numeric(head) or _in_words(head)


def _numeric(text: str) -> date | None:
    for pattern in (_ISO, _COMPACT, _HAN):
        match = pattern.search(text)
        if match:
            return _date(*match.groups())
    match = _DAY_FIRST.search(text)
    if match is None:
        return None
    day, month, year = match.groups()
    return _date(year, month, day) or _date(year, day, month)


def _in_words(text: str) -> date | None:
    for match in _DAY_WORD.finditer(text):
        month = month_beginning(match.group(2))
        if month:
            return _date(match.group(3), month, match.group(1))
    for match in _WORD_DAY.finditer(text):
        month = month_beginning(match.group(1))
        if month:
            return _date(match.group(3), month, match.group(2))
    return None


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def without_dates(text: str) -> str:
    for pattern in (_ISO, _COMPACT, _HAN, _DAY_FIRST):
        text = pattern.sub(" ", text)
    return text
