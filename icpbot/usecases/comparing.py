"""Comparing: two groups of customers that a question sets against each other, counted theme by theme."""

import re
from collections.abc import Sequence

from icpbot.domain.accounts import known
from icpbot.domain.bands import inside
from icpbot.domain.catalogue import Attribute
from icpbot.domain.comparison import Compared, Group, compare
from icpbot.domain.functions import groups_of_functions
from icpbot.domain.insights import InsightKind
from icpbot.domain.model import Model
from icpbot.domain.names import key_of
from icpbot.domain.periods import period_in
from icpbot.domain.sources import Reader, Source
from icpbot.domain.text import fold
from icpbot.domain.themes import Theme
from icpbot.domain.vocabulary import values_in
from icpbot.usecases.backtest import won_by_account
from icpbot.usecases.counting import counted, themes
from icpbot.usecases.customers import remembered_best
from icpbot.usecases.ports import Desk
from icpbot.usecases.reading import of_the_workspace

_AGAINST = re.compile(
    r"(?<!\w)(?:against|vs|versus|compared?|comparison|differ\w*|between|than|unlike|porown\w*|wobec|kontra|rozni\w*|miedzy|niz"
    r"|srovn\w*|porovn\w*|oproti|proti|rozdil\w*|lisi|mezi|nez|порівн\w*|проти|відрізн\w*|різниц\w*|між|ніж)(?!\w)"
    r"|比较|对比|相比|区别|差异|不同|对阵"
)
_CHANGED = re.compile(
    r"(?<!\w)(?:chang\w+|new since|zmieni\w*|zmien\w*|zmeni\w*|zmen\w*|змін\w*)(?!\w)|变化|改变|变了"
)
_PAIRS = {
    "won": (
        r"(?<!\w)(?:won|wygran\w*|vyhran\w*|виграл?н\w*)(?!\w)|赢单|成交|赢得",
        r"(?<!\w)(?:lost|przegran\w*|stracon\w*|prohran\w*|ztracen\w*|програн\w*|втрачен\w*)(?!\w)|丢单|输单|失去",
    ),
    "best": (
        r"(?<!\w)(?:best|najleps\w*|nejleps\w*|найкращ\w*)(?!\w)|最好|最佳",
        (
            r"(?<!\w)(?:rest|others?|everyone|reszt\w*|pozosta\w*|zbyt\w*|ostatni\w*|решт\w*|інш\w*)"
            r"|其他|其余"
        ),
    ),
}


ABOUT = 0.45
"""Cosine from which a theme is what a question asks about."""


class Comparison(Model):
    """Both sides, and what was compared, the largest difference first."""

    groups: tuple[Group, Group]
    found: tuple[Compared, ...]


def compared(
    question: str, reader: Reader, *, desk: Desk, kind: InsightKind | None, language: str
) -> Comparison | None:
    """The comparison a question asks for, over what its reader may see; nothing if it asks for none, or
    if nobody of one side was interviewed.
    """
    folded = fold(question)
    if not (_CHANGED.search(folded) or _AGAINST.search(folded)):
        return None
    sources = desk.sources.all(reader)
    told = counted(sources)
    groups = _groups(question, [s for s in sources if s.id in told], reader, desk, language)
    if groups is None or not all(group.voices for group in groups):
        return None
    found = compare(_asked_about(question, themes(reader, desk=desk, kind=kind), desk), groups)
    return Comparison(groups=groups, found=tuple(found))


def _asked_about(question: str, found: Sequence[Theme], desk: Desk) -> list[Theme]:
    """The themes a question names, else all of them."""
    scores = desk.likeness.to(question, [theme.label for theme in found])
    near = [theme for theme, score in zip(found, scores, strict=True) if score >= ABOUT]
    return near or list(found)


def _groups(
    question: str, sources: Sequence[Source], reader: Reader, desk: Desk, language: str
) -> tuple[Group, Group] | None:
    """Both sides that the question names: times, outcomes, the best and the rest, or two values."""
    folded = fold(question)
    if _CHANGED.search(folded):
        return _before_and_since(question, sources, desk, language)
    if people := groups_of_functions(
        question, sources, counted(sources), desk.knowledge.catalogue(), language
    ):
        return people
    if not of_the_workspace(reader):  # facts of accounts are the workspace's
        return None
    named = [name for name, sides in _PAIRS.items() if all(re.search(side, folded) for side in sides)]
    if named:
        return _by_outcome(named[0], sources, desk, language)
    return _by_value(question, sources, reader, desk, language)


def _before_and_since(
    question: str, sources: Sequence[Source], desk: Desk, language: str
) -> tuple[Group, Group] | None:
    """Whoever was interviewed in both times speaks on both sides."""
    period = period_in(question, desk.clock().date())
    if period is None or period.since is None:
        return None
    since = period.since
    dated = [(s, s.date) for s in sources if s.date]
    return (
        _group(_side("before", desk, language, day=str(since)), [s for s, day in dated if day < since]),
        _group(_side("since", desk, language, day=str(since)), [s for s, day in dated if day >= since]),
    )


def _by_outcome(name: str, sources: Sequence[Source], desk: Desk, language: str) -> tuple[Group, Group]:
    """Accounts by how their deal ended, or the best customers and all the others."""
    if name == "won":
        ended = won_by_account(desk)
        first, second = ({key for key, won in ended.items() if won is side} for side in (True, False))
        keys = ("won", "lost")
    else:
        last = remembered_best(desk)
        first = {key_of(account) for account in (last.accounts if last else ())}
        second = {key_of(s.account) for s in sources if s.account} - first if first else set()
        keys = ("best", "rest")
    return (
        _group(_side(keys[0], desk, language), _of(first, sources)),
        _group(_side(keys[1], desk, language), _of(second, sources)),
    )


def _by_value(
    question: str, sources: Sequence[Source], reader: Reader, desk: Desk, language: str
) -> tuple[Group, Group] | None:
    """Two values of one attribute, such as two countries or industries."""
    catalogue = desk.knowledge.catalogue()
    for attribute, wanted, unwanted in values_in(question, catalogue):
        named = [catalogue.term(attribute.vocabulary, value) for value in (*wanted, *unwanted)]
        if len(named) == 1:  # "Poland and Czechia" is a region of its own
            named = [catalogue.term(attribute.vocabulary, member) for member in named[0].members]
        if len(named) == 2:
            having = (_having(attribute, term.key, reader, desk) for term in named)
            first, second = (
                _group(term.label(language), _of(accounts, sources))
                for term, accounts in zip(named, having, strict=True)
            )
            return first, second
    return None


def _having(attribute: Attribute, value: str, reader: Reader, desk: Desk) -> set[str]:
    """Keys of the accounts whose known fact is, or belongs to, the value."""
    accounts = desk.accounts.accounts(desk.workspace)
    facts = desk.accounts.facts_of([a.id for a in accounts])
    found = set()
    for account in accounts:
        readable = [f for f in facts.get(account.id, []) if reader.may_read(f.audience)]
        fact = known(readable).get(attribute.key)
        if fact and inside(fact.value, (value,), attribute=attribute, catalogue=desk.knowledge.catalogue()):
            found.add(key_of(account.name))
    return found


def _of(accounts: set[str], sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if s.account and key_of(s.account) in accounts]


def _group(name: str, sources: Sequence[Source]) -> Group:
    return Group(name=name, voices=counted(sources))


def _side(name: str, desk: Desk, language: str, **values: str) -> str:
    return desk.voice.say(f"side-{name}", language, **values)
