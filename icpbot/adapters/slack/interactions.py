"""From a button, a choice or a shortcut to a `Request`. Pure: nothing is asked, nothing is answered."""

import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from icpbot.adapters.slack.blocks import action_name, language_in
from icpbot.adapters.slack.client import Identity
from icpbot.adapters.slack.events import moment
from icpbot.adapters.slack.markup import plain
from icpbot.domain.forms import FormName
from icpbot.domain.requests import Place, Request, RequestKind

Event = Mapping[str, Any]
QUIET = frozenset({"good", "bad", "bad-why"})
"""What one person thinks of an answer is between them and us."""
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


class Shortcut(StrEnum):
    """As the manifest names them; the first two are global, the others are on a message."""

    DRAFT = "draft_icp"
    CHECK = "check_company"
    RESEARCH = "add_to_research"
    FIT = "check_fit"
    ASK = "ask_about"


def from_global(body: Event, us: Identity, direct: str) -> Request:
    """A shortcut that is about nothing in particular; it goes on in the direct message."""
    stamp, name = str(body["action_ts"]), Shortcut(body["callback_id"])
    drafting = name is Shortcut.DRAFT
    return Request(
        id=f"{us.workspace}:short:{name}:{body['user']['id']}:{stamp}",
        workspace=us.workspace,
        kind=RequestKind.MESSAGE if drafting else RequestKind.ACTION,
        text="draft" if drafting else "",
        place=Place(channel=direct, user=body["user"]["id"], direct=True),
        asked_at=moment(stamp),
        action=None if drafting else FormName.CHECK,
    )


def from_message_shortcut(body: Event, us: Identity) -> Request:
    """What somebody wants done with a message; only they see what comes of it."""
    message, name = body["message"], Shortcut(body["callback_id"])
    channel, ts, stamp = str(body["channel"]["id"]), str(message["ts"]), str(body["action_ts"])
    return Request(
        id=f"{us.workspace}:short:{name}:{channel}:{ts}:{body['user']['id']}:{stamp}",
        workspace=us.workspace,
        kind=RequestKind.COMMAND if name is Shortcut.ASK else RequestKind.ACTION,
        text=plain(str(message.get("text") or ""), us.user),
        place=Place(
            channel=channel,
            thread=message.get("thread_ts"),
            user=body["user"]["id"],
            private=True,
            response_url=body.get("response_url"),
            message=ts,
        ),
        asked_at=moment(stamp),
        action=None if name is Shortcut.ASK else str(name),
    )


def from_form(body: Event, us: Identity, now: datetime) -> Request:
    """A form that was sent off. One open form is one request, however often Slack tells of it."""
    view = body["view"]
    kept = json.loads(view["private_metadata"])
    return Request(
        id=f"{us.workspace}:form:{view['id']}",
        workspace=us.workspace,
        kind=RequestKind.FORM,
        text="",
        place=Place.model_validate({**kept["place"], "user": body["user"]["id"]}),
        asked_at=now,
        action=str(view["callback_id"]),
        values={**kept["ids"], **_filled(view["state"]["values"])},
        language=kept.get("language"),
    )


def _filled(state: Mapping[str, Mapping[str, Event]]) -> dict[str, str]:
    return {field: _chosen(entry) for inputs in state.values() for field, entry in inputs.items()}


def _place(body: Event) -> Place | None:
    """The thread of the message it is on; from a page the person's direct message with us."""
    container = body.get("container") or {}
    if container.get("type") == "view":
        home = str((body.get("view") or {}).get("private_metadata") or "")
        return Place(channel=home, user=body["user"]["id"], direct=True) if home else None
    channel, ts = container.get("channel_id"), container.get("message_ts")
    if not channel or not ts:
        return None
    message = body.get("message") or {}
    asked = action_name(str(body["actions"][0]["action_id"]))
    whispered = bool(container.get("is_ephemeral")) or asked in QUIET
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
    several = " ".join(str(each["value"]) for each in action.get("selected_options") or ())
    return str(action.get("value") or option.get("value") or several)
