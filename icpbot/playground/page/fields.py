"""From a form as the browser sends it to the values that elements report."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from starlette.datastructures import UploadFile

from icpbot.playground.actions import field_name
from icpbot.playground.blocks import elements_of
from icpbot.playground.richtext import rich_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.datastructures import FormData

    from icpbot.playground.errors import Json

_SILENT = ("button", "overflow", "image", "external_select", "multi_external_select")


async def filled(blocks: list[Json], form: FormData, keep: Callable[[str, bytes], Json]) -> dict[str, Any]:
    """What stands in the fields of these blocks, by `field_name`; `keep` stores an uploaded file."""
    values: dict[str, Any] = {}
    for block in blocks:
        for element, _ in elements_of(block):
            name = field_name(block, element)
            if f"has:{name}" in form and element["type"] not in _SILENT:
                values[name] = await _value(element["type"], name, form, keep)
    return values


async def _value(kind: str, name: str, form: FormData, keep: Callable[[str, bytes], Json]) -> Any:
    if kind == "file_input":
        given = [part for part in form.getlist(name) if isinstance(part, UploadFile) and part.filename]
        return [keep(str(part.filename), await part.read()) for part in given]
    texts = [part for part in form.getlist(name) if isinstance(part, str)]
    if kind.startswith("multi_") or kind == "checkboxes":
        return texts
    return single(kind, texts[-1] if texts else "")


def single(kind: str, text: str) -> Any:
    """The value of an element that holds one; nothing when it was left empty."""
    if not text:
        return None
    if kind == "datetimepicker":
        return int(datetime.fromisoformat(text).astimezone().timestamp())
    if kind == "rich_text_input":
        return rich_text(text)[0]
    return text
