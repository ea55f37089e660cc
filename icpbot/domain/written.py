"""Bands as people write them into a form or a table: '50–500', '≥ 2', 'PL, CZ', 'yes'."""

import re

from icpbot.domain.catalogue import Attribute, ValueType
from icpbot.domain.phrases import ranges
from icpbot.domain.profile import AllOf, Band, Range
from icpbot.domain.values import is_blank, parse_boolean, parse_number

_APART = re.compile(r"[;|、,，\n]|\s/\s")
_SEVERAL = re.compile(r"[;|、\n]|[,，]\s")
_NUMERIC = {ValueType.NUMBER, ValueType.MONEY}


class Unclear(ValueError):
    """Words that are no band of this attribute."""


def band_from(text: str, attribute: Attribute | None) -> Band | None:
    """The band a person means, nothing for an empty field; raises `Unclear` for what cannot be one."""
    said = text.strip()
    if not said or (is_blank(said) and not (attribute and attribute.type is ValueType.BOOLEAN)):
        return None
    if attribute is None:
        return _number_band(said) or _items(said)
    if attribute.type is ValueType.BOOLEAN:
        truth = parse_boolean(said)
        if truth is None:
            raise Unclear
        return truth
    if attribute.type in _NUMERIC:
        band = _number_band(said)
        if band is None:
            raise Unclear
        return band
    return _items(said)


def _number_band(text: str) -> Range | None:
    """One range and nothing beside it but its unit; a single number is a range of itself."""
    found = [span for span, _ in ranges(text)]
    if len(found) == 1:
        return found[0]
    if (
        found
        or re.search(r"\d\s*[-–—~至到]\s*\d", text)
        or not re.match(r"[\W\d]*\d", text)
        or _SEVERAL.search(text)
    ):
        return None
    number = parse_number(text)
    return None if number is None else Range(min=number, max=number)


def _items(text: str) -> Band:
    together = [part.strip() for part in text.split(" + ") if part.strip()]
    if len(together) > 1:
        return AllOf(all=tuple(together))
    parts = tuple(dict.fromkeys(part.strip() for part in _APART.split(text) if part.strip()))
    if not parts:
        raise Unclear
    return parts
