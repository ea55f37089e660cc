"""What a turn of the draft changes in the profile; and what the profile still lacks."""

from collections.abc import Sequence

from icpbot.domain.bands import clash_in
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Basis, Claim, Criterion, Profile, Role
from icpbot.domain.proposals import STEPS, Proposal, Step


def gaps(profile: Profile) -> list[Step]:
    """Steps the profile says nothing about."""
    return [step for step in STEPS[:-1] if not holds(profile, step)]


def holds(profile: Profile, step: Step) -> bool:
    if step is Step.BEST_CUSTOMER:
        return bool(profile.best_customer)
    if step is Step.DECISION_ROLE:
        return bool(profile.roles or profile.claims_of(InsightKind.DECISION_ROLE))
    if step is Step.WHO:
        return any(c.ideal is not None for c in profile.criteria)
    if step is Step.IGNORE:
        return any(c.ignored for c in profile.criteria)
    if step is Step.AVOID:
        return bool(profile.disqualifiers) or any(c.avoid is not None for c in profile.criteria)
    if step is Step.WEIGHTS:
        return any(c.weight > 0 and not c.ignored for c in profile.criteria)
    return bool(profile.claims_of(InsightKind(step.value)))


def meant_at(criterion: Criterion, step: Step) -> Criterion:
    """A value named when asked whom to avoid is an avoid band, named as unimportant is ignored."""
    if step is Step.AVOID and criterion.avoid is None:
        # Weight 0: it disqualifies, but not being in the avoid band earns nothing.
        update = {"avoid": criterion.ideal, "ideal": None, "deal_breaker": True, "weight": 0.0}
        return criterion.model_copy(update=update)
    if step is Step.AVOID:
        return criterion.model_copy(update={"deal_breaker": True})
    if step is Step.IGNORE:
        return Criterion(attribute=criterion.attribute, ignored=True)
    return criterion


def with_criteria(profile: Profile, found: Sequence[Criterion], step: Step, catalogue: Catalogue) -> Profile:
    criteria = {c.attribute: c for c in profile.criteria}
    for criterion in (meant_at(c, step) for c in found):
        old = criteria.get(criterion.attribute)
        criteria[criterion.attribute] = _joined(old, criterion, catalogue) if old else criterion
    return profile.model_copy(update={"criteria": tuple(criteria.values())})


def _joined(old: Criterion, new: Criterion, catalogue: Catalogue) -> Criterion:
    """The old criterion with what was said now; an older band that would overlap with it is dropped."""
    if new.ignored or old.ignored:
        return new
    bands = dict(new.bands())
    kept = {
        name: band
        for name, band in old.bands()
        if name not in bands and clash_in(new.model_copy(update={name: band}), catalogue) is None
    }
    merged = {"ideal": None, "ok": None, "avoid": None, **kept, **bands}
    earns = merged["ideal"] is not None or merged["ok"] is not None
    return old.model_copy(
        update={
            **merged,
            "weight": (old.weight or new.weight) if earns else 0.0,
            "deal_breaker": new.deal_breaker or (old.deal_breaker and merged["avoid"] is not None),
            "note": new.note or old.note,
        }
    )


def with_words(profile: Profile, step: Step, text: str, who: str | None) -> Profile:
    if step is Step.AVOID:
        return profile.model_copy(update={"disqualifiers": (*profile.disqualifiers, text)})
    if step is Step.DECISION_ROLE:
        return profile.model_copy(update={"roles": (*profile.roles, Role(title=text))})
    claim = Claim(kind=InsightKind(step.value), text=text, basis=Basis.ASSUMPTION, by=who)
    return profile.model_copy(update={"claims": (*profile.claims, claim)})


def accept(
    profile: Profile, step: Step, chosen: Sequence[Proposal], *, note: str, catalogue: Catalogue
) -> Profile:
    """The profile with the chosen proposals in it; a note goes with each of them."""
    metrics = {p.metric: 1.0 for p in chosen if p.metric}
    claims = [p.claim.model_copy(update={"note": note or None}) for p in chosen if p.claim]
    roles = [p.role for p in chosen if p.role]
    criteria = [p.criterion.model_copy(update={"note": note or None}) for p in chosen if p.criterion]
    if step is Step.WEIGHTS:
        return _with_weights(profile, criteria)
    profile = with_criteria(profile, criteria, step, catalogue)
    return profile.model_copy(
        update={
            "best_customer": metrics or profile.best_customer,
            "claims": (*profile.claims, *(c for c in claims if c not in profile.claims)),
            "roles": (*profile.roles, *(r for r in roles if r not in profile.roles)),
        }
    )


def _with_weights(profile: Profile, weighted: Sequence[Criterion]) -> Profile:
    weights = {c.attribute: c.weight for c in weighted}
    criteria = tuple(
        c.model_copy(update={"weight": weights.get(c.attribute, c.weight)}) for c in profile.criteria
    )
    return profile.model_copy(update={"criteria": criteria})
