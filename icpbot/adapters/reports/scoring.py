"""The agency's scoring table: criteria by ideal, ok and avoid, as a CSV that reads back the same."""

import csv
import io

from icpbot.adapters.reports.plain import inert
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.handed import COLUMNS
from icpbot.domain.profile import Criterion
from icpbot.usecases.exporting import Material
from icpbot.usecases.wording import written_band


def table(material: Material) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for criterion in material.profile.criteria:
        writer.writerow([inert(cell) for cell in _row(criterion, material.catalogue, material.language)])
    return out.getvalue().encode("utf-8-sig")


def _row(criterion: Criterion, catalogue: Catalogue, language: str) -> list[str]:
    entry = catalogue.attribute(criterion.attribute)
    label = entry.label(language) if entry else criterion.attribute
    again = catalogue.attribute(label)
    name = label if again and again.key == criterion.attribute else criterion.attribute
    bands = dict(criterion.bands())
    written = [written_band(bands[b], entry) if b in bands else "" for b in ("ideal", "ok", "avoid")]
    marks = ["yes" if mark else "" for mark in (criterion.deal_breaker, criterion.ignored)]
    return [name, *written, f"{criterion.weight:.12g}", *marks, criterion.note or ""]
