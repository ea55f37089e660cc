"""A judged table: how many of each verdict, what to look at, the best rows, and the whole as a file."""

import csv
from collections.abc import Sequence
from pathlib import Path

from icpbot.domain.reply import Reply, Table
from icpbot.usecases.ports import Desk, Listed
from icpbot.usecases.showing.packed import packed
from icpbot.usecases.showing.verdicts import score_span

SHOWN = 15
"""Rows in the message; all of them are in the file."""
_COLUMNS = ("icp_verdict", "icp_score_low", "icp_score_high", "icp_next_question", "icp_reasons")


def list_lines(listed: Listed, *, desk: Desk, language: str) -> tuple[str, list[str]]:
    """The verdict mix, and the rows that want a look."""
    say = desk.voice.say
    shares = " · ".join(f"{n} {say(f'verdict-{v}', language)}" for v, n in listed.mix.items() if n)
    looks = []
    for key, rows, names in (
        ("fit-list-duplicates", listed.duplicate_rows, listed.duplicates),
        ("fit-list-unknown", listed.unknown_rows, listed.unknown),
    ):
        if rows:
            looks.append(say(key, language, n=rows, names=", ".join(names[:5]) + (" …" if rows > 5 else "")))
    return say("fit-list", language, n=listed.rows, mix=shares), looks


def list_reply(listed: Listed, out: Path, name: str, *, desk: Desk, language: str) -> Reply:
    """`out` is the judged table; it goes along as a file called after the one that was given."""
    head, looks = list_lines(listed, desk=desk, language=language)
    header = tuple(
        desk.voice.say(f"fit-column-{column}", language)
        for column in ("account", "verdict", "range", "because")
    )
    rows = tuple(_row(row, named, desk, language) for named, row in _first(out))
    content, left = packed(out, name)
    if left:
        looks.append(desk.voice.say("fit-list-cut", language, left=left))
    return Reply(
        headline=head, lines=tuple(looks), table=Table(header=header, rows=rows), language=language,
        attachments=(content,),
    )  # fmt: skip


def _first(out: Path) -> Sequence[tuple[str, dict[str, str]]]:
    """The first rows with the name of each, which the column of names holds."""
    with out.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        titles = reader.fieldnames or []
        named = next((t for t in titles if t.strip().casefold() in {"account", "name", "company"}), titles[0])
        return [(row[named], row) for row, _ in zip(reader, range(SHOWN), strict=False)]


def _row(row: dict[str, str], named: str, desk: Desk, language: str) -> tuple[str, ...]:
    verdict, low, high, question, reasons = (row.get(column) or "" for column in _COLUMNS)
    score = score_span(float(low), float(high))
    return named, desk.voice.say(f"verdict-{verdict}", language), score, question or reasons
