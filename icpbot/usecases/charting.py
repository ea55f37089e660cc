"""Charting: what is drawn of a survey, of the best customers and of a list, in the reader's language."""

from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256

from icpbot.domain.backtest import BackTest, Group
from icpbot.domain.charts import Bar, Chart, Panel
from icpbot.domain.errors import Rejected
from icpbot.domain.questions import QuestionType, number_of
from icpbot.domain.reply import Attachment, Reply
from icpbot.domain.statistics import wilson
from icpbot.domain.surveys import AnswerCount, QuestionResult, SurveyResult
from icpbot.domain.text import shorten
from icpbot.domain.traits import Trait, TraitVerdict
from icpbot.usecases.ports import Desk, Listed
from icpbot.usecases.showing.customers import trait_name

QUESTIONS = 6
"""Questions of a survey in one picture."""
ANSWERS = 8
TRAITS = 8
_SCALE = 11
_POINTS = frozenset({QuestionType.SCALE, QuestionType.NPS})
_ALT = 900
"""Characters that Slack and screen readers take in; Slack allows a thousand."""


def pictured(reply: Reply, *, desk: Desk) -> Reply:
    """The reply with its charts drawn; a picture is named by what it shows, so that it is posted once. One
    that cannot be drawn is left out: the words say the same.
    """
    pictures = list(reply.attachments)
    for chart in reply.charts:
        name = f"chart-{sha256(chart.model_dump_json().encode()).hexdigest()[:8]}.png"
        with suppress(Rejected):
            pictures.append(Attachment(name=name, content=desk.charts.drawn(chart, "png"), alt=chart.alt))
    return reply.model_copy(update={"attachments": tuple(pictures), "charts": ()})


def survey_chart(
    result: SurveyResult,
    name: str,
    *,
    desk: Desk,
    language: str,
    asked: Sequence[QuestionResult] | None = None,
) -> Chart | None:
    """The closed questions with the shares of their answers; nothing when there are none."""
    say = desk.voice.say
    closed = [q for q in (result.questions if asked is None else asked) if q.values]
    if not closed:
        return None
    panels = tuple(_question(q, desk, language) for q in closed[:QUESTIONS])
    told = "; ".join(f"{shorten(q.name, 80)}: {_told(_ordered(q)[:3])}" for q in closed[:QUESTIONS])
    more = len(closed) > QUESTIONS
    return Chart(
        title=shorten(name, 120), language=language, panels=panels,
        subtitle=say("chart-survey", language, n=result.respondents),
        note=say("chart-questions", language, shown=QUESTIONS, of=len(closed)) if more else "",
        alt=shorten(f"{say('chart-survey', language, n=result.respondents)} {told}", _ALT),
    )  # fmt: skip


def _question(question: QuestionResult, desk: Desk, language: str) -> Panel:
    say = desk.voice.say
    name = shorten(" ".join(question.name.split()), 150)
    heading = say("chart-question", language, name=name, answered=question.answered, missing=question.missing)
    limit = ANSWERS if question.type not in _POINTS else _SCALE
    if len(question.values) > limit:
        heading += " " + say("chart-answers", language, shown=limit, of=len(question.values))
    bars = tuple(
        Bar(label=shorten(v.value, 90), share=v.share, low=v.low, high=v.high,
            note=f"{v.share:.0%} · {v.n}/{question.answered}")
        for v in _ordered(question)[:limit]
    )  # fmt: skip
    return Panel(heading=heading, bars=bars)


def _ordered(question: QuestionResult) -> list[AnswerCount]:
    """Points of a scale in its order, eleven at most; other answers by how many gave them."""
    found = list(question.values)
    if question.type not in _POINTS:
        return found
    return sorted(found, key=lambda v: -1.0 if (n := number_of(v.value)) is None else n)


def _told(counts: Sequence[AnswerCount]) -> str:
    return ", ".join(f"{shorten(v.value, 60)} {v.share:.0%}" for v in counts)


def traits_chart(
    best: Sequence[str], traits: Sequence[Trait], rest: int, *, desk: Desk, language: str
) -> Chart | None:
    """What sets the best apart, with the share of each group; nothing when nothing does."""
    say = desk.voice.say
    apart = [t for t in traits if t.verdict is TraitVerdict.DISTINCTIVE]
    if not apart:
        return None
    shown = apart[:TRAITS]
    bars = tuple(bar for trait in shown for bar in _pair(trait, desk, language))
    told = "; ".join(
        f"{trait_name(t, desk, language)}: {t.best_n}/{t.best_of}, {t.rest_n}/{t.rest_of}" for t in shown
    )
    title = say("chart-traits-title", language)
    return Chart(
        title=title, language=language, panels=(Panel(heading="", bars=bars),),
        subtitle=say("chart-traits", language),
        note=say("chart-traits-shown", language, shown=TRAITS, of=len(apart)) if len(apart) > TRAITS else "",
        legend=(say("chart-best", language, n=len(best)), say("chart-rest", language, n=rest)),
        alt=shorten(f"{title}: {told}", _ALT),
    )  # fmt: skip


def past_chart(done: BackTest, *, desk: Desk, language: str) -> Chart | None:
    """What became of past accounts by verdict, and how much of each group the profile matches; nothing where
    there are too few to say.
    """
    say = desk.voice.say
    if not done.enough:
        return None
    won = tuple(
        _certain(say(f"verdict-{g.verdict}", language), g.good, g.n, (g.low, g.high))
        for g in done.by_verdict if g.n
    )  # fmt: skip
    matched = tuple(
        _certain(say(f"chart-group-{c.group}", language), c.matched, c.n, (c.low, c.high))
        for c in sorted(done.coverage, key=lambda c: list(Group).index(c.group)) if c.n
    )  # fmt: skip
    named = (("chart-past-won", won), ("chart-past-matched", matched))
    panels = tuple(Panel(heading=say(key, language), bars=bars) for key, bars in named if bars)
    told = "; ".join(f"{p.heading}: {', '.join(f'{b.label} {b.note}' for b in p.bars)}" for p in panels)
    title = say("chart-past-title", language)
    return Chart(
        title=title, subtitle=say("chart-past", language), panels=panels, language=language,
        alt=shorten(f"{title} {told}", _ALT),
    )  # fmt: skip


def list_chart(listed: Listed, name: str, *, desk: Desk, language: str) -> Chart | None:
    """How many rows of a list got which verdict; all were judged, so nothing is uncertain of it."""
    say = desk.voice.say
    if not listed.rows:
        return None
    bars = tuple(
        Bar(label=say(f"verdict-{verdict}", language), share=n / listed.rows, low=n / listed.rows,
            high=n / listed.rows, note=f"{n / listed.rows:.0%} · {n}/{listed.rows}")
        for verdict, n in listed.mix.items()
    )  # fmt: skip
    subtitle = say("chart-list", language)
    told = ", ".join(f"{bar.label} {bar.note}" for bar in bars)
    return Chart(
        title=shorten(name, 120), subtitle=subtitle, panels=(Panel(heading="", bars=bars),),
        language=language, alt=shorten(f"{subtitle} {told}", _ALT),
    )  # fmt: skip


def _certain(label: str, n: int, of: int, interval: tuple[float, float]) -> Bar:
    low, high = interval
    return Bar(label=label, share=n / of, low=low, high=high, note=f"{n / of:.0%} · {n}/{of}")


def _pair(trait: Trait, desk: Desk, language: str) -> tuple[Bar, Bar]:
    label = shorten(trait_name(trait, desk, language), 90)
    return _bar(label, trait.best_n, trait.best_of, 0), _bar(label, trait.rest_n, trait.rest_of, 1)


def _bar(label: str, n: int, of: int, series: int) -> Bar:
    if not of:
        return Bar(label=label, share=0.0, low=0.0, high=1.0, note="–", series=series)
    return _certain(label, n, of, wilson(n, of)).model_copy(update={"series": series})
