"""From a block's element and a person's choice to the `action` and `state` Slack sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icpbot.playground.blocks import elements_of
from icpbot.playground.errors import Json, SlackError, UnknownPersonError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The field in which each kind of element reports what was chosen.
_CHOSEN = {
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
}
_INITIAL = {
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_users": "initial_users",
    "selected_conversation": "initial_conversation",
    "selected_conversations": "initial_conversations",
    "selected_channel": "initial_channel",
    "selected_channels": "initial_channels",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
    "rich_text_value": "initial_value",
    "value": "initial_value",
}
_STATELESS = ("button", "overflow", "workflow_button", "image", "feedback_buttons", "icon_button")


_UNTOUCHED = object()


def field_name(block: Json, element: Json) -> str:
    """What names a field without doubt: its block's id and its own."""
    return f"{block.get('block_id', '')}|{element.get('action_id', '')}"


def find_element(blocks: list[Json], name: str, block: str | None = None) -> tuple[Json, str]:
    """The element with this action id or label, and its block's id; in this block if one is named."""
    for element, block_id in _elements(blocks):
        if block in (None, block_id) and name in (element.get("action_id"), *_labels(element)):
            return element, block_id
    seen = [element.get("action_id") for element, _ in _elements(blocks)]
    raise UnknownPersonError(f"no {name!r} to click among {seen}")


def _elements(blocks: list[Json]) -> Iterator[tuple[Json, str]]:
    for block in blocks:
        for element, _ in elements_of(block):
            yield element, str(block.get("block_id", ""))


def _labels(element: Json) -> list[str]:
    holders = [element, element.get("positive_button"), element.get("negative_button")]
    texts = [holder.get("text") for holder in holders if isinstance(holder, dict)]
    return [str(text["text"]) for text in texts if isinstance(text, dict)]


def action_of(element: Json, block_id: str, value: Any) -> Json:
    """The action that a click or choice makes."""
    action: Json = {
        "type": element["type"],
        "action_id": element.get("action_id", ""),
        "block_id": block_id,
    }
    if element["type"] == "feedback_buttons":
        return action | _feedback(element, value)
    shown = ("text", "value", "style", "url") if element["type"] in _STATELESS else ()
    action |= {name: element[name] for name in shown if name in element}
    field = _CHOSEN.get(element["type"])
    if field:
        action[field] = _choice(element, field, value)
    elif element["type"] not in _STATELESS:
        action["value"] = value
    return action


def _feedback(element: Json, value: Any) -> Json:
    for name in ("positive_button", "negative_button"):
        button = element[name]
        if value in (None, button["value"], button["text"]["text"]):
            return {"text": button["text"], "value": button["value"]}
    raise UnknownPersonError(f"no feedback button {value!r}")


def _choice(element: Json, field: str, value: Any) -> Any:
    if field == "selected_option":
        return _option(element, value)
    if field == "selected_options":
        return [_option(element, one) for one in value]
    return value


def _option(element: Json, value: Any) -> Any:
    groups = element.get("option_groups") or []
    options = [*(element.get("options") or []), *(o for g in groups for o in g["options"])]
    for option in options:
        if value in (option["value"], option["text"]["text"]):
            return option
    if not options and isinstance(value, dict):
        return value
    raise UnknownPersonError(f"no option {value!r}")


def state_of(blocks: list[Json], values: Mapping[str, Any], *, check: bool = True) -> Json:
    """The state of a form with these values; raises when a required field is left empty."""
    state: Json = {}
    unused = set(values)
    for block in blocks:
        for element, _ in elements_of(block):
            if element["type"] in (*_STATELESS, "plain_text", "mrkdwn", "rich_text_section"):
                continue
            if not element["type"].endswith(("select", "input", "picker", "checkboxes", "buttons")):
                continue
            names = [field_name(block, element), element["action_id"], block["block_id"]]
            given = next((values[name] for name in names if name in values), _UNTOUCHED)
            unused -= set(names)
            entry = _entry(element, given)
            if check and block["type"] == "input" and not block.get("optional"):
                _require(entry, block)
            state.setdefault(block["block_id"], {})[element["action_id"]] = entry
    if unused:
        raise UnknownPersonError(f"no field for {sorted(unused)}")
    return state


def _entry(element: Json, given: Any) -> Json:
    field = _CHOSEN.get(element["type"], "value")
    value = _choice(element, field, given) if given not in (None, _UNTOUCHED) else None
    if given is _UNTOUCHED:
        value = element.get(_INITIAL.get(field, ""))
    if value is None and field.endswith(("options", "users", "conversations", "channels")):
        value = []
    return {"type": element["type"], field: value}


def _require(entry: Json, block: Json) -> None:
    if all(value in (None, "", []) for name, value in entry.items() if name != "type"):
        raise SlackError("field_required", label=block["label"]["text"], block_id=block["block_id"])
