"""New research moves the evidence of an approved profile; whoever approved it is told once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from icpbot.domain.forms import FormName
from icpbot.domain.profile import Criterion, Profile, Range
from icpbot.domain.proposals import Step, candidates
from icpbot.domain.requests import Place, Request, RequestKind
from icpbot.domain.sources import Reader
from icpbot.usecases import nudging
from icpbot.usecases.drafting import evidence
from icpbot.usecases.profiles import approve, current, diff, save, version_of
from icpbot.usecases.showing.changes import diff_lines
from icpbot.usecases.showing.profile import profile_reply
from icpbot.usecases.watching import watched

TALK = """Account: {account}

Rada: What was the hardest part of your day?
Jana: Re-typing delivery notes into the system by hand took us two hours every single day.
"""


@pytest.fixture
def approved(desk, reader, add):
    for number, account in enumerate(("Kolos", "Harborline", "Żabka")):
        add(TALK.format(account=account), f"{number}.txt")
    found = candidates(Profile(name="P"), Step.PAIN, evidence(reader, desk))
    claims = tuple(p.claim for p in found if p.claim)
    save(Profile(name="P", claims=claims), desk=desk)
    return approve(None, by="Anna", desk=desk)


def test_a_claim_says_how_its_evidence_grew_since_the_approval(desk, reader, add, approved):
    assert watched(approved, reader, desk=desk).moved == ()

    for number, account in enumerate(("Nova Post", "Dachser")):
        add(TALK.format(account=account), f"n{number}.txt")
    watch = watched(approved, reader, desk=desk)

    assert [(m.before.accounts, m.now.accounts) for m in watch.moved] == [(3, 5)]
    told = profile_reply(approved, desk=desk, language="pl", watch=watch)
    assert "od zatwierdzenia: firmy 3 → 5" in told.text


class Counting:
    """A likeness that knows how often it was asked."""

    def __init__(self, likeness):
        self.likeness, self.asked = likeness, 0

    def alike(self, texts, weights=None):
        self.asked += 1
        return self.likeness.alike(texts, weights)


def test_evidence_is_counted_once_for_each_state_of_it(desk, reader, add, approved):
    counting = Counting(desk.likeness)
    looking = replace(desk, likeness=counting)
    add(TALK.format(account="Nova Post"), "n.txt")

    first = watched(approved, reader, desk=looking)
    counted = counting.asked
    again = watched(approved, reader, desk=looking)
    assert (again, counting.asked) == (first, counted)
    assert [(m.before.accounts, m.now.accounts) for m in first.moved] == [(3, 4)]

    add(TALK.format(account="Dachser"), "d.txt")
    moved = watched(approved, reader, desk=looking).moved
    assert counting.asked > counted
    assert [m.now.accounts for m in moved] == [5]


def test_an_account_put_right_is_counted_again(desk, reader, add, approved):
    source = add(TALK.format(account="Nova Post"), "n.txt").source
    assert [m.now.accounts for m in watched(approved, reader, desk=desk).moved] == [4]

    desk.sources.update(source.model_copy(update={"account": "Kolos"}))

    assert watched(approved, reader, desk=desk).moved == ()


def test_what_was_counted_is_counted_again_after_a_day(desk, reader, approved):
    counting = Counting(desk.likeness)
    watched(approved, reader, desk=desk)
    tomorrow = desk.clock() + timedelta(days=1)

    watched(approved, reader, desk=replace(desk, likeness=counting, clock=lambda: tomorrow))

    assert counting.asked


def test_what_a_reader_may_not_read_is_not_counted_for_them(desk, add, approved):
    add(TALK.format(account="Nova Post"), "secret.txt", audience="channel:C1")

    assert watched(approved, Reader(workspace=desk.workspace), desk=desk).moved == ()
    inside = Reader(workspace=desk.workspace, audiences=frozenset({"channel:C1"}))
    assert len(watched(approved, inside, desk=desk).moved) == 1


def test_whoever_approved_it_is_reminded_once_for_each_new_reason(desk, approved):
    form = Request(
        id="form:1", workspace=desk.workspace, kind=RequestKind.FORM, text="", action=FormName.APPROVE,
        place=Place(channel="C1", user="U7"), asked_at=desk.clock(), values={"name": "P", "version": "1"},
    )  # fmt: skip
    desk.requests.receive(form)
    assert nudging.due(desk) == []
    later = replace(desk, clock=lambda: form.asked_at + timedelta(days=200))

    [due] = nudging.due(later)

    assert (due.place.user, due.place.channel, due.place.direct) == ("U7", "", True)
    told = nudging.nudge(due, desk=later, language="cs")
    assert "Schválen byl před 6 měsíci." in told.lines[0]
    desk.requests.receive(due)
    assert nudging.due(later) == []


def test_a_reminder_whose_reason_is_gone_says_nothing(desk, approved):
    stale = Request(
        id="n", workspace=desk.workspace, kind=RequestKind.NUDGE, action=nudging.REVIEW, text="P",
        place=Place(channel="", user="U7", direct=True), asked_at=desk.clock(),
    )  # fmt: skip

    assert nudging.nudge(stale, desk=desk, language="en").silent


def test_nobody_is_reminded_of_what_was_approved_at_a_terminal(desk, approved):
    later = replace(desk, clock=lambda: approved.approved_at + timedelta(days=200))

    assert nudging.due(later) == []


def test_the_difference_of_two_versions_says_how_the_evidence_grew(desk, approved):
    [claim] = approved.claims
    grown = claim.model_copy(
        update={"counts": claim.counts.model_copy(update={"accounts": 9, "contradicting": 1})}
    )
    wider = Criterion(attribute="employees", ideal=Range(min=50, max=1000))
    save(approved.model_copy(update={"claims": (grown,), "criteria": (wider,)}), desk=desk)
    old, new = version_of("P@1", desk=desk), current(desk, "P")

    assert ("evidence", claim.text, "3", "9") in diff(old, new)
    told = diff_lines(old, new, desk, "pl")
    assert told[0].endswith("– → idealnie 50–1\u00a0000")
    assert any("3 → 9" in line for line in told)
    assert any("przeciw 0 → 1" in line for line in told)
    assert diff_lines(old, old, desk, "en") == []
