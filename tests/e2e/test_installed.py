"""Teams that install the app by themselves: over real HTTP, two workspaces behind one address."""

import re
import socket
import sqlite3
import threading
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from icpbot.adapters.jobs import durable
from icpbot.bootstrap import Parts
from icpbot.domain.errors import Unavailable
from icpbot.domain.profile import Profile
from icpbot.domain.requests import Place, Request, RequestKind
from icpbot.playground import LoopbackSlack
from icpbot.playground.api_oauth import Front
from icpbot.serving import Service
from icpbot.settings import Settings
from icpbot.usecases import profiles

MANIFEST = Path(__file__).parents[2] / "deploy/slack/manifest-oauth.yaml"
NORTH, SOUTH = "T0NORTH", "T0SOUTH"
OLD_KEY, NEW_KEY = "an old key of enough length", "a new key of enough length"


class Host:
    """One process of icpbot with its two possible tenants."""

    def __init__(self, front, parts, service, base):
        self.front, self.parts, self.service, self.base = front, parts, service, base
        self.browser = httpx.Client(trust_env=False)

    def begin(self):
        """The address at Slack that the install page leads to, and the cookie it sets."""
        answer = self.browser.get(f"{self.base}/slack/install")
        assert answer.status_code == 302
        return answer.headers["Location"], answer.headers["Set-Cookie"].partition(";")[0]

    def come_back(self, address, cookie, **choice):
        """The person presses a button at Slack; the address that Slack sends them to."""
        at_slack = self.browser.get(f"{address}&{'&'.join(f'{k}={v}' for k, v in choice.items())}")
        assert at_slack.status_code == 302, at_slack.text
        return self.browser.get(
            at_slack.headers["Location"], headers={"Cookie": cookie, "Accept-Language": "pl"}
        )

    def install(self, team):
        address, cookie = self.begin()
        return self.come_back(address, cookie, team=team)

    def settled(self, seconds=60):
        for slack in self.front.teams.values():
            assert slack.wait_until_delivered()
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if all(r.ended_at for r in self.parts.desk.requests.requests()):
                return
            time.sleep(0.02)
        raise AssertionError([r for r in self.parts.desk.requests.requests() if r.ended_at is None])

    def answers(self, team, channel="general"):
        slack = self.front.teams[team]
        found = slack.workspace.channel(channel).messages
        return [m.text for m in found if m.user == slack.bot.id and not m.deleted]

    def share(self, team, text, name):
        self.front.teams[team].people.upload("ana", "general", {name: text.encode()})
        self.settled()

    def ask(self, team, question):
        before = len(self.answers(team))
        slack = self.front.teams[team]
        slack.people.say("ben", "general", f"<@{slack.bot.id}> {question}")
        self.settled()
        return self.answers(team)[before:]

    def dump(self):
        """What lies in the home folder, file by file; vectors are numbers, among which the index writes
        whatever stood in memory.
        """
        self.parts.engine.dispose()
        home = self.parts.settings.home
        return {
            p.name: p.read_bytes()
            for p in home.rglob("*")
            if p.is_file() and not {"cache", "chroma"} & set(p.parts)
        }


def make_host(front, home, encoder, **more):
    settings = Settings(
        ICPBOT_HOME=home, SLACK_CLIENT_ID=front.client_id, SLACK_CLIENT_SECRET=front.client_secret,
        SLACK_SIGNING_SECRET=front.signing_secret, SLACK_API_URL=front.api_url,
        **{"ICPBOT_SECRET_KEY": OLD_KEY, "PORT": 0, **more},
    )  # fmt: skip
    parts = Parts(settings)
    parts.__dict__["encoder"] = encoder
    service, told, ready = Service(parts), [], threading.Event()

    def on_ready(mode):
        told.append(mode)
        ready.set()

    thread = threading.Thread(target=service.serve, kwargs={"worker": True, "on_ready": on_ready})
    thread.start()
    assert ready.wait(30)
    base = f"http://127.0.0.1:{told[0].rpartition(' ')[2]}"
    front.redirect_uri = f"{base}/slack/oauth_redirect"
    front.send_events_to(f"{base}/slack/events")
    return Host(front, parts, service, base), thread


@pytest.fixture
def front():
    with LoopbackSlack(manifest=MANIFEST) as north, LoopbackSlack(manifest=MANIFEST) as south:
        with Front({NORTH: north, SOUTH: south}) as front:
            yield front
        for slack in (north, south):
            assert slack.violations == []
            assert [c.method for c in slack.calls() if c.error == "missing_scope"] == []


@pytest.fixture
def home(tmp_path, label_cache):
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "cache").symlink_to(label_cache)
    return folder


@pytest.fixture
def public(front, home, encoder, monkeypatch):
    """The same with an address that people reach."""
    monkeypatch.setattr(durable, "POLL_SECONDS", 0.05)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    made, thread = make_host(front, home, encoder, PORT=port, ICPBOT_PUBLIC_URL=address)
    yield made
    made.service.stop()
    thread.join(20)
    made.browser.close()


@pytest.fixture
def host(front, home, encoder, monkeypatch):
    monkeypatch.setattr(durable, "POLL_SECONDS", 0.05)
    made, thread = make_host(front, home, encoder)
    yield made
    made.service.stop()
    thread.join(20)
    made.browser.close()


NORTHERN = """Account: Severní sklady
Anna: What hurts most?
Petr: The forklifts queue for an hour at the northern gate every single morning.
"""
SOUTHERN = """Account: Jižní pivovar
Anna: What hurts most?
Eva: Our brewers copy the delivery notes by hand every single evening.
"""


def test_two_teams_install_ask_and_never_see_each_other(host):
    assert host.install(NORTH).status_code == 200
    assert "icpbot jest zainstalowany" in host.install(SOUTH).text
    host.share(NORTH, NORTHERN, "north.txt")
    host.share(SOUTH, SOUTHERN, "south.txt")

    [north] = host.ask(NORTH, "What hurts most every single day?")
    [south] = host.ask(SOUTH, "What hurts most every single day?")

    assert "forklifts" in north
    assert "brewers" not in north
    assert "brewers" in south
    assert "forklifts" not in south
    workspaces = {s.workspace for s in map(host.parts.desk.sources.get, host.parts.desk.sources.ids())}
    assert workspaces == {NORTH, SOUTH}
    asked = {r.workspace for r in host.parts.desk.requests.requests()}
    assert asked == {NORTH, SOUTH}


def test_nothing_on_the_disk_holds_a_token_or_a_state_in_clear(host):
    host.front.rotating = True
    address, cookie = host.begin()
    host.come_back(address, cookie, team=NORTH)
    address, _ = host.begin()
    pending = parse_qs(urlsplit(address).query)["state"][0]
    secret = [*host.front.tokens, *host.front.refresh_tokens, pending, host.front.client_secret, OLD_KEY]

    assert len(host.front.tokens) == 1
    for name, content in host.dump().items():
        assert [word for word in secret if word.encode() in content] == [], name
        assert b"xoxb-" not in content, name


def test_a_state_is_good_once_in_its_own_browser_and_for_ten_minutes(host):
    address, cookie = host.begin()
    at_slack = host.browser.get(f"{address}&team={NORTH}").headers["Location"]

    stolen = host.browser.get(at_slack)
    host.browser.cookies.clear()
    assert stolen.status_code == 400
    assert host.parts.installations.teams() == []

    assert host.browser.get(at_slack, headers={"Cookie": cookie}).status_code == 200
    again = host.browser.get(at_slack, headers={"Cookie": cookie})
    assert again.status_code == 401
    assert len(host.front.exchanges) == 1

    forged = at_slack.replace("state=", "state=x")
    name = cookie.partition("=")[0]
    value = parse_qs(urlsplit(forged).query)["state"][0]
    assert host.browser.get(forged, headers={"Cookie": f"{name}={value}"}).status_code == 401
    assert len(host.front.exchanges) == 1

    address, cookie = host.begin()
    late = host.browser.get(f"{address}&team={SOUTH}").headers["Location"]
    with sqlite3.connect(host.parts.settings.home / "icpbot.db") as store:
        store.execute("UPDATE install_states SET expires_at = '2001-01-01 00:00:00.000000'")
    store.close()
    assert host.browser.get(late, headers={"Cookie": cookie}).status_code == 401
    assert host.parts.installations.teams() == [NORTH]


def test_a_person_who_changes_their_mind_installs_nothing(host):
    address, cookie = host.begin()

    page = host.come_back(address, cookie, team=NORTH, deny=1)

    assert page.status_code == 200
    assert "Instalacja została przerwana" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert host.parts.installations.teams() == []


def test_tokens_are_renewed_before_their_end_and_the_old_ones_are_dropped(host):
    host.front.rotating = True
    host.install(NORTH)
    host.share(NORTH, NORTHERN, "north.txt")
    [first] = host.front.tokens
    content = host.parts.installations.content(NORTH)
    made = host.service._tenants.store._bot(NORTH)
    from icpbot.adapters.slack.installations import _content, _made_at

    made.bot_token_expires_at = int(time.time()) - 5
    host.front.expire_tokens()
    assert host.parts.installations.renew(NORTH, _content(made), _made_at(made))

    [answer] = host.ask(NORTH, "What hurts most every single day?")

    assert "forklifts" in answer
    assert [e["grant"] for e in host.front.exchanges] == ["code", "refresh_token"]
    renewed = host.parts.installations.content(NORTH)
    assert renewed["bot_token"] not in {first, content["bot_token"]}
    assert renewed["bot_refresh_token"] != content["bot_refresh_token"]


def test_threads_that_find_an_old_token_at_once_renew_it_once(host):
    from icpbot.adapters.slack.installations import _content, _made_at

    host.front.rotating = True
    host.install(NORTH)
    store = host.service._tenants.store
    bot = store._bot(NORTH)
    bot.bot_token_expires_at = int(time.time()) - 5
    host.parts.installations.renew(NORTH, _content(bot), _made_at(bot))
    found = []
    threads = [
        threading.Thread(
            target=lambda: found.append(store.find_bot(enterprise_id=None, team_id=NORTH).bot_token)
        )
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(found)) == 1
    assert found[0] != bot.bot_token
    assert [e["grant"] for e in host.front.exchanges] == ["code", "refresh_token"]


def test_a_token_that_ended_and_cannot_be_renewed_is_no_answer_and_no_crash(host):
    from icpbot.adapters.slack.installations import Installations, _content, _made_at

    host.front.rotating = True
    host.install(NORTH)
    front, kept = host.front, host.parts.installations
    store = Installations(
        kept, client_id=front.client_id, client_secret=front.client_secret, api_url=front.api_url,
        pause=lambda _: None,
    )  # fmt: skip
    bot = store._bot(NORTH)
    front.refresh_tokens.clear()
    bot.bot_token_expires_at = int(time.time()) + 600
    kept.renew(NORTH, _content(bot), _made_at(bot))
    assert store.find_bot(enterprise_id=None, team_id=NORTH).bot_token == bot.bot_token

    bot.bot_token_expires_at = int(time.time()) - 5
    kept.renew(NORTH, _content(bot), _made_at(bot))
    with pytest.raises(Unavailable):
        store.find_bot(enterprise_id=None, team_id=NORTH)


def test_a_team_that_removes_the_app_leaves_no_token_and_finds_its_research_when_it_comes_back(host):
    host.install(NORTH)
    host.install(SOUTH)
    host.share(NORTH, NORTHERN, "north.txt")
    token = host.parts.installations.content(NORTH)["bot_token"]

    host.front.uninstall(NORTH)
    host.settled()

    assert host.parts.installations.teams() == [SOUTH]
    assert host.parts.installations.content(NORTH) is None
    assert token not in host.front.tokens
    assert host.ask(NORTH, "What hurts most?") == []
    assert [r for r in host.parts.desk.requests.requests() if "most?" in r.text] == []

    host.install(NORTH)
    [answer] = host.ask(NORTH, "What hurts most every single day?")
    assert "forklifts" in answer


def test_an_old_end_that_slack_repeats_does_not_undo_a_new_installation(host):
    host.install(NORTH)
    host.front.teams[NORTH].delivery.clock = lambda: time.time() - 60
    slack = host.front.teams[NORTH]

    slack.context.emit("app_uninstalled", {"type": "app_uninstalled"})
    host.settled()

    assert host.parts.installations.teams() == [NORTH]


def test_what_was_asked_before_the_end_is_closed_and_never_tried_again(host):
    from icpbot.usecases import handle

    host.install(NORTH)
    tenant = host.service._tenants.of_team(NORTH)
    request = Request(
        id=f"{NORTH}:D1:1.0", workspace=NORTH, kind=RequestKind.MESSAGE, text="What hurts most?",
        place=Place(channel="D1", user="U1", direct=True), asked_at=tenant.desk.clock(),
    )  # fmt: skip
    tenant.desk.requests.receive(request)
    host.parts.installations.drop(NORTH, tenant.desk.clock())

    assert host.service._answer(request.id) is None

    assert host.parts.desk.requests.request(request.id).status == "failed"
    assert handle.unfinished(tenant.desk) == []


def test_the_key_is_changed_without_a_new_installation(front, encoder, monkeypatch, icpbot):
    home = icpbot.home
    monkeypatch.setattr(durable, "POLL_SECONDS", 0.05)
    host, thread = make_host(front, home, encoder)
    host.install(NORTH)
    host.service.stop()
    thread.join(20)
    host.browser.close()
    both = {"ICPBOT_SECRET_KEY": f"{NEW_KEY},{OLD_KEY}"}

    before = host.parts.installations.content(NORTH)
    assert icpbot("rotate-key", "--home", home, env={"ICPBOT_SECRET_KEY": NEW_KEY}).code == 2
    assert icpbot("rotate-key", "--home", home, "--json", env=both).json["installations"] == 1

    host, thread = make_host(front, home, encoder, ICPBOT_SECRET_KEY=NEW_KEY)
    assert host.parts.installations.content(NORTH) == before
    assert len(host.ask(NORTH, "help")) == 1
    host.service.stop()
    thread.join(20)
    host.browser.close()


def told(host, team, who, line, channel="general"):
    """What the person alone reads after a command."""
    slack = host.front.teams[team]
    before = len(slack.workspace.ephemerals)
    slack.people.command(who, channel, line)
    host.settled()
    return "\n".join(e.text for e in slack.workspace.ephemerals[before:])


def test_a_link_from_slack_opens_for_its_team_and_ends_when_the_team_says_so(public):
    public.install(NORTH)
    public.install(SOUTH)
    desk = public.service._tenants.of_team(NORTH).desk
    profiles.save(Profile(name="Sklady", description="Jen vlastní flotila"), desk=desk)

    said = told(public, NORTH, "eva", "/icp profile link")
    [address] = re.findall(r"http://127\.0\.0\.1\S+", said)

    page = public.browser.get(address)
    assert page.status_code == 200
    assert "Jen vlastní flotila" in page.text
    assert "tento odkaz funguje do" in said
    assert "ještě" in told(public, SOUTH, "eva", "/icp profile link")
    assert "There was no link" not in told(public, SOUTH, "ben", "/icp profile unlink")
    assert public.browser.get(address).status_code == 200
    assert "no longer works" in told(public, NORTH, "ben", "/icp profile unlink")
    assert public.browser.get(address).status_code == 410


def test_a_link_of_a_team_that_removed_the_app_is_gone(public):
    public.install(NORTH)
    desk = public.service._tenants.of_team(NORTH).desk
    profiles.save(Profile(name="Sklady"), desk=desk)
    [address] = re.findall(r"http://127\S+", told(public, NORTH, "ben", "/icp profile link"))
    assert public.browser.get(address).status_code == 200

    public.front.uninstall(NORTH)
    public.settled()

    assert public.browser.get(address).status_code == 410


def test_roles_and_settings_of_one_team_are_not_those_of_another(public):
    public.install(NORTH)
    public.install(SOUTH)
    ben, bot = public.front.teams[NORTH].workspace.user("ben"), public.front.teams[NORTH].bot

    assert "Only an owner may change this" in told(public, NORTH, "ben", "/icp admin language cs")
    assert "Ben Carter: owner" in told(public, NORTH, "ana", f"/icp admin <@{ben.id}|ben> owner") + "".join(
        told(public, NORTH, "ben", "/icp admin")
    )
    assert "čeština" in told(public, NORTH, "ben", "/icp admin language cs").casefold()
    assert "Hotovo" not in told(public, SOUTH, "ben", "/icp admin")
    assert "Only an owner" in told(public, SOUTH, "ben", "/icp admin language cs")
    told(public, NORTH, "ben", "/icp admin upload researcher")
    public.share(NORTH, NORTHERN, "north.txt")
    public.front.teams[NORTH].people.upload("eva", "general", {"eva.txt": SOUTHERN.encode()})
    public.settled()
    assert [
        s.path.rpartition("/")[2] for s in map(public.parts.desk.sources.get, public.parts.desk.sources.ids())
    ] == ["north.txt"]
    assert any("/icp admin" in text for text in public.answers(NORTH))
    assert bot.id not in {p.user for p in public.parts.desk.roles.appointed(NORTH)}


def test_logs_hold_no_token_no_code_and_no_word_of_a_person(host, caplog):
    caplog.set_level("DEBUG", logger="icpbot")
    host.front.rotating = True
    host.install(NORTH)
    host.share(NORTH, NORTHERN, "north.txt")
    host.ask(NORTH, "What hurts most every single day?")
    address, cookie = host.begin()
    at_slack = host.browser.get(f"{address}&team={SOUTH}").headers["Location"]
    host.front.codes.clear()
    assert host.browser.get(at_slack, headers={"Cookie": cookie}).status_code == 401
    tokens = [*host.front.tokens, *host.front.refresh_tokens, host.front.client_secret]
    host.front.uninstall(NORTH)
    host.settled()

    secret = [*tokens, *parse_qs(urlsplit(at_slack).query)["code"], "forklifts", "hurts most", OLD_KEY]
    assert "an installation failed: invalid_code" in caplog.text
    assert "has removed the app" in caplog.text
    assert [word for word in secret if word in caplog.text] == []


def test_what_is_left_of_a_team_is_removed_by_whoever_runs_the_bot(front, encoder, monkeypatch, icpbot):
    monkeypatch.setattr(durable, "POLL_SECONDS", 0.05)
    key = {"ICPBOT_SECRET_KEY": OLD_KEY}
    host, thread = make_host(front, icpbot.home, encoder)
    for team, text in ((NORTH, NORTHERN), (SOUTH, SOUTHERN)):
        host.install(team)
        host.share(team, text, "talk.txt")
        host.ask(team, "What hurts most every single day?")
    front.uninstall(NORTH)
    host.settled()
    host.service.stop()
    thread.join(20)
    host.browser.close()

    listed = icpbot("workspaces", "--json", env=key).json["workspaces"]
    assert [(w["workspace"], w["removed_at"] is None) for w in listed] == [(NORTH, False), (SOUTH, True)]
    assert icpbot("workspaces", "--remove", "T0NOBODY", env=key).code == 1
    refused = icpbot("workspaces", "--remove", SOUTH, env=key)
    assert (refused.code, "remove the app in Slack first" in refused.err) == (1, True)

    assert icpbot("workspaces", "--remove", NORTH, env=key).code == 0

    for name, content in host.dump().items():
        assert b"forklifts" not in content, name
        assert NORTH.encode() not in content, name
        assert b"brewers" not in content, name  # it is there, but sealed
    assert ["brewers" in host.parts.desk.sources.get(key).text for key in host.parts.desk.sources.ids()] == [
        True
    ]
    assert [w["workspace"] for w in icpbot("workspaces", "--json", env=key).json["workspaces"]] == [SOUTH]


def test_the_trouble_of_one_team_does_not_keep_the_others_from_starting(front, home, encoder, monkeypatch):
    from icpbot.adapters.slack.installations import _content, _made_at

    monkeypatch.setattr(durable, "POLL_SECONDS", 0.05)
    monkeypatch.setattr("icpbot.adapters.slack.installations.LOOK_SECONDS", 0)
    front.rotating = True
    host, thread = make_host(front, home, encoder)
    host.install(NORTH)
    host.install(SOUTH)
    bot = host.service._tenants.store._bot(NORTH)
    bot.bot_token_expires_at, bot.bot_refresh_token = int(time.time()) - 5, "xoxe-1-spent"
    host.parts.installations.renew(NORTH, _content(bot), _made_at(bot))
    host.service.stop()
    thread.join(20)
    host.browser.close()

    host, thread = make_host(front, home, encoder)
    assert len(host.ask(SOUTH, "help")) == 1
    assert host.browser.get(f"{host.base}/healthz").status_code == 200
    assert host.browser.get(f"{host.base}/readyz").json() == {"store": True, "index": True, "slack": True}
    host.service.stop()
    thread.join(20)
    host.browser.close()


def test_a_process_of_one_team_does_not_open_the_links_of_another(public):
    from icpbot.tenants import OneTeam

    public.install(NORTH)
    one = OneTeam(public.parts)
    one.__dict__["tenant"] = public.service._tenants.of_team(NORTH)

    assert one.desk(NORTH).workspace == NORTH
    assert one.desk(SOUTH) is None
