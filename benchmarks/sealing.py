"""What a key costs: taking in and asking a library that is sealed, beside the same one in clear."""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from pydantic import SecretStr

from icpbot.bootstrap import Parts  # sets numpy to one thread; adapters are imported after it
from icpbot.domain.likeness import sketch
from icpbot.domain.passages import Passage, split
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import Source
from icpbot.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))
from results import arguments, shown, write
from scale import QUERIES, sources, synthetic, timed, turns_and_queries


def taken_in(parts: Parts, library: list[tuple[Source, list[Passage]]]) -> tuple[float, float]:
    """Seconds for the store and the words alone, and for everything but the embedding."""
    import numpy as np

    index, store = parts.index, parts.desk.sources
    index._encode = partial(synthetic, chance=np.random.default_rng(1))  # noqa: SLF001 - vectors may be synthetic
    alone, began = 0.0, time.perf_counter()
    for source, pieces in library:
        index.add(source, pieces)
        before = time.perf_counter()
        store.add(source, pieces, [], [], marks=sketch(source))
        alone += time.perf_counter() - before
    return alone, time.perf_counter() - began


def measure(passages: int) -> Iterator[str]:
    turns, asked = turns_and_queries()
    chosen = random.Random(1).sample(asked, QUERIES)  # noqa: S311 - repeatable
    made = sources(turns, random.Random(2))  # noqa: S311 - repeatable
    some = list(islice(made, 40))
    usual = sum(len(split(source)) for source in some) / len(some)
    some += islice(made, max(0, round(passages / usual) - len(some)))
    library = [(source, list(split(source))) for source in some]
    yield f"{sum(len(pieces) for _, pieces in library):,} passages in {len(library)} sources, embedded store.\n"
    yield "| | in clear | sealed | ratio |"
    yield "|---|---:|---:|---:|"
    clear, sealed = (figures(key, library, chosen) for key in (None, SecretStr("a key that is long enough")))
    for name, one in clear.items():
        yield f"| {name} | {one:,.1f} | {sealed[name]:,.1f} | {sealed[name] / one:.2f} |"


def figures(
    key: SecretStr | None, library: list[tuple[Source, list[Passage]]], asked: list[str]
) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        parts = Parts(Settings.model_construct(home=Path(home), secret_key=key))
        alone, whole = taken_in(parts, library)
        everything = Filter(workspace="local")
        for warm in asked[:5]:
            parts.index.search(warm, everything, 30)
        middle, late = timed(lambda query: parts.index.search(query, everything, 30), asked)
        parts.desk.sources.sweep()
        size = (Path(home) / "icpbot.db").stat().st_size / 2**20
        parts.close()
    return {
        "taking in without embedding, s": whole, "of it the store, s": alone, "a query, p50 ms": middle,
        "a query, p95 ms": late, "icpbot.db, MB": size,
    }  # fmt: skip


def main() -> None:
    parser = arguments(__doc__, "transcripts_qmsum")
    parser.add_argument("--passages", type=int, default=10_000)
    chosen = parser.parse_args()
    lines = shown(measure(chosen.passages))
    if chosen.write:
        write(lines, ": what a key costs")


if __name__ == "__main__":
    main()
