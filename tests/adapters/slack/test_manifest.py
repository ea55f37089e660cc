from __future__ import annotations

from pathlib import Path

import yaml

DEPLOY = Path(__file__).parents[3] / "deploy/slack"


def test_both_ways_ask_for_the_same() -> None:
    socket, http = (
        yaml.safe_load((DEPLOY / name).read_text()) for name in ("manifest.yaml", "manifest-http.yaml")
    )

    assert socket["oauth_config"] == http["oauth_config"]
    events = [m["settings"]["event_subscriptions"]["bot_events"] for m in (socket, http)]
    assert events[0] == events[1]
    assert (socket["settings"]["socket_mode_enabled"], http["settings"]["socket_mode_enabled"]) == (
        True,
        False,
    )


def test_every_scope_says_what_it_is_for() -> None:
    for name in ("manifest.yaml", "manifest-http.yaml"):
        lines = (
            (DEPLOY / name).read_text().partition("bot:\n")[2].partition("settings:")[0].strip().splitlines()
        )
        assert all(" # " in line for line in lines)
