"""Whether a profile would have told won from lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from icpbot.domain.backtest import Outcome, backtest
from icpbot.domain.fit import FitReport, Score, Verdict


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
    found = backtest(outcomes)

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

    found = backtest(outcomes).auc

    won, lost = middles(good=True), middles(good=False)
    if not won or not lost:
        assert found is None
    else:
        assert found == pytest.approx(stats.mannwhitneyu(won, lost).statistic / (len(won) * len(lost)))


def test_a_profile_that_tells_them_apart_says_so() -> None:
    won = [outcome(Verdict.IDEAL, 90, 90, good=True)] * 10
    lost = [outcome(Verdict.AVOID, 10, 10, good=False)] * 10

    found = backtest(won + lost)

    assert (found.enough, found.auc) == (True, 1.0)
    assert found.p == pytest.approx(stats.fisher_exact([[10, 0], [0, 10]]).pvalue)
    assert [group.lift for group in found.by_verdict] == [2.0, 0.0]


@pytest.mark.parametrize(
    ("won", "lost", "enough"), [(10, 9, False), (17, 3, False), (15, 5, True), (0, 40, False)]
)
def test_few_accounts_or_few_of_one_kind_say_nothing(won, lost, enough) -> None:
    outcomes = [outcome(Verdict.OK, 50, 50, good=n < won) for n in range(won + lost)]

    assert backtest(outcomes).enough is enough


def test_undecided_accounts_are_no_part_of_the_test() -> None:
    outcomes = [outcome(Verdict.UNDECIDED, 0, 100, good=True), outcome(Verdict.IDEAL, 90, 90, good=True)]

    assert backtest(outcomes).p is None
    assert backtest([]).by_verdict == ()
