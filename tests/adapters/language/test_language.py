"""Language detection, masking and fuzzy names, on the short texts people type."""

import pytest

from icpbot.adapters.language.detect import LanguageDetector
from icpbot.adapters.language.fuzzy import FuzzyNames, align
from icpbot.adapters.language.masking import personal
from icpbot.domain.disguise import masked
from icpbot.domain.names import resolve


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Co je to ICP?", "cs"), ("Kdo rozhoduje?", "cs"), ("proč koupili", "cs"), ("Jaké pivo mají rádi?", "cs"),
        ("Co to jest ICP?", "pl"), ("Kto decyduje?", "pl"), ("ile to kosztuje", "pl"), ("co ich najbardziej boli", "pl"),
        ("Is price a problem?", "en"), ("What hurts CFOs", "en"), ("who signs?", "en"), ("help", "en"),
        ("Хто підписує?", "uk"), ("чому вони купили", "uk"), ("谁签字？", "zh"), ("他们的痛点是什么", "zh"),
        ("1 2 3", None), ("?", None),
    ],
)  # fmt: skip
def test_the_language_of_a_short_message(text, language):
    assert LanguageDetector()(text) == language


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("Write to jana@example.com today", "today", "jana@example.com"),
        ("zadzwoń: +48 601 234 567 rano", "rano", "601 234 567"),
        ("телефонуйте +380 44 123 45 67", "телефонуйте", "123 45 67"),
        ("电话 138 0013 8000", "电话", "138 0013 8000"),
        ("karta 4111 1111 1111 1111 proszę", "karta", "4111"),
        ("IBAN PL61 1090 1014 0000 0712 1981 2874", "IBAN", "1090 1014"),
    ],
)
def test_personal_details_are_masked(text, kept, gone):
    hidden = masked(text, personal)

    assert kept in hidden
    assert gone not in hidden


@pytest.mark.parametrize(
    "text", ["order 123456789 is late", "we have 12 000 parcels", "in 2026 we grew 40 %", "v2.0.1"]
)
def test_order_numbers_and_amounts_are_not_personal(text):
    assert masked(text, personal) == text


def test_two_near_names_are_put_to_the_person_never_guessed():
    names = ["Żabka Polska sp. z o.o.", "Żabka Nano", "Harborline Distribution", "Nova Post"]

    def found(asked):
        return resolve(asked, FuzzyNames().matches(asked, names))

    assert found("Zabka Polska").name == "Żabka Polska sp. z o.o."
    assert set(found("Żabka").candidates) == {"Żabka Polska sp. z o.o.", "Żabka Nano"}
    assert (found("harborline").name, found("harborline").candidates) == (None, ("Harborline Distribution",))
    assert found("Foo GmbH").name is None
    assert found("Foo GmbH").candidates == ()


def test_alignment_finds_where_a_misquote_was_taken_from():
    score, start, end = align("two hours evry day", "we lost two hours every day to it")

    assert score > 90
    assert "two hours every day".startswith("we lost two hours every day to it"[start:end][:12])
