"""Fit for a table: every row a verdict, the table's own columns kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from icpbot.domain.accounts import Account, Fact, known
from icpbot.domain.fit import BandName
from icpbot.domain.names import compatible, named
from icpbot.domain.profile import Profile
from icpbot.usecases.customers import plain_column
from icpbot.usecases.family import complete
from icpbot.usecases.fit import attribute_label, by_criterion, fact_key, own_question
from icpbot.usecases.ports import ACCOUNT, Desk, Listed, ListPlan, ListWords
from icpbot.usecases.showing.verdicts import MARKS

NAMES = ("account", "name", "company")


def check_list(
    table: Path, out: Path, *, desk: Desk, profile: str | None = None, language: str = "en"
) -> Listed:
    """Assess every row by its own columns, completed by what the store knows of the account."""
    against = complete(desk, profile)
    stored = _Stored(against, desk)
    plan = ListPlan(
        title=table.name, profile=against, catalogue=desk.knowledge.catalogue(), names=NAMES,
        key=lambda title: column_key(title, desk), accounts=tuple(stored.by_key), facts=stored.facts,
        words=_words(against, desk, language), now=desk.clock(),
    )  # fmt: skip
    return desk.lists.check(table, out, plan)


def column_key(title: str, desk: Desk) -> str:
    """'Annual revenue (EUR)' and 'revenue_eur' are about the revenue."""
    if desk.knowledge.catalogue().attribute(title):
        return fact_key(title, desk)
    bare = plain_column(title.replace("(", " ").replace(")", " "))
    return fact_key(bare if desk.knowledge.catalogue().attribute(bare) else title, desk)


class _Stored:
    """Accounts of the store by the keys of their names."""

    def __init__(self, profile: Profile, desk: Desk) -> None:
        self._profile, self._desk = profile, desk
        self.by_key: defaultdict[str, list[Account]] = defaultdict(list)
        for account in desk.accounts.accounts(desk.workspace):
            for key in {named(name).key for name in (account.name, *account.aliases)}:
                self.by_key[key].append(account)

    def facts(self, names: Sequence[str]) -> dict[str, Mapping[str, Fact]]:
        """What is known of those names that mean an account."""
        found = {name: account.id for name in names if (account := self._account(name))}
        stored = self._desk.accounts.facts_of(sorted(set(found.values())))
        return {
            n: by_criterion(self._profile, known(stored.get(i, ())), self._desk) for n, i in found.items()
        }

    def _account(self, name: str) -> Account | None:
        """The one account of that name; of several, the one with the legal form."""
        wanted = named(name)
        able = [a for a in self.by_key.get(wanted.key, ()) if compatible(wanted.form, named(a.name).form)]
        exact = [a for a in able if named(a.name).form == wanted.form]
        chosen = exact if len(exact) == 1 else able
        return chosen[0] if len(chosen) == 1 else None


def _words(profile: Profile, desk: Desk, language: str) -> ListWords:
    counted = [c for c in profile.criteria if not c.ignored]
    labels = {c.attribute: attribute_label(c.attribute, desk, language) for c in counted}
    return ListWords(
        labels=labels,
        marks={
            c.attribute: {
                band: f"{mark} {labels[c.attribute]}" for band, mark in MARKS.items()
                if c.weight and band is not BandName.UNKNOWN
            }
            for c in counted
        },
        questions={c.attribute: own_question(c.attribute, ACCOUNT, desk, language) for c in counted},
        version=f"{profile.name} v{profile.version}",
    )  # fmt: skip
