"""The titles of a table, however many rows they take."""

import pytest

from icpbot.domain.headings import headed
from icpbot.domain.questions import is_marked

SURVEYMONKEY = [
    [
        "Respondent ID",
        "Start Date",
        "Which channels do you use?",
        "",
        "",
        "How satisfied are you?",
        "What hurts?",
    ],
    ["", "", "E-mail", "Phone", "Other (please specify)", "Response", "Open-Ended Response"],
    ["118", "03/01/2026", "E-mail", "", "", "4", "Typing by hand"],
    ["119", "03/02/2026", "", "Phone", "pigeons", "5", ""],
    ["120", "03/02/2026", "E-mail", "Phone", "", "3", "Delays"],
]
QUALTRICS = [
    ["ResponseId", "Q1", "Q2_1", "Q2_2", "Q2_2_TEXT"],
    ["Response ID", "Do you ship? - Selected Choice", "Tools - SAP", "Tools - Other", "Tools - Other - Text"],
    ['{"ImportId":"_recordId"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2"}', '{"ImportId":"QID2"}', "x"],
    ["R_1", "Yes", "SAP", "", ""],
    ["R_2", "No", "", "Other", "Excel"],
]


def test_two_rows_of_a_survey_tool_become_one_title_for_each_column():
    titles, used = headed(SURVEYMONKEY)

    assert used == 2
    assert titles == [
        "Respondent ID", "Start Date", "Which channels do you use? [E-mail]", "Which channels do you use? [Phone]",
        "Which channels do you use? [Other (please specify)]", "How satisfied are you?", "What hurts?",
    ]  # fmt: skip


def test_of_three_rows_the_questions_are_taken():
    titles, used = headed(QUALTRICS)

    assert used == 3
    assert titles == ["Response ID", "Do you ship?", "Tools - SAP", "Tools - Other", "Tools - Other - Text"]


@pytest.mark.parametrize(
    "rows",
    [
        [["name", "age", "city"], ["Anna", "31", "Brno"], ["Jan", "", "Łódź"]],
        [["firma", "", "miasto"], ["Kolos", "31", "Brno"], ["Alfa", "12", "Lwów"]],
        [["公司", "员工", "城市"], ["", "120", "上海"], ["远禾", "80", "北京"]],
        [["Do you ship?", "Size"], ["yes", "small"], ["no", "big"]],
    ],
)
def test_a_plain_table_has_one_row_of_titles(rows):
    assert headed(rows) == (rows[0], 1)


def test_a_line_above_the_table_is_no_title():
    rows = [["Customers 2026", "", ""], ["name", "age", "city"], ["Anna", "31", "Brno"]]

    assert headed(rows) == (rows[1], 2)


def test_a_table_without_a_cell_has_no_titles():
    assert headed([]) == ([], 0)
    assert headed([["", ""]]) == ([], 0)


@pytest.mark.parametrize("cell", ["1", "yes", "Tak", "✓", "x", "是", "Checked", "SAP"])
def test_a_mark_says_that_an_option_was_chosen(cell):
    assert is_marked(cell)


@pytest.mark.parametrize("cell", ["0", "no", "Nie", "否", "FALSE", "Unchecked", "Not Selected", "", "-"])
def test_a_mark_may_say_that_it_was_not(cell):
    assert not is_marked(cell)
