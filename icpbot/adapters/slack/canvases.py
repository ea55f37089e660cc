"""Canvases: documents of the bot's that the readers of a reply may open, and nobody else."""

from typing import Any

from slack_sdk.errors import SlackApiError

from icpbot.adapters.slack.client import Clients, logger
from icpbot.adapters.slack.trouble import NETWORK, code, passes, translated
from icpbot.domain.canvases import Canvas
from icpbot.domain.errors import IcpbotError, NotAllowed, NotFound, UsageError

_NOT_IN_PLAN = {
    "free_teams_cannot_create_non_tabbed_canvases", "free_teams_cannot_create_standalone_canvases",
    "free_teams_cannot_edit_standalone_canvases", "team_tier_cannot_create_channel_canvases",
    "canvas_disabled_user_team",
}  # fmt: skip
_NO_RIGHT = {"missing_scope", "restricted_action", "not_allowed_token_type", "access_denied"}
_GONE = {"canvas_not_found", "canvas_deleted"}


class Canvases:
    """Our canvases in Slack."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients

    def write(self, title: str, markdown: str, known: str | None) -> Canvas:
        """A new canvas that only we can open, or all of a known one replaced.

        Raises `Unavailable`, `NotAllowed` without the right to it, `UsageError` where the plan has none.
        """
        content = {"type": "markdown", "markdown": markdown}
        try:
            made = known if known and self._replaced(known, content) else self._created(title, content)
            return Canvas(id=made, link=str(self._clients.reading.files_info(file=made)["file"]["permalink"]))
        except (SlackApiError, *NETWORK) as error:
            raise _refused(error) from error

    def _created(self, title: str, content: dict[str, str]) -> str:
        return str(self._clients.posting.canvases_create(title=title, document_content=content)["canvas_id"])

    def _replaced(self, canvas: str, content: dict[str, str]) -> bool:
        """False when somebody has deleted it."""
        change = {"operation": "replace", "document_content": content}
        try:
            self._clients.reading.canvases_edit(canvas_id=canvas, changes=[change])
        except SlackApiError as error:
            if code(error) in _GONE:
                return False
            raise
        return True

    def remove(self, canvas: str) -> None:
        """Delete it; raises `Unavailable` when it may still stand."""
        try:
            self._clients.reading.canvases_delete(canvas_id=canvas)
        except (SlackApiError, *NETWORK) as error:
            if passes(error):
                raise translated(error) from error
            logger.warning("a canvas was not removed: %s", code(error))

    def open_to(self, canvas: str, *, channel: str | None, user: str | None) -> None:
        """Let a channel, or one person, read it; Slack wants its link to stand there already."""
        whom: dict[str, Any] = {"channel_ids": [channel]} if channel else {"user_ids": [user]}
        try:
            self._clients.reading.canvases_access_set(canvas_id=canvas, access_level="read", **whom)
        except SlackApiError as error:
            if passes(error):
                raise translated(error) from error
            logger.warning("a canvas was not opened to its readers: %s", code(error))


def _refused(error: Exception) -> IcpbotError:
    """What people are told."""
    if passes(error):
        return translated(error)
    name = code(error)
    if name in _NOT_IN_PLAN:
        return UsageError("canvas-not-in-plan")
    if name in _NO_RIGHT:
        return NotAllowed("canvas-no-right")
    return NotFound("canvas-refused")
