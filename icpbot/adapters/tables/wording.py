"""The words a list adds: reasons put together once for each set of bands, and nothing a spreadsheet runs."""

import re
from collections.abc import Callable, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from icpbot.adapters.tables.scoring import BANDS, NO_QUESTION, VERDICTS, Codes, Numbers, Scores
from icpbot.domain.profile import Criterion
from icpbot.usecases.ports import ACCOUNT, ListWords

ADDED = ("icp_verdict", "icp_score_low", "icp_score_high", "icp_next_question", "icp_reasons",
         "icp_profile_version")  # fmt: skip
_FORMULA, _NUMBER = r"^[=+\-@\t\r\n]", r"^[-+]?\d[\d\s.,]*%?$"
_TOGETHER = 6
"""Criteria whose reasons are one text: 5 ** 6 of them at most."""


def safe(cell: str) -> str:
    """A cell that a spreadsheet would run is quoted with an apostrophe; a negative number is none."""
    return f"'{cell}" if re.match(_FORMULA, cell) and not re.match(_NUMBER, cell) else cell


def escaped(cells: pl.DataFrame) -> pl.DataFrame:
    """`safe` for every cell; columns without a suspicious cell stay as they are."""
    suspects = cells.select(pl.all().str.contains(_FORMULA).any())
    return cells.with_columns(
        _quoted(pl.col(name)).alias(name) for name in cells.columns if suspects[name].item()
    )


def _quoted(cell: pl.Expr) -> pl.Expr:
    runs = cell.str.contains(_FORMULA) & ~cell.str.contains(_NUMBER)
    return pl.when(runs).then(pl.lit("'") + cell).otherwise(cell)


def _general(score: float) -> str:
    return f"{score:g}"


class Wording:
    """Texts for rows of bands and scores; remembers what it has put together."""

    def __init__(self, criteria: Sequence[Criterion], words: ListWords) -> None:
        self._criteria = criteria
        self._words = words
        self._groups = [
            range(n, min(n + _TOGETHER, len(criteria))) for n in range(0, len(criteria), _TOGETHER)
        ]
        self._reasons: list[dict[float, str]] = [{} for _ in self._groups]
        self._scores: dict[float, str] = {}
        self._breakers = [n for n, c in enumerate(criteria) if c.deal_breaker]

    def added(self, names: pl.Series, codes: Codes, scores: Scores) -> pl.DataFrame:
        """The columns of `ADDED`."""
        columns = (
            pl.Series(VERDICTS).gather(scores.verdict),
            _worded(scores.low, self._scores, _general),
            _worded(scores.high, self._scores, _general),
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
        groups = [self._grouped(codes, n) for n in range(len(self._groups))]
        text = groups[0] if groups else pl.repeat("", codes.shape[1], eager=True)
        for group in groups[1:]:
            text = (text + " " + group).str.strip_chars(" ")
        out = np.flatnonzero(scores.disqualified)
        if not out.size:
            return text
        return text.scatter(out, self._ruled_out(codes[:, out]))

    def _grouped(self, codes: Codes, group: int) -> pl.Series:
        members = self._groups[group]
        number = np.zeros(codes.shape[1], np.int64)
        for n in members:
            number = number * len(BANDS) + codes[n]
        return _worded(number, self._reasons[group], lambda each: self._marks(members, int(each)))

    def _marks(self, members: range, number: int) -> str:
        marks: list[str] = []
        for n in reversed(members):
            number, band = divmod(number, len(BANDS))
            marks.insert(0, self._words.marks[self._criteria[n].attribute].get(BANDS[band], ""))
        return " ".join(filter(None, marks))

    def _ruled_out(self, codes: Codes) -> pl.Series:
        breaking = codes[self._breakers] == BANDS.index(BANDS[3])
        distinct, which = np.unique(breaking, axis=1, return_inverse=True)
        labels = [self._words.labels[self._criteria[n].attribute] for n in self._breakers]
        texts = [
            ", ".join(lab for lab, hit in zip(labels, column, strict=True) if hit) for column in distinct.T
        ]
        return pl.Series(list(map(safe, texts)), dtype=pl.String).gather(which.reshape(-1))


def _worded(
    numbers: NDArray[np.int64] | Numbers, known: dict[float, str], word: Callable[[float], str]
) -> pl.Series:
    """The words for each number, put together when it is met for the first time."""
    series = pl.Series(numbers)
    distinct = series.unique()
    for number in distinct.to_list():
        if number not in known:
            known[number] = word(number)
    words = pl.Series([known[number] for number in distinct.to_list()], dtype=pl.String)
    return series.replace_strict(distinct, words)
