"""The offline labels on the shipped cases, none of which they were trained on."""

from collections.abc import Callable, Sequence

from icpbot.domain.labelling import LabelScores, score
from icpbot.domain.routing import route
from icpbot.usecases.ports import Desk

Cases = Callable[[str, str], Sequence[tuple[str, str, str]]]
"""(file, name of its label) → (text, label, language) of every case."""


def evaluate(cases: Cases, desk: Desk) -> dict[str, LabelScores]:
    """Scores of the insight and question labels, and of where a message is routed."""
    insights, questions = cases("cases/insights.jsonl", "kind"), cases("cases/questions.jsonl", "kind")
    intents = cases("cases/intents.jsonl", "intent")
    return {
        "insights": _scored(insights, [label for label, _ in desk.insight_labels.label(_texts(insights))]),
        "questions": _scored(
            questions, [label for label, _ in desk.question_labels.label(_texts(questions))]
        ),
        "intents": _scored(intents, _routed(_texts(intents), desk)),
    }


def _texts(cases: Sequence[tuple[str, str, str]]) -> list[str]:
    return [text for text, _, _ in cases]


def _scored(cases: Sequence[tuple[str, str, str]], guessed: Sequence[str]) -> LabelScores:
    return score([(label, language) for _, label, language in cases], guessed)


def _routed(texts: Sequence[str], desk: Desk) -> list[str]:
    guesses = dict(zip(texts, desk.intent_labels.label(texts), strict=True))
    return [route(text, lambda bare: guesses.get(bare) or desk.intent_labels.label([bare])[0]).intent.value
            for text in texts]  # fmt: skip
