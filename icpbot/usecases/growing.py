"""Growing: an answer shown where it was asked for while a model still writes it."""

from collections.abc import Callable

from icpbot.domain.reply import Reply
from icpbot.domain.requests import Request
from icpbot.usecases.answers import Answer, Tell
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.showing.answers import answer_so_far


def in_place(request: Request, *, desk: Desk, conversations: Conversations) -> Tell | None:
    """Nothing where the reply is private, as what is shown there could not be removed."""
    if request.place.private:
        return None
    return growing(lambda reply: conversations.so_far(request, reply), desk=desk)


def growing(show: Callable[[Reply], None], *, desk: Desk) -> Tell:
    """The reply is made once for each answer, and shown again for every word that a model says."""
    last: list[tuple[Answer, Reply]] = []

    def tell(answer: Answer) -> None:
        if not last or last[0][0] is not answer:
            last[:] = [(answer, answer_so_far(answer, desk=desk))]
        show(last[0][1])

    return tell
