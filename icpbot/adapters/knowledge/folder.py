"""Implements `Knowledge` and the examples for labellers, from a folder that people edit."""

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from icpbot.domain.catalogue import Attribute, Catalogue, Metric, Term
from icpbot.domain.errors import UsageError
from icpbot.domain.inflection import same_word
from icpbot.domain.insights import InsightKind
from icpbot.domain.playbooks import Playbook
from icpbot.domain.queries import Asking
from icpbot.domain.text import HAN, fold

LANGUAGES = ("en", "pl", "cs", "uk", "zh")
_VOCABULARIES = ("industries", "business_models", "technologies", "functions")
_ASKING = ("what is", "what's", "what are", "what does", "whats", "define", "definition", "explain", "mean",
           "difference", "co to", "czym jest", "czym sa", "czym rozni", "roznica", "co je", "co znamena", "rozdil",
           "jaky je rozdil", "що таке", "що означає", "різниця", "чим відрізняється", "是什么", "什么是", "什么叫",
           "区别", "定义")  # fmt: skip
_DEFINE = ("defin", "визначен", "дефініц")
"""Who asks for a definition may name the term in any case ("definice persony")."""


class KnowledgeFolder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def catalogue(self) -> Catalogue:
        return self._catalogue

    @cached_property
    def _catalogue(self) -> Catalogue:
        fields = set(Attribute.model_fields)
        attributes = [_picked(entry, fields) for entry in self._yaml("attributes.yaml")]
        metrics = [_picked(entry, set(Metric.model_fields)) for entry in self._yaml("metrics.yaml")]
        for entry in attributes:
            if entry["type"] == "country":
                entry["vocabulary"] = "countries"
        vocabularies = {name: self._terms(f"vocabularies/{name}.yaml") for name in _VOCABULARIES}
        vocabularies["countries"] = (*_countries(), *self._terms("vocabularies/regions.yaml"))
        return Catalogue.model_validate(
            {"attributes": attributes, "metrics": metrics, "vocabularies": vocabularies}
        )

    def _terms(self, name: str) -> tuple[Term, ...]:
        return tuple(_term(entry) for entry in self._yaml(name))

    def examples(self, name: str, label: str) -> list[tuple[str, str]]:
        """(text, label) of every line of a JSON Lines file."""
        return [(text, kind) for text, kind, _ in self.cases(name, label)]

    def cases(self, name: str, label: str) -> list[tuple[str, str, str]]:
        """(text, label, language) of every line of a JSON Lines file."""
        lines = self._read(name).splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        return [(row["text"], row[label], row["language"]) for row in rows]

    def answer_cases(self) -> list[tuple[str, bool, str]]:
        """(question, whether the sample research answers it, language)."""
        return [
            (text, bool(there), language)
            for text, there, language in self.cases("cases/answers.jsonl", "answered")
        ]

    def planted(self) -> dict[str, str]:
        """What people say in the sample research, with the theme it was written for."""
        told = self._yaml("sample/truth.yaml")["interviews"]
        return {said["quote"]: said["theme"] for interview in told for said in interview["insights"]}

    def sentence_cues(self) -> dict[str, dict[str, str]]:
        """Groups of words that hint at what a sentence is about: group, then language."""
        found: dict[str, dict[str, str]] = self._yaml("sentence_cues.yaml")
        return found

    def definition(self, question: str, language: str) -> str | None:
        """The text of the term asked about, when the question asks what something is."""
        folded = fold(question)
        outright = any(cue in folded for cue in map(fold, _DEFINE))
        if not (outright or any(fold(cue) in folded for cue in _ASKING)) or len(folded) > 120:
            return None
        words = f" {' '.join(folded.replace('?', ' ').replace(',', ' ').split())} "
        named = [
            (max(map(len, hits)), d) for d in self._definitions if (hits := _named(words, d, bent=outright))
        ]
        if not named:
            return None
        found: dict[str, str] = max(named, key=lambda pair: pair[0])[1]["text"]
        return found.get(language) or found["en"]

    def asking(self) -> Asking:
        """Words that only ask, of all languages: a query may mix them."""
        return self._asking

    @cached_property
    def _asking(self) -> Asking:
        return Asking(str(word) for words in self._yaml("asking.yaml").values() for word in words)

    def kind_asked(self, question: str) -> InsightKind | None:
        """The kind with most cue words in the question; nothing when none or two are even."""
        folded = f" {' '.join(fold(question).split())}"
        counts = {kind: sum(_begins(folded, cue) for cue in cues) for kind, cues in self._cues.items()}
        first, second = sorted(counts.values(), reverse=True)[:2]
        return max(counts, key=lambda kind: counts[kind]) if first > second else None

    @cached_property
    def _cues(self) -> dict[InsightKind, list[str]]:
        return {
            InsightKind(kind): [fold(c) for c in cues] for kind, cues in self._yaml("kind_cues.yaml").items()
        }

    @cached_property
    def _definitions(self) -> list[dict[str, Any]]:
        return list(self._yaml("definitions.yaml"))

    def guide(self, kinds: Sequence[InsightKind], language: str) -> list[str]:
        """Two open questions for each kind that is missing, in the order asked."""
        questions: list[str] = []
        for kind in kinds:
            fitting = [q for q in self._question_bank if q["kind"] == kind]
            questions += [q["text"].get(language) or q["text"]["en"] for q in fitting[:2]]
        return questions

    def invitation(self, language: str) -> tuple[str, str]:
        """Subject and text of the first invitation of the bank; nothing where there is none."""
        found = self._bank.get("invitation") or []
        parts = ("subject", "text")
        subject, text = (found[0][p].get(language) or found[0][p]["en"] if found else "" for p in parts)
        return subject, text

    def playbooks(self) -> Sequence[Playbook]:
        return self._playbooks

    @cached_property
    def _playbooks(self) -> tuple[Playbook, ...]:
        try:
            return tuple(Playbook.model_validate(entry) for entry in self._yaml("playbooks.yaml"))
        except ValidationError as error:
            raise UsageError("knowledge-broken", name="playbooks.yaml") from error

    @cached_property
    def _question_bank(self) -> list[dict[str, Any]]:
        return list(self._bank["questions"])

    @cached_property
    def _bank(self) -> dict[str, Any]:
        content: Any = self._yaml("question_bank.yaml")
        return content if isinstance(content, dict) else {"questions": content}

    def _yaml(self, name: str) -> Any:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            return yaml.load(self._read(name), Loader=loader)  # noqa: S506 - a safe loader either way
        except yaml.YAMLError as error:
            raise UsageError("knowledge-broken", name=name) from error

    def _read(self, name: str) -> str:
        try:
            return (self._folder / name).read_text(encoding="utf-8")
        except OSError as error:
            raise UsageError("knowledge-missing", name=name) from error


def _picked(entry: dict[str, Any], fields: set[str]) -> dict[str, Any]:
    """Keys that the domain knows: people may add notes of their own."""
    return {key: value for key, value in entry.items() if key in fields and value is not None}


def _term(entry: dict[str, Any]) -> Term:
    return Term(
        key=entry["key"],
        labels=entry.get("labels") or {},
        synonyms=tuple(_flat(entry.get("synonyms") or entry.get("titles") or [])),
        parent=entry.get("parent"),
        members=tuple(entry.get("countries") or ()),
    )


def _flat(synonyms: Any) -> list[str]:
    if isinstance(synonyms, dict):
        return [str(word) for words in synonyms.values() for word in words or []]
    return [str(word) for word in synonyms]


def _begins(text: str, cue: str) -> bool:
    return cue in text if HAN.search(cue) else f" {cue}" in text


def _named(words: str, definition: dict[str, Any], *, bent: bool) -> list[str]:
    names = [fold(n) for names in definition["names"].values() for n in names]
    return [
        n
        for n in names
        if (f" {n} " in words if n.isascii() else n in words)
        or (bent and _in_any_case(n.split(), words.split()))
    ]


def _in_any_case(name: Sequence[str], words: Sequence[str]) -> bool:
    places = range(len(words) - len(name) + 1)
    return any(all(map(same_word, name, words[place : place + len(name)])) for place in places)


def _countries() -> list[Term]:
    """Every country by its ISO code, named in five languages by CLDR."""
    from babel import Locale

    locales = {
        lang: {str(c): str(n) for c, n in Locale.parse(lang).territories.items()} for lang in LANGUAGES
    }
    codes = [c for c in locales["en"] if len(c) == 2 and c.isalpha() and c not in {"EU", "ZZ", "UN", "EZ"}]
    return [
        Term(key=code, labels={lang: names[code] for lang, names in locales.items() if code in names},
             synonyms=_ALSO.get(code, ()))
        for code in codes
    ]  # fmt: skip


_ALSO = {
    "CZ": ("Czech Republic", "Česká republika", "Česko", "Republika Czeska", "Чеська Республіка"),
    "GB": (
        "UK",
        "Great Britain",
        "England",
        "Scotland",
        "Wales",
        "Northern Ireland",
        "Wielka Brytania",
        "Velká Británie",
    ),
    "US": ("USA", "United States of America", "U.S.", "U.S.A.", "Stany Zjednoczone", "Spojené státy"),
    "NL": ("Holland", "The Netherlands", "Holandia", "Holandsko"),
    "CN": ("PRC", "Mainland China", "People's Republic of China"),
    "HK": ("Hong Kong", "Hongkong", "Гонконг", "香港"),
    "MO": ("Macau", "Macao", "Makau", "Макао", "澳门"),
    "KR": ("Korea", "Republic of Korea"),
    "TR": ("Turkey",),
    "MK": ("Macedonia",),
}
