"""Ranking: hits in a row read as one, no source allowed to fill the page, a budget in words."""

from collections.abc import Callable, Iterator, Sequence

from icpbot.domain.model import Model
from icpbot.domain.passages import Passage
from icpbot.domain.periods import Period
from icpbot.domain.text import word_count

PER_SOURCE = 3
"""Stretches of one source on a page, unless the search is within that source."""
JOINED_AT, JOINED_WORDS = 0.13, 360
"""A neighbour joins a hit when it falls behind it by no more than this in score (0.6 of its evidence),
and until so many words are reached."""


class Hit(Model):
    """`similarity` is the cosine of meaning, `overlap` the share of the query's
    terms it says, telling terms counting more.
    """

    passage: Passage
    score: float
    similarity: float = 0.0
    overlap: float = 0.0


class Filter(Model):
    """What may be searched; applied before ranking. `audiences` empty means everything."""

    workspace: str
    audiences: tuple[str, ...] = ()
    source: str | None = None
    account: str | None = None
    language: str | None = None
    period: Period | None = None
    """When the conversation took place; one of an unknown day lies in no period."""


def stretches(hits: Sequence[Hit], text_of: Callable[[str], str]) -> Iterator[Hit]:
    """Hits that stand side by side in a source as one, best first.

    A long answer is several passages; five pieces of it would hide the next four places.
    `text_of` gives the canonical text of a source.
    """
    for run in _runs(hits):
        first, last = run[min(run)].passage, run[max(run)].passage
        best = next(iter(run.values()))
        text = best.passage.text if first == last else text_of(first.source_id)[first.start : last.end]
        speakers = [name for n in sorted(run) for name in run[n].passage.speakers]
        joined = {"start": first.start, "end": last.end, "text": text, "time": first.time,
                  "turns": (first.turns[0], last.turns[1]), "speakers": tuple(dict.fromkeys(speakers)),
                  "context": first.context}  # fmt: skip
        yield best.model_copy(update={"passage": best.passage.model_copy(update=joined)})


def _runs(hits: Sequence[Hit]) -> list[dict[int, Hit]]:
    """Hits by their number in the source, the best of a run first."""
    runs: list[dict[int, Hit]] = []
    for hit in hits:
        fitting = (run for run in runs if _joins(hit, run))
        run = next(fitting, None)
        if run is None:
            runs.append({hit.passage.number: hit})
        else:
            run[hit.passage.number] = hit
    return runs


def _joins(hit: Hit, run: dict[int, Hit]) -> bool:
    best = next(iter(run.values()))
    beside = hit.passage.number in {min(run) - 1, max(run) + 1}
    same = hit.passage.source_id == best.passage.source_id and hit.score >= best.score - JOINED_AT
    return (
        beside and same and sum(word_count(one.passage.text) for one in (*run.values(), hit)) <= JOINED_WORDS
    )


def spread(hits: Sequence[Hit], per_source: int = PER_SOURCE) -> list[Hit]:
    """The same order with at most `per_source` hits of one source; the surplus goes to the end."""
    first: list[Hit] = []
    surplus: list[Hit] = []
    seen: dict[str, int] = {}
    for hit in hits:
        source = hit.passage.source_id
        seen[source] = seen.get(source, 0) + 1
        (first if seen[source] <= per_source else surplus).append(hit)
    return first + surplus


def in_order(hits: Sequence[Hit], ids: Sequence[str]) -> list[Hit]:
    """Hits in the order of the ids of their passages; those that are not named follow as they stood."""
    places = {key: place for place, key in reversed(list(enumerate(ids)))}
    return sorted(hits, key=lambda hit: places.get(hit.passage.id, len(ids)))


def within_words(hits: Sequence[Hit], words: int) -> list[Hit]:
    """Hits, best first, until so many words are reached."""
    taken: list[Hit] = []
    total = 0
    for hit in hits:
        if total >= words:
            break
        taken.append(hit)
        total += word_count(hit.passage.text)
    return taken
