"""Labels by likeness to examples: a softmax regression over what a sentence means and how it is worded."""

import contextlib
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from icpbot.adapters.embeddings.features import GRAMS, Grams, Wording
from icpbot.adapters.embeddings.likeness import Encoder

Rows = NDArray[np.float32]

STRENGTH = 4.0
"""How far the examples are trusted; values from 1 to 16 differ by less than a point of accuracy."""
GRAMS_WEIGH = 2.5
CUES_WEIGH = 0.1
"""How large n-grams and cues stand beside a unit vector; the best of a coarse grid on the shipped cases."""
BIAS = 0.3
SHARPNESS = np.float32(2.0)
"""Scores are multiplied by it: so strict a regression is less sure than it is right (least log loss)."""
STEPS = 150
BATCH = 512
"""Texts at a time: their rows are wide."""


class Model(NamedTuple):
    labels: list[str]
    weights: Rows
    """Features by labels."""
    rarity: Rows
    """Of every column of n-grams, then of cues: the rarer among the examples, the heavier."""


class ExampleLabeller:
    """Implements `Labeller`.

    Trained at first use from `knowledge/` in a second or two and kept in the cache folder; the
    examples may be in other languages than the text, since the vectors share one space.
    """

    def __init__(
        self,
        encoder: Encoder,
        examples: Callable[[], list[tuple[str, str]]],
        wording: Callable[[], Wording],
        *,
        cache: Path | None = None,
    ) -> None:
        self._encoder = encoder
        self._examples = examples
        self._wording = wording
        self._cache = cache
        self._trained: Model | None = None

    def label(self, texts: Sequence[str]) -> list[tuple[str, float]]:
        return [max(row.items(), key=lambda item: item[1]) for row in self.likelihoods(texts)]

    def likelihoods(self, texts: Sequence[str]) -> list[dict[str, float]]:
        model, found = self._model() if texts else None, list[dict[str, float]]()
        for start in range(0, len(texts), BATCH):
            assert model is not None
            vectors, grams, cues = self._read(texts[start : start + BATCH])
            scores = _scores(vectors, grams, cues, model)
            rows = _softmax(SHARPNESS * scores)
            found += [dict(zip(model.labels, map(float, row), strict=True)) for row in rows]
        return found

    def _read(self, texts: Sequence[str]) -> tuple[Rows, Grams, Rows]:
        return (self._encoder.encode(texts), *self._wording().rows(texts))

    def _model(self) -> Model:
        if self._trained is None:
            pairs = self._examples()
            self._trained = self._remembered(pairs) or self._train(pairs)
        return self._trained

    def _remembered(self, pairs: list[tuple[str, str]]) -> Model | None:
        """What was trained before on the same examples with the same features."""
        path = self._path(pairs)
        if path is None:
            return None
        with (
            contextlib.suppress(OSError, ValueError, KeyError, EOFError, BadZipFile),
            path.open("rb") as file,
        ):
            kept = np.load(file)
            return Model(_labels(pairs), kept["weights"], kept["rarity"])
        return None  # not there yet, or cut off by a kill

    def _path(self, pairs: list[tuple[str, str]]) -> Path | None:
        settings = (STRENGTH, GRAMS_WEIGH, CUES_WEIGH, STEPS)
        key = repr((self._encoder.name, settings, self._wording().key, pairs))
        name = f"labels-{hashlib.sha256(key.encode()).hexdigest()[:16]}.npz"
        return self._cache / name if self._cache else None

    def _train(self, pairs: list[tuple[str, str]]) -> Model:
        labels = _labels(pairs)
        vectors, sparse, cues = self._read([text for text, _ in pairs])
        grams = sparse.dense(len(pairs))
        rarity = np.concatenate([_rarity(grams), _rarity(cues)])
        targets = np.eye(len(labels), dtype=np.float32)[[labels.index(label) for _, label in pairs]]
        weights = _fit(_joined(vectors, grams, cues, rarity), targets)
        path = self._path(pairs)
        if path:
            _save(path, weights, rarity)
        return Model(labels, weights, rarity)


def _labels(pairs: Sequence[tuple[str, str]]) -> list[str]:
    return sorted({label for _, label in pairs})


def _save(path: Path, weights: Rows, rarity: Rows) -> None:
    """A cache that cannot be written is a cache we do without."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(path, weights=weights, rarity=rarity)


def _rarity(rows: Rows) -> Rows:
    """Inverse document frequency of every column, 0 for one that nearly every example has."""
    found: Rows = np.log(len(rows) / ((rows != 0).sum(axis=0) + 1)).clip(0).astype(np.float32)
    return found


def _joined(vectors: Rows, grams: Rows, cues: Rows, rarity: Rows) -> Rows:
    """One row a text: its vector, a constant, its n-grams at equal length, its cues."""
    heavy = grams * rarity[: grams.shape[1]]
    lengths = np.linalg.norm(heavy, axis=1, keepdims=True)
    lengths[lengths == 0] = 1.0
    constant = np.full((len(vectors), 1), BIAS, dtype=np.float32)
    return np.hstack(
        [vectors, constant, GRAMS_WEIGH * heavy / lengths, CUES_WEIGH * cues * rarity[grams.shape[1] :]]
    )


def _scores(vectors: Rows, grams: Grams, cues: Rows, model: Model) -> Rows:
    """What `_joined` rows times the weights give, without the wide rows: few n-grams stand in a text."""
    meaning, constant, worded, cued = np.split(model.weights, _places(vectors.shape[1]))
    rarity = model.rarity[:GRAMS]
    heavy = grams.counts * rarity[grams.columns]
    lengths: Rows = np.zeros(len(vectors), dtype=np.float32)
    np.add.at(lengths, grams.texts, heavy**2)
    np.sqrt(lengths, out=lengths)
    lengths[lengths == 0] = 1.0
    said = np.zeros((len(vectors), len(model.labels)), dtype=np.float32)
    np.add.at(said, grams.texts, heavy[:, None] * worded[grams.columns])
    said *= (GRAMS_WEIGH / lengths)[:, None]
    cue_rows = CUES_WEIGH * cues * model.rarity[GRAMS:]
    scores: Rows = (vectors @ meaning + BIAS * constant + said + cue_rows @ cued).astype(np.float32)
    return scores


def _places(dimensions: int) -> list[int]:
    """Where the constant, the n-grams and the cues begin in a row of `_joined`."""
    return [dimensions, dimensions + 1, dimensions + 1 + GRAMS]


def _softmax(scores: Rows) -> Rows:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Rows = shifted / shifted.sum(axis=1, keepdims=True)
    return result


def _fit(rows: Rows, targets: Rows) -> Rows:
    """Multinomial logistic regression with balanced classes, by Nesterov's gradient.

    The weights are a mix of the examples' rows, so the mix is sought: there are fewer examples than
    features. `STRENGTH` is scikit-learn's C: larger trusts the examples more.
    """
    balance: Rows = (1 / targets.sum(axis=0))[targets.argmax(axis=1)]
    balance = (balance * len(rows) / balance.sum())[:, None]
    alike: Rows = rows @ rows.T
    step = np.float32(1.0 / (0.5 * _largest(alike, np.sqrt(balance)) + 1 / STRENGTH))
    mix: Rows = np.zeros_like(targets)
    ahead: Rows = mix.copy()
    momentum = 1.0
    for _ in range(STEPS):
        following: Rows = ahead - step * (
            balance * (_softmax((alike @ ahead).astype(np.float32)) - targets) + ahead / STRENGTH
        )
        faster = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = (following + (momentum - 1) / faster * (following - mix)).astype(np.float32)
        mix, momentum = following, faster
    weights: Rows = rows.T @ mix
    return weights


def _largest(alike: Rows, scale: Rows) -> float:
    """The largest eigenvalue of the scaled matrix by the power method, a little more to be safe."""
    vector, length = np.ones((len(alike), 1), dtype=np.float32), 1.0
    for _ in range(20):
        vector = scale * (alike @ (scale * vector))
        length = float(np.linalg.norm(vector)) or 1.0
        vector = vector / length
    return 1.05 * length
