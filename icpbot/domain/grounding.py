"""Grounding: nothing is quoted that no source says."""

import re
from collections.abc import Callable, Iterable, Sequence
from unicodedata import combining

from icpbot.domain.model import Model
from icpbot.domain.numerals import numbers_in_words
from icpbot.domain.passages import Passage
from icpbot.domain.text import normalised, word_count

NEAR_MISS = 95.0
"""Alignment score from which a misquote is repaired by the source's own words (design section 6)."""

_EDGES = " .\"'…"
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")

Align = Callable[[str, str], tuple[float, int, int]]
"""(needle, haystack) → score 0..100 and the start and end of the best match in the haystack."""


class Quote(Model):
    """A verbatim span of a source's canonical text."""

    source_id: str
    start: int
    end: int
    text: str


class Citation(Model):
    passage: Passage
    quote: Quote
    repaired: bool = False


class ProposedClaim(Model):
    """What a model says, with the passages and words it leans on; nothing of it is trusted yet."""

    text: str
    citations: tuple[tuple[str, str], ...] = ()


class Claim(Model):
    text: str
    citations: tuple[Citation, ...]


class Verified(Model):
    """Claims that stand, and how many citations were kept, repaired and dropped."""

    claims: tuple[Claim, ...]
    kept: int = 0
    repaired: int = 0
    dropped: int = 0


def verify(proposed: Sequence[ProposedClaim], shown: Sequence[Passage], *, align: Align) -> Verified:
    """Keep what the shown passages really say.

    A quote is looked for in the passage it names, then in the others that were shown. A claim
    without a citation left is dropped.
    """
    claims: list[Claim] = []
    kept = repaired = dropped = 0
    for claim in proposed:
        found = [locate(words, named, shown, align=align) for named, words in claim.citations]
        good = tuple(citation for citation in found if citation)
        kept += sum(not c.repaired for c in good)
        repaired += sum(c.repaired for c in good)
        dropped += len(found) - len(good)
        if good:
            claims.append(Claim(text=claim.text, citations=good))
    return Verified(claims=tuple(claims), kept=kept, repaired=repaired, dropped=dropped)


def locate(words: str, named: str, shown: Sequence[Passage], *, align: Align) -> Citation | None:
    """The citation for `words`, or nothing if no shown passage says them."""
    if word_count(words) < 2:
        return None
    ordered = sorted(shown, key=lambda passage: passage.id != named)
    for passage in ordered:
        span = find(words, passage.text)
        if span:
            return _citation(passage, *span, repaired=False)
    for passage in ordered:
        near = _near(words, passage.text, align)
        if near:
            return _citation(passage, *near, repaired=True)
    return None


def find(words: str, text: str) -> tuple[int, int] | None:
    """Where a text says these words, whatever the case, spacing, dashes and quotation marks.

    Whole words only: "2 hours" is not said by "12 hours", nor "12" by "12.5".
    """
    needle = normalised(words)[0].strip(_EDGES)
    haystack, offsets = normalised(text)
    at = haystack.find(needle) if needle else -1
    while at >= 0 and (_cuts(haystack, at) or _cuts(haystack, at + len(needle))):
        at = haystack.find(needle, at + 1)
    if at < 0:
        return None
    return offsets[at], offsets[at + len(needle) - 1] + 1


def _near(words: str, text: str, align: Align) -> tuple[int, int] | None:
    if word_count(words) < 4:  # three words are near to too much
        return None
    needle = normalised(words)[0].strip(_EDGES)
    haystack, offsets = normalised(text)
    if len(needle) > len(haystack) * 1.05:  # the alignment would only look at a part of it
        return None
    score, start, end = align(needle, haystack)
    if score < NEAR_MISS or end <= start:
        return None
    start, end = _whole_words(haystack, start, end)
    if _numbers(needle) != _numbers(haystack[start:end]):
        return None
    return offsets[start], offsets[end - 1] + 1


def _numbers(text: str) -> list[str]:
    """Numbers must agree: '12 hours' is no near miss of '72 hours', nor '7.5' of '75'."""
    return _NUMBER.findall(text)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened until it cuts no word and no number."""
    while _cuts(text, start):
        start -= 1
    while _cuts(text, end):
        end += 1
    return start, end


def _cuts(text: str, at: int) -> bool:
    """Whether a cut at this place goes through a word or a number; Han has no words to cut."""
    if not 0 < at < len(text) or max(text[at - 1], text[at]) >= "⺀":
        return False
    if _in_word(text[at - 1]) and _in_word(text[at]):
        return True
    near = max(0, at - 12)
    return any(n.start() < at - near < n.end() for n in _NUMBER.finditer(text[near : at + 12]))


def _in_word(char: str) -> bool:
    return char.isalnum() or bool(combining(char))


def _citation(passage: Passage, start: int, end: int, *, repaired: bool) -> Citation:
    quote = Quote(
        source_id=passage.source_id,
        start=passage.start + start,
        end=passage.start + end,
        text=passage.text[start:end],
    )
    return Citation(passage=passage, quote=quote, repaired=repaired)


_STATED = re.compile(r"\d+(?:[.,  ]\d+)*")


def without_loose_numbers(text: str, known: Iterable[str], language: str) -> str:
    """The text, in a language, without the sentences that state a number, in digits or in words, that none of
    the known texts holds.
    """
    held = " ; ".join(known)
    allowed = {*_STATED.findall(held), *numbers_in_words(held, None)}
    sentences = re.split(r"(?<=[.!?])\s+|(?<=[。！？])\s*", text)  # "2.5" is one number
    return " ".join(s for s in sentences if s and _said_in(s, language) <= allowed)


def _said_in(sentence: str, language: str) -> set[str]:
    return {*_STATED.findall(sentence), *numbers_in_words(sentence, language)}
