"""The country in which a text says that its company sits.

A market, an office, a customer's or a parent's country is no seat; a city alone tells no country, as most
have namesakes.
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from icpbot.domain.catalogue import Catalogue, plain
from icpbot.domain.subjects import CAPITAL, Found, of_itself, of_others, own_name, said_before
from icpbot.domain.text import HAN
from icpbot.domain.vocabulary import values_in

_WORDS = re.IGNORECASE
_NAME = rf"(?:U\.S\.(?:A\.)?|U\.K\.)|{CAPITAL}[\w.'’]*(?<![.])(?:[-–]{CAPITAL}?[\w'’]+)*"
_WITHIN = (
    r"(?:of|de|da|do|del|la|le|las|los|upon|nad|над|city|[Rr]epubli\w+|[Kk]rálovstv\w+|królestw\w+|stát\w+|amerických|zjednoczon\w+|республі\w+"
    r"|королівств\w+|штат\w+|федерац\w+)\b"
)
_WITH_AND = r"(?:Bosnia|Trinidad|Antigua|São Tomé|Saint Kitts|Saint Vincent)(?: and| &) (?:the )?[A-Z][a-zé]+"
_PART = rf"(?:[Tt]he )?(?:{_WITH_AND}|(?:{_NAME})(?: (?:{_NAME}|{_WITHIN})){{0,4}}(?: \d{{5}}\b)?)"
_PLACE = rf"(?:{_PART}(?:(?: ?,| ?/| [-–—]) ?{_PART})*(?: ?\({_PART}\))?(?:,? [A-Z]{{2}} \d{{5}}\b)?)"
_INTO = r"(?:(?:in|at|near|around|within|out of|from)\s)?"
_NEARBY = r"(?:(?:just )?outside (?:of )?)?(?:(?:the )?(?:sunny|beautiful|downtown|central|greater|northern|southern|eastern|western|(?:vibrant )?(?:heart|cent(?:er|re)|middle|suburbs|outskirts|city|town|capital) of)\s){0,2}"
_N = rf"[\[(]?{_NEARBY}(?P<n>{_PLACE})"
_IS = r"(?:(?:\b(?:is|are)|['’]re|['’]s)(?: (?:mainly|primarily|currently|still|proudly|now|all|officially|also))?)"
_SITS = r"(?:based|headquartered|located|situated|domiciled)"
_FIRM = r"(?:company|start-?up|firm|agency|studio|team|provider|manufacturer|business|consultancy|corporation|organi[sz]ation|producer|retailer|house|platform)"

_LINE = re.compile(
    rf"(?:^|[\n|•;]|\A)[\s*_#>-]*(?i:(?:HQ |headquarters? |company )?(?:country|location of headquarters|kraj|země|stát|країна)|国家|所在国家)[*_]*\s?[:：][\s*_]*{_N}"
)
_HEAD_OFFICE = re.compile(
    rf"(?P<of>\b(?i:head\s?quarters?|head\s?quartered|head office|main office|\bHQ\b))['’]?[*_]{{0,3}}(?:\s(?i:(?:is|are|was)(?: (?:{_SITS}|currently|still))*|{_SITS}))?(?:[ :：]{{1,3}}|[:：]\s{{0,3}}){_INTO}{_N}"
)
_BEHIND = re.compile(
    rf"(?:^|[•;])[ \t*+-]*{_N}[ ,]{{0,2}}[ (\[–-]{{1,2}}(?i:(?:company |corporate |global |our |main |world )*(?:headquarters?|head office|HQ))\b[ )\]]*(?=$|\n|[,;.)]| -)",
    re.MULTILINE,
)
_VERB = re.compile(rf"(?P<verb>{_IS})\s{_SITS}\s(?:in|at|out of|near|from)\s{_N}")
_PARTICIPLE = re.compile(
    rf"(?:(?<=,\s)|(?<=\band\s)|^|(?<=[.!?*]\s))(?i:based|headquartered)\s(?:in|at|out of|near)\s{_N}",
    re.MULTILINE,
)
_OF_NOUN = re.compile(
    rf"\b{_FIRM}[\s*_,]{{1,4}}(?:(?:that|which) is )?(?:(?:proudly )?{_SITS} (?:in|at|out of|near)|from)\s{_N}"
)
_ADJECTIVE = re.compile(
    rf"(?:(?P<verb>{_IS}) an?|^|\bAs an?|, an?)\s?(?:[a-z-]+,? ){{0,3}}(?P<n>{_PART})[ -]based,? (?:[\w-]+,? ){{0,3}}{_FIRM}\b",
    re.MULTILINE,
)
_SLAVIC = re.compile(
    r"(?i:z (?:główną )?siedzibą|siedzib\w+(?: główna)?(?: firmy| spółki)?(?: jest| mieści się| znajduje się)?|(?:mamy|ma) siedzibę|firma z|se sídlem|sídlo(?: firmy| společnosti)?(?: je| máme| se nachází)?|sídlí(?:me)?|společnost z"
    r"|(?:зі |із )?штаб-квартир\w+(?: компанії)?(?: (?:знаходиться|розташован\w+))?|(?:наш )?головн\w+ офіс(?:ом)?(?: компанії)?(?: (?:знаходиться|розташований))?|компанія з"
    rf")[\s:：—–-]{{1,3}}(?:(?i:w|we|v|ve|z|ze|у|в|із|з|na|на) )?{_N}",
)  # fmt: skip
_HAN = re.compile(
    r"(?:总部(?:位于|设在|在|设于)?|位于|坐落于|注册地(?:为|在)?)\s?[:：]?\s?(?P<n>[^.;,，\n。；、（(]{2,20})"
)
_ELSEWHERE_ZH = re.compile(
    r"(?:亚太|亚洲|欧洲|北美|美洲|中国|大中华区|海外|区域|地区|华[东南北中]|国际|第二|运营|研发|生产|双)$"
)
_REGIONAL = re.compile(
    rf"(?:(?i:\b(?:European?|EMEA|EU|APAC|Asia\w*|Pacific|LATAM|Americas?|American|North|South|East|West|Nordic|US|U\.S\.|USA|UK|DACH|CEE|regional|international|local|second|new|former|old|legal|engineering|R&D|sales|development|operational|european|floating|no|not?|without|any|their client's))|\b{CAPITAL}[a-z]+(?:an|ish|ese)"
    r"|europejsk\w+|regionaln\w+|oddziału|klienta|evropsk\w+|regionáln\w+|pobočky|zákazníka|європейськ\w+|регіональн\w+|клієнта)\s*$",
)  # fmt: skip
_GO_ON = re.compile(
    rf"\s?(?:(?:and|&|or|as well as|with another in|i|oraz|a|та|і|й|und)\s(?:in\s|w\s|v\s|ve\s|у\s|в\s)?(?P<also>{_PLACE})|(?P<han>[和及与、].+))"
)
_STATE = (
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana"
    r"|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York(?: City)?|NYC"
    r"|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|(?:West )?Virginia"
    r"|Washington|Wisconsin|Wyoming|Silicon Valley|AK|CT|DC|D\.C\.|FL|HI|IA|KS|MI|ND|NH|NJ|NM|NV|NY|OH|OK|OR|RI|TX|UT|VT|WI|WV|WY"
)
_OF_THE_US = re.compile(rf"(?:.*\s)?(?:{_STATE})$|.*\b[A-Z]{{2}} \d{{5}}$")
"""States whose names and codes mean no other country."""
_APPOSITION = re.compile(r"(?:As )?(?:an?|the|our)\b|.*,\s(?:an?|the)\b|[^a-z]*$", _WORDS)
_LEADING = "\n\t *•+;|>#(_-"
_CODES = frozenset({"us", "uk"})
_MOST = 100
_PARTS = 4
"""More parts than this are a list of offices."""
_OF_CANADA = re.compile(
    r"(?:.*\s)?(?:Ontario|Qu[eé]bec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick)$"
)
_DOUBTFUL = re.compile(
    r"(?:.*\s)?(?:AL|AR|AZ|CA|CO|DE|GA|ID|IL|IN|KY|LA|MA|MD|ME|MN|MO|MS|MT|NC|NE|PA|SC|SD|TN|VA|Georgia)$"
    r"|.*\bNew (?:England|South Wales|Mexico|Jersey)$"
)
"""Behind a city these are states as well as countries, and which is meant is not said."""


def seats(text: str, catalogue: Catalogue) -> Iterator[Found]:
    """Every country that the text gives as the seat of its company, with its place."""
    for match in _stated(text):
        country = _country(match, catalogue)
        if country:
            yield country, match.end() - len(match.group().lstrip(_LEADING)), match.end()


def _stated(text: str) -> Iterator[re.Match[str]]:
    """What the company says of itself, and of nobody else."""
    own = own_name(text)
    for pattern, of_it in _ABOUT_IT:
        yield from (match for match in _some(pattern, text) if of_it(match, own))
    for pattern, meant in _BY_ITSELF:
        yield from (match for match in _some(pattern, text) if meant(match))


def _some(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As many as the text of one company has; a list of companies is not read to its end."""
    return islice(pattern.finditer(text), _MOST)


def _head_office(match: re.Match[str], own: frozenset[str]) -> bool:
    before = said_before(match.string, match.start())
    verb = re.search(rf"\s?{_IS}$", before) if match.group("of").lower().endswith("ed") else None
    if verb:
        return of_itself(before[: verb.start()], own)
    return _nobody_elses(match)


def _behind(match: re.Match[str]) -> bool:
    return not _REGIONAL.search(match.group("n") + " ") or " " in match.group("n")


def _verb(match: re.Match[str], own: frozenset[str]) -> bool:
    return of_itself(said_before(match.string, match.start()), own)


def _of_noun(match: re.Match[str], own: frozenset[str]) -> bool:
    before = said_before(match.string, match.start())
    if match.groupdict().get("verb"):
        return of_itself(before, own)
    verb = re.search(rf"\s?(?:{_IS}|\bwas)\s(?:an?|the|one of)\b", before)
    if verb:
        return of_itself(before[: verb.start()], own)
    return not of_others(before) and bool(_APPOSITION.match(before))


def _nobody_elses(match: re.Match[str]) -> bool:
    before = said_before(match.string, match.start())
    others = of_others(before.rstrip(" ,)")) or _REGIONAL.search(before) or _ELSEWHERE_ZH.search(before)
    return not others


_ABOUT_IT = ((_HEAD_OFFICE, _head_office), (_VERB, _verb), (_OF_NOUN, _of_noun), (_ADJECTIVE, _of_noun))
_BY_ITSELF = (
    (_LINE, bool),
    (_BEHIND, _behind),
    (_PARTICIPLE, _nobody_elses),
    (_SLAVIC, _nobody_elses),
    (_HAN, _nobody_elses),
)
_IN_ANY_FORM = (_LINE, _SLAVIC)


def _country(match: re.Match[str], catalogue: Catalogue) -> str | None:
    """The one country of the place a match names, unless it goes on with a place elsewhere."""
    of = partial(_of_place, catalogue=catalogue, inflected=match.re in _IN_ANY_FORM)
    country = of(match.group("n"))
    following = _GO_ON.match(match.string[match.end("n") :])
    if country and following and of(following.group("also") or following.group("han")) != country:
        return None
    return country


def _of_place(place: str, catalogue: Catalogue, *, inflected: bool) -> str | None:
    """'Boston, Massachusetts' is in the US; parts in several countries are in none."""
    parts = [part.strip() for part in re.split(r"[,/()]|\s[-–—]\s", place) if part.strip()]
    found = {
        c for part in parts if (c := _of_part(part, catalogue, inflected=inflected, alone=len(parts) == 1))
    }
    if any(_DOUBTFUL.match(part) for part in parts if len(parts) > 1 or " " in part):
        found &= {"US"}
    return found.pop() if len(found) == 1 and len(parts) <= _PARTS else None


def _of_part(part: str, catalogue: Catalogue, *, inflected: bool, alone: bool) -> str | None:
    """The country that a part of a place ends with, by name; a code counts where it stands alone."""
    if HAN.search(part):
        named = [term for a, terms, _ in values_in(part, catalogue) if a.key == "country" for term in terms]
        return named[0] if len(named) == 1 and len(named[0]) == 2 else None
    if _OF_THE_US.match(part):
        return "US"
    if _OF_CANADA.match(part):
        return "CA"
    if _DOUBTFUL.match(part) and not (alone and len(part) == 2):
        return None
    words = part.split()
    ends = [" ".join(words[begin:]) for begin in range(len(words))]
    for end in (*ends, part.rpartition("-")[2]):
        said = plain(end.replace(" and ", " "))
        term = catalogue.spoken("countries", said) or (inflected and catalogue.inflected("countries", said))
        if term and len(term.key) == 2 and (len(said) > 2 or said in _CODES or (alone and part.isupper())):
            return term.key
    return None
