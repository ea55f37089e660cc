"""Tenants: the teams that one process works for, each with its own token, desk and conversations.

Part of `bootstrap`, in a file of its own because only `serve` and `worker` need it.
"""

import logging
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from icpbot.bootstrap import LOCAL_WORKSPACE, Parts
from icpbot.domain.errors import Unavailable
from icpbot.usecases.ports import Desk

if TYPE_CHECKING:
    from icpbot.adapters.slack.client import Clients, Identity
    from icpbot.adapters.slack.conversations import SlackConversations
    from icpbot.adapters.slack.installations import Installations

logger = logging.getLogger("icpbot.tenants")


@dataclass(frozen=True)
class Tenant:
    """One team at work with us."""

    token: str
    us: "Identity"
    clients: "Clients"
    conversations: "SlackConversations"
    desk: Desk


class Tenants(Protocol):
    def all(self) -> list[Tenant]: ...

    def of(self, workspace: str) -> Tenant | None:
        """The team of a workspace; nothing when it does not have the app any more. Raises `Unavailable`."""

    def of_team(self, team: str) -> Tenant | None:
        """The same by what Slack calls it."""

    def desk(self, workspace: str) -> Desk | None:
        """The desk of a workspace whose team has the app; Slack is not asked."""


class OneTeam:
    """The team whose bot token was set. Requests are its own, whatever they are called."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def all(self) -> list[Tenant]:
        return [self.tenant]

    def of(self, _workspace: str) -> Tenant | None:
        return self.tenant

    def of_team(self, _team: str) -> Tenant | None:
        return self.tenant

    def desk(self, workspace: str) -> Desk | None:
        return self.tenant.desk if workspace == self.tenant.us.workspace else None

    @cached_property
    def tenant(self) -> Tenant:
        """Asks Slack who we are, and takes the tenant that the team has here."""
        from icpbot.adapters.slack.client import identify, slack_clients
        from icpbot.adapters.slack.conversations import SlackConversations

        token = self._parts.settings.slack_bot_token
        assert token is not None
        clients = slack_clients(token.get_secret_value(), self._parts.settings.slack_api_url)
        found = identify(clients.reading)
        us = replace(found, workspace=self._parts.adopt(found.workspace, token.get_secret_value()))
        return Tenant(
            token=token.get_secret_value(), us=us, clients=clients,
            conversations=SlackConversations(clients, us), desk=self._parts.desk,
        )  # fmt: skip


class ManyTeams:
    """Every team that installed the app, with its token of the moment."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._known: dict[str, Tenant] = {}

    def all(self) -> list[Tenant]:
        """Those whose token is good; the trouble of one team does not stop the others."""
        found = (self._if_reached(team) for team in self._parts.installations.teams())
        return [tenant for tenant in found if tenant is not None]

    def _if_reached(self, team: str) -> Tenant | None:
        try:
            return self.of_team(team)
        except Unavailable as error:
            logger.warning("%s: %s", team, error.key)
            return None

    def answers(self) -> bool:
        """Whether Slack answers at all, by a call that needs no token; a refusal is an answer."""
        from slack_sdk import WebClient
        from slack_sdk.errors import SlackApiError

        client = WebClient(base_url=self._parts.settings.slack_api_url, timeout=10)
        try:
            client.api_call("api.test")
        except SlackApiError as error:
            return int(error.response.status_code) < 500
        return True

    def of(self, workspace: str) -> Tenant | None:
        team = self._team(workspace)
        return self.of_team(team) if team else None

    def desk(self, workspace: str) -> Desk | None:
        if self._team(workspace) not in self._parts.installations.teams():
            return None
        return replace(self._parts.desk, workspace=workspace)

    def _team(self, workspace: str) -> str | None:
        return self._parts.adopted_by() if workspace == LOCAL_WORKSPACE else workspace

    def of_team(self, team: str) -> Tenant | None:
        bot = self.store.find_bot(enterprise_id=None, team_id=team)
        if bot is None:
            self._known.pop(team, None)
            return None
        known = self._known.get(team)
        if known is None or known.token != bot.bot_token:
            known = self._known[team] = self._made(team, bot.bot_token, bot.bot_user_id, bot.bot_id)
        return known

    @cached_property
    def store(self) -> "Installations":
        from icpbot.adapters.slack.installations import Installations

        settings = self._parts.settings
        assert settings.slack_client_id
        assert settings.slack_client_secret
        return Installations(
            self._parts.installations, client_id=settings.slack_client_id,
            client_secret=settings.slack_client_secret.get_secret_value(), api_url=settings.slack_api_url,
        )  # fmt: skip

    def _made(self, team: str, token: str, user: str, bot: str) -> Tenant:
        from icpbot.adapters.slack.client import Identity, slack_clients
        from icpbot.adapters.slack.conversations import SlackConversations

        workspace = self._parts.tenant_of_installed(team)
        us = Identity(workspace=workspace, user=user, bot=bot, team=team)
        clients = slack_clients(token, self._parts.settings.slack_api_url)
        return Tenant(
            token=token, us=us, clients=clients, conversations=SlackConversations(clients, us),
            desk=replace(self._parts.desk, workspace=workspace),
        )  # fmt: skip
