"""Themes: insights of one kind that say the same thing, counted in accounts and sources."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush

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


Pairs = Iterable[tuple[int, int, float]]
"""Positions of two insights and their similarity, −1 to 1; only those worth joining."""


def cluster(count: int, pairs: Pairs) -> list[list[int]]:
    """Join the most similar first, and only groups whose members are alike on average.

    Average linkage over the given pairs; a pair that is not given counts as 0. The result does not
    depend on the order of pairs.
    """
    links: Links = {i: {} for i in range(count)}
    for left, right, score in pairs:
        if left != right:
            links[left][right] = links[right][left] = score
    groups = {i: [i] for i in range(count)}
    waiting = [entry for left in groups for entry in _joinable(left, links, groups)]
    heapify(waiting)
    while waiting:
        average, left, right = heappop(waiting)
        if average == _distance(left, right, links, groups):  # else one of them has grown since
            _merge(links, groups, left, right)
            for entry in _joinable(left, links, groups, both=True):
                heappush(waiting, entry)
    return sorted(groups.values(), key=lambda g: (-len(g), g[0]))


JOIN_AT = 0.35
"""Average similarity from which two groups are one theme. On the planted themes of the sample research
seven of ten joined pairs are right at this value; lower joins strangers, and a count must not."""

Links = dict[int, dict[int, float]]
"""Summed similarity between two groups, each named after its first member."""


def _joinable(
    group: int, links: Links, groups: Mapping[int, list[int]], *, both: bool = False
) -> list[tuple[float, int, int]]:
    """What a group could be joined with, the closest smallest; lower numbered ones only if `both`."""
    pairs = [(min(group, other), max(group, other)) for other in links[group] if both or other > group]
    found = [(_distance(left, right, links, groups), left, right) for left, right in pairs]
    return [entry for entry in found if -entry[0] >= JOIN_AT]


def _distance(left: int, right: int, links: Links, groups: Mapping[int, list[int]]) -> float:
    """The negative average similarity; 0 when either group is gone."""
    if left not in groups or right not in links.get(left, {}):
        return 0.0
    return -links[left][right] / (len(groups[left]) * len(groups[right]))


def _merge(links: Links, groups: dict[int, list[int]], left: int, right: int) -> None:
    groups[left] = sorted(groups[left] + groups.pop(right))
    for other, total in links.pop(right).items():
        links[other].pop(right, None)
        if other != left:
            links[left][other] = links[left].get(other, 0.0) + total
            links[other][left] = links[left][other]


def build(
    kind: InsightKind,
    insights: Sequence[Insight],
    pairs: Pairs,
    *,
    asked: Iterable[Asked],
    of_accounts: int,
    decisions: Iterable[Decision] = (),
) -> list[Theme]:
    """The themes of one kind as people left them, the rejected ones too, most accounts first. `decisions`
    are those that stand and that the reader may know, oldest first.
    """
    asked_accounts = _asked_accounts(asked, kind)
    links = list(pairs)
    weight = _centrality(len(insights), links)
    groups, said = _decided(kind, insights, links, decisions)
    found = [
        _theme(kind, [insights[i] for i in group], [weight[i] for i in group],
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
    kind: InsightKind, insights: Sequence[Insight], links: Pairs, decisions: Iterable[Decision]
) -> tuple[list[list[int]], dict[frozenset[int], dict[str, object]]]:
    """Groups as people arranged them, and what they said of each; the last word counts."""
    found, own = cluster(len(insights), links), [d for d in decisions if d.kind is kind]
    if not own:
        return found, {}
    known = Known(insights)
    groups = arranged(found, known, own, links)
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


def _centrality(count: int, pairs: Pairs) -> list[float]:
    weight = [0.0] * count
    for left, right, score in pairs:
        weight[left] += score
        weight[right] += score
    return weight


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
