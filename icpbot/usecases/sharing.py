"""Sharing: a private answer worked out anew for everybody in the channel, shown first, then posted."""

from collections.abc import Callable

from icpbot.domain.errors import NotAllowed, NotFound
from icpbot.domain.reply import Button, Reply
from icpbot.domain.requests import Request, RequestKind
from icpbot.domain.sources import Reader
from icpbot.usecases.ports import Conversations, Desk

Answer = Callable[[Request, Reader], Reply]
SHARE, NOW = "share", "share-now"


def shareable(reply: Reply, request: Request, *, desk: Desk) -> Reply:
    """An answer to a command in a channel, with the button that shares it."""
    private = request.kind is RequestKind.COMMAND and not request.place.channel.startswith("D")
    if reply.failed or not private:
        return reply
    button = Button(action=SHARE, value=request.id, label=desk.voice.say("button-share", reply.language))
    return reply.model_copy(update={"buttons": (*reply.buttons, button)})


def share(
    request: Request, *, desk: Desk, conversations: Conversations, answer: Answer, language: str
) -> Reply:
    """What would become visible, for the asker alone; after a second press the channel sees it."""
    asked = _own(request, desk)
    if not conversations.takes_part(request):
        raise NotAllowed("share-not-here")
    openly = asked.model_copy(update={"place": asked.place.in_the_open()})
    reply = answer(openly, conversations.reader_of(openly))
    if request.action == NOW:
        return reply.model_copy(update={"openly": True, "buttons": (), "private": None})
    now = Button(
        action=NOW, value=asked.id, style="primary", label=desk.voice.say("button-share-now", language)
    )
    notice = " ".join(part for part in (reply.notice, desk.voice.say("share-preview", language)) if part)
    return reply.model_copy(update={"notice": notice, "buttons": (now,), "private": None})


def _own(request: Request, desk: Desk) -> Request:
    """The request to share: only who asked may share, and only where they asked."""
    asked = desk.requests.request(request.text)
    if asked is None or asked.workspace != desk.workspace:
        raise NotFound("request-unknown", name=request.text)
    if asked.place.user != request.place.user or asked.place.channel != request.place.channel:
        raise NotAllowed("share-not-yours")
    return asked
