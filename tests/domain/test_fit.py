"""The verdict is what every way the unknown could turn out agrees on."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.accounts import Fact, FactOrigin
from icpbot.domain.fit import (
    BandName,
    CriterionResult,
    Verdict,
    answers,
    assess,
    completions,
    deciding_question,
    score_of,
    verdict_of,
)
from icpbot.domain.profile import AnyOf, Criterion, Profile, Range, Thresholds
from icpbot.domain.values import Amount, Value

WORTH = {BandName.IDEAL: 1.0, BandName.OK: 0.5, BandName.NEITHER: 0.0, BandName.AVOID: 0.0}
WEIGHTS = st.sampled_from([0.0, 0.1, 0.3, 1.0, 2.0, 3.0])
BANDS = st.sampled_from([b for b in BandName if b is not BandName.IGNORED])


@st.composite
def results(draw: st.DrawFn) -> list[CriterionResult]:
    count = draw(st.integers(min_value=1, max_value=5))
    return [
        CriterionResult(
            attribute=f"a{i}", band=draw(BANDS), weight=draw(WEIGHTS), deal_breaker=draw(st.booleans())
        )
        for i in range(count)
    ]


@st.composite
def thresholds(draw: st.DrawFn) -> Thresholds:
    ok, ideal = sorted(draw(st.tuples(st.integers(0, 100), st.integers(0, 100))))
    return Thresholds(ideal_at=ideal, ok_at=ok)


def ways(given_results: list[CriterionResult]) -> list[list[CriterionResult]]:
    """Every unknown turned ideal, ok, neither, or for a deal-breaker also avoid."""
    choices = [
        [r.band] if r.band is not BandName.UNKNOWN
        else [BandName.IDEAL, BandName.OK, BandName.NEITHER] + [BandName.AVOID] * r.deal_breaker
        for r in given_results
    ]  # fmt: skip
    return [
        [r.model_copy(update={"band": band}) for r, band in zip(given_results, bands, strict=True)]
        for bands in product(*choices)
    ]


def score(known: list[CriterionResult]) -> float:
    """The definition of design section 6, written anew."""
    return 100 * sum(r.weight * WORTH[r.band] for r in known) / sum(r.weight for r in known)


def verdict(known: list[CriterionResult], limits: Thresholds) -> Verdict:
    if any(r.deal_breaker and r.band is BandName.AVOID for r in known):
        return Verdict.AVOID
    at = round(score(known), 6)
    return Verdict.IDEAL if at >= limits.ideal_at else Verdict.OK if at >= limits.ok_at else Verdict.AVOID


def weighed(given_results: list[CriterionResult]) -> bool:
    return sum(r.weight for r in given_results) > 0


@given(results().filter(weighed))
def test_the_range_runs_from_the_lowest_to_the_highest_score_still_possible(some) -> None:
    scores = [score(way) for way in ways(some)]

    assert score_of(some).low == pytest.approx(min(scores), abs=1e-5)
    assert score_of(some).high == pytest.approx(max(scores), abs=1e-5)


@given(results().filter(weighed), thresholds())
def test_a_verdict_is_given_exactly_when_every_way_it_could_turn_out_agrees(some, limits) -> None:
    possible = {verdict(way, limits) for way in ways(some)}

    settled = verdict_of(some, limits)

    assert {settled} == (possible if len(possible) == 1 else {Verdict.UNDECIDED})


@given(results(), thresholds())
def test_learning_more_narrows_the_range_and_never_overturns_a_verdict(some, limits) -> None:
    before, settled = score_of(some), verdict_of(some, limits)

    for way in ways(some):
        after = score_of(way)
        assert before.low - 1e-6 <= after.low <= after.high <= before.high + 1e-6
        assert settled in {Verdict.UNDECIDED, verdict_of(way, limits)}


@given(results(), st.data())
def test_a_better_band_never_lowers_the_score(some, data) -> None:
    index = data.draw(st.integers(0, len(some) - 1))
    worse, better = BandName.NEITHER, data.draw(st.sampled_from([BandName.OK, BandName.IDEAL]))

    def scored(band: BandName) -> tuple[float, float]:
        changed = score_of(
            [r.model_copy(update={"band": band}) if i == index else r for i, r in enumerate(some)]
        )
        return changed.low, changed.high

    assert scored(worse) <= scored(better)


@given(results(), thresholds(), st.data())
def test_the_order_of_criteria_changes_nothing(some, limits, data) -> None:
    shuffled = data.draw(st.permutations(some))

    assert score_of(shuffled).low == pytest.approx(score_of(some).low, abs=1e-5)
    assert score_of(shuffled).high == pytest.approx(score_of(some).high, abs=1e-5)
    assert verdict_of(shuffled, limits) is verdict_of(some, limits)


@given(results(), thresholds())
def test_an_unknown_deal_breaker_never_leaves_an_account_ideal_or_ok(some, limits) -> None:
    open_breaker = CriterionResult(attribute="x", band=BandName.UNKNOWN, weight=0, deal_breaker=True)

    assert verdict_of([*some, open_breaker], limits) in {Verdict.AVOID, Verdict.UNDECIDED}


@given(results(), thresholds())
def test_a_deal_breaker_in_its_avoid_band_disqualifies_whatever_the_score(some, limits) -> None:
    broken = CriterionResult(attribute="x", band=BandName.AVOID, weight=0, deal_breaker=True)

    assert verdict_of([*some, broken], limits) is Verdict.AVOID


@given(results())
def test_criteria_without_weight_and_ignored_ones_do_not_move_the_score(some) -> None:
    idle = [
        CriterionResult(attribute="x", band=BandName.AVOID, weight=0),
        CriterionResult(attribute="y", band=BandName.IGNORED, weight=0),
    ]

    assert score_of([*some, *idle]) == score_of(some)


def test_the_question_that_settles_more_often_is_asked_before_the_weightier_one() -> None:
    limits = Thresholds(ideal_at=75, ok_at=45)
    heavy = CriterionResult(attribute="heavy", band=BandName.UNKNOWN, weight=3)
    breaker = CriterionResult(attribute="breaker", band=BandName.UNKNOWN, weight=1, deal_breaker=True)
    known = CriterionResult(attribute="known", band=BandName.IDEAL, weight=20)
    criteria = [
        Criterion(attribute="heavy", ideal=("a",), ok=("b",)),
        Criterion(attribute="breaker", avoid=("c",)),
        Criterion(attribute="known", ideal=("a",)),
    ]

    question = deciding_question(criteria, [heavy, breaker, known], limits)

    assert (question.attribute, question.decides) == ("breaker", True)


FULL = {"ideal": ("a",), "ok": ("b",), "avoid": ("c",)}


@st.composite
def asked(draw: st.DrawFn) -> tuple[list[Criterion], list[CriterionResult]]:
    some = draw(results())
    with_ideal = [
        draw(st.sampled_from([FULL, {"ideal": ("a",)}, {"ideal": True, "avoid": False}])) for _ in some
    ]
    criteria = [
        Criterion(attribute=r.attribute, weight=r.weight, deal_breaker=r.deal_breaker, **bands)
        for r, bands in zip(some, with_ideal, strict=True)
    ]
    return criteria, some


@given(asked(), thresholds())
def test_the_question_decides_exactly_if_every_answer_settles_the_verdict(pair, limits) -> None:
    criteria, some = pair
    question = deciding_question(criteria, some, limits)

    open_ones = [
        c
        for c, r in zip(criteria, some, strict=True)
        if r.band is BandName.UNKNOWN and (r.weight or r.deal_breaker)
    ]
    assert (question is None) == (not open_ones)
    if question:
        criterion = next(c for c in criteria if c.attribute == question.attribute)
        told = {
            band: verdict_of(
                [
                    r.model_copy(update={"band": band}) if r.attribute == criterion.attribute else r
                    for r in some
                ],
                limits,
            )
            for band in answers(criterion)
        }
        assert question.outcomes == told
        assert question.decides == (Verdict.UNDECIDED not in told.values())


@given(asked(), thresholds())
def test_no_other_question_settles_more_often_than_the_one_that_is_asked(pair, limits) -> None:
    criteria, some = pair

    def share(criterion: Criterion) -> float:
        told = [
            verdict_of(
                [r.model_copy(update={"band": b}) if r.attribute == criterion.attribute else r for r in some],
                limits,
            )
            for b in answers(criterion)
        ]
        return sum(v is not Verdict.UNDECIDED for v in told) / len(told)

    question = deciding_question(criteria, some, limits)

    if question:
        open_ones = {
            r.attribute: r for r in some if r.band is BandName.UNKNOWN and (r.weight or r.deal_breaker)
        }
        rated = {
            c.attribute: (share(c), open_ones[c.attribute].weight)
            for c in criteria
            if c.attribute in open_ones
        }
        assert rated[question.attribute] == max(rated.values())


@given(asked(), thresholds())
def test_every_completion_lies_within_the_range_and_agrees_with_a_settled_verdict(pair, limits) -> None:
    criteria, some = pair
    span, settled = score_of(some), verdict_of(some, limits)

    for way in completions(criteria, some):
        assert all(r.band is not BandName.UNKNOWN for r in way)
        told = score_of(way)
        assert span.low - 1e-6 <= told.low <= told.high <= span.high + 1e-6
        assert told.low == told.high or not weighed(some)
        assert settled in {Verdict.UNDECIDED, verdict_of(way, limits)}


PROFILE = Profile(
    name="Mid-market logistics",
    version=4,
    criteria=(
        Criterion(attribute="industry", ideal=("Logistics",), ok=("Retail",), avoid=("Gambling",), weight=3, deal_breaker=True),
        Criterion(attribute="employees", ideal=Range(min=50, max=500), ok=Range(min=20, max=1000), weight=2),
        Criterion(attribute="country", ideal=("PL", "CZ"), weight=1),
        Criterion(attribute="board_access", ideal=True, weight=2),
        Criterion(attribute="brand_count", ignored=True),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def report(catalogue):
    def check(profile: Profile = PROFILE, **values: Value):
        facts = {
            key: Fact(attribute=key, value=value, origin=FactOrigin.CRM) for key, value in values.items()
        }
        return assess("Kolos", profile, facts, catalogue=catalogue)

    return check


def test_a_fully_known_account_has_one_score_and_no_question(report) -> None:
    found = report(
        industry="Road Freight", employees=180.0, country="Polska", board_access=True, brand_count=4.0
    )

    assert found.verdict is Verdict.IDEAL
    assert (found.score.low, found.score.high) == (100, 100)
    assert [c.band for c in found.criteria] == ["ideal"] * 4 + ["ignored"]
    assert found.next_question is None
    assert (found.profile_name, found.profile_version) == ("Mid-market logistics", 4)


def test_a_missing_fact_widens_the_score_and_asks_the_deciding_question(report) -> None:
    found = report(industry="Retail", employees=180.0, country="PL")

    assert found.verdict is Verdict.UNDECIDED
    assert (found.score.low, found.score.high) == (56.25, 81.25)
    assert found.next_question.attribute == "board_access"
    assert found.next_question.decides
    assert found.next_question.outcomes == {BandName.IDEAL: Verdict.IDEAL, BandName.NEITHER: Verdict.OK}


def test_a_deal_breaker_names_itself(report) -> None:
    found = report(industry="hazard", employees=180.0, country="PL", board_access=True)

    assert found.verdict is Verdict.AVOID
    assert found.disqualified_by == ("industry",)
    assert found.next_question is None


def test_nothing_known_is_undecided_over_the_whole_range(report) -> None:
    found = report()

    assert (found.verdict, found.score.low, found.score.high) == (Verdict.UNDECIDED, 0, 100)
    assert found.next_question.attribute == "industry"


def test_a_profile_in_which_nothing_counts_decides_nothing_and_asks_nothing(report) -> None:
    profile = Profile(
        name="P",
        criteria=(
            Criterion(attribute="employees", ignored=True),
            Criterion(attribute="country", ideal=("PL",), weight=0),
        ),
    )

    found = report(profile, employees=5.0)

    assert (found.verdict, found.score.low, found.score.high) == (Verdict.UNDECIDED, 0, 100)
    assert found.next_question is None


@pytest.mark.parametrize(
    ("criterion", "value"),
    [
        (
            Criterion(attribute="revenue", ideal=Range(min=1e6, currency="EUR")),
            Amount(number=5e6, currency="CZK"),
        ),
        (Criterion(attribute="employees", ideal=Range(min=50)), "a lot"),
        (Criterion(attribute="board_access", ideal=True), "sometimes"),
    ],
)
def test_a_value_that_cannot_be_compared_is_unknown_and_shown(report, criterion, value) -> None:
    found = report(Profile(name="P", criteria=(criterion,)), **{criterion.attribute: value})

    assert found.criteria[0].band is BandName.UNKNOWN
    assert found.criteria[0].value == value
    assert found.verdict is Verdict.UNDECIDED


def test_what_a_profile_takes_out_of_a_region_is_out(report) -> None:
    profile = Profile(name="P", criteria=(Criterion(attribute="country", ideal=("EU",), avoid=("HU",)),))

    assert report(profile, country="Hungary").criteria[0].band is BandName.AVOID
    assert report(profile, country="Poland").criteria[0].band is BandName.IDEAL


def test_a_deal_breaking_tool_disqualifies_though_a_wanted_one_is_there_too(report) -> None:
    bands = {"ideal": AnyOf(contains=("SAP",)), "avoid": AnyOf(contains=("Excel",)), "deal_breaker": True}
    profile = Profile(name="P", criteria=(Criterion(attribute="tech_stack", **bands),))

    found = report(profile, tech_stack=("SAP", "Excel"))

    assert found.verdict is Verdict.AVOID
    assert found.disqualified_by == ("tech_stack",)


@pytest.mark.parametrize("weights", [(0.1, 0.1, 0.7, 0.3), (0.1, 0.5, 1.2, 0.6), (0.1, 0.1, 0.1, 0.1)])
def test_a_score_on_the_threshold_reaches_it_whatever_the_weights_leave_behind_the_point(
    report, weights
) -> None:
    attributes = ("employees", "locations", "warehouses", "vehicles")
    criteria = tuple(
        Criterion(attribute=a, ideal=Range(min=1), weight=w) for a, w in zip(attributes, weights, strict=True)
    )

    found = report(
        Profile(name="P", criteria=criteria), employees=1.0, locations=1.0, warehouses=1.0, vehicles=0.0
    )

    assert (found.score.low, found.verdict) == (75, Verdict.IDEAL)


def test_the_range_and_the_verdict_are_those_of_every_completion_in_ten_thousand_random_cases() -> None:
    chance = Random(7)
    bands = [b for b in BandName if b is not BandName.IGNORED]
    for _ in range(10_000):
        some = [
            CriterionResult(attribute=f"a{i}", band=chance.choice(bands), weight=chance.choice([0.1, 1, 2, 3]),
                            deal_breaker=chance.random() < 0.3)
            for i in range(chance.randint(1, 4))
        ]  # fmt: skip
        ok, ideal = sorted((chance.randint(0, 100), chance.randint(0, 100)))
        limits = Thresholds(ideal_at=ideal, ok_at=ok)
        possible = ways(some)
        scores, verdicts = [score(way) for way in possible], {verdict(way, limits) for way in possible}
        span = score_of(some)

        assert span.low == pytest.approx(min(scores), abs=1e-5)
        assert span.high == pytest.approx(max(scores), abs=1e-5)
        assert {verdict_of(some, limits)} == (verdicts if len(verdicts) == 1 else {Verdict.UNDECIDED})
