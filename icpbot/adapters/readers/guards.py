"""What is refused before and while a file is parsed: too large, or broken in any way parsers know."""

import struct
import zipfile
import zlib

from icpbot.domain.errors import Rejected
from icpbot.domain.sources import MAX_FILE_MB

MEGABYTE = 1024 * 1024
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
