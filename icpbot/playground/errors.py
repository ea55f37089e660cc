"""What Slack answers when it says no."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class SlackError(Exception):
    """A call that Slack refuses: becomes `{"ok": false, "error": ...}`."""

    def __init__(self, error: str, **extra: Any) -> None:
        super().__init__(error)
        self.error = error
        self.extra: Json = extra

    def as_json(self) -> Json:
        """The body Slack would send."""
        return {"ok": False, "error": self.error, **self.extra}


class UnknownPersonError(LookupError):
    """A test names a person, channel, message or button that is not there."""


def invalid(error: str, problems: list[str]) -> SlackError:
    """An error that names each offending place the way Slack does."""
    return SlackError(
        error,
        errors=problems,
        response_metadata={"messages": [f"[ERROR] {problem}" for problem in problems]},
    )
