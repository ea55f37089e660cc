"""The exact tests agree with scipy."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats

from icpbot.domain.statistics import (
    auc,
    chi_square_tail,
    false_discovery,
    fisher,
    independence,
    lift_interval,
    midranks,
    shuffled_p,
    spearman,
    wilson,
)

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


@given(st.lists(st.tuples(st.integers(0, 6), st.booleans()), max_size=40))
def test_auc_is_mann_whitney_and_midranks_are_scipys(pairs) -> None:
    values, good = [v for v, _ in pairs], [g for _, g in pairs]
    won, lost = [v for v, g in pairs if g], [v for v, g in pairs if not g]

    assert midranks(values) == pytest.approx(stats.rankdata(values).tolist())
    if not won or not lost:
        assert auc(values, good) is None
    else:
        assert auc(values, good) == pytest.approx(
            stats.mannwhitneyu(won, lost).statistic / len(won) / len(lost)
        )


def test_shuffled_outcomes_are_seldom_taken_for_a_signal() -> None:
    chance = Random(5)
    scores = [chance.choice((0, 20, 50, 50, 75, 100)) for _ in range(80)]
    good = [n < 37 for n in range(80)]

    alarms = 0
    for _ in range(300):
        chance.shuffle(good)
        alarms += shuffled_p(scores, good, times=300, chance=chance) < 0.05

    assert 2 <= alarms <= 0.07 * 300


def test_a_signal_that_is_there_is_found() -> None:
    scores, good = [*range(30), *range(10, 40)], [False] * 30 + [True] * 30

    assert shuffled_p(scores, good, times=999, chance=Random(1)) < 0.01


def test_a_rank_correlation_needs_two_sides_that_vary() -> None:
    assert spearman([1, 1, 1], [1, 2, 3]) is None
    assert spearman([1, 2, 3], [1, 2, 3]) == pytest.approx(1)


@given(st.floats(min_value=0, max_value=900), st.integers(min_value=1, max_value=300))
@example(5e-324, 1)
def test_the_tail_of_chi_square_is_that_of_scipy(statistic, df) -> None:
    assert chi_square_tail(statistic, df) == pytest.approx(stats.chi2.sf(statistic, df), rel=1e-9, abs=1e-12)


@given(
    st.integers(2, 4).flatmap(
        lambda wide: st.lists(
            st.lists(st.integers(5, 60), min_size=wide, max_size=wide), min_size=2, max_size=4
        )
    )
)
def test_independence_of_full_tables_is_that_of_scipy(table) -> None:
    expected = stats.chi2_contingency(np.array(table), correction=False)

    found = independence(table)

    if found.test == "chi-square":
        assert (found.statistic, found.p) == pytest.approx((expected.statistic, expected.pvalue), rel=1e-9)
        assert found.df == expected.dof
    else:
        assert found.p == pytest.approx(stats.fisher_exact(np.array(table)).pvalue, abs=1e-9)


@pytest.mark.parametrize("table", [[], [[0, 0], [0, 0]], [[3, 4]], [[3, 4], [0, 0]], [[3, 0], [4, 0]]])
def test_one_group_or_one_answer_is_nothing_to_test(table) -> None:
    assert independence(table) is None


def test_two_by_two_with_few_cases_is_tested_exactly_and_larger_ones_are_called_rough() -> None:
    assert independence([[3, 1], [1, 4]]).test == "fisher"
    assert not independence([[3, 1], [1, 4]]).small
    assert independence([[3, 1], [1, 4], [2, 2]]).small
    assert not independence([[30, 10], [10, 40]]).small
