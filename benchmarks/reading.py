"""How fast a library is read and indexed, as a share of what the embedder alone can do."""

import json
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from results import DATA, arguments, shown, write

from icpbot.adapters.embeddings.local import weights
from icpbot.bootstrap import Parts  # sets numpy to one thread; adapters are imported after it
from icpbot.domain.passages import split
from icpbot.domain.text import word_count
from icpbot.settings import Settings
from icpbot.usecases.ingest import Upload, build_source, ingest

HERE = Path(__file__).parent
MEETINGS = DATA / "transcripts_qmsum"


def uploads(count: int) -> Iterator[Upload]:
    with (MEETINGS / "docs.1.jsonl").open(encoding="utf-8") as lines:
        for document in map(json.loads, islice(lines, count)):
            data = json.dumps({"turns": document["turns"]}).encode()
            yield Upload(path=f"{document['doc_id']}.json", data=data)


def measure(count: int, home: Path) -> Iterator[str]:
    """Each file is read three times in turn, so that a busy machine slows all alike."""
    parts = Parts(Settings.model_construct(home=home))
    warm, *files = uploads(count + 1)
    ingest(warm, desk=parts.desk)  # loads the weights and trains the labels; not measured
    raw, words = weights(), 0  # the library as it comes, on one thread
    alone = indexed = understood = 0.0
    for upload in files:
        began = time.perf_counter()
        text = parts.desk.reader.read(upload.path, upload.data)
        source = build_source(upload, text, "reading", parts.desk)
        passages = split(source)
        parts.index.add(source, passages)
        indexed += time.perf_counter() - began
        parts.index.remove([source.id])
        parts.encoder.forget()
        began = time.perf_counter()
        ingest(upload, desk=parts.desk)
        understood += time.perf_counter() - began
        began = time.perf_counter()
        raw.encode([passage.searchable for passage in passages])
        alone += time.perf_counter() - began
        words += sum(word_count(passage.searchable) for passage in passages)
    parts.close()
    yield f"{len(files)} meetings of QMSum, {words:,} words."
    yield ""
    yield "| | words/s | share of the embedder alone |"
    yield "|:--|--:|--:|"
    for name, taken in (("the embedder alone", alone), ("read and indexed", indexed),
                        ("read, indexed and understood (insights)", understood)):  # fmt: skip
        yield f"| {name} | {words / taken:,.0f} | {alone / taken:.2f} |"


def main() -> None:
    parser = arguments(__doc__, "transcripts_qmsum")
    parser.add_argument("--meetings", type=int, default=20, help="how many meetings (default: 20)")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        lines = shown(measure(chosen.meetings, Path(home)))
    if chosen.write:
        write(lines, ": reading")


if __name__ == "__main__":
    main()
