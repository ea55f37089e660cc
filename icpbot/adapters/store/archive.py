"""The file of a backup: a ZIP of lines by table, with counts and checksums; encrypted on request.

Members are read by the names of our own tables and never unpacked to a place that the file names.

    backup.json      what wrote it, and whether the rest is encrypted; always in clear
    tables/NAME      lines; encrypted, one Fernet token a line, each of compressed lines
    link.key         the key that signs links, where it is no setting
    manifest.json    rows and checksum by table; written last
"""

import json
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from cryptography.fernet import InvalidToken, MultiFernet

from icpbot.adapters.store.vault import cipher
from icpbot.domain.errors import Rejected, UsageError

FORM = 1
"""Raised when the form of the file changes."""
HEADER, MANIFEST, LINK_KEY = "backup.json", "manifest.json", "link.key"
CHUNK = 256 * 1024
"""Characters that are encrypted at once."""
LONGEST = 1 << 29
"""Bytes of a line: many times the largest file that is taken in."""
PURPOSE = "icpbot backups"


class Written:
    """A backup being written."""

    def __init__(self, archive: ZipFile, header: dict[str, object], keys: Sequence[str]) -> None:
        self._archive = archive
        self._cipher = cipher(keys, PURPOSE) if keys else None
        self._put(HEADER, json.dumps({"form": FORM, "encrypted": bool(keys), **header}).encode())

    def table(self, name: str, lines: Iterable[str]) -> None:
        with self._archive.open(f"tables/{name}", "w", force_zip64=True) as member:
            for chunk in _chunks(lines):
                member.write(self._sealed(chunk.encode()) if self._cipher else chunk.encode())

    def text(self, name: str, content: str) -> None:
        self._put(name, self._sealed(content.encode()) if self._cipher else content.encode())

    def _sealed(self, plain: bytes) -> bytes:
        assert self._cipher is not None
        return self._cipher.encrypt(zlib.compress(plain)) + b"\n"

    def _put(self, name: str, content: bytes) -> None:
        with self._archive.open(name, "w") as member:
            member.write(content)


def _chunks(lines: Iterable[str]) -> Iterator[str]:
    pieces, size = [], 0
    for line in lines:
        pieces.append(line + "\n")
        size += len(line)
        if size >= CHUNK:
            yield "".join(pieces)
            pieces, size = [], 0
    if pieces:
        yield "".join(pieces)


class Read:
    """A backup being read. Raises `Rejected` for what is none, is damaged, or is of a newer version."""

    def __init__(self, archive: ZipFile, name: str, keys: Sequence[str]) -> None:
        self._archive = archive
        self._name = name
        self.header = self._header()
        self._cipher: MultiFernet | None = None
        if self.header["encrypted"]:
            if not keys:
                raise UsageError("backup-locked", name=name)
            self._cipher = cipher(keys, PURPOSE)
            self._try_key()

    def _header(self) -> dict[str, object]:
        if HEADER not in self._archive.namelist():
            raise Rejected("backup-foreign", name=self._name)
        with damage_told(self._name):
            header: dict[str, object] = json.loads(self._archive.read(HEADER))
            newer = int(str(header["form"])) > FORM
            told = str(header["version"]), str(header["revision"]), bool(header["encrypted"])
        if newer:
            raise Rejected("backup-newer", name=self._name, version=told[0])
        return header

    def _try_key(self) -> None:
        """A key that does not open the first thing is another key; later it would be damage."""
        assert self._cipher is not None
        try:
            with damage_told(self._name), self._archive.open(MANIFEST) as member:
                self._cipher.decrypt(member.readline(LONGEST))
        except InvalidToken as error:
            raise UsageError("backup-locked", name=self._name) from error

    def table(self, name: str) -> Iterator[str]:
        try:
            with damage_told(self._name), self._archive.open(f"tables/{name}") as member:
                for line in _lines(member):
                    yield from self._opened(line).decode().splitlines()
        except InvalidToken as error:
            raise Rejected("backup-damaged", name=self._name) from error

    def text(self, name: str) -> str | None:
        """The content of a member; nothing if there is none."""
        if name not in self._archive.namelist():
            return None
        try:
            with damage_told(self._name), self._archive.open(name) as member:
                return self._opened(member.readline(LONGEST)).decode()
        except InvalidToken as error:
            raise Rejected("backup-damaged", name=self._name) from error

    def _opened(self, line: bytes) -> bytes:
        return zlib.decompress(self._cipher.decrypt(line)) if self._cipher else line


def _lines(member: IO[bytes]) -> Iterator[bytes]:
    while line := member.readline(LONGEST):
        if len(line) == LONGEST:
            raise ValueError("too long")
        yield line


@contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Whatever a mangled archive raises leaves as one sentence."""
    try:
        yield
    except (BadZipFile, zlib.error, EOFError, KeyError, TypeError, ValueError, RuntimeError,
            NotImplementedError) as error:  # fmt: skip
        raise Rejected("backup-damaged", name=name) from error


@contextmanager
def written(file: Path, header: dict[str, object], keys: Sequence[str]) -> Iterator[Written]:
    """Whole or not at all, and for its owner's eyes. Raises `UsageError` where it cannot be written."""
    draft = file.with_name(f".{file.name}.part")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
            with ZipFile(opened, "w", ZIP_DEFLATED, compresslevel=1) as archive:
                yield Written(archive, header, keys)
            opened.flush()
            os.fsync(opened.fileno())
        draft.replace(file)
    except OSError as error:
        raise UsageError("backup-not-written", name=str(file)) from error
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def read(file: Path, keys: Sequence[str]) -> Iterator[Read]:
    try:
        opened = file.open("rb")
    except OSError as error:
        raise UsageError("read-not-found", name=str(file)) from error
    with opened:
        begins = opened.read(4)
        if begins != b"PK\x03\x04":
            raise Rejected("backup-foreign", name=file.name)
        try:
            archive = ZipFile(opened)
        except BadZipFile as error:
            raise Rejected("backup-damaged", name=file.name) from error
        with archive:
            yield Read(archive, file.name, keys)
