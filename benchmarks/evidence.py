"""Labels of sentences nobody trained on, beside the nearest of forty English examples."""

from collections import defaultdict
from pathlib import Path

from results import arguments, empty_library, shown, write

from icpbot.adapters.knowledge.folder import KnowledgeFolder
from icpbot.bootstrap import Parts  # sets numpy to one thread; adapters are imported after it
from icpbot.domain.labelling import NONE, LabelScores, score
from icpbot.usecases.evaluation import evaluate

HERE = Path(__file__).parent
LANGUAGES = ("en", "pl", "cs", "uk", "zh")
EACH = 4  # examples a kind for the peer: what a person would put in a first version
PEER = ("insights", "insight_examples.jsonl", "cases/insights.jsonl")
INTRODUCTION = f"""`make bench-evidence` labels the cases in `knowledge/cases`, written by somebody who had not seen the
examples; micro-F1 is the share labelled right, since every case has one label. Intents are judged after
routing. The plain peer gives a sentence the kind of the nearest of the first {EACH} English examples of each
kind by the cosine of the same embeddings, and `{NONE}` by the same {EACH}.
"""


def nearest(knowledge: KnowledgeFolder, parts: Parts) -> LabelScores:
    """The peer's scores on the insight cases."""
    _, file, cases = PEER
    kept: dict[str, list[str]] = defaultdict(list)
    for text, kind, language in knowledge.cases(file, "kind"):
        if language == "en" and len(kept[kind]) < EACH:
            kept[kind].append(text)
    kinds = [kind for kind, texts in kept.items() for _ in texts]
    examples = parts.encoder.encode([text for texts in kept.values() for text in texts])
    rows = knowledge.cases(cases, "kind")
    best = (parts.encoder.encode([text for text, _, _ in rows]) @ examples.T).argmax(axis=1)
    return score([(kind, language) for _, kind, language in rows], [kinds[n] for n in best])


def section(scores: dict[str, LabelScores], peer: LabelScores) -> str:
    """A table by language, and one of the insight kinds."""
    rows = [("icpbot, " + name, one) for name, one in scores.items()] + [("nearest example, insights", peer)]
    heads = [*LANGUAGES, "all", "without none"]
    lines = [f"| micro-F1 | {' | '.join(heads)} |", "|:--|" + "--:|" * len(heads)]
    for name, one in rows:
        shares = [*(one.micro_f1[key] for key in (*LANGUAGES, "all")), one.micro_f1_without_none]
        lines.append(f"| {name} | " + " | ".join(f"{share:.3f}" for share in shares) + " |")
    lines += ["", "| insights | precision | recall | cases |", "|:--|--:|--:|--:|"]
    for kind, one in scores["insights"].kinds.items():
        precision = "-" if one.precision is None else f"{one.precision:.3f}"
        lines.append(f"| {kind} | {precision} | {one.recall:.3f} | {one.cases} |")
    return "\n".join(lines)


def main() -> None:
    chosen = arguments(__doc__).parse_args()
    with empty_library() as parts:
        knowledge = KnowledgeFolder(parts.settings.knowledge_folder)
        text = section(evaluate(knowledge.cases, parts.desk), nearest(knowledge, parts))
    lines = shown([INTRODUCTION, text])
    if chosen.write:
        write(lines, ", labels")


if __name__ == "__main__":
    main()
