from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from slack_sdk.errors import SlackApiError

from icpbot.adapters.slack.client import slack_clients
from icpbot.adapters.slack.interactions import Shortcut
from icpbot.playground import LoopbackSlack
from icpbot.playground.scopes import EVENT_SCOPES, METHOD_SCOPES, grants_of

DEPLOY = Path(__file__).parents[3] / "deploy/slack"
ADAPTER = Path(__file__).parents[3] / "icpbot/adapters/slack"


def test_both_ways_ask_for_the_same() -> None:
    socket, http = (
        yaml.safe_load((DEPLOY / name).read_text()) for name in ("manifest.yaml", "manifest-http.yaml")
    )

    assert socket["oauth_config"] == http["oauth_config"]
    events = [m["settings"]["event_subscriptions"]["bot_events"] for m in (socket, http)]
    assert events[0] == events[1]
    assert (socket["settings"]["socket_mode_enabled"], http["settings"]["socket_mode_enabled"]) == (
        True,
        False,
    )


def test_every_scope_says_what_it_is_for() -> None:
    for name in ("manifest.yaml", "manifest-http.yaml"):
        lines = (
            (DEPLOY / name).read_text().partition("bot:\n")[2].partition("settings:")[0].strip().splitlines()
        )
        assert all(" # " in line for line in lines)


METHODS = {
    "views.open", "views.update", "views.publish", "assistant.threads.setStatus", "assistant.threads.setTitle",
    "assistant.threads.setSuggestedPrompts", "users.info", "conversations.info", "conversations.open",
    "conversations.replies", "conversations.history", "users.conversations", "chat.postMessage",
    "chat.postEphemeral", "chat.update", "chat.delete", "files.info", "files.getUploadURLExternal",
    "files.completeUploadExternal", "auth.test", "canvases.create", "canvases.edit", "canvases.access.set",
    "canvases.delete",
}  # fmt: skip
"""What the adapter calls; `test_the_list_of_methods_is_what_the_adapter_calls` keeps it true."""


def called() -> set[str]:
    code = "\n".join(path.read_text() for path in ADAPTER.glob("*.py"))
    known = {name.replace(".", "_"): name for name in METHOD_SCOPES}
    found = {known[name] for name in re.findall(r"\.([a-z]+(?:_[A-Za-z]+)+)\(", code) if name in known}
    uploads = {
        "files.getUploadURLExternal",
        "files.completeUploadExternal",
    }  # what files_upload_v2 is made of
    return found | uploads if "files_upload_v2" in code else found


def test_the_list_of_methods_is_what_the_adapter_calls() -> None:
    assert called() == METHODS


@pytest.mark.parametrize("name", ["manifest.yaml", "manifest-http.yaml"])
def test_every_method_has_its_scope_and_every_scope_its_use(name) -> None:
    grants = grants_of(DEPLOY / name)

    assert [method for method in METHODS if not grants.allows(METHOD_SCOPES[method])] == []
    events = [scope for event in grants.events for scope in EVENT_SCOPES.get(event, ())]
    needed = {scope for method in METHODS for scope in METHOD_SCOPES[method]} | set(events)
    assert grants.scopes - needed == {"commands"}


@pytest.mark.parametrize("name", ["manifest.yaml", "manifest-http.yaml"])
def test_every_event_is_listened_to_and_heard(name) -> None:
    grants = grants_of(DEPLOY / name)
    listened = set(re.findall(r'app\.event\("(\w+)"\)', (ADAPTER / "app.py").read_text()))

    assert {event.partition(".")[0] for event in grants.events} == listened
    assert [event for event in grants.events if not grants.hears(event)] == []
    assert grants.shortcuts == set(Shortcut)
    assert grants.home_tab


@pytest.mark.parametrize(
    ("scope", "call"),
    [
        ("assistant:write", ("assistant_threads_setTitle", {"channel_id": "C1", "thread_ts": "1.0", "title": "x"})),
        ("assistant:write", ("assistant_threads_setSuggestedPrompts", {"channel_id": "C1", "prompts": []})),
        ("users:read", ("users_info", {"user": "U1"})),
        ("im:write", ("conversations_open", {"users": "U0000000006"})),
        ("chat:write", ("chat_postEphemeral", {"channel": "C1", "user": "U1", "text": "x"})),
        ("files:read", ("files_info", {"file": "F1"})),
    ],
)  # fmt: skip
def test_without_its_scope_a_call_is_refused(scope, call) -> None:
    manifest = yaml.safe_load((DEPLOY / "manifest.yaml").read_text())
    bot = manifest["oauth_config"]["scopes"]["bot"]
    manifest["oauth_config"]["scopes"]["bot"] = [kept for kept in bot if kept != scope]
    name, arguments = call
    with LoopbackSlack(manifest=manifest) as slack, pytest.raises(SlackApiError) as refused:
        getattr(slack_clients(slack.bot_token, slack.api_url).hinting, name)(**arguments)

    assert refused.value.response["error"] == "missing_scope"
