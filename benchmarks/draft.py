"""Scripted people draft a profile from the sample research and from real talk: replies, words, dead ends, misread bands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from results import DATA, arguments, empty_library, shown, write
from retrieval import SETS, ingested, sampled

from icpbot.bootstrap import Parts
from icpbot.domain.draft import Draft, Say
from icpbot.domain.profile import Profile, Range
from icpbot.domain.proposals import Step
from icpbot.domain.sources import Reader, local_reader
from icpbot.domain.text import word_count
from icpbot.usecases import customers, drafting
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.ports import Desk

MOST_REPLIES = 60
MEETINGS = 8
INTERVIEWS = (
    "interview_speaker_labels.md",
    "whisper_interview.srt",
    "whisper_podcast.json",
    "podcast_namespace.json",
)
STUCK_AFTER = 4
"""Replies at one step, none of them changing anything, after which a person gives up."""
INTRODUCTION = f"""`make bench-draft`: scripted people draft a profile from the sample research, and from real interviews and meetings
(the interviews among the file formats, {MEETINGS} meetings of QMSum, {MEETINGS} of Zoom, {MEETINGS} of VCSum), each in their own way.
Words are counted as in `word_count`, a number is one. Backed: share of claims that quotes back. A dead end is
{STUCK_AFTER} replies in a row at one step that change nothing, or a reply without a sentence or a way on. A band is
misread when the profile holds another one than the person meant.
"""
Meant = Mapping[str, tuple[float | None, float | None] | tuple[str, ...]]


@dataclass(frozen=True)
class Someone:
    """What a person says at each step, in turn; `otherwise` where nothing is scripted or it is used up."""

    name: str
    says: Mapping[Step, tuple[str, ...]] = field(default_factory=dict)
    otherwise: Callable[[Say], str] = lambda say: "all" if say.proposals else "skip"
    means: Meant = field(default_factory=dict)


@dataclass
class Result:
    who: str
    replies: int = 0
    words: int = 0
    finished: bool = False
    complete: float = 0.0
    backed: float = 0.0
    claims: int = 0
    dead_ends: int = 0
    misread: int = 0


def _first_two(say: Say) -> str:
    if len(say.proposals) > 1:
        return "1 and 2"
    return "1" if say.proposals else "done" if say.step is Step.REVIEW else "skip"


TABLE = "country\temployees\nPoland\t120\nCzechia\t300\nGermany\t80"
PEOPLE = (
    Someone("cooperative", {
        Step.AVOID: ("gambling",), Step.DECISION_ROLE: ("1", "the finance director signs"),
    }, _first_two),
    Someone("terse", otherwise=lambda say: "1" if say.proposals else "skip"),
    Someone("talkative", {
        Step.WHO: ("well, mostly logistics and warehousing companies, they have 50–500 people or so", "yes"),
        Step.PAIN: ("1. this is the one everybody keeps telling us about, honestly, in every single call we have",),
        Step.OBJECTION: ("they worry that drivers will never use yet another app on their phones",),
        Step.AVOID: ("we would rather not sell to gambling or to public sector, they take forever", "yes"),
    }, _first_two, {"employees": (50, 500), "industry": ("Logistics", "Warehousing")}),
    Someone("contradictory", {
        Step.WHO: ("50-500 employees", "yes"),
        Step.TRIGGER: ("back", "1"),
        Step.PAIN: ("1", ),
        Step.JOB: ("undo", "1"),
        Step.AVOID: ("no", ),
        Step.REVIEW: ("back", "yes"),
    }, _first_two, {"employees": (50, 500)}),
    Someone("changing language", {
        Step.WHO: ("od 50 do 500 pracowników w Polsce i w Niemczech", "tak"),
        Step.TRIGGER: ("první a druhé",),
        Step.PAIN: ("перше і друге",),
        Step.JOB: ("1和2",),
        Step.AVOID: ("bez hazardu", "ano"),
        Step.IGNORE: ("žádné",),
    }, _first_two, {"employees": (50, 500), "country": ("PL", "DE")}),
    Someone("pasting a table", {
        Step.WHO: (TABLE, "no", "50-500 people", "yes"),
    }, _first_two, {"employees": (50, 500)}),
    Someone("wandering off", {
        Step.BEST_CUSTOMER: ("how was your weekend?", "1"),
        Step.WHO: ("wait, what did we sell last year?", "1"),
        Step.PAIN: ("a kdy máme poradu?", "1"),
        Step.OBJECTION: ("later", "draft", "1"),
        Step.ALTERNATIVE: ("why", "1"),
    }, _first_two),
)  # fmt: skip


def library(parts: Parts) -> tuple[Desk, Reader]:
    """The sample research, read; the best customers are those the demo ranks best."""
    desk, sample = parts.desk, parts.settings.knowledge_folder / "sample"
    for name, take in (("customers.csv", customers.import_table), ("deals.csv", customers.import_deals)):
        take(name, (sample / "customers" / name).read_bytes(), desk=desk)
    for path in sorted((*(sample / "interviews").iterdir(), *(sample / "notes").iterdir())):
        ingest(Upload(path=str(path), data=path.read_bytes()), desk=desk)
    customers.best(desk=desk, weights={"lifetime_value": 2.0, "cost_to_serve": 1.0, "referrals": 1.0})
    return desk, local_reader(desk.workspace)


def real(parts: Parts) -> tuple[Desk, Reader]:
    """What people really said, in English and Chinese, most of it about nothing one sells."""
    for name in INTERVIEWS:
        ingest(Upload(path=name, data=(DATA / "formats" / name).read_bytes()), desk=parts.desk)
    for folder in SETS.values():
        for document, queries in sampled(folder, MEETINGS):
            ingested(document, queries, parts)
    return parts.desk, local_reader(parts.workspace)


def talk(person: Someone, desk: Desk, reader: Reader) -> Result:
    """One person's whole conversation, up to the saved profile or until they give up."""
    result = Result(person.name)
    left = {step: list(messages) for step, messages in person.says.items()}
    draft, say = drafting.start(person.name, reader, desk=desk, name=person.name.title())
    idle = 0
    while not draft.finished and result.replies < MOST_REPLIES and not result.dead_ends:
        message = left[say.step].pop(0) if left.get(say.step) else _otherwise(person, draft, say)
        before = (draft.profile, draft.step)
        if draft.paused:
            draft, say = drafting.start(person.name, reader, desk=desk)
        else:
            draft, say = drafting.say(person.name, message, reader, desk=desk, who=person.name)
        result.replies += 1
        result.words += word_count(message)
        idle = idle + 1 if (draft.profile, draft.step) == before and not draft.pending else 0
        result.dead_ends += not say.lines or idle >= STUCK_AFTER
    result.finished, result.complete = draft.finished, draft.complete
    result.backed, result.claims = draft.profile.backed, len(draft.profile.claims)
    result.misread = _misread(draft.profile, person.means)
    return result


def _otherwise(person: Someone, draft: Draft, say: Say) -> str:
    return "yes" if draft.pending else "done" if say.step is Step.REVIEW else person.otherwise(say)


def _misread(profile: Profile, means: Meant) -> int:
    """Bands the person meant that are not in the profile as they meant them."""
    wrong = 0
    for attribute, meant in means.items():
        criterion = profile.criterion(attribute)
        ideal = criterion.ideal if criterion else None
        read = (ideal.min, ideal.max) if isinstance(ideal, Range) else ideal
        wrong += read is None or set(read if isinstance(read, tuple) else ()) != set(meant)
    return wrong


def section(results: list[Result]) -> str:
    lines = [
        "| person | replies | words | complete | claims backed | dead ends | misread bands |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {r.who} | {r.replies}{'' if r.finished else ' (gave up)'} | {r.words} | {r.complete:.0%} "
        f"| {r.backed:.0%} of {r.claims} | {r.dead_ends} | {r.misread} |"
        for r in results
    ]  # fmt: skip
    return "\n".join(lines)


def main() -> None:
    chosen = arguments(__doc__, "formats", *SETS.values()).parse_args()
    lines = shown([INTRODUCTION])
    for title, read in (("The sample research", library), ("Real interviews and meetings", real)):
        with empty_library() as parts:
            desk, reader = read(parts)
            lines += shown([f"**{title}**\n", section([talk(person, desk, reader) for person in PEOPLE]), ""])
    if chosen.write:
        write(lines, " (drafting)")


if __name__ == "__main__":
    main()
