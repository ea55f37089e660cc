"""Forms of a word in Polish, Czech, Ukrainian and English, without a dictionary."""

from __future__ import annotations

import pytest

from icpbot.domain.inflection import same_word
from icpbot.domain.text import fold


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Polska", "Polsce Polski Polskę Polską"), ("Niemcy", "Niemczech Niemiec Niemcami"),
        ("Włochy", "Włoszech Włoch"), ("Węgry", "Węgrzech Węgier"), ("Hiszpania", "Hiszpanii"),
        ("Německo", "Německu Německa Německem"), ("Itálie", "Itálii"), ("Maďarsko", "Maďarsku"),
        ("Польща", "Польщі Польщу"), ("Німеччина", "Німеччини Німеччині"), ("Чехія", "Чехії"),
        ("банк", "банкам банки банків"), ("logistyka", "logistyczna logistyce"), ("factory", "factories"),
        ("логістика", "логістиці логістичні"), ("klinika", "kliniky klinice"),
    ],
)  # fmt: skip
def test_a_name_is_known_in_every_form(name, forms) -> None:
    assert [form for form in forms.split() if not same_word(fold(name), fold(form))] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Polska", "polowa"), ("Mali", "małe"), ("Польща", "польовий"), ("Austria", "Australia"), ("bank", "bankrut"),
     ("Chile", "chwile"), ("logistyka", "logo"), ("Irak", "Iran")],
)  # fmt: skip
def test_words_that_only_begin_alike_are_different(one, other) -> None:
    assert not same_word(fold(one), fold(other))


@pytest.mark.parametrize(
    "sentence",
    ["po drugie mamy mało czasu", "máme málo času na kliku", "у нас мало часу", "we had no time in may"],
)
def test_everyday_words_name_no_place(catalogue, sentence) -> None:
    from icpbot.domain.vocabulary import values_in

    assert [a.key for a, _, _ in values_in(sentence, catalogue) if a.key == "country"] == []
