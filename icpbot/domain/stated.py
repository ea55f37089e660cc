"""What a few words of a text state of one attribute of a company: read by rules, whoever points at the words.

A number counts where it stands at a name of the attribute ("85 specialists", "floor space: 12 000"), a term of
a vocabulary where nobody else is meant by it, anything else where the attribute is named beside the very words.
Precision comes first: what is not sure is nothing.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from icpbot.domain.catalogue import Attribute, Catalogue, ValueType
from icpbot.domain.counted import OTHERS, names_of, number_at_name
from icpbot.domain.grounding import find
from icpbot.domain.pasted import facts_in
from icpbot.domain.profile import AllOf, AnyOf, Criterion, Range
from icpbot.domain.text import fold, sentences, terms
from icpbot.domain.values import (
    Amount,
    Value,
    as_set,
    parse_amount,
    parse_boolean,
    parse_number,
    parse_value,
)
from icpbot.domain.vocabulary import values_in, yes_no_in

_WORDS = re.IGNORECASE
_ANY_DAY = datetime(1, 1, 1, tzinfo=UTC)  # of what is read here only the value is used
_FOR_WHOM = re.compile(
    r"\b(?:for|to|serving|helping|selling|dla|pro|для|którzy|která|яка|який)\b|为(?=[^。]*(?:客户|企业|行业))",
    _WORDS,
)
_SEAT = re.compile(
    r"\b(?:head\s?quarter\w*|head office|hq|registered|incorporated|siedzib\w*|zarejestrowan\w*|síd\w*|зареєстрован\w*|штаб\w*|головн\w+ офіс\w*)\b|总部|注册",
    _WORDS,
)
_ELSEWHERE = re.compile(
    r"\b(?:offices|branch\w*|subsidiar\w*|remote\w*|regional|european|asian|oddział\w*|biur\w*|poboč\w*|філі\w*|представництв\w*)\b|分公司|办事处",
    _WORDS,
)
_CODE = re.compile(r"\b[A-Z]{2}\b")
"""Behind a city it is a state of the US as often as a country."""
_PLANNED = re.compile(
    r"\b(?:integrat\w*|replac\w*|instead|migrat\w*|compatib\w*|plug-?ins?|used to|former\w*|no longer|plan\w*|will|integr\w*|zamiast|zastąpi\w*|místo|nahra\w*|bude\w*|będzie\w*|замість|заміни\w*|інтегр\w*|плану\w*)\b|集成|替代|替换|计划",
    _WORDS,
)  # fmt: skip
"""A tool that is connected, left or planned is not the one in use."""
_DENIED = re.compile(
    r"\b(?:no|not|never|without|lack\w*|[^\W\d_]+n['’]t|nie|brak\w*|bez|nem\w{1,4}|není|žádn\w*|нема\w*|не|без|жодн\w*)\b|没有|无",
    _WORDS,
)


def wanted(criterion: Criterion, catalogue: Catalogue) -> Attribute:
    """The attribute of a criterion; one that the catalogue does not know is what its bands make it."""
    known = catalogue.attribute(criterion.attribute)
    if known:
        return known
    name = criterion.attribute.replace("_", " ")
    return Attribute(key="_".join(fold(name).split()), type=_type_of(criterion), labels={"en": name})


def _type_of(criterion: Criterion) -> ValueType:
    for _, band in criterion.bands():
        if isinstance(band, bool):
            return ValueType.BOOLEAN
        if isinstance(band, Range):
            return ValueType.MONEY if band.currency else ValueType.NUMBER
        if isinstance(band, AnyOf | AllOf):
            return ValueType.SET
        if band and not any(isinstance(value, str) for value in band):
            return ValueType.NUMBER
    return ValueType.CATEGORY


def tells_itself(attribute: Attribute) -> bool:
    """Whether rules can read the attribute without being told what to look for."""
    by_type = {ValueType.NUMBER, ValueType.MONEY, ValueType.BOOLEAN, ValueType.COUNTRY}
    return attribute.type in by_type or attribute.vocabulary is not None


def stated(
    text: str, place: tuple[int, int], attribute: Attribute, catalogue: Catalogue, *, told: str | None = None
) -> Value | None:
    """The value that the words at a place state of an attribute, read in their sentence; nothing where the
    rules read none, or another than `told`, what somebody else takes it for. What no rule can tell from other
    words (a city, a stage of funding) is only read where it is told.
    """
    if attribute.protected:
        return None
    value = _read(text, place, attribute, catalogue, told)
    if value is None or (told is not None and not _agrees(value, told, attribute, catalogue)):
        return None
    return value


def _read(
    text: str, place: tuple[int, int], attribute: Attribute, catalogue: Catalogue, told: str | None
) -> Value | None:
    start, end = _sentence(text, place)
    words, sentence = text[place[0] : place[1]], text[start:end]
    inside = place[0] - start, place[1] - start
    found = _by_pattern(sentence, inside, attribute, catalogue)
    if found is not None:
        return found
    if attribute.type in {ValueType.NUMBER, ValueType.MONEY}:
        return number_at_name(words, text[start : place[0]], attribute, catalogue)
    if attribute.type is ValueType.BOOLEAN:
        return _yes_no(words, attribute, catalogue)
    if attribute.type is ValueType.COUNTRY or attribute.vocabulary:
        return _term(words, sentence, attribute, catalogue)
    if attribute.type in {ValueType.CATEGORY, ValueType.SET} and told:
        return _verbatim(words, told, attribute, catalogue)
    return None


def _sentence(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """What is said around a place: its sentence, or all of those it reaches into."""
    around = [(a, b) for a, b in sentences(text) if a < place[1] and place[0] < b] or [place]
    return min(place[0], around[0][0]), max(place[1], around[-1][1])


def _by_pattern(
    sentence: str, place: tuple[int, int], attribute: Attribute, catalogue: Catalogue
) -> Value | None:
    """What a sentence states outright, if that is what the words are about."""
    for fact in facts_in(sentence, catalogue, recorded_at=_ANY_DAY):
        at = fact.citation
        if fact.attribute == attribute.key and at and at.start < place[1] and place[0] < at.end:
            return None if OTHERS.search(sentence[: at.start]) else fact.value
    return None


def _yes_no(words: str, attribute: Attribute, catalogue: Catalogue) -> bool | None:
    if OTHERS.search(words) or _PLANNED.search(words):
        return None
    book = catalogue
    if catalogue.attribute(attribute.key) is None:
        book = Catalogue(attributes=(attribute,))
    said = {yes for named, yes in yes_no_in(words, book) if named.key == attribute.key}
    if said == {True} and _DENIED.search(words):  # a denial may also follow: "vlastní flotilu nemáme"
        return None
    return said.pop() if len(said) == 1 else None


def _term(words: str, sentence: str, attribute: Attribute, catalogue: Catalogue) -> Value | None:
    """A term of the attribute's vocabulary where it is said of the company itself."""
    own = _FOR_WHOM.split(words)[0]
    if OTHERS.search(own) or _PLANNED.search(own) or not _is_named(attribute, sentence, catalogue):
        return None
    if attribute.type is ValueType.COUNTRY:
        own = _CODE.sub(" ", own)
    named = {a.key: (yes, no) for a, yes, no in values_in(own, catalogue)}
    yes, no = named.get(attribute.key, ([], []))
    if no or not yes:
        return None
    if attribute.type is ValueType.SET:
        return tuple(yes)
    if attribute.type is ValueType.COUNTRY and len(yes[0]) != 2:  # a region has a longer key
        return None
    return yes[0] if len(yes) == 1 else None


def _is_named(attribute: Attribute, sentence: str, catalogue: Catalogue) -> bool:
    """Whether a sentence says what a term in it is to the company. The first attribute of a vocabulary (the
    industry, the tools in use) needs no name to be taken for meant, so only patterns may read it.
    """
    if attribute.type is ValueType.COUNTRY:
        return bool(_SEAT.search(sentence)) and not _ELSEWHERE.search(sentence)
    first = next((a for a in catalogue.attributes if a.vocabulary == attribute.vocabulary), None)
    return first is None or first.key != attribute.key


def _verbatim(words: str, told: str, attribute: Attribute, catalogue: Catalogue) -> Value | None:
    """What is told, if these words hold it beside a name of the attribute."""
    if OTHERS.search(words):
        return None
    value = parse_value(attribute, told)
    parts = [part for part in as_set(value) if part] if value is not None else []
    if not parts or not all(find(part, words) for part in parts):
        return None
    said, names = set(terms(words)), names_of(attribute, catalogue)
    left = said - {word for part in parts for word in terms(part)}
    return value if any(name <= left for name in names) else None


def _agrees(value: Value, told: str, attribute: Attribute, catalogue: Catalogue) -> bool:
    if isinstance(value, bool):
        return parse_boolean(told) is value
    if isinstance(value, Amount):
        amount = parse_amount(told)
        return bool(amount and amount.number == value.number and amount.currency in {None, value.currency})
    if isinstance(value, float):
        return parse_number(told) == value
    vocabulary = "countries" if attribute.type is ValueType.COUNTRY else attribute.vocabulary
    meant, read = (set(_canonical(v, vocabulary, catalogue)) for v in (parse_value(attribute, told), value))
    return bool(meant) and meant <= read


def _canonical(value: Value | None, vocabulary: str | None, catalogue: Catalogue) -> Iterator[str]:
    if value is not None:
        yield from (catalogue.canonical(vocabulary, part) for part in as_set(value))
