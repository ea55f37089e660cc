"""Figures: what code counts of companies and customers for a playbook."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from icpbot.domain.errors import NotFound
from icpbot.domain.fit import ORDER, FitReport, Verdict
from icpbot.domain.names import key_of
from icpbot.domain.playbooks import Figure
from icpbot.domain.sources import Reader
from icpbot.usecases.backtest import has_left
from icpbot.usecases.family import complete
from icpbot.usecases.gaps import LOOKED_AT, verdicts
from icpbot.usecases.ports import Desk
from icpbot.usecases.reading import of_the_workspace

NAMED = 3
"""Companies that a line names."""


def figure_lines(figures: Sequence[Figure], reader: Reader, *, desk: Desk, language: str) -> list[str]:
    """A line for each figure there is something to say of. Guests learn nothing of companies, and of more
    than can be judged while somebody waits nothing is said.
    """
    if not figures or not of_the_workspace(reader):
        return []
    reports = _reports(reader, desk) if {Figure.FIT, Figure.MISFITS} & set(figures) else {}
    return [line for figure in figures if (line := _LINES[figure](reports, desk, language))]


def _reports(reader: Reader, desk: Desk) -> Mapping[str, FitReport]:
    """Of companies of which the reader may know anything at all."""
    if len(desk.accounts.accounts(desk.workspace)) > LOOKED_AT:
        return {}
    try:
        reports = verdicts(complete(desk), reader, desk)
    except NotFound:
        return {}
    return {key: r for key, r in reports.items() if any(c.value is not None for c in r.criteria)}


def _fit(reports: Mapping[str, FitReport], desk: Desk, language: str) -> str | None:
    if not reports:
        return None
    say, mix = desk.voice.say, Counter(r.verdict for r in reports.values())
    told = " · ".join(f"{mix[v]} {say(f'verdict-{v}', language)}" for v in ORDER if mix[v])
    first = sorted(
        (r for r in reports.values() if r.verdict is Verdict.IDEAL), key=lambda r: (-r.score.low, r.account)
    )
    profile = next(iter(reports.values())).profile_name
    line = say("playbook-fit", language, n=len(reports), profile=profile, mix=told)
    best = say("playbook-best", language, names=", ".join(r.account for r in first[:NAMED])) if first else ""
    return f"{line} {best}".strip()


def _misfits(reports: Mapping[str, FitReport], desk: Desk, language: str) -> str | None:
    customers = {
        key_of(c.account) for c in desk.accounts.customers(desk.workspace) if not has_left(c.attributes)
    }
    odd = [r.account for key, r in reports.items() if key in customers and r.verdict is Verdict.AVOID]
    return desk.voice.say("playbook-misfits", language, n=len(odd), names=_some(sorted(odd))) if odd else None


def _left(_reports: Mapping[str, FitReport], desk: Desk, language: str) -> str | None:
    customers = desk.accounts.customers(desk.workspace)
    gone = [c.account for c in customers if has_left(c.attributes)]
    if not gone:
        return None
    return desk.voice.say("playbook-left", language, n=len(gone), of=len(customers), names=_some(gone))


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")


_LINES: dict[Figure, Callable[[Mapping[str, FitReport], Desk, str], str | None]] = {
    Figure.FIT: _fit, Figure.MISFITS: _misfits, Figure.LEFT: _left,
}  # fmt: skip
