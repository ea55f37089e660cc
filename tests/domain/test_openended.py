"""Open answers: who is drawn, what they say, and how many say it."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.clusters import alike
from icpbot.domain.openended import SAMPLED, Sample, Written, answer_themes, said
from icpbot.domain.statistics import wilson


def written(*texts, weights=None):
    weights = weights or [1.0] * len(texts)
    return tuple(
        Written(row=n, text=text, weight=w) for n, (text, w) in enumerate(zip(texts, weights, strict=True))
    )


def compared(told, *groups):
    """What is said, alike when two hold one of the words."""
    pairs = [
        (a, b, 0.9)
        for a, b in combinations(range(len(told)), 2)
        if any(word in told[a].text.lower() and word in told[b].text.lower() for word in groups)
    ]
    return alike(len(told), pairs, [float(len(one.by)) for one in told])


def themes(answers, *groups):
    told = said(answers)
    return answer_themes(answers, told, compared(told, *groups))


def test_a_theme_is_counted_in_respondents_with_the_words_of_three_of_them():
    answers = written(
        "Cena. I ta cena za wdrożenie!",
        "cena jest za wysoka",
        "Příliš vysoká cena",
        "cena",
        "Не знаю",
        "培训太少",
    )

    [theme] = themes(answers, "cena")

    assert (theme.n, theme.share) == (4, pytest.approx(4 / 6))
    assert (theme.low, theme.high) == pytest.approx(wilson(4, 6))
    assert len(theme.quotes) == 3
    assert all(any(quote in answer.text for answer in answers) for quote in theme.quotes)


def test_the_same_words_are_one_thing_and_every_respondent_counts_once():
    answers = written("Nic.", "nic", "NIC!", "Nic. Nic.", "Faktury")

    [theme] = themes(answers)

    assert (theme.label, theme.n, theme.quotes) == ("Nic.", 4, ("Nic.",))


def test_an_answer_may_say_two_things():
    answers = written("Drahé. A pomalé.", "Drahé je to.", "Pomalé, velmi.")

    assert {(t.n, len(t.quotes)) for t in themes(answers, "drahé", "pomalé")} == {(2, 2)}


def test_what_one_respondent_alone_wrote_is_no_theme_however_often():
    assert themes(written("Cena. Cena. Ta cena!", "Szkolenia"), "ena") == ()


def test_numbers_of_a_list_are_no_part_of_what_is_said():
    told = [one.text for one in said(written("1. Zbyt drogo\n2) Brak API\n- 3D druk\n…\n42"))]

    assert told == ["Zbyt drogo", "Brak API", "3D druk"]


def test_weights_weigh_the_share_and_not_the_count():
    [theme] = themes(written("cena", "ta cena", "Faktury", weights=[3.0, 3.0, 2.0]), "cena")

    assert (theme.n, theme.share) == (2, pytest.approx(0.75))


@given(st.lists(st.integers(0, 10**7), unique=True, max_size=60), st.randoms(use_true_random=False))
def test_who_is_drawn_does_not_depend_on_the_order_of_reading(rows, chance):
    one, other = Sample(), Sample()
    for row in rows:
        one.add(row, f"a{row}", 1.0)
    for row in chance.sample(rows, len(rows)):
        other.add(row, f"a{row}", 1.0)

    assert one.answers() == other.answers()


def test_those_who_are_drawn_are_spread_over_the_whole_table():
    sample = Sample()
    for row in range(20 * SAMPLED):
        sample.add(row, "…", 1.0)

    rows = [answer.row for answer in sample.answers()]

    assert len(rows) == SAMPLED
    tenths = [sum(2 * SAMPLED * n <= row < 2 * SAMPLED * (n + 1) for row in rows) for n in range(10)]
    assert max(tenths) < 1.5 * min(tenths)
