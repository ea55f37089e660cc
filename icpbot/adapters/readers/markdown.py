"""Markdown: interviews with bold names, minutes, notes with headings."""

import re
from collections import Counter

from icpbot.adapters.readers import header
from icpbot.adapters.readers.about import About
from icpbot.adapters.readers.encoding import decode
from icpbot.adapters.readers.lines import Line, heading, line
from icpbot.adapters.readers.sources import from_lines
from icpbot.domain.sources import SourceText

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?\s*(?:\{[:#.][^}]*\})?\s*")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*")
_NOTHING = re.compile(r"\s*(?:\{:.*\}|\* TOC|[-*_](?:\s*[-*_]){2,}|```.*|<!--.*-->)\s*")
_STRONG = re.compile(r"(?:[-*+]\s+)?((?:>\s*)*)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\2(.*)")
_LONGEST = 1_000
_QUOTED = re.compile(r"(?:>\s*)+")
_ROW = re.compile(r"\|(.+)\|")


def read(name: str, data: bytes) -> SourceText:
    return from_text(name, decode(name, data))


def from_text(name: str, text: str) -> SourceText:
    front = _FRONT.match(text)
    about = _front_matter(front.group(1)) if front else About()
    return from_lines(name, lines_of(text[front.end() :] if front else text), about)


def _front_matter(block: str) -> About:
    """Its plain `key: value` lines; nested values say nothing we need."""
    lines = [Line(raw.replace('"', "").replace("'", "")) for raw in block.split("\n") if raw[:1].isalpha()]
    found = [field for line in lines for field in header.fields_of(line, Counter())]
    return header.collected(found, About())


def lines_of(text: str) -> list[Line]:
    found: list[Line] = []
    for raw in text.split("\n"):
        if found and _UNDERLINE.fullmatch(raw) and _may_be_underlined(found):
            found[-1] = heading(found[-1].text)
        elif not (_NOTHING.fullmatch(raw) or _is_rule(raw)):
            found.append(_line(raw))
    return found


def _is_rule(raw: str) -> bool:
    """The line below a table's header."""
    return "---" in raw and not raw.strip(" \t:|-")


def _may_be_underlined(lines: list[Line]) -> bool:
    """A lone line of text above === or ---; a rule below a paragraph stays a rule."""
    last, before = lines[-1], lines[-2] if len(lines) > 1 else None
    lone = before is None or not before.text or before.heading
    return lone and bool(last.text) and not (last.heading or last.item or last.label)


def _line(raw: str) -> Line:
    title = _HEADING.fullmatch(raw.strip()) if len(raw) < _LONGEST else None
    if title and title.group(2):
        return heading(title.group(2).replace("**", ""))
    row = _ROW.fullmatch(raw.strip())
    if row:
        return Line(" | ".join(cell.strip() for cell in row.group(1).split("|")), item=True)
    strong = _STRONG.fullmatch(raw.strip())
    if strong:
        return line(raw, bare=strong.group(3) + strong.group(4))
    quoted = _QUOTED.match(raw.lstrip())
    return line(raw.lstrip()[quoted.end() :] if quoted else raw)
