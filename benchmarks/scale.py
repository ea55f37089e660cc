"""How long a query takes as the library grows: through filters, beside a scan of all vectors."""

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from icpbot.bootstrap import Parts  # sets numpy to one thread; adapters are imported after it
from icpbot.domain.likeness import sketch
from icpbot.domain.passages import split
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import WORKSPACE, Kind, Origin, Source, Turn
from icpbot.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))
from results import DATA, arguments, shown, write

HERE = Path(__file__).parent
MEETINGS = DATA / "transcripts_qmsum"
QUERIES = 60
MOST_SCANNED = 200_000  # more would not fit beside the rest
CHANNELS = 20  # every second source belongs to one of these closed channels
INTRODUCTION = """# Queries as the library grows

`python benchmarks/scale.py --passages N …` fills a library with the turns of QMSum, over and over in new
orders, under random unit vectors (the time to find them does not depend on what they mean), and asks it the
questions of QMSum. The reader of the filtered queries may read the workspace and one closed channel, about
half of everything. The scan is numpy's: all vectors in memory times the query, best hundred.
"""


def turns_and_queries() -> tuple[list[Turn], list[str]]:
    turns = []
    for path in sorted(MEETINGS.glob("docs.*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            turns += [Turn(text=t["text"], speaker=t["speaker"])
                      for line in lines for t in json.loads(line)["turns"] if t["text"].strip()]  # fmt: skip
    with (MEETINGS / "queries.jsonl").open(encoding="utf-8") as lines:
        asked = [json.loads(line)["query"] for line in lines]
    return turns, asked


def sources(turns: list[Turn], chance: random.Random) -> Iterator[Source]:
    """Meetings of four hundred turns, without end."""
    number = 0
    while True:
        start = chance.randrange(len(turns) - 400)
        audience = f"channel:C{number % CHANNELS}" if number % 2 else WORKSPACE
        yield Source(
            id=f"s{number:07}", workspace="local", path=f"{number}.json", kind=Kind.INTERVIEW,
            origin=Origin.FIRST_HAND, audience=audience, content_hash=str(number),
            turns=tuple(turns[start : start + 400]), added_at=datetime.now(UTC),
        )  # fmt: skip
        number += 1


def synthetic(texts: Sequence[str], dimensions: int = 512, *, chance: Any) -> Any:
    import numpy as np

    rows = chance.standard_normal((len(texts), dimensions), dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def timed(call: Callable[[str], object], asked: Sequence[str]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    taken = []
    for query in asked:
        began = time.perf_counter()
        call(query)
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken), quantiles(taken, n=20)[-1]


def scanning(size: int) -> Callable[[str], object]:
    """The best hundred of so many vectors by brute force."""
    import numpy as np

    matrix = synthetic([""] * size, chance=np.random.default_rng(3))
    return lambda query: np.argpartition(-(matrix @ matrix[len(query)]), 100)[:100]


def measure(sizes: Sequence[int], home: Path) -> Iterator[str]:
    import numpy as np

    parts = Parts(Settings.model_construct(home=home))
    index, store = parts.index, parts.desk.sources
    index._encode = partial(synthetic, chance=np.random.default_rng(1))  # noqa: SLF001 - vectors may be synthetic
    turns, asked = turns_and_queries()
    asked = random.Random(1).sample(asked, QUERIES)  # noqa: S311 - repeatable
    made, held = sources(turns, random.Random(2)), 0  # noqa: S311 - repeatable
    everything = Filter(workspace="local")
    half = Filter(workspace="local", audiences=(WORKSPACE, "channel:C1"))
    one = Filter(workspace="local", audiences=("channel:C3",))
    yield "| passages | filled at | all p50 / p95 ms | half p50 / p95 | one channel p50 / p95 | half : all | scan p50 ms | peak MB |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|"
    for size in sorted(sizes):
        began, before = time.perf_counter(), held
        while held < size:
            source = next(made)
            pieces = split(source)
            index.add(source, pieces)
            store.add(source, pieces, [], [], marks=sketch(source))
            held += len(pieces)
        rate = (held - before) / (time.perf_counter() - began)
        for warm in asked[:5]:
            index.search(warm, everything, 30)
        figures = [
            timed(lambda q, w=where: index.search(q, w, 30), asked) for where in (everything, half, one)
        ]
        scan = timed(scanning(held), asked)[0] if held <= MOST_SCANNED else float("nan")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        cells = " | ".join(f"{a:.0f} / {b:.0f}" for a, b in figures)
        yield f"| {held:,} | {rate:,.0f}/s | {cells} | {figures[1][0] / figures[0][0]:.2f} | {scan:.1f} | {peak:,} |"
    parts.close()


def main() -> None:
    parser = arguments(__doc__, "transcripts_qmsum")
    parser.add_argument("--passages", type=int, nargs="+", default=[10_000, 100_000])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        lines = shown(measure(chosen.passages, Path(home)))
    if chosen.write:
        write(lines, ": queries as the library grows")


if __name__ == "__main__":
    main()
