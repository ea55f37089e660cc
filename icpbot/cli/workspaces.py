"""workspaces: the teams that installed the app, and what is left of those that removed it."""

from typing import TYPE_CHECKING, Annotated

import typer

from icpbot.cli.common import AsJson, Home, own_language, parts_of, print_json

if TYPE_CHECKING:
    from icpbot.bootstrap import Parts


def register(app: typer.Typer) -> None:
    app.command()(workspaces)


def workspaces(
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="ID", help="Remove everything of a team that left.")
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Teams that installed the app by OAuth."""
    parts = parts_of(home)
    if remove is not None:
        gone = _removed(remove, parts)
        if as_json:
            print_json({"workspace": remove, "removed": gone})
        else:
            print(
                parts.desk.voice.say("workspace-removed", own_language(), name=remove, n=sum(gone.values()))
            )
        return
    rows = parts.installations.history()
    if as_json:
        keys = ("workspace", "installed_at", "removed_at")
        print_json({"workspaces": [dict(zip(keys, row, strict=True)) for row in rows]})
        return
    for team, since, until in rows:
        print(f"{team} · {since:%Y-%m-%d}" + (f" – {until:%Y-%m-%d}" if until else ""))


def _removed(team: str, parts: "Parts") -> dict[str, int]:
    """Sources first, with their vectors and whatever cites them; then every row."""
    from dataclasses import replace

    from icpbot.adapters.store.erasing import erase
    from icpbot.domain.errors import Conflict, NotFound
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.forgetting import forget

    left = {row[0]: row[2] for row in parts.installations.history()}
    if team not in left:
        raise NotFound("workspace-unknown", name=team)
    if left[team] is None:
        raise Conflict("workspace-installed", name=team)
    workspace = parts.tenant_of_installed(team)
    desk = replace(parts.desk, workspace=workspace)
    reader = local_reader(workspace)
    sources = tuple(source.id for source in desk.sources.all(reader))
    if sources:
        forget(reader, desk=desk, ids=sources)
    gone = erase(parts.engine, workspace)
    for name, count in erase(parts.engine, team).items():
        gone[name] = gone.get(name, 0) + count
    desk.leavings.clear()
    desk.sources.sweep()
    return {"sources": len(sources), **gone} if sources else gone
