"""What is refused before and while a file is parsed: too large, a zip bomb, a broken container."""

import io
import struct
import zipfile
import zlib

from icpbot.domain.errors import Rejected

MEGABYTE = 1024 * 1024
MAX_FILE_MB = 50
MAX_UNZIPPED_MB = 200
MAX_RATIO = 200
MAX_TURNS = 200_000

BROKEN = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError, struct.error, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error,
)  # fmt: skip
"""What parsers of other people's formats let through on a damaged file, beside their own errors.

XML parsers report theirs as SyntaxError; a RecursionError is a RuntimeError.
"""


def check_size(name: str, data: bytes) -> None:
    if len(data) > MAX_FILE_MB * MEGABYTE:
        raise Rejected("read-too-large", name=name, limit=MAX_FILE_MB)


def members(name: str, data: bytes) -> list[str]:
    """Names inside a zip that is safe to open. A lying size is caught later by its checksum."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except BROKEN as exc:
        raise Rejected("read-broken", name=name) from exc
    unzipped = sum(info.file_size for info in infos)
    zipped = sum(info.compress_size for info in infos)
    if unzipped > MAX_UNZIPPED_MB * MEGABYTE or unzipped > MAX_RATIO * max(1, zipped):
        raise Rejected("read-too-large", name=name, limit=MAX_UNZIPPED_MB)
    return [info.filename for info in infos]
