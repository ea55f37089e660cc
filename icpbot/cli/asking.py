"""ask, insights."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from icpbot.cli.common import (
    AsJson,
    Home,
    desk_of,
    growing_reply,
    own_language,
    print_json,
    print_line,
    print_reply,
    read_lines,
)

if TYPE_CHECKING:
    from icpbot.domain.insights import InsightKind
    from icpbot.usecases.answers import Answer


def register(app: typer.Typer) -> None:
    for command in (ask, insights):
        app.command()(command)


def ask(
    question: Annotated[str | None, typer.Argument()] = None,
    batch: Annotated[Path | None, typer.Option(help="JSON Lines of questions.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> int:
    """Ask the research; every claim comes with its quote."""
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.ask import ask as answer_to
    from icpbot.usecases.growing import growing
    from icpbot.usecases.showing.answers import answer_reply

    if (question is None) == (batch is None):
        raise typer.BadParameter("give a QUESTION or --batch FILE")
    desk = desk_of(home)
    reader = local_reader(desk.workspace)
    if batch is not None:
        for row in read_lines(batch, "question"):
            print_line({"id": row["id"], **answer_json(answer_to(row["question"], reader, desk=desk))})
        return 0
    if as_json:
        answer = answer_to(question or "", reader, desk=desk)
        print_json(answer_json(answer))
    else:
        with growing_reply() as show:
            tell = growing(show, desk=desk) if show else None
            answer = answer_to(question or "", reader, desk=desk, tell=tell)
        print_reply(answer_reply(answer, desk=desk))
    return 0 if answer.answered else 1


def answer_json(answer: "Answer") -> dict[str, Any]:
    """The contract's object; every quote equals the source's text at its offsets."""
    return {
        "answer": answer.text, "language": answer.language, "engine": answer.engine,
        "answered": answer.answered,
        "claims": [{"text": c.text, "citations": [_citation_json(x, answer) for x in c.citations]} for c in answer.claims],
        "counts": _counts_json(answer), "notice": answer.notice, "tokens": answer.tokens,
    }  # fmt: skip


def _citation_json(citation: Any, answer: "Answer") -> dict[str, Any]:
    from icpbot.usecases.showing.answers import turn_of

    source = answer.sources.get(citation.quote.source_id)
    turn = source.turns[turn_of(citation, source)] if source else None
    meant = answer.translations.get(citation.quote.text)
    return {
        "source_id": citation.quote.source_id, "passage_id": citation.passage.id,
        "path": source.path if source else None, "speaker": turn.speaker if turn else None,
        "account": source.account if source else None, "date": source.date if source else None,
        "start": turn.start if turn else None, "quote": citation.quote.text,
        "offsets": [citation.quote.start, citation.quote.end], "translation": meant.text if meant else None,
    }  # fmt: skip


def _counts_json(answer: "Answer") -> dict[str, int] | None:
    return answer.counts.model_dump() if answer.counts else None


Kind = Annotated[str | None, typer.Option(help="One kind only: pain, job, trigger, …")]


def kind_named(name: str | None) -> "InsightKind | None":
    from icpbot.domain.insights import InsightKind

    if name is None:
        return None
    try:
        return InsightKind(name)
    except ValueError as error:
        raise typer.BadParameter(", ".join(InsightKind), param_hint="--kind") from error


def insights(
    kind: Kind = None,
    account: Annotated[str | None, typer.Option(help="Only this account.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """What customers said, typed, each with its quote."""
    from icpbot.domain.sources import local_reader

    chosen, desk = kind_named(kind), desk_of(home)
    found = desk.insights.insights(local_reader(desk.workspace), kind=chosen, account=account)
    if as_json:
        rows = [
            {"id": i.id, "kind": i.kind, "text": i.text, "quote": i.quote.text, "source_id": i.source_id,
             "offsets": [i.quote.start, i.quote.end], "speaker": i.speaker, "account": i.account,
             "language": i.language, "date": i.date, "stance": i.stance}
            for i in found
        ]  # fmt: skip
        print_json({"insights": rows})
        return
    for insight in found:
        heading = desk.voice.say(f"heading-{insight.kind}", own_language())
        print(
            f"{heading}: “{' '.join(insight.quote.text.split())}” {insight.speaker or ''}, {insight.account or ''}"
        )
