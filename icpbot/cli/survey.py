"""survey."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from icpbot.cli.common import AsJson, Home, desk_of, own_language, print_json, print_reply

if TYPE_CHECKING:
    from icpbot.domain.charts import Chart
    from icpbot.domain.surveys import SurveyResult
    from icpbot.usecases.ports import Desk

ChartFile = Annotated[
    Path | None, typer.Option("--chart", metavar="OUT", help="Draw it: OUT.png, OUT.svg or OUT.html.")
]
FORMS = ("png", "svg", "html")
_ALL = 10_000


def register(app: typer.Typer) -> None:
    app.command()(survey)


def survey(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    by: Annotated[
        str | None, typer.Option(help="Cross every closed question by this column, and test it.")
    ] = None,
    weight: Annotated[str | None, typer.Option(help="The column of the weights.")] = None,
    about: Annotated[
        str | None, typer.Option("--question", help="Draw only questions with these words.")
    ] = None,
    chart: ChartFile = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Exact counts of a survey of any length, with intervals and missing answers."""
    from icpbot.usecases.charting import survey_chart
    from icpbot.usecases.surveys import count, survey_reply

    form = form_of(chart)
    desk, language = desk_of(home), own_language()
    result = count(file.name, file, desk=desk, by=by, weight=weight)
    if chart and form:
        asked = [q for q in result.questions if (about or "").casefold() in q.name.casefold()]
        draw(survey_chart(result, file.name, desk=desk, language=language, asked=asked), chart, form, desk)
    if as_json:
        print_json(_document(result))
    else:
        print_reply(survey_reply(result, file.name, desk=desk, language=language, limit=_ALL))


def form_of(out: Path | None) -> str | None:
    """The format of a picture by its name; told before anything is worked out."""
    from icpbot.domain.errors import UsageError

    if out is None:
        return None
    form = out.suffix.lstrip(".").casefold()
    if form not in FORMS:
        raise UsageError("export-format", name=form or out.name, option="--chart", formats=", ".join(FORMS))
    return form


def draw(chart: "Chart | None", out: Path, form: str, desk: "Desk") -> None:
    from icpbot.domain.errors import NotFound, UsageError

    if chart is None:
        raise NotFound("chart-nothing")
    drawn = desk.charts.drawn(chart, form)
    try:
        out.write_bytes(drawn)
    except OSError as error:
        raise UsageError("out-not-writable", name=str(out)) from error


def _document(result: "SurveyResult") -> dict[str, Any]:
    """The result; a cross table stands under `by`, its tests beside it."""
    document = result.model_dump(mode="json", exclude_none=True, exclude={"crossed"})
    for question in document["questions"]:
        if not question["columns"]:
            del question["columns"]
    if result.crossed is None:
        return document
    crossed = result.crossed.model_dump(mode="json", exclude_none=True)
    tests = [{**{k: v for k, v in t.items() if k != "result"}, **t["result"]} for t in crossed["tests"]]
    return {**document, "by": {crossed["by"]: crossed["tables"]}, "bases": crossed["bases"], "tests": tests}
