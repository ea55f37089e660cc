"""The assistant panel: status, title and suggested prompts. All may be lost without harm."""

from collections.abc import Callable

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from icpbot.adapters.slack.client import logger
from icpbot.adapters.slack.trouble import NETWORK, code
from icpbot.domain.reply import Reply
from icpbot.domain.requests import Place
from icpbot.domain.text import shorten

TITLE = 80
STATUS = 100
PROMPTS = 4


class Panel:
    """What stands around the messages of a thread in a direct message."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    def is_at(self, place: Place) -> bool:
        return place.direct and place.thread is not None

    def working(self, place: Place, text: str) -> bool:
        """Show what is being done; false where there is no panel. Slack clears it with the next post."""
        if not self.is_at(place):
            return False
        status = shorten(text, STATUS)
        return self._done(
            lambda: self._client.assistant_threads_setStatus(
                channel_id=place.channel, thread_ts=place.thread or "", status=status
            )
        )

    def furnish(self, place: Place, reply: Reply) -> None:
        """Name the conversation and offer what to begin it with."""
        thread = place.thread
        if not self.is_at(place) or thread is None:
            return
        if reply.title:
            title = shorten(reply.title, TITLE)
            self._done(
                lambda: self._client.assistant_threads_setTitle(
                    channel_id=place.channel, thread_ts=thread, title=title
                )
            )
        if reply.prompts:
            prompts = [{"title": one.label, "message": one.value} for one in reply.prompts[:PROMPTS]]
            self._done(
                lambda: self._client.assistant_threads_setSuggestedPrompts(
                    channel_id=place.channel, thread_ts=thread, prompts=prompts
                )
            )

    def _done(self, call: Callable[[], object]) -> bool:
        try:
            call()
        except (SlackApiError, *NETWORK) as error:
            logger.warning("the panel was not changed: %s", code(error))
            return False
        return True
