"""What every command shares: the home option, the parts, one JSON document on standard output."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from icpbot.bootstrap import Parts
    from icpbot.domain.reply import Reply
    from icpbot.usecases.ports import Desk, Progress

Home = Annotated[Path | None, typer.Option("--home", help="Folder of the embedded store.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


_OPEN: "list[Parts]" = []


def parts_of(home: Path | None, *, follows: bool = True) -> "Parts":
    from icpbot.bootstrap import Parts
    from icpbot.settings import load

    parts = Parts(load(home), follows)
    _OPEN.append(parts)
    return parts


def close_all() -> None:
    """Give files and locks back, whatever became of the command."""
    while _OPEN:
        _OPEN.pop().close()


def desk_of(home: Path | None) -> "Desk":
    return parts_of(home).desk


def own_language() -> str:
    """The language of sentences that answer no question of the person: as forced, else English."""
    from icpbot.settings import load

    return load().language or "en"


def print_json(document: Any) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2, default=_plain))


def print_line(document: Any) -> None:
    """One line of JSON Lines."""
    print(json.dumps(document, ensure_ascii=False, default=_plain), flush=True)


def _plain(value: Any) -> Any:
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def print_reply(reply: "Reply") -> None:
    """A reply for people: the answer in bold, reasons, table, one next step."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    console.print(f"[bold]{_emphasised(escape(reply.headline))}[/bold]")
    for line in reply.lines:
        console.print(_emphasised(escape(line)))
    for quote in reply.quotes:
        if quote.heading:
            console.print(f"[bold]{escape(quote.heading)}[/bold]")
        told = " ".join(part for part in (quote.translation, quote.who) if part)
        console.print(f"  • “{escape(quote.text)}” [dim]{escape(told)} \\[{quote.number}][/dim]")
    if reply.table:
        table = Table(*map(escape, reply.table.header), box=None, pad_edge=False)
        for row in reply.table.rows:
            table.add_row(*map(escape, row))
        console.print(table)
    for extra in (reply.notice, reply.private, reply.next_step):
        if extra:
            console.print(f"[dim]{escape(extra)}[/dim]")


@contextmanager
def growing_reply() -> Iterator["Callable[[Reply], None] | None"]:
    """Shows a reply while it is written and is gone when it ends; nothing where no terminal is."""
    if not sys.stdout.isatty():
        yield None
        return
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    last: Reply | None = None
    with Live(console=Console(highlight=False), transient=True, auto_refresh=False) as live:

        def show(reply: "Reply") -> None:
            nonlocal last
            if reply is not last:
                last = reply
                live.update(Text(reply.text, style="dim"), refresh=True)

        yield show


def _emphasised(text: str) -> str:
    """Our own `*bold*` as rich markup; an unpaired star stays a star."""
    import re

    return re.sub(r"(?<!\w)\*([^*\n]+)\*(?!\w)", r"[bold]\1[/bold]", text)


@contextmanager
def progress_bar(total: int) -> Iterator["Progress | None"]:
    """A bar on a terminal's standard error; nothing when it is not one."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("", total=total)

        def advance(step: str, done: int, of: int) -> None:
            bar.update(task, description=step, completed=done, total=of)

        yield advance


def read_lines(path: Path, field: str) -> Iterator[dict[str, Any]]:
    """JSON Lines with `id` and the field; a bad line is refused by its number."""
    from icpbot.domain.errors import UsageError

    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("read-not-found", name=str(path)) from error
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or "id" not in row or not isinstance(row.get(field), str):
            raise UsageError("query-form", line=number, name=path.name, field=field)
        yield row


def read_bytes(path: Path) -> bytes:
    from icpbot.domain.errors import UsageError

    try:
        return read_within(path)
    except FileNotFoundError as error:
        raise UsageError("read-not-found", name=str(path)) from error
    except OSError as error:
        raise UsageError("read-not-allowed", name=str(path)) from error


def read_within(path: Path) -> bytes:
    """Contents of a file that is not too large to read; raises `OSError` and `Rejected`."""
    from icpbot.domain.errors import Rejected
    from icpbot.domain.sources import MAX_FILE_MB

    limit = MAX_FILE_MB * 1024 * 1024
    with path.open("rb") as file:  # a device states no size and may never end
        data = file.read(limit + 1) if path.stat().st_size <= limit else None
    if data is None or len(data) > limit:
        raise Rejected("read-too-large", name=path.name, limit=MAX_FILE_MB)
    return data
