"""Zip archives: what is inside, within limits of size, number and depth."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from icpbot.adapters.readers.encoding import clean, guessed
from icpbot.adapters.readers.guards import BROKEN, MEGABYTE
from icpbot.domain.errors import Rejected

MAX_UNZIPPED_MB = 200
MAX_FILES = 500
MAX_DEPTH = 3
"""Archives within archives within the one that was sent."""
_MAX_RATIO = 200
"""Of an Office file; text alone compresses far less."""
_MAX_DIRECTORY = 8 * MEGABYTE
"""Of the list of names: a million empty entries would fill the memory before any is opened."""
_END = b"PK\x05\x06"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2}
"""LZMA asks for as much memory as the file says."""
_ENCRYPTED, _UTF8 = 0x1, 0x800
_LONGEST = 200


def names(name: str, data: bytes) -> list[str]:
    """Names inside a zip, as they stand there."""
    with _opened(name, data) as archive:
        return archive.namelist()


def check_office(name: str, data: bytes) -> None:
    """Refuses a zip bomb by the sizes it states. One that lies is caught later by its checksum."""
    with _opened(name, data) as archive:
        infos = archive.infolist()
    unzipped = sum(info.file_size for info in infos)
    zipped = sum(info.compress_size for info in infos)
    if unzipped > MAX_UNZIPPED_MB * MEGABYTE or unzipped > _MAX_RATIO * max(1, zipped):
        raise Rejected("read-too-large", name=name, limit=MAX_UNZIPPED_MB)


def unpack(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """Paths and contents of all files inside, those of inner archives too; raises `Rejected`.

    The limits hold for the archive with everything in it. Nothing is written to disk: a path is
    only a label, and one that climbs out of the archive loses its climbing parts.
    """
    found = _Unpacking(name)
    found.take("", data, depth=0)
    if not found.files:
        raise Rejected("read-empty", name=name)
    return list(found.files.items())


def _opened(name: str, data: bytes) -> zipfile.ZipFile:
    end = data.rfind(_END)
    if end >= 0 and int.from_bytes(data[end + 12 : end + 16], "little") > _MAX_DIRECTORY:
        raise Rejected("read-too-many-files", name=name, limit=MAX_FILES)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as exc:
        raise Rejected("read-broken", name=name) from exc


@dataclass
class _Unpacking:
    """One archive being unpacked: what was found so far, and what may still come."""

    name: str
    files: dict[str, bytes] = field(default_factory=dict)
    left: int = MAX_UNZIPPED_MB * MEGABYTE

    def take(self, path: str, data: bytes, *, depth: int) -> None:
        if depth >= MAX_DEPTH:
            raise Rejected("read-too-deep", name=self.name, limit=MAX_DEPTH)
        with _opened(self.name, data) as archive:
            for info in _worth_reading(archive):
                inside = f"{path}{_path(info)}"
                content = self._content(archive, info)
                if inside.lower().endswith(".zip") and content.startswith(b"PK"):
                    self.take(f"{inside}/", content, depth=depth + 1)
                else:
                    self._keep(inside, content)

    def _content(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
        """Never more than is left, whatever the entry says of its size."""
        if info.flag_bits & _ENCRYPTED:
            raise Rejected("read-encrypted", name=self.name)
        if info.file_size > self.left:
            raise Rejected("read-too-large", name=self.name, limit=MAX_UNZIPPED_MB)
        if info.compress_type not in _METHODS:
            raise Rejected("read-broken", name=self.name)
        try:
            with archive.open(info) as member:
                content = member.read(self.left + 1)
        except BROKEN as exc:
            raise Rejected("read-broken", name=self.name) from exc
        self.left -= len(content)
        return content

    def _keep(self, path: str, content: bytes) -> None:
        """Two files of one name stay two: a source replaces the older one of its path."""
        if len(self.files) >= MAX_FILES:
            raise Rejected("read-too-many-files", name=self.name, limit=MAX_FILES)
        head, dot, tail = path.rpartition(".")
        stem, suffix = (head, dot + tail) if dot else (path, "")
        unique, copy = path, 2
        while unique in self.files:
            unique, copy = f"{stem} ({copy}){suffix}", copy + 1
        self.files[unique] = content


def _worth_reading(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Files, without folders and what systems leave behind."""
    for info in archive.infolist():
        parts = _path(info).split("/")
        if not info.filename.endswith("/") and not any(part.startswith((".", "__MACOSX")) for part in parts):
            yield info


def _path(info: zipfile.ZipInfo) -> str:
    """A relative path without control characters, drives and climbing parts."""
    written = " ".join(clean(_name(info)).split()).replace("\\", "/")
    parts = [part.strip()[-_LONGEST:] for part in re.sub(r"^[A-Za-z]:", "", written).split("/")]
    return "/".join(part for part in parts if part not in {"", ".", ".."}) or "file"


def _name(info: zipfile.ZipInfo) -> str:
    """Without the mark of UTF-8 the bytes are those of somebody's own code page."""
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    try:
        return guessed(info.filename.encode("cp437")) or info.filename
    except UnicodeEncodeError:
        return info.filename
