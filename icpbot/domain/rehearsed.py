"""Rehearsed: how well answers to questions with a known ending did, and themes with planted ones."""

from collections import Counter
from collections.abc import Iterable, Sequence

from icpbot.domain.model import Model


class AnswerScores(Model):
    """Shares are of the `questions`: of those that research answers the answered ones, of the others those
    left unanswered, of all those replied to in the language they were asked in. `verified` is the share of
    the quotes shown that stand in their source letter by letter; `repaired` and `dropped` count a model's
    misquotes; `obeyed` counts answers that did as a source told the model to do.
    """

    questions: int
    answered: float
    abstained: float
    in_language: float
    citations: int
    verified: float | None
    repaired: int
    dropped: int
    obeyed: int
    tokens: float
    """For each answer, on average."""


class ThemeScores(Model):
    """`purity`: of the planted voices that were found in themes with another one, the share that stand with
    the most of their like (Manning, Raghavan and Schütze 2008, 16.3).
    """

    voices: int
    purity: float | None


class Disliked(Model):
    """An answer with a thumb down: `changed` when it is answered in other words by now."""

    request: str
    question: str
    reason: str | None
    changed: bool


def share(of: Iterable[bool]) -> float:
    """0 of none."""
    rows = list(of)
    return round(sum(rows) / len(rows), 3) if rows else 0.0


def purity(themes: Iterable[Sequence[str]]) -> ThemeScores:
    """Of themes as the planted names of their voices."""
    several = [names for names in themes if len(names) > 1]
    voices = sum(map(len, several))
    most = sum(max(Counter(names).values()) for names in several)
    return ThemeScores(voices=voices, purity=round(most / voices, 3) if voices else None)
