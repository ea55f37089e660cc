"""What a speaker does for a living is corrected in Slack beside their role."""

TALK = b"Account: Kolos\n\nRada: Co bol\xc3\xad?\nJana: Dv\xc4\x9b hodiny denn\xc4\x9b p\xc5\x99episujeme listy.\nRada: A d\xc3\xa1l?\n"


def test_a_title_is_written_into_the_form_of_a_source(office):
    root = office.people.upload("eva", "general", {"talk.txt": TALK})
    office.settled()
    office.people.click("eva", office.slack.replies(root)[-1], "source")
    office.people.submit("eva", **{"title-1": "Finanční ředitelka"})
    office.settled()

    [source] = office.desk.sources.all(office.everything)
    assert source.titles == {"Jana": "Finanční ředitelka"}
