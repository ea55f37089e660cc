"""What the index does, embedded and over HTTP."""

from datetime import UTC, datetime

import pytest

from icpbot.adapters.index.hybrid import HybridIndex
from icpbot.adapters.index.vectors import ChromaVectors, embedded, server
from icpbot.adapters.store.engine import open_database
from icpbot.adapters.store.sources import SqlSources
from icpbot.adapters.store.words import open_words
from icpbot.domain.errors import InUse, Unavailable
from icpbot.domain.likeness import sketch
from icpbot.domain.passages import split
from icpbot.domain.queries import Asking
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import Kind, Origin, Source, Turn

TEXTS = {
    "en": "We spend two hours every day re-typing delivery notes into the system.",
    "pl": "Kierowcy nie chcą instalować kolejnej aplikacji na telefonie.",
    "cs": "Faktury posíláme pozdě, protože chybí podepsané dodací listy.",
    "uk": "Бухгалтерія чекає на підписані накладні цілий тиждень.",
    "zh": "司机每天要打印很多送货单，非常麻烦。",
}


def empty_postgres(request):
    from icpbot.adapters.store.schema import metadata

    engine = open_database(request.getfixturevalue("postgres"))
    with engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
    return engine


def source(name, text, **about):
    fields = {"workspace": "w", "audience": "workspace", "language": name, "account": f"Account {name}"}
    return Source(
        id=f"s-{name}", path=f"{name}.txt", kind=Kind.INTERVIEW, origin=Origin.FIRST_HAND, content_hash=name,
        added_at=datetime(2026, 1, 1, tzinfo=UTC), turns=(Turn(speaker="A", text=text),), **{**fields, **about},
    )  # fmt: skip


@pytest.fixture(params=["embedded", "servers"])
def index(request, tmp_path, encoder):
    """On SQLite with the embedded index, and on PostgreSQL with a Chroma server."""
    if request.param == "embedded":
        engine = open_database(f"sqlite:///{tmp_path / 'icpbot.db'}")
        client = embedded(tmp_path / "chroma")
    else:
        engine = empty_postgres(request)
        client = server(request.getfixturevalue("chroma_server"))
    vectors = ChromaVectors(client, f"passages-{request.node.name[:30].strip('-[]_')}x")
    store = SqlSources(engine)
    index = HybridIndex(vectors, open_words(engine), encoder.encode, store, lambda: Asking(["the"]))

    def add(of):
        index.add(of, split(of))
        store.add(of, split(of), [], [], marks=sketch(of))

    index.take_in = add
    for name, text in TEXTS.items():
        add(source(name, text))
    yield index
    index.remove(store.ids())
    vectors.close()
    engine.dispose()


def ids(hits):
    return [hit.passage.source_id for hit in hits]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("typing delivery notes again", "s-en"), ("aplikacja dla kierowców", "s-pl"), ("pozdní faktury", "s-cs"),
        ("підписані накладні", "s-uk"), ("送货单", "s-zh"), ("drivers printing papers", "s-zh"),
    ],
)  # fmt: skip
def test_the_right_passage_comes_first_in_any_language(index, query, wanted):
    assert ids(index.search(query, Filter(workspace="w"), 5))[0] == wanted


def test_filters_apply_before_ranking(index):
    index.take_in(source("x1", TEXTS["en"], workspace="other"))
    index.take_in(source("x2", TEXTS["en"], audience="channel:C1"))

    open_only = index.search("delivery notes", Filter(workspace="w", audiences=("workspace",)), 10)
    member = index.search("delivery notes", Filter(workspace="w", audiences=("workspace", "channel:C1")), 10)
    polish = index.search("delivery notes", Filter(workspace="w", language="pl"), 10)

    assert {"s-x1", "s-x2"}.isdisjoint(ids(open_only))
    assert "s-x2" in ids(member)
    assert ids(polish) == ["s-pl"]


def test_a_removed_source_is_found_no_more_and_adding_again_changes_nothing(index):
    index.take_in(source("en", TEXTS["en"]))
    before = ids(index.search("delivery notes", Filter(workspace="w"), 10))

    held = index.held(["s-en"])
    index.remove(["s-en"])

    assert held == {"vectors": 1, "words": 1}
    assert index.held(["s-en"]) == {"vectors": 0, "words": 0}
    assert before.count("s-en") == 1
    assert "s-en" not in ids(index.search("delivery notes", Filter(workspace="w"), 10))


def test_what_the_store_does_not_know_is_never_returned(index):
    stranger = source("ghost", TEXTS["en"])
    index.add(stranger, split(stranger))

    assert "s-ghost" not in ids(index.search("delivery notes", Filter(workspace="w"), 10))


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "AND OR NOT", "* ^ - ( )", "'; DROP TABLE words; --", "😀"]
)
def test_odd_queries_are_only_words(index, query):
    index.search(query, Filter(workspace="w"), 3)


def test_the_embedded_folder_belongs_to_one_at_a_time(tmp_path):
    first = ChromaVectors(embedded(tmp_path / "chroma"), "passages")
    first.count()
    second = ChromaVectors(embedded(tmp_path / "chroma"), "passages")

    with pytest.raises(InUse):
        second.count()
    first.close()

    assert second.count() == 0
    second.close()


def test_a_server_that_does_not_answer_is_unavailable():
    vectors = ChromaVectors(server("http://127.0.0.1:9"), "passages")

    with pytest.raises(Unavailable):
        vectors.count()
    vectors.close()
