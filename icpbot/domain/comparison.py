"""Comparison: what two groups of accounts said, theme by theme, counted the same way on both sides."""

from collections.abc import Sequence

from icpbot.domain.insights import Insight, Stance
from icpbot.domain.model import Model
from icpbot.domain.statistics import false_discovery, fisher
from icpbot.domain.themes import Theme, owner
from icpbot.domain.voices import ranked

FEWEST = 3
"""Interviewed accounts a side needs before a difference is more than an anecdote (design section 6)."""
DIFFERS_AT = 0.05
"""Two-sided p of Fisher's exact test, adjusted for how many themes were looked at (Benjamini–Hochberg), below
which a difference is called one."""


class Group(Model):
    """One side: what people call it, and its sources, each with whose voice it is."""

    name: str
    voices: dict[str, str]

    def holds(self, insight: Insight) -> bool:
        return insight.source_id in self.voices


class Side(Model):
    """Of so many interviewed voices of a group, how many said it, and one of them."""

    name: str
    said: int
    of: int
    voice: Insight | None = None


class Compared(Model):
    """One theme on both sides; `q` is how likely so large a difference among so many is by chance."""

    theme: Theme
    sides: tuple[Side, Side]
    q: float

    @property
    def differs(self) -> bool:
        return self.q < DIFFERS_AT and min(side.of for side in self.sides) >= FEWEST

    @property
    def distance(self) -> float:
        """Between the shares of both sides."""
        first, second = (side.said / side.of for side in self.sides)
        return abs(first - second)

    @property
    def voice(self) -> Insight:
        """Somebody who said it, of the side that says it more."""
        first, second = self.sides
        ahead = first if first.said * second.of >= second.said * first.of else second
        assert ahead.voice is not None  # somebody of either side said it
        return ahead.voice


def compare(themes: Sequence[Theme], groups: tuple[Group, Group]) -> list[Compared]:
    """Themes that anybody of either group raised, the largest difference first; none when a side is empty."""
    if not all(group.voices for group in groups):
        return []
    sides = [(theme, _side(theme, groups[0]), _side(theme, groups[1])) for theme in themes]
    told = [(theme, first, second) for theme, first, second in sides if first.said or second.said]
    adjusted = false_discovery([_chance(first, second) for _, first, second in told])
    found = [
        Compared(theme=theme, sides=(first, second), q=q)
        for (theme, first, second), q in zip(told, adjusted, strict=True)
    ]
    return sorted(found, key=lambda one: (-one.distance, -one.theme.accounts, one.theme.id))


def _chance(first: Side, second: Side) -> float:
    return fisher(first.said, first.of - first.said, second.said, second.of - second.said)


def _side(theme: Theme, group: Group) -> Side:
    said = [i for i in theme.insights if i.stance is Stance.SUPPORTS and group.holds(i)]
    return Side(
        name=group.name,
        said=len({owner(i) for i in said}),
        of=len(set(group.voices.values())),
        voice=ranked(said)[0] if said else None,
    )
