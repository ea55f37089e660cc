"""Reindexing: the index follows the store when the embedder or the form of the index changes."""

from icpbot.usecases.ports import AccountStore, PassageIndex, Progress, SourceStore

EVERYBODY, STAMP = "*", "index"
"""Where the name of the index that holds everything is kept: it serves all workspaces."""


def is_behind(index: PassageIndex, settings: AccountStore) -> bool:
    """Whether sources may be missing from this index: another embedder or an older form filled it."""
    return settings.setting(EVERYBODY, STAMP) != index.name


def catch_up(index: PassageIndex, sources: SourceStore, settings: AccountStore) -> None:
    """Add what is missing, then let go of what an earlier embedder left.

    Searching goes on meanwhile, by words and by what is already there. A run that was cut off goes on
    where it stopped.
    """
    fill(index, sources, missing_only=True)
    index.retire_others()
    settings.save_setting(EVERYBODY, STAMP, index.name)


def fill(
    index: PassageIndex, sources: SourceStore, *, missing_only: bool = False, progress: Progress | None = None
) -> int:
    """Index every source, or every one that is not there; the number of passages indexed."""
    filled, ids = 0, sources.ids()
    for number, source_id in enumerate(ids, 1):
        source = sources.get(source_id)
        if source and not (missing_only and all(index.held([source_id]).values())):
            passages = sources.passages_of(source_id)
            index.add(source, passages)
            filled += len(passages)
        if progress:
            progress("indexing", number, len(ids))
    return filled
