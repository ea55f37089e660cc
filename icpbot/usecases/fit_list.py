"""Fit for a table: every row a verdict, the table's own columns kept."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from icpbot.domain.accounts import Account, Fact, FactOrigin, known
from icpbot.domain.errors import Rejected
from icpbot.domain.fit import FitReport, Verdict, assess
from icpbot.domain.model import Model
from icpbot.domain.names import key_of
from icpbot.domain.profile import Profile
from icpbot.domain.text import fold
from icpbot.domain.values import parse_value
from icpbot.usecases.fit import Fit, by_criterion, question_text
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import current
from icpbot.usecases.showing import ORDER, because

NAMES = ("account", "name", "company")
ADDED = (
    "icp_verdict",
    "icp_score_low",
    "icp_score_high",
    "icp_next_question",
    "icp_reasons",
    "icp_profile_version",
)
_FORMULA = re.compile(r"^[=+\-@\t\r\n]")
_NUMBER = re.compile(r"^[-+]?\d[\d\s.,]*%?$")


class Row(Model):
    cells: dict[str, str]
    report: FitReport


class Listed(Model):
    """The rows, best first, and how many of each verdict there are."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    mix: dict[str, int]


def check_table(name: str, data: bytes, *, desk: Desk, profile: str | None = None) -> Listed:
    """Assess every row by its own columns, completed by what the store knows of the account."""
    header, rows = desk.reader.table(name, data)
    named = next((c for wanted in NAMES for c in header if fold(c).strip() == wanted), None)
    if named is None:
        raise Rejected("table-no-name", columns=", ".join(header))
    against = current(desk, profile)
    stored = {key_of(a.name): a for a in desk.accounts.accounts(desk.workspace)}
    found = [
        _row(dict(zip(header, row, strict=False)), named, against, stored, desk)
        for row in rows
        if any(cell.strip() for cell in row)
    ]
    ordered = sorted(
        found, key=lambda r: (ORDER[r.report.verdict], -r.report.score.high, -r.report.score.low)
    )
    mix = {v.value: sum(r.report.verdict is v for r in found) for v in Verdict}
    return Listed(header=tuple(header), rows=tuple(ordered), mix=mix)


def _row(
    cells: dict[str, str], named: str, profile: Profile, stored: Mapping[str, Account], desk: Desk
) -> Row:
    account = stored.get(key_of(cells[named]))
    remembered = desk.accounts.facts(account.id) if account else []
    facts = known([*remembered, *_facts(cells, named, desk)])
    catalogue = desk.knowledge.catalogue()
    report = assess(cells[named], profile, by_criterion(profile, facts, desk), catalogue=catalogue)
    return Row(cells=cells, report=report)


def _facts(cells: Mapping[str, str], named: str, desk: Desk) -> Iterator[Fact]:
    catalogue, now = desk.knowledge.catalogue(), desk.clock()
    for column, cell in cells.items():
        attribute = catalogue.attribute(column)
        value = None if column == named else parse_value(attribute, cell)
        if value is not None:
            key = attribute.key if attribute else column
            yield Fact(attribute=key, value=value, origin=FactOrigin.CRM, date=now.date(), recorded_at=now)


def as_csv(listed: Listed, *, desk: Desk, language: str) -> str:
    """The input's columns and ours, in CSV; nothing in it runs as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([safe(column) for column in (*listed.header, *ADDED)])
    for row in listed.rows:
        own = [row.cells.get(column, "") for column in listed.header]
        writer.writerow([safe(cell) for cell in (*own, *_added(row.report, desk, language))])
    return out.getvalue()


def _added(report: FitReport, desk: Desk, language: str) -> Sequence[str]:
    fit = Fit(report=report, question=question_text(report, desk, language))
    reasons = because(fit.model_copy(update={"question": None}), desk, language)
    return (
        report.verdict, f"{report.score.low:g}", f"{report.score.high:g}", fit.question or "", reasons,
        f"{report.profile_name} v{report.profile_version}",
    )  # fmt: skip


def safe(cell: str) -> str:
    """A cell that a spreadsheet would run is quoted with an apostrophe; a negative number is none."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.match(cell) else cell
