"""The industry and the business model that a company says it is of: 'X is a logistics company'.

The predicate counts, and nothing else: not the customers ('software for hospitals'), not what a partner is,
not what the company was. In English the kind of a company stands right before the noun, and what stands
further left only narrows it: a hotel software company runs no hotels.
"""

import re
from collections.abc import Iterator
from functools import cache

from icpbot.domain.catalogue import Catalogue, plain
from icpbot.domain.subjects import Found, of_itself, of_others, own_name, said_before
from icpbot.domain.text import fold
from icpbot.domain.vocabulary import values_in

_WORDS = re.IGNORECASE
_NOUN = r"(?:company|firm|startup|start-up|provider|agency|consultancy|business|manufacturer|producer|retailer|bank|operator|carrier|insurer|house|corporation|studio|supplier|enterprise)"
_ENGLISH = re.compile(
    rf"(?:(?P<verb>\b(?:is|are|operates? as)|['’](?:re|s))\s(?:[^\W\d_]+ly )?|(?P<as>\bAs )|(?P<in>,\s))(?:an?|the|one of the|Europe's|America's)\s(?P<n>[^.;:\n]{{0,70}}?\b{_NOUN}(?: (?:company|firm|agency|business))?)\b(?=(?P<on>.{{0,120}}))",
)
_GOES_ON = re.compile(
    r"[\s*_]*(?:$|[.,;:!?()\[\]|/—–]|[-]\s|(?:that|which|who|whose|where|with|in|from|for|of|at|to|by|and|or|on|as|we|it|our|since|behind|than|across"
    r"|through|via|near|within|worldwide|ready|made|built|run|known|currently|now|so|but"
    r"|(?!(?:holding|trading|financ|market|consult|bank|engineer|manufactur|train|staff|recruit|publish|gam|shipp|clear|lend|brand|advertis|account|host|test)(?:ing)?\b)[a-z]+(?:ing|ed|ly))\b)",
    _WORDS,
)  # fmt: skip
"""What follows the noun of a predicate; another noun ('bank account') makes it no predicate."""
_INNER = re.compile(
    r"\b(?:for|to|of|by|with|from|in|at|between|among|on|into|inside|serving|helping|that|which|who|used|every|each|any|partner\w*|platform|tool|app|software as)\b|['’]s\s(?=.*company)",
    _WORDS,
)
"""What keeps a noun that follows from being what the company is: 'the tool of every insurance company'."""
_JOINED = re.compile(r"\s(?:and|&|und|or|as well as)\s|\s?/\s?|\s\+\s")
_FILLERS = frozenset({"services", "service", "solutions", "solution", "products", "outsourcing", "group"})
_LONGEST = 5
_VAGUE = frozenset({
    "agency", "digital", "digital agency", "infrastructure", "reality", "developers", "developer", "production", "legal", "independent",
    "warehouse", "supply chain", "forwarding", "security company", "courses",
})  # fmt: skip
"""Names of an industry in a table that mean something else in a sentence."""
_WIDEST = frozenset({"technology", "technologies", "tech", "it"})
_EITHER = re.compile(r"\b(?:gam(?:e|es|ing)|entertainment|tech|technology)\b", _WORDS)
_OF_CHANCE = re.compile(
    r"\b(?:casinos?|gaming operators?|online gaming|betting|bookmak\w+|gambling|lotter(?:y|ies)|i-?gaming|sportsbooks?|wager\w*|poker)\b",
    _WORDS,
)
"""Of games of chance 'gaming' is said as well, and 'technology company' by those who would rather not say it."""
_END = re.compile(r"[.;!?](?:\s|$)")
_APPLIED = re.compile(
    r"\b(?:medical|health\w*|food|agri\w*|farm\w*|water|energy|clean|green|property|real estate|construction|educational|insurance|legal|transport\w*|shipping|freight|mobility|hospitality|restaurant|pharma\w*"
    r"|automotive|marine|space|climate|battery|display|building|environmental|industrial|manufacturing|travel|music|sports?|fashion|beauty|retail"
    r"|hr|marketing|advertising|social)\s$", _WORDS,
)  # fmt: skip
"""Technology of these is a trade of its own."""
_OF_COMPUTERS = re.compile(
    r"\b(?:software|web|mobile|app|data|cloud|devops|it|technology|technical|tech|database|digital|engineering|development|security|ai|analytics|design|engineers|developers)\b",
    _WORDS,
)
"""A consultancy of these people and things advises no boards."""
_ANY_KIND = re.compile(
    r"(?:\s?(?:\w+-(?:based|owned|focused|driven|winning|service|led|size|sized)|\w+ based|global|international|national|leading|independent|boutique|management"
    r"|business|strategy|strategic|top|premier|small|large|specialist|specialized|professional|remote|distributed|fully|family|American|British|European),?)*",
    _WORDS,
)
"""What a consultancy may be called without being one of something that is not known."""

_POLISH = re.compile(
    r"\b(?:jest|jesteśmy|to)\s(?P<n>(?:(?!\b(?:and|the|with|of|our|your|at|from)\b)[^.;:\n]){0,70}?(?:firm[ąa]|spółk[ąa]|producent(?:em)?|operator(?:em)?|sie[ćc](?:ią)?|agencj[ąa]|bank(?:iem)?|przewoźnik(?:iem)?|software house(?:em)?|dystrybutor(?:em)?))\b(?P<on>[^.;:,\n]{0,30})", _WORDS)  # fmt: skip
_CZECH = re.compile(
    r"\b(?:je|jsme|[Jj]ako)\s(?P<n>[^.;:\n]{0,70}?(?:firm[au]|firmou|společnost(?:í)?|výrobce(?:m)?|dopravce(?:m)?|řetězec|řetězcem|agentur(?:a|ou)|bank(?:a|ou)|distributor(?:em)?))\b(?P<on>[^.;:,\n]{0,30})", _WORDS)  # fmt: skip
_UKRAINIAN = re.compile(
    r"(?:(?<=\s)[—–-]|(?<=\s)це|\bє|\b[Мм]и)\s(?P<n>[^.;:\n]{0,70}?(?:компані[яю](?:єю)?|компанією|фірм[аою]+|виробник(?:ом)?|перевізник(?:ом)?|оператор(?:ом)?|мереж[аею]+|банк(?:ом)?|агенці[яюєїй]+|агентство(?:м)?))(?![^\W\d_])(?P<on>[^.;:,\n]{0,30})", _WORDS)  # fmt: skip
_CHINESE = re.compile(
    r"(?:是|成为|作为|为(?=一家|一个))(?:一家|一个|国内|中国|领先的)*(?P<n>[^。；，\n]{0,30}?(?:公司|企业|厂商|服务商|供应商|银行|集团|制造商))(?!的|们|和|与|及|、|客户|提供|服务(?!商)|都|等)(?P<on>)"
)
_CUSTOMERS = re.compile(
    r"\b(?:dla|pro|для|który|która|które|jejž|jehož|jejíž|který|která|які?|яка|який|obsług\w*|wspier\w*|pomag\w*|współprac\w*|obsluh\w*|pomáh\w*|podpor\w*"
    r"|spoluprac\w*|dodáv\w*|dostarcz\w*|обслугов\w*|допомаг\w*|співпрац\w*|постача\w*|підтрим\w*)\b", _WORDS,
)  # fmt: skip
_FOR_ZH = re.compile(r"(?:专?为|面向|服务(?:于)?|针对|帮助|助力)[^，。；]{1,20}?的")
_NO_PREDICATE = re.compile(
    r"partner|klient|zákazn|dodavatel|dostawc|platform|nástroj|narzędzi|systém\b|aplikac|částí|częścią|członk|členem|skupin|grup[ąy]|клієнт|партнер|платформ|інструмент|застосун|постачальник|частин|член|客户|伙伴|平台|工具|股东|成员",
    _WORDS,
)
"""Between the verb and the noun: the noun says whose partner or tool it is, not what the company is."""
_LINE = re.compile(
    r"(?:^|[\n|•;])[\s*_#>-]*(?P<of>(?i:(?:our |company )?(?:industry|sector)|branża|odvětví|obor(?: podnikání)?|галузь|сфера діяльності)|行业|所属行业)[*_]*\s?[:：][\s*_]*(?P<n>[^\n;]{2,50})"
)


def trades(text: str, attribute: str, catalogue: Catalogue) -> Iterator[Found]:
    """Every industry or business model the text gives its company, with its place."""
    for match in _LINE.finditer(text):
        term = _only(match.group("n"), attribute, catalogue)
        if term:
            yield term, match.start("of"), match.end()
    yield from _english(text, attribute, catalogue)
    for pattern in (_POLISH, _CZECH, _UKRAINIAN, _CHINESE):
        yield from _elsewhere(pattern, text, attribute, catalogue)


def _english(text: str, attribute: str, catalogue: Catalogue) -> Iterator[Found]:
    own = own_name(text)
    for match in _ENGLISH.finditer(text):
        said = match.group("n")
        before = said_before(text, match.start())
        if not _GOES_ON.match(match.group("on")) or _INNER.search(said):
            continue
        if match.group("verb"):
            itself = of_itself(before, own)
        else:
            itself = not of_others(before) and (
                not before or (bool(match.group("in")) and _appositive(before, own))
            )
        term = _kind(_unmarked(said), match.group("on"), attribute, catalogue) if itself else None
        if term and _EITHER.search(said) and _OF_CHANCE.search(text):
            continue
        if term:
            yield term, match.start(), match.end("n")


def _appositive(before: str, own: frozenset[str]) -> bool:
    """Whether it is the name alone: 'Kolos, a logistics company, …'."""
    return len(before.split()) <= 5 and bool(before) and before[0].isupper() and of_itself(before, own)


def _unmarked(said: str) -> str:
    return " ".join(said.replace("*", " ").split())


def _kind(said: str, after: str, attribute: str, catalogue: Catalogue) -> str | None:
    """What the noun phrase of an English predicate names; of two kinds that it joins, what both belong to."""
    vocabulary = _vocabulary(attribute, catalogue)
    whole, name = _tail(said, vocabulary, catalogue)
    sides = _JOINED.split(said)
    if plain(name).startswith("consult") and _OF_COMPUTERS.search(after):
        return None
    if whole and plain(name) in _WIDEST and _elsewhere_too(whole, after, attribute, catalogue):
        return None
    if len(sides) == 1 or _JOINED.search(name):
        return whole
    noun = said.rsplit(maxsplit=1)[-1]
    named = [_tail(f"{side} {noun}", vocabulary, catalogue)[0] for side in sides[:-1]]
    return _in_common([*named, whole], vocabulary, catalogue)


def _elsewhere_too(term: str, after: str, attribute: str, catalogue: Catalogue) -> bool:
    """Whether the sentence goes on about another trade than the wide one: 'a technology company that lends'."""
    vocabulary = _vocabulary(attribute, catalogue)
    named = (
        t for a, terms, _ in values_in(_END.split(after)[0], catalogue) if a.key == attribute for t in terms
    )
    return any(fold(term) not in catalogue.widened(vocabulary, other) for other in named)


def _in_common(named: list[str | None], vocabulary: str, catalogue: Catalogue) -> str | None:
    """The term itself, or the wider one of all; none when one of them is not known."""
    if len(set(named)) == 1:
        return named[0]
    wider = [catalogue.widened(vocabulary, name) if name else frozenset() for name in named]
    common = frozenset[str].intersection(*wider)
    return next((t.key for t in catalogue.vocabularies.get(vocabulary, ()) if fold(t.key) in common), None)


def _vocabulary(attribute: str, catalogue: Catalogue) -> str:
    entry = catalogue.attribute(attribute)
    return (entry.vocabulary if entry else None) or ""


def _tail(said: str, vocabulary: str, catalogue: Catalogue) -> tuple[str | None, str]:
    """The term whose name stands right before the noun that a phrase ends with, or ends with it; and the
    name. The longest counts.
    """
    words = said.split()
    ends = [len(words), len(words) - 1]
    while ends[-1] > 0 and words[ends[-1] - 1].lower().strip(",") in _FILLERS:
        ends.append(ends[-1] - 1)
    spans = sorted(
        ((b, e) for e in ends for b in range(max(0, e - _LONGEST), e)), key=lambda span: (span[0], -span[1])
    )
    for begin, end in spans:
        name = " ".join(words[begin:end])
        term = _named(name, vocabulary, catalogue)
        if term:
            return _narrowed(term, name, " ".join(words[:begin]), vocabulary, catalogue), name
    return None, ""


def _named(name: str, vocabulary: str, catalogue: Catalogue) -> str | None:
    said = plain(name)
    term = catalogue.spoken(vocabulary, said)
    return term.key if term and said not in _VAGUE and (len(said) > 2 or name.isupper()) else None


def _narrowed(term: str, name: str, before: str, vocabulary: str, catalogue: Catalogue) -> str | None:
    """The term, where what stands before its name does not make it another."""
    if plain(name) in _WIDEST:
        of, _ = _tail(f"{before} company", vocabulary, catalogue)
        if of:
            return of if fold(term) in catalogue.widened(vocabulary, of) else None
        return None if _APPLIED.search(f"{before} ") else term
    if plain(name).startswith("consult") and not _ANY_KIND.fullmatch(before):
        return None
    return None if plain(name).startswith("media") and before.endswith("social") else term


def _elsewhere(pattern: re.Pattern[str], text: str, attribute: str, catalogue: Catalogue) -> Iterator[Found]:
    """Predicates of the other languages, whose endings tell the noun that the company is."""
    for match in pattern.finditer(text):
        noun, on = match.group("n"), match.group("on")
        if of_others(said_before(text, match.start())) or _NO_PREDICATE.search(_FOR_ZH.sub("", noun)):
            continue
        said = _CUSTOMERS.split(_FOR_ZH.sub("", noun + on))[0].rstrip()
        term = _only(said, attribute, catalogue)
        if term:
            yield term, match.start(), match.start("n") + min(len(said), len(noun + on))


def _only(said: str, attribute: str, catalogue: Catalogue) -> str | None:
    """The only term of the attribute that a phrase names, in any form."""
    named = [
        term
        for a, terms, against in values_in(said, catalogue)
        if a.key == attribute and not against
        for term in terms
    ]
    if attribute == "industry" and not said.isascii():
        named = named or _inflected(said, "industries", catalogue)
    return named[0] if len(named) == 1 else None


def _inflected(said: str, vocabulary: str, catalogue: Catalogue) -> list[str]:
    """Terms whose Polish, Czech or Ukrainian name stands in a text with another ending: 'logistycznej'."""
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
