"""Translating: what the quotes of an answer mean, for whoever does not read their language."""

from collections.abc import Mapping, Sequence

from pydantic import Field

from icpbot.domain.disguise import Screen
from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.grounding import Citation
from icpbot.domain.model import Model
from icpbot.domain.sources import Reader
from icpbot.domain.text import one_line, word_count
from icpbot.domain.translations import Translation, plausible
from icpbot.usecases.answers import Answer
from icpbot.usecases.budget import affordable
from icpbot.usecases.claiming import screened
from icpbot.usecases.ports import Desk
from icpbot.usecases.quoting import fenced
from icpbot.usecases.speaking import LANGUAGES

AT_ONCE = 16
"""Quotes of one answer; a message shows ten."""
TELLING = 6
"""Words from which a text by itself tells its language."""


class TranslatedQuote(Model):
    """One quote in the language of the reader."""

    id: str
    """Id of the quote, as the block gives it."""
    text: str = Field(max_length=900)
    """What it says."""


class Translations(Model):
    """Every quote of the block, once."""

    quotes: list[TranslatedQuote] = Field(max_length=AT_ONCE)


def translated(answer: Answer, reader: Reader, desk: Desk) -> Answer:
    """The answer with what its foreign quotes mean, as far as there is a model that answers and the budget
    allows it, and code finds no fault in what it says.
    """
    if desk.model is None or answer.notice:
        return answer
    foreign = _foreign(answer, desk)
    if not foreign or not affordable(reader.user, desk, already=answer.tokens):
        return answer
    found, tokens = _asked(answer, foreign, desk)
    return answer.model_copy(update={"translations": found, "tokens": answer.tokens + tokens})


def _foreign(answer: Answer, desk: Desk) -> list[tuple[Citation, str]]:
    """The quotes that are in another language than the answer, each once, and which."""
    found: dict[str, tuple[Citation, str]] = {}
    for citation in (c for claim in answer.claims for c in claim.citations):
        language = _language(citation, answer, desk)
        if language and language != answer.language:
            found.setdefault(citation.quote.text, (citation, language))
    return list(found.values())[:AT_ONCE]


def _language(citation: Citation, answer: Answer, desk: Desk) -> str | None:
    """By its words where they tell, since an interview may change its language; else its source's."""
    source, words = answer.sources.get(citation.quote.source_id), citation.quote.text
    of_source = source.language if source else None
    told = desk.language_of(words) if of_source is None or word_count(words) >= TELLING else None
    return told if told in LANGUAGES else of_source or told


def _asked(
    answer: Answer, foreign: Sequence[tuple[Citation, str]], desk: Desk
) -> tuple[dict[str, Translation], int]:
    """Translations that may be shown, by the words of their quotes; and the tokens they took."""
    assert desk.model is not None
    seen = screened([c.passage for c, _ in foreign], answer.sources, desk)
    asked = {f"q{n}": one for n, one in enumerate(foreign, 1)}
    hidden = {key: one_line(_shown(citation, seen)) for key, (citation, _) in asked.items()}
    block = fenced("\n".join(f"[{key}] {words}" for key, words in hidden.items()))
    try:
        said, tokens = desk.model.ask(
            "translation", {"language": answer.language, "quotes": block}, Translations
        )
    except ModelUnavailable:
        return {}, 0
    texts = {one.id: one_line(seen.names.revealed(one.text)) for one in said.quotes}
    if len(said.quotes) != len(asked) or texts.keys() != asked.keys():
        return {}, tokens  # which belongs to which cannot be known
    return _believed(texts, asked, answer.language, desk), tokens


def _shown(citation: Citation, seen: Screen) -> str:
    passage, hidden = seen.passages[citation.passage.id]
    return hidden.part(citation.quote.start - passage.start, citation.quote.end - passage.start)


def _believed(
    texts: Mapping[str, str], asked: Mapping[str, tuple[Citation, str]], wanted: str, desk: Desk
) -> dict[str, Translation]:
    """Those without a fault; a text too short to tell its language is taken for that of all together."""
    together = desk.language_of(" ".join(texts.values()))
    found: dict[str, Translation] = {}
    for key, (citation, language) in asked.items():
        text, words = texts[key], citation.quote.text
        spoken = desk.language_of(text) if word_count(text) >= TELLING else together
        if spoken == wanted and plausible(text, words, wanted):
            found[words] = Translation(text=text, language=language)
    return found
