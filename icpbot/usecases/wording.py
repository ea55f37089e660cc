"""Wording: values of a profile as its readers write them."""

import json
import re

from pydantic import TypeAdapter

from icpbot.domain.catalogue import Attribute
from icpbot.domain.handed import reads_as_json
from icpbot.domain.profile import Band, Range
from icpbot.domain.written import Unclear, band_from
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import band_text
from icpbot.usecases.speaking import LANGUAGES

_BLANKS = re.compile(r"[^\S ]|(?<= ) ")
"""Blanks within values that one line of a cell would swallow."""


def band_shown(band: Band | None, desk: Desk, language: str) -> str:
    """A band in the reader's language: '1 000–5 000', 'tak'. What a form shows so, it reads back."""
    if isinstance(band, bool):
        return desk.voice.say("value-yes" if band else "value-no", language)
    if isinstance(band, Range) and all(_short(end) for end in (band.min, band.max)):
        ends = {name: end for name, end in (("low", band.min), ("high", band.max)) if end is not None}
        key = "range-between" if len(ends) == 2 else "range-least" if "low" in ends else "range-most"
        unit = " ".join(part for part in (band.unit, band.currency) if part)
        return f"{desk.voice.say(key, language, **ends)} {unit}".strip()
    if isinstance(band, tuple):
        return ", ".join(
            band_shown(v, desk, language) if isinstance(v, bool) else band_text((v,)) for v in band
        )
    return band_text(band)


def written_band(band: Band, attribute: Attribute | None) -> str:
    """A band for a cell of a table that is read back the same: as people write it, else as JSON."""
    text = band_text(band).replace(", ", "; ") if isinstance(band, tuple) else band_text(band)
    try:
        read = " ".join(text.split())  # as a cell is
        same = not reads_as_json(text) and band_from(read, attribute) == band
    except Unclear:
        same = False
    if same:
        return text
    plain = json.dumps(TypeAdapter(Band).dump_python(band, mode="json"), ensure_ascii=False)
    return _BLANKS.sub(lambda blank: f"\\u{ord(blank[0]):04x}", plain)


def _short(end: float | None) -> bool:
    """Whether three decimals, all that a sentence holds, say it whole."""
    return end is None or round(end, 3) == end


def is_shown(text: str, band: Band, desk: Desk) -> bool:
    """Whether this is how the band is shown, in whichever language."""
    return text in {band_text(band), *(band_shown(band, desk, language) for language in LANGUAGES)}
