"""The HTTP side: Web API calls, file bytes, response URLs and the Socket Mode endpoint."""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Route, WebSocketRoute

from icpbot.playground import (  # noqa: F401 - importing them registers their methods
    api_canvases,
    api_chat,
    api_conversations,
    api_files,
    api_streams,
    api_views,
)
from icpbot.playground.errors import Json, SlackError
from icpbot.playground.methods import METHODS, Method, parse
from icpbot.playground.responses import respond
from icpbot.playground.scopes import METHOD_SCOPES
from icpbot.playground.sockets import ABORT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.websockets import WebSocket

    from icpbot.playground.context import Context
    from icpbot.playground.faults import Fault, Faults, RateLimiter
    from icpbot.playground.page import Page
    from icpbot.playground.sockets import Sockets

_LOGIN = "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body></body></html>"


@dataclass(frozen=True)
class Tokens:
    """The secrets of the installed app."""

    bot: str
    app: str


@dataclass(frozen=True)
class Call:
    """One call of the Web API, a file endpoint or a response URL, as it was answered."""

    method: str
    arguments: Json
    ok: bool
    error: str | None
    at: float


@dataclass
class Web:
    """Answers the app's requests as Slack would."""

    context: Context
    tokens: Tokens
    faults: Faults
    limiter: RateLimiter
    sockets: Sockets
    calls: list[Call] = field(default_factory=list)
    page: Page | None = None

    def application(self) -> Starlette:
        """The ASGI application."""
        both, post = ["GET", "POST"], ["POST"]
        return Starlette(
            routes=[
                *(self.page.routes() if self.page else ()),
                Route("/api/{method}", self.api, methods=both),
                Route("/upload/v1/{token}", self.upload, methods=post),
                Route("/files-pri/{key}/download/{name:path}", self.download),
                Route("/files-pri/{key}/{name:path}", self.download),
                Route("/{kind}/{team}/{number}/{token}", self.response_url, methods=post),
                Route("/", self.login),
                WebSocketRoute("/link/", self.link),
            ]
        )

    async def api(self, request: Request) -> Response:
        """One Web API call."""
        name = request.path_params["method"]
        return await self._guarded(request, name, lambda: self._answer(request, name))

    async def _guarded(
        self, request: Request, name: str, work: Callable[[], Awaitable[Response]]
    ) -> Response:
        await asyncio.sleep(self.faults.take_delay(name))
        fault = self.faults.take(name)
        if fault is not None and fault.kind != "store_then_drop":
            arguments = await _arguments(request) if name in METHODS else {}
            self._log(name, arguments, f"fault:{fault.kind}")
            return _failed(request, fault)
        response = await work()
        if fault is not None:
            request.scope[ABORT](reset=True)
        return response

    async def _answer(self, request: Request, name: str) -> Response:
        headers = {"X-OAuth-Scopes": self.context.grants.provided()}
        headers["X-Accepted-OAuth-Scopes"] = ",".join(METHOD_SCOPES.get(name, ()))
        arguments: Json = {}
        try:
            arguments = await _arguments(request)
            token = _bearer(request) or str(arguments.pop("token", ""))
            wait = self.limiter.wait_seconds(name, str(arguments.get("channel", "")))
            if wait is not None:
                self._log(name, arguments, "ratelimited")
                return _too_many(wait)
            body = self._run(name, token, arguments)
        except SlackError as refused:
            body = refused.as_json()
        self._log(name, arguments, body.get("error"))
        return JSONResponse(body, headers=headers)

    def _run(self, name: str, token: str, arguments: Json) -> Json:
        method = METHODS.get(name)
        if method is None:
            raise SlackError("unknown_method", req_method=name)
        self._authenticate(method, token)
        with self.context.workspace.changed:
            self.context.grants.require(METHOD_SCOPES.get(name, ()))
            return method.run(self.context, parse(method.spec, arguments))

    def _authenticate(self, method: Method, token: str) -> None:
        if method.auth == "none":
            return
        if not token:
            raise SlackError("not_authed")
        wanted, other = self.tokens.bot, self.tokens.app
        if method.auth == "app":
            wanted, other = other, wanted
        if secrets.compare_digest(token, other):
            raise SlackError("not_allowed_token_type")
        if not secrets.compare_digest(token, wanted):
            raise SlackError("invalid_auth")

    def _log(self, name: str, arguments: Json, error: str | None) -> None:
        with self.context.workspace.change():
            self.calls.append(Call(name, arguments, error is None, error, time.time()))

    async def upload(self, request: Request) -> Response:
        """The bytes of a file, raw or as a form."""

        async def work() -> Response:
            content = await _content(request)
            token = request.path_params["token"]
            status, text = api_files.receive(self.context, token, content)
            self._log("files.upload", {}, None if status == 200 else text)
            return PlainTextResponse(text, status_code=status)

        return await self._guarded(request, "files.upload", work)

    async def download(self, request: Request) -> Response:
        """A private file for the bot's token; anyone else is sent to the login page."""

        async def work() -> Response:
            identity = request.path_params["key"].rpartition("-")[2]
            refused = self._refuse_download(request, identity)
            self._log("files.download", {"file": identity}, refused)
            if refused == "login":
                return RedirectResponse(f"/?redir={request.url.path}", status_code=302)
            if refused:
                return HTMLResponse(_LOGIN, status_code=404)
            file = self.context.workspace.files[identity]
            return Response(file.content, media_type=file.mimetype)

        return await self._guarded(request, "files.download", work)

    def _refuse_download(self, request: Request, identity: str) -> str | None:
        allowed = self.context.grants.allows(("files:read",))
        if _bearer(request) != self.tokens.bot or not allowed:
            return "login"
        try:
            api_files.visible_file(self.context, identity)
        except SlackError as unseen:
            return unseen.error
        return None

    async def response_url(self, request: Request) -> Response:
        """An answer to an interaction."""

        async def work() -> Response:
            body = _json_or_none(await request.body())
            with self.context.workspace.changed:
                status, text = respond(self.context, request.path_params["token"], body)
            known = body if isinstance(body, dict) else {}
            self._log("response_url", known, None if status == 200 else text)
            return PlainTextResponse(text, status_code=status)

        return await self._guarded(request, "response_url", work)

    async def login(self, request: Request) -> Response:
        """The page that a browser without a session sees; where there is a page for people, that."""
        if self.page and "redir" not in request.query_params:
            return RedirectResponse(self.page.first(), status_code=302)
        return HTMLResponse(_LOGIN)

    async def link(self, client: WebSocket) -> None:
        """A Socket Mode connection; each ticket opens one."""
        ticket = client.query_params.get("ticket", "")
        if ticket not in self.context.tickets:
            await client.close(4000)
            return
        self.context.tickets.discard(ticket)
        await self.sockets.serve(client)


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


async def _arguments(request: Request) -> Json:
    """The arguments of a call, from the query, a form or JSON."""
    arguments: Json = dict(request.query_params)
    if request.method == "GET":
        return arguments
    if request.headers.get("Content-Type", "").startswith("application/json"):
        return arguments | _json_arguments(await request.body())
    form = await request.form()
    return arguments | {name: value for name, value in form.items() if isinstance(value, str)}


def _json_arguments(body: bytes) -> Json:
    if not body:
        return {}
    try:
        parsed = json.loads(body)
    except ValueError:
        raise SlackError("invalid_json") from None
    if not isinstance(parsed, dict):
        raise SlackError("json_not_object")
    return parsed


def _json_or_none(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


async def _content(request: Request) -> bytes:
    if not request.headers.get("Content-Type", "").startswith("multipart/"):
        return await request.body()
    form = await request.form()
    for value in form.values():
        if isinstance(value, UploadFile):
            return await value.read()
    return b""


def _failed(request: Request, fault: Fault) -> Response:
    if fault.kind == "drop":
        request.scope[ABORT](reset=True)
    if fault.kind == "rate_limit":
        return _too_many(fault.retry_after)
    return JSONResponse({"ok": False, "error": fault.error}, status_code=fault.status)


def _too_many(seconds: int) -> Response:
    body = {"ok": False, "error": "ratelimited"}
    return JSONResponse(body, status_code=429, headers={"Retry-After": str(seconds)})
