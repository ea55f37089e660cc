"""Transcripts in JSON."""

from __future__ import annotations

import json

import pytest

from icpbot.domain.sources import Kind


def test_our_own_format_keeps_everything(read, said, voice) -> None:
    name, words = voice
    document = {
        "title": "A talk",
        "account": "Kolos",
        "language": "cs",
        "date": "2026-03-12",
        "turns": [
            {"speaker": "Rada", "text": "Why?", "start": 1.5, "end": 2},
            {"speaker": name, "text": words},
        ],
    }

    source = read("a.json", json.dumps(document))

    assert said(source) == [("Rada", "Why?"), (name, words)]
    assert (source.turns[0].start, source.turns[0].end) == (1.5, 2)
    assert (source.title, source.account, source.language, str(source.date)) == (
        "A talk",
        "Kolos",
        "cs",
        "2026-03-12",
    )
    assert source.kind is Kind.INTERVIEW


def test_whisper_segments_are_timed_turns(read) -> None:
    source = read(
        "a.json",
        json.dumps(
            {
                "text": " Hi. Ho.",
                "language": "en",
                "segments": [
                    {"id": 0, "start": 0.0, "end": 7.68, "text": " Hi there all."},
                    {"id": 1, "start": 8, "end": 9, "text": " Ho ho ho."},
                ],
            }
        ),
    )

    assert [(t.text, t.start, t.end) for t in source.turns] == [
        ("Hi there all.", 0, 7.68),
        ("Ho ho ho.", 8, 9),
    ]
    assert (source.kind, source.language) == (Kind.INTERVIEW, "en")


def test_words_of_podcasting_2_are_joined_to_what_was_said(read, said) -> None:
    words = [
        ("Vader", 0.5, 0.75, "I"),
        ("Vader", 1, 1.25, "am"),
        ("Vader", 1.5, 2, "it."),
        ("Luke", 2.75, 3, "No"),
    ]
    document = {
        "version": "1.0.0",
        "segments": [{"speaker": s, "startTime": a, "endTime": b, "body": t} for s, a, b, t in words],
    }

    source = read("a.json", json.dumps(document))

    assert said(source) == [("Vader", "I am it."), ("Luke", "No")]
    assert (source.turns[0].start, source.turns[0].end) == (0.5, 2)


def test_several_transcripts_of_a_jsonl_follow_their_titles(read) -> None:
    lines = [
        json.dumps(
            {
                "title": f"Talk {n}",
                "turns": [{"speaker": "A", "text": "Why?"}, {"speaker": "B", "text": "So."}],
            }
        )
        for n in (1, 2)
    ]

    source = read("a.jsonl", "\n\n".join(lines))

    assert [turn.text for turn in source.turns] == ["Talk 1", "Why?", "So.", "Talk 2", "Why?", "So."]
    assert [turn.text for turn in source.turns if turn.heading] == ["Talk 1", "Talk 2"]


def test_one_transcript_of_a_jsonl_keeps_its_own_facts(read) -> None:
    source = read(
        "a.jsonl", json.dumps({"title": "T", "account": "K", "turns": [{"speaker": "A", "text": "Hi"}]})
    )

    assert (source.title, source.account, len(source.turns)) == ("T", "K", 1)


@pytest.mark.parametrize("start", [-1, "soon", None, True, 1e300, [1], {"s": 1}])
def test_a_time_that_is_none_is_left_out(read, start) -> None:
    assert (
        read("a.json", json.dumps({"turns": [{"speaker": 1, "text": "Hi", "start": start}]})).turns[0].start
        is None
    )


@pytest.mark.parametrize(
    "document",
    [
        {"meeting": "ACDC", "highlights": {}},
        [],
        {},
        3,
        "text",
        None,
        {"turns": []},
        {"turns": [{"speaker": "A"}]},
        {"turns": [1]},
        {"turns": [{"text": 3}]},
        {"segments": "no"},
    ],
)
def test_json_that_is_no_transcript_is_refused_with_what_it_holds(refused, document) -> None:
    error = refused("a.json", json.dumps(document))

    assert error.key == "read-not-transcript"
    assert error.values["found"]


@pytest.mark.parametrize(
    "text", ['{"turns": [', "[" * 100_000, '{"a":' * 100_000, '{"turns": ' + "9" * 5000 + "}", "no"]
)
def test_broken_or_bottomless_json_is_refused(refused, text) -> None:
    assert refused("a.json", text).key in {"read-broken", "read-not-transcript"}
    assert refused("a.jsonl", text).key in {"read-broken", "read-not-transcript"}


def test_half_characters_and_zeros_do_not_reach_the_store(read) -> None:
    turn = read("a.json", '{"turns": [{"speaker": "A\\ud800", "text": "Hi \\udfff\\u0000there"}]}').turns[0]

    turn.model_dump_json().encode()
    assert turn.text == "Hi \ufffdthere"
