"""What a running bot shows operators: its metrics, and logs without a word, a name or a token of anybody."""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import yaml
from liar import Liar
from prometheus_client.parser import text_string_to_metric_families

from icpbot.playground import LoopbackSlack

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / "deploy/slack/manifest.yaml"
TALK = """Account: Wieżopol Kanarkowy
Date: 2026-03-12

Rada: What was the hardest part of your day before?
Zdenka Kanárková: We spent two hours every day re-typing żółtodziób notes into the system, line by line.
Rada: And who signs in the end?
Zdenka Kanárková: Our 金丝雀 director signs; write to canary.kanarek@wiezopol.example or call +420 601 234 567.
"""
ASKED = "What takes two hours every day for papužka people?"
CANARIES = ("Wieżopol", "Kanárkov", "Zdenka", "żółtodziób", "金丝雀", "canary.kanarek", "601 234 567", "papužka",
            "Wie\\u017copol", "retyping", "re-typing", "takes two hours")  # fmt: skip
KEY = "sk-canary-key-of-a-model"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Running:
    def __init__(self, slack, port, log):
        self.slack, self.port, self._log = slack, port, log

    def get(self, path):
        return httpx.get(f"http://127.0.0.1:{self.port}{path}", trust_env=False)

    @property
    def metrics(self):
        """Values by name and labels."""
        families = text_string_to_metric_families(self.get("/metrics").text)
        return {(s.name, *sorted(s.labels.values())): s.value for family in families for s in family.samples}

    @property
    def log(self):
        return self._log.read_text(encoding="utf-8")

    def settled(self):
        """The first metrics that know of nothing open: what was said a moment ago may come after the others."""
        pages = []

        def quiet():
            pages[:] = [self.metrics]
            waiting = [pages[0]["icpbot_requests", one] for one in ("received", "working")]
            return not any((*waiting, pages[0]["icpbot_queue_depth",]))

        assert self.slack.wait_for(quiet, 60)
        return pages[0]


@pytest.fixture
def bot(icpbot):
    """`icpbot serve` in a process of its own, with a model that lies, in a loopback Slack."""

    @contextmanager
    def run(**settings):
        log, port = icpbot.home / "log.txt", free_port()
        with LoopbackSlack(manifest=MANIFEST) as slack, Liar(3) as liar:
            env = {**os.environ, "ICPBOT_HOME": str(icpbot.home), "SLACK_BOT_TOKEN": slack.bot_token,
                   "SLACK_APP_TOKEN": slack.app_token, "SLACK_API_URL": slack.api_url, "PORT": str(port),
                   "ICPBOT_MODEL": "openai:gpt-test", "OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": liar.url,
                   **settings}  # fmt: skip
            with log.open("w") as stderr:
                process = subprocess.Popen([sys.executable, "-m", "icpbot", "serve"], env=env,
                                           stdout=subprocess.PIPE, stderr=stderr, text=True)  # fmt: skip
                try:
                    assert "ready" in process.stdout.readline(), log.read_text()
                    yield Running(slack, port, log)
                finally:
                    process.send_signal(signal.SIGTERM)
                    process.wait(30)
                    process.stdout.close()

    return run


def work(running):
    people = running.slack.people
    people.upload(
        "ana", "general", {"Wieżopol 金丝雀.txt": TALK.encode(), "Kanárková.pdf": b"%PDF-1.7 Zdenka"}
    )
    assert running.slack.wait_for(lambda: ("icpbot_requests", "answered") in running.metrics, 30)
    running.settled()
    people.say("ana", "general", f"@icpbot {ASKED}")
    assert running.slack.wait_for(lambda: running.metrics["icpbot_requests", "answered"] > 1, 60)
    people.say("ben", None, "fit Wieżopol Kanarkowy")
    running.settled()


@pytest.mark.parametrize("form", ["json", "text"])
def test_no_word_no_name_and_no_token_reaches_logs_metrics_or_errors(bot, form):
    with bot(ICPBOT_LOG=form) as running:
        work(running)
        running.slack.stop()  # and now everything fails
        assert running.slack.wait_for(lambda: running.get("/healthz").status_code == 503, 60)
        shown = [
            running.get(path).text
            for path in ("/metrics", "/readyz", "/healthz", "/profiles/Zdenka", "/Zdenka")
        ]
        secret = [*CANARIES, KEY, running.slack.bot_token, running.slack.app_token]
    shown.append(running.log)

    assert [word for word in secret for text in shown if word.casefold() in text.casefold()] == []


def test_metrics_tell_what_was_done_and_what_it_cost(bot):
    with bot() as running:
        work(running)
        for question in ("Who signs in the end?", "What was the hardest part of the day?"):
            running.slack.people.say("ben", None, question)
        assert running.slack.wait_until_delivered()
        found = running.settled()

    of = {
        name: sum(value for key, value in found.items() if key[0] == name)
        for name in {key[0] for key in found}
    }
    assert of["icpbot_replies_total"] >= 3
    assert of["icpbot_tokens_total"] > 0
    assert of["icpbot_citations_dropped_total"] > 0
    assert {key[1] for key in found if key[0] == "icpbot_step_seconds_count"} == {
        "answer",
        "deliver",
        "model",
        "search",
    }
    assert (of["icpbot_queue_depth"], of["icpbot_queue_age_seconds"]) == (0, 0)
    assert {key[1] for key in found if key[0] == "icpbot_requests"} == {
        "received",
        "working",
        "answered",
        "failed",
    }


def test_every_line_of_the_json_log_names_its_request(bot):
    with bot(ICPBOT_LOG="json") as running:
        work(running)
    lines = [json.loads(line) for line in running.log.splitlines()]

    answered = [line for line in lines if line["message"] == "answered"]
    delivered = {line["request"] for line in lines if line["message"] == "delivered"}
    assert len(answered) >= 3
    assert {line["request"] for line in answered} == delivered
    assert all({"at", "level", "logger", "kind", "outcome"} <= line.keys() for line in answered)


# -- what is shipped to look at it --------------------------------------------------------------


def shipped():
    """Every expression of the dashboard and of the alert rules."""
    board = json.loads((ROOT / "deploy/grafana-dashboard.json").read_text(encoding="utf-8"))
    rules = yaml.safe_load((ROOT / "deploy/prometheus-rules.yaml").read_text(encoding="utf-8"))
    drawn = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    return drawn, [rule["expr"] for group in rules["groups"] for rule in group["rules"]]


def test_every_metric_that_a_dashboard_or_a_rule_names_exists():
    import re

    from icpbot.adapters.web.metrics import Metrics, Queue
    from icpbot.domain.reply import Reply
    from icpbot.domain.requests import RequestKind

    metrics = Metrics(lambda: Queue({"received": 1}, 1, 2.0))
    metrics.replied(RequestKind.MESSAGE, Reply(headline="Ano"))
    metrics.spent("T1", "answer", 5)
    metrics.model_failed("answer")
    with metrics.step("answer"):
        pass
    there = {
        s.name for family in text_string_to_metric_families(metrics.text().decode()) for s in family.samples
    }
    drawn, rules = shipped()

    assert len(drawn) >= 8
    assert len(rules) >= 5
    for expression in (*drawn, *rules):
        named = set(re.findall(r"\bicpbot_\w+", expression))
        assert named, expression
        assert named <= there, expression


def test_every_alert_says_what_to_do():
    rules = yaml.safe_load((ROOT / "deploy/prometheus-rules.yaml").read_text(encoding="utf-8"))

    for rule in (rule for group in rules["groups"] for rule in group["rules"]):
        assert rule["labels"]["severity"] in {"page", "ticket"}
        assert rule["annotations"].keys() == {"summary", "description"}
