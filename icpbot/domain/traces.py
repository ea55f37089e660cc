"""Traces: what a forgotten source left in things that quote it, and the same things without it."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from icpbot.domain.likeness import shingles
from icpbot.domain.model import Model
from icpbot.domain.sources import Source
from icpbot.domain.text import fold

GONE = "…"
"""What stands where words were."""

_KEPT = frozenset({"id", "name", "workspace", "source_id"})
"""Fields that tell a thing from others; they are never anybody's words."""

M = TypeVar("M", bound=Model)
Says = Callable[[str], bool]


def traces_of(gone: Iterable[Source], kept: Iterable[Source] = (), names: Iterable[str] = ()) -> Says:
    """Whether a text says five words in a row that only the forgotten sources say, or a whole name.
    `kept` are sources that may say the same, such as the corrected version of a forgotten one.
    """
    own: set[str] = set().union(*(shingles(source.text) for source in gone))
    own -= set().union(*(shingles(source.text) for source in kept))
    wanted = [words for name in names if (words := worded(name)).strip()]

    def says(text: str) -> bool:
        if wanted and any(name in worded(text) for name in wanted):
            return True
        return not own.isdisjoint(shingles(text))

    return says


def worded(text: str) -> str:
    """The folded words with a space around each, so that a name is found whole."""
    words = "".join(c if c.isalnum() else " " for c in fold(text)).split()
    return f" {' '.join(words)} "


def without(model: M, says: Says, put: str = GONE) -> M:
    """The same with `put` for every string in it that says so."""
    plain = model.model_dump(mode="json")
    cleaned = _cleaned(plain, says, put)
    return model if cleaned == plain else type(model).model_validate(cleaned)


def _cleaned(value: Any, says: Says, put: str) -> Any:
    if isinstance(value, dict):
        return {key: one if key in _KEPT else _cleaned(one, says, put) for key, one in value.items()}
    if isinstance(value, list):
        return [_cleaned(one, says, put) for one in value]
    return put if isinstance(value, str) and says(value) else value
