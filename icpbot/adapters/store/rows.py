"""Rows of the tables as what they stand for, and back."""

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight
from icpbot.domain.likeness import Sketch
from icpbot.domain.passages import Passage
from icpbot.domain.sources import Source


def source_row(source: Source) -> dict[str, Any]:
    plain = source.model_dump(mode="json", exclude={"added_at", "date", "turns"})
    plain["turns"] = [t.model_dump(mode="json", exclude_defaults=True) for t in source.turns]
    return {**plain, "added_at": source.added_at, "date": source.date}


def source_of(row: Mapping[Any, Any]) -> Source:
    added = row["added_at"]
    aware = added if added.tzinfo else added.replace(tzinfo=UTC)
    return Source.model_validate({**row, "added_at": aware})


NO_MARK = -1
"""The one mark of a source that says too little, so that it is not sketched again and again."""


def sketch_rows(source: Source, marks: Sketch) -> list[dict[str, Any]]:
    own = {"source_id": source.id, "workspace": source.workspace}
    return [{**own, "mark": mark} for mark in marks or (NO_MARK,)]


def passage_row(passage: Passage, workspace: str) -> dict[str, Any]:
    first, last = passage.turns
    plain = passage.model_dump(exclude={"turns"}, mode="json")
    return {**plain, "workspace": workspace, "first_turn": first, "last_turn": last}


def passage_of(row: Mapping[Any, Any]) -> Passage:
    plain = {key: row[key] for key in row if key not in {"workspace", "first_turn", "last_turn"}}
    return Passage.model_validate({**plain, "turns": (row["first_turn"], row["last_turn"])})


def insight_row(insight: Insight) -> dict[str, Any]:
    plain = insight.model_dump(exclude={"quote"})
    quote = insight.quote
    return {**plain, "quote": quote.text, "start": quote.start, "end": quote.end}


def insight_of(row: Mapping[Any, Any]) -> Insight:
    plain = {key: row[key] for key in row if key not in {"quote", "start", "end"}}
    quote = Quote(source_id=row["source_id"], start=row["start"], end=row["end"], text=row["quote"])
    return Insight.model_validate({**plain, "quote": quote})
