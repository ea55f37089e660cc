"""Shortcuts, welcome, and what Slack tells of deletions and conversions."""

from dataclasses import replace
from datetime import timedelta

from icpbot.domain.profile import Criterion, Profile, Range
from icpbot.domain.sources import Kind, Origin
from icpbot.usecases import handle, nudging
from icpbot.usecases.profiles import save

TALK = (
    b"Account: Kolos\n\nRada: What was hard?\nJana: Re-typing delivery notes took us two hours every day.\n"
)
LOGISTICS = Profile(name="Logistyka", criteria=(Criterion(attribute="employees", ideal=Range(min=50)),))


def sources(office):
    return {s.path.rpartition("/")[2]: s for s in office.desk.sources.all(office.everything)}


def test_a_draft_and_a_check_begin_from_anywhere_and_go_on_in_the_direct_message(office):
    save(LOGISTICS, desk=office.desk)

    assert office.people.shortcut("eva", "draft_icp").acked
    office.settled()
    assert office.direct("eva")[-1].text.startswith("Pojďme navrhnout profil")

    office.people.shortcut("ben", "check_company")
    office.people.submit("ben", names="Harborline\nKolos\nNova Post")
    office.settled()
    assert office.direct("ben")[-1].text.startswith("3 names")


def test_a_thread_becomes_a_second_hand_source_of_those_who_can_read_it(office):
    root = office.people.say(
        "ana", "deals", "Kolos signed because their auditor asked for proof of delivery."
    )
    office.people.say(
        "ben", "deals", "And they hated re-typing every delivery note twice a day.", thread=root
    )

    office.people.shortcut("ben", "add_to_research", root)
    office.settled()

    [source] = sources(office).values()
    assert (source.kind, source.origin, source.audience) == (
        Kind.THREAD,
        Origin.SECOND_HAND,
        office.channel("deals"),
    )
    assert source.speakers == ["Ana Kowalska", "Ben Carter"]
    assert [m for m in office.slack.messages("deals") if m.bot_id] == []
    assert office.slack.ephemerals("ben")


def test_a_shortcut_on_a_thread_does_not_make_colleagues_talk_ours(office):
    root = office.people.say("ana", "deals", "Kolos signed because their auditor asked for it.")
    office.people.shortcut("ben", "add_to_research", root)
    office.settled()

    office.people.say("ana", "deals", "And what did they say of the price?", thread=root)
    office.settled()

    assert [m for m in office.slack.messages("deals") if m.bot_id] == []


def test_a_message_in_a_channel_we_are_not_in_stays_there(office):
    root = office.people.say(
        "ana", "board", "Kolos signed because their auditor asked for proof of delivery."
    )

    office.people.shortcut("ana", "add_to_research", root)
    office.settled()

    assert [s.audience for s in sources(office).values()] == [office.channel("board")]


def test_a_message_is_checked_and_asked_about_in_private(office):
    save(LOGISTICS, desk=office.desk)
    names = office.people.say("ben", "general", "Harborline, Kolos and Nova Post")
    question = office.people.say("ben", "general", "co to jest ICP?")

    office.people.shortcut("ben", "check_fit", names)
    office.people.shortcut("ana", "ask_about", question)
    office.settled()

    assert office.slack.ephemerals("ben")[-1].text.startswith("3 names")
    assert "Profil idealnego klienta" in office.slack.ephemerals("ana")[-1].text
    assert [m for m in office.slack.messages("general") if m.bot_id] == []


def test_an_invitation_is_answered_once_in_the_inviters_language(office):
    office.people.invite_bot("ana", "random")
    office.settled()
    office.people.leave(office.slack.bot, "random")
    office.people.invite_bot("ben", "random")
    office.settled()

    [hello] = [m for m in office.slack.messages("random") if m.bot_id]
    assert hello.text.startswith("Dzień dobry.")


def test_what_is_deleted_in_slack_is_forgotten_here(office):
    first = office.people.upload("ben", "research", {"one.txt": TALK})
    second = office.people.upload(
        "ben", "research", {"two.txt": b"Rada: Why?\nOla: The auditor wanted a signature on paper."}
    )
    thread = office.people.say(
        "ana", "research", "Nova Post asked for a mobile app for their drivers again today."
    )
    office.settled()
    office.people.shortcut("ana", "add_to_research", thread)
    office.settled()
    assert len(sources(office)) == 3

    office.people.delete_file("ben", first.files[0]["id"])
    office.settled()
    assert "one.txt" not in sources(office)
    office.people.delete(second)
    office.people.delete(thread)
    office.settled()

    assert sources(office) == {}
    assert not any("forgotten" in m.text.casefold() for m in office.slack.replies(first))


def test_a_channel_that_is_closed_closes_what_was_dropped_in_it(office):
    office.people.upload("ben", "research", {"one.txt": TALK})
    office.settled()
    assert sources(office)["one.txt"].audience == "workspace"

    office.people.convert("ana", "research", private=True)
    office.settled()
    assert sources(office)["one.txt"].audience == office.channel("research")

    asked = office.people.say("eva", "general", "@icpbot what took two hours every day?")
    office.settled()
    assert "delivery notes" not in str(office.slack.replies(asked)[0].blocks)

    office.people.convert("ana", "research", private=False)
    office.settled()
    assert sources(office)["one.txt"].audience == "workspace"


def test_a_question_in_a_channel_that_was_archived_meanwhile_is_answered_in_person(office):
    office.slack.faults.delay("chat.postMessage", 1, times=2)
    office.people.say("ben", "general", "@icpbot what is an ICP?")
    office.slack.workspace.channel("general").archived = True
    office.settled()

    assert "ideal customer profile" in office.direct("ben")[-1].text


def test_an_unfinished_draft_is_brought_up_once_after_a_day(office):
    office.people.say("ana", "general", "@icpbot draft")
    office.people.say("eva", None, "draft")
    office.settled()
    assert nudging.due(office.desk) == []
    later = office.desk.clock() + timedelta(hours=25)
    desk = replace(office.desk, clock=lambda: later)

    due = nudging.due(desk)

    assert sorted(r.place.user for r in due) == sorted(
        office.slack.workspace.user(w).id for w in ("ana", "eva")
    )
    assert [r.id for r in nudging.due(desk)] == [r.id for r in due]
    for request in due:
        assert office.desk.requests.receive(request)
        assert not office.desk.requests.receive(request)
    for request in due:
        reply = handle.answer(request.id, desk=office.desk, conversations=office.conversations)
        handle.deliver(request.id, reply, desk=office.desk, conversations=office.conversations)
    assert office.direct("ana")[-1].text.startswith("Nasz szkic „Ideal customer” czeka")
    assert office.direct("eva")[-1].text.startswith("Náš návrh „Ideal customer“ čeká")
