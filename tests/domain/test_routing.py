"""What a message asks for, by its form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.routing import SURE, Intent, names_within, route, split_names

UNSURE = ("definition", 0.1)


def routed(text: str, guess: tuple[str, float] = UNSURE):
    return route(text, lambda _: guess)


@pytest.mark.parametrize(
    "text", ["help", "Help", "?", "pomoc", "Nápověda", "допомога", "帮助", "", "/icp help"]
)
def test_help_is_understood_in_five_languages(text) -> None:
    assert routed(text).intent is Intent.HELP


@pytest.mark.parametrize(
    ("text", "intent", "rest"),
    [
        ("draft", Intent.DRAFT, ""),
        ("/icp draft", Intent.DRAFT, ""),
        ("best", Intent.BEST, ""),
        ("traits", Intent.TRAITS, ""),
        ("profile", Intent.PROFILE, ""),
        ("gaps", Intent.GAPS, ""),
        ("sources", Intent.SOURCES, ""),
        ("fit", Intent.FIT, ""),
        ("forget Kolos", Intent.FORGET, "Kolos"),
        ("ask what hurts them", Intent.ASK, "what hurts them"),
        ("ask: what hurts them?", Intent.ASK, "what hurts them?"),
    ],
)
def test_a_command_is_its_first_word(text, intent, rest) -> None:
    assert (routed(text).intent, routed(text).text) == (intent, rest)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("fit Kolos", ["Kolos"]),
        ("fit: kolos, harborline", ["kolos", "harborline"]),
        ("fit A, B and C", ["A", "B", "C"]),
        ("/icp fit Kolos", ["Kolos"]),
        ("check Kolos", ["Kolos"]),
        ("fit Kolos, s.r.o.", ["Kolos, s.r.o."]),
        ("fit Acme, Inc., Kolos a.s. and Foo Ltd.", ["Acme, Inc.", "Kolos a.s.", "Foo Ltd."]),
        ("fit Marks & Spencer", ["Marks & Spencer"]),
        ("fit\nKolos\nHarborline", ["Kolos", "Harborline"]),
        ("Kolos, Harborline and Nova Post", ["Kolos", "Harborline", "Nova Post"]),
        ("Kolos, Harborline oraz Nova Post.", ["Kolos", "Harborline", "Nova Post"]),
        ("Bruk-Trans, Żabka i Harborline", ["Bruk-Trans", "Żabka", "Harborline"]),
        ("Kolos, Bruk-Trans a Harborline", ["Kolos", "Bruk-Trans", "Harborline"]),
        ("Розетка, Нова пошта та Стрибор", ["Розетка", "Нова пошта", "Стрибор"]),
        ("远禾汽配公司、汉麓物流和九州科技", ["远禾汽配公司", "汉麓物流", "九州科技"]),
        ("fit 远禾汽配和汉麓供应链", ["远禾汽配", "汉麓供应链"]),
        ("Kolos Logistik\nNova Post\n\nŻabka", ["Kolos Logistik", "Nova Post", "Żabka"]),
        ("- Kolos\n* Harborline s.r.o.\n• Żabka", ["Kolos", "Harborline s.r.o.", "Żabka"]),
        ("1. Kolos\n2) Harborline", ["Kolos", "Harborline"]),
        (
            "Bruk-Trans, Żabka, Harborline, Nova Post, Foo GmbH …",
            ["Bruk-Trans", "Żabka", "Harborline", "Nova Post", "Foo GmbH"],
        ),
        ("Kolos, Harborline, Kolos", ["Kolos", "Harborline"]),
    ],
)
def test_a_list_of_names_is_a_fit_list(text, names) -> None:
    assert routed(text).intent is Intent.FIT
    assert list(routed(text).names) == names


def test_a_long_list_after_fit_is_still_a_list() -> None:
    names = [f"Nova Post {letter}" for letter in "ABCDEFGHIJ"]

    assert list(routed("fit " + ", ".join(names)).names) == names


@pytest.mark.parametrize(
    "text",
    [
        "What hurts CFOs, COOs and Owners?",
        "What hurts Logistics, Retail and Food",
        "Co boli Logistykę, Handel i Produkcję",
        "Kdo podepisuje v Kolosu, Brně a Praze",
        "Що болить Розетку, Нову Пошту і Стрибор",
        "How many of them, roughly, use SAP?",
        "1 and 3",
        "1, 2 and 4",
        "1",
        "50–200 people, Poland",
        "3 warehouses, 50 employees, Poland",
        "yes, no",
        "Yes, Sure",
        "Thanks, Anna",
        "Dziękuję, Anna",
        "Hello, Bot",
        "Great call, Anna",
        "We talked to sales, they said yes, and we moved on.",
        "price did not matter, they said; the audit did",
        "Kolos",
        "物流、零售的客户最头疼什么？",
    ],
)
def test_what_is_no_list_of_companies_is_a_question(text) -> None:
    assert routed(text).intent is Intent.ASK
    assert routed(text).names == ()


@pytest.mark.parametrize(
    "text", ["fit for which companies is our tool?", "best practices for interviews, which are those?"]
)
def test_a_question_that_begins_like_a_command_is_a_question(text) -> None:
    assert routed(text).intent is Intent.ASK


def test_by_likeness_only_when_it_is_likely_enough() -> None:
    assert routed("who are our stars", ("best", SURE)).intent is Intent.BEST
    assert routed("who are our stars", ("best", SURE - 0.01)).intent is Intent.ASK
    assert routed("how many said so", ("count", 0.9)).intent is Intent.ASK
    assert routed("what do we not know", ("unknowns", 0.9)).intent is Intent.GAPS


def test_a_sentence_that_asks_for_a_fit_names_its_companies() -> None:
    assert routed("is Kolos Logistik worth a call", ("fit", 0.9)).names == ("Kolos Logistik",)
    assert names_within('does "kolos logistik" match our ICP') == ["kolos logistik"]


@pytest.mark.parametrize(("sentence", "names"), [
    ("Sprawdź Żabkę i Bruk-Trans", ["Żabkę", "Bruk-Trans"]), ("Má Kolos 180 lidí?", ["Kolos"]),
    ("Перевір Нову Лінію", ["Нову Лінію"]), ("Is Kolos Logistik a fit?", ["Kolos Logistik"]),
    ("Kolos má 180 zaměstnanců", []), ("Řekni, jestli má smysl volat Élan", ["Élan"]),
])  # fmt: skip
def test_small_letters_with_accents_begin_no_name_and_a_verb_is_none(sentence, names):
    assert names_within(sentence) == names


@given(st.text(max_size=60))
def test_any_text_has_a_route(text) -> None:
    assert routed(text).intent in Intent
    assert all(name.strip() for name in split_names(text))
