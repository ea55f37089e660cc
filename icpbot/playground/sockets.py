"""The open Socket Mode connections: who gets an envelope, and who acknowledged it."""

from __future__ import annotations

import asyncio
import itertools
import json
import socket
import struct
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from starlette.websockets import WebSocket, WebSocketDisconnect
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

if TYPE_CHECKING:
    from icpbot.playground.errors import Json
    from icpbot.playground.state import Workspace

Scope = MutableMapping[str, Any]
App = Callable[[Any, Any, Any], Awaitable[None]]
ABORT = "playground.abort"


def _abortable(app: App, transport: Any) -> App:
    def abort(*, reset: bool) -> None:
        # Closing with a zero linger makes the kernel send a reset instead of an end of stream.
        raw: socket.socket | None = transport.get_extra_info("socket")
        if reset and raw is not None:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()

    async def run(scope: Scope, receive: Any, send: Any) -> None:
        await app({**scope, ABORT: abort}, receive, send)

    return run


class AbortableHttp(H11Protocol):
    """HTTP whose connection an endpoint can reset."""

    def connection_made(self, transport: Any) -> None:
        """Give the application a way to reset this connection."""
        super().connection_made(transport)
        self.app = _abortable(self.app, transport)


class AbortableWebSocket(WebSocketsSansIOProtocol):
    """A websocket whose connection can be reset without a closing handshake."""

    def connection_made(self, transport: Any) -> None:
        """Give the application a way to reset this connection."""
        super().connection_made(transport)
        self.app = _abortable(self.app, transport)


@dataclass(eq=False)
class Connection:
    """One client and the envelopes it has not acknowledged yet."""

    socket: WebSocket
    waiting: dict[str, asyncio.Future[Json]] = field(default_factory=dict)

    def lost(self) -> None:
        """Fail everything that still waits for an acknowledgement."""
        for future in self.waiting.values():
            if not future.done():
                future.set_exception(ConnectionResetError("the socket closed"))


class Sockets:
    """All connections of one app. Used on the server's loop only."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._open: list[Connection] = []
        self._turns = itertools.count()
        self._arrived = asyncio.Event()
        self.late_acks: list[str] = []

    def __len__(self) -> int:
        return len(self._open)

    async def serve(self, client: WebSocket) -> None:
        """Greet a client and listen to it until it goes away."""
        await client.accept()
        connection = Connection(client)
        await client.send_text(json.dumps(self._hello()))
        with self._workspace.change():
            self._open.append(connection)
        self._arrived.set()
        try:
            while True:
                self._heard(connection, await client.receive_text())
        except WebSocketDisconnect:
            pass
        finally:
            self._forget(connection)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._open) + 1,
            "debug_info": {"host": "applink-playground", "approximate_connection_time": 18060},
            "connection_info": {"app_id": self._workspace.app_id},
        }

    def _heard(self, connection: Connection, text: str) -> None:
        try:
            answer = json.loads(text)
        except ValueError:
            return
        identity = answer.get("envelope_id", "") if isinstance(answer, dict) else ""
        future = connection.waiting.get(identity)
        if future is not None and not future.done():
            future.set_result(answer)
        elif identity:
            with self._workspace.change():
                self.late_acks.append(identity)

    def _forget(self, connection: Connection) -> None:
        if connection in self._open:
            with self._workspace.change():
                self._open.remove(connection)
        if not self._open:
            self._arrived.clear()
        connection.lost()

    async def wait_for_one(self, seconds: float) -> None:
        """Wait until a client is connected, or give up quietly."""
        try:
            async with asyncio.timeout(seconds):
                await self._arrived.wait()
        except TimeoutError:
            return

    async def ask(self, envelope: Json, seconds: float) -> Json:
        """Send an envelope to one of the clients, taking turns, and return its acknowledgement."""
        if not self._open:
            raise ConnectionError("no client is connected")
        connection = self._open[next(self._turns) % len(self._open)]
        future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        identity = envelope["envelope_id"]
        connection.waiting[identity] = future
        try:
            async with asyncio.timeout(seconds):
                await connection.socket.send_text(json.dumps(envelope))
                return await future
        except WebSocketDisconnect as gone:
            raise ConnectionResetError("the socket closed") from gone
        finally:
            connection.waiting.pop(identity, None)

    def drop_all(self, *, reset: bool) -> int:
        """End every connection without a closing handshake; how many there were."""
        gone = list(self._open)
        for connection in gone:
            self._forget(connection)
            connection.socket.scope[ABORT](reset=reset)
        return len(gone)

    async def ask_to_refresh(self) -> int:
        """Tell every client that its connection ends soon."""
        note: Json = {"type": "disconnect", "reason": "refresh_requested", "debug_info": {}}
        for connection in list(self._open):
            await connection.socket.send_text(json.dumps(note))
        return len(self._open)
