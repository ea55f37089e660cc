"""How well labels fit cases that people labelled."""

from collections.abc import Sequence

from icpbot.domain.model import Model

NONE = "none"


class KindScore(Model):
    precision: float | None
    """Share of the sentences given this label that have it; nothing when none were."""
    recall: float
    cases: int


class LabelScores(Model):
    micro_f1: dict[str, float]
    """By language and over `all`; with one label a case it is the share labelled right."""
    micro_f1_without_none: float
    """Over the labels that say something: true ones by those given and those wanted."""
    kinds: dict[str, KindScore]


def score(cases: Sequence[tuple[str, str]], guessed: Sequence[str]) -> LabelScores:
    """Scores of guesses against (label, language) of each case; needs at least one case."""
    rows = [(label, language, guess) for (label, language), guess in zip(cases, guessed, strict=True)]
    languages = sorted({language for _, language, _ in rows})
    shares = {one: _share([r for r in rows if r[1] == one]) for one in languages}
    right = sum(label == guess != NONE for label, _, guess in rows)
    named = sum(label != NONE for label, _, _ in rows) + sum(guess != NONE for _, _, guess in rows)
    kinds = {kind: _kind(rows, kind) for kind in sorted({label for label, _, _ in rows})}
    return LabelScores(
        micro_f1={**shares, "all": _share(rows)},
        micro_f1_without_none=round(2 * right / named, 3) if named else 0.0,
        kinds=kinds,
    )


def _share(rows: Sequence[tuple[str, str, str]]) -> float:
    return round(sum(label == guess for label, _, guess in rows) / len(rows), 3)


def _kind(rows: Sequence[tuple[str, str, str]], kind: str) -> KindScore:
    wanted = sum(label == kind for label, _, _ in rows)
    given = sum(guess == kind for _, _, guess in rows)
    right = sum(label == guess == kind for label, _, guess in rows)
    precision = round(right / given, 3) if given else None
    return KindScore(precision=precision, recall=round(right / wanted, 3), cases=wanted)
