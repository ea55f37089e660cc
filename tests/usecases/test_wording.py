"""Bands as people read them in their own language, and as a form reads them back."""

import pytest

from icpbot.domain.profile import AnyOf, Range
from icpbot.domain.written import band_from
from icpbot.usecases.speaking import LANGUAGES
from icpbot.usecases.wording import band_shown, is_shown

SHOWN = [
    ("en", Range(min=1000, max=5000), "1,000–5,000"),
    ("pl", Range(min=1000, max=50000), "1\u00a0000–50\u00a0000"),
    ("cs", Range(min=1000, max=5000), "1\u00a0000–5\u00a0000"),
    ("uk", Range(min=1.5, unit="million", currency="EUR"), "≥ 1,5 million EUR"),
    ("zh", Range(max=20000), "≤ 20,000"),
    ("pl", True, "tak"),
    ("cs", False, "ne"),
    ("uk", (True, "SAP"), "так, SAP"),
    ("zh", AnyOf(contains=("SAP", "Excel")), "SAP, Excel"),
    ("en", None, "–"),
]


@pytest.mark.parametrize(("language", "band", "text"), SHOWN)
def test_numbers_and_yes_are_written_as_the_reader_writes_them(desk, language, band, text):
    assert band_shown(band, desk, language) == text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("attribute", "band"),
    [
        ("employees", Range(min=1000, max=50000)), ("employees", Range(min=1234567)), ("employees", Range(max=20)),
        ("revenue", Range(min=1_500_000, max=20_000_000, currency="EUR")), ("board_access", True),
        ("board_access", False),
    ],
)  # fmt: skip
def test_what_a_form_shows_is_read_back_the_same(desk, language, attribute, band):
    shown = band_shown(band, desk, language)

    assert is_shown(shown, band, desk)
    assert band_from(shown, desk.knowledge.catalogue().attribute(attribute)) == band
