"""Relevance: which hits can answer a question at all, and which sentences of them."""

import re
from collections.abc import Sequence

from icpbot.domain.grounding import Quote
from icpbot.domain.insights import may_hold_insight, utterances
from icpbot.domain.names import key_of
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Hit
from icpbot.domain.sources import Source
from icpbot.domain.text import terms
from icpbot.usecases.ports import Desk

PASSAGE_AT, SENTENCE_AT, WORDS_AT, WORTH_AT = 0.23, 0.27, 0.52, 0.12
"""Cosines of the local embeddings from which a passage, or one sentence of it, is taken to answer;
the share of the question's words that does it alone; and what is worth showing beside a good hit.
On 24 questions in five languages about the sample research, half of them about things nobody
mentioned, these tell all but two apart."""


def relevant(question: str, hits: Sequence[Hit], sources: dict[str, Source], desk: Desk) -> list[Hit]:
    """The hits if they can answer at all: near in meaning, or naming what only the question names.

    A number or name in the question that none of them says ("ISO 27001") means nobody spoke of it,
    however near the rest is.
    """
    said = {h.passage.id: set(terms(_all_of(h.passage, sources))) for h in hits}
    must, names = _distinctive(question), _names(question)
    if must and not any(must & words for words in said.values()):
        return []
    saying = [h for h in hits if (must | names) & said[h.passage.id]]
    sentences = [quote.text for hit in hits for _, quote in spoken(hit.passage, sources)]
    nearest = max(desk.likeness.to(question, sentences), default=0.0)
    near = max((h.similarity for h in hits), default=0.0)
    worded = [h for h in hits if h.overlap >= WORDS_AT]
    if near < PASSAGE_AT and nearest < SENTENCE_AT and not saying and not worded:
        return []
    return [h for h in saying or hits if h.similarity >= WORTH_AT or h in saying or h in worded]


def _distinctive(question: str) -> set[str]:
    """Numbers, acronyms and names inside a question: what an answer must say too."""
    words = re.findall(r"[^\W_]+", question)
    return {
        term
        for word in words[1:]
        if any(c.isdigit() for c in word) or (len(word) > 1 and word.isupper() and word not in _OUR_WORDS)
        for term in terms(word)
    }


def _names(question: str) -> set[str]:
    """Capitalised words inside a question: people, companies, products."""
    return {t for word in re.findall(r"[^\W_]+", question)[1:] if word[0].isupper() for t in terms(word)}


_OUR_WORDS = {"ICP", "CRM", "CFO", "CEO", "COO", "CTO", "IT", "B2B", "HR"}


def _all_of(passage: Passage, sources: dict[str, Source]) -> str:
    source = sources.get(passage.source_id)
    return f"{source.account or ''} {' '.join(source.speakers)} {passage.text}" if source else passage.text


def account_named(question: str, desk: Desk) -> str | None:
    """The one known account whose name, or a distinctive first word of it, the question says."""
    said = f" {key_of(question)} "
    names = {a.name for a in desk.accounts.accounts(desk.workspace)}
    found = {n for n in names if f" {key_of(n)} " in said}
    found = found or {n for n in names if len(first := key_of(n).split()[0]) > 4 and f" {first} " in said}
    return found.pop() if len(found) == 1 else None


def spoken(passage: Passage, sources: dict[str, Source]) -> list[tuple[Passage, Quote]]:
    source = sources.get(passage.source_id)
    if source is None:
        return []
    return [
        (passage, Quote(source_id=source.id, start=u.start, end=u.end, text=source.text[u.start : u.end]))
        for u in utterances(source)
        if passage.start <= u.start and u.end <= passage.end and may_hold_insight(u)
    ]
