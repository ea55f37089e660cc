"""The app that teams install by themselves: Bolt's OAuth flow over our stores, and its end."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from logging import Logger
from typing import Any, Protocol

from slack_bolt import App, BoltContext, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk.oauth.state_store import OAuthStateStore
from slack_sdk.web import WebClient

from icpbot.adapters.slack.app import ListenersOf, failed, register
from icpbot.adapters.slack.client import TIMEOUT, logger, quiet
from icpbot.adapters.slack.installations import Installations

SCOPES = (
    "app_mentions:read", "channels:history", "groups:history", "im:history", "mpim:history", "channels:read",
    "groups:read", "im:read", "mpim:read", "users:read", "chat:write", "commands", "files:read",
    "files:write", "assistant:write", "canvases:write", "im:write",
)  # fmt: skip
"""As in the manifest, which says of each what it is for."""
STATE_SECONDS = 600
SKEW = timedelta(seconds=5)
"""Slack's clock and ours differ by no more than this; Slack also leaves fractions of a second out."""

Told = Callable[[str, str], str]
"""(key of a sentence, languages the browser asks for) → a page that says it."""


class States(Protocol):
    def keep(self, state: str) -> None: ...

    def take(self, state: str) -> bool:
        """True once, in time."""


@dataclass(frozen=True)
class Credentials:
    """`address` is where people reach us, when it is known; else Slack takes the app's first redirect URL."""

    client_id: str
    client_secret: str
    signing_secret: str
    api_url: str
    address: str | None = None


def build_open_app(
    credentials: Credentials, *, store: Installations, states: States, told: Told, of: ListenersOf
) -> App:
    """The Bolt app for as many teams as install it."""
    flow = OAuthFlow(
        client=WebClient(base_url=credentials.api_url, timeout=TIMEOUT, logger=quiet("oauth")),
        logger=quiet("oauth"),  # Bolt would log the code of an installation that fails
        settings=_settings(credentials, store, _States(states), told),
    )
    app = App(
        name="icpbot",
        client=WebClient(base_url=credentials.api_url, timeout=TIMEOUT, logger=quiet("client")),
        signing_secret=credentials.signing_secret,
        authorize=_Authorized(store),  # type: ignore[arg-type]  # Bolt takes its own kind of object, too
        oauth_flow=flow,
        process_before_response=True,
        logger=logger.getChild("bolt"),
    )
    app.error(failed)
    _Endings(store).register(app)
    register(app, of)
    return app


def _settings(credentials: Credentials, store: Installations, states: "_States", told: Told) -> OAuthSettings:
    root = credentials.api_url.removesuffix("/").removesuffix("/api")
    address = credentials.address
    return OAuthSettings(
        client_id=credentials.client_id,
        client_secret=credentials.client_secret,
        scopes=SCOPES,
        user_scopes=(),
        redirect_uri=f"{address}/slack/oauth_redirect" if address else None,
        install_page_rendering_enabled=False,
        callback_options=_callbacks(told),
        authorization_url=f"{root}/oauth/v2/authorize",
        installation_store=store,
        installation_store_bot_only=True,
        state_store=states,
        state_expiration_seconds=STATE_SECONDS,
        logger=quiet("oauth"),
    )


class _States(OAuthStateStore):
    def __init__(self, states: States) -> None:
        self._states = states

    @property
    def logger(self) -> Logger:
        return quiet("oauth")

    def issue(self, *_args: Any, **_more: Any) -> str:
        state = secrets.token_urlsafe(24)
        self._states.keep(state)
        return state

    def consume(self, state: str) -> bool:
        return self._states.take(state)


class _Authorized(Authorize):
    """Whose event it is. Slack signed it, so nobody needs to be asked once more."""

    def __init__(self, store: Installations) -> None:
        self._store = store

    def __call__(
        self, *, context: BoltContext, enterprise_id: str | None, team_id: str | None, user_id: str | None,
        **_more: Any,
    ) -> AuthorizeResult | None:  # fmt: skip
        bot = self._store.find_bot(
            enterprise_id=enterprise_id, team_id=team_id, is_enterprise_install=context.is_enterprise_install
        )
        if bot is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id, user_id=user_id, bot_token=bot.bot_token,
            bot_id=bot.bot_id, bot_user_id=bot.bot_user_id,
        )  # fmt: skip


@dataclass(frozen=True)
class _Endings:
    """A team removes the app, or Slack takes its token back: the tokens go."""

    store: Installations

    def register(self, app: App) -> None:
        app.event("app_uninstalled")(self.uninstalled)
        app.event("tokens_revoked")(self.revoked)

    def uninstalled(self, context: BoltContext, body: Mapping[str, Any]) -> None:
        if context.team_id and self.store.drop(context.team_id, _moment(body)):
            logger.warning("%s has removed the app; its tokens are forgotten", context.team_id)

    def revoked(self, context: BoltContext, body: Mapping[str, Any]) -> None:
        """Tokens of people are not ours to keep; only the bot's matters."""
        if (body["event"].get("tokens") or {}).get("bot"):
            self.uninstalled(context, body)


def _moment(body: Mapping[str, Any]) -> datetime:
    stamp = body.get("event_time")
    return (datetime.fromtimestamp(float(stamp), UTC) if stamp else datetime.now(UTC)) + SKEW


_WORDED = {"access_denied": "install-cancelled", "invalid_browser": "install-stale",
           "invalid_state": "install-stale"}  # fmt: skip
_KNOWN = {*_WORDED, "missing_code", "invalid_code", "storage_error"}


def _callbacks(told: Told) -> CallbackOptions:
    """Pages of one sentence; which error Slack named goes to the log, without the code."""

    def page(key: str, headers: Mapping[str, Any], status: int) -> BoltResponse:
        wanted = ",".join(headers.get("accept-language") or ())
        return BoltResponse(status=status, body=told(key, wanted),
                            headers={"Content-Type": "text/html; charset=utf-8"})  # fmt: skip

    def success(args: SuccessArgs) -> BoltResponse:
        return page("install-done", args.request.headers, HTTPStatus.OK)

    def failure(args: FailureArgs) -> BoltResponse:
        reason = args.reason if args.reason in _KNOWN else "other"  # Slack's word comes by the address
        logger.warning("an installation failed: %s", reason)
        return page(_WORDED.get(reason, "install-failed"), args.request.headers, args.suggested_status_code)

    return CallbackOptions(success=success, failure=failure)
