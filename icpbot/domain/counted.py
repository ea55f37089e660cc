"""Counted: the number that stands at a name of an attribute ("14 magazynów", "active users: 300").

A number counts what follows it, or is the value of the label before it; one that bounds something, or counts
somebody else's, is none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from icpbot.domain.catalogue import Attribute, Catalogue, ValueType
from icpbot.domain.text import HAN, terms
from icpbot.domain.values import NUMBER, Value, parse_amount, parse_number

Name = frozenset[str]
"""A name by its words, as search terms."""
GENERIC = 3
"""A word in the names of so many attributes ("number", "size", "year") names none of them."""
_WORDS = re.IGNORECASE
_NUMBER = re.compile(
    rf"(?:{NUMBER})(?:\s?(?:[-–—~]|to|do|až|до|至|到)\s?(?:{NUMBER}))?(?:\s?(?:k|tys|tis|тис|mln|mil|mio|млн|million|milion\w*|bn|mld|млрд|万|亿)\b\.?|万|亿)?\s?[+%]?", _WORDS,
)  # fmt: skip
_LINKING = re.compile(
    r"(?:[\s:：=*_–—-]|\b(?:is|are|was|at|of|to|in|the|year|now|about|around|over|approximately|some|more|than|currently|wynosi|liczy|jest|w|roku|ok|około|ponad"
    r"|je|činí|v|roce|rok|asi|přes|zhruba|становить|складає|це|у|в|році|понад|близько|приблизно)\b|[为是约有达共于年])*+", _WORDS,
)  # fmt: skip
"""What may stand between a name and its number."""
_STOPS = re.compile(r"\b(?:in|at|across|of|for|from|with|and|w|we|v|ve|z|ze|i|a|na|do|od|pro|dla|у|в|з|із|та|і|на|для)\b", _WORDS)  # fmt: skip
_BOUND = re.compile(
    r"(?:[<≤]|\b(?:less|fewer|under|below|up to|maximum|poniżej|mniej|maks\w*|méně|pod|до|менше|не більше)\b[^.;\d]{0,12}|不到|少于|不足)\s*$", _WORDS,
)  # fmt: skip
OTHERS = re.compile(
    r"\b(?:customers?|clients?|compan(?:y|ies) (?:with|of|that)|companies|businesses|firms|users?|partners?|competitors?|visitors?|participants?|students?|help\w*|serv(?:e|es|ing)|trusted"
    r"|klien\w*|zákazn\w*|odběratel\w*|partner\w*|konkuren\w*|uczestni\w*|účastn\w*|клієнт\w*|замовник\w*|партнер\w*|конкурент\w*|учасник\w*|компаній|обслуговує\w*|obsługuj\w*|pomaga\w*|pomáh\w*|допомага\w*)\b|客户|用户|合作伙伴|竞争|服务于", _WORDS,
)  # fmt: skip
"""Somebody else is spoken of."""
_TEAM = re.compile(
    r"\b(?:team|staff|crew|zesp[oó][lł]\w*|tým\w*|команд\w*|колектив\w*)\b[^.;:]{0,40}$|(?:团队|公司)[^。；]{0,12}$",
    _WORDS,
)
_PEOPLE = (
    "people", "humans", "persons", "specialists", "professionals", "experts", "colleagues", "osób", "ludzi", "specjalistów",
    "ekspertów", "fachowców", "lidí", "odborníků", "specialistů", "kolegů", "людей", "осіб", "фахівців", "спеціалістів", "专家",
)  # fmt: skip
"""Who works there, by other names than an employee's; they are meant where the company's team is spoken of."""


def number_at_name(words: str, before: str, attribute: Attribute, catalogue: Catalogue) -> Value | None:
    """The only number at a name of the attribute, unless it bounds something or counts others."""
    own = names_of(attribute, catalogue)
    people = [frozenset(terms(name)) for name in _PEOPLE]
    found: list[Value] = []
    for match in _NUMBER.finditer(words):
        ahead = before + words[: match.start()]
        if _of_others(ahead[-60:], own) or _BOUND.search(ahead):
            continue
        names = own
        if attribute.key == "employees":
            names = [*own, *people] if _TEAM.search(ahead) else [name for name in own if name not in people]
        after = words[match.end() :]
        year = attribute.unit == "year"
        counted = attribute.type is ValueType.NUMBER and not year and _counts_something(after)
        before_it = not counted and _precedes(words[: match.start()], names, bare=year)
        if _follows(after, names) or before_it:
            read = _value(words, match, attribute)
            found += [read] if read is not None else []
    return found[0] if found and all(value == found[0] for value in found) else None


def _of_others(text: str, own: list[Name]) -> bool:
    """Whether somebody else is spoken of than the attribute itself names ("active users")."""
    return any(not any(set(terms(m.group())) & name for name in own) for m in OTHERS.finditer(text))


def _value(words: str, match: re.Match[str], attribute: Attribute) -> Value | None:
    if attribute.type is ValueType.MONEY:
        amount = parse_amount(words[max(0, match.start() - 4) : match.end() + 12])
        return amount if amount and amount.currency else None
    if match.group().endswith("%") != (attribute.unit == "%"):
        return None
    number = parse_number(match.group().rstrip("+% "))
    if number is not None and attribute.unit == "year" and not 1000 <= number <= 2100:
        return None
    return number


def _used(catalogue: Catalogue) -> Mapping[str, int]:
    """In the names of how many attributes each word stands."""
    return Counter(word for a in catalogue.attributes for word in {w for n in _called(a) for w in terms(n)})


def _called(attribute: Attribute) -> Iterable[str]:
    return (*attribute.labels.values(), *attribute.synonyms, attribute.key.replace("_", " "))


def names_of(attribute: Attribute, catalogue: Catalogue) -> list[Name]:
    """Each name as the words that must all be there; words that name nothing are left out."""
    used = _used(catalogue)
    names = (
        frozenset(w for w in terms(name) if used.get(w, 0) < GENERIC and (len(w) > 2 or HAN.match(w)))
        for name in _called(attribute)
    )
    return [name for name in names if name]


def _follows(after: str, names: list[Name]) -> bool:
    """Whether a name stands right behind a number, at most two words of its own kind between them."""
    clause = re.split(r"[,.;:()\n，。；、]", after)[0]
    stop = _STOPS.search(clause)
    near = clause[: stop.start()] if stop else clause
    han = HAN.search(near[:4])
    window = near[:8] if han else " ".join(near.split()[:4])
    return any(name <= set(terms(window)) for name in names)


def _counts_something(after: str) -> bool:
    """Whether a noun follows a number: "users in 150 countries" counts no users."""
    word = re.match(r"\s*([^\W\d_]{2,})", after)
    return word is not None and not HAN.match(word.group(1)) and not _STOPS.fullmatch(word.group(1))


def _precedes(ahead: str, names: list[Name], *, bare: bool) -> bool:
    """Whether a name stands before a number with nothing but "is about" or a colon between them, or with
    `bare` nothing at all ("since 1998"; but "Office 16" is no number of offices).
    """
    clause = re.split(r"[,.;()\n，。；、]", ahead)[-1]
    linking = _trailing(clause)
    named = clause[: len(clause) - len(linking)]
    han = bool(named and HAN.match(named[-1]))
    if not (linking.strip() or bare or han):
        return False
    window = named[-8:] if han else " ".join(named.split()[-4:])
    said = terms(window)
    return any(name <= set(said) and (said[-1] in name or HAN.search(window)) for name in names)


def _trailing(clause: str) -> str:
    """The linking words at the end of a clause."""
    for at in range(len(clause)):
        if (not at or not (clause[at - 1].isalpha() and clause[at].isalpha()) or HAN.match(clause[at])) and (
            _LINKING.fullmatch(clause, at)
        ):
            return clause[at:]
    return ""
