"""Addresses of the page. Everything a person does goes through `People`, as in the tests."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from icpbot.playground.actions import field_name
from icpbot.playground.blocks import elements_of
from icpbot.playground.errors import SlackError, UnknownPersonError
from icpbot.playground.page.doing import Doing, Refused
from icpbot.playground.page.samples import grouped
from icpbot.playground.page.sight import Sight

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.requests import Request

    from icpbot.playground.interact import People
    from icpbot.playground.records import File

HERE = Path(__file__).parent
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
TICK = 0.1
"""Seconds between two looks at whether something changed."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
_DOCUMENTS = {"application/pdf", "application/zip", "application/json"}


@dataclass
class Page:
    """The page over one workspace; `samples` is a folder of files to try."""

    people: People
    samples: Path | None = None
    seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def routes(self) -> list[BaseRoute]:
        """Everything below `/as/NAME`, and the files of the page itself."""
        reading = {
            "": self.enter, "/in/{channel}": self.conversation, "/home": self.home,
            "/files/{file}": self.file, "/canvas/{canvas}": self.canvas, "/changes": self.changes,
        }  # fmt: skip
        return [
            Mount("/static", StaticFiles(directory=HERE / "static")),
            *(Route("/as/{who}" + path, self._guarded(handler)) for path, handler in reading.items()),
            Route("/as/{who}/do/{what}", self._guarded(self.do), methods=["POST"]),
        ]

    def _guarded(self, handler: Callable[[Request, Sight], Awaitable[Response]]) -> Any:
        """Only for a browser that was pointed at this computer, and only for people who exist."""

        async def answer(request: Request) -> Response:
            if request.url.hostname not in LOOPBACK:
                return HTMLResponse("This page is for this computer only.", 403)
            # A page of another site cannot send this header without asking first.
            if request.method == "POST" and "x-playground" not in request.headers:
                return JSONResponse({"error": "This was not sent from the page."}, 403)
            who = request.path_params["who"]
            person = next((u for u in self._sight("").people() if u.name == who), None)
            if person is None:
                return RedirectResponse("/", 302)
            response = await handler(request, self._sight(person.id))
            for name, value in _HEADERS.items():
                response.headers.setdefault(name, value)
            return response

        return answer

    def _sight(self, person: str) -> Sight:
        users = self.people.team.users
        return Sight(self.people.context, users.get(person) or self.people.team.bot, self.seen)

    def first(self) -> str:
        """Where a browser begins."""
        return f"/as/{self._sight('').people()[0].name}"

    async def enter(self, _request: Request, sight: Sight) -> Response:
        """The first conversation of this person."""
        first = sight.channels()[0].channel
        return RedirectResponse(f"/as/{sight.person.name}/in/{first.id}", 302)

    async def conversation(self, request: Request, sight: Sight) -> Response:
        """A channel or direct message, with a thread beside it if one is named."""
        channel = sight.channel(request.path_params["channel"])
        if channel is None:
            return RedirectResponse(f"/as/{sight.person.name}", 302)
        thread = request.query_params.get("thread") or ""
        if thread and sight.shown(channel, thread) is None:
            thread = ""
        with self.people.team.changed:
            sight.look_at(channel)
            return HTMLResponse(self._render(sight, channel=channel, thread=thread))

    async def home(self, request: Request, sight: Sight) -> Response:
        """The App Home; opening it tells the app, looking again does not."""
        if "x-refresh" not in request.headers:
            self.people.open_home(sight.person)
        with self.people.team.changed:
            return HTMLResponse(self._render(sight, channel=None, thread=""))

    def _render(self, sight: Sight, **values: Any) -> str:
        return _templates().get_template("page.html").render(
            see=sight, team=self.people.team, me=sight.person, samples=grouped(self.samples),
            entries=sight.timeline(values["channel"]) if values["channel"] else [], **values,
        )  # fmt: skip

    async def file(self, request: Request, sight: Sight) -> Response:
        """A file as text or picture; what could run in a browser comes as text or is saved."""
        found = sight.file(request.path_params["file"])
        if found is None:
            return HTMLResponse("This file is not here, or not for you.", 404)
        return _served(found)

    async def canvas(self, request: Request, sight: Sight) -> Response:
        """A canvas as a page to read."""
        found = sight.canvas(request.path_params["canvas"])
        if found is None:
            return HTMLResponse("This canvas is not here, or not for you.", 404)
        shown = sight.markdown(found.markdown)
        page = _templates().get_template("canvas.html")
        return HTMLResponse(page.render(canvas=found, shown=shown, team=self.people.team))

    async def changes(self, request: Request, _sight: Sight) -> Response:
        """A stream that says when to look again."""
        return StreamingResponse(self._ticks(request), media_type="text/event-stream")

    async def _ticks(self, request: Request) -> AsyncIterator[str]:
        told = -1
        while not await request.is_disconnected():
            version = self.people.team.version
            if version != told:
                yield f"data: {version}\n\n"
                told = version
            await asyncio.sleep(TICK)

    async def do(self, request: Request, sight: Sight) -> Response:
        """One thing this person does."""
        what = request.path_params["what"]
        doing = Doing(self.people, sight, self.samples)
        act = doing.named(what)
        if act is None:
            return JSONResponse({"error": "There is no such thing to do."}, 404)
        async with request.form(max_files=100) as form:
            typed, files = await doing.typed(form), await doing.files(form)
            texts = _texts(form)
        try:
            return JSONResponse(await run_in_threadpool(act, {**texts, **files}, typed))
        except Refused as refused:
            return JSONResponse({"error": str(refused)}, 409)
        except (SlackError, UnknownPersonError) as refused:
            return JSONResponse(_said(refused), 409)


def _texts(form: Any) -> dict[str, Any]:
    return {name: value for name, value in form.items() if isinstance(value, str)}


_SENTENCES = {
    "not_in_channel": "You are not in this channel.",
    "is_archived": "This channel is archived.",
    "channel_not_found": "This conversation is not here any more.",
    "message_not_found": "This message is not here any more.",
    "interactivity_disabled": "The app does not take clicks: interactivity is off in its manifest.",
    "field_required": "Please fill this in.",
}


def _said(refused: SlackError | UnknownPersonError) -> dict[str, Any]:
    if isinstance(refused, UnknownPersonError):
        return {"error": "This is not here any more."}
    sentence = _SENTENCES.get(refused.error, f"Slack would refuse this: {refused.error}.")
    if "block_id" in refused.extra:
        return {"errors": {refused.extra["block_id"]: sentence}}
    return {"error": sentence}


def _served(file: File) -> Response:
    kind, _, _ = file.mimetype.partition(";")
    text = kind.startswith("text/") or kind in {"application/json", "application/x-subrip"} or _is_text(file)
    shown = kind if kind in _PICTURES else "text/plain; charset=utf-8" if text else "application/octet-stream"
    headers = {"Content-Security-Policy": "default-src 'none'; sandbox"}
    if shown == "application/octet-stream":
        headers["Content-Disposition"] = "attachment"
    return Response(file.content, media_type=shown, headers=headers)


def _is_text(file: File) -> bool:
    try:
        file.content.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in file.content


def _templates() -> Environment:
    return _ENVIRONMENT


def _fields_of(block: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    return [(element, field_name(block, element)) for element, _ in elements_of(block)]


def _size(number: int) -> str:
    return (
        f"{number} B"
        if number < 1000
        else f"{number / 1000:.0f} kB"
        if number < 10**6
        else f"{number / 10**6:.1f} MB"
    )


def _initials(name: str) -> str:
    words = name.split()
    return (words[0][0] + words[-1][0] if len(words) > 1 else name[:1]).upper()


_ENVIRONMENT = Environment(
    loader=PackageLoader("icpbot.playground.page"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
_ENVIRONMENT.filters |= {"size": _size, "initials": _initials}
_ENVIRONMENT.globals |= {"field_name": field_name}
