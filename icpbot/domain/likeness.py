"""Likeness: whether two sources say the same in nearly the same words.

A source is kept as the smallest hashes of its shingles (bottom-k sketch, Broder 1997; estimates after
Beyer et al. 2007), so that no text of other sources has to be read to compare with it.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from icpbot.domain.model import Model
from icpbot.domain.sources import Kind, Source, SpeakerRole
from icpbot.domain.speakers import is_question
from icpbot.domain.text import HAN, fold, sentences

SHINGLE_WORDS = 5
"""Words of a shingle; a Han character counts as half a word, as everywhere."""
SKETCH = 256
"""Hashes kept of a source: the likeness is then estimated within .03 (standard error at .5)."""
FEWEST = 20
"""Shingles below which two texts are alike by chance, or by a form that both fill in."""
SAME_AT = 0.6
"""Jaccard likeness from which one text is the other, corrected. One word in twenty changed leaves .63; a
published pair of a raw and a corrected transcript of one call has .86; two calls of one series have less
than .01; two short interviews by one guide less than .05 without the questions."""
UNSURE_AT = 0.25
"""Jaccard likeness from which a person is asked: about one word in eight differs, as between two
recognisers of speech."""
HELD_AT = 0.7
"""Share of the shorter text inside the longer one from which a person is asked."""
COMMON = 8
"""Hashes two sketches must share to say anything; fewer are a phrase or two, and no sound estimate."""
ROWS_SAME_AT = 0.8
"""Share of equal rows from which a person is asked about two tables; closed answers repeat by chance."""

_TOKEN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")
_SPAN = 1 << 63

Sketch = tuple[int, ...]
"""At most `SKETCH` hashes of 63 bits, ascending."""


class Alike(StrEnum):
    """SAME: one replaces the other. UNSURE: a person decides."""

    SAME = "same"
    UNSURE = "unsure"
    OTHER = "other"


class Likeness(Model):
    """Shares of equal shingles, 0 to 1: of both together, and of the shorter one."""

    jaccard: float = 0
    held: float = 0


def sketch(source: Source) -> Sketch:
    """What is kept of a source for comparison. The interviewer's words and all questions are left
    out: interviews by one guide share them and are no copies of each other.
    """
    if _is_table(source):
        rows = Counter(fold(turn.text) for turn in source.turns if not turn.heading)
        parts = {f"{row}\n{number}" for row, count in rows.items() for number in range(count)}
    else:
        parts = shingles(" ".join(_stated(source)))
    return tuple(sorted(map(_hashed, parts))[:SKETCH])


def _is_table(source: Source) -> bool:
    return source.kind in {Kind.SURVEY, Kind.CUSTOMERS}


def _stated(source: Source) -> Iterator[str]:
    for turn in source.turns:
        asker = source.kind is Kind.INTERVIEW and source.role_of(turn) is SpeakerRole.INTERVIEWER
        if not turn.heading and not asker:
            told = (turn.text[start:end] for start, end in sentences(turn.text))
            yield from (sentence for sentence in told if not is_question(sentence))


def shingles(text: str) -> set[str]:
    """Every run of `SHINGLE_WORDS` words, folded; none for a text that is shorter."""
    words = _TOKEN.findall(fold(text))
    weights = [1 if HAN.match(word) else 2 for word in words]
    found: set[str] = set()
    end = weight = 0
    for start, word in enumerate(words):
        while end < len(words) and weight < 2 * SHINGLE_WORDS:
            weight += weights[end]
            end += 1
        if weight < 2 * SHINGLE_WORDS:
            break
        found.add(" ".join(words[start:end]))
        weight -= 1 if HAN.match(word) else 2
    return found


def _hashed(part: str) -> int:
    return int.from_bytes(hashlib.blake2b(part.encode(errors="replace"), digest_size=8).digest()) >> 1


def likeness(a: Sketch, b: Sketch) -> Likeness:
    """Estimated from what both sketches cover; exact while both texts are short."""
    left, right = set(a), set(b)
    if len(left & right) < COMMON:
        return Likeness()
    covered = sorted(left | right)
    if len(a) == SKETCH or len(b) == SKETCH:
        covered = covered[:SKETCH]
    both = sum(one in left and one in right for one in covered)
    jaccard = both / len(covered)
    shared = jaccard * (_size(a) + _size(b)) / (1 + jaccard)
    return Likeness(jaccard=jaccard, held=min(1.0, shared / min(_size(a), _size(b))))


def _size(of: Sketch) -> float:
    """How many shingles there are, by how densely the smallest hashes lie."""
    return len(of) if len(of) < SKETCH else (SKETCH - 1) * _SPAN / of[-1]


def judged(new: Source, new_sketch: Sketch, old: Source, old_sketch: Sketch) -> Alike:
    """Two dates or two accounts keep even equal words apart until a person has decided."""
    if min(len(new_sketch), len(old_sketch)) < FEWEST or _is_table(new) != _is_table(old):
        return Alike.OTHER
    found = likeness(new_sketch, old_sketch)
    if _is_table(new):
        return Alike.UNSURE if max(found.jaccard, found.held) >= ROWS_SAME_AT else Alike.OTHER
    if found.jaccard >= SAME_AT and not _told_apart(new, old):
        return Alike.SAME
    return Alike.UNSURE if found.jaccard >= UNSURE_AT or found.held >= HELD_AT else Alike.OTHER


def _told_apart(new: Source, old: Source) -> bool:
    pairs: Sequence[tuple[object, object]] = ((new.date, old.date), (new.account, old.account))
    return any(a and b and a != b for a, b in pairs)
