"""Playbooks in Slack: by a command, a button or a wish, of what everybody there may read."""

import pytest

TALK = (
    "Account: {account}\nDate: 2026-03-1{n}\n\nRada: What was the hardest part of your day?\nJana: {said}\n"
)
OPEN = "Codziennie przez dwie godziny przepisujemy listy przewozowe do systemu, wiersz po wierszu."
CLOSED = "Zanzibar Cargo traci codziennie trzy godziny na szukanie zgubionych dokumentów przewozowych."


@pytest.fixture
def office(office):
    office.knows(TALK.format(account="Kolos", n=1, said=OPEN), "open.txt")
    office.knows(
        TALK.format(account="Zanzibar", n=2, said=CLOSED), "closed.txt", audience=office.channel("deals")
    )
    return office


def test_one_asks_for_a_playbook_and_picks_the_department(office):
    root = office.asked("ana", "playbook")
    office.people.click("ana", office.newest(root), "Marketing")
    office.settled()

    told = office.newest(root)
    assert told.text.startswith("Marketing, słowami jednej firmy")
    quotes = [b for b in told.blocks if b["type"] == "rich_text"]
    assert OPEN in str(quotes)
    assert {"type": "text", "text": "Bolączki", "style": {"bold": True}} in quotes[0]["elements"][0][
        "elements"
    ]


def test_a_closed_channels_quote_is_in_its_own_playbook_and_in_no_public_one(office):
    outside = office.newest(office.asked("ana", "playbook sales"))
    inside = office.newest(office.asked("ana", "playbook sales", where="deals"))

    assert "Zanzibar" not in str(outside.blocks) + outside.text
    assert OPEN in str(outside.blocks)
    assert CLOSED in str(inside.blocks)


@pytest.mark.parametrize(
    ("wish", "department"),
    [("przygotuj skrypt rozmowy słowami klientów", "Sprzedaż"), ("用客户的话写一条广告", "市场")],
)
def test_a_wish_is_written_and_not_answered_as_a_question(office, wish, department):
    told = office.newest(office.asked("ana", wish))

    assert told.text.startswith(department)
    assert OPEN in str(told.blocks)


def test_a_playbook_asked_for_in_private_is_shared_without_what_the_channel_may_not_read(office):
    office.people.command("ana", "general", "/icp playbook sales")
    office.settled()
    assert CLOSED in str(office.slack.ephemerals("ana")[-1].blocks)

    for button in ("share", "share-now"):
        office.people.click("ana", office.slack.ephemerals("ana")[-1], button)
        office.settled()

    [shared] = [m for m in office.slack.messages("general") if m.bot_id]
    assert OPEN in str(shared.blocks)
    assert "Zanzibar" not in str(shared.blocks) + shared.text
