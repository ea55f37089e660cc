"""The draft: a guided conversation that builds a profile, one question at a time.

A pure state machine. Words are chosen elsewhere: a `Say` names sentences and carries values.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from icpbot.domain.bands import clash_in
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.insights import InsightKind, Stance
from icpbot.domain.model import Model
from icpbot.domain.phrases import Move, Understood, criteria_in, understand
from icpbot.domain.profile import Basis, Claim, ClaimStatus, Counts, Criterion, Profile, Range, Role
from icpbot.domain.routing import split_names
from icpbot.domain.themes import Theme
from icpbot.domain.traits import Trait, TraitVerdict

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


class Evidence(Model):
    """What is known when a question is asked; gathered anew each turn."""

    metrics: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = ()
    themes: dict[InsightKind, tuple[Theme, ...]] = {}
    accounts: int = 0


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


class Draft(Model):
    id: str
    workspace: str
    profile: Profile
    step: Step = Step.BEST_CUSTOMER
    pending: tuple[Criterion, ...] = ()
    """Criteria read from free text, waiting for a yes."""
    history: tuple[Snapshot, ...] = ()
    said: tuple[Entry, ...] = ()
    language: str | None = None
    paused: bool = False
    finished: bool = False

    @property
    def complete(self) -> float:
        """Share of the steps before the review that hold something."""
        return sum(_holds(self.profile, step) for step in STEPS[:-1]) / (len(STEPS) - 1)


def gaps(profile: Profile) -> list[Step]:
    """Steps the profile says nothing about."""
    return [step for step in STEPS[:-1] if not _holds(profile, step)]


def _holds(profile: Profile, step: Step) -> bool:
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


def begin(draft: Draft, evidence: Evidence) -> Say:
    """The opening: what the evidence already says, then the question of the current step."""
    key = "draft-resume" if draft.said else "draft-open" if evidence.accounts else "draft-open-empty"
    opening = Line(key=key, values={"accounts": evidence.accounts, "name": draft.profile.name})
    return _ask(draft, evidence, opening)


def reply(
    draft: Draft, message: str, evidence: Evidence, *, catalogue: Catalogue, who: str | None = None
) -> tuple[Draft, Say]:
    """The draft after a person's message, and what to say to it. Never a dead end: what is not
    understood is taken as the person's own words, or asked again.
    """
    proposals = propose(draft, evidence)
    offered = len(draft.pending or proposals)
    draft = draft.model_copy(
        update={
            "said": (*draft.said, Entry(who=who, text=message, step=draft.step)),
            "paused": False,
            "finished": False,
        }
    )
    understood = understand(message, offered)
    if draft.pending:
        return _confirm(draft, understood, evidence, catalogue)
    handler = _HANDLERS.get(understood.move)
    if handler:
        return handler(draft, evidence)
    return _take(draft, understood, proposals, evidence, catalogue)


def _confirm(
    draft: Draft, understood: Understood, evidence: Evidence, catalogue: Catalogue
) -> tuple[Draft, Say]:
    """What was read from free text counts after a yes, or those of it that are picked by number."""
    pending, cleared = draft.pending, draft.model_copy(update={"pending": ()})
    if understood.move in _HANDLERS and understood.move is not Move.UNDO:
        return _HANDLERS[understood.move](cleared, evidence)
    if understood.move in {Move.YES, Move.ALL} or understood.picks:
        kept = [pending[n - 1] for n in understood.picks] or list(pending)
        profile = _with_criteria(cleared.profile, kept, cleared.step, catalogue)
        return _noted(_remember(cleared, profile), kept, understood.rest, evidence, catalogue)
    if understood.move is Move.PICK:
        return _read_back(draft, pending)
    corrected = criteria_in(understood.rest, catalogue)
    if corrected:
        return _read_back(cleared, corrected)
    return cleared, _ask(cleared, evidence, Line(key="draft-not-taken"))


def _noted(
    draft: Draft, kept: Sequence[Criterion], rest: str, evidence: Evidence, catalogue: Catalogue
) -> tuple[Draft, Say]:
    further = criteria_in(rest, catalogue)
    if further:
        return _read_back(draft, further)
    return _advance(draft, evidence, Line(key="draft-noted", values={"n": len(kept)}))


def _take(
    draft: Draft, understood: Understood, proposals: Sequence[Proposal], evidence: Evidence,
    catalogue: Catalogue,
) -> tuple[Draft, Say]:  # fmt: skip
    chosen = _chosen(understood, proposals)
    if chosen:
        return _accepted(draft, chosen, understood.rest, evidence, catalogue)
    if understood.move is Move.YES and not understood.rest:
        return _advance(draft, evidence)
    if understood.move in {Move.NONE, Move.NO} and not understood.rest and draft.step is not Step.REVIEW:
        return _advance(draft, evidence, Line(key="draft-none"))
    if not understood.rest:
        return draft, _ask(draft, evidence, Line(key="draft-unclear"))
    return _own_words(draft, understood.rest, evidence, catalogue)


def _accepted(
    draft: Draft, chosen: Sequence[Proposal], said: str, evidence: Evidence, catalogue: Catalogue
) -> tuple[Draft, Say]:
    """What was picked is in; criteria named beside it are read back first, other words are a note."""
    found = criteria_in(said, catalogue) if draft.step in {Step.WHO, Step.AVOID} else []
    changed = _remember(draft, _accept(draft, chosen, note="" if found else said, catalogue=catalogue))
    if found:
        return _read_back(changed, found)
    labels = ", ".join(p.label for p in chosen)
    return _advance(changed, evidence, Line(key="draft-taken", values={"what": labels}))


def _chosen(understood: Understood, proposals: Sequence[Proposal]) -> list[Proposal]:
    if understood.move in {Move.ALL, Move.YES}:
        return list(proposals)
    return [proposals[number - 1] for number in understood.picks]


def _own_words(draft: Draft, text: str, evidence: Evidence, catalogue: Catalogue) -> tuple[Draft, Say]:
    """Free text: criteria are read back first; in the other steps it becomes an assumption."""
    if draft.step in {Step.WHO, Step.IGNORE, Step.AVOID}:
        found = criteria_in(text, catalogue)
        if draft.step is Step.IGNORE and not found:
            found = _named_attributes(text, catalogue)
        if found:
            return _read_back(draft, found)
    if draft.step is Step.BEST_CUSTOMER:
        return _metrics_named(draft, text, evidence, catalogue)
    if draft.step in {Step.WEIGHTS, Step.REVIEW, Step.WHO, Step.IGNORE}:
        return draft, _ask(draft, evidence, Line(key="draft-unclear"))
    changed = _remember(draft, _with_words(draft.profile, draft.step, text, draft.said[-1].who))
    return _advance(changed, evidence, Line(key="draft-assumption", values={"what": text}))


def _named_attributes(text: str, catalogue: Catalogue) -> list[Criterion]:
    found = {a.key: a for part in split_names(text) if (a := catalogue.attribute(part)) and not a.protected}
    return [Criterion(attribute=key, ignored=True) for key in found]


def _metrics_named(draft: Draft, text: str, evidence: Evidence, catalogue: Catalogue) -> tuple[Draft, Say]:
    metrics = [m.key for part in split_names(text) if (m := catalogue.metric(part))]
    if not metrics:
        return draft, _ask(draft, evidence, Line(key="draft-unclear"))
    profile = draft.profile.model_copy(update={"best_customer": dict.fromkeys(metrics, 1.0)})
    return _advance(_remember(draft, profile), evidence, Line(key="draft-taken", values={"what": text}))


def _read_back(draft: Draft, found: Sequence[Criterion]) -> tuple[Draft, Say]:
    waiting = draft.model_copy(update={"pending": tuple(found)})
    proposals = tuple(Proposal(label=c.attribute, criterion=_as(c, draft.step)) for c in found)
    return waiting, Say(lines=(Line(key="draft-read-back"),), proposals=proposals, step=draft.step)


def _as(criterion: Criterion, step: Step) -> Criterion:
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


def _with_criteria(profile: Profile, found: Sequence[Criterion], step: Step, catalogue: Catalogue) -> Profile:
    criteria = {c.attribute: c for c in profile.criteria}
    for criterion in (_as(c, step) for c in found):
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


def _with_words(profile: Profile, step: Step, text: str, who: str | None) -> Profile:
    if step is Step.AVOID:
        return profile.model_copy(update={"disqualifiers": (*profile.disqualifiers, text)})
    if step is Step.DECISION_ROLE:
        return profile.model_copy(update={"roles": (*profile.roles, Role(title=text))})
    claim = Claim(kind=InsightKind(step.value), text=text, basis=Basis.ASSUMPTION, by=who)
    return profile.model_copy(update={"claims": (*profile.claims, claim)})


def _accept(draft: Draft, chosen: Sequence[Proposal], *, note: str, catalogue: Catalogue) -> Profile:
    profile = draft.profile
    metrics = {p.metric: 1.0 for p in chosen if p.metric}
    claims = [p.claim.model_copy(update={"note": note or None}) for p in chosen if p.claim]
    roles = [p.role for p in chosen if p.role]
    criteria = [p.criterion.model_copy(update={"note": note or None}) for p in chosen if p.criterion]
    if draft.step is Step.WEIGHTS:
        return _with_weights(profile, criteria)
    profile = _with_criteria(profile, criteria, draft.step, catalogue)
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


def _remember(draft: Draft, profile: Profile) -> Draft:
    before = Snapshot(profile=draft.profile, step=draft.step)
    return draft.model_copy(update={"profile": profile, "history": (*draft.history, before)[-50:]})


def _advance(draft: Draft, evidence: Evidence, said: Line | None = None) -> tuple[Draft, Say]:
    """The next step. What has neither evidence nor an open question worth asking is skipped."""
    if draft.step is Step.REVIEW:
        return _finish(draft, evidence)
    following = STEPS[STEPS.index(draft.step) + 1]
    moved = draft.model_copy(update={"step": following})
    if following in {Step.IGNORE, Step.WEIGHTS} and not propose(moved, evidence):
        return _advance(moved, evidence, said)
    return moved, _ask(moved, evidence, said)


def _ask(draft: Draft, evidence: Evidence, said: Line | None = None) -> Say:
    proposals = propose(draft, evidence)
    question = f"draft-ask-{draft.step.replace('_', '-')}"
    steps = list(Section)
    place = Line(
        key="draft-place",
        values={"section": section_of(draft.step).replace("_", "-"),
                "number": steps.index(section_of(draft.step)) + 1, "of": len(steps)},
    )  # fmt: skip
    how = Line(key="draft-how" if proposals else "draft-how-open")
    lines = [said, place, Line(key=question, values={"n": len(proposals)}), how]
    if draft.step is Step.REVIEW:
        lines = [said, place, Line(key=question, values=_summary(draft))]
    return Say(lines=tuple(line for line in lines if line), proposals=tuple(proposals), step=draft.step)


def _summary(draft: Draft) -> dict[str, str | int | float]:
    return {
        "name": draft.profile.name,
        "criteria": len(draft.profile.criteria),
        "claims": len(draft.profile.claims),
        "backed": round(100 * draft.profile.backed),
        "gaps": len(gaps(draft.profile)),
    }


def _finish(draft: Draft, _evidence: Evidence) -> tuple[Draft, Say]:
    done = draft.model_copy(update={"finished": True, "step": Step.REVIEW})
    line = Line(key="draft-finished", values=_summary(draft))
    return done, Say(lines=(line,), step=Step.REVIEW, ended=True)


def _skip(draft: Draft, evidence: Evidence) -> tuple[Draft, Say]:
    return _advance(draft, evidence, Line(key="draft-skipped"))


def _back(draft: Draft, evidence: Evidence) -> tuple[Draft, Say]:
    previous = STEPS[max(0, STEPS.index(draft.step) - 1)]
    moved = draft.model_copy(update={"step": previous, "finished": False})
    return moved, _ask(moved, evidence)


def _undo(draft: Draft, evidence: Evidence) -> tuple[Draft, Say]:
    if not draft.history:
        return draft, _ask(draft, evidence, Line(key="draft-nothing-to-undo"))
    last = draft.history[-1]
    undone = draft.model_copy(
        update={
            "profile": last.profile,
            "step": last.step,
            "history": draft.history[:-1],
            "finished": False,
        }
    )
    return undone, _ask(undone, evidence, Line(key="draft-undone"))


def _why(draft: Draft, evidence: Evidence) -> tuple[Draft, Say]:
    return draft, _ask(draft, evidence, Line(key=f"draft-why-{section_of(draft.step).replace('_', '-')}"))


def _later(draft: Draft, _evidence: Evidence) -> tuple[Draft, Say]:
    paused = draft.model_copy(update={"paused": True})
    return paused, Say(lines=(Line(key="draft-later"),), step=draft.step, ended=True)


def _restart(draft: Draft, evidence: Evidence) -> tuple[Draft, Say]:
    empty = Profile(name=draft.profile.name, version=draft.profile.version)
    fresh = _remember(draft, empty).model_copy(update={"step": Step.BEST_CUSTOMER, "finished": False})
    return fresh, _ask(fresh, evidence, Line(key="draft-restarted"))


_HANDLERS: dict[Move, Callable[[Draft, Evidence], tuple[Draft, Say]]] = {
    Move.SKIP: _skip,
    Move.BACK: _back,
    Move.UNDO: _undo,
    Move.WHY: _why,
    Move.LATER: _later,
    Move.DONE: _finish,
    Move.RESTART: _restart,
}


def propose(draft: Draft, evidence: Evidence) -> list[Proposal]:
    """What the evidence suggests for the current step, strongest first."""
    step = draft.step
    if step is Step.BEST_CUSTOMER:
        return [Proposal(label=m, metric=m) for m in evidence.metrics[:OFFERED]]
    if step is Step.WHO:
        return _from_traits(draft.profile, evidence)
    if step is Step.IGNORE:
        return _unimportant(draft.profile, evidence)
    if step is Step.AVOID:
        return _opposites(draft.profile, evidence)
    if step is Step.WEIGHTS:
        return _weighted(draft.profile, evidence)
    if step is Step.REVIEW:
        return []
    return _from_themes(draft.profile, evidence, InsightKind(step.value))


def _from_traits(profile: Profile, evidence: Evidence) -> list[Proposal]:
    best: dict[str, list[Trait]] = {}
    for trait in evidence.traits:
        if trait.verdict is TraitVerdict.DISTINCTIVE and profile.criterion(trait.attribute) is None:
            best.setdefault(trait.attribute, []).append(trait)
    return [
        Proposal(label=attribute, criterion=criterion_of(traits), trait=traits[0],
                 counts=Counts(accounts=traits[0].best_n, of=traits[0].best_of))
        for attribute, traits in list(best.items())[:OFFERED]
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
    ][:OFFERED]  # fmt: skip


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
        for t in never[:OFFERED]
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
    ][:OFFERED]  # fmt: skip


def _from_themes(profile: Profile, evidence: Evidence, kind: InsightKind) -> list[Proposal]:
    known = {claim.text for claim in profile.claims}
    themes = [t for t in evidence.themes.get(kind, ()) if t.label not in known and t.accounts]
    return [_theme_proposal(theme) for theme in themes[:OFFERED]]


def _theme_proposal(theme: Theme) -> Proposal:
    counts = Counts(
        accounts=theme.accounts,
        of=theme.of_accounts,
        asked=theme.asked,
        contradicting=theme.contradicting,
    )
    said = [i for i in theme.insights if i.stance is Stance.SUPPORTS]
    claim = Claim(
        kind=theme.kind, text=theme.label, status=ClaimStatus.ACCEPTED, basis=Basis.EVIDENCE,
        counts=counts, quotes=tuple(i.quote for i in said[:5]),
    )  # fmt: skip
    who = said[0].account or said[0].speaker
    return Proposal(label=theme.label, counts=counts, quote=said[0].quote.text, who=who, claim=claim)
