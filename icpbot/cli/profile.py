"""profile list, show, schema, import, export, diff, link, unlink, gaps and more."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from icpbot.cli import deciding, learning
from icpbot.cli.common import AsJson, Home, desk_of, own_language, print_json, print_reply, read_bytes

app = typer.Typer(help="The profile: shown, exported, compared, approved.", no_args_is_help=True)

deciding.register(app)
learning.register(app)

Name = Annotated[str | None, typer.Option("--profile", help="Name of the profile.")]


@app.command("list")
def list_profiles(home: Home = None, as_json: AsJson = False) -> None:
    """Every profile with its newest version, each under its parent."""
    from icpbot.domain.tree import branches

    desk = desk_of(home)
    found = desk.profiles.profiles(desk.workspace)
    if as_json:
        shown = {"name", "version", "status", "parent", "saved_at"}
        print_json({"profiles": [p.model_dump(mode="json", include=shown) for p in found]})
        return
    for depth, profile in branches(found):
        status = desk.voice.say(f"status-{profile.status.replace(' ', '-')}", own_language())
        print(f"{'  ' * depth}{profile.name} v{profile.version} · {status}")


@app.command()
def show(profile: Name = None, home: Home = None, as_json: AsJson = False) -> None:
    """One profile."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.family import whole
    from icpbot.usecases.profiles import current, version_of
    from icpbot.usecases.showing.profile import profile_reply
    from icpbot.usecases.watching import watched

    desk = desk_of(home)
    found = version_of(profile, desk=desk) if profile else current(desk)
    if as_json:
        print_json(found)
    else:
        found = whole(found, desk)
        watch = watched(found, local_reader(desk.workspace), desk=desk)
        print_reply(profile_reply(found, desk=desk, language=own_language(), watch=watch))


@app.command()
def schema() -> None:
    """JSON Schema of a profile file."""
    from icpbot.domain.profile import Profile

    print_json(Profile.model_json_schema())


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    profile: Annotated[str | None, typer.Option("--profile", help="Whose criteria a table holds.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Take in a profile as JSON or YAML, or its criteria as a CSV or Excel table."""
    from icpbot.adapters.reports.documents import load
    from icpbot.domain.errors import UsageError
    from icpbot.usecases.pasting import TABLES, from_table
    from icpbot.usecases.profiles import parse, save

    desk, data = desk_of(home), read_bytes(file)
    if file.suffix.casefold() in TABLES:
        saved = from_table(file.name, data, profile or file.stem, desk=desk)
    else:
        content = load(file.name, data)
        if not isinstance(content, dict):
            raise UsageError("profile-not-readable", name=file.name)
        saved = save(parse(content, desk.knowledge.catalogue()), desk=desk)
    if as_json:
        print_json({"name": saved.name, "version": saved.version, "status": saved.status})
    else:
        print(desk.voice.say("profile-saved", own_language(), name=saved.name, version=saved.version))


@app.command()
def export(
    format_: Annotated[
        str,
        typer.Option("--format", help="md, html, pdf, docx, json, yaml, csv, table, clickup or leadbooster."),
    ] = "md",
    out: Annotated[Path | None, typer.Option(help="File to write; standard output otherwise.")] = None,
    profile: Name = None,
    home: Home = None,
) -> None:
    """The profile as a document."""
    from icpbot.adapters.reports.documents import BESIDE, PAGES, PLAIN
    from icpbot.domain.errors import UsageError
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.document import page_of
    from icpbot.usecases.exporting import material
    from icpbot.usecases.family import whole
    from icpbot.usecases.profiles import current

    if format_ not in {**PAGES, **PLAIN, **BESIDE}:
        raise UsageError(
            "export-format", name=format_, option="--format", formats=", ".join([*PAGES, *PLAIN, *BESIDE])
        )
    desk, language = desk_of(home), own_language()
    found = current(desk, profile)
    if format_ in PLAIN:
        content = PLAIN[format_](found)
    elif format_ in BESIDE:
        reader, told = local_reader(desk.workspace), found.language or language
        content = BESIDE[format_](material(found, reader, desk=desk, language=told))
    else:
        page = page_of(
            whole(found, desk), local_reader(desk.workspace), desk=desk, language=found.language or language
        )
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
    from icpbot.usecases.showing.changes import diff_lines

    desk = desk_of(home)
    before, after = version_of(old, desk=desk), version_of(new, desk=desk)
    changes = compare(before, after)
    if as_json:
        keys = ("what", "where", "before", "after")
        print_json({"changes": [dict(zip(keys, change, strict=True)) for change in changes]})
        return
    if not changes:
        print(desk.voice.say("diff-none", own_language()))
    for line in diff_lines(before, after, desk, own_language()):
        print(line)


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
