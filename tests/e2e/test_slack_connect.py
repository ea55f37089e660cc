"""A channel shared with another company: it reads what was shared there, and nothing of the library."""

TALK = "Rada: What was the hardest part?\nJana: The hardest part was re-typing {word} delivery notes every single day.\n"


def said(office, who, text, where="partners"):
    root = office.people.say(who, where, f"@icpbot {text}")
    office.settled(60)
    last = office.slack.replies(root)[-1]
    return last.text + str(last.blocks)


def connected(office):
    team = office.slack.workspace
    partners = team.add_channel("partners", members=["ana", "ben"], with_bot=True)
    return team.connect(partners, team.add_stranger("fin"))


def test_whoever_asks_in_a_shared_channel_the_library_stays_at_home(office):
    connected(office)
    office.knows(TALK.format(word="Zanzibar"), "home.txt", account="Kolos")

    for who in ("fin", "ana"):
        for text in ("what was the hardest part?", "sources", "profile", "best", "themes pain"):
            told = said(office, who, text)
            assert "Zanzibar" not in told
            assert "Kolos" not in told


def test_what_was_shared_there_answers_there_and_nowhere_else(office):
    connected(office)
    office.people.upload("fin", "partners", {"ours.txt": TALK.format(word="Flamingo").encode()})
    office.settled(60)

    assert "Flamingo" in said(office, "fin", "what was the hardest part?")
    assert "Flamingo" not in said(office, "ben", "what was the hardest part?", "general")


def test_no_canvas_of_the_profile_is_made_for_another_company(office):
    connected(office)

    told = said(office, "fin", "profile canvas")

    assert not [f for f in office.slack.workspace.files.values() if f.canvas]
    assert "docs/" not in told
