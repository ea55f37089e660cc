"""What an answer costs in tokens, and how much of what was wanted the model gets to see for it.

Questions of QMSum over a library of several meetings. Ours is the prompt that `icpbot ask` sends; the peer
stuffs the ten nearest LangChain chunks (1000/200, same embeddings, exact search) into LangChain's usual
prompt. Grounding is bounded by what is shown: the share of the marked words among the passages sent.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any

import numpy as np
from results import arguments, empty_library, shown, write
from retrieval import SETS, Meeting, Span, _tokens, beginnings, ingested, sampled

from icpbot.adapters.llm.prompts import load
from icpbot.bootstrap import Parts
from icpbot.domain.sources import local_reader, turn_offsets
from icpbot.usecases.ask import ask

STUFF = (
    "Use the following pieces of context to answer the question at the end. If you don't know the answer, "
    "just say that you don't know, don't try to make up an answer.\n\n{context}\n\nQuestion: {question}\nHelpful Answer:"
)
"""The prompt of LangChain's stuffing chain."""
CHUNKS = 10


class Recorder:
    """Takes down the prompt, and answers nothing."""

    name = "recorder"

    def __init__(self, parts: Parts) -> None:
        self._prompts = parts.settings.prompts_folder
        self.sent: list[str] = []

    def ask(
        self, task: str, variables: Mapping[str, str], reply: type[Any], _heard: Any = None
    ) -> tuple[Any, int]:
        self.sent.append(load(self._prompts, task).filled(variables))
        return reply(claims=[]), 0


def measure(count: int, parts: Parts) -> Iterator[str]:
    meetings = [ingested(document, queries, parts) for document, queries in sampled(SETS["QMSum"], count)]
    texts = {m.source.id: m.source.text for m in meetings}
    pieces = [(m.source.id, span) for m in meetings for span in chunked(m.source.text)]
    rows = parts.encoder.encode([texts[key][a:b] for key, (a, b) in pieces])
    recorder = Recorder(parts)
    desk, reader = replace(parts.desk, model=recorder), local_reader(parts.workspace)
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    for meeting in meetings:
        words = beginnings(meeting.source.text)
        for question, wanted in meeting.questions:
            recorder.sent.clear()
            ask(question, reader, desk=desk)
            prompt = "".join(recorder.sent)
            ours.append((len(_tokens(prompt)), covered(list(shown_of(meeting, prompt)), wanted, words)))
            best = (rows @ parts.encoder.encode([question])[0]).argsort()[::-1][:CHUNKS]
            stuffed = [pieces[n] for n in best]
            context = "\n\n".join(texts[key][a:b] for key, (a, b) in stuffed)
            same = [span for key, span in stuffed if key == meeting.source.id]
            peer = len(_tokens(STUFF.format(context=context, question=question)))
            theirs.append((peer, covered(same, wanted, words)))
    yield f"{len(meetings)} meetings of QMSum in one library, {len(ours)} questions; tokens as a byte-pair tokenizer makes about."
    yield ""
    yield "| | tokens of a prompt | share of the marked words in it |"
    yield "|:--|--:|--:|"
    figures = {
        name: [fmean(one) for one in zip(*told, strict=True)]
        for name, told in (("icpbot", ours), ("stuffing", theirs))
    }
    for name, (tokens, share) in figures.items():
        yield f"| {name} | {tokens:,.0f} | {share:.3f} |"
    (mine, seen), (peers, theirs_seen) = figures.values()
    yield f"| icpbot / stuffing | {mine / peers:.2f} | {seen / theirs_seen:.2f} |"


def shown_of(meeting: Meeting, prompt: str) -> Iterator[Span]:
    """The turns of a meeting that stand in a prompt, or the parts of them that do."""
    offsets = turn_offsets(meeting.source.turns)
    for passage in meeting.passages:
        _, found, block = prompt.partition(f"[{passage.id}]")
        block = block.partition("\n\n[")[0]
        for start, end in offsets[passage.turns[0] : passage.turns[1] + 1] if found else ():
            span = max(start, passage.start), min(end, passage.end)
            if meeting.source.text[slice(*span)] in block:
                yield span


def chunked(text: str) -> list[Span]:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
    made = [(one.metadata["start_index"], len(one.page_content)) for one in splitter.create_documents([text])]
    return [(start, start + length) for start, length in made]


def covered(sent: Sequence[Span], wanted: Sequence[Span], words: Sequence[int]) -> float:
    places = np.array(words)
    marked = _inside(wanted, places)
    return float((_inside(sent, places) & marked).sum() / max(marked.sum(), 1))


def _inside(spans: Sequence[Span], places: Any) -> Any:
    """Which places lie in any of the spans."""
    found = np.zeros(len(places), dtype=bool)
    for start, end in spans:
        found |= (places >= start) & (places < end)
    return found


def main() -> None:
    parser = arguments(__doc__, "transcripts_qmsum")
    parser.add_argument("--meetings", type=int, default=20, help="how many meetings (default: 20)")
    chosen = parser.parse_args()
    with empty_library() as parts:
        lines = shown(measure(chosen.meetings, parts))
    if chosen.write:
        write(lines, ": tokens of an answer")


if __name__ == "__main__":
    main()
