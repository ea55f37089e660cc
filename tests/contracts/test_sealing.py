"""What people said, sealed at rest: no plain word on the disk, and the same answers as without a key."""

import json
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Text, cast, inspect, select, text

from icpbot.adapters.store import schema
from icpbot.adapters.store.engine import open_database, transaction
from icpbot.adapters.store.profiles import SqlProfiles
from icpbot.adapters.store.rekeying import seal_anew, unsealed
from icpbot.adapters.store.requests import SqlRequests
from icpbot.adapters.store.sealing import CLEAR, MARK, Ring
from icpbot.adapters.store.shipping import snapshot, tallies
from icpbot.adapters.store.sources import SqlSources
from icpbot.adapters.store.words import open_words
from icpbot.domain.draft import Draft
from icpbot.domain.errors import UsageError
from icpbot.domain.likeness import sketch
from icpbot.domain.passages import split
from icpbot.domain.profile import Profile
from icpbot.domain.ranking import Filter
from icpbot.domain.requests import Place, Request, RequestKind
from icpbot.domain.sources import Kind, Origin, Source, Turn
from icpbot.domain.text import terms

OLD, NEW = "an old key that is long", "a new key that is as long"
NOW = datetime(2026, 3, 12, 10, 30, tzinfo=UTC)
SAMPLE = Path(__file__).parents[2] / "knowledge" / "sample" / "interviews"
WHERE = Filter(workspace="w")
SAID = {
    "pl": "Kierowcy gubią papierowe listy przewozowe, a księgowość czeka na faktury tydzień.",
    "cs": "Řidiči ztrácejí dodací listy a účetní čeká na faktury celý týden.",
    "uk": "Водії гублять накладні, а бухгалтерія чекає на рахунки тиждень.",
    "zh": "司机经常丢失送货单，财务要等一个星期才能开发票。",
    "en": "Drivers lose delivery notes, and accounting waits a week for the invoices.",
}


def sources():
    """The sample talks in five languages, line by line, and a short one of each language."""
    talks = {path.name: path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.*"))
             if path.suffix in {".txt", ".md"}}  # fmt: skip
    assert len(talks) > 4
    for number, (name, said) in enumerate({**talks, **SAID}.items()):
        turns = tuple(
            Turn(speaker=f"Osoba {n % 2}", text=line) for n, line in enumerate(said.splitlines()) if line
        )
        yield Source(
            id=f"s{number}", workspace="w", path=name, kind=Kind.INTERVIEW, origin=Origin.FIRST_HAND,
            audience="workspace", content_hash=name, added_at=NOW, account=f"Account {number % 3}", turns=turns,
        )  # fmt: skip


def fill(engine, some=None):
    store, words = SqlSources(engine), open_words(engine)
    for source in some or sources():
        store.add(source, split(source), [], [], marks=sketch(source))
        words.add(source, split(source))
    SqlRequests(engine).receive(
        Request(id="Ev1", workspace="w", kind=RequestKind.MESSAGE, text="Co z fakturami, Řehoři?", asked_at=NOW,
                place=Place(channel="C1", thread="1.2", response_url="https://hooks.slack.com/x"))
    )  # fmt: skip
    SqlProfiles(engine).save_draft(
        "C1", Draft(id="d", workspace="w", profile=Profile(name="Žito"), language="pl")
    )


def questions():
    """Every sentence as a query, and single words that many or few say."""
    found = [turn.text for source in sources() for turn in source.turns][::3]
    return [*found, "faktury", "накладні", "送货单", "the", "Kierowcy 汉", "nothing-says-this"]


def answers(engine):
    words = open_words(engine)
    filters = [WHERE, Filter(workspace="w", account="Account 1"), Filter(workspace="w", source="s2"),
               Filter(workspace="w", audiences=("workspace",)), Filter(workspace="other")]  # fmt: skip
    asked = [list(dict.fromkeys(terms(question))) for question in questions()]
    found = [words.search(wanted, where, 20) for wanted in asked for where in filters if wanted]
    return found, [words.weights(wanted) for wanted in asked]


def stored_texts(engine):
    """Everything that any table of the database holds, as its own text."""
    with transaction(engine) as connection:
        for name in inspect(engine).get_table_names():
            for row in connection.execute(text(f'SELECT * FROM "{name}"')):
                yield from (f"{name}: {value}" for value in row)


def clear_words(engine):
    """Where a word of what was said stands, also as JSON escapes it. A shorter one of Latin letters would
    now and then stand in the letters of a sealed text, by chance.
    """
    said = {term for line in SAID.values() for term in terms(line) if len(term) > 6 or term > "一"}
    said |= {word.strip(",.") for line in SAID.values() for word in line.split() if len(word) > 6}
    forms = {form for word in said for form in (word, json.dumps(word)[1:-1])}
    return {(held.split(":")[0], form) for held in stored_texts(engine) for form in forms if form in held}


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    """Opens one empty database with a ring, as often as asked."""
    opened = []
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'sealing.db'}"
    else:
        url = request.getfixturevalue("fresh_postgres")()

    def open_with(*keys, seals=True):
        opened.append(open_database(url, ring=Ring(keys, seals=seals)))
        return opened[-1]

    open_with.url = url
    yield open_with
    for engine in opened:
        engine.dispose()


def test_no_word_is_stored_in_clear_and_everything_is_read_as_it_was_said(database):
    engine = database(NEW)
    fill(engine)

    assert clear_words(engine) == set()
    others = ("Řehoř", "hooks.slack", "Žito", json.dumps("Žito")[1:-1])
    assert [held for held in stored_texts(engine) if any(word in held for word in others)] == []
    store = SqlSources(engine)
    for source in sources():
        assert store.get(source.id) == source
        assert store.passages_of(source.id) == list(split(source))
    assert SqlRequests(engine).request("Ev1").text == "Co z fakturami, Řehoři?"
    assert [one.id for one in SqlRequests(engine).said_in("w", "C1", "1.2", NOW)] == ["Ev1"]
    assert SqlProfiles(engine).draft("w", "C1").profile.name == "Žito"


def test_the_plain_words_would_have_been_found_without_a_key(database):
    engine = database()
    fill(engine)

    assert {"passages", "sources"} < {table for table, _ in clear_words(engine)}


def test_words_find_the_same_passages_in_the_same_order_with_a_key_and_without(database):
    engine = database()
    fill(engine)
    expected = answers(engine)

    sealed = database(NEW)
    assert seal_anew(sealed, open_words(sealed)) > 0

    assert any(found for found in expected[0])
    assert answers(sealed) == expected
    assert clear_words(sealed) == set()


def test_a_key_is_taken_on_changed_and_given_up_and_nothing_is_lost(database):
    engine = database()
    fill(engine)
    with snapshot(engine) as connection:
        before = tallies(connection)

    for keys, seals in (([OLD], True), ([NEW, OLD], True), ([NEW], False)):
        changed = database(*keys, seals=seals)
        assert unsealed(changed, open_words(changed))
        assert seal_anew(changed, open_words(changed)) > 0
        assert unsealed(changed, open_words(changed)) == []
        assert seal_anew(changed, open_words(changed)) == 0
        with snapshot(changed) as connection:
            assert tallies(connection) == before

    assert "passages" in {table for table, _ in clear_words(database())}


def test_while_a_key_changes_what_is_under_either_is_found_and_read(database):
    every = list(sources())
    fill(database(OLD), every[:5])
    both = database(NEW, OLD)
    store, words = SqlSources(both), open_words(both)
    for source in every[5:]:
        store.add(source, split(source), [], [], marks=sketch(source))
        words.add(source, split(source))

    held = [words.held([source.id]) for source in every]
    wanted = terms("faktury Kierowcy накладні 送货单 invoices listy")
    found = {store.passages([key])[key].source_id for key in words.search(wanted, WHERE, 100)}

    assert held == [len(split(source)) for source in every]
    assert found >= {source.id for source in every if set(wanted) & set(terms(source.text))}
    words.remove([every[0].id])
    assert words.held([every[0].id]) == 0


KILLED = """
import os, signal, sys
from icpbot.adapters.store.engine import open_database
from icpbot.adapters.store.rekeying import seal_anew
from icpbot.adapters.store.sealing import Ring
from icpbot.adapters.store.words import open_words
engine = open_database(sys.argv[1], ring=Ring(sys.argv[2:]))
def progress(table, done, of):
    if table == "sources":
        os.kill(os.getpid(), signal.SIGKILL)
seal_anew(engine, open_words(engine), progress)
"""


def test_a_change_of_keys_that_was_killed_goes_on_where_it_stopped(database):
    fill(database(OLD))
    expected = answers(database(OLD))
    done = subprocess.run([sys.executable, "-c", KILLED, database.url, NEW, OLD], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    both = database(NEW, OLD)
    left = unsealed(both, open_words(both))
    with pytest.raises(UsageError):
        SqlSources(database(NEW)).passages_of("s1")

    assert 0 < seal_anew(both, open_words(both)) == len(left)

    alone = database(NEW)
    assert [SqlSources(alone).get(source.id) for source in sources()] == list(sources())
    assert answers(alone) == expected


def test_what_somebody_writes_while_a_key_changes_is_kept(database):
    fill(database(OLD))
    both = database(NEW, OLD)
    beside = SqlSources(both)

    def meanwhile(table, _done, _of):
        if table == "passages":
            beside.update(beside.get("s1").model_copy(update={"title": "Změněno"}))

    seal_anew(both, open_words(both), meanwhile)

    assert SqlSources(database(NEW)).get("s1").title == "Změněno"


@pytest.mark.parametrize("keys", [[], [OLD]])
def test_without_its_key_nothing_is_read_and_the_next_step_is_told(database, keys):
    fill(database(NEW))

    with pytest.raises(UsageError) as refused:
        SqlSources(database(*keys)).get("s1")
    assert refused.value.key == "secret-key-unknown"


def test_a_changed_byte_is_noticed(database):
    engine = database(NEW)
    fill(engine)
    with transaction(engine) as connection:
        sealed = connection.execute(select(cast(schema.passages.c.text, Text))).scalars().first()
        changed = sealed[:30] + ("A" if sealed[30] != "A" else "B") + sealed[31:]
        connection.execute(text("UPDATE passages SET text = :changed WHERE text = :sealed"),
                           {"changed": changed, "sealed": sealed})  # fmt: skip

    with pytest.raises(UsageError):
        [SqlSources(engine).passages_of(source.id) for source in sources()]


@pytest.mark.parametrize("keys", [[], [NEW]])
def test_characters_that_no_database_holds_are_replaced_alike_on_both_and_offsets_stay(database, keys):
    said = f"{MARK}Faktury\x00 giną, 📦 zostaje."
    source = next(sources()).model_copy(
        update={"id": "odd", "title": "a\x00b", "turns": (Turn(speaker="Ž\x00", text=said),)}
    )
    engine = database(*keys)
    store = SqlSources(engine)
    whole = list(split(source))

    store.add(source, whole, [], [], marks=sketch(source))
    SqlRequests(engine).receive(Request(id="E", workspace="w", kind=RequestKind.MESSAGE, text=said + " \ud83d", asked_at=NOW,
                                        place=Place(channel="C1", thread="9")))  # fmt: skip

    read, [passage] = store.get("odd"), store.passages_of("odd")
    assert read.turns[0].text[1:] == "Faktury\ufffd giną, 📦 zostaje."
    assert len(read.text) == len(source.text)
    assert passage.text[1:] == read.text[passage.start : passage.end][1:]
    assert read.title == "a\ufffdb"
    assert SqlRequests(engine).said_in("w", "C1", "9", NOW)[0].text[1:] == read.turns[0].text[1:] + " \ufffd"


def test_the_same_words_are_sealed_differently_every_time_and_terms_alike():
    ring = Ring([NEW, OLD])

    assert ring.sealed("faktury") != ring.sealed("faktury")
    assert ring.opened(Ring([OLD]).sealed("faktury")) == "faktury"
    assert ring.term("fakt", ring.first) == Ring([NEW]).term("fakt", ring.first)
    assert len({ring.term("fakt", name) for name in ring.names}) == 3
    assert CLEAR.sealed("faktury") == CLEAR.term("faktury", "") == "faktury"
