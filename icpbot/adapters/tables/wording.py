"""The words a list adds: reasons put together once for each set of bands, and nothing a spreadsheet runs."""

import re
from collections.abc import Callable, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from icpbot.adapters.tables.scoring import BANDS, NO_QUESTION, VERDICTS, Codes, Scores
from icpbot.adapters.tables.spill import Keys
from icpbot.domain.profile import Criterion
from icpbot.usecases.ports import ACCOUNT, ListWords

ADDED = ("icp_verdict", "icp_score_low", "icp_score_high", "icp_next_question", "icp_reasons",
         "icp_profile_version")  # fmt: skip
_FORMULA, _NUMBER = r"^[=+\-@\t\r\n]", r"^[-+]?\d[\d\s.,]*%?$"
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


class Wording:
    """Texts for rows of bands and scores; remembers what it has put together."""

    def __init__(self, criteria: Sequence[Criterion], words: ListWords) -> None:
        self._criteria = criteria
        self._words = words
        groups = [range(n, min(n + _TOGETHER, len(criteria))) for n in range(0, len(criteria), _TOGETHER)]
        self._groups = [(group, _Texts(len(BANDS) ** len(group))) for group in groups]
        self._breakers = [n for n, c in enumerate(criteria) if c.deal_breaker]

    def added(self, names: pl.Series, codes: Codes, scores: Scores, places: Keys) -> pl.DataFrame:
        """The columns of `ADDED`; equal `places` stand together."""
        first = np.flatnonzero(np.diff(places, prepend=-1))
        which = np.repeat(np.arange(len(first)), np.diff(first, append=len(places)))
        columns = (
            pl.Series(VERDICTS).gather(scores.verdict),
            pl.Series([f"{score:g}" for score in scores.low[first].tolist()]).gather(which),
            pl.Series([f"{score:g}" for score in scores.high[first].tolist()]).gather(which),
            self._question(names, scores.question),
            self._reason(codes, scores),
            pl.repeat(safe(self._words.version), len(names), eager=True),
        )
        return pl.DataFrame([column.alias(name) for name, column in zip(ADDED, columns, strict=True)])

    def _question(self, names: pl.Series, question: NDArray[np.int16]) -> pl.Series:
        """Questions of the catalogue, and for attributes it does not know one with the account in it."""
        texts = pl.Series(
            [None, *(self._words.questions[c.attribute] for c in self._criteria)], dtype=pl.String
        )
        asked = texts.gather(question - NO_QUESTION)
        named = pl.Series([ACCOUNT in text for text in ["", *texts[1:]]]).gather(question - NO_QUESTION)
        if named.any():
            parts = asked.str.split_exact(ACCOUNT, 1).struct.unnest()
            asked = pl.select(
                pl.when(named).then(parts["field_0"] + names + parts["field_1"]).otherwise(asked)
            ).to_series()
        return escaped(asked.alias("asked").to_frame()).to_series()

    def _reason(self, codes: Codes, scores: Scores) -> pl.Series:
        """What is known of each criterion with weight, or the deal-breakers that rule an account out."""
        marks = [self._marked(codes, members, texts) for members, texts in self._groups]
        marks = marks or [pl.repeat("", codes.shape[1], eager=True)]
        text = pl.select(pl.concat_str(marks)).to_series()
        bare = (text < "!").arg_true()  # the first group said nothing: a space or an empty text
        text = text.scatter(bare, text.gather(bare).str.strip_chars(" ")) if len(bare) else text
        out = np.flatnonzero(scores.disqualified)
        return text.scatter(out, self._ruled_out(codes[:, out])) if out.size else text

    def _marked(self, codes: Codes, members: range, texts: "_Texts") -> pl.Series:
        number = np.zeros(codes.shape[1], np.int64)
        for n in members:
            number = number * len(BANDS) + codes[n]
        return texts.of(number, lambda each: self._marks(members, each))

    def _marks(self, members: range, number: int) -> str:
        """The marks of a group; those that follow on others begin with a space."""
        marks: list[str] = []
        for n in reversed(members):
            number, band = divmod(number, len(BANDS))
            marks.insert(0, self._words.marks[self._criteria[n].attribute].get(BANDS[band], ""))
        text = " ".join(filter(None, marks))
        return f" {text}" if text and members[0] else text

    def _ruled_out(self, codes: Codes) -> pl.Series:
        breaking = codes[self._breakers] == BANDS.index(BANDS[3])
        distinct, which = np.unique(breaking, axis=1, return_inverse=True)
        labels = [self._words.labels[self._criteria[n].attribute] for n in self._breakers]
        texts = [
            ", ".join(lab for lab, hit in zip(labels, column, strict=True) if hit) for column in distinct.T
        ]
        return pl.Series(list(map(safe, texts)), dtype=pl.String).gather(which.reshape(-1))


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
