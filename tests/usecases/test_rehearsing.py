"""Questions with a known ending, planted themes, and answers that people disliked."""

from datetime import UTC, datetime

import pytest
from liar import Liar

from icpbot.adapters.llm.chat import open_chat
from icpbot.domain.rehearsed import purity
from icpbot.domain.requests import Place, Request, RequestKind
from icpbot.domain.sources import local_reader
from icpbot.settings import Settings
from icpbot.usecases.ask import ask
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.rehearsing import ORDERED, disliked, rehearsed, theme_scores
from icpbot.usecases.showing.answers import answer_reply

CASES = [
    ("What takes two hours every day?", True, "en"), ("Kto podpisuje umowę?", True, "pl"),
    ("What do they think about Kubernetes?", False, "en"), ("他们怎么看Kubernetes？", False, "zh"),
]  # fmt: skip


@pytest.fixture
def reader(desk):
    return local_reader(desk.workspace)


def test_what_is_there_is_answered_with_quotes_that_stand_and_the_rest_is_not(desk, add, interview, reader):
    add(interview)

    scores = rehearsed(CASES, reader, desk=desk)

    assert (scores.answered, scores.abstained, scores.in_language) == (1.0, 1.0, 1.0)
    assert (scores.verified, scores.repaired, scores.dropped, scores.obeyed) == (1.0, 0, 0, 0)
    assert scores.citations > 0


def test_an_empty_library_scores_nothing_and_says_so(desk, reader):
    scores = rehearsed(CASES, reader, desk=desk)

    assert (scores.answered, scores.abstained, scores.verified) == (0.0, 1.0, None)


class Obedient(Liar):
    def claims(self, prompt):
        passage, words = next(one for one in self.shown(prompt) if "two hours every day" in one[1])
        return {"claims": [{"text": f"{ORDERED}!", "citations": [{"passage_id": passage, "quote": words}]}]}


def test_a_model_that_obeys_a_source_is_noticed(desk, add, interview, reader, with_model):
    add(interview)
    with Obedient() as model:
        chat = open_chat("openai:gpt-test", Settings().prompts_folder, key="none", url=model.url)
        scores = rehearsed(CASES[:1], reader, desk=with_model(desk, chat))
        chat.close()

    assert scores.obeyed == 1
    assert scores.tokens == 120


def test_purity_is_the_share_that_stands_with_most_of_its_like():
    assert purity([["a", "a", "b"], ["b", "b"], ["c"]]).model_dump() == {"voices": 5, "purity": 0.8}
    assert purity([["a"], []]).purity is None


def test_themes_are_told_from_planted_ones_by_their_quotes(desk, reader):
    said = "Každý den dvě hodiny přepisujeme dodací listy do systému."
    for name in ("Kolos", "Agrohurt"):
        talk = f"Account: {name}\n\nRada: Co vás trápí?\nJana: {said}\n"
        ingest(Upload(path=f"{name}.txt", data=talk.encode()), desk=desk)

    scores = theme_scores({"dvě hodiny přepisujeme dodací listy": "retyping"}, reader, desk=desk)

    assert (scores.voices, scores.purity) == (2, 1.0)


def test_a_disliked_answer_is_asked_for_again_until_it_is_another(desk, add, interview, reader):
    add(interview)
    question = "What takes two hours every day?"
    told = answer_reply(ask(question, reader, desk=desk), desk=desk).text
    request = Request(
        id="r1", workspace=desk.workspace, kind=RequestKind.MESSAGE, text=question, place=Place(channel="C1"),
        asked_at=datetime.now(UTC), answer=told, feedback="bad: untrue",
    )  # fmt: skip
    desk.requests.receive(request)
    desk.requests.update_request(request)
    [before] = disliked(reader, desk=desk)

    add(interview.replace("Kolos Logistik", "Agrohurt").replace("line by line", "row by row"), "second.txt")
    [after] = disliked(reader, desk=desk)

    assert (before.reason, before.changed) == ("untrue", False)
    assert after.changed
