"""Counting: themes over everything a reader may see, never over what happened to be retrieved."""

from collections.abc import Iterable

from icpbot.domain.decisions import Decision, Deed, may_know
from icpbot.domain.insights import InsightKind
from icpbot.domain.periods import Period
from icpbot.domain.sources import Kind, Origin, Reader, Source
from icpbot.domain.themes import Theme, build
from icpbot.usecases.ports import Desk


def themes(
    reader: Reader, *, desk: Desk, kind: InsightKind | None = None, period: Period | None = None
) -> list[Theme]:
    """Themes of one kind or of all as people left them, most accounts first. Counts use only what the reader
    may read, and of a period only what is known to be from it.
    """
    every = themes_and_rejected(reader, desk=desk, kind=kind, period=period)
    return [theme for theme in every if not theme.rejected]


def themes_and_rejected(
    reader: Reader, *, desk: Desk, kind: InsightKind | None = None, period: Period | None = None
) -> list[Theme]:
    """The same with those that people said are none."""
    sources = desk.sources.all(reader)
    voices = counted([s for s in sources if period.holds(s.date)] if period else sources)
    of_accounts = len(set(voices.values()))
    asked = [a for a in desk.insights.asked(reader) if a.source_id in voices]
    decided = decisions_for(reader, desk=desk)
    found: list[Theme] = []
    for each in [kind] if kind else list(InsightKind):
        insights = [i for i in desk.insights.insights(reader, kind=each) if i.source_id in voices]
        alike = desk.likeness.alike([i.text for i in insights])
        found += build(each, insights, alike, asked=asked, of_accounts=of_accounts, decisions=decided)
    return found


def decisions_for(reader: Reader, *, desk: Desk) -> list[Decision]:
    """Decisions that stand for this reader: a name only if they may read all that it was given to."""
    standing = (d for d in desk.decisions.decisions(desk.workspace) if d.stands)
    return [d for d in standing if d.deed is not Deed.RENAME or may_know(d, reader)]


def counted(sources: Iterable[Source]) -> dict[str, str]:
    """Source → account (or the source itself) of what is counted: customers' own voices, one base for
    every count.

    What a colleague reports is quoted, not counted; survey answers are counted as a survey.
    """
    own = (
        s for s in sources if s.origin is Origin.FIRST_HAND and s.kind not in {Kind.SURVEY, Kind.CUSTOMERS}
    )
    return {s.id: s.account or s.id for s in own}
