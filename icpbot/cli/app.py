"""The command line: one module per command group."""

from typing import Annotated

import typer

from icpbot.cli import (
    account,
    asking,
    crm,
    customer,
    evaluating,
    keeping,
    people,
    playground,
    profile,
    research,
    running,
    survey,
    themes,
    workspaces,
)

app = typer.Typer(
    name="icpbot",
    help="The colleague who has read every customer interview.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    """The colleague who has read every customer interview."""
    if version:
        from icpbot import __version__

        typer.echo(__version__)
        raise typer.Exit


for module in (
    research,
    asking,
    account,
    people,
    running,
    evaluating,
    playground,
    survey,
    workspaces,
    keeping,
):
    module.register(app)
app.add_typer(customer.app, name="customers")
app.add_typer(profile.app, name="profile")
app.add_typer(crm.app, name="crm")
app.add_typer(themes.app, name="themes")
