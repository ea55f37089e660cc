"""Evidence of words, meaning and neighbours adds up as it should."""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.fusion import ACCIDENT, SHARE, around, evidence, share_said, telling, with_neighbours

SHARES = st.floats(0, 1)


def test_a_rare_word_tells_more_than_a_common_one_and_none_tells_less_than_nothing() -> None:
    weights = telling({"palety": 2, "klient": 90, "i": 100}, 100)

    assert weights["palety"] > weights["klient"] > weights["i"] >= 0


@given(st.lists(st.sampled_from(["fakt", "skla", "other"]), max_size=400))
def test_the_share_said_lies_between_nothing_and_all(words) -> None:
    share = share_said({"fakt": 2.0, "skla": 1.0}, words)

    assert 0 <= share < 1
    assert (share == 0) == (not {"fakt", "skla"} & set(words))


def test_saying_it_more_often_or_in_fewer_words_counts_for_more() -> None:
    weights = {"送货": 1.0}

    assert share_said(weights, ["送货"] * 2 + ["x"] * 50) > share_said(weights, ["送货"] + ["x"] * 51)
    assert share_said(weights, ["送货"] + ["x"] * 20) > share_said(weights, ["送货"] + ["x"] * 200)


def test_a_query_of_no_known_words_shares_nothing() -> None:
    assert share_said({}, ["anything"]) == 0


@given(st.floats(-1, 1), SHARES)
def test_a_passage_alone_keeps_what_it_is_worth(similarity, share) -> None:
    alone = with_neighbours({("s", 0): evidence(similarity, share)})

    assert isclose(alone["s", 0], similarity + SHARE * max(0, share - ACCIDENT), abs_tol=1e-9)


@given(st.lists(st.floats(0.1, 50), min_size=2, max_size=12))
def test_neighbours_only_ever_help_and_those_of_other_sources_never(strengths) -> None:
    own = {("s", n): strength for n, strength in enumerate(strengths)}
    together = with_neighbours(own)
    with_strangers = with_neighbours(own | {("t", n): 99.0 for n in range(12)})

    for place, strength in own.items():
        alone = with_neighbours({place: strength})[place]
        assert together[place] > alone
        assert alone <= with_strangers[place] <= together[place]


def test_a_passage_amid_strong_ones_overtakes_a_lonely_stronger_one() -> None:
    ordinary = {(f"other {n}", 0): 1.0 for n in range(60)}
    scores = with_neighbours(ordinary | {("s", 0): 4.0, ("s", 1): 3.0, ("s", 2): 4.0, ("t", 7): 4.5})

    assert max(scores, key=lambda place: scores[place]) == ("s", 1)


def test_a_long_source_of_ordinary_passages_gains_nothing_by_its_length() -> None:
    scores = with_neighbours({("long", n): 1.0 for n in range(60)} | {("short", 0): 1.05})

    assert max(scores, key=lambda place: scores[place]) == ("short", 0)


def test_places_around_never_lie_before_the_beginning() -> None:
    assert around([("s", 1)], 2) == {("s", 0), ("s", 1), ("s", 2), ("s", 3)}
