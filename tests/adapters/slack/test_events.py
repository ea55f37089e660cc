from __future__ import annotations

from datetime import UTC, datetime

import pytest

from icpbot.adapters.slack.client import Identity
from icpbot.adapters.slack.events import for_us, from_command, from_message, from_person
from icpbot.adapters.slack.interactions import from_action
from icpbot.adapters.slack.markup import plain
from icpbot.domain.requests import RequestKind

US = Identity("T1", "UBOT", "B1")
MESSAGE = {
    "type": "message",
    "channel": "C1",
    "ts": "1700000000.000100",
    "user": "U1",
    "text": "hi",
    "channel_type": "channel",
}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<@UBOT> fit Acme &amp; Sons", "fit Acme & Sons"),
        ("<@UBOT|icpbot>: a &lt;b&gt;", ": a <b>"),
        ("ask <@U2> in <#C2|sales> or <#C3>", "ask @U2 in #sales or #C3"),
        ("see <http://acme.com|acme.com> and <https://x.example/a>", "see acme.com and https://x.example/a"),
        ("<https://x.example/a|the page>", "the page (https://x.example/a)"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("<!here> <!subteam^S1|@sales>", "@here @sales"),
    ],
)
def test_markup_reads_as_it_looks(written: str, meant: str) -> None:
    assert plain(written, "UBOT") == meant


@pytest.mark.parametrize(
    "extra",
    [
        {"bot_id": "B2"}, {"user": "UBOT"}, {"user": "USLACKBOT"}, {"edited": {"ts": "1"}}, {"hidden": True},
        {"subtype": "message_changed"}, {"subtype": "message_deleted"}, {"subtype": "channel_join"},
        {"user": None},
    ],
)  # fmt: skip
def test_bots_edits_and_notices_are_not_people(extra: dict[str, object]) -> None:
    assert from_person(MESSAGE, US)
    assert not from_person({**MESSAGE, **extra}, US)


@pytest.mark.parametrize(
    ("extra", "ours", "meant"),
    [
        ({}, True, False),
        ({"text": "<@UBOT> hi"}, False, True),
        ({"channel_type": "im"}, False, True),
        ({"channel_type": "mpim"}, False, True),
        ({"files": [{"id": "F1"}]}, False, True),
        ({"thread_ts": "1.0"}, True, True),
        ({"thread_ts": "1.0"}, False, False),
        ({"thread_ts": "1.0", "text": "<@U2> what do you think?"}, True, False),
    ],
)
def test_only_what_is_addressed_to_us_is_ours(extra: dict[str, object], *, ours: bool, meant: bool) -> None:
    assert for_us({**MESSAGE, **extra}, US, lambda _channel, _thread: ours) is meant


def test_a_mention_and_its_message_are_one_request() -> None:
    mention = {k: v for k, v in MESSAGE.items() if k != "channel_type"} | {"type": "app_mention"}

    assert from_message(mention, US) == from_message(MESSAGE, US)


def test_a_message_with_files_is_a_file_request() -> None:
    file = {
        "id": "F1",
        "name": "call.vtt",
        "url_private_download": "https://files.slack.com/x",
        "size": 7,
        "permalink": "https://p",
    }

    request = from_message({**MESSAGE, "text": "", "files": [file, {"id": "F2", "mode": "tombstone"}]}, US)

    assert request is not None
    assert request.kind is RequestKind.FILE
    assert [(f.name, f.size, f.link) for f in request.files] == [("call.vtt", 7, "https://p")]


def test_an_empty_message_asks_nothing_but_a_bare_mention_does() -> None:
    assert from_message({**MESSAGE, "text": " "}, US) is None
    assert from_message({**MESSAGE, "text": "<@UBOT>"}, US) is not None


def test_a_command_is_private_and_known_by_its_trigger() -> None:
    command = {
        "channel_id": "C1",
        "user_id": "U1",
        "text": "fit A &amp; B",
        "trigger_id": "9.a",
        "response_url": "https://r",
    }

    request = from_command(command, US, datetime.now(UTC))

    assert (request.id, request.text, request.place.private) == ("T1:cmd:9.a", "fit A & B", True)


def test_a_button_acts_on_the_thread_of_its_message() -> None:
    action = {"action_id": "fit#2", "value": "Acme", "action_ts": "1700000001.5"}
    container = {"type": "message", "channel_id": "C1", "message_ts": "2.0", "thread_ts": "1.0"}
    body = {"actions": [action], "container": container, "user": {"id": "U1"}}

    request = from_action(body, US)

    assert request is not None
    assert (request.action, request.text, request.place.thread) == ("fit", "Acme", "1.0")
    assert request.id == "T1:act:C1:2.0:fit#2:1700000001.5"
    assert from_action({**body, "container": {"type": "view", "view_id": "V1"}}, US) is None


def test_a_button_on_a_private_reply_is_answered_in_private() -> None:
    container = {"channel_id": "C1", "message_ts": "2.0", "is_ephemeral": True}
    body = {"actions": [{"action_id": "fit", "action_ts": "1.5"}], "container": container,
            "user": {"id": "U1"}, "response_url": "https://r"}  # fmt: skip

    request = from_action(body, US)

    assert request is not None
    assert (request.place.private, request.place.response_url, request.place.message) == (
        True,
        "https://r",
        None,
    )
