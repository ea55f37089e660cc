"""Who asks and who answers."""

from __future__ import annotations

import pytest

from icpbot.domain.sources import SpeakerRole, Turn
from icpbot.domain.speakers import infer_roles

ASKS, ANSWERS, UNKNOWN = SpeakerRole.INTERVIEWER, SpeakerRole.CUSTOMER, SpeakerRole.UNKNOWN

TALKS = {
    "en": ("What hurts you most?", "Every note gets typed twice, by hand."),
    "pl": ("Co najbardziej boli?", "Każdy list przepisujemy dwa razy."),
    "cs": ("Co vás nejvíc trápí?", "Každý list přepisujeme dvakrát."),
    "uk": ("Що найбільше болить?", "Кожну накладну переписуємо двічі."),
    "zh": ("你们用系统吗", "我们每天都要录入两遍送货单。"),
}


def talk(*turns: tuple[str, str]) -> list[Turn]:
    return [Turn(speaker=speaker, text=text) for speaker, text in turns]


@pytest.mark.parametrize("language", TALKS)
def test_who_asks_is_the_interviewer_in_any_language(language) -> None:
    question, answer = TALKS[language]

    roles = infer_roles(talk(*[("Anna", question), ("Oto", answer)] * 4))

    assert roles == {"Anna": ASKS, "Oto": ANSWERS}


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Interviewer", ASKS),
        ("Anna (prowadząca)", ASKS),
        ("Tazatelka", ASKS),
        ("Інтерв'юер", ASKS),
        ("Ведуча", ASKS),
        ("采访者", ASKS),
        ("访谈者 林", ASKS),
        ("Опитувач", ASKS),
        ("被采访者", ANSWERS),
        ("Інтерв'юйований", ANSWERS),
        ("Dotazovaná", ANSWERS),
        ("Badany 3", ANSWERS),
        ("Customer", ANSWERS),
        ("Klient 2", ANSWERS),
        ("Zákaznice", ANSWERS),
        ("Респондентка", ANSWERS),
        ("客户 周敏", ANSWERS),
        ("Petr Hostinský", UNKNOWN),
        ("Anna, Customer Success", UNKNOWN),
        ("Marta", UNKNOWN),
    ],
)
def test_a_name_that_says_its_role_is_believed(name, role) -> None:
    assert infer_roles(talk((name, "Dobře."))) == {name: role}


def test_what_the_file_says_beats_the_share_of_questions() -> None:
    turns = talk(*[("Anna", "Why?"), ("Oto", "Because it hurts.")] * 3)

    roles = infer_roles(turns, {"Oto": ASKS})

    assert roles == {"Anna": ANSWERS, "Oto": ASKS}


def test_a_meeting_of_equals_stays_unknown() -> None:
    turns = talk(*[("Anna", "Shall we?"), ("Oto", "Why not?"), ("Anna", "Good."), ("Oto", "Fine.")] * 3)

    assert set(infer_roles(turns).values()) == {UNKNOWN}


@pytest.mark.parametrize("turns", [[], talk(("Anna", "Why?")), [Turn(text="Why?")]])
def test_a_single_voice_stays_unknown(turns) -> None:
    assert set(infer_roles(turns).values()) <= {UNKNOWN}


def test_headings_are_nobodys_questions() -> None:
    turns = [
        *talk(("Anna", "Fine."), ("Oto", "Fine.")),
        Turn(speaker="Oto", text="Why they buy?", heading=True),
    ]

    assert set(infer_roles(turns).values()) == {UNKNOWN}
