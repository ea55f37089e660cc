"""One block and one element of each kind, as an app may send them."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(label: str, value: str) -> Json:
    return {"text": plain(label), "value": value}


BUTTON = {"type": "button", "text": plain("Zatwierdź"), "action_id": "yes", "value": "1", "style": "primary"}
OPTIONS = [option("ideální", "ideal"), option("避免", "avoid")]
RICH = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_section",
            "elements": [{"type": "text", "text": "tučně", "style": {"bold": True}}],
        }
    ],
}
TASK = {"type": "task_card", "task_id": "t1", "title": "Читаю", "status": "in_progress", "details": RICH}
CARD = {"type": "card", "title": plain("Kolos"), "body": plain("ideal"), "actions": [BUTTON]}

# A block, what must be seen of it, and the element it becomes.
BLOCKS: dict[str, tuple[Json, str, str]] = {
    "section": ({"type": "section", "text": mrkdwn("*Dvě* hodiny"), "fields": [plain("180 lidí")]}, "180 lidí", ".fields"),
    "divider": ({"type": "divider"}, "", "hr"),
    "header": ({"type": "header", "text": plain("Kdo rozhoduje")}, "Kdo rozhoduje", "h3"),
    "context": ({"type": "context", "elements": [mrkdwn("z _12_ rozmów")]}, "z 12 rozmów", ".context em"),
    "actions": ({"type": "actions", "elements": [BUTTON]}, "Zatwierdź", ".actions button.primary"),
    "context_actions": (
        {"type": "context_actions", "elements": [{"type": "feedback_buttons", "action_id": "fb",
          "positive_button": {"text": plain("Tak"), "value": "up"}, "negative_button": {"text": plain("Nie"), "value": "down"}}]},
        "", "button.thumb[value=down]"),
    "image": ({"type": "image", "image_url": "https://example.com/a.png", "alt_text": "Wykres bólu"}, "Wykres bólu", ".no-picture"),
    "input": ({"type": "input", "label": plain("Powód"), "hint": plain("krótko"), "element": {"type": "plain_text_input", "action_id": "why"}}, "krótko", ".field input[type=text]"),
    "markdown": ({"type": "markdown", "text": "## Bóle\n\n- **przepisywanie**"}, "przepisywanie", ".markdown li strong"),
    "rich_text": (RICH, "tučně", ".rich strong"),
    "table": ({"type": "table", "rows": [[{"type": "raw_text", "text": "Firma"}], [{"type": "raw_text", "text": "汉麓"}]]}, "汉麓", "table td"),
    "video": ({"type": "video", "alt_text": "Nagranie", "title": plain("Rozmowa"), "thumbnail_url": "https://e.com/t", "video_url": "https://e.com/v"}, "Nagranie", "a[rel]"),
    "file": ({"type": "file", "external_id": "Umowa", "source": "remote"}, "Umowa", ".card"),
    "task_card": (TASK, "Читаю", ".task"),
    "plan": ({"type": "plan", "title": "План", "tasks": [TASK]}, "План", ".plan .task"),
    "alert": ({"type": "alert", "level": "warning", "text": plain("Za mało")}, "Za mało", ".alert.warning"),
    "card": (CARD, "Kolos", ".card button"),
    "carousel": ({"type": "carousel", "elements": [CARD]}, "Kolos", ".carousel .card"),
}  # fmt: skip

# An element, the tag it becomes, what a person puts in, and what the app is told.
ELEMENTS: dict[str, tuple[Json, str, Any, Json]] = {
    "static_select": ({"options": OPTIONS, "initial_option": OPTIONS[0]}, "select", "avoid", {"selected_option": OPTIONS[1]}),
    "multi_static_select": ({"options": OPTIONS}, "select[multiple]", ["ideal", "avoid"], {"selected_options": OPTIONS}),
    "users_select": ({}, "select", "U0000000003", {"selected_user": "U0000000003"}),
    "multi_users_select": ({}, "select[multiple]", ["U0000000003"], {"selected_users": ["U0000000003"]}),
    "conversations_select": ({}, "select", "C0000000009", {"selected_conversation": "C0000000009"}),
    "multi_conversations_select": ({}, "select[multiple]", ["C0000000009"], {"selected_conversations": ["C0000000009"]}),
    "channels_select": ({}, "select", "C0000000009", {"selected_channel": "C0000000009"}),
    "multi_channels_select": ({}, "select[multiple]", ["C0000000009"], {"selected_channels": ["C0000000009"]}),
    "datepicker": ({"initial_date": "2026-03-12"}, "input[type=date]", "2026-06-17", {"selected_date": "2026-06-17"}),
    "timepicker": ({}, "input[type=time]", "09:30", {"selected_time": "09:30"}),
    "checkboxes": ({"options": OPTIONS, "initial_options": OPTIONS}, "input[type=checkbox]", ["avoid"], {"selected_options": [OPTIONS[1]]}),
    "radio_buttons": ({"options": OPTIONS}, "input[type=radio]", "ideal", {"selected_option": OPTIONS[0]}),
    "plain_text_input": ({"multiline": True, "max_length": 90}, "textarea[maxlength='90']", "Лише фінансовий", {"value": "Лише фінансовий"}),
    "email_text_input": ({}, "input[type=email]", "a@b.cz", {"value": "a@b.cz"}),
    "url_text_input": ({}, "input[type=url]", "https://b.cz", {"value": "https://b.cz"}),
    "number_input": ({"is_decimal_allowed": False, "min_value": "1"}, "input[type=number][min='1']", "3", {"value": "3"}),
}  # fmt: skip
