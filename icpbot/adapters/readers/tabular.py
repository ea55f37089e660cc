"""What a table is for: a transcript in rows, a customer table, a survey, or just rows to quote."""

import re
from collections.abc import Iterator, Sequence

from icpbot.adapters.readers.about import About
from icpbot.adapters.readers.dates import date_in
from icpbot.adapters.readers.lines import seconds, turn
from icpbot.adapters.readers.sources import from_turns, stem_of
from icpbot.adapters.readers.subtitles import with_speakers
from icpbot.adapters.readers.tables import Table
from icpbot.domain.sources import Kind, Origin, SourceText, Turn
from icpbot.domain.surveys import QuestionType, analyse
from icpbot.domain.text import HAN, fold, word_count
from icpbot.domain.values import is_blank, parse_number
from icpbot.usecases.joining import NAME_COLUMNS

_NAMES = {fold(name) for name in NAME_COLUMNS}
_TEXT = {
    fold(w) for w in ("text", "utterance", "transcript", "sentence", "tekst", "текст", "文本", "内容", "话语")
}
_SPEAKER = {
    fold(w) for w in ("speaker", "speaker name", "mówca", "rozmówca", "mluvčí", "спікер", "说话人", "发言人")
}
_START = {
    fold(w)
    for w in ("start", "start time", "time", "timestamp", "od", "początek", "začátek", "початок", "开始")
}
_END = {fold(w) for w in ("end", "end time", "to", "do", "koniec", "konec", "кінець", "结束")}
_RESPONDENT = re.compile(
    r"(?:(?:respondent\w*|response|participant|submission|ankiet\w*)[ _#-]*)?(?:id|no|nr|number|#)"
    r"|respondent|row|id respondent\w*|респондент|受访者|受访者编号|编号|序号"
)
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
_PRIVATE = re.compile(
    r"e-?mail|^name$|^full name$|imie|nazwisko|jmeno|phone|telefon|телефон|ім'я|姓名|电话|邮箱"
)
_MOMENT = re.compile(r"[\d\s:/.,TZ+-]+(?:[AP]M)?", re.IGNORECASE)
_UNIQUE = 0.9


def from_table(name: str, table: Table, *, warnings: tuple[str, ...] = ()) -> SourceText:
    header, rows = table
    spoken = _transcript(header, rows)
    if spoken:
        return from_turns(name, with_speakers(spoken), About(), warnings=warnings)
    asked = sum(map(_is_question, header))
    if asked < 2 and is_customers(header, rows):
        turns, kind, origin = tuple(_rows(header, rows)), Kind.CUSTOMERS, None
    elif asked or _has_open(header, rows):
        turns, kind, origin = tuple(_answers(header, rows)), Kind.SURVEY, Origin.FIRST_HAND
    else:
        turns, kind, origin = tuple(_rows(header, rows)), Kind.NOTES, Origin.SECOND_HAND
    return SourceText(turns=turns, kind=kind, origin=origin, date=date_in(stem_of(name)), warnings=warnings)


def _transcript(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Turn]:
    """Rows with a text and a speaker or times; Whisper writes whole milliseconds."""
    text, who, start, end = (_column(header, names) for names in (_TEXT, _SPEAKER, _START, _END))
    if text is None or (who is None and (start is None or end is None)):
        return []
    stamps = [row[i] for i in (start, end) if i is not None for row in rows]
    unit = 1000 if who is None and all(stamp.isdecimal() for stamp in stamps) else 1
    return [
        turn(row[text], row[who] if who is not None else None, _time(row, start, unit), _time(row, end, unit))
        for row in rows
        if row[text]
    ]


def _column(header: Sequence[str], names: set[str]) -> int | None:
    return next(
        (i for i, column in enumerate(header) if fold(column).strip().replace("_", " ") in names), None
    )


def _time(row: Sequence[str], column: int | None, unit: int) -> float | None:
    value = seconds(row[column]) if column is not None else None
    return None if value is None else value / unit


def is_customers(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """A company in every row, each once, with a number or a web address beside it."""
    name = next((i for i, column in enumerate(header) if fold(column).strip() in _NAMES), None)
    if name is None:
        return False
    names = [fold(row[name]).strip() for row in rows if row[name]]
    once = len(names) >= 0.5 * len(rows) and len(set(names)) >= _UNIQUE * len(names)
    others = [i for i in range(len(header)) if i != name and not _RESPONDENT.fullmatch(fold(header[i]))]
    return once and any(_is_measured([row[i] for row in rows if not is_blank(row[i])]) for i in others)


def _is_measured(cells: Sequence[str]) -> bool:
    """Mostly numbers, or mostly web addresses."""
    numbers = sum(cell[:1].isdecimal() and parse_number(cell[:40]) is not None for cell in cells)
    addresses = sum(bool(_DOMAIN.fullmatch(cell)) for cell in cells)
    return bool(cells) and max(numbers, addresses) >= 0.6 * len(cells)


def _is_question(column: str) -> bool:
    return bool(re.search(r"[?？]", column)) or word_count(column) >= 6 or len(HAN.findall(column)) >= 8


def _has_open(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Long answers without a company's name beside them: an export with short column names."""
    if any(fold(column).strip() in _NAMES for column in header):
        return False
    return any(_wordy(column) >= 4 for _, column in _open_columns(header, rows))


def _wordy(column: Sequence[str]) -> float:
    """Words an answer has on average; dates and times have none."""
    answers = [cell for cell in column if not is_blank(cell)]
    return sum(0 if _MOMENT.fullmatch(a) else word_count(a) for a in answers) / max(1, len(answers))


def _open_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    """Questions answered in people's own words; ids, names and one-word answers are not."""
    columns = [[row[i] for row in rows] for i in range(len(header))]
    kinds = {question.name: question.type for question in analyse(header, columns).questions}
    for title, column in zip(header, columns, strict=True):
        folded = fold(title).strip()
        private = _PRIVATE.search(folded) or _RESPONDENT.fullmatch(folded) or folded in _NAMES
        if kinds.get(title) is QuestionType.OPEN and not private and _wordy(column) >= 2:
            yield title, column


def _answers(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Turn]:
    who = _respondents(header, rows)
    for question, column in _open_columns(header, rows):
        yield Turn(text=question, heading=True)
        for speaker, answer in zip(who, column, strict=True):
            if not is_blank(answer):
                yield turn(answer, speaker)


def _respondents(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """'Respondent 12' by an id column with a different value in every row, else by the row."""
    for i, column in enumerate(header):
        ids = [row[i] for row in rows]
        if _RESPONDENT.fullmatch(fold(column).strip()) and all(ids) and len(set(ids)) == len(ids):
            return [each if "respondent" in each.casefold() else f"Respondent {each}" for each in ids]
    return [f"Respondent {number}" for number in range(1, len(rows) + 1)]


def _rows(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Turn]:
    for row in rows:
        cells = (f"{column}: {cell}" for column, cell in zip(header, row, strict=True) if cell)
        yield turn("; ".join(cells))
