"""Insights by a model, part by part: what is too long is halved, what is not answered is read by examples."""

import re

import pytest

from icpbot.domain.errors import ModelUnavailable, TooLong
from icpbot.domain.passages import split
from icpbot.usecases import extract as extracting
from icpbot.usecases.extract import FoundInsight, FoundInsights, extract
from icpbot.usecases.ingest import Upload, ingest

PAINS = (
    "We spent two hours every day re-typing delivery notes into the system, line by line.",
    "Codziennie szukamy zgubionych dokumentów przewozowych i nikt nie wie, gdzie one są.",
    "Každý týden nám faktury odcházejí o pět dní později, než by měly.",
    "Щодня водії привозять накладні без підпису, і ми не можемо виставити рахунок.",
)
SAID = {pain.rstrip(".") for pain in PAINS}
CHAT = "And so it went on, as I told you on the phone last week. " * 12
TALK = "Account: Kolos\n\n" + "".join(
    f"Rada: What else was hard for you?\nJana: {pain} {CHAT}\n" for pain in PAINS
)


class Narrow:
    """Implements `LanguageModel`: copies the customer's words of as many passages as it can hold."""

    name = "narrow"

    def __init__(self, holds=10**6, fails=()):
        self.holds = holds
        self.fails = fails
        self.shown = []

    def ask(self, _task, variables, _reply, _heard=None):
        passages = re.findall(r"\[(p[0-9a-f]{12})\]", variables["passages"])
        self.shown.append(passages)
        if any(words in variables["passages"] for words in self.fails):
            raise ModelUnavailable("notice-model-down")
        if len(passages) > self.holds:
            raise TooLong("notice-model-down")
        said = [pain for pain in PAINS if pain in variables["passages"]]
        found = [
            FoundInsight(kind="pain", text=pain, passage_id=p, quote=pain) for pain in said for p in passages
        ]
        return FoundInsights(
            insights=[*found, FoundInsight(kind="job", text="?", passage_id=passages[0], quote="Lies")]
        ), 7


@pytest.fixture
def source(desk):
    found = ingest(Upload(path="talk.txt", data=TALK.encode()), desk=desk).source
    assert len(split(found)) >= 4
    return found


def by(model, source, desk, with_model):
    return extract(source, split(source), with_model(desk, model))


def quotes(insights):
    return {insight.quote.text.rstrip(".") for insight in insights}


@pytest.mark.parametrize("holds", [1, 2, 3])
def test_what_is_too_long_for_one_call_is_read_in_parts_and_joined(desk, source, with_model, holds):
    whole, _ = by(Narrow(), source, desk, with_model)
    model = Narrow(holds)

    found, tokens = by(model, source, desk, with_model)

    answered = [shown for shown in model.shown if len(shown) <= holds]
    assert found == whole
    assert quotes(found) == SAID
    assert tokens == 7 * len(answered)
    assert [p for shown in answered for p in shown] == [p.id for p in split(source)]


def test_every_part_is_verified_by_itself(desk, source, with_model):
    found, _ = by(Narrow(1), source, desk, with_model)

    assert all(source.text[i.quote.start : i.quote.end] == i.quote.text for i in found)
    assert "Lies" not in quotes(found)


def test_what_fits_no_call_is_read_by_examples(desk, source, with_model):
    found, tokens = by(Narrow(0), source, desk, with_model)

    assert (tokens, quotes(found)) == (0, quotes(extracting._by_examples(source, desk)))
    assert found


def test_a_model_that_goes_away_half_way_keeps_what_it_found(desk, source, with_model, monkeypatch):
    monkeypatch.setattr(extracting, "BATCH_WORDS", 1)
    model = Narrow(fails=(PAINS[2],))

    found, tokens = by(model, source, desk, with_model)

    assert tokens == 7 * (len(model.shown) - 1)
    assert len(model.shown) < len(split(source))  # it is not asked on
    assert {i.text for i in found} >= {PAINS[0], PAINS[1]}
    examples = quotes(extracting._by_examples(source, desk))
    unread = source.text.index(PAINS[2])
    assert quotes(i for i in found if i.quote.start >= unread) == examples & {
        pain.rstrip(".") for pain in PAINS[2:]
    }
