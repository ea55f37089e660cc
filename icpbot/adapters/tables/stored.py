"""What the store knows of the companies of a list, as bands."""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from icpbot.adapters.tables.cells import NOTHING
from icpbot.adapters.tables.scoring import BANDS, Codes
from icpbot.domain.accounts import Fact, FactOrigin, known
from icpbot.domain.fit import band_of
from icpbot.domain.profile import Criterion
from icpbot.usecases.ports import ListPlan

_Bands = tuple[Codes, Codes]
"""Of the stored facts of an account, and of those alone that outrank a table's."""


class Stored:
    """Looks accounts up in one go for each batch, and remembers them by the names of the rows."""

    def __init__(self, criteria: Sequence[Criterion], plan: ListPlan) -> None:
        self._criteria = criteria
        self._plan = plan
        self._accounts = pl.Series(plan.accounts, dtype=pl.String)
        self._remembered: dict[str, _Bands | None] = {}

    def complete(self, codes: Codes, names: pl.Series, keys: pl.Series) -> pl.Series:
        """Fill in what the store knows where a row is silent or a person knows better; tells which rows
        mean an account.
        """
        met = np.zeros(len(names), bool)
        able = keys.is_in(self._accounts.implode()).arg_true()
        bands = self._bands(names.gather(able).to_list())
        rows = able.filter(pl.Series([each is not None for each in bands], dtype=pl.Boolean)).to_numpy()
        held = [each for each in bands if each is not None]
        if held:
            weak, strong = (np.stack(one, axis=1) for one in zip(*held, strict=True))
            own = np.where(codes[:, rows] == NOTHING, weak, codes[:, rows])
            codes[:, rows] = np.where(strong == NOTHING, own, strong)
            met[rows] = True
        return pl.Series(met)

    def _bands(self, names: Sequence[str]) -> list[_Bands | None]:
        unmet = [name for name in dict.fromkeys(names) if name not in self._remembered]
        if unmet:
            facts = self._plan.facts(unmet)
            self._remembered |= {n: self._banded(facts[n]) if n in facts else None for n in unmet}
        return [self._remembered[name] for name in names]

    def _banded(self, facts: Mapping[str, Fact]) -> _Bands:
        weak = np.full(len(self._criteria), NOTHING, np.uint8)
        strong = weak.copy()
        for n, criterion in enumerate(self._criteria):
            fact = facts.get(criterion.attribute)
            if fact is not None:
                weak[n] = BANDS.index(band_of(criterion, fact.value, catalogue=self._plan.catalogue))
                strong[n] = weak[n] if self._outranks(fact) else NOTHING
        return weak, strong

    def _outranks(self, fact: Fact) -> bool:
        now = self._plan.now
        row = Fact(
            attribute=fact.attribute, value="", origin=FactOrigin.CRM, date=now.date(), recorded_at=now
        )
        return known((fact, row))[fact.attribute] is fact
