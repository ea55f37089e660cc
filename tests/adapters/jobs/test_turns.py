from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from icpbot.adapters.jobs.database import open_tables
from icpbot.adapters.jobs.turns import Turns
from icpbot.domain.queueing import PILE, Ticket


def of(conversation: str, *, workspace: str = "T", person: str = "ana", bulk: bool = False) -> Ticket:
    return Ticket(conversation=conversation, workspace=workspace, person=person, bulk=bulk)


@pytest.fixture
def turns(jobs_url):
    engine = open_tables(jobs_url)
    yield Turns(engine)
    engine.dispose()


def test_the_second_of_a_conversation_waits_until_the_first_is_over(turns) -> None:
    assert turns.take("1", of("c"))
    assert turns.take("2", of("c")) is None
    assert turns.take("3", of("c")) is None
    turns.begin("1")

    assert [go.request for go in turns.end("1", "c")] == ["2"]
    assert [go.request for go in turns.end("1", "c")] == ["2"]
    assert turns.take("2", of("c")) == turns.end("1", "c")[0]


def test_many_processes_that_take_turns_in_one_conversation_let_one_go(turns) -> None:
    with ThreadPoolExecutor(8) as pool:
        gone = list(pool.map(lambda n: turns.take(str(n), of("c")), range(24)))

    assert len([go for go in gone if go]) == 1
    first = next(go for go in gone if go)
    order = [first.request]
    while following := turns.end(order[-1], "c"):
        order += [go.request for go in following]
    assert sorted(order, key=int) == [str(n) for n in range(24)]


def test_a_question_waits_for_a_few_files_of_its_conversation_and_not_for_a_pile(turns) -> None:
    for number in range(PILE):
        turns.take(f"file {number}", of("c", bulk=True))
    assert turns.take("about them", of("c")) is None
    for number in range(PILE + 1):
        turns.take(f"pile {number}", of("d", bulk=True))

    assert turns.take("meanwhile", of("d"))


def test_the_place_counts_who_goes_first_and_is_told_once_at_a_time(turns) -> None:
    for number in range(5):
        turns.take(f"a{number}", of(f"a{number}"))
    turns.take("b", of("b", person="ben"))
    turns.take("b again", of("b", person="ben"))
    turns.take("file", of("f", bulk=True))
    turns.begin("a0")

    assert {one.request: one.place for one in turns.waiting()} == {
        "a1": 1, "a2": 2, "b": 3, "a3": 4, "a4": 5, "b again": 4, "file": 1,
    }  # fmt: skip
    said: list[str] = []
    turns.tell("b", 1, "me", lambda: turns.tell("b", 1, "other", lambda: said.append("twice")))
    turns.tell("a0", 1, "me", lambda: said.append("too late"))
    assert said == []
    assert next(one.told for one in turns.waiting() if one.request == "b") == 1


def test_a_turn_begins_after_its_status_line_was_written(turns) -> None:
    turns.take("1", of("c"))
    order: list[str] = []
    writing, go_on = threading.Event(), threading.Event()

    def say() -> None:
        writing.set()
        go_on.wait(5)
        order.append("line")

    teller = threading.Thread(target=turns.tell, args=("1", 1, "me", say))
    teller.start()
    writing.wait(5)
    assert turns.tellers() == {"me"}
    beginner = threading.Thread(target=lambda: (turns.begin("1"), order.append("begun")))
    beginner.start()
    go_on.set()
    teller.join()
    beginner.join()

    assert order == ["line", "begun"]


def test_who_died_while_writing_holds_nobody_up(turns) -> None:
    turns.take("1", of("c"))

    def dies() -> None:
        turns.silence("me")
        assert turns.tellers() == set()

    turns.tell("1", 1, "me", dies)

    turns.begin("1")
    assert turns.waiting() == []
