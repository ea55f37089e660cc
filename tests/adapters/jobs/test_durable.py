from __future__ import annotations

import threading
import time

from ended import wait_until_ended

from icpbot.adapters.jobs import durable, keeper
from icpbot.domain.errors import Unavailable
from icpbot.domain.reply import Attachment, Reply


def test_a_request_is_answered_and_delivered_once(world, jobs) -> None:
    world.answering = lambda _id: Reply(headline="h", attachments=(Attachment(name="x", content=b"\xff"),))

    for _ in range(3):
        jobs.enqueue("c:1")

    assert world.wait(1)
    jobs.enqueue("c:1")
    time.sleep(0.3)
    assert world.answers == {"c:1": 1}
    assert world.delivered["c:1"] == [
        Reply(headline="h", attachments=(Attachment(name="x", content=b"\xff"),))
    ]


def test_a_conversation_stays_in_order_and_others_do_not_wait(world, jobs) -> None:
    gate = threading.Event()
    world.answering = lambda i: ((gate.wait(5) if i == "a:1" else None) and None) or Reply(headline=i)

    for request_id in ("a:1", "a:2", "a:3", "b:1"):
        jobs.enqueue(request_id)

    assert world.wait(1)
    assert world.order == ["b:1"]
    gate.set()
    assert world.wait(4)
    assert world.order == ["b:1", "a:1", "a:2", "a:3"]


def test_an_unforeseen_failure_becomes_an_apology_and_its_words_stay_out_of_the_log(
    world, jobs, caplog
) -> None:
    said = repr(object())  # unlike a literal it stands in no line of code that a trace could show

    def fail(_request_id: str) -> Reply:
        raise RuntimeError(said)

    world.answering = fail

    jobs.enqueue("e:1")

    assert world.wait(1)
    assert [reply.headline for reply in world.delivered["e:1"]] == ["sorry"]
    assert "e:1" in caplog.text
    assert "RuntimeError" in caplog.text
    assert said not in caplog.text


def test_a_request_that_has_ended_already_is_left_alone(world, jobs) -> None:
    world.answering = lambda _id: None

    jobs.enqueue("f:1")
    jobs.enqueue("d:1")

    assert not world.wait(1, timeout=0.5)


def test_a_reply_waits_until_it_can_be_delivered(world, jobs, monkeypatch) -> None:
    monkeypatch.setattr(durable, "DELIVERY_WAITS", (0.01,) * 20)
    tries: list[str] = []

    def away(request_id: str) -> None:
        tries.append(request_id)
        if len(tries) < 5:
            raise Unavailable("slack-not-answering")

    world.delivering = away

    jobs.enqueue("g:1")

    assert world.wait(1)
    assert (len(tries), world.answers["g:1"]) == (5, 1)


def test_a_reply_that_breaks_delivery_does_not_block_the_next(world, jobs, monkeypatch) -> None:
    monkeypatch.setattr(durable, "DELIVERY_WAITS", (0.01,) * 20)

    def broken(request_id: str) -> None:
        if request_id == "h:1":
            raise KeyError(request_id)

    world.delivering = broken

    jobs.enqueue("h:1")
    jobs.enqueue("h:2")

    assert world.wait(1)
    assert world.order == ["h:2"]


def test_finished_jobs_do_not_keep_what_was_said(world, jobs, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(keeper, "KEPT", -keeper.KEPT)
    world.answering = lambda _id: Reply(headline="a quote to be forgotten")
    jobs.enqueue("i:1")
    assert world.wait(1)
    wait_until_ended(jobs)

    jobs._keeper.clear()

    assert "a quote to be forgotten" not in "".join(str(j) for j in jobs._client.list_workflows())
    assert jobs._client.list_workflows() == []
