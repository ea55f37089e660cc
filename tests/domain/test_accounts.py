"""Which of several facts counts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from icpbot.domain.accounts import Fact, FactOrigin, account_id, conflicts, known

REP, CRM, TEXT, WEB, MODEL = (FactOrigin[o] for o in ("REP", "CRM", "TEXT", "WEB", "MODEL"))


def fact(value: float, origin: FactOrigin, day: date | None = None, recorded: datetime | None = None) -> Fact:
    return Fact(attribute="employees", value=value, origin=origin, date=day, recorded_at=recorded)


@pytest.mark.parametrize(
    "facts",
    list(
        permutations(
            [
                fact(1.0, REP, date(2020, 1, 1)),
                fact(2.0, CRM, date(2026, 1, 1)),
                fact(3.0, TEXT, date(2026, 2, 1)),
                fact(4.0, MODEL, date(2026, 3, 1)),
            ]
        )
    ),
)
def test_a_persons_correction_beats_a_table_and_a_table_a_text_in_any_order(facts) -> None:
    assert known(facts)["employees"].value == 1.0
    assert known([f for f in facts if f.origin is not REP])["employees"].value == 2.0
    assert known([f for f in facts if f.origin in {TEXT, MODEL}])["employees"].value == 3.0


def test_what_a_model_remembers_never_counts() -> None:
    assert known([fact(4.0, MODEL)]) == {}


def test_within_one_origin_the_latest_counts() -> None:
    old, new = fact(1.0, CRM, date(2025, 1, 1)), fact(2.0, CRM, date(2026, 1, 1))

    assert known([old, new]) == known([new, old]) == {"employees": new}


def test_a_correction_told_today_beats_one_dated_last_year() -> None:
    dated = fact(1.0, REP, date(2025, 6, 1), datetime(2025, 6, 1, tzinfo=UTC))
    told = fact(2.0, REP, recorded=datetime(2026, 5, 1, tzinfo=UTC))

    assert known([dated, told])["employees"] == known([told, dated])["employees"] == told


def test_each_attribute_has_its_own_fact() -> None:
    other = Fact(attribute="country", value="PL", origin=WEB)

    assert known([fact(1.0, CRM), other]) == {"employees": fact(1.0, CRM), "country": other}


def test_two_companies_of_one_name_and_different_legal_forms_are_two_accounts() -> None:
    first = account_id("w", "Foo GmbH")
    taken = {first: "Foo GmbH"}

    assert account_id("w", "Foo AG", taken) != first
    assert {account_id("w", name, taken) for name in ("Foo", "FOO GmbH", "Foo Ltd")} == {first}
    assert account_id("w", "Foo AG", {**taken, account_id("w", "Foo AG", taken): "Foo AG"}) == account_id(
        "w", "Foo AG", taken
    )


def test_among_comparable_origins_the_latest_counts_and_a_rep_until_a_newer_rep() -> None:
    table, researched = fact(1.0, CRM, date(2024, 1, 1)), fact(2.0, FactOrigin.RESEARCH, date(2026, 1, 1))
    told, corrected = fact(3.0, REP, date(2023, 1, 1)), fact(4.0, REP, date(2025, 1, 1))

    assert known([researched, table])["employees"].value == 2.0
    assert known([told, researched, table])["employees"].value == 3.0
    assert known([corrected, told, researched])["employees"].value == 4.0


def test_a_conflict_names_every_fact_that_says_otherwise_but_never_a_models() -> None:
    facts = [
        fact(90.0, TEXT, date(2026, 5, 1)),
        fact(180.0, CRM),
        fact(180.0, WEB),
        fact(7.0, MODEL),
        fact(95.0, REP),
    ]

    found = conflicts(facts)

    assert [f.value for f in found["employees"]] == [180.0, 90.0, 180.0]
    assert conflicts([fact(180.0, CRM), fact(180.0, WEB), fact(7.0, MODEL)]) == {}


def test_case_and_order_make_no_conflict() -> None:
    def tools(*names: str) -> Fact:
        return Fact(attribute="tech_stack", value=names, origin=CRM)

    assert conflicts([tools("SAP", "Excel"), tools("excel", "sap")]) == {}
