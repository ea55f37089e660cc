"""Several workspaces behind one address, and the OAuth by which each installs the app.

Every workspace is a `LoopbackSlack` of its own; here a call goes to the one that its token belongs to.
"""

from __future__ import annotations

import base64
import secrets
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs, urlencode

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from icpbot.playground.errors import Json, SlackError
from icpbot.playground.server import HOST

if TYPE_CHECKING:
    from starlette.requests import Request

    from icpbot.playground.server import LoopbackSlack

LIFETIME = 43_200
"""Seconds that a token lives where tokens are rotated."""
CODE_SECONDS = 600
_HOP = {"host", "content-length", "connection", "transfer-encoding", "authorization", "accept-encoding"}


@dataclass
class Code:
    """Permission to fetch the tokens of one installation."""

    team: str
    redirect_uri: str
    issued: float
    used: bool = False


@dataclass
class Front:
    """One app, installed by none of the teams at first. `rotating`: tokens end and are renewed."""

    teams: dict[str, LoopbackSlack]
    redirect_uri: str = ""
    rotating: bool = False
    client_id: str = "1234.5678"
    client_secret: str = field(default_factory=lambda: secrets.token_hex(16))
    signing_secret: str = field(default_factory=lambda: secrets.token_hex(16))
    base: str = ""
    behind: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, tuple[str, float]] = field(default_factory=dict)
    refresh_tokens: dict[str, str] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    exchanges: list[Json] = field(default_factory=list)
    _server: uvicorn.Server | None = None
    _thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        config = uvicorn.Config(self._application(), host=HOST, port=0, log_config=None, lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, name="loopback-front", daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.base = f"http://{HOST}:{port}"
        for team, slack in self.teams.items():
            self._take_in(team, slack)
        return self

    def __exit__(self, *_exc: object) -> None:
        assert self._server is not None
        assert self._thread is not None
        self._server.should_exit = self._server.force_exit = True
        self._thread.join()

    def _take_in(self, team: str, slack: LoopbackSlack) -> None:
        """The workspaces share one app, and each has a team id of its own."""
        slack.workspace.team_id = team
        slack.workspace.app_id = next(iter(self.teams.values())).workspace.app_id
        for user in slack.workspace.users.values():
            user.team_id = team
        self.behind[team], slack.context.base = slack.context.base, self.base
        slack.delivery.signing_secret = self.signing_secret

    @property
    def api_url(self) -> str:
        return f"{self.base}/api/"

    def send_events_to(self, url: str) -> None:
        for slack in self.teams.values():
            slack.send_events_to(url)

    def uninstall(self, team: str) -> None:
        """An admin removes the app: its tokens are worth nothing from now on, and it is told so."""
        revoked = [token for token, (owner, _) in self.tokens.items() if owner == team]
        for token in revoked:
            del self.tokens[token]
        self.refresh_tokens = {token: owner for token, owner in self.refresh_tokens.items() if owner != team}
        bot = self.teams[team].workspace.bot.id
        context = self.teams[team].context
        context.emit("tokens_revoked", {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [bot]}})
        context.emit("app_uninstalled", {"type": "app_uninstalled"})

    def expire_tokens(self) -> None:
        """Twelve hours pass."""
        self.tokens = {token: (team, time.time()) for token, (team, _) in self.tokens.items()}

    def _application(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/oauth/v2/authorize", self.authorize),
                Route("/api/oauth.v2.access", self.access, methods=["POST"]),
                Route("/api/api.test", self.test, methods=["GET", "POST"]),
                Route("/{path:path}", self.forward, methods=["GET", "POST"]),
            ]
        )

    async def test(self, _request: Request) -> Response:
        """The call that needs no token."""
        return JSONResponse({"ok": True})

    async def authorize(self, request: Request) -> Response:
        """What happens when a person signed in to `team` presses *Allow*, or with `deny` *Cancel*."""
        asked = request.query_params
        team, target = asked.get("team", ""), asked.get("redirect_uri") or self.redirect_uri
        if asked.get("client_id") != self.client_id or team not in self.teams or not asked.get("scope"):
            return PlainTextResponse("invalid_client_id or team", status_code=400)
        if "deny" in asked:
            answer = {"error": "access_denied", "state": asked.get("state", "")}
        else:
            code = secrets.token_hex(16)
            self.codes[code] = Code(team, asked.get("redirect_uri", ""), time.time())
            answer = {"code": code, "state": asked.get("state", "")}
        return RedirectResponse(f"{target}?{urlencode(answer)}", status_code=302)

    async def access(self, request: Request) -> Response:
        """`oauth.v2.access`: a code, or a refresh token, for tokens."""
        given = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        try:
            body = self._granted(request, given)
        except SlackError as refused:
            body = refused.as_json()
        self.exchanges.append({"grant": given.get("grant_type", "code"), "ok": body["ok"]})
        return JSONResponse(body)

    def _granted(self, request: Request, given: Json) -> Json:
        wanted = base64.b64encode(f"{self.client_id}:{self.client_secret}".encode()).decode()
        if not secrets.compare_digest(request.headers.get("Authorization", ""), f"Basic {wanted}"):
            raise SlackError("bad_client_secret")
        if given.get("grant_type") == "refresh_token":
            team = self.refresh_tokens.pop(given.get("refresh_token", ""), None)
            if team is None:
                raise SlackError("invalid_refresh_token")
            return self._issued(team)
        code = self.codes.get(given.get("code", ""))
        if code is None or time.time() - code.issued > CODE_SECONDS:
            raise SlackError("invalid_code")
        if code.used:
            raise SlackError("code_already_used")
        if code.redirect_uri != given.get("redirect_uri", ""):
            raise SlackError("bad_redirect_uri")
        code.used = True
        return self._issued(code.team)

    def _issued(self, team: str) -> Json:
        slack = self.teams[team]
        token = f"{'xoxe.' if self.rotating else ''}xoxb-{secrets.token_hex(12)}"
        ends = time.time() + LIFETIME if self.rotating else float("inf")
        self.tokens[token] = (team, ends)
        body: Json = {
            "ok": True, "app_id": slack.workspace.app_id, "token_type": "bot", "access_token": token,
            "scope": slack.context.grants.provided(), "bot_user_id": slack.workspace.bot.id,
            "team": {"id": team, "name": slack.workspace.name}, "enterprise": None,
            "authed_user": {"id": next(iter(slack.workspace.users))}, "is_enterprise_install": False,
        }  # fmt: skip
        if self.rotating:
            refresh = f"xoxe-1-{secrets.token_hex(12)}"
            self.refresh_tokens[refresh] = team
            body |= {"refresh_token": refresh, "expires_in": LIFETIME}
        return body

    async def forward(self, request: Request) -> Response:
        """Everything else goes to the workspace of the token, or of the address itself."""
        path = request.path_params["path"]
        try:
            slack, authorization = self._owner(request, path)
        except SlackError as refused:
            return JSONResponse(refused.as_json())
        headers = {name: value for name, value in request.headers.items() if name not in _HOP}
        async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
            answer = await client.request(
                request.method, f"{self.behind[slack.workspace.team_id]}/{path}", params=request.query_params,
                content=await request.body(), headers=headers | authorization,
            )  # fmt: skip
        kept = {n: v for n, v in answer.headers.items() if n in {"content-type", "retry-after", "location"}}
        return Response(answer.content, answer.status_code, kept)

    def _owner(self, request: Request, path: str) -> tuple[LoopbackSlack, dict[str, str]]:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer" and token:
            team, ends = self.tokens.get(token.strip(), ("", 0.0))
            if not team:
                raise SlackError("invalid_auth")
            if ends <= time.time():
                raise SlackError("token_expired")
            slack = self.teams[team]
            return slack, {"Authorization": f"Bearer {slack.bot_token}"}
        return self._named(path), {}

    def _named(self, path: str) -> LoopbackSlack:
        """The workspace of a response URL or of an upload; both say by themselves whose they are."""
        for team, slack in self.teams.items():
            parts: Any = path.split("/")
            if team in parts or parts[-1] in slack.context.uploads:
                return slack
        raise SlackError("not_authed")
