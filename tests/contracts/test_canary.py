"""The canary: a person's words are looked for in every file and every table after everyday work with a key."""

import json
import re

import psycopg
import pytest

from icpbot.adapters.store.engine import open_database
from icpbot.adapters.store.rekeying import unsealed
from icpbot.adapters.store.sealing import Ring
from icpbot.adapters.store.words import open_words

KEY, NEWER = "a key that is long enough", "a newer key as long as that"
TALKS = {
    "kolos.txt": "Rozmówca: Wiesława Zagłoba\nAnkieter: Co boli najbardziej?\n"
                 "Wiesława: Kierowcy gubią perłoskrzydłe dokumenty, a xylofonistka czeka na faktury dwa tygodnie.\n",
    "dolyna.txt": "Interviewer: What hurts most?\n"
                  "Ярополк: Водії щодня гублять барвінкові накладні, бухгалтерія чекає тиждень.\n",
    "汉麓.txt": "采访者：最头疼的是什么？\n沈清扬：司机总是弄丢琥珀色的送货单，财务要等一个星期。\n",
}  # fmt: skip
CANARIES = (
    "perłoskrzydłe",
    "xylofonistka",
    "perlo",
    "xylof",
    "барвінкові",
    "барві",
    "Ярополк",
    "琥珀色",
    "沈清扬",
)
SCRIPT = (
    "We sell to logistics companies.\nDrivers lose the perłoskrzydłe papers, says xylofonistka.\nskip\ndone\n"
)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path, label_cache):
    home = tmp_path / "own"
    home.mkdir()
    (home / "cache").symlink_to(label_cache)
    url = request.getfixturevalue("fresh_postgres")() if request.param == "postgresql" else None
    return home, url, {"ICPBOT_HOME": str(home), **({"ICPBOT_DATABASE_URL": url} if url else {})}


def traces(home, url):
    """(place, word) of every canary, in UTF-8, UTF-16 and as JSON escapes it. Not looked for in the vectors'
    own files: these are numbers, among which the index writes whatever stood in memory.
    """
    held = {path.name: path.read_bytes() for path in home.rglob("*")
            if path.is_file() and path.suffix != ".bin" and "cache" not in path.relative_to(home).parts}  # fmt: skip
    if url:
        held |= copied(url)
    assert len(held) > 1
    forms = {word: {word.encode("utf-8"), word.encode("utf-16-le"), json.dumps(word)[1:-1].encode(),
                    json.dumps(word)[1:-1].replace("\\", "\\\\").encode()} for word in CANARIES}  # fmt: skip
    return {
        (place, word)
        for place, data in held.items()
        for word, some in forms.items()
        for form in some
        if form in data
    }


def copied(url):
    """Every table as `COPY` writes it."""
    held = {}
    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        for place, table in tables:
            with connection.cursor().copy(f'COPY "{place}"."{table}" TO STDOUT') as copy:
                held[table] = b"".join(map(bytes, copy))
    return held


def work(icpbot, folder, env):
    """Ingest, ask, draft, forget; what was answered."""
    for name, said in TALKS.items():
        (folder / name).write_text(said, encoding="utf-8")
    (folder / "script").write_text(SCRIPT, encoding="utf-8")
    ids = [
        one["source_id"]
        for name in TALKS
        for one in icpbot("ingest", folder / name, "--json", env=env).json["sources"]
    ]
    asked = [icpbot("ask", question, "--json", env=env).json for question in
             ("Co gubią kierowcy?", "Що гублять водії?", "司机总是弄丢什么？")]  # fmt: skip
    icpbot("draft", "--script", folder / "script", env=env)
    assert icpbot("forget", ids[1], env=env).code == 0
    return asked


def test_no_file_and_no_table_holds_a_word_of_what_was_said(store, icpbot, tmp_path):
    home, url, env = store
    env = {**env, "ICPBOT_SECRET_KEY": KEY}

    asked = work(icpbot, tmp_path, env)

    assert "perłoskrzydłe" in json.dumps(asked, ensure_ascii=False)
    assert traces(home, url) == set()
    assert "xylofonistka" in icpbot("search", "xylofonistka", "--json", env=env).out


def test_a_library_in_clear_is_sealed_changed_and_opened_again_beside_its_answers(store, icpbot, tmp_path):
    home, url, env = store
    work(icpbot, tmp_path, env)
    assert {place for place, word in traces(home, url) if word == "xylofonistka"} & {"passages", "icpbot.db"}
    found = icpbot("search", "faktury", "--json", env=env).json
    said = []

    for key, more in ((KEY, ()), (f"{NEWER},{KEY}", ())):
        keyed = {**env, "ICPBOT_SECRET_KEY": key}
        deep = icpbot("doctor", "--deep", "--json", env=keyed)
        assert [finding["kind"] for finding in deep.json["deep"]["findings"]] == ["sealing"]
        changed = icpbot("rotate-key", "--json", *more, env=keyed)
        said.append(changed.json["rows"])
        assert icpbot("doctor", "--deep", "--json", env=keyed).json["deep"]["findings"] == []
        alone = {**env, "ICPBOT_SECRET_KEY": key.split(",")[0]}
        assert icpbot("search", "faktury", "--json", env=alone).json == found
        assert traces(home, url) == set()
    refused = icpbot("search", "faktury", env=env)
    assert (refused.code, "ICPBOT_SECRET_KEY" in refused.err) == (2, True)
    given_up = icpbot("rotate-key", "--plain", env={**env, "ICPBOT_SECRET_KEY": NEWER})

    assert min(said) > 5
    assert given_up.code == 0
    assert icpbot("search", "faktury", "--json", env=env).json == found


def test_a_sealed_library_is_backed_up_restored_and_moved_under_whatever_key_is_set(store, icpbot, tmp_path):
    _, _, env = store
    keyed = {**env, "ICPBOT_SECRET_KEY": KEY}
    work(icpbot, tmp_path, keyed)
    found = icpbot("search", "faktury", "--json", env=keyed).json
    other = {"ICPBOT_HOME": str(tmp_path / "other"), "ICPBOT_SECRET_KEY": f"{NEWER},{KEY}"}
    third = tmp_path / "third"
    third.mkdir()

    assert icpbot("backup", tmp_path / "b", env=keyed).code == 0
    assert icpbot("restore", tmp_path / "b", env=other).code == 0
    assert icpbot("move", "--to", f"sqlite:///{third / 'icpbot.db'}", env=keyed).code == 0

    assert icpbot("search", "faktury", "--json", env={**other, "ICPBOT_SECRET_KEY": NEWER}).json == found
    assert (
        icpbot(
            "search", "faktury", "--json", env={**keyed, "ICPBOT_DATABASE_URL": "", "ICPBOT_HOME": str(third)}
        ).json
        == found
    )
    for folder in (tmp_path / "other", third):
        assert {word for place, word in traces(folder, None) if not re.match("link.key", place)} == set()
        engine = open_database(
            f"sqlite:///{folder / 'icpbot.db'}", ring=Ring([NEWER if folder.name == "other" else KEY])
        )
        assert unsealed(engine, open_words(engine)) == []
        engine.dispose()
