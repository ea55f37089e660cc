from __future__ import annotations

import urllib.error
import urllib.request

import pytest
from slack_sdk.errors import SlackApiError


def fetch(url: str, token: str | None) -> tuple[str, bytes]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
        return answer.headers.get_content_type(), answer.read()


def test_an_upload_of_the_bot_arrives_in_the_thread(slack, client, post, general) -> None:
    root = post(general)["ts"]

    answer = client.files_upload_v2(
        channel=general,
        thread_ts=root,
        initial_comment="The full list",
        filename="fit.csv",
        content="account;verdict\nŻabka;ideal\n",
    )

    shared = slack.messages("general")[-1]
    assert (shared.subtype, shared.text, shared.thread_ts) == ("file_share", "The full list", root)
    assert answer["file"]["name"] == "fit.csv"
    kind, content = fetch(answer["file"]["url_private_download"], slack.bot_token)
    assert kind == "text/csv"
    assert content.decode() == "account;verdict\nŻabka;ideal\n"


def test_several_files_share_one_message(slack, client, general) -> None:
    client.files_upload_v2(
        channel=general,
        file_uploads=[{"filename": f"{n}.txt", "content": n} for n in ("a", "b")],
    )

    assert [f["name"] for f in slack.messages("general")[-1].files] == ["a.txt", "b.txt"]


def test_a_private_file_shows_a_login_page_to_everyone_else(slack) -> None:
    message = slack.people.upload("ana", "general", {"rozmowa z Żabką 1/2.vtt": b"WEBVTT"})
    url = message.files[0]["url_private_download"]

    for token in (None, "xoxb-wrong"):
        kind, page = fetch(url, token)
        assert kind == "text/html"
        assert b"Sign in" in page
    assert fetch(url, slack.bot_token)[1] == b"WEBVTT"


def test_a_file_shared_where_the_bot_is_not_stays_hidden(slack, client) -> None:
    file = slack.people.upload("ana", "board", {"secret.txt": b"x"}).files[0]

    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_info(file=file["id"])
    with pytest.raises(urllib.error.HTTPError, match="404") as caught:
        fetch(file["url_private"], slack.bot_token)
    caught.value.close()
    assert client.files_list()["files"] == []


def test_files_are_listed_and_only_own_ones_deleted(slack, client, general) -> None:
    theirs = slack.people.upload("ana", "general", {"a.txt": b"x"}).files[0]["id"]
    own = client.files_upload_v2(channel=general, filename="b.txt", content="y")["file"]["id"]

    assert {f["id"] for f in client.files_list(channel=general)["files"]} == {theirs, own}
    client.files_delete(file=own)

    with pytest.raises(SlackApiError, match="file_deleted"):
        client.files_info(file=own)
    with pytest.raises(SlackApiError, match="cant_delete_file"):
        client.files_delete(file=theirs)


def test_the_bytes_must_be_as_many_as_announced(slack, client) -> None:
    ticket = client.files_getUploadURLExternal(filename="a.txt", length=5)

    with pytest.raises(urllib.error.HTTPError, match="400") as caught:
        urllib.request.urlopen(ticket["upload_url"], data=b"four")
    caught.value.close()
    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_completeUploadExternal(files=[{"id": ticket["file_id"], "title": "a"}])


def test_an_upload_needs_a_channel_the_bot_is_in(slack, client) -> None:
    random = slack.workspace.channel("random").id

    with pytest.raises(SlackApiError, match="not_in_channel"):
        client.files_upload_v2(channel=random, filename="a.txt", content="x")
