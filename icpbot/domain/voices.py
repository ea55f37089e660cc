"""Voices: which of the sentences that say the same speaks for all of them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight, Stance
from icpbot.domain.telling import stands_alone, telling
from icpbot.domain.text import one_line, sentences

if TYPE_CHECKING:
    from icpbot.domain.themes import Theme

_PLACE_COSTS = 0.04
"""What a sentence loses for each one nearer to the middle of what was said."""


def ranked(insights: Sequence[Insight], language: str | None = None) -> list[Insight]:
    """The most telling first: what stands alone in the reader's language, then in any, then the others
    as they came. What is given comes nearest to what they all say first, as a theme's insights do.
    """
    scores = [telling(spoken(i.quote, i.language).text, i.language) for i in insights]
    order = sorted(
        range(len(insights)),
        key=lambda n: (
            not (scores[n] > 0 and insights[n].language == language),
            not scores[n] > 0,
            -(scores[n] - _PLACE_COSTS * n) if scores[n] else n,
        ),
    )
    return [insights[n] for n in order]


def voice(insights: Sequence[Insight], language: str | None = None) -> Quote:
    """The words that speak for all of these, in the reader's language where one of them stands alone."""
    first = ranked(insights, language)[0]
    return spoken(first.quote, first.language)


def supporters(theme: "Theme", language: str | None = None) -> list[Insight]:
    """Who says it, the most telling first; where all speak against it, they."""
    said = [i for i in theme.insights if i.stance is Stance.SUPPORTS]
    return ranked(said or theme.insights, language)


def telling_first(themes: Iterable["Theme"], language: str | None = None) -> list["Theme"]:
    """The most accounts first, and among equals what the reader can read; what nobody can tell from its
    voices comes after what speaks for itself.
    """

    def place(theme: "Theme") -> tuple[bool, int, bool]:
        first = supporters(theme, language)[0]
        alone = theme.named or stands_alone(spoken(first.quote, first.language).text, first.language)
        return not alone, -theme.accounts, first.language != language

    return sorted(themes, key=place)


def called(theme: "Theme", language: str | None) -> str:
    """What a theme is called for a reader: by a voice of their own language where one stands alone, unless
    somebody has named it.
    """
    if theme.named:
        return theme.label
    first = supporters(theme, language)[0]
    return one_line(spoken(first.quote, first.language).text)


def spoken(quote: Quote, language: str | None) -> Quote:
    """The sentence of a quote that speaks best for itself; a quote that none does is left whole."""
    spans = list(sentences(quote.text.replace("\n", " ")))  # cues of subtitles break in mid-sentence
    scored = [(telling(quote.text[a:b], language), -a, b) for a, b in spans] if len(spans) > 1 else []
    best, start, end = max(scored, default=(0.0, 0, 0))
    if not best:
        return quote
    a, b = -start, end
    return quote.model_copy(
        update={"start": quote.start + a, "end": quote.start + b, "text": quote.text[a:b]}
    )
