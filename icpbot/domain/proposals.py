"""What the evidence suggests at each step of a draft, strongest first."""

from collections.abc import Sequence
from enum import StrEnum

from icpbot.domain.insights import Insight, InsightKind
from icpbot.domain.model import Model
from icpbot.domain.movement import counts_of
from icpbot.domain.profile import Basis, Claim, ClaimStatus, Counts, Criterion, Profile, Range, Role
from icpbot.domain.sources import content_hash
from icpbot.domain.themes import Theme
from icpbot.domain.traits import Trait, TraitVerdict
from icpbot.domain.voices import called, spoken, supporters, telling_first

OFFERED = 4
"""At most so many proposals at a time: more is a form, not a conversation."""


class Section(StrEnum):
    BEST_CUSTOMER = "best_customer"
    WHO = "who"
    WHY = "why"
    AGAINST = "against"
    DECIDERS = "deciders"
    IGNORE = "ignore"
    AVOID = "avoid"
    WEIGHTS = "weights"
    REVIEW = "review"


class Step(StrEnum):
    """One question; several make a section."""

    BEST_CUSTOMER = "best_customer"
    WHO = "who"
    TRIGGER = "trigger"
    PAIN = "pain"
    JOB = "job"
    OUTCOME = "outcome"
    ALTERNATIVE = "alternative"
    OBJECTION = "objection"
    REASON_TO_BUY = "reason_to_buy"
    DECISION_ROLE = "decision_role"
    IGNORE = "ignore"
    AVOID = "avoid"
    WEIGHTS = "weights"
    REVIEW = "review"


STEPS = list(Step)
_SECTIONS = {
    Step.TRIGGER: Section.WHY, Step.PAIN: Section.WHY, Step.JOB: Section.WHY, Step.OUTCOME: Section.WHY,
    Step.ALTERNATIVE: Section.AGAINST, Step.OBJECTION: Section.AGAINST,
    Step.REASON_TO_BUY: Section.AGAINST, Step.DECISION_ROLE: Section.DECIDERS,
}  # fmt: skip


def section_of(step: Step) -> Section:
    return _SECTIONS.get(step) or Section(step.value)


class Proposal(Model):
    """One thing the evidence suggests; exactly one of the payloads is set."""

    label: str
    counts: Counts | None = None
    quote: str | None = None
    who: str | None = None
    metric: str | None = None
    criterion: Criterion | None = None
    claim: Claim | None = None
    role: Role | None = None
    trait: Trait | None = None

    @property
    def id(self) -> str:
        """The same for as long as taking it means the same; counts and quotes may grow meanwhile."""
        claimed = self.claim and f"{self.claim.kind}\n{self.claim.text}"
        criterion = self.criterion and self.criterion.model_dump_json()
        meant = self.metric or criterion or claimed or (self.role and self.role.title) or self.label
        return content_hash(str(meant).encode())[:12]


class Evidence(Model):
    """What is known when a question is asked; gathered anew each turn."""

    metrics: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = ()
    themes: dict[InsightKind, tuple[Theme, ...]] = {}
    accounts: int = 0
    language: str | None = None
    """In which voices are chosen, where one of them speaks it."""


def propose(profile: Profile, step: Step, evidence: Evidence) -> list[Proposal]:
    """What is offered at the current step, strongest first."""
    return candidates(profile, step, evidence)[:OFFERED]


def candidates(profile: Profile, step: Step, evidence: Evidence) -> list[Proposal]:
    """All that the evidence suggests for a step, strongest first."""
    if step is Step.BEST_CUSTOMER:
        return [Proposal(label=m, metric=m) for m in evidence.metrics]
    if step is Step.WHO:
        return _from_traits(profile, evidence)
    if step is Step.IGNORE:
        return _unimportant(profile, evidence)
    if step is Step.AVOID:
        return _opposites(profile, evidence)
    if step is Step.WEIGHTS:
        return _weighted(profile, evidence)
    if step is Step.REVIEW:
        return []
    return _from_themes(profile, evidence, InsightKind(step.value))


def _from_traits(profile: Profile, evidence: Evidence) -> list[Proposal]:
    best: dict[str, list[Trait]] = {}
    for trait in evidence.traits:
        if trait.verdict is TraitVerdict.DISTINCTIVE and profile.criterion(trait.attribute) is None:
            best.setdefault(trait.attribute, []).append(trait)
    return [
        Proposal(label=attribute, criterion=criterion_of(traits), trait=traits[0],
                 counts=Counts(accounts=traits[0].best_n, of=traits[0].best_of))
        for attribute, traits in best.items()
    ]  # fmt: skip


def criterion_of(traits: Sequence[Trait]) -> Criterion:
    """The ideal band that distinctive traits of one attribute suggest."""
    first = traits[0]
    if first.range:
        return Criterion(attribute=first.attribute, ideal=Range(min=first.range[0], max=first.range[1]))
    values = [t.value for t in traits if t.value is not None]
    if set(values) <= {"yes", "no"}:
        return Criterion(attribute=first.attribute, ideal=values[0] == "yes")
    return Criterion(attribute=first.attribute, ideal=tuple(values))


def _unimportant(profile: Profile, evidence: Evidence) -> list[Proposal]:
    """Attributes none of whose values sets the best apart, though there was enough to see it."""
    verdicts: dict[str, set[TraitVerdict]] = {}
    for trait in evidence.traits:
        verdicts.setdefault(trait.attribute, set()).add(trait.verdict)
    flat = [a for a, seen in verdicts.items() if seen == {TraitVerdict.NOT_DISTINCTIVE}]
    return [
        Proposal(label=a, criterion=Criterion(attribute=a, ignored=True))
        for a in flat if profile.criterion(a) is None
    ]  # fmt: skip


def _opposites(profile: Profile, evidence: Evidence) -> list[Proposal]:
    """Values the best customers never have, of attributes that already count."""
    never = [
        t for t in evidence.traits
        if t.best_n == 0 and t.rest_n >= 3 and t.value is not None and t.value not in {"yes", "no"}
        and (c := profile.criterion(t.attribute)) is not None and not c.ignored and c.avoid is None
    ]  # fmt: skip
    return [
        Proposal(label=f"{t.attribute}: {t.value}", trait=t,
                 counts=Counts(accounts=t.rest_n, of=t.rest_of),
                 criterion=Criterion(attribute=t.attribute, avoid=(t.value or "",)))
        for t in never
    ]  # fmt: skip


def _weighted(profile: Profile, evidence: Evidence) -> list[Proposal]:
    """Weights 1 to 3 by how much an attribute sets the best apart."""
    lifts: dict[str, float] = {}
    for trait in evidence.traits:
        if trait.verdict is TraitVerdict.DISTINCTIVE:
            lifts[trait.attribute] = max(lifts.get(trait.attribute, 0.0), trait.low)
    scored = [c for c in profile.criteria if c.ideal is not None or c.ok is not None]
    weights = {
        c.attribute: 3.0 if (low := lifts.get(c.attribute, 0)) >= 2 else 2.0 if low > 1 else 1.0
        for c in scored
    }
    if len(set(weights.values())) < 2:
        return []
    return [
        Proposal(label=c.attribute, criterion=c.model_copy(update={"weight": weights[c.attribute]}))
        for c in scored
    ]  # fmt: skip


def _from_themes(profile: Profile, evidence: Evidence, kind: InsightKind) -> list[Proposal]:
    """Themes that the profile does not hold, the most telling first."""
    claims = profile.claims_of(kind)
    quoted = {(q.source_id, q.start) for claim in claims for q in claim.quotes}
    worded = {claim.text for claim in claims}
    themes = [
        t for t in evidence.themes.get(kind, ())
        if t.accounts and t.label not in worded and not any(_place(i) in quoted for i in t.insights)
    ]  # fmt: skip
    return [_theme_proposal(t, evidence.language) for t in telling_first(themes, evidence.language)]


def _place(insight: Insight) -> tuple[str, int]:
    return insight.quote.source_id, insight.quote.start


def _theme_proposal(theme: Theme, language: str | None) -> Proposal:
    said = supporters(theme, language)
    claim = Claim(
        kind=theme.kind, text=called(theme, language), status=ClaimStatus.ACCEPTED, basis=Basis.EVIDENCE,
        counts=counts_of(theme), quotes=tuple(i.quote for i in said),
    )  # fmt: skip
    spoke = spoken(said[0].quote, said[0].language).text
    who = said[0].account or said[0].speaker
    return Proposal(label=claim.text, counts=claim.counts, quote=spoke, who=who, claim=claim)
