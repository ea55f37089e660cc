"""Routing: what a message asks for, by its form first and by likeness to examples else."""

import re
from collections.abc import Callable
from enum import StrEnum

from icpbot.domain.model import Model
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
    FORGET = "forget"
    HELP = "help"
    THANKS = "thanks"


class Route(Model):
    intent: Intent
    names: tuple[str, ...] = ()
    text: str = ""


Guess = Callable[[str], tuple[str, float]]
"""text → the likeliest intent by examples and its likelihood, 0 to 1."""

SURE = 0.5
"""Below this likelihood a message is taken for a question: the answer is then at least evidence."""

_COMMANDS = {
    "fit": Intent.FIT, "check": Intent.FIT, "best": Intent.BEST, "traits": Intent.TRAITS,
    "draft": Intent.DRAFT, "profile": Intent.PROFILE, "gaps": Intent.GAPS, "sources": Intent.SOURCES,
    "forget": Intent.FORGET, "help": Intent.HELP, "ask": Intent.ASK, "pomoc": Intent.HELP,
    "napoveda": Intent.HELP, "допомога": Intent.HELP, "帮助": Intent.HELP, "?": Intent.HELP,
}  # fmt: skip
_EXAMPLES = {
    "ask": Intent.ASK, "count": Intent.ASK, "compare": Intent.ASK, "who_said": Intent.ASK,
    "unknowns": Intent.GAPS, "survey": Intent.ASK, "copy": Intent.ASK,
}  # fmt: skip


def route(text: str, guess: Guess) -> Route:
    """The intent of a message, with company names or the rest of its words."""
    bare = text.strip()
    if not bare:
        return Route(intent=Intent.HELP)
    found = _by_command(bare) or _by_list(bare)
    if found:
        return found
    label, likelihood = guess(bare)
    if likelihood < SURE:
        return Route(intent=Intent.ASK, text=bare)
    intent = _EXAMPLES.get(label) or Intent(label)
    if intent is Intent.FIT:
        return Route(intent=intent, names=tuple(names_within(bare)), text=bare)
    return Route(intent=intent, text=bare)


def _by_command(text: str) -> Route | None:
    match = re.match(r"/?(?:icp\s+)?([^\W\d]+|\?)\s*(:?)\s*(.*)", text, re.DOTALL)
    word = fold(match.group(1)) if match else ""
    if match is None or word not in _COMMANDS:
        return None
    rest = match.group(3).strip()
    intent = _COMMANDS[word]
    sentence = rest.endswith(("?", "？")) or word_count(rest) > 12
    if intent is Intent.FIT and rest and not (sentence and not match.group(2)):
        return Route(intent=intent, names=tuple(split_names(rest)), text=rest)
    if intent is Intent.ASK and rest:
        return Route(intent=intent, text=rest)
    if (
        intent is not Intent.FIT
        and (not rest or intent in {Intent.FORGET, Intent.DRAFT, Intent.BEST})
        and not sentence
    ):
        return Route(intent=intent, text=rest)
    return Route(intent=intent) if not rest else None


def split_names(text: str) -> list[str]:
    """'A, B and C', one a line, or a bulleted list."""
    parts = re.split(r"[,;\n、，；•]|\s+(?:and|oraz|та|і|&)\s+(?=\S+$)|和(?=[^和]+$)", text)
    names = [re.sub(r"^\s*(?:[-*–]|\d+[.)])\s*", "", part).strip(" .\t") for part in parts]
    return list(dict.fromkeys(name for name in names if name and name != "…"))


def _by_list(text: str) -> Route | None:
    """Two or more short, capitalised items and no question: a list of companies."""
    if text.endswith(("?", "？")):
        return None
    names = split_names(text)
    if len(names) >= 2 and all(_looks_like_name(name) for name in names):
        return Route(intent=Intent.FIT, names=tuple(names), text=text)
    return None


def _looks_like_name(text: str) -> bool:
    words = text.split()
    if HAN.search(text):
        return len(text) <= 16 and text.endswith(("公司", "集团", "股份", "科技", "物流"))
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words if word[0].isalnum())
    return len(words) <= 6 and capitals >= (len(words) + 1) // 2 and not re.search(r"[.!?]\s", text)


_QUOTED = re.compile(r"[\"“„«「]([^\"”“»」]{2,60})[\"”“»」]")
_CAPITALS = re.compile(
    r"(?:[A-ZÀ-ŽА-ЯЄІЇҐ][^\s,;?!]*)(?:[ \-&]+(?:[A-ZÀ-ŽА-ЯЄІЇҐ][^\s,;?!]*|s\.r\.o\.|a\.s\.|sp\.|z|o\.o\.|de))*"
)


def names_within(sentence: str) -> list[str]:
    """Company names inside a sentence: what is quoted, else runs of capitalised words after the first."""
    quoted = _QUOTED.findall(sentence)
    if quoted:
        return [name.strip() for name in quoted]
    runs = [m for m in _CAPITALS.finditer(sentence) if m.start() > 0]
    return [m.group().strip(" .?!,") for m in runs if m.group().strip(" .?!,") not in {"ICP", "CRM", "I"}]
