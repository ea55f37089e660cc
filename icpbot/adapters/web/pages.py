"""Profiles at their signed addresses: read by whoever has one, kept by nobody on the way."""

from collections.abc import Callable
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from icpbot.domain.errors import IcpbotError

Shown = tuple[int, str, bytes, str]
"""(status, language, HTML, content policy)"""
Show = Callable[[str, str], Shown]
"""(address, languages the browser asks for) → what is shown; raises `Unavailable`."""

HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
BARE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def profile_route(show: Show) -> Route:
    """`GET /profiles/ADDRESS`."""

    async def endpoint(request: Request) -> Response:
        wanted = request.headers.get("Accept-Language", "")
        address = request.path_params["address"]
        try:
            status, language, content, policy = await run_in_threadpool(show, address, wanted)
        except IcpbotError:
            return PlainTextResponse("not available now", status_code=503, headers=HEADERS)
        headers = HEADERS | {"Content-Security-Policy": policy, "Content-Language": language}
        return Response(content, status_code=status, headers=headers, media_type="text/html")

    return Route("/profiles/{address}", endpoint, methods=["GET"])


def sentence_page(sentence: str, language: str) -> bytes:
    """One sentence, readable on a telephone."""
    shown = escape(sentence)
    return (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex"><title>icpbot</title></head>'
        f"<body><p>{shown}</p></body></html>"
    ).encode()


def preferred(wanted: str, spoken: tuple[str, ...]) -> str:
    """The first language of an Accept-Language header that we speak, by its weights (RFC 9110, 12.5.4)."""
    weighed: list[tuple[float, str]] = []
    for part in wanted.split(",")[:20]:
        name, _, weight = part.strip().partition(";q=")
        code = name.partition("-")[0].lower()
        if code in spoken:
            weighed.append((-_weight(weight), code))
    return min(weighed, key=lambda one: one[0])[1] if weighed else "en"


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
