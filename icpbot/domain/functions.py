"""Job functions: which of them a text names, and what people of one function said.

What a title means, in five languages, stands in `knowledge/vocabularies/functions.yaml`.
"""

from collections.abc import Iterable, Mapping, Sequence

from icpbot.domain.catalogue import Catalogue, Term, plain
from icpbot.domain.comparison import Group
from icpbot.domain.insights import Insight
from icpbot.domain.sources import Source, SpeakerRole
from icpbot.domain.vocabulary import stretches

VOCABULARY = "functions"
_SHORTEST_FORM = 5
"""Letters from which a word may stand in another form of itself; shorter ones only in the plural: CFOs."""


def functions_in(text: str, catalogue: Catalogue) -> list[Term]:
    """The functions whose name or titles a text holds, each once, in its order."""
    return list({term.key: term for _, term in mentions(text, catalogue)}.values())


def mentions(text: str, catalogue: Catalogue) -> list[tuple[str, Term]]:
    """The words that name functions, with the function of each; of names within names the longest counts."""
    heard = ((start, end, _named(text[start:end], catalogue)) for start, end in stretches(text))
    named = [(start, end, term) for start, end, term in heard if term]
    kept: list[tuple[int, int, Term]] = []
    for one in sorted(named, key=lambda each: each[0] - each[1]):
        if all(one[1] <= start or end <= one[0] for start, end, _ in kept):
            kept.append(one)
    return [(text[start:end], term) for start, end, term in sorted(kept, key=lambda each: each[0])]


def _named(surface: str, catalogue: Catalogue) -> Term | None:
    """'IT' is not 'it': short names of letters count only in capitals."""
    said = plain(surface)
    if len(said) < 3 and said.isascii() and not surface.isupper():
        return None
    found = catalogue.spoken(VOCABULARY, said)
    if found is None and len(said) <= _SHORTEST_FORM and said.endswith("s"):
        found = catalogue.spoken(VOCABULARY, said[:-1])
    if found is None and len(said) >= _SHORTEST_FORM:
        found = catalogue.inflected(VOCABULARY, said)
    return found


class People(Group):
    """A group of speakers rather than of sources: of two in an interview only one may belong to it."""

    speakers: frozenset[tuple[str, str]]
    """Source and speaker."""

    def holds(self, insight: Insight) -> bool:
        return (insight.source_id, insight.speaker or "") in self.speakers


def voices_of_function(
    function: Term, sources: Iterable[Source], voices: Mapping[str, str], catalogue: Catalogue, *, name: str
) -> People:
    """Customers whose title is of a function. `voices` are the sources that are counted, each with whose
    voice it is; a person without a title belongs to no function.
    """
    found = {
        (source.id, speaker)
        for source in sources
        if source.id in voices
        for speaker, title in source.titles.items()
        if source.roles.get(speaker) is not SpeakerRole.INTERVIEWER
        and function.key in {term.key for term in functions_in(title, catalogue)}
    }
    own = {source_id: voices[source_id] for source_id, _ in sorted(found)}
    return People(name=name, voices=own, speakers=frozenset(found))


def groups_of_functions(
    question: str, sources: Sequence[Source], voices: Mapping[str, str], catalogue: Catalogue, language: str
) -> tuple[People, People] | None:
    """The two functions that a question sets against each other; nothing unless it names two."""
    named = functions_in(question, catalogue)
    if len(named) != 2:
        return None
    first, second = (
        voices_of_function(term, sources, voices, catalogue, name=term.label(language)) for term in named
    )
    return first, second
