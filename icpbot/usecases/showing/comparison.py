"""Two groups of customers side by side, in the reader's language."""

from collections.abc import Sequence

from icpbot.domain.comparison import FEWEST, Compared, Group
from icpbot.domain.text import one_line, shorten
from icpbot.usecases.ports import Desk


def comparison_lines(
    groups: tuple[Group, Group], found: Sequence[Compared], *, desk: Desk, language: str
) -> list[str]:
    """Who stands against whom, the counts of both by theme, and whether chance explains them."""
    say = desk.voice.say
    first, second = groups
    sizes = [len(set(group.voices.values())) for group in groups]
    head = say("compare-headline", language, first=first.name, second=second.name, n=sizes[0], m=sizes[1])
    lines = [f"• {_line(one, desk, language)}" for one in found]
    if min(sizes) < FEWEST:
        lines.append(say("compare-few", language))
    elif not any(one.differs for one in found):
        lines.append(say("compare-chance", language))
    return [head, *lines]


def _line(one: Compared, desk: Desk, language: str) -> str:
    first, second = one.sides
    key = "compare-differs" if one.differs else "compare-line"
    label = shorten(one_line(one.voice.quote.text), 100)
    return desk.voice.say(
        key, language, label=label, first=first.name, second=second.name,
        a=first.said, b=first.of, c=second.said, d=second.of,
    )  # fmt: skip
