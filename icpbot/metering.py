"""Metering: the parts of a desk, timed, counted and traced while they work. Part of `serving`."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from icpbot import late
from icpbot.bootstrap import Parts
from icpbot.domain.cited import Searched
from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.model import Model
from icpbot.domain.ranking import Filter, Hit
from icpbot.usecases.ports import Desk, LanguageModel, WebSearch

if TYPE_CHECKING:
    from icpbot.adapters.telemetry.spans import Spans
    from icpbot.adapters.web.metrics import Metrics
    from icpbot.domain.requests import Request

R = TypeVar("R", bound=Model)


@dataclass(frozen=True)
class Steps:
    """The steps of one request, each timed, and traced where somebody wants traces."""

    request: "Request"
    metrics: "Metrics"
    spans: "Spans | None" = None

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        with self.metrics.step(name):
            if self.spans is None:
                yield
                return
            with self.spans.step(self.request.id, self.request.kind, name):
                yield


class _Index(late.Index):
    def __init__(self, parts: Parts, steps: Steps) -> None:
        super().__init__(lambda: parts.index)
        self._steps = steps

    def search(self, query: str, where: Filter, k: int) -> list[Hit]:
        with self._steps.step("search"):
            return super().search(query, where, k)


class _Model:
    def __init__(self, model: LanguageModel, workspace: str, steps: Steps) -> None:
        self.name = model.name
        self._model = model
        self._workspace = workspace
        self._steps = steps

    def ask(
        self,
        task: str,
        variables: Mapping[str, str],
        reply: type[R],
        heard: Callable[[R], None] | None = None,
    ) -> tuple[R, int]:
        try:
            with self._steps.step("model"):
                answer, tokens = self._model.ask(task, variables, reply, heard)
        except ModelUnavailable:
            self._steps.metrics.model_failed(task)
            raise
        self._steps.metrics.spent(self._workspace, task, tokens)
        return answer, tokens


class _Web:
    def __init__(self, web: WebSearch, workspace: str, steps: Steps) -> None:
        self._web = web
        self._workspace = workspace
        self._steps = steps

    def search(self, company: str, attributes: str) -> Searched:
        try:
            with self._steps.step("web"):
                found = self._web.search(company, attributes)
        except ModelUnavailable:
            self._steps.metrics.model_failed("web")
            raise
        self._steps.metrics.spent(self._workspace, "web", found.tokens)
        return found


def metered(desk: Desk, parts: Parts, steps: Steps) -> Desk:
    """The same desk, which tells how long its index and its model take, and what that costs."""
    model = _Model(desk.model, desk.workspace, steps) if desk.model else None
    web = _Web(desk.web, desk.workspace, steps) if desk.web else None
    return replace(desk, index=_Index(parts, steps), model=model, web=web)
