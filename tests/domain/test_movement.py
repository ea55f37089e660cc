"""How the evidence of claims moves, and when that is a reason to look again."""

from datetime import UTC, date, datetime, timedelta

import pytest

from icpbot.domain.clusters import alike
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight, InsightKind, Stance
from icpbot.domain.movement import moved, theme_of
from icpbot.domain.profile import Basis, Claim, ClaimStatus, Counts, Profile, ProfileStatus
from icpbot.domain.reminders import AFTER, Ending, Reason, Why, reasons
from icpbot.domain.themes import build

APPROVED = datetime(2026, 3, 1, tzinfo=UTC)
KIND = InsightKind.PAIN


def insight(number, stance=Stance.SUPPORTS, account=None):
    quote = Quote(source_id=f"s{number}", start=10, end=30, text="přepisujeme listy")
    return Insight(
        id=f"i{number}", workspace="w", source_id=f"s{number}", kind=KIND, text="přepisujeme", quote=quote,
        audience="workspace", account=account or f"Firma {number}", stance=stance,
    )  # fmt: skip


def theme(*insights, of=12):
    pairs = [(a, b, 1.0) for a in range(len(insights)) for b in range(a)]
    [found] = build(KIND, insights, alike(len(insights), pairs), asked=[], of_accounts=of)
    return found


def claim(accounts, *quotes, contradicting=0):
    counts = Counts(accounts=accounts, of=12, contradicting=contradicting)
    return Claim(kind=KIND, text="Přepisování", basis=Basis.EVIDENCE, counts=counts, quotes=quotes)


def profile(*claims, status=ProfileStatus.APPROVED):
    return Profile(name="P", status=status, approved_at=APPROVED, claims=claims)


def test_a_claim_is_found_again_by_its_quotes_and_counted_anew():
    grown = theme(insight(1), insight(2), insight(3), insight(4, Stance.CONTRADICTS))
    old = claim(2, insight(1).quote, insight(2).quote)

    [found] = moved(profile(old), [grown])

    assert (found.before.accounts, found.now.accounts, found.disagree) == (2, 3, 1)


def test_the_theme_with_most_of_its_quotes_is_its_own():
    one, two = theme(insight(1)), theme(insight(2), insight(3))
    said = claim(3, insight(1).quote, insight(2).quote, insight(3).quote)

    assert theme_of(said, [one, two]) == two
    assert theme_of(said.model_copy(update={"kind": InsightKind.JOB}), [one, two]) is None


@pytest.mark.parametrize(
    "same",
    [
        claim(2, insight(1).quote),
        claim(7, Quote(source_id="s1", start=30, end=40, text="jinde")),
        Claim(kind=KIND, text="Domněnka"),
        claim(7, insight(1).quote).model_copy(update={"status": ClaimStatus.REJECTED}),
    ],
)
def test_what_is_as_it_was_or_cannot_be_found_is_no_movement(same):
    assert moved(profile(same), [theme(insight(1), insight(2), of=40)]) == []


def endings(month, wins, losses, left=0):
    day = date(2026, month, 1)
    return [Ending(day=day, won=True, churned=n < left) for n in range(wins)] + [
        Ending(day=day, won=False)
    ] * losses


def asked(shifted=(), ends=(), days=30, status=ProfileStatus.APPROVED):
    now = APPROVED + timedelta(days=days)
    return reasons(profile(status=status), now=now, moved=shifted, endings=ends)


def test_half_a_year_is_a_reason_and_a_day_less_is_none():
    assert asked(days=AFTER.days) == (Reason(why=Why.DATE, values={"months": 6}),)
    assert asked(days=AFTER.days - 1) == ()


def test_evidence_against_is_a_reason_and_more_evidence_for_is_none():
    against = moved(profile(claim(1, insight(1).quote)), [theme(insight(1), insight(2, Stance.CONTRADICTS))])
    more = moved(profile(claim(1, insight(1).quote)), [theme(insight(1), insight(2))])

    assert asked(against) == (Reason(why=Why.EVIDENCE, values={"n": 1}),)
    assert asked(more) == ()


def test_fewer_wins_are_a_reason_beyond_chance_alone():
    assert asked(ends=[*endings(1, 15, 5), *endings(4, 3, 17)]) == (
        Reason(why=Why.WINS, values={"since": 15, "before": 75, "n": 20}),
    )
    assert asked(ends=[*endings(1, 15, 5), *endings(4, 1, 2)]) == ()
    assert asked(ends=[*endings(1, 3, 17), *endings(4, 15, 5)]) == ()
    assert asked(ends=endings(4, 0, 20)) == ()


def test_more_customers_that_leave_are_a_reason():
    ends = [*endings(1, 20, 0, left=1), *endings(4, 20, 0, left=12)]

    assert asked(ends=ends) == (Reason(why=Why.CHURN, values={"since": 60, "before": 5, "n": 20}),)


def test_a_profile_that_nobody_approved_needs_no_reminder():
    assert asked(days=900, status=ProfileStatus.DRAFT) == ()
