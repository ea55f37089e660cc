"""Recorded verdicts: kept, given again exactly as they were, and compared with what would be said today."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from icpbot.domain.accounts import Fact, known
from icpbot.domain.fit import BandName, CriterionResult, FitReport, Verdict, assess
from icpbot.domain.model import Model
from icpbot.domain.profile import Profile
from icpbot.domain.reply import Reply
from icpbot.domain.requests import TERMINAL, Place, Request, RequestKind, RequestStatus
from icpbot.domain.sources import Reader
from icpbot.usecases.family import complete, whole
from icpbot.usecases.fit import Book, by_criterion
from icpbot.usecases.ports import Desk


class Cause(StrEnum):
    PROFILE = "profile"
    FACTS = "facts"


class Change(Model):
    """A criterion that is judged otherwise than then, and whether the profile or a fact has changed."""

    attribute: str
    then: BandName | None
    now: BandName | None
    cause: Cause


class Flip(Model):
    """A recorded verdict that would be another one today."""

    account: str
    then: Verdict
    now: Verdict
    then_version: int
    now_version: int
    changes: tuple[Change, ...]


def record(text: str, reply: Reply, *, desk: Desk) -> str:
    """Keep what was asked and answered at a terminal in one command; its id, to replay it by."""
    now = desk.clock()
    request = Request(
        id=f"{TERMINAL}:{now.isoformat()}", workspace=desk.workspace, kind=RequestKind.COMMAND, text=text,
        place=Place(channel=TERMINAL, direct=True), asked_at=now, ended_at=now, status=RequestStatus.ANSWERED,
        answer=reply.text, answered=reply.answered, language=reply.language, cites=reply.cites,
        verdicts=reply.verdicts, tokens=reply.tokens,
    )  # fmt: skip
    desk.requests.receive(request)
    return request.id


def replay(request: Request, *, desk: Desk) -> list[FitReport | None]:
    """The verdicts of a request from the facts recorded with them and the profile version they name;
    nothing for a version that is no longer there.
    """
    return [_again(report, request.asked_at, desk) for report in request.verdicts]


def _again(report: FitReport, then: datetime, desk: Desk) -> FitReport | None:
    versions = desk.profiles.versions(desk.workspace, report.profile_name)
    profile = next((p for p in versions if p.version == report.profile_version), None)
    if profile is None:
        return None
    profile = whole(profile, desk, until=then)
    found = assess(report.account, profile, _facts(report), catalogue=desk.knowledge.catalogue())
    return found.model_copy(update={"known": report.known})


def _facts(report: FitReport) -> dict[str, Fact]:
    """The facts a report rests on, by the names its profile uses."""
    return {
        c.attribute: Fact(attribute=c.attribute, value=c.value, origin=c.origin, date=c.date,
                          citation=c.citation)
        for c in report.criteria if c.value is not None and c.origin is not None
    }  # fmt: skip


def drift(reader: Reader, *, desk: Desk, profile: str | None = None) -> list[Flip]:
    """Accounts whose last recorded verdict would be another one under today's profile and facts."""
    against, book = complete(desk, profile), Book(desk)
    last = {
        report.account: report
        for request in sorted(desk.requests.requests(desk.workspace), key=lambda r: r.asked_at)
        for report in request.verdicts if report.profile_name == against.name
    }  # fmt: skip
    accounts = {name: account for name in last if (account := book.accounts.get(name))}
    stored = desk.accounts.facts_of([account.id for account in accounts.values()])
    flips = []
    for name, account in accounts.items():
        facts = known(f for f in stored.get(account.id, ()) if reader.may_read(f.audience))
        flip = _flip(last[name], against, by_criterion(against, facts, desk), desk)
        flips += [flip] if flip else []
    return flips


def _flip(then: FitReport, against: Profile, facts: dict[str, Fact], desk: Desk) -> Flip | None:
    now = assess(then.account, against, facts, catalogue=desk.knowledge.catalogue())
    if now.verdict is then.verdict:
        return None
    profile_alone = assess(then.account, against, _facts(then), catalogue=desk.knowledge.catalogue())
    return Flip(
        account=then.account, then=then.verdict, now=now.verdict, then_version=then.profile_version,
        now_version=now.profile_version, changes=tuple(_changes(then, profile_alone, now)),
    )  # fmt: skip


def _changes(then: FitReport, profile_alone: FitReport, now: FitReport) -> Sequence[Change]:
    """Bands that differ; the profile's doing when it alone would have changed them."""
    before, between, after = (
        {c.attribute: _weighed(c) for c in r.criteria} for r in (then, profile_alone, now)
    )
    return [
        Change(
            attribute=name, then=before[name][0] if name in before else None,
            now=after[name][0] if name in after else None,
            cause=Cause.PROFILE if between.get(name) != before.get(name) else Cause.FACTS,
        )
        for name in dict.fromkeys([*before, *after]) if before.get(name) != after.get(name)
    ]  # fmt: skip


def _weighed(result: CriterionResult) -> tuple[BandName, float, bool]:
    return result.band, result.weight, result.deal_breaker
