"""Hits side by side are one place, no source fills the page, a budget in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Hit, in_order, spread, stretches, within_words


def hit(number: int, source: str, words: int = 10) -> Hit:
    passage = Passage(id=f"p{number}", source_id=source, turns=(0, 0), start=0, end=1, text="word " * words)
    return Hit(passage=passage, score=-number)


def in_a_row(*scores: float, source: str = "s", words: int = 50) -> list[Hit]:
    """Passages of one source in order, then sorted best first as a search gives them."""
    hits = []
    for n, score in enumerate(scores):
        text = f"say{n} " * words
        start = n * 1000
        passage = Passage(
            id=f"{source}{n}", source_id=source, turns=(n, n), start=start, end=start + len(text), text=text,
            number=n, speakers=(f"Anna {n}",),
        )  # fmt: skip
        hits.append(Hit(passage=passage, score=score))
    return sorted(hits, key=lambda one: -one.score)


CANONICAL = "".join(f"{n:04}".ljust(1000, ".") for n in range(10))


def test_passages_side_by_side_are_read_as_one_place() -> None:
    found = list(stretches(in_a_row(0.5, 0.45, 0.0, 0.48), lambda _: CANONICAL))

    assert [(one.passage.id, one.passage.turns) for one in found] == [
        ("s0", (0, 1)),
        ("s3", (3, 3)),
        ("s2", (2, 2)),
    ]
    assert found[0].passage.text == CANONICAL[0 : found[0].passage.end]
    assert found[0].passage.speakers == ("Anna 0", "Anna 1")


def test_a_weak_neighbour_does_not_join() -> None:
    assert len(list(stretches(in_a_row(0.5, 0.2), lambda _: CANONICAL))) == 2


def test_a_place_stays_short_enough_to_be_read() -> None:
    found = list(stretches(in_a_row(*[0.5] * 8, words=100), lambda _: CANONICAL))

    assert max(one.passage.turns[1] - one.passage.turns[0] for one in found) == 2


def test_neighbours_in_another_source_stay_apart() -> None:
    hits = [*in_a_row(0.5), *in_a_row(0.0, 0.5, source="t")]

    assert len(list(stretches(hits, lambda _: CANONICAL))) == 3


@given(st.lists(st.sampled_from("xyz"), max_size=20), st.integers(1, 4))
def test_no_source_fills_the_page_and_nothing_is_lost(sources, per_source) -> None:
    hits = [hit(n, source) for n, source in enumerate(sources)]

    found = spread(hits, per_source)

    assert sorted(h.passage.id for h in found) == sorted(h.passage.id for h in hits)
    first = found[: sum(min(per_source, sources.count(s)) for s in set(sources))]
    assert all(sum(h.passage.source_id == s for h in first) <= per_source for s in "xyz")
    assert [h for h in hits if h in first] == first


@given(st.lists(st.integers(1, 30), max_size=10), st.integers(0, 120))
def test_hits_are_taken_until_the_words_are_reached(sizes, budget) -> None:
    hits = [hit(n, "s", words) for n, words in enumerate(sizes)]

    taken = within_words(hits, budget)

    assert taken == hits[: len(taken)]
    assert sum(sizes[: max(0, len(taken) - 1)]) < max(1, budget)
    assert len(taken) == len(hits) or sum(sizes[: len(taken)]) >= budget


def test_hits_follow_the_ids_somebody_gave_and_then_their_own_order() -> None:
    hits = [hit(number, "s") for number in range(4)]
    ids = [hits[2].passage.id, "unknown", hits[0].passage.id, hits[2].passage.id]

    assert in_order(hits, ids) == [hits[2], hits[0], hits[1], hits[3]]
    assert in_order(hits, []) == hits
