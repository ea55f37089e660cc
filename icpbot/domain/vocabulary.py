"""Values in people's own words: the industries, countries and tools a text names, wanted and unwanted."""

import re
from collections.abc import Iterable, Iterator

from icpbot.domain.catalogue import Attribute, Catalogue, Term, plain
from icpbot.domain.model import Model
from icpbot.domain.text import HAN, fold
from icpbot.domain.values import is_blank


def flat_of(text: str) -> str:
    """Folded, character by character, so that places stay the same."""
    return "".join(fold(char)[:1] or " " for char in text)


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
_SHORTEST_FORM = 5
_EVERYDAY = frozenset({
    "count", "counts", "course", "courses", "hires", "payment", "payments", "papers",
    "stalo", "stala", "komise", "komisi",
})  # fmt: skip
"""Words of everyday speech that look like a form of a name ("county", "stal")."""
_OF_COMMON_WORDS = frozenset({"industries", "business_models"})
"""Vocabularies of common words; names of places and products begin with a capital letter, or people
who type none say where ("w polsce").
"""
_PLACE_FOLLOWS = re.compile(
    r"(?<![^\W\d_])(?:in|from|w|we|z|ze|na|do|v|ve|i|a|oraz|lub|albo|nebo|od|poza|oprocz|krome|у|в|з|із|на|до|та|і|и|або"
    r"|крім|окрім|not|nie|ne|не)\s$"
)
_GAP = re.compile(r"[ \t&/+'’.\-–]{1,3}")
_AGAINST = re.compile(
    r"(?<![^\W\d_])(?:no|not|never|except|excluding|without|nie|bez|oprocz|procz|poza|zadn[a-z]{1,3}|krome|vyjma"
    r"|ne[^\W\d_]{4,}me|mimo|ne|не|без|крім|окрім|поза|жодн[а-яіїє]{1,3})"
    r"(?![^\W\d_])(?!\s(?:only|tylko|jen|тільки|лише))|不(?!仅|只)|除了|除|没|非(?!洲)"
)
_STOP = re.compile(r"[,;.\n，。；]|(?<![^\W\d_])(?:but|ale|але|但)(?![^\W\d_])")


def values_in(text: str, catalogue: Catalogue) -> list[tuple[Attribute, list[str], list[str]]]:
    """Values of the vocabularies that a text names, wanted and unwanted. The longest name counts,
    and each word once: 'SAP' is part of the tech stack, unless the sentence speaks of the ERP.
    """
    flat = flat_of(text)
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
    runs = list(stretches(text))
    vocabularies = dict.fromkeys(a.vocabulary for a in catalogue.attributes if a.vocabulary)
    for vocabulary in vocabularies:
        for start, end in runs:
            term = _term(text, start, end, vocabulary, catalogue)
            if term is None or is_blank(term.key):
                continue
            attribute = _attribute_of(vocabulary, text, start, catalogue)
            if attribute:
                yield _Said(attribute=attribute.key, term=term.key, start=start, end=end)


def _term(text: str, start: int, end: int, vocabulary: str | None, catalogue: Catalogue) -> Term | None:
    """The term a stretch names, as it is spelled or in another form of it."""
    surface = text[start:end]
    said = plain(surface)
    exact = catalogue.spoken(vocabulary, said)
    if exact:
        return exact if _meant(surface, vocabulary) else None
    if HAN.search(surface) or len(said) < _SHORTEST_FORM or said in _EVERYDAY:
        return None
    if surface[0].islower() and not (vocabulary in _OF_COMMON_WORDS or _placed(text, start, vocabulary)):
        return None
    return catalogue.inflected(vocabulary, said)


def _placed(text: str, start: int, vocabulary: str | None) -> bool:
    """Whether what stands before a word says that a place follows: 'w polsce', 'from'."""
    return vocabulary == "countries" and bool(_PLACE_FOLLOWS.search(flat_of(text[:start])))


def yes_no_in(text: str, catalogue: Catalogue) -> Iterator[tuple[Attribute, bool]]:
    """Yes-or-no attributes a text names ("with their own fleet"), and whether it wants them."""
    flat = flat_of(text)
    values = [(said.start, said.end) for said in _heard(text, catalogue)]
    for start, end in sorted(stretches(text), key=lambda s: s[0] - s[1]):
        attribute = catalogue.yes_no_named(plain(text[start:end]))
        if any(begin < end and start < until for begin, until in values):
            continue
        if attribute and (HAN.search(text[start:end]) or _GAP.search(text[start:end])):
            yield attribute, not _AGAINST.search(_STOP.split(flat[:start])[-1])


def stretches(text: str) -> Iterator[tuple[int, int]]:
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
    if len(bare) > 4 or HAN.search(bare) or not (bare.isascii() or vocabulary == "countries"):
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
