"""Files made to harm: each is read or refused within limits of size, depth and time."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from icpbot.adapters.readers import Files
from icpbot.cli.common import read_within
from icpbot.domain.errors import Rejected

if TYPE_CHECKING:
    from icpbot.domain.sources import SourceText

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "' + "x" * 100 + '">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)) + "]>"
)  # fmt: skip


def attempt(name: str, data: bytes) -> SourceText | str:
    try:
        return Files().read(name, data)
    except Rejected as error:
        return error.key


def swapped(office: bytes, member: str, content: str) -> bytes:
    """The same Office file with one member replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == member else old.read(name))
    return out.getvalue()


def document(body: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def said(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_entities_that_multiply_do_not(make) -> None:
    word = swapped(make.docx("a"), "word/document.xml", document(said("&j;"), LAUGHS))
    once = f'<!DOCTYPE l [<!ENTITY a "{"x" * 100_000}">]>'
    many = swapped(make.docx("a"), "word/document.xml", document(said("&a;" * 5_000), once))
    cells = swapped(make.xlsx([["a"], [1]]), "xl/worksheets/sheet1.xml",
                    f'{LAUGHS}{SHEET}<row><c t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>')  # fmt: skip

    assert attempt("a.docx", word) == attempt("a.docx", many) == attempt("a.xlsx", cells) == "read-broken"
    assert attempt("a.svg", LAUGHS.encode() + b"<svg>&j;</svg>") == "read-unsupported"
    page = attempt("a.html", LAUGHS.encode() + b"<svg>&j;</svg><p>Paper hurts. &j;</p>")
    assert len(page.model_dump_json()) < 5_000


def test_entities_that_name_files_of_ours_stay_closed(make, tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("heslo123")
    entity = f'<!DOCTYPE l [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'

    for outcome in (
        attempt("a.docx", swapped(make.docx("a"), "word/document.xml", document(said("hi &a;"), entity))),
        attempt("a.html", f"{entity}<p>hi &a;</p>".encode()),
    ):
        assert "heslo123" not in str(outcome)


@pytest.mark.parametrize("size", [51, 500])
def test_a_file_over_the_limit_is_not_even_read(tmp_path, size) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(size * 1024 * 1024)

    with pytest.raises(Rejected, match="read-too-large"):
        read_within(path)


def test_a_device_without_an_end_is_refused() -> None:
    from pathlib import Path

    with pytest.raises(Rejected, match="read-too-large"):
        read_within(Path("/dev/zero"))


@pytest.mark.parametrize(
    ("name", "data", "outcomes"),
    [
        ("a.json", b"[" * 100_000 + b"]" * 100_000, {"read-broken"}),
        ("a.json", b'{"turns":' * 100_000, {"read-broken"}),
        ("a.jsonl", b"[" * 100_000 + b"\n" + b'{"a":' * 100_000, {"read-broken"}),
        ("a.json", b'{"turns":[{"text":"a","start":' + b"9" * 100_000 + b"}]}", {"read-broken"}),
        ("a.html", b"<div>" * 100_000 + b"x", {"read", "read-broken"}),
        ("a.html", b"<b><table><i>" * 33_000 + b"x", {"read", "read-broken"}),
        ("a.eml", b"From: a@b.cz\n" + b"Content-Type: message/rfc822\n\n" * 20_000 + b"\nhi", {"read-broken"}),
        ("a.eml", b"From: a@b.cz\n" + b"".join(
            b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(20_000)) + b"\nhi",
         {"read-broken"}),
        ("a.eml", b"From: a@b.cz\nTo: " + b"((" * 100_000 + b"\n\nhi", {"read", "read-broken"}),
        ("a.csv", b"a,b\n" + b"x" * 40_000_000, {"read-broken"}),
        ("a.csv", b"a,b\n" + b"," * 40_000_000, {"read-broken", "read-too-many-columns"}),
        ("a.csv", b"x" * 100_000_000, {"read-too-large"}),
        ("a.txt", b"Anna: hi\x00 there\nBob: ho", {"read-encoding"}),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n" + b"--> " * 500_000, {"read"}),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)  # fmt: skip
def test_depth_and_width_end_in_a_reason(name, data, outcomes) -> None:
    outcome = attempt(name, data)

    assert (outcome if isinstance(outcome, str) else "read") in outcomes


def test_deep_office_files_are_refused_or_read(make) -> None:
    open_only = f'<w:document xmlns:w="{WORD}"><w:body>{"<w:p><w:r>" * 100_000}'
    tables = "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80 + said("Papír.")

    assert attempt("a.docx", swapped(make.docx("a"), "word/document.xml", open_only)) == "read-broken"
    read = attempt("a.docx", swapped(make.docx("a"), "word/document.xml", document(tables)))
    assert read.turns[-1].text == "Papír."


def test_a_cell_at_the_end_of_the_sheet_makes_no_million_rows(make) -> None:
    far = (
        f'{SHEET}<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        "</sheetData></worksheet>"
    )

    assert (
        attempt("a.xlsx", swapped(make.xlsx([["a"], [1]]), "xl/worksheets/sheet1.xml", far)) == "read-no-rows"
    )


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"


def pdf(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return out + end % (len(objects) + 1, table, len(objects) + 1, len(out))


def stream(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    return b"<< /Filter %s /Length %d >>\nstream\n%s\nendstream" % (filters, len(content), content)


@pytest.mark.parametrize(
    "kids",
    [
        [b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"],
        [
            b"<< /Type /Pages /Count 2 /Kids [3 0 R 3 0 R] >>",
            b"<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>",
        ],
        [
            b"<< /Type /Pages /Count 1000000 /Kids [%s] >>" % b" ".join([b"%d 0 R" % (n + 3)] * 10)
            for n in range(12)
        ],
        [b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", PAGE[:-2] + b"/X " + b"[" * 100_000 + b" >>"],
    ],
    ids=["own child", "two in a circle", "a tree of a trillion", "deep array"],
)
def test_page_trees_without_an_end_are_refused(kids) -> None:
    assert attempt("a.pdf", pdf(CATALOG, *kids)) == "read-broken"


@pytest.mark.parametrize("twice", [False, True])
def test_streams_that_explode_are_refused(twice) -> None:
    packed = zlib.compress(b"BT (a) Tj ET " * 20_000_000, 9)
    content = stream(zlib.compress(packed), b"[/FlateDecode /FlateDecode]") if twice else stream(packed)

    outcome = attempt("a.pdf", pdf(CATALOG, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", PAGE, content))

    assert outcome in {"read-broken", "read-no-text", "read-too-heavy"}


def test_half_characters_reach_nobody() -> None:
    lone = attempt("a.txt", "Anna: hi\ud800\nBob: ho\udfff".encode("utf-8", "surrogatepass"))
    escaped = attempt("a.json", b'{"turns":[{"speaker":"A\\udc00","text":"\\ud800 hi"}]}')

    for source in (lone, escaped):
        json.dumps(source.model_dump(mode="json"), ensure_ascii=False).encode()


def test_a_path_that_is_no_text_is_stored(make_desk) -> None:
    from icpbot.usecases.ingest import Status, Upload, ingest, unpacked

    desk = make_desk()
    (upload,) = unpacked(Upload(path="talk\udcff.txt", data="Papír nás bolí.".encode()), desk=desk)

    assert ingest(upload, desk=desk).status is Status.ADDED
