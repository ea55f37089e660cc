"""The app that teams install: what it asks for, and what it does not keep."""

from pathlib import Path

import pytest
import yaml
from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Installation

from icpbot.adapters.slack.installations import Installations
from icpbot.adapters.slack.oauth import SCOPES
from icpbot.domain.errors import Unavailable

DEPLOY = Path(__file__).parents[3] / "deploy/slack"


class Kept:
    """A store in memory; `down` is one that does not answer."""

    def __init__(self, *, down=False):
        self.rows, self.down = {}, down

    def keep(self, team, content, at):
        if self.down:
            raise Unavailable("store-not-answering")
        self.rows[team] = content

    def content(self, team):
        return self.rows.get(team)


def installations(kept):
    return Installations(kept, client_id="1.2", client_secret="s", api_url="http://127.0.0.1:9/api/")


def installation(**changes):
    about = {"team_id": "T1", "bot_token": "xoxb-1", "bot_id": "B1", "bot_user_id": "U1", "user_id": "U2",
             "user_token": "xoxp-1", "bot_scopes": "chat:write"}  # fmt: skip
    return Installation(**{**about, **changes})


def test_an_installation_asks_for_what_the_manifests_say():
    manifests = [
        yaml.safe_load((DEPLOY / name).read_text()) for name in ("manifest-oauth.yaml", "manifest-http.yaml")
    ]
    asked = [set(m["oauth_config"]["scopes"]["bot"]) for m in manifests]
    events = [set(m["settings"]["event_subscriptions"]["bot_events"]) for m in manifests]

    assert set(SCOPES) == asked[0] == asked[1]
    assert events[0] - events[1] == {"app_uninstalled", "tokens_revoked"}
    assert manifests[0]["features"] == manifests[1]["features"]
    assert manifests[0]["settings"]["token_rotation_enabled"]
    assert manifests[0]["oauth_config"]["redirect_urls"][0].endswith("/slack/oauth_redirect")


def test_a_persons_token_is_never_kept():
    kept = Kept()
    installations(kept).save(installation())

    assert "xoxp-1" not in str(kept.rows)
    assert installations(kept).find_bot(enterprise_id=None, team_id="T1").bot_token == "xoxb-1"


@pytest.mark.parametrize(
    "changes",
    [{"is_enterprise_install": True}, {"team_id": None}, {"bot_token": None}],
    ids=["org", "team", "bot"],
)
def test_what_is_no_installation_of_one_team_is_refused(changes):
    kept = Kept()

    with pytest.raises(BoltError):
        installations(kept).save(installation(**changes))
    assert kept.rows == {}


def test_a_store_that_does_not_answer_is_told_to_bolt_in_its_own_way():
    with pytest.raises(BoltError, match="store-not-answering"):
        installations(Kept(down=True)).save(installation())


def test_nothing_is_found_for_a_whole_organisation():
    kept = Kept()
    installations(kept).save(installation())

    assert installations(kept).find_bot(enterprise_id="E1", team_id="T1", is_enterprise_install=True) is None
    assert installations(kept).find_bot(enterprise_id=None, team_id="T2") is None
    assert installations(kept).find_bot(enterprise_id=None, team_id=None) is None
