"""Surveys: what kind of question each column is, and exact counts with their intervals."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import pairwise

from icpbot.domain.model import Model
from icpbot.domain.statistics import wilson
from icpbot.domain.text import fold, word_count
from icpbot.domain.values import is_blank, parse_number


class QuestionType(StrEnum):
    SINGLE = "single"
    MULTI = "multi"
    SCALE = "scale"
    NUMBER = "number"
    OPEN = "open"
    NPS = "nps"


class AnswerCount(Model):
    """`share` of those who answered, with its 95 % Wilson interval."""

    value: str
    n: int
    share: float
    low: float
    high: float


class QuestionResult(Model):
    name: str
    type: QuestionType
    answered: int
    missing: int
    values: tuple[AnswerCount, ...] = ()
    mean: float | None = None
    nps: float | None = None


class SurveyResult(Model):
    respondents: int
    questions: tuple[QuestionResult, ...]


Column = Sequence[str]

_NPS_WORDS = ("recommend", "nps", "polec", "doporuc", "порекоменд", "рекоменд", "推荐")
_SEPARATORS = ("; ", ";", " | ", ", ")
_BARE_NUMBER = re.compile(r"-?\d[\d.,\s]*")
"""No range: "51-200" is an answer to choose, not a number to average."""
_NOT_ASKED = re.compile(
    r"^(?:unnamed.*|id|.*[ _]id|#|timestamp|date|data|datum|дата|time|submitted.*|.*datum|"
    r"e-?mail.*|name|ip.*|start|end)$"
)


def analyse(names: Sequence[str], columns: Sequence[Column]) -> SurveyResult:
    """Every question column of a table; ids, dates and blank columns are no questions."""
    asked = [
        result(name, column)
        for name, column in zip(names, columns, strict=True)
        if not _NOT_ASKED.match(fold(name).strip()) and any(not is_blank(cell) for cell in column)
    ]
    return SurveyResult(respondents=len(columns[0]) if columns else 0, questions=tuple(asked))


def result(name: str, column: Column) -> QuestionResult:
    answers = [cell.strip() for cell in column if not is_blank(cell)]
    kind = type_of(name, answers)
    base = QuestionResult(name=name, type=kind, answered=len(answers), missing=len(column) - len(answers))
    numbers = [n for a in answers if (n := parse_number(a)) is not None]
    if kind is QuestionType.OPEN:
        return base
    if kind is QuestionType.NUMBER:
        return base.model_copy(update={"mean": _mean(numbers)})
    counted = base.model_copy(update={"values": tuple(counts(answers, kind))})
    if kind is QuestionType.NPS:
        return counted.model_copy(update={"nps": net_promoter(numbers), "mean": _mean(numbers)})
    return counted.model_copy(update={"mean": _mean(numbers)}) if kind is QuestionType.SCALE else counted


def type_of(name: str, answers: Sequence[str]) -> QuestionType:
    """Judged by the answers, and for NPS by the question too."""
    distinct = set(answers)
    numbers = [parse_number(a) if _BARE_NUMBER.fullmatch(a) else None for a in answers]
    if answers and all(n is not None for n in numbers):
        return _numeric_type(name, [n for n in numbers if n is not None])
    if separator_of(answers):
        return QuestionType.MULTI
    long = sum(word_count(a) > 6 for a in answers) / max(1, len(answers))
    few = len(distinct) <= max(12, len(answers) * 0.2)
    return QuestionType.SINGLE if few and not (long > 0.5 and len(distinct) > 15) else QuestionType.OPEN


def _numeric_type(name: str, numbers: Sequence[float]) -> QuestionType:
    whole = all(n == int(n) for n in numbers)
    if whole and min(numbers) >= 0 and max(numbers) <= 10:
        if any(word in fold(name) for word in _NPS_WORDS):
            return QuestionType.NPS
        if max(numbers) <= 7 or set(numbers) <= set(range(1, 11)):
            return QuestionType.SCALE
    return QuestionType.NUMBER


def separator_of(answers: Sequence[str]) -> str | None:
    """The separator of a multi-select column: its parts recur, whole answers less so."""
    for separator in _SEPARATORS:
        continuations = _continuations(answers, separator)
        split = [options_of(a, separator, continuations) for a in answers]
        if sum(len(options) > 1 for options in split) < max(2, 0.05 * len(answers)):
            continue
        parts = Counter(part for options in split for part in options)
        if (
            len(parts) <= max(25, len(answers) * 0.15)
            and len(parts) < len(set(answers)) * 1.5
            and _recur(parts)
        ):
            return separator
    return None


def options_of(answer: str, separator: str, continuations: frozenset[str]) -> list[str]:
    """The options a multi-select answer is made of."""
    options: list[str] = []
    for part in _pieces(answer, separator):
        if options and part in continuations:
            options[-1] += separator + part
        else:
            options.append(part)
    return options


def _pieces(answer: str, separator: str) -> list[str]:
    """The answer taken apart at the separators, those within brackets left alone."""
    pieces = re.split(rf"{re.escape(separator)}(?![^()]*\))", answer)
    return [piece.strip() for piece in pieces if piece.strip()]


def _continuations(answers: Sequence[str], separator: str) -> frozenset[str]:
    """Parts that are no options: "No, but planning one" is one. Such a part begins in lower case and
    always follows the same one; what was written in by one or two proves nothing.
    """
    if separator != ", ":
        return frozenset()
    before: dict[str, list[str]] = {}
    for answer in answers:
        for previous, part in pairwise(["", *_pieces(answer, separator)]):
            before.setdefault(part, []).append(previous)
    return frozenset(
        part
        for part, previous in before.items()
        if part[:1].islower() and len(previous) > 2 and len(set(previous)) == 1 and previous[0]
    )


def _recur(parts: Counter[str]) -> bool:
    return sum(n for n in parts.values() if n > 1) >= 0.85 * sum(parts.values())


def counts(answers: Sequence[str], kind: QuestionType) -> list[AnswerCount]:
    """How many gave each answer, most first; of several in one answer each counts once."""
    parted = _parter(answers, kind)
    tally: Counter[str] = Counter()
    for answer in answers:
        tally.update(parted(answer))
    return [_counted(value, n, len(answers)) for value, n in sorted(tally.items(), key=_most_first)]


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _counted(value: str, n: int, of: int) -> AnswerCount:
    low, high = wilson(n, of)
    return AnswerCount(value=value, n=n, share=n / of, low=low, high=high)


def _mean(numbers: Sequence[float]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None


def net_promoter(scores: Sequence[float]) -> float | None:
    """Net promoter score, −100 to 100: share of 9–10 less share of 0–6 (Reichheld 2003)."""
    if not scores:
        return None
    return 100 * (sum(s >= 9 for s in scores) - sum(s <= 6 for s in scores)) / len(scores)


def cross(left: Column, right: Column, kinds: tuple[QuestionType, QuestionType]) -> dict[str, dict[str, int]]:
    """How often answers of two columns go together: right's values in rows of left's."""
    rows_of, cells_of = (_parter(column, kind) for column, kind in zip((left, right), kinds, strict=True))
    table: dict[str, Counter[str]] = {}
    for a, b in zip(left, right, strict=True):
        for row in rows_of(a):
            table.setdefault(row, Counter()).update(cells_of(b))
    return {row: dict(sorted(cells.items(), key=_most_first)) for row, cells in sorted(table.items())}


def _parter(column: Column, kind: QuestionType) -> Callable[[str], set[str]]:
    """What takes a cell of this column apart into the options chosen; nothing of a blank one."""
    answers = [cell.strip() for cell in column if not is_blank(cell)]
    separator = separator_of(answers) if kind is QuestionType.MULTI else None
    continuations = _continuations(answers, separator) if separator else frozenset()

    def parted(cell: str) -> set[str]:
        if is_blank(cell):
            return set()
        return set(options_of(cell, separator, continuations)) if separator else {cell.strip()}

    return parted
