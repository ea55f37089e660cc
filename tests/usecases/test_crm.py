"""A CRM is read over real HTTP into a real store: whole, in parts, cut short, corrected, let go of."""

import csv
import io
from datetime import timedelta

import pytest
import yaml
from crm_servers import TOKEN, Fault, HubSpot, Pipedrive, served

from icpbot.adapters.crm import hubspot, pipedrive
from icpbot.adapters.crm.http import Waiting
from icpbot.domain.errors import Conflict, IcpbotError, NotFound, Unavailable, UsageError
from icpbot.domain.sources import local_reader
from icpbot.usecases import crm, customers, profiles
from icpbot.usecases.fit import check
from icpbot.usecases.noting import note_for, write
from icpbot.usecases.showing.crm import receipt_lines

COMPANIES = [
    ("Żabka Polska sp. z o.o.", "Retail", 240, "PL", 91000), ("Škoda Díly s.r.o.", "Logistics", 180, "CZ", 84000),
    ("Нова Пошта ТОВ", "Logistics", 410, "UA", 77000), ("上海顺丰物流有限公司", "Logistics", 350, "CN", 69000),
    ("Kawa i Spółka SA", "Gambling", 12, "PL", 2000), ("Pekárna U Mlýna", "Food", 25, "CZ", 3000),
    ("Рибний Двір", "Food", 18, "UA", 2500), ("绿叶茶业有限公司", "Food", 30, "CN", 4000),
    ("Óscar Muebles SL", "Retail", 60, "ES", 12000), ("Łódzkie Mleko", "Food", 44, "PL", 5000),
    ("Brněnské Sítě a.s.", "Logistics", 90, "CZ", 52000), ("Karpaty Trans", "Logistics", 70, "UA", 48000),
]  # fmt: skip
INDUSTRIES = dict(enumerate(sorted({row[1] for row in COMPANIES}), 11))
CODE = {
    title: f"{n:x}" * 40 for n, title in enumerate(("Branża", "员工人数", "Country", "Lifetime value"), 10)
}


def patient():
    return Waiting(sleep=lambda _: None)


def filled(server):
    """The companies, with fields of the team's own under forty signs, and deals."""
    by_name = {name: number for number, name in INDUSTRIES.items()}
    server.add_field("name", "Name")
    server.add_field(CODE["Branża"], "Branża", "enum", INDUSTRIES)
    server.add_field(CODE["员工人数"], "员工人数", "double")
    server.add_field(CODE["Country"], "Country")
    server.add_field(CODE["Lifetime value"], "Lifetime value", "monetary")
    for number, (name, industry, people, country, worth) in enumerate(COMPANIES, 1):
        custom = {CODE["Branża"]: by_name[industry], CODE["员工人数"]: people, CODE["Country"]: country,
                  CODE["Lifetime value"]: {"value": worth, "currency": "EUR"}, "f" * 40: "never told of"}  # fmt: skip
        server.organisation(number, name, custom=custom)
        server.deal(100 + number, number, "won" if worth > 10000 else "lost", worth)
    return server


@pytest.fixture
def pipe():
    with served(filled(Pipedrive(page=5))) as server:
        yield server


@pytest.fixture
def hub():
    server = HubSpot(page=5, ceiling=4)
    server.add_property(
        "industry",
        "Industry",
        own=False,
        options={"LOGISTICS": "Logistics", "RETAIL": "Retail", "FOOD": "Food", "GAMBLING": "Gambling"},
    )
    server.add_property("numberofemployees", "Number of Employees", own=False, type="number")
    server.add_property("annualrevenue", "Annual Revenue", own=False, type="number", showCurrencySymbol=True)
    server.add_property("country", "Country/Region", own=False)
    server.add_property("hubspot_owner_id", "Company owner", own=False, referencedObjectType="OWNER")
    server.add_property("dostep_do_rampy", "Dostęp do rampy", options={"a": "Tak", "n": "Nie"})
    for number, (name, industry, people, country, worth) in enumerate(COMPANIES, 1):
        server.company(number, name, industry=industry.upper(), numberofemployees=str(people), country=country,
                       annualrevenue=str(worth * 100), hubspot_owner_id="77", dostep_do_rampy="a")  # fmt: skip
        stage = "closedwon" if worth > 10000 else "closedlost"
        server.deal(100 + number, [(number + 1, 341), (number, 5)], stage, str(worth))
    with served(server):
        yield server


def opened(server, token=TOKEN):
    kind = pipedrive.Pipedrive if isinstance(server, Pipedrive) else hubspot.HubSpot
    return kind(token, server.url, patient())


@pytest.fixture
def read(desk):
    """Connect once, then read."""
    systems = []

    def sync(server, **how):
        system = opened(server)
        systems.append(system)
        if desk.crm.connection(desk.workspace) is None:
            crm.connect(system, desk=desk, token=None)
        return crm.sync(system, desk=desk, **how)

    yield sync
    for system in systems:
        system.close()


def with_profile(text, desk):
    profiles.save(profiles.parse(yaml.safe_load(text), desk.knowledge.catalogue()), desk=desk)


def known_of(name, desk):
    account = next(a for a in desk.accounts.accounts(desk.workspace) if a.name == name)
    return {fact.attribute: fact for fact in desk.accounts.facts(account.id)}


def test_everything_is_read_page_by_page_and_options_become_words(pipe, desk, read):
    receipt = read(pipe)

    facts = known_of("Нова Пошта ТОВ", desk)
    assert (facts["industry"].value, facts["employees"].value, facts["country"].value) == (
        "Logistics",
        410.0,
        "UA",
    )
    assert {fact.origin for fact in facts.values()} == {"crm"}
    assert facts["industry"].date.isoformat() == pipe.stamp()[:10]
    assert (receipt.full, receipt.counts.read, receipt.accounts, receipt.deals) == (True, 24, 12, 12)
    assert receipt.mapping.attributes["industry"] == "Branża"
    assert receipt.mapping.metrics == {"lifetime_value": "Lifetime value"}
    pages = [
        asked
        for asked in pipe.asked
        if asked.path == "/api/v2/organizations" and asked.params["limit"] == "500"
    ]
    assert [asked.params.get("cursor") for asked in pages] == [None, "c5", "c10"]


def test_traits_and_verdicts_equal_those_of_the_same_table(
    pipe, make_desk, tmp_path, shortest_profile, read, desk
):
    read(pipe)
    other = make_desk(tmp_path / "other")
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["name", "industry", "employees", "country", "lifetime_value"])
    rows.writerows(COMPANIES)
    customers.import_table("customers.csv", text.getvalue().encode(), desk=other)

    both = []
    for each in (desk, other):
        with_profile(shortest_profile, each)
        fits = check([row[0] for row in COMPANIES], local_reader(each.workspace), desk=each)
        both.append(
            (
                customers.traits(desk=each),
                [(f.report.account, f.report.verdict, f.report.score) for f in fits],
            )
        )
    assert both[0] == both[1]
    assert len({verdict for _, verdict, _ in both[0][1]}) > 1


def test_what_changed_alone_is_asked_for_and_written(pipe, desk, read):
    read(pipe)
    pipe.tick(86_400)
    pipe.organizations[3]["custom_fields"][CODE["员工人数"]] = 505
    pipe.organizations[3]["update_time"] = pipe.stamp()
    pipe.asked.clear()

    receipt = read(pipe)

    assert (receipt.full, receipt.counts.changed, receipt.accounts) == (False, 1, 1)
    assert known_of("Нова Пошта ТОВ", desk)["employees"].value == 505.0
    assert all(asked.params.get("updated_since") for asked in pipe.asked if asked.path == "/api/v2/deals")


def test_a_reading_without_changes_changes_nothing(pipe, desk, read):
    read(pipe)
    before = [desk.accounts.facts(a.id) for a in desk.accounts.accounts(desk.workspace)]

    receipt = read(pipe)

    assert (receipt.counts.changed, receipt.accounts, receipt.removed) == (0, 0, 0)
    assert [desk.accounts.facts(a.id) for a in desk.accounts.accounts(desk.workspace)] == before


def test_deleted_organisations_and_deals_are_taken_back(pipe, desk, read):
    read(pipe)
    pipe.tick(86_400)
    del pipe.organizations[5]
    pipe.deals[101].update(is_deleted=True, update_time=pipe.stamp())

    receipt = read(pipe)

    names = {a.name for a in desk.accounts.accounts(desk.workspace)}
    assert "Kawa i Spółka SA" not in names
    assert len(names) == 11
    assert (receipt.counts.deleted, receipt.removed, receipt.deals) == (2, 1, 10)
    assert receipt.counts.skipped == {"no-organisation": 1}
    assert "Żabka Polska sp. z o.o." not in {row["account"] for row in desk.accounts.deals(desk.workspace)}


def test_a_full_reading_finds_what_silently_went(pipe, desk, read):
    read(pipe)
    del pipe.organizations[6], pipe.deals[106]

    receipt = read(pipe, full=True)

    assert (receipt.full, receipt.counts.deleted, receipt.removed) == (True, 2, 1)


def stored(desk):
    """All that the CRM has left in the store."""
    accounts = desk.accounts.accounts(desk.workspace)
    return [[desk.accounts.facts(a.id) for a in accounts], desk.accounts.deals(desk.workspace),
            desk.accounts.customers(desk.workspace)]  # fmt: skip


@pytest.mark.parametrize("full", [False, True])
def test_a_token_that_suddenly_sees_little_takes_nothing_back_until_a_person_says_so(pipe, desk, read, full):
    read(pipe)
    before, hidden = stored(desk), dict(pipe.organizations)
    for number in range(1, 11):
        del pipe.organizations[number]

    held = read(pipe, full=full)

    assert (held.held.accounts, held.held.of_accounts, held.removed) == (10, 12, 0)
    assert stored(desk) == before
    assert "--allow-removals" in " ".join(receipt_lines(held, desk=desk, language="cs"))

    pipe.organizations.update(hidden)
    back = read(pipe)
    assert (back.full, back.held, back.accounts, back.removed) == (True, None, 0, 0)
    assert stored(desk) == before

    for number in range(1, 11):
        del pipe.organizations[number]
    allowed = read(pipe, removals=True)
    assert (allowed.held, allowed.removed) == (None, 10)
    assert len(desk.accounts.accounts(desk.workspace)) == 2


def test_deals_that_are_all_hidden_leave_customers_as_they_are(pipe, desk, read):
    read(pipe)
    before = stored(desk)
    pipe.deals.clear()

    receipt = read(pipe, full=True)

    assert (receipt.held.deals, receipt.held.of_deals, receipt.deals) == (12, 12, 12)
    assert stored(desk) == before


def test_what_was_settled_is_not_settled_again_until_something_else_is_said(pipe, desk, read, monkeypatch):
    settled = []
    first = read(pipe)
    monkeypatch.setattr("icpbot.usecases.settling.guess_mapping", lambda *_: settled.append(1))

    again = read(pipe, full=True)

    assert not settled
    assert again.model_copy(update={"ended": first.ended, "accounts": 12, "counts": first.counts}) == first
    monkeypatch.undo()
    assert read(pipe, told={"segment": "Branża"}).accounts == 12


def test_what_others_know_of_an_account_outlives_its_deletion(pipe, desk, read):
    read(pipe)
    account = next(a for a in desk.accounts.accounts(desk.workspace) if a.name == "Pekárna U Mlýna")
    from icpbot.domain.accounts import Fact, FactOrigin

    desk.accounts.save(account, [Fact(attribute="employees", value=31.0, origin=FactOrigin.REP)])
    del pipe.organizations[6]

    read(pipe)

    assert {f.origin for f in desk.accounts.facts(account.id)} == {FactOrigin.REP}


class Killed(BaseException):
    pass


@pytest.mark.parametrize("at", range(1, 7))
def test_a_reading_killed_after_any_page_goes_on_there(pipe, desk, read, at):
    pages = []

    def kill(progress):
        pages.append(progress)
        if len(pages) == at:
            raise Killed

    with pytest.raises(Killed):
        read(pipe, on_page=kill)
    asked = len(pipe.asked)
    receipt = read(pipe)

    whole = [
        each
        for each in pipe.asked
        if each.path in {"/api/v2/organizations", "/api/v2/deals"} and each.params.get("limit") == "500"
    ]
    assert (receipt.full, receipt.counts.read, receipt.accounts, receipt.deals) == (True, 24, 12, 12)
    assert len(whole) == 6, "no page was asked for twice"
    assert asked < len(pipe.asked)


def test_records_that_change_between_two_pages_are_neither_lost_nor_doubled(pipe, desk, read):
    def rename(server, asked):
        if asked.params.get("cursor") == "c5" and asked.path.endswith("organizations"):
            server.between = None
            server.tick(30)
            server.organizations[1]["name"] = "Żabka Group SA"
            server.organizations[1]["update_time"] = server.stamp()
            server.organisation(40, "Nowa Firma sp. z o.o.")

    pipe.between = rename
    read(pipe)
    read(pipe)

    names = [a.name for a in desk.accounts.accounts(desk.workspace)]
    assert "Żabka Group SA" in names
    assert "Żabka Polska sp. z o.o." not in names
    assert names.count("Nowa Firma sp. z o.o.") == 1


def test_a_place_that_has_grown_old_means_the_lane_is_read_again(pipe, desk, read):
    def kill(progress):
        raise Killed

    with pytest.raises(Killed):
        read(pipe, on_page=kill)
    connection = desk.crm.take(desk.workspace, "me")
    old = connection.progress.model_copy(update={"cursor": "expired"})
    desk.crm.save(desk.workspace, "me", connection.model_copy(update={"progress": old}))

    assert read(pipe).accounts == 12


def test_a_second_reading_takes_over_and_the_first_one_stops(pipe, desk, read):
    began = []

    def other(progress):
        if not began:
            began.append(True)
            read(pipe)

    with pytest.raises(Conflict, match="crm-taken-over"):
        read(pipe, on_page=other)
    assert len(desk.accounts.accounts(desk.workspace)) == 12


def test_odd_records_are_left_out_with_the_reason(pipe, desk, read):
    pipe.organisation(50, "   ")
    pipe.organisation(51, "ZABKA Polska Sp. z o. o.")
    pipe.organizations[52] = {"name": "without an id", "update_time": pipe.stamp()}
    pipe.deal(200, None, "won", 10)
    pipe.deal(201, 9999, "won", 10)

    receipt = read(pipe)

    assert receipt.counts.skipped == {"no-name": 1, "duplicate": 1, "unreadable": 1, "no-organisation": 2}
    assert receipt.accounts == 12


def test_the_mapping_is_corrected_and_stays_corrected(pipe, desk, read):
    code = "9" * 40
    pipe.add_field(code, "Główna działalność")
    for number in pipe.organizations:
        pipe.organizations[number]["custom_fields"][code] = "Aquaculture"
    assert read(pipe).mapping.attributes["industry"] == "Branża"
    crm.known_fields({"industry": "Główna działalność"}, desk=desk)

    assert (
        read(pipe, told={"industry": "Główna działalność"}).mapping.attributes["industry"]
        == "Główna działalność"
    )
    assert read(pipe).mapping.attributes["industry"] == "Główna działalność"
    assert known_of("Рибний Двір", desk)["industry"].value == "Aquaculture"
    with pytest.raises(UsageError, match="crm-field-unknown"):
        crm.known_fields({"industry": "Nope"}, desk=desk)


def test_won_deals_tell_who_is_best_where_there_are_no_figures(pipe, desk, read):
    for each in pipe.organizations.values():
        del each["custom_fields"][CODE["Lifetime value"]]
    pipe.deal(300, 2, "won", 20000)

    receipt = read(pipe)

    ranked = customers.best(desk=desk)
    assert receipt.customers == len([c for c in COMPANIES if c[4] > 10000])
    assert ranked[0].metrics["lifetime_value"] == 104000.0
    assert ranked[0].account == "Škoda Díly s.r.o."


def test_deals_in_several_currencies_are_not_added_up(pipe, desk, read):
    for each in pipe.organizations.values():
        del each["custom_fields"][CODE["Lifetime value"]]
    pipe.deal(300, 2, "won", 20000, currency="CZK")

    read(pipe)

    rows = desk.accounts.customers(desk.workspace)
    assert all("lifetime_value" not in row.metrics for row in rows)
    amounts = {row["amount"] for row in desk.accounts.deals(desk.workspace)}
    assert {"20000 CZK", "91000 EUR"} <= amounts


def test_deals_of_imported_tables_stay(pipe, desk, read):
    desk.accounts.save_deals(desk.workspace, [{"account": "Elsewhere", "status": "lost"}])

    read(pipe)
    read(pipe)

    rows = desk.accounts.deals(desk.workspace)
    assert rows[0] == {"account": "Elsewhere", "status": "lost"}
    assert len(rows) == 13


def test_one_workspace_sees_nothing_of_another(pipe, desk, read):
    from dataclasses import replace

    read(pipe)
    other = replace(desk, workspace="T2")

    assert other.accounts.accounts("T2") == []
    assert other.crm.counted("T2") == {}
    with pytest.raises(NotFound):
        crm.sync(opened(pipe), desk=other)
    with pytest.raises(NotFound):
        crm.disconnect(desk=other, forget=True)
    assert len(desk.accounts.accounts(desk.workspace)) == 12


def test_hubspot_is_read_with_labels_currency_and_primary_companies(hub, desk, read):
    receipt = read(hub)

    facts = known_of("上海顺丰物流有限公司", desk)
    assert (facts["industry"].value, facts["employees"].value) == ("Logistics", 350.0)
    assert (facts["revenue"].value.number, facts["revenue"].value.currency) == (6_900_000.0, "CZK")
    assert facts["dostep_do_rampy"].value is True
    assert not any("owner" in attribute for attribute in facts)
    rows = {row["crm id"]: row for row in desk.accounts.deals(desk.workspace)}
    assert (rows["101"]["account"], rows["101"]["status"], rows["101"]["stage"]) == (
        "Żabka Polska sp. z o.o.",
        "won",
        "Vyhráno",
    )
    assert rows["101"]["amount"] == "91000 CZK"
    assert (rows["105"]["status"], receipt.accounts, receipt.counts.read) == ("lost", 12, 24)


def test_hubspots_ceiling_of_results_hides_no_change(hub, desk, read):
    read(hub)
    hub.tick(86_400)
    for number in range(200, 460):
        hub.company(number, f"Nowa {number} sp. z o.o.")
    hub.ceiling = 150

    receipt = read(hub)

    assert (receipt.full, receipt.counts.changed, receipt.accounts) == (False, 260, 260)


def test_hubspots_archived_companies_are_taken_back(hub, desk, read):
    read(hub)
    hub.tick(3600)
    hub.archive("companies", 5)
    hub.archive("deals", 101)

    receipt = read(hub)

    assert (receipt.counts.deleted, receipt.removed, receipt.deals) == (2, 1, 10)
    assert "Kawa i Spółka SA" not in {a.name for a in desk.accounts.accounts(desk.workspace)}


@pytest.mark.parametrize("world", ["pipe", "hub"])
def test_a_note_is_written_once_and_again_when_the_verdict_is_another(
    world, request, desk, read, shortest_profile
):
    server = request.getfixturevalue(world)
    read(server)
    with_profile(shortest_profile, desk)
    system = opened(server)

    note = note_for("zabka polska", desk=desk)
    assert [write(note, system), write(note_for("zabka polska", desk=desk), system)] == [True, False]
    told = desk.profiles.profiles(desk.workspace)[0]
    with_profile(shortest_profile.replace("min: 50, max: 500", "min: 300, max: 500"), desk)
    assert write(note_for("zabka polska", desk=desk), system) is True

    bodies = (
        [n["content"] for n in server.notes.values()]
        if world == "pipe"
        else [n["properties"]["hs_note_body"] for n in server.objects["notes"].values()]
    )
    assert len(bodies) == 2
    assert told.name in bodies[0]
    assert note.marker in bodies[0]
    assert "<br>" in bodies[0]
    system.close()


def test_a_note_whose_answer_was_lost_is_not_written_twice(pipe, desk, read, shortest_profile):
    read(pipe)
    with_profile(shortest_profile, desk)
    note, system = note_for("Łódzkie Mleko", desk=desk), opened(pipe)
    # the first question reads notes and is dropped, the second is late, the third writes and its answer is lost
    pipe.faults = [Fault(drop=True), Fault(late=0.01), Fault(drop=True, done_first=True)]

    with pytest.raises(Unavailable):
        write(note, system)
    assert write(note, system) is False
    assert len(pipe.notes) == 1
    system.close()


def test_what_only_a_closed_channel_knows_is_not_written_to_the_crm(pipe, desk, read, shortest_profile):
    from icpbot.domain.accounts import Fact, FactOrigin

    read(pipe)
    with_profile(shortest_profile, desk)
    account = next(a for a in desk.accounts.accounts(desk.workspace) if a.name == "Łódzkie Mleko")
    secret = Fact(attribute="employees", value=4242.0, origin=FactOrigin.REP, audience="channel:G1")
    desk.accounts.save(account, [secret])

    text = note_for("Łódzkie Mleko", desk=desk).text
    assert "4 242" not in text
    assert "44" in text


def test_disconnecting_keeps_facts_and_forgetting_takes_them(pipe, desk, read):
    read(pipe)
    crm.disconnect(desk=desk, forget=False)

    assert len(desk.accounts.accounts(desk.workspace)) == 12
    assert desk.crm.counted(desk.workspace) == {}
    with pytest.raises(NotFound, match="crm-none"):
        crm.status(desk=desk)

    assert crm.disconnect(desk=desk, forget=True) == 12
    assert desk.accounts.accounts(desk.workspace) == []
    assert desk.accounts.customers(desk.workspace) == []
    assert desk.accounts.deals(desk.workspace) == []


def test_a_forgotten_account_leaves_no_record_behind(pipe, desk, read):
    from icpbot.usecases.forgetting import forget

    read(pipe)
    forget(local_reader(desk.workspace), desk=desk, account="Рибний Двір")

    assert desk.crm.counted(desk.workspace) == {"organisation": 11, "deal": 11}
    read(pipe, full=True)
    assert desk.crm.counted(desk.workspace) == {"organisation": 11, "deal": 11}
    assert "Рибний Двір" not in {a.name for a in desk.accounts.accounts(desk.workspace)}


def test_a_reading_is_due_after_its_hours_and_not_while_somebody_reads(pipe, desk, read):
    from dataclasses import replace

    hours = timedelta(hours=6)
    assert crm.is_due(hours, desk=desk) is False
    read(pipe)
    at = desk.crm.connection(desk.workspace).last.ended

    def when(**later):
        return crm.is_due(hours, desk=replace(desk, clock=lambda: at + timedelta(**later)))

    assert (when(hours=5), when(hours=6)) == (False, True)
    with pytest.raises(Killed):
        read(pipe, on_page=_killing)
    at = desk.crm.connection(desk.workspace).progress.touched
    assert (when(minutes=5), when(minutes=15)) == (False, True)


def _killing(_):
    raise Killed


def test_a_reading_that_failed_goes_on_where_it_was(pipe, desk, read):
    pages = []

    def trouble(progress):
        pages.append(progress.cursor)
        if len(pages) == 2:
            pipe.faults = [Fault(status=503) for _ in range(6)]

    with pytest.raises(IcpbotError, match="crm-not-answering"):
        read(pipe, on_page=trouble)
    assert desk.crm.connection(desk.workspace).progress.cursor == "c10"
    assert read(pipe).accounts == 12


def test_owners_see_in_slack_how_things_stand_and_others_do_not(pipe, desk, read):
    from icpbot.cli.people import Terminal
    from icpbot.domain.errors import NotAllowed
    from icpbot.domain.requests import Place, Request, RequestKind
    from icpbot.domain.routing import by_form
    from icpbot.domain.sources import Reader
    from icpbot.usecases.intents import by_way
    from icpbot.usecases.ports import Person

    class Slack(Terminal):
        def person(self, request):
            return Person(admin=request.place.user == "BOSS")

    def asks(user):
        asked = Request(id="r", workspace=desk.workspace, kind=RequestKind.COMMAND, text="crm", asked_at="2026-03-01T12:00:00Z",
                        place=Place(channel="C1", user=user, private=True))  # fmt: skip
        reader = Reader(workspace=desk.workspace, user=user)
        return by_way(asked, by_form("crm"), reader, "pl", desk, Slack(desk.workspace))

    with pytest.raises(NotFound, match="crm-none"):
        asks("BOSS")
    read(pipe)
    reply = asks("BOSS")
    assert "Pipedrive" in reply.headline
    assert any("Branża" in line for line in reply.lines)
    with pytest.raises(NotAllowed):
        asks("ANA")


def test_the_running_bot_reads_when_it_is_time_and_outlives_trouble(pipe, desk, read, caplog):
    import threading
    from dataclasses import replace

    from icpbot.following import Following

    read(pipe)
    pipe.tick(86_400)
    pipe.organisation(60, "Nowa Firma sp. z o.o.")
    later = replace(desk, clock=lambda: desk.crm.connection(desk.workspace).last.ended + timedelta(hours=7))
    following = Following(lambda _: [], threading.Event(), hours=6, opened=lambda _: opened(pipe))
    pipe.faults = [Fault(403)]
    following.read(later, timedelta(hours=6))
    assert "crm-not-allowed" in caplog.text

    following.read(later, timedelta(hours=6))

    assert "Nowa Firma sp. z o.o." in {a.name for a in desk.accounts.accounts(desk.workspace)}
    assert TOKEN not in caplog.text
