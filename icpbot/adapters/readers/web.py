"""Web pages: Podcasting 2.0 transcripts, and the text of any other page."""

import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from icpbot.adapters.readers.about import About, language_code
from icpbot.adapters.readers.encoding import decode
from icpbot.adapters.readers.guards import BROKEN
from icpbot.adapters.readers.lines import BLANK, Line, heading, line, seconds, turn
from icpbot.adapters.readers.sources import from_lines, from_turns
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import SourceText, Turn

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_SILENT = ["script", "style", "noscript", "template", "svg", "head", "nav", "iframe", "object"]
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_BLOCKS = ["address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figcaption",
           "figure", "footer", "form", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table",
           "tr", "ul", *_HEADINGS]  # fmt: skip
_CELLS = {"td", "th"}
_BLOCK, _BREAK, _HEAD = "\ue000", "\ue001", "\ue002"
"""Marks where a block, a line or a heading begins; private-use characters."""


def parsed(name: str, text: str) -> "BeautifulSoup":
    from bs4 import BeautifulSoup, ParserRejectedMarkup

    bare = re.sub(f"[{_BLOCK}-{_HEAD}]", "", text)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it guesses that short texts are file names or XML
            return BeautifulSoup(bare, "lxml")  # html.parser takes minutes for hostile pages
    except (ParserRejectedMarkup, *BROKEN) as exc:
        raise Rejected("read-broken", name=name) from exc


def read(name: str, data: bytes) -> SourceText:
    soup = parsed(name, decode(name, data))
    about = _about(soup)
    spoken = list(_podcast(soup))
    if spoken:
        return from_turns(name, spoken, about)
    return from_lines(name, lines_of(soup), about)


def _about(soup: "BeautifulSoup") -> About:
    title = " ".join(soup.title.get_text().split()) if soup.title else ""
    language = soup.html.get("lang") if soup.html else None
    return About(title=title or None, language=language_code(language) if isinstance(language, str) else None)


def _podcast(soup: "BeautifulSoup") -> Iterator[Turn]:
    """`<cite>` names the speaker, `<time>` the start, every `<p>` until the next is said."""
    if len(soup.find_all("cite")) < 2 or len(soup.find_all("time")) < 2:
        return
    speaker, start = None, None
    for tag in soup.find_all(["cite", "time", "p"]):
        text = " ".join(tag.get_text().split())
        if tag.name == "cite":
            speaker = text.rstrip(":：").strip() or None
        elif tag.name == "time":
            start = seconds(text)
        elif text:
            yield turn(text, speaker, start)


def lines_of(soup: "BeautifulSoup") -> list[Line]:
    return [each for block in "".join(_texts(soup)).split(_BLOCK) for each in _block(block)]


def _texts(soup: "BeautifulSoup") -> Iterator[str]:
    """The page in one walk, marks where blocks begin and end; changing the tree takes far longer."""
    from bs4.element import NavigableString, Tag

    open_tags: list[tuple[Tag, Iterator[object]]] = [(soup, iter(soup.contents))]
    while open_tags:
        tag, children = open_tags[-1]
        child = next(children, None)
        if child is None:
            open_tags.pop()
            yield _mark(tag.name)
        elif isinstance(child, Tag) and child.name not in _SILENT:
            yield _mark(child.name, opening=True)
            open_tags.append((child, iter(child.contents)))
        elif type(child) is NavigableString:  # its subclasses are comments and declarations
            yield child


def _mark(tag: str, *, opening: bool = False) -> str:
    if tag in _BLOCKS:
        return _BLOCK + _HEAD if opening and tag in _HEADINGS else _BLOCK
    if tag == "br" and opening:
        return _BREAK
    return " " if tag in _CELLS else ""


def _block(text: str) -> Iterator[Line]:
    """A block of the page; its line breaks are the page's, not those of its source."""
    if not text.strip():
        return
    if text.startswith(_HEAD):
        yield heading(text[1:].replace(_BREAK, " "))
    else:
        yield from (line(" ".join(raw.split())) for raw in text.split(_BREAK))
    yield BLANK
