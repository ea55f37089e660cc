"""Cells of one column as bands of one criterion: plain numbers at once, any other text once each."""

import numpy as np
import polars as pl

from icpbot.adapters.tables.scoring import BANDS, Codes
from icpbot.domain.catalogue import Attribute, Catalogue, ValueType
from icpbot.domain.fit import band_of
from icpbot.domain.profile import Criterion, Range
from icpbot.domain.values import parse_value, scale_of

NOTHING = len(BANDS)
"""The cell states no value; beside the numbers of `BANDS`."""

_PLAIN = r"^[0-9]{1,15}(?:\.(?:[0-9]{1,2}|[0-9]{4,9}))?$"
"""Numbers that can be read one way only: three digits after a point may be thousands."""
_KEPT = 200_000
_IDEAL, _OK, _NEITHER, _AVOID = range(4)


class Cells:
    """Bands of one criterion for the cells of one column, remembered from batch to batch."""

    def __init__(self, criterion: Criterion, attribute: Attribute | None, catalogue: Catalogue) -> None:
        self._criterion = criterion
        self._attribute = attribute
        self._catalogue = catalogue
        self._seen: dict[str, int] = {}
        numeric = attribute is None or attribute.type in {ValueType.NUMBER, ValueType.MONEY}
        ranges = {name: band for name, band in criterion.bands() if isinstance(band, Range)}
        self._ranges = ranges if numeric and len(ranges) == len(list(criterion.bands())) else None

    def bands(self, cells: pl.Series) -> Codes:
        """The number of each cell's band in `BANDS`, or `NOTHING`."""
        codes = np.full(len(cells), NOTHING, np.uint8)
        worded = (cells != "").to_numpy()
        if self._ranges is not None:
            plain = cells.str.contains(_PLAIN).to_numpy()
            numbers = cells.filter(pl.Series(plain)).cast(pl.Float64).to_numpy()
            codes[plain] = self._in_ranges(numbers, self._ranges)
            worded = worded & ~plain
        if worded.any():
            codes[worded] = self._looked_up(cells.filter(pl.Series(worded)))
        return codes

    @staticmethod
    def _in_ranges(numbers: "np.ndarray[tuple[int], np.dtype[np.float64]]", bands: dict[str, Range]) -> Codes:
        """Bands in the order ok, ideal, avoid, so that the one that goes before stands last."""
        codes = np.full(len(numbers), _NEITHER, np.uint8)
        for name, code in (("ok", _OK), ("ideal", _IDEAL), ("avoid", _AVOID)):
            band = bands.get(name)
            if band is not None:
                scale = scale_of(band.unit)
                above = True if band.min is None else numbers >= band.min * scale
                below = True if band.max is None else numbers <= band.max * scale
                codes[np.logical_and(above, below)] = code
        return codes

    def _looked_up(self, cells: pl.Series) -> Codes:
        if len(self._seen) > _KEPT:
            self._seen.clear()
        distinct = cells.unique()
        texts = distinct.to_list()
        codes = [self._seen[t] if t in self._seen else self._seen.setdefault(t, self._band(t)) for t in texts]
        numbers = pl.Series(codes, dtype=pl.UInt8)
        return cells.replace_strict(distinct, numbers, return_dtype=pl.UInt8).to_numpy()

    def _band(self, text: str) -> int:
        value = parse_value(self._attribute, text)
        if value is None:
            return NOTHING
        return BANDS.index(band_of(self._criterion, value, catalogue=self._catalogue))
