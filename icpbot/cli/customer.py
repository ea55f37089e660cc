"""customers import, best, traits."""

from pathlib import Path
from typing import Annotated

import typer

from icpbot.cli.common import AsJson, Home, desk_of, own_language, print_json, print_reply, read_bytes

app = typer.Typer(help="The customer table: who is best, and what sets them apart.", no_args_is_help=True)


def pairs(text: str | None, option: str) -> dict[str, str]:
    """`a=b,c=d`."""
    found: dict[str, str] = {}
    for part in (text or "").split(","):
        if not part.strip():
            continue
        key, sign, value = part.partition("=")
        if not sign or not key.strip() or not value.strip():
            raise typer.BadParameter("write a=b,c=d", param_hint=option)
        found[key.strip()] = value.strip()
    return found


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    deals: Annotated[Path | None, typer.Option(help="A table of deals.")] = None,
    columns: Annotated[str | None, typer.Option("--map", help="attribute=column,…")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Take in a customer table (CSV or XLSX)."""
    from icpbot.usecases.customers import import_deals, import_table

    told = pairs(columns, "--map")
    desk = desk_of(home)
    done = import_table(file.name, read_bytes(file), desk=desk, columns=told)
    if deals:
        done = done.model_copy(update={"deals": import_deals(deals.name, read_bytes(deals), desk=desk)})
    if as_json:
        print_json(done)
        return
    language = own_language()
    print(desk.voice.say("receipt-customers", language, rows=done.rows))
    mapped = {**done.mapping.attributes, **done.mapping.metrics}
    print(", ".join(f"{key}={column}" for key, column in mapped.items()))


@app.command()
def best(
    weights: Annotated[str | None, typer.Option(help="metric=weight,…")] = None,
    top: Annotated[int | None, typer.Option(min=1, help="How many count as best.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Rank customers by what you mean by best."""
    from icpbot.usecases import customers
    from icpbot.usecases.showing.customers import best_reply

    try:
        chosen = {key: float(value) for key, value in pairs(weights, "--weights").items()}
    except ValueError as error:
        raise typer.BadParameter("weights are numbers", param_hint="--weights") from error
    desk = desk_of(home)
    ranked = customers.best(desk=desk, weights=chosen or None, count=top)
    if as_json:
        print_json({"customers": ranked})
        return
    last = customers.remembered_best(desk)
    assert last is not None
    print_reply(
        best_reply(ranked, len(last.accounts), list(last.weights), desk=desk, language=own_language())
    )


@app.command()
def traits(home: Home = None, as_json: AsJson = False) -> None:
    """What the best have in common against the rest."""
    from icpbot.usecases import customers
    from icpbot.usecases.showing.customers import traits_reply

    desk = desk_of(home)
    chosen, found, rest = customers.traits(desk=desk)
    if as_json:
        rows = [t.model_dump(mode="json", exclude_none=True) for t in found]
        print_json({"best": len(chosen), "rest": rest, "accounts": chosen, "traits": rows})
        return
    print_reply(traits_reply(chosen, found, rest, desk=desk, language=own_language()))
