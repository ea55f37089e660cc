"""Titles of speakers are kept with a source, told on its receipt and corrected like roles."""

import pytest

TALK = """Account: Kolos
Participants: Rada (interviewer), Jana (vedoucí provozu), Petr

Rada: Co vás stojí nejvíc času?
Jana: Dvě hodiny denně přepisujeme dodací listy.
Petr: A já je potom nosím účetní.
"""


@pytest.fixture
def talk(icpbot, tmp_path):
    (tmp_path / "talk.txt").write_text(TALK)
    return icpbot("ingest", tmp_path / "talk.txt", env={"ICPBOT_LANGUAGE": "cs"})


def test_a_receipt_says_what_people_do(talk):
    assert "Jana (zákazník, vedoucí provozu)" in talk.out


@pytest.mark.usefixtures("talk")
def test_a_title_is_corrected_by_whom_it_is_of(icpbot):
    [source] = icpbot("sources", "--json").json["sources"]
    assert source["titles"] == {"Jana": "vedoucí provozu"}

    icpbot("source", source["source_id"], "--title", "Petr=skladník", "--title", "Jana=Finanční ředitelka")

    [source] = icpbot("sources", "--json").json["sources"]
    assert source["titles"] == {"Jana": "Finanční ředitelka", "Petr": "skladník"}
    assert icpbot("source", source["source_id"], "--title", "Nikdo=CFO").code == 2
