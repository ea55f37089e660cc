"""Playbooks: what a department asks of the research, in the customers' own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import Field

from icpbot.domain.borrowed import stands_by
from icpbot.domain.errors import ModelUnavailable, NotFound
from icpbot.domain.grounding import Citation, Claim
from icpbot.domain.insights import InsightKind
from icpbot.domain.model import Model
from icpbot.domain.names import key_of
from icpbot.domain.playbooks import Piece, Playbook, about, named, wished
from icpbot.domain.reply import Reply
from icpbot.domain.sources import Reader, Source
from icpbot.domain.text import terms
from icpbot.domain.themes import Theme
from icpbot.domain.voices import spoken, supporters, telling_first
from icpbot.usecases.answers import Answer, AnswerClaim, CitedWords, Engine
from icpbot.usecases.budget import affordable
from icpbot.usecases.claiming import Check, screened, shown_as_data
from icpbot.usecases.comparing import ABOUT
from icpbot.usecases.counting import counted, themes
from icpbot.usecases.figures import figure_lines
from icpbot.usecases.material import claim_of, used
from icpbot.usecases.ports import Desk
from icpbot.usecases.quoting import fenced, hidden
from icpbot.usecases.relevance import account_named
from icpbot.usecases.showing.playbooks import choice_reply, missing_line, playbook_reply
from icpbot.usecases.translating import translated

EACH = 2
"""Themes of each kind: with four kinds what fits a screen, and what a model is shown."""


class PieceLine(Model):
    """One line for one of the items, with the words it rests on."""

    piece: str = Field(max_length=40)
    """The key of the item."""
    text: str = Field(max_length=500)
    """The line, ready to be used; numbers only if a cited quote says them."""
    citations: list[CitedWords] = Field(max_length=3)


class ModelPlaybook(Model):
    """Lines for the items that were asked for; none if the passages carry none."""

    lines: list[PieceLine] = Field(max_length=12)


@dataclass(frozen=True)
class Voiced:
    """A theme, and the words that speak for it."""

    theme: Theme
    claim: Claim

    def holds(self, citation: Citation) -> bool:
        """Whether these words were counted in it."""
        said = citation.quote
        return any(
            i.quote.source_id == said.source_id and i.quote.start < said.end and said.start < i.quote.end
            for i in self.theme.insights
        )


@dataclass(frozen=True)
class Evidence:
    """What a department works with, of what the reader may read: `interviewed` are accounts at all, `spoke`
    those whose words are taken.
    """

    book: Playbook
    wish: str
    language: str
    voices: Sequence[Voiced]
    sources: dict[str, Source]
    interviewed: int
    spoke: int

    @property
    def missing(self) -> list[InsightKind]:
        heard = {voiced.theme.kind for voiced in self.voices}
        return [kind for kind in self.book.needs if kind not in heard]


def playbook(name: str, reader: Reader, *, desk: Desk, language: str) -> Reply:
    """The playbook of a department by its name; all of them to choose from without one."""
    books = desk.knowledge.playbooks()
    if not name:
        return choice_reply(books, desk=desk, language=language)
    book = named(name, books)
    if book is None:
        raise NotFound("playbook-unknown", name=name, known=", ".join(b.key for b in books))
    return _opened(book, "", reader, desk, language)


def written_for(wish: str, reader: Reader, *, desk: Desk, language: str) -> Reply:
    """What somebody wants written, by the playbook of the department that would ask for it."""
    return _opened(wished(wish, desk.knowledge.playbooks()), wish, reader, desk, language)


def _opened(book: Playbook, wish: str, reader: Reader, desk: Desk, language: str) -> Reply:
    evidence = _gathered(book, wish, reader, desk, language)
    answer, headings = _worded(evidence, reader, desk)
    answer = translated(answer, reader, desk)
    lines = [*missing_line(book, evidence.missing, evidence.interviewed, desk=desk, language=language),
             *figure_lines(book.figures, reader, desk=desk, language=language)]  # fmt: skip
    counts = {c.quote: v.theme for claim in answer.claims for c in claim.citations
              for v in evidence.voices if v.holds(c)}  # fmt: skip
    return playbook_reply(book, answer, headings, lines, counts, spoke=evidence.spoke, desk=desk)


def _gathered(book: Playbook, wish: str, reader: Reader, desk: Desk, language: str) -> Evidence:
    sources = {s.id: s for s in desk.sources.all(reader)}
    found = {kind: themes(reader, desk=desk, kind=kind) for kind in book.kinds}
    account = account_named(wish, desk) if wish else None
    own = {kind: [o for theme in every if (o := _of(account, theme))] for kind, every in found.items()}
    told = account is not None and any(own.values())
    voices = [
        Voiced(theme, claim)
        for every in (own if told else found).values()
        for theme in _first(every, wish, language, desk)
        if (claim := _spoken_for(theme, language, desk))
    ]
    interviewed = len(set(counted(sources.values()).values()))
    return Evidence(book, wish, language, voices, sources, interviewed, 1 if told else interviewed)


def _of(account: str | None, theme: Theme) -> Theme | None:
    """The theme as far as one account told of it; its counts stay those of all."""
    said = tuple(i for i in theme.insights if i.account and key_of(i.account) == key_of(account or ""))
    return theme.model_copy(update={"insights": said}) if said else None


def _first(found: Sequence[Theme], wish: str, language: str, desk: Desk) -> list[Theme]:
    """What the wish is about before all else; then the most accounts."""
    ordered = telling_first(found, language)
    words = about(desk.knowledge.asking().left_out(wish), desk.knowledge.playbooks())
    if not words or not ordered:
        return ordered[:EACH]
    scores = desk.likeness.to(wish, [theme.label for theme in ordered])
    shared = [len(words & set(terms(theme.label))) for theme in ordered]
    near = sorted(range(len(ordered)), key=lambda n: (-shared[n], -scores[n] if scores[n] >= ABOUT else 0.0))
    return [ordered[n] for n in near[:EACH]]


def _spoken_for(theme: Theme, language: str, desk: Desk) -> Claim | None:
    """The sentence of its most telling voice, where it stands."""
    said = supporters(theme, language)[0]
    claim = claim_of(said, desk)
    if claim is None:
        return None
    words = spoken(said.quote, said.language)
    return Claim(text=words.text, citations=(Citation(passage=claim.citations[0].passage, quote=words),))


def _worded(evidence: Evidence, reader: Reader, desk: Desk) -> tuple[Answer, list[str]]:
    """Lines of a model that stand, else the voices themselves; with the heading of each."""
    if desk.model is None or not evidence.voices:
        return _in_their_words(evidence, desk)
    if not affordable(reader.user, desk):
        return _in_their_words(evidence, desk, "notice-budget")
    try:
        answer, headings = _written(evidence, desk)
    except ModelUnavailable:
        return _in_their_words(evidence, desk, "notice-model-down")
    if answer.claims:
        return answer, headings
    plain, headings = _in_their_words(evidence, desk)
    return plain.model_copy(update={"tokens": answer.tokens, "dropped": answer.dropped}), headings


def _in_their_words(evidence: Evidence, desk: Desk, notice: str | None = None) -> tuple[Answer, list[str]]:
    language, claims = evidence.language, tuple(voiced.claim for voiced in evidence.voices)
    answer = Answer(
        text="", language=language, engine=Engine.EXTRACTIVE, answered=bool(claims), claims=claims,
        notice=desk.voice.say(notice, language) if notice else None, sources=used(claims, evidence.sources),
    )  # fmt: skip
    return answer, [desk.voice.say(f"heading-{v.theme.kind}", language) for v in evidence.voices]


def _written(evidence: Evidence, desk: Desk) -> tuple[Answer, list[str]]:
    """What a model writes, line by line as far as customers' words hold it. Raises `ModelUnavailable`."""
    assert desk.model is not None
    book, passages = evidence.book, [v.claim.citations[0].passage for v in evidence.voices]
    seen = screened({p.id: p for p in passages}.values(), evidence.sources, desk)
    proposed, tokens = desk.model.ask("playbook", {
        "department": book.key, "language": evidence.language,
        "pieces": "\n".join(f"- {piece.key}: {piece.asks}" for piece in book.pieces),
        "wish": fenced(hidden(evidence.wish, seen, desk) or "-"),
        "passages": shown_as_data(seen, evidence.sources),
    }, ModelPlaybook)  # fmt: skip
    check = Check(seen, None, desk.align, evidence.sources, evidence.language)
    checked = [_checked(line, check, evidence) for line in proposed.lines]
    kept = sorted((found for found, _ in checked if found), key=lambda found: book.pieces.index(found[0]))
    claims = tuple(claim for _, claim in kept)
    answer = Answer(
        text="", language=evidence.language, engine=Engine.MODEL, answered=True, claims=claims,
        sources=used(claims, evidence.sources), dropped=sum(lost for _, lost in checked), tokens=tokens,
    )  # fmt: skip
    return answer, [piece.label(evidence.language) for piece, _ in kept]


def _checked(line: PieceLine, check: Check, evidence: Evidence) -> tuple[tuple[Piece, Claim] | None, int]:
    """The line with its item if customers said what it rests on, and word for word what it quotes; and how
    many of its citations no source holds.
    """
    claim, lost = check(AnswerClaim(text=line.text, citations=line.citations))
    piece = next((piece for piece in evidence.book.pieces if piece.key == line.piece), None)
    if claim and piece and stands_by(claim.text, [c.quote.text for c in claim.citations]):
        return (piece, claim), lost
    return None, lost
