"""`LoopbackSlack`: the workspace, its people and the HTTP server in a background thread."""

from __future__ import annotations

import asyncio
import secrets
import socket
import threading
from typing import TYPE_CHECKING, Any, Self

import uvicorn

from icpbot.playground.context import Context, Violation
from icpbot.playground.delivery import ACK_SECONDS, RETRY_DELAYS, Delivery
from icpbot.playground.faults import Faults, RateLimit, RateLimiter
from icpbot.playground.interact import People
from icpbot.playground.page import Page
from icpbot.playground.scopes import Grants, grants_of
from icpbot.playground.sockets import AbortableHttp, AbortableWebSocket, Sockets
from icpbot.playground.state import Workspace, sample_workspace
from icpbot.playground.web import Call, Tokens, Web

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from icpbot.playground.records import Channel, Ephemeral, Message, User

HOST = "127.0.0.1"
START_SECONDS = 10.0


class LoopbackSlack:
    """A Slack of one workspace and one installed app, on a free port of 127.0.0.1."""

    def __init__(
        self,
        workspace: Workspace | None = None,
        *,
        manifest: Path | str | Mapping[str, Any] | None = None,
        scopes: Iterable[str] | None = None,
        ack_seconds: float = ACK_SECONDS,
        retry_delays: Sequence[float] = RETRY_DELAYS,
        rate_limits: Mapping[str, RateLimit] | None = None,
        port: int = 0,
    ) -> None:
        self.workspace = workspace or sample_workspace()
        self.bot_token = f"xoxb-{secrets.token_hex(8)}"
        self.app_token = f"xapp-1-{self.workspace.app_id}-{secrets.token_hex(8)}"
        self.signing_secret = secrets.token_hex(16)
        self.context = Context(self.workspace, _grants(manifest, scopes))
        self._sockets = Sockets(self.workspace)
        self.delivery = Delivery(
            self.context,
            self.signing_secret,
            self._sockets,
            ack_seconds=ack_seconds,
            retry_delays=tuple(retry_delays),
        )
        self.context.emit = self.delivery.emit
        self.people = People(self.context, self.delivery)
        self.faults = Faults()
        self.faults.end_sockets = lambda reset: self._on_loop(self._end_sockets(reset=reset))
        self.faults.refresh_socket = lambda: self._on_loop(self._sockets.ask_to_refresh())
        self.faults.redeliver_last_event = self.delivery.redeliver
        self._web = Web(
            self.context,
            Tokens(self.bot_token, self.app_token),
            self.faults,
            RateLimiter(rate_limits or {}),
            self._sockets,
        )
        self._port = port
        self._stopping = asyncio.Event()
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    def with_page(self, samples: Path | None = None) -> Self:
        """Give people a page at the root, for their browsers; `samples` is a folder of files to share."""
        self._web.page = Page(self.people, samples)
        return self

    # -- life -------------------------------------------------------------------------------

    def start(self) -> Self:
        """Listen, and return once requests are answered."""
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, self._port))
        self._port = listener.getsockname()[1]
        self.context.base = f"http://{HOST}:{self._port}"
        config = uvicorn.Config(
            self._web.application(),
            http=AbortableHttp,
            ws=AbortableWebSocket,
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
        )
        config.load()
        self._server = uvicorn.Server(config)
        self._server.lifespan = config.lifespan_class(config)
        self._stopping = asyncio.Event()
        ready = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(listener, ready), name="loopback-slack", daemon=True
        )
        self._thread.start()
        if not ready.wait(START_SECONDS):
            raise RuntimeError("the loopback Slack did not start")
        return self

    def _run(self, listener: socket.socket, ready: threading.Event) -> None:
        with listener:
            asyncio.run(self._serve(listener, ready))

    async def _serve(self, listener: socket.socket, ready: threading.Event) -> None:
        assert self._server is not None
        self.delivery.loop = asyncio.get_running_loop()
        # The socket listens already, so clients that come before uvicorn's start-up just queue.
        listener.listen(128)
        ready.set()
        try:
            await self._server.startup(sockets=[listener])
            await self._stopping.wait()
        finally:
            self.delivery.loop = None
            # uvicorn's own shutdown waits for clients to finish; a test that stops Slack does not.
            for server in self._server.servers:
                server.close()
            for connection in list(self._server.server_state.connections):
                connection.transport.abort()

    def stop(self) -> None:
        """Close every connection and end the server's thread."""
        if self._server is None or self._thread is None:
            return
        self._on_loop(self._hang_up())
        self._thread.join()
        self._server = self._thread = None

    async def _hang_up(self) -> int:
        self.delivery.cancel_all()
        self._stopping.set()
        return self._sockets.drop_all(reset=False)

    async def _end_sockets(self, *, reset: bool) -> int:
        return self._sockets.drop_all(reset=reset)

    def _on_loop(self, work: Any) -> Any:
        assert self.delivery.loop is not None, "start the server first"
        return asyncio.run_coroutine_threadsafe(work, self.delivery.loop).result(5)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_exc: object) -> None:
        self.stop()

    # -- addresses --------------------------------------------------------------------------

    @property
    def api_url(self) -> str:
        """The base URL for a Web API client; ends in `/api/`."""
        return f"{self.context.base}/api/"

    @property
    def bot(self) -> User:
        """The app's bot user."""
        return self.workspace.bot

    def send_events_to(self, url: str) -> None:
        """Switch to HTTP mode: verify the request URL, then send everything there."""
        self.delivery.request_url = url
        try:
            self.delivery.verify_url()
        except Exception:
            self.delivery.request_url = None
            raise

    # -- what a test looks at ---------------------------------------------------------------

    def messages(self, where: Channel | str | None, *, of: User | str | None = None) -> list[Message]:
        """A conversation's messages, oldest first; `None` with `of` is that person's DM."""
        team = self.workspace
        channel = team.direct(of) if where is None and of is not None else team.channel(where or "")
        return [message for message in channel.messages if not message.deleted]

    def replies(self, root: Message) -> list[Message]:
        """The bot's messages in the thread of `root`."""
        channel = self.workspace.channels[root.channel]
        thread = channel.thread(root.thread_ts or root.ts)
        return [m for m in thread if m.user == self.bot.id and m.ts != root.ts]

    def ephemerals(self, who: User | str) -> list[Ephemeral]:
        """What only this person was shown."""
        user = self.workspace.user(who)
        return [e for e in self.workspace.ephemerals if e.user == user.id and not e.deleted]

    def home(self, who: User | str) -> list[dict[str, Any]]:
        """The blocks of this person's App Home; empty before the first publish."""
        view = self.workspace.homes.get(self.workspace.user(who).id)
        return list(view.content["blocks"]) if view else []

    def calls(self, method: str | None = None) -> list[Call]:
        """Every call so far, or those of one method."""
        return [call for call in self._web.calls if method in (None, call.method)]

    @property
    def violations(self) -> list[Violation]:
        """What Slack tolerated and the product promises not to do."""
        return self.context.violations

    @property
    def connections(self) -> int:
        """How many Socket Mode clients are connected."""
        return len(self._sockets)

    def wait_for(self, predicate: Callable[[], object], timeout: float = 20.0) -> bool:
        """Wait until something in the workspace makes `predicate` true."""
        return self.workspace.wait_for(predicate, timeout)

    def wait_until_delivered(self, timeout: float = 30.0) -> bool:
        """Wait until every event is acknowledged or given up."""
        return self.wait_for(lambda: self.delivery.in_flight == 0, timeout)


def _grants(manifest: Path | str | Mapping[str, Any] | None, scopes: Iterable[str] | None) -> Grants:
    if manifest is not None:
        return grants_of(manifest)
    return Grants(scopes=None if scopes is None else frozenset(scopes))
