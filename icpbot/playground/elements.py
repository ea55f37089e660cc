"""Limits of Block Kit's composition objects and interactive elements, as tables."""

from __future__ import annotations

from typing import Any

from icpbot.playground.schema import (
    Check,
    Problems,
    anything,
    array,
    boolean,
    number,
    one_of,
    problem,
    record,
    string,
    typed,
)

ACTION_ID = string(255)
URL = string(3000)


def plain(limit: int = 3000) -> Check:
    """A `plain_text` object."""
    return typed({"plain_text": _plain(limit)})


def text(limit: int = 3000) -> Check:
    """A `plain_text` or `mrkdwn` object."""
    mrkdwn = record({"type": anything, "text": string(limit)}, {"verbatim": boolean})
    return typed({"plain_text": _plain(limit), "mrkdwn": mrkdwn})


def _plain(limit: int) -> Check:
    return record({"type": anything, "text": string(limit)}, {"emoji": boolean})


CONFIRM = record(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)


def option(label: Check) -> Check:
    """An option of a select, overflow, checkbox or radio group."""
    return record({"text": label, "value": string(150)}, {"description": text(75), "url": URL})


PLAIN_OPTION = option(plain(75))
RICH_OPTION = option(text(75))
OPTION_GROUP = record({"label": plain(75), "options": array(PLAIN_OPTION, 100)})
SLACK_FILE = record(optional={"id": string(), "url": URL}, any_of=("id", "url"))
FEEDBACK = record({"text": plain(75), "value": string(2000)}, {"accessibility_label": string(75)})
FILTER = record(
    optional={
        "include": array(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    }
)


def interactive(
    required: dict[str, Check] | None = None, optional: dict[str, Check] | None = None, **rules: Any
) -> Check:
    """An element with an action: adds the fields that all of them share."""
    shared = {"action_id": ACTION_ID, "confirm": CONFIRM, "focus_on_load": boolean}
    return record({"type": anything, **(required or {})}, {**shared, **(optional or {})}, **rules)


_PLACEHOLDER: dict[str, Check] = {"placeholder": plain(150)}
_MANY: dict[str, Check] = {"max_selected_items": number}
_OPTIONS: dict[str, Check] = {
    "options": array(PLAIN_OPTION, 100),
    "option_groups": array(OPTION_GROUP, 100),
}
_RESPONSE: dict[str, Check] = {"response_url_enabled": boolean}
_ONE_LIST: dict[str, Any] = {
    "any_of": ("options", "option_groups"),
    "only_one_of": ("options", "option_groups"),
}
_TYPED_TEXT: dict[str, Check] = {
    **_PLACEHOLDER,
    "initial_value": string(3000, least=0),
    "dispatch_action_config": anything,
}


def _select(initial: dict[str, Check], *, many: bool = False, **rules: Any) -> Check:
    return interactive(None, {**_PLACEHOLDER, **initial, **(_MANY if many else _RESPONSE)}, **rules)


IDS = array(string(), 100)
SELECTS: dict[str, Check] = {
    "static_select": _select({**_OPTIONS, "initial_option": PLAIN_OPTION}, **_ONE_LIST),
    "multi_static_select": _select(
        {**_OPTIONS, "initial_options": array(PLAIN_OPTION, 100)}, many=True, **_ONE_LIST
    ),
    "external_select": _select({"initial_option": PLAIN_OPTION, "min_query_length": number}),
    "multi_external_select": _select(
        {"initial_options": array(PLAIN_OPTION, 100), "min_query_length": number}, many=True
    ),
    "users_select": _select({"initial_user": string()}),
    "multi_users_select": _select({"initial_users": IDS}, many=True),
    "conversations_select": _select(
        {"initial_conversation": string(), "default_to_current_conversation": boolean} | {"filter": FILTER}
    ),
    "multi_conversations_select": _select(
        {"initial_conversations": IDS, "default_to_current_conversation": boolean} | {"filter": FILTER},
        many=True,
    ),
    "channels_select": _select({"initial_channel": string()}),
    "multi_channels_select": _select({"initial_channels": IDS}, many=True),
}

PICKERS: dict[str, Check] = {
    "datepicker": interactive(None, {**_PLACEHOLDER, "initial_date": string(10, least=10)}),
    "timepicker": interactive(
        None, {**_PLACEHOLDER, "initial_time": string(5, least=5), "timezone": string()}
    ),
    "datetimepicker": interactive(None, {"initial_date_time": number}),
    "checkboxes": interactive(
        {"options": array(RICH_OPTION, 10)}, {"initial_options": array(RICH_OPTION, 10)}
    ),
    "radio_buttons": interactive({"options": array(RICH_OPTION, 10)}, {"initial_option": RICH_OPTION}),
}

INPUTS: dict[str, Check] = {
    "plain_text_input": interactive(
        None, {**_TYPED_TEXT, "multiline": boolean, "min_length": number, "max_length": number}
    ),
    "email_text_input": interactive(None, _TYPED_TEXT),
    "url_text_input": interactive(None, _TYPED_TEXT),
    "number_input": interactive(
        {"is_decimal_allowed": boolean},
        {**_TYPED_TEXT, "min_value": string(), "max_value": string()},
    ),
    "rich_text_input": interactive(
        None, {**_PLACEHOLDER, "initial_value": anything, "dispatch_action_config": anything}
    ),
    "file_input": interactive(None, {"filetypes": array(string(), 100), "max_files": number}),
}


def _button(value: Any, where: str, problems: Problems) -> None:
    _BUTTON(value, where, problems)
    if isinstance(value, dict) and value.get("style") == "default":
        problem(problems, "omit style for a default button", f"{where}/style")


_BUTTON = interactive(
    {"text": plain(75)},
    {
        "value": string(2000, least=0),
        "url": URL,
        "style": one_of("primary", "danger", "default"),
        "accessibility_label": string(75),
    },
)

BUTTONS: dict[str, Check] = {
    "button": _button,
    "overflow": interactive({"options": array(PLAIN_OPTION, 5)}),
    "workflow_button": interactive(
        {"text": plain(75), "workflow": anything}, {"style": one_of("primary", "danger")}
    ),
}

IMAGE = record(
    {"type": anything, "alt_text": string(2000)},
    {"image_url": URL, "slack_file": SLACK_FILE},
    any_of=("image_url", "slack_file"),
    only_one_of=("image_url", "slack_file"),
)

FEEDBACK_ELEMENTS: dict[str, Check] = {
    "feedback_buttons": interactive({"positive_button": FEEDBACK, "negative_button": FEEDBACK}),
    "icon_button": interactive(
        {"text": plain(75), "icon": one_of("trash")},
        {"value": string(2000), "visible_to_user_ids": IDS, "accessibility_label": string(75)},
    ),
}

ACTION_ELEMENTS = {**BUTTONS, **SELECTS, **PICKERS, "rich_text_input": INPUTS["rich_text_input"]}
SECTION_ACCESSORIES = {**BUTTONS, **SELECTS, **PICKERS, "image": IMAGE}
INPUT_ELEMENTS = {**INPUTS, **SELECTS, **PICKERS}
