"""Survey counts are exact."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from icpbot.domain.surveys import (
    AnswerCount,
    QuestionResult,
    QuestionType,
    analyse,
    cross,
    net_promoter,
    result,
)

SINGLE, MULTI, SCALE, NUMBER, OPEN, NPS = QuestionType
REAL = Path(__file__).parents[3] / "shared/data/survey"


def counts(question: QuestionResult) -> tuple[AnswerCount, ...]:
    return question.values  # noqa: PD011 - no data frame


def tally(question: QuestionResult) -> dict[str, int]:
    return {count.value: count.n for count in counts(question)}


@pytest.mark.parametrize(
    ("name", "answers", "kind"),
    [
        ("Do you use SAP?", ["yes"] * 9 + ["no"] * 5, SINGLE),
        ("Company size", ["1-50", "51-200", "201-1000", "51-200"] * 5, SINGLE),
        ("Company size", ["10,000+", "1-50", "1-50"] * 5, SINGLE),
        ("Tools", ["SAP; Excel", "Excel", "SAP; EDI; Excel", "EDI"] * 4, MULTI),
        ("Tools", ["SAP, Excel", "Excel", "SAP, EDI", "EDI"] * 4, MULTI),
        ("Tools", ["SAP;Excel", "Excel", "SAP;EDI", "EDI"] * 4, MULTI),
        ("How satisfied are you?", ["1", "5", "3", "4", "2"] * 4, SCALE),
        ("How likely would you recommend us?", ["0", "9", "10", "7"] * 4, NPS),
        ("Jak pravděpodobně nás doporučíte?", ["0", "9", "10", "7"] * 4, NPS),
        ("您会推荐我们吗", ["0", "9", "10", "7"] * 4, NPS),
        ("How many people work for you?", ["12", "1 200", "45", "300"] * 4, NUMBER),
        ("What hurts you most?", [f"We re-type note number {i} by hand every day" for i in range(40)], OPEN),
    ],
)
def test_the_answers_tell_what_kind_of_question_it_was(name, answers, kind) -> None:
    assert result(name, answers).type is kind


def test_an_option_with_a_comma_in_brackets_stays_one_option() -> None:
    answers = ["Collector (core, contrib), Rules", "Rules", "Rules, Nothing, it goes on"] * 4 + [
        "Collector (core, contrib)"
    ] * 3

    found = result("What do you use?", answers)

    assert found.type is MULTI
    assert tally(found) == {"Rules": 12, "Collector (core, contrib)": 7, "Nothing, it goes on": 4}


def test_options_in_lower_case_that_stand_anywhere_are_options() -> None:
    answers = ["sap, excel", "excel", "excel, sap", "edi, excel", "sap, edi"] * 3

    assert tally(result("Tools", answers)) == {"excel": 12, "sap": 9, "edi": 6}


def test_what_one_person_wrote_in_does_not_take_an_option_from_its_count() -> None:
    answers = ["SAP, Excel", "Excel", "SAP", "Excel, SAP"] * 4 + ["SAP, napkins"]

    assert tally(result("Tools", answers)) == {"SAP": 13, "Excel": 12, "napkins": 1}


def test_a_comma_inside_an_answer_does_not_make_a_list_of_it() -> None:
    answers = ["Yes"] * 9 + ["Yes, but only abroad"] * 6 + ["No, never"] * 5

    found = result("Do you ship?", answers)

    assert tally(found) == {"Yes": 9, "Yes, but only abroad": 6, "No, never": 5}


def test_blank_answers_are_missing_and_not_counted() -> None:
    found = result("Do you use SAP?", ["yes", "", "no", "n/a", "yes", "-"])

    assert (found.answered, found.missing) == (3, 3)
    assert [(v.value, v.n, v.share) for v in counts(found)] == [("yes", 2, 2 / 3), ("no", 1, 1 / 3)]


OPTIONS = ["SAP", "Excel", "paper", "EDI"]


@given(
    st.lists(st.lists(st.sampled_from(OPTIONS), max_size=4), min_size=8, max_size=60),
    st.sampled_from(["; ", ";", ", ", " | "]),
)
def test_each_choice_of_a_multi_select_is_counted_once_per_respondent(picked, separator) -> None:
    cells = [separator.join(choices) for choices in picked] + OPTIONS * 4 + [separator.join(OPTIONS[:2])] * 9

    found = result("Which tools?", cells)

    expected = Counter(option for cell in cells for option in set(cell.split(separator)) if option)
    answered = sum(bool(cell) for cell in cells)
    assert found.type is MULTI
    assert tally(found) == dict(expected)
    assert all(v.share == v.n / answered for v in counts(found))


@given(st.lists(st.sampled_from(["yes", "no", "maybe", ""]), min_size=1, max_size=80))
def test_counts_of_a_closed_question_are_exact_and_most_first(cells) -> None:
    found = result("Do you?", cells)

    answered = [cell for cell in cells if cell]
    assert (found.answered, found.missing) == (len(answered), len(cells) - len(answered))
    assert tally(found) == dict(Counter(answered))
    assert [v.n for v in counts(found)] == sorted((v.n for v in counts(found)), reverse=True)
    for value in counts(found):
        interval = stats.binomtest(value.n, len(answered)).proportion_ci(method="wilson")
        assert (value.low, value.high) == pytest.approx((interval.low, interval.high), abs=1e-9)


@given(st.lists(st.integers(0, 10), min_size=1, max_size=60))
def test_the_net_promoter_score_is_promoters_less_detractors(scores) -> None:
    promoters, detractors = sum(s in {9, 10} for s in scores), sum(s in set(range(7)) for s in scores)

    found = result("Would you recommend us?", [str(s) for s in scores])

    assert found.type is NPS
    assert found.nps == pytest.approx(100 * (promoters - detractors) / len(scores))
    assert found.mean == pytest.approx(sum(scores) / len(scores))
    assert net_promoter([]) is None


def test_ids_dates_and_blank_columns_are_no_questions() -> None:
    names = ["Respondent ID", "Timestamp", "E-mail", "Datum", "Unnamed: 4", "empty", "Do you use SAP?"]
    columns = [
        ["1", "2"],
        ["2026", "2027"],
        ["a@b", "c@d"],
        ["1.1.2026", "2.1.2026"],
        ["x", "y"],
        ["", ""],
        ["yes", "no"],
    ]

    found = analyse(names, columns)

    assert [q.name for q in found.questions] == ["Do you use SAP?"]
    assert found.respondents == 2
    assert analyse([], []).respondents == 0


def test_a_cross_table_counts_pairs_of_answers() -> None:
    sizes = ["small", "big", "small", "", "big", "small"]
    tools = ["SAP; Excel", "Excel", "Excel", "SAP", "SAP; Excel", ""]

    table = cross(sizes, tools, (SINGLE, MULTI))

    assert table == {"big": {"Excel": 2, "SAP": 1}, "small": {"Excel": 2, "SAP": 1}}


@pytest.fixture(
    scope="module", params=["ospo2021.csv", "otel_collector.csv", "otel_prom2026.csv", "jupyter2015.csv"]
)
def survey(request) -> tuple[list[str], list[list[str]], pd.DataFrame]:
    path = REAL / request.param
    if not path.exists():
        pytest.skip(f"the survey {path} is not on this machine")
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    columns = [[row[i] if i < len(row) else "" for row in rows] for i in range(len(header))]
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig", header=None, skiprows=1)
    return header, columns, frame


def test_closed_questions_of_real_surveys_are_counted_like_pandas(survey) -> None:
    header, columns, frame = survey

    found = {q.name: q for q in analyse(header, columns).questions}

    closed = 0
    for index, name in enumerate(header):
        question = found.get(name)
        if question is None or question.type not in {SINGLE, SCALE, NPS} or header.count(name) > 1:
            continue
        told = frame[index].str.strip()
        blank = told.str.lower().isin(
            ["", "-", "n/a", "na", "none", "null", "unknown", "nan", "?", "–", "brak"]
        )
        assert tally(question) == told[~blank].value_counts().to_dict(), name
        closed += 1
    assert closed or all(q.type in {OPEN, MULTI, NUMBER} for q in found.values())


def test_multi_selects_of_real_surveys_are_counted_like_pandas(survey) -> None:
    header, columns, frame = survey

    for question in analyse(header, columns).questions:
        if question.type is MULTI and header.count(question.name) == 1:
            told = frame[header.index(question.name)].str.strip()
            separators = [s for s in ("; ", ";", " | ", ", ") if told.str.contains(s, regex=False).sum() > 1]
            joined = separators[0]
            if any(joined in count.value for count in counts(question)):
                continue  # an option that holds the separator: below
            expected = told[told != ""].str.split(joined).explode().str.strip()
            independent = (
                expected[expected != ""].groupby(level=0).unique().explode().value_counts().to_dict()
            )
            assert tally(question) == independent, question.name


def test_no_but_planning_one_is_an_answer_of_its_own_in_a_real_survey() -> None:
    path = REAL / "ospo2021.csv"
    if not path.exists():
        pytest.skip(f"the survey {path} is not on this machine")
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    name = next(column for column in frame.columns if column.startswith("Q6 "))

    found = result(name, list(frame[name]))

    assert found.type is SINGLE
    assert tally(found) == frame[name][frame[name] != ""].value_counts().to_dict()
