from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.queueing import PILE, finish, may_go


@pytest.mark.parametrize(
    ("ahead", "bulk", "goes"),
    [
        ([], False, True),
        ([], True, True),
        ([False], False, False),
        ([False], True, False),
        ([True] * PILE, False, False),
        ([True] * (PILE + 1), False, True),
        ([True] * (PILE + 1), True, False),
        ([*[True] * (PILE + 1), False], False, False),
    ],
)
def test_a_question_waits_for_its_conversation_but_not_behind_a_pile_of_files(ahead, bulk, goes) -> None:
    assert may_go(ahead, bulk=bulk) is goes


def served(arrivals: list[str], people: dict[str, int]) -> list[str]:
    """The order in which one worker serves what was there from the beginning."""
    finishes: dict[str, int] = {}
    queue: list[tuple[int, int, str]] = []
    for number, who in enumerate(arrivals):
        finishes[who] = finish(0, finishes.get(who, 0), people[who])
        queue.append((finishes[who], number, who))
    return [who for *_, who in sorted(queue)]


@given(st.integers(2, 60), st.integers(2, 60))
def test_two_people_alternate_however_much_one_piled_up_before(one: int, other: int) -> None:
    order = served(["ana"] * one + ["ben"] * other, {"ana": 1, "ben": 1})

    common = 2 * min(one, other)
    for end in range(1, common + 1):
        assert abs(order[:end].count("ana") - order[:end].count("ben")) <= 1


def test_a_workspace_of_four_people_gets_the_share_of_one_of_one_person() -> None:
    people = {"ana": 4, "ben": 4, "eva": 4, "ola": 4, "jan": 1}

    order = served([*people] * 20, people)

    assert 19 <= order[:40].count("jan") <= 21
    assert {order[:40].count(who) for who in ("ana", "ben", "eva", "ola")} == {5}


def test_somebody_new_comes_before_the_rest_of_a_pile_and_not_before_what_waited_longest() -> None:
    assert finish(37, 0, 1) == 38
    assert finish(37, 538, 1) == 539


def test_a_crowd_that_asks_once_each_leaves_another_workspace_every_second_turn() -> None:
    crowd = [finish(0, 0, people) for people in range(1, 21)]
    alone = [finish(0, last, 1) for last in range(5)]

    assert sum(tag <= alone[-1] for tag in crowd) == len(alone)
