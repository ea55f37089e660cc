"""The same conversation given twice: replaced when that is sure, asked about when it is not."""

import pytest

from icpbot.domain.ranking import Filter
from icpbot.usecases.correcting import correct
from icpbot.usecases.ingest import Status
from icpbot.usecases.showing.answers import answer_reply
from icpbot.usecases.showing.sources import receipt_reply, sources_reply

LINES = "".join(
    f"Rada: What about step {n}?\nJana: In step {n} the {what} gets lost between the van and the office, and we wait for days.\n"
    for n, what in enumerate(("signed paper", "delivery note", "green invoice", "driver's list", "customs form", "damage photo"))
)  # fmt: skip
TALK = f"Account: Kolos\n\n{LINES}"
FIXED = TALK.replace("green invoice", "grey invoice")


def names(desk, reader):
    return [s.path for s in desk.sources.all(reader)]


def test_a_corrected_file_of_another_name_takes_the_place_of_the_first(desk, add, reader):
    old = add(TALK, "raw.txt").source

    new = add(FIXED, "corrected.txt")

    assert new.status is Status.UPDATED
    assert new.replaced == (old.id,)
    assert names(desk, reader) == ["corrected.txt"]
    assert "raw.txt" in " ".join(receipt_reply(new, desk=desk, language="en").lines)
    assert desk.index.held([old.id]) == {"vectors": 0, "words": 0}


@pytest.mark.parametrize("about", [{"uploader": "ola"}, {"account": "Nova Post"}])
def test_when_it_is_not_sure_both_stay_and_the_receipt_offers_to_drop_the_older(desk, add, reader, about):
    old = add(TALK, "raw.txt", uploader="marta").source

    receipt = add(FIXED, "corrected.txt", **{"uploader": "marta", **about})

    reply = receipt_reply(receipt, desk=desk, language="en")
    assert receipt.status is Status.ADDED
    assert names(desk, reader) == ["raw.txt", "corrected.txt"]
    assert f"forget {old.id}" in reply.text
    assert [b.value for b in reply.buttons].count(old.id) == 1


def test_a_closed_source_is_neither_replaced_nor_mentioned_elsewhere(desk, add, reader):
    add(TALK, "secret.txt", audience="channel:board")

    receipt = add(FIXED, "open.txt")

    assert receipt.alike == ()
    assert "secret" not in receipt_reply(receipt, desk=desk, language="en").text
    assert names(desk, reader) == ["secret.txt", "open.txt"]


def test_other_answers_to_the_same_questions_are_another_interview(desk, add, reader):
    other = "".join(
        line if line.startswith("Rada") else f"Jana: Nothing of the kind {n}, our {n} colleagues sort it all out by phone.\n"
        for n, line in enumerate(LINES.splitlines(keepends=True))
    )  # fmt: skip
    add(TALK, "a.txt")

    receipt = add("Account: Kolos\n\n" + other, "b.txt")

    assert (receipt.status, receipt.alike) == (Status.ADDED, ())


def test_a_corrected_account_and_audience_reach_the_index(desk, add):
    source = add(TALK, "a.txt").source
    query = "what gets lost between the van and the office"

    correct(source, desk=desk, account="Nova Post", audience="channel:board")

    def found(**where):
        return [h.passage.source_id for h in desk.index.search(query, Filter(workspace="local", **where), 5)]

    assert found(account="Kolos") == []
    assert source.id in found(account="Nova Post", audiences=("channel:board",))
    assert found(audiences=("workspace",)) == []


def test_what_a_colleague_reports_is_marked_in_lists_and_beside_quotes(desk, add, reader):
    from icpbot.usecases.ask import ask

    add("Account: Zelenec\n\nThey spend three hours a day on re-typing delivery notes, the dispatcher told me.",
        "notes.md", origin="second-hand")  # fmt: skip

    listed = sources_reply(desk.sources.all(reader), desk=desk, language="pl")
    answer = answer_reply(ask("What takes three hours a day?", reader, desk=desk), desk=desk)

    assert "z drugiej ręki" in listed.text
    assert answer.quotes
    assert all("second-hand" in quote.who for quote in answer.quotes)
