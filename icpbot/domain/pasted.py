"""Facts a pasted text states outright: what a website's "about" or a signature says of its company.

Precision comes first: a pattern takes what can only be said of the company itself ("founded in", "we
employ"), and an attribute for which two values are found is left out.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from icpbot.domain.accounts import Fact, FactOrigin
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.grounding import Quote
from icpbot.domain.seats import seats
from icpbot.domain.subjects import Found, of_another, own_name, said_before
from icpbot.domain.text import fold, sentences
from icpbot.domain.trades import trades
from icpbot.domain.values import NUMBER, parse_amount, parse_number
from icpbot.domain.vocabulary import values_in

_WORDS = re.IGNORECASE
_N = rf"(?P<n>(?:{NUMBER})(?:\s?[kK]\b|\s?(?:tys|tis|тис)\.?(?![^\W\d_])|千|万)?(?:\s*(?:[-–—~]|to|do|až|až do|до|至|到)\s*(?:{NUMBER})(?:[kK]\b)?)?)"
_ABOUT = r"(?:about|around|approximately|approx\.?|roughly|over|more than|some|nearly|almost|circa|ca\.?|ok\.|około|ponad|blisko|prawie|asi|zhruba|přibližně|kolem|přes|více než|téměř|близько|понад|приблизно|майже|більше|约|大约|近|超过|~)"
_KIND = r"(?:full[- ]?time|permanent|talented|dedicated|passionate|global|total|current|stałych|etatowych|stálých|kmenových|штатних|名|多名|余名|位|多)"
_EMPLOYEES = r"(?:employees?|staff(?: members)?|team members|teammates|coworkers|FTEs?|pracownik(?:ów|i|a)|pracujących|zaměstnanc\w*|pracovník\w*|працівник\w*|співробітник\w*|员工|职工|名员工)"
_PEOPLE = r"(?:people|persons|folks|humans|osób|osoby|ludzi|lidí|lidi|osob|осіб|людей|人)"
_HEADCOUNT = (
    re.compile(
        rf"(?:(?:company|team) size|number of employees|headcount|employees|liczba (?:pracowników|zatrudnionych)|wielkość (?:firmy|zespołu)|zatrudnienie"
        rf"|počet (?:zaměstnanců|lidí)|velikost (?:firmy|týmu)|кількість (?:працівників|співробітників)|розмір компанії|员工人数|员工数|公司规模|人员规模)"
        rf"[\s:：*_#-]{{1,12}}(?:(?:we are|we're|we have|currently|now|about)\s)*{_ABOUT}?\s?{_N}(?!\s?[%.]?\d|\s?%|\s?(?:years|countries|offices|lat\b|let\b|(?:co-?)?founders|років|年))", _WORDS),
    re.compile(rf"{_N}\s?[+＋]?\s?(?:(?:{_KIND})\s?){{0,2}}{_EMPLOYEES}(?![^\W\d_])", _WORDS),
    re.compile(rf"(?:\bemploys?|\bemploying|zatrudnia(?:my)?|zaměstnává(?:me)?|налічує(?:мо)?)\s(?:{_ABOUT}\s)?{_N}(?!\s?%)", _WORDS),
    re.compile(
        rf"(?:team of|group of|we are|we're|we are a|zespół(?: liczy| to)?|zespołu|tým(?: má| tvoří)?|týmu|pracuje (?:u nas|w firmie)|pracuje u nás|у нас працює|в компанії працює|команда(?: з)?|нас)"
        rf"\s(?:{_ABOUT}\s)?{_N}\s?\+?\s{_PEOPLE}(?![^\W\d_])", _WORDS),
    re.compile(rf"(?:团队|公司|员工)(?:现)?(?:共)?(?:有|约有|拥有)?(?:{_ABOUT})?\s?{_N}\s?(?:多|余)?(?:名|位|个)?人"),
)  # fmt: skip
_OF_OTHERS = re.compile(
    r"(?:compan(?:y|ies)|business(?:es)?|firms?|firmom|firmami|organi[sz]ations?|enterprises?|teams|customers?|clients?|startups|brands|employers|those|firm|firmy|klient\w*|společnost[ií]|компані[йям]+|клієнт\w*|企业|客户)"
    r"\s?(?:with|of|from|that have|having|o|z|se|s|zatrudniając\w+|мають|з|від)?\s?(?:between|at least|up to|od|do|від|до|[^\w,，])?\s?(?:over|more than|ponad|přes|понад)?\s?$"
    r"|(?:help\w*|serv\w*|used by|trusted by|reach\w*|support\w*|for|hire|hired|hiring|grow\w*|scale\w*|to|by) (?:over |more than |about |up to )?$", _WORDS,
)  # fmt: skip
_BOUND = re.compile(
    r"(?:[<≤]|\b(?:less|fewer) than|\bunder|\bbelow|poniżej|mniej niż|méně než|менше(?: ніж)?|少于|不到)\s*$"
    r"|\bbetween [\d., ]+k? and\s*$|\b(?:start\w*|began|grew|grown|launched|growing) (?:\w+ ){0,3}(?:with|from|to)\s*$|(?:zaczyna\w*|zaczę\w*|začín\w*|začal\w*|почина\w*|почал\w*) (?:od|z|s|з|від)\s*$|最初(?:只有|有)?\s*$"
    r"|\b(?:tech\w*|product|engineering|development|sales|support|design|marketing|research|R&D) team(?: is| of| with| has)?(?: over| more than| about)?\s*$", _WORDS,
)  # fmt: skip
"""What only bounds the number of people, or counts those of one team."""
_YEAR = r"(?P<n>(?:18|19|20)\d\d)(?!\d)"
_FOUNDED = (
    re.compile(rf"(?:\b(?:founded|established|est\.?|incorporated|formed|started|set up|in business since|operating since|around since)|we(?:'ve| have) been [^.;\n\d]{{0,40}} since)(?:[^.;\n\d]{{0,40}}\b(?:in|since|back in)|:)?\s(?:early |late |mid-?|the year )?{_YEAR}(?!s)", _WORDS),
    re.compile(rf"(?:założon\w+|założyliśmy|powstał\w*|powstaliśmy|istnieje(?:my)? od|działa(?:my)? od|na rynku od|rok założenia:?)[^.;\n\d]{{0,40}}\s?{_YEAR}", _WORDS),
    re.compile(rf"(?:založen\w*|založili|vznikl\w*|působí(?:me)? (?:na trhu )?od|fungujeme od|na trhu (?:jsme )?od|rok založení:?)[^.;\n\d]{{0,40}}\s?{_YEAR}", _WORDS),
    re.compile(rf"(?:заснован\w*|заснували|створен\w*|працює(?:мо)? (?:на ринку )?(?:з|від)|на ринку (?:з|від)|рік заснування:?)[^.;\n\d]{{0,40}}\s?{_YEAR}", _WORDS),
    re.compile(rf"(?:成立于|创立于|创办于|创建于|始建于|始于|成立时间[:：]?)\s?{_YEAR}|(?P<m>(?:19|20)\d\d)\s?年\s?(?:\d{{1,2}}\s?月)?(?:正式)?(?:成立|创立|创办|创建)"),
)  # fmt: skip
_PART = re.compile(
    r"\b(?:offices?|branch|department|division|subsidiary|project|program\w*|partnership|fund|biuro|oddział|pobočk\w*|філі\w*)\b",
    _WORDS,
)
"""What is founded is not the company."""
_CURRENCY = r"(?:[€$£¥₴]|\b(?:EUR|USD|GBP|PLN|CZK|UAH|CNY|RMB|CHF)\b|euro\w*|dollars?|zł(?:otych)?|Kč|korun|грн|гривень|元|人民币|欧元|美元)"
_SCALE = r"(?:\s?(?:k|m|mn|mln|mil\.?|mio|million|milion\w*|млн|мільйон\w*|bn|b|mld\.?|billion|miliard\w*|млрд|мільярд\w*|tys\.?|tis\.?|тис\.?|万|亿|千万)(?![^\W\d_]))?"
_MONEY = (
    rf"(?P<n>{_CURRENCY}\s?(?:{NUMBER}){_SCALE}|(?:{NUMBER}){_SCALE}(?:\s?(?:万|亿|千万))?\s?{_CURRENCY})"
)
_REVENUE = (
    re.compile(
        rf"(?:(?:annual |yearly )?(?:recurring )?(?:revenues?|turnover|sales)|\bARR|przychod\w*|przychód|obrot\w*|obrót|tržb\w*|obrat\w*|дох[оі]д\w*|вируч\w*|виторг\w*|оборот\w*|营收|营业额|年收入|销售额)"
        rf"(?!\s(?:growth|team|operations|share))(?:[^.;\n\d]{{0,30}}?(?:of|to|is|was|at|exceed\w*|over|w \d{{4}}|v roce \d{{4}}|за \d{{4}}|wyni\w+|dosah\w+|čin\w+|становить|склав|达|为|约)?[^.;\n\d]{{0,20}}?)\s?{_MONEY}", _WORDS),
    re.compile(rf"{_MONEY}\s(?:in |of )?(?:annual |yearly )?(?:recurring )?(?:revenues?|turnover|ARR)(?![^\W\d_])", _WORDS),
)  # fmt: skip
_USES = re.compile(
    r"\b(?:we use|uses?|using|runs? on|runs?|running|built (?:on|with|in|using)|powered by|hosted on|tech(?:nology)? stack|technologies|our stack|stack)\b|korzysta\w*|używa\w*|wdroż\w*|pracuje\w* na|działa\w* na|stos technologiczny"
    r"|používá\w*|běží\w*|využívá\w*|nasadil\w*|використову\w*|користу\w*|працює\w* (?:на|в)|впровадил\w*|使用|采用|基于|技术栈|运行", _WORDS,
)  # fmt: skip
_TECH_HEADING = re.compile(
    r"^#{1,6}\s.*(?:technolog|tech|stack).*$|^(?:technologies|tech stack|technologie|технології|技术栈)\s?[:：]?\s*$",
    _WORDS | re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6}\s", re.MULTILINE)


def facts_in(text: str, catalogue: Catalogue, *, recorded_at: datetime) -> list[Fact]:
    """One fact an attribute, each pointing at its span of the pasted text (source id `pasted`)."""
    found = {
        "employees": _one(_headcounts(text)),
        "industry": _narrowest(trades(text, "industry", catalogue), "industries", catalogue),
        "country": _one(seats(text, catalogue)),
        "founded": _one(_numbers(text, _FOUNDED)),
        "revenue": _one(_revenues(text)),
        "business_model": _one(trades(text, "business_model", catalogue)),
        "tech_stack": _stack(text, catalogue),
    }
    return [
        Fact(attribute=key, value=place[0], origin=FactOrigin.TEXT, recorded_at=recorded_at,
             citation=Quote(source_id="pasted", start=place[1], end=place[2], text=text[place[1] : place[2]]))
        for key, place in found.items() if place and catalogue.attribute(key)
    ]  # fmt: skip


def _one(found: Iterator[Found]) -> Found | None:
    """The first place of the only value; which of two is meant is not said."""
    places = list(found)
    return places[0] if len({value for value, _, _ in places}) == 1 else None


def _narrowest(found: Iterator[Found], vocabulary: str, catalogue: Catalogue) -> Found | None:
    """The first place of the term that belongs to all others: of a bank in financial services, the bank."""
    places = list(found)
    wider = [catalogue.widened(vocabulary, str(value)) for value, _, _ in places]
    common = frozenset(fold(str(value)) for value, _, _ in places)
    return next((place for place, all_of in zip(places, wider, strict=True) if common <= all_of), None)


def _headcounts(text: str) -> Iterator[Found]:
    """The most telling pattern that finds anything; other companies' people are not counted."""
    own = own_name(text)
    for pattern in _HEADCOUNT:
        places = [
            (number, match.start(), match.end())
            for match in pattern.finditer(text)
            if not _OF_OTHERS.search(before := text[max(0, match.start() - 60) : match.start()])
            and not _BOUND.search(before)
            and not of_another(said_before(text, match.start()), own)
            and (number := parse_number(match.group("n"))) is not None
            and 0 < number < 5_000_000
        ]
        if places:
            yield from places
            return


def _numbers(text: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Found]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            year = next(group for group in match.groupdict().values() if group)
            if not _PART.search(text[max(0, match.start() - 20) : match.end()]):
                yield float(year), match.start(), match.end()


def _revenues(text: str) -> Iterator[Found]:
    for pattern in _REVENUE:
        for match in pattern.finditer(text):
            amount = parse_amount(match.group("n"))
            own = not of_another(said_before(text, match.start()), frozenset())
            if amount and amount.currency and own:
                yield amount, match.start(), match.end()


def _stack(text: str, catalogue: Catalogue) -> Found | None:
    """Tools named where a text says what is used, or under a heading that announces them."""
    used: dict[str, tuple[int, int]] = {}
    for start, end in [*_announced(text), *sentences(text)]:
        said = text[start:end]
        if not (_USES.search(said) or _TECH_HEADING.search(said)):
            continue
        for a, terms, _ in values_in(said, catalogue):
            if a.key == "tech_stack":
                used.update({term: used.get(term, (start, end)) for term in terms})
    if not used:
        return None
    first = min(used.values())
    return tuple(used), first[0], first[1]


def _announced(text: str) -> Iterator[tuple[int, int]]:
    """From a heading about technology to the next heading or empty line after the list."""
    for match in _TECH_HEADING.finditer(text):
        following = _HEADING.search(text, match.end())
        yield match.start(), min(following.start() if following else len(text), match.end() + 2_000)
