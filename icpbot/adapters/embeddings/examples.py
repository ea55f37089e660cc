"""Labels by likeness to examples, and likeness of texts to each other."""

import contextlib
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


STRENGTH = 4.0
"""How far the examples are trusted; the best of four values in cross-validation (`icpbot eval`)."""


class Encoder(Protocol):
    name: str

    def encode(self, texts: Sequence[str]) -> Vectors: ...


class Remembering:
    """An encoder that keeps the vectors of the latest texts: insights are compared again and again."""

    def __init__(self, name: str, load: Callable[[], Encoder], keep: int = 20_000) -> None:
        self.name = name
        self._load = load
        self._encoder: Encoder | None = None
        self._keep = keep
        self._known: OrderedDict[str, NDArray[np.float32]] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> Vectors:
        self._encoder = self._encoder or self._load()
        fresh = [text for text in dict.fromkeys(texts) if text not in self._known]
        rows = dict(zip(fresh, self._encoder.encode(fresh), strict=True)) if fresh else {}
        found = [rows[text] if text in rows else self._known[text] for text in texts]
        self._known.update(rows)
        while len(self._known) > self._keep:
            self._known.popitem(last=False)
        return np.stack(found) if found else np.zeros((0, 1), dtype=np.float32)

    def forget(self) -> None:
        self._known.clear()


class VectorLikeness:
    """Implements `Likeness`."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def to(self, query: str, texts: Sequence[str]) -> list[float]:
        if not texts:
            return []
        rows = self._encoder.encode([query, *texts])
        return [float(score) for score in rows[1:] @ rows[0]]

    def pairs(self, texts: Sequence[str], at: float) -> list[tuple[int, int, float]]:
        if len(texts) < 2:
            return []
        rows = self._encoder.encode(texts)
        found: list[tuple[int, int, float]] = []
        for start in range(0, len(texts), 512):  # a block at a time keeps memory flat
            scores = rows[start : start + 512] @ rows.T
            lefts, rights = np.nonzero(scores >= at)
            found += [
                (int(a) + start, int(b), float(scores[a, b]))
                for a, b in zip(lefts, rights, strict=True)
                if a + start < b
            ]
        return found


class ExampleLabeller:
    """Implements `Labeller`: a softmax regression over the vectors of labelled examples.

    Trained at first use from `knowledge/` in well under a second; the examples may be in other
    languages than the text, since the vectors share one space.
    """

    def __init__(
        self,
        encoder: Encoder,
        examples: Callable[[], list[tuple[str, str]]],
        *,
        strength: float = STRENGTH,
        cache: Path | None = None,
    ) -> None:
        self._encoder = encoder
        self._examples = examples
        self._strength = strength
        self._cache = cache
        self._trained: tuple[list[str], NDArray[np.float64]] | None = None

    def label(self, texts: Sequence[str]) -> list[tuple[str, float]]:
        if not texts:
            return []
        return [max(row.items(), key=lambda item: item[1]) for row in self.likelihoods(texts)]

    def likelihoods(self, texts: Sequence[str]) -> list[dict[str, float]]:
        if not texts:
            return []
        labels, weights = self._model()
        rows = _softmax(_with_bias(self._encoder.encode(texts).astype(np.float64)) @ weights)
        return [dict(zip(labels, map(float, row), strict=True)) for row in rows]

    def _model(self) -> tuple[list[str], NDArray[np.float64]]:
        if self._trained is None:
            pairs = self._examples()
            labels = sorted({label for _, label in pairs})
            self._trained = labels, self._remembered(pairs, labels)
        return self._trained

    def _remembered(self, pairs: list[tuple[str, str]], labels: list[str]) -> NDArray[np.float64]:
        """Weights trained before on the same examples with the same encoder, else trained now."""
        if self._cache is None:
            return self._train(pairs, labels)
        key = hashlib.sha256(repr((self._encoder.name, self._strength, pairs)).encode()).hexdigest()[:16]
        path = self._cache / f"labels-{key}.npy"
        try:
            weights: NDArray[np.float64] = np.load(path)
        except (OSError, ValueError):  # not there yet, or cut off by a kill
            weights = self._train(pairs, labels)
            _save(path, weights)
        return weights

    def _train(self, pairs: list[tuple[str, str]], labels: list[str]) -> NDArray[np.float64]:
        rows = _with_bias(self._encoder.encode([text for text, _ in pairs]).astype(np.float64))
        targets = np.eye(len(labels))[[labels.index(label) for _, label in pairs]]
        return _fit(rows, targets, self._strength)


def _save(path: Path, weights: NDArray[np.float64]) -> None:
    """A cache that cannot be written is a cache we do without."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, weights)


def _with_bias(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.hstack([rows, np.full((len(rows), 1), 0.3)])


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: NDArray[np.float64] = shifted / shifted.sum(axis=1, keepdims=True)
    return result


def _fit(rows: NDArray[np.float64], targets: NDArray[np.float64], strength: float) -> NDArray[np.float64]:
    """Multinomial logistic regression with balanced classes, by Nesterov's gradient.

    `strength` is scikit-learn's C: larger trusts the examples more.
    """
    balance = (1 / targets.sum(axis=0))[targets.argmax(axis=1)]
    balance *= len(rows) / balance.sum()
    weights = np.zeros((rows.shape[1], targets.shape[1]))
    ahead, momentum = weights.copy(), 1.0
    step = 1.0 / (0.5 * np.linalg.norm(rows * np.sqrt(balance)[:, None], 2) ** 2 + 1 / strength)
    for _ in range(200):
        slope = rows.T @ (balance[:, None] * (_softmax(rows @ ahead) - targets)) + ahead / strength
        following = ahead - step * slope
        faster = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        ahead = following + (momentum - 1) / faster * (following - weights)
        weights, momentum = following, faster
    return weights


def held_out(encoder: Encoder, cases: Sequence[tuple[str, str, str]], folds: int = 5) -> dict[str, float]:
    """Share of cases labelled right by language, each fifth judged by the other four fifths."""
    rows = _with_bias(encoder.encode([text for text, _, _ in cases]).astype(np.float64))
    labels = sorted({label for _, label, _ in cases})
    truth = np.array([labels.index(label) for _, label, _ in cases])
    guessed = np.zeros(len(cases), dtype=int)
    for fold in range(folds):
        held = np.arange(len(cases)) % folds == fold
        weights = _fit(rows[~held], np.eye(len(labels))[truth[~held]], STRENGTH)
        guessed[held] = (rows[held] @ weights).argmax(axis=1)
    languages = np.array([language for _, _, language in cases])
    return {
        str(language): round(float((guessed == truth)[languages == language].mean()), 3)
        for language in sorted(set(languages))
    }
