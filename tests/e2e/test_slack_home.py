"""The App Home: what a person finds when they open the bot."""

import json
from datetime import UTC, datetime

import pytest

from icpbot.domain.profile import Criterion, Profile, ProfileStatus, Range
from icpbot.usecases.profiles import save

CANARY = "Zanzibar flamingo contract"
SECRET = f"Account: Flamingo Cargo\n\nRada: What was hard?\nJana: The {CANARY} took two hours every day.\n"
OPEN = "Account: Kolos Logistik\n\nRada: What was hard?\nJana: Re-typing delivery notes took two hours every day.\n"


def words(view):
    return json.dumps(view.content, ensure_ascii=False)


def test_a_newcomer_finds_three_things_to_try_and_their_own_language(office):
    ana = office.home("ana")

    assert "Jeszcze nic." in words(ana)
    assert [e["text"]["text"] for b in ana.content["blocks"] if b["type"] == "actions" for e in b["elements"]] == [
        "Naszkicuj nasz ICP", "Co to jest ICP?", "Co potrafisz?",
    ]  # fmt: skip
    assert "Zatím nic." in words(office.home("eva"))
    assert "Nothing yet." in words(office.home("ben"))


def test_the_home_of_a_stranger_tells_nothing_of_a_closed_source(office):
    office.knows(SECRET, "secret.txt", audience=office.channel("deals"))
    office.knows(OPEN, "open.txt")

    inside, outside, guest = (words(office.home(who)) for who in ("ben", "eva", "gus"))

    assert "2 sources" in inside
    assert "1 zdroj," in outside
    assert "Nothing yet" in guest
    assert "Zanzibar" not in inside + outside + guest
    assert "Flamingo" not in inside + outside + guest


def test_a_guest_sees_no_profile_and_colleagues_see_its_state(office):
    save(
        Profile(name="Logistyka", criteria=(Criterion(attribute="employees", ideal=Range(min=50)),)),
        desk=office.desk,
    )

    assert "Logistyka v1" in words(office.home("ana"))
    assert "Czego nam brakuje?" in words(office.home("ana"))
    assert "Logistyka" not in words(office.home("gus"))


def test_an_approved_profile_tells_when_it_is_reviewed_again(office):
    approved = datetime(2026, 3, 2, tzinfo=UTC)
    profile = Profile(
        name="Logistyka", criteria=(Criterion(attribute="employees", ideal=Range(min=50)),),
        status=ProfileStatus.APPROVED, approved_at=approved,
    )  # fmt: skip
    office.desk.profiles.save(office.desk.workspace, profile, expected=0)

    assert "Następny przegląd do 2026-08-31." in words(office.home("ana"))
    assert "2026-08-31" not in words(office.home("gus"))


def test_a_thing_to_try_is_answered_in_the_messages(office):
    home = office.home("ana")

    assert office.people.click("ana", home, "Co to jest ICP?").acked

    office.settled()
    assert "Profil idealnego klienta" in office.direct("ana")[-1].text


def test_a_draft_begun_at_home_goes_on_in_the_messages(office):
    office.people.click("ana", office.home("ana"), "Naszkicuj nasz ICP")
    office.settled()

    office.people.say("ana", None, "pomiń")
    office.settled()

    assert "Kim są" in office.direct("ana")[-1].text


@pytest.mark.parametrize(
    ("code", "said"), [("zh", "还什么都不知道"), ("uk", "Поки нічого"), ("auto", "Nothing yet")]
)
def test_a_chosen_language_is_kept_and_shown_at_once(office, code, said):
    office.people.click("ben", office.home("ben"), "language", code)
    office.settled()

    assert said in words(office.slack.workspace.homes[office.slack.workspace.user("ben").id])
    assert said in words(office.home("ben"))


def test_what_too_few_words_do_not_tell_the_locale_does(office):
    office.people.command("eva", "general", "/icp profile")
    office.people.command("ana", "general", "/icp what is the weather")
    office.settled()

    assert (
        "Zatím tu není" in office.slack.ephemerals("eva")[0].text
        or "profil" in office.slack.ephemerals("eva")[0].text
    )
    assert "Nie " not in office.slack.ephemerals("ana")[0].text


def test_own_questions_are_listed_and_nobody_elses(office):
    office.people.say("ben", "general", "@icpbot what is an ICP?")
    office.people.say("ana", "general", "@icpbot co to jest persona?")
    office.settled()

    assert "what is an ICP?" in words(office.home("ben"))
    assert "persona" not in words(office.home("ben"))


def test_what_was_asked_in_a_channel_is_listed_for_as_long_as_one_is_in_it(office):
    office.asked("ben", "what is a target customer?", where="deals")
    office.asked("ben", "what is an ICP?")
    assert "target customer" in words(office.home("ben"))

    office.people.leave("ben", "deals")
    office.settled()

    assert "target customer" not in words(office.home("ben"))
    assert "what is an ICP?" in words(office.home("ben"))


def test_the_other_tab_changes_nothing(office):
    office.people.open_home("ben", tab="messages")
    office.settled()

    assert office.slack.home("ben") == []


def test_an_event_sent_twice_publishes_once(office):
    office.home("ben")
    office.slack.delivery.redeliver()
    office.settled()

    assert len(office.slack.calls("views.publish")) == 1
