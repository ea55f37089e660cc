"""Which department a name or a wish means."""

from pathlib import Path

import pytest

from icpbot.adapters.knowledge.folder import LANGUAGES, KnowledgeFolder
from icpbot.domain.playbooks import about, named, wished
from icpbot.domain.text import terms

BOOKS = KnowledgeFolder(Path(__file__).parents[2] / "knowledge").playbooks()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("sales", "sales"), ("Sprzedaż", "sales"), ("prodej", "sales"), ("продажі", "sales"), ("销售", "sales"),
        ("customer success", "customer-success"), ("Péče o zákazníky", "customer-success"),
        ("opieka nad klientem", "customer-success"), ("підтримка", "support"), ("客服", "support"),
        ("produkt", "product"), ("管理层", "executives"), ("zarzad", "executives"), ("Маркетинг", "marketing"),
    ],
)  # fmt: skip
def test_a_department_is_known_by_its_name_in_five_languages(name, key):
    found = named(name, BOOKS)

    assert found
    assert found.key == key


def test_a_name_that_no_department_has_means_none():
    assert named("catering", BOOKS) is None


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        ("draft a cold e-mail in the customers' words", "sales"),
        ("give me a call script for operations managers", "sales"),
        ("przygotuj zimnego maila słowami klientów", "sales"),
        ("připrav scénář hovoru pro obchodníka", "sales"),
        ("підготуй скрипт дзвінка", "sales"),
        ("给财务总监的三句开场白", "sales"),
        ("headline ideas using what customers said", "marketing"),
        ("make an ad text about late invoices", "marketing"),
        ("zaproponuj nagłówki na stronę", "marketing"),
        ("nápady na titulky z výroků zákazníků", "marketing"),
        ("абзац для розсилки про накладні", "marketing"),
        ("为公众号写一段关于重复录入的文字", "marketing"),
        ("write something for our FAQ", "support"),
        ("phrase it with real quotes", "marketing"),
        ("write it to the address on file", "marketing"),
    ],
)
def test_a_wish_goes_to_whoever_would_ask_for_it(wish, key):
    assert wished(wish, BOOKS).key == key


@pytest.mark.parametrize(
    ("wish", "says", "other"),
    [
        (
            "make an ad about late invoices",
            "they pay late invoices",
            "our customers said so in their own words",
        ),
        (
            "napisz reklamę słowami klientów o fakturach",
            "faktury przychodzą późno",
            "nasi klienci mówią co innego",
        ),
        (
            "napiš reklamu slovy zákazníků o fakturách",
            "faktury chodí pozdě",
            "naši zákazníci říkají něco jiného",
        ),
        (
            "напиши рекламу словами клієнтів про рахунки",
            "рахунки приходять пізно",
            "наші клієнти кажуть інше",
        ),
        ("用客户的话写一条关于回款慢的广告", "回款很慢", "我们的客户说别的"),
    ],
)
def test_a_wish_is_about_what_is_left_without_the_words_of_wishing(wish, says, other):
    words = about(wish, BOOKS)

    assert words & set(terms(says))
    assert not words & set(terms(other))


def test_every_piece_has_a_heading_in_every_language():
    for book in BOOKS:
        for piece in book.pieces:
            assert set(piece.labels) == set(LANGUAGES), (book.key, piece.key)
        assert set(book.needs) <= set(book.kinds)
    assert [book.key for book in BOOKS if book.usual] == ["marketing"]
