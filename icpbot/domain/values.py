"""Values of attributes: read from what people type and tables hold."""

import re
from collections.abc import Iterable

from icpbot.domain.catalogue import Attribute, ValueType
from icpbot.domain.model import Model
from icpbot.domain.text import fold


class Amount(Model):
    """A number with its unit or currency (ISO 4217), both optional."""

    number: float
    unit: str | None = None
    currency: str | None = None


Value = bool | float | str | tuple[str, ...] | Amount

_YES = {
    "yes",
    "y",
    "true",
    "1",
    "x",
    "✓",
    "tak",
    "ano",
    "так",
    "да",
    "是",
    "有",
    "prawda",
    "pravda",
}
_NO = {"no", "n", "false", "0", "nie", "ne", "ні", "нет", "否", "没有", "无", "falsz", "nepravda"}
_EMPTY = {"", "-", "–", "?", "n/a", "na", "none", "null", "unknown", "nan", "brak", "nevim", "невідомо",
          "не знаю", "nie wiem", "nezname", "未知", "不详"}  # fmt: skip
_NUMBER = r"[-−]?\d(?:[\d  .,'’]*\d)?"
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<scale>[^\W\d]+\.?)?", re.UNICODE)
_RANGE = re.compile(
    rf"^\D{{0,12}}?({_NUMBER})\s*(?:[^\W\d]+\.?\s*)?(?:-|–|—|to|do|až|až do|до|至|到)\s*({_NUMBER})"
)
_SCALES = {
    "k": 1e3, "tis": 1e3, "tys": 1e3, "thousand": 1e3, "тис": 1e3, "тыс": 1e3, "千": 1e3,
    "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8,
    "m": 1e6, "mil": 1e6, "mln": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6, "milion": 1e6,
    "milionu": 1e6, "miliony": 1e6, "milionow": 1e6, "млн": 1e6, "мільионів": 1e6,
    "bn": 1e9, "b": 1e9, "mld": 1e9, "billion": 1e9, "miliard": 1e9, "miliardy": 1e9, "млрд": 1e9,
}  # fmt: skip
_CURRENCIES = {
    "eur": "EUR", "€": "EUR", "euro": "EUR", "usd": "USD", "$": "USD", "gbp": "GBP", "£": "GBP",
    "pln": "PLN", "zl": "PLN", "czk": "CZK", "kc": "CZK", "uah": "UAH", "грн": "UAH", "₴": "UAH",
    "cny": "CNY", "rmb": "CNY", "¥": "CNY", "元": "CNY", "人民币": "CNY", "chf": "CHF",
}  # fmt: skip


def is_blank(raw: str) -> bool:
    """Whether a cell says nothing: empty, a dash, "n/a", "brak", "未知"."""
    return fold(raw).strip() in _EMPTY


def parse_value(attribute: Attribute | None, raw: str) -> Value | None:
    """What a cell or a `attribute=value` means; nothing when it is blank or makes no sense.

    Without an attribute the value is taken for what it looks like.
    """
    text = raw.strip()
    if is_blank(text) and not (attribute and attribute.type is ValueType.BOOLEAN and text == "0"):
        return None
    kind = attribute.type if attribute else _looks_like(text)
    if kind is ValueType.BOOLEAN:
        return parse_boolean(text)
    if kind is ValueType.NUMBER:
        return parse_number(text)
    if kind is ValueType.MONEY:
        return parse_amount(text)
    if kind is ValueType.SET:
        return tuple(part.strip() for part in re.split(r"[;|、\n]", text) if part.strip())
    return text


def _looks_like(text: str) -> ValueType:
    if fold(text) in (_YES | _NO) - {"0", "1", "x", "n", "y"}:
        return ValueType.BOOLEAN
    if re.fullmatch(_NUMBER, text):
        return ValueType.NUMBER
    return ValueType.SET if ";" in text else ValueType.CATEGORY


def parse_boolean(text: str) -> bool | None:
    word = fold(text).strip(" .!")
    return True if word in _YES else False if word in _NO else None


def parse_number(text: str) -> float | None:
    """A number in any of the usual notations; of a range such as '51-200' the middle is taken."""
    span = _RANGE.search(text)
    if span:
        ends = [_digits(span.group(1)), _digits(span.group(2))]
        return None if None in ends else sum(filter(None, ends)) / 2
    amount = parse_amount(text)
    return amount.number if amount else None


def parse_amount(text: str) -> Amount | None:
    """'20–30 mil. Kč' is not one amount; '1,5 mln zł' is 1 500 000 PLN."""
    match = _AMOUNT.search(text)
    number = _digits(match.group("number")) if match else None
    if match is None or number is None:
        return None
    scale = fold((match.group("scale") or "").rstrip("."))
    return Amount(number=number * _SCALES.get(scale, 1), currency=_currency(text))


def _currency(text: str) -> str | None:
    words = re.findall(r"[^\W\d_]+|[€$£¥₴]", fold(text))
    return next((_CURRENCIES[word] for word in words if word in _CURRENCIES), None)


def _digits(text: str) -> float | None:
    """'1 234,5', '1,234.5', '1.234' and "1'234" the way people mean them."""
    bare = re.sub(r"[  '’]", "", text).replace("−", "-")
    dot, comma = bare.rfind("."), bare.rfind(",")
    decimal = "." if dot > comma else ","
    if (bare.count(decimal) > 1 or re.fullmatch(r"-?[1-9]\d{0,2}([.,]\d{3})+", bare)) and not (
        dot >= 0 and comma >= 0
    ):
        decimal = "none"
    for mark in ".,":
        bare = bare.replace(mark, "." if mark == decimal else "")
    try:
        return float(bare)
    except ValueError:
        return None


def scale_of(unit: str | None) -> float:
    """What a band's unit multiplies by: 'million' 1e6, none or 'people' 1."""
    return _SCALES.get(fold(unit or "").rstrip("."), 1.0)


def shown(value: Value | None) -> str | bool | float | list[str] | None:
    """The value as JSON and tables show it: whole numbers without a decimal point."""
    if isinstance(value, Amount):
        number = _plain(value.number)
        return f"{number} {value.currency}" if value.currency else number
    if isinstance(value, tuple):
        return list(value)
    return _plain(value) if isinstance(value, float) and not isinstance(value, bool) else value


def _plain(number: float) -> float | int:
    return int(number) if number == int(number) else number


def as_set(value: Value) -> Iterable[str]:
    return value if isinstance(value, tuple) else (str(shown(value)),)
