"""Implements `Hearing` with the audio API of OpenAI, or of any service that speaks it."""

import json
from typing import TYPE_CHECKING

from pydantic import ConfigDict, Field, ValidationError

from icpbot.domain.errors import Rejected
from icpbot.domain.model import Model

if TYPE_CHECKING:
    from openai import APIStatusError, OpenAI

MODEL = "whisper-1"
"""The one that gives times; services of other makers accept the name, too."""
MAX_MB = 25
"""What the API takes: platform.openai.com/docs/guides/speech-to-text."""
TIMEOUT = 300.0
"""Seconds; an hour of speech takes a minute or two."""
RETRIES = 2
_NO_KEY, _TOO_LARGE, _BUSY = {401, 403}, 413, 429


class _Answer(Model):
    model_config = ConfigDict(extra="ignore")


class _Segment(_Answer):
    text: str
    start: float = Field(ge=0)
    end: float | None = Field(default=None, ge=0)
    speaker: str | None = None


class _Heard(_Answer):
    """Whisper's `verbose_json`, as far as we use it; `text` alone is what poorer services give."""

    segments: tuple[_Segment, ...] = ()
    text: str = ""
    language: str | None = None

    @property
    def transcript(self) -> bytes:
        spoken = [each.model_dump(exclude_none=True) for each in self.segments if each.text.strip()]
        turns = spoken or [{"text": self.text}]
        return json.dumps({"language": self.language or "", "segments": turns}).encode()


class Transcriber:
    """Sends recordings to the service; its client is opened at the first one."""

    def __init__(self, key: str, *, url: str | None = None, retries: int = RETRIES) -> None:
        self._key, self._url, self._retries = key, url, retries
        self._client: OpenAI | None = None

    def heard(self, name: str, data: bytes) -> bytes:
        """Turns with their times as Whisper's JSON; raises `Rejected` with what went wrong."""
        if len(data) > MAX_MB * 1024 * 1024:
            raise Rejected("read-too-large", name=name, limit=MAX_MB)
        if not data.strip(b"\x00"):
            raise Rejected("read-empty", name=name)
        try:
            heard = _Heard.model_validate_json(self._answer(name, data))
        except ValidationError as error:
            raise Rejected("hear-down", name=name) from error
        if not heard.text.strip() and not any(each.text.strip() for each in heard.segments):
            raise Rejected("hear-silent", name=name)
        return heard.transcript

    def close(self) -> None:
        """Let go of the connections to the service."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _answer(self, name: str, data: bytes) -> bytes:
        from openai import APIStatusError, OpenAIError

        try:
            answer = self._opened().audio.transcriptions.with_raw_response.create(
                file=(_anonymous(name), data), model=MODEL, response_format="verbose_json"
            )
        except APIStatusError as error:
            raise Rejected(_reason(error), name=name, limit=MAX_MB) from error
        except OpenAIError as error:
            raise Rejected("hear-down", name=name) from error
        return answer.content

    def _opened(self) -> "OpenAI":
        from openai import OpenAI

        if self._client is None:
            self._client = OpenAI(
                api_key=self._key, base_url=self._url, max_retries=self._retries, timeout=TIMEOUT
            )
        return self._client


def _anonymous(name: str) -> str:
    """The service needs the ending alone, and people's names in file names are none of its business."""
    return f"recording.{name.rpartition('.')[2].lower()}"


def _reason(error: "APIStatusError") -> str:
    status = error.status_code
    if status in _NO_KEY:
        return "hear-key"
    if status == _BUSY:
        return "hear-busy"
    if status == _TOO_LARGE:
        return "read-too-large"
    return "hear-broken" if 400 <= status < 500 and status != 404 else "hear-down"
