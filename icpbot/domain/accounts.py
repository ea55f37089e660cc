"""Accounts and what is known of them: facts with origin and date."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date as Day
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from icpbot.domain.grounding import Quote
from icpbot.domain.model import Model
from icpbot.domain.names import compatible, named
from icpbot.domain.text import fold
from icpbot.domain.values import Value, as_set


class Account(Model):
    id: str
    workspace: str
    name: str
    domain: str | None = None
    aliases: tuple[str, ...] = ()


def account_id(workspace: str, name: str, taken: Mapping[str, str] = MappingProxyType({})) -> str:
    """Two spellings of one company are one account; 'Foo AG' beside a 'Foo GmbH' is another. `taken` holds
    the names of accounts by their ids.
    """
    own = named(name)
    plain = _hashed(f"{workspace}\n{own.key}")
    other = taken.get(plain)
    if other is None or compatible(own.form, named(other).form):
        return plain
    return _hashed(f"{workspace}\n{own.key}\n{own.form}")


def _hashed(text: str) -> str:
    return "a" + hashlib.sha256(text.encode()).hexdigest()[:12]


class FactOrigin(StrEnum):
    """Where a value comes from, the most trusted first."""

    REP = "rep"
    CRM = "crm"
    RESEARCH = "research"
    TEXT = "text"
    WEB = "web"
    MODEL = "model"


class Fact(Model):
    """One attribute value of an account."""

    attribute: str
    value: Value
    origin: FactOrigin
    date: Day | None = None
    recorded_at: datetime | None = None
    citation: Quote | None = None
    by: str | None = None
    audience: str = "workspace"


_TIERS = (
    (FactOrigin.REP,), (FactOrigin.CRM, FactOrigin.RESEARCH), (FactOrigin.TEXT,), (FactOrigin.WEB,),
)  # fmt: skip
"""Origins that are comparable: among those of one tier the latest counts."""
_TRUST = {origin: -tier for tier, origins in enumerate(_TIERS) for origin in origins}
_ORDER = {origin: -place for place, origin in enumerate(FactOrigin)}


def known(facts: Iterable[Fact]) -> dict[str, Fact]:
    """The fact that counts for each attribute.

    A person's correction beats a table, until that or another person corrects it; a table beats a text, and a
    text that somebody gave us what was found on the web. Among comparable origins the latest counts. What a
    model remembers never counts.
    """
    best: dict[str, Fact] = {}
    for fact in facts:
        if fact.origin is FactOrigin.MODEL:
            continue
        rival = best.get(fact.attribute)
        if rival is None or _rank(fact) >= _rank(rival):
            best[fact.attribute] = fact
    return best


def conflicts(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    """Facts that say otherwise than the one that counts, by attribute, the most trusted first."""
    some = [fact for fact in facts if fact.origin is not FactOrigin.MODEL]
    best = known(some)
    found: dict[str, tuple[Fact, ...]] = {}
    for fact in sorted(some, key=_rank, reverse=True):
        if not _same(fact.value, best[fact.attribute].value):
            found[fact.attribute] = (*found.get(fact.attribute, ()), fact)
    return found


def _same(one: Value, other: Value) -> bool:
    """180 and 180.0, 'Retail' and 'retail' say the same; so do tools in another order."""
    left, right = ({fold(str(part)) for part in as_set(value)} for value in (one, other))
    return left == right


def _rank(fact: Fact) -> tuple[int, str, str, int]:
    """A fact without a date of its own holds from the day it was recorded."""
    recorded = fact.recorded_at.isoformat() if fact.recorded_at else ""
    return _TRUST[fact.origin], str(fact.date or recorded[:10]), recorded, _ORDER[fact.origin]
