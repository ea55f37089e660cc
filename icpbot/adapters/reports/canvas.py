"""The page as Markdown for a canvas of Slack's: headings of three depths, and no list within a quote."""

from collections.abc import Iterator

from icpbot.adapters.reports.markdown import block_lines, escaped
from icpbot.usecases.page import Page, PageClaim, PageRow

QUOTES = 2
"""Under a statement; a canvas is read, the whole evidence is in the other documents."""


def canvas(page: Page) -> str:
    return "\n".join(_lines(page)).rstrip() + "\n"


def _lines(page: Page) -> Iterator[str]:
    """The canvas has the title already."""
    yield from (escaped(page.subtitle), "")
    if page.description:
        yield from (escaped(page.description), "")
    yield from block_lines(page.glance)
    if page.criteria:
        yield from (f"## {escaped(page.labels['criteria'])}", "")
        yield from (_criterion(row, page.labels) for row in page.criteria)
        yield from ("", escaped(page.thresholds), "")
    for section in page.sections:
        yield from (f"## {escaped(section.heading)}", "")
        for claim in section.claims:
            yield from _claim(claim)
        yield ""
    for block in page.blocks:
        yield from block_lines(block)


def _criterion(row: PageRow, labels: dict[str, str]) -> str:
    """A line, as a canvas takes tables of few cells only."""
    bands = [
        f"{labels[name]} {getattr(row, name)}" for name in ("ideal", "ok", "avoid") if getattr(row, name)
    ]
    told = "; ".join((*bands, f"{labels['weight']} {row.weight}", *filter(None, (row.note, row.why))))
    return f"- **{escaped(row.label)}**: {escaped(told)}"


def _claim(claim: PageClaim) -> Iterator[str]:
    basis = f" ({escaped(claim.basis)})" if claim.basis else ""
    yield f"- {escaped(claim.text)}{basis}"
    yield from (f"    - {escaped(note)}" for note in claim.notes)
    for quote in claim.quotes[:QUOTES]:
        yield f"    - “{escaped(quote.text)}” {escaped(quote.who)}"
