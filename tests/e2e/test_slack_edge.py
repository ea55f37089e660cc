"""Slack, Bolt, the store and the durable queue together, over both ways in which Slack reaches us."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
import slack_edge

from icpbot.domain.errors import Unavailable
from icpbot.playground import LoopbackSlack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


headlines = slack_edge.headlines


@pytest.fixture(scope="module", params=["socket", "http"])
def world(request: Any, tmp_path_factory: Any) -> Iterator[tuple[LoopbackSlack, Any]]:
    """Slack with the edge connected; shared, as starting and stopping take a second."""
    home = tmp_path_factory.mktemp(request.param)
    with LoopbackSlack(manifest=slack_edge.MANIFEST, ack_seconds=2.0) as slack:
        edge = slack_edge.Edge(home, slack.api_url, slack.bot_token, slack.signing_secret)
        edge.jobs.start()
        way = slack_edge.by_socket if request.param == "socket" else slack_edge.by_http
        with way(edge, slack):
            yield slack, edge
        edge.stop()


@pytest.fixture
def slack(world: Any) -> LoopbackSlack:
    return world[0]


@pytest.fixture
def settled(world: Any) -> Callable[[], None]:
    """Everything Slack sent is acknowledged, and everything taken is answered."""
    slack, edge = world

    def wait() -> None:
        assert slack.wait_until_delivered()
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            if all(r.status == "answered" for r in edge.desk.requests.requests()):
                return
            time.sleep(0.02)
        raise AssertionError([r for r in edge.desk.requests.requests() if r.status != "answered"])

    return wait


def test_a_mention_gets_one_answer_in_its_thread(slack, settled) -> None:
    asked = slack.people.say("ana", "general", "@icpbot fit A &amp; B")

    settled()
    assert headlines(slack.replies(asked)) == ["you said fit A &amp; B"]


def test_a_mention_inside_a_thread_is_answered_there(slack, settled) -> None:
    root = slack.people.say("ana", "general", "morning")

    slack.people.say("ben", "general", "@icpbot hello", thread=root)

    settled()
    assert headlines(slack.replies(root)) == ["you said hello"]


def test_a_direct_message_and_a_group_message_are_answered(slack, settled) -> None:
    slack.people.say("ben", None, "hello")
    asked = slack.people.say("ana", slack.workspace.direct("ana", "eva").id, "hello both")

    settled()
    assert headlines(slack.messages(None, of="ben")) == ["hello", "you said hello"]
    assert headlines(slack.replies(asked)) == ["you said hello both"]


def test_a_thread_goes_on_without_a_mention_unless_it_is_for_a_colleague(slack, settled) -> None:
    asked = slack.people.say("ana", "general", "@icpbot first")
    settled()

    slack.people.say("ana", "general", "second", thread=asked)
    slack.people.say("ana", "general", f"<@{slack.workspace.user('ben').id}> look", thread=asked)
    slack.people.say("ana", "general", "among us")

    settled()
    assert headlines(slack.replies(asked)) == ["you said first", "you said second"]


def test_a_command_is_answered_in_private(slack, settled) -> None:
    before = len(slack.messages("random"))
    assert slack.people.command("ben", "random", "/icp best").acked

    settled()
    assert headlines(slack.ephemerals("ben"))[-1] == "you said best"
    assert len(slack.messages("random")) == before


def test_a_dropped_file_is_read_without_a_mention(slack, settled) -> None:
    asked = slack.people.upload("ana", "general", {"call.vtt": b"WEBVTT"})

    settled()
    assert headlines(slack.replies(asked)) == ["read [6]"]


def test_a_mention_with_a_file_is_one_request_whatever_comes_first(slack, world, settled) -> None:
    asked = slack.people.upload("ana", "general", {"a.txt": b"abc"}, comment="@icpbot read this")

    settled()
    assert [reply.text for reply in slack.replies(asked)] == ["read [3]\nread this"]
    request = world[1].desk.requests.request(f"{slack.workspace.team_id}:{asked.channel}:{asked.ts}")
    assert [file.name for file in request.files] == ["a.txt"]


def test_a_button_acts_in_the_thread_of_its_message(slack, settled) -> None:
    asked = slack.people.say("ana", "general", "@icpbot hello")
    settled()

    assert slack.people.click("ben", slack.replies(asked)[0], "fit").acked

    settled()
    assert headlines(slack.replies(asked)) == ["you said hello", "fit Acme"]


def test_a_button_of_a_private_answer_is_answered_in_private(slack, settled) -> None:
    slack.people.command("eva", "general", "/icp hello")
    settled()

    assert slack.people.click("eva", slack.ephemerals("eva")[-1], "fit").acked

    settled()
    assert headlines(slack.ephemerals("eva")) == ["you said hello", "fit Acme"]


def test_retries_and_redeliveries_answer_once(slack, settled) -> None:
    asked = slack.people.say("ana", "general", "@icpbot hello")
    settled()

    for event in [e for e in slack.delivery.events if e["event"].get("ts") == asked.ts]:
        slack.delivery.redeliver(event)

    settled()
    assert len(slack.replies(asked)) == 1


def test_unfurls_edits_and_deletions_are_not_answered(slack, settled) -> None:
    asked = slack.people.say("ana", "general", "@icpbot hello")
    settled()

    slack.people.unfurl(slack.replies(asked)[0], force=True)
    slack.people.edit(asked, "@icpbot hello again")
    slack.people.delete(slack.people.say("ana", "general", "oops"))

    settled()
    assert len(slack.replies(asked)) == 1


def test_other_bots_are_not_answered(slack, settled) -> None:
    bot = slack.workspace.add_user("otherbot", bot=True)
    slack.workspace.channel("general").members.add(bot.id)

    asked = slack.people.say(bot, "general", "@icpbot hello")
    slack.people.upload(bot, "general", {"a.txt": b"abc"})

    settled()
    assert slack.replies(asked) == []


@pytest.mark.parametrize("fault", ["store_then_drop", "drop_next", "rate_limit_next"])
def test_a_post_in_trouble_is_made_once(slack, settled, fault) -> None:
    getattr(slack.faults, fault)("chat.postMessage")

    asked = slack.people.say("ana", "general", f"@icpbot {fault}")

    settled()
    assert headlines(slack.replies(asked)) == [f"you said {fault}"]


def test_a_request_that_cannot_be_recorded_is_sent_again(slack, world, settled, monkeypatch) -> None:
    edge, failures = world[1], [1, 1]
    record = edge.desk.requests.receive

    def failing(request: Any) -> bool:
        if failures:
            failures.pop()
            raise Unavailable("store-not-answering")
        return record(request)

    monkeypatch.setattr(edge.desk.requests, "receive", failing)
    slack.delivery.ack_seconds = 0.5

    asked = slack.people.say("ben", None, "still there?")

    assert slack.wait_for(lambda: not slack.delivery.in_flight, 15)
    slack.delivery.ack_seconds = 2.0
    settled()
    assert [e for e in headlines(slack.messages(None, of="ben")) if "still there?" in e] == [
        asked.text, f"you said {asked.text}",
    ]  # fmt: skip


def test_acknowledgements_come_at_once(slack, settled) -> None:
    settled()

    first_tries = [a.seconds for a in slack.delivery.attempts if a.acked and not a.number]
    assert sorted(first_tries)[len(first_tries) // 2] < 0.2


def test_no_promise_was_broken_and_no_scope_was_missing(slack, settled) -> None:
    settled()

    assert [violation.what for violation in slack.violations] == []
    assert not [call for call in slack.calls() if call.error == "missing_scope"]
    assert slack.delivery.unheard == [] or {kind for kind, _ in slack.delivery.unheard} == {"file_shared"}
