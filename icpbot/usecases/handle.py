"""A request from receipt to its one ending, in steps that may each be repeated without harm."""

from datetime import timedelta

from icpbot.domain.errors import IcpbotError
from icpbot.domain.reply import Reply
from icpbot.domain.requests import ENDED, TERMINAL, Request, RequestKind, RequestStatus
from icpbot.usecases import canvases
from icpbot.usecases.charting import pictured
from icpbot.usecases.ports import Conversations, Desk, Jobs
from icpbot.usecases.respond import respond
from icpbot.usecases.speaking import language_of_request, with_language

OURS_FOR = timedelta(hours=24)
"""A thread is ours for a day after the last thing anyone asked us in it."""


def receive(request: Request, *, desk: Desk, jobs: Jobs) -> bool:
    """Record a request under its id and queue it; false for an event that came before.

    It is queued again even then: the process may have died between the two. The queue takes each
    id once.
    """
    fresh = desk.requests.receive(request)
    stored = request if fresh else desk.requests.request(request.id)
    if stored is None or stored.status not in ENDED:
        jobs.enqueue(request.id)
    return fresh


def is_ours(channel: str, thread: str, *, desk: Desk) -> bool:
    """True while people talk to us in a thread; the store knows, so a restart forgets nothing. What somebody
    asked of it for themselves, by a shortcut, makes it nobody else's.
    """
    return bool(desk.requests.said_in(desk.workspace, channel, thread, desk.clock() - OURS_FOR))


def unfinished(desk: Desk) -> list[str]:
    """Requests of this workspace that were recorded and never ended: the process died, or the queue was
    away. What was asked in a terminal ended with it.
    """
    open_ones = [status for status in RequestStatus if status not in ENDED]
    waiting = [r for status in open_ones for r in desk.requests.requests(desk.workspace, status=status)]
    return [request.id for request in waiting if request.place.channel != TERMINAL]


def conversation(request_id: str, *, desk: Desk) -> str:
    """What must stay in order: requests of one thread, or of one direct message."""
    request = desk.requests.request(request_id)
    if request is None:
        return request_id
    place = request.place
    if request.kind is RequestKind.HOME:
        return f"home/{place.user}"
    if place.private:
        return f"{place.channel}/{place.user}"
    return place.channel if place.direct else f"{place.channel}/{place.thread or place.message}"


def apology(request_id: str, *, desk: Desk) -> Reply:
    """What people read when answering failed for a reason nobody foresaw."""
    request = desk.requests.request(request_id)
    if request is None:
        return Reply(headline=desk.voice.say("unexpected", "en"), failed=True)
    return sorry(request, None, desk)


def answer(request_id: str, *, desk: Desk, conversations: Conversations) -> Reply | None:
    """The reply to a request, or nothing when it has ended already."""
    request = desk.requests.request(request_id)
    if request is None or request.status in ENDED:
        return None
    request = request.model_copy(update={"status": RequestStatus.WORKING})
    desk.requests.update_request(request)
    try:
        request = _with_language(request, desk, conversations)
        return respond(request, desk=desk, conversations=conversations)
    except IcpbotError as error:
        return sorry(request, error, desk)


def _with_language(request: Request, desk: Desk, conversations: Conversations) -> Request:
    """What was found out is kept for what comes later."""
    spoken = with_language(request, desk, conversations)
    if spoken is not request:
        desk.requests.update_request(spoken)
    return spoken


def sorry(request: Request, error: IcpbotError | None, desk: Desk) -> Reply:
    """One plain sentence with the next step; never an exception's text."""
    language = language_of_request(request, desk)
    values = error.values if error else {}
    text = desk.voice.say(error.key if error else "unexpected", language, **values)
    return Reply(headline=text, language=language, failed=True)


def give_up(request_id: str, *, desk: Desk) -> None:
    """Close a request whose team has removed the app: nobody is there to be answered."""
    request = desk.requests.request(request_id)
    if request is not None and request.status not in ENDED:
        ended = {"status": RequestStatus.FAILED, "ended_at": desk.clock()}
        desk.requests.update_request(request.model_copy(update=ended))


def deliver(request_id: str, reply: Reply, *, desk: Desk, conversations: Conversations) -> None:
    """Post the reply where the request came from, unless it stands there, put right what it changed where
    that was shown before, and close the request.
    """
    request = desk.requests.request(request_id)
    if request is None or request.status in ENDED:
        return
    reply = _still_known(reply, request, desk)
    in_terminal = request.place.channel == TERMINAL
    conversations.deliver(request, reply if in_terminal else pictured(reply, desk=desk))
    if not in_terminal:
        canvases.follow(request, desk=desk, conversations=conversations)
    ended = {
        "status": RequestStatus.FAILED if reply.failed else RequestStatus.ANSWERED,
        "ended_at": desk.clock(),
        "answer": reply.text,
        "engine": reply.engine,
        "tokens": reply.tokens,
        "answered": reply.answered,
        "cites": reply.cites,
        "language": reply.language,
        "verdicts": reply.verdicts,
    }
    desk.requests.update_request(request.model_copy(update=ended))


def _still_known(reply: Reply, request: Request, desk: Desk) -> Reply:
    """A reply that waited for its delivery while a source of it was forgotten says so instead."""
    if all(desk.sources.get(source_id) for source_id in reply.cites):
        return reply
    language = language_of_request(request, desk)
    return Reply(headline=desk.voice.say("answer-forgotten", language), language=language)
