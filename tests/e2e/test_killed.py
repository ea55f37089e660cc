"""A process killed in the middle leaves nothing half-done, and what it knew is still there."""

import os
import signal
import subprocess
import sys

import pytest

DIE = """
import os, signal, sys
from pathlib import Path
from icpbot.bootstrap import Parts
from icpbot.settings import load
from icpbot.usecases.ingest import Upload, ingest
home, file, where = sys.argv[1:]
parts = Parts(load(Path(home)))
desk = parts.desk
def die(*_args, **_kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
target, method = {"index": (parts.index, "_words"), "store": (desk.sources, "add"), "vectors": (parts.vectors, "add"),
                  "after": (desk.index, "remove")}[where]
if where == "index":
    parts.index._words.add = die
elif where == "vectors":
    real = parts.vectors.add
    parts.vectors.add = lambda *a, **k: (real(*a, **k), die())
elif where == "after":
    real = desk.sources.add
    desk.sources.add = lambda *a, **k: (real(*a, **k), die())
else:
    desk.sources.add = die
ingest(Upload(path=file, data=Path(file).read_bytes()), desk=desk)
"""


def killed(home, file, where):
    done = subprocess.run([sys.executable, "-c", DIE, str(home), str(file), where], check=False, timeout=60,
                          env={**os.environ})  # fmt: skip
    assert done.returncode == -signal.SIGKILL


@pytest.fixture
def talk(tmp_path, interview):
    path = tmp_path / "talk.txt"
    path.write_text(interview, encoding="utf-8")
    return path


@pytest.mark.parametrize("where", ["vectors", "index", "store"])
def test_a_kill_before_the_truth_is_written_leaves_nothing_to_see_and_a_second_try_works(icpbot, talk, where):
    killed(icpbot.home, talk, where)

    assert icpbot("sources", "--json").json["sources"] == []
    assert icpbot("search", "delivery notes", "--json").json["passages"] == []
    assert icpbot("ingest", talk, "--json").json["sources"][0]["status"] == "added"
    assert len(icpbot("search", "delivery notes", "--json").json["passages"]) == 1


def test_a_kill_after_the_truth_is_written_loses_nothing(icpbot, talk):
    killed(icpbot.home, talk, "after")

    assert icpbot("ingest", talk, "--json").json["sources"][0]["status"] == "unchanged"
    assert len(icpbot("search", "delivery notes", "--json").json["passages"]) == 1


def test_an_edit_killed_half_way_still_shows_the_older_text(icpbot, talk, interview):
    icpbot("ingest", talk)
    talk.write_text(interview + "Jana: And the pallets were orange.\n", encoding="utf-8")

    killed(icpbot.home, talk, "store")

    [source] = icpbot("sources", "--json").json["sources"]
    assert "orange" not in icpbot("source", source["source_id"], "--text").out
    assert icpbot("ingest", talk, "--json").json["sources"][0]["status"] == "updated"


def test_a_full_disk_is_said_in_one_sentence_and_nothing_is_half_stored(icpbot, talk, make_desk):
    from sqlalchemy import event

    from icpbot.domain.errors import Unavailable
    from icpbot.usecases.ingest import Upload, ingest

    desk = make_desk(home=icpbot.home / "full")
    engine = desk.sources._engine
    event.listen(engine, "checkout", lambda connection, *_: connection.execute("PRAGMA max_page_count = 1"))
    engine.dispose()

    with pytest.raises(Unavailable) as caught:
        ingest(Upload(path="talk.txt", data=talk.read_bytes()), desk=desk)

    assert caught.value.key == "store-disk-full"


def test_a_home_that_cannot_be_written_is_named(process, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")

    ran = process("sources", "--home", blocked / "home")

    assert ran.code == 2
    assert "ICPBOT_HOME" in ran.err
