"""Checking: whether everything that is stored still stands on what customers said, quote by quote."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from enum import StrEnum

from icpbot.domain.errors import InUse
from icpbot.domain.grounding import Quote
from icpbot.domain.model import Model
from icpbot.domain.passages import Passage
from icpbot.domain.profile import Profile
from icpbot.domain.requests import ENDED, TERMINAL, RequestStatus
from icpbot.domain.sources import Source, local_reader
from icpbot.usecases.ports import Desk, Progress

STUCK = timedelta(hours=1)
"""Longer than any answer takes; a reply may wait for Slack as long as Slack is away."""
SHOWN = 5
"""Places a finding names."""


class Trouble(StrEnum):
    STORE = "store"
    ORPHANS = "orphans"
    PASSAGES = "passages"
    INSIGHTS = "insights"
    PROFILES = "profiles"
    INDEX = "index"
    SEALING = "sealing"
    REQUESTS = "requests"


class Finding(Model):
    """One kind of trouble: how often, and the first places of it (ids, or what the database said)."""

    kind: Trouble
    n: int
    where: tuple[str, ...]


class Looked(Model):
    """What was looked at and found. `index`: whether the index could be asked, too."""

    sources: int
    passages: int
    quotes: int
    index: bool
    findings: tuple[Finding, ...]


def look_deep(
    desk: Desk, *, workspaces: Sequence[str], damage: Sequence[str], orphans: Sequence[str],
    unsealed: Sequence[str] = (), progress: Progress | None = None,
) -> Looked:  # fmt: skip
    """Every passage, quote and request of these workspaces, with what the database says of itself."""
    found: dict[Trouble, list[str]] = {kind: [] for kind in Trouble}
    found[Trouble.STORE] += damage
    found[Trouble.ORPHANS] += orphans
    found[Trouble.SEALING] += unsealed
    ids, index, passages, quotes = desk.sources.ids(), _answers(desk), 0, 0
    for number, source_id in enumerate(ids, 1):
        source = desk.sources.get(source_id)
        if source:
            own = desk.sources.passages_of(source_id)
            passages, quotes = passages + len(own), quotes + _look_at(source, own, found, desk)
            if index and set(desk.index.held([source_id]).values()) - {len(own)}:
                found[Trouble.INDEX].append(source_id)
        if progress:
            progress("", number, len(ids))
    found[Trouble.INDEX] += desk.index.strangers(ids) if index else []
    quotes += sum(_look_at_profiles(workspace, found, desk) for workspace in workspaces)
    found[Trouble.REQUESTS] += _stuck(desk)
    findings = (Finding(kind=k, n=len(w), where=tuple(w[:SHOWN])) for k, w in found.items() if w)
    return Looked(sources=len(ids), passages=passages, quotes=quotes, index=index, findings=tuple(findings))


def _answers(desk: Desk) -> bool:
    """A running bot holds the embedded index for itself; the rest can be looked at beside it."""
    try:
        desk.index.held(["none"])
    except InUse:
        return False
    return True


def _look_at(source: Source, passages: Sequence[Passage], found: dict[Trouble, list[str]], desk: Desk) -> int:
    """How many quotes of insights there are."""
    text = source.text
    found[Trouble.PASSAGES] += [p.id for p in passages if text[p.start : p.end] != p.text]
    insights = desk.insights.insights(local_reader(source.workspace), source=source.id)
    found[Trouble.INSIGHTS] += [i.id for i in insights if not _says(text, i.quote)]
    return len(insights)


def _says(text: str, quote: Quote) -> bool:
    return text[quote.start : quote.end] == quote.text


def _look_at_profiles(workspace: str, found: dict[Trouble, list[str]], desk: Desk) -> int:
    texts: dict[str, str] = {}
    looked = 0
    for latest in desk.profiles.profiles(workspace):
        for profile in desk.profiles.versions(workspace, latest.name):
            for quote in _quotes(profile):
                looked += 1
                if quote.source_id not in texts:
                    source = desk.sources.get(quote.source_id)
                    texts[quote.source_id] = source.text if source else ""
                if not _says(texts[quote.source_id], quote):
                    found[Trouble.PROFILES].append(f"{profile.name} v{profile.version}: {quote.source_id}")
    return looked


def _quotes(profile: Profile) -> Iterator[Quote]:
    for claim in profile.claims:
        yield from claim.quotes
    for role in profile.roles:
        yield from role.quotes


def _stuck(desk: Desk) -> list[str]:
    since = desk.clock() - STUCK
    open_ones = [status for status in RequestStatus if status not in ENDED]
    asked = [request for status in open_ones for request in desk.requests.requests(status=status)]
    return [r.id for r in asked if r.place.channel != TERMINAL and r.asked_at < since]
