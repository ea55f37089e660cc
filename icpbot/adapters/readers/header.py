"""Header lines above a text: title, account, date, participants, in five languages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from icpbot.adapters.readers.about import About, language_code
from icpbot.adapters.readers.dates import date_in
from icpbot.adapters.readers.lines import Line
from icpbot.adapters.readers.vocabulary import HEADER_FIELDS
from icpbot.domain.sources import Origin
from icpbot.domain.text import fold, word_count
from icpbot.domain.values import is_blank

_MAY_SPEAK = {"customer company", "interviewer", "interviewee"}
_FIELD = re.compile(r"[*_]{0,3}([^:：*]{2,30}?)[*_]{0,3}\s*[:：]\s*[*_]{0,3}\s*(.+?)[*_]{0,3}")
_FICTIONAL = re.compile(r"\bfictional\b|fikcyjn|fiktivni|вигадан|虚构|虛構")
_SENTENCE = re.compile(r"[.!?…。？！]\s*$")
_SPLIT = re.compile(r"\s+[/|·]\s+|\t+")
_OUTSIDE_BRACKETS = re.compile(r"[,;，；、](?![^(（]*[)）])")
_PERSON = re.compile(r"(.+?)\s*(?:[(（<](.*)[)）>]|\s[–—-]\s(.+))?")
_DEPTH = 40
_LONGEST = 1_000
"""Of a header line; longer ones are text, and patterns on them would take long."""

Field = tuple[str, str]


def peel(lines: Sequence[Line]) -> tuple[About, list[Line]]:
    """The header of a text, and the lines below it."""
    counts = Counter(line.label for line in lines if line.label)
    top = lines[:_DEPTH]
    sure = any(kind not in _MAY_SPEAK for line in top[:12] for kind, _ in fields_of(line, counts))
    about = About()
    for position, line in enumerate(top):
        found = [f for f in fields_of(line, counts) if sure or f[0] not in _MAY_SPEAK]
        if found:
            about = collected(found, about)
        elif _is_title(line, lines[position + 1 : position + 8], counts, titled=bool(about.title)):
            about = replace(about, title=line.text)
        elif line.text and not is_fictional(line.text):
            return about, list(lines[position:])
    return about, list(lines[len(top) :])


def fields_of(line: Line, counts: Counter[str]) -> list[Field]:
    """Fields of 'Account: X / Date: Y'; a label that recurs belongs to a speaker."""
    if line.heading or not 0 < len(line.text) < _LONGEST or (line.label and counts[line.label] > 1):
        return []
    parts = [_field(part) for part in _SPLIT.split(line.text)]
    if len(parts) > 1 and all(parts):
        return [part for part in parts if part]
    whole = _field(line.text)
    return [whole] if whole else []


def _field(text: str) -> Field | None:
    match = _FIELD.fullmatch(text.strip())
    kind = HEADER_FIELDS.get(fold(match.group(1)).strip()) if match else None
    if match is None or kind is None:
        return None
    value = match.group(2).strip()
    if kind == "date" and date_in(value) is None:
        return None
    spoken = kind in _MAY_SPEAK and (word_count(value) > 12 or re.search(r"[!?？！。]", value))
    prose = kind in {"account", "customer company"} and not _is_company(value)
    return None if spoken or prose else (kind, value)


def _is_company(value: str) -> bool:
    """'Acme, s.r.o.' but not 'they have 200 trucks, all leased'."""
    short = word_count(value) <= 7 and not re.search(r"[!?;？！。；]", value)
    tail = all(word_count(part) <= 3 for part in value.split(",")[1:])
    return short and tail and not (value[0].islower() and word_count(value) > 2)


def collected(found: Iterable[Field], about: About) -> About:
    """What is already known from an earlier line stays."""
    for kind, value in found:
        about = about.or_else(_about(kind, value)) if kind != "people" else _with(about, _people(value))
        if kind in {"interviewer", "interviewee"}:
            about = _with(about, ((name, f"{kind} {role}".strip()) for name, role in _people(value)))
    return about


def _with(about: About, people: Iterable[tuple[str, str]]) -> About:
    return replace(about, people=(*about.people, *people))


def _about(kind: str, value: str) -> About:
    if kind in {"account", "customer company"}:
        return About(account=None if is_blank(value) else value)
    if kind == "date":
        return About(date=date_in(value))
    if kind == "language":
        return About(language=language_code(value))
    if kind == "title":
        return About(title=value)
    return About(origin=_origin(value)) if kind == "origin" else About()


def _origin(value: str) -> Origin | None:
    folded = fold(value).replace(" ", "-")
    return next((origin for origin in Origin if origin.value in folded), None)


def _people(value: str) -> Iterator[tuple[str, str]]:
    for part in _OUTSIDE_BRACKETS.split(value):
        match = _PERSON.fullmatch(part.strip())
        if match:
            yield match.group(1).strip(), (match.group(2) or match.group(3) or "").strip()


def is_fictional(text: str) -> bool:
    """The mark of invented research; it says nothing a customer said."""
    return word_count(text) <= 15 and bool(_FICTIONAL.search(fold(text)))


def _is_title(line: Line, below: Sequence[Line], counts: Counter[str], *, titled: bool) -> bool:
    """The first heading, or a short line right above header fields."""
    if titled or not line.text or is_fictional(line.text):
        return False
    if line.heading:
        return True
    short = word_count(line.text) <= 12 and not _SENTENCE.search(line.text) and not line.item
    return short and not line.start and any(fields_of(other, counts) for other in below[:4])
