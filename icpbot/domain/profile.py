"""The profile: what an ideal customer is, criterion by criterion, claim by claim."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from pydantic import Field, FiniteFloat, StrictBool, model_validator

from icpbot.domain.grounding import Quote
from icpbot.domain.insights import InsightKind
from icpbot.domain.model import Model
from icpbot.domain.review import Remark


class Range(Model):
    """Both ends inclusive; `unit` scales ("million"), `currency` is ISO 4217."""

    min: FiniteFloat | None = None
    max: FiniteFloat | None = None
    unit: str | None = None
    currency: str | None = None


class AnyOf(Model):
    """A set that holds at least one of these."""

    contains: tuple[str, ...]


class AllOf(Model):
    """A set that holds all of these."""

    all: tuple[str, ...]


Scalar = StrictBool | FiniteFloat | str


Values = tuple[Scalar, ...]
Band = StrictBool | Range | AnyOf | AllOf | Values


class Criterion(Model):
    """An account attribute with its bands and weight. `ignored`: it does not matter, on purpose."""

    attribute: str = Field(min_length=1)
    ideal: Band | None = None
    ok: Band | None = None
    avoid: Band | None = None
    weight: float = Field(default=1, ge=0, le=1_000_000)
    deal_breaker: bool = False
    ignored: bool = False
    note: str | None = None
    claim: str | None = None

    def bands(self) -> Iterator[tuple[str, Band]]:
        for name in ("ideal", "ok", "avoid"):
            band = getattr(self, name)
            if band is not None:
                yield name, band


class Thresholds(Model):
    """Scores from which a verdict is ideal, or ok. Defaults: design section 6."""

    ideal_at: float = Field(default=75, ge=0, le=100)
    ok_at: float = Field(default=45, ge=0, le=100)

    @model_validator(mode="after")
    def _in_order(self) -> "Thresholds":
        if self.ok_at > self.ideal_at:
            raise ValueError("ok_at is above ideal_at")
        return self


class ClaimStatus(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


class Basis(StrEnum):
    EVIDENCE = "evidence"
    ASSUMPTION = "assumption"


class Counts(Model):
    """How many accounts said it, of how many; in how many it was asked; how many disagree."""

    accounts: int = 0
    of: int = 0
    asked: int = 0
    contradicting: int = 0


class Claim(Model):
    """A statement in the profile. `basis` is evidence only while quotes back it."""

    kind: InsightKind
    text: str = Field(min_length=1)
    status: ClaimStatus = ClaimStatus.ACCEPTED
    basis: Basis = Basis.ASSUMPTION
    counts: Counts | None = None
    quotes: tuple[Quote, ...] = ()
    note: str | None = None
    by: str | None = None
    flagged: bool = False
    """Evidence was taken away since the claim was accepted."""


class Part(StrEnum):
    ECONOMIC_BUYER = "economic_buyer"
    DECISION_MAKER = "decision_maker"
    CHAMPION = "champion"
    INFLUENCER = "influencer"
    USER = "user"
    BLOCKER = "blocker"


class Role(Model):
    """A member of the buying committee."""

    title: str = Field(min_length=1)
    function: str | None = None
    part: Part | None = None
    goals: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    basis: Basis = Basis.ASSUMPTION
    quotes: tuple[Quote, ...] = ()


class ProfileStatus(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in review"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class Profile(Model):
    """An ICP: named, versioned, in a tree (`parent`). Versions never change once saved."""

    name: str = Field(min_length=1, max_length=120)
    version: int = Field(default=1, ge=1)
    status: ProfileStatus = ProfileStatus.DRAFT
    description: str | None = None
    parent: str | None = None
    best_customer: dict[str, FiniteFloat] = {}
    criteria: tuple[Criterion, ...] = ()
    claims: tuple[Claim, ...] = ()
    roles: tuple[Role, ...] = ()
    disqualifiers: tuple[str, ...] = ()
    thresholds: Thresholds = Thresholds()
    language: str | None = None
    approved_by: str | None = None
    approved_at: datetime | None = None
    decided_why: str | None = None
    saved_at: datetime | None = None
    review: tuple[Remark, ...] = ()
    """What the departments said of this very version; a new version begins without."""

    @property
    def sections(self) -> tuple[str, ...]:
        """What there is to review: `best_customer`, `criteria`, and the kinds that something is said of."""
        held = {
            "best_customer": bool(self.best_customer),
            "criteria": bool(self.criteria or self.disqualifiers),
            **{kind.value: bool(self.claims_of(kind)) for kind in InsightKind},
        }
        held[InsightKind.DECISION_ROLE] |= bool(self.roles)
        return tuple(section for section, something in held.items() if something)

    def claims_of(self, *kinds: InsightKind) -> tuple[Claim, ...]:
        live = (c for c in self.claims if c.status is not ClaimStatus.REJECTED)
        return tuple(claim for claim in live if claim.kind in kinds)

    def criterion(self, attribute: str) -> Criterion | None:
        return next((c for c in self.criteria if c.attribute == attribute), None)

    @property
    def backed(self) -> float:
        """Share of live claims that quotes back; 0 when there are none."""
        live = [c for c in self.claims if c.status is not ClaimStatus.REJECTED]
        return sum(c.basis is Basis.EVIDENCE for c in live) / len(live) if live else 0.0
