"""The App Home and forms as Slack views. Pure."""

import json

from icpbot.adapters.slack.blocks import Block, buttons_in_rows, context, section
from icpbot.adapters.slack.markup import clipped, unpinged
from icpbot.domain.forms import Field, Form
from icpbot.domain.reply import Choice, Reply, Section
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
        "title": _plain(form.title, 24), "close": _plain(form.close, 24), "blocks": blocks,
    }  # fmt: skip
    return view | ({"submit": _plain(form.submit, 24)} if form.fields else {})


def _input(field: Field) -> Block:
    block: Block = {
        "type": "input", "block_id": field.key, "label": _plain(field.label, 150),
        "element": _element(field), "optional": field.optional and not field.options,
    }  # fmt: skip
    return block | ({"hint": _plain(field.hint, 150)} if field.hint else {})


def _element(field: Field) -> Block:
    if not field.options:
        element: Block = {"type": "plain_text_input", "action_id": field.key, "multiline": field.long,
                          "max_length": TYPED}  # fmt: skip
        return element | ({"initial_value": field.value[:TYPED]} if field.value else {})
    options = {option.value: _option(option.label, option.value) for option in field.options}
    element = {"type": "static_select", "action_id": field.key, "options": list(options.values())}
    return element | ({"initial_option": options[field.value]} if field.value in options else {})


def _plain(text: str, limit: int) -> Block:
    return {"type": "plain_text", "text": unpinged(text)[:limit] or "…", "emoji": False}


def _part(part: Section, language: str, number: int) -> list[Block]:
    blocks: list[Block] = [{"type": "divider"}]
    lines = "\n".join(clipped(line, LINE) for line in part.lines)
    shown = section(f"*{clipped(part.heading, 150)}*\n{lines}".strip()[:3000])[0]
    if part.choice:
        shown["accessory"] = _choice(part.choice)
        shown["block_id"] = f"{language}:choice{number}"
    rows = buttons_in_rows(part.buttons[:10], language, f"part{number}-")
    return [*blocks, shown, *(row for row, _ in rows)]


def _choice(choice: Choice) -> Block:
    options = {option.value: _option(option.label, option.value) for option in choice.options}
    return {
        "type": "static_select",
        "action_id": choice.action,
        "placeholder": _plain(choice.label, 150),
        "options": list(options.values()),
        "initial_option": options[choice.chosen],
    }


def _option(label: str, value: str) -> Block:
    return {"text": _plain(label, 75), "value": value}
