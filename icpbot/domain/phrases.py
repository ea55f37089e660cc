"""Bands in people's own words: ranges of numbers and values of the vocabularies, in five languages."""

import re
from collections.abc import Iterator
from functools import cache

from icpbot.domain.catalogue import Attribute, Catalogue, ValueType
from icpbot.domain.numerals import in_digits
from icpbot.domain.profile import Criterion, Range
from icpbot.domain.text import HAN
from icpbot.domain.values import NUMBER, currency_in, parse_number
from icpbot.domain.vocabulary import flat_of, values_in, yes_no_in


def _any(*words: str) -> str:
    """One of these, the longest first; a word of letters begins where a word begins."""
    ordered = sorted(map(flat_of, words), key=len, reverse=True)
    letters = "|".join(re.escape(w) for w in ordered if w[0].isalpha() and not HAN.match(w))
    others = "|".join(re.escape(w) for w in ordered if not w[0].isalpha() or HAN.match(w))
    return rf"(?:(?<![^\W\d_])(?:{letters})" + (rf"|(?:{others}))" if others else ")")


_COUNTS = {flat_of(word): count for count, words in enumerate(
    (("one", "jeden", "jedna", "jednego", "jednoho", "один", "одного", "一"),
     ("two", "dwa", "dwie", "dwoch", "dva", "dve", "dvou", "два", "двох", "两"),
     ("three", "trzy", "trzech", "tri", "три", "трьох", "三")), 1) for word in words}  # fmt: skip
_SIGN = r"[€$£¥₴]?\s?"
_N = rf"{_SIGN}({NUMBER})"
_COUNT = rf"{_SIGN}({NUMBER}|(?:{'|'.join(_COUNTS)})(?![a-z\u0400-\u04ff]))"
_SCALE = (
    r"((?:\s?(?:(?:k|mn|m|mln|mil\.?|mio|tis\w*\.?|tys\w*\.?|thousand|millions?|milion\w*|млн|мільион\w*|тис\w*\.?|bn|mld\.?"
    r"|billion|miliard\w*|млрд)(?![^\W\d_])|千万|百万|万|亿|千))?)"
)
_MONEY = r"(?:\s?(?:(?:eur|euro|usd|gbp|pln|zl|czk|kc|uah|грн|євро|злотих|крон|гривень|zlotych|korun|euros|eura|dolarow)(?![^\W\d_])|人民币|欧元|美元|[元€$£₴¥]))?"
_BETWEEN = re.compile(
    rf"{_N}{_SCALE}{_MONEY}年?\s*(?:[-–—~至到]|(?<=\s)(?:to|az do|az|do|до|по)(?=\s))\s*{_N}{_SCALE}"
)
_AND = re.compile(
    rf"{_any('between', 'między', 'pomiędzy', 'mezi', 'між', '介于', '在')}\s*"
    rf"(?:(?:the years|lety|roky|latami|роками|років)\s)?{_N}{_SCALE}{_MONEY}\s*(?:and|a|i|та|і|и|й|和|与)\s*{_N}{_SCALE}"
)
_FROM = ("at least", "from", "minimum", "min.", "min", "≥", ">=", "od", "co najmniej", "przynajmniej", "alespoň", "aspoň",
         "nejméně", "minimálně", "nejmíň", "від", "щонайменше", "принаймні", "мінімум", "не менше", "至少", "不少于", "不低于")  # fmt: skip
_MORE = ("more than", "over", "above", ">", "powyżej", "ponad", "więcej niż", "nad", "více než", "přes", "понад",
         "більше ніж", "більше за", "більше", "więcej jak", "超过", "多于", "大于", "高于")  # fmt: skip
_UPTO = ("at most", "up to", "maximum", "max.", "max", "≤", "<=", "do", "najwyżej", "maksymalnie", "nejvýše",
         "maximálně", "nejvíc", "do", "до", "щонайбільше", "максимум", "最多", "至多", "不超过", "不多于")  # fmt: skip
_LESS = ("less than", "fewer than", "under", "below", "<", "poniżej", "mniej niż", "pod", "méně než", "менше ніж",
         "менше за", "менше", "少于", "小于", "低于")  # fmt: skip
_BOUND = re.compile(
    rf"(?P<no>(?<![^\W\d_])(?:no|not|nie|ne|не)\s|不)?(?:(?P<from>{_any(*_FROM)})|(?P<more>{_any(*_MORE)})"
    rf"|(?P<upto>{_any(*_UPTO)})|(?P<less>{_any(*_LESS)}))\s*:?\s*{_COUNT}{_SCALE}"
)
_OPEN = re.compile(
    rf"{_N}{_SCALE}{_MONEY}(?:\s[^\W\d_]+|[人名个家])?\s?(?:(?P<from>\+|(?:or more|and more|and up|or over|lub wiecej"
    rf"|i wiecej|a vice|nebo vice|a wiecej|або більше|і більше)(?![^\W\d_])|以上)|(?P<upto>(?:or less|or fewer|lub mniej|nebo mene"
    rf"|або менше)(?![^\W\d_])|以下|以内))"
)


def ranges(text: str) -> Iterator[tuple[Range, tuple[int, int]]]:
    """Every range of numbers a text states, with its place; scaled to whole units."""
    flat = flat_of(in_digits(text))
    taken: list[tuple[int, int]] = []
    for pattern in (_AND, _BETWEEN, _OPEN, _BOUND):
        for match in pattern.finditer(flat):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            currency = _currency_of(match, flat)
            found = _span(match, currency) if pattern in {_AND, _BETWEEN} else _half(match, currency, flat)
            taken.append(match.span())
            if found:
                yield found, match.span()


def _currency_of(match: re.Match[str], flat: str) -> str | None:
    """The currency stated right before, within or right after a range."""
    following = re.match(r"\s?([€$£¥₴]|[^\W\d_]{1,8})", flat[match.end() :])
    around = (
        flat[max(0, match.start() - 2) : match.start()],
        match.group(),
        following and following.group(1),
    )
    return next((currency for part in around if part and (currency := currency_in(part))), None)


def _span(match: re.Match[str], currency: str | None) -> Range | None:
    low, low_scale, high, high_scale = match.groups()
    ends = parse_number(low + (low_scale or high_scale)), parse_number(high + high_scale)
    if ends[0] is None or ends[1] is None or ends[0] > ends[1]:
        return None
    return Range(min=ends[0], max=ends[1], currency=currency)


def _half(match: re.Match[str], currency: str | None, flat: str) -> Range | None:
    """A range open at one end. Of whole things 'more than one' is two and more."""
    told = match.groupdict()
    number, scale = [
        g for name, g in enumerate(match.groups(), 1) if name not in match.re.groupindex.values()
    ]
    value = float(_COUNTS[number]) if number in _COUNTS else parse_number(number + scale)
    if value is None:
        return None
    more, less = told.get("more"), told.get("less")
    if told.get("no"):
        if not (more or less):
            return None
        return Range(max=value, currency=currency) if more else Range(min=value, currency=currency)
    fraction = scale or currency or value != int(value) or flat[match.end() :].lstrip()[:1] == "%"
    step = 0 if fraction else 1
    if told["from"] or more:
        return Range(min=value + (step if more else 0), currency=currency)
    return Range(max=value - (step if less else 0), currency=currency)


def criteria_in(text: str, catalogue: Catalogue) -> list[Criterion]:
    """Criteria a person's own words state: ranges with the attribute they are about, values of the
    vocabularies ("logistics", "not Czechia") and what is there or not. Read back before they count;
    nothing where only the person knows what was meant ("like the Czech ones").
    """
    if _LIKE.search(flat_of(text)):
        return []
    found = _measured(text, catalogue)
    for attribute, wanted, unwanted in values_in(text, catalogue):
        if attribute.key not in found:
            found[attribute.key] = _criterion(attribute, tuple(wanted), tuple(unwanted))
    for attribute, there in yes_no_in(text, catalogue):
        found.setdefault(attribute.key, Criterion(attribute=attribute.key, ideal=there))
    return list(found.values())


def _measured(text: str, catalogue: Catalogue) -> dict[str, Criterion]:
    """Years of founding first, then every other range, with the attribute it is about."""
    found: dict[str, Criterion] = {}
    digits = in_digits(text)
    years = list(_years(digits))
    if years and (founded := _of_years(digits, catalogue)):
        found[founded.key] = Criterion(attribute=founded.key, ideal=years[0][0])
    last: str | None = None
    for span, (start, end) in sorted(ranges(text), key=lambda entry: entry[1]):
        if found and any(start < until and begin < end for _, (begin, until) in years):
            continue
        attribute = _attribute_near(digits, start, end, span, catalogue)
        if attribute and attribute.key not in found:
            found[attribute.key] = Criterion(attribute=attribute.key, ideal=span)
            last = attribute.key
        elif last and (attribute is None or attribute.key == last):
            found[last] = found[last].model_copy(update={"ideal": _closed(found[last].ideal, span)})
    return found


def _closed(first: object, second: Range) -> object:
    """'Minimum 15 people, maximum 80': the second half of a range closes the first."""
    if not isinstance(first, Range) or (first.currency != second.currency and second.currency):
        return first
    if first.max is None and second.min is None and (first.min or 0) <= (second.max or 0):
        return first.model_copy(update={"max": second.max})
    if first.min is None and second.max is None and (second.min or 0) <= (first.max or 0):
        return first.model_copy(update={"min": second.min})
    return first


_YEAR = r"(?:(?:the year|roku|roce|rokiem|rok|року|роки)\s)?((?:18|19|20)\d\d)(?!\d)"
_SINCE = re.compile(
    rf"(?<![^\W\d_])(?:(?P<after>after|later than|po|після)|(?P<since>since|from|od|від|з))\s{_YEAR}"
    rf"|(?<!\d)((?:18|19|20)\d\d)年?(?:以后|之后|以来|后)"
)
_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:before|prior to|przed|pred|перед|до)\s{_YEAR}|(?<!\d)((?:18|19|20)\d\d)年?(?:以前|之前|前)"
)


def _years(text: str) -> Iterator[tuple[Range, tuple[int, int]]]:
    """'After 2015', 'przed 2000 rokiem', '2015年以后'. Han words for after include the year itself."""
    flat = flat_of(text)
    for match in _SINCE.finditer(flat):
        year = int(next(g for g in match.groups()[2:] if g))
        yield Range(min=year + 1 if match["after"] else year), match.span()
    for match in _BEFORE.finditer(flat):
        yield Range(max=int(next(g for g in match.groups() if g)) - 1), match.span()


def _of_years(text: str, catalogue: Catalogue) -> Attribute | None:
    """The attribute that counts in years of the calendar, when the text names it."""
    counted = (a for a in catalogue.attributes if a.unit == "year" and not a.protected)
    flat = flat_of(text)
    return next((a for a in counted if _stems((*a.labels.values(), *a.synonyms)).search(flat)), None)


_LIKE = re.compile(
    r"^\W*(?:(?:the )?(?:ones |companies )?(?:like|similar to) (?:the|those|our|these)|(?:firmy )?(?:takie|tacy|taka|taki) jak"
    r"|(?:firmy )?podobne do|(?:takov\w{1,2}|neco) jako|(?:firmy )?podobn\w{1,2} (?:jako|tem|nasim)|(?:компаніі )?(?:такі|такии|така),? як"
    r"|(?:компаніі )?схожі на|(?:就)?像|类似|跟.{1,8}一样)"
)


_ABOUT = re.compile(
    r"(?:(?<![^\W\d_])(?:about|around|roughly|circa|ca|okolo|kolem|asi|priblizne|zhruba|okolo|mniej wiecej|jakies|blisko"
    r"|близько|приблизно|десь)|~|≈|大约|大概|左右|约)\W{0,2}\d"
)
_SIZED = re.compile(
    r"(?<![^\W\d_])(?:small|smaller|tiny|mid-?sized|medium|big|bigger|large|larger|mal[eyaiou]\w{0,2}|mensi\w{0,2}|mniejsz\w+"
    r"|duz[yaei]\w{0,3}|wieksz\w+|sredni\w{0,3}|stredn\w{0,3}|velk[yaeo]\w{0,2}|vetsi\w{0,2}|мал[іиа]\w{0,2}|менш\w+|велик\w+"
    r"|більш[іи]\w{0,2}|середн\w+)(?![^\W\d_])|[小大中]型?(?:公司|企业|型)|预算大"
)


def asks_back(text: str) -> str | None:
    """The question to ask before words can be measured: like them in what, about 200 from where to where,
    how small is small; nothing when none of these is what is missing.
    """
    flat = flat_of(text)
    if _LIKE.search(flat):
        return "draft-like"
    if _ABOUT.search(flat):
        return "draft-about"
    return "draft-sized" if _SIZED.search(flat) else None


def _criterion(attribute: Attribute, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> Criterion:
    """What is only ruled out breaks the deal and weighs nothing: not being there earns no points."""
    if wanted:
        return Criterion(attribute=attribute.key, ideal=wanted, avoid=unwanted or None)
    return Criterion(attribute=attribute.key, avoid=unwanted, deal_breaker=True, weight=0)


_PEOPLE = re.compile(
    r"(?<![^\W\d_])(?:osob\w{0,3}|lidi|ludzi|люде\w|осіб|people|persons|heads)(?![^\W\d_])|人|名"
)
_CLAUSE_END = re.compile(r"[\d,;.\n。，；、]|\s(?:and|i|oraz|a|та|і|or|with|but|和)\s")


def _attribute_near(text: str, start: int, end: int, span: Range, catalogue: Catalogue) -> Attribute | None:
    """The numeric attribute named right after a range, or right before it, in the same clause."""
    flat = flat_of(in_digits(text))
    after = _CLAUSE_END.split(flat[end : end + 30])[0]
    before = _CLAUSE_END.split(flat[max(0, start - 30) : start])[-1]
    money = {ValueType.MONEY} if span.currency else {ValueType.NUMBER, ValueType.MONEY}
    numeric = [a for a in catalogue.attributes if a.type in money and not a.protected]
    within = re.sub(r"[\d.,]", " ", flat[start:end])
    for near, last in ((after, False), (within, False), (before, True)):
        places = [
            ((-m.end() if last else m.start()), -len(m.group()), a)
            for a in numeric
            for m in _stems((*a.labels.values(), *a.synonyms)).finditer(near)
        ]
        if places:
            return min(places, key=lambda entry: entry[:2])[2]
        if _PEOPLE.search(near) and not span.currency:
            return catalogue.attribute("employees")
    return catalogue.attribute("revenue") if span.currency else None


@cache
def _stems(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of an attribute's names with whatever ending it takes."""
    longest_first = sorted(
        (flat for flat in map(flat_of, names) if len(flat) >= 3 or HAN.search(flat)), key=len
    )
    return re.compile("|".join(map(_stem, reversed(longest_first))))


def _stem(flat: str) -> str:
    if HAN.search(flat):
        return re.escape(flat)
    stem = flat[:-2] if len(flat) >= 7 else flat[:-1] if len(flat) >= 5 else flat
    ending = r"[^\W\d_]{0,4}" if len(flat) >= 5 else ""
    return rf"(?<![^\W\d_]){re.escape(stem)}{ending}(?![^\W\d_])"
