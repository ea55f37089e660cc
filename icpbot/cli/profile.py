"""profile list, show, schema, import, export, diff, submit, approve, reject, link, unlink, gaps and more."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icpbot.cli.common import AsJson, Home, desk_of, own_language, print_json, print_reply, read_bytes

if TYPE_CHECKING:
    from icpbot.domain.profile import Profile
    from icpbot.usecases.ports import Desk

app = typer.Typer(help="The profile: shown, exported, compared, approved.", no_args_is_help=True)

Name = Annotated[str | None, typer.Option("--profile", help="Name of the profile.")]


@app.command("list")
def list_profiles(home: Home = None, as_json: AsJson = False) -> None:
    """Every profile with its newest version."""
    desk = desk_of(home)
    found = desk.profiles.profiles(desk.workspace)
    if as_json:
        shown = {"name", "version", "status", "parent", "saved_at"}
        print_json({"profiles": [p.model_dump(mode="json", include=shown) for p in found]})
        return
    for profile in found:
        status = desk.voice.say(f"status-{profile.status.replace(' ', '-')}", own_language())
        print(f"{profile.name} v{profile.version} · {status}")


@app.command()
def show(profile: Name = None, home: Home = None, as_json: AsJson = False) -> None:
    """One profile."""
    from icpbot.usecases.profiles import current, version_of
    from icpbot.usecases.showing.profile import profile_reply

    desk = desk_of(home)
    found = version_of(profile, desk=desk) if profile else current(desk)
    if as_json:
        print_json(found)
    else:
        print_reply(profile_reply(found, desk=desk, language=own_language()))


@app.command()
def schema() -> None:
    """JSON Schema of a profile file."""
    from icpbot.domain.profile import Profile

    print_json(Profile.model_json_schema())


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE")], home: Home = None, as_json: AsJson = False
) -> None:
    """Take in a profile as JSON or YAML."""
    from icpbot.adapters.reports.documents import load
    from icpbot.domain.errors import UsageError
    from icpbot.usecases.profiles import parse, save

    content = load(file.name, read_bytes(file))
    if not isinstance(content, dict):
        raise UsageError("profile-not-readable", name=file.name)
    desk = desk_of(home)
    saved = save(parse(content, desk.knowledge.catalogue()), desk=desk)
    if as_json:
        print_json({"name": saved.name, "version": saved.version, "status": saved.status})
    else:
        print(desk.voice.say("profile-saved", own_language(), name=saved.name, version=saved.version))


@app.command()
def export(
    format_: Annotated[str, typer.Option("--format", help="md, html, pdf, docx, json, yaml or csv.")] = "md",
    out: Annotated[Path | None, typer.Option(help="File to write; standard output otherwise.")] = None,
    profile: Name = None,
    home: Home = None,
) -> None:
    """The profile as a document."""
    from icpbot.adapters.reports.documents import PAGES, PLAIN
    from icpbot.domain.errors import UsageError
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.document import page_of
    from icpbot.usecases.profiles import current

    if format_ not in {**PAGES, **PLAIN}:
        raise UsageError(
            "export-format", name=format_, option="--format", formats=", ".join([*PAGES, *PLAIN])
        )
    desk, language = desk_of(home), own_language()
    found = current(desk, profile)
    if format_ in PLAIN:
        content = PLAIN[format_](found)
    else:
        page = page_of(found, local_reader(desk.workspace), desk=desk, language=found.language or language)
        content = PAGES[format_](page)
    if out is None:
        sys.stdout.buffer.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise UsageError("out-not-writable", name=str(out)) from error


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="A", help="NAME or NAME@VERSION")],
    new: Annotated[str, typer.Argument(metavar="B", help="NAME or NAME@VERSION")],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """What differs between two profiles or versions."""
    from icpbot.usecases.profiles import diff as compare
    from icpbot.usecases.profiles import version_of

    desk = desk_of(home)
    changes = compare(version_of(old, desk=desk), version_of(new, desk=desk))
    if as_json:
        keys = ("what", "where", "before", "after")
        print_json({"changes": [dict(zip(keys, change, strict=True)) for change in changes]})
        return
    if not changes:
        print(desk.voice.say("diff-none", own_language()))
    for what, where, before, after in changes:
        print(f"{what} {where}: {before or '–'} → {after or '–'}")


@app.command()
def submit(profile: Name = None, home: Home = None, as_json: AsJson = False) -> None:
    """Put a draft up for review."""
    from icpbot.usecases.profiles import submit as put_up

    _tell(put_up(profile, desk=(desk := desk_of(home))), desk, as_json=as_json)


@app.command()
def approve(
    by: Annotated[str, typer.Option(help="Who approves.")],
    profile: Name = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Approve the newest version."""
    from icpbot.usecases.profiles import approve as agree

    _tell(agree(profile, by=by, desk=(desk := desk_of(home))), desk, as_json=as_json)


@app.command()
def reject(
    why: Annotated[str, typer.Option(help="The reason, for whoever drafts on.")],
    profile: Name = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Send a version back to draft."""
    from icpbot.usecases.profiles import reject as send_back

    _tell(send_back(profile, why=why, desk=(desk := desk_of(home))), desk, as_json=as_json)


def _tell(profile: "Profile", desk: "Desk", *, as_json: bool) -> None:
    language = own_language()
    status = desk.voice.say(f"status-{profile.status.replace(' ', '-')}", language)
    if as_json:
        print_json({"name": profile.name, "version": profile.version, "status": profile.status})
    else:
        print(
            desk.voice.say(
                "profile-headline", language, name=profile.name, version=profile.version, status=status
            )
        )


@app.command()
def link(
    hours: Annotated[int, typer.Option(min=1, help="How long it works, at most 2160.")] = 72,
    profile: Name = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """An address where the profile can be read for a while, without evidence from closed channels."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.links import make
    from icpbot.usecases.profiles import current

    desk, language = desk_of(home), own_language()
    found = current(desk, profile)
    address, made = make(found, local_reader(desk.workspace), desk=desk, by="terminal",
                         language=found.language or language, hours=hours)  # fmt: skip
    if as_json:
        print_json({"url": address, "profile": made.profile, "expires_at": made.expires_at})
    else:
        print(address)


@app.command()
def unlink(profile: Name = None, home: Home = None, as_json: AsJson = False) -> None:
    """End every link to the profile."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.links import unlink as end
    from icpbot.usecases.profiles import current

    desk = desk_of(home)
    found = current(desk, profile)
    ended = end(found, local_reader(desk.workspace), desk=desk)
    if as_json:
        print_json({"profile": found.name, "ended": ended})
    else:
        print(desk.voice.say("link-ended", own_language(), n=ended, name=found.name))


@app.command()
def personas(profile: Name = None, home: Home = None, as_json: AsJson = False) -> None:
    """People of the buying committee, each trait with its evidence or marked as an assumption."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.personas import personas as derive
    from icpbot.usecases.personas import personas_reply

    desk, language = desk_of(home), own_language()
    found = derive(profile, local_reader(desk.workspace), desk=desk)
    if as_json:
        print_json({"personas": found})
    else:
        print_reply(personas_reply(found, desk=desk, language=language))


@app.command()
def gaps(profile: Name = None, home: Home = None, as_json: AsJson = False) -> None:
    """What the profile does not know, and what nobody could answer."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.profiles import current, open_points
    from icpbot.usecases.reading import unanswered
    from icpbot.usecases.showing.profile import gap_text, gaps_reply

    desk, language = desk_of(home), own_language()
    found = current(desk, profile)
    questions = unanswered(local_reader(desk.workspace), desk)
    if as_json:
        points = [gap_text(point, desk, language) for point in open_points(found)]
        print_json({"gaps": points, "questions": questions})
    else:
        print_reply(gaps_reply(found, questions, desk=desk, language=language))


@app.command()
def guide(profile: Name = None, home: Home = None, as_json: AsJson = False) -> None:
    """Open questions for the next interviews."""
    from icpbot.usecases.profiles import current, kinds_missing

    desk, language = desk_of(home), own_language()
    questions = desk.knowledge.guide(kinds_missing(current(desk, profile)), language)
    if as_json:
        print_json({"questions": questions})
        return
    print(desk.voice.say("guide-headline", language))
    for question in questions:
        print(f"• {question}")
