"""Reading in a process of its own: whatever a file does there, here it is a refusal."""

from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from icpbot.adapters.readers import Files, confined, helper
from icpbot.domain.errors import Rejected

linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory and time are Linux's")


@pytest.fixture
def pool(monkeypatch):
    fresh = confined._Pool()
    monkeypatch.setattr(confined, "_POOL", fresh)
    yield fresh
    fresh.close()


def code_of(monkeypatch, code: str) -> None:
    """The next process runs this before it starts to work."""
    start = confined.subprocess.Popen

    def popen(command, **how):
        script = f"import icpbot.adapters.readers.helper as h; {code}; h.main()"
        return start([*command[:-1], script], **how)

    monkeypatch.setattr(confined.subprocess, "Popen", popen)


def test_files_of_one_process_are_read_by_one_helper(pool, make) -> None:
    reader = Files()

    first = reader.read("a.docx", make.docx("Każdy list dwa razy."))
    helper_of_first = pool._idle[0].process.pid
    second = reader.read("b.xlsx", make.xlsx([["a", "b"], ["1", "2"]]))

    assert (first.turns[0].text, second.turns[0].text) == ("Każdy list dwa razy.", "a: 1; b: 2")
    assert [each.process.pid for each in pool._idle] == [helper_of_first]


def test_a_refusal_comes_through_with_its_values(pool) -> None:
    with pytest.raises(Rejected) as caught:
        Files().read("ž.pdf", b"%PDF-1.7 nothing")

    assert (caught.value.key, caught.value.values) == ("read-broken", {"name": "ž.pdf"})


@linux
@pytest.mark.parametrize(
    ("harm", "key"),
    [
        ("bytes(4 * 1024**3)", "read-too-heavy"),
        ("os.kill(os.getpid(), 9)", "read-too-heavy"),
        ("[None for _ in iter(int, 1)]", "read-too-heavy"),
        ("os.kill(os.getpid(), 11)", "read-broken"),
        ("os._exit(3)", "read-broken"),
        ("1 / 0", "read-broken"),
    ],
)
def test_a_parser_that_hangs_swells_or_falls_is_a_refusal_and_the_next_file_is_read(
    pool, make, monkeypatch, harm, key
) -> None:
    with monkeypatch.context() as harmed:
        code_of(harmed, f"import os; h.SECONDS = 1; h._OPERATIONS['read'] = lambda n, d: {harm}")
        with pytest.raises(Rejected) as caught:
            Files().read("a.docx", make.docx("Ano."))

    assert (caught.value.key, caught.value.values) == (key, {"name": "a.docx"})
    assert Files().read("a.docx", make.docx("Ano.")).turns[0].text == "Ano."


def test_who_sleeps_is_killed_when_patience_ends(pool, make, monkeypatch) -> None:
    monkeypatch.setattr(confined, "PATIENCE", 0.5)
    code_of(monkeypatch, "import time; h._OPERATIONS['read'] = lambda n, d: time.sleep(60)")

    with pytest.raises(Rejected, match="read-too-heavy"):
        Files().read("a.docx", make.docx("Ano."))


def test_a_helper_that_died_while_idle_is_replaced(pool, make) -> None:
    Files().read("a.docx", make.docx("Ano."))
    os.kill(pool._idle[0].process.pid, signal.SIGTERM)
    pool._idle[0].process.wait()

    assert Files().read("a.docx", make.docx("Ne.")).turns[0].text == "Ne."


@pytest.mark.parametrize("executable", ["/nowhere/python", "/bin/true"])
def test_where_no_process_can_be_started_files_are_read_here(pool, make, monkeypatch, executable) -> None:
    monkeypatch.setattr(confined.sys, "executable", executable)

    assert Files().read("a.docx", make.docx("Ano.")).turns[0].text == "Ano."
    assert Files().table("a.xlsx", make.xlsx([["a"], ["1"]])) == (["a"], [["1"]])


def test_the_helper_has_none_of_our_keys(pool, monkeypatch, make) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    code_of(
        monkeypatch,
        "import os; h._OPERATIONS['read'] = lambda n, d: os._exit(7 if 'OPENAI_API_KEY' in os.environ else 8)",
    )

    with pytest.raises(Rejected) as caught:
        Files().read("a.docx", make.docx("Ano."))

    assert caught.value.__cause__.by == 8


def test_what_a_parser_prints_is_no_answer(pool, monkeypatch, make) -> None:
    code_of(
        monkeypatch,
        "read = h._read; h._OPERATIONS['read'] = lambda n, d: print('noise', flush=True) or read(n, d)",
    )

    assert Files().read("a.docx", make.docx("Ano.")).turns[0].text == "Ano."


def test_many_threads_read_at_once(pool, make) -> None:
    found: list[str] = []
    threads = [
        threading.Thread(
            target=lambda n=n: found.append(Files().read("a.docx", make.docx(f"Řádek {n}")).turns[0].text)
        )
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found) == [f"Řádek {n}" for n in range(8)]
    assert len(pool._idle) <= confined.AT_ONCE


def test_large_tables_and_texts_are_read_under_limits_too(pool) -> None:
    rows = "firma,věta\n" + "Kolos,přepisujeme dvakrát\n" * 20_000

    assert len(Files().table("a.csv", rows.encode())[1]) == 20_000
    assert len(pool._idle) == 1


def test_patience_outlasts_the_limit_of_the_helper() -> None:
    assert confined.PATIENCE > helper.SECONDS
