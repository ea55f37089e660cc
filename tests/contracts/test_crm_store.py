"""What is kept of a CRM: alike on SQLite and PostgreSQL."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from icpbot.adapters.store.accounts import SqlAccounts
from icpbot.adapters.store.crm import SqlCrm
from icpbot.domain.accounts import Account, Fact, FactOrigin
from icpbot.domain.crm import Connection, Kind, Page, Progress, Record, System, Written
from icpbot.domain.customers import Customer
from icpbot.domain.errors import Conflict, UsageError
from icpbot.usecases.settling import Settled

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
OLD, NEW = "the old key, long enough", "the new key, long enough"
HUB = Connection(system=System.HUBSPOT, url="https://api.hubapi.com", connected_at=NOW)


def reading(run=1):
    at = Progress(full=True, since=None, started=NOW, lane="companies", touched=NOW)
    return HUB.model_copy(update={"run": run, "progress": at})


def organisation(number, name="Škoda Díly"):
    return Record(
        kind=Kind.ORGANISATION, id=str(number), name=name, fields={"Obor": "Logistika"}, updated=NOW
    )


def settled(account_id, *, name="Škoda Díly", customer=False, made=True, attributes=("industry",)):
    account = Account(id=account_id, workspace="T1", name=name)
    facts = tuple(Fact(attribute=a, value="x", origin=FactOrigin.CRM) for a in attributes)
    row = Customer(account=name, metrics={"margin": 1.0}) if customer else None
    written = Written(attributes=attributes, customer=customer, made=made, digest="d", records=("1",))
    return Settled(account=account, facts=facts, customer=row, written=written)


@pytest.fixture
def kept(engine):
    store = SqlCrm(engine, [OLD])
    store.connect("T1", HUB, "pat-secret-žluťoučký")
    return store


def test_a_token_is_found_by_its_workspace_alone(kept):
    assert kept.token("T1") == "pat-secret-žluťoučký"
    assert kept.token("T2") is None
    assert (kept.has_token("T1"), kept.has_token("T2")) == (True, False)


def test_a_token_is_nowhere_in_clear(kept, engine):
    with engine.connect() as connection:
        rows = connection.execute(text("select * from crm_connections")).all()

    assert "pat-secret" not in str(rows)


def test_a_token_needs_a_key_and_its_own(kept, engine):
    with pytest.raises(UsageError, match="setting-missing"):
        SqlCrm(engine, []).connect("T2", HUB, "token")
    with pytest.raises(UsageError, match="setting-missing"):
        SqlCrm(engine, []).token("T1")
    with pytest.raises(UsageError, match="secret-key-unknown"):
        SqlCrm(engine, [NEW]).token("T1")


def test_the_key_is_changed_without_a_new_connection(kept, engine):
    assert SqlCrm(engine, [NEW, OLD]).relock() == 1
    assert SqlCrm(engine, [NEW]).token("T1") == "pat-secret-žluťoučký"


def test_a_page_and_the_place_are_kept_together_and_counted(kept):
    kept.take("T1", "me")
    page = Page(records=(organisation(1), organisation(2)), next="2")
    assert kept.save_page("T1", "me", reading(), page) == (2, 0)
    again = Page(records=(organisation(1), organisation(2, "Škoda Auto")), gone=((Kind.ORGANISATION, "1"),))
    assert kept.save_page("T1", "me", reading(), again) == (1, 1)

    assert [each.name for each in kept.records("T1", Kind.ORGANISATION)] == ["Škoda Auto"]
    assert kept.connection("T1").progress.counts.model_dump() == {
        "read": 2,
        "changed": 1,
        "deleted": 1,
        "skipped": {},
    }
    assert kept.records("T2", Kind.ORGANISATION) == []


def test_who_no_longer_holds_it_writes_neither_place_nor_page(kept):
    kept.take("T1", "me")
    kept.take("T1", "another")

    with pytest.raises(Conflict):
        kept.save_page("T1", "me", reading(), Page(records=(organisation(1),)))
    assert kept.counted("T1") == {}


def test_ids_come_in_order_after_the_last_one(kept):
    kept.take("T1", "me")
    kept.save_page("T1", "me", reading(), Page(records=tuple(organisation(n) for n in (3, 20, 100))))

    first = kept.ids("T1", Kind.ORGANISATION, after=None, limit=2)
    assert sorted([*first, *kept.ids("T1", Kind.ORGANISATION, after=first[-1], limit=2)]) == [
        "100",
        "20",
        "3",
    ]


def test_what_a_whole_reading_did_not_meet_goes(kept):
    kept.take("T1", "me")
    kept.save_page("T1", "me", reading(1), Page(records=(organisation(1), organisation(2))))
    kept.save_page("T1", "me", reading(2), Page(records=(organisation(2),)))

    assert kept.drop_unseen("T1", 2) == 1
    assert kept.counted("T1") == {"organisation": 1}


def test_what_is_written_anew_takes_back_what_is_not_said_any_more(kept, engine):
    accounts = SqlAccounts(engine)
    kept.settle("T1", [settled("a1", customer=True, attributes=("industry", "country"))])
    kept.settle("T1", [settled("a1", attributes=("industry",))])

    assert [fact.attribute for fact in accounts.facts("a1")] == ["industry"]
    assert accounts.customers("T1") == []


def test_withdrawing_leaves_what_others_know(kept, engine):
    accounts = SqlAccounts(engine)
    kept.settle(
        "T1", [settled("a1"), settled("a2", name="Нова Пошта"), settled("a3", name="绿叶", made=False)]
    )
    accounts.save(
        Account(id="a2", workspace="T1", name="Нова Пошта"),
        [Fact(attribute="country", value="UA", origin=FactOrigin.REP)],
    )
    kept.withdraw("T1", ["a1", "a2", "a3", "never"])

    assert {a.id for a in accounts.accounts("T1")} == {"a2", "a3"}
    assert [fact.attribute for fact in accounts.facts("a2")] == ["country"]
    assert kept.written("T1") == {}


def test_another_system_begins_from_nothing_and_the_same_one_does_not(kept):
    kept.take("T1", "me")
    kept.save_page("T1", "me", reading(), Page(records=(organisation(1),)))
    kept.connect("T1", HUB, None)
    assert kept.counted("T1") == {"organisation": 1}

    kept.connect(
        "T1", HUB.model_copy(update={"system": System.PIPEDRIVE, "url": "https://api.pipedrive.com"}), None
    )
    assert kept.counted("T1") == {}
