"""Embeddings of an OpenAI-compatible service, as unit vectors; texts are masked before they leave."""

from collections.abc import Callable, Sequence

import numpy as np
from langchain_core.embeddings import Embeddings

from icpbot.adapters.embeddings.local import Vectors, unit
from icpbot.domain.errors import Unavailable


class RemoteEmbeddings:
    def __init__(self, name: str, service: Embeddings, mask: Callable[[str], str]) -> None:
        self.name = name
        self._service = service
        self._mask = mask

    def encode(self, texts: Sequence[str]) -> Vectors:
        from openai import OpenAIError

        try:
            rows = self._service.embed_documents([self._mask(text) for text in texts])
        except OpenAIError as error:
            raise Unavailable("embeddings-not-answering", name=self.name) from error
        return unit(np.asarray(rows, dtype=np.float32).reshape(len(texts), -1))


def openai_embeddings(model: str, mask: Callable[[str], str]) -> RemoteEmbeddings:
    from langchain_openai import OpenAIEmbeddings

    # Without this flag the client downloads a tokenizer at run time.
    service = OpenAIEmbeddings(model=model, check_embedding_ctx_length=False, max_retries=2)
    return RemoteEmbeddings(f"openai:{model}", service, mask)
