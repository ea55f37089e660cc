from __future__ import annotations

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from icpbot.playground import LoopbackSlack


def test_a_client_is_greeted(slack, raw_socket) -> None:
    hello = raw_socket(slack).hello

    assert hello["type"] == "hello"
    assert hello["connection_info"] == {"app_id": slack.workspace.app_id}


def test_a_ticket_opens_one_connection(slack, raw_socket) -> None:
    used = raw_socket(slack).url

    with pytest.raises(InvalidStatus, match="403"), connect(used, proxy=None):
        pass


def test_a_message_comes_as_an_events_api_envelope(slack, raw_socket) -> None:
    raw = raw_socket(slack)
    sent = slack.people.say("ana", "general", "hello")

    envelope = raw.receive()
    raw.ack(envelope)

    payload = envelope["payload"]
    assert (envelope["type"], envelope["accepts_response_payload"]) == ("events_api", False)
    assert (envelope["retry_attempt"], envelope["retry_reason"]) == (0, "")
    assert payload["type"] == "event_callback"
    assert payload["event_id"].startswith("Ev")
    assert payload["team_id"] == slack.workspace.team_id
    assert payload["api_app_id"] == slack.workspace.app_id
    assert payload["authorizations"][0]["user_id"] == slack.bot.id
    assert payload["is_ext_shared_channel"] is False
    event = payload["event"]
    assert (event["type"], event["text"], event["ts"]) == ("message", "hello", sent.ts)
    assert (event["channel_type"], event["user"]) == ("channel", sent.user)


def test_a_mention_comes_twice_with_two_event_ids(slack, answering) -> None:
    slack.people.say("ana", "general", "@icpbot who is ideal?")

    assert slack.wait_until_delivered()
    events = [payload["event"] for payload in answering.seen]
    assert {event["type"] for event in events} == {"message", "app_mention"}
    assert all(f"<@{slack.bot.id}>" in event["text"] for event in events)
    assert len({payload["event_id"] for payload in answering.seen}) == 2


def test_only_conversations_of_the_bot_make_events(slack, answering) -> None:
    slack.people.say("ana", "board", "@icpbot secret")
    slack.people.say("ben", "random", "@icpbot there?")
    slack.people.say("ben", None, "direct")
    slack.people.say("ben", "deals", "private")

    assert slack.wait_until_delivered()
    events = [payload["event"] for payload in answering.seen]
    assert [(e["text"], e["channel_type"]) for e in events] == [
        ("direct", "im"),
        ("private", "group"),
    ]


def test_the_bots_own_posts_come_back_with_its_bot_id(slack, answering, post, general) -> None:
    ts = post(general)["ts"]

    assert slack.wait_until_delivered()
    event = answering.seen[0]["event"]
    assert (event["ts"], event["bot_id"], event["user"]) == (ts, slack.bot.bot_id, slack.bot.id)


def test_an_upload_comes_as_a_file_share_and_its_mention_without_files(slack, answering) -> None:
    slack.people.upload("ana", "general", {"call.vtt": b"WEBVTT"}, comment="@icpbot read this")

    assert slack.wait_until_delivered()
    events = {payload["event"]["type"]: payload["event"] for payload in answering.seen}
    assert set(events) == {"message", "file_shared", "app_mention"}
    assert events["message"]["subtype"] == "file_share"
    assert events["message"]["files"][0]["url_private_download"].startswith("http://127.0.0.1:")
    assert events["file_shared"]["file_id"] == events["message"]["files"][0]["id"]
    assert "files" not in events["app_mention"]


def test_edits_deletions_and_unfurls_come_as_message_subtypes(slack, answering, client) -> None:
    general = slack.workspace.channel("general").id
    message = slack.people.say("ana", "general", "on")
    slack.people.edit(message, "no")
    slack.people.delete(message)
    client.chat_postMessage(channel=general, text="https://example.com")

    assert slack.people.unfurl(slack.messages("general")[-1])
    assert slack.wait_until_delivered()
    events = [payload["event"] for payload in answering.seen]
    assert [e.get("subtype") for e in events] == [
        None,
        "message_changed",
        "message_deleted",
        None,
        "message_changed",
    ]
    assert events[1]["message"]["text"] == "no"
    assert events[1]["previous_message"]["text"] == "on"
    assert events[4]["message"]["bot_id"] == slack.bot.bot_id


def test_a_post_that_forbids_unfurls_is_not_unfurled(slack, post, general) -> None:
    post(general, "https://example.com")

    assert not slack.people.unfurl(slack.messages("general")[0])


def test_membership_reactions_home_and_assistant_make_events(slack, answering) -> None:
    message = slack.people.say("ana", "general", "hi")
    slack.people.react("ben", message, "eyes")
    slack.people.join("gus", "general")
    slack.people.leave("gus", "general")
    slack.people.invite_bot("ana", "board")
    slack.people.open_home("ana")
    slack.people.open_assistant("ana", looking_at="general")

    assert slack.wait_until_delivered()
    events = {payload["event"]["type"]: payload["event"] for payload in answering.seen}
    assert set(events) == {
        "message",
        "reaction_added",
        "member_joined_channel",
        "member_left_channel",
        "app_home_opened",
        "assistant_thread_started",
    }
    assert events["member_joined_channel"]["user"] == slack.bot.id
    thread = events["assistant_thread_started"]["assistant_thread"]
    assert thread["context"]["channel_id"] == message.channel


def test_an_event_without_ack_is_sent_again_with_its_id_attempt_and_reason(raw_socket) -> None:
    with LoopbackSlack(ack_seconds=0.05, retry_delays=(0.0, 0.0, 0.0)) as slack:
        raw = raw_socket(slack)
        slack.people.say("ana", "general", "hello")

        tries = [raw.receive() for _ in range(4)]

        assert slack.wait_until_delivered()
    assert [t["retry_attempt"] for t in tries] == [0, 1, 2, 3]
    assert [t["retry_reason"] for t in tries] == ["", "timeout", "timeout", "timeout"]
    assert len({t["payload"]["event_id"] for t in tries}) == 1
    assert len({t["envelope_id"] for t in tries}) == 4
    assert not any(attempt.acked for attempt in slack.delivery.attempts)


def test_a_late_ack_does_not_undo_the_retry(raw_socket) -> None:
    with LoopbackSlack(ack_seconds=0.05, retry_delays=(0.0,)) as slack:
        raw = raw_socket(slack)
        slack.people.say("ana", "general", "hello")
        first, second = raw.receive(), raw.receive()

        raw.ack(second)

        assert slack.wait_until_delivered()
    assert first["payload"] == second["payload"]
    assert [attempt.acked for attempt in slack.delivery.attempts] == [False, True]


def test_an_event_is_redelivered_on_demand_with_the_same_id(slack, answering) -> None:
    slack.people.say("ana", "general", "hello")
    assert slack.wait_until_delivered()

    slack.faults.redeliver_last_event()

    assert slack.wait_until_delivered()
    assert len(answering.seen) == 2
    assert answering.seen[0] == answering.seen[1]


def test_an_event_outlives_a_reset_connection(slack, raw_socket) -> None:
    raw = raw_socket(slack)
    slack.people.say("ana", "general", "hello")
    lost = raw.receive()

    assert slack.faults.drop_socket() == 1
    with pytest.raises(ConnectionClosed):
        raw.receive()
    slack.wait_for(lambda: slack.connections == 0)
    again = type(raw)(slack)
    envelope = again.receive()
    again.ack(envelope)

    assert slack.wait_until_delivered()
    assert envelope["payload"]["event_id"] == lost["payload"]["event_id"]
    assert envelope["retry_attempt"] == 1
    again.close()


def test_several_clients_take_turns(slack, raw_socket) -> None:
    first, second = raw_socket(slack), raw_socket(slack)
    slack.people.say("ana", "general", "one")
    slack.people.say("ana", "general", "two")

    assert {first.next_event()["text"], second.next_event()["text"]} == {"one", "two"}


def test_clients_are_asked_to_reconnect(slack, raw_socket) -> None:
    raw = raw_socket(slack)

    slack.faults.refresh_socket()

    assert raw.receive()["type"] == "disconnect"
