"""Lines of text and what each may be: a heading, a list item, somebody speaking at some time."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from icpbot.adapters.readers.labels import plausible
from icpbot.domain.sources import Turn

_CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_WHO = r"[^\s:：\[\]|][^:：\[\]\t]{0,58}?"
_GAP = r"\s{0,20}"  # bounded: patterns must stay quick on a line of nothing but blanks
_SPAN = rf"({_CLOCK})(?:{_GAP}(?:-->|[-–—]){_GAP}{_CLOCK})?"
_CHAT = re.compile(rf"({_CLOCK}) {{0,9}}\t{_GAP}(?:From )?([^\t]{{1,80}}?) {{0,9}}[:：]? {{0,9}}\t(.*)")
_CHAT_TO = re.compile(
    rf"(?:[\d-]{{10}} )?({_CLOCK}){_GAP}\sFrom\s{_GAP}(.{{1,60}}?) {{1,9}}to .{{1,60}}?[:：](.*)",
    re.IGNORECASE,
)
_CHAT_FROM = re.compile(rf"({_CLOCK})\t{_GAP}From\s{_GAP}([^:\t]{{1,60}}?){_GAP}[:：](.*)")
_DAY = r"(?:\d{4}-\d\d?-\d\d?|\d\d?[./]\s?\d\d?[./]\s?\d{2,4})"
_DATED = re.compile(
    rf"\[?{_DAY},? {{1,3}}({_CLOCK})(?: ?[AP]M)?\]?(?: {{0,2}}[-–—])? {{1,3}}({_WHO})(?:[:：](.*))?"
)
_TIMED = re.compile(rf"(?:\[{_SPAN}\]|\({_SPAN}\)|{_SPAN}(?=\s))(.*)")
_BAR = re.compile(rf"({_CLOCK}){_GAP}\|{_GAP}({_WHO})")
_TIME_INSIDE = re.compile(rf"({_WHO}){_GAP}[\[(]{_SPAN}[\])]{_GAP}[:：](.*)")
_TIME_BEHIND = re.compile(rf"({_WHO}){_GAP}[-–|(\[\s]{_GAP}{_SPAN}{_GAP}[\])]?")
_COLON = re.compile(rf"({_WHO}){_GAP}[:：](?![/\\])(.*)")
_BULLET = re.compile(r"[-*+•·▪◦–—]\s+(?=\S)")
_HAN_SIDE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True)
class Line:
    """One line. `text` is as written; `label` who may be speaking, `words` what would then be said.

    `body` is the text without its time. An empty text is a blank line: it ends a paragraph.
    """

    text: str
    heading: bool = False
    item: bool = False
    label: str | None = None
    start: float | None = None
    words: str = ""
    body: str = ""


BLANK = Line("")


def heading(text: str) -> Line:
    return Line(" ".join(text.split()), heading=True)


def line(raw: str, *, bare: str | None = None) -> Line:
    """A line as written; `bare` is the same without markup, for finding the speaker."""
    text = raw.strip()
    if not text:
        return BLANK
    bullet = _BULLET.match(text)
    if bullet and bare is None:
        return Line(text[bullet.end() :], item=True)
    return _spoken(text, (bare or text).strip())


def _spoken(text: str, bare: str) -> Line:
    chat = next(filter(None, (pattern.fullmatch(bare) for pattern in (_CHAT, _CHAT_TO, _CHAT_FROM))), None)
    dated = None if chat else _DATED.fullmatch(bare)
    if dated and plausible(dated.group(2)):
        return _said(text, dated.group(2), dated.group(1), dated.group(3) or "")
    if chat:
        return _said(text, chat.group(2), chat.group(1), chat.group(3))
    bar = _BAR.fullmatch(bare)
    if bar and plausible(bar.group(2)):
        return _said(text, bar.group(2), bar.group(1), "")
    timed = _TIMED.fullmatch(bare)
    if timed:
        clock = timed.group(1) or timed.group(2) or timed.group(3)
        return _after_time(text, clock, timed.group(4).lstrip("-–—| \t"))
    return _labelled(text, bare)


def _after_time(text: str, clock: str, body: str) -> Line:
    named = _COLON.fullmatch(body)
    if named and plausible(named.group(1)):
        return _said(text, named.group(1), clock, named.group(2), body=body)
    return Line(text, start=seconds(clock), body=body)


def _labelled(text: str, bare: str) -> Line:
    inside = _TIME_INSIDE.fullmatch(bare)
    if inside and plausible(inside.group(1)):
        return _said(text, inside.group(1), inside.group(2), inside.group(3))
    behind = _TIME_BEHIND.fullmatch(bare)
    if behind and plausible(behind.group(1)):
        return _said(text, behind.group(1), behind.group(2), "")
    named = _COLON.fullmatch(bare)
    if named and plausible(named.group(1)):
        return _said(text, named.group(1), None, named.group(2))
    return Line(text, body=text)


def _said(text: str, label: str, clock: str | None, words: str, *, body: str | None = None) -> Line:
    return Line(text, label=" ".join(label.split()), start=seconds(clock), words=words.strip(),
                body=text if body is None else body)  # fmt: skip


def lines_of(text: str) -> list[Line]:
    return [line(raw) for raw in text.split("\n")]


def seconds(clock: object) -> float | None:
    """'1:02:03.5', '02:03' or a number as seconds; nothing when it is no time."""
    if isinstance(clock, bool) or clock is None:
        return None
    if isinstance(clock, int | float):
        value = float(clock) if abs(clock) < 1e9 else math.nan
        return value if math.isfinite(value) and value >= 0 else None
    parts = str(clock).strip().replace(",", ".").split(":")
    if len(parts) > 3 or not all(re.fullmatch(r"\d{1,9}(\.\d{1,9})?", part, re.ASCII) for part in parts):
        return None
    return round(sum(float(part) * 60.0**power for power, part in enumerate(reversed(parts))), 3)


def joined(parts: Iterable[str]) -> str:
    """Lines of one turn as one line: with a space between, except inside Chinese."""
    whole = ""
    for part in (p.strip() for p in parts):
        if whole and part:
            tight = _HAN_SIDE.match(whole[-1]) and _HAN_SIDE.match(part[0])
            whole += part if tight else f" {part}"
        else:
            whole += part
    return whole


def turn(
    text: str, speaker: str | None = None, start: float | None = None, end: float | None = None,
) -> Turn:  # fmt: skip
    """A turn on one line; an end before its start is nobody's end."""
    known = end if end is not None and (start is None or end >= start) else None
    return Turn(text=joined(text.split("\n")), speaker=speaker or None, start=start, end=known)
