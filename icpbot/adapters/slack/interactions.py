"""From a button, a choice or a shortcut to a `Request`. Pure: nothing is asked, nothing is answered."""

from collections.abc import Mapping
from typing import Any

from icpbot.adapters.slack.blocks import action_name, language_in
from icpbot.adapters.slack.client import Identity
from icpbot.adapters.slack.events import moment
from icpbot.domain.requests import Place, Request, RequestKind

Event = Mapping[str, Any]
SAY = "say"
"""The button that stands for a message."""


def from_action(body: Event, us: Identity) -> Request | None:
    """What somebody pressed or chose; nothing when Slack does not tell where."""
    place = _place(body)
    if place is None:
        return None
    action = body["actions"][0]
    stamp, action_id = str(action["action_ts"]), str(action["action_id"])
    where = f"{place.channel}:{(body.get('container') or {}).get('message_ts', 'view')}"
    name = action_name(action_id)
    return Request(
        id=f"{us.workspace}:act:{where}:{action_id}:{stamp}",
        workspace=us.workspace,
        kind=RequestKind.MESSAGE if name == SAY else RequestKind.ACTION,
        text=_chosen(action),
        place=place,
        asked_at=moment(stamp),
        action=name,
        language=language_in(str(action.get("block_id") or "")),
    )


def _place(body: Event) -> Place | None:
    """The thread of the message it is on; from a page the person's direct message with us."""
    container = body.get("container") or {}
    if container.get("type") == "view":
        private = str((body.get("view") or {}).get("private_metadata") or "")
        return Place(channel=private, user=body["user"]["id"], direct=True) if private else None
    channel, ts = container.get("channel_id"), container.get("message_ts")
    if not channel or not ts:
        return None
    message = body.get("message") or {}
    whispered = bool(container.get("is_ephemeral"))
    return Place(
        channel=channel,
        thread=container.get("thread_ts") or message.get("thread_ts"),
        user=body["user"]["id"],
        direct=str(channel).startswith("D") and not whispered,
        private=whispered,
        response_url=body.get("response_url") if whispered else None,
        message=None if whispered else ts,
    )


def _chosen(action: Event) -> str:
    option = action.get("selected_option") or {}
    return str(action.get("value") or option.get("value") or "")
