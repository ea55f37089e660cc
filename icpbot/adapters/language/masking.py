"""Personal details masked before a text leaves the machine."""

import re

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?\b")
_CARD = re.compile(r"\b(?:\d[ -]?){13,19}\b")
_PHONE_REGIONS = ("PL", "CZ", "UA", "CN", "GB", "US", "DE")
_MAYBE_PHONE = re.compile(r"\+?\d[\d\s().-]{7,}\d")


def mask(text: str) -> str:
    """E-mail, IBAN, payment cards and phone numbers replaced by what they are."""
    text = _EMAIL.sub("[e-mail]", text)
    text = _IBAN.sub("[iban]", text)
    text = _CARD.sub(lambda m: "[card]" if _luhn(m.group()) else m.group(), text)
    return _phones(text) if _MAYBE_PHONE.search(text) else text


def _luhn(number: str) -> bool:
    """The check digit every payment card carries (ISO/IEC 7812)."""
    digits = [int(d) for d in number if d.isdigit()]
    if not 13 <= len(digits) <= 19:
        return False
    doubled = [d * 2 - 9 * (d > 4) if i % 2 else d for i, d in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def _phones(text: str) -> str:
    from phonenumbers import Leniency, PhoneNumberMatcher

    spans: set[tuple[int, int]] = set()
    for region in _PHONE_REGIONS:
        spans |= {(m.start, m.end) for m in PhoneNumberMatcher(text, region, leniency=Leniency.VALID)}
    for start, end in sorted(spans, reverse=True):
        if _written_as_phone(text, start, end):
            text = text[:start] + "[phone]" + text[end:]
    return text


def _written_as_phone(text: str, start: int, end: int) -> bool:
    """Nine digits alone are an order number as often as a phone: a plus, spaces or dashes tell."""
    written = text[start:end]
    return written.startswith(("+", "00", "(")) or len(re.findall(r"\d+", written)) >= 3 or len(written) == 11
