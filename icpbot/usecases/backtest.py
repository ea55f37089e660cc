"""Back-test a profile on past deals and customers."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date as Day

from icpbot.domain.accounts import Account, Fact, FactOrigin, known
from icpbot.domain.backtest import BackTest, Group, Outcome
from icpbot.domain.backtest import backtest as compute
from icpbot.domain.customers import Customer
from icpbot.domain.errors import NotFound
from icpbot.domain.fit import assess
from icpbot.domain.model import Model
from icpbot.domain.names import key_of
from icpbot.domain.outcomes import CHURNED, LOST, WON
from icpbot.domain.profile import Profile
from icpbot.domain.reminders import Ending
from icpbot.domain.text import fold
from icpbot.domain.values import Value, as_set, parse_value
from icpbot.usecases.customers import remembered_best
from icpbot.usecases.family import complete
from icpbot.usecases.fit import by_criterion
from icpbot.usecases.fit_list import column_key
from icpbot.usecases.joining import NAME_COLUMNS
from icpbot.usecases.ports import Desk

SEED = 1
_NAMES = {fold(name) for name in NAME_COLUMNS}
_ENDED = {
    "closed",
    "close date",
    "closed at",
    "closed on",
    "closing date",
    "end date",
    "date",
    "data",
    "data zamkniecia",
    "datum",
    "datum uzavreni",
    "дата",
    "дата закриття",
    "日期",
    "关闭日期",
}
"""Columns of the day a deal ended, folded."""


class _Deal(Model):
    """How a deal of an account ended, when, and what its row says of the account."""

    account: str
    won: bool
    churned: bool
    day: Day | None
    facts: tuple[Fact, ...]


def backtest(*, desk: Desk, profile: str | None = None) -> BackTest:
    """Past accounts by their facts as of then, against how they turned out. An account was won if any of
    its deals was, and that deal counts; what churned since did not turn out well.
    """
    against = complete(desk, profile)
    accounts = {key_of(a.name): a for a in desk.accounts.accounts(desk.workspace)}
    deals = _deals(accounts, desk)
    customers = {key_of(c.account): c for c in desk.accounts.customers(desk.workspace)}
    if not deals and not customers:
        raise NotFound("backtest-no-deals")
    last = remembered_best(desk)
    best = {key_of(name) for name in (last.accounts if last else ())}
    stored = desk.accounts.facts_of([a.id for key, a in accounts.items() if key in {*deals, *customers}])
    past = _Past(accounts, stored, customers, best, against, desk)
    outcomes = [past.outcome(key, deals.get(key)) for key in dict.fromkeys([*deals, *customers])]
    return compute(outcomes, seed=SEED)


def won_by_account(desk: Desk) -> dict[str, bool]:
    """By the key of an account's name, whether the deal that counts was won."""
    accounts = {key_of(a.name) for a in desk.accounts.accounts(desk.workspace)}
    return {key: deal.won for key, deal in _deals(accounts, desk).items()}


def endings(desk: Desk) -> list[Ending]:
    """Every deal whose end is dated, by its day."""
    accounts = {key_of(a.name) for a in desk.accounts.accounts(desk.workspace)}
    rows = enumerate(desk.accounts.deals(desk.workspace), 1)
    found = [deal for number, row in rows if (deal := _deal(row, number, accounts, desk))]
    return [Ending(day=d.day, won=d.won, churned=d.churned) for d in found if d.day]


def _deals(accounts: Container[str], desk: Desk) -> dict[str, _Deal]:
    """The deal that counts of each account: the first that was won, else the last."""
    every: defaultdict[str, list[_Deal]] = defaultdict(list)
    for number, row in enumerate(desk.accounts.deals(desk.workspace), 1):
        deal = _deal(row, number, accounts, desk)
        if deal:
            every[key_of(deal.account)].append(deal)
    return {key: _counting(deals) for key, deals in every.items()}


def _counting(deals: Sequence[_Deal]) -> _Deal:
    ordered = sorted(deals, key=lambda deal: str(deal.day or ""))
    chosen = next((deal for deal in ordered if deal.won), ordered[-1])
    return chosen.model_copy(update={"churned": any(deal.churned for deal in deals)})


def _deal(row: Mapping[str, str], number: int, accounts: Container[str], desk: Desk) -> _Deal | None:
    """A row that says how it ended; a deal that names no account is one of its own."""
    cells = {title: cell.strip() for title, cell in row.items() if cell.strip()}
    ends = {fold(cell) for cell in cells.values()}
    if not ends & (WON | LOST | CHURNED):
        return None
    folded = {fold(title).replace("_", " ").strip(): cell for title, cell in cells.items()}
    named = (cell for title, cell in folded.items() if title in _NAMES or key_of(cell) in accounts)
    name = next(named, f"#{number}")
    day = next((day for title in folded if title in _ENDED and (day := _day(folded[title]))), None)
    churned = bool(ends & CHURNED)
    facts = tuple(_row_facts(cells, day, desk))
    return _Deal(account=name, won=churned or bool(ends & WON), churned=churned, day=day, facts=facts)


def _day(text: str) -> Day | None:
    try:
        return Day.fromisoformat(text[:10])
    except ValueError:
        return None


def _row_facts(cells: Mapping[str, str], day: Day | None, desk: Desk) -> Iterator[Fact]:
    """What a deal's own columns said of the account when it ended."""
    for title, cell in cells.items():
        key = column_key(title, desk)
        value = parse_value(desk.knowledge.catalogue().attribute(key), cell)
        if value is not None:
            yield Fact(attribute=key, value=value, origin=FactOrigin.CRM, date=day)


class _Past:
    """Past accounts with what the store holds of them."""

    def __init__(
        self, accounts: Mapping[str, Account], stored: Mapping[str, Sequence[Fact]],
        customers: Mapping[str, Customer], best: set[str], profile: Profile, desk: Desk,
    ) -> None:  # fmt: skip
        self._accounts, self._stored, self._customers, self._best = accounts, stored, customers, best
        self._profile, self._desk = profile, desk

    def outcome(self, key: str, deal: _Deal | None) -> Outcome:
        customer, account = self._customers.get(key), self._accounts.get(key)
        churned = (deal is not None and deal.churned) or (
            customer is not None and has_left(customer.attributes)
        )
        then, later = self._facts(account, deal)
        name = account.name if account else deal.account if deal else key
        report = assess(name, self._profile, then | later, catalogue=self._desk.knowledge.catalogue())
        ended = [] if deal is None else [Group.WON if deal.won else Group.LOST]
        groups = (*ended, *([Group.BEST] if key in self._best else []), *([Group.CHURNED] if churned else []))
        return Outcome(
            report=report, groups=groups, later=any(c.attribute in later for c in report.criteria),
            good=None if deal is None and not churned else deal is not None and deal.won and not churned,
            value=customer.metrics.get("lifetime_value") if customer else None,
        )  # fmt: skip

    def _facts(self, account: Account | None, deal: _Deal | None) -> tuple[dict[str, Fact], dict[str, Fact]]:
        """By the profile's names: what was known when the deal ended, and what is known only since."""
        stored = self._stored.get(account.id, ()) if account else ()
        day = deal.day if deal else None
        old = [f for f in stored if day is None or (since := _since(f)) is None or since <= day]
        new = [f for f in stored if f not in old]
        then = by_criterion(self._profile, known([*old, *(deal.facts if deal else ())]), self._desk)
        later = by_criterion(self._profile, known(new), self._desk)
        return then, {attribute: fact for attribute, fact in later.items() if attribute not in then}


def _since(fact: Fact) -> Day | None:
    return fact.date or (fact.recorded_at.date() if fact.recorded_at else None)


def has_left(attributes: Mapping[str, Value]) -> bool:
    """A customer whose row says that it went."""
    said = {
        fold(word).strip()
        for value in attributes.values()
        if not isinstance(value, bool)
        for word in as_set(value)
    }
    return bool(said & CHURNED) or attributes.get("churned") is True
