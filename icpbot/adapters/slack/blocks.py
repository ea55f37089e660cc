"""A reply as Slack blocks. Pure: what does not fit comes out as a file."""

from dataclasses import dataclass, field
from typing import Any

from icpbot.adapters.slack.markup import clipped, escaped, unpinged
from icpbot.domain.reply import Attachment, Button, Choice, Cited, Reply, Table

Block = dict[str, Any]

SECTION = 2900
BLOCKS = 44
"""Of Slack's 50; the rest is for buttons and the note on the file."""
WEIGHT = 12_000
"""Characters of all blocks together; each block counts for 125 more (measured, undocumented)."""
TOLL = 125
FALLBACK = 3800
BOLD = 150
CELL = 200
FULL_ANSWER = "answer.md"


@dataclass(frozen=True)
class Layout:
    """A message: its blocks, its text for screen readers, and the files that go with it."""

    blocks: list[Block]
    text: str
    attachments: tuple[Attachment, ...] = ()


@dataclass
class _Page:
    """Blocks as long as there is room; `over` once something was left out."""

    blocks: list[Block] = field(default_factory=list)
    room: int = WEIGHT
    over: bool = False

    def add(self, block: Block, weight: int) -> None:
        self.over = self.over or weight + TOLL > self.room or len(self.blocks) >= BLOCKS
        if self.over:
            return
        self.blocks.append(block)
        self.room -= weight + TOLL


def layout(reply: Reply) -> Layout:
    """First the answer, then the reasons, then what to do next."""
    last = _closing(reply)
    page = _Page(room=WEIGHT - sum(weight + TOLL for _, weight in last))
    for block, weight in [_headline(reply.headline), *_lines(reply.lines), *_quotes(reply.quotes)]:
        page.add(block, weight)
    if reply.table:
        _add_table(page, reply.table)
    page.over = page.over or len(escaped(reply.headline)) > SECTION
    page.over = page.over or any(len(escaped(line)) > SECTION for line in reply.lines)
    extra = (Attachment(name=FULL_ANSWER, content=_whole(reply).encode()),) if page.over else ()
    note = [context(f"… → {FULL_ANSWER}")] if page.over else []
    blocks = [*page.blocks, *note, *(block for block, _ in last)]
    return Layout(blocks=blocks, text=fallback(reply), attachments=(*reply.attachments, *extra))


def reply_blocks(reply: Reply) -> list[Block]:
    return layout(reply).blocks


def fallback(reply: Reply) -> str:
    """The reply in words: notifications and screen readers show this."""
    return clipped(reply.text.strip(), FALLBACK) or "…"


def _headline(text: str) -> tuple[Block, int]:
    shown = clipped(text.strip(), SECTION) or "…"
    short = len(shown) <= BOLD and not any(mark in shown for mark in "*\n")
    return section(f"*{shown}*" if short else shown)


def section(text: str) -> tuple[Block, int]:
    # Verbatim: Slack must not make links or channel names of what people said.
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}, len(text)


def context(text: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text, "verbatim": True}]}


def _lines(lines: tuple[str, ...]) -> list[tuple[Block, int]]:
    """Lines share sections as far as they fit."""
    sections: list[str] = []
    for line in lines:
        shown = clipped(line, SECTION)
        if sections and len(sections[-1]) + len(shown) < SECTION:
            sections[-1] += f"\n{shown}"
        elif shown.strip():
            sections.append(shown)
    return [section(text) for text in sections]


def _quotes(quotes: tuple[Cited, ...]) -> list[tuple[Block, int]]:
    return [_quote(quote) for quote in quotes]


def _quote(quote: Cited) -> tuple[Block, int]:
    """Rich text knows no markup, so a quote stays verbatim and can neither format, link nor ping."""
    words, who, meant = unpinged(quote.text) or "…", unpinged(quote.who), unpinged(quote.translation or "")
    number = f"[{quote.number}]"
    mark: Block = {"type": "text", "text": number}
    if quote.link and quote.link.startswith(("https://", "http://")):
        mark = {"type": "link", "url": quote.link, "text": number}
    source = [mark, {"type": "text", "text": f" {who}"}] if who else [mark]
    parts = [source]
    if meant:
        parts = [[{"type": "text", "text": meant, "style": {"italic": True}}], source]
    head = unpinged(quote.heading or "")
    elements: list[Block] = [{"type": "rich_text_quote", "elements": [{"type": "text", "text": words}]}]
    elements += [{"type": "rich_text_section", "elements": part} for part in parts]
    if head:
        bold = {"type": "text", "text": head, "style": {"bold": True}}
        elements.insert(0, {"type": "rich_text_section", "elements": [bold]})
    return {"type": "rich_text", "elements": elements}, len(head + words + meant + number + who) + 1


def _add_table(page: _Page, table: Table) -> None:
    """As many rows as there is room for, at most the hundred that Slack shows."""
    if len(page.blocks) >= BLOCKS:
        page.over = True
        return
    rows = [_cells(row) for row in (table.header, *table.rows) if row]
    page.room -= TOLL
    fitting = []
    for row in rows[:100]:
        weight = sum(len(cell["text"]) for cell in row)
        if weight > page.room:
            break
        page.room -= weight
        fitting.append(row)
    page.over = page.over or len(fitting) < len(rows)
    page.over = page.over or any(len(cell) > CELL for row in table.rows for cell in row)
    if fitting:
        page.blocks.append({"type": "table", "rows": fitting})


def _cells(row: tuple[str, ...]) -> list[Block]:
    return [{"type": "raw_text", "text": _cell(text)} for text in row[:20]]


def _cell(text: str) -> str:
    """Slack refuses an empty cell."""
    shown = unpinged(text).strip() or "–"
    return shown if len(shown) <= CELL else shown[: CELL - 1] + "…"


def _closing(reply: Reply) -> list[tuple[Block, int]]:
    closing: list[tuple[Block, int]] = []
    if reply.next_step:
        closing.append(section(clipped(reply.next_step, 1000)))
    if reply.notice:
        notice = clipped(reply.notice, 1000)
        closing.append((context(notice), len(notice)))
    if reply.choice:
        row = {"type": "actions", "block_id": f"{reply.language}:choice", "elements": [menu(reply.choice)]}
        closing.append((row, len(reply.choice.label)))
    return [*closing, *buttons_in_rows(reply.buttons[:25], reply.language)]


def menu(choice: Choice) -> Block:
    """A select; Slack shows a hundred options."""
    options = {option.value: option_block(option.label, option.value) for option in choice.options[:100]}
    select: Block = {
        "type": "static_select", "action_id": choice.action, "placeholder": plain_text(choice.label, 150),
        "options": list(options.values()),
    }  # fmt: skip
    return select | ({"initial_option": options[choice.chosen]} if choice.chosen else {})


def option_block(label: str, value: str) -> Block:
    return {"text": plain_text(label, 75), "value": value}


def plain_text(text: str, limit: int) -> Block:
    return {"type": "plain_text", "text": unpinged(text)[:limit] or "…", "emoji": False}


def buttons_in_rows(buttons: tuple[Button, ...], language: str, part: str = "") -> list[tuple[Block, int]]:
    """Rows of five; an action that comes twice in a row gets a number, as Slack wants them unique.

    The row's id says in which language its message speaks, so that the answer does too.
    """
    rows = []
    for start in range(0, len(buttons), 5):
        row = buttons[start : start + 5]
        names = [button.action for button in row]
        ids = [n if names.count(n) == 1 else f"{n}#{place}" for place, n in enumerate(names)]
        elements = [_button(button, identity) for button, identity in zip(row, ids, strict=True)]
        weight = sum(len(element["text"]["text"]) for element in elements)
        identity = f"{language}:{part}{start}"
        rows.append(({"type": "actions", "block_id": identity, "elements": elements}, weight))
    return rows


def language_in(block_id: str) -> str | None:
    """The language that the id of a row of buttons names."""
    language, found, _ = block_id.partition(":")
    return language if found and len(language) == 2 else None


def _button(button: Button, action_id: str) -> Block:
    label = unpinged(button.label).strip() or "…"
    shown = label if len(label) <= 75 else label[:74] + "…"
    element: Block = {
        "type": "button",
        "text": {"type": "plain_text", "text": shown, "emoji": False},
        "action_id": action_id,
    }
    if button.value:
        element["value"] = button.value[:2000]
    if button.style in {"primary", "danger"}:
        element["style"] = button.style
    return element


def action_name(action_id: str) -> str:
    """The action a button stands for, without what made its id unique."""
    return action_id.partition("#")[0]


def _whole(reply: Reply) -> str:
    """The reply as Markdown, for the file."""
    parts = [f"# {reply.headline}", *reply.lines]
    parts += [_quoted(quote) for quote in reply.quotes]
    if reply.table:
        parts.append(_markdown_table(reply.table))
    parts += [part for part in (reply.notice, reply.next_step) if part]
    return "\n\n".join(parts) + "\n"


def _quoted(quote: Cited) -> str:
    told = [" ".join(quote.text.split()), quote.translation, f"[{quote.number}] {quote.who}"]
    quoted = "\n>\n".join(f"> {part}" for part in told if part)
    return f"**{quote.heading}**\n\n{quoted}" if quote.heading else quoted


def _markdown_table(table: Table) -> str:
    rows = [table.header, tuple("---" for _ in table.header), *table.rows]
    return "\n".join("| " + " | ".join(_flat(cell) for cell in row) + " |" for row in rows)


def _flat(cell: str) -> str:
    return " ".join(cell.split()).replace("|", "\\|")
