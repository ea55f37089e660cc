"""Lines to turns: a conversation where there is one, else paragraphs."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from icpbot.adapters.readers.labels import speakers
from icpbot.adapters.readers.lines import Line, joined
from icpbot.domain.sources import Turn


@dataclass
class _Taker:
    """Takes the minutes: collects the lines of a turn until the next one opens."""

    turns: list[Turn] = field(default_factory=list)
    speaker: str | None = None
    start: float | None = None
    parts: list[str] = field(default_factory=list)

    def open(self, speaker: str | None = None, start: float | None = None) -> None:
        text = joined(self.parts)
        if text:
            self.turns.append(Turn(text=text, speaker=self.speaker, start=self.start))
        self.speaker, self.start, self.parts = speaker, start, []

    def head(self, text: str) -> None:
        self.open()
        self.turns.append(Turn(text=text, heading=True))


def turns_of(lines: Sequence[Line]) -> tuple[Turn, ...]:
    """Turns of a text; unlabelled lines after a speaker's belong to the speaker, up to a heading."""
    who = speakers(lines)
    timed = not who and _is_timed(lines)
    taker = _Taker()
    for line in lines:
        _take(taker, line, who, timed=timed)
    taker.open()
    return tuple(taker.turns)


def _take(taker: _Taker, line: Line, who: Collection[str], *, timed: bool) -> None:
    if line.heading:
        taker.head(line.text)
    elif line.label in who:
        taker.open(line.label, line.start)
        taker.parts.append(line.words)
    elif timed and line.start is not None:
        taker.open(None, line.start)
        taker.parts.append(line.body)
    elif taker.speaker:
        taker.parts.append(line.body or line.text)
    else:
        _paragraph(taker, line, timed=timed)


def _paragraph(taker: _Taker, line: Line, *, timed: bool) -> None:
    if line.item or (not line.text and not timed):
        taker.open()
    taker.parts.append(line.text)


def _is_timed(lines: Iterable[Line]) -> bool:
    """Lines that mostly begin with a time, as a transcript without speakers has them."""
    written = [line for line in lines if line.text and not line.heading]
    stamped = sum(line.start is not None for line in written)
    return stamped >= 3 and stamped >= 0.4 * len(written)
