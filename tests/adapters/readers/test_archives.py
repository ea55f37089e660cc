"""Zip archives: every file inside by itself, and nothing that explodes."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from icpbot.adapters.readers import Files
from icpbot.domain.errors import Rejected
from icpbot.usecases.ingest import Status, Upload, ingest, unpacked


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def refusal(data: bytes) -> Rejected:
    with pytest.raises(Rejected) as caught:
        Files().unpacked("a.zip", data)
    return caught.value


TALK = "Tazatelka: Co vás trápí?\nJiří Čáp: Každý list přepisujeme dvakrát.\nTazatelka: A dál?\nJiří Čáp: Nic.".encode()


def test_every_file_of_an_archive_is_a_source_with_its_path(make_desk) -> None:
    desk = make_desk()
    lines = b"\n".join(json.dumps({"turns": [{"speaker": "A", "text": t}]}).encode() for t in ("Ano.", "Ne."))
    inner = zipped(("周敏.txt", "采访者：为什么？\n周敏：因为。\n采访者：哦？\n周敏：是。".encode()))
    whole = zipped(
        ("a/rozhovor.txt", TALK), ("dvě.jsonl", lines), ("víc.zip", inner), ("fotka.png", b"\x89PNG")
    )

    receipts = [ingest(one, desk=desk) for one in unpacked(Upload(path="k.zip", data=whole), desk=desk)]

    assert {r.path: r.status for r in receipts} == {
        "k.zip/a/rozhovor.txt": Status.ADDED,
        "k.zip/dvě.jsonl#1.json": Status.ADDED,
        "k.zip/dvě.jsonl#2.json": Status.ADDED,
        "k.zip/víc.zip/周敏.txt": Status.ADDED,
        "k.zip/fotka.png": Status.REJECTED,
    }
    assert receipts[0].source.speakers == ["Tazatelka", "Jiří Čáp"]


@pytest.mark.parametrize(
    ("data", "words"),
    [(zipped(), "empty"), (b"PK\x03\x04 and no more", "damaged"), (b"not a zip", "damaged")],
)
def test_a_refused_archive_gives_one_receipt_with_its_reason(make_desk, data, words) -> None:
    desk = make_desk()

    (upload,) = unpacked(Upload(path="k.zip", data=data), desk=desk)
    receipt = ingest(upload, desk=desk)

    assert receipt.status is Status.REJECTED
    assert words in receipt.reason


def test_other_files_are_not_unpacked(make) -> None:
    assert Files().unpacked("a.docx", make.docx("Ano.")) == []
    assert Files().unpacked("a.zip", make.docx("Ano.")) == []
    assert Files().unpacked("a.txt", TALK) == []


def test_paths_stay_inside_the_archive_and_apart() -> None:
    names = ["../../etc/a.txt", "/b.txt", "C:\\win\\c.txt", "..\\..\\d.txt", "d.txt", "..", "e\n\tf.txt"]

    found = Files().unpacked("a.zip", zipped(*((name, b"x") for name in names)))

    assert [path for path, _ in found] == [
        "etc/a.txt", "b.txt", "win/c.txt", "d.txt", "d (2).txt", "file", "e f.txt",
    ]  # fmt: skip


def test_folders_and_what_systems_leave_behind_are_passed_over() -> None:
    data = zipped(("a/", b""), ("a/b.txt", b"x"), ("__MACOSX/._b.txt", b"x"), (".DS_Store", b"x"))

    assert Files().unpacked("a.zip", data) == [("a/b.txt", b"x")]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1250", "Rozhovor s paní Říhovou.txt"),
        ("gb18030", "访谈记录周敏.txt"),
        ("cp1251", "Інтерв'ю з Їжакевичем.txt"),
    ],
)
def test_names_in_a_code_page_are_read(encoding, name) -> None:
    raw = name.encode(encoding)
    data = zipped(("x" * len(raw), b"x")).replace(b"x" * len(raw), raw)

    assert Files().unpacked("a.zip", data)[0][0] == name


def test_an_archive_that_swells_is_refused() -> None:
    hundred = bytes(100_000_000)
    bomb = zipped(("a.txt", hundred), ("b.txt", hundred), ("c.txt", hundred))

    assert refusal(bomb).key == "read-too-large"
    assert (
        refusal(zipped(*((f"{i}.zip", zipped(("a.txt", hundred))) for i in range(3)))).key == "read-too-large"
    )


def test_an_archive_that_lies_about_a_size_is_refused() -> None:
    data = bytearray(zipped(("a.txt", bytes(10_000_000))))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")

    assert refusal(bytes(data)).key == "read-broken"


def test_archives_in_archives_are_opened_three_deep() -> None:
    data = zipped(("a.txt", b"x"))
    for _ in range(2):
        data = zipped(("in.zip", data))

    assert Files().unpacked("a.zip", data) == [("in.zip/in.zip/a.txt", b"x")]
    assert refusal(zipped(("in.zip", data))).key == "read-too-deep"


@pytest.mark.parametrize("count", [501, 200_000])
def test_too_many_files_are_refused(count) -> None:
    data = zipped(*((str(i), b"x") for i in range(count)), method=zipfile.ZIP_STORED)

    assert (refusal(data).key, refusal(data).values["limit"]) == ("read-too-many-files", 500)


def test_an_encrypted_archive_and_a_greedy_method_are_refused() -> None:
    encrypted = bytearray(zipped(("a.txt", b"x")))
    encrypted[encrypted.rfind(b"PK\x01\x02") + 8] |= 1

    assert refusal(bytes(encrypted)).key == "read-encrypted"
    assert refusal(zipped(("a.txt", b"x"), method=zipfile.ZIP_LZMA)).key == "read-broken"


def test_an_entry_without_a_name_is_a_file() -> None:
    data = zipped(("q", b"x")).replace(b"q", b"\x00")

    assert Files().unpacked("a.zip", data) == [("file", b"x")]
