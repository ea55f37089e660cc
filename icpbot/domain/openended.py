"""Open answers of a survey: a fair sample of respondents, and the themes of what they wrote."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heappush, heappushpop
from operator import itemgetter

from icpbot.domain.clusters import Alike
from icpbot.domain.model import Model
from icpbot.domain.statistics import wilson
from icpbot.domain.text import fold, one_line, sentences, shorten

SAMPLED = 1000
"""Respondents of one open question whose words are compared: a share among them is known to ± 3 points."""
SHOWN = 20
"""Themes of a question, those of most respondents."""
QUOTES = 3
_LONGEST_LABEL = 160
_FEWEST = 2
"""Respondents that make a theme; what one alone wrote is an answer."""
_BULLET = re.compile(r"(?:[-–—*•·]+\s+|\(?\d{1,2}[.)]\s+)+")
SPREAD = 2_654_435_761
"""Knuth's multiplicative hash (The Art of Computer Programming 6.4): neighbours end up far apart."""
SPAN = 1 << 32


class AnswerTheme(Model):
    """What several respondents wrote: `n` of those compared, their share of these, weighted where there are
    weights, with its 95 % Wilson interval; `quotes` as they were written, of different respondents.
    """

    label: str
    n: int
    share: float
    low: float
    high: float
    quotes: tuple[str, ...]


class Written(Model):
    """One respondent's answer; `row` counts from 0, `weight` is 1 where there are no weights."""

    row: int
    text: str
    weight: float = 1.0


def draw(row: int) -> int:
    """A respondent's place in the draw; the lowest are compared, so that a table always gives one sample."""
    return row * SPREAD % SPAN


class Sample:
    """The lowest draws of any number of answers; how many they are is never more than `SAMPLED`."""

    def __init__(self) -> None:
        self._drawn: list[tuple[int, int, str, float]] = []

    def add(self, row: int, text: str, weight: float) -> None:
        entry = (-draw(row), row, text, weight)
        if len(self._drawn) < SAMPLED:
            heappush(self._drawn, entry)
        else:
            heappushpop(self._drawn, entry)

    def answers(self) -> tuple[Written, ...]:
        """In the order of the table."""
        drawn = sorted(self._drawn, key=itemgetter(1))
        return tuple(Written(row=row, text=text, weight=weight) for _, row, text, weight in drawn)


class Said(Model):
    """One thing that was written, however often: its spellings, each with who wrote it so."""

    text: str
    by: tuple[int, ...]


def said(answers: Sequence[Written]) -> list[Said]:
    """What the answers say, sentence by sentence, alike ones once; `by` are positions in `answers`."""
    spelt: dict[str, str] = {}
    by: defaultdict[str, list[int]] = defaultdict(list)
    for number, answer in enumerate(answers):
        for piece in _pieces(answer.text):
            key = fold(one_line(piece)).rstrip(".!… ")
            spelt.setdefault(key, piece)
            by[key].append(number)
    return [Said(text=text, by=tuple(dict.fromkeys(by[key]))) for key, text in spelt.items()]


def _pieces(text: str) -> Iterator[str]:
    """Its sentences without what numbers a list; the words stay as they were written."""
    for start, end in sentences(text):
        bullet = _BULLET.match(text, start, end)
        piece = text[bullet.end() if bullet else start : end]
        if any(char.isalpha() for char in piece):
            yield piece


def answer_themes(
    answers: Sequence[Written], told: Sequence[Said], compared: Alike
) -> tuple[AnswerTheme, ...]:
    """What several wrote, most respondents first; `compared` is what was told, each as often as it was."""
    central = [len(one.by) + summed for one, summed in zip(told, compared.weight, strict=True)]
    total = sum(answer.weight for answer in answers)
    squares = sum(answer.weight**2 for answer in answers)
    found = [
        _theme([told[i] for i in sorted(group, key=lambda i: (-central[i], i))], answers, total, squares)
        for group in compared.groups
        if len({person for i in group for person in told[i].by}) >= _FEWEST
    ]
    return tuple(sorted(found, key=lambda theme: (-theme.share, theme.label))[:SHOWN])


def _theme(told: Sequence[Said], answers: Sequence[Written], total: float, squares: float) -> AnswerTheme:
    """`told` begins with what is most like all the rest."""
    people = {person for one in told for person in one.by}
    share = sum(answers[person].weight for person in people) / total
    effective = total**2 / squares  # Kish 1965; without weights it is how many they are
    low, high = wilson(share * effective, effective)
    quotes: dict[int, str] = {}
    for one in told:
        quotes.setdefault(next((p for p in one.by if p not in quotes), one.by[0]), one.text)
    return AnswerTheme(
        label=shorten(one_line(told[0].text), _LONGEST_LABEL), n=len(people), share=share, low=low, high=high,
        quotes=tuple(quotes.values())[:QUOTES],
    )  # fmt: skip
