"""The Web API client, and who we are by its token."""

import logging
from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)
from slack_sdk.http_retry.handler import RetryHandler

from icpbot.adapters.slack.trouble import NETWORK, translated

logger = logging.getLogger("icpbot.slack")
TIMEOUT = 20


@dataclass(frozen=True)
class Identity:
    """The bot that a token stands for. `workspace` is our tenant, `team` what Slack calls its own;
    they differ once a team has adopted the local workspace.
    """

    workspace: str
    user: str
    bot: str
    team: str = ""


@dataclass(frozen=True)
class Clients:
    """One token, three tempers.

    `reading` repeats whatever failed. `posting` repeats only what Slack refused for its rate: after
    a lost reply or a server error the message may stand there, and only looking for it tells.
    `hinting` repeats nothing, for what may be lost.
    """

    reading: WebClient
    posting: WebClient
    hinting: WebClient


def slack_clients(bot_token: str, api_url: str) -> Clients:
    """Clients of the Web API at `api_url`, which ends in `/api/`."""
    patient = RateLimitErrorRetryHandler(max_retry_count=3)
    retries: list[RetryHandler] = [
        patient,
        ConnectionErrorRetryHandler(max_retry_count=2),
        ServerErrorRetryHandler(max_retry_count=3),
    ]
    return Clients(
        reading=_client(bot_token, api_url, retries),
        posting=_client(bot_token, api_url, [patient]),
        hinting=_client(bot_token, api_url, []),
    )


def _client(bot_token: str, api_url: str, retries: list[RetryHandler]) -> WebClient:
    return WebClient(
        bot_token, base_url=api_url, timeout=TIMEOUT, retry_handlers=retries, logger=quiet("client")
    )


def identify(client: WebClient) -> Identity:
    """Who the token is; raises `Unavailable` when Slack does not answer or refuses it."""
    try:
        answer = client.auth_test()
    except (SlackApiError, *NETWORK) as error:
        raise translated(error) from error
    team = str(answer["team_id"])
    return Identity(workspace=team, user=str(answer["user_id"]), bot=str(answer["bot_id"]), team=team)


def quiet(name: str) -> logging.Logger:
    """Vendor code logs bodies when asked for detail; bodies hold what people said."""
    silent = logger.getChild(name)
    silent.setLevel(logging.CRITICAL)
    return silent
