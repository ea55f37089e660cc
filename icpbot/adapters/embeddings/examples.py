"""Labels by likeness to examples: a softmax regression over what a sentence means and how it is worded."""

import contextlib
import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from icpbot.adapters.embeddings.features import GRAMS, Grams, Wording
from icpbot.adapters.embeddings.likeness import Encoder

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Rows = NDArray[np.float32]

STRENGTH = 4.0
"""How far the examples are trusted; values from 1 to 16 differ by less than a point of accuracy."""
GRAMS_WEIGH = 2.5
CUES_WEIGH = 0.1
"""How large n-grams and cues stand beside a unit vector; the best of a coarse grid on the shipped cases."""
BIAS = 0.3
SHARPNESS, MANY = np.float32(2.0), 5000
"""Scores are multiplied by it: so strict a regression is less sure than it is right; from so many examples it
is as sure as it is right (least log loss on the shipped cases)."""
STEPS = 150
BATCH = 512
"""Texts at a time: their rows are wide."""


class Model(NamedTuple):
    labels: list[str]
    weights: Rows
    """Features by labels."""
    rarity: Rows
    """Of every column of n-grams, then of cues: the rarer among the examples, the heavier."""
    sharpness: np.float32


class ExampleLabeller:
    """Implements `Labeller`.

    What was trained is `shipped` beside the examples; where these were changed it is trained anew at first
    use, in some twenty seconds, and kept in the cache folder. The examples may be in other languages than
    the text, since the vectors share one space.
    """

    def __init__(
        self,
        encoder: Encoder,
        examples: Callable[[], list[tuple[str, str]]],
        wording: Callable[[], Wording],
        *,
        cache: Path,
        shipped: Path | None = None,
    ) -> None:
        self._encoder = encoder
        self._examples = examples
        self._wording = wording
        self._folders = (*([shipped] if shipped else []), cache)
        self._trained: Model | None = None

    def label(self, texts: Sequence[str]) -> list[tuple[str, float]]:
        return [max(row.items(), key=lambda item: item[1]) for row in self.likelihoods(texts)]

    def likelihoods(self, texts: Sequence[str]) -> list[dict[str, float]]:
        model, found = self._model() if texts else None, list[dict[str, float]]()
        for start in range(0, len(texts), BATCH):
            assert model is not None
            vectors, grams, cues = self._read(texts[start : start + BATCH])
            scores = _scores(vectors, grams, cues, model)
            rows = _softmax(model.sharpness * scores)
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
        for folder in self._folders:
            with (
                contextlib.suppress(OSError, ValueError, KeyError, EOFError, BadZipFile),
                (folder / self.name(pairs)).open("rb") as file,
            ):
                return _model(pairs, np.load(file))
        return None  # not there yet, or cut off by a kill

    def name(self, pairs: list[tuple[str, str]]) -> str:
        """Of the file with what these examples teach."""
        settings = (STRENGTH, GRAMS_WEIGH, CUES_WEIGH, STEPS)
        key = repr((self._encoder.name, settings, self._wording().key, pairs))
        return f"labels-{hashlib.sha256(key.encode()).hexdigest()[:16]}.npz"

    def _train(self, pairs: list[tuple[str, str]]) -> Model:
        labels = _labels(pairs)
        vectors, grams, cues = self._read([text for text, _ in pairs])
        said = np.concatenate([grams.texts_by_column(), (cues != 0).sum(axis=0)])
        rarity = _rarity(said, len(pairs))
        targets = np.eye(len(labels), dtype=np.float32)[[labels.index(label) for _, label in pairs]]
        weights = _fit(_joined(vectors, grams, cues, rarity), targets)
        kept = {"weights": weights.astype(np.float16), "rarity": rarity.astype(np.float16)}
        _save(self._folders[-1] / self.name(pairs), kept)
        return _model(pairs, kept)


def _labels(pairs: Sequence[tuple[str, str]]) -> list[str]:
    return sorted({label for _, label in pairs})


def _model(pairs: Sequence[tuple[str, str]], kept: Mapping[str, NDArray[np.float16]]) -> Model:
    weights, rarity = (kept[name].astype(np.float32) for name in ("weights", "rarity"))
    return Model(_labels(pairs), weights, rarity, np.float32(1) if len(pairs) >= MANY else SHARPNESS)


def _save(path: Path, kept: Mapping[str, NDArray[np.float16]]) -> None:
    """A cache that cannot be written is a cache we do without."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(path, allow_pickle=False, **kept)


def _rarity(said: NDArray[np.int64], size: int) -> Rows:
    """Inverse document frequency of columns that so many texts have, 0 for one that nearly all have."""
    found: Rows = np.log(size / (said + 1)).clip(0).astype(np.float32)
    return found


def _joined(vectors: Rows, grams: Grams, cues: Rows, rarity: Rows) -> "csr_matrix":
    """One row a text: its vector, a constant, its n-grams at equal length, its cues."""
    from scipy.sparse import csr_matrix, hstack

    worded = csr_matrix(
        (_heavy(grams, rarity, len(vectors)), (grams.texts, grams.columns)), (len(vectors), GRAMS)
    )
    constant = np.full((len(vectors), 1), BIAS, dtype=np.float32)
    wide = hstack([vectors, constant, worded, CUES_WEIGH * cues * rarity[GRAMS:]], format="csr")
    return wide.astype(np.float32)


def _heavy(grams: Grams, rarity: Rows, size: int) -> Rows:
    """What each n-gram counts in its text, all of one text together as much as those of any other."""
    heavy = grams.counts * rarity[grams.columns]
    lengths: Rows = np.zeros(size, dtype=np.float32)
    np.add.at(lengths, grams.texts, heavy**2)
    np.sqrt(lengths, out=lengths)
    lengths[lengths == 0] = 1.0
    weighed: Rows = (GRAMS_WEIGH * heavy / lengths[grams.texts]).astype(np.float32)
    return weighed


def _scores(vectors: Rows, grams: Grams, cues: Rows, model: Model) -> Rows:
    """What `_joined` rows times the weights give, without the rows."""
    meaning, constant, worded, cued = np.split(model.weights, _places(vectors.shape[1]))
    said = np.zeros((len(vectors), len(model.labels)), dtype=np.float32)
    heavy = _heavy(grams, model.rarity, len(vectors))
    np.add.at(said, grams.texts, heavy[:, None] * worded[grams.columns])
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


def _fit(rows: "csr_matrix", targets: Rows) -> Rows:
    """Multinomial logistic regression with balanced classes, by Nesterov's gradient.

    `STRENGTH` is scikit-learn's C: larger trusts the examples more.
    """
    balance: Rows = (1 / targets.sum(axis=0))[targets.argmax(axis=1)]
    balance = (balance * rows.shape[0] / balance.sum())[:, None]
    back = rows.T.tocsr()
    step = np.float32(1.0 / (0.5 * _largest(rows, back, np.sqrt(balance)) + 1 / STRENGTH))
    weights: Rows = np.zeros((rows.shape[1], targets.shape[1]), dtype=np.float32)
    ahead: Rows = weights.copy()
    momentum = 1.0
    for _ in range(STEPS):
        lost = balance * (_softmax(rows @ ahead) - targets)
        following: Rows = (ahead - step * (back @ lost + ahead / STRENGTH)).astype(np.float32)
        faster = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = (following + (momentum - 1) / faster * (following - weights)).astype(np.float32)
        weights, momentum = following, faster
    return weights


def _largest(rows: "csr_matrix", back: "csr_matrix", scale: Rows) -> float:
    """The largest eigenvalue of the scaled rows among one another, by the power method, a little more to be
    safe.
    """
    vector, length = np.ones((rows.shape[0], 1), dtype=np.float32), 1.0
    for _ in range(20):
        vector = scale * (rows @ (back @ (scale * vector)))
        length = float(np.linalg.norm(vector)) or 1.0
        vector = vector / length
    return 1.05 * length
