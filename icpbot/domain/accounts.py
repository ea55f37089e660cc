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
from icpbot.domain.values import Value


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


_TRUST = {origin: rank for rank, origin in enumerate(reversed(FactOrigin))}


def known(facts: Iterable[Fact]) -> dict[str, Fact]:
    """The fact that counts for each attribute.

    A person's correction beats a table, a table beats a text; within one origin the latest
    counts. What a model remembers never counts.
    """
    best: dict[str, Fact] = {}
    for fact in facts:
        if fact.origin is FactOrigin.MODEL:
            continue
        rival = best.get(fact.attribute)
        if rival is None or _rank(fact) >= _rank(rival):
            best[fact.attribute] = fact
    return best


def _rank(fact: Fact) -> tuple[int, str, str]:
    """A fact without a date of its own holds from the day it was recorded."""
    recorded = fact.recorded_at.isoformat() if fact.recorded_at else ""
    return _TRUST[fact.origin], str(fact.date or recorded[:10]), recorded
