"""A model that fails in bounded time: a breaker, others to fall back on, and replies that are remembered."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from icpbot.domain.errors import ModelUnavailable, TooLong
from icpbot.domain.model import Model

R = TypeVar("R", bound=Model)
Heard = Callable[[R], None]

FAILURES = 3
"""In a row, after which a service is left alone: each may have cost people a minute of waiting."""
PAUSE = 60.0
"""Seconds until one request tries it again."""
KEPT = 256
"""Replies that are remembered in this process; none is written anywhere."""


class Asked(Protocol):
    """What of a model is needed here."""

    @property
    def name(self) -> str: ...

    def ask(
        self, task: str, variables: Mapping[str, str], reply: type[R], heard: Heard[R] | None = None
    ) -> tuple[R, int]: ...

    def close(self) -> None: ...


class Breaker:
    """Asks nothing for a while of a model that failed several times in a row; then one request tries."""

    def __init__(self, model: Asked, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.name = model.name
        self._model = model
        self._clock = clock
        self._failures = 0
        self._until = 0.0
        self._turn = threading.Lock()

    def ask(
        self, task: str, variables: Mapping[str, str], reply: type[R], heard: Heard[R] | None = None
    ) -> tuple[R, int]:
        self._admit()
        try:
            answer = self._model.ask(task, variables, reply, heard)
        except TooLong:
            raise  # it answers
        except ModelUnavailable:
            self._failed()
            raise
        with self._turn:
            self._failures = 0
        return answer

    def _admit(self) -> None:
        with self._turn:
            if self._failures >= FAILURES:
                if self._clock() < self._until:
                    raise ModelUnavailable("notice-model-down")
                self._until = self._clock() + PAUSE  # the others wait for how this one ends

    def _failed(self) -> None:
        with self._turn:
            self._failures += 1
            self._until = self._clock() + PAUSE

    def close(self) -> None:
        self._model.close()


class Fallbacks:
    """The first of several models that answers."""

    def __init__(self, models: Sequence[Asked]) -> None:
        self._models = models
        self.name = models[0].name

    def ask(
        self, task: str, variables: Mapping[str, str], reply: type[R], heard: Heard[R] | None = None
    ) -> tuple[R, int]:
        failed: ModelUnavailable | None = None
        for model in self._models:
            try:
                return model.ask(task, variables, reply, heard)
            except ModelUnavailable as error:
                failed = error
        assert failed is not None
        raise failed

    def close(self) -> None:
        for model in self._models:
            model.close()


class Recalling:
    """The same question over the same passages is asked once, and costs nothing the second time."""

    def __init__(self, model: Asked, keep: int = KEPT) -> None:
        self.name = model.name
        self._model = model
        self._keep = keep
        self._known: OrderedDict[tuple[object, ...], Model] = OrderedDict()
        self._turn = threading.Lock()

    def ask(
        self, task: str, variables: Mapping[str, str], reply: type[R], heard: Heard[R] | None = None
    ) -> tuple[R, int]:
        key = (task, reply, *sorted(variables.items()))
        with self._turn:
            known = self._known.get(key)
        if isinstance(known, reply):
            return known, 0
        answer, tokens = self._model.ask(task, variables, reply, heard)
        with self._turn:
            self._known[key] = answer
            while len(self._known) > self._keep:
                self._known.popitem(last=False)
        return answer, tokens

    def forget(self) -> None:
        """Nothing that was said of anybody stays."""
        with self._turn:
            self._known.clear()

    def close(self) -> None:
        self._model.close()
