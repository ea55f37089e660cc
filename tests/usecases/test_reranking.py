"""A model puts passages in order over real HTTP; only the order is taken, and ours is kept when it fails."""

import re

import pytest
from liar import Liar

from icpbot.domain.sources import local_reader
from icpbot.usecases.ask import ask
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.library import search
from icpbot.usecases.reranking import ranked

TALKS = {
    "pl": "Account: Arka\n\nEwa: Co was najbardziej spowalnia?\nPiotr: Przepisywanie listów przewozowych zabiera nam dwie godziny dziennie.\n",
    "cs": "Account: Bor\n\nEva: Co vás nejvíc zdržuje?\nPetr: Přepisování dodacích listů nám bere dvě hodiny denně.\n",
    "uk": "Account: Вітер\n\nОля: Що вас найбільше гальмує?\nІван: Переписування накладних забирає дві години щодня.\n",
    "en": "Account: Dover\n\nAnn: What slows you down most?\nBen: Re-typing delivery notes takes us two hours a day.\n",
    "zh": "Account: 远河\n\n李明: 什么最拖慢你们？\n王芳: 每天抄送货单要花两个小时，写信到 fang@yuanhe.com.cn。\n",
}
QUESTION = "What takes two hours a day, re-typing delivery notes?"


class Orderer(Liar):
    """Answers with the ids that `order` makes of those it was shown."""

    def __init__(self, order):
        super().__init__()
        self.order = order

    def claims(self, prompt):
        return self.order(re.findall(r"^\[(p\w+)\]$", prompt, re.MULTILINE))


@pytest.fixture
def asked(make_desk):
    """The order before, the ids ranked with a model, the tokens, and the prompts that asked for an order."""

    def ask(order, *, k=8, question=QUESTION, troubled=0.0, **settings):
        with Orderer(order) as model:
            given = {"ICPBOT_RERANK": True, "ICPBOT_MODEL": "openai:gpt-test", "OPENAI_API_KEY": "not-a-key",
                     "OPENAI_BASE_URL": model.url, **settings}  # fmt: skip
            desk = make_desk(**given)
            for name, text in TALKS.items():
                ingest(Upload(path=f"{name}.txt", data=text.encode()), desk=desk)
            reader = local_reader(desk.workspace)
            before = [hit.passage.id for hit in search(question, reader, desk=desk, k=20)]
            model.prompts.clear()
            model.troubled = troubled
            sources = {source.id: source for source in desk.sources.all(reader)}
            hits, tokens = ranked(question, reader, desk=desk, sources=sources, k=k)
        return before, [hit.passage.id for hit in hits], tokens, model.prompts

    return ask


def ids_as(order):
    return lambda shown: {"passage_ids": order(shown)}


def test_the_models_order_counts_and_so_do_its_tokens(asked):
    before, after, tokens, prompts = asked(ids_as(lambda shown: shown[::-1]))

    assert len(before) == len(TALKS)
    assert after == before[::-1]
    assert tokens == 120
    assert len(prompts) == 1


def test_a_passage_beyond_the_page_may_come_onto_it(asked):
    before, after, _, _ = asked(ids_as(lambda shown: shown[-1:]), k=2)

    assert after == [before[-1], before[0]]


def test_ids_that_were_not_shown_and_ids_named_twice_change_nothing(asked):
    before, after, _, _ = asked(
        ids_as(lambda shown: ["p123456789abc", shown[1], shown[1], "", shown[0], shown[1]])
    )

    assert after == [before[1], before[0], *before[2:]]


@pytest.mark.parametrize(
    "answer",
    [
        {"passage_ids": []},
        {"passage_ids": ["p000000000000"] * 21},
        {"passage_ids": "the second one"},
        {"passage_ids": ["p000000000000"], "text": "They love us."},
        {"order": [2, 1]},
    ],
)
def test_an_answer_in_another_form_leaves_our_order(asked, answer):
    before, after, _, _ = asked(lambda _: answer)

    assert after == before


def test_a_model_that_does_not_answer_leaves_our_order_and_costs_nothing(asked, monkeypatch):
    monkeypatch.setattr("icpbot.adapters.llm.chat.RETRIES", 0)
    monkeypatch.setattr(Orderer, "trouble", lambda *_: (b'{"error": {"message": "no"}}', 500))

    before, after, tokens, prompts = asked(ids_as(lambda shown: shown[::-1]), troubled=1.0)

    assert (after, tokens, len(prompts)) == (before, 0, 1)


def test_a_model_sees_no_personal_details_and_every_passage_under_its_id(asked):
    before, _, _, prompts = asked(ids_as(lambda shown: shown), ICPBOT_PSEUDONYMS=True)

    assert all(f"[{key}]" in prompts[0] for key in before)
    assert not any(detail in prompts[0] for detail in ("yuanhe.com.cn", "Piotr", "王芳"))


def test_it_is_off_until_somebody_switches_it_on(asked):
    before, after, tokens, prompts = asked(ids_as(lambda shown: shown[::-1]), ICPBOT_RERANK=False)

    assert (after, tokens, prompts) == (before, 0, [])


def test_a_budget_that_is_spent_buys_no_order(asked):
    before, after, tokens, prompts = asked(ids_as(lambda shown: shown[::-1]), ICPBOT_TOKENS_PER_DAY=0)

    assert (after, tokens, prompts) == (before, 0, [])


def test_what_nobody_spoke_of_is_not_put_in_order(asked):
    _, after, tokens, prompts = asked(
        ids_as(lambda shown: shown), question="Which ISO 27001 audit did they pass?"
    )

    assert (after, tokens, prompts) == ([], 0, [])


def test_an_answer_counts_the_tokens_of_its_order(make_desk):
    with Orderer(ids_as(lambda shown: shown[::-1])) as model:
        given = {
            "ICPBOT_MODEL": "openai:gpt-test",
            "OPENAI_API_KEY": "not-a-key",
            "OPENAI_BASE_URL": model.url,
        }
        desk = make_desk(ICPBOT_RERANK=True, **given)
        for name, text in TALKS.items():
            ingest(Upload(path=f"{name}.txt", data=text.encode()), desk=desk)
        model.prompts.clear()
        answer = ask(QUESTION, local_reader(desk.workspace), desk=desk)

    order, answered = model.prompts
    assert answer.tokens == 120  # the order alone: what came for an answer was none
    assert re.findall(r"\[(p\w+)\]", answered)[:5] == re.findall(r"^\[(p\w+)\]$", order, re.MULTILINE)[::-1]
