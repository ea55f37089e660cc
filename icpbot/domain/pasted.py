"""Facts a pasted text states outright: what a website's "about" or a signature says of its company.

Precision comes first: a pattern takes what can only be said of the company itself ("founded in", "we
employ"), and an attribute for which two values are found is left out.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache

from icpbot.domain.accounts import Fact, FactOrigin
from icpbot.domain.catalogue import Catalogue, plain
from icpbot.domain.grounding import Quote
from icpbot.domain.text import sentences
from icpbot.domain.values import NUMBER, Value, parse_amount, parse_number
from icpbot.domain.vocabulary import values_in

Found = tuple[Value, int, int]
"""A value with its place in the text."""

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
    r"\s?(?:with|of|from|that have|having|o|z|se|s|zatrudniając\w+|мають|з|від)?\s?(?:between|at least|up to|od|do|від|до|\W)?\s?(?:over|more than|ponad|přes|понад)?\s?$"
    r"|(?:help\w*|serv\w*|used by|trusted by|reach\w*|support\w*|for|hire|hired|hiring|grow\w*|scale\w*|to|by) (?:over |more than |about |up to )?$", _WORDS,
)  # fmt: skip
_BOUND = re.compile(
    r"(?:[<≤]|\b(?:less|fewer) than|\bunder|\bbelow|poniżej|mniej niż|méně než|менше(?: ніж)?|少于|不到)\s*$"
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
_SEAT = re.compile(
    r"(?:head\s?quartered|headquarters?(?: is| are| located)*|head\s?office(?: is| located)*|\bHQ(?: is| located)?|(?:is|are|we're|were) based|(?:company|startup|firm|agency|team|provider|manufacturer|business) (?:is )?(?:based|located|from)"
    r"|z siedzibą|siedzib\w+(?: firmy| spółki)?(?: jest| mieści się| znajduje się)?|firma z|se sídlem|sídlo(?: firmy| společnosti)?(?: je| máme)?|sídlí(?:me)?|firma z|společnost z|штаб-квартира|головний офіс|компанія з"
    r"|総部|总部(?:位于|设在|在)?|位于|坐落于|注册地)[\s:：]*(?:in |at |out of |from |w |we |v |ve |z |ze |у |в |із |з )?(?P<n>[^.;\n。；]{2,60})", _WORDS,
)  # fmt: skip
_COUNTRY_LINE = re.compile(r"(?:country|kraj|země|stát|країна|国家)\s?[:：]\s?(?P<n>[^\n,;]{2,40})", _WORDS)
_ABROAD = re.compile(
    r"\b(?:with offices|and (?:has|have|an?) |offices? in|serving|customers? in|clients?|but|biur|pobočk|філі|офіс[аи]? в|客户|分公司)",
    _WORDS,
)
_IS_A = re.compile(
    r"(?:\b(?:is|are|we're|as|was)\s(?:[^\W\d_]+ly )?(?:an?|the|one of the|Europe's|America's)\s(?P<n>[^.;:\n]{0,70}?\b(?:company|firm|startup|start-up|provider|agency|consultancy|business|manufacturer|producer|retailer|bank|operator|carrier|insurer|house))\b"
    r"|\b(?:jest|jesteśmy|to)\s(?P<p>(?:(?!\b(?:and|the|with|of|our|your|at|from)\b)[^.;:\n]){0,70}?(?:firm\w*|spółk\w*|producent\w*|operator\w*|sie[ćc]\w*|agencj\w*|bank(?:iem|u|i)?|\bsoftware house))\b(?P<p2>[^.;:,\n]{0,30})"
    r"|\b(?:je|jsme|jako)\s(?P<c>[^.;:\n]{0,70}?(?:firm\w*|společnost\w*|výrobc\w*|dopravc\w*|řetězc\w*|agentur\w*|bank\w*))\b(?P<c2>[^.;:,\n]{0,30})"
    r"|(?:—|-|–|\bє|ми)\s(?P<u>[^.;:\n]{0,70}?(?:компані\w*|фірм\w*|виробник\w*|перевізник\w*|оператор\w*|мереж\w*|банк\w*|агенці\w*))(?P<u2>[^.;:,\n]{0,30})"
    r"|(?:是|为)(?:一家|一个|国内|中国|领先的)?(?P<z>[^。；，\n]{0,30}?(?:公司|企业|厂商|服务商|供应商|平台|银行|集团|制造商)))", _WORDS,
)  # fmt: skip
_INDUSTRY_LINE = re.compile(
    r"(?:industry|sector|branża|odvětví|obor|галузь|сфера діяльності|行业|所属行业)\s?[:：]\s?(?P<n>[^\n;]{2,50})",
    _WORDS,
)
_VAGUE = re.compile(
    r"(?<!marketing )(?<!advertising )(?<!SEO )(?<!PR )\bagency\b|\b(?:infrastructure|reality|developers?|legal|independent|warehouse|digital)\b",
    _WORDS,
)
"""Words that name an industry in a table and something else in a sentence."""
_FOR_OTHERS = re.compile(
    r"\b(?:for|to|serving|helping|that|which|who|dla|pro|для|který|która|który|яка|який)\b", _WORDS
)
_USES = re.compile(
    r"\b(?:we use|uses?|using|runs? on|runs?|running|built (?:on|with|in|using)|powered by|hosted on|tech(?:nology)? stack|technologies|our stack|stack)\b|korzysta\w*|używa\w*|wdroż\w*|pracuje\w* na|działa\w* na|stos technologiczny"
    r"|používá\w*|běží\w*|využívá\w*|nasadil\w*|використову\w*|користу\w*|працює\w* (?:на|в)|впровадил\w*|使用|采用|基于|技术栈|运行", _WORDS,
)  # fmt: skip
_TECH_HEADING = re.compile(
    r"^#{1,6}\s.*(?:technolog|tech|stack).*$|^(?:technologies|tech stack|technologie|технології|技术栈)\s?[:：]?\s*$",
    _WORDS | re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6}\s", re.MULTILINE)
_OF_A_STATE = re.compile(
    r"(?<=,)\s?(?:AL|AR|AZ|CA|CO|DE|GA|ID|IL|IN|KY|LA|MA|MD|ME|MN|MO|MS|MT|NC|NE|PA|SC|SD|TN|VA|Georgia)\b(?!\s?\()"
    r"|\b[Nn]ew (?:Jersey|Mexico)\b"
)
"""Behind a city these are states of the US as well as countries, and which is meant is not said."""
_STATES = re.compile(
    r"\b(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas"
    r"|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire"
    r"|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina"
    r"|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming)\b"
)
"""States whose names mean no other country."""
_ENGLISH = re.compile(r"\b(?:head ?quarter\w*|head office|HQ|based|located|from|country|in the)\b", _WORDS)
_NOT_IT = re.compile(
    r"\b(?:not|no longer|never|instead of|unlike|nie|ne|bez|без|не|(?:members|employees|people|developers|founders|clients|customers|roles|positions|jobs)(?: that| who)?|that|who)\s*$|\b(?:not|nie|ne|не)\b|不|没",
    _WORDS,
)
"""No seat, or somebody else's."""


def facts_in(text: str, catalogue: Catalogue, *, recorded_at: datetime) -> list[Fact]:
    """One fact an attribute, each pointing at its span of the pasted text (source id `pasted`)."""
    found = {
        "employees": _one(_headcounts(text)),
        "industry": _one(_terms(text, "industry", catalogue)),
        "country": _one(_countries(text, catalogue)),
        "founded": _one(_numbers(text, _FOUNDED)),
        "revenue": _one(_revenues(text)),
        "business_model": _one(_terms(text, "business_model", catalogue)),
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


def _headcounts(text: str) -> Iterator[Found]:
    """The most telling pattern that finds anything; other companies' people are not counted."""
    for pattern in _HEADCOUNT:
        places = [
            (number, match.start(), match.end())
            for match in pattern.finditer(text)
            if not _OF_OTHERS.search(before := text[max(0, match.start() - 60) : match.start()])
            and not _BOUND.search(before)
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
            if amount and amount.currency:
                yield amount, match.start(), match.end()


def _countries(text: str, catalogue: Catalogue) -> Iterator[Found]:
    for pattern in (_COUNTRY_LINE, _SEAT):
        for match in pattern.finditer(text):
            if _NOT_IT.search(text[max(0, match.start() - 25) : match.start()]):
                continue
            said = _ABROAD.split(match.group("n"))[0]
            told = _OF_A_STATE.sub(" ", said)
            named = [
                term for a, terms, _ in values_in(told, catalogue) if a.key == "country" for term in terms
            ]
            if not _ENGLISH.search(match.group()):
                named = named or _inflected(told, "countries", catalogue)
            if told != said or _STATES.search(said):
                named = [*({*named, "US"} if _STATES.search(said) else {*named} & {"US"})]
            if len(named) == 1 and len(named[0]) == 2:  # a region has a longer key
                yield named[0], match.start(), match.start("n") + len(said.rstrip())


def _terms(text: str, attribute: str, catalogue: Catalogue) -> Iterator[Found]:
    """What a company says it is: 'X is a logistics company', 'Branża: logistyka'."""
    for match in _INDUSTRY_LINE.finditer(text):
        yield from _term(match.group("n"), match.start(), match.end(), attribute, catalogue)
    for match in _IS_A.finditer(text):
        start = min(match.start(name) for name, group in match.groupdict().items() if group is not None)
        said = _FOR_OTHERS.split(text[start : match.end()])[0].rstrip()
        if match.group("n") is None:
            yield from _term(said, match.start(), start + len(said), attribute, catalogue)
            continue
        yield from _nearest(said, match.start(), start + len(said), attribute, catalogue)


def _nearest(said: str, start: int, end: int, attribute: str, catalogue: Catalogue) -> Iterator[Found]:
    """In English the kind stands right before the noun: a hotel software company runs no hotels, and a financial
    technology company is no technology company.
    """
    words = said.split()
    found: list[Found] = []
    for size in range(2, min(4, len(words)) + 1):
        tail = " ".join(words[-size:])
        found = list(_term(_VAGUE.sub(" ", tail), start, end, attribute, catalogue)) or found
    yield from found


def _term(said: str, start: int, end: int, attribute: str, catalogue: Catalogue) -> Iterator[Found]:
    named = [
        term
        for a, terms, against in values_in(said, catalogue)
        if a.key == attribute and not against
        for term in terms
    ]
    if attribute == "industry" and not said.isascii():
        named = named or _inflected(said, "industries", catalogue)
    if len(named) == 1:
        yield named[0], start, end


def _inflected(said: str, vocabulary: str, catalogue: Catalogue) -> list[str]:
    """Terms whose Polish, Czech or Ukrainian name stands in a text with another ending: 'w Polsce'."""
    words = plain(said)
    named = tuple(
        (term.key, tuple(label for language, label in term.labels.items() if language in {"pl", "cs", "uk"}))
        for term in catalogue.vocabularies.get(vocabulary, ())
    )
    return [key for key, pattern in _endings(named) if pattern.search(words)]


@cache
def _endings(named: tuple[tuple[str, tuple[str, ...]], ...]) -> list[tuple[str, re.Pattern[str]]]:
    patterns: list[tuple[str, re.Pattern[str]]] = []
    for key, labels in named:
        plain_ones = sorted({flat for label in labels if len(flat := plain(label)) > 4})
        if plain_ones:
            stems = (r"\b" + " ".join(map(_stem, flat.split())) for flat in plain_ones)
            patterns.append((key, re.compile("|".join(stems))))
    return patterns


def _stem(word: str) -> str:
    """All but the last letters, which Slavic endings change, and room for others."""
    kept = word[: max(4, len(word) - 2)]
    return rf"{re.escape(kept)}[^\W\d_]{{0,5}}\b"


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
