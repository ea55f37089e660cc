"""Profiles at their addresses, asked for over HTTP."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest

from icpbot.adapters.reports.hypertext import guarded_html
from icpbot.adapters.web.app import served, web_app
from icpbot.adapters.web.pages import preferred, profile_route
from icpbot.domain.errors import Unavailable
from icpbot.domain.profile import Profile
from icpbot.domain.sources import local_reader
from icpbot.usecases import profiles
from icpbot.usecases.links import make, unlink
from icpbot.website import Website

SPOKEN = ("cs", "en", "pl", "uk", "zh")


@dataclass
class Here:
    """The tenants of a process: one, or none any more."""

    team: object

    def desk(self, workspace):
        return replace(self.team, workspace=workspace) if self.team else None


@pytest.fixture
def desk(make_desk):
    return make_desk()


@pytest.fixture
def site(desk):
    """The site of a process, and the desk that makes links to it."""
    tenants = Here(desk)
    pages = Website(desk, tenants, guarded_html)
    application = web_app(
        None, takes_events=lambda: True, checks={}, metrics=bytes, routes=[profile_route(pages.profile)]
    )
    with served(application, 0, host="127.0.0.1") as (port, _):
        yield tenants, replace(desk, public_url=f"http://127.0.0.1:{port}")


def get(address, language=""):
    return httpx.get(address, headers={"Accept-Language": language}, trust_env=False)


def linked(desk, language="pl", hours=1):
    profile = profiles.save(Profile(name="Logistika <b>&", description="Firmy z własną flotą"), desk=desk)
    return profile, make(
        profile, local_reader(desk.workspace), desk=desk, by="t", language=language, hours=hours
    )[0]


def test_a_link_shows_the_page_to_whoever_has_it_and_to_no_cache_frame_or_search_engine(site):
    _, desk = site
    _, address = linked(desk)

    answer = get(address)

    assert answer.status_code == 200
    assert "Firmy z własną flotą" in answer.text
    assert "<b>&" not in answer.text
    headers = answer.headers
    assert headers["Cache-Control"] == "no-store"
    assert "noindex" in headers["X-Robots-Tag"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Content-Language"] == "pl"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "frame-ancestors 'none'" in policy
    assert re.search(r"sha256-([^']+)'", policy)[1] in answer.text


@pytest.mark.parametrize("language", SPOKEN)
def test_an_expired_or_ended_link_says_so_in_its_own_language(site, language):
    _, desk = site
    profile, address = linked(desk, language)
    unlink(profile, local_reader(desk.workspace), desk=desk)

    answer = get(address, "de")

    assert answer.status_code == 410
    assert desk.voice.say("link-revoked", language) in answer.text
    assert "flotą" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("language", SPOKEN)
def test_a_forged_link_is_not_found_in_the_language_of_the_browser(site, language):
    _, desk = site
    _, address = linked(desk)

    answer = get(f"{address[:-1]}", f"de, {language}-XX;q=0.9, en;q=0.1")

    assert answer.status_code == 404
    assert desk.voice.say("link-unknown", language) in answer.text


def test_a_team_that_removed_the_app_shows_nothing_any_more(site):
    tenants, desk = site
    _, address = linked(desk)
    tenants.team = None

    assert get(address).status_code == 410


def test_a_store_that_does_not_answer_is_no_crash_and_tells_nothing(desk):
    def broken(_address, _wanted):
        raise Unavailable("store-not-answering")

    application = web_app(
        None, takes_events=lambda: True, checks={}, metrics=bytes, routes=[profile_route(broken)]
    )
    with served(application, 0, host="127.0.0.1") as (port, _):
        answer = get(f"http://127.0.0.1:{port}/profiles/x")

    assert (answer.status_code, answer.text) == (503, "not available now")
    assert answer.headers["Cache-Control"] == "no-store"


def test_only_reading_is_possible(site):
    _, desk = site
    _, address = linked(desk)

    assert httpx.post(address, trust_env=False).status_code == 405
    assert httpx.head(address, trust_env=False).status_code == 200
    assert get(f"{desk.public_url}/profiles/../../etc/passwd").status_code == 404
    assert get(f"{desk.public_url}/profiles/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "en"), ("pl", "pl"), ("de,cs;q=0.5", "cs"), ("cs;q=0.5,uk;q=0.8", "uk"), ("zh-Hant-TW", "zh"),
        ("en-GB,en;q=0.9,pl;q=0.8", "en"), ("pl;q=x,cs;q=0.1", "cs"), ("*", "en"), ("PL-pl", "pl"), (",;q=", "en"),
        ("pl," * 5000, "pl"),
    ],
)  # fmt: skip
def test_the_language_is_the_one_a_browser_likes_best_of_those_we_speak(asked, language):
    assert preferred(asked, SPOKEN) == language


def test_a_link_stays_good_after_a_restart_and_ends_with_its_key(make_desk, tmp_path):
    home = tmp_path / "home"
    desk = replace(make_desk(home), public_url="https://x.example")
    _, address = linked(desk)
    name = address.rpartition("/")[2]

    again = make_desk(home)
    assert Website(again, Here(again), guarded_html).profile(name, "")[0] == 200

    Path(home / "link.key").unlink()
    anew = make_desk(home)
    assert Website(anew, Here(anew), guarded_html).profile(name, "")[0] == 404
