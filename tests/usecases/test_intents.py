"""The first thing a team asks its bot is answered from what customers said, in any language."""

import pytest

from icpbot.domain.accounts import Account
from icpbot.domain.profile import Criterion, Profile, Range
from icpbot.domain.routing import Intent, Route, route
from icpbot.domain.sources import local_reader
from icpbot.usecases.fit import Book
from icpbot.usecases.intents import fitted
from icpbot.usecases.meaning import guess
from icpbot.usecases.profiles import save


@pytest.mark.parametrize(
    "question",
    [
        "What hurts our best customers most?",
        "Co najbardziej boli naszych najlepszych klientów?",
        "Co naše nejlepší zákazníky nejvíc trápí?",
        "Що найбільше болить нашим найкращим клієнтам?",
        "我们最好的客户最痛的是什么？",
    ],
)
def test_a_question_about_what_they_said_is_no_question_about_who_they_are(desk, question):
    assert route(question, guess(desk)).intent is Intent.ASK


@pytest.mark.parametrize(
    "question", ["Kdo jsou naši nejlepší zákazníci?", "Którzy klienci są najlepsi?", "我们最好的客户是谁？"]
)
def test_who_they_are_is_still_asked(desk, question):
    assert route(question, guess(desk)).intent is Intent.BEST


@pytest.fixture
def known(desk):
    for name in ("Kolos Logistik", "Bruk-Trans", "Žabka Polska", "Нова Лінія"):
        desk.accounts.save(Account(id=name, workspace=desk.workspace, name=name), [])
    staffed = Criterion(attribute="employees", ideal=Range(min=50, max=500))
    save(Profile(name="P", criteria=(staffed,)), desk=desk)
    return desk


def test_what_is_told_of_a_company_we_know_counts_for_its_verdict(known):
    reply = fitted(
        local_reader(known.workspace), Route(intent=Intent.FIT, text="Kolos má 180 zaměstnanců"), "cs", known
    )

    assert reply.text.startswith("Kolos Logistik: ideální")
    assert "180" in reply.text


@pytest.mark.parametrize(("said", "meant"), [
    ("Kolosu", "Kolos Logistik"), ("Bruk-Transem", "Bruk-Trans"), ("Żabką Polską", "Žabka Polska"), ("Нову Лінію", "Нова Лінія"),
])  # fmt: skip
def test_a_name_in_another_case_is_asked_about_and_never_guessed(known, said, meant):
    account, candidates = Book(known).find(said)

    assert meant in (candidates or (account.name,))
    assert "Kolos Logistik" not in Book(known).find("Kolobrzeg")[1]
