"""Tables in Slack: a survey is counted and drawn, a customer table is looked over."""

import csv
import io

from icpbot.usecases.customers import best, import_table


def table(header, rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *rows])
    return text.getvalue().encode()


SURVEY = table(
    ["Respondent ID", "Do you ship abroad every week?", "What hurts you most in your work?"],
    [
        (
            str(n),
            ("yes", "no", "yes", "")[n % 4],
            f"Każdego dnia przepisujemy ręcznie kwit numer {n}, dwie godziny",
        )
        for n in range(40)
    ],
)


def said(office, where):
    return [m for m in office.slack.messages(where) if m.user == office.slack.bot.id]


def pictures(office, where):
    return [file for m in said(office, where) for file in m.files if file["name"].endswith(".png")]


def described(office):
    return [c.arguments["alt_txt"] for c in office.slack.calls() if c.method == "files.getUploadURLExternal"]


def test_a_dropped_survey_is_counted_and_drawn_once(office):
    office.people.upload("ana", "general", {"survey.csv": SURVEY})
    office.settled(60)

    [receipt, _picture] = said(office, "general")
    assert "yes 67% (49–81)" in receipt.text
    assert "odpowiedzi 30, braki 10" in receipt.text
    assert len(pictures(office, "general")) == 1
    [alt] = described(office)
    assert "yes 67%" in alt


def test_open_answers_become_insights_of_their_respondents(office):
    office.people.upload("ana", "general", {"survey.csv": SURVEY})
    office.settled(60)

    insights = office.desk.insights.insights(office.everything)
    assert insights
    assert {i.speaker for i in insights} <= {f"Respondent {n}" for n in range(40)}
    assert {i.account for i in insights} == {None}


def test_a_dropped_customer_table_says_how_it_was_read_and_what_is_doubtful(office):
    rows = [(f"Firma {n} x{n}", "Technology", 10 + n, 1000 * n) for n in range(9)]
    office.people.upload(
        "ana", "general",
        {"customers.csv": table(["account", "segment", "employees", "lifetime_value"], [*rows, ("Nova", "technolgy", -5, "")])},
    )  # fmt: skip
    office.settled()

    [receipt] = said(office, "general")
    for told in ("technolgy → Technology", "-5", "lifetime_value 1 (10%)", "employees = employees"):
        assert told in receipt.text


def test_what_sets_the_best_apart_is_answered_with_a_picture(office):
    rows = [(f"Firma {n} x{n}", "yes" if n >= 30 else "no", 1000 * n) for n in range(40)]
    import_table("c.csv", table(["account", "own_fleet", "lifetime_value"], rows), desk=office.desk)
    best(desk=office.desk)
    office.people.say("ana", None, "traits")
    office.settled()

    assert "Własna flota: tak" in office.direct("ana")[0].text
    [alt] = described(office)
    assert "Własna flota: tak: 10/10, 0/30" in alt


def test_where_nothing_sets_them_apart_no_picture_is_made(office):
    rows = [(f"Firma {n} x{n}", "yes" if n % 2 else "no", 1000 * n) for n in range(40)]
    import_table("c.csv", table(["account", "own_fleet", "lifetime_value"], rows), desk=office.desk)
    best(desk=office.desk)
    office.people.say("ana", None, "traits")
    office.settled()

    assert office.direct("ana")
    assert described(office) == []
