"""Answers: what a question gets, and what a model may propose for it."""

from collections.abc import Callable
from enum import StrEnum

from pydantic import Field

from icpbot.domain.grounding import Claim
from icpbot.domain.insights import InsightKind
from icpbot.domain.model import Model
from icpbot.domain.profile import Counts
from icpbot.domain.sources import Source
from icpbot.domain.translations import Translation


class Engine(StrEnum):
    MODEL = "model"
    EXTRACTIVE = "extractive"


class Answer(Model):
    """`counts` is there when the answer rests on a theme, with its `kind`; `notice` when a part was not
    available.
    """

    text: str
    language: str
    engine: Engine
    answered: bool
    claims: tuple[Claim, ...] = ()
    counts: Counts | None = None
    kind: InsightKind | None = None
    notice: str | None = None
    sources: dict[str, Source] = {}
    dropped: int = 0
    tokens: int = 0
    translations: dict[str, Translation] = {}
    """What foreign quotes mean, by their words."""


Tell = Callable[[Answer], None]
"""Shows what stands of an answer while the rest is worked out."""


class CitedWords(Model):
    """One place that says so."""

    passage_id: str
    """Id of a passage that was shown."""
    quote: str = Field(max_length=600)
    """Its exact words, copied, not translated."""


class AnswerClaim(Model):
    text: str = Field(max_length=500)
    """One statement in the language of the question; numbers only if a cited quote says them."""
    citations: list[CitedWords] = Field(max_length=5)


class ModelAnswer(Model):
    """The answer as claims, each with the words it rests on; no claims if the passages do not say."""

    claims: list[AnswerClaim] = Field(max_length=8)
