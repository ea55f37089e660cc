"""An embedding service, over real HTTP: what it is sent, and what comes back."""

import json
from contextlib import contextmanager

import numpy as np
import pytest
from loopback import Answering, answering

from icpbot.bootstrap import Parts
from icpbot.settings import Settings


@contextmanager
def service():
    """Answers with a vector for every text, and remembers the texts."""
    sent = []

    class Handler(Answering):
        def post(self):
            texts = self.asked()["input"]
            sent.extend(texts)
            data = [{"object": "embedding", "index": n, "embedding": [3.0, 4.0]} for n, _ in enumerate(texts)]
            usage = {"prompt_tokens": 1, "total_tokens": 1}
            self.say(json.dumps({"object": "list", "model": "m", "data": data, "usage": usage}).encode())

    with answering(Handler) as server:
        yield f"{server.url}/v1", sent


@pytest.fixture
def encoded(tmp_path, monkeypatch):
    """What a service was sent of some texts, and the vectors."""

    def encode(texts, **settings):
        with service() as (url, sent):
            monkeypatch.setenv("OPENAI_API_KEY", "not-a-key")
            monkeypatch.setenv("OPENAI_BASE_URL", url)
            parts = Parts(Settings(ICPBOT_HOME=tmp_path, ICPBOT_EMBEDDINGS="openai:m", **settings))
            return sent, parts.encoder.encode(texts)

    return encode


def test_details_are_hidden_from_the_service_and_vectors_are_of_length_one(encoded):
    sent, vectors = encoded(["Napište na jana@kolos.cz", "请拨打 138 0013 8000"])

    assert sent == ["Napište na [e-mail]", "请拨打 [phone]"]
    assert np.allclose(vectors, [[0.6, 0.8], [0.6, 0.8]])


def test_names_are_hidden_from_the_service_where_presidio_is_set(encoded, tmp_path):
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "persName", "pattern": "Annę Nowak"}])
    pipeline.to_disk(tmp_path / "pl")

    sent, _ = encoded(["Zapytaliśmy Annę Nowak o cenę."], ICPBOT_PRESIDIO=f"pl={tmp_path / 'pl'}")

    assert sent == ["Zapytaliśmy [person] o cenę."]
