"""Traits: what the best customers have in common against the rest."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from icpbot.domain.catalogue import Catalogue
from icpbot.domain.customers import Customer
from icpbot.domain.model import Model
from icpbot.domain.statistics import false_discovery, fisher, lift_interval
from icpbot.domain.text import fold
from icpbot.domain.values import Amount, Value, as_set

DISTINCTIVE_AT = 0.05
"""Adjusted p below which a trait counts as distinctive."""
TOO_FEW = 5
"""Fewer best or rest customers with a value than this say nothing."""


OUTCOMES = frozenset({
    "churned", "churn", "churn_date", "churn_reason", "cancelled", "cancelled_at", "cancellation_date",
    "lost", "lost_reason", "won", "stage", "status", "account_status", "customer_status",
    "lifecycle_stage", "renewed", "renewal_date", "health", "health_score", "risk", "at_risk",
    "customer_since", "client_since", "since", "start_date", "end_date", "outcome", "result", "domain",
    "id", "customer_id", "account_id", "odszedl", "rezygnacja", "powod_rezygnacji", "klient_od",
    "stan", "wynik", "odesel", "duvod_odchodu", "zakaznik_od", "stav", "vysledek", "статус",
    "клієнт_з", "стан", "відтік", "результат", "状态", "客户状态", "流失", "是否流失", "客户起始", "结果",
})  # fmt: skip
"""Columns that are no traits: how it went with a customer, since when, and its identifiers. That the
best customers did not churn says nothing about whom to look for.
"""


class TraitVerdict(StrEnum):
    DISTINCTIVE = "distinctive"
    NOT_DISTINCTIVE = "not distinctive"
    TOO_FEW = "too few"


class Trait(Model):
    """One value (or range, ends inclusive) of an attribute, best customers against the rest.

    `best_n` of `best_of` best customers have it, `rest_n` of `rest_of` of the rest; `lift` is the
    ratio of the shares with its 95 % interval; `q` is p adjusted for all traits looked at.
    """

    attribute: str
    value: str | None = None
    range: tuple[float | None, float | None] | None = None
    best_n: int
    best_of: int
    rest_n: int
    rest_of: int
    lift: float
    low: float
    high: float
    p: float
    q: float
    verdict: TraitVerdict


class _Split(Model):
    attribute: str
    value: str | None = None
    range: tuple[float | None, float | None] | None = None
    cells: tuple[int, int, int, int]
    """best with, best without, rest with, rest without."""
    tried: int = 1
    """How many cut points this one was chosen from: its p is multiplied by it (Bonferroni)."""


def find(customers: Sequence[Customer], best: Iterable[str], *, catalogue: Catalogue) -> list[Trait]:
    """Every attribute's values and best split, the most distinctive first.

    Protected attributes (age, gender, ethnicity, …) and outcomes are never looked at.
    """
    chosen = set(best)
    splits: list[_Split] = []
    for attribute in dict.fromkeys(key for c in customers for key in c.attributes):
        entry = catalogue.attribute(attribute)
        if (entry and entry.protected) or "_".join(fold(attribute).split()) in OUTCOMES:
            continue
        values = {c.account: c.attributes[attribute] for c in customers if attribute in c.attributes}
        splits += _splits(attribute, values, chosen)
    return _judged(splits)


def _splits(attribute: str, values: Mapping[str, Value], best: set[str]) -> list[_Split]:
    numbers = {account: n for account, v in values.items() if (n := _number(v)) is not None}
    if len(numbers) == len(values) and len(set(numbers.values())) > 2:
        split = _best_split(attribute, numbers, best)
        return [split] if split else []
    sets = {account: {_label(item) for item in _items(v)} for account, v in values.items()}
    options = sorted({item for items in sets.values() for item in items})
    if len(options) > max(12, len(values) // 3):
        return []  # names, addresses, notes: every customer has its own
    return [
        _Split(attribute=attribute, value=option,
               cells=_cells({a: option in items for a, items in sets.items()}, best))
        for option in options
    ]  # fmt: skip


def _number(value: Value) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, Amount):
        return value.number
    return value if isinstance(value, float) else None


def _items(value: Value) -> Iterable[str]:
    return ("yes" if value else "no",) if isinstance(value, bool) else as_set(value)


def _label(item: str) -> str:
    return item.strip()


def _cells(has: Mapping[str, bool], best: set[str]) -> tuple[int, int, int, int]:
    inside = [yes for account, yes in has.items() if account in best]
    outside = [yes for account, yes in has.items() if account not in best]
    return sum(inside), len(inside) - sum(inside), sum(outside), len(outside) - sum(outside)


def _best_split(attribute: str, numbers: Mapping[str, float], best: set[str]) -> _Split | None:
    """The range that sets the best apart most: from one octile to another, or open at an end. Finer
    steps would be paid for by the number of ranges tried, coarser ones miss a group in the middle.
    """
    ordered = sorted(numbers.values())
    cuts = sorted({ordered[min(len(ordered) - 1, len(ordered) * i // 8)] for i in range(9)})
    ranges: list[tuple[float | None, float | None]] = [(low, None) for low in cuts[1:]]
    ranges += [(None, high) for high in cuts[:-1]]
    ranges += [(low, high) for i, low in enumerate(cuts[1:-1], 1) for high in cuts[i + 1 : -1]]
    tried = [
        _Split(attribute=attribute, range=span, tried=len(ranges),
               cells=_cells({a: _within(n, span) for a, n in numbers.items()}, best))
        for span in ranges
    ]  # fmt: skip
    richer = [s for s in tried if _share(s.cells[0], s.cells[1]) > _share(s.cells[2], s.cells[3])]
    return min(richer, key=lambda s: fisher(*s.cells), default=None)


def _within(number: float, span: tuple[float | None, float | None]) -> bool:
    low, high = span
    return (low is None or number >= low) and (high is None or number <= high)


def _share(hits: int, misses: int) -> float:
    return hits / (hits + misses) if hits + misses else 0.0


def _judged(splits: Sequence[_Split]) -> list[Trait]:
    p_values = [min(1.0, fisher(*split.cells) * split.tried) for split in splits]
    adjusted = false_discovery(p_values)
    traits = [_trait(s, p, q) for s, p, q in zip(splits, p_values, adjusted, strict=True)]
    order = list(TraitVerdict)
    return sorted(traits, key=lambda t: (order.index(t.verdict), t.q, -t.lift, t.attribute))


def _trait(split: _Split, p: float, q: float) -> Trait:
    a, b, c, d = split.cells
    lift, low, high = lift_interval(a, b, c, d)
    verdict = TraitVerdict.NOT_DISTINCTIVE
    if a + b < TOO_FEW or c + d < TOO_FEW:
        verdict = TraitVerdict.TOO_FEW
    elif q < DISTINCTIVE_AT and lift > 1:
        verdict = TraitVerdict.DISTINCTIVE
    return Trait(
        attribute=split.attribute, value=split.value, range=split.range, best_n=a, best_of=a + b,
        rest_n=c, rest_of=c + d, lift=round(lift, 3), low=round(low, 3), high=round(high, 3),
        p=p, q=q, verdict=verdict,
    )  # fmt: skip
