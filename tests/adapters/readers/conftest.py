"""Builders of small files, so that no binary fixture has to be kept."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from pypdf import PdfReader, PdfWriter

from icpbot.adapters.readers import Files
from icpbot.domain.errors import Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from icpbot.domain.sources import SourceText

VOICES = {
    "pl": ("Łucja Żółć", "Przepisujemy każdy list przewozowy dwa razy."),
    "cs": ("Jiří Řehoř", "Přepisujeme každý dodací list dvakrát."),
    "uk": ("Їжакевич Ґалаґан", "Ми двічі переписуємо кожну накладну, їх сотні."),
    "zh": ("周敏", "每张送货单我们都要录入两遍。"),
}
"""A customer's name and sentence in each language that people upload."""


@pytest.fixture
def read() -> Callable[[str, str | bytes], SourceText]:
    files = Files()
    return lambda name, data: files.read(name, data.encode() if isinstance(data, str) else data)


@pytest.fixture
def refused(read):
    """The error with which a file is refused."""

    def refuse(name: str, data: str | bytes) -> Rejected:
        with pytest.raises(Rejected) as caught:
            read(name, data)
        assert caught.value.values["name"] == name
        return caught.value

    return refuse


@pytest.fixture(params=VOICES)
def voice(request) -> tuple[str, str]:
    return VOICES[request.param]


@pytest.fixture
def said() -> Callable[[SourceText], list[tuple[str | None, str]]]:
    return lambda source: [(turn.speaker, turn.text) for turn in source.turns]


@pytest.fixture
def make() -> SimpleNamespace:
    """Builders: `make.docx(...)`, `make.xlsx(...)`, `make.pdf(...)`."""
    return SimpleNamespace(docx=docx_of, xlsx=xlsx_of, pdf=pdf_of)


def docx_of(*paragraphs: str, title: str | None = None, rows: Sequence[Sequence[str]] = ()) -> bytes:
    document = docx.Document()
    if title:
        document.add_heading(title, level=0)
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def xlsx_of(*sheets: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def pdf_of(*pages: Sequence[str], password: str | None = None) -> bytes:
    """A PDF whose font maps every code to the same code of Unicode."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
    )
    objects.append(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 500"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    codes = sorted({char for lines in pages for text in lines for char in text})
    chars = "\n".join(f"<{ord(char):04x}> <{ord(char):04x}>" for char in codes)
    spaces = "begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    objects.append(_stream(f"{spaces}{len(codes)} beginbfchar\n{chars}\nendbfchar\nendcmap".encode()))
    kids = []
    for lines in pages:
        body = "\n".join(
            f"1 0 0 1 50 {780 - 14 * i} Tm <{text.encode('utf-16-be').hex()}> Tj"
            for i, text in enumerate(lines)
        )
        objects.append(_stream(f"BT /F1 12 Tf\n{body}\nET".encode()))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    plain = _assembled(objects)
    if password is None:
        return plain
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain)))
    writer.encrypt(password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return out + end % (
        count,
        table,
        count,
        len(out),
    )


@pytest.fixture(scope="session")
def sample() -> Path:
    return Path(__file__).parents[3] / "knowledge" / "sample"
