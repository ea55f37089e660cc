"""Files that people shared: fetched with our token, from Slack and from nowhere else."""

import http.client
import time
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import SplitResult, urlsplit

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from icpbot.adapters.slack.client import logger
from icpbot.adapters.slack.trouble import NETWORK, code
from icpbot.domain.errors import Rejected
from icpbot.domain.requests import FileRef

MEGABYTES = 50
STALL_SECONDS = 20.0
TOTAL_SECONDS = 60.0
"""With one last stall on top this stays under the 90 seconds after which people are told."""
TRIES = 3
STEP = 0.5
PIECE = 1 << 16
_SLACK = ("slack.com", "slack-gov.com")


class _StayHere(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the token away; Slack sends one only to its login page."""

    def redirect_request(self, *_args: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_StayHere)


def fetch(file: FileRef, client: WebClient) -> bytes:
    """Contents of a file; raises `Rejected` with the sentence for its sender."""
    url = file.url or _looked_up(file, client)
    if not trusted(url, client.base_url):
        raise Rejected("file-not-trusted", name=file.name)
    if file.size > MEGABYTES * 1_000_000:
        raise Rejected("read-too-large", name=file.name, limit=MEGABYTES)
    deadline = time.monotonic() + TOTAL_SECONDS
    for attempt in range(TRIES):
        try:
            return _download(url, file, str(client.token), deadline)
        except (OSError, http.client.HTTPException) as error:
            logger.warning("file %s was not fetched: %s", file.id, _kind(error))
            wait = _wait(error, attempt)
            if wait is None or time.monotonic() + wait > deadline:
                break
            time.sleep(wait)
    raise Rejected("file-not-fetched", name=file.name)


def trusted(url: str, api_url: str) -> bool:
    """True for the very host that answers our calls; for the real Slack, for its other hosts too."""
    try:
        place, api = urlsplit(url), urlsplit(api_url)
        here, there = _origin(api), _origin(place)
    except ValueError:
        return False
    if here == there:
        return True
    for domain in _SLACK:
        if api.hostname == domain or str(api.hostname).endswith(f".{domain}"):
            return place.scheme == "https" and str(place.hostname).endswith(f".{domain}")
    return False


def _origin(url: SplitResult) -> tuple[str, str | None, int]:
    if url.scheme not in {"http", "https"}:
        raise ValueError(url.scheme)
    return url.scheme, url.hostname, url.port or (443 if url.scheme == "https" else 80)


def _looked_up(file: FileRef, client: WebClient) -> str:
    try:
        found = client.files_info(file=file.id)["file"]
    except (SlackApiError, *NETWORK) as error:
        logger.warning("file %s was not found: %s", file.id, code(error))
        raise Rejected("file-not-fetched", name=file.name) from error
    return str(found.get("url_private_download") or found.get("url_private") or "")


def _download(url: str, file: FileRef, token: str, deadline: float) -> bytes:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})  # noqa: S310 - `trusted` allows http and https only
    with _OPENER.open(request, timeout=STALL_SECONDS) as response:
        if _is_page(response.headers.get_content_type(), file):
            raise Rejected("file-not-fetched", name=file.name)
        return _read(response, file, deadline)


def _is_page(content_type: str, file: FileRef) -> bool:
    """Slack answers a token it does not accept with its login page, and status 200."""
    return content_type == "text/html" and not file.name.lower().endswith((".html", ".htm"))


def _read(response: http.client.HTTPResponse, file: FileRef, deadline: float) -> bytes:
    pieces, size = [], 0
    # `read1` returns what is there: a server that drips cannot keep us beyond the deadline.
    while piece := response.read1(PIECE):
        size += len(piece)
        if size > MEGABYTES * 1_000_000:
            raise Rejected("read-too-large", name=file.name, limit=MEGABYTES)
        if time.monotonic() > deadline:
            raise TimeoutError
        pieces.append(piece)
    announced = response.headers.get("Content-Length")
    if announced and announced.isdigit() and int(announced) != size:
        raise http.client.IncompleteRead(b"", int(announced) - size)
    return b"".join(pieces)


def _wait(error: BaseException, attempt: int) -> float | None:
    """Seconds until it is worth another try; nothing when Slack's answer is final."""
    if not isinstance(error, urllib.error.HTTPError):
        return STEP * 2.0**attempt
    if error.code == 429:
        asked = str(error.headers.get("Retry-After", "1"))
        return float(asked) if asked.isdigit() else 1.0
    return STEP * 2.0**attempt if error.code >= 500 else None


def _kind(error: BaseException) -> str:
    return f"status {error.code}" if isinstance(error, urllib.error.HTTPError) else type(error).__name__
