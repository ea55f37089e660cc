"""The shipped cases through the real labellers, and who is never quoted."""

from pathlib import Path

import pytest

from icpbot.adapters.knowledge.folder import KnowledgeFolder
from icpbot.domain.insights import Utterance, may_hold_insight
from icpbot.domain.sources import SpeakerRole
from icpbot.usecases.evaluation import evaluate

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def test_the_shipped_cases_are_labelled_far_better_than_by_chance_in_every_language(make_desk):
    scores = evaluate(KnowledgeFolder(KNOWLEDGE).cases, make_desk())
    assert set(scores) == {"insights", "questions", "intents"}
    for one in scores.values():
        assert set(one.micro_f1) == {"en", "pl", "cs", "uk", "zh", "all"}
        assert min(one.micro_f1.values()) > 0.5
    assert scores["insights"].kinds["tool"].recall > 0.7


@pytest.mark.parametrize(
    "text",
    [
        "So you lose two hours a day on this, I see.",
        "Czyli tracicie na tym dwie godziny dziennie, rozumiem.",
        "Takže na tom ztrácíte dvě hodiny denně, chápu.",
        "Тобто ви втрачаєте на цьому дві години щодня, розумію.",
        "也就是说你们每天在这上面浪费两个小时，明白了。",
    ],
)
def test_what_an_interviewer_says_is_nobodys_insight(text):
    said = {"text": text, "start": 0, "end": len(text), "turn": 0, "speaker": "A"}
    assert not may_hold_insight(Utterance(**said, role=SpeakerRole.INTERVIEWER))
    assert may_hold_insight(Utterance(**said, role=SpeakerRole.CUSTOMER))
