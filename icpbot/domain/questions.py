"""Questions of a survey table: what each column asks, and which answers a cell holds.

Survey tools write a multi-select into one cell with separators, or into one column for each option.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date as Day
from enum import StrEnum
from itertools import groupby, pairwise

from icpbot.domain.model import Model
from icpbot.domain.text import fold, word_count
from icpbot.domain.values import parse_boolean, parse_number

Answers = Mapping[str, int]
"""How many gave each answer of a column, as they wrote it; blank ones are left out."""

JUDGED = 10_000
"""Respondents by whom the kind of a question is told; all of them are counted."""
CHOICES = 250
"""Different answers of a question with one answer each, at most: there are 249 countries."""


class QuestionType(StrEnum):
    SINGLE = "single"
    MULTI = "multi"
    SCALE = "scale"
    NUMBER = "number"
    OPEN = "open"
    NPS = "nps"
    DATE = "date"


COUNTED = frozenset({QuestionType.SINGLE, QuestionType.MULTI, QuestionType.SCALE, QuestionType.NPS})
"""Closed questions: every answer is counted."""


class OtherType(StrEnum):
    """Columns that ask nothing."""

    ID = "id"
    PRIVATE = "private"
    EMPTY = "empty"
    WEIGHT = "weight"


class Other(Model):
    name: str
    type: OtherType


class Judged(Model):
    """A question, the columns that hold its answers, and how they are read.

    Of a question spread over columns `options` names what each stands for.
    """

    name: str
    type: QuestionType
    columns: tuple[int, ...]
    options: tuple[str, ...] = ()
    separator: str | None = None
    continuations: frozenset[str] = frozenset()
    month_first: bool | None = None


_NOTHING = frozenset({"", "-", "?", "n/a", "na", "#n/a", "null", "nan"})
"""Folded cells that are no answer. "None" and "I do not know" are answers, whatever a table of companies
would mean by them.
"""
_NPS_WORDS = ("recommend", "nps", "polec", "doporuc", "порекоменд", "рекоменд", "推荐")
_SEPARATORS = ("; ", ";", " | ", ", ", "、", "，")
_BARE_NUMBER = re.compile(r"-?\d[\d.,\s]*")
"""No range: "51-200" is an answer to choose, not a number to average."""
_LABELLED = re.compile(r"(\d{1,2})(?:\s*[-–—.:=(]\s*|\s+)\D+")
"""A point of a scale with its words: "1 – Not at all", "5 (Extremely)"."""
_IDS = re.compile(
    r"unnamed.*|id|.*[ _]id|#|no|nr|row|respondent\w*|participant|ip.*|collector.*|"
    r"id respondent\w*|id ankiet\w*|респондент|номер|受访者|受访者编号|编号|序号"
)
_PRIVATE = re.compile(
    r"e-?mail.*|name|full name|(?:first|last) name|imie|nazwisko|jmeno|telefon|phone|姓名|邮箱"
)
_STAMPS = re.compile(r"(?:timestamp|date|data|datum|дата|time|submitted.*|.*datum|start|end)")
_DAY = re.compile(
    r"(?:(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})[-/.] ?(?P<b>\d{1,2})[-/.] ?(?P<z>(?:19|20)?\d\d)"
    r"|(?P<hy>(?:19|20)\d\d)年(?P<hm>\d{1,2})月(?P<hd>\d{1,2})日)"
    r"(?:[ T,]+\d{1,2}:\d\d.*)?"
)  # fmt: skip
_OPTION = (
    re.compile(r"(?P<stem>.*\S)\s*\[(?P<option>[^\[\]]+)\]"),
    re.compile(r"(?P<stem>.*\S)\s+(?:[-–—|]|>+)\s+(?P<option>.+)"),
    re.compile(r"(?P<stem>.*\S)\s*[:：]\s*(?P<option>.+)"),
    re.compile(r"(?P<stem>[^/]+)/(?P<option>.+)"),
    re.compile(r"(?P<stem>.*[^\W_])[_.](?P<option>\d{1,3})"),
)
"""How survey tools name the column of an option: LimeSurvey and Google Forms with brackets, Qualtrics with a
dash, others with a colon, KoboToolbox with a slash, SPSS with a number.
"""
_CHECKED = frozenset({"checked", "selected", "quoted", "on", "✔", "☑", "zaznaczono", "вибрано", "选中"})
_UNCHECKED = frozenset({"unchecked", "not checked", "not selected", "not quoted", "unselected", "off", "☐"})


def is_missing(cell: str) -> bool:
    """Whether a respondent gave no answer."""
    return fold(cell).strip() in _NOTHING


def judge(
    titles: Sequence[str], answers: Sequence[Answers], weights: Collection[str] = ()
) -> tuple[list[Judged], list[Other]]:
    """The questions of a table in its order, and the columns that ask nothing."""
    questions, others = [], []
    taken = {place: question for question in _spread(titles, answers) for place in question.columns}
    for place, (title, told) in enumerate(zip(titles, answers, strict=True)):
        other = OtherType.WEIGHT if title in weights else _other(title, told)
        if place in taken and not other:
            questions += [taken[place]] if taken[place].columns[0] == place else []
        elif other:
            others.append(Other(name=title, type=other))
        else:
            questions.append(judged(title, told, place))
    return questions, others


def _other(title: str, answers: Answers) -> OtherType | None:
    name = fold(title).replace("_", " ").strip()
    if not answers:
        return OtherType.EMPTY
    if _PRIVATE.fullmatch(name):
        return OtherType.PRIVATE
    if _STAMPS.fullmatch(name) and not _are_days(answers):
        return OtherType.ID
    return OtherType.ID if _IDS.fullmatch(name) else None


def judged(title: str, answers: Answers, place: int = 0) -> Judged:
    """One column, by its answers, and for the net promoter score by its title too."""
    if _are_days(answers):
        kind, first = QuestionType.DATE, _month_first(answers)
        return Judged(name=title, type=kind, columns=(place,), month_first=first)
    numbers = _numbers(answers)
    if numbers:
        return Judged(name=title, type=_numeric_type(title, numbers), columns=(place,))
    separator = separator_of(answers)
    if separator:
        kind, pieces = QuestionType.MULTI, _continuations(answers, separator)
        return Judged(name=title, type=kind, columns=(place,), separator=separator, continuations=pieces)
    kind = QuestionType.OPEN if _is_open(answers) else QuestionType.SINGLE
    return Judged(name=title, type=kind, columns=(place,))


def _is_open(answers: Answers) -> bool:
    """In people's own words: long and different, or hardly any given twice."""
    total = sum(answers.values())
    few = len(answers) <= max(12, min(CHOICES, total * 0.2))
    long = sum(n for a, n in answers.items() if word_count(a) > 6) / max(1, total)
    words = sum(word_count(a) * n for a, n in answers.items()) / max(1, total)
    own = total >= 5 and len(answers) > 0.7 * total and words >= 1.5
    return not few or own or (long > 0.5 and len(answers) > 15)


def _numbers(answers: Answers) -> list[float] | None:
    """The numbers of a column that holds nothing else, points of a scale with their words included."""
    bare = [parse_number(a) if _BARE_NUMBER.fullmatch(a) else None for a in answers]
    numbers = [n for n in bare if n is not None]
    if len(numbers) == len(answers):
        return numbers
    points = [number_of(a) for a in answers]
    labelled = [p for p in points if p is not None and p == int(p) and 0 <= p <= 10]
    distinct = len(set(labelled)) == len(labelled) == len(answers) >= 3
    return labelled if distinct else None


def number_of(answer: str) -> float | None:
    """The number of a point on a scale, with or without its words."""
    if _BARE_NUMBER.fullmatch(answer):
        return parse_number(answer)
    match = _LABELLED.fullmatch(answer)
    return float(match.group(1)) if match else None


def _numeric_type(name: str, numbers: Sequence[float]) -> QuestionType:
    whole = all(n == int(n) for n in numbers)
    if whole and min(numbers) >= 0 and max(numbers) <= 10:
        if any(word in fold(name) for word in _NPS_WORDS):
            return QuestionType.NPS
        if max(numbers) <= 7 or set(numbers) <= set(range(1, 11)):
            return QuestionType.SCALE
    return QuestionType.NUMBER


def _are_days(answers: Answers) -> bool:
    return bool(answers) and all(_DAY.fullmatch(answer) for answer in answers)


def _month_first(answers: Answers) -> bool | None:
    """Whether '03/04/2026' begins with the month; nothing when the answers do not tell."""
    found = [m for a in answers if (m := _DAY.fullmatch(a)) and m.group("a")]
    if any(int(m.group("a")) > 12 for m in found) or any("." in m.group() for m in found):
        return False
    return True if any(int(m.group("b")) > 12 for m in found) else None


def day_in(cell: str, *, month_first: bool | None) -> Day | None:
    """The day of a cell; nothing where it is none, or where the order of day and month is not known."""
    match = _DAY.fullmatch(cell.strip())
    if match is None:
        return None
    year, month, day = (match.group(a) or match.group(b) for a, b in (("y", "hy"), ("m", "hm"), ("d", "hd")))
    if year is None:
        one, other = match.group("a"), match.group("b")
        if month_first is None and one != other:
            return None
        year = match.group("z") if len(match.group("z")) == 4 else f"20{match.group('z')}"
        month, day = (one, other) if month_first else (other, one)
    try:
        return Day(int(year), int(month), int(day))
    except ValueError:
        return None


def chosen(question: Judged, cells: Sequence[str]) -> Collection[str] | None:
    """What a respondent answered, each option once; nothing when they did not."""
    if len(question.columns) > 1:
        if all(is_missing(cell) for cell in cells):
            return None
        return {o for o, cell in zip(question.options, cells, strict=True) if is_marked(cell)}
    [cell] = cells
    if is_missing(cell):
        return None
    if question.type is QuestionType.MULTI and question.separator:
        return set(options_of(cell, question.separator, question.continuations))
    return (cell.strip(),)


def is_marked(cell: str) -> bool:
    """Whether the cell of an option says that it was chosen."""
    word = fold(cell).strip()
    return not is_missing(cell) and parse_boolean(word) is not False and word not in _UNCHECKED


def _spread(titles: Sequence[str], answers: Sequence[Answers]) -> Iterator[Judged]:
    """Multi-selects with a column for each option: neighbours with one stem that hold marks alone."""
    for pattern in _OPTION:
        named = [
            (match.group("stem"), match.group("option"), place)
            for place, title in enumerate(titles)
            if (match := pattern.fullmatch(title)) and _are_marks(match.group("option"), answers[place])
        ]
        for stem, group in groupby(named, key=lambda each: each[0]):
            options = list(group)
            if len(options) > 1 and any(answers[place] for _, _, place in options):
                yield Judged(
                    name=stem, type=QuestionType.MULTI, columns=tuple(place for _, _, place in options),
                    options=tuple(_option(option, answers[place]) for _, option, place in options),
                )  # fmt: skip


def _are_marks(option: str, answers: Answers) -> bool:
    """Yes and no, checked and not, or the option's own words again; a column that nobody marked too."""
    marks = {word for a in answers if not _is_mark(word := fold(a).strip())}
    own = fold(option).strip()
    return not marks or (len(marks) == 1 and (marks == {own} or (own.isdigit() and _is_label(answers))))


def _is_mark(word: str) -> bool:
    return parse_boolean(word) is not None or word in _CHECKED | _UNCHECKED


def _is_label(answers: Answers) -> bool:
    """One text alone, given by several: the words of an option whose column has but a number."""
    return len(answers) == 1 and sum(answers.values()) > 1 and not any(a[:1].isdigit() for a in answers)


def _option(option: str, answers: Answers) -> str:
    label = next(iter(answers), "")
    return label if option.isdigit() and _is_label(answers) and not _is_mark(fold(label)) else option


def separator_of(answers: Answers) -> str | None:
    """The separator of a multi-select column: its parts recur, whole answers less so."""
    total = sum(answers.values())
    for separator in _SEPARATORS:
        if sum(n for a, n in answers.items() if separator in a) < max(2, 0.05 * total):
            continue
        continuations = _continuations(answers, separator)
        split = [(options_of(a, separator, continuations), n) for a, n in answers.items()]
        if sum(n for options, n in split if len(options) > 1) < max(2, 0.05 * total):
            continue
        if _are_choices([(options, n) for options, n in split if options], len(answers)):
            return separator
    return None


def _are_choices(split: Sequence[tuple[Sequence[str], int]], distinct: int) -> bool:
    """Whether the parts are options to choose: they recur, and are fewer than the answers they make up."""
    parts: Counter[str] = Counter()
    answers = Counter(option for options, _ in split for option in set(options))
    for options, n in split:
        for option in options:
            parts[option] += n
    joined = [option for options, _ in split if len(options) > 1 for option in options]
    if 2 * sum(answers[option] > 1 for option in joined) < len(joined):
        return False  # "IT management, including CIO, CTO" is one answer: its parts are in no other
    total = sum(n for _, n in split)
    few = len(parts) <= max(25, total * 0.3) and len(parts) < distinct * 1.5
    short = sum(word_count(part) * n for part, n in parts.items()) <= 8 * sum(parts.values())
    listed = sum(len(options) * n for options, n in split) >= 3 * total and len(parts) <= total
    return _recur(parts) and (few or (listed and short))


def _recur(parts: Counter[str]) -> bool:
    return sum(n for n in parts.values() if n > 1) >= 0.85 * sum(parts.values())


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
    if separator not in answer:
        return [answer.strip()]
    pieces = (
        re.split(rf"{re.escape(separator)}(?![^()]*\))", answer) if ")" in answer else answer.split(separator)
    )
    return [piece.strip() for piece in pieces if piece.strip()]


def _continuations(answers: Answers, separator: str) -> frozenset[str]:
    """Parts that are no options: "No, but planning one" is one. Such a part begins in lower case and
    always follows the same one; what was written in by one or two proves nothing.
    """
    if separator != ", ":
        return frozenset()
    before: dict[str, Counter[str]] = {}
    for answer, n in answers.items():
        for previous, part in pairwise(["", *_pieces(answer, separator)]):
            if part[:1].islower():
                before.setdefault(part, Counter())[previous] += n
    return frozenset(
        part for part, previous in before.items()
        if previous.total() > 2 and len(previous) == 1 and "" not in previous
    )  # fmt: skip
