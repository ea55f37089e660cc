"""Surveys: exact counts of a table of answers."""

from icpbot.domain.errors import UsageError
from icpbot.domain.surveys import QuestionResult, QuestionType, SurveyResult, analyse, cross
from icpbot.usecases.ports import Desk

Cross = dict[str, dict[str, dict[str, int]]]


def analyse_file(
    name: str, data: bytes, *, desk: Desk, by: str | None = None
) -> tuple[SurveyResult, Cross | None]:
    """Counts of every question, and a cross table of each closed one by a column."""
    header, rows = desk.reader.table(name, data)
    columns = [[row[i] if i < len(row) else "" for row in rows] for i in range(len(header))]
    result = analyse(header, columns)
    return result, _crossed(result, header, columns, by) if by else None


def _crossed(result: SurveyResult, header: list[str], columns: list[list[str]], by: str) -> Cross:
    if by not in header:
        raise UsageError("column-unknown", name=by)
    types = {q.name: q.type for q in result.questions}
    key = columns[header.index(by)]
    return {
        question.name: cross(key, columns[header.index(question.name)],
                             (types.get(by, QuestionType.SINGLE), question.type))
        for question in result.questions
        if question.type is not QuestionType.OPEN and question.name != by
    }  # fmt: skip


def closed(result: SurveyResult) -> list[QuestionResult]:
    return [q for q in result.questions if q.type is not QuestionType.OPEN]
