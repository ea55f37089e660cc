from __future__ import annotations

import json
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from icpbot.playground import LoopbackSlack, RateLimit
from icpbot.playground.errors import SlackError, UnknownPersonError


def error_of(call: Any, *args: Any, **kwargs: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        call(*args, **kwargs)
    return str(caught.value.response["error"])


def channel(slack: LoopbackSlack, name: str) -> str:
    return slack.workspace.channel(name).id


def test_the_bot_learns_who_it_is(slack, client) -> None:
    answer = client.auth_test()

    assert answer["user_id"] == slack.bot.id
    assert answer["bot_id"] == slack.bot.bot_id
    assert "chat:write" in answer.headers["x-oauth-scopes"]


def test_tokens_are_told_apart(slack) -> None:
    def client(token: str | None) -> WebClient:
        return WebClient(token, base_url=slack.api_url)

    assert error_of(client("xoxb-wrong").auth_test) == "invalid_auth"
    assert error_of(client(None).auth_test) == "not_authed"
    assert error_of(client(slack.app_token).auth_test) == "not_allowed_token_type"
    assert error_of(client(slack.bot_token).api_call, "apps.connections.open") == ("not_allowed_token_type")


def test_methods_and_arguments_must_exist(client, general) -> None:
    assert error_of(client.api_call, "chat.shout") == "unknown_method"
    assert error_of(client.users_info, user="U1", colour="red") == "invalid_arguments"
    assert error_of(client.conversations_history, channel=general, limit="many") == ("invalid_arguments")
    with pytest.raises(SlackApiError) as caught:
        client.api_call("chat.postMessage", json={"text": "x"})
    assert caught.value.response["errors"] == ["missing required field: channel [json-pointer:/channel]"]


@pytest.mark.parametrize("how", ["json", "form", "query"])
def test_arguments_come_as_json_form_or_query(slack, client, general, how) -> None:
    if how == "json":
        client.api_call("chat.postMessage", json={"channel": general, "text": "hi"})
    elif how == "form":
        client.api_call("chat.postMessage", params={"channel": general, "text": "hi"})
    else:
        url = f"{slack.api_url}chat.postMessage?channel={general}&text=hi"
        headers = {"Authorization": f"Bearer {slack.bot_token}"}
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            assert json.load(answer)["ok"]

    assert [m.text for m in slack.messages("general")] == ["hi"]


def test_a_post_needs_something_to_show(client, general) -> None:
    with pytest.warns(UserWarning, match="text"):
        assert error_of(client.chat_postMessage, channel=general) == "no_text"


def test_a_refused_block_is_named_in_the_answer(client, general) -> None:
    block = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}

    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=general, text="x", blocks=[block])

    assert caught.value.response["error"] == "invalid_blocks"
    assert caught.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]"
    ]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("board", "channel_not_found"),
        ("old", "is_archived"),
        ("nowhere", "channel_not_found"),
    ],
)
def test_the_bot_posts_only_where_it_may(slack, client, name, error) -> None:
    found = slack.workspace.find_channel(name)

    assert error_of(client.chat_postMessage, channel=found.id if found else name, text="x") == error


def test_without_the_public_scope_the_bot_posts_only_where_it_is_a_member() -> None:
    with LoopbackSlack(scopes=["chat:write"]) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        found = channel(slack, "random")

        assert error_of(client.chat_postMessage, channel=found, text="x") == "not_in_channel"


def test_a_user_id_opens_a_direct_message(slack, client, post) -> None:
    answer = post(slack.workspace.user("ana").id)

    assert answer["channel"].startswith("D")
    assert [m.text for m in slack.messages(None, of="ana")] == ["hello"]


def test_replies_form_a_thread(slack, client, post, general) -> None:
    root = post(general, "root")["ts"]
    reply = post(general, "reply", thread_ts=root)["ts"]

    thread = client.conversations_replies(channel=general, ts=root)["messages"]
    history = client.conversations_history(channel=general)["messages"]

    assert [m["ts"] for m in thread] == [root, reply]
    assert thread[0]["reply_count"] == 1
    assert [m["ts"] for m in history] == [root]
    assert error_of(client.conversations_replies, channel=general, ts="1.000001") == ("thread_not_found")


def test_history_comes_in_pages_newest_first(client, post, general) -> None:
    sent = [post(general, f"m{index}")["ts"] for index in range(5)]

    pages = client.conversations_history(channel=general, limit=2)
    later = client.conversations_history(channel=general, oldest=sent[3])["messages"]

    assert [m["ts"] for page in pages for m in page["messages"]] == sent[::-1]
    assert [m["ts"] for m in later] == [sent[4]]


def test_metadata_is_shown_only_when_asked_for(client, post, general) -> None:
    metadata = {"event_type": "answer", "event_payload": {"request": "r1"}}
    post(general, metadata=metadata)

    plain = client.conversations_history(channel=general)["messages"][0]
    full = client.conversations_history(channel=general, include_all_metadata=True)["messages"][0]

    assert "metadata" not in plain
    assert full["metadata"] == metadata


def test_an_update_replaces_the_bots_own_message_and_drops_its_blocks(slack, client, post, general) -> None:
    ts = post(general, "one", blocks=[{"type": "divider"}])["ts"]

    client.chat_update(channel=general, ts=ts, text="two")

    message = slack.messages("general")[0]
    assert (message.text, message.blocks, message.revisions) == ("two", [], ["one"])
    assert error_of(client.chat_update, channel=general, ts=ts, text="x" * 4001) == "msg_too_long"


def test_other_peoples_messages_are_not_the_bots_to_change(slack, client, general) -> None:
    theirs = slack.people.say("ana", "general", "mine").ts

    assert error_of(client.chat_update, channel=general, ts=theirs, text="x") == ("cant_update_message")
    assert error_of(client.chat_delete, channel=general, ts=theirs) == "cant_delete_message"
    assert error_of(client.chat_update, channel=general, ts="1.1", text="x") == "message_not_found"


def test_a_deleted_message_is_gone(slack, client, post, general) -> None:
    ts = post(general)["ts"]

    client.chat_delete(channel=general, ts=ts)

    assert slack.messages("general") == []
    assert client.conversations_history(channel=general)["messages"] == []


def test_an_ephemeral_reaches_one_member_and_no_history(slack, client, general) -> None:
    ana, gus = (slack.workspace.user(name).id for name in ("ana", "gus"))

    client.chat_postEphemeral(channel=general, user=ana, text="psst")

    assert [e.text for e in slack.ephemerals("ana")] == ["psst"]
    assert slack.ephemerals("ben") == slack.messages("general") == []
    assert error_of(client.chat_postEphemeral, channel=general, user=gus, text="x") == ("user_not_in_channel")


def test_permalinks_name_the_message_and_its_thread(slack, client, post, general) -> None:
    root = post(general)["ts"]
    reply = post(general, thread_ts=root)["ts"]

    link = client.chat_getPermalink(channel=general, message_ts=reply)["permalink"]

    assert f"/archives/{general}/p{reply.replace('.', '')}?thread_ts={root}" in link


def test_a_stream_grows_until_it_is_stopped(slack, client, general) -> None:
    asked = slack.people.say("ana", "general", "why?")
    stream = client.chat_stream(
        channel=general,
        thread_ts=asked.ts,
        recipient_user_id=asked.user,
        recipient_team_id=slack.workspace.team_id,
        buffer_size=3,
    )

    stream.append(markdown_text="because ")
    busy = error_of(client.chat_update, channel=general, ts=stream.ts, text="x")
    stream.append(markdown_text="of costs")
    stream.stop()

    assert [m.text for m in slack.replies(asked)] == ["because of costs"]
    assert busy == "streaming_state_conflict"
    assert (
        error_of(client.chat_appendStream, channel=general, ts=stream.ts, markdown_text="x")
        == "message_not_in_streaming_state"
    )


def test_a_stream_in_a_channel_names_its_reader(slack, client, general) -> None:
    asked = slack.people.say("ana", "general", "why?").ts

    assert error_of(client.chat_startStream, channel=general, thread_ts=asked) == (
        "missing_recipient_user_id"
    )
    assert (
        error_of(
            client.chat_startStream,
            channel=general,
            thread_ts=asked,
            recipient_user_id=slack.workspace.user("ana").id,
            recipient_team_id=slack.workspace.team_id,
            markdown_text="x" * 12_001,
        )
        == "msg_too_long"
    )


def test_the_bot_knows_only_its_own_private_conversations(slack, client) -> None:
    kinds = "public_channel,private_channel"
    listed = {c["name"] for c in client.conversations_list(types=kinds)["channels"]}
    anas = client.users_conversations(user=slack.workspace.user("ana").id, types=kinds)["channels"]

    assert listed == {"general", "research", "random", "deals", "old"}
    assert {c["name"] for c in anas} == {"general", "research", "random", "deals", "old"}
    assert error_of(client.conversations_info, channel=channel(slack, "board")) == ("channel_not_found")
    assert error_of(client.conversations_history, channel=channel(slack, "random")) == ("not_in_channel")


def test_members_come_in_pages_and_change_at_once(slack, client, general) -> None:
    ben = slack.workspace.user("ben").id

    pages = client.conversations_members(channel=general, limit=2)
    before = [member for page in pages for member in page["members"]]
    slack.people.leave("ben", "general")

    assert len(before) == 4
    assert ben in before
    assert ben not in client.conversations_members(channel=general)["members"]


def test_people_are_shown_with_their_role_and_locale(slack, client) -> None:
    def info(name: str) -> dict[str, Any]:
        user = slack.workspace.user(name).id
        return client.users_info(user=user, include_locale=True)["user"]

    assert info("ana")["is_admin"]
    assert info("ana")["locale"] == "pl-PL"
    assert info("gus")["is_restricted"]
    assert info("zoe")["deleted"]
    assert info("icpbot")["is_bot"]
    assert len(client.users_list()["members"]) == len(slack.workspace.users)
    assert error_of(client.users_info, user="U999") == "user_not_found"
    assert client.bots_info(bot=slack.bot.bot_id)["bot"]["user_id"] == slack.bot.id


def test_a_direct_message_is_opened_once(slack, client) -> None:
    ana, zoe = (slack.workspace.user(name).id for name in ("ana", "zoe"))

    first = client.conversations_open(users=[ana])["channel"]["id"]

    assert client.conversations_open(users=ana)["channel"]["id"] == first
    assert error_of(client.conversations_open, users=[zoe]) == "user_disabled"


def test_the_bot_joins_public_channels_only(slack, client, post) -> None:
    client.conversations_join(channel=channel(slack, "random"))

    assert post(channel(slack, "random"))["ok"]
    assert error_of(client.conversations_join, channel=channel(slack, "board")) == ("channel_not_found")


def test_a_reaction_is_added_once(slack, client, post, general) -> None:
    ts = post(general)["ts"]
    place = {"channel": general, "timestamp": ts}

    client.reactions_add(name="eyes", **place)

    assert error_of(client.reactions_add, name="eyes", **place) == "already_reacted"
    assert client.conversations_history(channel=general)["messages"][0]["reactions"] == [
        {"name": "eyes", "users": [slack.bot.id], "count": 1}
    ]
    client.reactions_remove(name="eyes", **place)
    assert error_of(client.reactions_remove, name="eyes", **place) == "no_reaction"


def test_the_assistant_panel_takes_status_title_and_prompts(slack, client) -> None:
    root = slack.people.open_assistant("ana")
    place = {"channel_id": root.channel, "thread_ts": root.ts}

    client.assistant_threads_setStatus(status="is reading…", loading_messages=["a", "b"], **place)
    client.assistant_threads_setTitle(title="Costs", **place)
    client.assistant_threads_setSuggestedPrompts(
        prompts=[{"title": "Draft", "message": "Draft our ICP"}], **place
    )

    assert [note["what"] for note in slack.context.assistant] == ["status", "title", "prompts"]
    assert (
        error_of(client.assistant_threads_setStatus, channel_id=root.channel, thread_ts="1.1", status="x")
        == "invalid_thread_ts"
    )


def test_scopes_come_from_the_apps_manifest(tmp_path) -> None:
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(
        "oauth_config: {scopes: {bot: ['chat:write', 'channels:history', 'groups:read']}}\n"
        "settings: {event_subscriptions: {bot_events: [app_mention]}}\n"
    )
    with LoopbackSlack(manifest=manifest) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)

        with pytest.raises(SlackApiError) as caught:
            client.users_info(user=slack.bot.id)
        private = error_of(client.conversations_history, channel=channel(slack, "deals"))
        slack.people.say("ana", "general", "@icpbot hi")

    assert caught.value.response["error"] == "missing_scope"
    assert caught.value.response["needed"] == "users:read"
    assert caught.value.response["provided"] == "channels:history,chat:write,groups:read"
    assert private == "missing_scope"
    assert {kind for kind, _ in slack.delivery.unheard} == {"message.channels", "app_mention"}


def test_rate_limits_answer_429_with_the_seconds_to_wait(post) -> None:
    limits = {"chat.update": RateLimit(2, 60.0)}
    with LoopbackSlack(rate_limits=limits) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        general = channel(slack, "general")
        ts = client.chat_postMessage(channel=general, text="0")["ts"]
        for number in (1, 2):
            client.chat_update(channel=general, ts=ts, text=str(number))

        with pytest.raises(SlackApiError) as caught:
            client.chat_update(channel=general, ts=ts, text="3")

    assert caught.value.response.status_code == 429
    assert 1 <= int(caught.value.response.headers["Retry-After"]) <= 60
    assert slack.messages("general")[0].text == "2"


def test_broken_promises_are_noted_though_slack_tolerates_them(slack, client, post, general) -> None:
    post(general)
    assert slack.violations == []

    client.chat_postMessage(channel=general, text="<!channel> hi", unfurl_links=False)
    with pytest.warns(UserWarning, match="text"):
        client.chat_postMessage(
            channel=general, blocks=[{"type": "divider"}], unfurl_links=False, unfurl_media=False
        )

    assert [violation.what for violation in slack.violations] == [
        "unfurl_media is not false",
        "pings a whole channel",
        "no text fallback",
    ]


def test_every_call_is_on_record_without_its_token(slack, client, general) -> None:
    client.api_call("chat.postMessage", data={"channel": general, "text": "hi"})
    error_of(client.api_call, "chat.shout")

    assert [(call.method, call.ok) for call in slack.calls()] == [
        ("chat.postMessage", True),
        ("chat.shout", False),
    ]
    assert slack.calls("chat.postMessage")[0].arguments == {"channel": general, "text": "hi"}
    assert slack.bot_token not in str(slack.calls())


def test_a_channel_shared_with_another_company_says_so_everywhere(slack, client):
    team = slack.workspace
    fin = team.add_stranger("fin")
    before = client.users_info(user=fin.id)["user"]
    team.connect("research", fin)

    info = client.conversations_info(channel=team.channel("research").id)["channel"]
    slack.people.say("fin", "research", "hello @icpbot")
    event = slack.delivery.events[-1]
    user = client.users_info(user=fin.id, include_locale=True)["user"]

    assert (info["is_ext_shared"], info["is_shared"], info["connected_team_ids"]) == (
        True,
        True,
        [fin.team_id],
    )
    assert event["is_ext_shared_channel"] is True
    assert event["team_id"] == team.team_id
    assert {e["event"]["user_team"] for e in slack.delivery.events if "user_team" in e["event"]} == {
        fin.team_id
    }
    assert (before["is_stranger"], user["is_stranger"], user["team_id"]) == (True, False, fin.team_id)
    assert not {"locale", "is_restricted", "is_admin"} & user.keys()
    assert client.conversations_info(channel=team.channel("general").id)["channel"]["is_ext_shared"] is False


def test_people_of_another_company_enter_connected_channels_alone_and_command_no_app(slack):
    slack.workspace.add_stranger("fin")

    with pytest.raises(SlackError, match="not_in_shared_channel"):
        slack.people.join("fin", "general")
    with pytest.raises(SlackError, match="cannot_dm_bot"):
        slack.people.say("fin", None, "hello")
    with pytest.raises(UnknownPersonError):
        slack.people.command("fin", "general", "/icp help")
