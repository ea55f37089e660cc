"""Doubts about a customer table: all that is wrong is named, and nothing else."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.quality import Flaw, looked_over


@pytest.fixture
def doubts(catalogue):
    def find(**columns):
        meaning = {t: catalogue.metric(t) or catalogue.attribute(t) for t in columns if t != "account"}
        rows = len(next(iter(columns.values())))
        names = columns.pop("account", [f"Company number {n} x{n}" for n in range(rows)])
        found = looked_over({"account": names, **columns}, "account", meaning, catalogue=catalogue, year=2026)
        return {(d.flaw, d.column): d.examples for d in found}

    return find


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("Technology", "technolgy"), ("Technology", "Tehcnology"), ("Logistyka", "Logitsyka"),
        ("Výroba strojů", "Výrobba strojů"), ("Логістика", "Логістка"),
    ],
)  # fmt: skip
def test_a_rare_value_one_slip_from_a_common_one_is_a_slip(doubts, right, slip):
    found = doubts(segment=[right] * 9 + [slip, "Retail", "Retail"])

    assert found == {(Flaw.TYPOS, "segment"): (f"{slip} → {right}",)}


def test_a_slip_of_a_word_of_the_vocabulary_needs_no_common_value(doubts):
    assert doubts(country=["Polnd", "Czechia", "Ukraine"]) == {(Flaw.TYPOS, "country"): ("Polnd → Poland",)}


@pytest.mark.parametrize(
    "values", [["Depot 12"] * 9 + ["Depot 13"], ["Class A"] * 9 + ["Class B"], ["Retail"] * 5 + ["Detail"] * 4, ["PL"] * 9 + ["PT"]]
)  # fmt: skip
def test_values_that_only_look_alike_are_no_slips(doubts, values):
    assert doubts(segment=values) == {}


@pytest.mark.parametrize(
    ("column", "cell", "wrong"),
    [
        ("employees", "-5", True), ("employees", "120", False), ("revenue", "-1 mln EUR", True), ("growth_rate", "-20%", False),
        ("founded", "2050", True), ("founded", "19", True), ("founded", "1862", False), ("support_tickets", "-1", True),
        ("retention", "120%", True), ("retention", "98%", False), ("lifetime_value", "-300", False),
    ],
)  # fmt: skip
def test_numbers_that_cannot_be_are_named(doubts, column, cell, wrong):
    assert doubts(**{column: [cell]}) == ({(Flaw.IMPOSSIBLE, column): (cell,)} if wrong else {})


def test_words_among_numbers_are_named(doubts):
    assert doubts(employees=["120", "many", "", "n/a"]) == {(Flaw.UNREAD, "employees"): ("many",)}


def test_a_company_named_twice_and_one_named_nearly_so(doubts):
    found = doubts(
        account=[
            "Nova Trans",
            "Nova Trans s.r.o.",
            "Kolos Logistik",
            "Kolos Logistic",
            "远禾",
            "远禾有限公司",
        ]
    )

    assert found == {
        (Flaw.DUPLICATES, "account"): ("Nova Trans s.r.o.", "远禾有限公司"),
        (Flaw.ALIKE, "account"): ("Kolos Logistik – Kolos Logistic",),
    }


def test_the_sample_table_has_no_slip_and_nothing_impossible(catalogue, root):
    with (root / "knowledge/sample/customers/customers.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = {title: [row[title] for row in rows] for title in rows[0]}
    meaning = {t: catalogue.metric(t) or catalogue.attribute(t) for t in columns if t != "account"}

    assert looked_over(columns, "account", meaning, catalogue=catalogue, year=2026) == []


@given(st.lists(st.sampled_from(["Alpha", "Beta works", "Gamma"]), min_size=1, max_size=30))
def test_values_that_are_far_apart_are_never_doubted(catalogue, values):
    columns = {"account": [f"Firma {n} {n}" for n in range(len(values))], "segment": values}

    assert looked_over(columns, "account", {"segment": None}, catalogue=catalogue, year=2026) == []
