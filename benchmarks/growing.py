"""How long a person waits for the first sign, the first claim and the whole answer, with a model that takes a while.

The sample research, questions in English, a loopback model that streams for `--seconds`; the peer waits for the whole
reply, as one does whose claims cannot be checked before it is there. Quotes in other languages are translated by one
more call, which the whole answer includes.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from results import HERE, arguments, empty_library, shown, write

from icpbot.adapters.llm.chat import open_chat
from icpbot.bootstrap import Parts
from icpbot.domain.sources import local_reader
from icpbot.usecases.answers import Answer
from icpbot.usecases.ask import ask
from icpbot.usecases.ingest import Upload, ingest

sys.path.insert(0, str(HERE.parent / "tests" / "support"))
from servers import free_port

QUESTIONS = ("What hurts operations people most before they buy?", "Who signs the contract?",
             "What made them look for something else?", "What do they say about delivery notes?",
             "Why did they choose us?")  # fmt: skip


def measure(parts: Parts, seconds: float) -> Iterator[str]:
    for file in sorted((HERE.parent / "knowledge" / "sample" / "interviews").iterdir()):
        ingest(Upload(path=file.name, data=file.read_bytes()), desk=parts.desk)
    port = free_port()
    command = [sys.executable, str(HERE / "slow_model.py"), str(port), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:  # noqa: S603
        assert server.stdout
        server.stdout.readline()
        model = open_chat(
            "openai:slow", parts.settings.prompts_folder, key="-", url=f"http://127.0.0.1:{port}/v1"
        )
        desk, reader = replace(parts.desk, model=model), local_reader(parts.workspace)
        rows: list[tuple[float, float, float, float]] = []
        ask("Who pays?", reader, desk=desk)  # what is built at first use is built
        for question in QUESTIONS:
            begun, seen = time.monotonic(), dict[bool, float]()

            def tell(answer: Answer, begun: float = begun, seen: dict[bool, float] = seen) -> None:
                seen.setdefault(bool(answer.claims), time.monotonic() - begun)

            answer = ask(question, reader, desk=desk, tell=tell)
            whole = time.monotonic() - begun
            ask(question, reader, desk=desk)
            if answer.claims and True in seen:
                rows.append((seen[False], seen[True], whole, time.monotonic() - begun - whole))
        model.close()
        server.terminate()
    yield f"A model that takes {seconds:g} s for a reply; medians of {len(rows)} questions, in seconds."
    yield "|                 | first sign | first claim | whole answer |"
    yield "|:----------------|-----------:|------------:|-------------:|"
    signs, claims, wholes, plain = (median(column) for column in zip(*rows, strict=True))
    yield f"| shown as it grows | {signs:.2f} | {claims:.2f} | {wholes:.2f} |"
    yield f"| shown at the end | {plain:.2f} | {plain:.2f} | {plain:.2f} |"


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--seconds", type=float, default=8.0, help="how long the model takes (default: 8)")
    chosen = parser.parse_args()
    with empty_library() as parts:
        lines = shown(measure(parts, chosen.seconds))
    if chosen.write:
        write(lines, ": an answer that grows")


if __name__ == "__main__":
    main()
