"""Random sequences of what happens in Slack: one ending for each request, and none for what is not one."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import slack_edge

from icpbot.playground import LoopbackSlack

if TYPE_CHECKING:
    from pathlib import Path

SEQUENCES = int(os.environ.get("TEST_SEQUENCES", "50"))
"""2,000 take a quarter of an hour: `TEST_SEQUENCES=2000 pytest tests/e2e/test_sequences.py`."""
STEPS = 5
AT_ONCE = 50
PEOPLE = ("ana", "ben")


class Happenings:
    """What people, bots and Slack itself do, and what of it asks the bot something."""

    def __init__(self, slack: LoopbackSlack, seed: int) -> None:
        self.slack, self.chance = slack, random.Random(seed)
        self.asked: dict[str, str] = {}
        """The words of a request (each has its own), and where it was asked."""
        self.messages: list[Any] = []
        self.words = 0
        self.bot = slack.workspace.add_user("weatherbot", bot=True)
        slack.workspace.channel("general").members.add(self.bot.id)

    def happen(self) -> None:
        self.chance.choice([
            self.mention, self.mention, self.direct, self.chatter, self.bot_speaks, self.edit, self.delete,
            self.unfurl, self.react, self.come_and_go, self.lose_a_reply, self.repeat,
        ])()  # fmt: skip

    def _new(self) -> str:
        self.words += 1
        return f"word{self.words}"

    def mention(self) -> None:
        word = self._new()
        self.messages.append(self.slack.people.say(self.chance.choice(PEOPLE), "general", f"@icpbot {word}"))
        self.asked[word] = "general"

    def direct(self) -> None:
        word, who = self._new(), self.chance.choice(PEOPLE)
        self.messages.append(self.slack.people.say(who, None, word))
        self.asked[word] = who

    def chatter(self) -> None:
        self.messages.append(self.slack.people.say(self.chance.choice(PEOPLE), "general", self._new()))

    def bot_speaks(self) -> None:
        self.slack.people.say(self.bot, "general", f"@icpbot {self._new()}")

    def _earlier(self) -> Any | None:
        found = [m for m in self.messages[-20:] if not m.deleted]
        return self.chance.choice(found) if found else None

    def edit(self) -> None:
        message = self._earlier()
        if message:
            self.slack.people.edit(message, f"{message.text} {self._new()}")

    def delete(self) -> None:
        message = self._earlier()
        if message:
            self.slack.people.delete(message)

    def unfurl(self) -> None:
        message = self._earlier()
        if message:
            self.slack.people.unfurl(message, force=True)

    def react(self) -> None:
        message = self._earlier()
        if message:
            self.slack.people.react("ben", message, "eyes")

    def come_and_go(self) -> None:
        self.slack.people.leave("eva", "general")
        self.slack.people.join("eva", "general")

    def lose_a_reply(self) -> None:
        """Slack keeps the post, and we never hear of it."""
        self.slack.faults.store_then_drop("chat.postMessage")

    def repeat(self) -> None:
        """The socket breaks: what was not acknowledged comes again."""
        self.slack.faults.drop_socket(reset=True)


def settle(slack: LoopbackSlack, edge: Any) -> None:
    """Everything is delivered, and everything taken has ended."""
    assert slack.wait_until_delivered()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if not edge.desk.requests.requests(status="received") and not edge.desk.requests.requests(
            status="working"
        ):
            return
        time.sleep(0.05)
    raise AssertionError("requests without an ending")


@pytest.mark.timeout(2400)
def test_each_request_ends_once_whatever_happens_around_it(tmp_path: Path) -> None:
    with LoopbackSlack(manifest=slack_edge.MANIFEST, ack_seconds=2.0) as slack:
        happenings = Happenings(slack, seed=5)
        for _ in range(0, SEQUENCES, AT_ONCE):  # a new process after each lot
            edge = slack_edge.Edge(tmp_path, slack.api_url, slack.bot_token, slack.signing_secret)
            edge.jobs.start()
            with slack_edge.by_socket(edge, slack):
                for _ in range(AT_ONCE * STEPS):
                    happenings.happen()
                settle(slack, edge)
            edge.stop()
        posts = [m for c in slack.workspace.channels.values() for m in c.messages if m.user == slack.bot.id]

    told = Counter(
        word.removeprefix("you said ") for word in slack_edge.headlines(posts) if word.startswith("you said ")
    )
    assert told == Counter(happenings.asked.keys())
    assert len(happenings.asked) > SEQUENCES
    assert slack.violations == []
