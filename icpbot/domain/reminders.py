"""When an approved profile wants another look, and why."""

from collections.abc import Sequence
from datetime import date as Day
from datetime import datetime, timedelta
from enum import StrEnum

from icpbot.domain.model import Model
from icpbot.domain.movement import Shift
from icpbot.domain.profile import Profile, ProfileStatus
from icpbot.domain.statistics import fisher

AFTER = timedelta(days=182)
"""Once or twice a year is what people in this field are told to review a profile."""
SIGNIFICANT = 0.05


class Why(StrEnum):
    DATE = "date"
    EVIDENCE = "evidence"
    WINS = "wins"
    CHURN = "churn"


class Reason(Model):
    """Why, with the figures of its sentence: `since` and `before` are percentages, `n` is a count."""

    why: Why
    values: dict[str, int] = {}


class Ending(Model):
    """How a deal ended and when; a customer that left was won first."""

    day: Day
    won: bool
    churned: bool = False


def review_due(profile: Profile) -> Day | None:
    """When an approved profile should be looked at again."""
    approved = profile.status is ProfileStatus.APPROVED and profile.approved_at
    return (approved + AFTER).date() if approved else None


def reasons(
    profile: Profile, *, now: datetime, moved: Sequence[Shift], endings: Sequence[Ending]
) -> tuple[Reason, ...]:
    """Reasons to review an approved profile, the gravest last; none for one that is not approved.

    Wins and churn are compared before and since the approval, by Fisher's exact test at 5 %: a bad month
    is no reason.
    """
    since = profile.approved_at
    if profile.status is not ProfileStatus.APPROVED or since is None:
        return ()
    found: list[Reason] = []
    if now - since >= AFTER:
        found.append(Reason(why=Why.DATE, values={"months": (now - since).days // 30}))
    contradicted = sum(each.disagree > 0 for each in moved)
    if contradicted:
        found.append(Reason(why=Why.EVIDENCE, values={"n": contradicted}))
    before = [e for e in endings if e.day < since.date()]
    after = [e for e in endings if e.day >= since.date()]
    found += _worse(Why.WINS, [e.won for e in after], [e.won for e in before], wanted=True)
    kept, left = [[e.churned for e in part if e.won] for part in (after, before)]
    found += _worse(Why.CHURN, kept, left, wanted=False)
    return tuple(found)


def _worse(why: Why, since: Sequence[bool], before: Sequence[bool], *, wanted: bool) -> list[Reason]:
    if not since or not before:
        return []
    a, b, c, d = sum(since), len(since) - sum(since), sum(before), len(before) - sum(before)
    now, then = a / len(since), c / len(before)
    if (now >= then if wanted else now <= then) or fisher(a, b, c, d) >= SIGNIFICANT:
        return []
    return [Reason(why=why, values={"since": round(100 * now), "before": round(100 * then), "n": len(since)})]
