"""Settling: what a CRM says becomes accounts, facts, customers and deals, as if a table had been imported.

The outcome is a function of all records and the mapping. It is compared with what was written before; only
what differs is written, and what the CRM does not say any more is taken back.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Day
from hashlib import sha256
from statistics import fmean

from icpbot import __version__
from icpbot.domain.accounts import Account, Fact
from icpbot.domain.crm import UNREADABLE, Connection, Counts, Kind, Missing, Receipt, Record, Written
from icpbot.domain.crm import Mapping as Shown
from icpbot.domain.customers import Customer
from icpbot.domain.model import Model
from icpbot.domain.outcomes import LOST, WON
from icpbot.domain.text import fold
from icpbot.domain.values import Amount, parse_amount
from icpbot.usecases.customers import Mapped, guess_mapping, record_of
from icpbot.usecases.ports import Desk

NAME, DEAL_OF = "name", "crm id"
"""Titles of the column of names, and of the one that tells our deals from imported ones."""
NO_NAME, DUPLICATE, NO_ORGANISATION = "no-name", "duplicate", "no-organisation"


class Settled(Model):
    """An account as the CRM has it."""

    account: Account
    facts: tuple[Fact, ...]
    customer: Customer | None
    written: Written


class _Deal(Model):
    won: bool
    lost: bool
    amount: Amount | None
    days: int | None


def settle(connection: Connection, *, desk: Desk, removals: bool = False) -> Receipt:
    """Bring accounts, customers and deals to what the records say; what was done, without counts of pages.
    When much is missing at once nothing is written, unless a person allows `removals`.
    """
    counts = connection.progress.counts if connection.progress else Counts()
    basis, last = _basis(connection, desk), connection.last
    if last and not last.held and last.basis == basis and not (counts.changed or counts.deleted):
        return _as_before(last, connection, counts, desk)
    organisations = desk.crm.records(desk.workspace, Kind.ORGANISATION)
    deals = desk.crm.records(desk.workspace, Kind.DEAL)
    mapping = mapping_of(organisations, connection.told, desk)
    skipped: Counter[str] = Counter()
    by_record = _accounts(organisations, mapping, skipped, desk)
    rows, ended = _deals(deals, by_record, skipped)
    before = desk.crm.written(desk.workspace)
    wanted = _wanted(by_record, ended, mapping, before, desk)
    changed = [each for each in wanted if _differs(each, before)]
    stays = {each.account.id for each in wanted}
    gone = [key for key in before if key not in stays]
    missing = _missing(len(gone), len(before), rows, desk)
    if missing.many() and not removals:
        return _held(missing, connection, counts, desk)
    desk.crm.settle(desk.workspace, changed)
    desk.crm.withdraw(desk.workspace, gone)
    _save_deals(rows, desk)
    return Receipt(
        full=_is_full(connection), ended=desk.clock(),
        counts=counts.model_copy(update={"skipped": {**counts.skipped, **+skipped}}),
        accounts=len(changed), removed=len(gone), customers=sum(each.customer is not None for each in wanted),
        deals=len(rows), mapping=Shown(attributes=mapping.attributes, metrics=mapping.metrics),
        basis=basis,
    )  # fmt: skip


def _basis(connection: Connection, desk: Desk) -> str:
    """What, beside the records, the outcome rests on: corrections, our catalogue and our rules."""
    catalogue = desk.knowledge.catalogue().model_dump_json()
    told = json.dumps(connection.told, sort_keys=True)
    return sha256(f"{__version__}\n{told}\n{catalogue}".encode()).hexdigest()[:16]


def _as_before(last: Receipt, connection: Connection, counts: Counts, desk: Desk) -> Receipt:
    """No record is another than when they were settled last."""
    skipped = {key: n for key, n in last.counts.skipped.items() if key != UNREADABLE} | counts.skipped
    now = counts.model_copy(update={"skipped": skipped})
    return last.model_copy(
        update={
            "full": _is_full(connection),
            "ended": desk.clock(),
            "counts": now,
            "accounts": 0,
            "removed": 0,
        }
    )


def _held(missing: Missing, connection: Connection, counts: Counts, desk: Desk) -> Receipt:
    last = connection.last
    there = {"customers": last.customers, "deals": last.deals, "mapping": last.mapping} if last else {}
    held = Receipt(full=_is_full(connection), ended=desk.clock(), counts=counts, held=missing)
    return held.model_copy(update=there)


def _is_full(connection: Connection) -> bool:
    return bool(connection.progress and connection.progress.full)


def _missing(gone: int, before: int, rows: Sequence[dict[str, str]], desk: Desk) -> Missing:
    deals = {row[DEAL_OF] for row in desk.accounts.deals(desk.workspace) if DEAL_OF in row}
    lost = deals - {row[DEAL_OF] for row in rows}
    return Missing(accounts=gone, of_accounts=before, deals=len(lost), of_deals=len(deals))


def mapping_of(organisations: Sequence[Record], told: Mapping[str, str], desk: Desk) -> Mapped:
    """Which field is which attribute; a correction for a field that nobody fills any more is left out."""
    titles = {title for each in organisations for title in each.fields if title != NAME}
    known = {attribute: title for attribute, title in told.items() if title in titles}
    header = [NAME, *dict.fromkeys([*known.values(), *sorted(titles)])]  # what was told comes before guesses
    return guess_mapping(header, desk.knowledge.catalogue(), {**known, NAME: NAME})


_Found = tuple[Account, Customer, tuple[Fact, ...], Record]


def _accounts(
    organisations: Sequence[Record], mapping: Mapped, skipped: Counter[str], desk: Desk
) -> dict[str, _Found]:
    """By the record's id. Of two organisations that are one company the one changed last counts, and the
    deals of both are its own.
    """
    taken = {account.id: account.name for account in desk.accounts.accounts(desk.workspace)}
    latest: dict[str, _Found] = {}
    account_of: dict[str, str] = {}
    for each in sorted(organisations, key=lambda o: (str(o.updated or ""), o.id)):
        day = each.updated.date() if each.updated else None
        found = record_of({**each.fields, NAME: each.name}, mapping, taken, desk, day)
        if found is None:
            skipped[NO_NAME] += 1
            continue
        account, customer, facts = found
        skipped[DUPLICATE] += account.id in latest
        taken.setdefault(account.id, account.name)
        latest[account.id] = account, customer, tuple(facts), each
        account_of[each.id] = account.id
    return {record: latest[account] for record, account in account_of.items()}


def _deals(
    deals: Sequence[Record], by_record: Mapping[str, _Found], skipped: Counter[str]
) -> tuple[list[dict[str, str]], dict[str, list[_Deal]]]:
    """Rows of the table of deals, and by account how its deals ended."""
    rows: list[dict[str, str]] = []
    ended: defaultdict[str, list[_Deal]] = defaultdict(list)
    for each in deals:
        owner = by_record.get(each.organisation or "")
        if owner is None:
            skipped[NO_ORGANISATION] += 1
            continue
        rows.append({"account": owner[0].name, "deal": each.name, **each.fields, DEAL_OF: each.id})
        ended[owner[0].id].append(_ended(each))
    return rows, ended


def _ended(deal: Record) -> _Deal:
    status = fold(deal.fields.get("status", ""))
    amount = parse_amount(deal.fields.get("amount", ""))
    begun, closed = (_day(deal.fields.get(title)) for title in ("deal created", "closed"))
    days = (closed - begun).days if begun and closed and closed >= begun else None
    return _Deal(won=status in WON, lost=status in LOST, amount=amount, days=days)


def _day(text: str | None) -> Day | None:
    try:
        return Day.fromisoformat(text or "")
    except ValueError:
        return None


def _wanted(
    by_record: Mapping[str, _Found], ended: Mapping[str, Sequence[_Deal]], mapping: Mapped,
    before: Mapping[str, Written], desk: Desk,
) -> list[Settled]:  # fmt: skip
    records: defaultdict[str, list[str]] = defaultdict(list)
    for record, found in by_record.items():
        records[found[0].id].append(record)
    others = {a.id: a for a in desk.accounts.accounts(desk.workspace)}
    rows = {c.account: c for c in desk.accounts.customers(desk.workspace)}
    currencies = {d.amount.currency for deals in ended.values() for d in deals if d.won and d.amount}
    wanted = []
    for account, customer, facts, _ in {found[0].id: found for found in by_record.values()}.values():
        deals = ended.get(account.id, ())
        old, there = before.get(account.id), others.get(account.id)
        metrics = customer.metrics if mapping.metrics else _metrics(deals, comparable=len(currencies) == 1)
        counts = bool(metrics) or any(deal.won for deal in deals)
        foreign = account.name in rows and not (old and old.customer)
        row = customer.model_copy(update={"metrics": metrics}) if counts and not foreign else None
        made = old.made if old else there is None
        wanted.append(
            _settled(_kept(account, there), facts, row, made=made, records=sorted(records[account.id]))
        )
    return wanted


def _kept(account: Account, there: Account | None) -> Account:
    """What others have learnt of the account's names and address stays."""
    if there is None:
        return account
    return account.model_copy(update={"aliases": there.aliases, "domain": account.domain or there.domain})


def _metrics(deals: Sequence[_Deal], *, comparable: bool) -> dict[str, float]:
    """What won deals tell where the CRM has no figures of its own: their sum, if all deals of all accounts
    are in one currency, and the days they took.
    """
    won = [deal for deal in deals if deal.won]
    amounts = [deal.amount.number for deal in won if deal.amount]
    days = [deal.days for deal in won if deal.days is not None]
    worth = {"lifetime_value": sum(amounts)} if amounts and comparable else {}
    return {**worth, **({"sales_cycle_days": fmean(days)} if days else {})}


def _settled(
    account: Account,
    facts: tuple[Fact, ...],
    customer: Customer | None,
    *,
    made: bool,
    records: Sequence[str],
) -> Settled:
    said = [fact.model_dump(mode="json", exclude={"recorded_at"}) for fact in facts]
    all_of_it = [
        account.model_dump(mode="json"),
        said,
        customer and customer.model_dump(mode="json"),
        records,
    ]
    digest = sha256(json.dumps(all_of_it, sort_keys=True).encode()).hexdigest()[:32]
    written = Written(attributes=tuple(fact.attribute for fact in facts), customer=customer is not None,
                      made=made, digest=digest, records=tuple(records))  # fmt: skip
    return Settled(account=account, facts=facts, customer=customer, written=written)


def _differs(settled: Settled, before: Mapping[str, Written]) -> bool:
    old = before.get(settled.account.id)
    return old is None or old.digest != settled.written.digest


def _save_deals(rows: Sequence[dict[str, str]], desk: Desk) -> None:
    """Deals that came from elsewhere stay."""
    stored = desk.accounts.deals(desk.workspace)
    wanted = [*(row for row in stored if DEAL_OF not in row), *rows]
    if wanted != stored:
        desk.accounts.save_deals(desk.workspace, wanted)
