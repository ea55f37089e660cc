"""Playbooks: what a department works with, which evidence that takes, and what it asks to be written."""

from collections.abc import Sequence
from enum import StrEnum

from pydantic import Field

from icpbot.domain.insights import InsightKind
from icpbot.domain.model import Model
from icpbot.domain.text import HAN, fold, terms

WHOLE = 3
"""Letters of a word up to which it is meant as a whole: "ad" does not begin "address"."""


class Figure(StrEnum):
    """What code counts beside the quotes: companies by verdict, customers that do not fit, and who left."""

    FIT = "fit"
    MISFITS = "misfits"
    LEFT = "left"


class Piece(Model):
    """Something to write: `labels` by language for people, `asks` for a model."""

    key: str = Field(pattern=r"^[a-z]+$")
    labels: dict[str, str]
    asks: str

    def label(self, language: str) -> str:
        return self.labels.get(language) or self.labels["en"]


class Playbook(Model):
    """`needs` are kinds that want a theme, `accounts` how many must have spoken. `names` are what the
    department is called, `words` beginnings of words by which a wish goes to it; the `usual` one takes what
    goes to nobody. `fillers` are words that wishes hold whatever they are about.
    """

    key: str
    kinds: tuple[InsightKind, ...]
    needs: tuple[InsightKind, ...]
    accounts: int
    figures: tuple[Figure, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    pieces: tuple[Piece, ...]
    usual: bool = False


def named(name: str, playbooks: Sequence[Playbook]) -> Playbook | None:
    """The department of that name, in whichever language."""
    asked = fold(name).strip()
    return next((p for p in playbooks if asked in {fold(n) for n in (p.key, *p.names)}), None)


def wished(text: str, playbooks: Sequence[Playbook]) -> Playbook:
    """Whose words a wish holds most of; the usual one where it holds nobody's."""
    folded = f" {' '.join(fold(text).replace('-', ' ').split())} "
    counts = [sum(_holds(folded, word) for word in p.words) for p in playbooks]
    if any(counts):
        return playbooks[counts.index(max(counts))]
    return next((p for p in playbooks if p.usual), playbooks[0])


def about(wish: str, playbooks: Sequence[Playbook]) -> set[str]:
    """Terms of what is to be written about: those that no playbook knows, short ones left out."""
    known = {term for p in playbooks for word in (*p.names, *p.words, *p.fillers) for term in terms(word)}
    return {t for t in terms(wish) if (len(t) >= WHOLE or HAN.match(t)) and t not in known}


def _holds(text: str, word: str) -> bool:
    folded = fold(word).replace("-", " ")
    if HAN.search(folded):
        return folded in text
    return f" {folded} " in text if len(folded) <= WHOLE else f" {folded}" in text
