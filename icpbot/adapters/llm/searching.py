"""Implements `WebSearch` with the web search tool of OpenAI's Responses API."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ConfigDict, Field, ValidationError

from icpbot.adapters.llm.prompts import load
from icpbot.domain.cited import Pointer, Searched
from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.model import Model

if TYPE_CHECKING:
    from openai import OpenAI

TIMEOUT = 60.0
"""Seconds; a model reads several pages before it answers."""
RETRIES = 1
SEARCHES = 4
"""Calls of the tool for one company, each of which costs."""
LARGEST = 1_000_000
"""Bytes of a reply; a longer one is no answer about a handful of facts."""


class _Lenient(Model):
    model_config = ConfigDict(extra="ignore")


class _Annotation(_Lenient):
    type: str = ""
    url: str = ""
    start_index: int = -1
    end_index: int = -1


class _Part(_Lenient):
    type: str = ""
    text: str = ""
    annotations: list[_Annotation] = []


class _Item(_Lenient):
    type: str = ""
    status: str | None = None
    content: Any = None


class _Usage(_Lenient):
    total_tokens: int = Field(default=0, ge=0)


class _Answer(_Lenient):
    """The Responses API's reply, as far as we use it."""

    status: str
    output: list[_Item]
    usage: _Usage | None = None


class _Parts(_Lenient):
    content: list[_Part]


class OpenAISearch:
    """Asks the service; its client is opened at the first question."""

    def __init__(self, key: str, model: str, prompts: Path, *, url: str | None = None) -> None:
        self._key, self._model, self._prompts, self._url = key, model, prompts, url
        self._client: OpenAI | None = None

    def search(self, company: str, attributes: str) -> Searched:
        prompt = load(self._prompts, "web").filled({"company": company, "attributes": attributes})
        try:
            answer = _Answer.model_validate_json(self._answer(prompt))
            if answer.status != "completed":
                raise ModelUnavailable("web-down")
            return _searched(answer)
        except ValidationError as error:
            raise ModelUnavailable("web-down") from error

    def close(self) -> None:
        """Let go of the connections to the service."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _answer(self, prompt: str) -> bytes:
        from httpx import HTTPError
        from openai import OpenAIError

        try:
            reply = self._opened().responses.with_raw_response.create(
                model=self._model, input=prompt, max_tool_calls=SEARCHES, store=False,
                # Without a location the service searches as somebody in the United States.
                tools=[{"type": "web_search", "user_location": {"type": "approximate"}}],
            )  # fmt: skip
        except (OpenAIError, HTTPError) as error:
            raise ModelUnavailable("web-down") from error
        if len(reply.content) > LARGEST:
            raise ModelUnavailable("web-down")
        return reply.content

    def _opened(self) -> "OpenAI":
        from openai import OpenAI

        if self._client is None:
            self._client = OpenAI(api_key=self._key, base_url=self._url, max_retries=RETRIES, timeout=TIMEOUT)
        return self._client


def _searched(answer: _Answer) -> Searched:
    """The text with its pages; without a search it is the model's memory, which never counts."""
    tokens = answer.usage.total_tokens if answer.usage else 0
    if not any(item.type == "web_search_call" and item.status == "completed" for item in answer.output):
        return Searched(tokens=tokens)
    text, pointers = "", list[Pointer]()
    for part in _texts(answer):
        begin = len(text)
        pointers += [
            Pointer(start=begin + a.start_index, end=begin + a.end_index, url=a.url)
            for a in part.annotations if a.type == "url_citation" and a.end_index <= len(part.text)
        ]  # fmt: skip
        text += f"{part.text}\n"
    return Searched(text=text, pointers=tuple(pointers), tokens=tokens)


def _texts(answer: _Answer) -> Iterator[_Part]:
    for item in answer.output:
        if item.type == "message":
            parts = _Parts.model_validate({"content": item.content}).content
            yield from (part for part in parts if part.type == "output_text")
