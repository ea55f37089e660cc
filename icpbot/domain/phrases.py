"""Bands in people's own words: ranges of numbers and values of the vocabularies, in five languages."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from icpbot.domain.catalogue import Attribute, Catalogue, ValueType, plain
from icpbot.domain.model import Model
from icpbot.domain.profile import Criterion, Range
from icpbot.domain.text import HAN, fold
from icpbot.domain.values import NUMBER, currency_in, is_blank, parse_number


def _any(*words: str) -> str:
    """One of these, the longest first; a word of letters begins where a word begins."""
    ordered = sorted(map(_flat, words), key=len, reverse=True)
    letters = "|".join(re.escape(w) for w in ordered if w[0].isalpha() and not HAN.match(w))
    others = "|".join(re.escape(w) for w in ordered if not w[0].isalpha() or HAN.match(w))
    return rf"(?:(?<![^\W\d_])(?:{letters})" + (rf"|(?:{others}))" if others else ")")


def _flat(text: str) -> str:
    """Folded, character by character, so that places stay the same."""
    return "".join(fold(char)[:1] or " " for char in text)


_COUNTS = {_flat(word): count for count, words in enumerate(
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
_MONEY = r"(?:\s?(?:(?:eur|euro|usd|gbp|pln|zl|czk|kc|uah|грн)(?![^\W\d_])|[元€$£₴¥]))?"
_BETWEEN = re.compile(
    rf"{_N}{_SCALE}{_MONEY}\s*(?:[-–—~至到]|(?<=\s)(?:to|az do|az|do|до|по)(?=\s))\s*{_N}{_SCALE}"
)
_AND = re.compile(
    rf"{_any('between', 'między', 'pomiędzy', 'mezi', 'між', '介于', '在')}\s*{_N}{_SCALE}{_MONEY}"
    rf"\s*(?:and|a|i|та|і|й|和|与)\s*{_N}{_SCALE}"
)
_FROM = ("at least", "from", "minimum", "min.", "min", "≥", ">=", "od", "co najmniej", "przynajmniej", "alespoň", "aspoň",
         "nejméně", "minimálně", "від", "щонайменше", "принаймні", "至少")  # fmt: skip
_MORE = ("more than", "over", "above", ">", "powyżej", "ponad", "więcej niż", "nad", "více než", "přes", "понад",
         "більше ніж", "більше за", "більше", "超过", "多于", "大于", "高于")  # fmt: skip
_UPTO = ("at most", "up to", "maximum", "max.", "max", "≤", "<=", "do", "najwyżej", "maksymalnie", "nejvýše",
         "maximálně", "до", "щонайбільше", "最多", "至多")  # fmt: skip
_LESS = ("less than", "fewer than", "under", "below", "<", "poniżej", "mniej niż", "pod", "méně než", "менше ніж",
         "менше за", "менше", "少于", "小于", "低于")  # fmt: skip
_BOUND = re.compile(
    rf"(?P<no>(?<![^\W\d_])(?:no|not|nie|ne|не)\s|不)?(?:(?P<from>{_any(*_FROM)})|(?P<more>{_any(*_MORE)})"
    rf"|(?P<upto>{_any(*_UPTO)})|(?P<less>{_any(*_LESS)}))\s*:?\s*{_COUNT}{_SCALE}"
)
_OPEN = re.compile(
    rf"{_N}{_SCALE}{_MONEY}(?:\s[^\W\d_]+|[人名个家])?\s?(?:(?P<from>\+|(?:or more|and more|and up|or over|lub wiecej"
    rf"|i wiecej|a vice|nebo vice|або більше|і більше)(?![^\W\d_])|以上)|(?P<upto>(?:or less|or fewer|lub mniej|nebo mene"
    rf"|або менше)(?![^\W\d_])|以下|以内))"
)


def ranges(text: str) -> Iterator[tuple[Range, tuple[int, int]]]:
    """Every range of numbers a text states, with its place; scaled to whole units."""
    flat = _flat(text)
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
    """Criteria a person's own words state: ranges with the attribute they are about, and values
    of the vocabularies ("logistics", "not Czechia"). Read back before they count.
    """
    found: dict[str, Criterion] = {}
    for span, (start, end) in ranges(text):
        attribute = _attribute_near(text, start, end, span, catalogue)
        if attribute and attribute.key not in found:
            found[attribute.key] = Criterion(attribute=attribute.key, ideal=span)
    for attribute, wanted, unwanted in values_in(text, catalogue):
        if attribute.key not in found:
            found[attribute.key] = _criterion(attribute, tuple(wanted), tuple(unwanted))
    return list(found.values())


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
    flat = _flat(text)
    after = _CLAUSE_END.split(flat[end : end + 30])[0]
    before = _CLAUSE_END.split(flat[max(0, start - 30) : start])[-1]
    money = {ValueType.MONEY} if span.currency else {ValueType.NUMBER, ValueType.MONEY}
    numeric = [a for a in catalogue.attributes if a.type in money and not a.protected]
    for near, last in ((after, False), (before, True)):
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
        (flat for flat in map(_flat, names) if len(flat) >= 3 or HAN.search(flat)), key=len
    )
    return re.compile("|".join(map(_stem, reversed(longest_first))))


def _stem(flat: str) -> str:
    if HAN.search(flat):
        return re.escape(flat)
    stem = flat[:-2] if len(flat) >= 7 else flat[:-1] if len(flat) >= 5 else flat
    ending = r"[^\W\d_]{0,4}" if len(flat) >= 5 else ""
    return rf"(?<![^\W\d_]){re.escape(stem)}{ending}(?![^\W\d_])"


class _Said(Model):
    """A term a text names, and where."""

    attribute: str
    term: str
    start: int
    end: int


_CODES_OF_OTHER_THINGS = frozenset({
    "ai", "ar", "bi", "cc", "hr", "id", "io", "it", "ml", "ms", "pa", "pm", "pr", "ps", "qa", "sa",
    "tv", "vc",
})  # fmt: skip
"""Country codes that are shorter words for something else: HR, IT, PR."""
_GAP = re.compile(r"[ \t&/+'’.\-–]{1,3}")
_AGAINST = re.compile(
    r"(?<![^\W\d_])(?:no|not|never|except|excluding|without|nie|bez|oprocz|procz|krome|mimo|ne|не|без|крім|окрім)"
    r"(?![^\W\d_])(?!\s(?:only|tylko|jen|тільки|лише))|不(?!仅|只)|除了|除|没|非(?!洲)"
)
_STOP = re.compile(r"[,;.\n，。；]|(?<![^\W\d_])(?:but|ale|але|但)(?![^\W\d_])")


def values_in(text: str, catalogue: Catalogue) -> list[tuple[Attribute, list[str], list[str]]]:
    """Values of the vocabularies that a text names, wanted and unwanted. The longest name counts,
    and each word once: 'SAP' is part of the tech stack, unless the sentence speaks of the ERP.
    """
    flat = _flat(text)
    found: dict[str, tuple[Attribute, list[str], list[str]]] = {}
    for said in _longest(_heard(text, catalogue)):
        attribute = catalogue.attribute(said.attribute)
        if attribute:
            _, wanted, unwanted = found.setdefault(attribute.key, (attribute, [], []))
            if said.term not in (*wanted, *unwanted):
                against = _AGAINST.search(_STOP.split(flat[: said.start])[-1])
                (unwanted if against else wanted).append(said.term)
    return list(found.values())


def _longest(heard: Iterable[_Said]) -> list[_Said]:
    """Each place once, the longest name first and then the first vocabulary; in the order of the text."""
    kept: list[_Said] = []
    for said in sorted(heard, key=lambda s: s.start - s.end):
        if all(said.end <= other.start or other.end <= said.start for other in kept):
            kept.append(said)
    return sorted(kept, key=lambda s: s.start)


def _heard(text: str, catalogue: Catalogue) -> Iterator[_Said]:
    stretches = list(_stretches(text))
    vocabularies = dict.fromkeys(a.vocabulary for a in catalogue.attributes if a.vocabulary)
    for vocabulary in vocabularies:
        for start, end in stretches:
            term = catalogue.spoken(vocabulary, plain(text[start:end]))
            if term is None or is_blank(term.key) or not _meant(text[start:end], vocabulary):
                continue
            attribute = _attribute_of(vocabulary, text, start, catalogue)
            if attribute:
                yield _Said(attribute=attribute.key, term=term.key, start=start, end=end)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Every run of up to six words, and every piece of Han text of two to eight characters."""
    words = [m.span() for m in re.finditer(r"[^\W_]+", text)]
    for index, (start, end) in enumerate(words):
        if HAN.search(text[start:end]):
            size = end - start
            yield from (
                (start + i, start + j) for i in range(size) for j in range(i + 2, min(size, i + 8) + 1)
            )
        yield start, end
        for (_, last), (following, until) in zip(words[index:], words[index + 1 : index + 6], strict=False):
            if not _GAP.fullmatch(text[last:following]) or ". " in text[last:following]:
                break
            yield start, until


def _meant(surface: str, vocabulary: str | None) -> bool:
    """'IT' is not 'it', 'Mali' is not Polish 'mali': short names count only as they are spelled."""
    bare = plain(surface).replace(" ", "")
    if not bare.isascii() or len(bare) > 4:
        return True
    if len(bare) <= 2:
        return surface.isupper() and not (vocabulary == "countries" and bare in _CODES_OF_OTHER_THINGS)
    return not surface[0].islower()


def _attribute_of(vocabulary: str | None, text: str, start: int, catalogue: Catalogue) -> Attribute | None:
    """The attribute of this vocabulary that the sentence names, else the vocabulary's first. A
    function ("sales", "warehouse") is in every other sentence: it must be named.
    """
    own = [a for a in catalogue.attributes if a.vocabulary == vocabulary and not a.protected]
    begin = max((m.end() for m in re.finditer(r"[.;\n。；]\s", text[:start])), default=0)
    until = re.search(r"[.;\n。；]", text[start:])
    sentence = f" {plain(text[begin : start + until.start() if until else len(text)])} "
    for attribute in own[1:] if vocabulary != "functions" else own:
        names = (plain(n) for n in (attribute.key, *attribute.labels.values(), *attribute.synonyms))
        if any(f" {name} " in sentence or (HAN.search(name) and name in sentence) for name in names):
            return attribute
    return None if vocabulary == "functions" or not own else own[0]
