"""Themes corrected in Slack: a button on each, a form, and a way back."""

import pytest

from icpbot.adapters.slack import app

TALK = (
    "Account: {account}\nDate: 2026-03-1{n}\n\nRada: What was the hardest part of your day?\nJana: {said}\n"
)
TYPING = "Codziennie przez dwie godziny przepisujemy listy przewozowe do systemu, wiersz po wierszu."
SAID = (
    TYPING,
    TYPING.replace("dwie", "trzy"),
    "Szukamy zgubionych dokumentów i nikt nie wie, gdzie one są.",
)


@pytest.fixture
def office(office):
    for n, said in enumerate(SAID):
        office.knows(TALK.format(account=f"Firma {n}", n=n, said=said), f"{n}.txt")
    return office


def corrected(office, who, root, number, **values):
    office.people.click(who, office.newest(root), number)
    answer = office.people.submit(who, **values)
    office.settled()
    return answer


def option_of(office, who, field, words):
    [block] = [b for b in office.people.modal(who).content["blocks"] if b["block_id"] == field]
    return next(o["value"] for o in block["element"]["options"] if words in o["text"]["text"])


def test_a_theme_is_named_joined_and_brought_back_by_buttons(office):
    root = office.asked("ana", "themes")
    assert "2 z 3 firm" in office.newest(root).text

    refused = corrected(office, "ana", root, "1", **{"theme-name": "x" * 121})
    assert set(refused.body["errors"]) == {"theme-name"}
    other = option_of(office, "ana", "theme-with", "dokumentów")
    office.people.submit("ana", **{"theme-name": "Papiery", "theme-with": other})
    office.settled()

    told = office.newest(root).text
    assert "Teraz to jeden temat: " in told
    assert "Od teraz nazywa się tak: Papiery: 3 z 3 firm" in told
    assert [d.by for d in office.desk.decisions.decisions(office.desk.workspace)] == [
        office.slack.workspace.user("ana").real_name
    ] * 2

    office.people.click("ana", office.newest(root), "theme-undo#0")
    office.settled()
    assert "Cofnięte: Papiery: 2 z 3 firm" in office.newest(root).text


def test_a_form_that_takes_longer_begins_with_a_line_that_says_so(office, monkeypatch):
    monkeypatch.setattr(app, "SOON", 0.0)
    root = office.asked("ana", "themes")
    office.people.click("ana", office.newest(root), "1")
    assert office.slack.wait_for(lambda: office.slack.calls("views.update"), 20)

    [first] = office.slack.calls("views.open")
    assert "Chwileczkę" in str(first.arguments)
    answer = office.people.submit("ana", **{"theme-name": "Papiery"})
    office.settled()

    assert answer.acked
    assert "Papiery" in office.newest(root).text


def test_voices_that_are_ticked_become_a_theme_of_their_own(office):
    root = office.asked("ben", "themes pain")
    office.people.click("ben", office.newest(root), "1")
    voice = option_of(office, "ben", "theme-apart", "trzy")

    office.people.submit("ben", **{"theme-apart": [voice]})
    office.settled()

    assert office.newest(root).text.startswith("A theme of its own now: ")
    found = office.asked("ben", "themes pain")
    assert "2 of 3" not in office.newest(found).text


def test_a_rejected_theme_is_listed_apart_and_its_number_brings_it_back(office):
    root = office.asked("eva", "themes")
    corrected(office, "eva", root, "1", **{"theme-counts": "no", "theme-reason": "Tohle nikdo neřekl sám."})
    listed = office.asked("eva", "themes")
    assert "2 ze 3 firem" not in office.newest(listed).text

    office.people.click("eva", office.newest(listed), "Zamítnutá: 1")
    office.settled()
    assert "2 ze 3 firem" in office.newest(listed).text
    office.people.click("eva", office.newest(listed), "1")
    office.settled()

    assert office.newest(listed).text.startswith("Vráceno zpět: ")
    assert office.desk.decisions.decisions(office.desk.workspace)[0].reason == "Tohle nikdo neřekl sám."


def test_an_answer_that_counts_leads_to_its_themes(office):
    root = office.asked("ana", "ask Co najbardziej boli naszych klientów?")
    office.people.click("ana", office.newest(root), "Tematy")
    office.settled()

    assert "2 z 3 firm" in office.newest(root).text
    assert "1" in [
        e["text"]["text"] for b in office.newest(root).blocks if b["type"] == "actions" for e in b["elements"]
    ]


def test_a_name_from_a_private_channel_is_heard_in_it_alone(office):
    office.knows(TALK.format(account="Zanzibar", n=9, said=TYPING.replace("dwie", "cztery")), "9.txt",
                 audience=office.channel("deals"))  # fmt: skip
    inside = office.asked("ana", "themes", where="deals")
    corrected(office, "ana", inside, "1", **{"theme-name": "Przejęcie Zanzibaru"})
    assert "Nazwę widać tylko tam" in office.newest(inside).text

    outside = office.asked("ben", "themes")
    assert "Zanzibar" not in str(office.newest(outside).blocks)
    assert "Przejęcie Zanzibaru" in office.newest(office.asked("ana", "themes", where="deals")).text
