"""Reranking: a model may put what was found in a better order, and nothing but the order is taken from it."""

from collections.abc import Mapping, Sequence
from typing import Unpack

from pydantic import Field

from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.model import Model
from icpbot.domain.ranking import Hit, in_order
from icpbot.domain.sources import Reader, Source
from icpbot.usecases.budget import affordable
from icpbot.usecases.library import Narrower, search
from icpbot.usecases.ports import Desk
from icpbot.usecases.quoting import behind_screen, fenced, hidden, labelled
from icpbot.usecases.relevance import relevant

LOOKED_AT = 20
"""Passages a model puts in order, at some 185 tokens each. On QMSum, ten meetings in one library, a marked
passage is first for .41 of the questions, among five for .64 and among these for .69: that much a perfect
order could bring to the top."""


class Ranking(Model):
    """The passages that help to answer, the best first; the others are left out."""

    passage_ids: list[str] = Field(max_length=LOOKED_AT)
    """Ids of passages that were shown, each once."""


def ranked(
    question: str,
    reader: Reader,
    *,
    desk: Desk,
    sources: dict[str, Source],
    k: int,
    **narrower: Unpack[Narrower],
) -> tuple[list[Hit], int]:
    """The best `k` passages that can answer, none if nobody spoke of it, and the tokens that took.

    The model is asked where that is switched on, there is something to put in order and the budget allows;
    whether anybody spoke of it is told without it. When it fails the order is ours.
    """
    if not desk.reranking or desk.model is None:
        return relevant(question, search(question, reader, desk=desk, k=k, **narrower), sources, desk), 0
    hits = search(question, reader, desk=desk, k=LOOKED_AT, **narrower)
    hits = [hit for hit in hits if hit.passage.source_id in sources]
    fitting = relevant(question, hits[:k], sources, desk)
    if len(fitting) < 2 or not affordable(reader.user, desk):
        return fitting, 0
    ids, tokens = _ordered(question, hits, sources, desk)
    return (relevant(question, in_order(hits, ids)[:k], sources, desk) if ids else fitting), tokens


def _ordered(
    question: str, hits: Sequence[Hit], sources: Mapping[str, Source], desk: Desk
) -> tuple[list[str], int]:
    """Ids as the model orders them, unknown ones among them, or none; and its tokens."""
    assert desk.model is not None
    passages = [hit.passage for hit in hits]
    known = {p.source_id: sources[p.source_id] for p in passages}
    seen = behind_screen(passages, known.values(), desk)
    body = "\n\n".join(f"[{p.id}]\n{labelled(p, known[p.source_id], seen)}" for p in passages)
    variables = {"question": hidden(question, seen, desk), "passages": fenced(body)}
    try:
        ranking, tokens = desk.model.ask("ranking", variables, Ranking)
    except ModelUnavailable:
        return [], 0
    return ranking.passage_ids, tokens
