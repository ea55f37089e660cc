"""The exact tests agree with scipy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from icpbot.domain.statistics import false_discovery, fisher, lift_interval, wilson

CELL = st.integers(min_value=0, max_value=60)


@given(CELL, CELL, CELL, CELL)
def test_fishers_p_is_that_of_scipy(a, b, c, d) -> None:
    expected = stats.fisher_exact(np.array([[a, b], [c, d]])).pvalue

    assert fisher(a, b, c, d) == pytest.approx(expected, abs=1e-9)


@given(st.lists(st.floats(min_value=0, max_value=1), min_size=1, max_size=40))
def test_adjusted_p_is_that_of_scipy_in_the_given_order(p_values) -> None:
    assert false_discovery(p_values) == pytest.approx(list(stats.false_discovery_control(p_values)))


@given(st.integers(min_value=1, max_value=2000), st.data())
def test_the_interval_of_a_share_is_that_of_scipy(n, data) -> None:
    hits = data.draw(st.integers(min_value=0, max_value=n))

    expected = stats.binomtest(hits, n).proportion_ci(method="wilson")

    assert wilson(hits, n) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_of_nobody_any_share_is_possible() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert false_discovery([]) == []


@given(CELL, CELL, CELL, CELL)
def test_lift_lies_within_its_interval_and_turns_over_with_the_groups(a, b, c, d) -> None:
    lift, low, high = lift_interval(a, b, c, d)
    turned, _, _ = lift_interval(c, d, a, b)

    assert 0 < low <= lift <= high
    assert turned == pytest.approx(1 / lift)
