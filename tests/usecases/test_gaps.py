"""The gap loop: what is missing, whom to ask, and what the answers change."""

import pytest

from icpbot.domain.accounts import Account, Fact, FactOrigin
from icpbot.domain.customers import Customer
from icpbot.domain.errors import UsageError
from icpbot.domain.gaps import GapKind
from icpbot.domain.profile import Claim, Criterion, Profile, ProfileStatus, Range
from icpbot.domain.renewal import RenewalKind
from icpbot.domain.requests import Place, Request, RequestKind
from icpbot.domain.sources import Reader
from icpbot.usecases.gaps import candidates, guide, ranked
from icpbot.usecases.profiles import approve, current, save
from icpbot.usecases.renewing import accept, proposed, proposed_reply
from icpbot.usecases.showing.gaps import gaps_reply, guide_reply

PROFILE = Profile(
    name="Logistyka",
    criteria=(
        Criterion(attribute="employees", ideal=Range(min=50, max=500), weight=6),
        Criterion(attribute="country", ideal=("PL", "CZ"), weight=1),
        Criterion(attribute="board_access", ideal=True, weight=3),
    ),
    claims=(Claim(kind="pain", text="Przepisywanie listów"),),
)
TALK = """Account: {account}

Rada: What was the hardest part of your day?
Jana: Re-typing delivery notes into the system by hand took us two hours every single day.
"""


@pytest.fixture
def customers(desk):
    """Four customers; of each one fewer fact is known."""
    facts = {"employees": 100, "country": ("PL",), "board_access": True}
    rows = []
    for number, name in enumerate(("Kolos", "Żabka", "Harborline", "Нова пошта")):
        account = Account(id=f"a{number}", workspace=desk.workspace, name=name)
        known = list(facts.items())[: 3 - number]
        kept = [Fact(attribute=a, value=v, origin=FactOrigin.CRM) for a, v in known]
        rows.append((account, Customer(account=name, metrics={"lifetime_value": 10 - number}), kept))
    desk.accounts.save_customers(desk.workspace, rows)


@pytest.fixture
def profile(desk):
    return save(PROFILE, desk=desk)


def test_the_fact_that_would_settle_most_verdicts_stands_first(desk, reader, customers, profile):
    found = ranked(profile, reader, desk=desk)

    assert next(g.about for g in found if g.kind is GapKind.FACT) == "board_access"
    told = gaps_reply(profile, found, desk=desk, language="pl")
    assert "rozstrzygnęłoby" in told.lines[0]


def test_a_question_that_nobody_could_answer_counts_as_often_as_it_was_asked(desk, reader, profile):
    for number in range(3):
        desk.requests.receive(Request(
            id=f"r{number}", workspace=desk.workspace, kind=RequestKind.MESSAGE, text="Řeší zákazníci ISO 27001?",
            place=Place(channel="C1"), asked_at=desk.clock(), answered=False,
        ))  # fmt: skip

    found = ranked(profile, reader, desk=desk)

    assert (found[0].kind, found[0].asked) == (GapKind.QUESTION, 3)
    outside = Reader(workspace=desk.workspace, user="U1")
    assert GapKind.QUESTION not in {g.kind for g in ranked(profile, outside, desk=desk)}


def test_nobody_who_was_interviewed_is_invited_again(desk, reader, customers, profile, add):
    assert [c.account for c in candidates(profile, reader, desk=desk)][:2] == ["Kolos", "Żabka"]

    add(TALK.format(account="Kolos"), "kolos.txt")
    add(TALK.format(account="Żabka"), "secret.txt", audience="channel:C9")
    invited = candidates(profile, Reader(workspace=desk.workspace), desk=desk)

    assert {c.account for c in invited} == {"Harborline", "Нова пошта"}


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_the_guide_has_questions_a_questionnaire_an_invitation_and_people_to_invite(
    desk, reader, customers, profile, language
):
    made = guide(profile, reader, desk=desk, language=language, incentive="☕ 20 EUR")

    assert len(made.questions) > 3
    assert "☕ 20 EUR" in made.invitation
    assert "{name}" in made.invitation
    assert "{minutes}" not in made.invitation
    ticked = next(q for q in made.questionnaire if "Przepisywanie listów" in q.options)
    assert len(ticked.options) == 3
    assert made.candidates[0].account == "Kolos"
    assert "Kolos" in guide_reply(made, desk=desk, language=language).text


def test_new_research_is_proposed_taken_by_number_and_waits_for_approval(desk, reader, profile, add):
    approve(None, by="Anna", desk=desk)
    assert proposed(current(desk), reader, desk=desk) == []
    for number, account in enumerate(("Kolos", "Harborline", "Żabka")):
        add(TALK.format(account=account), f"{number}.txt")

    found = proposed(current(desk), reader, desk=desk)

    assert RenewalKind.NEW in {r.kind for r in found}
    told = proposed_reply(current(desk), found, desk=desk, language="cs")
    assert told.lines[0].startswith("1. Bolesti, nové:")
    made = accept(current(desk), [found[0].id], reader, desk=desk)
    assert (made.version, made.status) == (2, ProfileStatus.DRAFT)
    assert made.claims[-1] == found[0].after
    with pytest.raises(UsageError, match="propose-changed"):
        accept(made, [found[0].id], reader, desk=desk)


def test_what_a_closed_channel_heard_is_proposed_only_there(desk, profile, add):
    for number, account in enumerate(("Kolos", "Harborline", "Żabka")):
        add(TALK.format(account=account), f"{number}.txt", audience="channel:C1")

    assert proposed(profile, Reader(workspace=desk.workspace), desk=desk) == []
    inside = Reader(workspace=desk.workspace, audiences=frozenset({"channel:C1"}))
    assert len(proposed(profile, inside, desk=desk)) == 1
