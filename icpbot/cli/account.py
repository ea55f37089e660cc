"""fit and backtest."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from icpbot.cli.common import AsJson, Home, desk_of, own_language, print_json, print_reply, read_bytes
from icpbot.cli.survey import ChartFile, draw, form_of

if TYPE_CHECKING:
    from icpbot.usecases.fit import Fit

Profile = Annotated[str | None, typer.Option("--profile", help="Name of the profile.")]


def register(app: typer.Typer) -> None:
    for command in (fit, backtest):
        app.command()(command)


def fit(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME…]")] = None,
    profile: Profile = None,
    fact: Annotated[list[str] | None, typer.Option("--fact", help="attribute=value")] = None,
    text: Annotated[Path | None, typer.Option(help="A text about the company.")] = None,
    csv: Annotated[Path | None, typer.Option(help="A table of companies.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where the result of --csv goes.")] = None,
    chart: ChartFile = None,
    new: Annotated[bool, typer.Option("--new", help="None of the companies that look like it.")] = False,
    web: Annotated[bool, typer.Option("--web", help="Look one company up on the web.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """A verdict with reasons for one company, several, or a table."""
    from icpbot.domain.errors import UsageError
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.enriching import look_up
    from icpbot.usecases.fit import check
    from icpbot.usecases.replay import record
    from icpbot.usecases.showing.verdicts import fit_reply

    if csv is not None:
        _table(csv, out, profile, chart, home, as_json=as_json)
        return
    if not names:
        raise typer.BadParameter("give one or more names, or --csv FILE --out FILE")
    told, language, desk = _facts(fact or []), own_language(), desk_of(home)
    reader = local_reader(desk.workspace)
    if web:
        if len(names) > 1 or told or text:
            raise UsageError("web-one")
        fits = look_up(names[0], reader, desk=desk, profile=profile, language=language, new=new)
    else:
        pasted = read_bytes(text).decode("utf-8", errors="replace") if text else None
        fits = check(names, reader, desk=desk, profile=profile, told=told, text=pasted, language=language,
                     new=new)  # fmt: skip
    reply = fit_reply(fits, desk=desk, language=language)
    request = record(f"fit {', '.join(names)}", reply, desk=desk)
    if as_json:
        print_json({"results": [fit_json(f) for f in fits], "request": request, "notice": reply.notice,
                    "tokens": reply.tokens})  # fmt: skip
    else:
        print_reply(reply)


def _facts(facts: list[str]) -> dict[str, str]:
    from icpbot.domain.errors import UsageError

    told: dict[str, str] = {}
    for fact in facts:
        name, sign, value = fact.partition("=")
        if not sign or not name.strip():
            raise UsageError("fact-form", name=fact)
        told[name.strip()] = value.strip()
    return told


def fit_json(fit: "Fit") -> dict[str, Any]:
    """One entry of the contract's `results`."""
    from icpbot.domain.values import shown

    report = fit.report
    question = report.next_question
    return {
        "account": report.account, "known": report.known, "verdict": report.verdict,
        "score": {"low": report.score.low, "high": report.score.high},
        "profile": {"name": report.profile_name, "version": report.profile_version},
        "criteria": [
            {"attribute": c.attribute, "band": c.band, "weight": c.weight, "value": shown(c.value),
             "origin": c.origin, "date": c.date, "citation": c.citation,
             "conflicts": [{"value": shown(f.value), "origin": f.origin, "date": f.date}
                           for f in fit.conflicts.get(c.attribute, ())]}
            for c in report.criteria
        ],
        "disqualified_by": report.disqualified_by,
        "next_question": {"attribute": question.attribute, "text": fit.question, "decides": question.decides,
                          "outcomes": question.outcomes} if question else None,
        "ambiguous": report.ambiguous,
        "closest": fit.closest,
        "standings": [{"profile": {"name": r.profile_name, "version": r.profile_version},
                       "verdict": r.verdict, "score": {"low": r.score.low, "high": r.score.high}}
                      for r in fit.standings],
        "evidence": [{"quote": i.quote.text, "source_id": i.source_id, "speaker": i.speaker,
                      "kind": i.kind, "offsets": [i.quote.start, i.quote.end]} for i in fit.evidence],
    }  # fmt: skip


def _table(
    csv: Path, out: Path | None, profile: str | None, chart: Path | None, home: Path | None, *, as_json: bool
) -> None:
    from icpbot.usecases.charting import list_chart
    from icpbot.usecases.fit_list import check_list
    from icpbot.usecases.showing.lists import list_lines

    if out is None:
        raise typer.BadParameter("say where the result goes", param_hint="--out")
    form = form_of(chart)
    desk, language = desk_of(home), own_language()
    listed = check_list(csv, out, desk=desk, profile=profile, language=language)
    if chart and form:
        draw(list_chart(listed, csv.name, desk=desk, language=language), chart, form, desk)
    if as_json:
        print_json({"rows": listed.rows, "verdicts": listed.mix, "out": str(out),
                    "duplicates": {"rows": listed.duplicate_rows, "names": listed.duplicates},
                    "unknown": {"rows": listed.unknown_rows, "names": listed.unknown}})  # fmt: skip
        return
    head, looks = list_lines(listed, desk=desk, language=language)
    print(head)
    for look in looks:
        print(look, file=sys.stderr)


def backtest(
    profile: Profile = None,
    drift: Annotated[bool, typer.Option("--drift", help="Only recorded verdicts that would differ.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Would the profile have told won deals from lost ones, and which verdicts would differ today?"""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.backtest import backtest as test
    from icpbot.usecases.replay import drift as drifted
    from icpbot.usecases.showing.backtest import backtest_lines, drift_lines

    desk, language = desk_of(home), own_language()
    flips = drifted(local_reader(desk.workspace), desk=desk, profile=profile)
    done = None if drift else test(desk=desk, profile=profile)
    if as_json:
        print_json({**(done.model_dump(mode="json") if done else {}), "drift": flips})
        return
    lines = [] if done is None else backtest_lines(done, desk=desk, language=language)
    print("\n".join([*lines, *(drift_lines(flips, desk=desk, language=language) if flips or drift else [])]))
