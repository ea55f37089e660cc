"""Survey counts are exact."""

from __future__ import annotations

import csv
import random
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from icpbot.domain.errors import UsageError
from icpbot.domain.surveys import AnswerCount, QuestionResult, QuestionType, analyse

SINGLE, MULTI, SCALE, NUMBER, OPEN, NPS, DATE = QuestionType
BLANK = ["", "-", "–", "?", "n/a", "na", "#n/a", "null", "nan"]
REAL = Path(__file__).parents[3] / "shared/data/survey"


def result(name: str, answers: list[str]) -> QuestionResult:
    [found] = analyse([name], [answers]).questions
    return found


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
        ("How important is it?", ["1 – Not at all", "2 – A little", "3 – Very", "2 – A little"] * 4, SCALE),
        ("Jak oceniasz obsługę?", ["1 (źle)", "2 (średnio)", "3 (dobrze)"] * 4, SCALE),
        ("推荐给同事的可能性", ["0 - 不可能", "9 - 很可能", "10 - 一定", "7 - 也许"] * 4, NPS),
        ("When did you buy?", ["2026-03-01", "2026-04-12"] * 4, DATE),
        ("Kdy jste koupili?", ["1. 3. 2026", "12.4.2026"] * 4, DATE),
        ("什么时候购买？", ["2026年3月1日", "2026年4月12日"] * 4, DATE),
        ("您用什么工具？", ["金蝶、Excel", "Excel", "金蝶、EDI、Excel", "EDI"] * 4, MULTI),
        (
            "What else?",
            ["Give back", "Educate students", "Be greater here", "Our own way", "Learn from it"],
            OPEN,
        ),
        (
            "Which role?",
            ["IT management, including CIO, CTO"] * 9 + ["Developer"] * 9 + ["Other"] * 3,
            SINGLE,
        ),
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


def test_none_and_i_do_not_know_are_answers() -> None:
    answers = ["None", "SAP", "nevím", "unknown", "SAP", ""]

    assert tally(result("Which ERP do you use?", answers)) == {"SAP": 2, "None": 1, "nevím": 1, "unknown": 1}


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


@given(st.lists(st.sampled_from(["yes", "no", "maybe", ""]), min_size=1, max_size=80).filter(any))
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
    assert -100 <= found.nps_low <= found.nps <= found.nps_high <= 100


def test_ids_names_and_blank_columns_are_no_questions() -> None:
    names = ["Respondent ID", "E-mail", "Unnamed: 4", "empty", "Do you use SAP?"]
    columns = [["1", "2"], ["a@b", "c@d"], ["x", "y"], ["", ""], ["yes", "no"]]

    found = analyse(names, columns)

    assert [q.name for q in found.questions] == ["Do you use SAP?"]
    assert {o.name: o.type for o in found.others} == {
        "Respondent ID": "id", "E-mail": "private", "Unnamed: 4": "id", "empty": "empty",
    }  # fmt: skip
    assert found.respondents == 2
    assert analyse([], []).respondents == 0


@pytest.mark.parametrize(
    ("answers", "first", "last"),
    [
        (["1.3.2026", "12.4.2026", ""], "2026-03-01", "2026-04-12"),
        (["3/31/2026 10:15:00", "1/2/2026 9:00:00"], "2026-01-02", "2026-03-31"),
        (["2026-03-01T10:00:00Z", "2025-12-24T10:00:00Z"], "2025-12-24", "2026-03-01"),
        (["1/2/2026", "3/4/2026"], None, None),
    ],
)
def test_dates_tell_their_span_unless_day_and_month_cannot_be_told_apart(answers, first, last) -> None:
    found = result("Submitted", answers)

    assert found.type is DATE
    assert (str(found.first), str(found.last)) == (str(first), str(last))


SPREAD = [
    ["Q5 [E-mail]", "Q5 [Telefon]", "Q5 [Inne]"], ["Q5: E-mail", "Q5: Telefon", "Q5: Inne"],
    ["Q5 - E-mail", "Q5 - Telefon", "Q5 - Inne"], ["Q5/E-mail", "Q5/Telefon", "Q5/Inne"],
]  # fmt: skip


@pytest.mark.parametrize("titles", SPREAD)
@pytest.mark.parametrize(
    "marks",
    [("1", "0"), ("Yes", "No"), ("TRUE", "FALSE"), ("x", ""), ("Checked", "Unchecked"), ("Tak", "Nie")],
)
def test_a_multi_select_with_a_column_for_each_option_is_one_question(titles, marks) -> None:
    yes, no = marks
    columns = [[yes, yes, no, ""], [no, yes, no, ""], [no, no, no, ""]]

    found = analyse(titles, columns)

    [question] = found.questions
    answered = 3 if no else 2
    assert (question.name, question.type, question.columns) == ("Q5", MULTI, tuple(titles))
    assert tally(question) == {"E-mail": 2, "Telefon": 1, "Inne": 0}
    assert (question.answered, question.missing) == (answered, 4 - answered)


def test_an_option_may_be_written_out_in_its_own_column() -> None:
    titles = ["q5_1", "q5_2", "Q6 [SAP]", "Q6 [Excel]", "Q6 [other, please specify]"]
    columns = [
        ["E-mail", "", "E-mail"], ["Phone", "Phone", ""], ["SAP", "", ""], ["Excel", "Excel", ""],
        ["our own sheet of paper", "", ""],
    ]  # fmt: skip

    found = {q.name: q for q in analyse(titles, columns).questions}

    assert tally(found["q5"]) == {"E-mail": 2, "Phone": 2}
    assert tally(found["Q6"]) == {"Excel": 2, "SAP": 1}
    assert found["Q6"].answered == 2
    assert "Q6 [other, please specify]" in found


def test_a_grid_of_ratings_stays_a_question_for_each_row() -> None:
    titles = ["Rate us [Support]", "Rate us [Price]"]

    found = analyse(titles, [["5", "4", "3"] * 4, ["1", "2", "1"] * 4])

    assert [(q.name, q.type) for q in found.questions] == [(title, SCALE) for title in titles]


def test_a_cross_table_counts_pairs_of_answers() -> None:
    sizes = ["small", "big", "small", "", "big", "small"]
    tools = ["SAP; Excel", "Excel", "Excel", "SAP", "SAP; Excel", ""]

    found = analyse(["Size", "Tools"], [sizes, tools], by="Size").crossed

    assert found.tables == {"Tools": {"big": {"Excel": 2, "SAP": 1}, "small": {"Excel": 2, "SAP": 1}}}
    assert found.bases == {"Tools": {"big": 2, "small": 2}}


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(["yes", "no", "maybe"])), min_size=12, max_size=90
    )
)
def test_a_cross_table_is_tested_like_scipy_does(pairs) -> None:
    groups, answers = ([pair[i] for pair in pairs] for i in (0, 1))
    table = pd.crosstab(pd.Series(groups), pd.Series(answers))

    tests = analyse(["Group", "Do you?"], [groups, answers], by="Group").crossed.tests

    if min(table.shape) < 2:
        assert tests == ()
        return
    [test] = tests
    if test.result.test == "fisher":
        assert test.result.p == pytest.approx(stats.fisher_exact(table)[1], abs=1e-9)
        return
    chi2, p, df, expected = stats.chi2_contingency(table, correction=False)
    assert (test.result.statistic, test.result.p) == pytest.approx((chi2, p), abs=1e-9)
    assert test.result.df == df
    assert test.result.v == pytest.approx(stats.contingency.association(table), abs=1e-9)
    assert test.result.small == (expected.min() < 1 or (expected < 5).mean() > 0.2)


def test_options_of_a_multi_select_are_tested_one_by_one() -> None:
    groups = ["a"] * 40 + ["b"] * 40
    tools = ["SAP; Excel"] * 30 + ["Excel"] * 10 + ["Excel; EDI"] * 38 + ["SAP"] * 2

    tests = {t.value: t for t in analyse(["G", "T"], [groups, tools], by="G").crossed.tests}

    assert set(tests) == {"SAP", "Excel", "EDI"}
    assert tests["SAP"].result.p == pytest.approx(
        stats.chi2_contingency([[30, 10], [2, 38]], correction=False)[1]
    )
    assert all(t.q >= t.result.p for t in tests.values())


def test_answers_that_have_nothing_to_do_with_the_group_hardly_ever_seem_to() -> None:
    alarms = 0
    for seed in range(60):
        chance = random.Random(seed)
        columns = [[chance.choice("abcd") for _ in range(120)] for _ in range(8)]
        found = analyse([f"Q{i}" for i in range(8)], columns, by="Q0").crossed
        alarms += any(t.q < 0.05 for t in found.tests)

    assert alarms <= 7  # 3 of 60 are to be expected; beyond 7 lies less than 1.5 %


@given(
    st.lists(
        st.tuples(st.sampled_from(["yes", "no", ""]), st.sampled_from([0.5, 1.0, 2.5])),
        min_size=4,
        max_size=60,
    )
)
def test_weights_change_shares_and_leave_counts_alone(pairs) -> None:
    answers, weights = ([pair[i] for pair in pairs] for i in (0, 1))
    told = [(a, w) for a, w in pairs if a]
    if not told:
        return
    columns = [answers, [str(w) for w in weights]]

    [found] = analyse(["Do you?", "weight"], columns, weight="weight").questions

    total = sum(w for _, w in told)
    for count in counts(found):
        assert count.n == sum(a == count.value for a, _ in told)
        assert count.share == pytest.approx(sum(w for a, w in told if a == count.value) / total)
        assert count.low <= count.share + 1e-9 <= count.high + 2e-9
    assert found.effective == pytest.approx(total**2 / sum(w * w for _, w in told))
    assert found.effective <= found.answered + 1e-9


def test_equal_weights_are_no_weights() -> None:
    answers = ["yes"] * 7 + ["no"] * 5

    plain = result("Do you?", answers)
    [weighted] = analyse(["Do you?", "w"], [answers, ["2"] * 12], weight="w").questions

    for one, other in zip(counts(plain), counts(weighted), strict=True):
        assert (one.value, one.n) == (other.value, other.n)
        assert (one.share, one.low, one.high) == pytest.approx((other.share, other.low, other.high))


def test_who_has_no_weight_is_left_out_and_counted() -> None:
    found = analyse(["Do you?", "w"], [["yes", "no", "no", "no"], ["1", "", "-2", "x"]], weight="w")

    assert (found.respondents, found.unweighted, found.questions[0].answered) == (4, 3, 1)


def test_columns_that_are_not_there_and_groups_without_end_are_refused() -> None:
    columns = [[str(n) + "x" for n in range(60)], ["yes", "no"] * 30]

    with pytest.raises(UsageError, match="column-unknown"):
        analyse(["a", "b"], columns, weight="c")
    with pytest.raises(UsageError, match="column-unknown"):
        analyse(["a", "b"], columns, by="c")
    with pytest.raises(UsageError, match="survey-groups"):
        analyse(["a", "b"], columns, by="a")


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
        blank = told.str.lower().isin(BLANK)
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
            expected = told[~told.str.lower().isin(BLANK)].str.split(joined).explode().str.strip()
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
