"""Values of attributes: read from what people type and tables hold."""

import re
from collections.abc import Iterable
from math import isfinite

from icpbot.domain.catalogue import Attribute, ValueType
from icpbot.domain.model import Model
from icpbot.domain.text import HAN, fold


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
NUMBER = r"\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
"""A number with thousands grouped by spaces or apostrophes, or with points and commas as they come."""
_SIGNED = rf"(?<![\d.,])(?:(?<![^\s(€$£])[-−])?(?:{NUMBER})"
_SCALE = r"[^\W\d]+\.?"
_AMOUNT = re.compile(rf"(?P<number>{_SIGNED})\s*(?P<scale>{_SCALE})?", re.UNICODE)
_RANGE = re.compile(
    rf"^\D{{0,12}}?({_SIGNED})\s*({_SCALE})?\s*(?:[-–—~]|to|až do|až|do|до|至|到)"
    rf"\s*[$€£¥₴]?\s*({NUMBER})\s*({_SCALE})?"
)
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.] ?\d{1,2}[-/.] ?(?:19|20)?\d\d)(?!\d)"
)
_SCALES = {
    "k": 1e3, "tis": 1e3, "tys": 1e3, "тис": 1e3, "тыс": 1e3,
    "m": 1e6, "mn": 1e6, "mil": 1e6, "mln": 1e6, "mio": 1e6, "млн": 1e6,
    "b": 1e9, "bn": 1e9, "mld": 1e9, "mrd": 1e9, "млрд": 1e9,
}  # fmt: skip
_SCALE_STEMS = {
    "thousand": 1e3, "tisic": 1e3, "tysiac": 1e3, "tysiec": 1e3, "тисяч": 1e3, "millio": 1e6, "milion": 1e6,
    "мільион": 1e6, "milliard": 1e9, "miliard": 1e9, "billion": 1e9, "мільиард": 1e9,
    "千万": 1e7, "百万": 1e6, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8,
}  # fmt: skip
"""How words for thousands and millions begin, whatever their ending, folded."""
_CURRENCIES = {
    "eur": "EUR", "€": "EUR", "euro": "EUR", "usd": "USD", "$": "USD", "gbp": "GBP", "£": "GBP",
    "euros": "EUR", "dollars": "USD", "pounds": "GBP", "zlotych": "PLN", "zlote": "PLN", "korun": "CZK",
    "pln": "PLN", "zl": "PLN", "czk": "CZK", "kc": "CZK", "uah": "UAH", "грн": "UAH", "гривень": "UAH",
    "₴": "UAH", "cny": "CNY", "rmb": "CNY", "¥": "CNY", "元": "CNY", "人民币": "CNY", "欧元": "EUR",
    "美元": "USD", "chf": "CHF", "євро": "EUR", "eura": "EUR", "dolarow": "USD", "dolaru": "USD",
    "доларів": "USD",    "злотих": "PLN", "крон": "CZK", "гривні": "UAH", "korunach": "CZK",
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
        return tuple(part.strip() for part in re.split(r"[;|、,，\n]", text) if part.strip())
    return text


def _looks_like(text: str) -> ValueType:
    if fold(text) in (_YES | _NO) - {"0", "1", "x", "n", "y"}:
        return ValueType.BOOLEAN
    if re.fullmatch(_SIGNED, text) and _digits(text) is not None:
        return ValueType.NUMBER
    return ValueType.SET if ";" in text else ValueType.CATEGORY


def parse_boolean(text: str) -> bool | None:
    word = fold(text).strip(" .!")
    return True if word in _YES else False if word in _NO else None


def parse_number(text: str) -> float | None:
    """A number in any of the usual notations; of a range such as '51-200' the middle is taken. A date
    is no number.
    """
    if _DATE.search(text):
        return None
    span = _RANGE.search(text)
    if span:
        low, low_scale, high, high_scale = span.groups()
        ends = (_scaled(low, _factor(low_scale) or _factor(high_scale)), _scaled(high, _factor(high_scale)))
        return None if ends[0] is None or ends[1] is None or ends[0] > ends[1] else (ends[0] + ends[1]) / 2
    amount = parse_amount(text)
    return amount.number if amount else None


def parse_amount(text: str) -> Amount | None:
    """'20–30 mil. Kč' is not one amount; '1,5 mln zł' is 1 500 000 PLN."""
    match = _AMOUNT.search(text)
    if match is None or _RANGE.search(text) or _DATE.search(text):
        return None
    number = _scaled(match.group("number"), _factor(match.group("scale")))
    return None if number is None else Amount(number=number, currency=currency_in(text))


def _scaled(number: str, factor: float | None) -> float | None:
    digits = _digits(number)
    return None if digits is None else digits * (factor or 1)


def _factor(word: str | None) -> float | None:
    """What a word after a number multiplies it by; nothing when it is no such word ("people")."""
    folded = fold(word or "").rstrip(".")
    if folded in _SCALES:
        return _SCALES[folded]
    if folded[-3:] in _CURRENCIES:  # "1.5MEUR"
        return _SCALES.get(folded[:-3])
    return next((factor for stem, factor in _SCALE_STEMS.items() if folded.startswith(stem)), None)


def currency_in(text: str) -> str | None:
    """The currency a text names first, as its ISO 4217 code."""
    words = re.findall(r"[^\W\d_]+|[€$£¥₴]", fold(text))
    return next((currency for word in words if (currency := _currency(word))), None)


def _currency(word: str) -> str | None:
    """The currency of a word; Han text and "MEUR" write it together with the scale."""
    within = (code for name, code in _CURRENCIES.items() if HAN.match(name) and name in word)
    return _CURRENCIES.get(word) or next(within, None) or _CURRENCIES.get(word[1:])


def _digits(text: str) -> float | None:
    """'1 234,5', '1,234.5', '1.234' and "1'234" the way people mean them."""
    bare = re.sub(r"[\s'’]", "", text).replace("−", "-")
    dot, comma = bare.rfind("."), bare.rfind(",")
    decimal = "." if dot > comma else ","
    if (bare.count(decimal) > 1 or re.fullmatch(r"-?[1-9]\d{0,2}([.,]\d{3})+", bare)) and not (
        dot >= 0 and comma >= 0
    ):
        decimal = "none"
        if bare.count(".") > 1 and not re.fullmatch(r"-?\d{1,3}(\.\d{3})+", bare):
            return None  # a version, an address
    for mark in ".,":
        bare = bare.replace(mark, "." if mark == decimal else "")
    try:
        number = float(bare)
    except ValueError:
        return None
    return number if isfinite(number) else None


def scale_of(unit: str | None) -> float:
    """What a band's unit multiplies by: 'million' or 'mil. Kč' 1e6, none or 'people' 1."""
    return next((factor for word in (unit or "").split() if (factor := _factor(word))), 1.0)


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
