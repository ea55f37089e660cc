"""Subtitles: one turn a cue, with its speaker and its times."""

from __future__ import annotations

import pytest

from icpbot.domain.sources import Kind


def vtt(*cues: str) -> str:
    """A cue every ten seconds, three seconds long."""
    blocks = [
        f"{n}\n00:{n // 6:02}:{n % 6}0.500 --> 00:{n // 6:02}:{n % 6}3.250\n{cue}"
        for n, cue in enumerate(cues)
    ]
    return "WEBVTT\n\n" + "\n\n".join(blocks) + "\n"


def srt(*cues: str) -> str:
    return vtt(*cues).removeprefix("WEBVTT\n\n").replace(".500", ",500").replace(".250", ",250")


def test_a_cue_is_a_turn_with_times_in_seconds(read) -> None:
    source = read("a.vtt", vtt("So why?", "Because."))

    assert [(t.text, t.start, t.end) for t in source.turns] == [
        ("So why?", 0.5, 3.25),
        ("Because.", 10.5, 13.25),
    ]
    assert source.kind is Kind.INTERVIEW


@pytest.mark.parametrize("suffix", ["vtt", "srt"])
@pytest.mark.parametrize("pattern", ["{}: {}", "<v {}>{}</v>", "<v {}>{}", "<v.loud {}>{}"])
def test_speakers_stand_in_voice_tags_or_before_a_colon(read, said, voice, pattern, suffix) -> None:
    name, words = voice
    cues = [
        pattern.format("Rada Novák", "So why?"),
        pattern.format(name, words),
        pattern.format("Rada Novák", "Oh."),
    ]

    source = read(f"a.{suffix}", (vtt if suffix == "vtt" else srt)(*cues, pattern.format(name, "Yes.")))

    assert said(source) == [("Rada Novák", "So why?"), (name, words), ("Rada Novák", "Oh."), (name, "Yes.")]


def test_a_cue_with_two_voices_is_two_turns(read, said) -> None:
    assert said(read("a.vtt", vtt("<v Anna>Why?</v>\n<v Bob>So.</v>"))) == [("Anna", "Why?"), ("Bob", "So.")]


def test_entities_are_unescaped_and_styling_is_dropped(read, said) -> None:
    source = read(
        "a.vtt", vtt("<v Müller &amp; Sohn>Tom &amp; <i>Jerry</i> &lt;3 &quot;it&quot;", "5 < 6 and 7 > 2")
    )

    assert said(source)[0] == ("Müller & Sohn", 'Tom & Jerry <3 "it"')


def test_line_breaks_of_a_cue_become_one_space(read, said) -> None:
    assert said(read("a.srt", srt("We copy\nit twice", "a\n2026"))) == [
        (None, "We copy it twice"),
        (None, "a 2026"),
    ]


def test_a_note_is_no_turn_but_may_name_the_account(read, said) -> None:
    text = vtt("Hi", "Ho").replace(
        "WEBVTT\n", "WEBVTT\nLanguage: pl-PL\n\nNOTE Account: Kolos Logistik\n\nNOTE\nmore\n"
    )

    source = read("a.vtt", text)

    assert [words for _, words in said(source)] == ["Hi", "Ho"]
    assert (source.account, source.language) == ("Kolos Logistik", "pl")


def test_recognised_speech_without_names_invents_none(read) -> None:
    cues = ["So hello.", "One thing: it is slow.", "Question: why?", "Because.", "Time is 10:30: late."]

    assert {turn.speaker for turn in read("a.srt", srt(*cues)).turns} == {None}


def test_names_given_only_at_changes_carry_on(read, said) -> None:
    source = read(
        "a.srt", srt("Anna: Why?", "I mean, really.", "Bob: So.", "It hurt.", "Anna: Oh.", "Bob: Yes.")
    )

    assert [speaker for speaker, _ in said(source)] == ["Anna", "Anna", "Bob", "Bob", "Anna", "Bob"]


@pytest.mark.parametrize("damage", [("0\n00:00:00", "00:00:00"), ("\n", "\r\n"), ("0\n00", "\ufeff0\n00")])
def test_srt_of_careless_tools_is_read(read, damage) -> None:
    old, new = damage
    count = 1 if old != "\n" else -1

    assert len(read("a.srt", srt("Hi", "Ho").replace(old, new, count)).turns) == 2


def test_subtitles_under_each_others_extension_are_read(read) -> None:
    assert len(read("a.srt", vtt("Hi")).turns) == len(read("a.vtt", srt("Hi")).turns) == 1


def test_lrc_lines_end_where_the_next_begins(read) -> None:
    source = read("a.lrc", "[ti:Talk]\n[00:43.810]Hello.\n[00:47.850]\n\n[00:48.350]So.\n[00:49.00]Then.\n")

    assert [(t.text, t.start, t.end) for t in source.turns] == [
        ("Hello.", 43.81, 47.85),
        ("So.", 48.35, 49.0),
        ("Then.", 49.0, None),
    ]


def test_whispers_table_counts_in_milliseconds(read) -> None:
    source = read("a.tsv", 'start\tend\ttext\n43810\t47850\tHello.\n48350\t54570\tSo "it" is.\n')

    assert [(t.text, t.start, t.end) for t in source.turns] == [
        ("Hello.", 43.81, 47.85),
        ('So "it" is.', 48.35, 54.57),
    ]


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.vtt", "WEBVTT\n\n", "read-empty"),
        ("a.vtt", "WEBVTT\n\n00:00:99.000 --> 00:01:00.000\nHi", "read-broken"),
        ("a.vtt", "just text", "read-broken"),
        ("a.srt", "1\nno time here\n", "read-broken"),
        ("a.lrc", "[ti:Talk]\n", "read-empty"),
    ],
)
def test_subtitles_without_cues_are_refused(refused, name, data, key) -> None:
    assert refused(name, data).key == key


def test_cues_with_impossible_times_are_left_out_with_a_warning(read) -> None:
    source = read("a.vtt", vtt("Hi", "Ho").replace("00:00:10.500", "00:00:99.500"))

    assert [turn.text for turn in source.turns] == ["Hi"]
    assert source.warnings == ("read-cues-skipped",)
