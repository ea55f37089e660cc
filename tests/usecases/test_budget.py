"""Who has used up the day's tokens is answered from the evidence, and told why."""

from datetime import timedelta

import pytest
from liar import Liar

from icpbot.domain.requests import Place, Request, RequestKind
from icpbot.domain.sources import EVERYTHING, Reader
from icpbot.usecases.answers import Engine
from icpbot.usecases.ask import ask
from icpbot.usecases.budget import Spent, affordable, spent
from icpbot.usecases.ingest import Upload, ingest


def reader(desk, user="marta"):
    return Reader(workspace=desk.workspace, user=user, audiences=frozenset({EVERYTHING}))


def used(desk, tokens, *, user="marta", number=1, days=0):
    asked = Request(id=f"r{number}", workspace=desk.workspace, kind=RequestKind.MESSAGE, text="?",
                    place=Place(channel="C", user=user), asked_at=desk.clock() - timedelta(days=days),
                    tokens=tokens)  # fmt: skip
    desk.requests.receive(asked)
    desk.requests.update_request(asked)


@pytest.fixture
def limited(make_desk):
    def make(**limits):
        return make_desk(**limits)

    return make


def test_today_alone_counts_and_each_person_for_themselves(limited):
    desk = limited(ICPBOT_TOKENS_PER_PERSON=100, ICPBOT_TOKENS_PER_DAY=250)
    used(desk, 90, number=1)
    used(desk, 500, number=2, days=2)
    used(desk, 100, user="jonas", number=3)

    assert spent("marta", desk) == Spent(person=90, workspace=190)
    assert affordable("marta", desk)
    assert not affordable("jonas", desk)
    used(desk, 60, user="rada", number=4)
    assert not affordable("marta", desk)  # the workspace's own is used up


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_beyond_the_budget_the_model_is_not_asked(limited, interview, language):
    with Liar() as liar:
        desk = limited(ICPBOT_MODEL="openai:gpt-test", OPENAI_API_KEY="not-a-key", OPENAI_BASE_URL=liar.url,
                       ICPBOT_TOKENS_PER_PERSON=100)  # fmt: skip
        receipt = ingest(Upload(path="talk.txt", data=interview.encode()), desk=desk)
        used(desk, 100)
        before = len(liar.prompts)

        answer = ask("Who signs the contract?", reader(desk), desk=desk, language=language)

    assert receipt.tokens > 0
    assert len(liar.prompts) == before
    assert answer.engine is Engine.EXTRACTIVE
    assert answer.notice == desk.voice.say("notice-budget", language)
