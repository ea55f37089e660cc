"""The qualifying conversation as question cards, for a chat on a website."""

from enum import StrEnum

from icpbot.domain.catalogue import Catalogue, ValueType
from icpbot.domain.fit import WORTH, BandName
from icpbot.domain.model import Model
from icpbot.domain.profile import Band, Criterion, Profile, Range


class Answering(StrEnum):
    YES_NO = "yes_no"
    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"


class Rule(Model):
    """What an answer in this band is worth. An avoid band of a deal-breaker ends it."""

    band: BandName
    match: Band
    points: float
    ends: bool = False


class Card(Model):
    """One question; `points` is what its best answer is worth."""

    attribute: str
    answering: Answering
    points: float
    rules: tuple[Rule, ...]


def cards(profile: Profile, catalogue: Catalogue) -> list[Card]:
    """A card for each criterion that counts, by weight; of equals what can end it comes first."""
    counted = [c for c in profile.criteria if not c.ignored and (c.weight or c.deal_breaker)]
    ordered = sorted(counted, key=lambda c: (-c.weight, not c.deal_breaker))
    return [_card(criterion, catalogue) for criterion in ordered]


def _card(criterion: Criterion, catalogue: Catalogue) -> Card:
    rules = tuple(
        Rule(band=BandName(name), match=band, points=criterion.weight * WORTH[BandName(name)],
             ends=criterion.deal_breaker and name == "avoid")
        for name, band in criterion.bands()
    )  # fmt: skip
    kind = _answering(criterion, catalogue)
    return Card(attribute=criterion.attribute, answering=kind, points=criterion.weight, rules=rules)


def _answering(criterion: Criterion, catalogue: Catalogue) -> Answering:
    entry, bands = catalogue.attribute(criterion.attribute), [band for _, band in criterion.bands()]
    if (entry and entry.type is ValueType.BOOLEAN) or any(isinstance(b, bool) for b in bands):
        return Answering.YES_NO
    if any(isinstance(b, Range) for b in bands):
        return Answering.NUMBER
    return Answering.CHOICE if any(isinstance(b, tuple) for b in bands) else Answering.TEXT
