"""The whole bot in this process, at work in a loopback Slack."""

import threading
import time
from pathlib import Path

import pytest

from icpbot.adapters.jobs import durable
from icpbot.bootstrap import Parts
from icpbot.domain.sources import local_reader
from icpbot.playground import LoopbackSlack
from icpbot.serving import Service
from icpbot.settings import Settings
from icpbot.usecases.ingest import Upload, ingest

MANIFEST = Path(__file__).parents[2] / "deploy/slack/manifest.yaml"


class Office:
    """Slack with the bot in it; `desk` looks at what the bot keeps."""

    def __init__(self, slack, parts, conversations):
        self.slack = slack
        self.conversations = conversations
        self.people = slack.people
        self.desk = parts.desk
        self.everything = local_reader(self.desk.workspace)

    def settled(self, seconds=60):
        """Everything Slack sent is acknowledged, and everything taken has ended."""
        assert self.slack.wait_until_delivered()
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            open_ones = [r for r in self.desk.requests.requests() if r.ended_at is None]
            if not open_ones:
                return
            time.sleep(0.02)
        raise AssertionError(open_ones)

    def asked(self, who, text, where="general"):
        """What somebody said to the bot, once it is answered."""
        said = self.people.say(who, where, f"@icpbot {text}")
        self.settled()
        return said

    def newest(self, root):
        return self.slack.replies(root)[-1]

    def knows(self, text, name="talk.txt", **about):
        return ingest(Upload(path=name, data=text.encode(), **about), desk=self.desk).source

    def channel(self, name):
        return f"channel:{self.slack.workspace.channel(name).id}"

    def direct(self, who):
        """What the bot wrote to this person, oldest first."""
        return [m for m in self.slack.messages(None, of=who) if m.user == self.slack.bot.id]

    def home(self, who):
        """The App Home of this person, opened anew."""
        self.people.open_home(who)
        self.settled()
        return self.slack.workspace.homes[self.slack.workspace.user(who).id]


@pytest.fixture
def more_settings():
    """For a module that wants its bot otherwise."""
    return {}


@pytest.fixture
def office(tmp_path, encoder, label_cache, monkeypatch, more_settings):
    monkeypatch.setattr(durable, "POLL_SECONDS", 0.05)
    home = tmp_path / "home"
    home.mkdir()
    (home / "cache").symlink_to(label_cache)
    with LoopbackSlack(manifest=MANIFEST) as slack:
        parts = Parts(Settings(
            ICPBOT_HOME=home, SLACK_BOT_TOKEN=slack.bot_token, SLACK_APP_TOKEN=slack.app_token,
            SLACK_API_URL=slack.api_url, **more_settings,
        ))  # fmt: skip
        parts.__dict__["encoder"] = encoder
        service, ready = Service(parts), threading.Event()
        thread = threading.Thread(
            target=service.serve, kwargs={"worker": True, "on_ready": lambda _: ready.set()}
        )
        thread.start()
        assert ready.wait(30)
        yield Office(slack, parts, service._tenants.tenant.conversations)
        service.stop()
        thread.join(20)
        assert slack.violations == []
        assert [c.method for c in slack.calls() if c.error == "missing_scope"] == []
