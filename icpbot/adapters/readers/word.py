"""Word documents: paragraphs and tables in their order; Teams and Zoom transcripts among them."""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from icpbot.adapters.readers.encoding import clean
from icpbot.adapters.readers.guards import BROKEN
from icpbot.adapters.readers.labels import plausible
from icpbot.adapters.readers.lines import BLANK, Line, heading, line, seconds
from icpbot.adapters.readers.sources import from_lines
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import SourceText

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph


def read(name: str, data: bytes) -> SourceText:
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_lines(document))
        title = clean(document.core_properties.title or "").strip()
    except (OpcError, *BROKEN) as exc:
        raise Rejected("read-broken", name=name) from exc
    if not any(each.text for each in lines):
        raise Rejected("read-empty", name=name)
    found = from_lines(name, lines)
    # The property is often a template's; what stands in the text goes first.
    return found if found.title else found.model_copy(update={"title": title or None})


def _lines(document: Any) -> Iterator[Line]:
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        yield from _paragraph(block) if isinstance(block, Paragraph) else _table(block)
        yield BLANK


def _paragraph(paragraph: "Paragraph") -> Iterator[Line]:
    """Teams writes speaker, time and words as one paragraph with line breaks inside."""
    text = clean(paragraph.text)
    style = (paragraph.style.name or "") if paragraph.style else ""
    if style.startswith(("Heading", "Title")) and text.strip():
        yield heading(text)
        return
    item = style.startswith("List")
    for raw in text.split("\n"):
        yield Line(raw.strip(), item=True) if item and raw.strip() else line(raw)


def _table(table: "Table") -> Iterator[Line]:
    """A transcript laid out as speaker, (time,) words; any other row as its cells."""
    for row in table.rows:
        cells = _cells(row.cells)
        if any(cells):
            yield _spoken(cells) or Line(" | ".join(cells), item=True)


def _cells(cells: Sequence[Any]) -> list[str]:
    """Merged cells are repeated by python-docx; each counts once."""
    distinct = {id(cell._tc): cell for cell in cells}  # noqa: SLF001 - the only identity a cell has
    return [" ".join(clean(cell.text).split()) for cell in distinct.values()]


def _spoken(cells: Sequence[str]) -> Line | None:
    times = [cell for cell in cells if ":" in cell and seconds(cell) is not None]
    rest = [cell for cell in cells if cell not in times]
    if len(rest) != 2 or len(times) > 2 or not plausible(rest[0]):
        return None
    return Line(" | ".join(cells), item=True, label=rest[0], start=seconds(times[0]) if times else None,
                words=rest[1])  # fmt: skip
