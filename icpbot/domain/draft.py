"""The draft: the state of a guided conversation that builds a profile, and what is said in it.

Words are chosen elsewhere: a `Say` names sentences and carries values.
"""

from icpbot.domain.contested import Dispute
from icpbot.domain.drafted import holds
from icpbot.domain.model import Model
from icpbot.domain.profile import Criterion, Profile
from icpbot.domain.proposals import (
    STEPS,
    Proposal,
    Step,
)


class Line(Model):
    """A sentence by its key in `icpbot/messages`, with its values."""

    key: str
    values: dict[str, str | int | float] = {}


class Say(Model):
    """What the bot says next: sentences, and the numbered proposals under them."""

    lines: tuple[Line, ...]
    proposals: tuple[Proposal, ...] = ()
    step: Step
    ended: bool = False


class Entry(Model):
    """One message of a person, as it was."""

    who: str | None
    text: str
    step: Step


class Snapshot(Model):
    profile: Profile
    step: Step
    by: dict[str, str] = {}


class Draft(Model):
    id: str
    workspace: str
    profile: Profile
    step: Step = Step.BEST_CUSTOMER
    pending: tuple[Criterion, ...] = ()
    """Criteria read from free text, waiting for a yes."""
    history: tuple[Snapshot, ...] = ()
    said: tuple[Entry, ...] = ()
    by: dict[str, str] = {}
    """Who said each part of the profile; see `contested`."""
    dispute: Dispute | None = None
    offered: tuple[str, ...] | None = None
    """Ids of the proposals on the table, in the order of their numbers; nothing in drafts that were
    stored before this was kept.
    """
    offered_at: Step | None = None
    offered_in: str | None = None
    """The language in which voices were chosen for them."""
    language: str | None = None
    paused: bool = False
    finished: bool = False

    @property
    def complete(self) -> float:
        """Share of the steps before the review that hold something."""
        return sum(holds(self.profile, step) for step in STEPS[:-1]) / (len(STEPS) - 1)
