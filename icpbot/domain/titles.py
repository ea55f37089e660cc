"""Titles: what the people who speak do for a living, where a source says so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from icpbot.domain.catalogue import Catalogue
from icpbot.domain.functions import functions_in, mentions
from icpbot.domain.sources import SpeakerRole, Turn
from icpbot.domain.text import HAN, fold, one_line, sentences

_OPENING = 6
"""Turns in which people say who they are."""
_LONGEST = 60
_IN_LABEL = re.compile(r"^.+?(?:\s*[,，]\s*|\s*[(（]|\s+[–—-]\s+)(.+?)[)）]?$")
_MYSELF = re.compile(
    r"(?<![^\W\d_])(?:i am|i'm|i work (?:here )?as|my (?:job )?title is|jestem|pracuje jako|na wizytowce mam"
    r"|jsem|pracuju jako|pracuji jako|delam|na vizitce mam|na vizitce stoji|працюю|моя посада(?: -)?|я"
    r"|на візитці)"
    r"(?:\s+(?:the|a|an|our|their|currently|now|here|teraz|obecnie|tu|tutaj|tady|ted|тут|зараз|як))*\s+"
    r"|我(?:是|担任|做)(?:公司|这里|这边)?的?"
)
"""Words after which somebody says their own title, and at most articles and the like between."""
_END = re.compile(r"[,.;:!?()，。；：！？、（）]")
_RANK = re.compile(
    r"(?:only|new|main|lead|deputy|vice|senior|junior|assistant|acting|former|zastepc\w*|mlodsz\w*|starsz\w*|nowy|nowa"
    r"|zastup\w*|hlavni|novy|nova|заступни\w*|старш\w*|молодш\w*|нов\w*|副|资深|高级)?\s*"
)
"""What may stand between: "I'm the deputy CFO", but not "I'm hiring drivers"."""
_SEPARATED = re.compile(r"[_\-–—,()]+")


def titles(
    turns: Sequence[Turn], roles: Mapping[str, SpeakerRole], stated: Mapping[str, str], name: str,
    catalogue: Catalogue,
) -> dict[str, str]:  # fmt: skip
    """Titles of those who do not ask, by speaker, in the source's own words: as its list of people states
    them, as the speaker is labelled, signs or introduces themselves; of a lone customer also as the file is
    called.
    """
    speakers = dict.fromkeys(
        t.speaker for t in turns if t.speaker and roles.get(t.speaker) is not SpeakerRole.INTERVIEWER
    )
    found = {who: t for who in speakers if (t := stated.get(who) or _of_speaker(who, turns, catalogue))}
    if len(speakers) == 1 and not found:
        found = {who: t for who in speakers if (t := _in_name(name, catalogue))}
    return found


def _of_speaker(who: str, turns: Sequence[Turn], catalogue: Catalogue) -> str | None:
    own = [turn.text for turn in turns if turn.speaker == who][:_OPENING]
    return (
        next(_known(_labels(who), catalogue), None)
        or next(_introductions(own, catalogue), None)
        or next(_known(_signatures(who, own), catalogue), None)
    )


def _known(candidates: Iterator[str], catalogue: Catalogue) -> Iterator[str]:
    """Those that name a function; the others may be anything."""
    return (text for text in candidates if len(text) <= _LONGEST and functions_in(text, catalogue))


def _labels(who: str) -> Iterator[str]:
    """'Jana Nováková, CFO', 'Ingrid (finance director)', and a label that is nothing but a title."""
    parted = _IN_LABEL.match(who)
    if parted:
        yield parted.group(1).strip()
    elif not any(word[:1].isupper() and word[1:].islower() for word in who.split()) or HAN.search(who):
        yield who


def _introductions(said: Sequence[str], catalogue: Catalogue) -> Iterator[str]:
    """The title right after 'I am the …'."""
    for text in said:
        for start, end in sentences(text):
            sentence = text[start:end]
            folded = fold(sentence)
            if len(folded) != len(sentence):  # places would not be the same
                continue
            for match in _MYSELF.finditer(folded):
                phrase = _END.split(sentence[match.end() :])[0]
                for words, _ in mentions(phrase, catalogue)[:1]:
                    before = phrase.index(words)
                    if _RANK.fullmatch(fold(phrase[:before])):
                        yield phrase[: before + len(words)]


def _signatures(who: str, said: Sequence[str]) -> Iterator[str]:
    """The line below their own name."""
    name = fold(one_line(who))
    for text in said:
        lines = [one_line(line) for line in text.splitlines()]
        yield from (below for line, below in pairwise(lines) if fold(line) == name)


def _in_name(name: str, catalogue: Catalogue) -> str | None:
    """'Harborline CFO interview': the one function that a file is called by."""
    words = " ".join(_SEPARATED.sub(" ", name).split())
    named = mentions(words, catalogue)
    return named[0][0] if len(named) == 1 else None
