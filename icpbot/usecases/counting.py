"""Counting: themes over everything a reader may see, never over what happened to be retrieved."""

from icpbot.domain.insights import InsightKind
from icpbot.domain.sources import Kind, Origin, Reader, Source
from icpbot.domain.themes import Theme, build
from icpbot.usecases.ports import Desk

ALIKE = 0.1
"""Similarity below which two insights are not even compared when themes are formed."""


def themes(reader: Reader, *, desk: Desk, kind: InsightKind | None = None) -> list[Theme]:
    """Themes of one kind or of all, most accounts first. Counts use only what the reader may read."""
    counted = _counted(desk.sources.all(reader))
    of_accounts = len(set(counted.values()))
    asked = desk.insights.asked(reader)
    found: list[Theme] = []
    for each in [kind] if kind else list(InsightKind):
        insights = [i for i in desk.insights.insights(reader, kind=each) if i.source_id in counted]
        pairs = desk.likeness.pairs([i.text for i in insights], ALIKE)
        found += build(each, insights, pairs, asked=asked, of_accounts=of_accounts)
    return found


def _counted(sources: list[Source]) -> dict[str, str]:
    """Source → account of what is counted: customers' own voices, one base for every count.

    What a colleague reports is quoted, not counted; survey answers are counted as a survey.
    """
    own = (
        s for s in sources if s.origin is Origin.FIRST_HAND and s.kind not in {Kind.SURVEY, Kind.CUSTOMERS}
    )
    return {s.id: s.account or s.id for s in own}
