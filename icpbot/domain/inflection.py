"""Whether two words are forms of one another: 'Polsce' of 'Polska', 'банкам' of 'банк'.

No dictionary: a paradigm is a set of endings that a stem takes, and two words are forms of one another
when some paradigm has both endings on the same stem. Letters that change before an ending ("Włochy",
"we Włoszech") belong to the ending.
"""

from collections.abc import Iterable
from functools import cache
from typing import Generic, TypeVar

T = TypeVar("T")

_SHORTEST = 4
"""A stem shorter than this is shared by too many words; changing letters leave one letter less."""
_LATIN = (
    "_,a,e,i,o,u,y,ia,ie,ii,io,iu,ou,ow,um,em,om,am,iom,ami,iemi,ach,iach,ech,ich,ych,ym,ymi,im,imi,ego,eho,iego,"
    "iho,emu,imu,ej,iej,owi,ovi,owie,ove,ev,mi,s,es"
)
_CYRILLIC = (
    "_,а,я,и,і,у,ю,о,е,є,ь,ою,ею,єю,ом,ем,єм,ам,ям,ами,ями,ах,ях,ів,ов,еи,ого,ому,ои,іи,ии,их,им,ими,ім,ові,"
    "еві,єві"
)
_PARADIGMS: tuple[tuple[int, frozenset[str]], ...] = tuple(
    (shortest, frozenset(endings.replace("_", "").split(",")))
    for shortest, endings in (
        (_SHORTEST, _LATIN),
        (_SHORTEST, _CYRILLIC),
        # Polska – Polsce, kliniky – klinice, Америка – Америці
        (3, "ka,ki,ke,ko,ku,kem,kou,ce,kach,kami,kom,k,ek"),
        (3, "ка,ки,ці,ку,кою,ках,ками,кам,к,ок"),
        # Niemcy – Niemczech – Niemiec; Włochy – Włoszech; Węgry – Węgrzech – Węgier
        (3, "cy,czech,iec,com,cami"),
        (3, "chy,szech,ch,chom,chami"),
        (3, "ry,rzech,ier,rom,rami"),
        # Praga – Pradze, Praha – Praze, Прага – Празі
        (3, "ga,gi,ge,go,dze"),
        (3, "ha,hy,hu,hou,ze"),
        (3, "га,ги,зі,гу,гою"),
        # logistyka – logistyczna, logistika – logistický, логістика – логістичний
        (_SHORTEST, "yka,yki,yce,yke,yko,yczna,yczny,yczne,yczni,ycznej,ycznego,ycznym,ycznych,ycznymi"),
        (_SHORTEST, "ika,iky,ice,iku,ikou,icka,icky,icke,icti,ickych,ickeho,ickym,ickymi"),
        (_SHORTEST, "ика,ики,иці,ику,икою,ична,ичнии,ичне,ичні,ичних,ичного,ичноі,ичним,ичними,ичною"),
        # produkcja – produkcyjne
        (_SHORTEST, "ja,ji,je,jo,yjna,yjny,yjne,yjni,yjnej,yjnego,yjnym,yjnych,yjnymi"),
        # factory – factories
        (_SHORTEST, "y,ies"),
    )
)  # fmt: skip


@cache
def _forms(word: str) -> frozenset[tuple[int, str]]:
    """Every stem a folded word may have, with the paradigm it is a stem of."""
    return frozenset(
        (number, word[: len(word) - len(ending)])
        for number, (shortest, endings) in enumerate(_PARADIGMS)
        for ending in endings
        if word.endswith(ending) and len(word) - len(ending) >= shortest
    )


def same_word(one: str, other: str) -> bool:
    """Whether two folded words are equal, or forms of one another."""
    return one == other or not _forms(one).isdisjoint(_forms(other))


class Inflected(Generic[T]):
    """Names of one to six folded words, found by any of their forms; the closest name wins."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._by_form: dict[tuple[int, str], list[tuple[list[str], T]]] = {}
        self._by_word: dict[str, list[tuple[list[str], T]]] = {}
        for name, meant in names:
            words = name.split()
            if not words or name.isdigit():
                continue
            self._by_word.setdefault(words[0], []).append((words, meant))
            for form in _forms(words[0]):
                self._by_form.setdefault(form, []).append((words, meant))

    def find(self, said: str) -> T | None:
        words = said.split()
        if not words:
            return None
        alike = [name for form in _forms(words[0]) for name in self._by_form.get(form, ())]
        fitting = [
            (_in_common(" ".join(name), said), meant)
            for name, meant in (*self._by_word.get(words[0], ()), *alike)
            if len(name) == len(words) and all(map(same_word, name, words))
        ]
        best = max((alikeness for alikeness, _ in fitting), default=0)
        return next((meant for alikeness, meant in fitting if alikeness == best), None)


def _in_common(one: str, other: str) -> int:
    """Letters that both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
