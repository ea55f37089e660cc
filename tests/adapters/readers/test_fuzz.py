"""Damage of every kind to files of every kind: the outcome is a source or a refusal, and nothing else.

Damaged files are read in this process, where an error of a parser cannot hide behind the helper's end.
"""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icpbot.adapters.readers import formats
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import SourceText

TALK = "Tazatelka: Co vás trápí?\nŁucja Żółć: Każdy list dwa razy.\nTazatelka: Jak?\nŁucja Żółć: Ręcznie.\n"
TEXTS = {
    "txt": f"Account: Kolos\nDate: 12. března 2026\nParticipants: Eva (eva@kolos.cz)\n\n{TALK}",
    "md": "# Kolos\n\n**Eva:** Why?\n\n**周敏:** 每张单子录两遍。\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "vtt": "WEBVTT\n\nNOTE Account: Kolos\n\n1\n00:00:01.000 --> 00:00:02.500\n<v Їжакевич>Кожну накладну</v>\n",
    "srt": "1\n00:00:01,000 --> 00:00:02,500\nEva: Proč?\n\n2\n00:00:03,000 --> 00:00:04,000\nJiří: Proto.\n",
    "lrc": "[ti:Talk]\n[00:01.00]Ahoj.\n[00:02.00]\n[00:03.50]Konec.\n",
    "csv": "Firma;Pracownicy;Co boli?\nKolos;120;Każdy list przepisujemy dwa razy\n汉麓;30;录入\n",
    "tsv": "start\tend\ttext\n100\t900\tAhoj\n900\t1500\tSvěte\n",
    "json": '{"title":"K","language":"cs","turns":[{"speaker":"Eva","text":"Proč?","start":1.5},{"speaker":"Jiří","text":"Tak."}]}',
    "jsonl": '{"turns":[{"speaker":"Eva","text":"Proč?"}]}\n{"turns":[{"speaker":"周敏","text":"因为。"}]}\n',
    "html": f"<html lang=pl><title>K</title><table><tr><td>a<td>b</table><p>{TALK}</p><cite>A</cite><time>0:1</time>",
    "eml": "From: Jiří <jiri@kolos.cz>\nTo: a@b.pl\nSubject: =?utf-8?q?Pap=C3=ADr?=\nDate: Thu, 12 Mar 2026 14:00:00 +0100\n"
    'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>Ahoj</p>\n--b--\n',
    "zoom.txt": "14:02:11 From Eva to Everyone:\n\tProč?\n14:02:12 From Jiří to Everyone:\n\tTak.\n",
    "otter.txt": "K\nThu, Mar 12, 2026 • 3:10\n\nSUMMARY KEYWORDS\na, b\n\nEva  0:01\nProč?\n\nJiří  0:02\nTak.\n",
    "teams.txt": "0:0:1.0 --> 0:0:2.5\nEva\nProč?\n0:0:3.0 --> 0:0:4.5\n周敏\n因为。\n",
}
BINARY = ("docx", "xlsx", "pdf", "zip")
many = settings(
    max_examples=60,
    deadline=5_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


class Files(dict[str, bytes]):
    """A report of a failure shows the damage, not every file."""

    def __repr__(self) -> str:
        return f"files of {len(self)} forms"


@pytest.fixture
def whole(make) -> Files:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rozhovor/周敏.txt", TALK)
    return Files(
        {name: text.encode() for name, text in TEXTS.items()}
        | {
            "docx": make.docx(*TALK.split("\n"), title="Kolos", rows=[("a", "b")]),
            "xlsx": make.xlsx([["Firma", "Pracownicy"], ["Kolos", 120], ["汉麓", True]]),
            "pdf": make.pdf(TALK.split("\n")),
            "zip": out.getvalue(),
        }
    )


def holds(form: str, data: bytes) -> None:
    try:
        outcome = formats.read(f"a.{form}", data)
    except Rejected:
        outcome = None
    if form.endswith("zip"):
        with_reason(data)
    if outcome is not None:
        assert isinstance(outcome, SourceText)
        assert SourceText.model_validate_json(outcome.model_dump_json()) == outcome


def with_reason(data: bytes) -> None:
    try:
        found = formats.unpacked("a.zip", data)
    except Rejected:
        return
    assert all(path and not path.startswith("/") and ".." not in path.split("/") for path, _ in found)


@pytest.mark.parametrize("form", [*TEXTS, *BINARY])
def test_undamaged_files_are_read(whole, form) -> None:
    if form == "zip":
        assert formats.unpacked("a.zip", whole["zip"]) == [("rozhovor/周敏.txt", TALK.encode())]
    else:
        assert formats.read(f"a.{form}", whole[form]).turns


@pytest.mark.parametrize("form", [*TEXTS, *BINARY])
@many
@given(data=st.binary(max_size=2_000))
def test_any_bytes(form, data) -> None:
    holds(form, data)


@pytest.mark.parametrize("form", [*TEXTS, *BINARY])
@many
@given(share=st.floats(0, 1))
def test_any_truncation(whole, form, share) -> None:
    holds(form, whole[form][: int(len(whole[form]) * share)])


@pytest.mark.parametrize("form", [*TEXTS, *BINARY])
@many
@given(flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 7)), min_size=1, max_size=12))
def test_any_flipped_bits(whole, form, flips) -> None:
    data = bytearray(whole[form])
    for place, bit in flips:
        data[int(place * len(data))] ^= 1 << bit

    holds(form, bytes(data))


@pytest.mark.parametrize("form", [*TEXTS, *BINARY])
@many
@given(
    place=st.floats(0, 1), length=st.integers(0, 40), times=st.sampled_from([0, 1, 2, 50, 2_000]),
    piece=st.one_of(st.binary(max_size=30), st.text(max_size=20).map(lambda t: t.encode("utf-8", "replace")),
                    st.sampled_from([b"\x00", b"<!ENTITY", b"-->", b"\xff\xfe", b"PK\x03\x04", b'"', b"[[", b"\n", b"9" * 20])),
)  # fmt: skip
def test_any_piece_replaced_or_repeated(whole, form, place, length, times, piece) -> None:
    start = int(place * len(whole[form]))

    holds(form, whole[form][:start] + piece * times + whole[form][start + length :])


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@many
@given(
    which=st.floats(0, 0.999),
    place=st.floats(0, 1),
    length=st.integers(0, 200),
    piece=st.text("<>/&;=\"'w: abc0159-", max_size=30),
)
def test_damage_inside_an_office_file_with_good_checksums(whole, form, which, place, length, piece) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole[form])) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        for name in names:
            content = old.read(name)
            if name == names[int(which * len(names))]:
                start = int(place * len(content))
                content = content[:start] + piece.encode() + content[start + length :]
            new.writestr(name, content)

    holds(form, out.getvalue())
