"""themes: what several customers say, and the hand that corrects it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from icpbot.cli.asking import Kind, kind_named
from icpbot.cli.common import AsJson, Home, desk_of, own_language, print_json, print_reply

if TYPE_CHECKING:
    from pathlib import Path

    from icpbot.domain.decisions import Decision
    from icpbot.domain.themes import Theme
    from icpbot.usecases.themes import Hand

app = typer.Typer(help="What several customers say, counted in accounts; correct what was put together.")

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides; kept with the decision.")]
ThemeId = Annotated[str, typer.Argument(metavar="ID", help="Id of a theme.")]


@app.callback(invoke_without_command=True)
def themes(
    context: typer.Context,
    kind: Kind = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="What people said is no theme.")] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """What several customers say, counted in accounts."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.counting import themes_and_rejected
    from icpbot.usecases.showing.themes import theme_with_kind

    if context.invoked_subcommand:
        return
    chosen, desk = kind_named(kind), desk_of(home)
    every = themes_and_rejected(local_reader(desk.workspace), desk=desk, kind=chosen)
    found = [theme for theme in every if theme.rejected is rejected]
    if as_json:
        print_json({"themes": [_theme_json(theme) for theme in found]})
        return
    for theme in found:
        print(f"{theme.id}  {theme_with_kind(theme, desk, own_language())}")


def _theme_json(theme: "Theme") -> dict[str, Any]:
    shown = {
        "id", "kind", "label", "named", "accounts", "sources", "of_accounts", "asked", "contradicting",
        "first_heard", "last_heard",
    }  # fmt: skip
    quotes = [
        {"insight_id": i.id, "text": i.quote.text, "source_id": i.source_id, "account": i.account,
         "speaker": i.speaker, "offsets": [i.quote.start, i.quote.end]}
        for i in theme.insights
    ]  # fmt: skip
    return {**theme.model_dump(mode="json", include=shown), "anecdote": theme.is_anecdote, "quotes": quotes}


@app.command()
def merge(one: ThemeId, other: ThemeId, by: By = "", home: Home = None, as_json: AsJson = False) -> None:
    """Two themes of one kind are the same one."""
    from icpbot.usecases.themes import merge as join

    hand = _hand(by, home)
    _tell(join(one, other, hand), hand, as_json=as_json)


@app.command()
def split(
    theme: ThemeId,
    insight: Annotated[
        list[str], typer.Option("--insight", help="A voice that leaves; repeat it for several.")
    ],
    by: By = "",
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Some voices of a theme say something else: they become a theme of their own."""
    from icpbot.usecases.themes import split as part

    hand = _hand(by, home)
    _tell(part(theme, insight, hand), hand, as_json=as_json)


@app.command()
def rename(
    theme: ThemeId,
    label: Annotated[str, typer.Argument(metavar="LABEL")],
    by: By = "",
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Call a theme by a name of yours instead of by its best quote."""
    from icpbot.usecases.themes import rename as call

    hand = _hand(by, home)
    _tell(call(theme, label, hand), hand, as_json=as_json)


@app.command()
def reject(
    theme: ThemeId,
    why: Annotated[str | None, typer.Option(help="The reason, kept with the decision.")] = None,
    by: By = "",
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """It is no theme: count it nowhere until it is restored."""
    from icpbot.usecases.themes import reject as drop

    hand = _hand(by, home)
    _tell(drop(theme, hand, why), hand, as_json=as_json)


@app.command()
def restore(
    about: Annotated[str, typer.Argument(metavar="ID", help="Id of a theme, or of a decision.")],
    by: By = "",
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Take back a decision, or the latest one about a theme."""
    from icpbot.usecases.themes import restore as take_back

    hand = _hand(by, home)
    _tell(take_back(about, hand), hand, as_json=as_json)


@app.command()
def log(home: Home = None, as_json: AsJson = False) -> None:
    """Who decided what about themes, oldest first."""
    from icpbot.usecases.showing.themes import log_line
    from icpbot.usecases.themes import log as decided

    hand = _hand("", home)
    known = decided(hand.reader, desk=hand.desk)
    if as_json:
        print_json({"decisions": [_decision_json(each) for each in known]})
        return
    for each in known:
        print(log_line(each, hand.reader, desk=hand.desk, language=own_language()))
    if not known:
        print(hand.desk.voice.say("decisions-none", own_language()))


def _hand(by: str, home: "Path | None") -> "Hand":
    from icpbot.domain.requests import TERMINAL
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.themes import Hand

    desk = desk_of(home)
    return Hand(local_reader(desk.workspace), desk, by=by or TERMINAL)


def _tell(decision: "Decision", hand: "Hand", *, as_json: bool) -> None:
    from icpbot.usecases.showing.themes import decided_reply
    from icpbot.usecases.themes import subject

    if as_json:
        theme = subject(decision, hand.reader, desk=hand.desk)
        print_json({"decision": _decision_json(decision), "theme": theme and _theme_json(theme)})
        return
    print_reply(decided_reply([decision], hand.reader, desk=hand.desk, language=own_language()))


def _decision_json(decision: "Decision") -> dict[str, Any]:
    plain = decision.model_dump(mode="json", exclude={"one", "other"})
    return {**plain, "voices": [[voice.insight_id for voice in side.voices] for side in decision.sides]}
