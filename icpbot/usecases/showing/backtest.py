"""Showing back-tests and drift, in the reader's language."""

from collections.abc import Sequence

from icpbot.domain.backtest import BackTest, ByVerdict, Effect, Group, Signal
from icpbot.usecases.fit import attribute_label
from icpbot.usecases.ports import Desk
from icpbot.usecases.replay import Cause, Flip

_SIGNALS = {
    Signal.YES: "backtest-signal-yes", Signal.NONE: "backtest-signal-none",
    Signal.BACKWARDS: "backtest-signal-backwards",
}  # fmt: skip
_COVERED = {
    Group.WON: "backtest-covers-won", Group.LOST: "backtest-covers-lost", Group.BEST: "backtest-covers-best",
    Group.CHURNED: "backtest-covers-churned",
}  # fmt: skip
_CAUSES = {Cause.PROFILE: "drift-profile", Cause.FACTS: "drift-facts"}
_BAR = 20
"""Characters that stand for all accounts of a verdict being won."""


def backtest_lines(done: BackTest, *, desk: Desk, language: str) -> list[str]:
    """What the past says first, then the figures it says so by."""
    say = desk.voice.say
    if not done.enough:
        lines = [say("backtest-too-few", language, n=done.n, good=done.good)]
    else:
        lines = [say(_SIGNALS[done.signal], language)]
        lines.append(say("backtest-headline", language, n=done.n, good=done.good))
    lines += [f"  {_line(group, desk, language)}" for group in done.by_verdict]
    lines += [say(_COVERED[c.group], language, matched=c.matched, n=c.n) for c in done.coverage]
    if done.auc is not None and done.auc_interval:
        low, high = (_percent(end) for end in done.auc_interval)
        lines.append(say("backtest-auc", language, auc=_percent(done.auc), low=low, high=high))
    if done.value_rank:
        rank = {name: f"{each:.2f}" for name, each in done.value_rank.model_dump().items()}
        lines.append(say("backtest-value", language, **rank))
    for effect, key in ((Effect.HELPS, "backtest-helps"), (Effect.HURTS, "backtest-hurts")):
        names = [attribute_label(c.attribute, desk, language) for c in done.criteria if c.effect is effect]
        lines += [say(key, language, names=", ".join(names))] if names else []
    if done.later:
        lines.append(say("backtest-later", language, n=done.later, of=done.past))
    return lines


def _line(group: ByVerdict, desk: Desk, language: str) -> str:
    text = desk.voice.say(
        "backtest-line", language, verdict=desk.voice.say(f"verdict-{group.verdict}", language), n=group.n,
        good=group.good, low=_percent(group.low), high=_percent(group.high), lift=f"{group.lift:.2f}",
    )  # fmt: skip
    return "█" * round(_BAR * group.share) + "░" * (_BAR - round(_BAR * group.share)) + f"  {text}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


def drift_lines(flips: Sequence[Flip], *, desk: Desk, language: str) -> list[str]:
    """Each verdict that would differ, with what the profile and the facts did to it."""
    say = desk.voice.say
    return [
        say("drift-flip", language, account=f.account, then=say(f"verdict-{f.then}", language),
            now=say(f"verdict-{f.now}", language), why=_why(f, desk, language)) for f in flips
    ] or [say("drift-none", language)]  # fmt: skip


def _why(flip: Flip, desk: Desk, language: str) -> str:
    """Criteria that are judged otherwise; where none is, the thresholds were moved."""
    reasons = []
    for cause, key in _CAUSES.items():
        names = [attribute_label(c.attribute, desk, language) for c in flip.changes if c.cause is cause]
        if names:
            reasons.append(desk.voice.say(key, language, attributes=", ".join(names)))
    versions = f"v{flip.then_version} → v{flip.now_version}"
    return " ".join(reasons) or desk.voice.say("drift-profile", language, attributes=versions)
