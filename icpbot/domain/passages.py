"""Passages: consecutive turns that make sense alone, the unit of retrieval."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from icpbot.domain.model import Model
from icpbot.domain.sources import Source, SpeakerRole, Turn, turn_offsets
from icpbot.domain.speakers import is_question
from icpbot.domain.text import sentences, terms, word_count

TARGET_WORDS = 120
SHORT_TURN = 5


class Passage(Model):
    """A stretch of a source: `text` is the canonical text from `start` to `end`.

    `context` is the question a continuation belongs to; it is searched with the text, not shown
    as part of it. `turns` are the 0-based first and last turn, `number` the 0-based place among the
    passages of the source.
    """

    id: str
    source_id: str
    turns: tuple[int, int]
    start: int
    end: int
    text: str
    speaker: str | None = None
    time: float | None = None
    language: str | None = None
    context: str | None = None
    number: int = 0
    speakers: tuple[str, ...] = ()

    @property
    def searchable(self) -> str:
        return f"{self.context}\n{self.text}" if self.context else self.text

    @property
    def terms(self) -> list[str]:
        """What it can be found by: its words and, for "what did Anna say", who says them."""
        return terms(" ".join((self.searchable, *self.speakers)))


class _Piece(Model):
    first: int
    last: int
    start: int
    end: int
    words: int
    context: str | None = None


def split(source: Source) -> list[Passage]:
    """Cut a source into passages that cover every turn once, in order.

    A question opens a passage and stays with its answer; turns shorter than a few words join
    their neighbours; a long answer is cut at sentence ends, each piece keeping the question as
    its context; a heading always opens a passage.
    """
    spans = turn_offsets(source.turns)
    cut = list(_pieces(source, spans))
    pieces: list[_Piece] = []
    for piece, exchange in zip(cut, _exchanges(cut, source), strict=True):
        joined = _join(pieces[-1], piece, source, exchange) if pieces else None
        if joined:
            pieces[-1] = joined
        else:
            pieces.append(piece)
    text = source.text
    return [_passage(source, piece, text[piece.start : piece.end], n) for n, piece in enumerate(pieces)]


def _exchanges(pieces: list[_Piece], source: Source) -> list[int]:
    """For each piece the words that belong together from it on: a question's with its answer's."""
    words = [piece.words for piece in pieces]
    for index in range(len(pieces) - 2, -1, -1):
        if asks(source, source.turns[pieces[index].first]):
            words[index] += words[index + 1]
    return words


def _pieces(source: Source, spans: list[tuple[int, int]]) -> Iterator[_Piece]:
    question: str | None = None
    for index, (turn, (start, end)) in enumerate(zip(source.turns, spans, strict=True)):
        if not turn.text.strip():
            continue
        words = word_count(turn.text)
        if asks(source, turn):
            question = turn.text if words <= TARGET_WORDS // 2 else None
        if words <= TARGET_WORDS * 3 // 2:
            yield _Piece(first=index, last=index, start=start, end=end, words=words)
            continue
        for number, (a, b) in enumerate(_cut(turn.text)):
            yield _Piece(
                first=index, last=index, start=start + a, end=start + b,
                words=word_count(turn.text[a:b]), context=question if number else None,
            )  # fmt: skip


def asks(source: Source, turn: Turn) -> bool:
    """An interviewer's question; in a source without roles, any question."""
    role = source.role_of(turn)
    return is_question(turn.text) and role is not SpeakerRole.CUSTOMER


def _cut(text: str) -> Iterator[tuple[int, int]]:
    start, words, end = None, 0, 0
    for a, b in _bounded(text):
        size = word_count(text[a:b])
        if start is not None and words + size > TARGET_WORDS:
            yield start, end
            start, words = None, 0
        start = a if start is None else start
        words, end = words + size, b
    if start is not None:
        yield start, end


def _bounded(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, with one that never ends (speech recognition without full stops) cut by words."""
    for start, end in sentences(text):
        words = word_count(text[start:end])
        limit = TARGET_WORDS * 12
        if words > TARGET_WORDS:
            limit = min(limit, (end - start) * TARGET_WORDS // words)
        while end - start > limit:
            middle = text.rfind(" ", start, start + limit)
            middle = middle if middle > start else start + limit
            yield start, middle
            start = middle + (text[middle : middle + 1] == " ")  # noqa: PLW2901 - what is left
        if end > start:
            yield start, end


def _join(left: _Piece, right: _Piece, source: Source, exchange: int) -> _Piece | None:
    """Both as one piece, or nothing if a new passage should begin at the right one.

    A question joins only if its answer still fits, `exchange` being the words of both.
    """
    turn = source.turns[right.first]
    if turn.heading or right.context or left.words + exchange > TARGET_WORDS:
        unanswered = left.words <= SHORT_TURN or (left.words <= TARGET_WORDS and _only_asks(left, source))
        if turn.heading or right.context or not unanswered:
            return None
    if asks(source, turn) and left.words >= TARGET_WORDS // 3 and right.words > SHORT_TURN:
        return None
    return left.model_copy(update={"last": right.last, "end": right.end, "words": left.words + right.words})


def _only_asks(piece: _Piece, source: Source) -> bool:
    turns = source.turns[piece.first : piece.last + 1]
    return all(turn.heading or asks(source, turn) for turn in turns if turn.text.strip())


def _passage(source: Source, piece: _Piece, text: str, number: int) -> Passage:
    turns = source.turns[piece.first : piece.last + 1]
    return Passage(
        id=passage_id(source.id, piece.start, text),
        source_id=source.id,
        turns=(piece.first, piece.last),
        start=piece.start,
        end=piece.end,
        text=text,
        speaker=_main_speaker(source, turns),
        time=next((turn.start for turn in turns if turn.start is not None), None),
        language=source.language,
        context=piece.context,
        number=number,
        speakers=tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker)),
    )


def _main_speaker(source: Source, turns: tuple[Turn, ...]) -> str | None:
    words: Counter[str] = Counter()
    for turn in turns:
        if turn.speaker and source.role_of(turn) is not SpeakerRole.INTERVIEWER:
            words[turn.speaker] += word_count(turn.text)
    if words:
        return words.most_common(1)[0][0]
    return next((turn.speaker for turn in turns if turn.speaker), None)


def passage_id(source: str, start: int, text: str) -> str:
    """Identity is source, place and text: two customers saying the same words stay two."""
    return "p" + hashlib.sha256(f"{source}\n{start}\n{text}".encode()).hexdigest()[:12]
