"""Themes: insights of one kind that say the same thing, counted in accounts and sources."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from icpbot.domain.insights import Insight, InsightKind, Stance
from icpbot.domain.model import Model

ANECDOTE_BELOW = 3
"""Fewer accounts than this are an anecdote, and called so (design section 6)."""


class Theme(Model):
    """`of_accounts` are those interviewed at all; `asked` those whose interviewer brought it up."""

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
    links: dict[int, dict[int, float]] = {i: {} for i in range(count)}
    for left, right, score in pairs:
        links[left][right] = links[right][left] = score
    groups = {i: [i] for i in range(count)}
    while True:
        best = _closest(links, groups)
        if best is None:
            return sorted(groups.values(), key=lambda g: (-len(g), g[0]))
        _merge(links, groups, *best)


JOIN_AT = 0.42
"""Average similarity from which two groups are one theme; tuned on the sample research."""


def _closest(links: dict[int, dict[int, float]], groups: dict[int, list[int]]) -> tuple[int, int] | None:
    found: tuple[float, int, int] | None = None
    for left, linked in links.items():
        for right, total in linked.items():
            if right <= left:
                continue
            average = total / (len(groups[left]) * len(groups[right]))
            candidate = (-average, left, right)
            if average >= JOIN_AT and (found is None or candidate < found):
                found = candidate
    return (found[1], found[2]) if found else None


def _merge(links: dict[int, dict[int, float]], groups: dict[int, list[int]], left: int, right: int) -> None:
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
) -> list[Theme]:
    """The themes of one kind, most accounts first."""
    asked_accounts = _asked_accounts(asked, kind)
    links = list(pairs)
    weight = _centrality(len(insights), links)
    themes = [
        _theme(kind, [insights[i] for i in group], [weight[i] for i in group],
               asked=asked_accounts, of_accounts=of_accounts)
        for group in cluster(len(insights), links)
    ]  # fmt: skip
    return sorted(themes, key=lambda t: (-t.accounts, -t.sources, t.label))


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
    ordered = [m for _, m in sorted(zip(weight, members, strict=True), key=lambda p: (-p[0], p[1].id))]
    supporting = [m for m in ordered if m.stance is Stance.SUPPORTS] or ordered
    against = {owner(m) for m in ordered if m.stance is Stance.CONTRADICTS}
    dates = sorted(m.date for m in members if m.date)
    return Theme(
        id=theme_id(kind, members),
        kind=kind,
        label=supporting[0].text,
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
    """Named after its first-known member, so that a theme keeps its id as it grows."""
    oldest = min(members, key=lambda m: (str(m.date or ""), m.id))
    return "t" + hashlib.sha256(f"{kind}\n{oldest.id}".encode()).hexdigest()[:12]


def by_account(themes: Iterable[Theme]) -> Mapping[str, set[str]]:
    """Theme id → the accounts that say so."""
    return {t.id: {owner(m) for m in t.insights if m.stance is Stance.SUPPORTS} for t in themes}
