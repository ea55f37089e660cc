"""Back-test a profile on past deals."""

from icpbot.domain.accounts import known
from icpbot.domain.backtest import BackTest, Outcome
from icpbot.domain.backtest import backtest as compute
from icpbot.domain.errors import NotFound
from icpbot.domain.fit import assess
from icpbot.domain.names import key_of
from icpbot.domain.text import fold
from icpbot.usecases.customers import NAME_COLUMNS
from icpbot.usecases.fit import by_criterion
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import current

_WON = {"won", "closed won", "wygrana", "wygrane", "vyhrano", "виграно", "赢单", "成交"}
_LOST = {"lost", "closed lost", "przegrana", "przegrane", "prohrano", "програно", "输单", "丢单"}


def backtest(*, desk: Desk, profile: str | None = None) -> BackTest:
    """Accounts of won and lost deals, scored with their known facts; won counts if any deal was."""
    against = current(desk, profile)
    outcomes = _outcomes(desk)
    if not outcomes:
        raise NotFound("backtest-no-deals")
    accounts = {key_of(a.name): a for a in desk.accounts.accounts(desk.workspace)}
    catalogue = desk.knowledge.catalogue()
    scored = [
        Outcome(
            good=won,
            report=assess(accounts[key].name, against,
                          by_criterion(against, known(desk.accounts.facts(accounts[key].id)), desk),
                          catalogue=catalogue),
        )
        for key, won in outcomes.items() if key in accounts
    ]  # fmt: skip
    return compute(scored)


def _outcomes(desk: Desk) -> dict[str, bool]:
    outcomes: dict[str, bool] = {}
    for deal in desk.accounts.deals(desk.workspace):
        folded = {fold(column).strip(): cell for column, cell in deal.items()}
        name = next((folded[fold(c)] for c in NAME_COLUMNS if folded.get(fold(c))), None)
        ended = {fold(cell).strip() for cell in deal.values()}
        if name and ended & (_WON | _LOST):
            outcomes[key_of(name)] = outcomes.get(key_of(name), False) or bool(ended & _WON)
    return outcomes
