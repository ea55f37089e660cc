"""`icpbot themes …`: what was put together is corrected by hand, and by whom is kept."""

import pytest

TALK = (
    "Account: {account}\nDate: 2026-03-1{n}\n\nRada: What was the hardest part of your day?\nJana: {said}\n"
)
SAID = (
    "We spent two hours every day re-typing delivery notes into the system, line by line.",
    "Every day we spent two hours re-typing delivery notes into the system.",
    "Codziennie szukamy zgubionych dokumentów przewozowych i nikt nie wie, gdzie one są.",
)


@pytest.fixture
def library(icpbot, tmp_path):
    for n, said in enumerate(SAID):
        (tmp_path / f"{n}.txt").write_text(TALK.format(account=f"Firma {n}", n=n, said=said))
        assert icpbot("ingest", tmp_path / f"{n}.txt").code == 0


def listed(icpbot, *options):
    return icpbot("themes", *options, "--json").json["themes"]


def about(icpbot, words):
    return next(t for t in listed(icpbot) if any(words in q["text"] for q in t["quotes"]))


@pytest.mark.usefixtures("library")
def test_themes_are_merged_renamed_rejected_and_restored_by_their_ids(icpbot):
    typing, papers = about(icpbot, "re-typing"), about(icpbot, "dokument")

    merged = icpbot("themes", "merge", typing["id"], papers["id"], "--by", "Marta", "--json").json
    assert merged["theme"]["accounts"] == 3
    assert merged["decision"]["by"] == "Marta"
    renamed = icpbot("themes", "rename", papers["id"], "Papiery", env={"ICPBOT_LANGUAGE": "pl"})
    assert renamed.out.startswith("Od teraz nazywa się tak: Papiery: 3 z 3 firm")
    assert about(icpbot, "dokument")["label"] == "Papiery"
    icpbot("themes", "reject", typing["id"], "--why", "Nobody said so unasked.")
    assert listed(icpbot, "--kind", "pain") == []
    assert [t["label"] for t in listed(icpbot, "--rejected")] == ["Papiery"]
    told = icpbot("themes", "log").out
    assert "Marta joined themes" in told
    assert "Nobody said so unasked." in told

    for _ in range(3):  # the latest decision first
        assert icpbot("themes", "restore", typing["id"]).code == 0

    assert about(icpbot, "re-typing") == typing
    known = icpbot("themes", "log", "--json").json["decisions"]
    assert [d["undone_by"] for d in known] == ["terminal"] * 3
    assert icpbot("themes", "restore", typing["id"]).code == 1


@pytest.mark.usefixtures("library")
def test_voices_are_taken_out_of_a_theme_by_their_ids(icpbot):
    typing = about(icpbot, "re-typing")
    voice = typing["quotes"][-1]["insight_id"]

    done = icpbot("themes", "split", typing["id"], "--insight", voice, "--json").json

    assert [q["insight_id"] for q in done["theme"]["quotes"]] == [voice]
    assert done["decision"]["voices"] == [[voice], [typing["quotes"][0]["insight_id"]]]
    assert len([t for t in listed(icpbot) if t["kind"] == typing["kind"]]) == 3


@pytest.mark.usefixtures("library")
def test_what_cannot_be_done_ends_with_a_sentence_and_its_status(icpbot):
    typing = about(icpbot, "re-typing")

    assert icpbot("themes", "rename", "t0", "Papiery").code == 1
    assert icpbot("themes", "merge", typing["id"], typing["id"]).code == 2
    assert icpbot("themes", "split", typing["id"], "--insight", "i0").code == 2
    assert "voices" in icpbot("themes", "split", typing["id"], "--insight", "i0").err


@pytest.mark.usefixtures("library")
def test_people_read_ids_and_counts(icpbot):
    typing = about(icpbot, "re-typing")

    [line] = [
        line for line in icpbot("themes", "--kind", typing["kind"]).out.splitlines() if typing["id"] in line
    ]

    assert "2 of 3 accounts" in line
    assert icpbot("themes", "log").out == "Nobody has changed a theme yet.\n"
