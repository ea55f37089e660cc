"""Gaps stand in the order of what knowing them would change."""

from icpbot.domain.gaps import GapKind, gaps_of
from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Basis, Claim, ClaimStatus, Counts, Criterion, Profile

BACKED = Counts(accounts=5, of=9)
PROFILE = Profile(
    name="P",
    criteria=(Criterion(attribute="country", ideal=("PL",)),),
    claims=(
        Claim(kind="pain", text="Domněnka"),
        Claim(kind="trigger", text="Jedna firma", basis=Basis.EVIDENCE, counts=Counts(accounts=1, of=9)),
        Claim(kind="job", text="Doložené", basis=Basis.EVIDENCE, counts=BACKED),
        Claim(kind="job", text="Odmítnuté", status=ClaimStatus.REJECTED),
    ),
)


def test_verdicts_come_before_questions_and_questions_before_statements():
    asked = [("Kdo podepisuje?", InsightKind.DECISION_ROLE)] * 2 + [("Co ISO?", None)]
    found = gaps_of(PROFILE, settled={"employees": 1.5, "revenue": 4, "country": 0}, unanswered=asked)

    assert [(g.kind, g.about) for g in found[:7]] == [
        (GapKind.FACT, "revenue"), (GapKind.FACT, "employees"), (GapKind.QUESTION, "Kdo podepisuje?"),
        (GapKind.EMPTY, "decision_role"), (GapKind.QUESTION, "Co ISO?"), (GapKind.ASSUMPTION, "Domněnka"),
        (GapKind.THIN, "Jedna firma"),
    ]  # fmt: skip
    assert [g.asked for g in found[2:5]] == [2, 2, 1]
    assert "country" not in [g.about for g in found]


def test_what_is_backed_or_rejected_is_no_gap():
    about = {g.about for g in gaps_of(PROFILE, settled={}, unanswered=[])}

    assert not about & {"Doložené", "Odmítnuté"}
