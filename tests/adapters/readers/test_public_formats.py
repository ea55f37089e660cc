"""Real files of many tools against the figures of their manifest."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from icpbot.adapters.readers import Files
from icpbot.adapters.readers.lines import seconds
from icpbot.domain.errors import Rejected
from icpbot.domain.sources import Kind, SourceText

DATA = Path(os.environ.get("ICPBOT_BENCH_DATA") or Path(__file__).parents[3] / ".." / "shared" / "data")
FORMATS = DATA / "formats"

pytestmark = pytest.mark.skipif(
    not FORMATS.is_dir(), reason="the public data are not here; set ICPBOT_BENCH_DATA"
)


def source_of(name: str) -> SourceText:
    return Files().read(name, (FORMATS / name).read_bytes())


def expected() -> dict[str, dict]:
    manifest = FORMATS / "manifest.json"
    entries = json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else []
    return {entry["file"]: entry["expect"] for entry in entries if "expect" in entry}


@pytest.mark.parametrize("name", expected())
def test_subtitles_have_the_cues_times_and_speakers_of_the_manifest(name) -> None:
    figures = expected()[name]

    turns = source_of(name).turns

    assert len(turns) == figures["cues"]
    assert turns[0].start == seconds(figures["first_start"])
    assert turns[-1].end == seconds(figures["last_end"])
    assert Counter(turn.speaker for turn in turns if turn.speaker) == figures.get("speakers", {})
    assert sum(turn.speaker is None for turn in turns) == figures.get("cues_without_speaker", len(turns))


def test_one_recording_in_four_formats_has_the_same_turns() -> None:
    srt, tsv, lrc = (source_of(f"whisper_interview.{suffix}").turns for suffix in ("srt", "tsv", "lrc"))

    assert [turn.text for turn in srt] == [turn.text for turn in tsv] == [turn.text for turn in lrc]
    assert [turn.start for turn in srt] == [turn.start for turn in tsv] == [turn.start for turn in lrc]


def test_zoom_chat_has_every_message_under_its_sender() -> None:
    text = (FORMATS / "zoom_chat_export.txt").read_text(encoding="utf-8")
    senders = re.findall(r"^\d\d:\d\d:\d\d\t(.+?):\t", text, re.MULTILINE)

    source = source_of("zoom_chat_export.txt")

    assert [turn.speaker for turn in source.turns] == senders
    assert source.turns[0].start == 341


def test_otter_in_markdown_has_both_speakers() -> None:
    source = source_of("interview_speaker_labels.md")

    assert Counter(turn.speaker for turn in source.turns if turn.speaker) == {
        "Jonas Rosland": 27,
        "Carolyn Lu": 26,
    }
    assert [turn.text for turn in source.turns if turn.heading] == ["Details", "Transcript"]
    assert "Q-Cubed" in (source.title or "")


def test_minutes_of_w3c_have_speakers_headings_and_date() -> None:
    source = source_of("w3c_minutes.md")

    assert {"Manu Sporny", "Daniel Burnett", "Grant Noble", "Tobias Looker"} <= {
        turn.speaker for turn in source.turns
    }
    assert not {"Present", "Regrets", "Chair", "Date"} & {turn.speaker for turn in source.turns}
    assert "4. Specification shortname" in [turn.text for turn in source.turns if turn.heading]
    assert (str(source.date), source.kind) == ("2019-10-22", Kind.INTERVIEW)


def test_podcasts_have_their_speakers() -> None:
    assert {turn.speaker for turn in source_of("podcast_namespace.html").turns} == {
        "Travis",
        "Sarah",
        "Gilon",
    }
    assert [turn.text for turn in source_of("podcast_namespace.json").turns] == [
        "I am your father.",
        "Nooooo",
    ]


def test_whisper_json_is_timed_and_states_its_language() -> None:
    source = source_of("whisper_podcast.json")

    assert source.language == "en"
    assert all(turn.start is not None for turn in source.turns)


def test_a_report_in_pdf_is_notes() -> None:
    source = source_of("survey_report.pdf")

    assert source.kind is Kind.NOTES
    assert "Kubernetes" in " ".join(turn.text for turn in source.turns)


def test_tables_of_other_things_are_rows_to_quote() -> None:
    assert len(source_of("long_fields.csv").turns) == 10
    assert (
        source_of("transcript_changelog.tsv").turns[0].text
        == "original: Prhythm; corrected: Prysm; confidence: high"
    )


@pytest.mark.parametrize(
    ("name", "key"), [("empty.xlsx", "read-no-rows"), ("zoom_summary.json", "read-not-transcript")]
)
def test_files_with_nothing_to_read_are_refused(name, key) -> None:
    with pytest.raises(Rejected) as caught:
        source_of(name)

    assert caught.value.key == key


def test_no_file_of_the_collection_is_left_out() -> None:
    here = Path(__file__).read_text(encoding="utf-8")
    told = {path.name for path in FORMATS.iterdir()} - {"README.md", "manifest.json", *expected()}

    assert {name for name in told if name not in here and not name.startswith("whisper_interview.")} == set()


@pytest.mark.parametrize(("name", "questions"), [("ospo2021.csv", 21), ("otel_prom2026.csv", 1)])
def test_exported_surveys_are_surveys(name, questions) -> None:
    source = Files().read(name, (DATA / "survey" / name).read_bytes())

    assert source.kind is Kind.SURVEY
    assert sum(turn.heading for turn in source.turns) == questions
