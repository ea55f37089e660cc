"""What a profile does not know, in the order of what knowing it would change.

A gap is worth, first, the verdicts it would settle: of each stored company that is undecided, the share of
answers that would decide it. Then how often people asked for it in vain. Then the statements that rest on it.
Equals stand in the order of `GapKind`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from icpbot.domain.drafted import gaps as empty_steps
from icpbot.domain.insights import InsightKind
from icpbot.domain.model import Model
from icpbot.domain.profile import Basis, Claim, ClaimStatus, Profile
from icpbot.domain.proposals import Step

THIN_BELOW = 2
"""What a single account said is called a gap."""


class GapKind(StrEnum):
    FACT = "fact"
    QUESTION = "question"
    ASSUMPTION = "assumption"
    THIN = "thin"
    EMPTY = "empty"


class Gap(Model):
    """`about` is an attribute, a question, a statement or a step of the draft; `topic` the kind of insight
    that would fill it, where one would.
    """

    kind: GapKind
    about: str
    topic: InsightKind | None = None
    verdicts: float = 0
    asked: int = 0
    claims: int = 0

    @property
    def worth(self) -> tuple[float, int, int]:
        return self.verdicts, self.asked, self.claims


def gaps_of(
    profile: Profile, *, settled: Mapping[str, float], unanswered: Sequence[tuple[str, InsightKind | None]]
) -> list[Gap]:
    """All gaps, the weightiest first. `settled` sums by attribute what each unknown fact would decide;
    `unanswered` are questions as often as they were asked, each with the kind it asks for.
    """
    topics = Counter(topic for _, topic in unanswered if topic)
    times = Counter(text for text, _ in unanswered)
    kinds = dict(unanswered)
    found = [Gap(kind=GapKind.FACT, about=a, verdicts=v) for a, v in settled.items() if v > 0]
    found += [Gap(kind=GapKind.QUESTION, about=q, topic=kinds[q], asked=n) for q, n in times.items()]
    found += _statements(profile.claims, topics)
    found += [
        Gap(kind=GapKind.EMPTY, about=step, topic=topic, asked=topics[topic] if topic else 0)
        for step in empty_steps(profile) for topic in [_topic(step)]
    ]  # fmt: skip
    order = list(GapKind)
    return sorted(found, key=lambda g: (*(-w for w in g.worth), order.index(g.kind)))


def _statements(claims: Iterable[Claim], topics: Mapping[InsightKind, int]) -> list[Gap]:
    found = []
    for claim in claims:
        assumed = claim.basis is Basis.ASSUMPTION
        thin = claim.counts is not None and claim.counts.accounts < THIN_BELOW
        if claim.status is not ClaimStatus.REJECTED and (assumed or thin):
            kind = GapKind.ASSUMPTION if assumed else GapKind.THIN
            asked = topics.get(claim.kind, 0)
            found.append(Gap(kind=kind, about=claim.text, topic=claim.kind, asked=asked, claims=1))
    return found


def _topic(step: Step) -> InsightKind | None:
    return InsightKind(step.value) if step.value in set(InsightKind) else None
