"""Insights that say the same thing are one theme, counted in accounts."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.clusters import JOIN_AT, alike, cluster
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight, InsightKind, Stance
from icpbot.domain.themes import Asked, build

PAIN = InsightKind.PAIN


def insight(number: int, account: str | None, **more) -> Insight:
    source = more.pop("source", f"s-{account}")
    quote = Quote(source_id=source, start=number, end=number + 6, text=f"text {number}")
    return Insight(
        id=f"i{number:03}", workspace="w", source_id=source, kind=PAIN, text=f"a model put {number} so", quote=quote,
        audience="workspace", account=account, **{"date": date(2026, 1, 1), **more},
    )  # fmt: skip


def themes_of(*insights: Insight, pairs=None, asked=(), of_accounts=12):
    links = pairs if pairs is not None else [(i, j, 0.9) for i, j in combinations(range(len(insights)), 2)]
    return build(PAIN, insights, alike(len(insights), links), asked=asked, of_accounts=of_accounts)


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1]),
    st.sampled_from([0.1, 0.3, 0.42, 0.5, 0.5, 0.7, 0.9]),
    max_size=40,
)


@given(PAIRS, st.data())
def test_themes_do_not_depend_on_the_order_of_pairs(pairs, data) -> None:
    listed = [(i, j, score) for (i, j), score in pairs.items()]
    shuffled = data.draw(st.permutations([(j, i, score) for i, j, score in listed]))

    assert cluster(12, listed) == cluster(12, shuffled)


@given(PAIRS)
def test_only_what_is_alike_on_average_is_joined_and_nothing_alike_is_left_apart(pairs) -> None:
    def average(left: list[int], right: list[int]) -> float:
        scores = [pairs.get((min(i, j), max(i, j)), 0.0) for i in left for j in right]
        return sum(scores) / len(scores)

    groups = cluster(12, [(i, j, score) for (i, j), score in pairs.items()])

    assert sorted(i for group in groups for i in group) == list(range(12))
    assert all(average(a, b) < JOIN_AT + 1e-9 for a, b in combinations(groups, 2))
    for group in groups:
        if len(group) > 1:
            assert max(pairs.get((i, j), 0.0) for i, j in combinations(group, 2)) >= JOIN_AT


def test_the_closest_are_joined_first() -> None:
    groups = cluster(3, [(0, 1, 0.5), (1, 2, 0.9)])

    assert groups == [[1, 2], [0]]


def test_a_chain_of_neighbours_is_not_one_theme() -> None:
    chain = [(i, i + 1, 0.6) for i in range(9)]

    assert max(map(len, cluster(10, chain))) <= 3


@pytest.mark.parametrize("pairs", [[], [(0, 0, 1.0), (1, 1, 1.0)]])
def test_what_is_like_nothing_stays_alone(pairs) -> None:
    assert cluster(2, pairs) == [[0], [1]]


def test_a_count_is_of_accounts_not_of_insights() -> None:
    (theme,) = themes_of(insight(1, "A"), insight(2, "A"), insight(3, "A", source="s2"), insight(4, "B"))

    assert (theme.accounts, theme.sources, theme.of_accounts, len(theme.insights)) == (2, 3, 12, 4)


def test_a_source_without_an_account_counts_as_a_voice_of_its_own() -> None:
    (theme,) = themes_of(insight(1, None, source="x"), insight(2, None, source="y"), insight(3, "A"))

    assert theme.accounts == 3


@pytest.mark.parametrize(("accounts", "anecdote"), [("A", True), ("AB", True), ("ABC", False)])
def test_fewer_than_three_accounts_are_an_anecdote(accounts, anecdote) -> None:
    (theme,) = themes_of(*[insight(n, account) for n, account in enumerate(accounts)])

    assert theme.is_anecdote is anecdote


def test_who_contradicts_is_counted_apart() -> None:
    against = insight(3, "C", stance=Stance.CONTRADICTS)

    (theme,) = themes_of(insight(1, "A"), insight(2, "B"), against)

    assert (theme.accounts, theme.contradicting) == (2, 1)
    assert theme.label != against.quote.text


def test_a_theme_that_everybody_contradicts_has_no_account_behind_it() -> None:
    (theme,) = themes_of(insight(1, "A", stance=Stance.CONTRADICTS))

    assert (theme.accounts, theme.sources, theme.contradicting) == (0, 0, 1)
    assert theme.label == "text 1"


def test_asked_counts_accounts_whose_interviewer_asked_about_the_kind() -> None:
    asked = [
        Asked(source_id="s1", account="A", kind=PAIN),
        Asked(source_id="s2", account="A", kind=PAIN),
        Asked(source_id="s3", account=None, kind=PAIN),
        Asked(source_id="s4", account="D", kind=InsightKind.JOB),
    ]

    (theme,) = themes_of(insight(1, "A"), asked=asked)

    assert theme.asked == 2


def test_a_theme_keeps_its_id_as_it_grows() -> None:
    first = insight(5, "A", date=date(2026, 3, 1))
    (before,) = themes_of(first)

    for later in (insight(1, "B", date=date(2026, 4, 1)), insight(1, "B", date=None)):
        (after,) = themes_of(later, first)
        assert after.id == before.id


def test_themes_come_by_accounts_and_are_labelled_by_their_most_typical_insight() -> None:
    insights = [insight(n, account) for n, account in enumerate("ABCDE")]
    pairs = [(0, 1, 0.8), (1, 2, 0.8), (0, 2, 0.5), (3, 4, 0.9)]

    first, second = themes_of(*insights, pairs=pairs)

    assert (first.accounts, second.accounts) == (3, 2)
    assert first.label == "text 1"


def test_a_theme_knows_when_it_was_heard_first_and_last() -> None:
    (theme,) = themes_of(
        insight(1, "A", date=date(2026, 5, 1)),
        insight(2, "B", date=None),
        insight(3, "C", date=date(2025, 2, 1)),
    )

    assert (theme.first_heard, theme.last_heard) == (date(2025, 2, 1), date(2026, 5, 1))
