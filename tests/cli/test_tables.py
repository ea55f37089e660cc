"""survey and customers on the command line."""

import csv
import io

import pytest


@pytest.fixture
def survey(tmp_path):
    path = tmp_path / "survey.csv"
    rows = [
        ["Respondent ID", "Size", "Do you ship?", "Q5 [E-mail]", "Q5 [Phone]", "waga"],
        *([str(n), ("small", "big")[n % 2], ("yes", "no")[n % 2], "1", str(n % 2), "1.5"] for n in range(40)),
    ]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def test_the_counts_stand_in_one_document(icpbot, survey):
    told = icpbot("survey", survey, "--by", "Size", "--weight", "waga", "--json").json

    assert (told["respondents"], told["unweighted"], told["weight"]) == (40, 0, "waga")
    questions = {q["name"]: q for q in told["questions"]}
    assert {q["type"] for q in questions.values()} == {"single", "multi"}
    assert questions["Q5"]["columns"] == ["Q5 [E-mail]", "Q5 [Phone]"]
    assert questions["Do you ship?"]["values"][0] == {
        "value": "no", "n": 20, "share": 0.5, "weighted": 30.0,
        "low": pytest.approx(0.352, abs=1e-3), "high": pytest.approx(0.648, abs=1e-3),
    }  # fmt: skip
    assert told["by"]["Size"]["Do you ship?"] == {"big": {"no": 20}, "small": {"yes": 20}}
    test = next(t for t in told["tests"] if t["question"] == "Do you ship?")
    assert (test["test"], test["n"], test["v"]) == ("chi-square", 40, 1.0)
    assert test["q"] >= test["p"]
    assert {"name": "Respondent ID", "type": "id"} in told["others"]


def test_people_read_counts_intervals_and_what_is_missing(icpbot, survey):
    told = icpbot("survey", survey, "--by", "Size").out

    assert "no 50% (35–65); yes 50% (35–65) (answered 40, missing 0)" in told
    assert "Differs by Size beyond chance: Do you ship?" in told


@pytest.mark.parametrize(
    ("name", "begins"), [("a.png", b"\x89PNG"), ("a.svg", b"<svg"), ("a.html", b"<!doctype html>")]
)
def test_a_chart_is_written_in_the_format_of_its_name(icpbot, survey, tmp_path, name, begins):
    done = icpbot("survey", survey, "--chart", tmp_path / name, "--question", "ship")

    assert done.code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_chart_of_another_format_and_a_column_that_is_not_there_are_refused(icpbot, survey, tmp_path):
    assert icpbot("survey", survey, "--chart", tmp_path / "a.gif").code == 2
    assert icpbot("survey", survey, "--by", "Nothing").code == 2
    assert icpbot("survey", survey, "--question", "nothing", "--chart", tmp_path / "a.png").code == 1
    assert icpbot("survey", tmp_path / "nowhere.csv").code == 2


def test_doubtful_names_are_shown_and_settled(icpbot, tmp_path):
    customers, deals = tmp_path / "customers.csv", tmp_path / "deals.csv"
    customers.write_text(
        "account,segment,lifetime_value\nKolos Logistik,Retail,1\nAlfa Trans,Retail,2\n", encoding="utf-8"
    )
    deals.write_text("company,status\nKolos,won\nAlfa Trans s.r.o.,lost\n", encoding="utf-8")

    told = icpbot("customers", "import", customers, "--deals", deals, "--json").json
    [joined] = told["joined"]
    assert (told["rows"], told["deals"], joined["joined"]) == (2, 2, 1)
    assert joined["doubtful"] == {"Kolos": ["Kolos Logistik"]}

    settled = icpbot(
        "customers", "import", customers, "--deals", deals, "--same", "Kolos=Kolos Logistik", "--json"
    ).json
    assert settled["joined"][0]["joined"] == 2


def test_a_table_of_won_and_lost_tells_what_the_won_have_in_common(icpbot, tmp_path):
    deals = tmp_path / "deals.csv"
    rows = "".join(
        f"D-{n},{'current' if n < 30 else 'new'},{'Won' if n < 30 else 'Lost'}\n" for n in range(60)
    )
    deals.write_text(f"deal,client,Status\n{rows}", encoding="utf-8")
    assert icpbot("customers", "import", deals, "--map", "account=deal").code == 0

    alone = icpbot("customers", "traits", "--json").json
    assert (alone["best"], alone["rest"]) == (30, 30)
    icpbot("customers", "best", "--where", "status=lost")
    lost = icpbot("customers", "traits", "--json").json

    assert [(t["value"], t["best_n"]) for t in alone["traits"] if t["verdict"] == "distinctive"] == [
        ("current", 30)
    ]
    assert [(t["value"], t["best_n"]) for t in lost["traits"] if t["verdict"] == "distinctive"] == [
        ("new", 30)
    ]
    assert icpbot("customers", "best", "--where", "status=undecided").code == 2
