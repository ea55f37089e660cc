"""Meaning: what a message asks for; of two readings that are as likely a model may tell which."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from icpbot.domain.disguise import masked
from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.model import Model
from icpbot.domain.routing import Guess, Intent, Route, by_form, names_in, names_within, rivals, route
from icpbot.usecases.budget import affordable
from icpbot.usecases.ports import Desk
from icpbot.usecases.quoting import fenced

HARMLESS = frozenset({
    Intent.ASK, Intent.FIT, Intent.PLAYBOOK, Intent.PROFILE, Intent.GAPS, Intent.SOURCES, Intent.THEMES,
    Intent.HELP, Intent.THANKS,
})  # fmt: skip
"""Readings that only tell something. Nothing that keeps, changes or removes is ever a model's choice, nor is
`best`, which settles who the best customers are from then on. Of 716 shipped messages that no form tells, 58
are torn between two readings, 38 times one of them is right, and 30 times one that stands here."""
LONGEST = 2_000
"""Characters of a message that tell what it asks for."""


class MeantReading(Model):
    """What the message asks for."""

    reading: Literal[
        "ask", "fit", "playbook", "best", "traits", "draft", "profile", "gaps", "sources", "themes", "forget",
        "help", "thanks", "unsure",
    ]  # fmt: skip
    """One word of the list."""


@dataclass(frozen=True)
class Reading:
    """How a message is read: its one reading, none when a person has to pick; those as likely beside it; the
    tokens that took.
    """

    way: Route | None
    offered: tuple[Intent, ...] = ()
    tokens: int = 0


def read_message(text: str, user: str | None, desk: Desk, *, picks: bool = True) -> Reading:
    """By its form, else by likeness to examples. Of two readings as likely, a question is answered (or the
    company that it names is checked) and the other offered beside it; of two that do something, the person
    picks, where there is a way to (`picks`).
    """
    bare = text.strip()
    told = by_form(bare) if bare else Route(intent=Intent.HELP)
    if told:
        return Reading(told)
    likely = likelihoods(bare, desk)
    near = rivals(likely)
    if not near:
        return Reading(route(bare, guess(desk)))
    meant, tokens = _told_by_model(bare, near, user, desk)
    if meant is None and not picks:
        return Reading(route(bare, guess(desk)), tokens=tokens)
    first = meant or _first(bare, near, desk)
    others = tuple(intent for intent in near if intent is not first)
    return Reading(as_read(bare, first) if first else None, others, tokens)


def _first(text: str, near: Sequence[Intent], desk: Desk) -> Intent | None:
    """Of a question and something else the question, unless it names a company that may be checked; who names
    a kind of insight ("who decides at Kolos?") asks for what was said.
    """
    if Intent.ASK not in near:
        return None
    checks = Intent.FIT in near and names_within(text) and desk.knowledge.kind_asked(text) is None
    return Intent.FIT if checks else Intent.ASK


def as_read(text: str, intent: Intent) -> Route:
    """A message in a reading that somebody picked for it."""
    names = tuple(names_in(text)) if intent is Intent.FIT else ()
    return Route(intent=intent, names=names, text="" if intent is Intent.DRAFT else text)


def _told_by_model(
    text: str, near: Sequence[Intent], user: str | None, desk: Desk
) -> tuple[Intent | None, int]:
    """One of the two likeliest, if a model says so and nothing comes of it but an answer; and its tokens."""
    if desk.model is None or not HARMLESS.intersection(near) or not affordable(user, desk):
        return None, 0
    try:
        message = fenced(masked(text[:LONGEST], desk.personal))
        answer, tokens = desk.model.ask("intent", {"message": message}, MeantReading)
    except ModelUnavailable:
        return None, 0
    return next((i for i in near if i in HARMLESS and i == answer.reading), None), tokens


def guess(desk: Desk) -> Guess:
    return lambda text: max(likelihoods(text, desk).items(), key=lambda item: item[1])


def likelihoods(text: str, desk: Desk) -> dict[str, float]:
    """How likely each reading is. Whoever names a kind of insight ("what hurts our customers most") wants
    what customers said, not a list of them.
    """
    [found] = desk.intent_labels.likelihoods([text])
    if desk.knowledge.kind_asked(text):
        return {label: likely for label, likely in found.items() if label not in {Intent.BEST, Intent.TRAITS}}
    return found
