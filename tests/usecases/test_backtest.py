"""Past deals and customers become outcomes with their facts as of then."""

from datetime import date

import pytest

from icpbot.domain.accounts import Account, Fact, FactOrigin, account_id
from icpbot.domain.backtest import Group, Signal
from icpbot.domain.errors import NotFound
from icpbot.domain.profile import Criterion, Profile, Range
from icpbot.usecases.backtest import backtest
from icpbot.usecases.customers import import_deals, import_table
from icpbot.usecases.profiles import save

PROFILE = Profile(
    name="P",
    criteria=(
        Criterion(attribute="employees", ideal=Range(min=50)),
        Criterion(attribute="exports", ideal=True),
    ),
)


@pytest.fixture
def deals(desk):
    save(PROFILE, desk=desk)
    return lambda text: import_deals("deals.csv", text.encode(), desk=desk)


def test_no_deals_and_no_customers_are_said_to_be_missing(desk, deals) -> None:
    with pytest.raises(NotFound, match="backtest-no-deals"):
        backtest(desk=desk)


def test_a_deals_own_columns_are_the_facts_of_its_day(desk, deals) -> None:
    deals(
        "company,close date,stav,employees,exports\nKolos s.r.o.,2025-03-01,Vyhráno,180,ano\nNova,2025-04-01,Prohráno,5,ne\n"
    )

    found = backtest(desk=desk)

    assert [(c.group, c.matched, c.n) for c in found.coverage] == [(Group.WON, 1, 1), (Group.LOST, 0, 1)]
    assert (found.signal, found.later) == (Signal.TOO_FEW, 0)


def test_facts_newer_than_the_deal_are_used_last_and_counted(desk, deals) -> None:
    account = Account(id=account_id(desk.workspace, "Kolos"), workspace=desk.workspace, name="Kolos")
    facts = [
        Fact(attribute="employees", value=5.0, origin=FactOrigin.CRM, date=date(2026, 1, 1)),
        Fact(attribute="employees", value=80.0, origin=FactOrigin.RESEARCH, date=date(2024, 1, 1)),
        Fact(attribute="exports", value=True, origin=FactOrigin.CRM, date=date(2026, 1, 1)),
    ]
    desk.accounts.save(account, facts)
    deals("company,closed,status\nKolos,2025-03-01,won\n")

    found = backtest(desk=desk)

    assert [(c.matched, c.n) for c in found.coverage] == [(1, 1)]
    assert found.later == 1


def test_a_customer_that_left_did_not_turn_out_well(desk, deals) -> None:
    deals("company,status,employees\nAlfa,won,100\nБета,won,100\n")
    import_table(
        "c.csv", "company,lifetime value,stan\nAlfa,100,aktywny\nБета,10,odszedł\n".encode(), desk=desk
    )

    found = backtest(desk=desk)

    assert (found.n, found.good) == (2, 1)
    assert [c.n for c in found.coverage if c.group is Group.CHURNED] == [1]


def test_the_first_deal_that_was_won_counts_once_for_its_account(desk, deals) -> None:
    deals(
        "company,date,status,employees\nNova,2024-01-01,lost,5\nNova,2025-01-01,won,90\nNova,2026-01-01,won,4\n"
    )

    found = backtest(desk=desk)

    assert [(g.verdict.value, g.n, g.good) for g in found.by_verdict] == [("undecided", 1, 1)]


def test_deals_that_name_no_company_stand_for_themselves_and_tell_a_signal(desk, deals) -> None:
    rows = "".join(
        f"S{n},{'Won' if n % 2 else 'Lost'},{100 if n % 2 and n % 9 else 5},yes\n" for n in range(60)
    )
    deals(f"opportunity_id,Status,employees,exports\n{rows}")

    found = backtest(desk=desk)

    assert (found.n, found.signal) == (60, Signal.YES)
