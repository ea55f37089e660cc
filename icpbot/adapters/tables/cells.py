"""Cells of one column as bands of one criterion: plain numbers at once, any other text once each."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from icpbot.adapters.tables.scoring import BANDS, Codes
from icpbot.domain.catalogue import Attribute, Catalogue, ValueType
from icpbot.domain.fit import band_of
from icpbot.domain.profile import Criterion, Range
from icpbot.domain.values import parse_value, scale_of

NOTHING = len(BANDS)
"""The cell states no value; beside the numbers of `BANDS`."""

_DECIMAL = r"^[0-9]{1,15}\.(?:[0-9]{1,2}|[0-9]{4,9})$"
"""Decimals that can be read one way only: three digits after a point may be thousands."""
_KEPT = 200_000
_UNMET = NOTHING + 1
_IDEAL, _OK, _NEITHER, _AVOID = range(4)


class _Met:
    """Texts with their bands; a text that is not among them has the band `_UNMET`."""

    def __init__(self, texts: pl.Series, bands: Codes) -> None:
        self.texts = texts
        self.bands = bands
        self._kinds = pl.Enum(texts)
        self._codes = np.append(bands, np.uint8(_UNMET))

    def of(self, cells: pl.Series) -> Codes:
        known = cells.cast(self._kinds, strict=False).to_physical().fill_null(len(self.bands))
        found: Codes = self._codes[known.to_numpy()]
        return found

    def with_those_of(self, other: "_Met") -> "_Met":
        return _Met(pl.concat([self.texts, other.texts]), np.concatenate([self.bands, other.bands]))


class Cells:
    """Bands of one criterion for the cells of one column, remembered from batch to batch. What two threads
    meet at the same time is worked out twice, and the same.
    """

    def __init__(self, criterion: Criterion, attribute: Attribute | None, catalogue: Catalogue) -> None:
        self._criterion = criterion
        self._attribute = attribute
        self._catalogue = catalogue
        self._met = _Met(pl.Series([""]), np.array([NOTHING], np.uint8))
        numeric = attribute is None or attribute.type in {ValueType.NUMBER, ValueType.MONEY}
        ranges = {name: band for name, band in criterion.bands() if isinstance(band, Range)}
        self._ranges = ranges if numeric and len(ranges) == len(list(criterion.bands())) else None

    def bands(self, cells: pl.Series) -> Codes:
        """The number of each cell's band in `BANDS`, or `NOTHING`; an empty cell is ''."""
        if self._ranges is None:
            return self._looked_up(cells)
        numbers = cells.cast(pl.Int64, strict=False).cast(pl.Float64)
        others = (numbers.is_null() & (cells != "")).arg_true()
        codes = np.where(numbers.is_null(), NOTHING, self._in_ranges(numbers.to_numpy(), self._ranges))
        if len(others):
            codes[others.to_numpy()] = self._worded(cells.gather(others), self._ranges)
        return codes.astype(np.uint8)

    def _worded(self, cells: pl.Series, ranges: dict[str, Range]) -> Codes:
        """Cells that are no whole numbers."""
        decimal = cells.str.contains(_DECIMAL)
        if not decimal.any():
            return self._looked_up(cells)
        codes = self._in_ranges(cells.set(~decimal, None).cast(pl.Float64).to_numpy(), ranges)
        codes[~decimal.to_numpy()] = self._looked_up(cells.filter(~decimal))
        return codes

    @staticmethod
    def _in_ranges(numbers: NDArray[np.float64], bands: dict[str, Range]) -> Codes:
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
        met = self._met
        codes = met.of(cells)
        unmet = codes == _UNMET
        if unmet.any():
            new = cells.filter(pl.Series(unmet))
            texts = new.unique()
            fresh = _Met(texts, np.array([self._band(text) for text in texts.to_list()], np.uint8))
            self._met = met.with_those_of(fresh) if len(met.texts) < _KEPT else fresh
            codes[unmet] = fresh.of(new)
        return codes

    def _band(self, text: str) -> int:
        value = parse_value(self._attribute, text)
        if value is None:
            return NOTHING
        return BANDS.index(band_of(self._criterion, value, catalogue=self._catalogue))
