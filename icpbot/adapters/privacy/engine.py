"""The engine of presidio over pipelines that are installed; importing it takes two seconds."""

from collections.abc import Mapping, Sequence

import spacy
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import (
    IpRecognizer,
    NhsRecognizer,
    PlPeselRecognizer,
    SpacyRecognizer,
    UkNinoRecognizer,
    UsItinRecognizer,
    UsSsnRecognizer,
)
from spacy.language import Language

from icpbot.adapters.privacy import ANY, BLANK
from icpbot.domain.errors import UsageError

_LABELS = {
    "PER": "PERSON", "PERSON": "PERSON", "persName": "PERSON",
    "LOC": "LOCATION", "GPE": "LOCATION", "FAC": "LOCATION", "placeName": "LOCATION", "geogName": "LOCATION",
}  # fmt: skip
"""What pipelines call people and places; the Polish ones have words of their own for them."""
_NUMBERS = (
    IpRecognizer,
    NhsRecognizer,
    PlPeselRecognizer,
    UkNinoRecognizer,
    UsItinRecognizer,
    UsSsnRecognizer,
)


class _Installed(SpacyNlpEngine):
    """Pipelines that are there already."""

    def __init__(self, pipelines: Mapping[str, Language]) -> None:
        super().__init__(
            ner_model_configuration=NerModelConfiguration(model_to_presidio_entity_mapping=_LABELS)
        )
        self.nlp = dict(pipelines)  # type: ignore[assignment] # declared as the None it begins with
        self._pipelines = pipelines

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        doc = self._pipelines[language](text)
        for token in doc:
            # Without lemmas the words beside a number would not tell what it is.
            token.lemma_ = token.lemma_ or token.lower_
        return self._doc_to_nlp_artifact(doc, language)


def opened(pipelines: Mapping[str, str], entities: Sequence[str]) -> AnalyzerEngine:
    """An engine that finds `entities` by the pipelines, and numbers in every language.

    `pipelines` are names or folders by language; raises `UsageError` for one that cannot be loaded.
    """
    keys = list(pipelines)
    found: list[EntityRecognizer] = [kind(supported_language=key) for key in keys for kind in _NUMBERS]
    found += [SpacyRecognizer(supported_language=key, supported_entities=list(entities)) for key in keys]
    return AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=found, supported_languages=keys),
        nlp_engine=_Installed({key: _loaded(key, name) for key, name in pipelines.items()}),
        supported_languages=keys,
    )


def _loaded(language: str, name: str) -> Language:
    try:
        return spacy.blank("xx" if language == ANY else language) if name == BLANK else spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise UsageError("presidio-pipeline-missing", name=name) from error
