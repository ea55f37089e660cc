"""Best customers, as the team weighs it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.customers import Customer, rank, top


def customers(**metrics: dict[str, float]) -> list[Customer]:
    return [Customer(account=name, metrics=values) for name, values in metrics.items()]


def ranking(found) -> dict[str, int]:
    return {r.account: r.rank for r in found}


def test_more_is_better_or_less_is_as_the_metric_says(catalogue) -> None:
    some = customers(a={"lifetime_value": 9, "cost_to_serve": 9}, b={"lifetime_value": 1, "cost_to_serve": 1})

    assert ranking(rank(some, {"lifetime_value": 1}, catalogue=catalogue)) == {"a": 1, "b": 2}
    assert ranking(rank(some, {"cost_to_serve": 1}, catalogue=catalogue)) == {"b": 1, "a": 2}


def test_weights_decide_between_metrics_that_disagree(catalogue) -> None:
    some = customers(a={"lifetime_value": 9, "referrals": 1}, b={"lifetime_value": 1, "referrals": 9})

    assert ranking(rank(some, {"lifetime_value": 3, "referrals": 1}, catalogue=catalogue))["a"] == 1
    assert ranking(rank(some, {"lifetime_value": 1, "referrals": 3}, catalogue=catalogue))["b"] == 1


def test_equal_customers_share_a_rank(catalogue) -> None:
    some = customers(a={"margin": 5}, b={"margin": 5}, c={"margin": 9}, d={"margin": 1})

    assert ranking(rank(some, {"margin": 1}, catalogue=catalogue)) == {"c": 1, "a": 2, "b": 2, "d": 4}


def test_a_missing_value_is_reported_and_left_out_of_the_mean(catalogue) -> None:
    some = customers(a={"margin": 9}, b={"margin": 1, "referrals": 9}, c={"margin": 5, "referrals": 1})

    found = {r.account: r for r in rank(some, {"margin": 1, "referrals": 1}, catalogue=catalogue)}

    assert found["a"].missing == ("referrals",)
    assert found["a"].score == pytest.approx(100 * 2.5 / 3, abs=0.01)
    assert found["a"].metrics == {"margin": 9}
    assert found["b"].missing == ()


def test_who_has_no_value_at_all_comes_last_without_a_score(catalogue) -> None:
    some = customers(a={}, b={"margin": 1}, c={"margin": 2})

    found = rank(some, {"margin": 1}, catalogue=catalogue)

    assert [(r.account, r.rank) for r in found] == [("c", 1), ("b", 2), ("a", 3)]
    assert found[-1].score is None
    assert top(found, 5) == ["c", "b"]


def test_without_a_number_the_best_are_the_top_quarter(catalogue) -> None:
    some = customers(**{f"c{i:02}": {"margin": i} for i in range(12)})
    found = rank(some, {"margin": 1}, catalogue=catalogue)

    assert top(found) == ["c11", "c10", "c09"]
    assert top(found, 1) == ["c11"]
    assert top(rank([], {"margin": 1}, catalogue=catalogue)) == []


TABLE = st.lists(
    st.dictionaries(st.sampled_from(["margin", "cost_to_serve"]), st.integers(0, 5).map(float)), max_size=12
)


@given(TABLE, st.data())
def test_ranks_follow_scores_and_not_the_order_of_the_table(catalogue, table, data) -> None:
    some = [Customer(account=f"c{i:02}", metrics=metrics) for i, metrics in enumerate(table)]
    shuffled = data.draw(st.permutations(some))
    weights = {"margin": 2.0, "cost_to_serve": 1.0}

    found = rank(some, weights, catalogue=catalogue)

    assert rank(shuffled, weights, catalogue=catalogue) == found
    scores = [-1.0 if r.score is None else r.score for r in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= r.score <= 100 for r in found if r.score is not None)
    assert [r.rank for r in found] == [1 + sum(s > own for s in scores) for own in scores]


@given(TABLE.filter(bool), st.data())
def test_doing_better_never_costs_a_rank(catalogue, table, data) -> None:
    some = [Customer(account=f"c{i}", metrics={"margin": 0.0} | metrics) for i, metrics in enumerate(table)]
    index = data.draw(st.integers(0, len(some) - 1))
    better = some[index].model_copy(update={"metrics": {**some[index].metrics, "margin": 9.0}})

    before = ranking(rank(some, {"margin": 1}, catalogue=catalogue))
    after = ranking(rank([*some[:index], better, *some[index + 1 :]], {"margin": 1}, catalogue=catalogue))

    assert after[better.account] <= before[better.account]
