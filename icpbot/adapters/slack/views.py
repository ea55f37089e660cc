"""The App Home and forms as Slack views. Pure."""

import json

from icpbot.adapters.slack.blocks import (
    Block,
    buttons_in_rows,
    context,
    menu,
    option_block,
    plain_text,
    section,
)
from icpbot.adapters.slack.markup import clipped
from icpbot.domain.forms import Field, Form
from icpbot.domain.reply import Reply, Section
from icpbot.domain.requests import Place

SECTIONS = 20
"""Each is four blocks at most; Slack shows a hundred."""
LINE = 600
TYPED = 3000


def home_view(reply: Reply, channel: str) -> Block:
    """The page; it remembers the direct message in which its buttons are answered, and nothing else."""
    blocks = [section(clipped(reply.headline, 1000))[0]]
    for number, part in enumerate(reply.sections[:SECTIONS]):
        blocks += _part(part, reply.language, number)
    if reply.notice:
        blocks.append(context(clipped(reply.notice, 1000)))
    return {"type": "home", "private_metadata": channel, "blocks": blocks}


def form_view(form: Form, place: Place) -> Block:
    """A modal. It remembers what it is about and where the answer goes, by their ids alone."""
    blocks: list[Block] = [section(clipped(form.notice, 1000))[0]] if form.notice else []
    blocks += [_input(field) for field in form.fields]
    kept = place.model_dump(mode="json", exclude_none=True, exclude={"response_url"})
    metadata = json.dumps({"place": kept, "ids": form.ids, "language": form.language})
    view: Block = {
        "type": "modal", "callback_id": str(form.name), "private_metadata": metadata,
        "title": plain_text(form.title, 24), "close": plain_text(form.close, 24), "blocks": blocks,
    }  # fmt: skip
    return view | ({"submit": plain_text(form.submit, 24)} if form.fields else {})


def _input(field: Field) -> Block:
    block: Block = {
        "type": "input", "block_id": field.key, "label": plain_text(field.label, 150),
        "element": _element(field), "optional": field.optional and (field.several or not field.options),
    }  # fmt: skip
    return block | ({"hint": plain_text(field.hint, 150)} if field.hint else {})


def _element(field: Field) -> Block:
    if not field.options:
        element: Block = {"type": "plain_text_input", "action_id": field.key, "multiline": field.long,
                          "max_length": TYPED}  # fmt: skip
        return element | ({"initial_value": field.value[:TYPED]} if field.value else {})
    options = {option.value: option_block(option.label, option.value) for option in field.options}
    if field.several:
        return {"type": "multi_static_select", "action_id": field.key, "options": list(options.values())}
    element = {"type": "static_select", "action_id": field.key, "options": list(options.values())}
    return element | ({"initial_option": options[field.value]} if field.value in options else {})


def _part(part: Section, language: str, number: int) -> list[Block]:
    blocks: list[Block] = [{"type": "divider"}]
    lines = "\n".join(clipped(line, LINE) for line in part.lines)
    shown = section(f"*{clipped(part.heading, 150)}*\n{lines}".strip()[:3000])[0]
    if part.choice:
        shown["accessory"] = menu(part.choice)
        shown["block_id"] = f"{language}:choice{number}"
    rows = buttons_in_rows(part.buttons[:10], language, f"part{number}-")
    return [*blocks, shown, *(row for row, _ in rows)]
