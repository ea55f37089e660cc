"""A loopback Slack that grants what the manifest asks for, and our side of the conversation."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from icpbot.adapters.slack.client import Clients, identify, slack_clients
from icpbot.adapters.slack.conversations import SlackConversations
from icpbot.adapters.slack.events import from_message
from icpbot.domain.requests import Place, Request, RequestKind
from icpbot.playground import LoopbackSlack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MANIFEST = Path(__file__).parents[3] / "deploy/slack/manifest.yaml"


@pytest.fixture
def slack() -> Iterator[LoopbackSlack]:
    with LoopbackSlack(manifest=MANIFEST) as server:
        yield server


@pytest.fixture
def clients(slack: LoopbackSlack) -> Clients:
    return slack_clients(slack.bot_token, slack.api_url)


@pytest.fixture
def us(clients: Clients) -> Any:
    return identify(clients.reading)


@pytest.fixture
def conversations(clients: Clients, us: Any) -> SlackConversations:
    return SlackConversations(clients, us, pause=lambda _seconds: None)


@pytest.fixture
def asked(slack: LoopbackSlack, us: Any) -> Callable[..., Request]:
    """Somebody says something, and it becomes a request."""

    def say(who: str, where: str | None, text: str = "@icpbot hello", **more: Any) -> Request:
        message = slack.people.say(who, where, text, **more)
        request = from_message({**message.as_json(), "channel": message.channel}, us)
        assert request is not None
        return request

    return say


@pytest.fixture
def commanded(slack: LoopbackSlack, us: Any) -> Callable[..., Request]:
    """Somebody types a slash command, and it becomes a request."""

    def command(who: str, where: str) -> Request:
        user, channel = slack.workspace.user(who), slack.workspace.channel(where)
        url = slack.context.new_response_url("commands", user=user.id, channel=channel.id)
        place = Place(channel=channel.id, user=user.id, private=True, response_url=url)
        return Request(
            id=f"{us.workspace}:cmd:1", workspace=us.workspace, kind=RequestKind.COMMAND, text="hello",
            place=place, asked_at=datetime.now(UTC),
        )  # fmt: skip

    return command
