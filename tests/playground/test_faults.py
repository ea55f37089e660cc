from __future__ import annotations

import http.client
import time
import urllib.error

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)

LOST = (urllib.error.URLError, http.client.RemoteDisconnected, ConnectionError)


def test_a_call_fails_as_often_as_asked_and_does_nothing(slack, client, post, general) -> None:
    slack.faults.fail_next("chat.postMessage", error="fatal_error", times=2)

    for _ in range(2):
        with pytest.raises(SlackApiError, match="fatal_error"):
            post(general)

    assert post(general)["ok"]
    assert len(slack.messages("general")) == 1
    assert [call.error for call in slack.calls("chat.postMessage")] == ["fault:error"] * 2 + [None]


def test_a_lost_reply_leaves_the_message_stored(slack, client, post, general) -> None:
    client.retry_handlers = []
    slack.faults.store_then_drop("chat.postMessage")

    with pytest.raises(LOST):
        post(general)

    assert [m.text for m in slack.messages("general")] == ["hello"]


def test_the_sdks_default_retry_after_a_lost_reply_posts_twice(slack, client, post, general) -> None:
    assert [type(handler) for handler in client.retry_handlers] == [ConnectionErrorRetryHandler]
    slack.faults.store_then_drop("chat.postMessage")

    post(general)

    assert len(slack.messages("general")) == 2


def test_a_dropped_call_stores_nothing(slack, client, post, general) -> None:
    client.retry_handlers = []
    slack.faults.drop_next("chat.postMessage")

    with pytest.raises(LOST):
        post(general)

    assert slack.messages("general") == []


def test_the_sdks_retry_handlers_get_through_429_and_503(slack, client, post, general) -> None:
    client.retry_handlers = [RateLimitErrorRetryHandler(), ServerErrorRetryHandler()]
    slack.faults.rate_limit_next("chat.postMessage", retry_after=0)
    post(general)
    slack.faults.fail_next("chat.postMessage", status=503)
    post(general)

    assert len(slack.messages("general")) == 2
    assert len(slack.calls("chat.postMessage")) == 4


def test_a_slow_call_takes_its_time(slack, client) -> None:
    slack.faults.delay("auth.test", 0.2)
    started = time.monotonic()

    client.auth_test()

    assert time.monotonic() - started >= 0.2


def test_file_endpoints_fail_too(slack, client, general) -> None:
    slack.faults.fail_next("files.upload", status=500)

    with pytest.raises(Exception, match="500"):
        client.files_upload_v2(channel=general, filename="a.txt", content="x")


def test_a_slack_that_was_away_comes_back_at_its_address_with_its_memory(
    slack, client, post, general
) -> None:
    client.retry_handlers = []
    post(general)

    slack.stop()
    with pytest.raises(LOST):
        client.auth_test()
    slack.start()

    assert len(client.conversations_history(channel=general)["messages"]) == 1


def test_faults_that_did_not_happen_can_be_forgotten(slack, client) -> None:
    slack.faults.fail_next("auth.test")
    slack.faults.clear()

    assert client.auth_test()["ok"]
