"""Backup, restore and move: the same answers before and after, on SQLite and PostgreSQL, whatever happens."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import uuid
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import JSON, Boolean, Date, DateTime, Float, Integer, create_engine, insert, select, update

from icpbot.adapters.store import schema
from icpbot.adapters.store.accounts import SqlAccounts
from icpbot.adapters.store.engine import NEWEST, open_database
from icpbot.adapters.store.installations import SqlInstallations
from icpbot.adapters.store.links import SqlLinks
from icpbot.adapters.store.profiles import SqlProfiles
from icpbot.adapters.store.requests import SqlRequests
from icpbot.adapters.store.roles import SqlRoles
from icpbot.adapters.store.sealing import Ring
from icpbot.adapters.store.shipping import snapshot, tables, tallies
from icpbot.adapters.store.vault import Vault
from icpbot.domain.draft import Draft
from icpbot.domain.links import Link
from icpbot.domain.profile import Profile
from icpbot.domain.requests import Place, Request, RequestKind
from icpbot.domain.roles import Appointed, Role

SAMPLE = Path(__file__).parents[2] / "knowledge" / "sample"
TALKS = ("agrohurt prezes 24.06.2026.txt", "стрибор_оксана_08-07-2026.txt", "2026-09-03 汉麓供应链 周敏访谈.docx",
         "2026-08-27 Morapharm – rozhovor sklad + kvalita.md")  # fmt: skip
NOW = datetime(2026, 3, 12, 10, 30, 0, 250_000, tzinfo=UTC)
KEY = "a key that is long enough"
KINDS = ("sqlite", "postgresql")
QUESTIONS = ("Co najbardziej boli kierowców?", "他们为什么换系统？", "Хто підписує договір?")


class Store:
    """A database with the home it is used from."""

    def __init__(self, home, url=None):
        self.home = home
        self.env = {"ICPBOT_HOME": str(home), **({"ICPBOT_DATABASE_URL": url} if url else {})}
        self.url = url or f"sqlite:///{home / 'icpbot.db'}"

    def tallies(self, *keys):
        engine = open_database(self.url, ring=Ring(keys))
        with snapshot(engine) as connection:
            held = {name: (tally.rows, tally.checksum) for name, tally in tallies(connection).items()}
        engine.dispose()
        return held

    def rows(self):
        return sum(rows for rows, _ in self.tallies().values())


@pytest.fixture
def store_of(tmp_path, label_cache, request):
    """A new, empty store of a kind."""

    def make(kind):
        home = tmp_path / uuid.uuid4().hex[:8]
        home.mkdir()
        (home / "cache").symlink_to(label_cache)
        return Store(
            home, new_database(request.getfixturevalue("postgres")) if kind == "postgresql" else None
        )

    return make


def new_database(uri, template=None):
    of = f" TEMPLATE {re.search(r'/(keeping_[^?]+)', template)[1]}" if template else ""
    name = "keeping_" + uuid.uuid4().hex[:8]
    engine = create_engine(
        uri.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}{of}")
    engine.dispose()
    return uri.replace("/postgres?", f"/{name}?")


FILLED = {}
"""The first store of each kind, of which the others are copies."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    yield tmp_path_factory.mktemp("filled")
    FILLED.clear()


@pytest.fixture
def filled(store_of, icpbot, shelf, shortest_profile, request):
    """A store with something in every table."""

    def make(kind):
        store = store_of(kind)
        if kind not in FILLED:
            fill(store, icpbot, shelf, shortest_profile)
            shutil.copytree(store.home, shelf / kind, symlinks=True)
            FILLED[kind] = Store(shelf / kind, None if kind == "sqlite" else store.url)
        if kind == "postgresql":
            server = request.getfixturevalue("postgres")
            store.url = store.env["ICPBOT_DATABASE_URL"] = new_database(server, FILLED[kind].url)
        shutil.rmtree(store.home)
        shutil.copytree(FILLED[kind].home, store.home, symlinks=True)
        return store

    return make


def fill(store, icpbot, folder, profile):
    talks = [SAMPLE / "interviews" / name for name in TALKS]
    assert icpbot("ingest", *talks, env=store.env).code == 0
    assert icpbot("customers", "import", SAMPLE / "customers/customers.csv", "--deals",
                  SAMPLE / "customers/deals.csv", env=store.env).code == 0  # fmt: skip
    (folder / "icp.yaml").write_text(profile, encoding="utf-8")
    assert icpbot("profile", "import", folder / "icp.yaml", env=store.env).code == 0
    add_the_rest(store)


def add_the_rest(store):
    engine = open_database(store.url)
    asked = Request(id="Ev-pending", workspace="local", kind=RequestKind.MESSAGE, text="Що болить найбільше?",
                    place=Place(channel="C1", user="U1"), asked_at=NOW)  # fmt: skip
    SqlRequests(engine).receive(asked)
    SqlAccounts(engine).save_setting("local", "language", "pl")
    SqlLinks(engine).keep(
        Link(id="l1", workspace="local", profile="Mid-market logistics", language="zh", audiences=(),
             made_by="U1", made_at=NOW, expires_at=NOW + timedelta(hours=1)),
    )  # fmt: skip
    SqlRoles(engine).appoint("T2", Appointed(user="U9", role=Role.OWNER, name="Řehoř", by="U1", at=NOW))
    SqlInstallations(engine, Vault([KEY])).keep("T2", {"bot_token": "xoxb-1"}, NOW)
    SqlProfiles(engine).save_draft(
        "C1/thread", Draft(id="d1", workspace="T2", profile=Profile(name="Sklady"), language="cs")
    )
    with engine.begin() as connection:
        for table in tables():
            if not connection.execute(select(table).limit(1)).first():
                connection.execute(insert(table).values(invented(table, connection)))
    engine.dispose()


def invented(table, connection):
    """A row of a table that nothing above writes to."""
    values = {}
    for column in table.columns:
        if column.foreign_keys:
            [key] = column.foreign_keys
            values[column.name] = connection.execute(select(key.column).limit(1)).scalar()
        else:
            made = {DateTime: NOW, Date: NOW.date(), JSON: {"ž": [1, 2.5, None]}, Boolean: True, Float: 0.1}
            kinds = [value for kind, value in made.items() if isinstance(column.type, kind)]
            values[column.name] = kinds[0] if kinds else 7 if isinstance(column.type, Integer) else "漢ł"
    return values


def seen(store, icpbot):
    """What people see of it."""
    found = [icpbot("ask", question, "--json", env=store.env).json for question in QUESTIONS]
    found += [icpbot("search", question, "--json", env=store.env).json for question in QUESTIONS]
    found += [icpbot(*what, "--json", env=store.env).json
              for what in (("insights",), ("themes",), ("profile", "show"),
                           ("requests", "--status", "received"))]  # fmt: skip
    fit = icpbot("fit", "Agrohurt Sadlina", "--profile", "Mid-market logistics", "--json", env=store.env).json
    return [*found, {name: value for name, value in fit.items() if name != "request"}]


def another_account(store):
    engine = open_database(store.url)
    with engine.begin() as connection:
        first = connection.execute(select(schema.sources.c.id).limit(1)).scalar()
        changed = update(schema.sources).where(schema.sources.c.id == first)
        connection.execute(changed.values(account="Somebody Else"))
    engine.dispose()


def killed_half_way(code, *arguments, env):
    done = subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=False, timeout=60,
                          env={**os.environ, **env})  # fmt: skip
    assert done.returncode == -signal.SIGKILL


def test_every_table_is_part_of_the_filled_store(filled):
    """Else the round trips below would show less than they say."""
    assert [name for name, (rows, _) in filled("sqlite").tallies().items() if not rows] == []


# -- backup and restore -----------------------------------------------------------------------


@pytest.mark.parametrize(("before", "after"), [("sqlite", "sqlite"), ("postgresql", "postgresql"),
                                               ("sqlite", "postgresql")])  # fmt: skip
def test_a_restored_store_answers_as_the_one_that_was_backed_up(
    filled, store_of, icpbot, tmp_path, before, after
):
    store, file = filled(before), tmp_path / "all.backup"
    expected = seen(store, icpbot)

    written = icpbot("backup", file, "--json", env=store.env)
    restored = store_of(after)
    read = icpbot("restore", file, "--json", env=restored.env)

    assert (written.code, read.code) == (0, 0)
    assert written.json["tables"] == read.json["tables"]
    assert restored.tallies() == {
        name: (one["rows"], one["checksum"]) for name, one in read.json["tables"].items()
    }
    assert seen(restored, icpbot) == expected


def test_new_versions_of_a_profile_can_be_saved_after_a_restore_into_postgresql(
    filled, store_of, icpbot, tmp_path, shelf
):
    file, restored = tmp_path / "all.backup", store_of("postgresql")
    icpbot("backup", file, env=filled("sqlite").env)
    icpbot("restore", file, env=restored.env)

    assert icpbot("profile", "import", shelf / "icp.yaml", env=restored.env).code == 0


def test_an_encrypted_backup_opens_with_its_key_alone_and_tells_nothing_without_it(
    filled, store_of, icpbot, tmp_path
):
    store, file, key = filled("sqlite"), tmp_path / "all.backup", tmp_path / "key"
    key.write_text(KEY + "\n", encoding="utf-8")
    assert icpbot("backup", file, "--key-file", key, env=store.env).code == 0
    empty = store_of("sqlite")

    with zipfile.ZipFile(file) as archive:
        inside = b"".join(archive.read(name) for name in archive.namelist())
    assert not [word for word in ("Sadlina", "Řehoř", "汉麓", "xoxb") if word.encode() in inside]
    for wrong in ({}, {"ICPBOT_SECRET_KEY": "another key as long as this"}):
        refused = icpbot("restore", file, env={**empty.env, **wrong})
        assert refused.code == 2
        assert "no key that opens it" in refused.err
    assert empty.rows() == 0
    assert (
        icpbot("restore", file, env={**empty.env, "ICPBOT_SECRET_KEY": "a newer key of ours," + KEY}).code
        == 0
    )
    assert empty.tallies("a newer key of ours") == store.tallies()


def test_the_key_of_the_setting_encrypts_unless_told_otherwise(filled, icpbot, tmp_path):
    env = {**filled("sqlite").env, "ICPBOT_SECRET_KEY": KEY}

    assert icpbot("backup", tmp_path / "locked", "--json", env=env).json["encrypted"] is True
    assert icpbot("backup", tmp_path / "open", "--plain", "--json", env=env).json["encrypted"] is False
    assert icpbot("restore", tmp_path / "open", "--check", env=env).code == 0
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("locked", "open")} == {0o600}


@pytest.mark.parametrize("kind", KINDS)
def test_a_backup_is_of_one_moment_while_the_bot_goes_on(filled, store_of, icpbot, tmp_path, kind):
    from icpbot.adapters.store.backup import back_up

    store, file = filled(kind), tmp_path / "all.backup"
    before, engine = store.tallies(), open_database(store.url)
    writing = SqlRequests(engine)

    def meanwhile(_step, done, _of):
        if done % 20 == 0:
            writing.receive(Request(id=f"Ev-{done}", workspace="local", kind=RequestKind.MESSAGE, text="nowe",
                                    place=Place(channel="C1"), asked_at=NOW))  # fmt: skip

    manifest = back_up(engine, file, about={"version": "1", "made_at": ""}, progress=meanwhile)
    engine.dispose()

    assert {name: (one.rows, one.checksum) for name, one in manifest.tables.items()} == before
    assert store.rows() > sum(rows for rows, _ in before.values())
    restored = store_of("sqlite")
    assert icpbot("restore", file, env=restored.env).code == 0
    assert restored.tallies() == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_store_in_use_is_replaced_only_when_told_and_then_wholly(filled, store_of, icpbot, tmp_path, kind):
    store, file = filled(kind), tmp_path / "all.backup"
    expected = seen(store, icpbot)
    icpbot("backup", file, env=store.env)
    another_account(store)
    (tmp_path / "newer.txt").write_text("Wir verlieren jeden Tag zwei Paletten im Lager.", encoding="utf-8")
    icpbot("ingest", tmp_path / "newer.txt", env=store.env)
    changed = store.tallies()

    refused = icpbot("restore", file, env=store.env)
    assert (refused.code, store.tallies()) == (1, changed)
    assert "--replace" in refused.err

    assert icpbot("restore", file, "--replace", env=store.env).code == 0
    assert seen(store, icpbot) == expected


def test_links_to_profiles_are_still_good_in_another_home(filled, store_of, icpbot, tmp_path):
    store, restored = filled("sqlite"), store_of("sqlite")
    address = icpbot("profile", "link", env={**store.env, "ICPBOT_PUBLIC_URL": "http://127.0.0.1"}).out
    icpbot("backup", tmp_path / "b", env=store.env)
    icpbot("restore", tmp_path / "b", env=restored.env)

    assert "/profiles/" in address
    assert (restored.home / "link.key").read_text() == (store.home / "link.key").read_text()
    assert (restored.home / "link.key").stat().st_mode & 0o777 == 0o600


def mangled(file, how):
    data = bytearray(file.read_bytes())
    if how == "cut off":
        data = data[: len(data) // 2]
    elif how == "one byte":
        data[len(data) // 2] ^= 0x10
    elif how == "no backup":
        data = bytearray(b"Agrohurt, 24.06.2026")
    file.write_bytes(data)


def rewritten(file, change):
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in change(members).items():
            archive.writestr(name, content)


def without_a_row(members):
    members["tables/passages"] = b"".join(members["tables/passages"].splitlines(keepends=True)[1:])
    return members


def with_another_word(members):
    members["tables/sources"] = members["tables/sources"].replace(b"Sadlina", b"Sadlino", 1)
    return members


def from_tomorrow(members):
    header = json.loads(members["backup.json"])
    members["backup.json"] = json.dumps({**header, "version": "9.9", "revision": "9999"}).encode()
    return members


def some_zip(_members):
    return {"../../etc/passwd": b"root", "tables/sources": b"[]"}


@pytest.mark.parametrize("how", ["cut off", "one byte", "no backup", without_a_row, with_another_word, from_tomorrow,
                                 some_zip])  # fmt: skip
def test_what_is_damaged_foreign_or_newer_is_refused_in_one_sentence(filled, store_of, icpbot, tmp_path, how):
    file, empty = tmp_path / "all.backup", store_of("sqlite")
    icpbot("backup", file, env=filled("sqlite").env)
    if callable(how):
        rewritten(file, how)
    else:
        mangled(file, how)
    before = {path for path in tmp_path.rglob("*") if "chroma" not in path.parts}

    for more in ((), ("--check",)):
        refused = icpbot("restore", file, *more, env=empty.env)
        assert (refused.code, len(refused.err.splitlines())) == (1, 1)
        assert "Something went wrong" not in refused.err
    assert empty.rows() == 0
    made = {path for path in tmp_path.rglob("*") if "chroma" not in path.parts} - before
    assert {path.name for path in made} <= {"icpbot.db", "icpbot.db-wal", "icpbot.db-shm"}


KILLED_IN_RESTORE = """
import os, signal, sys
from pathlib import Path
from icpbot.adapters.store.archive import read
from icpbot.adapters.store.backup import restore
from icpbot.adapters.store.accounts import SqlAccounts
from icpbot.adapters.store.engine import open_database
def progress(_step, done, of):
    if done > of * 0.9:
        os.kill(os.getpid(), signal.SIGKILL)
with read(Path(sys.argv[1]), []) as archive:
    restore(open_database(sys.argv[2]), archive, "b", replace=True, progress=progress)
"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_restore_killed_half_way_leaves_what_was_there_and_a_second_one_works(
    filled, icpbot, tmp_path, kind
):
    store, file = filled(kind), tmp_path / "all.backup"
    icpbot("backup", file, env=store.env)
    restored = store.tallies()
    (tmp_path / "newer.txt").write_text("Wir verlieren jeden Tag zwei Paletten im Lager.", encoding="utf-8")
    icpbot("ingest", tmp_path / "newer.txt", env=store.env)
    there = store.tallies()

    killed_half_way(KILLED_IN_RESTORE, file, store.url, env=store.env)

    assert store.tallies() == there != restored
    assert icpbot("restore", file, "--replace", env=store.env).code == 0
    assert store.tallies() == restored


def test_a_backup_of_an_older_version_is_brought_up_to_date(store_of, icpbot, tmp_path):
    from icpbot.adapters.store.archive import written
    from icpbot.adapters.store.backup import Listed, Manifest
    from icpbot.adapters.store.shipping import Tally

    source = ["s1", "local", "a.txt", "notes", "first-hand", "workspace", "h", None, "pl", None, None, None, None, {},
              [{"text": "Papiery giną."}, {"text": "Co dzień."}], "2026-03-12T10:30:00+00:00"]  # fmt: skip
    lines = {
        "sources": [json.dumps(source)],
        "passages": ['["p2","local","s1",1,1,14,23,"Co dzień.",null,null,"pl",null]',
                     '["p1","local","s1",0,0,0,13,"Papiery giną.",null,null,"pl",null]'],
    }  # fmt: skip
    columns = {
        "sources": ("id", "workspace", "path", "kind", "origin", "audience", "content_hash", "title", "language",
                    "date", "account", "uploader", "link", "roles", "turns", "added_at"),
        "passages": ("id", "workspace", "source_id", "first_turn", "last_turn", "start", "end", "text", "speaker",
                     "time", "language", "context"),
    }  # fmt: skip
    listed = {}
    with written(tmp_path / "old", {"version": "0.1", "revision": "0001", "made_at": ""}, []) as archive:
        for name, rows in lines.items():
            archive.table(name, rows)
            tally = Tally()
            for row in rows:
                tally.add(row)
            listed[name] = Listed(columns=columns[name], rows=tally.rows, checksum=tally.checksum)
        archive.text("manifest.json", Manifest(tables=listed).model_dump_json())
    store = store_of("sqlite")

    done = icpbot("restore", tmp_path / "old", env=store.env)

    assert (done.code, NEWEST > "0001") == (0, True), done.err
    engine = open_database(store.url)
    with engine.begin() as connection:
        numbers = dict(connection.execute(select(schema.passages.c.id, schema.passages.c.number)).all())
    engine.dispose()
    assert numbers == {"p1": 0, "p2": 1}
    assert icpbot("search", "papiery", "--json", env=store.env).json["passages"][0]["passage_id"] == "p1"


def test_a_backup_that_cannot_be_written_is_said_so_and_leaves_nothing(filled, icpbot, tmp_path):
    store = filled("sqlite")

    refused = icpbot("backup", tmp_path / "no such folder" / "b", env=store.env)

    assert refused.code == 2
    assert "could not write" in refused.err
    assert list(tmp_path.glob(".*.part")) == []


# -- move -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("before", "after"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_a_moved_store_answers_as_before(filled, store_of, icpbot, before, after):
    store, target = filled(before), store_of(after)
    expected = seen(store, icpbot)

    moved = icpbot("move", "--to", target.url, "--json", env=store.env)

    assert moved.code == 0, moved.err
    assert target.tallies() == {
        name: (one["rows"], one["checksum"]) for name, one in moved.json["tables"].items()
    }
    assert seen(target, icpbot) == expected
    assert seen(store, icpbot) == expected


def test_a_person_is_told_which_settings_come_next(store_of, icpbot):
    told = icpbot("move", "--to", store_of("sqlite").url, env=store_of("sqlite").env).out

    assert "ICPBOT_DATABASE_URL" in told
    assert "ICPBOT_CHROMA_URL" in told


KILLED_IN_MOVE = """
import os, signal, sys
from icpbot.adapters.store.accounts import SqlAccounts
from icpbot.adapters.store.engine import open_database
from icpbot.adapters.store.moving import move
def progress(_table, done, of):
    if done > of * float(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
move(open_database(sys.argv[1]), open_database(sys.argv[2]), progress)
"""


@pytest.mark.parametrize(("before", "after"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_a_move_killed_half_way_goes_on_with_what_changed_meanwhile(
    filled, store_of, icpbot, tmp_path, before, after
):
    store, target = filled(before), store_of(after)

    killed_half_way(KILLED_IN_MOVE, store.url, target.url, "0.3", env=store.env)
    there = target.rows()
    assert 0 < there < store.rows()
    another_account(store)
    (tmp_path / "newer.txt").write_text("Wir verlieren jeden Tag zwei Paletten im Lager.", encoding="utf-8")
    icpbot("ingest", tmp_path / "newer.txt", env=store.env)
    killed_half_way(KILLED_IN_MOVE, store.url, target.url, "0.9", env=store.env)
    assert target.rows() > there
    gone = icpbot("sources", "--json", env=store.env).json["sources"][1]["source_id"]
    icpbot("forget", gone, env=store.env)

    assert icpbot("move", "--to", target.url, env=store.env).code == 0
    assert target.tallies() == store.tallies()


def test_a_database_that_holds_something_else_is_left_alone(filled, icpbot):
    store, other = filled("sqlite"), filled("postgresql")
    there = other.tallies()

    refused = icpbot("move", "--to", other.url, env=store.env)

    assert refused.code == 1
    assert "holds something else" in refused.err
    assert other.tallies() == there


def test_moving_again_what_was_moved_changes_nothing(filled, store_of, icpbot):
    store, target = filled("sqlite"), store_of("sqlite")

    assert [icpbot("move", "--to", target.url, env=store.env).code for _ in range(2)] == [0, 0]
    assert target.tallies() == store.tallies()


@pytest.mark.parametrize("url", ["mysql://x/y", "here", None])
def test_an_address_that_is_none_or_its_own_is_refused(store_of, icpbot, url):
    store = store_of("sqlite")

    assert icpbot("move", "--to", url or store.url, env=store.env).code == 2


def test_the_store_of_a_running_bot_is_not_moved_away_nor_replaced(filled, store_of, icpbot, tmp_path):
    from icpbot.adapters.index.vectors import embedded

    store, target = filled("sqlite"), store_of("sqlite")
    icpbot("backup", tmp_path / "b", env=store.env)
    running = embedded(store.home / "chroma")
    running()
    try:
        assert icpbot("move", "--to", target.url, env=store.env).code == 3
        assert icpbot("restore", tmp_path / "b", "--replace", env=store.env).code == 3
        assert icpbot("backup", tmp_path / "b", env=store.env).code == 0
    finally:
        running.close()


def test_the_schema_is_brought_up_to_date_by_hand(icpbot):
    assert icpbot("migrate", "--json").json == {"schema": NEWEST}
    assert len(tables()) == len(schema.metadata.tables)
