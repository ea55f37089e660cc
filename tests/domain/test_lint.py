"""What is wrong with a profile, and that nothing is said of one that is right."""

from __future__ import annotations

import pytest

from icpbot.domain.grounding import Quote
from icpbot.domain.insights import InsightKind
from icpbot.domain.lint import Problem, lint
from icpbot.domain.profile import Basis, Claim, ClaimStatus, Counts, Criterion, Profile, Range

SIZE = Criterion(attribute="employees", ideal=Range(min=50, max=500))


def said(
    text: str, *sources: str, contradicting: int = 0, status: ClaimStatus = ClaimStatus.ACCEPTED
) -> Claim:
    return Claim(
        kind=InsightKind.PAIN, text=text, basis=Basis.EVIDENCE, status=status,
        counts=Counts(accounts=len(sources), of=9, contradicting=contradicting),
        quotes=tuple(Quote(source_id=s, start=0, end=4, text="tak.") for s in sources),
    )  # fmt: skip


def found(catalogue, *, customers=(), **profile) -> list[tuple[Problem, object]]:
    findings = lint(Profile(name="P", **profile), catalogue=catalogue, customers=customers)
    return [(finding.problem, finding.values.get("what")) for finding in findings]


@pytest.mark.parametrize(
    ("criterion", "problem"),
    [
        (Criterion(attribute="age", ideal=Range(min=30)), Problem.PROTECTED),
        (Criterion(attribute="religion", ignored=True), Problem.PROTECTED),
        (Criterion(attribute="employees"), Problem.UNMEASURABLE),
        (Criterion(attribute="employees", ideal=Range(min=50), avoid=Range(max=60)), Problem.OVERLAP),
        (Criterion(attribute="industry", ideal=("Logistika",), avoid=("物流",)), Problem.OVERLAP),
        (Criterion(attribute="budget", ideal=Range(min=1000)), Problem.UNKNOWABLE),
    ],
)
def test_a_criterion_nobody_can_use_is_named(catalogue, criterion, problem) -> None:
    assert found(catalogue, criteria=(criterion,)) == [(problem, criterion.attribute)]


def test_a_sound_profile_has_no_findings(catalogue) -> None:
    claims = (said("Wózki stoją", "s1", "s2", "s3"),)

    assert found(catalogue, criteria=(SIZE,), claims=claims) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nie mają własnej floty",
        "Nemají vlastní vozový park",
        "Не мають власного автопарку",
        "他们没有自有车队",
    ],
)
def test_what_does_not_matter_and_yet_is_a_pain_contradicts_itself(catalogue, text) -> None:
    ignored = Criterion(attribute="own_fleet", ignored=True)

    assert found(catalogue, criteria=(ignored,), claims=(said(text, "s1", "s2"),)) == [
        (Problem.CONTRADICTION, "own_fleet")
    ]
    rejected = said(text, "s1", "s2", status=ClaimStatus.REJECTED)
    assert found(catalogue, criteria=(ignored,), claims=(rejected,)) == []


def test_a_reason_that_also_disqualifies_contradicts_itself(catalogue) -> None:
    problems = found(catalogue, claims=(said("Płacą późno", "s1", "s2"),), disqualifiers=("płacą późno",))

    assert (Problem.CONTRADICTION, "Płacą późno") in problems


def test_a_claim_of_one_interview_or_denied_by_as_many_is_named(catalogue) -> None:
    claims = (said("再次录入单据", "s1"), said("Papír se ztrácí", "s1", "s2", contradicting=2))

    assert found(catalogue, claims=claims) == [
        (Problem.DISPUTED, "Papír se ztrácí"), (Problem.THIN, "再次录入单据"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sizes", "problem"),
    [([10.0] * 20, Problem.NARROW), ([100.0] * 20, Problem.WIDE), ([100.0] * 10 + [10.0] * 10, None)],
)
def test_a_profile_that_fits_hardly_anybody_or_everybody_is_named(catalogue, sizes, problem) -> None:
    customers = [{"employees": size} for size in sizes]

    assert [p for p, _ in found(catalogue, criteria=(SIZE,), customers=customers)] == (
        [problem] if problem else []
    )


def test_what_is_not_known_of_customers_makes_no_profile_narrow(catalogue) -> None:
    assert found(catalogue, criteria=(SIZE,), customers=[{"country": "PL"}] * 5) == []
