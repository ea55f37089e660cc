"""Insights of one source: found, typed, and each tied to the words it rests on."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import Field

from icpbot.domain.disguise import Screen
from icpbot.domain.errors import ModelUnavailable, TooLong
from icpbot.domain.grounding import Quote, locate, without_loose_numbers
from icpbot.domain.insights import (
    Insight,
    InsightKind,
    Stance,
    Utterance,
    insight_id,
    judged,
    may_hold_insight,
    utterances,
)
from icpbot.domain.model import Model
from icpbot.domain.passages import Passage, asks
from icpbot.domain.sources import Kind, Source, SpeakerRole
from icpbot.domain.speakers import is_question
from icpbot.domain.text import word_count
from icpbot.domain.themes import Asked
from icpbot.usecases.budget import affordable
from icpbot.usecases.ports import Desk
from icpbot.usecases.quoting import as_data, behind_screen

SURE = 0.4
"""Likelihood from which a sentence counts as an insight without a model."""
ASKED_AT = 0.35
TELLING_WORDS = 10
"""A shorter sentence rarely explains itself, so it is shown after longer ones."""
BATCH_WORDS = 1500
"""Words shown to the model at once: long enough for context, short enough to stay exact."""


class FoundInsight(Model):
    """One thing the customer said about themselves."""

    kind: InsightKind
    """Which of the ten kinds it is."""
    text: str = Field(max_length=300)
    """What it says, in one short sentence in the customer's language."""
    passage_id: str
    """Id of the passage it was said in."""
    quote: str = Field(max_length=600)
    """The customer's exact words, copied."""
    contradicts: bool = False
    """Whether the customer says the opposite of a common problem (\"we do not mind …\")."""


class FoundInsights(Model):
    insights: list[FoundInsight] = Field(max_length=40)


def extract(source: Source, passages: Sequence[Passage], desk: Desk) -> tuple[list[Insight], int]:
    """Insights of a source, by the model when there is one that answers and the day's budget allows it, else
    by examples; and the tokens they cost.
    """
    if source.kind is Kind.CUSTOMERS:
        return [], 0
    if desk.model and source.kind is not Kind.SURVEY and affordable(source.uploader, desk):
        try:
            return _by_model(source, passages, desk)
        except ModelUnavailable:
            pass  # the examples take over; the receipt counts what was found either way
    return _by_examples(source, desk), 0


def _by_examples(source: Source, desk: Desk) -> list[Insight]:
    candidates = list(_with_question(source))
    own = desk.insight_labels.likelihoods([u.text for u, _ in candidates])
    questions = list(dict.fromkeys(q for _, q in candidates if q))
    asked = dict(zip(questions, desk.question_labels.likelihoods(questions), strict=True))
    found = []
    for (utterance, question), likelihoods in zip(candidates, own, strict=True):
        label, likelihood = judged(likelihoods, asked.get(question or ""))
        if label != "none" and likelihood >= SURE:
            found.append(_insight(source, InsightKind(label), utterance, likelihood))
    return list({insight.id: insight for insight in found}.values())


def _with_question(source: Source) -> Iterator[tuple[Utterance, str | None]]:
    """What a customer states, each with the question it answers."""
    question: str | None = None
    for utterance in utterances(source):
        if utterance.role is SpeakerRole.INTERVIEWER:
            question = utterance.text if is_question(utterance.text) else question
        elif may_hold_insight(utterance):
            yield utterance, question


def _insight(source: Source, kind: InsightKind, utterance: Utterance, likelihood: float) -> Insight:
    text = source.text[utterance.start : utterance.end]
    quote = Quote(source_id=source.id, start=utterance.start, end=utterance.end, text=text)
    made = _made(source, kind, utterance.text, quote, utterance.speaker, Stance.SUPPORTS)
    telling = min(1.0, word_count(text) / TELLING_WORDS)
    return made.model_copy(update={"likelihood": round(likelihood * telling, 4)})


def _made(
    source: Source, kind: InsightKind, text: str, quote: Quote, speaker: str | None, stance: Stance
) -> Insight:
    return Insight(
        id=insight_id(kind, quote), workspace=source.workspace, source_id=source.id, kind=kind,
        text=text, quote=quote, audience=source.audience, speaker=speaker, account=source.account,
        language=source.language, date=source.date, stance=stance,
    )  # fmt: skip


def _by_model(source: Source, passages: Sequence[Passage], desk: Desk) -> tuple[list[Insight], int]:
    """Part by part, each verified by itself; parts that the model does not answer are read by examples.
    Raises `ModelUnavailable` when it answers none.
    """
    parts = list(_parts(source, passages, desk))
    unread = [passage for group, found, _ in parts if found is None for passage in group]
    if passages and len(unread) == len(passages):
        raise ModelUnavailable("notice-model-down")
    left = [i for i in _by_examples(source, desk) if _within(i, unread)] if unread else []
    told = [insight for _, found, _ in parts for insight in found or ()]
    joined = {insight.id: insight for insight in (*left, *told)}
    return list(joined.values()), sum(tokens for _, _, tokens in parts)


def _parts(
    source: Source, passages: Sequence[Passage], desk: Desk
) -> Iterator[tuple[Sequence[Passage], list[Insight] | None, int]]:
    """Passages with what the model found in them, and its tokens; nothing was found where it gave no answer.
    What is too long for one call is halved; a model that does not answer is not asked on.
    """
    waiting = list(_grouped(passages))
    while waiting:
        group = waiting.pop(0)
        try:
            yield group, *_of_part(source, group, desk)
        except TooLong:
            if len(group) > 1:
                waiting[:0] = [group[: len(group) // 2], group[len(group) // 2 :]]
            else:
                yield group, None, 0
        except ModelUnavailable:
            yield [*group, *(passage for left in waiting for passage in left)], None, 0
            return


def _of_part(source: Source, group: Sequence[Passage], desk: Desk) -> tuple[list[Insight], int]:
    assert desk.model is not None
    seen = behind_screen(group, [source], desk)
    answer, tokens = desk.model.ask("insights", {"passages": as_data(group, source, seen)}, FoundInsights)
    checked = (_checked(item, source, seen, desk) for item in answer.insights)
    return [insight for insight in checked if insight], tokens


def _within(insight: Insight, passages: Sequence[Passage]) -> bool:
    return any(passage.start <= insight.quote.start < passage.end for passage in passages)


def _grouped(passages: Sequence[Passage]) -> Iterable[list[Passage]]:
    group: list[Passage] = []
    for passage in passages:
        if group and sum(word_count(p.text) for p in group) >= BATCH_WORDS:
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def _checked(item: FoundInsight, source: Source, seen: Screen, desk: Desk) -> Insight | None:
    """The insight if the source says it, and a customer said it."""
    found = locate(item.quote, item.passage_id, seen.shown, align=desk.align)
    if found is None:
        return None
    citation = seen.back(found)
    said = [u for u in utterances(source) if u.start < citation.quote.end and citation.quote.start < u.end]
    if not said or any(u.role is SpeakerRole.INTERVIEWER for u in said):
        return None
    stance = Stance.CONTRADICTS if item.contradicts else Stance.SUPPORTS
    quote = citation.quote.text
    text = without_loose_numbers(seen.names.revealed(item.text), [quote], source.language or "") or quote
    return _made(source, item.kind, text, citation.quote, said[0].speaker, stance)


def questions_asked(source: Source, desk: Desk) -> list[Asked]:
    """What kinds of insight the interviewer asked for, once each."""
    asked = [turn.text for turn in source.turns if turn.text and asks(source, turn)]
    labels = desk.question_labels.label(asked) if asked else []
    kinds = {label for label, likelihood in labels if label != "none" and likelihood >= ASKED_AT}
    return [Asked(source_id=source.id, account=source.account, kind=InsightKind(k)) for k in sorted(kinds)]
