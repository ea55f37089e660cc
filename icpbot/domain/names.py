"""Company names: two spellings of one company become one key."""

import re

from icpbot.domain.model import Model
from icpbot.domain.text import fold

_LEGAL = re.compile(
    r"\b(?:sp\.? ?z ?\.? ?o\.? ?o\.?|spolka z o\.? ?o\.?|spolka akcyjna|s\.? ?a\.?|s\.? ?r\.? ?o\.?|a\.? ?s\.?"
    r"|spol\.? s r\.? ?o\.?|k\.? ?s\.?|v\.? ?o\.? ?s\.?|gmbh(?: & co\.? kg)?|ag|kg|ohg|ug|e\.? ?v\.?"
    r"|inc|corp|corporation|co|company|ltd|limited|llc|llp|plc|lp|pty|bv|b\.v\.|nv|n\.v\.|oy|ab|as|aps"
    r"|sarl|sas|srl|s\.r\.l\.|spa|s\.p\.a\.|group|holding|holdings|тов|тзов|прат|пат|ао|ооо|фоп)\.?(?=\s|$|,)"
)
_LEGAL_HAN = re.compile(r"(?:股份)?有限(?:责任)?公司|集团|公司$")


def key_of(name: str) -> str:
    """The name without case, diacritics, punctuation and legal form: 'Žabka Polska sp. z o.o.'
    → 'zabka polska'. A name that is nothing but a legal form keeps it.
    """
    folded = fold(name).replace("&", " & ")
    bare = _LEGAL_HAN.sub(" ", _LEGAL.sub(" ", folded))
    key = " ".join(re.findall(r"[^\W_]+", bare))
    return key or " ".join(re.findall(r"[^\W_]+", folded))


class Match(Model):
    """An account a name may mean; `score` 0 to 100."""

    name: str
    score: float


SURE = 92.0
"""Similarity from which a fuzzy match is taken, if no other comes near."""
POSSIBLE = 75.0
MARGIN = 6.0


class Resolution(Model):
    """One account, several candidates put to the person, or nobody."""

    name: str | None = None
    candidates: tuple[str, ...] = ()


def resolve(asked: str, matches: list[Match]) -> Resolution:
    """Exact keys win; a clear best fuzzy match is taken; two near ones are never guessed between."""
    key = key_of(asked)
    exact = [m.name for m in matches if key_of(m.name) == key]
    if len(exact) == 1:
        return Resolution(name=exact[0])
    if len(exact) > 1:
        return Resolution(candidates=tuple(exact))
    starting = [m.name for m in matches if _starts_with_words(key_of(m.name), key)]
    if len(starting) == 1:
        return Resolution(name=starting[0])
    if starting:
        return Resolution(candidates=tuple(starting[:5]))
    return _fuzzy(sorted(matches, key=lambda m: (-m.score, m.name)))


def _starts_with_words(name: str, asked: str) -> bool:
    return bool(asked) and (name + " ").startswith(asked + " ")


def _fuzzy(ranked: list[Match]) -> Resolution:
    near = [m for m in ranked if m.score >= POSSIBLE]
    if not near:
        return Resolution()
    rivals = [m for m in near if m.score >= near[0].score - MARGIN]
    if near[0].score >= SURE and len(rivals) == 1:
        return Resolution(name=near[0].name)
    return Resolution(candidates=tuple(m.name for m in near[:5]))
