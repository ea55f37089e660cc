"""A name and what was pasted about it are told from a list of names."""

from __future__ import annotations

import pytest

from icpbot.domain.described import described
from icpbot.domain.routing import Intent, by_form


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kolos\n\nKolos vozí zboží po celé Evropě. Náš tým tvoří 120 odborníků.", "Kolos"),
        ("Kolos: Kolos is a logistics company with 85 employees in Brno.", "Kolos"),
        ("Kolos s.r.o.\nZałożona w 1998 roku rodzinna firma transportowa z Poznania.", "Kolos s.r.o."),
        ("Нова пошта: ми веземо вантажі по всій Україні та працюємо з 2001 року.", "Нова пошта"),
        ("远河物流：远河物流成立于1998年，拥有85名员工，总部位于上海。", "远河物流"),
        ("Kolos\nEmployees: 85\nCountry: Poland", "Kolos"),
        ("Żabka: to sieć sklepów, 3000 pracowników, siedziba w Polsce", "Żabka"),
        ("Kolos: účetní kancelář, 85 lidí", "Kolos"),
        ("远河物流：约120人，上海", "远河物流"),
        ("kolos.cz\nwe are a haulier with seven warehouses", "kolos.cz"),
    ],
)
def test_a_name_with_a_text_about_it(text, name) -> None:
    found = described(text)

    assert found is not None
    assert found[0] == name
    assert text.endswith(found[1])
    way = by_form(f"fit {text}")
    assert way is not None
    assert (way.intent, way.names, way.pasted) == (Intent.FIT, (name,), found[1])


@pytest.mark.parametrize(
    "text",
    [
        "Kolos, Bor",
        "Kolos\nBor\nŽabka Polska",
        "Kolos\nBor s.r.o.\nŽabka Polska sp. z o.o., Dino Polska S.A., Rossmann Supermarkety Drogeryjne Polska",
        "远河物流\n中通快递股份有限公司\n圆通速递\n顺丰控股股份有限公司",
        "Нова пошта\nАТБ-маркет\nРозетка та Епіцентр К, Фора, Сільпо, Метро Кеш енд Кері Україна",
        "Kolos\nspol. s r.o. Novák a synové\nBor",
        "Kolos: 3M Polska, 7 Eleven, Bor 2000",
        "Acme: ",
        "Acme",
        "",
        "best customers of ours: who are they and why do they stay with us?",
        "this: we should talk about the price with them tomorrow",
    ],
)
def test_names_alone_and_questions_are_no_description(text) -> None:
    assert described(text) is None
