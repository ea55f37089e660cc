"""Routing: what a message asks for, by its form first and by likeness to examples else."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from enum import StrEnum

from icpbot.domain.described import described
from icpbot.domain.handed import criteria_rows, letter_in
from icpbot.domain.model import Model
from icpbot.domain.names import is_legal_form
from icpbot.domain.text import HAN, fold, word_count


class Intent(StrEnum):
    ASK = "ask"
    DEFINITION = "definition"
    FIT = "fit"
    BEST = "best"
    TRAITS = "traits"
    DRAFT = "draft"
    PROFILE = "profile"
    GAPS = "gaps"
    SOURCES = "sources"
    THEMES = "themes"
    FORGET = "forget"
    HELP = "help"
    THANKS = "thanks"
    CRITERIA = "criteria"
    LETTER = "letter"
    LINK = "link"
    UNLINK = "unlink"
    ADMIN = "admin"
    MANAGE = "manage"
    CRM = "crm"
    PLAYBOOK = "playbook"


class Route(Model):
    intent: Intent
    names: tuple[str, ...] = ()
    """Companies, or the department whose playbook is asked for."""
    text: str = ""
    pasted: str = ""
    """What somebody pasted about the one company that is named."""


Guess = Callable[[str], tuple[str, float]]
"""text → the likeliest intent by examples and its likelihood, 0 to 1."""

SURE = 0.4
"""Below this likelihood a message is taken for a question: the answer is then at least evidence."""

_COMMANDS = {
    "fit": Intent.FIT, "check": Intent.FIT, "best": Intent.BEST, "traits": Intent.TRAITS,
    "draft": Intent.DRAFT, "profile": Intent.PROFILE, "gaps": Intent.GAPS, "sources": Intent.SOURCES, "themes": Intent.THEMES,
    "forget": Intent.FORGET, "admin": Intent.ADMIN, "crm": Intent.CRM, "playbook": Intent.PLAYBOOK, fold("плейбук"): Intent.PLAYBOOK, "打法手册": Intent.PLAYBOOK, "help": Intent.HELP, "ask": Intent.ASK, "pomoc": Intent.HELP,
    "napoveda": Intent.HELP, "допомога": Intent.HELP, "帮助": Intent.HELP, "?": Intent.HELP,
}  # fmt: skip
_EXAMPLES = {
    "ask": Intent.ASK, "count": Intent.ASK, "compare": Intent.ASK, "who_said": Intent.ASK,
    "unknowns": Intent.GAPS, "survey": Intent.ASK, "copy": Intent.PLAYBOOK,
}  # fmt: skip


def route(text: str, guess: Guess) -> Route:
    """The intent of a message, with company names or the rest of its words."""
    bare = text.strip()
    if not bare:
        return Route(intent=Intent.HELP)
    found = by_form(bare)
    if found:
        return found
    label, likelihood = guess(bare)
    if likelihood < SURE:
        return Route(intent=Intent.ASK, text=bare)
    intent = _EXAMPLES.get(label) or Intent(label)
    if intent is Intent.FIT:
        return Route(intent=intent, names=tuple(names_within(bare)), text=bare)
    return Route(intent=intent, text=bare)


def by_form(text: str) -> Route | None:
    """What a message is by its form alone: a command, a list of names, a table of criteria, a letter."""
    if criteria_rows(text):
        return Route(intent=Intent.CRITERIA, text=text)
    if letter_in(text):
        return Route(intent=Intent.LETTER, text=text)
    return _by_command(text) or _by_list(text)


UNSURE = 0.1
"""Two readings this near each other are both offered: on the shipped cases the likelier one is then right
in a third of the messages, and one of the two in two thirds.
"""


def rivals(likelihoods: Mapping[str, float]) -> tuple[Intent, ...]:
    """The two likeliest readings when they are near each other; nothing when one stands out."""
    summed: defaultdict[Intent, float] = defaultdict(float)
    for label, likelihood in likelihoods.items():
        if label in _EXAMPLES or label in set(Intent):
            intent = _EXAMPLES.get(label) or Intent(label)
            summed[Intent.ASK if intent is Intent.DEFINITION else intent] += likelihood
    ordered = sorted(summed, key=lambda intent: -summed[intent])[:2]
    near = len(ordered) == 2 and summed[ordered[0]] - summed[ordered[1]] < UNSURE
    return tuple(ordered) if near else ()


_LINKED = re.compile(r"(link|unlink)(\s+\S.{0,119})?", re.IGNORECASE)
_MANAGED = re.compile(r"(?:review|guide|propose|rollback|export|canvas)(?:\s+\S.{0,119})?", re.IGNORECASE)
_ADMINISTERED = re.compile(
    r"(?:language|retention|upload)\s+\S+|@\S+(?:\s+\S+){0,3}\s+[^\W\d_]+", re.IGNORECASE
)
"""What can be set; a sentence that begins with the word is one."""


_LISTED = frozenset({
    "pain", "job", "trigger", "alternative", "reason_to_buy", "objection", "outcome", "decision_role",
    "buying_process", "tool", "rejected",
})  # fmt: skip
"""What there are lists of themes of."""


def _listed(intent: Intent, rest: str) -> bool:
    return intent is Intent.THEMES and rest.casefold() in _LISTED


def _by_command(text: str) -> Route | None:
    match = re.match(r"/?(?:icp\s+)?([^\W\d]+|\?)\s*(:?)\s*(.*)", text, re.DOTALL)
    word = fold(match.group(1)) if match else ""
    if match is None or word not in _COMMANDS:
        return None
    rest = match.group(3).strip()
    intent = _COMMANDS[word]
    if word == "profile" and (asked := _LINKED.fullmatch(rest)):
        return Route(intent=Intent(asked.group(1).casefold()), text=(asked.group(2) or "").strip())
    if word == "profile" and _MANAGED.fullmatch(rest):
        return Route(intent=Intent.MANAGE, text=rest)
    if word == "admin":
        return Route(intent=intent, text=rest) if not rest or _ADMINISTERED.fullmatch(rest) else None
    if intent is Intent.FIT and (told := described(rest)):
        return Route(intent=intent, names=(told[0],), text=rest, pasted=told[1])
    sentence = rest.endswith(("?", "？")) or word_count(rest) > 12
    if intent is Intent.FIT and rest and (match.group(2) or not sentence or _is_list(rest)):
        return Route(intent=intent, names=tuple(split_names(rest)), text=rest)
    if intent in {Intent.PLAYBOOK, Intent.DRAFT}:
        return _to_write(intent, rest)
    if intent is Intent.ASK and rest:
        return Route(intent=intent, text=rest)
    if (
        intent is not Intent.FIT
        and (not rest or intent in {Intent.FORGET, Intent.BEST} or _listed(intent, rest))
        and not sentence
    ):
        return Route(intent=intent, text=rest)
    return Route(intent=intent) if not rest else None


def _to_write(intent: Intent, rest: str) -> Route | None:
    """A profile is drafted, a department's playbook opened; "draft a cold e-mail" is neither by its form."""
    if intent is Intent.PLAYBOOK:
        return Route(intent=intent, names=(rest,) if rest else ()) if word_count(rest) <= NAMED else None
    sentence = rest.endswith(("?", "？")) or word_count(rest) > 12
    return None if sentence or _WRITTEN.match(rest) else Route(intent=intent, text=rest)


_WRITTEN = re.compile(r"(?:an?|me|us|some|three|\d+)\s", re.IGNORECASE)
"""How the rest begins of "draft a cold e-mail", which is no draft of a profile by its form alone."""
NAMED = 3
"""Words that a department is called by; more are a sentence."""
_SEPARATORS = re.compile(r"[,;\n、，；•]")
_LAST_AND = re.compile(
    r"\s+(?:and|oraz|та|і|й|i|a|und)\s+(?=\S)(?!.*\s(?:and|oraz|та|і|й|i|a|und)\s)"
    rf"|(?<={HAN.pattern}{{2}})[和与及](?={HAN.pattern}{{2}}[^和与及]*$)",
    re.DOTALL,
)
_BULLET = re.compile(r"^\s*(?:[-*–]\s*|\d+[.)]\s*)")
_NO_NAMES = frozenset({
    "hi", "hello", "hey", "hej", "ahoj", "dzień", "witam", "cześć", "dobry", "dobrý", "вітаю",
    "привіт", "thanks", "thank", "dzięki", "dziękuję", "díky", "děkuji", "дякую", "yes", "no", "ok",
    "okay", "sure", "right", "tak", "nie", "ano", "ne", "jo", "так", "ні", "dear", "please", "regards",
    "what", "who", "whom", "which", "how", "why", "when", "where", "whose", "does", "do", "did", "is",
    "are", "was", "were", "can", "could", "should", "would", "tell", "show", "give", "we", "i", "it",
    "they", "co", "kto", "kogo", "jak", "jaki", "jaka", "jakie", "dlaczego", "kiedy", "gdzie", "czy",
    "ile", "kdo", "koho", "jaký", "jaká", "jaké", "proč", "kde", "kdy", "zda", "kolik", "що", "хто",
    "як", "який", "яка", "які", "чому", "коли", "де", "чи", "скільки",
})  # fmt: skip
"""First words of sentences and courtesies; a list of companies does not begin with one."""


def split_names(text: str) -> list[str]:
    """'A, B and C', one a line, or a bulleted list; 'Kolos, s.r.o.' stays one name."""
    names: list[str] = []
    parts = [part for piece in _SEPARATORS.split(text) for part in _LAST_AND.split(piece)]
    for part in parts:
        name = _BULLET.sub("", part).strip().strip("…").strip()
        form = re.search(r"\.\w{1,2}\.$", name) or is_legal_form(name.split(" ")[-1])
        name = name if form else name.rstrip(".")
        if names and is_legal_form(name):
            names[-1] += f", {name}"
        elif name:
            names.append(name)
    return list(dict.fromkeys(names))


def _by_list(text: str) -> Route | None:
    """Two or more short, capitalised items and no question: a list of companies."""
    return Route(intent=Intent.FIT, names=tuple(split_names(text)), text=text) if _is_list(text) else None


def _is_list(text: str) -> bool:
    if text.endswith(("?", "？", "!", "！")):
        return False
    names = split_names(text)
    first = re.findall(r"[^\W\d_]+", names[0].casefold())[:1] if names else []
    if len(names) < 2 or any(word in _NO_NAMES for word in first):
        return False
    strict = len(names) == 2 and "\n" not in text
    return all(_looks_like_name(name, strict=strict) for name in names)


def _looks_like_name(text: str, *, strict: bool) -> bool:
    """Capitalised words; in a longer list half of them will do, as in "Нова пошта", while of two items
    ("Great call, Anna") every word must be.
    """
    words = [word for word in text.split() if word[0].isalnum()]
    if HAN.search(text):
        return len(text) <= 16 and text.endswith(("公司", "集团", "股份", "科技", "物流"))
    if not 0 < len(words) <= 6 or not any(char.isupper() for char in text):
        return False
    if text.casefold() in _NO_NAMES or re.search(r"[.!?]\s+[^\W\d_]{3}", text):
        return False
    capitals = sum(word[0].isupper() or word[0].isdigit() or is_legal_form(word) for word in words)
    return capitals == len(words) if strict else capitals >= (len(words) + 1) // 2


def names_in(message: str) -> list[str]:
    """The companies a message names: all of it when it is a list, else those within its sentences."""
    short = "\n" not in message and len(message.split()) <= 3
    return split_names(message) if short or _is_list(message) else names_within(message)


_QUOTED = re.compile(r"[\"“„«「]([^\"”“»」]{2,60})[\"”“»」]")
_UPPER = "".join(filter(str.isupper, map(chr, range(0x530))))
"""Capitals of the Latin and Cyrillic alphabets; a range of them would hold small letters, too."""
_CAPITALS = re.compile(
    rf"(?<!\w)(?:[{_UPPER}][^\s,;?!]*)(?:[ \-&]+(?:[{_UPPER}][^\s,;?!]*|s\.r\.o\.|a\.s\.|sp\.|z|o\.o\.|de))*"
)


_BEGINS = frozenset(map(fold, (
    "check", "score", "rate", "assess", "is", "are", "does", "do", "would", "could", "sprawdź", "oceń", "zobacz", "czy",
    "jest", "pasuje", "ověř", "prověř", "zkontroluj", "posuď", "je", "má", "hodí", "перевір", "оціни", "подивись", "чи",
    "підходить",
)))  # fmt: skip
"""Words before a name that are written large because a sentence begins with them."""


def names_within(sentence: str) -> list[str]:
    """Company names inside a sentence: what is quoted, else runs of capitalised words. What a sentence begins
    with is large anyway, and so no sign of a name.
    """
    quoted = _QUOTED.findall(sentence)
    if quoted:
        return [name.strip() for name in quoted]
    first, _, rest = sentence.partition(" ")
    begun = fold(first) in _BEGINS
    runs = [m.group().strip(" .?!,") for m in _CAPITALS.finditer(rest if begun else sentence)
            if begun or m.start() > 0]  # fmt: skip
    return [name for name in runs if name not in {"ICP", "CRM", "I"}]
