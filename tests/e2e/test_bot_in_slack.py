"""The whole bot in a process of its own, in a loopback Slack: what people meet."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from icpbot.playground import LoopbackSlack

MANIFESTS = Path(__file__).parents[2] / "deploy" / "slack"
PROFILE = """
name: Mid-market logistics
criteria:
  - {attribute: industry, ideal: [Logistics], avoid: [Gambling], weight: 3, deal_breaker: true}
  - {attribute: employees, ideal: {min: 50, max: 500}, weight: 2}
"""


@contextmanager
def serving(slack, home, mode="socket", *, arguments=("serve",)):
    """`icpbot serve` until the block ends."""
    env = {
        **os.environ,
        "ICPBOT_HOME": str(home),
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_API_URL": slack.api_url,
    }
    if mode == "socket":
        env["SLACK_APP_TOKEN"] = slack.app_token
    else:
        env |= {"SLACK_SIGNING_SECRET": slack.signing_secret, "PORT": "0"}
    log = (home / "log.txt").open("a", encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-m", "icpbot", *arguments], env=env, stdout=subprocess.PIPE,
                               stderr=log, text=True)  # fmt: skip
    try:
        ready = process.stdout.readline()
        assert "ready" in ready, (home / "log.txt").read_text()
        if mode == "http":
            port = ready.rsplit(" ", 1)[-1].strip("). \n")
            slack.send_events_to(f"http://127.0.0.1:{port}/slack/events")
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(30)
        process.stdout.close()
        log.close()


@pytest.fixture
def home(icpbot):
    return icpbot.home


@pytest.fixture(params=["socket", "http"])
def slack(request):
    manifest = MANIFESTS / ("manifest.yaml" if request.param == "socket" else "manifest-http.yaml")
    with LoopbackSlack(manifest=manifest) as slack:
        slack.mode = request.param
        yield slack


def answers(slack, root):
    return [m for m in slack.replies(root) if m.bot_id]


def test_a_day_at_work(slack, home, icpbot, tmp_path, interview):
    (tmp_path / "p.yaml").write_text(PROFILE, encoding="utf-8")
    icpbot("profile", "import", tmp_path / "p.yaml")
    say = slack.people.say
    with serving(slack, home, slack.mode) as process:
        upload = slack.people.upload("ana", "research", {"2026-03-12 Kolos.txt": interview.encode()})
        assert slack.wait_for(lambda: any("Kolos Logistik" in m.text for m in answers(slack, upload)), 40)

        question = say("ben", "research", "@icpbot what took two hours every day?")
        assert slack.wait_for(lambda: len(answers(slack, question)) == 1, 30)
        assert "re-typing delivery notes" in str(answers(slack, question)[0].blocks)

        polish = say("ana", "general", "@icpbot co to jest ICP?")
        assert slack.wait_for(lambda: len(answers(slack, polish)) == 1, 30)
        assert "Profil idealnego klienta" in answers(slack, polish)[0].text

        direct = say("ben", None, "what took two hours every day?")
        assert slack.wait_for(
            lambda: "re-typing delivery notes" in str([m.blocks for m in slack.messages(None, of="ben")]), 30
        )
        assert direct

        reply = slack.people.command("ben", "general", "/icp fit Acme")
        assert reply.acked
        assert slack.wait_for(lambda: slack.ephemerals("ben"), 30)
        assert "Acme" in slack.ephemerals("ben")[0].text

        opening = say("eva", None, "draft")
        assert slack.wait_for(
            lambda: (
                slack.messages(None, of="eva")
                and len([m for m in slack.messages(None, of="eva") if m.bot_id]) == 1
            ),
            30,
        )
        assert opening

    assert process.returncode == 0
    assert slack.violations == []
    log = (home / "log.txt").read_text()
    assert "re-typing" not in log
    assert slack.bot_token not in log
    ended = icpbot("requests", "--json").json["requests"]
    assert {r["status"] for r in ended} == {"answered"}


def test_what_was_asked_while_the_bot_was_killed_is_answered_once_after_it_returns(home):
    with LoopbackSlack(manifest=MANIFESTS / "manifest.yaml") as slack:
        with serving(slack, home) as process:
            slack.faults.delay("chat.postMessage", 3)
            question = slack.people.say("ben", "general", "@icpbot what is an ICP?")
            assert slack.wait_for(lambda: slack.calls("chat.postMessage"), 20)
            process.kill()
            process.wait(10)
        slack.faults.clear()

        with serving(slack, home):
            assert slack.wait_for(lambda: len(answers(slack, question)) >= 1, 40)
            later = slack.people.say("ben", "general", "@icpbot help")
            assert slack.wait_for(lambda: len(answers(slack, later)) == 1, 30)

        assert len(answers(slack, question)) == 1


def worker_of(process):
    """The one child of `serve`."""
    threads = Path(f"/proc/{process.pid}/task").glob("*/children")
    [child] = [child for thread in threads for child in thread.read_text().split()]
    return int(child)


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="children are looked up in /proc"
)


@needs_proc
def test_a_worker_that_dies_is_started_again_and_nothing_asked_of_it_is_lost(home):
    with LoopbackSlack(manifest=MANIFESTS / "manifest.yaml") as slack, serving(slack, home) as process:
        first = worker_of(process)
        slack.faults.delay("chat.postMessage", 3)
        question = slack.people.say("ben", "general", "@icpbot what is an ICP?")
        assert slack.wait_for(lambda: slack.calls("chat.postMessage"), 20)
        os.kill(first, signal.SIGKILL)
        slack.faults.clear()
        later = slack.people.say("ana", "general", "@icpbot co to jest ICP?")

        assert slack.wait_for(lambda: answers(slack, question) and answers(slack, later), 40)
        assert worker_of(process) != first
        assert (len(answers(slack, question)), len(answers(slack, later))) == (1, 1)


@needs_proc
def test_no_worker_outlives_the_process_that_takes_events(home):
    with LoopbackSlack(manifest=MANIFESTS / "manifest.yaml") as slack, serving(slack, home) as process:
        worker = Path(f"/proc/{worker_of(process)}")
        process.kill()

        assert slack.wait_for(lambda: not worker.exists() or "Z" in (worker / "stat").read_text(), 10)


def test_an_index_in_use_ends_the_start_with_its_status(home, process):
    with LoopbackSlack(manifest=MANIFESTS / "manifest.yaml") as slack, serving(slack, home):
        env = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
        }
        ran = process("serve", "--home", home, env=env)

    assert ran.code == 3
    assert len(ran.err.strip().splitlines()) == 1


def test_a_missing_half_of_the_settings_is_named(process):
    ran = process("serve", env={"SLACK_BOT_TOKEN": "xoxb-1"})

    assert ran.code == 2
    assert "SLACK_APP_TOKEN" in ran.err


def test_a_slack_that_refuses_the_token_is_status_four(process):
    with LoopbackSlack() as slack:
        ran = process(
            "serve",
            env={
                "SLACK_BOT_TOKEN": "xoxb-wrong",
                "SLACK_APP_TOKEN": "xapp-1",
                "SLACK_API_URL": slack.api_url,
            },
        )

    assert ran.code == 4
    assert "SLACK_BOT_TOKEN" in ran.err


def test_events_and_work_may_be_two_processes(home):
    with (
        LoopbackSlack(manifest=MANIFESTS / "manifest.yaml") as slack,
        serving(slack, home, arguments=("serve", "--no-worker")),
        serving(slack, home, arguments=("worker",)),
    ):
        question = slack.people.say("ben", "general", "@icpbot what is an ICP?")

        assert slack.wait_for(lambda: len(answers(slack, question)) == 1, 40)
