"""The gap loop: what a profile does not know, whom to ask, and what to ask them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from icpbot.domain.accounts import Fact, known
from icpbot.domain.catalogue import ValueType
from icpbot.domain.fit import ORDER, FitReport, Verdict, assess, settled_by
from icpbot.domain.gaps import Gap, GapKind, gaps_of
from icpbot.domain.model import Model
from icpbot.domain.names import key_of
from icpbot.domain.profile import Profile
from icpbot.domain.sources import Kind, Origin, Reader, local_reader
from icpbot.usecases.customers import remembered_best
from icpbot.usecases.fit import attribute_label, by_criterion, own_question
from icpbot.usecases.ports import Desk
from icpbot.usecases.reading import may_know
from icpbot.usecases.wording import band_shown

if TYPE_CHECKING:
    from icpbot.domain.insights import InsightKind

LOOKED_AT = 2_000
"""Companies of which the open verdicts are counted; the order of importance needs no more."""
FACTS = 5
SHORT = 10
"""More questions than this are not answered by a busy person."""
INVITED = 8
MINUTES = 30
Reports = Mapping[str, FitReport]
"""By the key of the company's name."""
_TALKS = {Kind.INTERVIEW, Kind.NOTES}


class Candidate(Model):
    """A customer to invite: `why` is `best`, or the verdict."""

    account: str
    why: str
    low: float
    high: float


class Question(Model):
    """A line of a questionnaire; without options it is answered in words or figures."""

    text: str
    options: tuple[str, ...] = ()


class Guide(Model):
    """Open questions for a talk, a short questionnaire, an invitation, and whom to send it."""

    questions: tuple[str, ...]
    questionnaire: tuple[Question, ...]
    subject: str
    invitation: str
    candidates: tuple[Candidate, ...]


def ranked(profile: Profile, reader: Reader, *, desk: Desk) -> list[Gap]:
    """Gaps of a profile (whole), the weightiest first, as far as the reader may know of them."""
    return _ranked(profile, verdicts(profile, reader, desk), reader, desk)


def _ranked(profile: Profile, reports: Reports, reader: Reader, desk: Desk) -> list[Gap]:
    settled: defaultdict[str, float] = defaultdict(float)
    for report in reports.values():
        for attribute, share in settled_by(report, profile).items():
            settled[attribute] += share
    asked = [
        (r.text, desk.knowledge.kind_asked(r.text))
        for r in desk.requests.requests(desk.workspace) if r.answered is False and may_know(r, reader)
    ]  # fmt: skip
    return gaps_of(profile, settled=settled, unanswered=asked)


def guide(
    profile: Profile, reader: Reader, *, desk: Desk, language: str, incentive: str | None = None
) -> Guide:
    """For what the profile (whole) does not know; nobody who was interviewed already is invited again."""
    reports = verdicts(profile, reader, desk)
    found = _ranked(profile, reports, reader, desk)
    topics = list(dict.fromkeys(gap.topic for gap in found if gap.topic))
    subject, text = desk.knowledge.invitation(language)
    thanks = incentive or desk.voice.say("guide-incentive", language)
    text = text.replace("{incentive}", thanks).replace("{minutes}", str(MINUTES)).strip()
    return Guide(
        questions=tuple(desk.knowledge.guide(topics, language)),
        questionnaire=tuple(_questionnaire(found, profile, desk, language)),
        subject=subject, invitation=text,
        candidates=tuple(candidates(profile, reader, desk=desk, known=reports)),
    )  # fmt: skip


def candidates(
    profile: Profile, reader: Reader, *, desk: Desk, known: Reports | None = None
) -> list[Candidate]:
    """Customers nobody has talked to: the best first, then those the profile suits. `known` are verdicts of
    this profile for this reader.
    """
    heard = {
        key_of(s.account) for s in desk.sources.all(local_reader(desk.workspace))
        if s.account and s.kind in _TALKS and s.origin is Origin.FIRST_HAND
    }  # fmt: skip
    last = remembered_best(desk)
    best = {key_of(name) for name in (last.accounts if last else ())}
    customers = {key_of(c.account) for c in desk.accounts.customers(desk.workspace)} - heard
    judged_before = known or {}
    missing = customers - judged_before.keys()
    judged = {**judged_before, **(verdicts(profile, reader, desk, only=missing) if missing else {})}
    reports = {k: r for k, r in judged.items() if k in customers}
    ordered = sorted(
        reports.items(),
        key=lambda pair: (pair[0] not in best, ORDER[pair[1].verdict], -pair[1].score.low, pair[1].account),
    )
    return [
        Candidate(account=r.account, why="best" if key in best else r.verdict,
                  low=r.score.low, high=r.score.high)
        for key, r in ordered if key in best or r.verdict is not Verdict.AVOID
    ][:INVITED]  # fmt: skip


def verdicts(
    profile: Profile, reader: Reader, desk: Desk, only: set[str] | None = None
) -> dict[str, FitReport]:
    """By the keys of their names, stored companies against the profile, from facts the reader may know."""
    accounts = {
        key_of(a.name): a for a in desk.accounts.accounts(desk.workspace)
        if only is None or key_of(a.name) in only
    }  # fmt: skip
    looked_at = dict(list(accounts.items())[: LOOKED_AT if only is None else None])
    stored = desk.accounts.facts_of([a.id for a in looked_at.values()])
    catalogue = desk.knowledge.catalogue()

    def facts(account_id: str) -> Mapping[str, Fact]:
        own = [f for f in stored.get(account_id, ()) if reader.may_read(f.audience)]
        return by_criterion(profile, known(own), desk)

    return {k: assess(a.name, profile, facts(a.id), catalogue=catalogue) for k, a in looked_at.items()}


def _questionnaire(found: Sequence[Gap], profile: Profile, desk: Desk, language: str) -> list[Question]:
    """The facts that would decide most, and per kind the statements nobody confirmed, to tick or to leave."""
    facts = [gap.about for gap in found if gap.kind is GapKind.FACT][:FACTS]
    asked = [
        Question(text=own_question(attribute, "", desk, language).strip(),
                 options=_options(attribute, profile, desk, language))
        for attribute in facts
    ]  # fmt: skip
    open_ones: defaultdict[InsightKind, list[str]] = defaultdict(list)
    for gap in found:
        if gap.kind in {GapKind.ASSUMPTION, GapKind.THIN} and gap.topic:
            open_ones[gap.topic].append(gap.about)
    say = desk.voice.say
    for topic, statements in open_ones.items():
        heading = say(f"heading-{topic}", language)
        options = (*statements[:FACTS], say("guide-none", language), say("guide-other", language))
        asked.append(Question(text=say("guide-tick", language, heading=heading), options=options))
    return asked[:SHORT]


def _options(attribute: str, profile: Profile, desk: Desk, language: str) -> tuple[str, ...]:
    """Yes and no, or the values the profile names; figures are asked for as figures."""
    entry, criterion = desk.knowledge.catalogue().attribute(attribute), profile.criterion(attribute)
    bands = [band for _, band in criterion.bands()] if criterion else []
    if (entry and entry.type is ValueType.BOOLEAN) or any(isinstance(band, bool) for band in bands):
        return desk.voice.say("value-yes", language), desk.voice.say("value-no", language)
    named = [band_shown((v,), desk, language) for band in bands if isinstance(band, tuple) for v in band]
    return (*dict.fromkeys(named), desk.voice.say("guide-other", language)) if named else ()


def gap_line(gap: Gap, desk: Desk, language: str, text: str) -> str:
    """The gap with the reason for its place."""
    say, reasons = desk.voice.say, []
    if gap.verdicts:
        reasons.append(say("gap-settles", language, n=max(1, round(gap.verdicts))))
    if gap.asked:
        reasons.append(say("gap-asked", language, n=gap.asked))
    return f"{text} ({'; '.join(reasons)})" if reasons else text


def fact_gap(gap: Gap, desk: Desk, language: str) -> str:
    return desk.voice.say("gap-fact", language, attribute=attribute_label(gap.about, desk, language))
