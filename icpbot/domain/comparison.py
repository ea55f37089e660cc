"""Comparison: what two groups of accounts said, theme by theme, counted the same way on both sides."""

from collections.abc import Sequence

from icpbot.domain.insights import Insight, Stance
from icpbot.domain.model import Model
from icpbot.domain.statistics import fisher
from icpbot.domain.themes import Theme, owner

FEWEST = 3
"""Interviewed accounts a side needs before a difference is more than an anecdote (design section 6)."""
DIFFERS_AT = 0.05
"""Two-sided p of Fisher's exact test below which a difference is called one."""


class Group(Model):
    """One side: what people call it, and its sources, each with whose voice it is."""

    name: str
    voices: dict[str, str]


class Side(Model):
    """Of so many interviewed voices of a group, how many said it, and one of them."""

    name: str
    said: int
    of: int
    voice: Insight | None = None


class Compared(Model):
    """One theme on both sides; `p` is the probability of as large a difference by chance."""

    theme: Theme
    sides: tuple[Side, Side]
    p: float

    @property
    def differs(self) -> bool:
        return self.p < DIFFERS_AT and min(side.of for side in self.sides) >= FEWEST

    @property
    def distance(self) -> float:
        """Between the shares of both sides."""
        first, second = (side.said / side.of for side in self.sides)
        return abs(first - second)


def compare(themes: Sequence[Theme], groups: tuple[Group, Group]) -> list[Compared]:
    """Themes that anybody of either group raised, the largest difference first; none when a side is empty."""
    if not all(group.voices for group in groups):
        return []
    found = [_compared(theme, groups) for theme in themes]
    said = [one for one in found if any(side.said for side in one.sides)]
    return sorted(said, key=lambda one: (-one.distance, -one.theme.accounts, one.theme.id))


def _compared(theme: Theme, groups: tuple[Group, Group]) -> Compared:
    first, second = (_side(theme, group) for group in groups)
    p = fisher(first.said, first.of - first.said, second.said, second.of - second.said)
    return Compared(theme=theme, sides=(first, second), p=p)


def _side(theme: Theme, group: Group) -> Side:
    said = [i for i in theme.insights if i.stance is Stance.SUPPORTS and i.source_id in group.voices]
    return Side(
        name=group.name,
        said=len({owner(i) for i in said}),
        of=len(set(group.voices.values())),
        voice=said[0] if said else None,
    )
