"""Company names: two spellings of one company become one key, two companies stay two."""

import re
from collections.abc import Sequence
from functools import lru_cache

from icpbot.domain.model import Model
from icpbot.domain.text import HAN, fold

_LIMITED, _STOCK, _PARTNERS, _OTHER = "limited", "stock", "partners", "other"
_ANY = frozenset({_LIMITED, _STOCK})
"""English forms stand for any company: a German GmbH and a Polish S.A. both sign mails as Ltd or Inc."""

_FORMS: tuple[tuple[str, frozenset[str], tuple[str, ...]], ...] = (
    ("sp z o o", frozenset({_LIMITED}), ("sp z oo", "sp zoo", "spzoo", "sp zo o", "z o o", "spolka z o o", "spolka z oo", "spolka z ograniczona odpowiedzialnoscia")),
    ("s a", frozenset({_STOCK}), ("sa", "spolka akcyjna", "societe anonyme", "sociedad anonima")),
    ("p s a", frozenset({_STOCK}), ("psa", "prosta spolka akcyjna")),
    ("sp k", frozenset({_PARTNERS}), ("spk", "spolka komandytowa", "sp komandytowa")),
    ("s k a", frozenset({_PARTNERS}), ("ska", "spolka komandytowo akcyjna")),
    ("sp j", frozenset({_PARTNERS}), ("spj", "spolka jawna", "sp jawna")),
    ("sp p", frozenset({_PARTNERS}), ("spolka partnerska",)),
    ("s c", frozenset({_PARTNERS}), ("spolka cywilna",)),
    ("s r o", frozenset({_LIMITED}), ("sro", "spol s r o", "spol s ro", "spol sro", "spolecnost s rucenim omezenym")),
    ("a s", frozenset({_STOCK}), ("as", "akciova spolecnost", "akciova spol")),
    ("k s", frozenset({_PARTNERS}), ("komanditni spolecnost",)),
    ("v o s", frozenset({_PARTNERS}), ("vos", "verejna obchodni spolecnost")),
    ("druzstvo", frozenset({_OTHER}), ()),
    ("gmbh", frozenset({_LIMITED}), ("mbh", "g m b h", "gesellschaft mit beschrankter haftung")),
    ("gmbh co kg", frozenset({_PARTNERS}), ("gmbh co", "gmbh and co kg", "gmbh u co kg", "ag co kg")),
    ("ag", frozenset({_STOCK}), ("aktiengesellschaft",)),
    ("kg", frozenset({_PARTNERS}), ("kommanditgesellschaft",)),
    ("ohg", frozenset({_PARTNERS}), ()),
    ("ug", frozenset({_LIMITED}), ("ug haftungsbeschrankt",)),
    ("se", frozenset({_STOCK}), ("societas europaea",)),
    ("e v", frozenset({_OTHER}), ()),
    ("e k", frozenset({_OTHER}), ()),
    ("inc", _ANY, ("incorporated",)),
    ("corp", _ANY, ("corporation",)),
    ("co", _ANY, ("company", "and co", "and company")),
    ("ltd", _ANY, ("limited", "co ltd", "co limited", "company limited", "pty ltd", "pvt ltd", "private limited", "pte ltd", "limitd")),
    ("llc", _ANY, ("l l c", "limited liability company")),
    ("plc", frozenset({_STOCK}), ("p l c", "public limited company")),
    ("llp", frozenset({_PARTNERS}), ("l l p",)),
    ("lp", frozenset({_PARTNERS}), ("l p",)),
    ("b v", frozenset({_LIMITED}), ("bv", "besloten vennootschap")),
    ("n v", frozenset({_STOCK}), ("nv", "naamloze vennootschap")),
    ("oy", frozenset({_LIMITED}), ("osakeyhtio",)),
    ("oyj", frozenset({_STOCK}), ()),
    ("ab", _ANY, ("aktiebolag",)),
    ("aps", frozenset({_LIMITED}), ()),
    ("sarl", frozenset({_LIMITED}), ("s a r l",)),
    ("sas", frozenset({_STOCK}), ("s a s",)),
    ("s r l", frozenset({_LIMITED}), ("srl",)),
    ("s l", frozenset({_LIMITED}), ("sociedad limitada",)),
    ("s p a", frozenset({_STOCK}), ("spa", "societa per azioni")),
    ("kft", frozenset({_LIMITED}), ()),
    ("zrt", frozenset({_STOCK}), ("nyrt",)),
    ("d o o", frozenset({_LIMITED}), ("doo",)),
    ("тов", frozenset({_LIMITED}), ("тзов", "товариство з обмеженою відповідальністю", "tov")),
    ("прат", frozenset({_STOCK}), ("приватне акціонерне товариство",)),
    ("пат", frozenset({_STOCK}), ("публічне акціонерне товариство",)),
    ("ат", frozenset({_STOCK}), ("акціонерне товариство",)),
    ("пп", frozenset({_OTHER}), ("приватне підприємство",)),
    ("дп", frozenset({_OTHER}), ("державне підприємство", "дочірнє підприємство")),
    ("фоп", frozenset({_OTHER}), ()),
    ("ооо", frozenset({_LIMITED}), ("общество с ограниченной ответственностью",)),
    ("ао", frozenset({_STOCK}), ("зао", "оао", "пао", "акционерное общество")),
    ("股份有限公司", frozenset({_STOCK}), ()),
    ("有限公司", frozenset({_LIMITED}), ("有限责任公司", "youxian gongsi")),
)  # fmt: skip
"""Legal forms with what kind of company they make and how else they are written, folded, without dots."""

_DECOR = ("group", "holding", "holdings", "集团", "公司")
"""Words at the end that many a name has in one list and not in the other."""
_HAN_FORMS = re.compile(r"(股份有限公司|有限责任公司|有限公司|集团|公司)$")
_FIRST = frozenset({"тов", "тзов", "прат", "пат", "ат", "дп", "пп", "фоп", "ооо", "ао", "зао", "оао", "пао"})
"""Forms that stand before the name."""
_SPELLED = {fold(way): form for form, _, ways in _FORMS for way in (form, *ways)}
_KINDS = {form: kinds for form, kinds, _ in _FORMS}
_LONGEST = max(len(way.split()) for way in _SPELLED)
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")


class Named(Model):
    """A name taken apart: `key` without case, diacritics, punctuation and legal form; `form` as the
    table of forms writes it, nothing when the name has none.
    """

    key: str
    form: str | None = None


@lru_cache(maxsize=65_536)
def named(name: str) -> Named:
    """'Žabka Polska sp. z o.o.' → 'zabka polska', 'sp z o o'. A name that is nothing but a legal form
    keeps it, and so does one that begins with such a word: 'Company Store' is no 'Store'.
    """
    words = words_of(name).split()
    bare, forms = _stripped(words)
    return Named(key=" ".join(bare) or " ".join(words), form=forms[0] if bare and forms else None)


def key_of(name: str) -> str:
    """The name without case, diacritics, punctuation and legal form."""
    return named(name).key


def words_of(name: str) -> str:
    """Folded words without punctuation; an apostrophe holds a word together, '&' is none."""
    return " ".join(re.findall(r"[^\W_]+", fold(name).replace("'", "")))


def _stripped(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words between the legal forms, and those forms, the last one first."""
    bare, forms = list(words), list[str]()
    for size in range(min(_LONGEST, len(bare) - 1), 0, -1):
        first = " ".join(bare[:size])
        if _SPELLED.get(first) in _FIRST:
            forms, bare = [_SPELLED[first]], bare[size:]
            break
    while len(bare) > 1 or (bare and HAN.search(bare[0])):
        size, form = _at_end(bare)
        if not size:
            break
        bare = bare[:-size] if size > 0 else _without_han(bare)
        forms += [form] if form else []
    return bare, forms


def _at_end(words: Sequence[str]) -> tuple[int, str | None]:
    """How many words at the end are no part of the name, and which form they are; -1 for a piece of
    the last word, as Han text has no spaces.
    """
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        last = " ".join(words[-size:])
        if last in _SPELLED:
            return size, _SPELLED[last]
        if last in _DECOR:
            return size, None
    match = _HAN_FORMS.search(words[-1])
    return (-1, _SPELLED.get(match.group())) if match and match.start() else (0, None)


def _without_han(words: Sequence[str]) -> list[str]:
    return [*words[:-1], _HAN_FORMS.sub("", words[-1])]


def is_legal_form(text: str) -> bool:
    """Whether this is no name but the end of one: 's.r.o.' in 'Kolos, s.r.o.'."""
    words = words_of(text)
    return words in _SPELLED or words in _DECOR


def forms() -> dict[str, str]:
    """Every spelling of a legal form, as `words_of` leaves it, with the form it is; '' for words such
    as "group" that are dropped and are none.
    """
    return {**_SPELLED, **dict.fromkeys(_DECOR, "")}


def compatible(one: str | None, other: str | None) -> bool:
    """Whether two legal forms may be one company's: a GmbH is a Ltd in English, but never an AG."""
    if one is None or other is None or one == other:
        return True
    return bool(_KINDS[one] & _KINDS[other])


_HOST = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://)?(?:[^\s@/]+@)?(?:www\d?\.)?(?P<host>[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*"
    r"\.(?P<top>[^\W\d_]{2,24}|xn--[a-z0-9-]+))(?::\d+)?(?:[/?#]\S*)?"
)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "edu", "ac", "in"})


def host_of(text: str) -> str | None:
    """The host of a web or mail address ('https://www.Kolos.cz/o-nas' → 'kolos.cz'), nothing of a name."""
    match = _HOST.fullmatch(text.strip().casefold())
    return match.group("host") if match else None


def label_of(host: str) -> str:
    """The part of a host that a company chooses: 'shop.kolos-logistik.co.uk' → 'kolos logistik'."""
    parts = host.split(".")
    last = -3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL and len(parts[-1]) == 2 else -2
    return parts[last].replace("-", " ")


class Match(Model):
    """An account a name may mean, so many slips of the finger away; 0 when spaces or the script make
    the only difference, nothing when it is no more than alike at the beginning.
    """

    name: str
    edits: int | None = None


_ONE_SLIP, _TWO_SLIPS = 7, 10
"""Letters from which one and two slips of the finger still leave a name that can be no other's. Among real
names of six letters and fewer one letter often makes another company: Ciena and Cigna, Vivo and Civo.
"""
_WORD = 5
"""Letters of a word in which a slip may have happened: 'Duke Energy' is no slip of 'DTE Energy'."""


class Resolution(Model):
    """One account, candidates put to the person, or nobody. `near`: the candidates only look like what was
    asked, so that it may well be a company we do not know.
    """

    name: str | None = None
    candidates: tuple[str, ...] = ()
    near: bool = False


def resolve(asked: str, matches: Sequence[Match]) -> Resolution:
    """The very spelling wins, then the same key with a legal form that may be its own, then a plain
    slip of the finger in a long name. What merely begins so or looks alike is asked about.
    """
    wanted = named(asked)
    spelled = [m.name for m in matches if words_of(m.name) == words_of(asked)]
    if spelled:
        return _only(spelled)
    same = [m.name for m in matches if named(m.name).key == wanted.key] or [
        m.name for m in matches if m.edits == 0
    ]
    if same:
        return _by_form(wanted, same)
    starting = [m.name for m in matches if _starts_with_words(named(m.name).key, wanted.key)]
    fuzzy = _fuzzy(wanted, matches)
    if starting and not fuzzy.name:
        return Resolution(candidates=tuple(starting[:5]), near=True)
    return fuzzy


def _only(names: Sequence[str]) -> Resolution:
    return Resolution(name=names[0]) if len(names) == 1 else Resolution(candidates=tuple(names[:5]))


def _by_form(wanted: Named, same: Sequence[str]) -> Resolution:
    """'Foo AG' is Foo AG, though there is a Foo GmbH; where there is the GmbH alone, one has to ask."""
    exact = [name for name in same if named(name).form == wanted.form]
    if wanted.form and len(exact) == 1:
        return Resolution(name=exact[0])
    if len(same) == 1 and compatible(wanted.form, named(same[0]).form):
        return Resolution(name=same[0])
    return Resolution(candidates=tuple(same[:5]))


def _starts_with_words(name: str, asked: str) -> bool:
    return bool(asked) and (name + " ").startswith(asked + " ")


def _fuzzy(wanted: Named, matches: Sequence[Match]) -> Resolution:
    """The nearest name, unless another is but one slip further away. 'Depot 12' is very like 'Depot
    13', and another company: digits must agree.
    """
    ranked = sorted((m.edits, m.name) for m in matches if m.edits is not None)
    if not ranked:
        return Resolution()
    edits, name = ranked[0]
    found = named(name)
    sure = _slipped(wanted.key, found.key, edits) and _digits(wanted.key) == _digits(found.key)
    alone = len(ranked) == 1 or ranked[1][0] > edits + 1
    if sure and alone and compatible(wanted.form, found.form):
        return Resolution(name=name)
    return Resolution(candidates=tuple(name for _, name in ranked[:5]), near=True)


def _slipped(asked: str, found: str, edits: int) -> bool:
    """Whether so many edits are slips of the finger: few for the length, in long words, and never in the
    first letter, where people look.
    """
    letters = min(len(key.replace(" ", "")) for key in (asked, found))
    if edits > (letters >= _ONE_SLIP) + (letters >= _TWO_SLIPS):
        return False
    words, others = asked.split(), found.split()
    if len(words) != len(others):  # a space was lost or put in
        words, others = ["".join(words)], ["".join(others)]
    changed = [(word, other) for word, other in zip(words, others, strict=True) if word != other]
    return all(w[0] == o[0] and min(len(w), len(o)) >= _WORD for w, o in changed)


def _digits(key: str) -> list[str]:
    """Numbers, and a single letter at the end: what tells 'Depot 12' from 'Depot 13' and a class A from a class B."""
    return re.findall(r"\d+|\b\w$", key)
