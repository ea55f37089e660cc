"""What cannot be read is refused with a reason, and never with a vendor's error."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icpbot.adapters.readers import Files, formats, pdf
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import SourceText

TEXT = ["txt", "md", "vtt", "srt", "lrc", "html", "csv", "tsv", "json", "jsonl", "eml"]
EVERY = [*TEXT, "docx", "pdf", "xlsx"]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf\n \n"])
@pytest.mark.parametrize("suffix", EVERY)
def test_nothing_is_refused_as_empty(refused, suffix, data) -> None:
    key = refused(f"a.{suffix}", data).key

    assert key == "read-empty" or (suffix in {"docx", "pdf", "xlsx", "eml"} and key == "read-broken")


@pytest.mark.parametrize("name", ["a.exe", "a.pptx", "a.rar", "a.mp3", "a.doc", "archive.tar.gz", "a.PNG"])
def test_other_formats_are_refused_by_their_extension(refused, name) -> None:
    error = refused(name, b"something")

    assert (error.key, error.values["ext"]) == ("read-unsupported", name.rsplit(".", 1)[1].lower())


def test_a_name_without_extension_is_text(read) -> None:
    assert read("notes", "Paper hurts us.").turns[0].text == "Paper hurts us."


@pytest.mark.parametrize("suffix", ["txt", "docx", "xlsx", "pdf", "csv"])
def test_a_file_is_read_by_what_it_is(read, make, suffix) -> None:
    assert read(f"a.{suffix}", make.docx("Paper hurts us.")).turns[0].text == "Paper hurts us."
    assert read(f"a.{suffix}", make.pdf(["Paper hurts us."])).turns[0].text == "Paper hurts us."
    assert read(f"a.{suffix}", make.xlsx([["a", "b"], ["1", "2"]])).turns[0].text == "a: 1; b: 2"


@pytest.mark.parametrize("suffix", ["docx", "pdf", "xlsx"])
def test_text_under_a_binary_extension_is_refused(refused, suffix) -> None:
    assert refused(f"a.{suffix}", "Anna: hi\nBob: ho").key == "read-broken"


@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_office_files_of_other_kinds_are_refused(refused, suffix) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

    assert refused(f"a.{suffix}", ole).key == "read-unsupported"
    assert refused(f"a.{suffix}", ole + "EncryptedPackage".encode("utf-16-le")).key == "read-encrypted"
    assert refused("a.txt", b"{\\rtf1 hi}").key == "read-unsupported"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf"])
def test_truncated_files_are_refused_or_read_in_part(make, suffix, share) -> None:
    whole = {
        "docx": make.docx("Paper hurts us."),
        "xlsx": make.xlsx([["a"], ["b"]]),
        "pdf": make.pdf(["Paper hurts us."]),
    }

    data = whole[suffix]
    outcome = attempt(f"a.{suffix}", data[: int(len(data) * share)])

    assert isinstance(outcome, SourceText) or outcome in {"read-broken", "read-no-text"}


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(("suffix", "member"), [("docx", "word/document.xml"), ("xlsx", "xl/workbook.xml")])
def test_a_zip_bomb_is_refused_before_it_is_opened(refused, suffix, member) -> None:
    bomb = zipped(**{member: b"<a/>", "bomb.xml": bytes(30_000_000)})

    started = time.monotonic()

    assert refused(f"a.{suffix}", bomb).key == "read-too-large"
    assert time.monotonic() - started < 1


@pytest.mark.parametrize("member", ["word/document.xml", "xl/workbook.xml", "other.xml"])
@pytest.mark.parametrize("content", [b"", b"<a", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"\x00\xff"])
def test_a_zip_of_nonsense_is_refused(refused, member, content) -> None:
    assert refused("a.docx", zipped(**{member: content})).key in {
        "read-broken",
        "read-no-rows",
        "read-too-large",
    }


def test_a_file_over_the_limit_is_refused(refused) -> None:
    error = refused("a.txt", b"a" * (50 * 1024 * 1024 + 1))

    assert (error.key, error.values["limit"]) == ("read-too-large", 50)


def test_more_turns_than_a_conversation_can_have_are_refused(refused, monkeypatch) -> None:
    monkeypatch.setattr(formats, "MAX_TURNS", 3)

    assert refused("a.txt", "\n\n".join("abcd")).key == "read-too-many-turns"


def test_a_pdf_of_too_many_pages_is_refused(make, monkeypatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)

    with pytest.raises(Rejected, match="read-too-many-pages"):
        pdf.read("a.pdf", make.pdf(["a"], ["b"], ["c"]))


def test_a_table_of_endless_columns_is_refused(refused) -> None:
    assert refused("a.csv", ",".join("a" * 3000) + "\n" + ",".join("b" * 3000)).key == "read-too-many-columns"


@pytest.mark.parametrize("suffix", TEXT)
@pytest.mark.parametrize(
    "unit",
    [
        "a" + " " * 60_000 + "b",
        "0:00" + "\t" * 60_000 + "x",
        "- " * 30_000 + "x",
        "#" + " " * 60_000 + "x",
        ":" * 60_000,
        "<v " * 20_000,
        "*" * 60_000,
        "Date: " + "a" * 60_000,
        "Participants: " + "," * 60_000,
        "<div>" * 20_000,
        "[" * 60_000,
        "1" * 60_000,
        ("Name: " + "word " * 30 + "\n") * 1_000,
        "> " * 30_000 + "x",
        "{" * 30_000,
    ],
)
def test_no_text_takes_long(suffix, unit) -> None:
    """Patterns stay linear: what a hostile line costs is bounded."""
    started = time.process_time()

    attempt(
        f"a.{suffix}",
        f"WEBVTT\n\n00:00.000 --> 00:01.000\n{unit}".encode() if suffix == "vtt" else unit.encode(),
    )

    assert time.process_time() - started < 3


def attempt(name: str, data: bytes) -> SourceText | str:
    try:
        return Files().read(name, data)
    except Rejected as error:
        return error.key


STARTS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"WEBVTT\n\n",
    b"1\n00:00:01,000 --> ",
    b'{"turns": [',
    b"From: a\n\n",
    b"<p>",
    b"\xff\xfe",
    b"# a\n**b:** ",
    b"a,b\n",
    b"start\tend\ttext\n",
]


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(suffix=st.sampled_from(EVERY), start=st.sampled_from(STARTS), data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(suffix, start, data) -> None:
    outcome = attempt(f"a.{suffix}", start + data)

    assert isinstance(outcome, SourceText) or outcome.startswith("read-")


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    suffix=st.sampled_from(TEXT),
    lines=st.lists(
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(
                [
                    "Anna: hi",
                    "**Bob:** ho",
                    "[00:01] x",
                    "Bob  0:12",
                    "# h",
                    "---",
                    "Account: K",
                    "> q",
                    "| a | b |",
                    "00:01 --> 00:02",
                    "",
                    '{"text": "a"}',
                    "公司：汉麓",
                    "<cite>A</cite><time>0:1</time><p>x</p>",
                ]
            ),
        ),
        max_size=12,
    ),
)
def test_any_text_is_read_into_clean_turns_or_refused(suffix, lines) -> None:
    outcome = attempt(f"a.{suffix}", "\n".join(lines).encode("utf-8", "surrogatepass"))

    if isinstance(outcome, SourceText):
        for turn in outcome.turns:
            assert turn.text
            assert turn.text == turn.text.strip()
            assert "\n" not in turn.text
            assert turn.speaker is None or (turn.speaker.strip() == turn.speaker and turn.speaker)
            turn.model_dump_json().encode()


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf"])
def test_damaged_bytes_anywhere_are_read_or_refused(make, suffix) -> None:
    whole = {
        "docx": make.docx("Paper hurts us.", rows=[("a", "b")]),
        "xlsx": make.xlsx([["a", "b"], [1, 2]]),
        "pdf": make.pdf(["Paper hurts us."]),
    }[suffix]

    for place in range(0, len(whole), max(1, len(whole) // 25)):
        outcome = attempt(f"a.{suffix}", whole[:place] + b"\xff\x00<" + whole[place + 3 :])
        assert isinstance(outcome, SourceText) or outcome.startswith("read-")
