"""The first thing a team asks its bot is answered from what customers said, in any language."""

import pytest

from icpbot.domain.routing import Intent, route
from icpbot.usecases.meaning import guess


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
