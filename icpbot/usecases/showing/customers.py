"""Customers: who is best, and what sets them apart."""

from collections.abc import Sequence

from icpbot.domain.customers import Ranked
from icpbot.domain.reply import Reply
from icpbot.domain.traits import Trait, TraitVerdict
from icpbot.usecases.fit import attribute_label
from icpbot.usecases.ports import Desk


def best_reply(
    ranked: Sequence[Ranked], count: int, metrics: Sequence[str], *, desk: Desk, language: str
) -> Reply:
    names = [m.label(language) if (m := desk.knowledge.catalogue().metric(key)) else key for key in metrics]
    head = desk.voice.say("best-headline", language, n=count, of=len(ranked), metrics=", ".join(names))
    lines = [f"{r.rank}. {r.account} ({r.score:.0f})" for r in ranked[:count] if r.score is not None]
    gaps = sum(bool(r.missing) for r in ranked)
    notice = desk.voice.say("best-missing", language, n=gaps) if gaps else None
    return Reply(headline=head, lines=tuple(lines), notice=notice, language=language)


def traits_reply(
    best: Sequence[str], traits: Sequence[Trait], rest: int, *, desk: Desk, language: str
) -> Reply:
    found = [t for t in traits if t.verdict is TraitVerdict.DISTINCTIVE]
    key = "traits-headline" if found else "traits-none"
    lines = [f"• {trait_text(t, desk, language)}" for t in found[:10]]
    head = desk.voice.say(key, language, best=len(best), rest=rest)
    return Reply(headline=head, lines=tuple(lines), language=language)


def trait_text(trait: Trait, desk: Desk, language: str) -> str:
    what = trait_name(trait, desk, language)
    return desk.voice.say(
        "trait-line", language, what=what, best_n=trait.best_n, best_of=trait.best_of, rest_n=trait.rest_n,
        rest_of=trait.rest_of, lift=f"{trait.lift:.1f}", low=f"{trait.low:.1f}", high=f"{trait.high:.1f}",
    )  # fmt: skip


def trait_name(trait: Trait, desk: Desk, language: str) -> str:
    """'Employees 50–500' or 'Own fleet: yes'."""
    label = attribute_label(trait.attribute, desk, language)
    if trait.range:
        return f"{label} {range_text(trait.range)}"
    answers = {"yes": "value-yes", "no": "value-no"}
    key = answers.get(trait.value or "")
    return f"{label}: {desk.voice.say(key, language) if key else trait.value}"


def range_text(span: tuple[float | None, float | None]) -> str:
    low, high = span
    if low is not None and high is not None:
        return f"{low:,.10g}–{high:,.10g}"
    return f"≥ {low:,.10g}" if low is not None else f"≤ {high:,.10g}"
