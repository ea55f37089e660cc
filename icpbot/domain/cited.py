"""Cited: which sentences of a text found on the web carry a source, and which page that is."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from icpbot.domain.model import Model
from icpbot.domain.names import key_of, words_of
from icpbot.domain.text import HAN, sentences

LONGEST_URL = 2_000
LONGEST_SENTENCE = 400
"""Characters; what is longer states more than a fact."""
_LINK = re.compile(r"\]\(|https?://|【")
_EMPTY = re.compile(r"[(\[（]\s+[)\]）]")
_BULLET = re.compile(r"^(?:[\s*_#>•·–—-]|\d+[.)]\s)+")


class Pointer(Model):
    """A stretch of a text with the page it points at: the words that rest on it, or a link behind them."""

    start: int
    end: int
    url: str


class Searched(Model):
    """What a search of the web came back with, and its tokens."""

    text: str = ""
    pointers: tuple[Pointer, ...] = ()
    tokens: int = 0


class CitedSentence(Model):
    text: str
    url: str


def cited_sentences(searched: Searched) -> list[CitedSentence]:
    """Sentences that carry a page with an address of the web, each once with its first page."""
    pointers = [
        p for p in searched.pointers if _is_page(p.url) and 0 <= p.start < p.end <= len(searched.text)
    ]
    links = [p for p in pointers if _LINK.search(searched.text[p.start : p.end])]
    text = _without(searched.text, links)
    places = list(sentences(text))
    found: dict[tuple[int, int], str] = {}
    for pointer in sorted(pointers, key=lambda p: p.start):
        behind = pointer in links
        for place in _before(pointer, places, text) if behind else _under(pointer, places):
            found.setdefault(place, pointer.url)
    return [
        CitedSentence(text=_BULLET.sub("", text[a:b]).replace("**", ""), url=found[a, b])
        for a, b in places if (a, b) in found and b - a <= LONGEST_SENTENCE
    ]  # fmt: skip


def _is_page(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:  # "https://[x"
        return False
    plain = len(url) <= LONGEST_URL and not re.search(r"[\s<>\"'\\|\x00-\x1f]", url)
    return plain and parts.scheme in {"http", "https"} and "." in host and not parts.username


def _without(text: str, links: Sequence[Pointer]) -> str:
    """The text with its links blanked, so that every place stays where it is."""
    for link in links:
        text = text[: link.start] + " " * (link.end - link.start) + text[link.end :]
    return _EMPTY.sub(lambda match: " " * len(match.group()), text)


def _before(pointer: Pointer, places: Sequence[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """The one sentence that a link stands in or behind, in its line."""
    earlier = [(a, b) for a, b in places if a < pointer.start]
    if earlier and "\n" not in text[earlier[-1][1] : pointer.start]:
        yield earlier[-1]


def _under(pointer: Pointer, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    yield from ((a, b) for a, b in places if a < pointer.end and pointer.start < b)


def is_about(sentence: str, company: str) -> bool:
    """Whether a sentence begins with the company's name: of a sentence that begins otherwise it is not sure
    whom it speaks of.
    """
    said, name = words_of(sentence), key_of(company)
    behind = said[len(name) :]
    return said.startswith(name) and (not behind or behind[0] == " " or bool(HAN.search(name)))


def site_of(url: str) -> str:
    """The host of a page, as people call it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
