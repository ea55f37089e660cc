"""Logs: our own events in our own words, as lines of text or of JSON, on standard error.

What vendors say is cut down to who said it and where, and an exception to its kind and the lines it went
through: both may hold what people wrote, tokens, or addresses with passwords.
"""

import json
import logging
import traceback
from datetime import UTC, datetime

OURS = "icpbot"
FIELDS = ("request", "kind", "outcome", "engine", "workspace", "seconds")
"""What a record of ours may carry beside its sentence."""


def log_to_stderr(form: str = "text") -> None:
    """`text` tells what went wrong; `json` also tells of every request that was answered."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Json() if form == "json" else _Text())
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or is_ours(record))
    # On the root, as the queue resets the level of a logger that is called like its application.
    logging.basicConfig(level=logging.INFO if form == "json" else logging.WARNING, handlers=[handler])
    logging.captureWarnings(capture=True)


def is_ours(record: logging.LogRecord) -> bool:
    """Bolt's logger stands below ours, but what it says is its own."""
    first, *rest = record.name.split(".")
    return first == OURS and "bolt" not in rest


def said(record: logging.LogRecord) -> str:
    """Our own sentence; of somebody else's record only where it comes from."""
    return record.getMessage() if is_ours(record) else f"{record.module}:{record.lineno}"


def failed(record: logging.LogRecord) -> tuple[str, list[str]] | None:
    """The kind of the exception and the places it went through, innermost last."""
    if not record.exc_info or record.exc_info[0] is None:
        return None
    frames = traceback.extract_tb(record.exc_info[2])
    return record.exc_info[0].__name__, [f"{f.filename}:{f.lineno} {f.name}" for f in frames]


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record)} {record.name} {record.levelname} {said(record)}"
        error = failed(record)
        return "\n".join([f"{head}: {error[0]}", *(f"  {place}" for place in error[1])]) if error else head


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, object] = {
            "at": at.isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": said(record),
        }
        line |= {name: value for name in FIELDS if (value := getattr(record, name, None)) is not None}
        error = failed(record)
        if error:
            line |= {"error": error[0], "places": error[1]}
        return json.dumps(line, ensure_ascii=False)
