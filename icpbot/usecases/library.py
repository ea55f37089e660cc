"""The library: finding what has been read."""

from typing import TypedDict, Unpack

from icpbot.domain.errors import NotFound
from icpbot.domain.periods import Period
from icpbot.domain.ranking import Filter, Hit, spread, stretches, within_words
from icpbot.domain.sources import EVERYTHING, Reader, Source
from icpbot.usecases.ports import Desk

MOST = 200
"""Candidates fetched when the page is limited by words."""


class Narrower(TypedDict, total=False):
    """What a search may be narrowed to."""

    source: str | None
    account: str | None
    language: str | None
    period: Period | None


def search(
    query: str,
    reader: Reader,
    *,
    desk: Desk,
    k: int = 10,
    words: int | None = None,
    **narrower: Unpack[Narrower],
) -> list[Hit]:
    """The best passages a reader may see; at most a few of one source unless one is asked for."""
    hits = desk.index.search(query, within(reader, **narrower), MOST if words else max(k * 5, 50))
    ordered = hits if narrower.get("source") else spread(hits)
    return within_words(ordered, words) if words else ordered[:k]


def places(query: str, reader: Reader, *, desk: Desk, k: int = 10, **narrower: Unpack[Narrower]) -> list[Hit]:
    """The best places to read on: passages that stand side by side in a source are one place."""
    hits = desk.index.search(query, within(reader, **narrower), max(k * 3, 30))
    joined = list(stretches(hits, lambda key: _text(key, desk)))
    return (joined if narrower.get("source") else spread(joined))[:k]


def within(reader: Reader, **narrower: Unpack[Narrower]) -> Filter:
    """What may be searched for a reader."""
    return Filter(workspace=reader.workspace, audiences=audiences(reader), **narrower)


def _text(source_id: str, desk: Desk) -> str:
    source = desk.sources.get(source_id)
    return source.text if source else ""


def audiences(reader: Reader) -> tuple[str, ...]:
    """What a filter wants: nothing listed means everything is readable."""
    return () if EVERYTHING in reader.audiences else reader.readable


def find_source(name: str, reader: Reader, *, desk: Desk) -> Source:
    """A source by its id, its path or its file name."""
    for source in desk.sources.all(reader):
        if name in {source.id, source.path, source.path.rsplit("/", 1)[-1]}:
            return source
    raise NotFound("source-unknown", name=name)
