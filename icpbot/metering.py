"""Metering: the parts of a desk, timed and counted while they work. Part of `serving`."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from icpbot.bootstrap import LateIndex, Parts
from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.model import Model
from icpbot.domain.ranking import Filter, Hit
from icpbot.usecases.ports import Desk, LanguageModel

if TYPE_CHECKING:
    from icpbot.adapters.web.metrics import Metrics

R = TypeVar("R", bound=Model)


class _Index(LateIndex):
    def __init__(self, parts: Parts, metrics: "Metrics") -> None:
        super().__init__(parts)
        self._metrics = metrics

    def search(self, query: str, where: Filter, k: int) -> list[Hit]:
        with self._metrics.step("search"):
            return super().search(query, where, k)


class _Model:
    def __init__(self, model: LanguageModel, workspace: str, metrics: "Metrics") -> None:
        self.name = model.name
        self._model = model
        self._workspace = workspace
        self._metrics = metrics

    def ask(self, task: str, variables: Mapping[str, str], reply: type[R]) -> tuple[R, int]:
        try:
            with self._metrics.step("model"):
                answer, tokens = self._model.ask(task, variables, reply)
        except ModelUnavailable:
            self._metrics.model_failed(task)
            raise
        self._metrics.spent(self._workspace, task, tokens)
        return answer, tokens


def metered(desk: Desk, parts: Parts, metrics: "Metrics") -> Desk:
    """The same desk, which tells how long its index and its model take, and what that costs."""
    model = _Model(desk.model, desk.workspace, metrics) if desk.model else None
    return replace(desk, index=_Index(parts, metrics), model=model)
