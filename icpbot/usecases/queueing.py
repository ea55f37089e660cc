"""Queueing: what a request's turn depends on, and telling people honestly where they stand."""

from icpbot.domain.queueing import Ticket
from icpbot.domain.requests import ENDED, TERMINAL, Request, RequestKind
from icpbot.usecases.handle import conversation
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.speaking import language_of_request, with_language

LIST_LINES = 40
"""Names, one a line, that are a list to work through and no question."""
TOLD = {RequestKind.MESSAGE, RequestKind.FILE}
"""What is answered by a post, under which a line may stand until then."""


def ticket(request_id: str, *, desk: Desk) -> Ticket:
    request = desk.requests.request(request_id)
    if request is None:
        return Ticket(conversation=request_id, workspace=desk.workspace, person="")
    return Ticket(
        conversation=f"{request.workspace}/{conversation(request_id, desk=desk)}",
        workspace=request.workspace,
        person=request.place.user or "",
        bulk=_is_bulk(request),
    )


def _is_bulk(request: Request) -> bool:
    return request.kind is RequestKind.FILE or request.text.count("\n") >= LIST_LINES


def tell_place(request_id: str, place: int, *, desk: Desk, conversations: Conversations) -> None:
    """Say in the request's status line how many are served before it."""
    request = desk.requests.request(request_id)
    if request is None or request.status in ENDED or request.kind not in TOLD:
        return
    if request.place.channel == TERMINAL:
        return
    language = language_of_request(with_language(request, desk, conversations), desk)
    if place == 1:
        conversations.working(request, desk.voice.say("queue-next", language))
    else:
        conversations.working(request, desk.voice.say("queue-place", language, place=place))
