"""Decisions: what people say of themes, kept as a log and applied to what clustering finds.

A decision is about voices, the insights it was made on, never about a theme's name or place in a list. So it
holds when an interview is added, when everything is counted anew, and for whoever reads a part of it.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from icpbot.domain.insights import Insight, InsightKind
from icpbot.domain.model import Model
from icpbot.domain.sources import Reader
from icpbot.domain.text import fold


class Deed(StrEnum):
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    REJECT = "reject"


class Voice(Model):
    """An insight as a decision knows it; `words` is a digest of its quote, by which it is found again once
    its file was edited. `audience` follows that of its source.
    """

    insight_id: str
    source_id: str
    words: str
    audience: str


class Side(Model):
    """The voices of a theme, and how many they were when the decision was made."""

    voices: tuple[Voice, ...]
    of: int

    def with_voices(self, voices: Iterable[Voice]) -> "Side":
        return self.model_copy(update={"voices": tuple(voices)})


class Decision(Model):
    """`other` is what `one` was merged with, or what stayed when `one` was split off."""

    id: str
    kind: InsightKind
    deed: Deed
    one: Side
    other: Side | None = None
    label: str | None = None
    reason: str | None = None
    by: str
    at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None

    @property
    def stands(self) -> bool:
        return self.undone_at is None

    @property
    def sides(self) -> tuple[Side, ...]:
        return (self.one, self.other) if self.other else (self.one,)

    @property
    def voices(self) -> tuple[Voice, ...]:
        return tuple(voice for side in self.sides for voice in side.voices)

    def keeping(self, stays: Callable[[Voice], bool]) -> "Decision | None":
        """The decision without voices that are gone; nothing when a side has none left."""
        kept = self._with_sides(lambda side: side.with_voices(filter(stays, side.voices)))
        return kept if all(side.voices for side in kept.sides) else None

    def following(self, source_id: str, audience: str) -> "Decision":
        """The decision once one of its sources is read by others."""

        def heard(voice: Voice) -> Voice:
            return voice.model_copy(update={"audience": audience}) if voice.source_id == source_id else voice

        return self._with_sides(lambda side: side.with_voices(map(heard, side.voices)))

    def _with_sides(self, change: Callable[[Side], Side]) -> "Decision":
        return self.model_copy(
            update={"one": change(self.one), "other": change(self.other) if self.other else None}
        )


def words_of(insight: Insight) -> str:
    return hashlib.sha256(f"{insight.kind}\n{fold(insight.quote.text)}".encode()).hexdigest()[:16]


def side(insights: Collection[Insight]) -> Side:
    voices = tuple(
        Voice(insight_id=i.id, source_id=i.source_id, words=words_of(i), audience=i.audience)
        for i in insights
    )
    return Side(voices=voices, of=len(voices))


def may_know(decision: Decision, reader: Reader) -> bool:
    """Whether a reader may see what a person wrote: only who may read all that it was written about."""
    return all(reader.may_read(voice.audience) for voice in decision.voices)


# -- applied to groups of positions in a list of insights ----------------------------------

Group = frozenset[int]
OnAverage = Callable[[int, Collection[int]], float]
"""How alike a voice is to some others on average, by their positions."""


class Known:
    """Where the voices of decisions stand among the insights of today."""

    def __init__(self, insights: Sequence[Insight]) -> None:
        self._by_id = {insight.id: place for place, insight in enumerate(insights)}
        self._by_words: dict[str, list[int]] = {}
        for place, insight in enumerate(insights):
            self._by_words.setdefault(words_of(insight), []).append(place)

    def places(self, of: Side) -> Group:
        found: set[int] = set()
        for voice in of.voices:
            own = self._by_id.get(voice.insight_id)
            found.update(self._by_words.get(voice.words, ()) if own is None else (own,))
        return frozenset(found)


def arranged(
    groups: Iterable[Collection[int]], known: Known, decisions: Iterable[Decision], alike: OnAverage
) -> list[Group]:
    """The groups with what people merged and split; those nobody spoke of stay as they are."""
    found = [frozenset(group) for group in groups]
    now = found
    for decision in decisions:
        if decision.deed is Deed.MERGE:
            now = _merged(now, known, decision)
        elif decision.deed is Deed.SPLIT:
            now = _split(now, found, known, decision, alike)
    return now


def meant(groups: Iterable[Group], of: Side, known: Known) -> list[Group]:
    """The groups that a side of a decision speaks of: those of which it is at least half, and the one that
    holds most of it as long as at least half of it is there at all.

    A theme that is known by a voice or two of many must not pass what was said of it on to strangers.
    """
    places = known.places(of)
    holding = [group for group in groups if group & places]
    if not holding:
        return []
    home = max(holding, key=lambda group: (len(group & places), -min(group)))
    recognised = 2 * len(places) >= of.of
    return [g for g in holding if 2 * len(g & places) >= len(g) or (recognised and g is home)]


def _merged(groups: list[Group], known: Known, decision: Decision) -> list[Group]:
    """One group of all that either side speaks of; a voice of a side comes along by itself."""
    if not all(known.places(one) for one in decision.sides):
        return groups
    joining = {group for one in decision.sides for group in meant(groups, one, known)}
    own = frozenset[int]().union(*(known.places(one) for one in decision.sides), *joining)
    left = [group - own for group in groups if group not in joining]
    return [*(group for group in left if group), own]


def _split(
    groups: list[Group], found: Sequence[Group], known: Known, decision: Decision, alike: OnAverage
) -> list[Group]:
    """What is together and should not be comes apart; what joined later goes with those it was found with."""
    assert decision.other is not None, "a split says what stays"
    part = known.places(decision.one)
    rest = known.places(decision.other) - part
    apart: list[Group] = []
    for group in groups:
        if not group & part or not group & rest:
            apart.append(group)
            continue
        away = frozenset(
            p for p in group if p in part or (p not in rest and _follows(p, part, rest, found, alike))
        )
        apart += [group - away, away]
    return apart


def _follows(place: int, part: Group, rest: Group, found: Sequence[Group], alike: OnAverage) -> bool:
    """Whether a voice that the decision did not know goes with the part: by whom it was found with, else by
    whom it is more like on average.
    """
    mates = next(group for group in found if place in group)
    if bool(mates & part) != bool(mates & rest):
        return bool(mates & part)
    return alike(place, part) > alike(place, rest)
