"""Passages make sense alone and lose nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.passages import TARGET_WORDS, split
from icpbot.domain.sources import SpeakerRole, Turn, turn_offsets
from icpbot.domain.text import word_count

LONG = "We re-type every delivery note by hand twice a day. "  # 10 words
TURNS = st.lists(
    st.builds(
        Turn,
        text=st.one_of(
            st.sampled_from(
                [
                    "",
                    "  ",
                    "Yes.",
                    "Why?",
                    "How do you do that today?",
                    "我们每天重复录入送货单。",
                    "x" * 2000,
                ]
            ),
            st.integers(min_value=1, max_value=45).map(lambda n: (LONG * n).strip()),
            st.integers(min_value=1, max_value=300).map(lambda n: " ".join(["and"] * n)),
            st.integers(min_value=1, max_value=600).map(lambda n: "送货单" * n),
        ),
        speaker=st.sampled_from(["Rada", "Jana", None]),
        heading=st.sampled_from([False, False, False, False, True]),
    ),
    max_size=14,
)


def asked(text: str) -> Turn:
    return Turn(text=text, speaker="Rada")


def said(text: str) -> Turn:
    return Turn(text=text.strip(), speaker="Jana")


@given(TURNS)
def test_passages_cover_every_word_once_and_in_order(make_source, turns) -> None:
    source = make_source(turns)

    passages = split(source)

    assert "".join("".join(p.text for p in passages).split()) == "".join(source.text.split())
    assert all(left.end <= right.start for left, right in pairwise(passages))


@given(TURNS)
def test_a_passage_is_the_canonical_text_at_its_offsets_and_names_its_turns(make_source, turns) -> None:
    source = make_source(turns)
    spans = turn_offsets(source.turns)

    for passage in split(source):
        first, last = passage.turns
        assert passage.text == source.text[passage.start : passage.end]
        assert spans[first][0] <= passage.start < passage.end <= spans[last][1]


@given(TURNS)
def test_no_passage_is_far_over_the_target(make_source, turns) -> None:
    for passage in split(make_source(turns)):
        assert word_count(passage.text) <= 2.6 * TARGET_WORDS


@given(TURNS)
def test_a_heading_is_only_ever_the_beginning_of_a_passage(make_source, turns) -> None:
    source = make_source(turns)

    for passage in split(source):
        inside = range(passage.turns[0] + 1, passage.turns[1] + 1)
        assert not any(source.turns[i].heading and source.turns[i].text.strip() for i in inside)


def test_a_heading_opens_the_passage_of_what_follows(make_source) -> None:
    turns = [said(LONG * 2), Turn(text="Why they bought", heading=True), said(LONG * 2)]

    passages = split(make_source(turns))

    assert [p.turns for p in passages] == [(0, 0), (1, 2)]


def test_a_question_stays_with_its_answer_however_little_room_was_left(make_source) -> None:
    turns = [
        asked("What do you do all day?"),
        said(LONG * 3),
        asked("And how do you check the delivery notes?"),
        said(LONG * 11),
    ]

    passages = split(make_source(turns))

    assert [p.turns for p in passages] == [(0, 1), (2, 3)]


def test_two_questions_in_a_row_stay_with_their_answer(make_source) -> None:
    turns = [
        said(LONG * 3),
        asked("And the notes?"),
        asked("Who checks them in the evening?"),
        said(LONG * 10),
    ]

    passages = split(make_source(turns))

    assert [p.turns for p in passages] == [(0, 0), (1, 3)]


def test_short_exchanges_share_a_passage(make_source) -> None:
    turns = [asked("Do you use Excel?"), said("Yes."), asked("And SAP?"), said("No, never.")]

    passages = split(make_source(turns))

    assert [p.turns for p in passages] == [(0, 3)]


def test_a_long_answer_is_cut_at_sentence_ends_and_keeps_the_question_as_context(make_source) -> None:
    question = "How do you check the notes?"

    passages = split(make_source([asked(question), said(LONG * 40)]))

    assert len(passages) >= 3
    assert passages[0].text.startswith(question)
    assert all(p.text.endswith(".") for p in passages)
    assert [p.context for p in passages[1:]] == [question] * (len(passages) - 1)
    assert all(p.searchable.startswith(question) for p in passages)
    assert all(TARGET_WORDS // 2 <= word_count(p.text) <= 1.5 * TARGET_WORDS for p in passages[:-1])


def test_ten_thousand_words_without_a_full_stop_become_passages_of_the_usual_size(make_source) -> None:
    passages = split(make_source([said("and then we typed it again " * 1667)]))

    assert 60 <= len(passages) <= 120
    assert max(word_count(p.text) for p in passages) <= 1.5 * TARGET_WORDS


def test_chinese_is_cut_at_about_240_characters(make_source) -> None:
    passages = split(make_source([said("我们每天都要把送货单重新录入系统两遍，" * 100)]))

    assert max(len(p.text) for p in passages) <= 360
    assert min(len(p.text) for p in passages[:-1]) >= 120


def test_notes_in_which_every_paragraph_asks_something_do_not_become_one_passage(make_source) -> None:
    turns = [Turn(text="Who would have thought? " + LONG * 8) for _ in range(12)]

    passages = split(make_source(turns))

    assert max(word_count(p.text) for p in passages) <= 2.6 * TARGET_WORDS


def test_equal_words_at_two_places_are_two_passages(make_source) -> None:
    same = said(LONG * 9)

    passages = split(make_source([same, same]))

    assert passages[0].text == passages[1].text
    assert passages[0].id != passages[1].id


def test_splitting_again_gives_the_same_ids(make_source) -> None:
    source = make_source([asked("Why?"), said(LONG * 30)])

    assert [p.id for p in split(source)] == [p.id for p in split(source)]


@pytest.mark.parametrize("turns", [[], [Turn(text="")], [Turn(text=" \n ")]])
def test_nothing_said_makes_no_passage(make_source, turns) -> None:
    assert split(make_source(turns)) == []


def test_the_speaker_of_a_passage_is_the_customer_who_said_most(make_source) -> None:
    passages = split(
        make_source([asked("What hurts you most in your daily work, would you say?"), said("Typing.")])
    )

    assert [p.speaker for p in passages] == ["Jana"]


def test_a_customer_who_asks_back_opens_no_passage(make_source) -> None:
    source = make_source([said(LONG * 5), said("Who would do that by hand, I ask you?")])

    assert source.role_of(source.turns[1]) is SpeakerRole.CUSTOMER
    assert len(split(source)) == 1
