"""OpenTelemetry: a request's steps from Slack to the model, and not one word that anybody said."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from liar import Liar
from loopback import Answering, answering

from icpbot.adapters.jobs import durable
from icpbot.bootstrap import Parts
from icpbot.domain.errors import UsageError
from icpbot.playground import LoopbackSlack
from icpbot.serving import Service
from icpbot.settings import Settings
from icpbot.usecases.ingest import Upload, ingest

CANARY = "zanzibarite flamingoes"
ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"


@pytest.fixture
def collector():
    """What somebody who takes traces over HTTP is sent; its address and the bodies."""
    bodies: list[bytes] = []

    class Handler(Answering):
        def post(self):
            bodies.append(self.body())
            self.say(b"")

    with answering(Handler) as server:
        yield server.url, bodies


@pytest.fixture
def served(tmp_path, encoder, label_cache, monkeypatch):
    monkeypatch.setattr(durable, "POLL_SECONDS", 0.05)
    home = tmp_path / "home"
    home.mkdir()
    (home / "cache").symlink_to(label_cache)

    def serve(slack, **settings):
        parts = Parts(Settings(
            ICPBOT_HOME=home, SLACK_BOT_TOKEN=slack.bot_token, SLACK_APP_TOKEN=slack.app_token,
            SLACK_API_URL=slack.api_url, **settings,
        ))  # fmt: skip
        parts.__dict__["encoder"] = encoder
        return parts, Service(parts)

    return serve


def test_a_trace_tells_the_steps_and_no_words_names_or_tokens(served, collector, monkeypatch):
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http", reason="the extra otel is not installed")
    address, bodies = collector
    monkeypatch.setenv(ENDPOINT, address)
    with LoopbackSlack() as slack, Liar() as liar:
        parts, service = served(slack, OPENAI_API_KEY="sk-canary", OPENAI_BASE_URL=liar.url)
        talk = f"Interviewer: What hurts?\nJana Nováková: We lose our {CANARY} every week.\n"
        ready = threading.Event()
        thread = threading.Thread(
            target=service.serve, kwargs={"worker": True, "on_ready": lambda _: ready.set()}
        )
        thread.start()
        assert ready.wait(30)
        ingest(Upload(path="Jana Nováková.txt", data=talk.encode()), desk=parts.desk)
        asked = slack.people.say("ana", "general", f"@icpbot Who loses the {CANARY} every week?")
        assert slack.wait_for(lambda: len(slack.replies(asked)) > 0, 20)
        service.stop()
        thread.join(20)

    sent = b"".join(bodies)
    for step in ("receive", "answer", "search", "model", "deliver"):
        assert step.encode() in sent
    assert f"{asked.channel}:{asked.ts}".encode() in sent
    for secret in (
        CANARY,
        "zanzibarite",
        "flamingoes",
        "Jana",
        "Nov",
        slack.bot_token,
        slack.app_token,
        "sk-canary",
    ):
        assert secret.encode() not in sent


def test_where_nobody_takes_traces_nothing_of_it_is_loaded():
    code = "import sys, icpbot.serving, icpbot.metering; print([m for m in sys.modules if m.startswith('opentelemetry')])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_missing_extra_is_said_in_one_sentence(served, monkeypatch):
    monkeypatch.setenv(ENDPOINT, "http://127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    monkeypatch.delitem(sys.modules, "icpbot.adapters.telemetry.spans", raising=False)
    with LoopbackSlack() as slack:
        _, service = served(slack)
        with pytest.raises(UsageError, match="traces-extra-missing"):
            service.work(lambda _: None)


def test_the_standard_switch_turns_it_off(monkeypatch):
    monkeypatch.setenv(ENDPOINT, "http://127.0.0.1:9")
    assert Settings().traced
    monkeypatch.setenv("OTEL_SDK_DISABLED", "true")
    assert not Settings().traced
