"""Company names: two spellings of one company become one key."""

import re

from icpbot.domain.model import Model
from icpbot.domain.text import fold

_FORM = (
    r"(?:sp\.? ?z ?\.? ?o\.? ?o\.?|spolka z (?:o\.? ?o\.?|ograniczona odpowiedzialnoscia)|spolka akcyjna"
    r"|(?:spolka|sp\.?) (?:komandytowa|komandytowo akcyjna|jawna|cywilna)|sp\.? ?[jkp]\.?|s\.? ?k\.? ?a\.?|s\.? ?c\.?|p\.? ?s\.? ?a\.?"
    r"|s\.? ?a\.?|s\.? ?r\.? ?o\.?|a\.? ?s\.?|spol\.? ?s ?r\.? ?o\.?|akciova spolecnost|k\.? ?s\.?|v\.? ?o\.? ?s\.?|druzstvo"
    r"|gmbh(?: & co\.?(?: kg)?)?|ag|kg|ohg|ug|se|e\.? ?[vk]\.?|inc|corp|corporation|co|company|ltd|limited|llc|llp|plc|lp|pty"
    r"|b\.?v|n\.?v|oy|oyj|ab|aps|sarl|sas|s\.? ?r\.? ?l|s\.? ?p\.? ?a|kft|zrt|nyrt|d\.? ?o\.? ?o|group|holdings?"
    r"|тов|тзов|прат|пат|ао|ооо|фоп|пп)\.?"
)
_AT_END = re.compile(rf"(?<=[\s,]){_FORM}[\s,]*$")
_AT_START = re.compile(r"^(?:тов|тзов|прат|пат|ат|дп|пп|фоп|ооо|ао|зао|оао)\b[\s\"'.]*")
_LEGAL_HAN = re.compile(r"(?:股份)?有限(?:责任)?公司|集团|公司$")


def key_of(name: str) -> str:
    """The name without case, diacritics, punctuation and legal form: 'Žabka Polska sp. z o.o.'
    → 'zabka polska'. A name that is nothing but a legal form keeps it, and so does one that begins
    with such a word: 'Company Store' is no 'Store'.
    """
    folded = fold(name).replace("&", " & ").replace("  ", " ").strip()
    bare = _LEGAL_HAN.sub(" ", _AT_START.sub("", folded)).strip()
    while (shorter := _AT_END.sub("", bare).strip(" ,")) != bare:
        bare = shorter
    return _words(bare) or _words(folded)


def is_legal_form(text: str) -> bool:
    """Whether this is no name but the end of one: 's.r.o.' in 'Kolos, s.r.o.'."""
    return re.fullmatch(_FORM, fold(text).strip()) is not None


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text))


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
    """Exact keys win, the very spelling among several; a clear best fuzzy match is taken; two near
    ones are never guessed between.
    """
    key = key_of(asked)
    spelled = [m.name for m in matches if _words(fold(m.name)) == _words(fold(asked))]
    if len(spelled) == 1:
        return Resolution(name=spelled[0])
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
    return _fuzzy(key, sorted(matches, key=lambda m: (-m.score, m.name)))


def _starts_with_words(name: str, asked: str) -> bool:
    return bool(asked) and (name + " ").startswith(asked + " ")


def _fuzzy(key: str, ranked: list[Match]) -> Resolution:
    """'Depot 12' is very like 'Depot 13', and another company: digits must agree."""
    near = [m for m in ranked if m.score >= POSSIBLE]
    if not near:
        return Resolution()
    rivals = [m for m in near if m.score >= near[0].score - MARGIN]
    digits = re.findall(r"\d+", key) == re.findall(r"\d+", key_of(near[0].name))
    if near[0].score >= SURE and len(rivals) == 1 and digits:
        return Resolution(name=near[0].name)
    return Resolution(candidates=tuple(m.name for m in near[:5]))
