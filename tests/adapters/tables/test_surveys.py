"""The engine counts what `domain.surveys` counts, whatever the size of a batch."""

import csv
import io
from unittest.mock import patch

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icpbot.adapters.readers import files, tables
from icpbot.adapters.readers.encoding import decode
from icpbot.adapters.tables import source, surveys
from icpbot.adapters.tables.rewriting import Files
from icpbot.adapters.tables.surveys import PolarsSurveys
from icpbot.domain import openended
from icpbot.domain.errors import Rejected, UsageError
from icpbot.domain.questions import QuestionType
from icpbot.domain.surveys import analyse

FILES = Files(files.Files(), decode, tables.sheets)
TITLES = ["Respondent ID", "Do you ship?", "Tools", "Importance", "Would you recommend us?", "People", "Bought", "Q5 [E-mail]",
          "Q5 [Phone]", "What hurts?", "weight"]  # fmt: skip
TOOLS = st.lists(st.sampled_from(["SAP", "Excel (any, old)", "papír", "мессенджер", "纸"]), max_size=4)
ROW = st.tuples(
    st.sampled_from(["yes", "no", " No ", "maybe", "", "n/a", "nevím"]), TOOLS.map("; ".join),
    st.sampled_from(["1", "2", "5", ""]), st.sampled_from(["0", "7", "9", "10", "-"]),
    st.sampled_from(["12", "1 200", "3.5", "", "?"]), st.sampled_from(["2026-03-01 10:00", "2025-12-24", ""]),
    st.sampled_from(["1", "0", ""]), st.sampled_from(["1", "0", ""]),
    st.sampled_from(["Typing, by hand", 'He said "no"', "Přepisujeme to ručně", "line\nbreak", ""]),
    st.sampled_from(["1", "0.5", "2", "", "x"]),
)  # fmt: skip
SURVEYS = st.lists(ROW, min_size=3, max_size=40).map(
    lambda rows: [(str(n), *row) for n, row in enumerate(rows)]
)


def counted(rows, *, small, **asked):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([TITLES, *rows])
    return PolarsSurveys(FILES, small).counted("survey.csv", text.getvalue().encode(), **asked)


def defined(rows, **asked):
    cells = [[" ".join(cell.strip().split(" ")) for cell in row] for row in rows]
    return analyse(TITLES, [list(column) for column in zip(*cells, strict=True)], **asked)


def rounded(result):
    """Sums of floats depend on their order."""

    def near(value):
        if isinstance(value, float):
            return round(value, 9)
        if isinstance(value, dict):
            return {key: near(each) for key, each in value.items()}
        return [near(each) for each in value] if isinstance(value, list | tuple) else value

    return near(result.model_dump())


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    SURVEYS,
    st.sampled_from([None, "weight"]),
    st.sampled_from([None, "Do you ship?", "Tools", "Q5"]),
    st.booleans(),
)
def test_the_engine_counts_what_the_definition_counts(rows, weight, by, streamed):
    try:
        expected = rounded(defined(rows, by=by, weight=weight))
    except UsageError as error:
        with pytest.raises(UsageError, match=error.key):
            counted(rows, small=0 if streamed else 10**6, by=by, weight=weight)
        return
    with patch.object(source, "BATCH", 7):
        found = counted(rows, small=0 if streamed else 10**6, by=by, weight=weight)

    assert rounded(found) == expected


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(SURVEYS, st.sampled_from([None, "weight"]), st.integers(1, 8))
def test_the_same_respondents_are_drawn_whatever_the_size_of_a_batch(rows, weight, most):
    with patch.object(openended, "SAMPLED", most), patch.object(surveys, "SAMPLED", most):
        expected = [q.written for q in defined(rows, weight=weight).questions]
        with patch.object(source, "BATCH", 7):
            found = [q.written for q in counted(rows, small=0, weight=weight).questions]

    assert found == expected
    assert all(len(written) <= most for written in found)


def test_a_workbook_with_two_rows_of_titles_is_counted(tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["Respondent ID", "Which channels?", None, "Satisfied?"], [None, "E-mail", "Phone", "Response"],
        [1, "E-mail", None, 5], [2, "E-mail", "Phone", 4], [3, None, None, 5],
    ):  # fmt: skip
        book.active.append(row)
    path = tmp_path / "survey.xlsx"
    book.save(path)

    for small in (0, 10**6):
        found = {q.name: q for q in PolarsSurveys(FILES, small).counted("survey.xlsx", path).questions}
        channels = found["Which channels?"]
        assert channels.type is QuestionType.MULTI
        assert {v.value: v.n for v in channels.values} == {"E-mail": 2, "Phone": 1}
        assert (channels.answered, channels.missing) == (2, 1)
        assert found["Satisfied?"].type is QuestionType.SCALE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1250"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_encoding_and_delimiter_is_counted(encoding, delimiter):
    rows = [["Máte sklad?", "Země"], *[["áno", "Česko"], ["nie, žiadny", "Poľsko"]] * 20]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)

    found = PolarsSurveys(FILES, small=0).counted("survey.csv", text.getvalue().encode(encoding))

    assert {v.value: v.n for v in found.questions[1].values} == {"Česko": 20, "Poľsko": 20}


def test_what_is_no_table_is_refused():
    with pytest.raises(Rejected):
        PolarsSurveys(FILES).counted("survey.csv", b"only,titles\n")
