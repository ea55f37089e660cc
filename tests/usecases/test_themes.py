"""Themes in people's hands: what they decide survives, is taken back, and leaks to nobody."""

import pytest

from icpbot.domain.errors import NotAllowed, NotFound, UsageError
from icpbot.domain.sources import Reader, local_reader
from icpbot.usecases.ask import ask
from icpbot.usecases.correcting import correct
from icpbot.usecases.counting import themes
from icpbot.usecases.forgetting import forget
from icpbot.usecases.reindexing import fill
from icpbot.usecases.themes import Hand, log, merge, reject, rename, restore, split, subject

TALK = """Account: {account}
Date: {date}

Rada: What was the hardest part of your day before?
Jana: {said}
"""
TYPING = "We spent two hours every day re-typing delivery notes into the system, line by line."
TYPING_TOO = "Every day we spent two hours re-typing delivery notes into the system."
PAPERS = "Codziennie szukamy zgubionych dokumentów przewozowych i nikt nie wie, gdzie one są."
COSTS = "The drivers hate the new app so much that they leave the phones in the glove box."


@pytest.fixture
def library(add):
    """Four accounts, of which two say the same."""
    for number, said in enumerate((TYPING, TYPING_TOO, PAPERS, COSTS), 1):
        text = TALK.format(account=f"Firma {number}", date=f"2026-03-1{number}", said=said)
        add(text, f"{number}.txt")


@pytest.fixture
def hand(desk, reader):
    return Hand(reader, desk, by="Marta")


def about(words, reader, desk):
    return next(t for t in themes(reader, desk=desk) if any(words in i.quote.text for i in t.insights))


@pytest.mark.usefixtures("library")
def test_merged_themes_stay_merged_whatever_is_read_counted_or_opened_anew(
    desk, reader, hand, add, make_desk
):
    typing, papers = (about(words, reader, desk) for words in ("re-typing", "dokument"))
    assert typing.id != papers.id
    merge(typing.id, papers.id, hand)

    add(TALK.format(account="Pátá firma", date="2026-04-01", said=TYPING.replace("two", "three")), "5.txt")
    fill(desk.index, desk.sources)
    again = make_desk()

    found = about("dokument", local_reader(again.workspace), again)
    assert found.id == about("re-typing", reader, desk).id
    assert found.accounts == 4
    assert found.accounts == len({i.account for i in found.insights})


@pytest.mark.usefixtures("library")
def test_split_renamed_and_taken_back_is_as_before(desk, reader, hand):
    before = themes(reader, desk=desk)
    typing = about("re-typing", reader, desk)
    part = split(typing.id, [typing.insights[-1].id], hand)
    named = rename(subject(part, reader, desk=desk).id, "Przepisywanie listów", hand)
    assert [t.label for t in themes(reader, desk=desk) if t.named] == ["Przepisywanie listów"]

    restore(named.id, hand)
    restore(part.id, hand)

    assert themes(reader, desk=desk) == before
    assert [(d.by, d.undone_by) for d in log(reader, desk=desk)] == [("Marta", "Marta")] * 2


@pytest.mark.usefixtures("library")
def test_a_rejected_theme_is_counted_nowhere_until_it_is_restored(desk, reader, hand):
    typing = about("re-typing", reader, desk)
    reject(typing.id, hand, "Nobody said so unasked.")
    assert typing.id not in [t.id for t in themes(reader, desk=desk)]
    answer = ask("What hurts them most?", reader, desk=desk)
    assert "re-typing" not in answer.text

    taken_back = restore(typing.id, Hand(reader, desk, by="Jonas"))

    assert (taken_back.reason, taken_back.undone_by) == ("Nobody said so unasked.", "Jonas")
    assert typing.id in [t.id for t in themes(reader, desk=desk)]
    with pytest.raises(NotFound):
        restore(typing.id, hand)


@pytest.mark.usefixtures("library")
def test_the_same_request_decides_once(desk, reader):
    typing, papers = (about(words, reader, desk) for words in ("re-typing", "dokument"))
    hand = Hand(reader, desk, by="Marta", request="T:act:1")

    first = merge(typing.id, papers.id, hand)

    assert merge(typing.id, papers.id, hand) == first
    assert len(desk.decisions.decisions(desk.workspace)) == 1


@pytest.mark.usefixtures("library")
def test_what_cannot_be_decided_is_said(desk, reader, hand):
    typing, papers = (about(words, reader, desk) for words in ("re-typing", "dokument"))
    every = [i.id for i in typing.insights]

    with pytest.raises(UsageError, match="theme-same"):
        merge(typing.id, typing.id, hand)
    for voices in ([], every, ["i-nobody"]):
        with pytest.raises(UsageError, match="theme-voices"):
            split(typing.id, voices, hand)
    for label in (" \n ", "x" * 121):
        with pytest.raises(UsageError, match="theme-label"):
            rename(papers.id, label, hand)
    with pytest.raises(NotFound, match="theme-unknown"):
        rename("t000000000000", "Papiery", hand)
    with pytest.raises(NotFound, match="theme-untouched"):
        restore(papers.id, hand)
    assert log(reader, desk=desk) == []


def test_a_guest_changes_nothing_of_the_workspace(desk):
    with pytest.raises(NotAllowed):
        Hand(Reader(workspace=desk.workspace, outside=True), desk, by="a guest")


@pytest.mark.usefixtures("library")
def test_a_name_given_in_a_private_channel_is_not_heard_outside_but_the_grouping_is(desk, add):
    add(TALK.format(account="Akvizice", date="2026-03-20", said=TYPING.replace("We", "At Zanzibar we")), "x.txt",
        audience="channel:G1")  # fmt: skip
    public = Reader(workspace=desk.workspace)
    inside = Reader(workspace=desk.workspace, audiences=frozenset({"channel:G1"}))
    typing, papers = (about(words, inside, desk) for words in ("re-typing", "dokument"))
    hand = Hand(inside, desk, by="Marta")
    merge(typing.id, papers.id, hand)
    renamed = rename(about("dokument", inside, desk).id, "Převzetí Zanzibaru", hand)

    assert about("dokument", inside, desk).label == "Převzetí Zanzibaru"
    seen = about("dokument", public, desk)
    assert not seen.named
    assert "Zanzibar" not in seen.model_dump_json()
    assert seen.id == about("re-typing", public, desk).id
    assert all("Zanzibar" not in d.model_dump_json() for d in log(public, desk=desk))

    source = next(s for s in desk.sources.all(inside) if s.audience == "channel:G1")
    correct(source, desk=desk, audience="workspace")
    assert about("dokument", public, desk).label == renamed.label


@pytest.mark.usefixtures("library")
def test_a_decision_goes_quietly_with_the_last_voice_it_was_about(desk, reader, hand):
    papers = about("dokument", reader, desk)
    rename(papers.id, "Zguba", hand)
    typing = about("re-typing", reader, desk)
    reject(typing.id, hand)

    forget(reader, desk=desk, ids=tuple(s.id for s in desk.sources.all(reader) if s.account == "Firma 3"))

    assert [d.deed for d in desk.decisions.decisions(desk.workspace)] == ["reject"]
    assert "Zguba" not in [t.label for t in themes(reader, desk=desk)]


@pytest.mark.usefixtures("library")
def test_a_name_in_the_words_of_whom_we_forget_goes_too(desk, reader, hand):
    typing = about("re-typing", reader, desk)
    rename(typing.id, "two hours every day re-typing delivery notes into the system", hand)

    forget(reader, desk=desk, ids=tuple(s.id for s in desk.sources.all(reader) if s.account == "Firma 1"))

    assert not any(t.named for t in themes(reader, desk=desk))


@pytest.mark.usefixtures("library")
def test_an_edited_file_keeps_what_was_decided_about_it(desk, reader, hand, add):
    papers = about("dokument", reader, desk)
    rename(papers.id, "Zguba", hand)

    add(
        TALK.format(account="Firma 3", date="2026-03-13", said=PAPERS) + "Rada: Děkuji za rozhovor.\n",
        "3.txt",
    )

    assert about("dokument", reader, desk).label == "Zguba"
