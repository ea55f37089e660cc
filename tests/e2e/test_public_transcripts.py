"""The main job on real calls and meetings; skipped where the public data is not at hand."""

import json
import os
from pathlib import Path

import pytest

DATA = Path(os.environ.get("ICPBOT_BENCH_DATA") or Path(__file__).parents[2].parent / "shared" / "data")
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the public transcripts are not beside this checkout"
)


def first_docs(folder, name, count):
    with (DATA / folder / name).open(encoding="utf-8") as lines:
        return [json.loads(next(lines)) for _ in range(count)]


@pytest.fixture
def library(icpbot, tmp_path):
    """Two Zoom calls, a product meeting and a Chinese round table, as JSON transcripts."""
    docs = [
        *first_docs("transcripts_zoom", "docs.jsonl", 2),
        *first_docs("transcripts_qmsum", "docs.1.jsonl", 1),
        *first_docs("transcripts_zh", "docs.jsonl", 1),
    ]
    folder = tmp_path / "calls"
    folder.mkdir()
    for doc in docs:
        turns = [{k: t[k] for k in ("speaker", "text", "start", "end") if k in t} for t in doc["turns"]]
        name = f"{doc['doc_id']}.json".replace("/", "-")
        (folder / name).write_text(json.dumps({"title": doc["doc_id"], "turns": turns}), encoding="utf-8")
    ran = icpbot("ingest", folder, "--json")
    assert ran.code == 0
    return icpbot, docs, ran.json["sources"]


def test_real_calls_are_read_searched_and_quoted_verbatim(library):
    icpbot, docs, sources = library

    _every_turn_is_there(docs, sources)
    _every_quote_is_verbatim(icpbot)
    _highlights_are_found(icpbot, docs, sources)


def _every_turn_is_there(docs, sources):
    spoken = {
        doc["doc_id"].replace("/", "-"): sum(bool(t["text"].strip()) for t in doc["turns"]) for doc in docs
    }

    assert {Path(s["path"]).stem: s["turns"] for s in sources} == spoken


def _every_quote_is_verbatim(icpbot):
    checked = 0
    for question in (
        "What did they decide about the remote control?",
        "When is the next testnet fork?",
        "人工智能会带来什么？",
    ):
        answer = icpbot("ask", question, "--json").json
        for claim in answer["claims"]:
            for citation in claim["citations"]:
                text = icpbot("source", citation["source_id"], "--text").out
                start, end = citation["offsets"]
                assert text[start:end] == citation["quote"]
                checked += 1
    assert checked >= 5


def _highlights_are_found(icpbot, docs, sources):
    """A search finds the stretch of a call that its publisher highlighted."""
    ids = {doc["doc_id"] for doc in docs}
    with (DATA / "transcripts_zoom" / "queries.jsonl").open(encoding="utf-8") as lines:
        queries = [q for q in map(json.loads, lines) if q["doc_id"] in ids][:20]
    path = {s["path"].rsplit("/", 1)[-1].removesuffix(".json"): s["path"] for s in sources}

    hits = 0
    for query in queries:
        source = path[query["doc_id"].replace("/", "-")]
        found = icpbot("search", query["query"], "--source", source, "-k", "5", "--json").json["passages"]
        wanted = {n for first, last in query["relevant_turns"] for n in range(first, last + 1)}
        hits += any(wanted & set(range(p["turns"][0], p["turns"][1] + 1)) for p in found)

    assert hits >= 0.7 * len(queries)
