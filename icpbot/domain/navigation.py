"""Through a draft's steps: the next question, back, why, skip, later, undo, start over, done."""

from collections.abc import Callable

from icpbot.domain.contested import credited
from icpbot.domain.draft import Draft, Line, Say, Snapshot
from icpbot.domain.drafted import gaps
from icpbot.domain.moves import Move
from icpbot.domain.profile import Profile
from icpbot.domain.proposals import (
    STEPS,
    Evidence,
    Section,
    Step,
    propose,
    section_of,
)


def remember(draft: Draft, profile: Profile) -> Draft:
    before = Snapshot(profile=draft.profile, step=draft.step, by=draft.by)
    by = credited(draft.profile, profile, draft.by, draft.said[-1].who)
    return draft.model_copy(update={"profile": profile, "by": by, "history": (*draft.history, before)[-50:]})


def advance(draft: Draft, evidence: Evidence, said: Line | None = None) -> tuple[Draft, Say]:
    """The next step. What has neither evidence nor an open question worth asking is skipped."""
    if draft.step is Step.REVIEW:
        return _finish(draft, evidence)
    following = STEPS[STEPS.index(draft.step) + 1]
    moved = draft.model_copy(update={"step": following})
    if following in {Step.IGNORE, Step.WEIGHTS} and not propose(moved.profile, moved.step, evidence):
        return advance(moved, evidence, said)
    return moved, ask(moved, evidence, said)


def ask(draft: Draft, evidence: Evidence, said: Line | None = None) -> Say:
    proposals = propose(draft.profile, draft.step, evidence)
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
    return advance(draft, evidence, Line(key="draft-skipped"))


def _back(draft: Draft, evidence: Evidence) -> tuple[Draft, Say]:
    previous = STEPS[max(0, STEPS.index(draft.step) - 1)]
    moved = draft.model_copy(update={"step": previous, "finished": False})
    return moved, ask(moved, evidence)


def _undo(draft: Draft, evidence: Evidence) -> tuple[Draft, Say]:
    if not draft.history:
        return draft, ask(draft, evidence, Line(key="draft-nothing-to-undo"))
    last = draft.history[-1]
    undone = draft.model_copy(
        update={
            "profile": last.profile,
            "step": last.step,
            "by": last.by,
            "history": draft.history[:-1],
            "finished": False,
        }
    )
    return undone, ask(undone, evidence, Line(key="draft-undone"))


def _why(draft: Draft, evidence: Evidence) -> tuple[Draft, Say]:
    return draft, ask(draft, evidence, Line(key=f"draft-why-{section_of(draft.step).replace('_', '-')}"))


def _later(draft: Draft, _evidence: Evidence) -> tuple[Draft, Say]:
    paused = draft.model_copy(update={"paused": True})
    return paused, Say(lines=(Line(key="draft-later"),), step=draft.step, ended=True)


def _restart(draft: Draft, evidence: Evidence) -> tuple[Draft, Say]:
    empty = Profile(name=draft.profile.name, version=draft.profile.version)
    fresh = remember(draft, empty).model_copy(update={"step": Step.BEST_CUSTOMER, "finished": False})
    return fresh, ask(fresh, evidence, Line(key="draft-restarted"))


HANDLERS: dict[Move, Callable[[Draft, Evidence], tuple[Draft, Say]]] = {
    Move.SKIP: _skip,
    Move.BACK: _back,
    Move.UNDO: _undo,
    Move.WHY: _why,
    Move.LATER: _later,
    Move.DONE: _finish,
    Move.RESTART: _restart,
}
