"""Health in every mode: `serve` by Socket Mode and `worker` are looked at where a port is set."""

import socket
import threading
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from waiting import until

from icpbot.adapters.jobs import durable
from icpbot.bootstrap import Parts
from icpbot.domain.errors import UsageError
from icpbot.playground import LoopbackSlack
from icpbot.serving import Service
from icpbot.settings import Settings

MANIFEST = Path(__file__).parents[2] / "deploy/slack/manifest.yaml"


@pytest.fixture
def slack():
    with LoopbackSlack(manifest=MANIFEST) as slack:
        yield slack


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def running(slack, tmp_path, encoder, label_cache, monkeypatch):
    monkeypatch.setattr(durable, "POLL_SECONDS", 0.05)
    home = tmp_path / "home"
    home.mkdir()
    (home / "cache").symlink_to(label_cache)

    @contextmanager
    def run(mode, **settings):
        parts = Parts(Settings(
            ICPBOT_HOME=home, SLACK_BOT_TOKEN=slack.bot_token, SLACK_APP_TOKEN=slack.app_token,
            SLACK_API_URL=slack.api_url, **settings,
        ))  # fmt: skip
        parts.__dict__["encoder"] = encoder
        service, ready = Service(parts), threading.Event()
        work = {"serve": lambda: service.serve(worker=True, on_ready=lambda _: ready.set()),
                "worker": lambda: service.work(lambda _: ready.set())}[mode]  # fmt: skip
        thread = threading.Thread(target=work)
        thread.start()
        try:
            assert ready.wait(30)
            yield service
        finally:
            service.stop()
            thread.join(20)

    return run


def get(port, path):
    return httpx.get(f"http://127.0.0.1:{port}{path}", trust_env=False)


def test_socket_mode_is_looked_at_where_a_port_is_set(running, slack):
    port = free_port()
    with running("serve", PORT=port):
        assert (get(port, "/healthz").status_code, get(port, "/healthz").text) == (200, "ok")
        assert get(port, "/readyz").json() == {"store": True, "index": True, "slack": True}
        assert "icpbot_requests" in get(port, "/metrics").text
        assert get(port, "/slack/events").status_code == 404
        assert get(port, "/slack/install").status_code == 404

        slack.stop()
        until(lambda: get(port, "/healthz").status_code == 503)
        slack.start()
        until(lambda: get(port, "/healthz").status_code == 200)


def test_a_worker_is_looked_at_too(running):
    port = free_port()
    with running("worker", PORT=port):
        assert get(port, "/healthz").status_code == 200
        assert get(port, "/readyz").status_code == 200


def test_a_profile_is_shown_in_socket_mode_as_well(running):
    port = free_port()
    with running("serve", PORT=port):
        assert get(port, "/profiles/forged").status_code == 404


def test_without_a_port_nothing_listens(running, monkeypatch):
    opened = []
    monkeypatch.setattr(socket, "create_server", lambda *a, **k: opened.append(a))

    with running("serve"):
        assert opened == []


def test_a_port_that_is_taken_stops_the_start_with_its_name(slack, tmp_path):
    with socket.create_server(("0.0.0.0", 0)) as taken:
        parts = Parts(Settings(
            ICPBOT_HOME=tmp_path, SLACK_BOT_TOKEN=slack.bot_token, SLACK_APP_TOKEN=slack.app_token,
            SLACK_API_URL=slack.api_url, PORT=taken.getsockname()[1],
        ))  # fmt: skip
        with pytest.raises(UsageError) as refused:
            Service(parts).serve(worker=False, on_ready=lambda _: None)

    assert refused.value.values == {"name": "PORT"}
