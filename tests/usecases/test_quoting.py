"""What a model is shown of a passage: who said what, and nothing that only nods."""

import pytest

from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.quoting import as_data, behind_screen


@pytest.mark.parametrize(
    ("talk", "kept", "left"),
    [
        (
            "Jana: We re-type every note twice a day.\nRada: OK, good.\nJana: And it takes hours.",
            "hours",
            "OK, good",
        ),
        ("Jana: Přepisujeme každý list dvakrát denně.\nRada: Aha.\nJana: A trvá to hodiny.", "hodiny", "Aha"),
        ("Rada: Do you sign the contract yourself?\nJana: No.\nRada: I see.", "Jana: No.", "I see"),
        ("Rada: Podpisujesz umowę sama?\nJana: Nie.\nRada: Rozumiem.", "Jana: Nie.", "Rozumiem"),
        ("访谈员：合同是您自己签吗？\n王芳：不是。\n访谈员：好的。", "不是。", "好的"),
    ],
)
def test_a_nod_costs_nothing_and_an_answer_of_one_word_stays(desk, talk, kept, left):
    source = ingest(Upload(path="talk.txt", data=talk.encode()), desk=desk).source
    passages = desk.sources.passages_of(source.id)

    shown = as_data(passages, source, behind_screen(passages, [source], desk))

    assert kept in shown
    assert left not in shown
