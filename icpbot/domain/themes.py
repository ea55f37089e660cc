"""Themes: insights of one kind that say the same thing, counted in accounts and sources."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from icpbot.domain.clusters import Alike
from icpbot.domain.decisions import Decision, Deed, Known, arranged, meant
from icpbot.domain.insights import Insight, InsightKind, Stance
from icpbot.domain.model import Model
from icpbot.domain.text import one_line
from icpbot.domain.voices import voice

ANECDOTE_BELOW = 3
"""Fewer accounts than this are an anecdote, and called so (design section 6)."""


class Theme(Model):
    """`label` is the most telling quote, so that it may stand in quotation marks, unless a person has `named`
    the theme. `of_accounts` are those interviewed at all; `asked` those whose interviewer brought it up.
    """

    id: str
    kind: InsightKind
    label: str
    insights: tuple[Insight, ...]
    accounts: int
    sources: int
    of_accounts: int
    asked: int
    contradicting: int
    first_heard: date | None = None
    last_heard: date | None = None
    named: bool = False
    rejected: bool = False
    """A person said that it is no theme."""

    @property
    def is_anecdote(self) -> bool:
        return self.accounts < ANECDOTE_BELOW


class Asked(Model):
    """An interviewer's question, read as asking about one kind of insight."""

    source_id: str
    account: str | None
    kind: InsightKind


def build(
    kind: InsightKind,
    insights: Sequence[Insight],
    compared: Alike,
    *,
    asked: Iterable[Asked],
    of_accounts: int,
    decisions: Iterable[Decision] = (),
) -> list[Theme]:
    """The themes of one kind as people left them, the rejected ones too, most accounts first. `decisions`
    are those that stand and that the reader may know, oldest first.
    """
    asked_accounts = _asked_accounts(asked, kind)
    groups, said = _decided(kind, insights, compared, decisions)
    found = [
        _theme(kind, [insights[i] for i in group], [compared.weight[i] for i in group],
               asked=asked_accounts, of_accounts=of_accounts)
        for group in groups
    ]  # fmt: skip
    themes = [
        theme.model_copy(update=said.get(frozenset(group), {}))
        for theme, group in zip(found, groups, strict=True)
    ]
    return sorted(
        themes, key=lambda t: (-t.accounts, -t.sources, -max(i.likelihood for i in t.insights), t.label)
    )


def _decided(
    kind: InsightKind, insights: Sequence[Insight], compared: Alike, decisions: Iterable[Decision]
) -> tuple[list[list[int]], dict[frozenset[int], dict[str, object]]]:
    """Groups as people arranged them, and what they said of each; the last word counts."""
    found, own = compared.groups, [d for d in decisions if d.kind is kind]
    if not own:
        return found, {}
    known = Known(insights)
    groups = arranged(found, known, own, compared.on_average)
    said: dict[frozenset[int], dict[str, object]] = {}
    for decision in own:
        if decision.deed in {Deed.RENAME, Deed.REJECT}:
            for group in meant(groups, decision.one, known):
                said.setdefault(group, {}).update(_said(decision))
    return [sorted(group) for group in groups], said


def _said(decision: Decision) -> dict[str, object]:
    if decision.deed is Deed.REJECT:
        return {"rejected": True}
    return {"label": decision.label, "named": True}


def _asked_accounts(asked: Iterable[Asked], kind: InsightKind) -> set[str]:
    return {question.account or question.source_id for question in asked if question.kind is kind}


def _theme(
    kind: InsightKind, members: list[Insight], weight: Sequence[float], *,
    asked: set[str], of_accounts: int,
) -> Theme:  # fmt: skip
    scored = zip(weight, members, strict=True)
    ordered = [
        m for _, m in sorted(scored, key=lambda p: (-p[0] * p[1].likelihood, -p[1].likelihood, p[1].id))
    ]
    supporting = [m for m in ordered if m.stance is Stance.SUPPORTS]
    against = {owner(m) for m in ordered if m.stance is Stance.CONTRADICTS}
    dates = sorted(m.date for m in members if m.date)
    return Theme(
        id=theme_id(kind, members),
        kind=kind,
        label=one_line(voice(supporting or ordered).text),
        insights=tuple(ordered),
        accounts=len({owner(m) for m in supporting}),
        sources=len({m.source_id for m in supporting}),
        of_accounts=of_accounts,
        asked=len(asked),
        contradicting=len(against),
        first_heard=dates[0] if dates else None,
        last_heard=dates[-1] if dates else None,
    )


def owner(insight: Insight) -> str:
    """Whose voice it is: the account, or the source where no account is known."""
    return insight.account or insight.source_id


def theme_id(kind: InsightKind, members: Sequence[Insight]) -> str:
    """Named after its first-known member, so that a theme keeps its id as it grows; a member without
    a date is first only among its like.
    """
    oldest = min(members, key=lambda m: (m.date is None, str(m.date or ""), m.id))
    return _id_after(kind, oldest)


def _id_after(kind: InsightKind, member: Insight) -> str:
    return "t" + hashlib.sha256(f"{kind}\n{member.id}".encode()).hexdigest()[:12]


def theme_called(name: str, themes: Iterable[Theme]) -> Theme | None:
    """The theme of this id, else the one that holds the voice it was once named after."""
    listed = list(themes)
    own = next((theme for theme in listed if theme.id == name), None)
    return own or next((t for t in listed if any(_id_after(t.kind, i) == name for i in t.insights)), None)
