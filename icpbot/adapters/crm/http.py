"""Questions to one host over HTTP: time limits, a limit on size, retries that wait as they are told."""

import json
import logging
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from icpbot.domain.errors import Conflict, NotAllowed, Unavailable, UsageError

if TYPE_CHECKING:
    from httpx import Client, Response

TIMEOUT = 30.0
"""Seconds without a sign of life."""
ATTEMPTS = 6
LONGEST_WAIT = 120.0
"""Seconds; who asks us to wait longer is asked again at the next reading."""
MAX_BYTES = 32 * 1024 * 1024
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_LATER, _TOO_MANY = 500, 429

logging.getLogger("httpx").setLevel(logging.WARNING)


def checked_url(url: str) -> str:
    """The base address without a slash at its end; a token goes over TLS, or stays on this machine."""
    parts = urlsplit(url.strip())
    plain = parts.scheme == "http" and parts.hostname in _LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or plain) or parts.username or parts.query:
        raise UsageError("crm-url-wrong", name=parts.hostname or url[:80])
    return url.strip().rstrip("/")


@dataclass
class Waiting:
    """How time passes; tests bring their own."""

    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    clock: Callable[[], float] = time.monotonic


@dataclass
class Web:
    """One host, asked one question at a time and never faster than every `pace` seconds.

    `told_to_wait` gives the seconds that an answer asks for, or nothing; it may raise `Unavailable`.
    """

    system: str
    base: str
    headers: Mapping[str, str] = field(repr=False)
    told_to_wait: Callable[["Response", Any], float | None]
    pace: float = 0.0
    waiting: Waiting = field(default_factory=Waiting)
    server_time: datetime | None = None
    _client: "Client | None" = field(default=None, repr=False)
    _free_at: float = 0.0

    def get(self, path: str, **params: str | int | None) -> Any:
        return self.asked("GET", path, params={k: v for k, v in params.items() if v is not None})

    def post(self, path: str, body: Any, *, repeatable: bool = True) -> Any:
        """With `repeatable` off a question that may have been heard is not asked again."""
        return self.asked("POST", path, body=body, repeatable=repeatable)

    def asked(
        self, method: str, path: str, *, params: Mapping[str, Any] | None = None, body: Any = None,
        repeatable: bool = True,
    ) -> Any:  # fmt: skip
        """The JSON of the answer. Raises `UsageError` for a refused token, `NotAllowed` for a missing right,
        `Conflict` for a question that the host finds wrong, and `Unavailable`.
        """
        for attempt in range(ATTEMPTS):
            last = attempt == ATTEMPTS - 1
            wait, answer = self._once(method, path, params, body, repeatable=repeatable, last=last)
            if wait is None:
                return answer
            if last or wait > LONGEST_WAIT:
                break
            self.waiting.sleep(wait or 2.0**attempt * (0.5 + self.waiting.chance() / 2))
        raise Unavailable("crm-busy", system=self.system)

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def _once(
        self, method: str, path: str, params: Any, body: Any, *, repeatable: bool, last: bool
    ) -> tuple[float | None, Any]:
        """Seconds to wait before the next try (0: as we think best) or none, and the answer."""
        from httpx import ConnectError, HTTPError

        self._paced()
        try:
            with self._opened().stream(method, self.base + path, params=params, json=body) as response:
                raw = self._bounded(response)
        except HTTPError as error:
            if not last and (repeatable or isinstance(error, ConnectError)):
                return 0.0, None
            raise Unavailable("crm-not-answering", system=self.system) from error
        return self._judged(response, _parsed(raw), may_repeat=repeatable and not last)

    def _judged(self, response: "Response", found: Any, *, may_repeat: bool) -> tuple[float | None, Any]:
        status = response.status_code
        self.server_time = _date(response.headers.get("date")) or self.server_time
        if status == _TOO_MANY:
            told = self.told_to_wait(response, found)
            return _retry_after(response) or told or 0.0, None
        if 200 <= status < 300 and found is not None:
            self._free_at = self.waiting.clock() + max(self.pace, self.told_to_wait(response, found) or 0.0)
            return None, found
        if may_repeat and (status >= _LATER or 200 <= status < 300):
            return _retry_after(response) or 0.0, None
        raise self._refused(status)

    def _refused(self, status: int) -> Exception:
        if status == 401:
            return UsageError("crm-token-refused", system=self.system)
        if status == 403:
            return NotAllowed("crm-not-allowed", system=self.system)
        if 400 <= status < _LATER:
            return Conflict("crm-question-refused", system=self.system, status=status)
        if 300 <= status < 400:
            return Unavailable("crm-elsewhere", system=self.system)
        return Unavailable("crm-not-answering", system=self.system)

    def _bounded(self, response: "Response") -> bytes:
        raw = bytearray()
        for piece in response.iter_bytes():
            raw += piece
            if len(raw) > MAX_BYTES:
                raise Unavailable("crm-not-answering", system=self.system)
        return bytes(raw)

    def _paced(self) -> None:
        left = self._free_at - self.waiting.clock()
        if left > 0:
            self.waiting.sleep(left)

    def _opened(self) -> "Client":
        from httpx import Client

        if self._client is None:
            self._client = Client(headers=dict(self.headers), timeout=TIMEOUT, follow_redirects=False)
        return self._client


def _parsed(raw: bytes) -> Any:
    """An object or nothing; a page in HTML or half an answer is nothing."""
    try:
        found = json.loads(raw)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _retry_after(response: "Response") -> float | None:
    """Seconds, or until a date (RFC 9110, section 10.2.3)."""
    said = response.headers.get("retry-after", "").strip()
    if said.replace(".", "", 1).isdigit():
        return float(said)
    until = _date(said)
    now = _date(response.headers.get("date")) or datetime.now(UTC)
    return max(0.0, (until - now).total_seconds()) if until else None


def _date(said: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(said) if said else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found and found.tzinfo is None else found


def moment(said: Any) -> datetime | None:
    """An RFC 3339 time of an answer, in UTC."""
    try:
        found = datetime.fromisoformat(str(said)) if said else None
    except ValueError:
        return None
    if found is None:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def objects(found: Any) -> list[dict[str, Any]]:
    """The objects of a list, whatever else stands in it."""
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def number_text(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def unique_title(title: str, code: str, taken: set[str]) -> str:
    """Two fields may bear one title; the second shows how its code begins."""
    plain = " ".join(title.split()) or code
    chosen = plain if plain.casefold() not in taken else f"{plain} ({code[:8]})"
    taken.add(chosen.casefold())
    return chosen


def as_html(text: str) -> str:
    """What a note shows as it is written."""
    return escape(text, quote=False).replace("\n", "<br>")
