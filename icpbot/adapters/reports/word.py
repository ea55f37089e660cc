"""The page as a Word document, with real headings, lists and a table whose head repeats."""

import io
from typing import Any

from icpbot.adapters.reports.charts import figure
from icpbot.domain.charts import Chart
from icpbot.usecases.page import Page, PageBlock, PageClaim

_COLUMNS = ("attribute", "ideal", "ok", "avoid", "weight")


def word(page: Page) -> bytes:
    from docx import Document

    document = Document()
    document.core_properties.title = page.title[:255]
    document.core_properties.language = page.language
    document.add_heading(page.title, 0)
    document.add_paragraph(page.subtitle)
    if page.description:
        document.add_paragraph(page.description)
    _block(document, page.glance)
    if page.criteria:
        _criteria(document, page)
    for section in page.sections:
        document.add_heading(section.heading, 1)
        for claim in section.claims:
            _claim(document, claim)
    for block in page.blocks:
        _block(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _claim(document: Any, claim: PageClaim) -> None:
    basis = f" ({claim.basis})" if claim.basis else ""
    document.add_paragraph(f"{claim.text}{basis}", style="List Bullet")
    for note in claim.notes:
        document.add_paragraph(note, style="List Bullet 2")
    for quote in claim.quotes:
        paragraph = document.add_paragraph(quote.before, style="Quote")
        paragraph.add_run(quote.text).bold = True
        paragraph.add_run(f"{quote.after} ({quote.who})")


def _block(document: Any, block: PageBlock) -> None:
    if not (block.lead or block.lines):
        return
    document.add_heading(block.heading, 1)
    if block.lead:
        document.add_paragraph(block.lead)
    if block.chart:
        _picture(document, block.chart)
    for line in block.lines:
        document.add_paragraph(line.text, style="List Bullet")


def _picture(document: Any, chart: Chart) -> None:
    """With what it shows in words, for those who do not see it."""
    from docx.shared import Cm

    shape = document.add_picture(io.BytesIO(figure(chart, "png")), width=Cm(15))
    shape._inline.docPr.set("descr", chart.alt)  # noqa: SLF001 - no public way
    document.add_paragraph(chart.subtitle, style="Caption")


def _criteria(document: Any, page: Page) -> None:
    from docx.oxml import OxmlElement

    document.add_heading(page.labels["criteria"], 1)
    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Light Grid Accent 1")
    for cell, name in zip(table.rows[0].cells, _COLUMNS, strict=True):
        cell.text = page.labels[name]
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no public way
    for r in page.criteria:
        label = f"{r.label} ({r.note})" if r.note else r.label
        cells = (f"{label}\n{r.why}" if r.why else label, r.ideal, r.ok, r.avoid, r.weight)
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    document.add_paragraph(page.thresholds)
