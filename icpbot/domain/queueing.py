"""Whose turn it is: conversations in order, workspaces and people in fair shares.

Self-clocked fair queueing (S. J. Golestani, 1994): each person is a flow whose requests cost as much as there
are people of the same workspace in the queue, so that every workspace gets the same share, and every person
the same share of it, however much anybody piles up.
"""

from collections.abc import Sequence

from icpbot.domain.model import Model

PILE = 5
"""A question waits for this many files dropped before it in its conversation, as it may be about them;
behind a greater pile it does not wait."""


class Ticket(Model):
    """What a turn depends on. `bulk`: reading files and long lists, which have workers of their own."""

    conversation: str
    workspace: str
    person: str
    bulk: bool = False


def may_go(ahead: Sequence[bool], *, bulk: bool) -> bool:
    """Whether a request need not wait for its own conversation; `ahead` tells of each open request asked
    earlier there whether it is bulk.
    """
    return not ahead or (not bulk and all(ahead) and len(ahead) > PILE)


def finish(now: int, last: int, people: int) -> int:
    """The tag of a request; the smallest goes first. `now` is the smallest tag that waits (0 when none does),
    `last` the person's latest, `people` how many of the workspace are in the queue with this one.
    """
    return max(now, last) + people
