"""Customers: a table comes in, the best are ranked, and what sets them apart is tested."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date as Day

from icpbot.domain.accounts import Account, Fact, FactOrigin, account_id
from icpbot.domain.catalogue import Attribute, Catalogue, Metric
from icpbot.domain.customers import Customer, Ranked, rank, top
from icpbot.domain.errors import NotFound, Rejected, UsageError
from icpbot.domain.model import Model
from icpbot.domain.names import key_of
from icpbot.domain.outcomes import LOST, WON
from icpbot.domain.quality import Doubt
from icpbot.domain.quality import looked_over as find_doubts
from icpbot.domain.text import fold
from icpbot.domain.traits import OUTCOMES, Trait, find
from icpbot.domain.values import as_set, is_blank, parse_number, parse_value
from icpbot.usecases.correcting import named_in_full
from icpbot.usecases.joining import Joined, joined, name_column
from icpbot.usecases.ports import Desk

BEST = "best customers"
TICKETS = "support_tickets"
DEFAULT_WEIGHTS = {"lifetime_value": 1.0, "cost_to_serve": 1.0, "referrals": 1.0, "satisfaction": 1.0,
                   "expansion": 1.0, "sales_cycle_days": 1.0, "conversion": 1.0, "retention": 1.0}  # fmt: skip


class Mapped(Model):
    """Which column became what; shown to the person, correctable with `--map`."""

    name: str
    attributes: dict[str, str] = {}
    metrics: dict[str, str] = {}
    ignored: tuple[str, ...] = ()


class Imported(Model):
    """`missing` is by column; `doubts` are what to look at before counting on the table."""

    rows: int
    mapping: Mapped
    deals: int = 0
    skipped: int = 0
    missing: dict[str, int] = {}
    doubts: tuple[Doubt, ...] = ()
    joined: tuple[Joined, ...] = ()


class Best(Model):
    """The last ranking: its weights and who came out on top."""

    weights: dict[str, float]
    accounts: tuple[str, ...]


def import_table(name: str, data: bytes, *, desk: Desk, columns: Mapping[str, str] | None = None) -> Imported:
    """Customers of a CSV or XLSX table: metrics kept as numbers, attributes as CRM facts."""
    header, rows = desk.reader.table(name, data)
    mapping = guess_mapping(header, desk.knowledge.catalogue(), columns or {})
    records: dict[str, tuple[Account, Customer, Sequence[Fact]]] = {}
    taken = {account.id: account.name for account in desk.accounts.accounts(desk.workspace)}
    for row in rows:
        record = record_of(dict(zip(header, row, strict=False)), mapping, taken, desk)
        if record:
            records[record[0].id] = record
            taken.setdefault(record[0].id, record[0].name)
    _save(list(records.values()), mapping, desk)
    named_in_full([account.name for account, _, _ in records.values()], desk=desk)
    return _looked_over(header, rows, mapping, len(records), desk)


def _ended(customer: Customer, words: frozenset[str]) -> bool:
    """Whether a column of outcomes says one of these words of a customer."""
    said = [v for key, v in customer.attributes.items() if key in OUTCOMES and isinstance(v, str)]
    return any(fold(value).strip() in words for value in said)


def looked_over(name: str, data: bytes, *, desk: Desk) -> Imported:
    """What a table says and what in it is doubtful, with nothing of it kept."""
    header, rows = desk.reader.table(name, data)
    mapping = guess_mapping(header, desk.knowledge.catalogue(), {})
    place = header.index(mapping.name)
    return _looked_over(header, rows, mapping, len({key_of(row[place]) for row in rows if row[place]}), desk)


def _looked_over(
    header: Sequence[str], rows: Sequence[Sequence[str]], mapping: Mapped, kept: int, desk: Desk
) -> Imported:
    catalogue = desk.knowledge.catalogue()
    columns = {title: [row[i] if i < len(row) else "" for row in rows] for i, title in enumerate(header)}
    meaning: dict[str, Attribute | Metric | None] = {
        **{column: catalogue.attribute(key) for key, column in mapping.attributes.items()},
        **{column: catalogue.metric(key) for key, column in mapping.metrics.items()},
    }
    missing = {column: sum(map(is_blank, columns[column])) for column in meaning}
    doubts = find_doubts(columns, mapping.name, meaning, catalogue=catalogue, year=desk.clock().year)
    return Imported(rows=kept, mapping=mapping, skipped=sum(map(is_blank, columns[mapping.name])),
                    missing={c: n for c, n in missing.items() if n}, doubts=tuple(doubts))  # fmt: skip


def _save(records: Sequence[tuple[Account, Customer, Sequence[Fact]]], mapping: Mapped, desk: Desk) -> None:
    """A table without a figure of success lists companies, not customers to be ranked; one of won and lost
    is taken for customers where nothing better is known.
    """
    ranked = any(customer.metrics for customer in desk.accounts.customers(desk.workspace))
    ended = not ranked and any(_ended(customer, WON | LOST) for _, customer, _ in records)
    if mapping.metrics or ended:
        desk.accounts.save_customers(desk.workspace, records)
        return
    for account, _, facts in records:
        desk.accounts.save(account, facts)


def guess_mapping(header: Sequence[str], catalogue: Catalogue, told: Mapping[str, str]) -> Mapped:
    """Columns by what the person said, else by their names; the rest become attributes as they are."""
    by_column = {column: target for target, column in told.items()}
    for column in by_column:
        if column not in header:
            raise UsageError("column-unknown", name=column)
    name = next((c for c in header if by_column.get(c) in {"account", "name"}), None) or name_column(header)
    if name is None:
        raise Rejected("table-no-name", columns=", ".join(header))
    metrics: dict[str, str] = {}
    attributes: dict[str, str] = {}
    for column in header:
        if column == name or not column.strip():
            continue
        target = by_column.get(column) or plain_column(column)
        metric = catalogue.metric(target)
        attribute = catalogue.attribute(target)
        if metric:
            metrics.setdefault(metric.key, column)
        else:
            attributes.setdefault(attribute.key if attribute else fold(target).replace(" ", "_"), column)
    return Mapped(name=name, attributes=attributes, metrics=metrics)


def plain_column(column: str) -> str:
    """'lifetime_value_eur' is the lifetime value: a currency or unit at the end is no other column."""
    words = fold(column).replace("_", " ").split()
    while len(words) > 1 and words[-1] in {"eur", "usd", "gbp", "pln", "czk", "uah", "cny", "%"}:
        words.pop()
    return " ".join(words)


def record_of(
    row: Mapping[str, str], mapping: Mapped, taken: Mapping[str, str], desk: Desk, day: Day | None = None
) -> tuple[Account, Customer, Sequence[Fact]] | None:
    """The account, customer and facts of a row as of a day, else of today; nothing for one without a name."""
    name = row.get(mapping.name, "").strip()
    if not name:
        return None
    catalogue = desk.knowledge.catalogue()
    values = {
        key: value
        for key, column in mapping.attributes.items()
        if (value := parse_value(catalogue.attribute(key), row.get(column, ""))) is not None
    }
    numbers = {m: parse_number(row.get(column, "")) for m, column in mapping.metrics.items()}
    metrics = {m: n for m, n in numbers.items() if n is not None}
    account = Account(id=account_id(desk.workspace, name, taken), workspace=desk.workspace, name=name,
                      domain=str(values["website"]) if "website" in values else None)  # fmt: skip
    now = desk.clock()
    facts = [Fact(attribute=k, value=v, origin=FactOrigin.CRM, date=day or now.date(), recorded_at=now)
             for k, v in values.items()]  # fmt: skip
    return account, Customer(account=name, attributes=values, metrics=metrics), facts


def import_deals(
    name: str, data: bytes, *, desk: Desk, same: Mapping[str, str] | None = None
) -> Joined | None:
    """Deals, each under the customer it belongs to where that is sure; a table that names no company is kept
    as it is.
    """
    header, rows = desk.reader.table(name, data)
    if name_column(header) is None:
        desk.accounts.save_deals(desk.workspace, [dict(zip(header, row, strict=False)) for row in rows])
        return None
    _, deals, report = joined(name, data, _known(desk), desk=desk, same=same)
    desk.accounts.save_deals(desk.workspace, deals)
    return report


def import_tickets(name: str, data: bytes, *, desk: Desk, same: Mapping[str, str] | None = None) -> Joined:
    """How many tickets each customer wrote, where the customer table does not say. Who has none wrote none,
    unless one that is doubtful may be theirs.
    """
    column, tickets, report = joined(name, data, _known(desk), desk=desk, same=same)
    counts = Counter(row[column] for row in tickets)
    doubtful = {candidate for candidates in report.doubtful.values() for candidate in candidates}
    accounts = {account.name: account for account in desk.accounts.accounts(desk.workspace)}
    rows = [
        (accounts[c.account], c.model_copy(update={"metrics": {**c.metrics, TICKETS: float(counts[c.account])}}), ())
        for c in desk.accounts.customers(desk.workspace)
        if TICKETS not in c.metrics and c.account in accounts and c.account not in doubtful
    ]  # fmt: skip
    desk.accounts.save_customers(desk.workspace, rows)
    return report


def _known(desk: Desk) -> list[str]:
    """Customers; where there are none yet, every account."""
    customers = [c.account for c in desk.accounts.customers(desk.workspace)]
    return customers or [a.name for a in desk.accounts.accounts(desk.workspace)]


def best(
    *, desk: Desk, weights: Mapping[str, float] | None = None, count: int | None = None,
    where: tuple[str, str] | None = None,
) -> list[Ranked]:  # fmt: skip
    """Customers ranked by what the team means by best; remembered for `traits` and the draft. With `where`,
    an attribute and its value, the best are those that have it; without a figure in the table they are those
    that were won.
    """
    customers = _customers(desk)
    if where or not any(customer.metrics for customer in customers):
        customers, measure = _told_apart(customers, where, desk)
        weights, count = {measure: 1.0}, sum(int(c.metrics[measure]) for c in customers)
    chosen = _weights(customers, weights, desk)
    ranked = rank(customers, chosen, catalogue=desk.knowledge.catalogue())
    remembered = Best(weights=chosen, accounts=tuple(top(ranked, count)))
    desk.accounts.save_setting(desk.workspace, BEST, remembered.model_dump())
    return ranked


def _told_apart(
    customers: Sequence[Customer], where: tuple[str, str] | None, desk: Desk
) -> tuple[list[Customer], str]:
    """Customers with one figure, one or zero: whether they are those that are meant."""
    measure, has = "won", [_ended(customer, WON) for customer in customers]
    if where:
        known = desk.knowledge.catalogue().attribute(where[0])
        key, measure = known.key if known else fold(where[0]).replace(" ", "_"), f"{where[0]} = {where[1]}"
        has = [_has(customer, key, where[1]) for customer in customers]
    if not any(has):
        raise UsageError("metric-unknown", name=measure, known=", ".join(_outcomes(customers)))
    figures = [
        c.model_copy(update={"metrics": {measure: float(yes)}}) for c, yes in zip(customers, has, strict=True)
    ]
    return figures, measure


def _has(customer: Customer, key: str, value: str) -> bool:
    found = customer.attributes.get(key)
    words = (
        ("yes" if found else "no",) if isinstance(found, bool) else as_set(found) if found is not None else ()
    )
    return fold(value).strip() in {fold(word).strip() for word in words}


def _outcomes(customers: Sequence[Customer]) -> list[str]:
    return sorted({key for customer in customers for key in customer.attributes if key in OUTCOMES})


def _customers(desk: Desk) -> list[Customer]:
    customers = desk.accounts.customers(desk.workspace)
    if not customers:
        raise NotFound("customers-none")
    return customers


def _weights(
    customers: Sequence[Customer], asked: Mapping[str, float] | None, desk: Desk
) -> dict[str, float]:
    present = {metric for customer in customers for metric in customer.metrics}
    if not asked:
        return {m: w for m, w in DEFAULT_WEIGHTS.items() if m in present} or dict.fromkeys(
            sorted(present), 1.0
        )
    chosen: dict[str, float] = {}
    for name, weight in asked.items():
        metric = desk.knowledge.catalogue().metric(name)
        key = metric.key if metric else name
        if key not in present:
            raise UsageError("metric-unknown", name=name, known=", ".join(sorted(present)))
        chosen[key] = weight
    return chosen


def remembered_best(desk: Desk) -> Best | None:
    stored = desk.accounts.setting(desk.workspace, BEST)
    return Best.model_validate(stored) if stored else None


def traits(*, desk: Desk) -> tuple[list[str], list[Trait], int]:
    """The best accounts, what sets them apart, and how many make up the rest."""
    customers = _customers(desk)
    if remembered_best(desk) is None:
        best(desk=desk)
    last = remembered_best(desk)
    chosen = list(last.accounts) if last else []
    found = find(customers, chosen, catalogue=desk.knowledge.catalogue())
    return chosen, found, len(customers) - len(chosen)


def metrics_known(desk: Desk) -> tuple[str, ...]:
    """Metrics the customer table holds, in the usual order of importance."""
    present = {m for c in desk.accounts.customers(desk.workspace) for m in c.metrics}
    return tuple(m for m in DEFAULT_WEIGHTS if m in present)
