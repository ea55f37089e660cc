"""The words a list adds: reasons put together once for each set of bands, and nothing a spreadsheet runs."""

import re
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import polars as pl
from numpy.typing import NDArray

from icpbot.adapters.tables.scoring import BANDS, NO_QUESTION, OUT, VERDICTS, Codes, Scores
from icpbot.adapters.tables.spill import Keys
from icpbot.domain.profile import Criterion
from icpbot.usecases.ports import ACCOUNT, ListWords

ADDED = ("icp_verdict", "icp_score_low", "icp_score_high", "icp_next_question", "icp_reasons",
         "icp_profile_version")  # fmt: skip
_FORMULA, _NUMBER = r"^[=+\-@\t\r\n]", r"^[-+]?\d[\d\s.,]*%?$"
_DELIMITERS = r'[",\r\n]'
_TOGETHER = 4
"""Criteria whose reasons are one text: 5 ** 4 of them at most."""


def safe(cell: str) -> str:
    """A cell that a spreadsheet would run is quoted with an apostrophe; a negative number is none."""
    return f"'{cell}" if re.match(_FORMULA, cell) and not re.match(_NUMBER, cell) else cell


def escaped(cells: pl.DataFrame) -> pl.DataFrame:
    """`safe` for every cell; columns whose cells all begin harmlessly stay as they are."""
    first = pl.all()
    suspects = cells.select((((first > "\b") & (first < ".")) | ((first >= "=") & (first < "A"))).any())
    return cells.with_columns(_quoted(cells[name]) for name in cells.columns if suspects[name].item())


def _quoted(cells: pl.Series) -> pl.Series:
    rows = cells.str.contains(_FORMULA).arg_true()
    rows = rows.filter(~cells.gather(rows).str.contains(_NUMBER))
    return cells.scatter(rows, "'" + cells.gather(rows)) if len(rows) else cells


def rendered(cells: pl.DataFrame) -> pl.Series:
    """Each row as a line of CSV that a spreadsheet does not run."""
    columns = [_delimited(column) for column in escaped(cells.fill_null("")).iter_columns()]
    return pl.select(pl.concat_str(columns, separator=",")).to_series()


def _delimited(cells: pl.Series) -> pl.Series:
    """Cells that hold a delimiter in quotation marks."""
    rows = cells.str.contains(_DELIMITERS).arg_true()
    if not len(rows):
        return cells
    marked = cells.gather(rows).str.replace_all('"', '""', literal=True)
    return cells.scatter(rows, '"' + marked + '"')


def _delimited_text(text: str) -> str:
    return str(_delimited(pl.Series([text]))[0])


class Wording:
    """Texts for rows of bands and scores; remembers what it has put together."""

    def __init__(self, criteria: Sequence[Criterion], words: ListWords) -> None:
        self._criteria = criteria
        self._words = words
        groups = [range(n, min(n + _TOGETHER, len(criteria))) for n in range(0, len(criteria), _TOGETHER)]
        self._groups = [(group, _Texts(2 * len(BANDS) ** len(group))) for group in groups]
        self._breakers = [n for n, c in enumerate(criteria) if c.deal_breaker]
        self._version = "," + _delimited_text(safe(words.version))
        marks = "".join(mark for marks in words.marks.values() for mark in marks.values())
        self._marked_plainly = not re.search(_DELIMITERS, marks)

    def records(
        self, lines: pl.Series, names: pl.Series, codes: Codes, scores: Scores, places: Keys
    ) -> pl.Series:
        """Lines with the columns of `ADDED`; equal `places` are judged the same."""
        return pl.select(pl.concat_str([
            lines,
            _judged(scores, places),
            self._question(names, scores.question),
            pl.lit(","),
            *self._reasons(codes, scores),
            pl.lit(self._version),
        ])).to_series()  # fmt: skip

    def _question(self, names: pl.Series, question: NDArray[np.int16]) -> pl.Series:
        """Questions of the catalogue, and for attributes it does not know one with the account in it."""
        texts = ["", *(self._words.questions[c.attribute] for c in self._criteria)]
        asked = pl.Series(
            [text if ACCOUNT in text else _delimited_text(safe(text)) for text in texts], dtype=pl.String
        ).gather(question - NO_QUESTION)
        named = np.array([ACCOUNT in text for text in texts])[question - NO_QUESTION]
        rows = np.flatnonzero(named)
        if not rows.size:
            return asked
        parts = asked.gather(rows).str.split_exact(ACCOUNT, 1).struct.unnest()
        told = (parts["field_0"] + names.gather(rows) + parts["field_1"]).alias("asked")
        return asked.scatter(rows, _delimited(escaped(told.to_frame()).to_series()))

    def _reasons(self, codes: Codes, scores: Scores) -> list[pl.Series]:
        """What is known of each criterion with weight, or the deal-breakers that rule an account out, in
        parts that make one text.
        """
        said = np.zeros(codes.shape[1], bool)
        parts = []
        for members, texts in self._groups:
            numbers = said.astype(np.int64)
            for n in members:
                numbers = numbers * len(BANDS) + codes[n]
            parts.append(texts.of(numbers, partial(self._marks, members)))
            said |= (parts[-1] != "").to_numpy()
        if not self._marked_plainly:
            parts = [_delimited(pl.select(pl.concat_str(parts)).to_series())]
        out = np.flatnonzero(scores.disqualified)
        if out.size:
            ruled = self._ruled_out(codes[:, out])
            parts = [part.scatter(out, "" if n else ruled) for n, part in enumerate(parts)]
        return parts

    def _marks(self, members: range, number: int) -> str:
        """The marks of a group; those that follow on others begin with a space."""
        marks: list[str] = []
        for n in reversed(members):
            number, band = divmod(number, len(BANDS))
            marks.insert(0, self._words.marks[self._criteria[n].attribute].get(BANDS[band], ""))
        text = " ".join(filter(None, marks))
        return f" {text}" if text and number else text

    def _ruled_out(self, codes: Codes) -> pl.Series:
        breaking = codes[self._breakers] == OUT
        labels = [self._words.labels[self._criteria[n].attribute] for n in self._breakers]

        def told(row: int) -> str:
            hits = zip(labels, breaking[:, row], strict=True)
            return _delimited_text(safe(", ".join(label for label, hit in hits if hit)))

        return _once_each(pl.DataFrame(breaking.T).hash_rows(), told)


def _judged(scores: Scores, places: Keys) -> pl.Series:
    """Verdict and scores between commas."""
    return _once_each(
        pl.Series(places),
        lambda row: f",{VERDICTS[scores.verdict[row]].value},{scores.low[row]:g},{scores.high[row]:g},",
    )


def _once_each(rows: pl.Series, text: Callable[[int], str]) -> pl.Series:
    """A text for every row, put together once for rows that are equal."""
    first = rows.arg_unique()
    texts = pl.Series(map(text, first.to_list()), dtype=pl.String)
    return rows.replace_strict(rows.gather(first), texts, return_dtype=pl.String)


class _Texts:
    """Texts by small numbers, each put together when it is met for the first time."""

    def __init__(self, size: int) -> None:
        self._texts: list[str | None] = [None] * size
        self._column = pl.Series(self._texts, dtype=pl.String)

    def of(self, numbers: NDArray[np.int64], word: Callable[[int], str]) -> pl.Series:
        column = self._column.gather(numbers)
        unmet = column.is_null()
        if unmet.any():
            for number in np.unique(numbers[unmet.to_numpy()]).tolist():
                self._texts[number] = word(number)
            self._column = pl.Series(self._texts, dtype=pl.String)
            column = self._column.gather(numbers)
        return column
