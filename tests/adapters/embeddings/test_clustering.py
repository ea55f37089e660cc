"""Many vectors joined at once, as `domain.clusters.cluster` joins them one by one."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icpbot.adapters.embeddings import clustering
from icpbot.adapters.embeddings.likeness import VectorLikeness
from icpbot.domain.clusters import ALIKE, alike


class Known:
    """An encoder of texts that are numbers of rows."""

    name = "known"

    def __init__(self, rows):
        self.rows = rows

    def encode(self, texts):
        return self.rows[[int(text) for text in texts]]


def unit(seed, count, kinds, noise):
    chance = np.random.default_rng(seed)
    centres = chance.standard_normal((kinds, 16))
    rows = centres[chance.integers(0, kinds, count)] + noise * chance.standard_normal((count, 16))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def pairs_of(rows):
    return [
        (a, b, score)
        for a, b in combinations(range(len(rows)), 2)
        if (score := float(rows[a] @ rows[b])) >= ALIKE
    ]


@settings(max_examples=60, deadline=None, database=None)
@given(st.integers(0, 10**6), st.integers(0, 40), st.integers(1, 6), st.sampled_from([0.2, 0.8, 2.0]))
def test_groups_sums_and_averages_are_those_of_the_definition(seed, count, kinds, noise):
    rows = unit(seed, count, kinds, noise)
    often = [float(1 + n % 3) for n in range(count)]

    found = VectorLikeness(Known(rows)).alike([str(n) for n in range(count)], often)
    wanted = alike(count, pairs_of(rows), often)

    assert found.groups == wanted.groups
    assert found.weight == pytest.approx(wanted.weight, abs=1e-3)
    for group in found.groups:
        if 0 not in group:
            assert found.on_average(0, group) == pytest.approx(wanted.on_average(0, group), abs=1e-3)


def test_what_is_said_in_the_same_words_is_one_group():
    rows = np.repeat(np.eye(3, dtype=np.float32), 50, axis=0) * np.float32(1.0000001)

    assert [len(group) for group in clustering.compared(rows, np.ones(150))[0]] == [50, 50, 50]


def test_more_than_are_joined_in_one_go_are_told_apart_as_well(monkeypatch):
    monkeypatch.setattr(clustering, "TOGETHER", 30)
    rows = unit(3, 200, 5, 0.1)
    together, _ = clustering.compared(rows, np.ones(len(rows)))

    assert len(together) == 5
    assert sorted(place for group in together for place in group) == list(range(200))
    for group in together:
        assert (rows[group] @ rows[group].T).min() > 0.5


def test_what_was_compared_before_is_not_compared_again(monkeypatch):
    rows = unit(4, 20, 2, 0.2)
    likeness = VectorLikeness(Known(rows))
    texts = [str(n) for n in range(20)]
    first = likeness.alike(texts)
    monkeypatch.setattr("icpbot.adapters.embeddings.likeness.compared", None)

    assert likeness.alike(texts).groups == first.groups
