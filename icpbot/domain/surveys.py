"""Surveys: exact counts with their intervals, missing answers stated, cross tables tested.

`analyse` is the definition; the table engine fills the same tallies batch by batch and is held equal to it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day
from math import isfinite, sqrt

from pydantic import Field

from icpbot.domain.errors import UsageError
from icpbot.domain.model import Model
from icpbot.domain.openended import AnswerTheme, Sample, Written
from icpbot.domain.questions import (
    COUNTED,
    JUDGED,
    Judged,
    Other,
    QuestionType,
    chosen,
    day_in,
    is_missing,
    judge,
    number_of,
)
from icpbot.domain.statistics import Z95, Independence, false_discovery, independence, wilson
from icpbot.domain.values import parse_number

__all__ = ["QuestionResult", "QuestionType", "SurveyResult", "analyse"]

Column = Sequence[str]
GROUPS = 50
"""Values of the column that a cross table is made by, at most: more are no groups."""


class AnswerCount(Model):
    """`n` people gave it. `share` of those who answered, weighted where there are weights, with its 95 %
    Wilson interval; `weighted` is the sum of the weights.
    """

    value: str
    n: int
    share: float
    low: float
    high: float
    weighted: float | None = None


class QuestionResult(Model):
    """`unread` answers to a question of numbers are none. `effective` is how many unweighted answers would
    be as exact (Kish 1965). `columns` are those of a question spread over several. Of an open question
    `themes` are counted among those `sampled`, or among all who answered; `written` is what they are made of.
    """

    name: str
    type: QuestionType
    answered: int
    missing: int
    values: tuple[AnswerCount, ...] = ()
    mean: float | None = None
    nps: float | None = None
    nps_low: float | None = None
    nps_high: float | None = None
    first: Day | None = None
    last: Day | None = None
    unread: int | None = None
    effective: float | None = None
    columns: tuple[str, ...] = ()
    themes: tuple[AnswerTheme, ...] | None = None
    sampled: int | None = None
    written: tuple[Written, ...] = Field(default=(), exclude=True, repr=False)


class Tested(Model):
    """Whether the answers to a question, or the choice of one `value`, differ between the groups; `q` is p
    adjusted for all tests of the cross table.
    """

    question: str
    value: str | None = None
    result: Independence
    q: float


class Crossed(Model):
    """How often answers go together: by question, by group, how many gave each answer. `bases` are those of
    a group who answered the question.
    """

    by: str
    tables: dict[str, dict[str, dict[str, int]]] = {}
    bases: dict[str, dict[str, int]] = {}
    tests: tuple[Tested, ...] = ()


class SurveyResult(Model):
    """`others` are columns that ask nothing; `unweighted` respondents had no weight and are left out."""

    respondents: int
    questions: tuple[QuestionResult, ...]
    others: tuple[Other, ...] = ()
    weight: str | None = None
    unweighted: int | None = None
    crossed: Crossed | None = None


@dataclass
class Tally:
    """What is known of one question after some respondents; two tallies add up."""

    answered: int = 0
    weights: float = 0.0
    squares: float = 0.0
    people: Counter[str] = field(default_factory=Counter)
    weighted: Counter[str] = field(default_factory=Counter)
    numbers: int = 0
    numbers_weight: float = 0.0
    numbers_sum: float = 0.0
    first: Day | None = None
    last: Day | None = None
    groups: dict[str, Counter[str]] = field(default_factory=dict)
    bases: Counter[str] = field(default_factory=Counter)
    sample: Sample = field(default_factory=Sample)

    def saw(self, day: Day | None) -> None:
        if day:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


@dataclass(frozen=True)
class Plan:
    """How a table is read: its questions, the column of the weights, and the groups of a cross table."""

    titles: Sequence[str]
    questions: Sequence[Judged]
    others: Sequence[Other]
    weight: int | None = None
    by: Judged | None = None


def plan(
    titles: Sequence[str],
    answers: Sequence[Mapping[str, int]],
    *,
    by: str | None = None,
    weight: str | None = None,
) -> Plan:
    """Judged by the answers of the first respondents, counted by column; raises `UsageError` for a column
    that is not there.
    """
    for name in filter(None, (weight, by)):
        if name not in titles and name not in {q.name for q in judge(titles, answers)[0]}:
            raise UsageError("column-unknown", name=name)
    place = None if weight is None else list(titles).index(weight)
    questions, others = judge(titles, answers, {weight} if weight else ())
    groups = None
    if by:
        place_by = list(titles).index(by) if by in titles else -1
        plain = Judged(name=by, type=QuestionType.SINGLE, columns=(place_by,))
        groups = next((q for q in questions if q.name == by), plain)
        if groups.type not in COUNTED:
            groups = plain
    return Plan(titles, questions, others, place, groups)


def analyse(
    titles: Sequence[str], columns: Sequence[Column], *, by: str | None = None, weight: str | None = None
) -> SurveyResult:
    """Every question column of a table, one respondent a row."""
    rows = list(zip(*columns, strict=True))
    answers = [answers_in(column[:JUDGED]) for column in columns]
    planned = plan(titles, answers, by=by, weight=weight)
    tallies = [Tally() for _ in planned.questions]
    unweighted = 0
    for number, row in enumerate(rows):
        value = 1.0 if planned.weight is None else weight_of(row[planned.weight])
        if value is None:
            unweighted += 1
            continue
        groups = chosen(planned.by, [row[c] for c in planned.by.columns]) if planned.by else ()
        for question, tally in zip(planned.questions, tallies, strict=True):
            _take(tally, question, [row[c] for c in question.columns], value, groups or ())
            if question.type is QuestionType.OPEN and not is_missing(row[question.columns[0]]):
                tally.sample.add(number, row[question.columns[0]], value)
    return summed_up(planned, tallies, len(rows), unweighted)


def answers_in(column: Iterable[str]) -> Counter[str]:
    """Answers without the blank ones."""
    return Counter(cell.strip() for cell in column if not is_missing(cell))


def weight_of(cell: str) -> float | None:
    """A weight above zero; a blank, a word or a negative number is none."""
    number = None if is_missing(cell) else parse_number(cell)
    return number if number is not None and isfinite(number) and number > 0 else None


def _take(tally: Tally, question: Judged, cells: Sequence[str], weight: float, groups: Iterable[str]) -> None:
    options = chosen(question, cells)
    if options is None:
        return
    tally.answered += 1
    tally.weights += weight
    tally.squares += weight * weight
    if question.type is QuestionType.DATE:
        tally.saw(day_in(cells[0], month_first=question.month_first))
    elif question.type is QuestionType.NUMBER:
        number = parse_number(cells[0])
        if number is not None:
            tally.numbers += 1
            tally.numbers_weight += weight
            tally.numbers_sum += weight * number
    elif question.type in COUNTED:
        _count(tally, options, weight, groups)


def _count(tally: Tally, options: Iterable[str], weight: float, groups: Iterable[str]) -> None:
    for option in options:
        tally.people[option] += 1
        tally.weighted[option] += weight  # type: ignore[assignment]
    for group in groups:
        tally.bases[group] += 1
        tally.groups.setdefault(group, Counter()).update(options)


def summed_up(planned: Plan, tallies: Sequence[Tally], respondents: int, unweighted: int) -> SurveyResult:
    """The result of all that was counted."""
    known = respondents - unweighted
    weighted = planned.weight is not None
    results = [
        _result(q, tally, known, planned, weighted=weighted)
        for q, tally in zip(planned.questions, tallies, strict=True)
    ]
    return SurveyResult(
        respondents=respondents, questions=tuple(results), others=tuple(planned.others),
        weight=planned.titles[planned.weight] if planned.weight is not None else None,
        unweighted=unweighted if weighted else None, crossed=_crossed(planned, tallies),
    )  # fmt: skip


def _result(question: Judged, tally: Tally, known: int, planned: Plan, *, weighted: bool) -> QuestionResult:
    spread = len(question.columns) > 1
    base = QuestionResult(
        name=question.name, type=question.type, answered=tally.answered, missing=known - tally.answered,
        columns=tuple(planned.titles[c] for c in question.columns) if spread else (),
        effective=tally.weights**2 / tally.squares if weighted and tally.squares else None,
    )  # fmt: skip
    if question.type is QuestionType.DATE:
        return base.model_copy(update={"first": tally.first, "last": tally.last})
    if question.type is QuestionType.NUMBER:
        mean = tally.numbers_sum / tally.numbers_weight if tally.numbers_weight else None
        unread = tally.answered - tally.numbers
        return base.model_copy(update={"mean": mean, "unread": unread or None})
    if question.type is QuestionType.OPEN:
        return base.model_copy(update={"written": tally.sample.answers()})
    counted = base.model_copy(update={"values": tuple(_counts(question, tally, weighted=weighted))})
    return counted.model_copy(update=_measures(question, tally))


def _counts(question: Judged, tally: Tally, *, weighted: bool) -> Iterator[AnswerCount]:
    """How many gave each answer, most first; an option that nobody chose comes last."""
    people = {**dict.fromkeys(question.options, 0), **tally.people}
    effective = tally.weights**2 / tally.squares if tally.squares else 0.0
    for value, n in sorted(people.items(), key=_most_first):
        share = tally.weighted[value] / tally.weights if tally.weights else 0.0
        low, high = wilson(share * effective, effective) if weighted else wilson(n, tally.answered)
        yield AnswerCount(
            value=value, n=n, share=share if weighted else n / tally.answered if tally.answered else 0.0,
            low=low, high=high, weighted=tally.weighted[value] if weighted else None,
        )  # fmt: skip


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _measures(question: Judged, tally: Tally) -> dict[str, float | None]:
    """The mean of a scale, and the net promoter score."""
    if question.type not in {QuestionType.SCALE, QuestionType.NPS}:
        return {}
    said = [
        (number, weight) for value, weight in tally.weighted.items()
        if (number := number_of(value)) is not None
    ]  # fmt: skip
    total = sum(weight for _, weight in said)
    mean = sum(number * weight for number, weight in said) / total if total else None
    if question.type is QuestionType.SCALE or not total:
        return {"mean": mean}
    score, low, high = net_promoter(said, tally.weights**2 / tally.squares)
    return {"mean": mean, "nps": score, "nps_low": low, "nps_high": high}


def net_promoter(scores: Sequence[tuple[float, float]], effective: float) -> tuple[float, float, float]:
    """Net promoter score of (score, weight) pairs, −100 to 100: share of 9–10 less share of 0–6 (Reichheld
    2003), with a 95 % interval by the variance of that difference.
    """
    total = sum(weight for _, weight in scores)
    promoters = sum(weight for score, weight in scores if score >= 9) / total
    detractors = sum(weight for score, weight in scores if score <= 6) / total
    nps = promoters - detractors
    half = Z95 * sqrt(max(0.0, promoters + detractors - nps**2) / effective)
    return 100 * nps, 100 * max(-1.0, nps - half), 100 * min(1.0, nps + half)


def _crossed(planned: Plan, tallies: Sequence[Tally]) -> Crossed | None:
    if planned.by is None:
        return None
    told = [
        (q, tally) for q, tally in zip(planned.questions, tallies, strict=True)
        if q.type in COUNTED and q.name != planned.by.name
    ]  # fmt: skip
    if len({group for _, tally in told for group in tally.bases}) > GROUPS:
        raise UsageError("survey-groups", name=planned.by.name, limit=GROUPS)
    return Crossed(
        by=planned.by.name,
        tables={
            q.name: {
                group: dict(sorted(t.groups.get(group, Counter()).items(), key=_most_first))
                for group in sorted(t.bases)
            }
            for q, t in told
        },
        bases={q.name: dict(sorted(t.bases.items())) for q, t in told},
        tests=() if planned.by.type is QuestionType.MULTI else _tested(told),
    )


def _tested(told: Sequence[tuple[Judged, Tally]]) -> tuple[Tested, ...]:
    """One test of a question with one answer each; of several answers one of each option, chosen or not."""
    found: list[tuple[str, str | None, Independence]] = []
    for question, tally in told:
        groups = sorted(tally.bases)
        several = question.type is QuestionType.MULTI
        for value in sorted(tally.people) if several else [None]:
            table = [_cells(tally, group, value) for group in groups]
            result = independence(table)
            if result:
                found.append((question.name, value, result))
    adjusted = false_discovery([result.p for _, _, result in found])
    return tuple(
        Tested(question=name, value=value, result=result, q=q)
        for (name, value, result), q in zip(found, adjusted, strict=True)
    )


def _cells(tally: Tally, group: str, value: str | None) -> list[int]:
    counted = tally.groups.get(group, Counter())
    if value is None:
        return [counted[option] for option in sorted(tally.people)]
    return [counted[value], tally.bases[group] - counted[value]]
