"""Who waits behind others reads an honest place, in one line that goes when the answer comes."""

import threading

import pytest
from waiting import until

from icpbot.adapters.jobs import keeper
from icpbot.adapters.jobs.durable import AT_ONCE, QUESTIONS
from icpbot.usecases import handle


@pytest.fixture
def gate(monkeypatch):
    """While it is shut, whoever is asked something slow is busy."""
    opened, answer = threading.Event(), handle.answer
    opened.busy = []

    def slowly(request_id, *, desk, conversations):
        if "slow" in desk.requests.request(request_id).text:
            opened.busy.append(request_id)
            opened.wait(30)
        return answer(request_id, desk=desk, conversations=conversations)

    monkeypatch.setattr(handle, "answer", slowly)
    monkeypatch.setattr(keeper, "PLACE_SECONDS", 0.1)
    return opened


def lines(office, thread):
    return [m.text for m in office.slack.messages("general") if m.thread_ts == thread.ts and m.user == office.slack.bot.id]  # fmt: skip


def test_a_place_in_the_queue_is_told_updated_and_taken_away(gate, office):
    for number in range(AT_ONCE[QUESTIONS]):
        office.people.say("ana", "general", f"@icpbot slow question {number}?")
    until(lambda: len(gate.busy) == AT_ONCE[QUESTIONS])
    first = office.people.say("ben", "general", "@icpbot Co najbardziej boli naszych klientów?")
    until(lambda: lines(office, first) == ["Jest teraz kolejka. Twoja kolej jest następna."])
    second = office.people.say("ana", "general", "@icpbot 我们的客户最痛的是什么？")
    until(lambda: any("第2位" in line or "第\u20682\u2069位" in line for line in lines(office, second)))

    gate.set()
    office.settled(60)

    for question in (first, second):
        assert len(lines(office, question)) == 1
        assert "kolej" not in lines(office, question)[0]
        assert "排" not in lines(office, question)[0]
