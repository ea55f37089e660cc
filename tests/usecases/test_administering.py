"""Who may do what, and what an owner sets for everybody."""

import json
from dataclasses import replace

import pytest

from icpbot.cli.people import Terminal
from icpbot.domain.errors import NotAllowed, UsageError
from icpbot.domain.requests import Place, Request, RequestKind
from icpbot.domain.roles import Action, Appointed, Role
from icpbot.domain.sources import Reader, local_reader
from icpbot.usecases.administering import (
    administer,
    allowed,
    kept_days,
    overview,
    require_upload,
    role_of,
    uploads_from,
)
from icpbot.usecases.ports import Person
from icpbot.usecases.speaking import language_of_request, workspace_language


class Slack(Terminal):
    """Of Slack these flows ask who its admins are; `asked` counts how often."""

    def __init__(self, workspace, *admins):
        super().__init__(workspace)
        self.admins, self.asked = admins, 0

    def person(self, request):
        self.asked += 1
        return Person(admin=request.place.user in self.admins)


@pytest.fixture
def slack(desk):
    return Slack(desk.workspace, "BOSS")


def request_of(user, text="admin", desk=None, **people):
    return Request(
        id="r", workspace=desk.workspace if desk else "local", kind=RequestKind.COMMAND, text=text,
        place=Place(channel="C1", user=user, private=True), asked_at="2026-03-01T12:00:00Z",
        values={"people": json.dumps(people)} if people else {},
    )  # fmt: skip


def say_admin(desk, slack, user, text, language="en", **people):
    reader = Reader(workspace=desk.workspace, user=user)
    return administer(
        text,
        request_of(user, text, desk, **people),
        reader,
        desk=desk,
        conversations=slack,
        language=language,
    )


def test_before_anybody_sets_a_role_admins_of_slack_are_owners_and_everybody_else_a_member(desk, slack):
    assert role_of(request_of("BOSS"), desk=desk, conversations=slack) is Role.OWNER
    assert role_of(request_of("ANA"), desk=desk, conversations=slack) is Role.MEMBER
    require_upload(request_of("ANA"), desk=desk, conversations=slack)


def test_whoever_sits_at_the_command_line_is_an_owner(desk):
    terminal = Terminal(desk.workspace)

    assert role_of(request_of("you"), desk=desk, conversations=terminal) is Role.OWNER


def test_nobody_is_looked_up_for_what_everybody_may(desk, slack):
    require_upload(request_of("ANA"), desk=desk, conversations=slack)

    assert slack.asked == 0


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "owner"),
        ("pl", "właściciel"),
        ("cs", "vlastník"),
        ("uk", "власник"),
        ("zh", "所有者"),
        ("cs", "owner"),
    ],
)
def test_an_owner_appoints_others_by_mention_in_any_language(desk, slack, language, word):
    reply = say_admin(desk, slack, "BOSS", f"@ana {word}", language, U1="ana")

    assert role_of(request_of("U1"), desk=desk, conversations=slack) is Role.OWNER
    assert f"• ana: {desk.voice.say('rank-owner', language)}" in reply.lines


def test_a_role_opens_and_closes_what_it_is_for(desk, slack):
    def rights(user):
        return [a for a in Action if allowed(a, request_of(user), desk=desk, conversations=slack)]

    assert rights("U1") == [Action.UPLOAD]
    say_admin(desk, slack, "BOSS", "@ana researcher", U1="ana")
    assert rights("U1") == [Action.UPLOAD, Action.FORGET]
    say_admin(desk, slack, "BOSS", "@ana owner", U1="ana")
    assert rights("U1") == list(Action)
    say_admin(desk, slack, "U1", "@boss member", BOSS="boss")
    assert rights("BOSS") == [Action.UPLOAD]


def test_nobody_changes_their_own_role_so_that_an_owner_remains(desk, slack):
    with pytest.raises(NotAllowed, match="admin-not-self"):
        say_admin(desk, slack, "BOSS", "@boss member", BOSS="boss")
    assert role_of(request_of("BOSS"), desk=desk, conversations=slack) is Role.OWNER


@pytest.mark.parametrize("text", ["@ana owner", "language pl", "retention 3", "upload owner"])
def test_who_is_no_owner_sets_nothing(desk, slack, text):
    desk.roles.appoint(
        desk.workspace, Appointed(user="RES", role=Role.RESEARCHER, name="r", by="BOSS", at=desk.clock())
    )
    for user in ("ANA", "RES"):
        with pytest.raises(NotAllowed, match="admin-not-yours"):
            say_admin(desk, slack, user, text, U1="ana")

    assert len(desk.roles.appointed(desk.workspace)) == 1
    assert (workspace_language(desk), kept_days(desk, None), uploads_from(desk)) == (None, None, Role.MEMBER)


def test_guests_neither_see_nor_set_anything(desk, slack):
    guest = Reader(workspace=desk.workspace, user="BOSS", outside=True)
    for text in ("", "language pl"):
        with pytest.raises(NotAllowed, match="form-not-yours"):
            administer(text, request_of("BOSS"), guest, desk=desk, conversations=slack, language="en")


@pytest.mark.parametrize(
    "text",
    ["@ana king", "language de", "retention -3", "retention soon", "retention 99999", "upload king", "@ana"],
)
def test_what_cannot_be_set_is_refused_and_changes_nothing(desk, slack, text):
    before = overview(desk=desk, language="en")
    with pytest.raises(UsageError, match="admin-unclear"):
        say_admin(desk, slack, "BOSS", text, U1="ana")

    assert overview(desk=desk, language="en") == before


@pytest.mark.parametrize("people", [{}, {"U1": "ana", "U2": "ben"}])
def test_a_role_is_given_to_one_person_whom_the_message_mentions(desk, slack, people):
    with pytest.raises(UsageError, match="admin-unclear"):
        say_admin(desk, slack, "BOSS", "@ana owner", **people)


def test_a_workspace_may_speak_one_language_and_a_setting_of_the_operator_is_stronger(desk, slack):
    asked = request_of("ANA", "Co najbardziej boli klientów z logistyki?").model_copy(
        update={"kind": RequestKind.MESSAGE}
    )
    assert language_of_request(asked, desk) == "pl"

    say_admin(desk, slack, "BOSS", "language uk")
    assert language_of_request(asked, desk) == "uk"
    assert language_of_request(asked, replace(desk, forced_language="zh")) == "zh"
    elsewhere = replace(desk, workspace="T2")
    assert language_of_request(asked, elsewhere) == "pl"
    say_admin(desk, slack, "BOSS", "language auto")
    assert language_of_request(asked, desk) == "pl"


def test_things_are_kept_for_the_shorter_of_two_times(desk, slack):
    say_admin(desk, slack, "BOSS", "retention 90")

    assert [kept_days(desk, days) for days in (None, 30, 365)] == [90, 30, 90]
    assert kept_days(replace(desk, workspace="T2"), None) is None
    say_admin(desk, slack, "BOSS", "retention off")
    assert [kept_days(desk, days) for days in (None, 30)] == [None, 30]


def test_a_workspace_can_let_researchers_alone_add(desk, slack):
    say_admin(desk, slack, "BOSS", "upload researcher")

    with pytest.raises(NotAllowed, match="upload-not-yours"):
        require_upload(request_of("ANA"), desk=desk, conversations=slack)
    require_upload(request_of("BOSS"), desk=desk, conversations=slack)
    assert local_reader(desk.workspace)


@pytest.mark.parametrize("language", ["en", "pl", "cs", "uk", "zh"])
def test_the_overview_tells_how_things_stand(desk, slack, language):
    say_admin(desk, slack, "BOSS", "@ana owner", U1="ana")
    say_admin(desk, slack, "BOSS", "retention 22")
    say_admin(desk, slack, "BOSS", "language pl")

    reply = overview(desk=desk, language=language)

    text, say = reply.text, desk.voice.say
    assert f"• ana: {say('rank-owner', language)}" in text
    assert "Polski" in text
    assert say("admin-retention", language, days=22) in text
    assert "/icp admin" in text
