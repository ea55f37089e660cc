"""customers import, best, traits."""

from pathlib import Path
from typing import Annotated

import typer

from icpbot.cli.common import AsJson, Home, desk_of, own_language, print_json, print_reply, read_bytes
from icpbot.cli.survey import ChartFile, draw, form_of

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
    tickets: Annotated[Path | None, typer.Option(help="A table of support tickets.")] = None,
    columns: Annotated[str | None, typer.Option("--map", help="attribute=column,…")] = None,
    same: Annotated[
        str | None, typer.Option(help="Whom a doubtful name of a deal or ticket means: written=customer,…")
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Take in a customer table (CSV or XLSX), and say what in it is doubtful."""
    from icpbot.usecases.customers import import_deals, import_table, import_tickets
    from icpbot.usecases.showing.tables import table_lines

    told, meant = pairs(columns, "--map"), pairs(same, "--same")
    desk = desk_of(home)
    done = import_table(file.name, read_bytes(file), desk=desk, columns=told)
    reports = [
        take_in(table.name, read_bytes(table), desk=desk, same=meant)
        for table, take_in in ((deals, import_deals), (tickets, import_tickets))
        if table
    ]
    joined = tuple(report for report in reports if report)
    done = done.model_copy(
        update={"joined": joined, "deals": len(desk.accounts.deals(desk.workspace)) if deals else 0}
    )
    if as_json:
        print_json(done)
        return
    language = own_language()
    print(desk.voice.say("receipt-customers", language, rows=done.rows))
    for line in table_lines(done, desk=desk, language=language):
        print(line)
    print(desk.voice.say("table-correct", language))


@app.command()
def best(
    weights: Annotated[str | None, typer.Option(help="metric=weight,…")] = None,
    top: Annotated[int | None, typer.Option(min=1, help="How many count as best.")] = None,
    where: Annotated[
        str | None,
        typer.Option(help="The best are those with this value: attribute=value, such as status=won."),
    ] = None,
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
    meant = next(iter(pairs(where, "--where").items()), None)
    desk = desk_of(home)
    ranked = customers.best(desk=desk, weights=chosen or None, count=top, where=meant)
    if as_json:
        print_json({"customers": ranked})
        return
    last = customers.remembered_best(desk)
    assert last is not None
    print_reply(
        best_reply(ranked, len(last.accounts), list(last.weights), desk=desk, language=own_language())
    )


@app.command()
def traits(chart: ChartFile = None, home: Home = None, as_json: AsJson = False) -> None:
    """What the best have in common against the rest."""
    from icpbot.usecases import customers
    from icpbot.usecases.charting import traits_chart
    from icpbot.usecases.showing.customers import traits_reply

    form = form_of(chart)
    desk, language = desk_of(home), own_language()
    chosen, found, rest = customers.traits(desk=desk)
    if chart and form:
        draw(traits_chart(chosen, found, rest, desk=desk, language=language), chart, form, desk)
    if as_json:
        rows = [t.model_dump(mode="json", exclude_none=True) for t in found]
        print_json({"best": len(chosen), "rest": rest, "accounts": chosen, "traits": rows})
        return
    print_reply(traits_reply(chosen, found, rest, desk=desk, language=language))
