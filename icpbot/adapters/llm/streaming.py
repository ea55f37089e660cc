"""A reply while it is written: what of it is finished is passed on, and a broken one is told from a whole."""

import time
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from langchain_core.callbacks import BaseCallbackHandler
from pydantic import ValidationError
from pydantic_core import from_json

from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.model import Model

R = TypeVar("R", bound=Model)


class Broken(ModelUnavailable):
    """A stream that never began, or ended before its reply did; the reply may be asked for as a whole."""


class Stream(BaseCallbackHandler, Generic[R]):
    """Listens to one reply; raises `TimeoutError` when the model takes longer than `seconds` for it.

    The time that `heard` takes is not counted.
    """

    raise_error = True

    def __init__(
        self,
        reply: type[R],
        heard: Callable[[R], None],
        *,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.begun = False
        self._reply = reply
        self._heard = heard
        self._clock = clock
        self._until = clock() + seconds
        self._calls: dict[Any, str] = {}
        self._known: R | None = None

    def on_llm_new_token(self, *_token: Any, chunk: Any = None, **_more: Any) -> None:
        """The signature is langchain's; a call comes in `chunk`, piece by piece."""
        self.begun = True
        now = self._clock()
        if now > self._until:
            raise TimeoutError
        for piece in getattr(getattr(chunk, "message", None), "tool_call_chunks", ()):
            known = self._calls.get(piece["index"], "")
            self._calls[piece["index"]] = known + (piece["args"] or "")
        self._pass_on()
        self._until += self._clock() - now

    def _pass_on(self) -> None:
        found = so_far(self.arguments, self._reply)
        if found is not None and found != self._known:
            self._known = found
        if self._known is not None:
            self._heard(self._known)

    @property
    def arguments(self) -> str:
        """The first call alone counts, as it does in a reply that comes as a whole."""
        return next(iter(self._calls.values()), "")

    def check(self, told: dict[str, Any]) -> None:
        """Raises `Broken` for a reply without an end, by what was `told` about it, and `ModelUnavailable` for
        one whose end does not close it: langchain would take what there is of it.
        """
        if self.begun and not (told.get("finish_reason") or told.get("stop_reason")):
            raise Broken("notice-model-down")
        try:
            from_json(self.arguments or "{}")
        except ValueError as error:
            raise ModelUnavailable("notice-model-down") from error


def so_far(arguments: str, reply: type[R]) -> R | None:
    """The reply without the last item of each list, which may still grow; nothing where that is none."""
    try:
        found = from_json(arguments, allow_partial=True)
        if not isinstance(found, dict):
            return None
        whole = {key: value[:-1] if isinstance(value, list) else value for key, value in found.items()}
        return reply.model_validate(whole)
    except (ValueError, ValidationError):
        return None
