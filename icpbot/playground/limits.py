"""What Slack refuses in a message or a view. Pure: no network, no state."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from icpbot.playground.blocks import MESSAGE_BLOCKS, VIEW_BLOCKS, check_blocks
from icpbot.playground.elements import plain
from icpbot.playground.errors import Json, SlackError, invalid
from icpbot.playground.schema import (
    Problems,
    anything,
    boolean,
    one_of,
    problem,
    record,
    string,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MESSAGE_TEXT = 40_000
UPDATE_TEXT = 4_000
MARKDOWN = 12_000
MESSAGE_BLOCK_COUNT = 50
VIEW_BLOCK_COUNT = 100
ATTACHMENT_COUNT = 100
METADATA_BYTES = 8_000
VIEW_BYTES = 250_000
# Measured on Slack, undocumented: 13,297 characters in one markdown block pass, and each further
# divider lowers that by 125 (slackapi/bolt-js issue 2509).
BLOCKS_WEIGHT = 13_422
BLOCK_COST = 125

_TEXT_KEYS = frozenset({"text", "alt_text", "title", "subtitle", "body", "label", "hint"})


def blocks_weight(blocks: list[Json]) -> int:
    """Characters a message's blocks count for: their texts, and a toll for each block."""
    return BLOCK_COST * len(blocks) + sum(len(text) for text in _texts(blocks))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, str):
                # Values and links are not shown, so only the keys of visible text count.
                if key in _TEXT_KEYS:
                    yield item
            else:
                yield from _texts(item)


def check_message(
    *,
    text: str | None = None,
    blocks: list[Any] | None = None,
    attachments: list[Any] | None = None,
    markdown_text: str | None = None,
    text_limit: int = MESSAGE_TEXT,
) -> None:
    """Raise what Slack would answer to this content."""
    if markdown_text and (text or blocks):
        raise SlackError("markdown_text_conflict")
    if not (text and text.strip()) and not blocks and not attachments and not markdown_text:
        raise SlackError("no_text")
    if len(text or "") > text_limit or len(markdown_text or "") > MARKDOWN:
        raise SlackError("msg_too_long")
    check_message_blocks(blocks or [])
    check_attachments(attachments or [])


def check_message_blocks(blocks: list[Any]) -> None:
    """Raise `invalid_blocks`, or the error of a whole that is too long."""
    problems = check_blocks(blocks, where="/blocks", limit=MESSAGE_BLOCK_COUNT, allowed=MESSAGE_BLOCKS)
    if problems:
        raise invalid("invalid_blocks", problems)
    if sum(block["type"] == "table" for block in blocks) > 1:
        raise invalid("invalid_attachments", ["only_one_table_allowed"])
    markdown = sum(len(block["text"]) for block in blocks if block["type"] == "markdown")
    if markdown > MARKDOWN or blocks_weight(blocks) > BLOCKS_WEIGHT:
        raise SlackError("msg_blocks_too_long")


def check_attachments(attachments: list[Any]) -> None:
    """Raise for attachments that are too many, not objects, or hold bad blocks."""
    if len(attachments) > ATTACHMENT_COUNT:
        raise SlackError("too_many_attachments")
    for index, attachment in enumerate(attachments):
        if not isinstance(attachment, dict):
            there = f"/attachments/{index}"
            raise invalid("invalid_attachments", [f"must provide an object [json-pointer:{there}]"])
        problems = check_blocks(
            attachment.get("blocks", []),
            where=f"/attachments/{index}/blocks",
            limit=MESSAGE_BLOCK_COUNT,
            allowed=MESSAGE_BLOCKS,
        )
        if problems:
            raise invalid("invalid_attachments", problems)


def check_metadata(metadata: Any) -> Json | None:
    """The metadata to keep; an empty object removes it."""
    if not isinstance(metadata, dict):
        raise SlackError("invalid_metadata_format")
    if not metadata:
        return None
    event_type, payload = metadata.get("event_type"), metadata.get("event_payload")
    if not isinstance(event_type, str) or not event_type or not isinstance(payload, dict):
        raise SlackError("invalid_metadata_schema")
    if len(json.dumps(metadata).encode()) > METADATA_BYTES:
        raise SlackError("metadata_too_large")
    return metadata


_SHARED = {
    "private_metadata": string(3000, least=0),
    "callback_id": string(255),
    "external_id": string(255),
}
_SHELL = {"type": anything, "blocks": anything}
_MODAL = record(
    {**_SHELL, "title": plain(24)},
    {
        **_SHARED,
        "submit": plain(24),
        "close": plain(24),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
_HOME = record(_SHELL, _SHARED)


def check_view(view: Any, *, kinds: tuple[str, ...]) -> None:
    """Raise `invalid_arguments` for a modal or home view that Slack would not show."""
    problems: Problems = []
    if not isinstance(view, dict):
        raise invalid("invalid_arguments", ["must provide an object [json-pointer:/view]"])
    one_of(*kinds)(view.get("type"), "/view/type", problems)
    if not problems:
        (_MODAL if view["type"] == "modal" else _HOME)(view, "/view", problems)
        problems += check_blocks(
            view.get("blocks"), where="/view/blocks", limit=VIEW_BLOCK_COUNT, allowed=VIEW_BLOCKS
        )
        _check_submit(view, problems)
    if problems:
        raise invalid("invalid_arguments", problems)
    if len(json.dumps(view).encode()) > VIEW_BYTES:
        raise SlackError("view_too_large")


def _check_submit(view: Json, problems: Problems) -> None:
    blocks = view.get("blocks")
    inputs = isinstance(blocks, list) and any(
        isinstance(block, dict) and block.get("type") == "input" for block in blocks
    )
    if inputs and view["type"] == "modal" and "submit" not in view:
        problem(problems, "missing required field: submit", "/view")


def check_prompts(prompts: Any) -> None:
    """Raise for suggested prompts that are not one to four titled messages."""
    prompt = record({"title": string(), "message": string()})
    problems: Problems = []
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= 4:
        problem(problems, "must provide 1 to 4 prompts", "/prompts")
    else:
        for index, entry in enumerate(prompts):
            prompt(entry, f"/prompts/{index}", problems)
    if problems:
        raise invalid("invalid_arguments", problems)
