"""Counting: themes over everything a reader may see, never over what happened to be retrieved."""

from icpbot.domain.insights import Insight, InsightKind
from icpbot.domain.sources import Kind, Reader, Source
from icpbot.domain.themes import Theme, build, owner
from icpbot.usecases.ports import Desk

ALIKE = 0.1
"""Similarity below which two insights are not even compared when themes are formed."""


def themes(
    reader: Reader, *, desk: Desk, kind: InsightKind | None = None, sources: list[Source] | None = None
) -> list[Theme]:
    """Themes of one kind or of all, most accounts first. Counts use only what the reader may read."""
    readable = sources if sources is not None else desk.sources.all(reader)
    of_accounts = len({s.account or s.id for s in readable if s.kind is Kind.INTERVIEW})
    asked = desk.insights.asked(reader)
    found: list[Theme] = []
    for each in [kind] if kind else list(InsightKind):
        insights = _first_hand(desk.insights.insights(reader, kind=each), readable)
        pairs = desk.likeness.pairs([i.text for i in insights], ALIKE)
        found += build(each, insights, pairs, asked=asked, of_accounts=of_accounts)
    return found


def _first_hand(insights: list[Insight], sources: list[Source]) -> list[Insight]:
    """Interviews are counted in accounts; survey answers are counted as a survey, not here."""
    interviews = {s.id for s in sources if s.kind is not Kind.SURVEY}
    return [i for i in insights if i.source_id in interviews]


def accounts_of(theme: Theme) -> list[str]:
    return sorted({owner(insight) for insight in theme.insights})
