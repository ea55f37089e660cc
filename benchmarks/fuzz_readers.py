"""Throw damaged files at the readers: python benchmarks/fuzz_readers.py [--seconds N] [--form pdf …].

Every outcome but a source and a refusal is a finding, and so is a file that takes longer than ten
seconds; the bytes that did it are kept in --out. With atheris installed, coverage guides the search;
without it the seeds are mutated at random.
"""

import argparse
import contextlib
import importlib
import io
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

SLOW = 10.0
MAX_BYTES = 20_000
TALK = ["Rada Nováková: Co vás nejvíc trápí?", "Łucja Żółć: Każdy list przepisujemy dwa razy.",
        "Rada Nováková: Jak dlouho?", "周敏：每张送货单我们都要录入两遍。"]  # fmt: skip


def docx() -> bytes:
    from docx import Document

    document, out = Document(), io.BytesIO()
    document.add_heading("Kolos Logistik", 0)
    for line in TALK:
        document.add_paragraph(line)
    document.add_table(2, 2).rows[0].cells[0].text = TALK[1]
    document.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    sheet = book.create_sheet("Data")
    for row in (["Firma", "Pracownicy", "Co boli?"], ["Kolos", 120, TALK[1]], ["汉麓", 1e9, True]):
        sheet.append(row)
    book.save(out)
    return out.getvalue()


def pdf() -> bytes:
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer, out = PdfWriter(), io.BytesIO()
    page = writer.add_blank_page(595, 842)
    name = NameObject
    font = DictionaryObject({name("/Type"): name("/Font"), name("/Subtype"): name("/Type1"),
                             name("/BaseFont"): name("/Helvetica")})  # fmt: skip
    page[name("/Resources")] = DictionaryObject({name("/Font"): DictionaryObject({name("/F1"): font})})
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf 50 700 Td (Paper hurts us.) Tj T* (Twice a day.) Tj ET")
    page[name("/Contents")] = writer._add_object(content.flate_encode())  # noqa: SLF001 - has no public name
    writer.write(out)
    return out.getvalue()


def archive() -> bytes:
    inner, out = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("rozhovor.txt", "\n".join(TALK))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("wywiad/каса.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 周敏>好")
        file.writestr("inner.zip", inner.getvalue())
    return out.getvalue()


def page() -> bytes:
    rows = "".join(f"<p><cite>A</cite><time>0:0{i}</time>{line}</p>" for i, line in enumerate(TALK))
    return f"<html lang=cs><title>Kolos</title><table><tr><td>{rows}</table><br>&amp;&#xd800;".encode()


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Jiří <jiri@kolos.cz>", "a@b.pl", "Papír"
    message["Date"] = "Thu, 12 Mar 2026 14:00:00 +0100"
    message.set_content("\n".join(TALK))
    message.add_alternative(page().decode(), subtype="html")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


SEEDS: dict[str, Callable[[], bytes]] = {
    "pdf": pdf, "docx": docx, "xlsx": xlsx, "zip": archive, "html": page, "eml": mail,
}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for each format")
    parser.add_argument("--form", choices=SEEDS)
    parser.add_argument("--out", type=Path, default=Path("fuzz-findings"))
    options = parser.parse_args()
    if options.form:
        return fuzz(options.form, options.seconds, options.out)
    command = [sys.executable, __file__, "--seconds", str(options.seconds), "--out", str(options.out)]
    return max(subprocess.run([*command, "--form", form], check=False).returncode for form in SEEDS)  # noqa: S603 - ourselves


def fuzz(form: str, seconds: int, out: Path) -> int:
    out.mkdir(parents=True, exist_ok=True)
    seed = SEEDS[form]()
    try:
        import atheris
    except ModuleNotFoundError:
        return by_chance(form, seed, seconds, out)
    corpus = out / f"corpus-{form}"
    corpus.mkdir(exist_ok=True)
    (corpus / "seed").write_bytes(seed)
    with atheris.instrument_imports(include=["pypdf", "docx", "openpyxl", "icpbot.adapters.readers"]):
        for module in ("docx", "openpyxl", "pypdf", "icpbot.adapters.readers.formats"):
            importlib.import_module(module)
    flags = [f"-max_total_time={seconds}", f"-max_len={MAX_BYTES}", f"-timeout={SLOW:.0f}",
             f"-artifact_prefix={out}/{form}-", "-rss_limit_mb=2048"]  # fmt: skip
    atheris.Setup([sys.argv[0], *flags, str(corpus)], lambda data: attempt(form, rezipped(form, seed, data)))
    atheris.Fuzz()
    return 0


def by_chance(form: str, seed: bytes, seconds: int, out: Path) -> int:
    rng, until, tries, findings = random.Random(form), time.monotonic() + seconds, 0, 0  # noqa: S311 - no secret
    while time.monotonic() < until:
        part = rng.choice(members(seed)) if form in {"docx", "xlsx"} and rng.random() < 0.8 else ""
        data = mutated(content(seed, part), rng)
        whole = with_member(seed, part, data) if part else data
        started = time.monotonic()
        try:
            attempt(form, whole)
            failed = time.monotonic() - started > SLOW
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is a finding
            print(f"{form}: {error!r}")
            failed = True
        if failed:
            findings += 1
            (out / f"{form}-{findings}").write_bytes(whole)
        tries += 1
    print(f"{form}: {tries} files, {findings} findings")
    return min(findings, 1)


def attempt(form: str, data: bytes) -> None:
    from icpbot.adapters.readers import formats
    from icpbot.domain.errors import Rejected

    with contextlib.suppress(Rejected):
        if form == "zip":
            formats.unpacked("a.zip", data)
        else:
            formats.read(f"a.{form}", data).model_dump_json()


def rezipped(form: str, seed: bytes, data: bytes) -> bytes:
    """Random bytes rarely are a zip with a good checksum: they become a member of one."""
    if form not in {"docx", "xlsx"} or data.startswith(b"PK") or not data:
        return data
    names = members(seed)
    return with_member(seed, names[data[0] % len(names)], data[1:])


def members(seed: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(seed)) as file:
        return [name for name in file.namelist() if name.endswith((".xml", ".rels"))]


def content(seed: bytes, member: str) -> bytes:
    if not member:
        return seed
    with zipfile.ZipFile(io.BytesIO(seed)) as file:
        return file.read(member)


def with_member(seed: bytes, member: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, data if name == member else old.read(name))
    return out.getvalue()


def mutated(data: bytes, rng: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        place, length = rng.randrange(len(found) + 1), rng.choice([1, 1, 2, 4, 16, 200])
        piece = bytes(found[place : place + length])
        found[place : place + length] = rng.choice(
            [
                b"",
                piece * 2,
                piece * 50,
                bytes(length),
                rng.randbytes(length),
                piece[::-1],
                b"<",
                b"-1",
                b"9" * 12,
            ]
        )
        if not found:
            return b""
    return bytes(found)


if __name__ == "__main__":
    sys.exit(main())
