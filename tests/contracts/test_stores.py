"""What every store does, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from icpbot.adapters.store import schema
from icpbot.adapters.store.accounts import SqlAccounts
from icpbot.adapters.store.profiles import SqlProfiles
from icpbot.adapters.store.requests import SqlRequests
from icpbot.adapters.store.sources import SqlSources
from icpbot.domain.accounts import Account, Fact, FactOrigin
from icpbot.domain.customers import Customer
from icpbot.domain.draft import Draft
from icpbot.domain.errors import Conflict, NotFound
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import Insight, InsightKind
from icpbot.domain.likeness import sketch
from icpbot.domain.passages import split
from icpbot.domain.profile import Criterion, Profile, Range
from icpbot.domain.requests import Place, Request, RequestKind, RequestStatus
from icpbot.domain.sources import Kind, Origin, Reader, Source, SpeakerRole, Turn, local_reader
from icpbot.domain.themes import Asked
from icpbot.domain.values import Amount

NOW = datetime(2026, 3, 12, 10, 30, tzinfo=UTC)


def source(name="s1", *, workspace="w", audience="workspace", text="Dvě hodiny denně přepisujeme listy."):
    return Source(
        id=name, workspace=workspace, path=f"/{name}.txt", kind=Kind.INTERVIEW, origin=Origin.FIRST_HAND,
        audience=audience, content_hash=name, added_at=NOW, language="cs", date=date(2026, 3, 12), account="Kolos",
        turns=(Turn(speaker="Rada", text="Co bolí?", start=0.5), Turn(speaker="Jana", text=text, start=2.0)),
        roles={"Rada": SpeakerRole.INTERVIEWER, "Jana": SpeakerRole.CUSTOMER},
    )  # fmt: skip


def insight(of):
    start = of.text.index("Dvě")
    quote = Quote(source_id=of.id, start=start, end=len(of.text), text=of.text[start:])
    return Insight(id=f"i-{of.id}", workspace=of.workspace, source_id=of.id, kind=InsightKind.PAIN, text=quote.text,
                   quote=quote, audience=of.audience, account=of.account, date=of.date)  # fmt: skip


def stored(store, of, **more):
    store.add(
        of,
        split(of),
        [insight(of)],
        [Asked(source_id=of.id, account=of.account, kind=InsightKind.PAIN)],
        marks=sketch(of),
        **more,
    )


class TestSources:
    @pytest.fixture
    def store(self, engine):
        return SqlSources(engine)

    def test_a_list_reads_what_was_said_only_when_somebody_looks(self, store, engine):
        stored(store, source())
        read = []
        event.listen(engine, "before_cursor_execute", lambda *about: read.append("turns" in about[2]))

        listed = store.all(local_reader("w"))

        assert not any(read)
        assert listed[0].turns == source().turns
        assert listed[0].text == source().text
        assert sum(read) == 1
        assert store.all(local_reader("w"))[0].speakers == ["Rada", "Jana"]
        assert sum(read) == 1

    def test_a_source_in_a_list_that_is_gone_by_now_says_nothing(self, store, engine):
        stored(store, source())
        listed = store.all(local_reader("w"))
        SqlSources(engine).remove(["s1"])

        assert len(listed[0].turns) == 0

    def test_a_source_comes_back_as_it_went_in(self, store):
        stored(store, source())

        assert store.get("s1") == source()
        assert store.passages_of("s1") == split(source())
        assert store.insights(local_reader("w")) == [insight(source())]
        assert store.asked(local_reader("w"))[0].kind is InsightKind.PAIN

    def test_what_says_nearly_the_same_is_near_whatever_it_is_called(self, store):
        words = (
            "Každý den přepisujeme dodací listy do systému a řidiči ztrácejí podepsané papíry cestou domů."
        )
        long = " ".join(f"{word}{n}" for n in range(8) for word in words.split())
        other = " ".join(f"{word}{n + 50}" for n in range(8) for word in words.split())
        for name, workspace, text in (("s1", "w", long), ("s2", "other", long), ("s3", "w", other)):
            stored(store, source(name, workspace=workspace, text="Dvě hodiny. " + text))

        corrected = source("s9", text=long.replace("domů3", "domov3"))
        [(near, marks)] = store.near(corrected, sketch(corrected))

        assert near.id == "s1"
        assert marks == sketch(near)

    def test_a_source_that_was_read_before_sketches_gets_one(self, store, engine):
        long = " ".join(f"slovo{n}" for n in range(60))
        stored(store, source(text="Dvě. " + long))
        with engine.begin() as connection:
            connection.execute(schema.sketches.delete())

        again = source("s9", text=long)
        assert [one.id for one, _ in store.near(again, sketch(again))] == ["s1"]

    def test_a_removed_source_takes_its_sketch_along(self, store, engine):
        stored(store, source())

        store.remove(["s1"])

        assert store.sweep()
        with engine.begin() as connection:
            assert list(connection.execute(schema.sketches.select())) == []

    def test_nothing_crosses_workspaces(self, store):
        stored(store, source("s1", workspace="w"))
        stored(store, source("s2", workspace="other"))

        assert [s.id for s in store.all(local_reader("w"))] == ["s1"]
        assert [i.source_id for i in store.insights(local_reader("other"))] == ["s2"]

    def test_a_reader_sees_only_what_their_audiences_hold(self, store):
        stored(store, source("s1"))
        stored(store, source("s2", audience="channel:C1"))
        stored(store, source("s3", audience="channel:C2"))

        reader = Reader(workspace="w", audiences=frozenset({"channel:C1"}))

        assert {s.id for s in store.all(reader)} == {"s1", "s2"}
        assert {i.source_id for i in store.insights(reader)} == {"s1", "s2"}
        assert {a.source_id for a in store.asked(reader)} == {"s1", "s2"}

    def test_a_replaced_source_goes_with_all_that_hung_on_it(self, store):
        stored(store, source("s1"))
        stored(store, source("s2"), replaces=["s1"])

        assert store.get("s1") is None
        assert store.passages_of("s1") == []
        assert {i.source_id for i in store.insights(local_reader("w"))} == {"s2"}

    def test_a_removed_source_leaves_no_row(self, store):
        stored(store, source("s1"))

        store.remove(["s1"])

        assert store.all(local_reader("w")) == []
        assert store.insights(local_reader("w")) == []
        assert store.passages([p.id for p in split(source())]) == {}

    def test_a_corrected_account_and_audience_reach_the_insights(self, store):
        stored(store, source("s1"))

        store.update(source("s1").model_copy(update={"account": "Other", "audience": "channel:C1"}))

        assert store.insights(local_reader("w"))[0].account == "Other"
        assert store.insights(Reader(workspace="w")) == []


class TestAccounts:
    @pytest.fixture
    def store(self, engine):
        return SqlAccounts(engine)

    def account(self, name="Kolos"):
        return Account(id=f"a-{name}", workspace="w", name=name)

    def test_facts_of_one_origin_replace_each_other_and_origins_stand_side_by_side(self, store):
        crm = Fact(attribute="employees", value=180.0, origin=FactOrigin.CRM, date=date(2026, 1, 1))
        store.save(self.account(), [crm])
        store.save(self.account(), [crm.model_copy(update={"value": 200.0})])
        store.save(
            self.account(), [Fact(attribute="employees", value=Amount(number=210), origin=FactOrigin.REP)]
        )

        facts = {f.origin: f.value for f in store.facts("a-Kolos")}

        assert facts == {FactOrigin.CRM: 200.0, FactOrigin.REP: Amount(number=210)}

    def test_the_customer_table_keeps_types(self, store):
        customer = Customer(
            account="Kolos", attributes={"own_fleet": True, "tech": ("SAP", "Excel")}, metrics={"ltv": 1.5}
        )

        store.save_customers("w", [(self.account(), customer, [])])
        store.save_customers("w", [(self.account(), customer, [])])

        assert store.customers("w") == [customer]
        assert store.customers("other") == []

    def test_settings_and_deals_are_replaced_whole(self, store):
        store.save_deals("w", [{"account": "A"}, {"account": "B"}])
        store.save_deals("w", [{"account": "C"}])
        store.save_setting("w", "best", {"accounts": ["A"]})
        store.save_setting("w", "best", {"accounts": ["B"]})

        assert store.deals("w") == [{"account": "C"}]
        assert store.setting("w", "best") == {"accounts": ["B"]}
        assert store.setting("w", "none") is None


class TestProfiles:
    @pytest.fixture
    def store(self, engine):
        return SqlProfiles(engine)

    def profile(self, version=1, low=50):
        criteria = (Criterion(attribute="employees", ideal=Range(min=low)),)
        return Profile(name="Mid-market", version=version, criteria=criteria)

    def test_versions_pile_up_and_the_newest_is_listed(self, store):
        store.save("w", self.profile(1), expected=0)
        store.save("w", self.profile(2, low=60), expected=1)

        assert [p.version for p in store.versions("w", "Mid-market")] == [2, 1]
        assert store.profiles("w") == [self.profile(2, low=60)]
        assert store.profiles("other") == []

    def test_an_edit_of_an_outdated_version_is_refused_not_lost(self, store):
        store.save("w", self.profile(1), expected=0)
        store.save("w", self.profile(2, low=60), expected=1)

        with pytest.raises(Conflict):
            store.save("w", self.profile(2, low=70), expected=1)

        assert store.versions("w", "Mid-market")[0] == self.profile(2, low=60)

    def test_what_is_said_of_a_version_by_several_at_once_is_all_kept(self, store):
        store.save("w", self.profile(1), expected=0)

        def add(word):
            store.amend(
                "w", "Mid-market", 1,
                lambda p: p.model_copy(update={"decided_why": f"{p.decided_why or ''}{word}"}),
            )  # fmt: skip

        with ThreadPoolExecutor(8) as people:
            list(people.map(add, "abcdefgh"))

        assert sorted(store.versions("w", "Mid-market")[0].decided_why) == list("abcdefgh")
        with pytest.raises(NotFound):
            store.amend("other", "Mid-market", 1, lambda p: p)

    def test_a_draft_is_kept_per_conversation(self, store):
        draft = Draft(id="d1", workspace="w", profile=self.profile())

        store.save_draft("C1/1.0", draft)
        store.save_draft("C1/1.0", draft.model_copy(update={"paused": True}))

        assert store.draft("w", "C1/1.0").paused is True
        assert store.draft("w", "C2/1.0") is None


class TestRequests:
    @pytest.fixture
    def store(self, engine):
        return SqlRequests(engine)

    def request_of(self, name="T1:E1"):
        return Request(id=name, workspace="w", kind=RequestKind.MESSAGE, text="co bolí?", asked_at=NOW,
                       place=Place(channel="C1", user="U1"))  # fmt: skip

    def test_the_same_event_is_recorded_once(self, store):
        assert store.receive(self.request_of()) is True
        assert store.receive(self.request_of()) is False
        assert store.requests("w") == [self.request_of()]

    def test_an_ended_request_is_found_by_its_status(self, store):
        store.receive(self.request_of())
        ended = self.request_of().model_copy(
            update={"status": RequestStatus.ANSWERED, "ended_at": NOW, "answer": "…"}
        )

        store.update_request(ended)

        assert store.requests("w", "answered") == [ended]
        assert store.requests("w", "received") == []

    def test_a_thread_is_what_was_asked_in_it_for_everybody_to_see(self, store):
        root = self.asked("1", Place(channel="C1", user="U1", message="10.0"))
        later = self.asked("2", Place(channel="C1", user="U2", thread="10.0", message="11.0"))
        for request in (
            later, root,
            self.asked("3", Place(channel="C2", user="U1", thread="10.0", message="12.0")),
            self.asked("4", Place(channel="C1", user="U1", thread="13.0", message="14.0")),
            self.asked("5", Place(channel="C1", user="U1", thread="10.0", message="15.0", private=True)),
            self.asked("6", Place(channel="C1", user="U1", thread="10.0"), workspace="other"),
            self.asked("7", Place(channel="C1", user="U1", thread="10.0"), days=2),
        ):  # fmt: skip
            store.receive(request)

        assert store.said_in("w", "C1", "10.0", NOW - timedelta(days=1)) == [root, later]

    def asked(self, name, place, *, workspace="w", days=0):
        return self.request_of(name).model_copy(
            update={"place": place, "workspace": workspace,
                    "asked_at": NOW + timedelta(seconds=int(name)) - timedelta(days=days)}
        )  # fmt: skip
