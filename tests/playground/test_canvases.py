"""Canvases as Slack keeps them: who owns them, what they can hold, who may open them."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from icpbot.playground import LoopbackSlack


def document(markdown: str) -> dict[str, str]:
    return {"type": "markdown", "markdown": markdown}


@pytest.fixture
def canvas(client) -> str:
    made = client.canvases_create(title="ICP", document_content=document("# Idealny klient\n\n- Logistyka"))
    return made["canvas_id"]


@pytest.fixture
def share(client, post):
    """Send the canvas's link to a conversation."""

    def send(canvas: str, channel: str) -> None:
        post(channel, client.files_info(file=canvas)["file"]["permalink"])

    return send


def replaced(client, canvas: str, markdown: str):
    return client.canvases_edit(
        canvas_id=canvas, changes=[{"operation": "replace", "document_content": document(markdown)}]
    )


def person(slack, name: str) -> str:
    return next(u.id for u in slack.workspace.users.values() if u.name == name)


def test_a_new_canvas_is_the_bots_alone(slack, client, canvas) -> None:
    assert not any(slack.workspace.opens(canvas, u) for u in slack.workspace.users)
    assert client.files_info(file=canvas)["file"]["filetype"] == "quip"


def test_its_content_can_be_replaced_whole_and_renamed(slack, client, canvas) -> None:
    replaced(client, canvas, "## Nowa wersja")
    client.canvases_edit(
        canvas_id=canvas, changes=[{"operation": "rename", "title_content": document("ICP v2")}]
    )

    kept = slack.workspace.files[canvas].canvas
    assert (kept.title, kept.markdown) == ("ICP v2", "## Nowa wersja")


def test_a_channel_opens_it_once_its_link_was_sent_there(slack, client, canvas, share, general) -> None:
    with pytest.raises(SlackApiError, match="failed_to_update_channel_ids"):
        client.canvases_access_set(canvas_id=canvas, access_level="read", channel_ids=[general])

    share(canvas, general)
    client.canvases_access_set(canvas_id=canvas, access_level="read", channel_ids=[general])

    members = slack.workspace.channels[general].members
    assert members == {u for u in slack.workspace.users if slack.workspace.opens(canvas, u)}


def test_who_leaves_the_channel_opens_it_no_more(slack, client, canvas, share, general) -> None:
    share(canvas, general)
    client.canvases_access_set(canvas_id=canvas, access_level="read", channel_ids=[general])

    with slack.workspace.change():
        slack.workspace.channels[general].members.discard(person(slack, "ana"))

    assert not slack.workspace.opens(canvas, person(slack, "ana"))


def test_a_person_opens_it_once_they_were_sent_the_link_directly(
    slack, client, canvas, share, general
) -> None:
    ana, other = person(slack, "ana"), person(slack, "ben")
    share(canvas, general)
    with pytest.raises(SlackApiError, match="failed_to_update_user_ids"):
        client.canvases_access_set(canvas_id=canvas, access_level="read", user_ids=[ana])

    share(canvas, client.conversations_open(users=ana)["channel"]["id"])
    client.canvases_access_set(canvas_id=canvas, access_level="read", user_ids=[ana])

    assert slack.workspace.opens(canvas, ana)
    assert not slack.workspace.opens(canvas, other)


def test_no_direct_message_is_given_access_as_a_channel(client, slack, canvas, share) -> None:
    direct = client.conversations_open(users=person(slack, "ana"))["channel"]["id"]
    share(canvas, direct)

    with pytest.raises(SlackApiError, match="channel_not_found"):
        client.canvases_access_set(canvas_id=canvas, access_level="read", channel_ids=[direct])


def test_channels_and_people_go_in_calls_of_their_own(client, slack, canvas, general) -> None:
    for given in ({}, {"channel_ids": [general], "user_ids": [person(slack, "ana")]}):
        with pytest.raises(SlackApiError, match="invalid_parameters"):
            client.canvases_access_set(canvas_id=canvas, access_level="read", **given)


def test_only_a_person_can_own_it_and_no_other_level_exists(client, canvas, share, general) -> None:
    share(canvas, general)
    for level in ("owner", "admin"):
        with pytest.raises(SlackApiError, match="invalid_arguments"):
            client.canvases_access_set(canvas_id=canvas, access_level=level, channel_ids=[general])


@pytest.mark.parametrize(
    ("markdown", "detail"),
    [("> - lista w cytacie", "List\\) within block quote"), ("#### zbyt głęboko", "heading depth")],
)
def test_what_a_canvas_cannot_hold_is_refused_with_its_line(client, canvas, markdown, detail) -> None:
    with pytest.raises(SlackApiError, match=f"line 2.*{detail}"):
        client.canvases_create(document_content=document(f"ok\n{markdown}"))
    with pytest.raises(SlackApiError, match="canvas_editing_failed"):
        replaced(client, canvas, markdown)


def test_two_changes_at_once_an_unknown_one_and_a_section_that_is_not_there_are_refused(
    client, canvas
) -> None:
    one = {"operation": "insert_at_end", "document_content": document("x")}
    refused = {
        "invalid_arguments": ([one, one], [{"operation": "paint"}]),
        "canvas_editing_failed": ([{"operation": "delete", "section_id": "temp:C:1"}],),
    }
    for error, lists in refused.items():
        for changes in lists:
            with pytest.raises(SlackApiError, match=error):
                client.canvases_edit(canvas_id=canvas, changes=changes)


def test_a_deleted_an_unknown_and_a_plain_file_are_no_canvas(client, slack, canvas) -> None:
    file = slack.people.upload("ana", "general", {"a.txt": b"x"}).files[0]["id"]
    client.canvases_delete(canvas_id=canvas)

    for given in (canvas, "F0404", file):
        with pytest.raises(SlackApiError, match="canvas_not_found"):
            replaced(client, given, "x")


def test_the_free_plan_has_no_canvas_of_its_own(client, slack, general) -> None:
    with slack.workspace.change():
        slack.workspace.free = True

    with pytest.raises(SlackApiError, match="free_teams_cannot_create_non_tabbed_canvases"):
        client.canvases_create(title="ICP")
    assert client.canvases_create(title="ICP", channel_id=general)["ok"]


def test_every_method_needs_the_scope() -> None:
    with LoopbackSlack(scopes=["chat:write"]) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        calls = (
            lambda: client.canvases_create(title="x"),
            lambda: replaced(client, "F1", "x"),
            lambda: client.canvases_access_set(canvas_id="F1", access_level="read", user_ids=["U1"]),
            lambda: client.canvases_delete(canvas_id="F1"),
        )
        for call in calls:
            with pytest.raises(SlackApiError, match="missing_scope"):
                call()
