"""Two legs fused, no source filling the page, a budget in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Hit, Leg, fuse, spread, within_words

KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


def hit(number: int, source: str, words: int = 10) -> Hit:
    passage = Passage(id=f"p{number}", source_id=source, turns=(0, 0), start=0, end=1, text="word " * words)
    return Hit(passage=passage, score=-number)


@given(st.lists(KEYS, max_size=3))
def test_fused_scores_are_the_sum_of_reciprocal_ranks_best_first(legs) -> None:
    fused = fuse([Leg(scores={key: 1.0 - i / 10 for i, key in enumerate(leg)}) for leg in legs])

    expected = {
        key: sum(1 / (61 + leg.index(key)) for leg in legs if key in leg) for leg in legs for key in leg
    }
    assert fused.keys() == expected.keys()
    assert all(abs(fused[key] - expected[key]) < 1e-12 for key in fused)
    assert list(fused.values()) == sorted(fused.values(), reverse=True)


def test_a_heavier_leg_outranks_a_lighter_one() -> None:
    fused = fuse([Leg(scores={"a": 1.0}), Leg(scores={"b": 1.0}, weight=2)])

    assert list(fused) == ["b", "a"]


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
