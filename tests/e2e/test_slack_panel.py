"""The assistant panel: a greeting, three ways to begin, what is being done, a title."""

import pytest


def noted(office, what):
    return [note for note in office.slack.context.assistant if note["what"] == what]


def test_a_conversation_in_the_panel_from_its_opening_to_its_title(office):
    root = office.people.open_assistant("ana")
    office.settled()

    assert office.slack.replies(root)[0].text.startswith("Zapytaj, co mówią klienci")
    [offer] = noted(office, "prompts")
    assert [p["title"] for p in offer["prompts"]] == [
        "Naszkicuj nasz ICP",
        "Co to jest ICP?",
        "Co potrafisz?",
    ]

    office.people.say("ana", None, offer["prompts"][1]["message"], thread=root)
    office.people.say("ana", None, "A co to jest persona?", thread=root)
    office.settled()

    assert "Profil idealnego klienta" in office.slack.replies(root)[1].text
    assert [note["title"] for note in noted(office, "title")] == ["Co to jest ICP?"]
    assert noted(office, "status")[0]["status"] == "przegląda, co powiedzieli klienci …"
    assert len(office.slack.replies(root)) == 3


@pytest.mark.parametrize("who", ["gus"])
def test_a_guest_is_offered_no_more_than_a_newcomer(office, who):
    office.knows("Rada: What was hard?\nJana: Re-typing delivery notes took two hours every day.")

    office.people.open_assistant(who)
    office.settled()

    assert "Draft our ICP" in str(noted(office, "prompts"))
    assert "What hurts" not in str(noted(office, "prompts"))
