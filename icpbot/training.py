"""Training: what the examples in `knowledge/` teach, kept beside them (`python -m icpbot.training`)."""

import shutil
import tempfile
from pathlib import Path

from icpbot.bootstrap import Parts
from icpbot.settings import Settings


def train(knowledge: Path) -> list[Path]:
    """The files that `knowledge/trained/` holds instead of those it held before."""
    with tempfile.TemporaryDirectory() as home:
        parts = Parts(Settings.model_construct(home=Path(home), knowledge=knowledge))
        try:
            for labeller in (parts.desk.insight_labels, parts.desk.question_labels, parts.desk.intent_labels):
                labeller.label(["train"])
        finally:
            parts.close()
        shutil.rmtree(knowledge / "trained", ignore_errors=True)
        (knowledge / "trained").mkdir()
        found = sorted((Path(home) / "cache").glob("labels-*.npz"))
        return [Path(shutil.copy(path, knowledge / "trained")) for path in found]


if __name__ == "__main__":
    for written in train(Settings.model_construct().knowledge_folder):
        print(written)  # noqa: T201 - a person has asked for it
