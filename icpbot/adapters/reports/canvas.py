"""The page as Markdown for a canvas of Slack's: headings of three depths, and no list within a quote."""

from collections.abc import Iterator

from icpbot.adapters.reports.markdown import body_lines, escaped
from icpbot.usecases.page import Page, PageClaim, PageRow

QUOTES = 2
"""Under a statement; a canvas is read, the whole evidence is in the other documents."""


def canvas(page: Page) -> str:
    """The canvas has the title already."""
    return "\n".join(body_lines(page, _criteria, _claim)).rstrip() + "\n"


def _criteria(page: Page) -> Iterator[str]:
    """A line each, as a canvas takes tables of few cells only."""
    return (_criterion(row, page.labels) for row in page.criteria)


def _criterion(row: PageRow, labels: dict[str, str]) -> str:
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
