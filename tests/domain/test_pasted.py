"""Facts that a pasted text states outright."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from icpbot.domain.pasted import facts_in

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def told(text, catalogue) -> dict[str, object]:
    return {f.attribute: f.value for f in facts_in(text, catalogue, recorded_at=NOW)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Kolos is a logistics company from Czechia with 180 employees.",
            {"industry": "Logistics", "country": "CZ", "employees": 180},
        ),
        ("Firma zatrudnia około 1 200 osób.", {"employees": 1200}),
        ("Zaměstnává 45 lidí.", {"employees": 45}),
        ("У компанії 300 працівників.", {"employees": 300}),
        ("公司约有1200名员工，位于波兰。", {"employees": 1200, "country": "PL"}),
        ("They ship to Poland and to Ukraine.", {}),
        ("Not in Germany any more.", {}),
        ("They run SAP and it works.", {"tech_stack": ("SAP S/4HANA",)}),
        ("", {}),
    ],
)
def test_only_what_a_text_says_outright_is_a_fact(catalogue, text, facts) -> None:
    assert told(text, catalogue) == facts


def test_a_fact_points_at_its_place_in_the_text(catalogue) -> None:
    text = "Kolos, founded long ago, has 180 employees."

    (fact,) = facts_in(text, catalogue, recorded_at=NOW)

    assert fact.citation.text == text[fact.citation.start : fact.citation.end] == "180 employees"
    assert (fact.origin, fact.recorded_at) == ("text", NOW)
