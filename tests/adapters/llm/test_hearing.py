"""Recordings over real HTTP: what the service answers, and every way in which it does not."""

from __future__ import annotations

import json

import pytest
from loopback import Answering, answering

from icpbot.adapters.llm.hearing import MODEL, Transcriber
from icpbot.domain.errors import Rejected
from icpbot.usecases.ingest import Status, Upload, ingest

LANGUAGES = ["en", "pl", "cs", "uk", "zh"]
HEARD = {
    "task": "transcribe", "language": "czech", "duration": 9.5, "text": "Co vás trápí? Přepisujeme každý list.",
    "segments": [
        {"id": 0, "start": 0.0, "end": 2.5, "text": " Co vás nejvíc trápí?", "tokens": [1]},
        {"id": 1, "start": 2.5, "end": 9.5, "text": " Každý dodací list přepisujeme dvakrát."},
    ],
}  # fmt: skip


class Handler(Answering):
    def post(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.path, headers, self.body()))
        self.say(self.server.body, self.server.status)


@pytest.fixture
def service():
    with answering(Handler) as server:
        server.status, server.body, server.asked = 200, json.dumps(HEARD).encode(), []
        yield server


@pytest.fixture
def ear(service):
    transcriber = Transcriber("sk-test", url=f"{service.url}/v1", retries=0)
    yield transcriber
    transcriber.close()


def refusal(ear: Transcriber, data: bytes = b"ID3 sound") -> Rejected:
    with pytest.raises(Rejected) as caught:
        ear.heard("Rozhovor s Kolosem.mp3", data)
    assert caught.value.values["name"] == "Rozhovor s Kolosem.mp3"
    return caught.value


def test_the_recording_is_sent_without_its_name_and_comes_back_as_segments(service, ear) -> None:
    transcript = json.loads(ear.heard("Rozhovor s Kolosem.M4A", b"sound of paper"))

    (path, headers, body), *more = service.asked
    assert (path, headers["authorization"], more) == ("/v1/audio/transcriptions", "Bearer sk-test", [])
    assert b"sound of paper" in body
    assert MODEL.encode() in body
    assert b"verbose_json" in body
    assert b'filename="recording.m4a"' in body
    assert b"Kolos" not in body
    assert [s["start"] for s in transcript["segments"]] == [0.0, 2.5]


@pytest.mark.parametrize(
    ("status", "key"),
    [(401, "hear-key"), (403, "hear-key"), (429, "hear-busy"), (400, "hear-broken"), (415, "hear-broken"),
     (413, "read-too-large"), (404, "hear-down"), (500, "hear-down"), (503, "hear-down")],
)  # fmt: skip
def test_a_status_is_told_as_what_to_do_about_it(service, ear, status, key) -> None:
    service.status, service.body = status, b'{"error": {"message": "no"}}'

    assert refusal(ear).key == key


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[]", b"null", b'{"segments": 3}', b'{"segments": [{"start": 0}]}',
     b'{"segments": [{"start": -1, "text": "a"}]}', b'{"text": {}}', b"\xff\xfe", b"[" * 100_000],
)  # fmt: skip
def test_an_answer_that_is_no_transcript_is_refused(service, ear, body) -> None:
    service.body = body

    assert refusal(ear).key == "hear-down"


def test_a_service_that_is_away_is_told(service) -> None:
    away = Transcriber("sk-test", url="http://127.0.0.1:9/v1", retries=0)

    assert refusal(away).key == "hear-down"
    away.close()


@pytest.mark.parametrize("body", [{"text": "", "segments": []}, {"text": " "}, {}])
def test_silence_is_told(service, ear, body) -> None:
    service.body = json.dumps(body).encode()

    assert refusal(ear).key == "hear-silent"


def test_large_and_empty_recordings_are_not_sent(service, ear) -> None:
    large = refusal(ear, b"x" * (25 * 1024 * 1024 + 1))

    assert (large.key, large.values["limit"]) == ("read-too-large", 25)
    assert refusal(ear, b"").key == "read-empty"
    assert service.asked == []


def test_text_without_segments_is_one_turn(service, ear) -> None:
    service.body = json.dumps({"text": "每张送货单都要录入两遍。"}).encode()

    assert json.loads(ear.heard("a.wav", b"x"))["segments"] == [{"text": "每张送货单都要录入两遍。"}]


@pytest.mark.parametrize("suffix", ["m4a", "mp3", "mp4", "wav", "webm", "ogg"])
def test_a_recording_becomes_a_source_with_times_language_and_date(service, make_desk, suffix) -> None:
    desk = make_desk(OPENAI_API_KEY="sk-test", OPENAI_BASE_URL=f"{service.url}/v1")

    receipt = ingest(Upload(path=f"2026-03-12 Kolos.{suffix}", data=b"sound"), desk=desk)

    assert receipt.status is Status.ADDED
    assert [(t.start, t.end) for t in receipt.source.turns] == [(0.0, 2.5), (2.5, 9.5)]
    assert (receipt.source.language, str(receipt.source.date)) == ("cs", "2026-03-12")
    assert receipt.source.path.endswith(suffix)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("settings", [{}, {"OPENAI_API_KEY": "sk-test", "ICPBOT_MODEL": "none"}])
def test_without_a_service_the_refusal_says_the_next_step(make_desk, language, settings) -> None:
    receipt = ingest(Upload(path="a.mp3", data=b"sound"), desk=make_desk(**settings), language=language)

    assert receipt.status is Status.REJECTED
    assert "OPENAI_API_KEY" in receipt.reason
    assert "a.mp3" in receipt.reason
