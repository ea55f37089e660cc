"""Plain text and Markdown: who speaks, and when nobody does."""

from __future__ import annotations

import pytest

from icpbot.domain.sources import Kind, Origin

SHAPES = {
    "labels": "{a}: So why?\n{b}: {x}\n{a}: And how long?\n{b}: Years.",
    "a time before": "[00:00:05] {a}: So why?\n[00:00:09] {b}: {x}\n"
    "[00:00:15] {a}: And how long?\n[00:01:00] {b}: Years.",
    "a time inside": "{a} (00:00:05): So why?\n\n{b} (00:00:09): {x}\n\n"
    "{a} (00:00:15): And how long?\n\n{b} (00:01:00): Years.",
    "otter": "{a}  0:05\nSo why?\n\n{b}  0:09\n{x}\n\n{a}  0:15\nAnd how long?\n\n{b}  1:00\nYears.",
    "gong": "0:05 | {a}\nSo why?\n\n0:09 | {b}\n{x}\n\n0:15 | {a}\nAnd how long?\n\n1:00 | {b}\nYears.",
    "zoom chat": "00:00:05\t{a}:\tSo why?\n00:00:09\t{b}:\t{x}\n"
    "00:00:15\t{a}:\tAnd how long?\n00:01:00\t{b}:\tYears.",
    "zoom chat in words": "00:00:05 From {a} to Everyone: So why?\n00:00:09 From {b} to Everyone: {x}\n"
    "00:00:15 From {a} to Everyone: And how long?\n00:01:00 From {b} to Everyone: Years.",
    "full-width colons": "{a}：So why?\n{b}：{x}\n{a}：And how long?\n{b}：Years.",
    "a name on its own line": "{a}:\nSo why?\n\n{b}:\n{x}\n\n{a}:\nAnd how long?\n\n{b}:\nYears.",
}
MARKDOWN = {
    "colon inside": "**{a}:** So why?\n\n**{b}:** {x}\n\n**{a}:** And how long?\n\n**{b}:** Years.",
    "colon outside": "**{a}**: So why?\n\n**{b}**: {x}\n\n**{a}**: And how long?\n\n**{b}**: Years.",
    "a list": "- **{a}:** So why?\n- **{b}:** {x}\n- **{a}:** And how long?\n- **{b}:** Years.",
    "with times": "**{a}** (00:05): So why?\n\n**{b}** (00:09): {x}\n\n"
    "**{a}** (00:15): And how long?\n\n**{b}** (01:00): Years.",
    "quoted": "> *{a}:* So why?\n\n> *{b}:* {x}\n\n> *{a}:* And how long?\n\n> *{b}:* Years.",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_plain_text_gives_the_same_turns(read, said, voice, shape) -> None:
    name, words = voice

    source = read("talk.txt", SHAPES[shape].format(a="Rada Novák", b=name, x=words))

    assert said(source) == [
        ("Rada Novák", "So why?"),
        (name, words),
        ("Rada Novák", "And how long?"),
        (name, "Years."),
    ]
    assert (source.kind, source.origin) == (Kind.INTERVIEW, Origin.FIRST_HAND)
    if "time" in shape or shape in {"otter", "gong", "zoom chat"}:
        assert [turn.start for turn in source.turns] == [5, 9, 15, 60]


@pytest.mark.parametrize("shape", MARKDOWN)
def test_bold_and_italic_names_speak_in_markdown(read, said, voice, shape) -> None:
    name, words = voice

    source = read("talk.md", MARKDOWN[shape].format(a="Rada Novák", b=name, x=words))

    assert [speaker for speaker, _ in said(source)] == ["Rada Novák", name, "Rada Novák", name]
    assert said(source)[1][1] == words


def test_two_voices_that_speak_once_are_a_conversation(read, said) -> None:
    assert said(read("a.txt", "Anna: hello there\nBob: hi")) == [("Anna", "hello there"), ("Bob", "hi")]


def test_who_joins_a_conversation_once_is_a_speaker_too(read, said) -> None:
    source = read(
        "a.txt", "Anna: Why?\nBob: Ask her.\nAnna: Eva?\nEva Dvořák: Because.\nBob: See?\nAnna: OK."
    )

    assert ("Eva Dvořák", "Because.") in said(source)


@pytest.mark.parametrize(
    "text",
    [
        "We met on Monday. Note: they have 30 trucks.\nNote: no ERP.\n\nQuestion: who signs? Nobody knows.",
        "Pain: too much paper\nBudget: unknown\nNext steps: call",
        "Fleet: 30 trucks\nWarehouses: 2\nERP: SAP",
        "Milk to shops.\n\nOne thing: the crates.\n\nhttps://a.example: their page\n\n10:30: lunch",
        "注：他们有三十辆车。\n\n问题：谁签字？\n\n比如：老板。",
        "They told us a lot that day.\n\n" * 20 + "Excel: daily.\n\nHelios: daily.\n\n" * 2,
        "Uwaga: nie mają ERP.\n\nPytanie: kto podpisuje?\n\nUwaga: prezes.",
    ],
)
def test_labels_of_prose_are_no_speakers(read, text) -> None:
    source = read("notes.txt", text)

    assert {turn.speaker for turn in source.turns} == {None}
    assert (source.kind, source.origin) == (Kind.NOTES, Origin.SECOND_HAND)


def test_questions_and_answers_that_alternate_are_a_transcript(read) -> None:
    source = read("a.txt", "Q: Why?\nA: Because.\nQ: And?\nA: Nothing.")

    assert [turn.speaker for turn in source.turns] == ["Q", "A", "Q", "A"]


def test_answers_of_several_lines_and_paragraphs_stay_one_turn(read, said) -> None:
    source = read("a.txt", "Anna: Why?\nBob: Because it\nhurt.\n\nAnd it cost.\nAnna: Much?\nBob: Yes.")

    assert said(source)[1] == ("Bob", "Because it hurt. And it cost.")


def test_broken_lines_of_chinese_join_without_a_space(read, said) -> None:
    source = read("a.txt", "林：为什么？\n周敏：因为每张单子\n都要录两遍。\n林：哦。\n周敏：是。")

    assert said(source)[1] == ("周敏", "因为每张单子都要录两遍。")


def test_lines_with_times_and_no_names_are_timed_turns(read) -> None:
    source = read("a.txt", "[00:05] hello everyone\n[00:09] we start\n[00:12] now")

    assert [(turn.start, turn.text) for turn in source.turns] == [
        (5, "hello everyone"),
        (9, "we start"),
        (12, "now"),
    ]
    assert source.kind is Kind.INTERVIEW


def test_prose_is_cut_at_paragraphs_and_list_items(read) -> None:
    source = read("notes.txt", "They move milk\nand butter.\n\n- Own trucks.\n- Two people\nkey it in.\n")

    assert [turn.text for turn in source.turns] == [
        "They move milk and butter.",
        "Own trucks.",
        "Two people key it in.",
    ]


def test_headings_of_markdown_are_headings_and_the_first_is_the_title(read) -> None:
    source = read(
        "a.md",
        "# Kolos\n\n## Problem\n\nPaper.\n\nSecond\n------\n\n"
        "More paper.\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    )

    assert source.title == "Kolos"
    assert [(turn.text, turn.heading) for turn in source.turns] == [
        ("Problem", True),
        ("Paper.", False),
        ("Second", True),
        ("More paper.", False),
        ("a | b", False),
        ("1 | 2", False),
    ]


def test_a_heading_ends_the_turn_of_the_last_speaker(read, said) -> None:
    source = read(
        "a.md", "**Anna:** Why?\n\n**Bob:** So.\n\n**Anna:** Oh.\n\n**Bob:** Yes.\n\n## Our view\n\nHe lies."
    )

    assert said(source)[-1] == (None, "He lies.")


def test_quotes_stay_verbatim(read, said) -> None:
    words = "I said „ok”,  twice – **really** & it\u2019s <b>fine</b>…"

    assert said(read("a.txt", f"Anna: Why?\nBob: {words}\nAnna: Oh.\nBob: Yes."))[1] == ("Bob", words)
    assert said(read("a.md", f"**Anna:** Why?\n\n**Bob:** {words}\n\n**Anna:** Oh.\n\n**Bob:** Yes."))[1] == (
        "Bob",
        words,
    )


def test_renamed_subtitles_and_markdown_are_read_as_what_they_are(read, said) -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Hi\n"
    srt = "1\n00:00:01,000 --> 00:00:02,000\nHi\n"

    assert said(read("a.txt", vtt)) == [("Anna", "Hi")]
    assert said(read("a.txt", srt)) == [(None, "Hi")]
    assert said(read("a.txt", "**Anna:** Hi\n\n**Bob:** Ho")) == [("Anna", "Hi"), ("Bob", "Ho")]
