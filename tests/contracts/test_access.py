"""Links, roles, installations and states: alike on SQLite and PostgreSQL."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from icpbot.adapters.store.crm import SqlCrm
from icpbot.adapters.store.installations import SqlInstallations, SqlStates
from icpbot.adapters.store.links import SqlLinks
from icpbot.adapters.store.roles import SqlRoles
from icpbot.adapters.store.vault import Vault
from icpbot.domain.crm import Connection, System
from icpbot.domain.errors import UsageError
from icpbot.domain.links import Link
from icpbot.domain.roles import Appointed, Role

NOW = datetime(2026, 3, 1, 12, 0, 0, 250_000, tzinfo=UTC)
HOUR = timedelta(hours=1)
OLD, NEW = "the old key, long enough", "the new key, long enough"
CONTENT = {"bot_token": "xoxb-secret", "bot_refresh_token": "xoxe-secret", "team_name": "Łódzkie Mleko"}


def link(link_id, workspace="T1", profile="Logistika", **changes):
    about = {"language": "cs", "audiences": ("channel:G1",), "made_by": "U1", "made_at": NOW,
             "expires_at": NOW + HOUR}  # fmt: skip
    return Link(id=link_id, workspace=workspace, profile=profile, **{**about, **changes})


def test_a_link_is_found_as_it_was_kept(engine):
    links = SqlLinks(engine)
    links.keep(link("a1"))

    assert links.link("a1") == link("a1")
    assert links.link("a2") is None


def test_revoking_ends_the_good_links_of_one_profile_of_one_workspace(engine):
    links = SqlLinks(engine)
    for one in (link("a1"), link("a2"), link("b1", profile="Pivovary"), link("c1", workspace="T2"),
                link("a3", expires_at=NOW - HOUR)):  # fmt: skip
        links.keep(one)

    assert links.revoke("T1", "Logistika", NOW) == 2
    assert links.revoke("T1", "Logistika", NOW) == 0
    ended = [i for i in ("a1", "a2", "a3", "b1", "c1") if links.link(i).revoked_at]
    assert ended == ["a1", "a2"]


def test_links_are_forgotten_a_quarter_after_their_end(engine):
    links = SqlLinks(engine)
    links.keep(link("a1", expires_at=NOW - timedelta(days=91)))
    links.keep(link("a2", expires_at=NOW - timedelta(days=89)))
    links.keep(link("a3"))

    assert [links.link(i) is None for i in ("a1", "a2", "a3")] == [True, False, False]


def test_a_person_has_one_role_in_each_workspace(engine):
    roles = SqlRoles(engine)

    def person(role):
        return Appointed(user="U1", role=role, name="Zoë", by="U9", at=NOW)

    roles.appoint("T1", person(Role.OWNER))
    roles.appoint("T1", person(Role.MEMBER))
    roles.appoint("T2", person(Role.OWNER))

    assert roles.appointed("T1") == [person(Role.MEMBER)]
    assert [p.role for p in roles.appointed("T2")] == [Role.OWNER]
    assert roles.appointed("T3") == []


def rows(engine):
    with engine.connect() as connection:
        return str(connection.execute(text("SELECT * FROM installations")).all())


def test_what_is_kept_of_an_installation_cannot_be_read_without_the_key(engine):
    SqlInstallations(engine, Vault([OLD])).keep("T1", CONTENT, NOW)

    assert SqlInstallations(engine, Vault([OLD])).content("T1") == CONTENT
    assert [word for word in ("xoxb", "xoxe", "secret", "Mleko") if word in rows(engine)] == []
    with pytest.raises(UsageError, match="secret-key-unknown"):
        SqlInstallations(engine, Vault([NEW])).content("T1")


def test_relocking_moves_every_row_to_the_first_key(engine):
    SqlInstallations(engine, Vault([OLD])).keep("T1", CONTENT, NOW)
    SqlInstallations(engine, Vault([OLD])).keep("T2", CONTENT, NOW)

    assert SqlInstallations(engine, Vault([NEW, OLD])).relock() == 2

    assert SqlInstallations(engine, Vault([NEW])).content("T2") == CONTENT


def test_an_end_drops_the_tokens_of_an_older_installation_alone(engine):
    kept = SqlInstallations(engine, Vault([OLD]))
    kept.keep("T1", CONTENT, NOW)
    kept.keep("T2", CONTENT, NOW)

    assert not kept.drop("T1", NOW - HOUR)
    assert kept.drop("T1", NOW + HOUR)
    assert not kept.drop("T1", NOW + HOUR)
    assert kept.teams() == ["T2"]
    assert kept.content("T1") is None


def test_renewed_tokens_belong_to_the_installation_they_were_renewed_for(engine):
    kept = SqlInstallations(engine, Vault([OLD]))
    kept.keep("T1", CONTENT, NOW)

    assert kept.renew("T1", {"bot_token": "xoxb-2"}, NOW)
    kept.keep("T1", {"bot_token": "xoxb-3"}, NOW + HOUR)
    assert not kept.renew("T1", {"bot_token": "xoxb-4"}, NOW)
    assert kept.content("T1") == {"bot_token": "xoxb-3"}
    kept.drop("T1", NOW + 2 * HOUR)
    assert not kept.renew("T1", {"bot_token": "xoxb-5"}, NOW + HOUR)
    assert kept.teams() == []


def test_a_team_that_removes_the_app_takes_the_token_of_its_crm_along(engine):
    crm, kept = SqlCrm(engine, [OLD]), SqlInstallations(engine, Vault([OLD]), lambda team: f"of {team}")
    connection = Connection(system=System.HUBSPOT, url="https://api.hubapi.com", connected_at=NOW)
    for workspace in ("of T1", "of T2"):
        crm.connect(workspace, connection, "pat-secret")
    kept.keep("T1", CONTENT, NOW)

    assert not kept.drop("T1", NOW - HOUR)
    assert crm.has_token("of T1")
    assert kept.drop("T1", NOW + HOUR)

    assert (crm.has_token("of T1"), crm.has_token("of T2")) == (False, True)
    assert crm.connection("of T1") == connection


def test_a_state_is_taken_once_by_whoever_comes_first(engine):
    states = SqlStates(engine, 600)
    states.keep("abc")
    taken = []
    threads = [threading.Thread(target=lambda: taken.append(states.take("abc"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(taken) == [False, False, False, True]
    assert not states.take("xyz")


def test_a_state_ends_and_is_swept_away(engine):
    moments = [NOW]
    states = SqlStates(engine, 600, lambda: moments[0])
    states.keep("early")
    states.keep("late")
    moments[0] = NOW + timedelta(seconds=600)

    assert not states.take("early")
    states.keep("other")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM install_states")).scalar() == 1
        assert "other" not in str(connection.execute(text("SELECT * FROM install_states")).all())
