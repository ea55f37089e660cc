"""The guided conversation: a pure state machine that takes a message and says what comes next."""

from collections.abc import Sequence

from icpbot.domain.catalogue import Catalogue
from icpbot.domain.contested import Dispute, contested
from icpbot.domain.draft import Draft, Entry, Line, Say
from icpbot.domain.drafted import accept, meant_at, with_criteria, with_words
from icpbot.domain.moves import Move, Understood, understand
from icpbot.domain.navigation import HANDLERS, advance, ask, remember
from icpbot.domain.phrases import asks_back, criteria_in
from icpbot.domain.profile import Criterion
from icpbot.domain.proposals import (
    Evidence,
    Proposal,
    Step,
    candidates,
    propose,
)
from icpbot.domain.routing import split_names


def begin(draft: Draft, evidence: Evidence) -> Say:
    """The opening: what the evidence already says, then the question of the current step."""
    if draft.dispute:
        return _put_to_them(draft, draft.dispute)
    key = "draft-resume" if draft.said else "draft-open" if evidence.accounts else "draft-open-empty"
    opening = Line(key=key, values={"accounts": evidence.accounts, "name": draft.profile.name})
    return ask(draft, evidence, opening)


def begun(draft: Draft, say: Say, evidence: Evidence) -> Draft:
    """The draft that knows what was offered, whatever the numbers in the next reply refer to. What was
    read back stands under numbers of its own; one that pauses leaves its list on the table.
    """
    if say.ended or draft.pending or draft.dispute:
        return draft
    offered = tuple(p.id for p in say.proposals)
    return draft.model_copy(
        update={"offered": offered, "offered_at": say.step, "offered_in": evidence.language}
    )


def reply(
    draft: Draft, message: str, evidence: Evidence, *, catalogue: Catalogue, who: str | None = None
) -> tuple[Draft, Say]:
    """The draft after a person's message, and what to say to it. Never a dead end: what is not
    understood is taken as the person's own words, or asked again.
    """
    heard = draft.model_copy(
        update={
            "said": (*draft.said, Entry(who=who, text=message, step=draft.step)),
            "paused": False,
            "finished": False,
        }
    )
    if draft.dispute:
        return _settle(heard, draft.dispute, message, evidence, catalogue)
    changed, say = _turn(heard, message, evidence, catalogue)
    dispute = contested(heard.profile, changed.profile, heard.by, who=who, message=message)
    if dispute:
        asked = heard.model_copy(update={"dispute": dispute})
        return asked, _put_to_them(asked, dispute)
    return begun(changed, say, evidence), say


def revised(
    draft: Draft, criterion: Criterion, evidence: Evidence, *, who: str | None
) -> tuple[Draft, Say] | None:
    """The draft with a criterion as somebody filled it in, and its question asked again; nothing where it
    would take away what another person said.
    """
    others = tuple(c for c in draft.profile.criteria if c.attribute != criterion.attribute)
    kept = [c.attribute for c in draft.profile.criteria]
    place = kept.index(criterion.attribute) if criterion.attribute in kept else len(kept)
    profile = draft.profile.model_copy(update={"criteria": (*others[:place], criterion, *others[place:])})
    if contested(draft.profile, profile, draft.by, who=who, message=""):
        return None
    entry = Entry(who=who, text=criterion.attribute, step=draft.step)
    heard = draft.model_copy(update={"said": (*draft.said, entry), "paused": False})
    changed = remember(heard, profile) if profile != draft.profile else draft
    say = ask(changed, evidence, Line(key="draft-noted", values={"n": 1}))
    return begun(changed, say, evidence), say


def _put_to_them(draft: Draft, dispute: Dispute) -> Say:
    """The disagreement, naming both; what either said is decided by them, not by who came last."""
    values = {"first": dispute.first, "second": dispute.second, "what": dispute.what}
    lines = (Line(key="draft-dispute", values=values), Line(key="draft-dispute-how", values=values))
    return Say(lines=lines, step=draft.step)


def _settle(
    draft: Draft, dispute: Dispute, message: str, evidence: Evidence, catalogue: Catalogue
) -> tuple[Draft, Say]:
    """'1' keeps what the first said, '2' takes what the second said; going elsewhere keeps it too."""
    understood = understand(message, 2)
    cleared = draft.model_copy(update={"dispute": None})
    if understood.picks == (2,):
        changed, say = _turn(cleared, dispute.message, evidence, catalogue)
        return begun(changed, say, evidence), say
    if understood.move is Move.UNDO or understood.picks == (1,):
        say = ask(cleared, evidence, Line(key="draft-kept", values={"what": dispute.what}))
        kept = cleared.model_copy(update={"pending": ()})
        return begun(kept, say, evidence), say
    if understood.move in HANDLERS and understood.move is not Move.RESTART:
        changed, say = HANDLERS[understood.move](cleared.model_copy(update={"pending": ()}), evidence)
        return begun(changed, say, evidence), say
    return draft, _put_to_them(draft, dispute)


def _turn(draft: Draft, message: str, evidence: Evidence, catalogue: Catalogue) -> tuple[Draft, Say]:
    offered = _on_the_table(draft, evidence)
    understood = understand(message, len(draft.pending or offered))
    if draft.pending:
        return _confirm(draft, understood, evidence, catalogue)
    handler = HANDLERS.get(understood.move)
    if handler:
        return handler(draft, evidence)
    chosen = _chosen(understood, offered)
    if None in chosen:
        return draft, ask(draft, evidence, Line(key="draft-changed"))
    return _take(draft, understood, [p for p in chosen if p], evidence, catalogue)


def _on_the_table(draft: Draft, evidence: Evidence) -> list[Proposal | None]:
    """The proposals as they were numbered; nothing in the place of one the evidence no longer supports."""
    if draft.offered is None or draft.offered_at is not draft.step:
        return list(propose(draft.profile, draft.step, evidence))
    as_offered = evidence.model_copy(update={"language": draft.offered_in})
    known = {p.id: p for p in candidates(draft.profile, draft.step, as_offered)}
    return [known.get(offered) for offered in draft.offered]


def _confirm(
    draft: Draft, understood: Understood, evidence: Evidence, catalogue: Catalogue
) -> tuple[Draft, Say]:
    """What was read from free text counts after a yes, or those of it that are picked by number."""
    pending, cleared = draft.pending, draft.model_copy(update={"pending": ()})
    if understood.move in HANDLERS and understood.move is not Move.UNDO:
        return HANDLERS[understood.move](cleared, evidence)
    if understood.move in {Move.YES, Move.ALL} or understood.picks:
        kept = [pending[n - 1] for n in understood.picks] or list(pending)
        profile = with_criteria(cleared.profile, kept, cleared.step, catalogue)
        return _noted(remember(cleared, profile), kept, understood.rest, evidence, catalogue)
    if understood.move is Move.PICK:
        return _read_back(draft, pending)
    corrected = criteria_in(understood.rest, catalogue)
    if corrected:
        return _read_back(cleared, corrected)
    return cleared, ask(cleared, evidence, Line(key="draft-not-taken"))


def _noted(
    draft: Draft, kept: Sequence[Criterion], rest: str, evidence: Evidence, catalogue: Catalogue
) -> tuple[Draft, Say]:
    further = criteria_in(rest, catalogue)
    if further:
        return _read_back(draft, further)
    return advance(draft, evidence, Line(key="draft-noted", values={"n": len(kept)}))


def _take(
    draft: Draft, understood: Understood, chosen: Sequence[Proposal], evidence: Evidence, catalogue: Catalogue
) -> tuple[Draft, Say]:
    if chosen:
        return _accepted(draft, chosen, understood.rest, evidence, catalogue)
    if understood.move is Move.YES and not understood.rest:
        return advance(draft, evidence)
    if understood.move in {Move.NONE, Move.NO} and not understood.rest and draft.step is not Step.REVIEW:
        return advance(draft, evidence, Line(key="draft-none"))
    if not understood.rest:
        return draft, ask(draft, evidence, Line(key="draft-unclear"))
    return _own_words(draft, understood.rest, evidence, catalogue)


def _accepted(
    draft: Draft, chosen: Sequence[Proposal], said: str, evidence: Evidence, catalogue: Catalogue
) -> tuple[Draft, Say]:
    """What was picked is in; criteria named beside it are read back first, other words are a note."""
    found = criteria_in(said, catalogue) if draft.step in {Step.WHO, Step.AVOID} else []
    changed = remember(
        draft, accept(draft.profile, draft.step, chosen, note="" if found else said, catalogue=catalogue)
    )
    if found:
        return _read_back(changed, found)
    labels = ", ".join(p.label for p in chosen)
    return advance(changed, evidence, Line(key="draft-taken", values={"what": labels}))


def _chosen(understood: Understood, offered: Sequence[Proposal | None]) -> list[Proposal | None]:
    if understood.move in {Move.ALL, Move.YES}:
        return list(offered)
    return [offered[number - 1] for number in understood.picks]


def _own_words(draft: Draft, text: str, evidence: Evidence, catalogue: Catalogue) -> tuple[Draft, Say]:
    """Free text: criteria are read back first; in the other steps it becomes an assumption."""
    if draft.step in {Step.WHO, Step.IGNORE, Step.AVOID}:
        found = criteria_in(text, catalogue)
        if draft.step is Step.IGNORE and not found:
            found = _named_attributes(text, catalogue)
        if found:
            return _read_back(draft, found)
    if text.rstrip().endswith(("?", "？")):
        return draft, ask(draft, evidence, Line(key="draft-aside"))
    if draft.step is Step.BEST_CUSTOMER:
        return _best_described(draft, text, evidence, catalogue)
    if draft.step in {Step.WEIGHTS, Step.REVIEW, Step.WHO, Step.IGNORE}:
        open_question = asks_back(text) if draft.step is Step.WHO else None
        return draft, ask(draft, evidence, Line(key=open_question or "draft-unclear"))
    changed = remember(draft, with_words(draft.profile, draft.step, text, draft.said[-1].who))
    return advance(changed, evidence, Line(key="draft-assumption", values={"what": text}))


def _named_attributes(text: str, catalogue: Catalogue) -> list[Criterion]:
    found = {a.key: a for part in split_names(text) if (a := catalogue.attribute(part)) and not a.protected}
    return [Criterion(attribute=key, ignored=True) for key in found]


def _best_described(draft: Draft, text: str, evidence: Evidence, catalogue: Catalogue) -> tuple[Draft, Say]:
    """By what they are measured, or right away by who they are."""
    metrics = [m.key for part in split_names(text) if (m := catalogue.metric(part))]
    if metrics:
        profile = draft.profile.model_copy(update={"best_customer": dict.fromkeys(metrics, 1.0)})
        return advance(remember(draft, profile), evidence, Line(key="draft-taken", values={"what": text}))
    found = criteria_in(text, catalogue)
    if found:
        return _read_back(draft, found)
    return draft, ask(draft, evidence, Line(key="draft-unclear"))


def _read_back(draft: Draft, found: Sequence[Criterion]) -> tuple[Draft, Say]:
    waiting = draft.model_copy(update={"pending": tuple(found)})
    proposals = tuple(Proposal(label=c.attribute, criterion=meant_at(c, draft.step)) for c in found)
    return waiting, Say(lines=(Line(key="draft-read-back"),), proposals=proposals, step=draft.step)
