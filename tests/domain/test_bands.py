"""Whether a value lies in a band."""

from __future__ import annotations

import pytest

from icpbot.domain.bands import inside
from icpbot.domain.profile import AllOf, AnyOf, Range
from icpbot.domain.values import Amount, parse_value


@pytest.fixture(scope="module")
def lies(catalogue):
    def check(key, raw, band):
        attribute = catalogue.attribute(key)
        value = parse_value(attribute, raw) if isinstance(raw, str) else raw
        return inside(value, band, attribute=attribute, catalogue=catalogue)

    return check


@pytest.mark.parametrize(
    ("key", "raw", "band", "expected"),
    [
        ("country", "Polska", ("PL", "CZ"), True),
        ("country", "Poland", ("波兰",), True),
        ("country", "česko", ("PL", "CZ"), True),
        ("country", "Польща", ("EU",), True),
        ("country", "PL", ("CEE",), True),
        ("country", "Ukraine", ("EU",), False),
        ("country", "EU", ("PL",), False),
        ("country", "Atlantis", ("atlantis",), True),
        ("industry", "Road Freight", ("Logistics",), True),
        ("industry", "Logistics", ("Road Freight",), False),
        ("industry", "spedycja", ("logistika",), True),
        ("employees", "180", Range(min=50, max=500), True),
        ("employees", "50", Range(min=50, max=500), True),
        ("employees", "500", Range(min=50, max=500), True),
        ("employees", "501", Range(min=50, max=500), False),
        ("employees", "5", Range(max=10), True),
        ("employees", "1 200", Range(min=1, unit="thousand"), True),
        ("employees", "50", (50.0, 100.0), True),
        ("revenue", "20 mil. Kč", Range(min=10, max=30, unit="mil. Kč", currency="CZK"), True),
        ("revenue", "5 mil. Kč", Range(min=10, max=30, unit="million", currency="czk"), False),
        ("revenue", "5000000", Range(min=1, unit="million", currency="EUR"), True),
        ("board_access", "ano", True, True),
        ("board_access", "ne", True, False),
        ("board_access", "ne", False, True),
        ("board_access", "tak", ("yes",), True),
        ("board_access", "nie", ("yes",), False),
        ("tech_stack", "SAP; Excel", AnyOf(contains=("excel", "Dynamics")), True),
        ("tech_stack", "SAP", AnyOf(contains=("Excel",)), False),
        ("tech_stack", "SAP; Excel", AllOf(all=("Excel", "SAP")), True),
        ("tech_stack", "SAP", AllOf(all=("Excel", "SAP")), False),
        ("tech_stack", "SAP; Excel", ("Microsoft Excel",), True),
    ],
)
def test_a_value_lies_in_a_band_by_meaning_not_by_spelling(lies, key, raw, band, expected) -> None:
    assert lies(key, raw, band) is expected


@pytest.mark.parametrize(
    ("key", "value", "band"),
    [
        ("revenue", Amount(number=5e6, currency="EUR"), Range(min=1e6, currency="USD")),
        ("employees", "many", Range(min=50)),
        ("employees", True, Range(min=50)),
        ("board_access", "perhaps", True),
        ("board_access", True, ("Excel",)),
        ("a thing of ours", "2026-12-31", Range(min=1000)),
    ],
)
def test_what_cannot_be_compared_is_unknown_and_no_guess(lies, key, value, band) -> None:
    assert lies(key, value, band) is None


def test_an_amount_in_its_own_unit_is_scaled_before_it_is_compared(lies) -> None:
    assert lies("revenue", Amount(number=5, unit="million"), Range(min=4e6, max=6e6)) is True
