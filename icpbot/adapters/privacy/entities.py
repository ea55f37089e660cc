"""Names, places and numbers of people, found by presidio over spaCy, on this machine alone.

Which pipeline reads which language is a setting. What is not installed is never downloaded: presidio's own
engine would, and its recognisers of e-mail and web addresses ask the network for lists, so they stay out.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from icpbot.adapters.privacy import ANY, BLANK
from icpbot.domain.disguise import Personal, Span
from icpbot.domain.errors import UsageError

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine, RecognizerResult

CERTAIN_AT = 0.5
"""presidio's score of a form that is seldom anything else; a weaker one needs a word beside it that says
what it is, and what fails its checksum is never taken."""
MASKS = {"PERSON": "[person]", "LOCATION": "[place]"}
NUMBER = "[id]"
"""What stands for a number of one person or machine: PESEL, NHS, NINO, SSN, ITIN, an IP address."""


class Entities:
    """Implements `Personal`: what `first` finds, and the names and places around it.

    `pipelines` are names or folders of spaCy pipelines by language, `ANY` among them. They are loaded when
    the first text is to leave the machine; one that cannot be is a `UsageError`, and no text leaves.
    """

    def __init__(
        self, first: Personal, pipelines: Mapping[str, str], language_of: Callable[[str], str | None]
    ) -> None:
        _check(pipelines)
        self._first = first
        self._pipelines = {ANY: BLANK, **pipelines}
        self._language_of = language_of
        self._engine: AnalyzerEngine | None = None
        self._opening = threading.Lock()

    def __call__(self, text: str) -> list[Span]:
        found = self._opened().analyze(text, self._key(text), score_threshold=CERTAIN_AT)
        return sorted([*self._first(text), *_spans(text, found)])

    def _key(self, text: str) -> str:
        language = self._language_of(text)
        return language if language in self._pipelines else ANY

    def _opened(self) -> "AnalyzerEngine":
        with self._opening:
            if self._engine is None:
                from icpbot.adapters.privacy.engine import opened

                self._engine = opened(self._pipelines, list(MASKS))
            return self._engine


def _check(pipelines: Mapping[str, str]) -> None:
    """Whether everything is installed, without the seconds that loading takes."""
    if find_spec("presidio_analyzer") is None:
        raise UsageError("presidio-extra-missing", name="icpbot[presidio]")
    for name in pipelines.values():
        if name != BLANK and not Path(name).is_dir() and not _is_package(name):
            raise UsageError("presidio-pipeline-missing", name=name)


def _is_package(name: str) -> bool:
    return name.isidentifier() and find_spec(name) is not None


def _spans(text: str, found: "list[RecognizerResult]") -> Iterator[Span]:
    for one in found:
        mask = MASKS.get(one.entity_type, NUMBER)
        # Some patterns match the middle of a longer number, whose check digits then say nothing.
        around = text[max(0, one.start - 1) : one.start] + text[one.end : one.end + 1]
        if mask is not NUMBER or not any(c.isdigit() for c in around):
            yield one.start, one.end, mask
