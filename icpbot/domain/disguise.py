"""Disguise: what a text looks like to a model, and the way back from its words to the source's own.

Personal details and, when asked for, names are replaced before a text leaves; a quote that a model
gives is looked for in the text it saw, and its place is carried back.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from icpbot.domain.grounding import Citation, Quote
from icpbot.domain.model import Model
from icpbot.domain.passages import Passage
from icpbot.domain.sources import Source, SpeakerRole
from icpbot.domain.text import HAN

Span = tuple[int, int, str]
"""Start, end, and what stands there instead."""
Personal = Callable[[str], list[Span]]


class Disguised(Model):
    """A text with spans of it replaced; `spans` are in order and do not overlap."""

    original: str
    spans: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        out, at = [], 0
        for start, end, new in self.spans:
            out += [self.original[at:start], new]
            at = end
        return "".join([*out, self.original[at:]])

    def part(self, start: int, end: int) -> str:
        """What the text shows of a stretch of the original."""
        inside = tuple((max(a, start) - start, min(b, end) - start, new) for a, b, new in self.spans
                       if a < end and start < b)  # fmt: skip
        return Disguised(original=self.original[start:end], spans=inside).text

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a place in the text; what cuts a replacement takes all of it."""
        return self._origin(start, last=False), self._origin(end, last=True)

    def _origin(self, at: int, *, last: bool) -> int:
        shift = 0
        for start, end, new in self.spans:
            begin = start + shift
            if at < begin or (at == begin and not last):
                break
            if at < begin + len(new) or (at == begin + len(new) and last):
                if at == begin and last:
                    break
                return end if last else start
            shift += len(new) - (end - start)
        return at - shift


class Pseudonyms(Model):
    """`names` are speakers with what they are called instead: 'Speaker 1 (customer)'."""

    names: dict[str, str] = {}

    def label(self, speaker: str | None) -> str | None:
        return self.names.get(speaker, speaker) if speaker else speaker

    def found(self, text: str) -> list[Span]:
        """Names of speakers inside a text, whole or in part and in their cases ('Jany', 'Janě')."""
        spans: list[Span] = []
        for name, instead in self.names.items():
            for pattern in _patterns(name):
                spans += [(m.start(), m.end(), instead) for m in pattern.finditer(text)]
        return spans

    def revealed(self, text: str) -> str:
        """Names for pseudonyms, in what a model made of them."""
        for name, instead in sorted(self.names.items(), key=lambda item: -len(item[1])):
            short = instead.partition(" (")[0]
            for pseudonym in (re.escape(instead), rf"{re.escape(short)}(?!\d)"):
                text = re.sub(pseudonym, name.replace("\\", r"\\"), text)
        return text


def pseudonyms(sources: Iterable[Source]) -> Pseudonyms:
    """One number a speaker over all sources that are shown together."""
    names: dict[str, str] = {}
    for source in sources:
        for speaker in source.speakers:
            role = source.roles.get(speaker, SpeakerRole.UNKNOWN)
            mark = "" if role is SpeakerRole.UNKNOWN else f" ({role})"
            names.setdefault(speaker, f"Speaker {len(names) + 1}{mark}")
    return Pseudonyms(names=names)


def _patterns(name: str) -> list[re.Pattern[str]]:
    """The whole name, then its parts with up to three letters of an ending. Parts of a name are
    capitalised; two Han characters are the shortest name.
    """
    if HAN.search(name):
        return [re.compile(re.escape(name))] if len(name) > 1 else []
    parts = [part for part in re.findall(r"[^\W\d_]{3,}", name) if part[0].isupper()]
    stems = [
        re.escape(part[:-1] if len(part) > 3 and part[-1] in "aeoiyuаеєиіїоуюяýáíéů" else part)
        for part in parts
    ]
    whole = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")]
    return whole + [re.compile(rf"(?<!\w){stem}[^\W\d_]{{0,3}}(?!\w)") for stem in stems]


def disguised(text: str, personal: Personal, names: Pseudonyms) -> Disguised:
    """Personal details and names replaced; where they overlap the earlier and longer one counts, a name that
    has a pseudonym before one that has none, and what sticks out of the other is replaced as well.
    """
    spans = sorted([*names.found(text), *personal(text)], key=lambda span: (span[0], -span[1]))
    kept: list[Span] = []
    done = 0
    for start, end, instead in spans:
        begin = max(start, done)
        if begin < end and text[begin:end].strip():
            kept.append((begin, end, instead))
            done = end
    return Disguised(original=text, spans=tuple(kept))


def masked(text: str, personal: Personal) -> str:
    """The text with every personal detail replaced by what it is."""
    return disguised(text, personal, Pseudonyms()).text


class Screen(Model):
    """Passages behind their disguise, as a model is shown them."""

    passages: dict[str, tuple[Passage, Disguised]]
    names: Pseudonyms = Pseudonyms()

    @property
    def shown(self) -> list[Passage]:
        """To look for quotes in."""
        return [p.model_copy(update={"text": hidden.text}) for p, hidden in self.passages.values()]

    def back(self, citation: Citation) -> Citation:
        """The citation in the source's own words and places."""
        passage, hidden = self.passages[citation.passage.id]
        start, end = hidden.back(citation.quote.start - passage.start, citation.quote.end - passage.start)
        quote = Quote(source_id=passage.source_id, start=passage.start + start, end=passage.start + end,
                      text=passage.text[start:end])  # fmt: skip
        return Citation(passage=passage, quote=quote, repaired=citation.repaired)


def screen(passages: Sequence[Passage], personal: Personal, names: Pseudonyms) -> Screen:
    hidden = {p.id: (p, disguised(p.text, personal, names)) for p in passages}
    return Screen(passages=hidden, names=names)
