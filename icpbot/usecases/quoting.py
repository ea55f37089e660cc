"""Passages as a model sees them: labelled data, personal details and names hidden, never instructions."""

from collections.abc import Iterable, Sequence

from icpbot.domain.disguise import Pseudonyms, Screen, disguised, pseudonyms, screen
from icpbot.domain.passages import Passage
from icpbot.domain.sources import Source, turn_offsets
from icpbot.domain.speakers import is_question
from icpbot.domain.text import word_count
from icpbot.usecases.ports import Desk

NOD = 3
"""Words up to which a turn that answers no question only shows that somebody listens."""


def behind_screen(passages: Sequence[Passage], sources: Iterable[Source], desk: Desk) -> Screen:
    """Passages without personal details, and without the names of speakers if that was asked for."""
    names = pseudonyms(sources) if desk.pseudonyms else Pseudonyms()
    return screen(passages, desk.personal, names)


def hidden(text: str, seen: Screen, desk: Desk) -> str:
    """Another text for the same model, with the same names."""
    return disguised(text, desk.personal, seen.names).text


def as_data(passages: Sequence[Passage], source: Source, seen: Screen) -> str:
    """A fenced block: each passage under its id, each turn under its speaker.

    A fence inside a transcript is broken up, so that a text cannot end the block early.
    """
    return fenced("\n\n".join(f"[{p.id}]\n{labelled(p, source, seen)}" for p in passages))


def fenced(body: str) -> str:
    return "<<<DATA\n" + body.replace("<<<", "< < <").replace(">>>", "> > >") + "\nDATA>>>"


def labelled(passage: Passage, source: Source, seen: Screen) -> str:
    """The passage as a model sees it, as `Name: words` lines, without those that say nothing."""
    spans = turn_offsets(source.turns)
    _, shown = seen.passages[passage.id]
    lines, before = [], ""
    for index in range(passage.turns[0], passage.turns[1] + 1):
        start, end = max(spans[index][0], passage.start), min(spans[index][1], passage.end)
        speaker = seen.names.label(source.turns[index].speaker)
        words = shown.part(start - passage.start, end - passage.start)
        if not _nods(words, before):
            lines.append(f"{speaker}: {words}" if speaker else words)
        before = words
    return "\n".join(lines)


def _nods(words: str, before: str) -> bool:
    """Whether words like "Yeah." or "OK, good." say nothing: they answer no question and ask none."""
    return word_count(words) <= NOD and not (is_question(before) or is_question(words))
