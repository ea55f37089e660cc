"""`icpbot playbook …`: what a department needs, for people and for programs."""

import json

import pytest

TALK = "Account: Kolos Logistik\nDate: 2026-03-12\n\nRada: What was the hardest part of your day before?\nJana: {}\n"
SAID = {
    "en": "We spent two hours every day re-typing delivery notes into the system, line by line.",
    "pl": "Codziennie przez dwie godziny przepisujemy listy przewozowe do systemu, wiersz po wierszu.",
    "cs": "Dvě hodiny denně ručně přepisujeme dodací listy do systému, řádek po řádku.",
    "uk": "Щодня дві години вручну переписуємо накладні в систему, рядок за рядком.",
    "zh": "我们每天要花两个小时把送货单一行一行地手工录入系统，太浪费时间了。",
}


@pytest.fixture
def library(icpbot, tmp_path):
    def read(said):
        (tmp_path / "talk.txt").write_text(TALK.format(said), encoding="utf-8")
        assert icpbot("ingest", tmp_path / "talk.txt").code == 0

    return read


@pytest.mark.parametrize("language", SAID)
def test_programs_get_lines_quotes_engine_and_notice(icpbot, library, language):
    library(SAID[language])

    found = icpbot("playbook", "support", "--json", env={"ICPBOT_LANGUAGE": language}).json

    assert set(found) == {"name", "headline", "lines", "quotes", "engine", "notice"}
    assert (found["name"], found["engine"], found["notice"]) == ("support", "extractive", None)
    [quote] = found["quotes"]
    assert quote["text"] == SAID[language]
    assert "Kolos Logistik" in quote["who"]
    assert any(SAID[language] in line for line in found["lines"])


def test_people_read_headings_quotes_and_what_is_missing(icpbot, library):
    library(SAID["pl"])

    shown = icpbot("playbook", "sprzedaż", env={"ICPBOT_LANGUAGE": "pl"}).out

    assert shown.startswith("Sprzedaż, słowami jednej firmy")
    assert (
        shown.index("Tu jeszcze brakuje: Wyzwalacze, Obiekcje")
        < shown.index("Bolączki\n")
        < shown.index(SAID["pl"])
    )


def test_without_a_name_the_six_are_listed_and_an_unknown_one_is_refused(icpbot):
    assert "• Executives: `playbook executives`" in icpbot("playbook").out

    refused = icpbot("playbook", "catering")

    assert refused.code != 0
    assert "customer-success" in refused.err


def test_in_the_chat_it_opens_by_the_same_words(icpbot, library):
    library(SAID["en"])

    told = icpbot("chat", stdin="playbook marketing\nwrite a headline for our landing page\n").out

    assert told.count("Marketing, in the words of one account") == 2


def test_a_broken_file_of_playbooks_is_told_by_its_name(icpbot, tmp_path):
    import shutil
    from pathlib import Path

    folder = tmp_path / "knowledge"
    shutil.copytree(Path(__file__).parents[2] / "knowledge", folder)
    (folder / "playbooks.yaml").write_text(json.dumps([{"key": "sales", "kinds": ["pane"]}]))

    refused = icpbot("playbook", "sales", env={"ICPBOT_KNOWLEDGE": str(folder)})

    assert refused.code != 0
    assert "playbooks.yaml" in refused.err
