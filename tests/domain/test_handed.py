"""What people paste: tables of criteria, forwarded letters; bands as they are written."""

import pytest

from icpbot.domain.catalogue import Attribute, ValueType
from icpbot.domain.handed import criteria_rows, letter_in
from icpbot.domain.profile import AllOf, Range
from icpbot.domain.routing import Intent, rivals, route
from icpbot.domain.written import Unclear, band_from

NUMBER = Attribute(key="employees", type=ValueType.NUMBER, labels={"en": "Employees"})
MONEY = Attribute(key="revenue", type=ValueType.MONEY, labels={"en": "Revenue"})
YES_NO = Attribute(key="remote", type=ValueType.BOOLEAN, labels={"en": "Remote"})
SET = Attribute(key="stack", type=ValueType.SET, labels={"en": "Stack"})


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("50–500", Range(min=50, max=500)), ("50 - 500", Range(min=50, max=500)), ("≥ 2", Range(min=2)),
        ("≤ 20", Range(max=20)), ("50+", Range(min=50)), ("od 50", Range(min=50)), ("více než 100", Range(min=101)),
        ("до 20", Range(max=20)), ("至少50", Range(min=50)), ("1,000", Range(min=1000, max=1000)), ("", None), ("–", None),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text, band):
    assert band_from(text, NUMBER) == band


@pytest.mark.parametrize("text", ["dużo", "PL, CZ", "50, 60", "about that", "five or so", "很多"])
def test_what_is_no_number_is_not_guessed(text):
    with pytest.raises(Unclear):
        band_from(text, NUMBER)


def test_the_other_kinds_of_bands():
    assert band_from("1–5 million EUR", MONEY) == Range(min=1e6, max=5e6, currency="EUR")
    assert (band_from("tak", YES_NO), band_from("ne", YES_NO)) == (True, False)
    assert band_from("SAP + Salesforce", SET) == AllOf(all=("SAP", "Salesforce"))
    assert band_from("PL; CZ、SK", SET) == ("PL", "CZ", "SK")
    assert band_from("50–500", None) == Range(min=50, max=500)


@pytest.mark.parametrize(
    "text",
    [
        "Criterion\tIdeal\tAvoid\nEmployees\t50–500\t< 10",
        "| Kryterium | Idealnie | Unikać |\n|---|---|---|\n| Employees | 50–500 | < 10 |",
        "Kritérium;Ideální;Vyhnout se\nEmployees;50–500;< 10",
        "Критерій\tІдеально\tУникати\nEmployees\t50–500\t< 10",
        "属性|理想|避免\nEmployees|50–500|< 10",
    ],
)
def test_a_table_of_criteria_is_known_by_its_header(text):
    assert criteria_rows(text) == [{"attribute": "Employees", "ideal": "50–500", "avoid": "< 10"}]
    assert route(text, lambda _: ("ask", 0.9)).intent is Intent.CRITERIA


@pytest.mark.parametrize(
    "text",
    [
        "Kolos\tHarborline\nNova Post\tŻabka",
        "What is ideal?",
        "ideal | ok\n1 | 2",
        "Name\tEmployees\nKolos\t50",
    ],
)
def test_other_tables_are_not_taken_for_criteria(text):
    assert criteria_rows(text) is None


BODY = "we spend two hours every day on re-typing delivery notes and my team is tired of it"


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nFrom: Jana Veselá <jana@kolos.example>\nDate: 12 Mar 2026\nSubject: Notes\nTo: Rada",
        "Od: Jana\nTemat: Notatki\nData: 12.03.2026",
        "Od: Jana\nPředmět: Poznámky",
        "Від: Яна\nТема: Нотатки",
        "发件人：雅娜\n主题：记录",
        "> *From:* Jana\n> *Subject:* Notes",
    ],
)
def test_a_forwarded_letter_is_known_in_five_languages(head):
    letter = letter_in(f"{head}\n\n{BODY}")

    assert letter.startswith("From: ")
    assert letter.rstrip().endswith(BODY)
    assert route(f"{head}\n\n{BODY}", lambda _: ("ask", 0.9)).intent is Intent.LETTER


@pytest.mark.parametrize(
    "text", ["From: my point of view it is fine", "Subject: lunch\nwho comes?", "From: Jana\nSubject: hi\n\nshort",
             "What do they say?\nFrom: what I hear, nothing"]
)  # fmt: skip
def test_a_line_with_a_colon_is_no_letter(text):
    assert letter_in(text) is None


def test_two_readings_are_offered_only_when_they_are_near():
    assert rivals({"profile": 0.41, "draft": 0.39, "ask": 0.2}) == (Intent.PROFILE, Intent.DRAFT)
    assert rivals({"ask": 0.2, "count": 0.2, "draft": 0.39}) == (Intent.ASK, Intent.DRAFT)
    assert rivals({"ask": 0.7, "draft": 0.3}) == ()
    assert rivals({}) == ()
