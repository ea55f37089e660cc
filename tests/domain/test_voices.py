"""The voice that speaks for a theme says something by itself, in the reader's language where it can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.clusters import alike
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight, InsightKind, Stance
from icpbot.domain.telling import LONGEST, stands_alone, telling
from icpbot.domain.themes import Theme, build
from icpbot.domain.voices import called, ranked, spoken, supporters, voice

TELLING = [
    ("en", "Nobody trusts the stock numbers until Friday afternoon."),
    ("en", "If the driver loses a slip, the invoice waits for two weeks."),
    ("en", "No driver signs on a Friday after the night shift."),
    ("pl", "Przepisujemy listy przewozowe dwie godziny dziennie, a faktury czekają."),
    ("pl", "Nie mamy żadnego systemu, faktury piszemy ręcznie."),
    ("cs", "Dvě hodiny denně přepisujeme dodací listy do účetního systému."),
    ("uk", "Поки підписана накладна не лежить на столі, бухгалтерія рахунок не закриває."),
    ("zh", "没有正经ERP，老板不信那个系统，单子都用手写。"),
    ("zh", "司机把签收单弄丢了，财务两个星期不能开发票。"),
    ("de", "Ohne Unterschrift bezahlt uns der Kunde die Rechnung nicht."),
]  # fmt: skip
SAYS_LITTLE = [
    ("pl", "I ten kierownik mówi: „a, to ta”."), ("pl", "A ja odpowiadam za to, żeby to jeździło."),
    ("pl", "Że to nikomu nie było potrzebne."), ("pl", "Nie, faktury piszemy ręcznie od dwóch lat."),
    ("pl", "I reklamacje odpisujemy tego samego dnia, a było…"),
    ("en", "He did not manage."), ("en", "That was the only thing I wanted to bring up."),
    ("en", "I don't want to go in this."), ("en", "Yes, the drivers lose the slips every week."),
    ("en", "Three in the first week, ninety in the second, and then fewer."),
    ("en", "Why do the drivers lose the delivery slips?"),
    ("en", "because the drivers lose the delivery slips every week"),
    ("en", "The drivers {disfmarker} the drivers lose their delivery slips."),
    ("en", "All of them think a truck goes out full and comes back."),
    ("en", "Once, nineteen days, and it turned out it was under the seat."),
    ("en", "So it was like that all the time with all of us here."),
    ("cs", "To jsem přestal psát, protože mě to rozčilovalo."), ("cs", "Protože řidiči ztrácejí dodací listy každý týden."),
    ("uk", "Але вона це робила вісім років, і після неї ми тиждень шукали папір."),
    ("uk", "Ні, ми нікого про ціну не питали цього року."),
    ("zh", "所以你们后来来演示的时候，我其实都知道了。"), ("zh", "这个系统我们的司机都不愿意在手机上用。"), ("zh", "对，司机不愿意签。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), TELLING)
def test_a_sentence_that_needs_no_neighbour_stands_alone(language, sentence) -> None:
    assert stands_alone(sentence, language)


@pytest.mark.parametrize(("language", "sentence"), SAYS_LITTLE)
def test_a_sentence_that_leans_on_another_does_not(language, sentence) -> None:
    assert not stands_alone(sentence, language)


def test_what_nobody_can_take_in_at_a_glance_does_not_stand_alone() -> None:
    words = [f"warehouse{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(LONGEST + 1)]

    assert stands_alone(f"Our {' '.join(words[: LONGEST - 1])}.", "en")
    assert not stands_alone(f"Our {' '.join(words)}.", "en")


def test_a_clean_start_tells_more_than_a_joined_one_and_pointing_words_cost() -> None:
    clean = telling("Our drivers lose the delivery slips every second week.", "en")
    joined = telling("And our drivers lose the delivery slips every second week.", "en")
    pointing = telling("Our drivers lose the delivery slips there every second week.", "en")

    assert 1.0 == clean > max(joined, pointing)


@given(text=st.text(), language=st.sampled_from(["en", "pl", "cs", "uk", "zh", "de", None]))
def test_any_text_in_any_language_has_a_weight_from_nothing_to_one(text, language) -> None:
    assert 0.0 <= telling(text, language) <= 1.0


def said(number: int, text: str, language: str = "en", *, stance: Stance = Stance.SUPPORTS) -> Insight:
    quote = Quote(source_id=f"s{number}", start=100, end=100 + len(text), text=text)
    return Insight(
        id=f"i{number}", workspace="w", source_id=f"s{number}", kind=InsightKind.PAIN, text=text, quote=quote,
        audience="workspace", account=f"A{number}", language=language, stance=stance,
    )  # fmt: skip


VAGUE = said(1, "It is what it is.")
ENGLISH = said(2, "Our drivers lose the delivery slips every second week.")
CZECH = said(3, "Řidiči ztrácejí dodací listy každý druhý týden.", "cs")
SHORT_POLISH = said(4, "Kierowcy gubią.", "pl")


def test_what_stands_alone_in_the_readers_language_speaks_first() -> None:
    assert ranked([VAGUE, ENGLISH, CZECH], "cs")[0] == CZECH
    assert ranked([VAGUE, CZECH, ENGLISH], "en")[0] == ENGLISH


def test_a_telling_voice_of_another_language_beats_an_empty_one_of_the_readers() -> None:
    assert ranked([SHORT_POLISH, CZECH], "pl") == [CZECH, SHORT_POLISH]


def test_among_equals_the_nearest_to_the_middle_speaks_and_the_rest_keep_their_order() -> None:
    other = said(5, "Every week the drivers lose some delivery slips.")

    assert ranked([ENGLISH, other, VAGUE, SHORT_POLISH]) == [ENGLISH, other, VAGUE, SHORT_POLISH]


def test_of_a_long_quote_the_sentence_that_stands_alone_is_quoted_at_its_own_place() -> None:
    turn = said(6, "Well, you know. Our drivers lose the\ndelivery slips every week. It is like that.")

    quote = spoken(turn.quote, "en")

    assert quote.text == "Our drivers lose the\ndelivery slips every week."
    assert turn.quote.text[quote.start - 100 : quote.end - 100] == quote.text


def test_a_quote_without_such_a_sentence_stays_whole() -> None:
    turn = said(7, "It is. You know. They said.")

    assert spoken(turn.quote, "en") == turn.quote


def themed(*insights: Insight, **other) -> Theme:
    pairs = [(a, b, 0.9) for a in range(len(insights)) for b in range(a)]
    (theme,) = build(InsightKind.PAIN, insights, alike(len(insights), pairs), asked=[], of_accounts=4)
    return theme.model_copy(update=other)


def test_a_theme_is_called_by_its_telling_voice_and_by_the_readers_own_where_there_is_one() -> None:
    theme = themed(VAGUE, ENGLISH, CZECH)

    assert theme.label in {ENGLISH.quote.text, CZECH.quote.text}
    assert called(theme, "cs") == CZECH.quote.text
    assert called(theme, "en") == ENGLISH.quote.text
    assert called(theme, "zh") == theme.label


def test_a_name_that_somebody_gave_is_kept_in_every_language() -> None:
    theme = themed(VAGUE, ENGLISH, CZECH, label="Lost slips", named=True)

    assert {called(theme, language) for language in ("en", "cs", None)} == {"Lost slips"}


def test_whoever_says_the_opposite_does_not_speak_for_it() -> None:
    against = said(8, "Our drivers never lose a delivery slip at all.", stance=Stance.CONTRADICTS)
    theme = themed(against, VAGUE)

    assert supporters(theme) == [VAGUE]
    assert voice([VAGUE]) == VAGUE.quote
