"""With a model an answer grows where it was asked for: every word that ever stood there had been checked."""

import json
import re

import pytest
from gate import Gate
from liar import Liar
from waiting import until

from icpbot.domain.grounding import find

QUESTIONS = (
    "What takes two hours every day?", "Who signs the contract?", "What made them look for something else?",
    "Co ich najbardziej boli?", "Kto podpisuje umowę?", "Kdo podepisuje?", "Co jim bere dvě hodiny denně?",
    "Хто підписує договір?", "他们为什么开始寻找？", "What did the customer demand?",
)  # fmt: skip
QUESTION = "What takes two hours every day?"
SHOWING = ("chat.postMessage", "chat.update", "chat.postEphemeral", "assistant.threads.setStatus")


@pytest.fixture
def model():
    with Gate() as server:
        yield server


@pytest.fixture
def more_settings(model, monkeypatch):
    monkeypatch.setattr("icpbot.adapters.slack.statuses.STATUS_SECONDS", 0)
    monkeypatch.setattr("icpbot.adapters.llm.chat.RETRIES", 0)
    monkeypatch.setattr("icpbot.adapters.llm.chat.STREAMS", 100)
    monkeypatch.setattr("icpbot.adapters.llm.resilient.PAUSE", 0.0)
    return {"ICPBOT_MODEL": "openai:gpt-test", "OPENAI_API_KEY": "not-a-key", "OPENAI_BASE_URL": model.url}


def shown(call):
    """Everything of a call that people read."""
    told = [call.arguments.get("text"), call.arguments.get("status"), *texts_of(blocks_of(call))]
    return "\n".join(text for text in told if text)


def texts_of(part):
    if isinstance(part, list):
        return [text for one in part for text in texts_of(one)]
    if not isinstance(part, dict):
        return []
    own = part.get("text")
    return [own] if isinstance(own, str) else [text for one in part.values() for text in texts_of(one)]


def blocks_of(call):
    blocks = call.arguments.get("blocks") or []
    return json.loads(blocks) if isinstance(blocks, str) else blocks


def quotes_in(call):
    parts = [part for block in blocks_of(call) if block["type"] == "rich_text" for part in block["elements"]]
    return [part["elements"][0]["text"] for part in parts if part["type"] == "rich_text_quote"]


def ours(office, root):
    return [m for m in office.slack.replies(root) if m.user == office.slack.bot.id]


def test_claims_stand_in_the_thread_before_the_model_has_ended(office, model, interview):
    office.knows(interview)
    model.stop_before = "Claim C"
    model.go.clear()

    root = office.people.say("eva", "general", f"@icpbot {QUESTION}")
    [status] = until(lambda: [m for m in ours(office, root) if "Claim B" in m.text])
    assert "Claim A of ours." in status.text
    assert "Still writing" in str(status.blocks)
    assert "Claim C" not in status.text
    model.go.set()
    office.settled()

    [answer] = ours(office, root)
    assert answer.ts != status.ts
    assert "Claim C of ours." in answer.text
    assert "Still writing" not in str(answer.blocks)
    assert len(office.slack.calls("chat.postMessage")) == 2
    assert [c.arguments["ts"] for c in office.slack.calls("chat.delete")] == [status.ts]


def test_the_first_sign_comes_before_the_model_has_said_a_word(office, model, interview):
    office.knows(interview)
    model.stop_before = ""
    model.go.clear()
    model.before = lambda _event: model.go.wait(60)

    root = office.people.say("ana", "general", f"@icpbot {QUESTION}")
    [begun] = until(lambda: ours(office, root))
    assert quotes_in(until(lambda: office.slack.calls("chat.postMessage"))[0]) == []
    model.go.set()
    office.settled()

    assert begun.text
    assert len(ours(office, root)) == 1


def test_in_the_panel_its_own_line_speaks_until_there_is_a_claim(office, model, interview):
    office.knows(interview)
    root = office.people.open_assistant("ana")
    office.settled()
    model.stop_before = "Claim B"
    model.go.clear()

    office.people.say("ana", None, QUESTION, thread=root)
    [status] = until(lambda: [m for m in ours(office, root) if "Claim A" in m.text])
    model.go.set()
    office.settled()

    assert len(office.slack.calls("assistant.threads.setStatus")) >= 1
    assert status.ts not in [m.ts for m in ours(office, root)]
    assert "Claim C" in ours(office, root)[-1].text
    firsts = [c for c in office.slack.calls("chat.postMessage") if c.arguments.get("thread_ts") == root.ts]
    assert quotes_in(firsts[1])  # the first was the greeting


def test_of_a_private_answer_nothing_is_shown_before_it_is_there(office, model, interview):
    office.knows(interview)
    office.people.command("ben", "general", f"/icp ask {QUESTION}")
    office.settled()

    [whisper] = office.slack.ephemerals("ben")
    assert "Claim C" in str(whisper.blocks)
    assert office.slack.calls("chat.postMessage") == office.slack.calls("chat.update") == []

    office.people.click("ben", whisper, "share")
    office.settled()
    assert "Claim C" in str(office.slack.ephemerals("ben")[-1].blocks)
    assert office.slack.calls("chat.postMessage") == office.slack.calls("chat.update") == []


def test_what_a_status_shows_is_within_what_its_channel_may_read(office, model, interview):
    office.knows(
        interview.replace("delivery notes", "flamingo contracts"),
        "secret.txt",
        audience=office.channel("deals"),
    )
    office.knows(interview, "open.txt")
    root = office.people.say("ana", "general", f"@icpbot {QUESTION}")
    office.settled()

    assert ours(office, root)
    assert any(quotes_in(call) for call in office.slack.calls("chat.update"))
    for call in office.slack.calls():
        if call.method in SHOWING:
            assert "flamingo" not in shown(call)


class TestLies:
    """A model that lies, and one that breaks as well."""

    @pytest.fixture(params=[0.0, 0.4])
    def model(self, request):
        with Liar(int(10 * request.param), troubled=request.param) as server:
            yield server

    def test_nothing_that_was_not_checked_ever_stands_in_slack(self, office, model, interview):
        source = office.knows(interview)
        flat = " ".join(source.text.split())
        for number, question in enumerate(QUESTIONS):
            if number % 3:
                office.people.say("ana", "general", f"@icpbot {question}")
            else:
                office.people.say("ben", None, question)
            office.settled(120)  # one by one, so that the model's chances come in one order

        calls = [call for call in office.slack.calls() if call.method in SHOWING]
        grown = [call for call in calls if call.method == "chat.update" and quotes_in(call)]
        assert grown
        for call in calls:
            read = shown(call)
            assert "93 %" not in read
            assert "inety-three" not in read
            assert "evil.test" not in read
            assert not re.search(r"47 percent", read)
            assert all(quote in flat for quote in quotes_in(call))
            for lie in model.invented:
                assert find(lie, read) is None or find(lie, flat)
        assert len(office.slack.calls("chat.delete")) == len(
            [c for c in calls if "status" in str(c.arguments.get("metadata"))]
        )
