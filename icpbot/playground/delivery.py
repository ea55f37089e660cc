"""Delivery of events and interactions to the app, by Socket Mode or signed HTTP requests."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import itertools
import json
import time
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import httpx

from icpbot.playground.errors import Json, SlackError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from icpbot.playground.context import Context
    from icpbot.playground.sockets import Sockets

ACK_SECONDS = 3.0
# Slack waits about nothing, a minute and five minutes; tests have no such patience.
RETRY_DELAYS = (0.05, 0.1, 0.2)


@dataclass(frozen=True)
class Attempt:
    """One try to hand something to the app."""

    id: str
    kind: str
    number: int
    reason: str
    acked: bool
    seconds: float


@dataclass(frozen=True)
class Reply:
    """How the app answered an interaction; `acked` is False when it took over three seconds."""

    acked: bool
    body: Any = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Outcome:
    """How one attempt ended: a reason is given when it must be repeated."""

    reason: str = ""
    body: Any = None
    retry: bool = True


@dataclass
class Delivery:
    """Sends what happens in the workspace to the app, and keeps score."""

    context: Context
    signing_secret: str
    sockets: Sockets
    ack_seconds: float = ACK_SECONDS
    retry_delays: Sequence[float] = RETRY_DELAYS
    patience: float = 10.0
    request_url: str | None = None
    attempts: list[Attempt] = field(default_factory=list)
    events: list[Json] = field(default_factory=list)
    unheard: list[tuple[str, Json]] = field(default_factory=list)
    in_flight: int = 0
    loop: asyncio.AbstractEventLoop | None = None
    clock: Callable[[], float] = time.time
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def emit(self, kind: str, event: Json) -> None:
        """Send an event the app subscribed to; callable from any thread, returns at once."""
        if not self.context.grants.hears(kind):
            self.unheard.append((kind, event))
            return
        payload = self._wrap(event)
        self.events.append(payload)
        self._start(payload, 0)

    def redeliver(self, payload: Json | None = None) -> None:
        """Send an event again, the last one by default, as Slack's first retry would."""
        self._start(payload or self.events[-1], 1)

    def _wrap(self, event: Json) -> Json:
        team = self.context.workspace
        channel = team.channels.get(str(event.get("channel")))
        return {
            "token": "verification-token",
            "team_id": team.team_id,
            "context_team_id": team.team_id,
            "context_enterprise_id": None,
            "api_app_id": team.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": f"Ev0{next(self._numbers):09d}",
            "event_time": int(self.clock()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": team.team_id,
                    "user_id": team.bot.id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": bool(channel and channel.connected),
            "event_context": f"4-{uuid.uuid4().hex}",
        }

    def _start(self, payload: Json, first: int) -> None:
        if self.loop is None:
            return
        with self.context.workspace.change():
            self.in_flight += 1
        self.loop.call_soon_threadsafe(self._spawn, payload, first)

    def _spawn(self, payload: Json, first: int) -> None:
        assert self.loop is not None
        task = self.loop.create_task(self._deliver(payload, first))
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        with self.context.workspace.change():
            self.in_flight -= 1
        if not task.cancelled():
            task.result()

    async def _deliver(self, payload: Json, first: int) -> None:
        reason = "http_timeout" if first and self.request_url else "timeout" if first else ""
        for number in range(first, len(self.retry_delays) + 1):
            if number > first:
                await asyncio.sleep(self.retry_delays[number - 1])
            outcome = await self._try("events_api", payload, number, reason)
            if not outcome.reason or not outcome.retry:
                return
            reason = outcome.reason

    async def _try(self, kind: str, payload: Json, number: int, reason: str) -> Outcome:
        started = time.monotonic()
        if self.request_url:
            outcome = await self._post(kind, payload, number, reason)
        else:
            outcome = await self._envelope(kind, payload, number, reason)
        attempt = Attempt(
            id=payload.get("event_id", ""),
            kind=kind,
            number=number,
            reason=reason,
            acked=not outcome.reason,
            seconds=time.monotonic() - started,
        )
        with self.context.workspace.change():
            self.attempts.append(attempt)
        return outcome

    async def _envelope(self, kind: str, payload: Json, number: int, reason: str) -> Outcome:
        # Slack's retries span six minutes, which outlasts a reconnect; ours span milliseconds.
        if kind == "events_api":
            await self.sockets.wait_for_one(self.patience)
        envelope: Json = {
            "envelope_id": str(uuid.uuid4()),
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": number, "retry_reason": reason}
        try:
            answer = await self.sockets.ask(envelope, self.ack_seconds)
        except (TimeoutError, ConnectionError):
            return Outcome("timeout")
        return Outcome(body=answer.get("payload"))

    async def _post(self, kind: str, payload: Json, number: int, reason: str) -> Outcome:
        content, content_type = _http_body(kind, payload)
        headers = self.sign(content) | {"Content-Type": content_type}
        if number:
            headers |= {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        try:
            async with httpx.AsyncClient(trust_env=False, timeout=None) as client:  # noqa: S113 - asyncio.timeout holds for the whole exchange
                async with asyncio.timeout(self.ack_seconds):
                    answer = await client.post(str(self.request_url), content=content, headers=headers)
        except TimeoutError:
            return Outcome("http_timeout")
        except httpx.TransportError:
            return Outcome("connection_failed")
        if answer.is_success:
            return Outcome(body=_read_body(answer))
        return Outcome("http_error", retry=answer.headers.get("X-Slack-No-Retry") != "1")

    def sign(self, content: bytes) -> dict[str, str]:
        """The headers by which an app knows that a request is Slack's."""
        stamp = str(int(self.clock()))
        base = b"v0:" + stamp.encode() + b":" + content
        digest = hmac.new(self.signing_secret.encode(), base, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}

    def interact(self, kind: str, payload: Json) -> Reply:
        """Send an interaction or command once and wait for its answer. Not from the loop."""
        reply: Reply = self._submit(self._interact(kind, payload)).result(self.ack_seconds + 5)
        return reply

    async def _interact(self, kind: str, payload: Json) -> Reply:
        started = time.monotonic()
        outcome = await self._try(kind, payload, 0, "")
        return Reply(not outcome.reason, outcome.body, time.monotonic() - started)

    def verify_url(self) -> None:
        """Play Slack's handshake with a new request URL; raise if the challenge is not echoed."""
        challenge = uuid.uuid4().hex
        payload = {"token": "verification-token", "challenge": challenge}
        payload["type"] = "url_verification"
        outcome = self._submit(self._post("events_api", payload, 0, "")).result(self.ack_seconds + 5)
        body = outcome.body
        answer = body.get("challenge") if isinstance(body, dict) else body
        if answer != challenge:
            raise SlackError("url_verification_failed", reason=outcome.reason)

    def _submit(self, work: Any) -> Future[Any]:
        assert self.loop is not None, "start the server first"
        return asyncio.run_coroutine_threadsafe(work, self.loop)

    def cancel_all(self) -> None:
        """Drop what is on its way. Called on the loop."""
        for task in list(self._tasks):
            task.cancel()


def _http_body(kind: str, payload: Json) -> tuple[bytes, str]:
    form = "application/x-www-form-urlencoded"
    if kind == "slash_commands":
        return urlencode(payload).encode(), form
    text = json.dumps(payload)
    if kind == "interactive":
        return urlencode({"payload": text}).encode(), form
    return text.encode(), "application/json"


def _read_body(answer: httpx.Response) -> Any:
    if not answer.content:
        return None
    try:
        return answer.json()
    except ValueError:
        return answer.text
