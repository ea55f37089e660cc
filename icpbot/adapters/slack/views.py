"""The App Home as a Slack view. Pure."""

from icpbot.adapters.slack.blocks import Block, buttons_in_rows, context, section
from icpbot.adapters.slack.markup import clipped, unpinged
from icpbot.domain.reply import Choice, Reply, Section

SECTIONS = 20
"""Each is four blocks at most; Slack shows a hundred."""
LINE = 600


def home_view(reply: Reply, channel: str) -> Block:
    """The page; it remembers the direct message in which its buttons are answered, and nothing else."""
    blocks = [section(clipped(reply.headline, 1000))[0]]
    for number, part in enumerate(reply.sections[:SECTIONS]):
        blocks += _part(part, reply.language, number)
    if reply.notice:
        blocks.append(context(clipped(reply.notice, 1000)))
    return {"type": "home", "private_metadata": channel, "blocks": blocks}


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
        "placeholder": {"type": "plain_text", "text": unpinged(choice.label)[:150], "emoji": False},
        "options": list(options.values()),
        "initial_option": options[choice.chosen],
    }


def _option(label: str, value: str) -> Block:
    return {"text": {"type": "plain_text", "text": unpinged(label)[:75], "emoji": False}, "value": value}
