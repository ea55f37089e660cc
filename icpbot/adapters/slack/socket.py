"""Socket Mode: one outgoing connection, opened again whenever it breaks."""

import logging
import threading
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode.internals import run_bolt_app, send_response
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.websocket_client import SocketModeClient
from slack_sdk.web import WebClient

from icpbot.adapters.slack.client import logger, quiet
from icpbot.adapters.slack.trouble import NETWORK, code, translated

PING_SECONDS = 5.0
CONNECT_SECONDS = 30.0
LONGEST_WAIT = 30.0


class _Client(SocketModeClient):
    """The websocket-client variant (the built-in one takes a minute to notice a reset), in which one
    thread alone opens connections.

    In the SDK a watchdog and the end of a connection both open a new one; they meet, and what Slack
    sent to the loser is lost.
    """

    _spent: object = None
    _failures = 0

    def __init__(self, **settings: Any) -> None:
        self._ending = threading.Event()
        super().__init__(auto_reconnect_enabled=False, **settings)
        self.current_app_monitor_started = True  # so that nobody starts it

    def _run_current_session(self) -> None:
        """Called twice a second; returns when the connection is over."""
        if self.current_session is None or self._ending.is_set():
            return
        try:
            if self.current_session is self._spent:
                self.wss_uri = self.issue_new_wss_url()
                self.connect()
            self._spent = session = self.current_session
            self._failures = 0
            # Without `ping_timeout` a connection that died silently is never noticed.
            session.run_forever(ping_interval=self.ping_interval, ping_timeout=self.ping_interval * 0.8)
        except Exception as error:  # noqa: BLE001 - whatever it is, the answer is to try again later
            self._failures += 1
            logger.warning("Slack cannot be reached: %s", code(error))
            self._ending.wait(min(2.0**self._failures, LONGEST_WAIT))

    def connect_to_new_endpoint(self, force: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - the SDK's signature
        """Slack asks for a fresh connection every few hours: this one ends, and the loop goes on."""
        if self.current_session is not None:
            self.current_session.close()

    def close(self) -> None:
        self._ending.set()
        super().close()


class SocketConnection:
    """The connection that brings Slack's events to an app."""

    def __init__(self, app: App, app_token: str, *, ping_seconds: float = PING_SECONDS) -> None:
        self._app = app
        self._opened = threading.Event()
        silent = quiet("socket")
        logging.getLogger("websocket").setLevel(logging.CRITICAL)
        self._client = _Client(
            app_token=app_token,
            logger=silent,
            web_client=WebClient(base_url=app.client.base_url, timeout=20, logger=silent),
            ping_interval=ping_seconds,
            on_open_listeners=[lambda _: self._opened.set()],
            on_error_listeners=[lambda _, error: _lost(error)],
        )
        self._client.socket_mode_request_listeners.append(self._handle)  # type: ignore[arg-type]

    def connect(self, timeout: float = CONNECT_SECONDS) -> None:
        """Return once events are taken; raises `Unavailable` when Slack does not let us in."""
        try:
            self._client.connect()
        except NETWORK as error:
            self.close()
            raise translated(error) from error
        if not self._opened.wait(timeout):
            self.close()
            raise translated(TimeoutError("Socket Mode did not open"))

    def is_connected(self) -> bool:
        return self._opened.is_set() and not self._client.closed and self._client.is_connected()

    def close(self) -> None:
        self._client.close()

    def _handle(self, client: SocketModeClient, request: SocketModeRequest) -> None:
        response = run_bolt_app(self._app, request)
        send_response(client, request, response, 0.0)


def _lost(error: Exception) -> None:
    logger.warning("the connection to Slack broke and is opened again: %s", type(error).__name__)
