"""Slack as the place where people talk to us."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from icpbot.adapters.slack.audience import Audience
from icpbot.adapters.slack.blocks import Layout, layout
from icpbot.adapters.slack.canvases import Canvases
from icpbot.adapters.slack.client import Clients, Identity, logger
from icpbot.adapters.slack.files import fetch
from icpbot.adapters.slack.markup import clipped
from icpbot.adapters.slack.panel import Panel
from icpbot.adapters.slack.posts import Posts, Spot
from icpbot.adapters.slack.statuses import Statuses
from icpbot.adapters.slack.threads import thread_turns
from icpbot.adapters.slack.trouble import NETWORK, code, dislikes_content, passes, translated
from icpbot.adapters.slack.views import home_view
from icpbot.domain.canvases import Canvas
from icpbot.domain.errors import UsageError
from icpbot.domain.reply import Reply
from icpbot.domain.requests import FileRef, Place, Request
from icpbot.domain.sources import Reader, Turn
from icpbot.usecases.ports import Person

RESPONSE_URL = timedelta(minutes=29)
"""Slack takes answers there for thirty."""
NOWHERE = ""


class SlackConversations:
    """Implements `Conversations`; every method may be repeated without harm."""

    def __init__(
        self,
        clients: Clients,
        us: Identity,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clients = clients
        self._us = us
        self._posts = Posts(clients, us, pause)
        self._audience = Audience(clients.reading, us)
        self._panel = Panel(clients.hinting)
        self._canvases = Canvases(clients)
        self._clock = clock
        self._statuses = Statuses(self._posts)

    def reader_of(self, request: Request) -> Reader:
        return self._audience.reader_of(request)

    def person(self, request: Request) -> Person:
        return self._audience.person(request.place.user)

    def takes_part(self, request: Request) -> bool:
        return self._audience.takes_part(request.place.channel)

    def audience_of(self, request: Request) -> str:
        return self._audience.audience_of(request.place.channel)

    def thread(self, request: Request) -> tuple[Turn, ...]:
        return thread_turns(request.place, self._clients.reading, self._us)

    def fetch(self, file: FileRef) -> bytes:
        return fetch(file, self._clients.reading)

    def write_canvas(self, request: Request, title: str, markdown: str, known: str | None) -> Canvas:
        """Raises `UsageError` in a group message, which Slack lets nobody share a canvas with."""
        place = request.place
        if not (place.private or place.direct) and self._audience.is_group(place.channel):
            raise UsageError("canvas-not-in-group")
        return self._canvases.write(title, markdown, known)

    def remove_canvas(self, canvas: Canvas) -> None:
        self._canvases.remove(canvas.id)

    def working(self, request: Request, text: str) -> None:
        """One status line, updated in place. A private reply has none: it could not be removed."""
        if not request.place.private and not self._panel.working(request.place, text):
            self._statuses.show(_spot(request), request.id, text)

    def so_far(self, request: Request, reply: Reply) -> None:
        """A message that grows, until the answer takes its place. In the panel, whose own line says what is
        being done, there is none before the first quote.
        """
        place = request.place
        if not place.private and (reply.quotes or not self._panel.is_at(place)):
            self._statuses.show(_spot(request), request.id, reply)

    def deliver(self, request: Request, reply: Reply) -> str:
        """Where the reply stands; nowhere when neither the place nor the asker can be reached."""
        if reply.silent:
            return NOWHERE
        if reply.openly:
            request = request.model_copy(update={"place": request.place.in_the_open()})
        try:
            if not request.place.channel and not reply.sections:
                return self._in_person(request, layout(reply))
            if reply.sections:
                return self._publish(request.place, reply)
            if request.place.private:
                return self._whisper(request, reply)
            return self._answer(_spot(request), request, reply)
        except SlackApiError as error:
            logger.warning("%s cannot be answered in its place: %s", request.id, code(error))
            return self._in_person(request, layout(reply))
        except NETWORK as error:
            raise translated(error) from error
        finally:
            self._statuses.forget(request.id)

    def _publish(self, place: Place, reply: Reply) -> str:
        """The page of one person. The last one wins: pages of a person are made one after the other."""
        if place.user is None:
            return NOWHERE
        try:
            self._clients.reading.views_publish(user_id=place.user, view=home_view(reply, place.channel))
        except SlackApiError as error:
            if passes(error):
                raise translated(error) from error
            logger.warning("a home was not shown: %s", code(error))
            return NOWHERE
        return f"{place.user}:home"

    def _answer(self, spot: Spot, request: Request, reply: Reply) -> str:
        """The post first, so that there is an answer; all that may repeat harmlessly comes after."""
        page = layout(reply)
        standing = self._posts.standing(spot, request.id)
        ts = standing.answer or self._posts.answer(spot, request.id, page.text, page.blocks)
        for status in standing.statuses:
            self._posts.remove(spot, status)
        self._posts.upload(spot, page.attachments, after=ts)
        if reply.canvas:
            alone = request.place.user if request.place.direct else None
            self._canvases.open_to(reply.canvas.id, channel=None if alone else spot.channel, user=alone)
        if reply.private and request.place.user:
            self._aside(spot, request.place.user, reply.private)
        self._panel.furnish(request.place, reply)
        return f"{spot.channel}:{ts}"

    def _aside(self, spot: Spot, user: str, text: str) -> None:
        """A line that only the asker sees."""
        try:
            self._clients.posting.chat_postEphemeral(
                channel=spot.channel, user=user, text=clipped(text, 3000), thread_ts=spot.thread
            )
        except SlackApiError as error:
            if passes(error):
                raise translated(error) from error
            logger.warning("a private line was not shown: %s", code(error))

    def _whisper(self, request: Request, reply: Reply) -> str:
        """A reply to one person. No history shows it, so it comes last: what follows could repeat it."""
        place, page = request.place, layout(reply)
        if (page.attachments or reply.canvas) and (direct := self._direct(place.user)):
            spot = Spot(direct, None, _oldest(request))
            self._posts.upload(spot, page.attachments, after=spot.oldest)
            if reply.canvas:
                self._hand(reply.canvas, spot, request)
        if self._by_response_url(request, page):
            return f"{place.channel}:ephemeral"
        if place.user is None:
            return NOWHERE
        shown: dict[str, Any] = {"channel": place.channel, "user": place.user, "text": page.text}
        try:
            self._clients.posting.chat_postEphemeral(**shown, blocks=page.blocks)
        except SlackApiError as error:
            if not dislikes_content(error):
                raise
            self._clients.posting.chat_postEphemeral(**shown)
        return f"{place.channel}:ephemeral"

    def _hand(self, canvas: Canvas, spot: Spot, request: Request) -> None:
        """Slack opens a canvas to those alone who were sent its link in a message."""
        if not self._posts.standing(spot, request.id).answer:
            self._posts.answer(spot, request.id, canvas.link, [])
        self._canvases.open_to(canvas.id, channel=None, user=request.place.user)

    def _by_response_url(self, request: Request, page: Layout) -> bool:
        """The only way into a channel that we are not in; false when it is over or used up."""
        url = request.place.response_url
        if not url or self._clock() - request.asked_at > RESPONSE_URL:
            return False
        hook = WebhookClient(url, timeout=20, retry_handlers=self._clients.posting.retry_handlers)
        body = {"response_type": "ephemeral", "replace_original": False, "text": page.text}
        answer = hook.send_dict({**body, "blocks": page.blocks})
        if answer.status_code == 400:  # blocks that this way does not take
            answer = hook.send_dict(body)
        if answer.status_code >= 500 or answer.status_code == 429:
            raise translated(ConnectionError(f"status {answer.status_code}"))
        return answer.status_code == 200

    def _in_person(self, request: Request, page: Layout) -> str:
        """The channel is gone or closed to us: the asker is told directly, once."""
        direct = self._direct(request.place.user)
        if direct is None:
            return NOWHERE
        spot = Spot(direct, None, _oldest(request))
        try:
            standing = self._posts.standing(spot, request.id)
            ts = standing.answer or self._posts.answer(spot, request.id, page.text, page.blocks)
            self._posts.upload(spot, page.attachments, after=ts)
        except SlackApiError as error:
            logger.error("%s could not be answered at all: %s", request.id, code(error))
            return NOWHERE
        return f"{direct}:{ts}"

    def _direct(self, user: str | None) -> str | None:
        if user is None:
            return None
        try:
            return str(self._clients.reading.conversations_open(users=user)["channel"]["id"])
        except (SlackApiError, *NETWORK) as error:
            if passes(error):
                raise translated(error) from error
            logger.warning("cannot open a direct message: %s", code(error))
            return None


def _spot(request: Request) -> Spot:
    """In channels the thread of the question; in a DM a thread only if the question was in one."""
    place: Place = request.place
    thread = place.thread if place.direct else place.thread or place.message
    return Spot(place.channel, thread, _oldest(request))


def _oldest(request: Request) -> str:
    """No post of ours for this request is older; Slack's clock stamped both."""
    return f"{request.asked_at.timestamp() - 1:.6f}"
