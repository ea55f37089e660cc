"""The last step of every reader: turns and what is known about them become a `SourceText`."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from icpbot.adapters.readers.about import About, account_in, account_of, domains, roles, titles
from icpbot.adapters.readers.dates import date_in
from icpbot.adapters.readers.dialogue import turns_of
from icpbot.adapters.readers.header import peel
from icpbot.adapters.readers.lines import Line
from icpbot.adapters.readers.meetings import tidied
from icpbot.domain.sources import Kind, Origin, SourceText, Turn


def from_lines(name: str, lines: Sequence[Line], about: About | None = None) -> SourceText:
    """A text of any format once it is lines: header off, then speakers or paragraphs."""
    of_tool, spoken = tidied(lines)
    header, rest = peel(spoken)
    return from_turns(name, turns_of(rest), (about or About()).or_else(header).or_else(of_tool))


def from_turns(
    name: str, turns: Sequence[Turn], about: About, *, warnings: tuple[str, ...] = ()
) -> SourceText:
    """An interview if at least two speak or the text is timed, else notes."""
    speakers = list(dict.fromkeys(turn.speaker for turn in turns if turn.speaker))
    timed = sum(turn.start is not None for turn in turns) * 2 > len(turns)
    kind = Kind.INTERVIEW if len(speakers) > 1 or timed else Kind.NOTES
    stem = stem_of(name)
    account = account_in(stem, speakers) or account_of(about)
    known = about.or_else(About(account=account, date=date_in(stem)))
    return SourceText(
        turns=tuple(turn for turn in turns if turn.text),
        title=known.title,
        kind=kind,
        origin=known.origin or (Origin.FIRST_HAND if kind is Kind.INTERVIEW else Origin.SECOND_HAND),
        language=known.language,
        date=known.date,
        account=known.account,
        domains=domains(known),
        roles=roles(known, speakers),
        titles=titles(known, speakers),
        warnings=warnings,
    )


def stem_of(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).stem[:200]
