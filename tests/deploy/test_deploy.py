"""What is shipped for running it names settings and commands that exist."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from icpbot.cli.app import app
from icpbot.settings import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
FILES = ("Dockerfile", "compose.yaml", "env.sample", "icpbot.service")
KNOWN = {field.alias for field in Settings.model_fields.values()}


@pytest.mark.parametrize("name", FILES)
def test_every_setting_named_is_one_there_is(name):
    named = set(
        re.findall(r"\b(?:ICPBOT|SLACK|OPENAI)_[A-Z_]+\b", (DEPLOY / name).read_text(encoding="utf-8"))
    )

    assert named
    assert named <= KNOWN


@pytest.fixture
def services():
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def test_the_services_keep_what_they_store_and_run_commands_there_are(services):
    kept = {volume.split(":")[0] for s in services["services"].values() for volume in s["volumes"]}
    commands = {c.name or c.callback.__name__ for c in app.registered_commands}

    assert kept == set(services["volumes"])
    assert {services["services"][name]["command"][0] for name in ("bot", "worker")} <= commands


def test_the_bot_may_write_nothing_but_its_home(services):
    for name in ("bot", "worker"):
        assert services["services"][name]["read_only"] is True
        assert services["services"][name]["cap_drop"] == ["ALL"]


def test_the_services_are_what_compose_takes(tmp_path):
    """By the published schema; a service with a mistake in it is the proof that it looks."""
    assert checked(DEPLOY / "compose.yaml").returncode == 0

    wrong = tmp_path / "compose.yaml"
    wrong.write_text("services: {bot: {image: icpbot, depend_on: [postgres]}}", encoding="utf-8")
    assert "depend_on" in checked(wrong).stdout


def checked(file):
    schema = ("check_jsonschema", "--builtin-schema", "vendor.compose-spec")
    return subprocess.run(
        [sys.executable, "-m", *schema, str(file)], check=False, capture_output=True, text=True, timeout=120
    )


def test_the_image_runs_as_nobody_special_and_tells_its_health():
    """By a number, which a cluster can tell from root without looking into the image."""
    lines = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").splitlines()

    assert "USER 10001:10001" in lines
    assert any("useradd --uid 10001 --user-group" in line for line in lines)
    assert any("/healthz" in line for line in lines)
