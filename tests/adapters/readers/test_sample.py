"""The sample research against its planted truth."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest
import yaml

from icpbot.adapters.readers import Files
from icpbot.domain.sources import Kind, Origin, SourceText, SpeakerRole
from icpbot.domain.speakers import infer_roles

NAMED_IN_FILE = {
    "2026-03-26 Harborline - Matej K (ops).vtt": "Harborline",
    "GMT20260512-130214_Recording_Vintermere_IT.vtt": None,
}
"""Two subtitles do not state the account's full name anywhere; what the reader may say at most."""


@pytest.fixture
def truth(sample) -> dict:
    return yaml.safe_load((sample / "truth.yaml").read_text(encoding="utf-8"))


@cache
def source_of(path) -> SourceText:
    return Files().read(path.name, path.read_bytes())


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_interview_has_its_speakers_date_and_account(sample, truth) -> None:
    for told in truth["interviews"]:
        path = sample / told["file"]
        source = source_of(path)

        expected = {*told["interviewers"], *(speaker["name"] for speaker in told["customer_speakers"])}
        assert {turn.speaker for turn in source.turns} == expected, path.name
        assert str(source.date) == told["date"], path.name
        assert source.account == NAMED_IN_FILE.get(path.name, told["account"]), path.name
        assert (source.kind, source.origin) == (Kind.INTERVIEW, Origin.FIRST_HAND), path.name
        assert source.language in {None, told["language"]}


def test_every_interview_has_its_turns(sample, truth) -> None:
    """A cue is a turn in subtitles; cues of one speaker in a row are one turn of the truth."""
    for told in truth["interviews"]:
        turns = source_of(sample / told["file"]).turns
        changes = 1 + sum(a.speaker != b.speaker for a, b in pairwise(turns))

        assert (changes if told["file"].endswith(".vtt") else len(turns)) == told["turns"], told["file"]


def test_roles_are_told_apart(sample, truth) -> None:
    for told in truth["interviews"]:
        source = source_of(sample / told["file"])
        roles = infer_roles(source.turns, source.roles)

        assert {n for n, r in roles.items() if r is SpeakerRole.INTERVIEWER} == set(told["interviewers"]), (
            told["file"]
        )


def test_every_planted_quote_can_be_found_in_what_its_speaker_said(sample, truth) -> None:
    missing = [
        (told["file"], insight["quote"])
        for told in truth["interviews"]
        for insight in told["insights"]
        if bare(insight["quote"])
        not in bare(
            "".join(
                turn.text
                for turn in source_of(sample / told["file"]).turns
                if turn.speaker == insight["speaker"]
            )
        )
    ]

    assert missing == []


def test_the_mark_of_invented_research_is_nobodys_words(sample, truth) -> None:
    for told in truth["interviews"]:
        assert not any("ictional" in turn.text for turn in source_of(sample / told["file"]).turns)


def test_notes_are_second_hand(sample, truth) -> None:
    for told in truth["notes"]:
        source = source_of(sample / told["file"])

        assert (source.kind, source.origin) == (Kind.NOTES, Origin.SECOND_HAND)
        assert (source.account, str(source.date)) == (told["account"], told["date"])
        assert {turn.speaker for turn in source.turns} == {None}


def test_the_survey_asks_its_two_open_questions(sample) -> None:
    source = source_of(sample / "survey" / "survey.csv")

    assert [turn.text for turn in source.turns if turn.heading] == [
        "What almost kept you from buying?",
        "What would you miss most if it were gone tomorrow?",
    ]
    assert all(
        turn.heading or re.fullmatch(r"Respondent R\d{3}", turn.speaker or "") for turn in source.turns
    )
