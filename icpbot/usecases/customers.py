"""Customers: a table comes in, the best are ranked, and what sets them apart is tested."""

from collections.abc import Mapping, Sequence

from icpbot.domain.accounts import Account, Fact, FactOrigin, account_id
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.customers import Customer, Ranked, rank, top
from icpbot.domain.errors import NotFound, Rejected, UsageError
from icpbot.domain.model import Model
from icpbot.domain.text import fold
from icpbot.domain.traits import Trait, find
from icpbot.domain.values import is_blank, parse_number, parse_value
from icpbot.usecases.ports import Desk

NAME_COLUMNS = ("account", "name", "company", "customer", "organization", "organisation", "firma", "nazwa",
                "klient", "nazev", "zakaznik", "spolecnost", "компанія", "назва", "клієнт", "公司", "客户", "名称")  # fmt: skip
BEST = "best customers"
DEFAULT_WEIGHTS = {"lifetime_value": 1.0, "cost_to_serve": 1.0, "referrals": 1.0, "satisfaction": 1.0,
                   "expansion": 1.0, "sales_cycle_days": 1.0, "conversion": 1.0, "retention": 1.0}  # fmt: skip


class Mapped(Model):
    """Which column became what; shown to the person, correctable with `--map`."""

    name: str
    attributes: dict[str, str] = {}
    metrics: dict[str, str] = {}
    ignored: tuple[str, ...] = ()


class Imported(Model):
    rows: int
    mapping: Mapped
    deals: int = 0
    skipped: int = 0
    missing: dict[str, int] = {}


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
        record = _record(dict(zip(header, row, strict=False)), mapping, taken, desk)
        if record:
            records[record[0].id] = record
            taken.setdefault(record[0].id, record[0].name)
    _save(list(records.values()), mapping, desk)
    missing = {
        column: sum(is_blank(row[header.index(column)]) for row in rows if len(row) > header.index(column))
        for column in (*mapping.attributes.values(), *mapping.metrics.values())
    }
    return Imported(rows=len(records), mapping=mapping, skipped=len(rows) - len(records),
                    missing={c: n for c, n in missing.items() if n})  # fmt: skip


def _save(records: Sequence[tuple[Account, Customer, Sequence[Fact]]], mapping: Mapped, desk: Desk) -> None:
    """A table without a single figure of success lists companies, not customers to be ranked."""
    if mapping.metrics:
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
    name = next((c for c in header if by_column.get(c) in {"account", "name"}), None) or _name_column(header)
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


def _name_column(header: Sequence[str]) -> str | None:
    folded = {fold(column).strip(): column for column in header}
    return next((folded[fold(name)] for name in NAME_COLUMNS if fold(name) in folded), None)


def _record(
    row: Mapping[str, str], mapping: Mapped, taken: Mapping[str, str], desk: Desk
) -> tuple[Account, Customer, Sequence[Fact]] | None:
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
    facts = [Fact(attribute=k, value=v, origin=FactOrigin.CRM, date=now.date(), recorded_at=now)
             for k, v in values.items()]  # fmt: skip
    return account, Customer(account=name, attributes=values, metrics=metrics), facts


def import_deals(name: str, data: bytes, *, desk: Desk) -> int:
    """Deals as they are, joined to accounts by name when they are used; the number of rows."""
    header, rows = desk.reader.table(name, data)
    desk.accounts.save_deals(desk.workspace, [dict(zip(header, row, strict=False)) for row in rows])
    return len(rows)


def best(*, desk: Desk, weights: Mapping[str, float] | None = None, count: int | None = None) -> list[Ranked]:
    """Customers ranked by what the team means by best; remembered for `traits` and the draft."""
    customers = _customers(desk)
    chosen = _weights(customers, weights, desk)
    ranked = rank(customers, chosen, catalogue=desk.knowledge.catalogue())
    remembered = Best(weights=chosen, accounts=tuple(top(ranked, count)))
    desk.accounts.save_setting(desk.workspace, BEST, remembered.model_dump())
    return ranked


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
    last = remembered_best(desk)
    chosen = list(last.accounts) if last else top(best(desk=desk))
    found = find(customers, chosen, catalogue=desk.knowledge.catalogue())
    return chosen, found, len(customers) - len(chosen)


def metrics_known(desk: Desk) -> tuple[str, ...]:
    """Metrics the customer table holds, in the usual order of importance."""
    present = {m for c in desk.accounts.customers(desk.workspace) for m in c.metrics}
    return tuple(m for m in DEFAULT_WEIGHTS if m in present)
