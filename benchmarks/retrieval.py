"""Retrieval on public meetings: our search, each of its legs, and a plain peer, in one run."""

import argparse
import json
import os
import random
import re
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import log2, nan
from operator import truediv
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

from results import write

from icpbot.bootstrap import Parts  # sets numpy to one thread; adapters are imported after it
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import Source, local_reader, turn_offsets
from icpbot.domain.text import terms
from icpbot.settings import Settings
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.library import search

HERE = Path(__file__).parent
DATA = Path(os.environ.get("ICPBOT_BENCH_DATA") or HERE.parents[1] / "shared" / "data") / "transcripts_qmsum"
SEED = 1
DEPTH = 60  # places of a ranking that are looked at: enough short passages for the budget
BUDGET = 600  # words
WINDOW, OVERLAP = 1000, 200  # characters
OURS, NAMES = "icpbot, fused", 29  # the width of the longest name
MEASURES = ("hit@1", "hit@5", "nDCG@10", f"coverage@{BUDGET}w")
INTRODUCTION = f"""# Retrieval, side by side

`make bench` takes a seeded sample of QMSum meetings (github.com/Yale-LILY/QMSum) with their `specific`
questions from the folder `ICPBOT_BENCH_DATA` and searches inside the meeting of each question;
`python benchmarks/retrieval.py --meetings N --write` appends a section here. A passage is relevant if it
overlaps the turns that annotators marked. nDCG@10 has binary gain, against the best order of the ranking's
own passages; coverage is the share of the marked words among the first {BUDGET} retrieved words, the only
measure that does not favour longer passages (a marked stretch may be longer, which puts 1.0 out of reach).
The plain peer is a tutorial pipeline: windows of {WINDOW} characters with {OVERLAP} overlap, ranked by the
cosine of the same embeddings. Compare within a section: samples and machines differ between sections.
"""

Span = tuple[int, int]  # start and end in the canonical text of a source


class Meeting(NamedTuple):
    source: Source
    passages: list[Passage]
    questions: list[tuple[str, list[Span]]]


def records(pattern: str) -> Iterator[dict[str, Any]]:
    for path in sorted(DATA.glob(pattern)):
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def ingested(document: dict[str, Any], queries: Sequence[dict[str, Any]], parts: Parts) -> Meeting:
    """A meeting as our own ingest reads it, its questions with the marked turns as spans."""
    name, data = f"{document['doc_id']}.json", json.dumps({"turns": document["turns"]}).encode()
    source = ingest(Upload(path=name, data=data), desk=parts.desk).source
    spoken = [n for n, turn in enumerate(document["turns"]) if turn["text"].strip()]
    if source is None or len(source.turns) != len(spoken):
        sys.exit(f"The turns of {name} were not read one for one; the marks would not fit.")
    place = dict(zip(spoken, turn_offsets(source.turns), strict=True))
    marked = [[place.get(n) for a, b in q["relevant_turns"] for n in range(a, b + 1)] for q in queries]
    pairs = [(q["query"], [s for s in spans if s]) for q, spans in zip(queries, marked, strict=True)]
    return Meeting(source, parts.desk.sources.passages_of(source.id), [pair for pair in pairs if pair[1]])


def windows(text: str) -> Iterator[Span]:
    """At most `WINDOW` characters, ended at a line's or at least a word's end, as splitters do."""
    start = 0
    while len(text) - start > WINDOW:
        low, high = start + WINDOW // 2, start + WINDOW
        end = max(text.rfind("\n", low, high), 0) or max(text.rfind(" ", low, high), 0) or high
        yield start, end
        start = text.find(" ", end - OVERLAP, end) + 1 or end - OVERLAP
    yield start, len(text)


def rankings(meeting: Meeting, parts: Parts) -> Iterator[tuple[str, list[Span], list[Span], list[Span]]]:
    """Who ranked, what they ranked best first, all they could have ranked, and what was wanted."""
    from icpbot.adapters.store.words import Fts5Words

    key, words = meeting.source.id, Fts5Words(parts.engine)
    place = {p.id: (p.start, p.end) for p in meeting.passages}
    pieces = list(windows(meeting.source.text))
    rows = parts.encoder.encode([meeting.source.text[a:b] for a, b in pieces])
    where, reader = Filter(workspace=parts.workspace, source=key), local_reader(parts.workspace)
    for query, wanted in meeting.questions:
        vector = parts.encoder.encode([query])[0]
        ours = {
            OURS: [hit.passage.id for hit in search(query, reader, desk=parts.desk, k=DEPTH, source=key)],
            "dense leg alone": parts.vectors.search(vector, where, DEPTH),
            "lexical leg alone": words.search(terms(query), where, DEPTH),
        }
        for name, found in ours.items():
            yield name, [place[one] for one in found], list(place.values()), wanted
        order = (rows @ vector).argsort()[::-1][:DEPTH]
        yield "plain windows + cosine", [pieces[n] for n in order], pieces, wanted


def judged(ranked: list[Span], pool: list[Span], wanted: list[Span], words: list[int]) -> list[float]:
    """The `MEASURES` of one ranking; `words` are the places at which the words of the text begin."""
    gains = [_overlaps(span, wanted) for span in ranked[:10]]
    ideal = sum(1 / log2(n + 2) for n in range(min(10, sum(_overlaps(span, wanted) for span in pool))))
    ndcg = sum(gain / log2(n + 2) for n, gain in enumerate(gains)) / ideal
    read = [word for span in ranked for word in _words(span, words)][:BUDGET]
    marked = {word for span in wanted for word in _words(span, words)}
    return [float(any(gains[:1])), float(any(gains[:5])), ndcg, len(marked & set(read)) / max(len(marked), 1)]


def _overlaps(span: Span, wanted: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in wanted)


def _words(span: Span, words: list[int]) -> range:
    return range(bisect_left(words, span[0]), bisect_left(words, span[1]))


def sampled(count: int) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    asked: dict[str, list[dict[str, Any]]] = {}
    for query in records("queries.jsonl"):
        if query["type"] == "specific" and query["relevant_turns"]:
            asked.setdefault(query["doc_id"], []).append(query)
    able = [document for document in records("docs.*.jsonl") if document["doc_id"] in asked]
    for document in random.Random(SEED).sample(able, min(count, len(able))):  # noqa: S311 - repeatable
        yield document, asked[document["doc_id"]]


def measure(count: int, parts: Parts) -> Iterator[str]:
    from icpbot.adapters.embeddings.local import LocalEmbeddings

    warm, *sample = sampled(count + 1)
    ingested(*warm, parts)  # loads the weights and trains the labels; not measured
    raw, meetings, taken, alone = LocalEmbeddings(), [], 0.0, 0.0
    for document, queries in sample:  # by turns, so that a busy machine slows both alike
        began = time.perf_counter()
        meetings.append(ingested(document, queries, parts))
        between = time.perf_counter()
        raw.encode([passage.searchable for passage in meetings[-1].passages])
        taken, alone = taken + between - began, alone + time.perf_counter() - between
    total, scores = 0, dict[str, list[list[float]]]()
    for meeting in meetings:
        words = [match.start() for match in re.finditer(r"\w+", meeting.source.text)]
        total += len(words)
        for name, ranked, pool, wanted in rankings(meeting, parts):
            scores.setdefault(name, []).append(judged(ranked, pool, wanted, words))
    yield f"{len(meetings)} meetings, {len(scores[OURS])} questions, {total:,} words.\n"
    yield from table({name: [fmean(one) for one in zip(*rows, strict=True)] for name, rows in scores.items()})
    speeds = f"{total / taken:,.0f} words/s, the embedder alone {total / alone:,.0f} words/s"
    yield f"\nIngest {speeds}: a share of {alone / taken:.2f}."


def table(means: dict[str, list[float]]) -> Iterator[str]:
    """A row for everybody, then ours divided by each of theirs."""
    yield f"| {'':{NAMES}} | " + " | ".join(MEASURES) + " |"
    yield f"|:{'-' * NAMES}-|" + "".join(f"-{'-' * len(head)}:|" for head in MEASURES)
    peers = {name: [value or nan for value in row] for name, row in means.items() if name != OURS}
    ratios = {f"ours / {name}": list(map(truediv, means[OURS], row)) for name, row in peers.items()}
    for name, row in (means | ratios).items():
        cells = (f"{value:>{len(head)}.3f}" for value, head in zip(row, MEASURES, strict=True))
        yield f"| {name:{NAMES}} | " + " | ".join(cells) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=20, help="how many meetings (default: 20)")
    parser.add_argument("--write", action="store_true", help="append the figures to RESULTS.md")
    chosen = parser.parse_args()
    if not DATA.is_dir():
        sys.exit("Set ICPBOT_BENCH_DATA to the folder that holds transcripts_qmsum.")
    with tempfile.TemporaryDirectory() as home:
        parts = Parts(Settings.model_construct(home=Path(home)))  # whatever store the environment names
        lines = list(measure(max(chosen.meetings, 1), parts))
        print(*lines, sep="\n")
        parts.close()
    if chosen.write:
        write(lines, introduction=INTRODUCTION)


if __name__ == "__main__":
    main()
