from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.disguise import Disguised, Pseudonyms, disguised, pseudonyms
from icpbot.domain.sources import Kind, Origin, Source, SpeakerRole, Turn


def source(*turns, roles=None):
    return Source(id="s", workspace="w", path="p", kind=Kind.INTERVIEW, origin=Origin.FIRST_HAND, audience="workspace",
                  content_hash="h", added_at=datetime(2026, 1, 1, tzinfo=UTC),
                  turns=tuple(Turn(speaker=a, text=b) for a, b in turns), roles=roles or {})  # fmt: skip


def nothing(_text):
    return []


@given(st.text(alphabet="ab .", max_size=30), st.data())
def test_a_place_outside_replacements_comes_back_exactly(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = tuple((a, b, "[x]") for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    hidden = Disguised(original=text, spans=spans)

    assert hidden.back(0, len(hidden.text)) == (0, len(text))
    assert hidden.part(0, len(text)) == hidden.text
    for at, char in enumerate(hidden.text):
        start, end = hidden.back(at, at + 1)
        assert text[start:end] == char or (start, end) in {(a, b) for a, b, _ in spans}


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        (
            "Jana Veselá",
            "Řekla to Jana, bez Jany ani s Veselou to nejde.",
            "Řekla to S, bez S ani s S to nejde.",
        ),
        ("Grzegorz", "Bez Grzegorza i z Grzegorzem.", "Bez S i z S."),
        ("Оксана", "Запитай Оксану або Оксані передай.", "Запитай S або S передай."),
        ("陈立国", "我问过陈立国了。", "我问过S了。"),
        ("Mark Hill", "Mark went downhill with the hill.", "S went downhill with the hill."),
    ],
)
def test_a_name_is_hidden_in_its_cases_and_other_words_are_not(name, text, shown):
    assert disguised(text, nothing, Pseudonyms(names={name: "S"})).text == shown


def test_speakers_are_numbered_over_all_sources_with_their_roles():
    first = source(
        ("Rada", "?"), ("Jana", "x"), roles={"Rada": SpeakerRole.INTERVIEWER, "Jana": SpeakerRole.CUSTOMER}
    )
    second = source(("Rada", "?"), ("Petr", "x"))

    names = pseudonyms([first, second])

    assert names.names == {
        "Rada": "Speaker 1 (interviewer)",
        "Jana": "Speaker 2 (customer)",
        "Petr": "Speaker 3",
    }
    assert (
        names.revealed("Speaker 2 (customer) and Speaker 3 agree with Speaker 1.")
        == "Jana and Petr agree with Rada."
    )


def test_a_tenth_speaker_is_not_the_first():
    names = Pseudonyms(names={"Ann": "Speaker 1", "Bob": "Speaker 10"})

    assert names.revealed("Speaker 10 and Speaker 1") == "Bob and Ann"


def test_what_sticks_out_of_an_earlier_span_is_hidden_as_well():
    text = "Write to Eva Malá mala@firma.cz now"

    def found(_text):
        return [(9, 21, "[person]"), (18, 31, "[e-mail]")]

    hidden = disguised(text, found, Pseudonyms())

    assert hidden.text == "Write to [person][e-mail] now"
    assert text[slice(*hidden.back(9, 17))] == "Eva Malá mal"
    assert text[slice(*hidden.back(17, 25))] == "a@firma.cz"


def test_a_pseudonym_counts_before_a_mask_of_the_same_words():
    names = Pseudonyms(names={"Oksana": "Speaker 1"})

    assert disguised("Oksana said so", lambda _: [(0, 6, "[person]")], names).text == "Speaker 1 said so"
