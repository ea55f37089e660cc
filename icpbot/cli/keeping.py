"""backup, restore, move, migrate: the store as a whole, on its way to another place or another day."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from icpbot.cli.common import AsJson, Home, own_language, parts_of, print_json, progress_bar

if TYPE_CHECKING:
    from icpbot.adapters.store.backup import Manifest
    from icpbot.bootstrap import Parts

File = Annotated[Path, typer.Argument(metavar="FILE")]
KeyFile = Annotated[
    Path | None,
    typer.Option("--key-file", help="A file whose first line is the key, in place of ICPBOT_SECRET_KEY."),
]


def register(app: typer.Typer) -> None:
    for command in (backup, restore, move, migrate):
        app.command()(command)


def backup(
    file: File,
    key_file: KeyFile = None,
    plain: Annotated[bool, typer.Option("--plain", help="Do not encrypt, although there is a key.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Write everything of every workspace into one file; the bot may go on meanwhile."""
    from icpbot import __version__
    from icpbot.adapters.store.backup import back_up

    parts = parts_of(home, follows=False)
    keys = [] if plain else _keys(key_file, parts)
    about = {"version": __version__, "made_at": parts.desk.clock().isoformat()}
    with progress_bar(1) as progress:
        done = back_up(
            parts.engine, file, about=about, link_key=_link_key(parts), keys=keys, progress=progress
        )
    _tell("backed-up-locked" if keys else "backed-up-open", file, done, as_json=as_json, encrypted=bool(keys))


def restore(
    file: File,
    key_file: KeyFile = None,
    replace: Annotated[bool, typer.Option("--replace", help="In place of what is there.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Read and verify the file; change nothing.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Bring back a backup, verified by counts and checksums, and fill the index from it."""
    from icpbot.adapters.store.archive import read
    from icpbot.adapters.store.backup import checked

    parts = parts_of(home, follows=False)
    with read(file, _keys(key_file, parts)) as archive, progress_bar(1) as progress:
        done = checked(archive, file.name, progress)
        if not check:
            _bring_back(archive, file.name, parts, replace=replace, progress=progress)
    _tell("backup-good" if check else "restored", file, done, as_json=as_json)


def _bring_back(archive: Any, name: str, parts: "Parts", *, replace: bool, progress: Any) -> None:
    """Nothing may be searched meanwhile: opening the index asks whether another process has it."""
    from icpbot.adapters.store.archive import LINK_KEY
    from icpbot.adapters.store.backup import is_empty
    from icpbot.adapters.store.backup import restore as bring_back
    from icpbot.adapters.store.vault import keep_key
    from icpbot.domain.errors import Conflict
    from icpbot.usecases.reindexing import catch_up, clear

    desk = parts.desk
    parts.vectors.count()
    if not is_empty(parts.engine):
        if not replace:
            raise Conflict("restore-not-empty")
        clear(parts.index, desk.sources, desk.accounts)
    link_key = archive.text(LINK_KEY)
    if link_key:
        keep_key(parts.settings.home / "link.key", link_key)
    bring_back(parts.engine, archive, name, replace=replace, progress=progress)
    catch_up(parts.index, desk.sources, desk.accounts, progress)


def _keys(key_file: Path | None, parts: "Parts") -> list[str]:
    from icpbot.domain.errors import UsageError
    from icpbot.settings import KEY_LENGTH

    if key_file is None:
        return parts.settings.secret_keys
    try:
        lines = key_file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("read-not-found", name=str(key_file)) from error
    key = lines[0].strip() if lines else ""
    if len(key) < KEY_LENGTH:
        raise UsageError("setting-wrong", name="--key-file")
    return [key]


def _link_key(parts: "Parts") -> str | None:
    file = parts.settings.home / "link.key"
    return file.read_text(encoding="ascii") if file.exists() else None


def _tell(said: str, file: Path, done: "Manifest", *, as_json: bool, **more: object) -> None:
    from icpbot.messages.voice import FluentVoice

    if as_json:
        held = {name: {"rows": one.rows, "checksum": one.checksum} for name, one in done.tables.items()}
        print_json({"file": str(file), "rows": done.rows, "tables": held, **more})
    else:
        print(FluentVoice().say(said, own_language(), name=str(file), n=done.rows))


def move(
    to: Annotated[str, typer.Option("--to", metavar="URL", help="What ICPBOT_DATABASE_URL will be.")],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Move everything into another database; stop the bot first. A run that was cut off goes on."""
    from icpbot.adapters.store.engine import open_database
    from icpbot.adapters.store.moving import move as bring
    from icpbot.adapters.store.sealing import ring_of

    parts = parts_of(home, follows=False)
    parts.vectors.count()  # says so when the bot is running
    target = open_database(_another(to, parts), ring=ring_of(parts.engine.dialect))
    try:
        with progress_bar(1) as progress:
            held = bring(parts.engine, target, progress)
    finally:
        target.dispose()
    rows = sum(tally.rows for tally in held.values())
    if as_json:
        told = {name: {"rows": tally.rows, "checksum": tally.checksum} for name, tally in held.items()}
        print_json({"rows": rows, "tables": told})
    else:
        print(parts.desk.voice.say("moved", own_language(), n=rows))
        print(parts.desk.voice.say("moved-settings", own_language()))


def _another(url: str, parts: "Parts") -> str:
    from icpbot.domain.errors import UsageError
    from icpbot.settings import DATABASES

    if not url.startswith(DATABASES) or url == parts.settings.database:
        raise UsageError("setting-wrong", name="--to")
    return url


def migrate(home: Home = None, as_json: AsJson = False) -> None:
    """Bring the schema of the store to this version; every command does so by itself when it starts."""
    from icpbot.adapters.store.engine import version_of

    parts = parts_of(home, follows=False)
    version = version_of(parts.engine)
    if as_json:
        print_json({"schema": version})
    else:
        print(parts.desk.voice.say("migrated", own_language(), version=version or ""))
