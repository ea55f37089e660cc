"""Values read from what people type and tables hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.accounts import Fact, FactOrigin
from icpbot.domain.values import (
    Amount,
    is_blank,
    parse_amount,
    parse_boolean,
    parse_number,
    parse_value,
    scale_of,
    shown,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("180", 180),
        ("-5", -5),
        ("1 234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1\u202f234", 1234),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1'234", 1234),
        ("1.234", 1234),
        ("1,234,567", 1234567),
        ("0.125", 0.125),
        ("3,5", 3.5),
        ("51-200", 125.5),
        ("51 – 200 employees", 125.5),
        ("od 50 do 100", 75),
        ("5-10 million", 7.5e6),
        ("$10M-$50M", 30e6),
        ("500k – 2m", 1.25e6),
        ("50+", 50),
        ("~50 people", 50),
        ("2.5k", 2500),
        ("20 tysięcy", 20_000),
        ("5 tisíc", 5000),
        ("10 тисяч", 10_000),
        ("5 мільйонів", 5e6),
        ("3 miliardy", 3e9),
        ("5000万", 5e7),
        ("5千万元", 5e7),
        ("2亿", 2e8),
    ],
)
def test_numbers_are_read_in_the_notations_of_five_languages(text, number) -> None:
    assert parse_number(text) == pytest.approx(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "2026-12-31",
        "12.03.2015",
        "01-02-2015",
        "1/2/2015",
        "since 3. 5. 2019",
        "200-51",
        "1.2.3",
        "9" * 400,
    ],
)
def test_what_is_no_single_number_is_not_guessed(text) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "number", "currency"),
    [
        ("20 mil. Kč", 20e6, "CZK"),
        ("1,5 mln zł", 1.5e6, "PLN"),
        ("€1.5m", 1.5e6, "EUR"),
        ("1.5MEUR", 1.5e6, "EUR"),
        ("US$ 5 bn", 5e9, "USD"),
        ("5 млн грн", 5e6, "UAH"),
        ("5000万元", 5e7, "CNY"),
        ("1 500 000 korun", 1.5e6, "CZK"),
        ("250 000", 250_000, None),
    ],
)
def test_money_keeps_its_scale_and_currency(text, number, currency) -> None:
    amount = parse_amount(text)

    assert (amount.number, amount.currency) == (pytest.approx(number), currency)


def test_a_span_of_money_is_not_one_amount() -> None:
    assert parse_amount("20–30 mil. Kč") is None


@pytest.mark.parametrize("word", ["yes", "TRUE", "Tak", "ano", "Так", "да", "是", "有", "1", "x"])
def test_yes_is_understood_in_five_languages(word) -> None:
    assert parse_boolean(word) is True


@pytest.mark.parametrize("word", ["no", "False", "Nie", "ne", "Ні", "нет", "否", "没有", "0", "fałsz"])
def test_no_is_understood_in_five_languages(word) -> None:
    assert parse_boolean(word) is False


@pytest.mark.parametrize("word", ["maybe", "chyba", "50", ""])
def test_neither_yes_nor_no_is_neither(word) -> None:
    assert parse_boolean(word) is None


@pytest.mark.parametrize(
    "cell", ["", "  ", "-", "–", "?", "N/A", "brak", "nevím", "не знаю", "Невідомо", "未知", "NaN"]
)
def test_a_cell_that_says_nothing_has_no_value(catalogue, cell) -> None:
    assert is_blank(cell)
    for key in ("employees", "country", "tech_stack", "board_access", "revenue", "nobody_knows_this"):
        assert parse_value(catalogue.attribute(key), cell) is None


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [
        ("employees", "180", 180.0),
        ("board_access", "ano", True),
        ("board_access", "0", False),
        ("revenue", "5 mil. Kč", Amount(number=5e6, currency="CZK")),
        ("tech_stack", "SAP; Excel ;", ("SAP", "Excel")),
        ("tech_stack", "SAP, Excel", ("SAP", "Excel")),
        ("tech_stack", "金蝶、用友", ("金蝶", "用友")),
        ("country", " Polska ", "Polska"),
        ("no such column", "12", 12.0),
        ("no such column", "yes", True),
        ("no such column", "1", 1.0),
        ("no such column", "a;b", ("a", "b")),
        ("no such column", "Building 7", "Building 7"),
        ("no such column", "1.2.3", "1.2.3"),
    ],
)
def test_a_cell_is_read_as_its_attribute_says_or_as_it_looks(catalogue, key, raw, value) -> None:
    parsed = parse_value(catalogue.attribute(key), raw)

    assert parsed == value
    assert type(parsed) is type(value)


@pytest.mark.parametrize(
    ("unit", "scale"),
    [(None, 1), ("people", 1), ("million", 1e6), ("mil. Kč", 1e6), ("tys.", 1e3), ("万元", 1e4)],
)
def test_a_unit_scales_a_band(unit, scale) -> None:
    assert scale_of(unit) == scale


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_whole_number_survives_any_grouping_of_its_thousands(number) -> None:
    for written in (
        f"{number}",
        f"{number:,}",
        f"{number:,}".replace(",", " "),
        f"{number:,}".replace(",", "'"),
    ):
        assert parse_number(written) == number


@given(st.text(max_size=30))
def test_reading_never_fails_and_never_yields_an_infinite_number(raw) -> None:
    for value in (parse_value(None, raw), parse_number(raw), parse_amount(raw)):
        number = value.number if isinstance(value, Amount) else value if isinstance(value, float) else 0.0
        assert abs(number) < float("inf")
        shown(value)


@pytest.mark.parametrize(
    "value", [True, 1.0, 180.0, "1", "yes", ("SAP",), Amount(number=5.0, currency="EUR")]
)
def test_a_value_keeps_its_type_when_it_is_stored_and_loaded(value) -> None:
    fact = Fact(attribute="a", value=value, origin=FactOrigin.CRM)

    loaded = Fact.model_validate_json(fact.model_dump_json()).value

    assert loaded == value
    assert type(loaded) is type(value)
