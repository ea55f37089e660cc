"""Exporting: a profile with what other systems want beside it."""

from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from icpbot.domain.cards import Answering, Card, cards
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.gaps import GapKind
from icpbot.domain.model import Model
from icpbot.domain.profile import Profile
from icpbot.domain.reminders import review_due
from icpbot.domain.review import Department, objections, waiting
from icpbot.domain.sources import Reader
from icpbot.domain.text import one_line, shorten
from icpbot.usecases.document import page_of
from icpbot.usecases.family import whole
from icpbot.usecases.fit import attribute_label, own_question
from icpbot.usecases.gaps import ranked
from icpbot.usecases.page import Page
from icpbot.usecases.personas import personas, personas_reply
from icpbot.usecases.ports import Desk
from icpbot.usecases.reading import visible
from icpbot.usecases.reviewing import department_label, section_label
from icpbot.usecases.showing.gaps import told
from icpbot.usecases.wording import band_shown

GAPS = 15
"""Gaps that become tasks; more are a list nobody works through."""


class Priority(StrEnum):
    """As ClickUp names them."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class Task(Model):
    """Something to be done about the profile, by an owner, for some day."""

    name: str
    priority: Priority
    owner: str = ""
    due: Day | None = None
    tag: str = ""


class Asked(Model):
    """A card in words: the question, the answers to choose from, and each rule as people read it."""

    card: Card
    question: str
    label: str
    options: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """What a document is written from, for one reader in one language."""

    profile: Profile
    page: Page
    personas: tuple[str, ...]
    tasks: tuple[Task, ...]
    cards: tuple[Asked, ...]
    catalogue: Catalogue
    language: str


def material(profile: Profile, reader: Reader, *, desk: Desk, language: str) -> Material:
    """Of the profile with all it inherits; a scoring table is of the profile's own criteria."""
    seen = visible(whole(profile, desk), reader, desk)
    people = personas_reply(personas(profile.name, reader, desk=desk), desk=desk, language=language)
    catalogue = desk.knowledge.catalogue()
    return Material(
        profile=visible(profile, reader, desk), page=page_of(seen, reader, desk=desk, language=language),
        personas=(people.headline, *people.lines), tasks=tuple(_tasks(seen, reader, desk, language)),
        cards=tuple(_asked(card, desk, language) for card in cards(seen, catalogue)), catalogue=catalogue,
        language=language,
    )  # fmt: skip


def _tasks(profile: Profile, reader: Reader, desk: Desk, language: str) -> list[Task]:
    """What the review waits for, the gaps in their order, and the next look at it all."""
    say, sections, version = desk.voice.say, profile.sections, f"{profile.name} v{profile.version}"
    found = [
        Task(name=say("task-settle", language, section=section_label(r.section, desk, language),
                      text=shorten(one_line(r.text), 120)),
             priority=Priority.URGENT, owner=r.by, tag=r.department)
        for r in objections(profile.review, sections)
    ]  # fmt: skip
    if profile.approved_at is None:
        found += [
            Task(name=say("task-review", language, name=version), priority=Priority.HIGH, tag=department,
                 owner=department_label(department, desk, language))
            for department in Department if waiting(profile.review, sections, department)
        ]  # fmt: skip
    for gap in ranked(profile, reader, desk=desk)[:GAPS]:
        priority = Priority.HIGH if gap.verdicts else Priority.NORMAL if gap.asked else Priority.LOW
        tag = "question" if gap.kind is GapKind.QUESTION else "gap"
        found.append(Task(name=told(gap, desk, language), priority=priority, tag=tag))
    if due := review_due(profile):
        again = say("task-again", language, name=version)
        found.append(
            Task(name=again, priority=Priority.NORMAL, owner=profile.approved_by or "", due=due, tag="review")
        )
    return found


def _asked(card: Card, desk: Desk, language: str) -> Asked:
    say = desk.voice.say
    options: tuple[str, ...] = ()
    if card.answering is Answering.YES_NO:
        options = (say("value-yes", language), say("value-no", language))
    elif card.answering is Answering.CHOICE:
        values = [v for rule in card.rules if isinstance(rule.match, tuple) for v in rule.match]
        named = dict.fromkeys(band_shown((value,), desk, language) for value in values)
        options = (*named, say("guide-other", language))
    rules = tuple(
        f"{say(f'band-{rule.band}', language)}: {band_shown(rule.match, desk, language)}"
        for rule in card.rules
    )
    question = own_question(card.attribute, "", desk, language).strip()
    return Asked(
        card=card, question=question, options=options, rules=rules,
        label=attribute_label(card.attribute, desk, language),
    )  # fmt: skip
