"""Surveys: exact counts of a table of answers, in words and in a picture."""

from collections.abc import Sequence
from pathlib import Path

from icpbot.domain.openended import AnswerTheme, answer_themes, said
from icpbot.domain.questions import COUNTED, QuestionType
from icpbot.domain.reply import Reply
from icpbot.domain.surveys import AnswerCount, Crossed, QuestionResult, SurveyResult
from icpbot.domain.text import shorten
from icpbot.domain.traits import DISTINCTIVE_AT
from icpbot.usecases.ports import Desk

SHOWN = 8
"""Questions told in a message."""
_ANSWERS = 4
_DIFFERENCES = 8


def count(
    name: str, table: Path | bytes, *, desk: Desk, by: str | None = None, weight: str | None = None
) -> SurveyResult:
    """Counts of every question, crossed by the groups of a column and weighted where that is asked for; of
    open ones what several wrote.
    """
    result = desk.surveys.counted(name, table, by=by, weight=weight)
    questions = tuple(_heard(question, desk) for question in result.questions)
    return result.model_copy(update={"questions": questions})


def _heard(question: QuestionResult, desk: Desk) -> QuestionResult:
    if question.type is not QuestionType.OPEN:
        return question
    told = said(question.written)
    alike = desk.likeness.alike([one.text for one in told], [float(len(one.by)) for one in told])
    compared = len(question.written)
    return question.model_copy(update={
        "themes": answer_themes(question.written, told, alike), "written": (),
        "sampled": compared if compared < question.answered else None,
    })  # fmt: skip


def survey_reply(result: SurveyResult, name: str, *, desk: Desk, language: str, limit: int = SHOWN) -> Reply:
    """The questions that are counted, in words."""
    say = desk.voice.say
    told = [q for q in result.questions if q.type is not QuestionType.OPEN or q.themes]
    lines = [question_text(q, desk, language) for q in told[:limit]]
    if len(told) > limit:
        lines.append(say("survey-more", language, n=len(told) - limit))
    if result.weight:
        lines.append(say("survey-weighted", language, name=result.weight, n=result.unweighted or 0))
    if result.crossed:
        lines += _differences(result.crossed, desk, language)
    head = say("survey-headline", language, name=name, n=result.respondents)
    return Reply(headline=head, lines=tuple(lines), language=language)


def question_text(question: QuestionResult, desk: Desk, language: str) -> str:
    """'*Do you ship?*: Yes 62% (57–67), No 38% (33–43) (answered 317, missing 24)'."""
    said = "; ".join(_told(question, desk, language))
    name = shorten(" ".join(question.name.split()), 150)
    return desk.voice.say("survey-question", language, name=name, told=said, answered=question.answered,
                          missing=question.missing)  # fmt: skip


def _told(question: QuestionResult, desk: Desk, language: str) -> Sequence[str]:
    say = desk.voice.say
    if question.type is QuestionType.OPEN:
        return _voices(question, desk, language)
    told = []
    if question.nps is not None and question.nps_low is not None and question.nps_high is not None:
        told.append(say("survey-nps", language, nps=f"{question.nps:.0f}", low=f"{question.nps_low:.0f}",
                        high=f"{question.nps_high:.0f}"))  # fmt: skip
    if question.mean is not None:
        told.append(say("survey-mean", language, mean=f"{question.mean:,.2f}".rstrip("0").rstrip(".")))
    if question.first and question.last:
        told.append(say("survey-dates", language, first=f"{question.first}", last=f"{question.last}"))
    counted = question.values[:_ANSWERS] if question.type in COUNTED else ()
    told += [f"{shorten(v.value, 60)} {_share(v)}" for v in counted]
    return told


def _voices(question: QuestionResult, desk: Desk, language: str) -> Sequence[str]:
    """What several wrote, in the words of one of them, counted in respondents."""
    themes = question.themes or ()
    told = [f"“{shorten(t.label, 80)}” {_share(t)}" for t in themes[:_ANSWERS]]
    if question.sampled:
        told.append(desk.voice.say("survey-sampled", language, n=question.sampled))
    return told or [desk.voice.say("survey-open", language)]


def _share(counted: AnswerCount | AnswerTheme) -> str:
    return f"{counted.share:.0%} ({100 * counted.low:.0f}–{100 * counted.high:.0f})"


def _differences(crossed: Crossed, desk: Desk, language: str) -> list[str]:
    """What differs between the groups when all tests are taken together, the strongest first."""
    say = desk.voice.say
    apart = sorted((t for t in crossed.tests if t.q < DISTINCTIVE_AT), key=lambda t: -t.result.v)
    lines = [
        say("survey-differs", language, by=crossed.by,
            name=shorten(f"{t.question}: {t.value}" if t.value else t.question, 150),
            p=_p(t.result.p), v=f"{t.result.v:.2f}")
        for t in apart[:_DIFFERENCES]
    ]  # fmt: skip
    if crossed.tests and not apart:
        lines.append(say("survey-same", language, by=crossed.by, n=len(crossed.tests)))
    if any(t.result.small for t in apart[:_DIFFERENCES] or crossed.tests):
        lines.append(say("survey-rough", language))
    return lines


def _p(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"= {p:.3f}"
