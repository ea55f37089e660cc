"""Retrieval on public meetings: our search, each of its legs, and what people would wire together."""

import json
import random
import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from math import log2, nan
from operator import truediv
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import numpy as np
from results import DATA, arguments, empty_library, shown, write

from icpbot.bootstrap import Parts  # sets numpy to one thread; adapters are imported after it
from icpbot.domain.passages import Passage
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import Source, local_reader, turn_offsets
from icpbot.domain.text import HAN, fold, terms
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.library import places, search

HERE = Path(__file__).parent
SETS = {"QMSum": "transcripts_qmsum", "Zoom": "transcripts_zoom", "VCSum": "transcripts_zh"}
SEED = 1
DEPTH = 120  # places of a ranking that are looked at: enough short passages for the largest budget
BUDGETS = (300, 600, 1200)  # words
OURS, PASSAGES, NAMES = "icpbot, places", "icpbot, passages", 36  # the width of the longest name
MEASURES = ("hit@1", "hit@5", "nDCG@10", *(f"cover@{budget}" for budget in BUDGETS))
INTRODUCTION = """# Measurements

Every section names its commit and date. Compare within a section: samples and machines differ between them.

`make bench-retrieval` takes public meetings (QMSum: github.com/Yale-LILY/QMSum, its `specific` questions; Zoom:
calls of github.com/ethereum/pm with published highlights; VCSum: Chinese round tables of
github.com/hahahawu/VCSum) from the folder `ICPBOT_BENCH_DATA` and searches inside the meeting of each question. A
passage is relevant if it overlaps the turns that are marked. Coverage is the share of the marked words among the
first 300, 600 and 1,200 retrieved words, the only measure that does not favour longer passages (a marked stretch may
be longer, which puts 1.0 out of reach); nDCG@10 has binary gain, against the best order of the ranking's own
passages. "Places" are passages that stand side by side read as one, as `icpbot search` shows them; "passages" are
what `icpbot search --words` returns. Peers use the same embeddings and exact search: LangChain's
RecursiveCharacterTextSplitter at 1000/200 characters, LlamaIndex's SentenceSplitter at 1024/200 tokens. "BM25
alone" is bm25s over the bare words of our passages; "word leg alone" is our own word index, which also knows who
speaks, drops the frame of a question and stems.
"""

Span = tuple[int, int]  # start and end in the canonical text of a source


class Meeting(NamedTuple):
    source: Source
    passages: list[Passage]
    questions: list[tuple[str, list[Span]]]


def records(folder: str, pattern: str) -> Iterator[dict[str, Any]]:
    for path in sorted((DATA / folder).glob(pattern)):
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


def chunks(source: Source) -> Iterator[tuple[str, list[Span]]]:
    """The peers' pieces of a text; a peer that is not installed (`pip install -e .[bench]`) is left out."""
    text = source.text
    try:
        from langchain_text_splitters import RecursiveCharacterTextSplitter
        from llama_index.core.node_parser import SentenceSplitter
        from llama_index.core.schema import Document
    except ImportError:
        return
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
    made = [(one.metadata["start_index"], len(one.page_content)) for one in splitter.create_documents([text])]
    yield "LangChain 1000/200 + cosine", [(start, start + length) for start, length in made]
    by_tokens = SentenceSplitter(chunk_size=1024, chunk_overlap=200, tokenizer=_tokens)
    nodes = by_tokens.get_nodes_from_documents([Document(text=text)])
    yield "LlamaIndex 1024/200 + cosine", [(node.start_char_idx, node.end_char_idx) for node in nodes]


def _tokens(text: str) -> list[str]:
    """About as many as a byte-pair tokenizer makes: its own files would have to be downloaded."""
    return re.findall(r"[\u3400-\u9fff]|\w{1,5}|[^\w\s]", text)


def rankings(meeting: Meeting, parts: Parts) -> Iterator[tuple[str, list[Span], list[Span], list[Span]]]:
    """Who ranked, what they ranked best first, all they could have ranked, and what was wanted."""
    from icpbot.adapters.store.words import Fts5Words

    key, words = meeting.source.id, Fts5Words(parts.engine)
    place = {p.id: (p.start, p.end) for p in meeting.passages}
    pool, vectors = list(place.values()), parts.vectors.of(list(place))
    own = np.stack([vectors[passage.id] for passage in meeting.passages])
    peers = [(name, spans, parts.encoder.encode([meeting.source.text[a:b] for a, b in spans]))
             for name, spans in chunks(meeting.source)]  # fmt: skip
    plain = plain_bm25([meeting.source.text[a:b] for a, b in pool])
    where, reader = Filter(workspace=parts.workspace, source=key), local_reader(parts.workspace)
    for query, wanted in meeting.questions:
        vector = parts.encoder.encode([query])[0]
        seen = places(query, reader, desk=parts.desk, k=DEPTH, source=key)
        yield OURS, [(hit.passage.start, hit.passage.end) for hit in seen], pool, wanted
        read = search(query, reader, desk=parts.desk, words=max(BUDGETS), source=key)
        yield PASSAGES, [place[hit.passage.id] for hit in read], pool, wanted
        order = (own @ vector).argsort()[::-1][:DEPTH]
        yield "dense leg alone (exact)", [pool[n] for n in order], pool, wanted
        yield "word leg alone", [place[one] for one in words.search(terms(query), where, DEPTH)], pool, wanted
        if plain:
            yield "BM25 alone", [pool[n] for n in plain(query)], pool, wanted
        for name, spans, rows in peers:
            order = (rows @ vector).argsort()[::-1][:DEPTH]
            yield name, [spans[n] for n in order], spans, wanted


def plain_bm25(texts: Sequence[str]) -> Callable[[str], list[int]] | None:
    """The places of the best texts by BM25 over their bare words; nothing when bm25s is not installed."""
    try:
        from bm25s import BM25
    except ImportError:
        return None
    ranker = BM25()
    ranker.index([_bare(text) for text in texts], show_progress=False)

    def best(query: str) -> list[int]:
        depth = min(DEPTH, len(texts))
        order, scores = ranker.retrieve([_bare(query)], k=depth, show_progress=False)
        return [int(n) for n, score in zip(order[0], scores[0], strict=True) if score > 0]

    return best


def _bare(text: str) -> list[str]:
    """Folded words, and Han characters one by one."""
    return re.findall(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+", fold(text)) or [" "]


def judged(ranked: list[Span], pool: list[Span], wanted: list[Span], words: list[int]) -> list[float]:
    """The `MEASURES` of one ranking; `words` are the places at which the words of the text begin."""
    gains = [_overlaps(span, wanted) for span in ranked[:10]]
    relevant = max(sum(gains), sum(_overlaps(span, wanted) for span in pool))
    ideal = sum(1 / log2(n + 2) for n in range(min(10, relevant)))
    ndcg = sum(gain / log2(n + 2) for n, gain in enumerate(gains)) / ideal
    read = [word for span in ranked for word in _words(span, words)]
    marked = {word for span in wanted for word in _words(span, words)}
    covered = [len(marked & set(read[:budget])) / max(len(marked), 1) for budget in BUDGETS]
    return [float(any(gains[:1])), float(any(gains[:5])), ndcg, *covered]


def _overlaps(span: Span, wanted: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in wanted)


def _words(span: Span, words: list[int]) -> range:
    return range(bisect_left(words, span[0]), bisect_left(words, span[1]))


def beginnings(text: str) -> list[int]:
    """Where words begin; two Han characters count as one word."""
    if len(HAN.findall(text)) > len(text) // 3:
        return [found.start() for found in re.finditer(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+", text)][::2]
    return [found.start() for found in re.finditer(r"\w+", text)]


def sampled(folder: str, count: int) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    asked: dict[str, list[dict[str, Any]]] = {}
    for query in records(folder, "queries.jsonl"):
        if query.get("type") not in {"topic", "general"} and query["relevant_turns"]:
            asked.setdefault(query["doc_id"], []).append(query)
    able = [document for document in records(folder, "docs*.jsonl") if document["doc_id"] in asked]
    for document in random.Random(SEED).sample(able, min(count, len(able))):  # noqa: S311 - repeatable
        yield document, asked[document["doc_id"]]


def measure(name: str, count: int, parts: Parts) -> Iterator[str]:
    meetings = [ingested(document, queries, parts) for document, queries in sampled(SETS[name], count)]
    total, scores = 0, dict[str, list[list[float]]]()
    for meeting in meetings:
        words = beginnings(meeting.source.text)
        total += len(words)
        for who, ranked, pool, wanted in rankings(meeting, parts):
            scores.setdefault(who, []).append(judged(ranked, pool, wanted, words))
    yield f"\n**{name}**: {len(meetings)} meetings, {len(scores[OURS])} questions, {total:,} words.\n"
    yield from table({who: [fmean(one) for one in zip(*rows, strict=True)] for who, rows in scores.items()})


def table(means: dict[str, list[float]]) -> Iterator[str]:
    """A row for everybody, then both of ours divided by each of theirs."""
    yield f"| {'':{NAMES}} | " + " | ".join(MEASURES) + " |"
    yield f"|:{'-' * NAMES}-|" + "".join(f"-{'-' * len(head)}:|" for head in MEASURES)
    peers = {
        who: [value or nan for value in row] for who, row in means.items() if who not in {OURS, PASSAGES}
    }
    ratios = {
        f"{kind} / {who.removesuffix(' + cosine')}": list(map(truediv, means[ours], row))
        for kind, ours in (("places", OURS), ("passages", PASSAGES)) for who, row in peers.items()
    }  # fmt: skip
    for who, row in (means | ratios).items():
        cells = (f"{value:>{len(head)}.3f}" for value, head in zip(row, MEASURES, strict=True))
        yield f"| {who:{NAMES}} | " + " | ".join(cells) + " |"


def main() -> None:
    parser = arguments(__doc__, "transcripts_qmsum")
    parser.add_argument("--meetings", type=int, default=1000, help="how many meetings of each set at most")
    parser.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    chosen = parser.parse_args()
    lines = []
    for name in chosen.sets:
        with empty_library() as parts:
            lines += shown(measure(name, max(chosen.meetings, 1), parts))
    if chosen.write:
        write(lines, ": retrieval in meetings", INTRODUCTION)


if __name__ == "__main__":
    main()
