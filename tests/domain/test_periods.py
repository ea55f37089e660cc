"""The time a question names, in five languages; and words that only look like a time."""

from datetime import date

import pytest

from icpbot.domain.periods import Period, period_in

TODAY = date(2026, 11, 22)  # a Sunday


def span(first: str | None, last: str | None) -> Period:
    return Period(since=first and date.fromisoformat(first), until=last and date.fromisoformat(last))


NAMED = {
    "What did they say about price in March 2026?": ("2026-03-01", "2026-03-31"),
    "Which objections came up since October?": ("2026-10-01", None),
    "What changed since December?": ("2025-12-01", None),
    "pains in Q1 2026": ("2026-01-01", "2026-03-31"),
    "pains before 2026": (None, "2025-12-31"),
    "pains after March": ("2026-04-01", None),
    "who complained last month": ("2026-10-01", "2026-10-31"),
    "who complained in the last 3 months": ("2026-08-22", "2026-11-22"),
    "anything new this year?": ("2026-01-01", "2026-12-31"),
    "what came up last week": ("2026-11-09", "2026-11-15"),
    "what came up last quarter": ("2026-07-01", "2026-09-30"),
    "interviews from 2026-03-01": ("2026-03-01", None),
    "between March and June 2026 what did buyers want": ("2026-03-01", "2026-06-30"),
    "Co mówili o cenie w marcu 2026?": ("2026-03-01", "2026-03-31"),
    "jakie obiekcje pojawiły się od października": ("2026-10-01", None),
    "co mówili w zeszłym roku": ("2025-01-01", "2025-12-31"),
    "co mówili w ostatnich 6 miesiącach": ("2026-05-22", "2026-11-22"),
    "bóle w 2 kwartale 2026": ("2026-04-01", "2026-06-30"),
    "Co říkali o ceně v březnu 2026?": ("2026-03-01", "2026-03-31"),
    "co říkali loni": ("2025-01-01", "2025-12-31"),
    "jaké námitky jsme slyšeli od července": ("2026-07-01", None),
    "co zaznělo v červnu": ("2026-06-01", "2026-06-30"),
    "co zaznělo za posledních 30 dnů": ("2026-10-23", "2026-11-22"),
    "Що казали про ціну у березні 2026?": ("2026-03-01", "2026-03-31"),
    "які заперечення були з жовтня": ("2026-10-01", None),
    "що казали минулого місяця": ("2026-10-01", "2026-10-31"),
    "що казали торік": ("2025-01-01", "2025-12-31"),
    "2026年3月客户对价格说了什么": ("2026-03-01", "2026-03-31"),
    "2026年以来有哪些新的抱怨": ("2026-01-01", None),
    "最近三个月客户抱怨什么": ("2026-08-22", "2026-11-22"),
    "上个月谁抱怨过": ("2026-10-01", "2026-10-31"),
    "去年的客户怎么说": ("2025-01-01", "2025-12-31"),
    "2025年之前": (None, "2024-12-31"),
}  # fmt: skip


@pytest.mark.parametrize("question", NAMED)
def test_a_named_period_is_understood(question) -> None:
    assert period_in(question, TODAY) == span(*NAMED[question])


@pytest.mark.parametrize(
    "question",
    [
        "What may hurt logistics CFOs most?",
        "How many customers have from 50 to 500 employees?",
        "Who uses SAP 2016?",
        "firmy do 2000 pracowników",
        "companies from 1950 to 2000 employees",
        "companies founded before 2015",
        "firmy założone przed 2015",
        "Jak wyglądają ich cele?",
        "Kdo ma led osvětlení?",
        "Що казали лідери ринку?",
        "客户最痛的是什么？",
        "what hurts them in marketing",
        "Dlaczego kupili od Marka?",
    ],
)
def test_what_is_no_period_is_left_alone(question) -> None:
    assert period_in(question, TODAY) is None


def test_an_unknown_day_lies_in_no_period() -> None:
    assert not Period(since=date(2026, 1, 1)).holds(None)
    assert Period(since=date(2026, 1, 1)).holds(date(2026, 1, 1))
