"""Scores, verdicts and questions of many accounts at once; `domain.fit` is the definition.

Rows are columns here: an array of shape (criteria, rows) holds the number of each band in `BANDS`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from icpbot.domain.fit import WORTH, BandName, Verdict, answers
from icpbot.domain.profile import Criterion, Thresholds

BANDS = (BandName.IDEAL, BandName.OK, BandName.NEITHER, BandName.AVOID, BandName.UNKNOWN)
VERDICTS = (Verdict.IDEAL, Verdict.OK, Verdict.UNDECIDED, Verdict.AVOID)
"""In the order of `domain.fit.ORDER`."""
IDEAL, OK, UNDECIDED, AVOID = range(len(VERDICTS))
UNKNOWN, OUT = BANDS.index(BandName.UNKNOWN), BANDS.index(BandName.AVOID)
NO_QUESTION = -1
_PARTS, _TOP = 1e6, 10**8
"""Scores are whole millionths of 0 to 100, which fit into 27 bits."""

Codes = NDArray[np.uint8]
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Scores:
    """One entry a row: `verdict` counts in `VERDICTS`, `question` in the criteria, or is NO_QUESTION."""

    low: Numbers
    high: Numbers
    verdict: Codes
    question: NDArray[np.int16]
    disqualified: Flags

    def places(self) -> NDArray[np.int64]:
        """One number a row, smaller for what a list shows first: by verdict, upper end, lower end."""
        high, low = (_TOP - np.rint(end * _PARTS).astype(np.int64) for end in (self.high, self.low))
        return (self.verdict.astype(np.int64) << 54) + (high << 27) + low

    def of(self, rows: NDArray[np.intp]) -> "Scores":
        return Scores(*(getattr(self, field.name)[rows] for field in fields(self)))


@dataclass(frozen=True)
class _Open:
    """Rows before their verdict: sums of weights, and how many deal-breakers are unknown."""

    low: Numbers
    unknown: Numbers
    breakers: NDArray[np.int16]


class Scorer:
    """Applies criteria (none of them ignored) and thresholds to arrays of bands."""

    def __init__(self, criteria: Sequence[Criterion], thresholds: Thresholds) -> None:
        self._criteria = criteria
        self._limits = thresholds
        self._total = sum(c.weight for c in criteria)
        self._worth = np.array([WORTH.get(band, 0.0) for band in BANDS])

    def score(self, codes: Codes) -> Scores:
        state = self._summed(codes)
        low, high = self._range(state.low, state.unknown)
        breaking = [(row == OUT) for row, c in zip(codes, self._criteria, strict=True) if c.deal_breaker]
        out = np.logical_or.reduce(breaking) if breaking else np.zeros(codes.shape[1], bool)
        verdict = np.where(out, AVOID, self._verdict(low, high, state.breakers > 0)).astype(np.uint8)
        question = np.full(codes.shape[1], NO_QUESTION, np.int16)
        undecided = np.flatnonzero(verdict == UNDECIDED)
        if undecided.size:
            question[undecided] = self._questions(codes[:, undecided], _at(state, undecided))
        return Scores(low, high, verdict, question, out)

    def _summed(self, codes: Codes) -> _Open:
        rows = codes.shape[1]
        low, unknown, breakers = np.zeros(rows), np.zeros(rows), np.zeros(rows, np.int16)
        for row, criterion in zip(codes, self._criteria, strict=True):
            low += (criterion.weight * self._worth)[row]
            missing = row == UNKNOWN
            unknown += criterion.weight * missing
            if criterion.deal_breaker:
                breakers += missing
        return _Open(low, unknown, breakers)

    def _range(self, low: Numbers, unknown: Numbers) -> tuple[Numbers, Numbers]:
        if self._total == 0:
            return np.zeros_like(low), np.full_like(low, 100.0)
        return _clean(100 * low / self._total), _clean(100 * (low + unknown) / self._total)

    def _verdict(self, low: Numbers, high: Numbers, may_disqualify: Flags) -> Codes:
        at_best = self._at(high)
        at_worst = np.where(may_disqualify, AVOID, self._at(low))
        return np.where(at_best == at_worst, at_best, UNDECIDED).astype(np.uint8)

    def _at(self, score: Numbers) -> Codes:
        ok = np.where(score >= self._limits.ok_at, OK, AVOID)
        return np.where(score >= self._limits.ideal_at, IDEAL, ok).astype(np.uint8)

    def _questions(self, codes: Codes, state: _Open) -> NDArray[np.int16]:
        """The unknown criterion that settles most often, then the weightiest, then the first."""
        rows = codes.shape[1]
        best, weight = np.full(rows, -1.0), np.full(rows, -1.0)
        chosen = np.full(rows, NO_QUESTION, np.int16)
        for index, criterion in enumerate(self._criteria):
            asked = np.flatnonzero(codes[index] == UNKNOWN)
            if not asked.size or not (criterion.weight or criterion.deal_breaker):
                continue
            settled = self._settled(criterion, _at(state, asked))
            better = (settled > best[asked]) | ((settled == best[asked]) & (criterion.weight > weight[asked]))
            won = asked[better]
            best[won], weight[won], chosen[won] = settled[better], criterion.weight, index
        return chosen

    def _settled(self, criterion: Criterion, state: _Open) -> Numbers:
        """The share of answers to a criterion that settle the verdict."""
        possible = answers(criterion)
        others = state.breakers - criterion.deal_breaker > 0
        count = np.zeros(state.low.shape[0], np.int16)
        for band in possible:
            if criterion.deal_breaker and band is BandName.AVOID:
                count += 1
                continue
            gained = state.low + criterion.weight * WORTH[band]
            low, high = self._range(gained, np.maximum(state.unknown - criterion.weight, 0.0))
            count += self._verdict(low, high, others) != UNDECIDED
        return count / len(possible)


def _clean(score: Numbers) -> Numbers:
    return np.rint(score * _PARTS) / _PARTS


def _at(state: _Open, rows: NDArray[np.intp]) -> _Open:
    return _Open(state.low[rows], state.unknown[rows], state.breakers[rows])
