"""Which reader a file gets: by what it is rather than what it is called. All of it in this process."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from icpbot.adapters.readers import (
    archives,
    mail,
    markdown,
    pdf,
    plain,
    subtitles,
    tables,
    tabular,
    transcripts,
    web,
    word,
)
from icpbot.adapters.readers.guards import MAX_TURNS, check_size
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import Kind, SourceText

Read = Callable[[str, bytes], SourceText]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
ARCHIVE = "zip"
ALIASES = {"": "txt", "text": "txt", "log": "txt", "markdown": "md", "mdown": "md", "htm": "html",
            "xhtml": "html", "xlsm": "xlsx", "ndjson": "jsonl"}  # fmt: skip
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_CONTAINERS = {"pdf", "docx", "xlsx"}


def _csv(name: str, data: bytes) -> SourceText:
    return tabular.from_table(name, tables.read_csv(name, data))


def _xlsx(name: str, data: bytes) -> SourceText:
    table, warnings = tables.read_xlsx(name, data)
    return tabular.from_table(name, table, warnings=warnings)


_READERS: Mapping[str, Read] = MappingProxyType(
    {
        "txt": plain.read,
        "md": markdown.read,
        "html": web.read,
        "vtt": subtitles.read_vtt,
        "srt": subtitles.read_srt,
        "lrc": subtitles.read_lrc,
        "docx": word.read,
        "pdf": pdf.read,
        "csv": _csv,
        "tsv": _csv,
        "xlsx": _xlsx,
        "json": transcripts.read_json,
        "jsonl": transcripts.read_jsonl,
        "eml": mail.read,
    }
)


def read(name: str, data: bytes) -> SourceText:
    """Turns of a file; raises `Rejected`."""
    form = _form(name, data)
    if form == ARCHIVE:
        archives.unpack(name, data)  # for its reason, if there is one
        raise Rejected("read-unsupported", name=name, ext=form)
    source = _READERS[form](name, data)
    if not source.turns and source.kind is not Kind.SURVEY:
        raise Rejected("read-empty", name=name)
    if len(source.turns) > MAX_TURNS:
        raise Rejected("read-too-many-turns", name=name, limit=MAX_TURNS)
    return source


def table(name: str, data: bytes) -> tuple[list[str], list[list[str]]]:
    """Column names and rows; raises `Rejected`."""
    form = _form(name, data)
    if form == "xlsx":
        return tables.read_xlsx(name, data)[0]
    if form in {"csv", "tsv"}:
        return tables.read_csv(name, data)
    raise Rejected("read-unsupported", name=name, ext=extension(name))


def unpacked(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """Paths and contents of the files in an archive, nothing for any other file; raises `Rejected`."""
    return archives.unpack(name, data) if _form(name, data) == ARCHIVE else []


def extension(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lstrip(".").casefold()


def _form(name: str, data: bytes) -> str:
    """The format by its first bytes where they tell, else by the extension."""
    check_size(name, data)
    if not data.strip():
        raise Rejected("read-empty", name=name)
    ending = extension(name)
    stated = ALIASES.get(ending, ending)
    shown = _shown(name, data, stated)
    if shown is None and stated in {*_CONTAINERS, ARCHIVE}:
        raise Rejected("read-broken", name=name)
    form = shown or stated
    if form not in {*_READERS, ARCHIVE}:
        raise Rejected("read-unsupported", name=name, ext=ending)
    return form


def _shown(name: str, data: bytes, stated: str) -> str | None:
    if data.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_OLE):
        if _ENCRYPTED_OFFICE in data:
            raise Rejected("read-encrypted", name=name)
        return "doc"
    return _zipped(name, data, stated) if data.startswith(_ZIP) else None


def _zipped(name: str, data: bytes, stated: str) -> str:
    if stated not in {*_READERS, ARCHIVE}:
        return stated  # refused by its name: a .pptx is not opened
    inside = archives.names(name, data)
    if "word/document.xml" in inside:
        archives.check_office(name, data)
        return "docx"
    if "xl/workbook.xml" in inside:
        archives.check_office(name, data)
        return "xlsx"
    if stated in _CONTAINERS:
        raise Rejected("read-broken", name=name)
    return ARCHIVE
