"""`Files`: the reader of everything people upload."""

from typing import Protocol

from icpbot.adapters.readers import confined, formats
from icpbot.adapters.readers.guards import check_size
from icpbot.domain.sources import SourceText

_SMALL = 256 * 1024
"""Bytes of text that no pattern of ours takes a second for."""
_PARSED = {"pdf", "docx", "xlsx", "zip", "html", "eml"}
"""What libraries parse."""


class _Reading(Protocol):
    """What the modules `formats` and `confined` both offer."""

    def read(self, name: str, data: bytes, /) -> SourceText: ...
    def table(self, name: str, data: bytes, /) -> tuple[list[str], list[list[str]]]: ...
    def unpacked(self, name: str, data: bytes, /) -> list[tuple[str, bytes]]: ...


class Files:
    """Implements the port `FileReader`: small texts are read here, the rest under limits."""

    def read(self, name: str, data: bytes) -> SourceText:
        return _how(name, data).read(name, data)

    def table(self, name: str, data: bytes) -> tuple[list[str], list[list[str]]]:
        return _how(name, data).table(name, data)

    def unpacked(self, name: str, data: bytes) -> list[tuple[str, bytes]]:
        return _how(name, data).unpacked(name, data) if data.startswith(b"PK") else []


def _how(name: str, data: bytes) -> _Reading:
    check_size(name, data)
    extension = formats.extension(name)
    risky = len(data) > _SMALL or formats.ALIASES.get(extension, extension) in _PARSED
    return confined if risky or data.lstrip().startswith((b"PK", b"%PDF-")) else formats
