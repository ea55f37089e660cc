"""Personal details found in a text, to be masked before it leaves the machine."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from icpbot.domain.disguise import Span

_W = r"[^\W\u3400-\u9fff]"
"""What words are made of; Han is written without a gap to what stands beside it."""
_EMAIL = re.compile(
    rf"(?:{_W}|[.+-])+\s?(?:@|\(at\)|\[at\])\s?(?:{_W}|-)+(?:\.(?:{_W}|-)+)+(?<![.-])", re.IGNORECASE
)
_IBAN = re.compile(rf"(?<!{_W})[A-Z]{{2}}\d{{2}}(?:[ ]?[A-Z0-9]{{2,4}}){{3,8}}(?!{_W})")
_CARD = re.compile(rf"(?<![.,/-])(?<!{_W})\d(?:[ -]?\d){{12,18}}(?!{_W}|[/-])")
_CARD_BEGINS = re.compile(r"4|5[1-5]|2[2-7]|3[0-9]|6")
"""Major industry identifiers of payment cards in use (ISO/IEC 7812)."""

_PHONE = re.compile(
    rf"(?<![/.,#№:-])(?<!{_W})(?:\(?\+|\()?\d(?:[ \u00a0().\-/]{{0,2}}\d){{6,14}}(?!{_W}|/|[.,:-]\d)"
)
_PHONE_REGIONS = ("PL", "CZ", "UA", "CN", "GB", "US", "DE")
_CALLED = re.compile(
    r"(?:\btel\b|telef|phone|mobil|\bcell\b|\bcall(?:ed)?\b|\btext me\b|whatsapp|zadzwo|dzwo[nń]|komórk|kontakt|volej|zavol"
    r"|\bčísl[oe]\b|numer(?!ze)|\bnumber\b|тел\b|телефон|дзвон|набер|моб|номер|电话|手机|拨打|致电|联系|ruf|anruf|handy)[^\d\n]{0,25}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:order|zamówie|objednáv|замовл|订单|invoice|faktur|рахун|накладн|发票|运单|\bpo\b|ticket|zgłosze|\bsku\b|tracking|przesył|zásilk"
    r"|parcel|serial|\bids?\b|ičo?\b|dič|\bnip\b|regon|\bkrs\b|єдрпоу|інн|\bvat\b|税号|编号|单号|account n|konto|číslo účtu"
    r"|\bversion|\bbuild\b|\bip\b|kód|\bcode\b|zlece|zakázk|case|\bref)[^\d\n]{0,25}$",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"[$€£¥₴]\s?$|\b(?:PLN|CZK|EUR|USD|UAH|CNY)\s?$")
_AMOUNT_AFTER = re.compile(
    r"\s?(?:[%$€£¥₴元个件万]|(?:zł|pln|kč|czk|грн|eur|usd|korun|crowns|euro|dollars|pounds|hryv|гривень|rows|wierszy|řádků|рядків"
    r"|parcels|paczek|zásilek|units|sztuk|kusů|штук|people|users|records|rekordów|km|kg|bytes)\b)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:19|20)\d\d[-./ ][01]?\d[-./ ][0-3]?\d|[0-3]?\d[-./ ][01]?\d[-./ ](?:19|20)\d\d")

_UPPER = "[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽА-ЯҐЄІЇ]"
_NAME = rf"{_UPPER}[^\W\d_]*(?:[ '’.-]{{1,2}}[^\W\d_]+){{0,4}}?\.?"
_HOUSE = r"\d{1,5}\s?[a-zA-Zа-яА-ЯіІ]?(?![\w])(?:\s?/\s?\d{1,4}[a-zA-Z]?)?"
_TOWN = rf"(?:,?\s+(?:\d{{2}}-\d{{3}}|\d{{3}}\s?\d{{2}}|\d{{5}})\s+{_UPPER}[^\W\d_]+(?:\s\d{{1,2}}(?!\w))?)"
_FLAT = r"(?:,?\s*(?:m\.|lok\.|mieszkanie|byt|кв\.?|квартира|офіс|flat|apt\.?|suite|unit)\s?\d{1,4}\w?)?"
_STREETS = (
    # English: number, name, kind of street; words that are also nouns only where the line goes on as an address
    re.compile(
        rf"(?<![\w.,-])\d{{1,5}}[A-Za-z]? (?:[A-Z][\w'’-]+\.? ){{1,3}}(?:(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd"
        rf"|Crescent|Terrace|Highway)\b\.?|(?:Drive|Dr|Way|Place|Close|Court|Ct|Square|Sq|Park|Row)\b\.?(?=\s*(?:[,;.]|$))){_FLAT}"
    ),
    re.compile(
        rf"(?<!\w)(?:ul|al|pl|os)\.\s?(?:\d{{1,2}}\s)?{_NAME}\s+{_HOUSE}{_FLAT}{_TOWN}?"
        rf"|(?<!\w)(?:[Uu]lic[aąęy]|[Aa]le(?:j[aęąe]|i)|[Pp]lacu?|[Oo]siedl[eu]) {_NAME}\s+{_HOUSE}{_FLAT}{_TOWN}?"
    ),
    re.compile(
        rf"(?<!\w)(?:nám|tř|nábř)\.\s?{_NAME}\s+{_HOUSE}{_FLAT}{_TOWN}?"
        rf"|(?<!\w)(?:[Uu]lic[eií]|[Nn]áměstí|[Tt]říd[aěuy]|[Nn]ábřeží) {_NAME}\s+{_HOUSE}{_FLAT}{_TOWN}?"
    ),
    re.compile(
        rf"(?<!\w)(?:[Вв]ул\.|[Пп]росп\.|[Пп]р\.|[Пп]р-т\.?|[Бб]ул\.|[Бб]-р\.?|[Пп]л\.|[Пп]ров\.|[Вв]улиц[яіюею]+|[Пп]роспект[іу]?|[Бб]ульвар[іу]?|[Пп]лощ[аіу]"
        rf"|[Пп]ровул[окуці]+)\s?{_NAME},?\s+(?:буд\.?|будинок)?\s?{_HOUSE}{_FLAT}"
    ),
    re.compile(
        r"(?:(?![是在到于址])[\u4e00-\u9fff]){1,10}?(?:路|街|大道|巷|弄|胡同)\s?\d{1,5}\s?(?:号|弄)(?:[\u4e00-\u9fffA-Za-z0-9]{0,10}?(?:楼|室|单元|栋|座|层))*"
    ),
    re.compile(r"(?<!\w)[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|gasse|weg|allee) \d{1,4}\s?[a-z]?(?!\w)"),
    # a street and number before a post code and a town, whatever the street is called
    re.compile(rf"(?<!\w){_UPPER}[^\W\d_]+(?: [^\W\d_]+){{0,2}} {_HOUSE},{_TOWN}"),
)  # fmt: skip


def personal(text: str) -> list[Span]:
    """E-mail and postal addresses, IBANs, payment cards and phone numbers, none over another.

    What has a checksum must pass it. A run of digits is a phone number if it is valid in one of the
    countries we read about, and is written as one or named as one: nine digits alone are an order
    number as often.
    """
    found: list[Span] = []
    for finder in _FINDERS:
        found += [span for span in finder(text) if not _overlaps(span, found)]
    return sorted(found)


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end, _ in others)


def _emails(text: str) -> Iterator[Span]:
    if "@" in text or "at" in text:
        yield from ((m.start(), m.end(), "[e-mail]") for m in _EMAIL.finditer(text))


def _ibans(text: str) -> Iterator[Span]:
    for match in _IBAN.finditer(text):
        end = match.end()
        while end > match.start() and not _is_iban(text[match.start() : end]):
            end = text.rfind(" ", match.start(), end)  # a word that follows was taken along
        if end > match.start():
            yield match.start(), end, "[iban]"


def _is_iban(written: str) -> bool:
    """ISO 13616: letters count from ten, and the whole leaves one when divided by 97."""
    plain = written.replace(" ", "")
    if not 15 <= len(plain) <= 34:
        return False
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


def _cards(text: str) -> Iterator[Span]:
    for match in _CARD.finditer(text):
        if _CARD_BEGINS.match(match.group()) and _luhn(match.group()):
            yield match.start(), match.end(), "[card]"


def _luhn(number: str) -> bool:
    """The check digit every payment card carries (ISO/IEC 7812)."""
    digits = [int(d) for d in number if d.isdigit()]
    doubled = [d * 2 - 9 * (d > 4) if i % 2 else d for i, d in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def _addresses(text: str) -> Iterator[Span]:
    for pattern in _STREETS:
        yield from ((m.start(), m.end(), "[address]") for m in pattern.finditer(text))


def _phones(text: str) -> Iterator[Span]:
    for match in _PHONE.finditer(text):
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 12]
        if _is_phone(match.group(), before, after):
            yield match.start(), match.end(), "[phone]"


def _is_phone(written: str, before: str, after: str) -> bool:
    if _DATE.match(written) or _is_dotted(written):
        return False
    if written.startswith(("+", "(+", "00")):
        return _valid(written if not written.startswith("00") else "+" + written[2:])
    if _COUNTED.search(before) or _MONEY_BEFORE.search(before) or _AMOUNT_AFTER.match(after):
        return False
    return (bool(_CALLED.search(before)) or _written_as_phone(written)) and _valid(written)


def _is_dotted(written: str) -> bool:
    """A network address or a version: dots between short groups of unequal length."""
    groups = re.findall(r"\d+", written)
    return written.count(".") >= 3 and max(map(len, groups)) <= 3 and len({len(g) for g in groups}) > 1


def _written_as_phone(written: str) -> bool:
    """By its groups, a trunk zero, brackets, or the form of a Chinese mobile number."""
    groups = re.findall(r"\d+", written)
    digits = "".join(groups)
    if re.fullmatch(r"1[3-9]\d{9}", digits):
        return len(groups) in {1, 3}
    if digits.startswith("0"):
        return len(digits) >= 9 and (len(groups) > 1 or len(digits) == 10)
    return written.startswith("(") or _grouped_as_phone(groups)


def _grouped_as_phone(groups: list[str]) -> bool:
    """Thousands, years and rows of small numbers are grouped too."""
    lengths = [len(group) for group in groups]
    years = all(re.fullmatch(r"(?:19|20)\d\d", group) for group in groups)
    return len(groups) >= 3 and min(lengths) > 1 and max(lengths) > 2 and "000" not in groups and not years


@cache
def _parser() -> Callable[[str, str | None], bool]:
    import phonenumbers

    def valid(written: str, region: str | None) -> bool:
        try:
            return bool(phonenumbers.is_valid_number(phonenumbers.parse(written, region)))
        except phonenumbers.NumberParseException:
            return False

    return valid


def _valid(written: str) -> bool:
    """Valid in the country it names, or in one of those we read about."""
    if "+" in written:
        return _parser()(written, None)
    return any(_parser()(written, region) for region in _PHONE_REGIONS)


_FINDERS = (_emails, _ibans, _cards, _addresses, _phones)
