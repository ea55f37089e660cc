"""`icpbot profile link` and `unlink`, and settings that are half given."""

import re

import pytest

KEY = "a key of enough characters"
OAUTH = {
    "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s", "SLACK_SIGNING_SECRET": "t", "ICPBOT_SECRET_KEY": KEY,
}  # fmt: skip
PUBLIC = {"ICPBOT_PUBLIC_URL": "https://icp.example.com/"}


@pytest.fixture
def profile(icpbot, tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text("name: Logistika\ncriteria:\n  - {attribute: employees, ideal: {min: 50}, weight: 2}\n")
    assert icpbot("profile", "import", file).code == 0


def test_a_link_is_one_line_that_can_be_copied(icpbot, profile):
    done = icpbot("profile", "link", env=PUBLIC)

    assert done.code == 0
    assert re.fullmatch(r"https://icp\.example\.com/profiles/[0-9a-f]+\.\d+\.[\w-]+\n", done.out)


def test_hours_are_counted_from_now_and_a_link_can_be_ended(icpbot, profile):
    made = icpbot("profile", "link", "--hours", "5", "--json", env=PUBLIC).json

    assert made["profile"] == "Logistika"
    assert {"url", "profile", "expires_at"} == set(made)
    assert icpbot("profile", "unlink", "--json", env=PUBLIC).json == {"profile": "Logistika", "ended": 1}
    assert "There was no link to Logistika" in icpbot("profile", "unlink").out


def test_without_an_address_the_sentence_says_how_to_get_a_file(icpbot, profile):
    done = icpbot("profile", "link")

    assert done.code == 2
    assert "ICPBOT_PUBLIC_URL" in done.err
    assert "icpbot profile export --format html" in done.err


@pytest.mark.parametrize("missing", [name for name in OAUTH if name != "SLACK_CLIENT_ID"])
def test_half_of_what_installation_needs_is_refused_by_the_name_of_what_is_missing(icpbot, missing):
    given = {name: value for name, value in OAUTH.items() if name != missing}

    done = icpbot("serve", env=given)

    assert done.code == 2
    assert done.err == f"{missing} is not set, and SLACK_CLIENT_ID needs it.\n"


def test_a_secret_without_its_id_is_half_as_well(icpbot):
    done = icpbot(
        "serve", env={"SLACK_CLIENT_SECRET": "s", "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    )

    assert done.code == 2
    assert done.err.startswith("SLACK_CLIENT_ID is not set")


@pytest.mark.parametrize("key", ["short", f"{KEY},short", ",", " , "])
def test_a_key_that_is_too_short_is_refused_and_not_shown(icpbot, key):
    done = icpbot("sources", env={"ICPBOT_SECRET_KEY": key})

    assert done.code == 2
    assert done.err.startswith("ICPBOT_SECRET_KEY has a value")
    assert "short" not in done.err


@pytest.mark.parametrize("url", ["icp.example.com", "ftp://x", "https://"])
def test_a_public_address_is_one_of_the_web(icpbot, url):
    assert icpbot("sources", env={"ICPBOT_PUBLIC_URL": url}).err.startswith("ICPBOT_PUBLIC_URL has a value")


def test_the_doctor_says_who_installed_and_whether_the_key_fits(icpbot):
    parts = {p["part"]: p for p in icpbot("doctor", "--json", env=OAUTH).json["parts"]}
    assert parts["slack"] == {"part": "slack", "ok": True, "detail": "oauth, installed by 0"}


def test_rotating_needs_a_key(icpbot):
    done = icpbot("rotate-key")

    assert done.code == 2
    assert done.err.startswith("ICPBOT_SECRET_KEY is not set")
    done = icpbot("rotate-key", env=OAUTH).out
    assert done == "Encrypted under the first key: rows 0, installations 0, CRM tokens 0.\n"
