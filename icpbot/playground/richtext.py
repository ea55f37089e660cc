"""The rich text block that Slack's clients add to what a person types."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icpbot.playground.errors import Json

_MARKUP = re.compile(r"<(?:@(?P<user>[UW]\w+)|#(?P<channel>C\w+)[^>]*|(?P<url>[a-z]+:[^|>]+)[^>]*)>")


def rich_text(text: str) -> list[Json]:
    """One rich text block with the text's mentions and links as elements."""
    elements: list[Json] = []
    end = 0
    for match in _MARKUP.finditer(text):
        _add_text(elements, text[end : match.start()])
        elements.append(_element(match))
        end = match.end()
    _add_text(elements, text[end:])
    if not elements:
        return []
    section: Json = {"type": "rich_text_section", "elements": elements}
    return [{"type": "rich_text", "block_id": "typed", "elements": [section]}]


def _element(match: re.Match[str]) -> Json:
    if match["user"]:
        return {"type": "user", "user_id": match["user"]}
    if match["channel"]:
        return {"type": "channel", "channel_id": match["channel"]}
    return {"type": "link", "url": match["url"]}


def _add_text(elements: list[Json], text: str) -> None:
    if text:
        elements.append({"type": "text", "text": unescaped(text)})


def unescaped(text: str) -> str:
    """Text without the three escapes that Slack's markup knows."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
