"""A status says what stands, as often as Slack bears it."""

from __future__ import annotations

import pytest

from icpbot.adapters.slack.posts import Posts, Spot
from icpbot.adapters.slack.statuses import BACKOFF_SECONDS, Statuses
from icpbot.domain.reply import Cited, Reply


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def statuses(clients, us, clock):
    return Statuses(Posts(clients, us, lambda _seconds: None), clock)


@pytest.fixture
def spot(slack):
    return Spot(slack.workspace.channel("general").id, None, "0")


def growing(claims: int) -> Reply:
    quotes = [Cited(text=f"两个小时，{n}。", who="王芳", number=n) for n in range(1, claims + 1)]
    return Reply(headline="是的：", quotes=tuple(quotes))


def stands(slack):
    return [str(m.blocks) for m in slack.messages("general") if m.user == slack.bot.id]


def test_updates_of_all_replies_together_stay_below_what_slack_allows(slack, statuses, spot, clock) -> None:
    for tick in range(600):  # a minute of words
        clock.now = 1000.0 + tick / 10
        for request in ("one", "two"):
            statuses.show(spot, request, growing(1 + tick // 20))

    assert 40 <= len(slack.calls("chat.update")) <= 50
    assert len(stands(slack)) == 2


def test_what_came_too_early_to_be_shown_is_shown_when_it_is_said_again(slack, statuses, spot, clock) -> None:
    first, second = growing(1), growing(2)
    for reply in (growing(0), first, second, second):
        statuses.show(spot, "one", reply)
    assert "，2。" not in stands(slack)[0]

    clock.now += 2
    statuses.show(spot, "one", second)
    assert "，2。" in stands(slack)[0]


def test_slack_is_left_alone_for_a_while_after_it_refused_a_status(slack, statuses, spot, clock) -> None:
    slack.faults.fail_next("chat.postMessage", status=500)
    for claims in range(20):
        statuses.show(spot, "one", growing(claims))
    assert len(slack.calls("chat.postMessage")) == 1

    clock.now += BACKOFF_SECONDS + 1
    statuses.show(spot, "one", growing(20))
    slack.faults.fail_next("chat.update", status=429)
    for claims in range(20, 40):
        statuses.show(spot, "one", growing(claims))
        clock.now += 0.3
    assert (len(slack.calls("chat.postMessage")), len(slack.calls("chat.update"))) == (2, 1)

    clock.now += BACKOFF_SECONDS
    statuses.show(spot, "one", growing(5))
    assert "，5。" in stands(slack)[0]
