"""A reply is heard while it is written, over real HTTP; a broken one is never taken for a whole."""

from pathlib import Path

import pytest
from llmock.scenarios import Fail, Match, Reply, ToolCall

from icpbot.adapters.llm import chat
from icpbot.adapters.llm.chat import open_chat
from icpbot.adapters.llm.streaming import Stream, so_far
from icpbot.domain.errors import ModelUnavailable, TooLong
from icpbot.usecases.answers import ModelAnswer

PROMPTS = Path(__file__).parents[3] / "prompts"
VARIABLES = {"question": "Co je trápí?", "language": "cs", "passages": "-"}
TEXTS = ["Přepisují dodací листи: „dvě hodiny“.", "价格不重要。", 'They say "no\\never".']
REPLY = {"claims": [{"text": t, "citations": [{"passage_id": "p1", "quote": t}]} for t in TEXTS]}


@pytest.fixture
def model(llmock):
    opened = open_chat("openai:gpt-test", PROMPTS, key="not-a-key", url=llmock.base_url())
    yield opened
    opened.close()


def ask(model, heard):
    return model.ask("answer", VARIABLES, ModelAnswer, heard.append)


def counts(heard):
    return list(dict.fromkeys(len(reply.claims) for reply in heard))


def streams(llmock):
    return [record.stream for record in llmock.requests]


def test_what_is_finished_is_heard_and_nothing_of_what_is_not(model, llmock):
    llmock.call_tool("ModelAnswer", REPLY)
    heard = []

    reply, tokens = ask(model, heard)

    assert [claim.text for claim in reply.claims] == TEXTS
    assert tokens > 0
    assert counts(heard) == [0, 1, 2]
    assert all(part.claims == reply.claims[: len(part.claims)] for part in heard)
    assert streams(llmock) == [True]


def test_without_a_listener_nothing_is_streamed(model, llmock):
    llmock.call_tool("ModelAnswer", REPLY)

    assert len(model.ask("answer", VARIABLES, ModelAnswer)[0].claims) == 3
    assert streams(llmock) == [False]


@pytest.mark.parametrize("fault", ["disconnect", "truncate", "corrupt"])
@pytest.mark.parametrize("after", [0, 1, 12, 33])
def test_a_stream_without_its_end_is_asked_for_again_as_a_whole(model, llmock, fault, after):
    getattr(llmock, fault)(after_chunks=after)
    llmock.call_tool("ModelAnswer", REPLY, times=None)

    reply, tokens = ask(model, [])

    assert [claim.text for claim in reply.claims] == TEXTS
    assert tokens > 0


def test_a_service_that_does_not_stream_is_soon_asked_for_whole_replies_only(model, llmock):
    llmock.add(Fail(400, times=None, match=Match(stream=True)))
    llmock.call_tool("ModelAnswer", REPLY, times=None)

    for _ in range(chat.STREAMS + 2):
        assert len(ask(model, [])[0].claims) == 3
    assert streams(llmock) == [True, False] * chat.STREAMS + [False] * 2


def test_a_busy_service_is_asked_again_as_often_as_before_and_not_twice_as_often(model, llmock):
    llmock.rate_limit(times=None, retry_after=0.01)

    with pytest.raises(ModelUnavailable):
        ask(model, [])
    assert streams(llmock) == [True] * (1 + chat.RETRIES)


def test_a_reply_that_was_cut_off_for_its_length_is_too_long(model, llmock):
    llmock.add(Reply(tool_calls=(ToolCall("ModelAnswer", REPLY),), finish_reason="length"))

    with pytest.raises(TooLong):
        ask(model, [])


@pytest.mark.parametrize("fault", ["malformed_arguments", "unknown_tool"])
def test_a_call_that_is_none_is_not_repaired(model, llmock, fault):
    llmock.call_tool("ModelAnswer", REPLY)
    llmock.break_tool_call(fault)

    with pytest.raises(ModelUnavailable):
        ask(model, [])


def test_a_model_that_stalls_is_given_up(llmock, monkeypatch):
    monkeypatch.setattr(chat, "TIMEOUT", 0.5)
    llmock.stall(after_chunks=20, seconds=30)
    llmock.call_tool("ModelAnswer", REPLY, times=None)
    model, heard = open_chat("openai:gpt-test", PROMPTS, key="not-a-key", url=llmock.base_url()), []

    with pytest.raises(ModelUnavailable):
        ask(model, heard)
    assert len(llmock.requests) == 1
    model.close()


def test_a_model_that_dribbles_is_given_up_and_what_the_listener_takes_is_not_counted():
    now = [0.0]

    def heard(_reply):
        now[0] += 100

    stream = Stream(ModelAnswer, heard, seconds=10, clock=lambda: now[0])
    piece = type(
        "Chunk",
        (),
        {"message": type("Said", (), {"tool_call_chunks": [{"index": 0, "args": '{"claims": ['}]})},
    )
    stream.on_llm_new_token("", chunk=piece)
    now[0] += 9
    stream.on_llm_new_token("", chunk=piece)
    now[0] += 2

    with pytest.raises(TimeoutError):
        stream.on_llm_new_token("", chunk=piece)


@pytest.mark.parametrize(
    "cut", ["", "{", "[1", '{"clai', '{"claims": 3', '{"claims": [{"text": "a"}, {', "ne", '{"claims": [1, 2']
)
def test_what_is_no_beginning_of_a_reply_is_nothing_or_empty(cut):
    found = so_far(cut, ModelAnswer)

    assert found is None or found.claims == []
