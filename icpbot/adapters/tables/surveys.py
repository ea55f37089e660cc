"""`PolarsSurveys`: surveys of any length, counted batch by batch."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from icpbot.adapters.tables.rewriting import Files
from icpbot.adapters.tables.source import SMALL, Batches, either_way, opened
from icpbot.domain.errors import Rejected
from icpbot.domain.openended import SAMPLED, SPAN, SPREAD
from icpbot.domain.questions import (
    COUNTED,
    JUDGED,
    Judged,
    QuestionType,
    day_in,
    is_marked,
    is_missing,
    options_of,
)
from icpbot.domain.surveys import Plan, SurveyResult, Tally, answers_in, plan, summed_up, weight_of
from icpbot.domain.values import parse_number

_SHORT = 12
"""Characters of the longest cell that may say nothing, with some that fold to none."""
_PLAIN = r"^-?[0-9]{1,15}$"


class PolarsSurveys:
    """Implements `Surveys`; `domain.surveys.analyse` is the definition. One batch is in memory."""

    def __init__(self, files: Files, small: int = SMALL) -> None:
        self._files = files
        self._small = small

    def counted(
        self, name: str, table: Path | bytes, *, by: str | None = None, weight: str | None = None
    ) -> SurveyResult:
        if isinstance(table, Path):
            return either_way(lambda anew: self._counted(table, by, weight, anew=anew), name)
        with TemporaryDirectory() as folder:
            file = Path(folder) / f"table{Path(name).suffix}"
            file.write_bytes(table)
            return self.counted(name, file, by=by, weight=weight)

    def _counted(self, table: Path, by: str | None, weight: str | None, *, anew: bool) -> SurveyResult:
        with opened(table, self._files, self._small, anew=anew) as (header, batches):
            first = list(_beginning(batches))
            if not first:
                raise Rejected("read-no-rows", name=table.name)
            judged = pl.concat(first).head(JUDGED)
            answers = [answers_in(cell or "" for cell in judged[str(n)]) for n in range(len(header))]
            run = _Run(plan(header, answers, by=by, weight=weight))
            return run.through(chain(first, batches))


def _beginning(batches: Batches) -> Iterator[pl.DataFrame]:
    """Batches until there are enough respondents to judge by."""
    rows = 0
    while rows < JUDGED and (batch := next(batches, None)) is not None:
        rows += batch.height
        yield batch


class _Run:
    """One survey, read one way."""

    def __init__(self, planned: Plan) -> None:
        self._plan = planned
        self._tallies = [Tally() for _ in planned.questions]

    def through(self, batches: Batches) -> SurveyResult:
        respondents = unweighted = 0
        for batch in batches:
            known = self._weighted(batch.with_row_index("respondent", offset=respondents))
            respondents += batch.height
            unweighted += batch.height - known.height
            groups = _choices(self._plan.by, known) if self._plan.by else None
            for question, tally in zip(self._plan.questions, self._tallies, strict=True):
                _add(tally, question, known, groups)
        return summed_up(self._plan, self._tallies, respondents, unweighted)

    def _weighted(self, batch: pl.DataFrame) -> pl.DataFrame:
        """Respondents that have a weight, with it."""
        if self._plan.weight is None:
            return batch.with_columns(pl.lit(1.0).alias("weight"))
        cells = batch[str(self._plan.weight)].fill_null("")
        weights = {cell: weight_of(cell) for cell in cells.unique().to_list()}
        return batch.with_columns(
            cells.replace_strict(weights, return_dtype=pl.Float64).alias("weight")
        ).filter(pl.col("weight").is_not_null())


def _add(tally: Tally, question: Judged, batch: pl.DataFrame, groups: pl.DataFrame | None) -> None:
    """What a batch says of one question."""
    answered = _answered(question, batch)
    weights = batch["weight"].filter(answered)
    tally.answered += len(weights)
    tally.weights += float(weights.sum())
    tally.squares += float((weights * weights).sum())
    if question.type in COUNTED:
        _count(tally, _choices(question, batch), groups, answered)
    elif question.type is QuestionType.OPEN:
        _listen(tally, question, batch.filter(answered))
    elif question.type is QuestionType.NUMBER:
        _sum_up(tally, batch[str(question.columns[0])].filter(answered), weights)
    elif question.type is QuestionType.DATE:
        days = batch[str(question.columns[0])].filter(answered).unique().to_list()
        for day in (day_in(cell, month_first=question.month_first) for cell in days):
            tally.saw(day)


def _answered(question: Judged, batch: pl.DataFrame) -> pl.Series:
    told = [_told(batch[str(place)]).is_not_null() for place in question.columns]
    answered = told[0]
    for more in told[1:]:
        answered |= more
    return answered


def _told(cells: pl.Series) -> pl.Series:
    """Cells that say something; the others are null."""
    short = cells.filter((cells.str.len_chars() <= _SHORT) & ~cells.str.contains("[0-9]")).unique()
    blank = [cell for cell in short.to_list() if cell is not None and is_missing(cell)]
    return cells.set(cells.is_in(blank), None) if blank else cells


def _choices(question: Judged, batch: pl.DataFrame) -> pl.DataFrame:
    """Every choice of every respondent: `row`, `option` and the respondent's `weight`."""
    rows = pl.DataFrame({"row": pl.int_range(batch.height, eager=True), "weight": batch["weight"]})
    if len(question.columns) > 1:
        return pl.concat(list(_marked(question, batch, rows)))
    cells = rows.with_columns(_told(batch[str(question.columns[0])]).alias("option")).drop_nulls("option")
    if question.type is not QuestionType.MULTI or not question.separator:
        return cells
    return cells.join(_parted(question, cells["option"].unique()), left_on="option", right_on="cell").select(
        "row", "weight", pl.col("part").alias("option")
    )


def _marked(question: Judged, batch: pl.DataFrame, rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    for place, option in zip(question.columns, question.options, strict=True):
        cells = batch[str(place)]
        marks = [cell for cell in cells.unique().to_list() if cell is not None and is_marked(cell)]
        yield rows.filter(cells.is_in(marks).fill_null(value=False)).with_columns(
            pl.lit(option).alias("option")
        )


def _parted(question: Judged, cells: pl.Series) -> pl.DataFrame:
    """Cells and the options each is made of, every option once. Polars takes apart what has no brackets."""
    separator = question.separator or ""
    hard = cells.str.contains(")", literal=True)
    if question.continuations:
        hard |= True
    plain = (
        cells.filter(~hard).to_frame("cell").with_columns(pl.col("cell").str.split(separator).alias("part"))
    )
    words = cells.filter(hard).to_list()
    parts = [options_of(cell, separator, question.continuations) for cell in words]
    exact = pl.DataFrame({"cell": words, "part": parts}, schema=plain.schema)
    split = pl.concat([plain, exact]).explode("part").with_columns(pl.col("part").str.strip_chars())
    return split.filter(pl.col("part") != "").unique()


def _count(tally: Tally, choices: pl.DataFrame, groups: pl.DataFrame | None, answered: pl.Series) -> None:
    counted = choices.group_by("option").agg(pl.len().alias("n"), pl.col("weight").sum())
    for option, n, weight in counted.iter_rows():
        tally.people[option] += n
        tally.weighted[option] += weight
    if groups is None:
        return
    rows = answered.arg_true().cast(pl.Int64).to_frame("row")
    for group, n in groups.join(rows, on="row").group_by("option").len().iter_rows():
        tally.bases[group] += n
    pairs = groups.select("row", pl.col("option").alias("group")).join(choices, on="row")
    for group, option, n in pairs.group_by("group", "option").len().iter_rows():
        tally.groups.setdefault(group, Counter())[option] += n


def _listen(tally: Tally, question: Judged, batch: pl.DataFrame) -> None:
    """The lowest draws of a batch; only they can be among the lowest of all."""
    rows = batch.select("respondent", pl.col(str(question.columns[0])).alias("text"), "weight")
    drawn = rows.with_columns(drawn=pl.col("respondent").cast(pl.UInt64) * SPREAD % SPAN)
    for row, text, weight, _ in drawn.bottom_k(SAMPLED, by="drawn").iter_rows():
        tally.sample.add(row, text, weight)


def _sum_up(tally: Tally, cells: pl.Series, weights: pl.Series) -> None:
    numbers = cells.filter(cells.str.contains(_PLAIN)).unique()
    table: dict[str, float | None] = dict(zip(numbers, numbers.cast(pl.Float64), strict=True))
    others: Sequence[str] = cells.filter(~cells.str.contains(_PLAIN)).unique().to_list()
    table.update({cell: parse_number(cell) for cell in others})
    values = cells.replace_strict(table, return_dtype=pl.Float64) if table else cells.cast(pl.Float64)
    known = values.is_not_null()
    tally.numbers += int(known.sum())
    tally.numbers_weight += float(weights.filter(known).sum())
    tally.numbers_sum += float((values * weights).sum())
