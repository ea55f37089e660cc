"""Czech reaches the encoder as Polish, Ukrainian as Russian, and nothing else is touched."""

from pathlib import Path

import numpy as np
import pytest

from icpbot.adapters.embeddings.bridge import Bridge, Lexicon

FOLDER = Path(__file__).parents[3] / "knowledge" / "bridges"


@pytest.fixture(scope="module")
def bridge():
    return Bridge(FOLDER)


@pytest.mark.parametrize(
    ("czech", "polish"),
    [
        ("Který zákazník rozhoduje?", "Który klient decyduje?"),
        ("Potřebujeme nový sklad, protože firma roste.", "Potrzebujemy nowy magazyn, ponieważ firma rośnie."),
        ("FAKTURA je hotová, řekl ředitel.", "FAKTURA jest gotowa, powiedział dyrektor."),
    ],
)
def test_czech_is_read_as_polish(bridge, czech, polish):
    assert bridge(czech) == polish


@pytest.mark.parametrize(
    ("ukrainian", "russian"),
    [
        ("Що потрібно клієнтам?", "Что нужно клиентам?"),
        ("Хто вирішує про закупівлю?", "Кто решает о закупку?"),
        ("Рахунок підписує директорка.", "Счёт подписывает директор."),
    ],
)
def test_ukrainian_is_read_as_russian(bridge, ukrainian, russian):
    assert bridge(ukrainian) == russian


@pytest.mark.parametrize("text", ["ktery zakaznik rozhoduje", "potrebujeme novy sklad, protoze firma roste"])
def test_czech_typed_without_accents_is_recognised(bridge, text):
    assert {"który", "potrzebujemy"} & set(bridge(text).lower().split())


@pytest.mark.parametrize(
    "text",
    [
        "Który klient decyduje i dlaczego?",
        "Kto podpisuje umowę z dostawcą?",
        "pokaz wszystkie firmy",
        "Кто решает о закупке и почему?",
        "Кой решава и защо?",
        "Who signs the contract, Mr Dvořák or Ms Šimková?",
        "Wer entscheidet über den Einkauf?",
        "Kit érdekel az ár, és miért?",
        "¿Quién firma el contrato?",
        "谁说了算？Škoda 的采购",
        "誰が決めますか。",
        "ICP",
        "",
    ],
)
def test_other_languages_stay_as_they_are(bridge, text):
    assert bridge(text) == text


def test_slovak_and_belarusian_are_helped_along(bridge):
    assert "magazyn" in bridge("Potrebujeme nový sklad, ktorý je väčší.")
    assert set("іў").isdisjoint(bridge("Гэта важна і дорага, але ў нас няма грошай."))


def test_a_word_for_a_word_so_that_nothing_is_lost(bridge):
    respelled = bridge("Minulý týden jsme koupili 12 kusů (SAP 3000) – „levně“.")
    assert respelled == "Zeszły tydzień jesteśmy kupili 12 sztuk (SAP 3000) – „tanio“."


@pytest.mark.parametrize("name", ["cs-pl.tsv", "uk-ru.tsv"])
def test_the_lexicon_is_large_and_free_of_doubles(name):
    lines = [
        line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    lexicon = Lexicon(FOLDER / name)
    assert len(lexicon.becomes) == len(lines) > 1000
    assert all(new == new.strip() and new for new in lexicon.becomes.values())


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (
            "Kdo schvaluje nákup nového stroje?",
            "Who approves buying a new machine?",
            "The weather was lovely.",
        ),
        ("Чому клієнти скаржаться на затримки?", "Why customers complain about delays", "A recipe for soup"),
    ],
)
def test_a_question_lies_nearer_to_the_same_thing_in_english(encoder, question, right, wrong):
    rows = encoder.encode([question, right, wrong])
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.1
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
