"""Slack's errors, sorted by what to do about them."""

import http.client

from slack_sdk.errors import SlackApiError, SlackClientError

from icpbot.domain.errors import Unavailable

NETWORK = (OSError, http.client.HTTPException, SlackClientError)
"""Nothing came back: what we asked for may be done or not. `URLError` and timeouts are `OSError`s.

`SlackApiError` is a `SlackClientError` too; whoever must tell them apart looks for it first.
"""

_PASSING = {
    "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable",
    "request_timeout", "team_added_to_org", "accesslimited",
}  # fmt: skip
_TOKEN = {
    "invalid_auth",
    "not_authed",
    "token_revoked",
    "token_expired",
    "account_inactive",
    "org_login_required",
}
_CONTENT = {
    "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long",
    "invalid_attachments", "markdown_text_conflict",
}  # fmt: skip


def code(error: BaseException) -> str:
    """Slack's own name of the error, or the kind of failure; never what people wrote."""
    return str(error.response.get("error", "")) if isinstance(error, SlackApiError) else type(error).__name__


def passes(error: BaseException) -> bool:
    """True when the same call may work later, or may have worked without our knowing."""
    if not isinstance(error, SlackApiError):
        return True
    status = error.response.status_code
    return status >= 500 or status == 429 or code(error) in _PASSING or code(error) in _TOKEN


def dislikes_content(error: BaseException) -> bool:
    """True when plain text instead of blocks would do."""
    return isinstance(error, SlackApiError) and code(error) in _CONTENT


def translated(error: BaseException) -> Unavailable:
    """What people are told."""
    unavailable = Unavailable("slack-not-answering")
    unavailable.__cause__ = error
    return unavailable
