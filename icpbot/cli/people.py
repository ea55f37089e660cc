"""draft and chat: the bot in the terminal, with the same engine as in Slack."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from icpbot.cli.common import (
    AsJson,
    Home,
    desk_of,
    growing_reply,
    own_language,
    print_json,
    print_reply,
    read_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from icpbot.domain.reply import Reply
    from icpbot.usecases.ports import Desk


def register(app: typer.Typer) -> None:
    for command in (draft, chat):
        app.command()(command)


def draft(
    profile: Annotated[str | None, typer.Option("--profile", help="Name of the profile.")] = None,
    script: Annotated[Path | None, typer.Option(help="One message a line.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Draft the profile in a guided conversation."""
    from icpbot.domain.drafted import gaps
    from icpbot.domain.proposals import section_of
    from icpbot.domain.sources import local_reader
    from icpbot.usecases import drafting
    from icpbot.usecases.ports import language_for

    desk = desk_of(home)
    reader = local_reader(desk.workspace)
    conversation = f"terminal/{profile or drafting.DEFAULT_NAME}"
    language = own_language()
    state, said = drafting.start(conversation, reader, desk=desk, name=profile, language=language)
    opening = drafting.as_reply(said, desk=desk, language=language)
    turns: list[dict[str, Any]] = [{"user": None, "bot": opening.text, "section": section_of(said.step)}]
    if not as_json:
        print_reply(opening)
    for message in _messages(script):
        heard = language_for(desk, message, language)
        state, said, reply = drafting.turn(conversation, message, reader, desk=desk, who="you", heard=heard)
        turns.append({"user": message, "bot": reply.text, "section": section_of(said.step)})
        _show_turn(message, reply, as_json=as_json, scripted=script is not None)
        if said.ended:
            break
    if as_json:
        print_json({"turns": turns, "profile": state.profile, "complete": round(state.complete, 3),
                    "gaps": [step.value for step in gaps(state.profile)]})  # fmt: skip


def _show_turn(message: str, reply: "Reply", *, as_json: bool, scripted: bool) -> None:
    if as_json:
        return
    if scripted:
        print(f"\n> {message}\n")
    else:
        print()
    print_reply(reply)


def _messages(script: Path | None) -> Any:
    """Lines of the script, or what is typed until the end of input."""
    if script is not None:
        lines = read_bytes(script).decode("utf-8-sig", errors="replace").splitlines()
        yield from (line.strip() for line in lines if line.strip())
        return
    while True:
        try:
            message = input("\n> ").strip()
        except EOFError:
            return
        if message:
            yield message


def chat(home: Home = None) -> None:
    """Talk to the bot in the terminal."""
    from icpbot.usecases.showing.greeting import help_reply

    desk = desk_of(home)
    print_reply(help_reply(desk=desk, language=own_language()))
    for number, message in enumerate(_messages(None)):
        if message.casefold() in {"exit", "quit", ":q"}:
            return
        print_reply(chat_turn(message, desk, number=number))


def chat_turn(message: str, desk: "Desk", *, number: int) -> "Reply":
    """One message through the same receipt, router and ending as in Slack."""
    from icpbot.domain.requests import TERMINAL, Place, Request, RequestKind
    from icpbot.usecases.handle import answer, deliver

    now = desk.clock()
    request = Request(
        id=f"terminal:{now.isoformat()}:{number}", workspace=desk.workspace, kind=RequestKind.MESSAGE,
        text=message, place=Place(channel=TERMINAL, user="you", direct=True), asked_at=now,
    )  # fmt: skip
    desk.requests.receive(request)
    with growing_reply() as show:
        terminal = Terminal(desk.workspace, show)
        reply = answer(request.id, desk=desk, conversations=terminal)
    assert reply is not None
    deliver(request.id, reply, desk=desk, conversations=terminal)
    return reply


class Terminal:
    """Implements `Conversations` for the person at the machine; printing is the caller's."""

    def __init__(self, workspace: str, show: "Callable[[Reply], None] | None" = None) -> None:
        self._workspace = workspace
        self._show = show

    def reader_of(self, _request: Any) -> Any:
        from icpbot.domain.sources import local_reader

        return local_reader(self._workspace)

    def person(self, _request: Any) -> Any:
        from icpbot.usecases.ports import Person

        return Person(admin=True)

    def takes_part(self, _request: Any) -> bool:
        return True

    def audience_of(self, _request: Any) -> str:
        return "workspace"

    def thread(self, _request: Any) -> tuple[Any, ...]:
        return ()

    def working(self, request: Any, text: str) -> None:
        pass

    def so_far(self, _request: Any, reply: Any) -> None:
        if self._show:
            self._show(reply)

    def fetch(self, file: Any) -> bytes:
        return read_bytes(Path(file.url))

    def write_canvas(self, *_about: Any) -> Any:
        from icpbot.domain.errors import UsageError

        raise UsageError("canvas-only-in-slack")

    def remove_canvas(self, canvas: Any) -> None:
        pass

    def deliver(self, _request: Any, _reply: Any) -> str:
        return "terminal"
