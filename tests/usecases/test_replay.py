"""A recorded verdict is given again exactly, and what would be said today is told apart from it."""

from datetime import date

import pytest

from icpbot.domain.accounts import Account, Fact, FactOrigin, account_id
from icpbot.domain.fit import BandName, Verdict
from icpbot.domain.profile import Criterion, Profile, Range, Thresholds
from icpbot.usecases.fit import check
from icpbot.usecases.profiles import save
from icpbot.usecases.replay import Cause, drift, record, replay
from icpbot.usecases.showing.verdicts import fit_reply

SIZE = Criterion(attribute="employees", ideal=Range(min=50, max=500), weight=2)
TRADE = Criterion(attribute="industry", ideal=("Logistics",), avoid=("Gambling",), deal_breaker=True)
PROFILE = Profile(name="Střední firmy", criteria=(SIZE, TRADE))


def told(value, attribute="employees", origin=FactOrigin.CRM, day=date(2026, 1, 12)):
    return Fact(attribute=attribute, value=value, origin=origin, date=day)


@pytest.fixture
def account(desk):
    save(PROFILE, desk=desk)
    kept = Account(
        id=account_id(desk.workspace, "Kolos s.r.o."), workspace=desk.workspace, name="Kolos s.r.o."
    )
    desk.accounts.save(kept, [told(180.0), told("Logistics", "industry", FactOrigin.RESEARCH)])
    return kept


@pytest.fixture
def ask(desk, reader):
    def asked(*names, **more):
        reply = fit_reply(check(names, reader, desk=desk, **more), desk=desk, language="cs")
        return desk.requests.request(record("fit", reply, desk=desk))

    return asked


def test_a_verdict_is_given_again_after_the_profile_and_the_facts_have_changed(desk, account, ask) -> None:
    before = ask("Kolos", "Зовсім нова", told={"employees": "51-200", "mood": "dobrá; klidná"})

    save(
        PROFILE.model_copy(update={"criteria": (SIZE.model_copy(update={"ideal": Range(min=5000)}),)}),
        desk=desk,
    )
    desk.accounts.save(account, [told(3.0), told("Gambling", "industry", FactOrigin.REP)])

    assert [v.verdict for v in before.verdicts] == [Verdict.IDEAL, Verdict.UNDECIDED]
    assert replay(before, desk=desk) == list(before.verdicts)
    assert ask("Kolos s.r.o.").verdicts[0].verdict is Verdict.AVOID


def test_nothing_drifts_while_nothing_changes(desk, account, ask, reader) -> None:
    ask("Kolos")

    assert drift(reader, desk=desk) == []


def test_a_flip_by_the_profile_is_told_from_one_by_the_facts(desk, account, ask, reader) -> None:
    ask("Kolos")
    strict = (SIZE.model_copy(update={"ideal": Range(min=5000)}), TRADE)

    desk.accounts.save(account, [told("Gambling", "industry", FactOrigin.REP)])
    [by_facts] = drift(reader, desk=desk)
    desk.accounts.save(account, [told("Logistics", "industry", FactOrigin.REP)])
    save(PROFILE.model_copy(update={"criteria": strict}), desk=desk)
    [by_profile] = drift(reader, desk=desk)

    [change] = by_facts.changes
    assert (by_facts.then, by_facts.now) == (Verdict.IDEAL, Verdict.AVOID)
    assert (change.attribute, change.cause, change.now) == ("industry", Cause.FACTS, BandName.AVOID)
    assert [(c.attribute, c.cause) for c in by_profile.changes] == [("employees", Cause.PROFILE)]
    assert (by_profile.then_version, by_profile.now_version) == (1, 2)


def test_thresholds_alone_can_flip_a_verdict(desk, account, ask, reader) -> None:
    desk.accounts.save(account, [told(5.0)])
    ask("Kolos")
    save(PROFILE.model_copy(update={"thresholds": Thresholds(ideal_at=75, ok_at=20)}), desk=desk)

    [flip] = drift(reader, desk=desk)

    assert (flip.then, flip.now, flip.changes) == (Verdict.AVOID, Verdict.OK, ())


def test_both_sides_of_a_conflict_are_shown_with_their_origin(desk, account, reader) -> None:
    desk.accounts.save(account, [told(90.0, origin=FactOrigin.RESEARCH, day=date(2025, 3, 1))])

    [fit] = check(["Kolos"], reader, desk=desk)
    shown = fit_reply([fit], desk=desk, language="en").text

    assert [(f.value, f.origin) for f in fit.conflicts["employees"]] == [(90.0, FactOrigin.RESEARCH)]
    assert "180 (CRM, 2026-01-12), 90 (interview, 2025-03-01)" in shown


def test_what_only_looks_like_an_account_is_asked_and_can_be_declined(desk, account, reader) -> None:
    [asked] = check(["Kolas"], reader, desk=desk)
    [new] = check(["Kolas"], reader, desk=desk, new=True)

    reply = fit_reply([asked], desk=desk, language="pl")
    assert (asked.report.ambiguous, new.report.ambiguous) == (("Kolos s.r.o.",), None)
    assert (new.report.account, new.report.known) == ("Kolas", False)
    assert [b.action for b in reply.buttons] == ["fit", "fit-new"]
    assert reply.verdicts == ()
