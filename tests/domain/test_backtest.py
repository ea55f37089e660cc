"""Whether a profile would have told won from lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from icpbot.domain.backtest import Effect, Group, Outcome, Signal, backtest
from icpbot.domain.fit import BandName, CriterionResult, FitReport, Score, Verdict


def outcome(verdict: Verdict, low: float, high: float, *, good: bool) -> Outcome:
    report = FitReport(
        account="a",
        verdict=verdict,
        score=Score(low=low, high=high),
        profile_name="P",
        profile_version=1,
        criteria=(),
    )
    return Outcome(report=report, good=good)


OUTCOMES = st.lists(
    st.builds(
        lambda verdict, low, width, good: outcome(verdict, low, min(100, low + width), good=good),
        st.sampled_from(Verdict), st.integers(0, 100), st.integers(0, 60), st.booleans(),
    ),
    max_size=40,
)  # fmt: skip


@given(OUTCOMES)
def test_every_account_is_counted_once_by_its_verdict(outcomes) -> None:
    found = backtest(outcomes, seed=1)

    assert found.n == sum(group.n for group in found.by_verdict) == len(outcomes)
    assert found.good == sum(group.good for group in found.by_verdict)
    for group in found.by_verdict:
        members = [o.good for o in outcomes if o.report.verdict is group.verdict]
        assert (group.n, group.good, group.share) == (len(members), sum(members), sum(members) / len(members))
        assert group.low <= group.share <= group.high


@given(OUTCOMES)
def test_the_ranking_is_that_of_mann_and_whitney(outcomes) -> None:
    def middles(*, good: bool) -> list[float]:
        return [(o.report.score.low + o.report.score.high) / 2 for o in outcomes if o.good is good]

    found = backtest(outcomes, seed=1).auc

    won, lost = middles(good=True), middles(good=False)
    if not won or not lost:
        assert found is None
    else:
        assert found == pytest.approx(stats.mannwhitneyu(won, lost).statistic / (len(won) * len(lost)))


def test_a_profile_that_tells_them_apart_says_so() -> None:
    won = [outcome(Verdict.IDEAL, 90, 90, good=True)] * 10
    lost = [outcome(Verdict.AVOID, 10, 10, good=False)] * 10

    found = backtest(won + lost, seed=1)

    assert (found.enough, found.auc) == (True, 1.0)
    assert found.p == pytest.approx(stats.fisher_exact([[10, 0], [0, 10]]).pvalue)
    assert [group.lift for group in found.by_verdict] == [2.0, 0.0]


@pytest.mark.parametrize(
    ("won", "lost", "enough"), [(10, 9, False), (17, 3, False), (15, 5, True), (0, 40, False)]
)
def test_few_accounts_or_few_of_one_kind_say_nothing(won, lost, enough) -> None:
    outcomes = [outcome(Verdict.OK, 50, 50, good=n < won) for n in range(won + lost)]

    assert backtest(outcomes, seed=1).enough is enough


def test_undecided_accounts_are_no_part_of_the_test() -> None:
    outcomes = [outcome(Verdict.UNDECIDED, 0, 100, good=True), outcome(Verdict.IDEAL, 90, 90, good=True)]

    assert backtest(outcomes, seed=1).p is None
    assert backtest([], seed=1).by_verdict == ()


def by_bands(*, good: bool, **bands: BandName) -> Outcome:
    """An account with one criterion for each band, all of one weight."""
    criteria = tuple(CriterionResult(attribute=name, band=band, weight=1) for name, band in bands.items())
    share = 100 * sum(band is BandName.IDEAL for band in bands.values()) / len(bands)
    report = FitReport(account="a", verdict=Verdict.OK, score=Score(low=share, high=share), profile_name="P",
                       profile_version=1, criteria=criteria)  # fmt: skip
    return Outcome(report=report, good=good)


def past(hits: int, misses: int, *, noise: int) -> list[Outcome]:
    """So many accounts whose `true` criterion tells how they ended, and as many more where it does not;
    `loud` follows the number of the account, which means nothing.
    """
    told = [n % 2 == 0 for n in range(hits)] + [n % 2 == 1 for n in range(hits, hits + misses)]
    return [
        by_bands(good=good, true=BandName.IDEAL if n % 2 == 0 else BandName.NEITHER,
                 loud=BandName.IDEAL if n // noise % 2 == 0 else BandName.NEITHER)
        for n, good in enumerate(told)
    ]  # fmt: skip


def test_the_criterion_that_helps_is_named_and_the_same_seed_says_the_same() -> None:
    outcomes = past(90, 10, noise=2)

    found = backtest(outcomes, seed=3)

    assert found.signal is Signal.YES
    assert found.auc_interval[0] > 0.5
    assert {c.attribute: c.effect for c in found.criteria}["true"] is Effect.HELPS
    assert found == backtest(outcomes, seed=3)


def test_a_profile_that_prefers_the_lost_ones_is_told_so() -> None:
    upside_down = [o.model_copy(update={"good": not o.good}) for o in past(90, 10, noise=2)]

    assert backtest(upside_down, seed=1).signal is Signal.BACKWARDS


def test_coverage_counts_best_and_churned_customers_without_a_deal() -> None:
    best = [
        outcome(Verdict.IDEAL, 90, 90, good=True).model_copy(update={"good": None, "groups": (Group.BEST,)})
    ] * 3
    left = [outcome(Verdict.AVOID, 9, 9, good=False).model_copy(update={"groups": (Group.CHURNED,)})] * 2
    left += [outcome(Verdict.OK, 50, 60, good=False).model_copy(update={"groups": (Group.CHURNED,)})]

    found = backtest([*best, *left], seed=1)

    assert [(c.group, c.matched, c.n) for c in found.coverage] == [(Group.BEST, 3, 3), (Group.CHURNED, 1, 3)]
    assert (found.n, found.past, found.signal) == (3, 6, Signal.TOO_FEW)


def test_lifetime_value_is_ranked_with_an_interval_when_there_is_enough_of_it() -> None:
    rising = [
        outcome(Verdict.OK, n, n, good=True).model_copy(update={"good": None, "value": float(n + n % 3)})
        for n in range(40)
    ]

    found = backtest(rising, seed=1).value_rank

    expected = stats.spearmanr(range(40), [n + n % 3 for n in range(40)]).statistic
    assert found.value == pytest.approx(expected)
    assert 0.8 < found.low <= found.value <= found.high
    assert backtest(rising[:19], seed=1).value_rank is None
