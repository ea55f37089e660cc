"""PDF: the text of its pages, if there is any; nothing is recognised from pictures."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from icpbot.adapters.readers.encoding import clean
from icpbot.adapters.readers.guards import BROKEN, MEGABYTE
from icpbot.adapters.readers.lines import BLANK, Line, line
from icpbot.adapters.readers.sources import from_lines
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import SourceText

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 2_000
_MAX_TEXT_MB = 50
_ENDS = re.compile(r"[.!?:…。！？：][\"'”’»)）]*$")


def read(name: str, data: bytes) -> SourceText:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, DeprecationError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it reports every slip of the producing program
    try:
        reader = PdfReader(io.BytesIO(data))
        _check(name, reader)
        pages = list(_pages(name, reader))
    except DependencyError as exc:  # a cipher that is not installed
        raise Rejected("read-encrypted", name=name) from exc
    except (PyPdfError, DeprecationError, *BROKEN) as exc:
        raise Rejected("read-broken", name=name) from exc
    if not any(any(page) for page in pages):
        raise Rejected("read-no-text", name=name)
    return from_lines(name, list(_lines(pages)))


def _check(name: str, reader: "PdfReader") -> None:
    """A PDF that only forbids printing opens with an empty password."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise Rejected("read-encrypted", name=name)
    if len(reader.pages) > MAX_PAGES:
        raise Rejected("read-too-many-pages", name=name, limit=MAX_PAGES)


def _pages(name: str, reader: "PdfReader") -> Iterator[list[str]]:
    size = 0
    for page in reader.pages:
        text = clean(page.extract_text())
        size += len(text)
        if size > _MAX_TEXT_MB * MEGABYTE:
            raise Rejected("read-too-large", name=name, limit=_MAX_TEXT_MB)
        yield [" ".join(raw.split()) for raw in text.split("\n")]


def _lines(pages: Sequence[Sequence[str]]) -> Iterator[Line]:
    """Lines with the paragraphs put back: a page has none, only lines that stop early."""
    running = _running(pages)
    kept = [[text for text in page if not text or _shape(text) not in running] for page in pages]
    wide = sorted(len(text) for page in kept for text in page if text)
    full = wide[int(len(wide) * 0.8)] if wide else 0
    for page in kept:
        for text, following in zip_longest(page, page[1:], fillvalue=""):
            yield line(text)
            if _stops(text, following, full):
                yield BLANK


def _stops(text: str, following: str, full: int) -> bool:
    """The last line of a paragraph: cut short after a sentence, or a title above a new start."""
    fresh = not following[:1].islower()
    last_of_page = not following and bool(_ENDS.search(text))
    ended = len(text) < 0.75 * full and bool(_ENDS.search(text)) and fresh
    return bool(text) and (last_of_page or ended or (len(text) < 0.5 * full and fresh))


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _running(pages: Sequence[Sequence[str]]) -> set[str]:
    """Page numbers, and headers and footers that most pages share.

    What stands inside pages as often is none: "Eva 0:12" above every answer also begins pages.
    """
    edges: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for page in pages:
        written = [_shape(text) for text in page if text]
        edges.update({*written[:1], *written[-1:]})
        inside.update(written[1:-1])
    often = max(3, 0.5 * len(pages))
    return {"0"} | {text for text, count in edges.items() if count >= often and inside[text] < count}
