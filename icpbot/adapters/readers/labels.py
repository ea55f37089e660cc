"""Who speaks: which 'Name:' at the start of a line is a speaker, and which only a word."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icpbot.adapters.readers.vocabulary import HAN_PHRASES, PAIRS, PARTICLES, WORDS_ONLY
from icpbot.domain.text import HAN, fold

if TYPE_CHECKING:
    from icpbot.adapters.readers.lines import Line

MAX_WORDS = 5
MAX_CHARACTERS = 50
_NEVER = re.compile(r"[?!;=<>{}\\#\"„“”…。？！，、；]|\S@\S+\.|\bhttps?\b|\bwww\.|//|^[a-z]+://|[,:]$")


def _key(label: str) -> str:
    """The label without case, diacritics, numbers and final dots: 'Step 2.' is a step."""
    return re.sub(r"[\d.\s]+$", "", fold(label).strip()).replace(" ", "_")


_ONLY = {_key(word.replace("_", " ")) for word in WORDS_ONLY.split()}
_FOLDED_PAIRS = tuple((fold(q), fold(a)) for q, a in PAIRS)


def plausible(label: str) -> bool:
    """Could be somebody's name: short, with a letter, no sentence, address or time."""
    words = label.split()
    return (
        0 < len(words) <= MAX_WORDS
        and len(label) <= MAX_CHARACTERS
        and any(char.isalpha() for char in label)
        and not _NEVER.search(label)
        and label.count(",") <= 1
        and label.count("(") == label.count(")")
        and len(HAN.findall(label)) <= 10
        and not label.endswith(HAN_PHRASES)
    )


def named(label: str) -> bool:
    """Written as names are: capitals, or a script without them."""
    words = [w for w in re.sub(r"\([^)]*\)", " ", label).split() if w not in PARTICLES]
    return bool(words) and all(not first.islower() for w in words if (first := w.lstrip("'’\"“„-")[:1]))


def speakers(lines: Sequence["Line"]) -> frozenset[str]:
    """Labels that are speakers: they recur or answer one another, and carry much of the text."""
    said = _Labels.of(lines)
    recurring = {label for label in said.counts if said.recurs(label)}
    if not (said.is_conversation(recurring) or (not recurring and said.is_exchange())):
        return frozenset()
    return frozenset(recurring | {label for label in said.counts if said.joins_in(label)})


@dataclass(frozen=True)
class _Labels:
    """How often each label occurs, and how much of the text has one."""

    counts: Counter[str]
    units: int
    timed: frozenset[str]
    asks: bool

    @classmethod
    def of(cls, lines: Sequence["Line"]) -> "_Labels":
        counts = Counter(line.label for line in lines if line.label)
        pairs = {word for q, a in _FOLDED_PAIRS if {q, a} <= {_key(label) for label in counts}
                 for word in (q, a)}  # fmt: skip
        kept = Counter({label: n for label, n in counts.items()
                        if _key(label) not in _ONLY or (_key(label) in pairs and n > 1)})  # fmt: skip
        return cls(
            counts=kept,
            units=_paragraphs(lines),
            timed=frozenset(line.label for line in lines if line.label and line.start is not None),
            asks=any(line.label in kept and re.search("[?？]", line.words) for line in lines),
        )

    def share(self, labels: set[str]) -> float:
        return sum(self.counts[label] for label in labels) / max(1, self.units)

    def recurs(self, label: str) -> bool:
        """At least twice; several words in lower case only where nearly every line has a label."""
        tidy = named(label) or " " not in label or self.share(set(self.counts)) >= 0.8
        return self.counts[label] > 1 and tidy

    def is_conversation(self, recurring: set[str]) -> bool:
        share = self.share(recurring)
        if len(recurring) == 1:
            return share >= 0.5
        often = sum(self.counts[label] > 2 for label in recurring)
        return len(recurring) > 1 and (share >= 0.3 or (often > 1 and share >= 0.1))

    def is_exchange(self) -> bool:
        """Nobody speaks twice: two voices, or several with full names, times or questions."""
        labels = set(self.counts)
        if len(labels) < 2 or self.share(labels) < 0.8 or not all(map(named, labels)):
            return False
        full = sum(" " in label for label in labels) * 2 >= len(labels)
        return len(labels) == 2 or full or self.asks or labels <= self.timed

    def joins_in(self, label: str) -> bool:
        """Says one thing in a conversation of others."""
        dense = self.share(set(self.counts)) >= 0.8
        nick = label in self.timed and " " not in label  # chats are full of people in lower case
        return nick or (named(label) and (" " in label or label in self.timed or dense))


def _paragraphs(lines: Sequence["Line"]) -> int:
    """Labelled lines and beginnings of paragraphs; wrapped lines of an answer do not count, nor does
    the first paragraph below a name that stands on its own line.
    """
    count, fresh, announced = 0, True, False
    for line in lines:
        if not line.text or line.heading:
            fresh = True
            continue
        count += bool(line.label or ((fresh or line.item) and not announced))
        fresh, announced = False, bool(line.label and not line.words)
    return count
