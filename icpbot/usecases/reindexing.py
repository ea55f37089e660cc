"""Reindexing: the index follows the store when the embedder or the form of the index changes."""

from icpbot.usecases.ports import PassageIndex, Progress
from icpbot.usecases.stores import AccountStore, SourceStore

EVERYBODY, STAMP = "*", "index"
"""Where the name of the index that holds everything is kept: it serves all workspaces."""

_AT_ONCE = 100


def is_behind(index: PassageIndex, settings: AccountStore) -> bool:
    """Whether sources may be missing from this index: another embedder or an older form filled it."""
    return settings.setting(EVERYBODY, STAMP) != index.name


def catch_up(
    index: PassageIndex, sources: SourceStore, settings: AccountStore, progress: Progress | None = None
) -> None:
    """Add what is missing, then let go of what an earlier embedder left.

    Searching goes on meanwhile, by words and by what is already there. A run that was cut off goes on
    where it stopped.
    """
    fill(index, sources, missing_only=True, progress=progress)
    index.retire_others()
    settings.save_setting(EVERYBODY, STAMP, index.name)


def clear(index: PassageIndex, sources: SourceStore, settings: AccountStore) -> None:
    """Let go of what the store is about to lose; if that ends half-way, the next start fills it again."""
    settings.save_setting(EVERYBODY, STAMP, None)
    ids = sources.ids()
    for start in range(0, len(ids), _AT_ONCE):
        index.remove(ids[start : start + _AT_ONCE])


def fill(
    index: PassageIndex, sources: SourceStore, *, missing_only: bool = False, progress: Progress | None = None
) -> int:
    """Index every source, and let go of what belongs to none, or index every one that is not there; the
    number of passages indexed.
    """
    filled, ids = 0, sources.ids()
    strangers = [] if missing_only else index.strangers(ids)
    for number, source_id in enumerate(ids, 1):
        source = sources.get(source_id)
        if source and not (missing_only and all(index.held([source_id]).values())):
            passages = sources.passages_of(source_id)
            index.add(source, passages)
            filled += len(passages)
        if progress:
            progress("indexing", number, len(ids))
    gone = set(strangers).difference(sources.ids())  # a source is indexed before it is stored
    if gone:
        index.remove(sorted(gone))
    return filled
