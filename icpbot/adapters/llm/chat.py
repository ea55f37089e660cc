"""Implements `LanguageModel` with langchain: one system prompt, one typed reply, heard as it is written."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from icpbot.adapters.llm.prompts import load
from icpbot.domain.errors import ModelUnavailable, TooLong
from icpbot.domain.model import Model

if TYPE_CHECKING:
    from icpbot.adapters.llm.streaming import Stream

R = TypeVar("R", bound=Model)

TIMEOUT = 45.0
"""Seconds for one call; a person is waiting."""
RETRIES = 2
STREAMS = 3
"""In a row that break, or do not tell what they cost, after which replies are asked for as a whole."""


class ChatModel:
    def __init__(self, name: str, client: Callable[[], Any], prompts: Path) -> None:
        self.name = name
        self._client = client
        self._prompts = prompts
        self._opened: Any = None
        self._streams = STREAMS

    def ask(
        self,
        task: str,
        variables: Mapping[str, str],
        reply: type[R],
        heard: Callable[[R], None] | None = None,
    ) -> tuple[R, int]:
        from icpbot.adapters.llm.streaming import Broken

        prompt = load(self._prompts, task).filled(variables)
        if self._opened is None:
            self._opened = self._client()
        client = self._opened
        if heard and self._streams > 0:
            try:
                return self._streamed(client, prompt, reply, heard)
            except Broken:
                pass  # the service may still say it as a whole
        return _checked(_call(client, prompt, reply), reply)

    def _streamed(
        self, client: Any, prompt: str, reply: type[R], heard: Callable[[R], None]
    ) -> tuple[R, int]:
        from icpbot.adapters.llm.streaming import Broken, Stream

        stream = Stream(reply, heard, seconds=TIMEOUT)
        streaming = client.model_copy(update={"streaming": True, "stream_usage": True})
        try:
            answer = _call(streaming, prompt, reply, stream)
            stream.check(answer["raw"].response_metadata)
        except Broken:
            self._streams -= 1
            raise
        parsed, tokens = _checked(answer, reply)
        self._streams = STREAMS if tokens else self._streams - 1
        return parsed, tokens

    def close(self) -> None:
        """Let go of the connections to the service."""
        http = getattr(self._opened, "http_client", None)
        if http is not None:
            http.close()
        self._opened = None


def _call(client: Any, prompt: str, reply: type[R], stream: "Stream[R] | None" = None) -> dict[str, Any]:
    from httpx import HTTPError, TimeoutException
    from langchain_core.exceptions import ContextOverflowError, LangChainException
    from openai import APITimeoutError, OpenAIError

    from icpbot.adapters.llm.streaming import Broken

    structured = client.with_structured_output(reply, method="function_calling", include_raw=True)
    try:
        result: dict[str, Any] = structured.invoke(prompt, {"callbacks": [stream] if stream else []})
    except ContextOverflowError as error:
        raise TooLong("notice-model-down") from error
    except (APITimeoutError, TimeoutException, TimeoutError) as error:
        raise ModelUnavailable("notice-model-down") from error
    except (
        OpenAIError,
        LangChainException,
        HTTPError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
    ) as error:
        # The last four are what clients raise when a service answers with something else
        # than the protocol; whatever it was, the model has not answered.
        if stream and (stream.begun or not _away(error)):
            raise Broken("notice-model-down") from error
        raise ModelUnavailable("notice-model-down") from error
    return result


def _away(error: Exception) -> bool:
    """Whether the service refused, after all retries, what it would refuse of any other request too."""
    from openai import AuthenticationError, InternalServerError, PermissionDeniedError, RateLimitError

    return isinstance(
        error, (AuthenticationError, InternalServerError, PermissionDeniedError, RateLimitError)
    )


def _checked(answer: dict[str, Any], reply: type[R]) -> tuple[R, int]:
    raw, parsed = answer["raw"], answer["parsed"]
    if raw.response_metadata.get("finish_reason") == "length":
        raise TooLong("notice-model-down")
    if not isinstance(parsed, reply):
        raise ModelUnavailable("notice-model-down") from answer.get("parsing_error")
    usage = raw.usage_metadata or {}
    return parsed, int(usage.get("total_tokens", 0))


def open_chat(name: str, prompts: Path, *, key: str | None = None, url: str | None = None) -> ChatModel:
    """A model by `provider:model`; nothing is imported or connected before the first question.

    Key and URL are those of an OpenAI-compatible service; other providers read their own.
    """

    def client() -> Any:
        from httpx import Client
        from langchain.chat_models import init_chat_model

        given: dict[str, Any] = {}
        if name.startswith("openai:"):
            # A client of our own: the default one is shared by the whole process and cannot be closed.
            given["http_client"] = Client(timeout=TIMEOUT)
            given |= {option: value for option, value in (("api_key", key), ("base_url", url)) if value}
        return init_chat_model(name, timeout=TIMEOUT, max_retries=RETRIES, **given)

    return ChatModel(name, client, prompts)
