"""Budget: how many tokens of the model a person and a workspace may still spend today (UTC)."""

from collections.abc import Iterable

from icpbot.domain.model import Model
from icpbot.domain.requests import Request
from icpbot.usecases.ports import Desk


class Spent(Model):
    """Tokens since midnight."""

    person: int
    workspace: int


def affordable(user: str | None, desk: Desk, *, already: int = 0) -> bool:
    """Whether the model may be asked once more, when the request at hand took `already` tokens; without
    limits nothing is counted.
    """
    person, workspace = desk.budget
    if person is None and workspace is None:
        return True
    used = spent(user, desk)
    taken = (used.person + already, used.workspace + already)
    return (person is None or taken[0] < person) and (workspace is None or taken[1] < workspace)


def spent(user: str | None, desk: Desk) -> Spent:
    """What the requests of today cost, this person's and everybody's."""
    midnight = desk.clock().replace(hour=0, minute=0, second=0, microsecond=0)
    today = desk.requests.requests(desk.workspace, since=midnight)
    return Spent(person=_tokens(r for r in today if r.place.user == user), workspace=_tokens(today))


def _tokens(requests: Iterable[Request]) -> int:
    return sum(request.tokens for request in requests)
