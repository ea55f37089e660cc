"""The HTTP side: Slack's requests, and what operators look at."""

import asyncio
import logging
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import uvicorn
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from icpbot.domain.errors import UsageError

logger = logging.getLogger("icpbot.web")

Check = Callable[[], bool]
Endpoint = Callable[[Request], Awaitable[Response]]

UNKEPT = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'",
}
"""The address of an installation carries a code and a state: no cache, no next page, no frame sees it."""
BODY_BYTES = 1_000_000
BODY_SECONDS = 10.0
"""For the whole of it: Slack sends a few thousand bytes and gives up on us after three."""
_NONSENSE = (ValueError, TypeError, AttributeError, LookupError)
"""What reading a body raises that is not what it says it is."""
_OBJECTS = ("event", "view")
"""Parts of a body that Bolt takes for objects without looking."""
LONGEST_STAMP = 12
"""Digits of a time in seconds."""
DRAIN_SECONDS = 10
ANYWHERE = "0.0.0.0"  # noqa: S104 - a service in a container; put a proxy with TLS in front


def web_app(
    slack: App | None,
    *,
    takes_events: Check,
    checks: Mapping[str, Check],
    metrics: Callable[[], bytes],
    routes: Sequence[BaseRoute] = (),
    signing_secret: str = "",
) -> Starlette:
    """`takes_events` answers /healthz, `checks` by name /readyz, `metrics` /metrics. Without
    `slack`, whose events then come another way, it is only looked at.
    """
    return Starlette(
        routes=[
            *(_of_slack(slack, signing_secret) if slack else ()),
            Route("/healthz", _health(takes_events), methods=["GET"]),
            Route("/readyz", _ready(checks), methods=["GET"]),
            Route("/metrics", _metrics(metrics), methods=["GET"]),
            *routes,
        ]
    )


def _of_slack(app: App, signing_secret: str) -> list[Route]:
    """Events; and, for an app that teams install by themselves, where they begin and come back to."""
    found = [Route("/slack/events", _slack(app, SignatureVerifier(signing_secret)), methods=["POST"])]
    if flow := app.oauth_flow:
        found.append(Route(flow.install_path, _asked(flow.handle_installation), methods=["GET"]))
        found.append(Route(flow.redirect_uri_path, _asked(flow.handle_callback), methods=["GET"]))
    return found


def _asked(handle: Callable[[BoltRequest], BoltResponse]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        asked = to_bolt_request(request, b"")
        answer = to_starlette_response(await run_in_threadpool(handle, asked))
        answer.headers.update(UNKEPT)
        return answer

    return endpoint


def _slack(app: App, verifier: SignatureVerifier) -> Endpoint:
    """What is not signed is not even parsed, as Bolt would before it looks."""

    async def endpoint(request: Request) -> Response:
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await _body(request)
        except TimeoutError:
            return PlainTextResponse("too slow", status_code=408, headers={"Connection": "close"})
        if body is None:
            return PlainTextResponse("too large", status_code=413, headers={"Connection": "close"})
        if not _is_signed(body, request.headers, verifier):
            return PlainTextResponse("not signed by Slack", status_code=401)
        asked = _parsed(request, body)
        if asked is None:
            return PlainTextResponse("not understood", status_code=400)
        # Recording a request writes to the database: not on the event loop.
        return await run_in_threadpool(_taken, app, asked)

    return endpoint


def _taken(app: App, asked: BoltRequest) -> Response:
    """What goes wrong in a listener Bolt answers itself; what escapes it, it could not make sense of."""
    try:
        return to_starlette_response(app.dispatch(asked))
    except _NONSENSE as error:
        logger.warning("a request made no sense: %s", type(error).__name__)
        return PlainTextResponse("not understood", status_code=400)


def _is_signed(body: bytes, headers: Headers, verifier: SignatureVerifier) -> bool:
    stamp = headers.get("x-slack-request-timestamp", "")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) < LONGEST_STAMP):
        return False
    try:
        return verifier.is_valid(body, stamp, headers.get("x-slack-signature", ""))
    except UnicodeDecodeError:  # Slack writes UTF-8
        return False


def _parsed(request: Request, body: bytes) -> BoltRequest | None:
    """The request as Bolt reads it; nothing for a body that is no object, or in which it loses its way."""
    try:
        asked = to_bolt_request(request, body)
    except _NONSENSE:
        return None
    if not isinstance(asked.body, dict):
        return None
    return asked if all(isinstance(asked.body.get(part, {}), dict) for part in _OBJECTS) else None


async def _body(request: Request) -> bytes | None:
    """The body, or nothing as soon as it is more than Slack ever sends."""
    pieces, size = [], 0
    try:
        async for piece in request.stream():
            size += len(piece)
            if size > BODY_BYTES:
                return None
            pieces.append(piece)
    except ClientDisconnect:
        return b""
    return b"".join(pieces)


def _health(takes_events: Check) -> Endpoint:
    async def endpoint(_request: Request) -> Response:
        well = await run_in_threadpool(_passes, "events", takes_events)
        return PlainTextResponse("ok" if well else "not taking events", status_code=200 if well else 503)

    return endpoint


def _ready(checks: Mapping[str, Check]) -> Endpoint:
    async def endpoint(_request: Request) -> Response:
        results = {name: await run_in_threadpool(_passes, name, check) for name, check in checks.items()}
        return JSONResponse(results, status_code=200 if all(results.values()) else 503)

    return endpoint


def _passes(name: str, check: Check) -> bool:
    try:
        return check()
    except Exception as error:  # noqa: BLE001 - a check that fails in any way is a "no"
        logger.warning("check %s: %s", name, type(error).__name__)
        return False


def _metrics(text: Callable[[], bytes]) -> Endpoint:
    async def endpoint(_request: Request) -> Response:
        return Response(await run_in_threadpool(text), media_type=CONTENT_TYPE_PLAIN_0_0_4)

    return endpoint


@contextmanager
def served(
    application: Starlette,
    port: int,
    *,
    host: str = ANYWHERE,
) -> Iterator[tuple[int, Check]]:
    """Serve beside what the caller does: the port, and whether it still serves. Requests on their way
    are finished at the end. Raises `UsageError` when the port is taken.
    """
    try:
        listener = socket.create_server((host, port))
    except OSError as error:
        raise UsageError("setting-wrong", name="PORT") from error
    config = uvicorn.Config(
        application, log_config=None, log_level="warning", access_log=False, lifespan="off",
        server_header=False, timeout_graceful_shutdown=DRAIN_SECONDS,
    )  # fmt: skip
    server = uvicorn.Server(config)
    # Off the main thread uvicorn leaves signals alone: the caller decides what they mean.
    serving = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="icpbot-web")
    serving.start()
    try:
        yield listener.getsockname()[1], serving.is_alive
    finally:
        server.should_exit = True
        serving.join()
        listener.close()


def serve_http(
    application: Starlette,
    port: int,
    *,
    stop: threading.Event,
    on_ready: Callable[[int], None] = lambda _port: None,
    host: str = ANYWHERE,
) -> None:
    """Serve until `stop` is set."""
    with served(application, port, host=host) as (bound, alive):
        on_ready(bound)
        while alive() and not stop.wait(0.5):
            pass
