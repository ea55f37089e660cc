"""Implements `LanguageModel` with langchain: one system prompt, one typed reply."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from icpbot.adapters.llm.prompts import load
from icpbot.domain.errors import ModelUnavailable, TooLong
from icpbot.domain.model import Model

R = TypeVar("R", bound=Model)

TIMEOUT = 45.0
"""Seconds for one call; a person is waiting."""
RETRIES = 2


class ChatModel:
    def __init__(self, name: str, client: Callable[[], Any], prompts: Path) -> None:
        self.name = name
        self._client = client
        self._prompts = prompts
        self._opened: Any = None

    def ask(self, task: str, variables: Mapping[str, str], reply: type[R]) -> tuple[R, int]:
        prompt = load(self._prompts, task).filled(variables)
        if self._opened is None:
            self._opened = self._client()
        structured = self._opened.with_structured_output(reply, method="function_calling", include_raw=True)
        answer = self._call(structured, prompt)
        raw, parsed = answer["raw"], answer["parsed"]
        cut_off = getattr(raw, "response_metadata", {}).get("finish_reason") == "length"
        if cut_off:
            raise TooLong("notice-model-down")
        if not isinstance(parsed, reply):
            raise ModelUnavailable("notice-model-down") from answer.get("parsing_error")
        usage = getattr(raw, "usage_metadata", None) or {}
        return parsed, int(usage.get("total_tokens", 0))

    def close(self) -> None:
        """Let go of the connections to the service."""
        http = getattr(self._opened, "http_client", None)
        if http is not None:
            http.close()
        self._opened = None

    def _call(self, structured: Any, prompt: str) -> dict[str, Any]:
        from httpx import HTTPError
        from langchain_core.exceptions import ContextOverflowError, LangChainException
        from openai import OpenAIError

        try:
            result: dict[str, Any] = structured.invoke(prompt)
        except ContextOverflowError as error:
            raise TooLong("notice-model-down") from error
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
            raise ModelUnavailable("notice-model-down") from error
        return result


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
