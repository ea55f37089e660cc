"""Installations by many teams, for Bolt: over a store that encrypts, with tokens renewed in time."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Protocol

from slack_bolt.error import BoltError
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot, Installation, InstallationStore
from slack_sdk.oauth.token_rotation import TokenRotator
from slack_sdk.web import WebClient

from icpbot.adapters.slack.client import TIMEOUT, logger, quiet
from icpbot.adapters.slack.trouble import NETWORK, translated
from icpbot.domain.errors import IcpbotError

AHEAD_MINUTES = 120
"""A token is renewed this long before its end: what works with the old one has time to end. Slack's last
twelve hours.
"""
LOOKS = 5
LOOK_SECONDS = 0.3
_KEPT = ("app_id", "team_id", "team_name", "bot_token", "bot_id", "bot_user_id", "bot_scopes",
         "bot_refresh_token", "bot_token_expires_at", "installed_at")  # fmt: skip


class Kept(Protocol):
    """The store of installations, by team."""

    def keep(self, team: str, content: dict[str, Any], at: datetime) -> None: ...

    def renew(self, team: str, content: dict[str, Any], at: datetime) -> bool: ...

    def content(self, team: str) -> dict[str, Any] | None: ...

    def drop(self, team: str, at: datetime) -> bool: ...


class Installations(InstallationStore):
    """Bots alone: we ask for no token of a person, and keep none. Installations for a whole Enterprise
    organisation are refused, as one token would then stand for many teams.
    """

    def __init__(
        self, kept: Kept, *, client_id: str, client_secret: str, api_url: str,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        client = WebClient(base_url=api_url, timeout=TIMEOUT, logger=quiet("rotation"))
        self._rotator = TokenRotator(client_id=client_id, client_secret=client_secret, client=client)
        self._kept = kept
        self._pause = pause
        self._one_at_a_time = threading.Lock()

    @property
    def logger(self) -> Any:
        return quiet("installations")

    def save(self, installation: Installation) -> None:
        if installation.is_enterprise_install or not installation.team_id or not installation.bot_token:
            raise BoltError("not an installation of one team")
        bot = installation.to_bot()
        try:
            self._kept.keep(installation.team_id, _content(bot), _made_at(bot))
        except IcpbotError as error:
            raise BoltError(error.key) from error

    def find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        """With a token that is good for a while; nothing when the team has not installed the app.

        Raises `Unavailable` when its token has ended and Slack gives no other.
        """
        del enterprise_id
        if team_id is None or is_enterprise_install:
            return None
        bot = self._bot(team_id)
        return self._renewed(team_id) if bot and _ends_soon(bot) else bot

    def drop(self, team_id: str, at: datetime) -> bool:
        """The team has removed the app at that time; false when it has installed it anew since."""
        return self._kept.drop(team_id, at)

    def _bot(self, team: str) -> Bot | None:
        content = self._kept.content(team)
        return Bot(**content) if content else None

    def _renewed(self, team: str) -> Bot | None:
        """A refresh token is good once: of several threads the first uses it, the others find the result."""
        with self._one_at_a_time:
            bot = self._bot(team)
            if bot is None or not _ends_soon(bot):
                return bot
            try:
                fresh = self._rotator.perform_bot_token_rotation(
                    bot=bot, minutes_before_expiration=AHEAD_MINUTES
                )
            except (SlackTokenRotationError, *NETWORK) as error:
                return self._after_trouble(team, bot, error)
            if fresh is None:
                return bot
            # False: removed or installed anew while Slack answered; what stands there counts.
            return fresh if self._kept.renew(team, _content(fresh), _made_at(fresh)) else self._bot(team)

    def _after_trouble(self, team: str, bot: Bot, error: Exception) -> Bot | None:
        """Another process may have been quicker; else the old token goes on as long as it is good."""
        logger.warning("the token of %s was not renewed: %s", team, type(error).__name__)
        for _ in range(LOOKS):
            found = self._bot(team)
            if found is None or found.bot_token != bot.bot_token:
                return found
            self._pause(LOOK_SECONDS)
        if bot.bot_token_expires_at and bot.bot_token_expires_at > time.time():
            return bot
        raise translated(error) from error


def _ends_soon(bot: Bot) -> bool:
    ends = bot.bot_token_expires_at
    return ends is not None and ends <= time.time() + AHEAD_MINUTES * 60


def _content(bot: Bot) -> dict[str, Any]:
    return {name: getattr(bot, name) for name in _KEPT}


def _made_at(bot: Bot) -> datetime:
    return datetime.fromtimestamp(float(bot.installed_at), UTC)
