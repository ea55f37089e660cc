"""The catalogue: attributes, metrics and the words people use for their values.

Its content is data in `knowledge/`; here is its shape and how a word is looked up.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TypeVar

from icpbot.domain.inflection import Inflected
from icpbot.domain.model import Model
from icpbot.domain.text import fold

T = TypeVar("T")

Names = dict[str, str]
"""A text by language code; `en` is always there."""


class ValueType(StrEnum):
    CATEGORY = "category"
    NUMBER = "number"
    MONEY = "money"
    BOOLEAN = "boolean"
    SET = "set"
    COUNTRY = "country"
    DATE = "date"
    TEXT = "text"


class Attribute(Model):
    """Something one can know of an account."""

    key: str
    type: ValueType
    labels: Names
    group: str = "company_specific"
    vocabulary: str | None = None
    unit: str | None = None
    synonyms: tuple[str, ...] = ()
    question: Names = {}
    knowable: bool = True
    protected: bool = False

    def label(self, language: str) -> str:
        return self.labels.get(language, self.labels["en"])


class Metric(Model):
    """One thing "best customer" can mean; `higher` or `lower` is better."""

    key: str
    direction: str
    labels: Names
    synonyms: tuple[str, ...] = ()
    question: Names = {}

    def label(self, language: str) -> str:
        return self.labels.get(language, self.labels["en"])


class Term(Model):
    """A value with its other names; `members` are countries of a region or children of a sector."""

    key: str
    labels: Names = {}
    synonyms: tuple[str, ...] = ()
    parent: str | None = None
    members: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        return self.labels.get(language) or self.labels.get("en") or self.key


class Catalogue(Model):
    attributes: tuple[Attribute, ...] = ()
    metrics: tuple[Metric, ...] = ()
    vocabularies: dict[str, tuple[Term, ...]] = {}

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of that key, label or synonym, in any language."""
        return self._attributes.get(_key(name))

    def metric(self, name: str) -> Metric | None:
        return self._metrics.get(_key(name))

    def canonical(self, vocabulary: str | None, value: str) -> str:
        """The vocabulary's own name of a value, folded; unknown values stay as they are, folded."""
        return self._terms.get(vocabulary or "", {}).get(_key(value), _key(value))

    def term(self, vocabulary: str | None, key: str) -> Term:
        """The term of that key; one the vocabulary does not know has no other names."""
        terms = self.vocabularies.get(vocabulary or "", ())
        return next((term for term in terms if term.key == key), Term(key=key))

    def spoken(self, vocabulary: str | None, words: str) -> Term | None:
        """The term of which these words are a name, whatever the punctuation."""
        return self._spoken.get(vocabulary or "", {}).get(words)

    def inflected(self, vocabulary: str | None, words: str) -> Term | None:
        """The term of which these words are a name in some form of it ("w Polsce", "банкам")."""
        forms = self._inflected.get(vocabulary or "")
        return forms.find(words) if forms else None

    def yes_no_named(self, words: str) -> Attribute | None:
        """The yes-or-no attribute of which these words are a name, in some form of it."""
        return self._yes_no.find(words)

    def share_members(self, vocabulary: str | None, one: str, other: str) -> bool:
        """Whether something belongs to both: Hungary to the EU and to CEE."""
        both = {self.canonical(vocabulary, one), self.canonical(vocabulary, other)}
        below = self._wider.get(vocabulary or "", {})
        return any(both <= {key, *wider} for key, wider in below.items())

    def widened(self, vocabulary: str | None, value: str) -> frozenset[str]:
        """A value and all it belongs to: a parcel carrier is logistics, Poland is in the EU."""
        own = self.canonical(vocabulary, value)
        return frozenset({own, *self._wider.get(vocabulary or "", {}).get(own, ())})

    @cached_property
    def _attributes(self) -> Mapping[str, Attribute]:
        return _index((a, [a.key, *a.labels.values(), *a.synonyms]) for a in self.attributes)

    @cached_property
    def _metrics(self) -> Mapping[str, Metric]:
        return _index((m, [m.key, *m.labels.values(), *m.synonyms]) for m in self.metrics)

    @cached_property
    def _terms(self) -> Mapping[str, Mapping[str, str]]:
        return {
            name: _index((_key(t.key), [t.key, *t.labels.values(), *t.synonyms]) for t in terms)
            for name, terms in self.vocabularies.items()
        }

    @cached_property
    def _spoken(self) -> Mapping[str, Mapping[str, Term]]:
        return {
            name: _index((t, [plain(n) for n in (t.key, *t.labels.values(), *t.synonyms)]) for t in terms)
            for name, terms in self.vocabularies.items()
        }

    @cached_property
    def _inflected(self) -> Mapping[str, Inflected[Term]]:
        return {
            name: Inflected((plain(n), t) for t in terms for n in (t.key, *t.labels.values(), *t.synonyms))
            for name, terms in self.vocabularies.items()
        }

    @cached_property
    def _yes_no(self) -> Inflected[Attribute]:
        return Inflected(
            (plain(name), a)
            for a in self.attributes if a.type is ValueType.BOOLEAN and not a.protected
            for name in (*a.labels.values(), *a.synonyms)
        )  # fmt: skip

    @cached_property
    def _wider(self) -> Mapping[str, Mapping[str, set[str]]]:
        return {name: _ancestors(terms) for name, terms in self.vocabularies.items()}


@lru_cache(maxsize=65_536)
def _key(name: str) -> str:
    return " ".join(fold(name).replace("_", " ").replace("-", " ").split())


def plain(text: str) -> str:
    """Folded words without punctuation, as they are said."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def _index(entries: Iterable[tuple[T, list[str]]]) -> dict[str, T]:
    found: dict[str, T] = {}
    entries = list(entries)
    for value, names in entries:
        found.setdefault(_key(names[0]), value)
    for value, names in entries:
        for name in names:
            found.setdefault(_key(name), value)
    return found


def _ancestors(terms: Iterable[Term]) -> dict[str, set[str]]:
    wider: dict[str, set[str]] = {}
    for term in terms:
        if term.parent:
            wider.setdefault(_key(term.key), set()).add(_key(term.parent))
        for member in term.members:
            wider.setdefault(_key(member), set()).add(_key(term.key))
    return wider
