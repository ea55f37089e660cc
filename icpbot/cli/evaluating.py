"""eval: how well the bot does on cases with a known ending."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

from icpbot.cli.common import AsJson, Home, parts_of, print_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icpbot.bootstrap import Parts
    from icpbot.domain.labelling import LabelScores
    from icpbot.domain.rehearsed import AnswerScores, Disliked, ThemeScores


def register(app: typer.Typer) -> None:
    app.command("eval")(evaluate)


def evaluate(home: Home = None, as_json: AsJson = False) -> None:
    """Labels, answers and themes on the shipped cases, which nobody was trained on; and disliked answers."""
    from icpbot.adapters.knowledge.folder import KnowledgeFolder
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.evaluation import evaluate as scores_of
    from icpbot.usecases.rehearsing import disliked

    parts = parts_of(home)
    labels = scores_of(KnowledgeFolder(parts.settings.knowledge_folder).cases, parts.desk)
    answers, themes = _rehearsed(parts)
    again = disliked(local_reader(parts.desk.workspace), desk=parts.desk)
    if as_json:
        told = {**labels, "answers": answers, "themes": themes}
        scores = {name: one.model_dump() for name, one in told.items()}
        print_json({"eval": scores | {"disliked": [one.model_dump() for one in again]}})
        return
    for line in (*_of_labels(labels), *_of_answers(answers, themes), *_of_disliked(again)):
        print(line)


def _rehearsed(parts: "Parts") -> "tuple[AnswerScores, ThemeScores]":
    """In a library of its own over the sample research, with the model that is configured."""
    from icpbot.adapters.knowledge.folder import KnowledgeFolder
    from icpbot.bootstrap import Parts
    from icpbot.domain.sources import local_reader
    from icpbot.usecases.ingest import Upload, ingest
    from icpbot.usecases.rehearsing import rehearsed, theme_scores

    folder = parts.settings.knowledge_folder
    knowledge = KnowledgeFolder(folder)
    with TemporaryDirectory() as home:
        apart = {"home": Path(home), "database_url": None, "chroma_url": None, "secret_key": None}
        fresh = Parts(parts.settings.model_copy(update=apart))
        try:
            for path in (
                *sorted((folder / "sample" / "interviews").iterdir()),
                folder / "cases" / "injected.md",
            ):
                ingest(Upload(path=path.name, data=path.read_bytes()), desk=fresh.desk)
            reader = local_reader(fresh.desk.workspace)
            themes = theme_scores(knowledge.planted(), reader, desk=fresh.desk)
            return rehearsed(knowledge.answer_cases(), reader, desk=fresh.desk), themes
        finally:
            fresh.close()


def _of_labels(labels: "dict[str, LabelScores]") -> "Iterable[str]":
    for name, one in labels.items():
        yield f"{name:10} " + "  ".join(f"{language} {share:.2f}" for language, share in one.micro_f1.items())


def _of_answers(answers: "AnswerScores", themes: "ThemeScores") -> "Iterable[str]":
    shown = {"answered": answers.answered, "abstained": answers.abstained, "in language": answers.in_language,
             "quotes verified": answers.verified, "theme purity": themes.purity}  # fmt: skip
    yield f"{'answers':10} " + "  ".join(
        f"{name} {share:.2f}" for name, share in shown.items() if share is not None
    )
    counted = {"questions": answers.questions, "quotes": answers.citations, "repaired": answers.repaired,
               "dropped": answers.dropped, "obeyed": answers.obeyed, "tokens each": answers.tokens}  # fmt: skip
    yield f"{'':10} " + "  ".join(f"{name} {count:g}" for name, count in counted.items())


def _of_disliked(again: "list[Disliked]") -> "Iterable[str]":
    if again:
        yield f"{'disliked':10} {len(again)}, answered in other words by now {sum(one.changed for one in again)}"
    for one in again:
        if not one.changed:
            yield f"{'':10} {one.request}  {one.reason or '-':10} {one.question}"
