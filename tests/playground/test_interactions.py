from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from icpbot.playground import LoopbackSlack, SlackError, UnknownPersonError

PLAIN = "plain_text"


def form(**more: Any) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "why",
        "title": {"type": PLAIN, "text": "Override"},
        "submit": {"type": PLAIN, "text": "Save"},
        "blocks": [
            {
                "type": "input",
                "block_id": "reason",
                "label": {"type": PLAIN, "text": "Reason"},
                "element": {"type": "plain_text_input", "action_id": "text"},
            },
            {
                "type": "input",
                "block_id": "band",
                "optional": True,
                "label": {"type": PLAIN, "text": "Band"},
                "element": {
                    "type": "static_select",
                    "action_id": "pick",
                    "options": [
                        {"text": {"type": PLAIN, "text": label}, "value": label.lower()}
                        for label in ("Ideal", "Avoid")
                    ],
                },
            },
        ],
        **more,
    }


def buttons() -> list[dict[str, Any]]:
    def button(label: str, action: str) -> dict[str, Any]:
        text = {"type": PLAIN, "text": label}
        return {"type": "button", "text": text, "action_id": action, "value": "42"}

    return [{"type": "actions", "elements": [button("Forget", "forget"), button("Why", "why")]}]


@pytest.fixture
def card(slack, post, general):
    post(general, "receipt", blocks=buttons())
    return slack.messages("general")[-1]


def test_a_command_carries_its_text_channel_and_addresses(slack, answering) -> None:
    reply = slack.people.command("ana", "general", "/icp ask what hurts?")

    payload = answering.seen[0]
    assert reply.acked
    assert (payload["command"], payload["text"]) == ("/icp", "ask what hurts?")
    assert payload["channel_name"] == "general"
    assert payload["response_url"].startswith("http://127.0.0.1:")
    assert payload["trigger_id"]


def test_text_in_a_commands_ack_is_shown_to_the_asker_alone(slack, answering) -> None:
    answering.answer = {"text": "working on it"}

    slack.people.command("ana", "general", "/icp best")

    assert [e.text for e in slack.ephemerals("ana")] == ["working on it"]
    assert slack.messages("general") == []


def test_a_response_url_whispers_posts_and_wears_out_after_five_uses(slack, answering) -> None:
    slack.people.command("ana", "general", "/icp best")
    webhook = WebhookClient(answering.seen[0]["response_url"])

    statuses = [webhook.send(text=f"n{n}").status_code for n in range(4)]
    webhook.send(text="for all", response_type="in_channel")
    late = webhook.send(text="too late")

    assert statuses == [200] * 4
    assert [e.text for e in slack.ephemerals("ana")] == ["n0", "n1", "n2", "n3"]
    assert [m.text for m in slack.messages("general")] == ["for all"]
    assert (late.status_code, late.body) == (404, "used_url")


def test_a_response_url_refuses_what_is_not_a_message(slack, answering) -> None:
    slack.people.command("ana", "general", "/icp best")

    request = urllib.request.Request(answering.seen[0]["response_url"], data=b"nonsense")
    with pytest.raises(urllib.error.HTTPError, match="400") as caught:
        urllib.request.urlopen(request)
    caught.value.close()
    webhook = WebhookClient(answering.seen[0]["response_url"])
    assert webhook.send(text="").body == "no_text"


def test_a_click_is_found_by_action_or_label_and_may_replace_its_message(slack, answering, card) -> None:
    by_label = slack.people.click("ana", card, "Forget")
    slack.people.click("ben", card, "why")

    first, second = answering.seen[-2:]
    assert by_label.acked
    assert first["type"] == "block_actions"
    assert (first["actions"][0]["action_id"], first["actions"][0]["value"]) == ("forget", "42")
    assert first["actions"][0]["block_id"] == card.blocks[0]["block_id"]
    assert first["container"]["message_ts"] == first["message"]["ts"] == card.ts
    assert second["user"]["id"] == slack.workspace.user("ben").id
    WebhookClient(first["response_url"]).send(text="forgotten", replace_original=True)
    assert [m.text for m in slack.messages("general")] == ["forgotten"]


def test_only_people_who_see_a_message_click_in_it(slack, answering, card, client, general) -> None:
    ana = slack.workspace.user("ana").id
    client.chat_postEphemeral(channel=general, user=ana, text="x", blocks=buttons())
    whisper = slack.ephemerals("ana")[0]

    assert slack.people.click("ana", whisper, "forget").acked
    assert answering.seen[-1]["container"]["is_ephemeral"] is True
    assert "message" not in answering.seen[-1]
    with pytest.raises(SlackError):
        slack.people.click("ben", whisper, "forget")
    with pytest.raises(SlackError):
        slack.people.click("gus", card, "forget")
    with pytest.raises(UnknownPersonError, match="forget"):
        slack.people.click("ana", card, "Delete everything")


def test_a_modal_opens_with_a_fresh_trigger_only(slack, answering, client, card) -> None:
    slack.people.click("ana", card, "why")
    trigger = answering.seen[-1]["trigger_id"]

    client.views_open(trigger_id=trigger, view=form())

    assert slack.people.modal("ana").content["callback_id"] == "why"
    for bad, error in [(trigger, "exchanged_trigger_id"), ("1.2", "invalid_trigger_id")]:
        with pytest.raises(SlackApiError, match=error):
            client.views_open(trigger_id=bad, view=form())
    slack.people.click("ana", card, "why")
    trigger = answering.seen[-1]["trigger_id"]
    slack.context.triggers[trigger].issued -= 4
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        client.views_open(trigger_id=trigger, view=form())


@pytest.fixture
def modal(slack, answering, client, card):
    slack.people.click("ana", card, "why")
    client.views_open(trigger_id=answering.seen[-1]["trigger_id"], view=form())
    return slack.people.modal("ana")


def test_a_submission_carries_the_forms_state_and_closes_the_modal(slack, answering, modal) -> None:
    slack.people.submit("ana", text="they pay late", pick="Avoid")

    payload = answering.seen[-1]
    values = payload["view"]["state"]["values"]
    assert payload["type"] == "view_submission"
    assert values["reason"]["text"]["value"] == "they pay late"
    assert values["band"]["pick"]["selected_option"]["value"] == "avoid"
    assert modal.closed


def test_a_required_field_must_be_filled(slack, modal) -> None:
    with pytest.raises(SlackError, match="field_required"):
        slack.people.submit("ana", pick="ideal")
    with pytest.raises(UnknownPersonError, match="colour"):
        slack.people.submit("ana", text="x", colour="red")


@pytest.mark.parametrize("action", ["errors", "update", "push", "clear"])
def test_the_answer_to_a_submission_decides_what_is_shown(slack, answering, modal, action) -> None:
    title = {"type": PLAIN, "text": "Next"}
    extra = {"errors": {"reason": "too short"}} if action == "errors" else {}
    if action in ("update", "push"):
        extra = {"view": form(title=title)}
    answering.answer = {"response_action": action, **extra}

    reply = slack.people.submit("ana", text="x")

    assert reply.body == answering.answer
    if action == "clear":
        assert modal.closed
        return
    top = slack.people.modal("ana")
    assert (top is modal) == (action != "push")
    assert (top.content["title"] == title) == (action in ("update", "push"))


def test_views_are_updated_by_hash_and_stacked_three_deep(slack, answering, client, modal) -> None:
    with pytest.raises(SlackApiError, match="hash_conflict"):
        client.views_update(view_id=modal.id, view=form(), hash="old")
    client.views_update(view_id=modal.id, view=form(callback_id="new"), hash=modal.hash)
    answering.answer = {"response_action": "push", "view": form()}
    slack.people.submit("ana", text="x")
    slack.people.submit("ana", text="x")

    with pytest.raises(SlackError, match="push_limit_reached"):
        slack.people.submit("ana", text="x")
    assert modal.content["callback_id"] == "new"


def test_a_view_beyond_a_limit_is_refused_by_name(client, slack) -> None:
    ana = slack.workspace.user("ana").id
    with pytest.raises(SlackApiError) as caught:
        client.views_publish(user_id=ana, view=form())

    assert caught.value.response["error"] == "invalid_arguments"
    assert "[json-pointer:/view/type]" in json.dumps(caught.value.response["response_metadata"])


def test_the_home_is_published_and_shown_on_the_next_visit(slack, answering, client) -> None:
    ana = slack.workspace.user("ana").id
    slack.people.open_home("ana")
    assert slack.wait_until_delivered()

    client.views_publish(user_id=ana, view={"type": "home", "blocks": buttons()})
    slack.people.open_home("ana")

    assert slack.wait_until_delivered()
    assert "view" not in answering.seen[0]["event"]
    assert answering.seen[1]["event"]["view"]["type"] == "home"
    assert slack.people.click("ana", slack.workspace.homes[ana], "forget").acked
    assert answering.seen[-1]["container"]["type"] == "view"
    assert slack.home("ana")[0]["type"] == "actions"


def test_shortcuts_carry_their_message(slack, answering, card) -> None:
    slack.people.shortcut("ben", "add_to_research", card)
    slack.people.shortcut("ben", "anywhere")

    message, plain = answering.seen[-2:]
    assert (message["type"], message["message"]["ts"]) == ("message_action", card.ts)
    assert (plain["type"], plain["callback_id"]) == ("shortcut", "anywhere")


def test_nobody_uses_what_the_manifest_does_not_offer() -> None:
    manifest = {"features": {"slash_commands": [{"command": "/icp"}]}}
    with LoopbackSlack(manifest=manifest) as slack:
        with pytest.raises(UnknownPersonError):
            slack.people.command("ana", "general", "/other")
        with pytest.raises(UnknownPersonError):
            slack.people.shortcut("ana", "nothing")


def test_an_interaction_without_ack_is_reported_and_not_repeated(raw_socket) -> None:
    with LoopbackSlack(ack_seconds=0.05) as slack:
        raw = raw_socket(slack)

        reply = slack.people.command("ana", "general", "/icp best")

        assert not reply.acked
        assert raw.receive()["type"] == "slash_commands"
        with pytest.raises(TimeoutError):
            raw.receive(timeout=0.2)


def test_feedback_buttons_tell_which_thumb_was_pressed(slack, answering, post, general) -> None:
    def thumb(label: str, value: str) -> dict[str, Any]:
        return {"text": {"type": PLAIN, "text": label}, "value": value}

    feedback = {
        "type": "feedback_buttons",
        "action_id": "rate",
        "positive_button": thumb("Good", "up"),
        "negative_button": thumb("Bad", "down"),
    }
    post(general, blocks=[{"type": "context_actions", "elements": [feedback]}])

    slack.people.click("ana", slack.messages("general")[-1], "rate", "down")

    assert answering.seen[-1]["actions"][0]["value"] == "down"
