"""Claiming: what a model says of the material, checked claim by claim, also while it is still writing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from icpbot.domain.disguise import Screen
from icpbot.domain.grounding import Align, Citation, Claim, ProposedClaim, verify, without_loose_numbers
from icpbot.domain.passages import Passage
from icpbot.domain.profile import Counts
from icpbot.domain.sources import Source, SpeakerRole
from icpbot.domain.voices import supporters
from icpbot.usecases.answers import Answer, AnswerClaim, Engine, ModelAnswer, Tell
from icpbot.usecases.material import Material, claim_of, count_line, period_line, used
from icpbot.usecases.ports import Desk
from icpbot.usecases.quoting import behind_screen, fenced, hidden, labelled
from icpbot.usecases.showing.answers import turn_of

SENT = 5
"""Passages sent to a model, of those that are mined for quotes: as much of what is wanted as ten plain chunks
hold, for half of their tokens (`benchmarks/tokens.py`)."""
HEARD = 2
"""Passages sent beside them that the top themes were heard in."""


def written(material: Material, *, desk: Desk, tell: Tell | None = None) -> Answer:
    """What a model answers, as far as sources hold it; without claims when they hold nothing. While it writes
    `tell` gets the answer that stands already, at first without claims. Raises `ModelUnavailable`.
    """
    assert desk.model is not None
    seen = _seen(material, desk)
    check = Check(seen, material.counts, desk.align, material.sources, material.language)

    def answer(proposed: ModelAnswer) -> Answer:
        return _worded(proposed, check, material, desk)

    heard = _Telling(answer, tell) if tell else None
    if heard:
        heard(ModelAnswer(claims=[]))
    proposed, tokens = desk.model.ask("answer", _variables(material, seen, desk), ModelAnswer, heard)
    return answer(proposed).model_copy(update={"tokens": tokens})


@dataclass(frozen=True)
class Check:
    """The one way from what a model claims to what a person may read."""

    seen: Screen
    counts: Counts | None
    align: Align
    sources: Mapping[str, Source]
    language: str

    def __call__(self, claim: AnswerClaim) -> tuple[Claim | None, int]:
        """The claim in its sources' own words and names, without what an interviewer said and sentences whose
        numbers stand in no cited quote and no stored count, or nothing; and how many of its citations no
        source holds.
        """
        citations = tuple((c.passage_id, c.quote) for c in claim.citations)
        proposed = ProposedClaim(text=claim.text, citations=citations)
        verified = verify([proposed], self.seen.shown, align=self.align)
        return next(map(self._told, verified.claims), None), verified.dropped

    def _told(self, claim: Claim) -> Claim | None:
        cited = tuple(c for c in map(self.seen.back, claim.citations) if not self._only_asked(c))
        known = [c.quote.text for c in cited]
        known += [str(n) for n in self.counts.model_dump().values()] if self.counts else []
        text = without_loose_numbers(self.seen.names.revealed(claim.text), known, self.language)
        return Claim(text=text, citations=cited) if text and cited else None

    def _only_asked(self, citation: Citation) -> bool:
        """Whether it is an interviewer's, which is no evidence of what customers say."""
        source = self.sources.get(citation.quote.source_id)
        if source is None:
            return False
        speaker = source.turns[turn_of(citation, source)].speaker or ""
        return source.roles.get(speaker) is SpeakerRole.INTERVIEWER


class _Telling:
    """Passes on what stands of an answer, worked out once for each thing that is heard."""

    def __init__(self, answer: Callable[[ModelAnswer], Answer], tell: Tell) -> None:
        self._work_out = answer
        self._tell = tell
        self._heard: ModelAnswer | None = None

    def __call__(self, heard: ModelAnswer) -> None:
        if heard != self._heard:
            self._heard, self._answer = heard, self._work_out(heard)
        self._tell(self._answer)


def _worded(proposed: ModelAnswer, check: Check, material: Material, desk: Desk) -> Answer:
    checked = [check(claim) for claim in proposed.claims]
    kept = tuple(claim for claim, _ in checked if claim)
    told_by = (period_line(material, desk), count_line(material, desk))
    head = " ".join(part for part in told_by if part)
    return Answer(
        text="\n".join([*([head] if head else []), *(claim.text for claim in kept)]),
        language=material.language, engine=Engine.MODEL, answered=True, claims=kept, counts=material.counts,
        kind=material.kind, sources=used(kept, material.sources), dropped=sum(lost for _, lost in checked),
    )  # fmt: skip


def _seen(material: Material, desk: Desk) -> Screen:
    passages = [hit.passage for hit in material.hits[:SENT]] + _theme_passages(material, desk)
    return screened(passages, material.sources, desk)


def screened(passages: Iterable[Passage], sources: dict[str, Source], desk: Desk) -> Screen:
    """Passages as a model may see them, with the names of their own speakers hidden."""
    shown = list(passages)
    known = {p.source_id: sources[p.source_id] for p in shown if p.source_id in sources}
    return behind_screen(shown, known.values(), desk)


def _variables(material: Material, seen: Screen, desk: Desk) -> dict[str, str]:
    question = hidden(material.question, seen, desk)
    passages = shown_as_data(seen, material.sources)
    return {"question": question, "language": material.language, "passages": passages}


def shown_as_data(seen: Screen, sources: dict[str, Source]) -> str:
    """Passages under their ids, with what kind of source each is from and when."""
    return fenced("\n\n".join(
        f"[{p.id}] {_origin(sources.get(p.source_id))}\n{_hidden(p, sources, seen)}"
        for p, _ in seen.passages.values()
    ))  # fmt: skip


def _origin(source: Source | None) -> str:
    return f"({', '.join(str(part) for part in (source.kind, source.date) if part)})" if source else ""


def _hidden(passage: Passage, sources: dict[str, Source], seen: Screen) -> str:
    source = sources.get(passage.source_id)
    return labelled(passage, source, seen) if source else seen.passages[passage.id][1].text


def _theme_passages(material: Material, desk: Desk) -> list[Passage]:
    """The passages the top themes were heard in, so that the model can quote them."""
    voices = [supporters(theme, material.language)[0] for theme in material.theme_list[:HEARD]]
    return [claim.citations[0].passage for voice in voices if (claim := claim_of(voice, desk))]
