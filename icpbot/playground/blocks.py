"""Limits of Block Kit's blocks, as tables, and which surface takes which block."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from icpbot.playground.elements import (
    ACTION_ELEMENTS,
    BUTTONS,
    FEEDBACK_ELEMENTS,
    IMAGE,
    INPUT_ELEMENTS,
    SECTION_ACCESSORIES,
    SLACK_FILE,
    URL,
    plain,
    text,
)
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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def block(
    required: dict[str, Check] | None = None, optional: dict[str, Check] | None = None, **rules: Any
) -> Check:
    """A block: adds the fields that all blocks share."""
    return record(
        {"type": anything, **(required or {})}, {"block_id": string(255), **(optional or {})}, **rules
    )


STYLE = record(
    optional=dict.fromkeys(
        ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"),
        boolean,
    )
)


def _inline(required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    return record({"type": anything, **required}, {"style": STYLE, **(optional or {})})


INLINE: dict[str, Check] = {
    "text": _inline({"text": string(40_000)}),
    "link": _inline({"url": URL}, {"text": string(), "unsafe": boolean}),
    "user": _inline({"user_id": string()}),
    "channel": _inline({"channel_id": string()}),
    "usergroup": _inline({"usergroup_id": string()}),
    "team": _inline({"team_id": string()}),
    "emoji": _inline({"name": string()}, {"unicode": string(), "skin_tone": number}),
    "broadcast": _inline({"range": one_of("here", "channel", "everyone")}),
    "color": _inline({"value": string()}),
    "date": _inline({"timestamp": number, "format": string()}, {"url": URL, "fallback": string()}),
}
_INLINES = array(typed(INLINE), 10_000, least=0)
_BORDER: dict[str, Check] = {"border": number}
_SECTION = record({"type": anything, "elements": _INLINES})
RICH: dict[str, Check] = {
    "rich_text_section": _SECTION,
    "rich_text_quote": record({"type": anything, "elements": _INLINES}, _BORDER),
    "rich_text_preformatted": record(
        {"type": anything, "elements": _INLINES}, {**_BORDER, "language": string()}
    ),
    "rich_text_list": record(
        {"type": anything, "style": one_of("bullet", "ordered")}
        | {"elements": array(typed({"rich_text_section": _SECTION}), 1000)},
        {"indent": number, "offset": number, **_BORDER},
    ),
}
RICH_TEXT = block({"elements": array(typed(RICH), 1000)})

CELLS: dict[str, Check] = {
    "raw_text": record({"type": anything, "text": string(2000)}),
    "raw_number": record({"type": anything, "value": number}, {"text": string(2000)}),
    "rich_text": RICH_TEXT,
}
COLUMN = record(optional={"align": one_of("left", "center", "right"), "is_wrapped": boolean})


def _column(value: Any, where: str, problems: Problems) -> None:
    # A null skips a column: Slack documents it for settings of later columns only.
    if value is not None:
        COLUMN(value, where, problems)


TASK = block(
    {
        "task_id": string(255),
        "title": string(),
        "status": one_of("pending", "in_progress", "complete", "error"),
    },
    {"details": RICH_TEXT, "output": RICH_TEXT, "sources": array(anything, 100, least=0)},
)
CARD = block(
    None,
    {
        "hero_image": IMAGE,
        "icon": IMAGE,
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "subtext": text(200),
        "actions": array(typed(BUTTONS), 3),
    },
    any_of=("hero_image", "title", "actions", "body"),
)

BLOCKS: dict[str, Check] = {
    "section": block(
        None,
        {
            "text": text(3000),
            "fields": array(text(2000), 10),
            "accessory": typed(SECTION_ACCESSORIES),
            "expand": boolean,
        },
        any_of=("text", "fields"),
    ),
    "divider": block(),
    "header": block({"text": plain(150)}, {"level": number}),
    "context": block(
        {
            "elements": array(
                typed({"image": IMAGE, **{kind: text(3000) for kind in ("plain_text", "mrkdwn")}}), 10
            )
        }
    ),
    "actions": block({"elements": array(typed(ACTION_ELEMENTS), 25)}),
    "context_actions": block({"elements": array(typed(FEEDBACK_ELEMENTS), 5)}),
    "image": block(
        {"alt_text": string(2000)},
        {"image_url": URL, "slack_file": SLACK_FILE, "title": plain(2000)},
        any_of=("image_url", "slack_file"),
        only_one_of=("image_url", "slack_file"),
    ),
    "input": block(
        {"label": plain(2000), "element": typed(INPUT_ELEMENTS)},
        {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "markdown": block({"text": string(12_000)}),
    "rich_text": RICH_TEXT,
    "table": block(
        {"rows": array(array(typed(CELLS), 20), 100)},
        {"column_settings": array(_column, 20)},
    ),
    "video": block(
        {"alt_text": string(), "title": plain(199), "thumbnail_url": URL, "video_url": URL},
        {
            "author_name": string(49),
            "description": plain(200),
            "provider_icon_url": URL,
            "provider_name": string(),
            "title_url": URL,
        },
    ),
    "file": block({"external_id": string(), "source": one_of("remote")}),
    "task_card": TASK,
    "plan": block({"title": string()}, {"tasks": array(TASK, 50, least=0)}),
    "alert": block({"text": text(200)}, {"level": one_of("default", "info", "warning", "error", "success")}),
    "card": CARD,
    "carousel": block({"elements": array(typed({"card": CARD}), 10)}),
}

_EVERYWHERE = ("section", "divider", "header", "context", "actions", "image", "input", "rich_text")
MESSAGE_BLOCKS = tuple(BLOCKS)
VIEW_BLOCKS = (*_EVERYWHERE, "video", "alert", "card", "carousel")


def check_blocks(
    blocks: Any, *, where: str, limit: int, allowed: tuple[str, ...], least: int = 0
) -> Problems:
    """Every problem in a list of blocks, in document order."""
    problems: Problems = []
    array(typed(BLOCKS, allowed), limit, least=least)(blocks, where, problems)
    if isinstance(blocks, list):
        _check_unique(blocks, where, problems)
    return problems


def _check_unique(blocks: list[Any], where: str, problems: Problems) -> None:
    seen: set[str] = set()
    for index, entry in enumerate(blocks):
        if not isinstance(entry, dict):
            continue
        identity = entry.get("block_id")
        if isinstance(identity, str):
            if identity in seen:
                there = f"{where}/{index}/block_id"
                problem(problems, f'block_id "{identity}" already exists', there)
            seen.add(identity)
        _check_unique_actions(entry, f"{where}/{index}", problems)


def _check_unique_actions(entry: dict[str, Any], where: str, problems: Problems) -> None:
    # Slack wants an action_id to be unique inside its block, not in the whole message.
    seen: set[str] = set()
    for element, path in elements_of(entry):
        identity = element.get("action_id")
        if not isinstance(identity, str):
            continue
        if identity in seen:
            there = f"{where}{path}/action_id"
            problem(problems, f'action_id "{identity}" already exists', there)
        seen.add(identity)


def elements_of(entry: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """The interactive elements of one block, each with its place in the block."""
    for name in ("accessory", "element"):
        if isinstance(entry.get(name), dict):
            yield entry[name], f"/{name}"
    for name in ("elements", "actions"):
        listed = entry.get(name)
        for index, element in enumerate(listed if isinstance(listed, list) else []):
            if not isinstance(element, dict):
                continue
            if element.get("type") == "card":
                for inner, path in elements_of(element):
                    yield inner, f"/{name}/{index}{path}"
            else:
                yield element, f"/{name}/{index}"


def with_ids(blocks: list[Any], new_id: Callable[[], str]) -> list[Any]:
    """A copy in which every block and interactive element has an id, as Slack stores them."""
    filled = copy.deepcopy(blocks)
    for entry in filled:
        entry.setdefault("block_id", new_id())
        for element, _ in elements_of(entry):
            if element.get("type") not in ("image", "plain_text", "mrkdwn", *RICH):
                element.setdefault("action_id", new_id())
    return filled
