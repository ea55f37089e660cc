"""What `doctor --deep` finds: one thing broken at a time, each named once and for what it is."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, text, update

from icpbot.adapters.store import schema
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Claim, Profile
from icpbot.domain.requests import TERMINAL, Place, Request, RequestKind, RequestStatus
from icpbot.usecases.checking import STUCK


@pytest.fixture
def parts(desk):
    return desk.leavings._parts


@pytest.fixture
def change(parts):
    def execute(statement):
        with parts.engine.begin() as connection:
            connection.execute(statement)

    return execute


@pytest.fixture
def looked(parts):
    """What is found, by its kind."""
    from icpbot.cli.checks import look_deep

    return lambda: {finding.kind.value: finding.where for finding in look_deep(parts).findings}


@pytest.fixture
def source(add, interview):
    return add(interview, "kolos.txt").source


def claimed(quote, desk):
    claim = Claim(kind=InsightKind.PAIN, text="Přepisování dodacích listů", quotes=(quote,))
    desk.profiles.save(desk.workspace, Profile(name="Sklady", version=1, claims=(claim,)), expected=0)


def asked(desk, ago, **place):
    at = desk.clock() - ago
    desk.requests.receive(Request(id=f"Ev-{ago.total_seconds():.0f}", workspace="T-other", kind=RequestKind.MESSAGE,
                                  text="?", place=Place(**{"channel": "C1", **place}), asked_at=at))  # fmt: skip


def test_a_sound_library_has_no_findings_and_says_what_was_looked_at(desk, parts, source, looked):
    from icpbot.cli.checks import look_deep

    where = source.text.index("two hours")
    claimed(Quote(source_id=source.id, start=where, end=where + 9, text="two hours"), desk)

    assert looked() == {}
    all_of_it = look_deep(parts)
    assert (all_of_it.sources, all_of_it.index) == (1, True)
    assert all_of_it.passages > 0
    assert all_of_it.quotes == 1 + len(desk.insights.insights(reader_of(desk)))


def reader_of(desk):
    from icpbot.domain.sources import local_reader

    return local_reader(desk.workspace)


def test_a_passage_that_does_not_say_what_its_source_says(desk, source, change, looked):
    [first, *_] = desk.sources.passages_of(source.id)
    change(update(schema.passages).where(schema.passages.c.id == first.id).values(start=first.start + 1))

    assert looked() == {"passages": (first.id,)}


def test_an_insight_whose_quote_was_altered(desk, source, change, looked):
    [first, *_] = desk.insights.insights(reader_of(desk))
    change(update(schema.insights).where(schema.insights.c.id == first.id).values(quote="四小时"))

    assert looked() == {"insights": (first.id,)}


@pytest.mark.parametrize(("start", "end"), [(0, 9), (100_000, 100_009)])
def test_a_profile_quote_that_its_source_does_not_say(desk, source, looked, start, end):
    claimed(Quote(source_id=source.id, start=start, end=end, text="Щодня дві"), desk)

    assert looked() == {"profiles": (f"Sklady v1: {source.id}",)}


def test_a_profile_quote_of_a_source_that_is_gone(desk, looked):
    claimed(Quote(source_id="s-gone", start=0, end=2, text="Bo"), desk)

    assert looked() == {"profiles": ("Sklady v1: s-gone",)}


@pytest.mark.parametrize("leg", ["_vectors", "_words"])
def test_a_source_that_is_not_wholly_in_the_index(parts, source, looked, leg):
    getattr(parts.index, leg).remove([source.id])

    assert looked() == {"index": (source.id,)}


def test_a_request_that_nobody_works_on(desk, looked):
    asked(desk, STUCK + timedelta(minutes=1))
    asked(desk, STUCK - timedelta(minutes=1))
    asked(desk, STUCK * 2, channel=TERMINAL)
    asked(desk, STUCK * 3)
    done = desk.requests.request(f"Ev-{STUCK.total_seconds() * 3:.0f}")
    desk.requests.update_request(done.model_copy(update={"status": RequestStatus.FAILED}))

    assert looked() == {"requests": (f"Ev-{STUCK.total_seconds() + 60:.0f}",)}


def test_rows_that_belong_to_nothing(parts, source, looked):
    with parts.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.execute(delete(schema.sources))
        connection.commit()
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")

    assert set(looked()["orphans"]) <= {
        "passages.source_id",
        "insights.source_id",
        "asked.source_id",
        "sketches.source_id",
    }


def test_a_damaged_file_is_told(parts, source, change, looked):
    change(text("CREATE INDEX broken ON requests (text)"))
    asked_for = text(
        "UPDATE sqlite_master SET sql = 'CREATE INDEX broken ON requests (kind)' WHERE name = 'broken'"
    )
    from icpbot.usecases.checking import Trouble

    with parts.engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO requests (id, workspace, kind, status, text, asked_at, body, private) "
                                   "VALUES ('r1', 'w', 'message', 'failed', 'x', '2026-01-01 00:00:00', '{}', 0)")  # fmt: skip
        connection.exec_driver_sql("PRAGMA writable_schema=ON")
        connection.execute(asked_for)
        connection.commit()
    parts.engine.dispose()

    assert Trouble.STORE.value in looked()


def test_beside_a_running_bot_everything_but_the_index_is_looked_at(icpbot, interview, tmp_path):
    from icpbot.adapters.index.vectors import embedded

    (tmp_path / "kolos.txt").write_text(interview, encoding="utf-8")
    icpbot("ingest", tmp_path / "kolos.txt")
    running = embedded(icpbot.home / "chroma")
    running()
    try:
        done = icpbot("doctor", "--deep", "--json")
    finally:
        running.close()

    assert done.code == 0
    assert (done.json["deep"]["index"], done.json["deep"]["sources"]) == (False, 1)


def test_findings_end_with_status_one_and_the_next_step(icpbot, interview, tmp_path):
    from icpbot.adapters.store.engine import open_database

    (tmp_path / "kolos.txt").write_text(interview, encoding="utf-8")
    icpbot("ingest", tmp_path / "kolos.txt")
    assert icpbot("doctor", "--deep").code == 0
    engine = open_database(f"sqlite:///{icpbot.home / 'icpbot.db'}")
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM passage_words"))
    engine.dispose()

    told, listed = icpbot("doctor", "--deep"), icpbot("doctor", "--deep", "--json")

    assert (told.code, listed.code, listed.json["ok"]) == (1, 1, False)
    assert "icpbot reindex" in told.out
    assert [(f["kind"], f["n"]) for f in listed.json["deep"]["findings"]] == [("index", 1)]
    assert icpbot("reindex").code == 0
    assert icpbot("doctor", "--deep").code == 0


def test_vectors_of_a_source_that_nobody_knows_are_found_and_reindexing_lets_go_of_them(
    icpbot, interview, tmp_path
):
    from sqlalchemy import text as sql

    from icpbot.adapters.store.engine import open_database

    for name in ("kolos.txt", "other.txt"):
        (tmp_path / name).write_text(interview.replace("Kolos", name), encoding="utf-8")
        icpbot("ingest", tmp_path / name)
    lost = icpbot("sources", "--json").json["sources"][0]["source_id"]
    engine = open_database(f"sqlite:///{icpbot.home / 'icpbot.db'}")
    with engine.begin() as connection:
        connection.execute(sql("DELETE FROM sources WHERE id = :id"), {"id": lost})
    engine.dispose()

    [found] = icpbot("doctor", "--deep", "--json").json["deep"]["findings"]

    assert (found["kind"], found["where"]) == ("index", [lost])
    assert icpbot("reindex").code == 0
    assert icpbot("doctor", "--deep", "--json").json["deep"]["findings"] == []
