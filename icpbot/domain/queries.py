"""Queries: what of a question is to be looked for, and what only asks."""

import re
from collections.abc import Collection, Iterable

from icpbot.domain.model import Model
from icpbot.domain.text import HAN, fold, terms

_QUOTED = re.compile(r"[\"“„«「『]([^\"“”„«»「」『』]{2,80})[\"”“»」』]")
_WITHOUT = re.compile(r"(?<!\S)[-−–](?=[^\W\d_])(\S+)")
_WORD = re.compile(r"\S+")

_WHETHER = re.compile(
    r"(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|czy|чи|jestli|zda|je|jsou|byl[aoiy]?"
    r"|ma|maji|mel[aoiy]?|muze|mohou|umi|jde|lze|vadi|resi|chce|chteji|chybi|stezuji|pouzivaji?|potrebuji?|boli|trapi)\b"
    r"|.*(吗|是不是|是否|有没有|会不会|能不能)"
)
"""How a question begins, or in Chinese what it holds, that is answered with yes or no. Folded."""
_ANY = re.compile(
    r"\b(any|anything|anyone|anybody|some|something|there|jaki(es|s|kolwiek)|jakas|cos|ktos|cokolwiek|nejak[aey]"
    r"|neco|nekdo|якісь|якиись|якась|щось|хтось)\b|什么|任何|哪些"
)
"""With one of these it asks for whatever there is."""


class Query(Model):
    """`content` is the question without the words that only ask; `phrases` stood in quotation marks;
    passages saying a term of `without` (written "-word") are not wanted.
    """

    content: str
    terms: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()

    def excludes(self, said: Collection[str]) -> bool:
        return bool(self.without.intersection(said))

    def quoted_in(self, text: str) -> bool:
        """Whether a text says every phrase that stood in quotation marks."""
        folded = _spaced(text)
        return all(phrase in folded for phrase in self.phrases)


class Asking:
    """Words that only ask ("what did … say about"): whole words, in Han text pieces of it."""

    def __init__(self, words: Iterable[str]) -> None:
        kept = {fold(word) for word in words}
        pieces = sorted((word for word in kept if HAN.search(word)), key=len, reverse=True)
        self._words = frozenset(kept) - set(pieces)
        self._pieces = re.compile("|".join(map(re.escape, pieces)) or r"(?!)")

    def left_out(self, text: str) -> str:
        """The text without them."""
        words = (self._pieces.sub(" ", word) for word in _WORD.findall(text))
        return " ".join(word for word in words if not self._only_asks(word))

    def _only_asks(self, word: str) -> bool:
        return all(part in self._words for part in re.findall(r"[^\W_]+", fold(word)))


def understood(text: str, asking: Asking) -> Query:
    """What a query looks for; one of nothing but words that ask is looked for as it stands."""
    phrases = tuple(_spaced(match) for match in _QUOTED.findall(text))
    without = frozenset(term for match in _WITHOUT.findall(text) for term in terms(match))
    wanted = _WITHOUT.sub(" ", text).strip()
    content = asking.left_out(wanted)
    content = content if terms(content) else wanted
    return Query(
        content=content, terms=tuple(dict.fromkeys(terms(content))), phrases=phrases, without=without
    )


def asks_whether(question: str) -> bool:
    """Whether it is answered with yes or no about one thing ("Is price a problem?"), so that everything
    else of that kind is no answer.
    """
    folded = _spaced(question)
    return bool(_WHETHER.match(folded)) and not _ANY.search(folded)


def _spaced(text: str) -> str:
    return " ".join(fold(text).split())
