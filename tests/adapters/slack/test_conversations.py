from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from icpbot.adapters.slack.client import Identity, slack_clients
from icpbot.adapters.slack.conversations import SlackConversations
from icpbot.adapters.slack.events import file_of
from icpbot.adapters.slack.files import trusted
from icpbot.domain.errors import Rejected, Unavailable
from icpbot.domain.reply import Attachment, Cited, Reply
from icpbot.domain.requests import FileRef
from icpbot.playground import LoopbackSlack, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

REPLY = Reply(headline="Acme: ideal", lines=("because of *logistics*",))


def own(slack: LoopbackSlack, where: str | None, of: str | None = None) -> list[Any]:
    return [m for m in slack.messages(where, of=of) if m.user == slack.bot.id]


# -- who reads ------------------------------------------------------------------------------


def test_a_public_channel_reads_what_the_workspace_reads(slack, conversations, asked) -> None:
    reader = conversations.reader_of(asked("ana", "general"))

    assert (reader.readable, reader.user) == (("workspace",), None)


def test_a_private_channel_reads_its_own_sources_too(slack, conversations, asked) -> None:
    reader = conversations.reader_of(asked("ana", "deals"))

    assert reader.readable == ("workspace", f"channel:{slack.workspace.channel('deals').id}")


def test_in_private_a_person_reads_what_their_channels_read(slack, conversations, asked) -> None:
    reader = conversations.reader_of(asked("ana", None, "hello"))

    deals, direct = slack.workspace.channel("deals"), slack.workspace.direct("ana")
    assert reader.audiences == {f"channel:{deals.id}", f"channel:{direct.id}"}


def test_a_command_has_the_rights_of_its_person_wherever_it_is_typed(slack, conversations, commanded) -> None:
    reader = conversations.reader_of(commanded("ana", "random"))

    deals, direct = slack.workspace.channel("deals"), slack.workspace.direct("ana")
    assert reader.audiences == {f"channel:{deals.id}", f"channel:{direct.id}"}


def test_who_left_loses_access_at_once(slack, conversations, asked) -> None:
    request = asked("ben", None, "hello")
    deals = f"channel:{slack.workspace.channel('deals').id}"
    assert conversations.reader_of(request).may_read(deals)

    slack.people.leave("ben", "deals")

    assert not conversations.reader_of(request).may_read(deals)


def test_a_guest_in_private_reads_only_their_channels(slack, conversations, asked) -> None:
    reader = conversations.reader_of(asked("gus", None, "hello"))

    assert reader.readable == (f"channel:{slack.workspace.direct('gus').id}",)
    assert not reader.may_read("workspace")


def test_a_group_message_reads_its_own_sources(slack, conversations, asked) -> None:
    group = slack.workspace.direct("ana", "ben")

    reader = conversations.reader_of(asked("ana", group.id, "hello"))

    assert reader.audiences == {f"channel:{group.id}"}


def test_membership_over_many_pages_is_all_seen(slack, conversations, asked) -> None:
    for number in range(205):
        slack.workspace.add_channel(f"p{number}", private=True, members=["ana"], with_bot=True)

    assert len(conversations.reader_of(asked("ana", None, "hi")).audiences) == 207


def test_no_answer_from_slack_grants_nothing(slack, conversations, asked) -> None:
    request = asked("ana", "deals")
    slack.faults.fail_next("conversations.info", error="invalid_auth", times=9)

    with pytest.raises(Unavailable, match="slack-not-answering"):
        conversations.reader_of(request)


# -- delivery -------------------------------------------------------------------------------


def test_a_channel_is_answered_in_the_thread_of_the_question(slack, conversations, asked) -> None:
    request = asked("ana", "general")

    conversations.deliver(request, REPLY)

    [post] = own(slack, "general")
    assert (post.thread_ts, post.text) == (request.place.message, "Acme: ideal\nbecause of *logistics*")
    assert slack.violations == []


def test_a_direct_message_is_answered_in_place(slack, conversations, asked) -> None:
    conversations.deliver(asked("ben", None, "hello"), REPLY)

    [post] = own(slack, None, "ben")
    assert post.thread_ts is None


def test_delivering_again_changes_nothing(slack, conversations, asked) -> None:
    request = asked("ben", None, "hello")

    first, second = conversations.deliver(request, REPLY), conversations.deliver(request, REPLY)

    assert first == second
    assert len(own(slack, None, "ben")) == 1


def test_someone_elses_metadata_does_not_silence_us(slack, conversations, asked) -> None:
    request = asked("ana", "general")
    payload = {"request_id": request.id, "role": "answer"}
    forged = Message(
        ts=slack.workspace.new_ts(), channel=request.place.channel, user="UOTHER", text="me first",
        team_id="T", thread_ts=request.place.message, bot_id="BOTHER",
        metadata={"event_type": "icpbot_reply", "event_payload": payload},
    )  # fmt: skip
    slack.workspace.post(forged)

    conversations.deliver(request, REPLY)

    assert len(own(slack, "general")) == 1


@pytest.mark.parametrize("trouble", ["lost", "dropped", "limited", "broken", "internal"])
@pytest.mark.parametrize("where", ["general", None])
def test_trouble_never_doubles_and_never_silences(slack, conversations, asked, trouble, where) -> None:
    request = asked("ana", where)
    {
        "lost": lambda: slack.faults.store_then_drop("chat.postMessage"),
        "dropped": lambda: slack.faults.drop_next("chat.postMessage", times=2),
        "limited": lambda: slack.faults.rate_limit_next("chat.postMessage", retry_after=0, times=2),
        "broken": lambda: slack.faults.fail_next("chat.postMessage", status=503, times=2),
        "internal": lambda: slack.faults.fail_next("chat.postMessage", error="internal_error"),
    }[trouble]()

    conversations.deliver(request, REPLY)

    assert len(own(slack, where, "ana" if where is None else None)) == 1


def test_slack_that_stays_away_is_said_so_and_the_reply_waits(slack, conversations, asked) -> None:
    request = asked("ana", "general")
    slack.faults.fail_next("chat.postMessage", status=500, times=20)

    with pytest.raises(Unavailable, match="slack-not-answering"):
        conversations.deliver(request, REPLY)

    slack.faults.clear()
    conversations.deliver(request, REPLY)
    assert len(own(slack, "general")) == 1


def test_nothing_is_posted_while_it_is_unknown_what_stands_there(slack, conversations, asked) -> None:
    request = asked("ana", "general")
    slack.faults.fail_next("conversations.replies", error="fatal_error", times=9)

    with pytest.raises(Unavailable):
        conversations.deliver(request, REPLY)

    assert own(slack, "general") == []


def test_a_channel_that_closed_is_answered_in_person(slack, conversations, asked) -> None:
    request = asked("ana", "general")
    slack.workspace.channel("general").archived = True

    conversations.deliver(request, REPLY)
    conversations.deliver(request, REPLY)

    assert own(slack, "general") == []
    assert len(own(slack, None, "ana")) == 1


def test_the_bot_that_was_removed_answers_in_person(slack, conversations, asked) -> None:
    request = asked("ana", "deals")
    slack.people.leave(slack.bot, "deals")

    assert conversations.reader_of(request).readable == ("workspace",)
    conversations.deliver(request, REPLY)

    assert len(own(slack, None, "ana")) == 1


def test_refused_blocks_become_plain_text(slack, conversations, asked) -> None:
    request = asked("ana", "general")
    slack.faults.fail_next("chat.postMessage", error="invalid_blocks")

    conversations.deliver(request, REPLY)

    assert [post.blocks for post in own(slack, "general")] == [[]]


def test_what_is_too_long_is_attached_once(slack, conversations, asked) -> None:
    request = asked("ana", "general")
    long = Reply(headline="Much", lines=tuple(f"line {n} " + "x" * 900 for n in range(40)))
    slack.faults.store_then_drop("files.completeUploadExternal")

    conversations.deliver(request, long)
    conversations.deliver(request, long)

    answer, shared = own(slack, "general")
    assert answer.text.startswith("Much")
    assert [file["name"] for file in shared.files] == ["answer.md"]
    assert shared.thread_ts == request.place.message
    assert b"line 39" in slack.workspace.files[shared.files[0]["id"]].content


def test_the_private_line_is_for_the_asker_alone(slack, conversations, asked) -> None:
    reply = REPLY.model_copy(update={"private": "2 more sources are open to you"})

    conversations.deliver(asked("ana", "general"), reply)

    assert [e.text for e in slack.ephemerals("ana")] == ["2 more sources are open to you"]
    assert slack.ephemerals("ben") == []


# -- private replies ------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["general", "random"])
def test_a_command_is_answered_in_private_even_where_we_are_not(
    slack, conversations, commanded, where
) -> None:
    conversations.deliver(commanded("ana", where), REPLY)

    assert [e.text.partition("\n")[0] for e in slack.ephemerals("ana")] == ["Acme: ideal"]
    assert own(slack, where) == []


def test_a_used_up_response_url_gives_way_to_an_ephemeral_post(slack, conversations, commanded) -> None:
    request = commanded("ana", "general")
    for _ in range(7):
        conversations.deliver(request, REPLY)

    assert len(slack.ephemerals("ana")) == 7
    assert len(slack.calls("chat.postEphemeral")) == 2


def test_without_any_private_way_the_asker_gets_a_direct_message(slack, conversations, commanded) -> None:
    request = commanded("ana", "random")
    place = request.place.model_copy(update={"response_url": None})

    conversations.deliver(request.model_copy(update={"place": place}), REPLY)

    assert len(own(slack, None, "ana")) == 1


def test_files_of_a_private_reply_go_to_the_direct_message(slack, conversations, commanded) -> None:
    reply = REPLY.model_copy(update={"attachments": (Attachment(name="list.csv", content=b"a"),)})

    conversations.deliver(commanded("ana", "general"), reply)

    [shared] = own(slack, None, "ana")
    assert [file["name"] for file in shared.files] == ["list.csv"]
    assert own(slack, "general") == []


# -- the status line ------------------------------------------------------------------------


def test_one_status_line_that_the_answer_replaces(
    slack, clients, us, conversations, asked, monkeypatch
) -> None:
    monkeypatch.setattr("icpbot.adapters.slack.statuses.STATUS_SECONDS", 0)
    request = asked("ana", "general")
    conversations.working(request, "reading call.vtt …")
    conversations.working(request, "looking for <!channel> …")
    [status] = own(slack, "general")
    assert status.text == "looking for &lt;!channel&gt; …"

    SlackConversations(clients, us).working(request, "after a restart …")  # another process
    assert [m.text for m in own(slack, "general")] == ["after a restart …"]

    conversations.deliver(request, REPLY)
    assert [m.text.partition("\n")[0] for m in own(slack, "general")] == ["Acme: ideal"]
    assert slack.violations == []


def test_a_status_whose_reply_was_lost_goes_too(slack, conversations, asked) -> None:
    request = asked("ben", None, "hello")
    slack.faults.store_then_drop("chat.postMessage")
    conversations.working(request, "reading …")

    conversations.working(request, "still reading …")
    conversations.deliver(request, REPLY)

    assert len(own(slack, None, "ben")) == 1


def test_a_status_that_cannot_be_shown_is_no_harm(slack, conversations, asked) -> None:
    slack.faults.fail_next("chat.postMessage", status=500)

    conversations.working(asked("ana", "general"), "reading …")

    assert own(slack, "general") == []


def growing(claims: int) -> Reply:
    quotes = [Cited(text=f"Dvě hodiny denně, {n}.", who="Jana", number=n) for n in range(1, claims + 1)]
    return Reply(headline="Tak:", quotes=tuple(quotes), notice="Ještě píšu.")


def test_a_reply_grows_in_one_message_that_the_answer_replaces(
    slack, clients, us, conversations, asked, monkeypatch
) -> None:
    monkeypatch.setattr("icpbot.adapters.slack.statuses.STATUS_SECONDS", 0)
    request = asked("ana", "general")
    for claims in (0, 1, 1, 2):
        conversations.so_far(request, growing(claims))
    [status] = own(slack, "general")
    assert "Dvě hodiny denně, 2." in str(status.blocks)
    assert len(slack.calls("chat.update")) == 2

    SlackConversations(clients, us).so_far(request, growing(1))  # another process begins anew
    assert [m.ts for m in own(slack, "general")] == [status.ts]
    assert "Dvě hodiny denně, 2." not in str(own(slack, "general")[0].blocks)

    SlackConversations(clients, us).working(request, "reading …")
    assert own(slack, "general")[0].blocks == []

    conversations.deliver(request, REPLY)
    assert [m.text.partition("\n")[0] for m in own(slack, "general")] == ["Acme: ideal"]
    assert slack.violations == []


def test_nothing_of_a_private_reply_is_shown_early(slack, conversations, commanded) -> None:
    conversations.so_far(commanded("ana", "general"), growing(2))

    assert own(slack, "general") == []
    assert slack.calls("chat.postMessage") == []


# -- files ----------------------------------------------------------------------------------


def shared(slack: LoopbackSlack, content: bytes = b"WEBVTT", name: str = "call.vtt") -> FileRef:
    return file_of(slack.people.upload("ana", "general", {name: content}).files[0])


def test_a_shared_file_is_fetched(slack, conversations) -> None:
    assert conversations.fetch(shared(slack)) == b"WEBVTT"
    assert conversations.fetch(shared(slack, b"<html>", "page.html")) == b"<html>"


def test_a_file_shown_in_part_is_looked_up(slack, conversations) -> None:
    file = shared(slack).model_copy(update={"url": ""})

    assert conversations.fetch(file) == b"WEBVTT"


@pytest.mark.parametrize("trouble", ["slow", "dropped", "broken", "limited"])
def test_passing_trouble_is_waited_out(slack, conversations, trouble, monkeypatch) -> None:
    monkeypatch.setattr("icpbot.adapters.slack.files.STEP", 0)
    file = shared(slack)
    {
        "slow": lambda: slack.faults.delay("files.download", 0.2),
        "dropped": lambda: slack.faults.drop_next("files.download"),
        "broken": lambda: slack.faults.fail_next("files.download", status=502),
        "limited": lambda: slack.faults.rate_limit_next("files.download", retry_after=0),
    }[trouble]()

    assert conversations.fetch(file) == b"WEBVTT"


def test_a_file_that_does_not_come_is_given_up_in_time(slack, conversations, monkeypatch) -> None:
    monkeypatch.setattr("icpbot.adapters.slack.files.STALL_SECONDS", 0.2)
    monkeypatch.setattr("icpbot.adapters.slack.files.TOTAL_SECONDS", 0.3)
    file = shared(slack)
    slack.faults.delay("files.download", 1, times=3)

    with pytest.raises(Rejected, match="file-not-fetched"):
        conversations.fetch(file)


def test_a_login_page_is_not_the_file(slack) -> None:
    strangers = slack_clients("xoxb-other", slack.api_url)
    conversations = SlackConversations(strangers, Identity("T", "U", "B"))

    with pytest.raises(Rejected, match="file-not-fetched"):
        conversations.fetch(shared(slack))


def test_a_deleted_file_is_reported(slack, conversations) -> None:
    file = shared(slack)
    slack.workspace.files[file.id].deleted = True

    for url in (file.url, ""):
        with pytest.raises(Rejected, match="file-not-fetched"):
            conversations.fetch(file.model_copy(update={"url": url}))


class Thief(BaseHTTPRequestHandler):
    seen: list[str] = []

    def do_GET(self) -> None:
        self.seen.append(self.headers.get("Authorization", ""))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_args: object) -> None: ...


@contextmanager
def thief() -> Iterator[str]:
    Thief.seen = []
    with HTTPServer(("127.0.0.1", 0), Thief) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/file"
        server.shutdown()
        thread.join()


def test_the_token_goes_to_slack_alone(slack, conversations) -> None:
    with thief() as address, pytest.raises(Rejected, match="file-not-trusted"):
        conversations.fetch(FileRef(id="F1", name="a.txt", url=address))

    assert Thief.seen == []


@pytest.mark.parametrize(
    ("url", "api", "fine"),
    [
        ("https://files.slack.com/a", "https://slack.com/api/", True),
        ("https://team.slack.com/a", "https://slack.com/api/", True),
        ("http://files.slack.com/a", "https://slack.com/api/", False),
        ("https://files.slack.com.evil.example/a", "https://slack.com/api/", False),
        ("https://evilslack.com/a", "https://slack.com/api/", False),
        ("https://files.slack.com@evil.example/a", "https://slack.com/api/", False),
        ("file:///etc/passwd", "https://slack.com/api/", False),
        ("http://127.0.0.1:1/a", "http://127.0.0.1:1/api/", True),
        ("http://127.0.0.1:2/a", "http://127.0.0.1:1/api/", False),
        ("http://[::1", "http://127.0.0.1:1/api/", False),
        ("", "http://127.0.0.1:1/api/", False),
    ],
)
def test_only_slacks_own_hosts_are_trusted(url: str, api: str, *, fine: bool) -> None:
    assert trusted(url, api) is fine


def test_a_file_over_the_limit_is_refused_before_it_is_fetched(slack, conversations) -> None:
    with pytest.raises(Rejected, match="read-too-large"):
        conversations.fetch(shared(slack).model_copy(update={"size": 51_000_000}))

    assert slack.calls("files.download") == []
