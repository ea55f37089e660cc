"""The page as a PDF: tagged for screen readers, its fonts inside."""

import json
from pathlib import Path

from icpbot.adapters.reports.charts import figure, font_folders
from icpbot.usecases.page import Page

_TEMPLATE = Path(__file__).parent / "profile.typ"


def pdf(page: Page) -> bytes:
    """Laid out as PDF/UA-1; the words go in as data, so that nothing in them is markup."""
    import typst

    charts = {b.heading: figure(b.chart, "svg").decode() for b in page.blocks if b.chart}
    return typst.compile(
        _TEMPLATE, font_paths=font_folders(), ignore_system_fonts=True, format="pdf", pdf_standards="ua-1",
        sys_inputs={"page": page.model_dump_json(), "charts": json.dumps(charts)},
    )  # fmt: skip
