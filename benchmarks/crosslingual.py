"""Asking in one language, finding in another: help pages and encyclopaedia paragraphs in several languages."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from results import DATA, arguments, empty_library, shown, write

from icpbot.bootstrap import Parts  # sets numpy to one thread; adapters are imported after it
from icpbot.domain.ranking import Filter
from icpbot.domain.sources import local_reader
from icpbot.domain.text import terms
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.library import places

HERE = Path(__file__).parent
PAGES = DATA / "crosslingual"
SETS = {"GNOME help": ("gnome", ("en", "pl", "cs", "uk", "zh")), "XQuAD": ("xquad", ("en", "zh"))}
AT = (1, 10)


def records(name: str, languages: tuple[str, ...]) -> list[dict[str, Any]]:
    with (PAGES / name).open(encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["lang"] in languages]


def recalls(found: list[list[str]], wanted: list[str]) -> str:
    shares = (sum(doc in docs[:k] for docs, doc in zip(found, wanted, strict=True)) / len(wanted) for k in AT)
    return " / ".join(f"{share:.3f}" for share in shares)


def measure(title: str, parts: Parts) -> Iterator[str]:
    """Recall@1 / @10 of the page in whatever language, by language asked and language searched."""
    name, languages = SETS[title]
    of_path = {}
    for page in records(f"pages_{name}.jsonl", languages):
        path = f"{page['pid'].replace(':', '_')}.txt"
        upload = Upload(path=path, data=page["text"].encode())
        receipt = ingest(upload, desk=parts.desk)
        of_path[receipt.source.id if receipt.source else path] = page
    asked = records(f"queries_{name}.jsonl", languages)
    yield f"\n**{title}**: {len(of_path)} pages, {len(asked)} questions; recall@1 / @10 of the page.\n"
    yield f"| asked in | {' | '.join(languages)} |" + "\n|:--|" + "--:|" * len(languages)
    searches = rivals(parts, of_path)
    for pool in (None, "en"):
        for who, found in searches.items():
            where = "all languages" if pool is None else "English pages"
            cells = []
            for language in languages:
                own = [query for query in asked if query["lang"] == language]
                cells.append(
                    recalls([found(q["query"], pool) for q in own], [q["relevant_doc"] for q in own])
                )
            yield f"| {who}, {where} | {' | '.join(cells)} |"


def rivals(
    parts: Parts, of_source: dict[str, dict[str, Any]]
) -> dict[str, Callable[[str, str | None], list[str]]]:
    """Documents found for a query in a pool of one language or of all, best first, each once."""
    from icpbot.adapters.store.words import open_words

    words, reader = open_words(parts.engine), local_reader(parts.workspace)
    passages = [p for source in of_source for p in parts.desk.sources.passages_of(source)]
    vectors = parts.vectors.of([p.id for p in passages])
    rows, home = np.stack([vectors[p.id] for p in passages]), {p.id: p.source_id for p in passages}
    in_english = np.array([of_source[p.source_id]["lang"] == "en" for p in passages])

    def ours(query: str, pool: str | None) -> list[str]:
        found = places(query, reader, desk=parts.desk, k=10, language=pool)
        return [of_source[hit.passage.source_id]["doc"] for hit in found]

    def dense(query: str, pool: str | None) -> list[str]:
        scores = rows @ parts.encoder.encode([query])[0]
        order = np.argsort(-np.where(in_english, scores, -2) if pool else -scores)[:60]
        return _documents([passages[n].source_id for n in order], of_source)

    def lexical(query: str, pool: str | None) -> list[str]:
        where = Filter(workspace=parts.workspace, language=pool)
        return _documents([home[key] for key in words.search(terms(query), where, 60)], of_source)

    return {"icpbot": ours, "dense alone": dense, "BM25 alone": lexical}


def _documents(sources: list[str], of_source: dict[str, dict[str, Any]]) -> list[str]:
    return [of_source[source]["doc"] for source in list(dict.fromkeys(sources))[:10]]


def main() -> None:
    chosen = arguments(__doc__, "crosslingual").parse_args()
    lines = []
    for title in SETS:
        with empty_library() as parts:
            lines += shown(measure(title, parts))
    if chosen.write:
        write(lines, ": across languages")


if __name__ == "__main__":
    main()
