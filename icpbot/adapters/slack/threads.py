"""What people said in a thread, turn by turn."""

from collections.abc import Iterator
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from icpbot.adapters.slack.client import Identity, logger
from icpbot.adapters.slack.markup import plain
from icpbot.adapters.slack.trouble import NETWORK, code, passes, translated
from icpbot.domain.requests import Place
from icpbot.domain.sources import Turn

MESSAGES = 1000
PAGE = 200


def thread_turns(place: Place, client: WebClient, us: Identity) -> tuple[Turn, ...]:
    """People's messages, oldest first; our own and other bots' are left out. Raises `Unavailable`."""
    try:
        found = list(_messages(place, client))
        names = {user: _name(user, client) for user in dict.fromkeys(m.get("user") for m in found) if user}
    except (SlackApiError, *NETWORK) as error:
        if passes(error):
            raise translated(error) from error
        logger.warning("a thread was not read: %s", code(error))
        return ()
    return tuple(
        Turn(text=text, speaker=names.get(str(message.get("user"))))
        for message in found
        if not message.get("bot_id") and (text := plain(str(message.get("text") or ""), us.user))
    )


def _messages(place: Place, client: WebClient) -> Iterator[dict[str, Any]]:
    cursor, left = "", MESSAGES
    while left > 0:
        page = client.conversations_replies(
            channel=place.channel, ts=place.thread or place.message or "", limit=PAGE, cursor=cursor
        )
        yield from page["messages"]
        left -= len(page["messages"])
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


def _name(user: str, client: WebClient) -> str:
    info = client.users_info(user=user)["user"]
    return str(info.get("real_name") or info.get("name") or user)
