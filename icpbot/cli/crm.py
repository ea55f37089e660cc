"""crm: connected, read, shown, written to when asked, and let go of."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icpbot.cli.common import AsJson, Home, own_language, parts_of, print_json, progress_bar, read_bytes
from icpbot.cli.customer import pairs
from icpbot.domain.crm import System

if TYPE_CHECKING:
    from icpbot.bootstrap import Parts
    from icpbot.domain.crm import Progress, Receipt

app = typer.Typer(help="The CRM: its companies and deals, read and kept up to date.", no_args_is_help=True)

TokenFile = Annotated[
    Path | None, typer.Option(help="A file with the token, - for standard input; else ICPBOT_CRM_TOKEN.")
]


@app.command("connect")
def connect_to(
    system: Annotated[System, typer.Argument(help="pipedrive or hubspot")],
    token_file: TokenFile = None,
    url: Annotated[
        str | None, typer.Option(metavar="BASE", help="Another address than the usual one.")
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Connect the CRM; a token from a file or the keyboard is kept, encrypted."""
    from icpbot.domain.errors import UsageError
    from icpbot.usecases.crm import connect, status

    parts = parts_of(home)
    given = _token(token_file)
    setting = parts.settings.crm_token
    if given is None and setting is None and sys.stdin.isatty():
        given = typer.prompt("Token", hide_input=True, err=True).strip()
    if given and not parts.settings.secret_keys:
        raise UsageError("setting-missing", name="ICPBOT_SECRET_KEY", because="icpbot crm connect")
    token = given or (setting.get_secret_value() if setting else None)
    if not token:
        raise UsageError("crm-token-missing")
    crm = parts.open_crm(system, token, url)
    try:
        connect(crm, desk=parts.desk, token=given)
    finally:
        crm.close()
    if as_json:
        print_json(status(desk=parts.desk))
        return
    key = "crm-connected" if given else "crm-connected-open"
    print(parts.desk.voice.say(key, own_language(), system=_title(system)))


@app.command("sync")
def sync_now(
    full: Annotated[bool, typer.Option("--full", help="Everything, not what changed alone.")] = False,
    fields: Annotated[str | None, typer.Option("--map", help="attribute=field,…")] = None,
    removals: Annotated[
        bool, typer.Option("--allow-removals", help="Even when many companies or deals are missing at once.")
    ] = False,
    token_file: TokenFile = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Read companies and deals: first all, then what changed; goes on where it was cut short."""
    from icpbot.usecases.crm import known_fields, sync

    told, parts = pairs(fields, "--map"), parts_of(home)
    known_fields(told, desk=parts.desk)
    crm = parts.connected_crm(parts.desk, _token(token_file))
    try:
        with progress_bar(0) as bar:

            def advance(at: "Progress") -> None:
                if bar:
                    bar(f"{at.lane} {at.counts.read}", at.counts.read, 0)

            receipt = sync(crm, desk=parts.desk, full=full, told=told, removals=removals, on_page=advance)
    finally:
        crm.close()
    if as_json:
        print_json(receipt)
        return
    print("\n".join(_receipt_lines(receipt, parts)))
    print(parts.desk.voice.say("crm-correct", own_language()))


@app.command("status")
def show(home: Home = None, as_json: AsJson = False) -> None:
    """What is connected, what was read, and which field became what."""
    from icpbot.usecases.crm import status
    from icpbot.usecases.showing.crm import status_reply

    parts = parts_of(home)
    if as_json:
        print_json(status(desk=parts.desk))
        return
    reply = status_reply(desk=parts.desk, language=own_language())
    print("\n".join([reply.headline, *reply.lines]))


@app.command("disconnect")
def let_go(
    forget: Annotated[
        bool, typer.Option("--forget", help="Take back what it said of accounts, too.")
    ] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Remove the token and what was read; facts of accounts stay, unless told to forget them."""
    from icpbot.usecases.crm import disconnect

    parts = parts_of(home)
    accounts = disconnect(desk=parts.desk, forget=forget)
    parts.desk.sources.sweep()
    if as_json:
        print_json({"disconnected": True, "accounts_forgotten": accounts})
        return
    key = "crm-disconnected-forgotten" if forget else "crm-disconnected"
    print(parts.desk.voice.say(key, own_language(), n=accounts))


@app.command("note")
def write_note(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT")],
    profile: Annotated[str | None, typer.Option("--profile", help="Name of the profile.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Without asking first.")] = False,
    token_file: TokenFile = None,
    home: Home = None,
    as_json: AsJson = False,
) -> int:
    """Write the verdict on an account as a note to its organisation in the CRM."""
    from icpbot.usecases.noting import note_for, write

    parts, language = parts_of(home), own_language()
    note = note_for(account, desk=parts.desk, profile=profile, language=language)
    crm = parts.connected_crm(parts.desk, _token(token_file))
    print(note.text, file=sys.stderr)
    asked = parts.desk.voice.say("crm-note-ask", language, name=note.account, system=_title(crm.system))
    if not yes and not typer.confirm(asked, err=True):
        return 1
    try:
        written = write(note, crm)
    finally:
        crm.close()
    if as_json:
        print_json(
            {
                "account": note.account,
                "organisation": note.organisation,
                "written": written,
                "text": note.text,
            }
        )
    else:
        print(
            parts.desk.voice.say(
                "crm-note-written" if written else "crm-note-there", language, name=note.account
            )
        )
    return 0


def _token(file: Path | None) -> str | None:
    """The first line of a file; never an argument, which other people of the machine can read."""
    from icpbot.domain.errors import UsageError

    if file is None:
        return None
    raw = sys.stdin.read() if str(file) == "-" else read_bytes(file).decode("utf-8-sig", errors="replace")
    lines = raw.split()
    if len(lines) != 1 or not lines[0].isascii():
        raise UsageError("crm-token-form", name=str(file))
    return lines[0]


def _receipt_lines(receipt: "Receipt", parts: "Parts") -> list[str]:
    from icpbot.usecases.showing.crm import receipt_lines

    return receipt_lines(receipt, desk=parts.desk, language=own_language())


def _title(system: System) -> str:
    from icpbot.usecases.showing.crm import TITLES

    return TITLES[system]
