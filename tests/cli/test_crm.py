"""icpbot crm: connected, read, shown, written to and let go of at the command line."""

import sqlite3
import subprocess
import sys

import pytest
from crm_servers import TOKEN, Fault, Pipedrive, served

KEY = {"ICPBOT_SECRET_KEY": "a key of more than sixteen"}
PROFILE = "name: Logistika\ncriteria:\n  - {attribute: industry, ideal: [Logistics], weight: 1}\n"


@pytest.fixture
def pipe():
    server = Pipedrive(page=2)
    server.add_field("a" * 40, "Branża", "enum", {1: "Logistics", 2: "Food"})
    for number, name in enumerate(
        ("Škoda Díly s.r.o.", "Рибний Двір", "上海顺丰物流有限公司", "Łódzkie Mleko"), 1
    ):
        server.organisation(
            number,
            name,
            custom={"a" * 40: 1 + number % 2},
            address={"value": "Ulice 1", "country": "Czechia"},
        )
        server.deal(number, number, "won", 1000 * number)
    with served(server):
        yield server


@pytest.fixture
def token_file(tmp_path):
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n", encoding="utf-8")
    return file


@pytest.fixture
def linked(icpbot, pipe, token_file):
    done = icpbot("crm", "connect", "pipedrive", "--url", pipe.url, "--token-file", token_file, env=KEY)
    assert done.code == 0, done.err
    return lambda *words, **more: icpbot("crm", *words, env={**KEY, **more.pop("env", {})}, **more)


def test_a_crm_is_connected_read_and_shown(linked):
    receipt = linked("sync", "--json").json

    assert (receipt["full"], receipt["counts"]["read"], receipt["accounts"], receipt["deals"]) == (
        True,
        8,
        4,
        4,
    )
    assert receipt["mapping"]["attributes"] == {"industry": "Branża", "country": "country"}
    state = linked("status", "--json").json
    assert (state["system"], state["token_kept"], state["records"]) == (
        "pipedrive",
        True,
        {"organisation": 4, "deal": 4},
    )
    assert TOKEN not in str(state)
    assert "industry = Branża" in linked("status").out
    assert "Records read: 0" not in linked("sync", "--full").out


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_people_read_it_in_their_own_language(linked, language):
    own = {"ICPBOT_LANGUAGE": language}
    told = [linked(*words, env=own) for words in (["status"], ["sync"], ["status"], ["disconnect"])]

    assert [done.code for done in told] == [0, 0, 0, 0]
    assert all("crm-" not in done.out and "{" not in done.out for done in told)


def test_the_token_is_nowhere_on_the_disk_and_in_nothing_said(linked, icpbot, pipe, caplog):
    outputs = [linked("sync"), linked("status"), linked("sync", "--json")]
    pipe.faults = [Fault(401, {}, {"error": f"bad token {TOKEN}"})]
    refused = linked("sync")

    assert (refused.code, len(refused.err.strip().splitlines())) == (2, 1)
    assert "refuses the token" in refused.err
    assert TOKEN not in "".join(done.out + done.err for done in [*outputs, refused]) + caplog.text
    for file in icpbot.home.rglob("*"):
        if file.is_file() and "cache" not in file.parts:
            assert TOKEN.encode() not in file.read_bytes(), file
    dump = "\n".join(sqlite3.connect(icpbot.home / "icpbot.db").iterdump())
    assert "crm_connections" in dump
    assert TOKEN not in dump


def test_a_token_is_never_an_argument(linked, icpbot):
    for command in ("connect", "sync", "note"):
        told = icpbot("crm", command, "--help")
        assert "--token-file" in told.out
        assert "--token " not in told.out


def test_without_a_key_the_token_is_given_for_every_run(icpbot, pipe, token_file):
    refused = icpbot("crm", "connect", "pipedrive", "--url", pipe.url, "--token-file", token_file)
    assert (refused.code, "ICPBOT_SECRET_KEY" in refused.err) == (2, True)

    own = {"ICPBOT_CRM_TOKEN": TOKEN}
    assert icpbot("crm", "connect", "pipedrive", "--url", pipe.url, env=own).code == 0
    assert icpbot("crm", "sync", "--json", env=own).json["accounts"] == 4
    assert icpbot("crm", "sync", "--token-file", token_file).code == 0
    assert icpbot("crm", "sync", "--token-file", "-", stdin=TOKEN).code == 0
    missing = icpbot("crm", "sync")
    assert (missing.code, "ICPBOT_CRM_TOKEN" in missing.err) == (2, True)


def test_nothing_is_kept_of_a_system_that_refuses(icpbot, pipe, tmp_path):
    wrong = tmp_path / "wrong"
    wrong.write_text("nonsense")

    assert icpbot("crm", "connect", "pipedrive", "--url", pipe.url, "--token-file", wrong, env=KEY).code == 2
    assert icpbot("crm", "status").code == 1
    empty = tmp_path / "empty"
    empty.write_text(" \n")
    assert icpbot("crm", "connect", "hubspot", "--url", pipe.url, "--token-file", empty, env=KEY).code == 2


def test_nobody_there_is_a_service_that_does_not_answer(icpbot, token_file, monkeypatch):
    monkeypatch.setattr("icpbot.adapters.crm.http.ATTEMPTS", 1)

    done = icpbot(
        "crm", "connect", "hubspot", "--url", "http://127.0.0.1:9", "--token-file", token_file, env=KEY
    )

    assert (done.code, "HubSpot" in done.err) == (4, True)


def test_a_field_is_read_as_what_the_person_says(linked, pipe):
    linked("sync")

    assert (
        linked("sync", "--map", "region=Branża", "--json").json["mapping"]["attributes"]["region"] == "Branża"
    )
    wrong = linked("sync", "--map", "region=Nope")
    assert (wrong.code, "Branża" in wrong.err) == (2, True)


def test_a_note_is_shown_asked_about_and_written_once(linked, icpbot, pipe, tmp_path):
    linked("sync")
    profile = tmp_path / "p.yaml"
    profile.write_text(PROFILE)
    assert icpbot("profile", "import", profile).code == 0

    refused = linked("note", "Рибний Двір", stdin="n\n")
    assert (refused.code, len(pipe.notes)) == (1, 0)
    assert "Logistika v1" in refused.err
    assert linked("note", "Рибний Двір", "--yes", "--json").json["written"] is True
    assert linked("note", "Рибний Двір", "--yes", "--json").json["written"] is False
    assert len(pipe.notes) == 1
    assert linked("note", "Nobody at all Ltd", "--yes").code == 1


def test_disconnecting_removes_the_token_and_facts_on_request(linked, icpbot):
    linked("sync")

    assert linked("disconnect", "--json").json == {"disconnected": True, "accounts_forgotten": 0}
    assert icpbot("crm", "status").code == 1
    assert linked("disconnect", "--forget", "--json").json["accounts_forgotten"] == 4
    assert "Рибний".encode() not in (icpbot.home / "icpbot.db").read_bytes()


def test_the_key_of_kept_tokens_is_changed(linked, icpbot):
    both = {"ICPBOT_SECRET_KEY": "another key of sixteen," + KEY["ICPBOT_SECRET_KEY"]}
    done = icpbot("rotate-key", "--json", env=both).json
    assert (done["installations"], done["tokens"]) == (0, 1)
    assert icpbot("crm", "sync", env={"ICPBOT_SECRET_KEY": "another key of sixteen"}).code == 0


def test_a_process_killed_between_two_pages_goes_on(linked, icpbot, pipe):
    """A real process, ended by SIGKILL while the server answers its second page."""
    import os
    import signal

    victims = []

    truth = pipe.answer

    def kill(asked):
        if asked.params.get("cursor") == "c2" and asked.path.endswith("organizations"):
            pipe.answer = truth
            os.kill(victims[0].pid, signal.SIGKILL)
        return truth(asked)

    pipe.answer = kill
    environment = {**os.environ, **KEY, "ICPBOT_HOME": str(icpbot.home)}
    victims.append(
        subprocess.Popen(
            [sys.executable, "-m", "icpbot", "crm", "sync"], env=environment, stderr=subprocess.DEVNULL
        )
    )
    assert victims[0].wait(60) == -signal.SIGKILL
    pipe.asked.clear()

    receipt = linked("sync", "--json").json

    first = next(a for a in pipe.asked if a.path.endswith("organizations") and a.params.get("limit") == "500")
    assert first.params["cursor"] == "c2"
    assert (receipt["full"], receipt["accounts"], receipt["deals"]) == (True, 4, 4)
