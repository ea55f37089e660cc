"""Whichever was read first, an interview and the customer table speak of one account."""

import pytest

from icpbot.domain.errors import InUse
from icpbot.domain.sources import local_reader
from icpbot.usecases import customers
from icpbot.usecases.ask import ask
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.showing.answers import answer_reply

TABLE = "account,industry,lifetime_value\nHarborline Distribution,Logistics,90000\nKolos Logistik s.r.o.,Logistics,80000\n"
TALK = "Interviewer: What hurts most?\nPaní Nová: We lose two hours every day re-typing delivery notes by hand.\n"


@pytest.fixture
def interviewed(desk):
    ingest(Upload(path="a.txt", data=TALK.encode(), account="Harborline"), desk=desk)
    return desk


def accounts(desk) -> set[str]:
    return {s.account for s in desk.sources.all(local_reader(desk.workspace))}


def test_a_short_name_becomes_the_full_one_of_the_table(interviewed):
    customers.import_table("c.csv", TABLE.encode(), desk=interviewed)

    assert accounts(interviewed) == {"Harborline Distribution"}
    assert [a.name for a in interviewed.accounts.accounts(interviewed.workspace) if "Harbor" in a.name] == [
        "Harborline Distribution"
    ]
    assert {i.account for i in interviewed.insights.insights(local_reader(interviewed.workspace))} <= {
        "Harborline Distribution"
    }


def test_a_name_that_begins_two_companies_stays_as_it_is(interviewed):
    customers.import_table("c.csv", (TABLE + "Harborline Foods,Retail,5\n").encode(), desk=interviewed)

    assert accounts(interviewed) == {"Harborline"}


def test_beside_a_server_that_holds_the_index_the_store_is_corrected(interviewed, monkeypatch):
    def held(*_args, **_more):
        raise InUse("index-in-use", folder="x")

    monkeypatch.setattr(interviewed.index, "add", held)
    customers.import_table("c.csv", TABLE.encode(), desk=interviewed)

    assert accounts(interviewed) == {"Harborline Distribution"}


def test_a_row_of_a_table_is_no_voice_while_people_spoke_of_it(desk):
    ingest(Upload(path="a.txt", data=TALK.encode(), account="Harborline"), desk=desk)
    rows = "account,industry,notes,lifetime_value\n" + "".join(
        f"Firma {n},Logistics,re-typing delivery notes by hand every day,5\n" for n in range(5)
    )
    ingest(Upload(path="crm.csv", data=rows.encode()), desk=desk)

    answer = ask("Who re-types delivery notes by hand?", local_reader(desk.workspace), desk=desk)

    assert answer.answered
    assert not any("Firma" in c.citations[0].quote.text for c in answer.claims)


def test_a_row_that_is_quoted_is_marked_as_one(desk):
    rows = "account,industry,notes,lifetime_value\nNorvolta,Wholesale,uses a mainframe from 1987,5\n"
    ingest(Upload(path="crm.csv", data=rows.encode()), desk=desk)

    reply = answer_reply(
        ask("Who uses a mainframe from 1987?", local_reader(desk.workspace), desk=desk), desk=desk
    )

    assert all("customer table" in quote.who for quote in reply.quotes)
