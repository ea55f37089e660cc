"""Random worlds of channels, members, sources and questions: nobody reads what they may not.

Every closed source holds a word that stands nowhere else. Who reads a reply must be allowed to read all
sources whose words it holds, in whatever part of it.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from icpbot.adapters.slack.client import identify, slack_clients
from icpbot.adapters.slack.conversations import SlackConversations
from icpbot.domain.profile import Basis, Claim, Counts, Profile
from icpbot.domain.requests import Place, Request, RequestKind
from icpbot.domain.sources import WORKSPACE, local_reader
from icpbot.playground import LoopbackSlack
from icpbot.usecases import customers
from icpbot.usecases.handle import answer, receive
from icpbot.usecases.ingest import Upload, ingest

MANIFEST = Path(__file__).parents[2] / "deploy/slack/manifest.yaml"
WORLDS = 500
PEOPLE = ("ana", "ben", "cyn", "dan", "gus")
CLOSED = ("deals", "board", "north", "south")
TALK = """Interviewer: What hurts most in your daily work?
Paní {name}: We lose two hours every day re-typing {canary} delivery notes by hand.
Interviewer: Who decides about buying?
Paní {name}: Our finance director signs every {canary} contract above ten thousand.
"""
ASKED = (
    "What hurts most?", "Who signs the contract?", "How many customers lose hours re-typing?", "Co je nejvíc bolí?",
    "Kto podpisuje umowę?", "Хто підписує договір?", "他们最痛的是什么？", "sources", "gaps", "profile", "best", "traits",
    "fit Kolos, {account}", "fit {account}", "forget {source}", "help", "Tell me about {canary}", "draft", "1", "done",
    "What do {account} complain about?", "What changed since March 2026?", "Compare Poland and Czechia",
    "Who said anything about {canary}?", "/icp profile", "who complained last month", "link", "admin",
)  # fmt: skip


class World:
    """A desk full of closed research, and a Slack whose members change."""

    def __init__(self, slack: LoopbackSlack, desk: Any) -> None:
        self.slack, self.desk = slack, desk
        team = slack.workspace
        for name in ("cyn", "dan"):
            team.add_user(name)
        self.closed = {
            name: team.add_channel(name + "-closed", private=True, with_bot=True) for name in CLOSED
        }
        self.secrets: dict[str, str] = {}  # canary → audience
        self.asked_in_vain: set[str] = set()  # by Ana, who may always see her own questions
        self.sources: dict[str, str] = {}
        for number, channel in enumerate(self.closed.values()):
            for copy in range(2):
                self.read(f"Qorvex{number}{copy}", f"Zaltona{number}{copy}", f"channel:{channel.id}")
        for number, name in enumerate(("ana", "ben")):
            self.read(f"Bruxel{number}", f"Mirova{number}", f"channel:{team.direct(name).id}")
        self.shared = team.connect(
            team.add_channel("partners", with_bot=True), "ana", team.add_stranger("fin")
        )
        self.read("Opalux", "Veridan", f"channel:{self.shared.id}")
        self.read("Wideor", "Publixa", WORKSPACE)
        ingest(
            Upload(
                path="open.txt", data=TALK.format(name="Veselá", canary="paper").encode(), account="Kolos"
            ),
            desk=desk,
        )
        customers.import_table(
            "c.csv",
            b"account,country,lifetime_value\nKolos,CZ,9\nAgro,PL,5\nNord,PL,3\nBeta,CZ,1\n",
            desk=desk,
        )
        self.approve_claims()
        self.ask_in_vain()

    def read(self, canary: str, account: str, audience: str) -> None:
        text = TALK.format(name=account + "ová", canary=canary)
        source = ingest(
            Upload(path=f"{canary}.txt", data=text.encode(), account=account, audience=audience),
            desk=self.desk,
        ).source
        assert source
        self.secrets[canary] = self.secrets[account] = audience
        self.sources[canary] = source.id

    def approve_claims(self) -> None:
        """A profile whose claims lean on everything, closed sources too."""
        everything = local_reader(self.desk.workspace)
        claims = tuple(
            Claim(
                kind=i.kind,
                text=i.quote.text,
                basis=Basis.EVIDENCE,
                quotes=(i.quote,),
                counts=Counts(accounts=3, of=9),
            )
            for i in self.desk.insights.insights(everything)
        )
        assert len(claims) > 8
        self.desk.profiles.save(self.desk.workspace, Profile(name="Everyone", claims=claims), expected=0)

    def ask_in_vain(self) -> None:
        """Questions of closed channels that nobody's research answers are gaps that only they may know."""
        for number, (name, channel) in enumerate(self.closed.items()):
            canary = f"Vantablu{number}"
            self.secrets[canary] = f"channel:{channel.id}"
            self.asked_in_vain.add(canary)
            request = Request(id=f"vain{name}", workspace=self.desk.workspace, kind=RequestKind.MESSAGE,
                              text=f"What about {canary} quantum tariffs?", asked_at=self.desk.clock(),
                              place=Place(channel=channel.id, user=self.slack.workspace.user("ana").id))  # fmt: skip
            receive(request, desk=self.desk, jobs=_Nowhere())
            self.desk.requests.update_request(request.model_copy(update={"answered": False}))

    def shuffle(self, chance: random.Random) -> None:
        """Everybody is in some closed channels, and in others than before."""
        team = self.slack.workspace
        for channel in self.closed.values():
            members = {team.user(name).id for name in PEOPLE if chance.random() < 0.4}
            channel.members = members | {team.bot.id}

    def asked(self, number: int, chance: random.Random) -> Request:
        """Somebody asks something somewhere they are."""
        team = self.slack.workspace
        who = team.user(chance.choice(PEOPLE))
        mine = [c for c in self.closed.values() if who.id in c.members]
        where = chance.choice([team.channel("general"), team.direct(who), *mine])
        if chance.random() < 0.15:
            who, where = team.user(chance.choice(["fin", "ana"])), self.shared
        canary = chance.choice(list(self.sources))
        text = chance.choice(ASKED).format(
            canary=canary, account=chance.choice(list(self.secrets)), source=self.sources[canary]
        )
        kind = chance.choice([RequestKind.MESSAGE] * 4 + [RequestKind.COMMAND, RequestKind.HOME])
        kind = RequestKind.MESSAGE if who.team_id != team.team_id else kind
        direct = where.kind == "im"
        place = Place(channel=where.id, user=who.id, direct=direct or kind is RequestKind.HOME,
                      private=kind is RequestKind.COMMAND, message=f"{number}.000001",
                      thread=None if direct else f"{chance.randrange(5)}.5")  # fmt: skip
        return Request(id=f"w{number}", workspace=self.desk.workspace, kind=kind, asked_at=datetime.now(UTC),
                       text="" if kind is RequestKind.HOME else text, place=place)  # fmt: skip

    def allowed(self, place: Place, *, alone: bool) -> set[str]:
        """Audiences that everybody who reads along may read."""
        if not alone:
            here = {f"channel:{place.channel}"}
            return here if place.channel == self.shared.id else here | {WORKSPACE}
        user = self.slack.workspace.user(place.user)
        direct = self.slack.workspace.direct(user)
        closed = [c for c in (*self.closed.values(), self.shared) if place.user in c.members]
        ours = user.team_id == self.slack.workspace.team_id and not user.guest
        return {f"channel:{c.id}" for c in (direct, *closed)} | ({WORKSPACE} if ours else set())


class _Nowhere:
    def enqueue(self, request_id: str) -> None:
        """Answered by hand."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: Any, encoder: Any, label_cache: Any) -> Any:
    from icpbot.bootstrap import Parts
    from icpbot.settings import Settings

    home = tmp_path_factory.mktemp("worlds")
    (home / "cache").symlink_to(label_cache)
    with LoopbackSlack(manifest=MANIFEST) as slack:
        parts = Parts(Settings(ICPBOT_HOME=home))
        parts.__dict__["encoder"] = encoder
        yield World(slack, parts.desk)
        parts.close()


def held(text: str, world: World) -> dict[str, str]:
    return {canary: audience for canary, audience in world.secrets.items() if canary in text}


@pytest.mark.timeout(600)
def test_five_hundred_worlds_leak_nothing(world: World) -> None:
    clients = slack_clients(world.slack.bot_token, world.slack.api_url)
    us = replace(
        identify(clients.reading), workspace=world.desk.workspace, team=world.slack.workspace.team_id
    )
    conversations = SlackConversations(clients, us, pause=lambda _seconds: None)
    chance = random.Random(7)
    ana = world.slack.workspace.user("ana").id
    shown, written = 0, {f"{ana} alone": set(world.asked_in_vain)}
    for number in range(WORLDS):
        world.shuffle(chance)
        request = world.asked(number, chance)
        receive(request, desk=world.desk, jobs=_Nowhere())
        reply = answer(request.id, desk=world.desk, conversations=conversations)
        place = request.place
        alone = place.private or place.direct or request.kind is RequestKind.HOME
        for reading in (f"{place.user} alone", *([] if alone else [place.channel or ""])):
            written.setdefault(reading, set()).update(held(request.text, world))
        own = written[f"{place.user} alone" if alone else place.channel or ""]  # it may come back to them
        told = reply.model_copy(update={"private": None, "cites": ()}).model_dump_json()
        files = "".join(a.content.decode(errors="replace") for a in reply.attachments)
        for text, private in ((told + files, alone), (reply.private or "", True)):
            found = {c: a for c, a in held(text, world).items() if c not in own}
            shown += len(found)
            leaked = {c for c, a in found.items() if a not in world.allowed(place, alone=private)}
            assert not leaked, (number, request.text, request.kind, place, leaked)
    assert shown > WORLDS // 4  # what may be read is shown: the test would see a leak
