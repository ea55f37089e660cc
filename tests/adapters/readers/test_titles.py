"""A list of participants states what people do; it is kept with whoever speaks."""

import pytest

from icpbot.adapters.readers.files import Files

TALK = "\n\nRada: Co bolí?\nJana: Přepisujeme listy.\nRada: A dál?\nJana: Dvě hodiny denně.\n"


@pytest.mark.parametrize(
    ("header", "titles"),
    [
        (
            "Participants: Rada Novák (interviewer), Jana Veselá (Head of operations, Kolos)",
            {"Jana": "Head of operations"},
        ),
        ("Účastníci: Rada (tazatelka), Jana (finanční ředitelka)", {"Jana": "finanční ředitelka"}),
        ("Uczestnicy: Rada – prowadząca; Jana – główna księgowa", {"Jana": "główna księgowa"}),
        ("Респондент: Jana (головна бухгалтерка)", {"Jana": "головна бухгалтерка"}),
        ("受访者: Jana（财务总监）", {"Jana": "财务总监"}),
        ("Participants: Rada, Jana (jana@kolos.cz)", {}),
        ("Participants: Rada, Jana (customer, Kolos)", {}),
        ("Date: 2026-03-12", {}),
    ],
)
def test_titles_of_a_list_of_participants(header, titles):
    read = Files().read("talk.txt", f"Account: Kolos\n{header}{TALK}".encode())

    assert read.titles == titles
