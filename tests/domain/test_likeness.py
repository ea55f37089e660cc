"""Which sources are one conversation, which may be, and which only share their questions."""

import itertools
import json
import random
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from icpbot.domain.likeness import FEWEST, SKETCH, Alike, judged, likeness, shingles, sketch
from icpbot.domain.sources import Kind, Origin, Source, Turn
from icpbot.domain.speakers import infer_roles

PUBLIC = Path(__file__).parents[3] / "shared" / "data"
WORDS = [
    "we",
    "they",
    "lose",
    "find",
    "paper",
    "driver",
    "van",
    "note",
    "invoice",
    "day",
    "week",
    "customer",
    "office",
    "phone",
    "list",
    "wait",
    "sign",
    "pay",
    "send",
    "ask",
]
GUIDE = ("What was the hardest part of your day before you had the new system in place?",
         "And what exactly made you start looking for something else at that very moment?",
         "Who in your company had to agree before you could sign the contract with us?")  # fmt: skip


def source(turns, kind=Kind.INTERVIEW, **about):
    turns = tuple(Turn(speaker=speaker, text=text) for speaker, text in turns)
    return Source(id="s", workspace="w", path="p", kind=kind, origin=Origin.FIRST_HAND, audience="workspace",
                  content_hash="h", added_at=datetime(2026, 1, 1, tzinfo=UTC), turns=turns, roles=infer_roles(turns), **about)  # fmt: skip


def talk(seed, words=60, guide=GUIDE):
    chance = random.Random(seed)
    answers = [" ".join(chance.choices(WORDS, k=words)) + "." for _ in guide]
    return [turn for q, a in zip(guide, answers, strict=True) for turn in (("Rada", q), ("Jana", a))]


def corrected(turns, share, seed=1):
    chance = random.Random(seed)
    fix = lambda w: w if chance.random() >= share else f"{w}x{chance.randrange(999)}"  # noqa: E731
    return [(speaker, " ".join(fix(w) for w in text.split())) for speaker, text in turns]


def verdict(a, b):
    return judged(a, sketch(a), b, sketch(b))


@pytest.mark.parametrize(
    ("share", "wanted"), [(0.01, Alike.SAME), (0.03, Alike.SAME), (0.12, Alike.UNSURE), (0.5, Alike.OTHER)]
)
def test_a_correction_is_the_same_until_too_much_differs(share, wanted):
    turns = talk(1, words=900)

    assert verdict(source(corrected(turns, share)), source(turns)) is wanted


@pytest.mark.parametrize("words", [8, 15, 60])
def test_interviews_by_one_guide_are_not_the_same(words):
    talks = [source(talk(seed, words=words)) for seed in range(6)]

    assert {verdict(a, b) for a, b in itertools.combinations(talks, 2)} == {Alike.OTHER}


def test_questions_do_not_count_without_speakers_either():
    bare = [source([(None, text) for _, text in talk(seed, words=15)], Kind.NOTES) for seed in (1, 2)]

    assert verdict(*bare) is Alike.OTHER


def test_two_dates_or_two_accounts_are_put_to_a_person():
    turns = talk(1)
    march = source(turns, date=date(2026, 3, 1), account="Kolos")

    assert verdict(source(turns, date=date(2026, 3, 1)), march) is Alike.SAME
    assert verdict(source(turns, date=date(2026, 3, 8)), march) is Alike.UNSURE
    assert verdict(source(turns, account="Nova"), march) is Alike.UNSURE


def test_an_excerpt_is_put_to_a_person():
    whole = talk(1, words=300)

    assert verdict(source(whole[:2]), source(whole)) is Alike.UNSURE


def survey(seed, rows=80):
    chance = random.Random(seed)
    return source(
        [(None, f"Size: {chance.choice('SML')}; Happy: {chance.randrange(11)}; Why: {' '.join(chance.choices(WORDS, k=6))}")
         for _ in range(rows)], Kind.SURVEY,
    )  # fmt: skip


def test_two_surveys_with_one_header_are_two_and_a_later_export_is_put_to_a_person():
    first, second = survey(1), survey(2)
    later = first.model_copy(update={"turns": (*first.turns, *second.turns[:9])})

    assert verdict(first, second) is Alike.OTHER
    assert verdict(later, first) is Alike.UNSURE


def test_han_is_compared_by_characters():
    text = "".join(
        random.Random(3).choices(
            "我们每天要花两个小时手工录入送货单司机非常不满意客户在等发票签字很慢", k=400
        )
    )
    fixed = text[:100] + "他" + text[101:]

    assert verdict(source([("甲", text)]), source([("甲", fixed)])) is Alike.SAME
    assert len(shingles("我们每天要花两个小时")) == 1


def test_a_few_words_are_never_alike():
    short = source([("Jana", "We lose every second delivery note in the van, I am afraid.")])

    assert len(sketch(short)) < FEWEST
    assert verdict(short, short) is Alike.OTHER


def test_the_estimate_comes_near_the_exact_likeness():
    turns = talk(1, words=2000)
    old, new = source(turns), source(corrected(turns, 0.05))
    a, b = (shingles(" ".join(t.text for t in s.turns if t.speaker == "Jana")) for s in (old, new))

    assert len(sketch(old)) == SKETCH
    assert likeness(sketch(old), sketch(new)).jaccard == pytest.approx(len(a & b) / len(a | b), abs=0.1)


@pytest.mark.skipif(not PUBLIC.exists(), reason="the public data is not here")
def test_a_published_call_its_correction_and_its_formats_are_one():
    from icpbot.adapters.readers.files import Files

    def read(name):
        text = Files().read(name, (PUBLIC / "formats" / name).read_bytes())
        return source([(t.speaker, t.text) for t in text.turns])

    calls = [
        json.loads(line)
        for line in (PUBLIC / "transcripts_zoom/docs.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    raw = {c["doc_id"]: source([(t["speaker"], t["text"]) for t in c["turns"]]) for c in calls}
    fixed = read("zoom_cloud_recording_corrected.vtt")
    forms = [read(f"whisper_interview.{form}") for form in ("srt", "tsv", "lrc")]

    assert [k for k, call in raw.items() if verdict(fixed, call) is not Alike.OTHER] == [
        "acdc/2026-02-19_175"
    ]
    assert verdict(fixed, raw["acdc/2026-02-19_175"]) is Alike.SAME
    assert {verdict(a, b) for a, b in itertools.combinations(forms, 2)} == {Alike.SAME}
