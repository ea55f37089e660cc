"""Passages as a model sees them: labelled data, personal details masked, never instructions."""

from collections.abc import Callable, Sequence

from icpbot.domain.passages import Passage
from icpbot.domain.sources import Source, turn_offsets


def as_data(passages: Sequence[Passage], source: Source, mask: Callable[[str], str]) -> str:
    """A fenced block: each passage under its id, each turn under its speaker.

    A fence inside a transcript is broken up, so that a text cannot end the block early.
    """
    body = "\n\n".join(f"[{p.id}]\n{mask(labelled(p, source))}" for p in passages)
    return fenced(body)


def fenced(body: str) -> str:
    return "<<<DATA\n" + body.replace("<<<", "< < <").replace(">>>", "> > >") + "\nDATA>>>"


def labelled(passage: Passage, source: Source) -> str:
    """The passage with speaker names, as `Name: words` lines."""
    spans = turn_offsets(source.turns)
    lines = []
    for index in range(passage.turns[0], passage.turns[1] + 1):
        start, end = max(spans[index][0], passage.start), min(spans[index][1], passage.end)
        speaker = source.turns[index].speaker
        words = source.text[start:end]
        lines.append(f"{speaker}: {words}" if speaker else words)
    return "\n".join(lines)
