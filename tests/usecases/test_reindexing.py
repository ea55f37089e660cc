"""The index follows the store: after a new embedder, an upgrade, or a run that was cut off."""

import pytest

from icpbot.domain.ranking import Filter
from icpbot.usecases.reindexing import EVERYBODY, STAMP, catch_up, fill, is_behind

TALKS = {
    "a.txt": "Kierowcy gubią papiery.",
    "b.txt": "Die Fahrer verlieren Papiere.",
    "c.txt": "司机弄丢了文件。",
}


@pytest.fixture
def parts(desk):
    return desk.leavings._parts


def vectors_of_another_embedder(parts):
    """The same index as it stands right after the embedder's name has changed."""
    from icpbot.adapters.index.vectors import ChromaVectors

    older = parts.vectors
    parts.__dict__["vectors"] = ChromaVectors(older._client, older.name + "-newer")
    parts.__dict__.pop("index")
    return older


def test_a_fresh_library_is_up_to_date(desk, parts, add):
    add(TALKS["a.txt"], "a.txt")

    assert not is_behind(parts.index, desk.accounts)


def test_a_new_embedder_fills_its_own_index_and_the_old_one_goes(desk, parts, add):
    for name, text in TALKS.items():
        add(text, name)
    vectors_of_another_embedder(parts)

    found = desk.index.search("司机", Filter(workspace=desk.workspace), 5)

    assert found
    assert parts.vectors.count() == len(TALKS)
    names = [collection.name for collection in parts.vectors._client().list_collections()]
    assert names == [parts.vectors.name]


def test_what_was_cut_off_goes_on_where_it_stopped(desk, parts, add):
    sources = [add(text, name).source for name, text in TALKS.items()]
    parts.index.remove([sources[1].id])
    desk.accounts.save_setting(EVERYBODY, STAMP, "an older form")
    looked_at = []

    catch_up(Spied(parts.index, looked_at), desk.sources, desk.accounts)

    assert looked_at == [sources[1].id]
    assert not is_behind(parts.index, desk.accounts)


def test_searching_goes_on_by_words_while_vectors_are_missing(desk, parts, add):
    source = add(TALKS["a.txt"], "a.txt").source
    parts.vectors.remove([source.id])

    hits = desk.index.search("papiery", Filter(workspace=desk.workspace), 5)

    assert [hit.passage.source_id for hit in hits] == [source.id]


def test_filling_anew_changes_nothing_that_is_found(desk, parts, add):
    for name, text in TALKS.items():
        add(text, name)
    where = Filter(workspace=desk.workspace)
    before = [hit.passage for hit in desk.index.search("Papiere", where, 5)]

    assert fill(parts.index, desk.sources) == len(TALKS)
    assert [hit.passage for hit in desk.index.search("Papiere", where, 5)] == before


class Spied:
    """The index, telling which sources are added."""

    def __init__(self, index, added):
        self._index, self._added = index, added

    def __getattr__(self, name):
        return getattr(self._index, name)

    def add(self, source, passages):
        self._added.append(source.id)
        self._index.add(source, passages)
