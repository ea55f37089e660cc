"""What can be done with an answer: shared, judged, and asked for again in another reading."""

CANARY = "Zanzibar flamingo contract"
SECRET = f"Rada: What was the hardest part?\nJana: The hardest part was the {CANARY}, two hours every day.\n"
OPEN = "Rada: What was the hardest part?\nJana: The hardest part was re-typing delivery notes every day.\n"


def whispers(office, who):
    return office.slack.ephemerals(who)


def public(office, where):
    return [m for m in office.slack.messages(where) if m.bot_id]


def test_a_private_answer_is_shared_only_as_far_as_the_channel_may_read(office):
    office.knows(SECRET, "secret.txt", audience=office.channel("deals"))
    office.knows(OPEN, "open.txt")
    office.people.command("ben", "general", "/icp ask what was the hardest part?")
    office.settled()
    assert CANARY in str(whispers(office, "ben")[-1].blocks)

    office.people.click("ben", whispers(office, "ben")[-1], "share")
    office.settled()
    preview = whispers(office, "ben")[-1]
    assert "Zanzibar" not in str(preview.blocks) + preview.text
    assert "delivery notes" in str(preview.blocks)
    assert public(office, "general") == []

    office.people.click("ben", preview, "share-now")
    office.settled()
    [shared] = public(office, "general")
    assert "Zanzibar" not in str(shared.blocks) + shared.text
    assert "delivery notes" in str(shared.blocks)
    assert shared.thread_ts is None
    assert len(public(office, "general")) == 1


def test_in_the_channel_of_the_source_all_of_it_is_shared(office):
    office.knows(SECRET, "secret.txt", audience=office.channel("deals"))
    office.people.command("ben", "deals", "/icp ask what was the hardest part?")
    office.settled()

    office.people.click("ben", whispers(office, "ben")[-1], "share")
    office.settled()
    office.people.click("ben", whispers(office, "ben")[-1], "share-now")
    office.settled()

    assert CANARY in str(public(office, "deals")[0].blocks)


def test_where_we_are_not_nothing_is_shared(office):
    office.people.command("ben", "random", "/icp ask what is an ICP?")
    office.settled()

    office.people.click("ben", whispers(office, "ben")[-1], "share")
    office.settled()

    assert whispers(office, "ben")[-1].text.startswith("I am not in this channel")
    assert public(office, "random") == []


def test_a_thumb_down_asks_for_its_reason_in_private_and_is_kept_with_the_question(office):
    asked = office.people.say("ana", "general", "@icpbot co to jest ICP?")
    office.settled()
    answer = office.slack.replies(asked)[0]

    office.people.click("eva", answer, "bad")
    office.settled()
    why = whispers(office, "eva")[-1]
    assert why.text == "Zapisane. Co było nie tak?"
    office.people.click("eva", why, "Nieprawda")
    office.settled()

    [request] = [r for r in office.desk.requests.requests() if r.text == "co to jest ICP?"]
    assert request.feedback == "bad: untrue"
    assert len(office.slack.replies(asked)) == 1

    office.people.click("ana", answer, "good")
    office.settled()
    assert office.desk.requests.request(request.id).feedback == "good"
    assert whispers(office, "ana")[-1].text == "Dziękuję, zapisane."


TABLE = "Kryterium | Idealnie | Unikać | Waga\n--- | --- | --- | ---\nEmployees | 50–500 | < 10 | 2\nIndustry | Logistics | Gambling | 3"


def test_a_pasted_table_of_criteria_becomes_a_draft_of_the_profile(office):
    from icpbot.domain.profile import ProfileStatus, Range
    from icpbot.usecases.profiles import current

    root = office.people.say("ana", "general", f"@icpbot {TABLE}")
    broken = office.people.say("ana", "general", "@icpbot " + TABLE.replace("50–500", "dużo"))
    office.settled()

    saved = current(office.desk)
    assert (saved.status, saved.version, saved.criterion("employees").ideal) == (
        ProfileStatus.DRAFT,
        1,
        Range(min=50, max=500),
    )
    assert office.slack.replies(root)[0].text.startswith("Ideal customer v1")
    assert "criteria[0]" in office.slack.replies(broken)[0].text

    guest = office.people.say("gus", "research", f"@icpbot {TABLE}")
    office.settled()
    assert current(office.desk).version == 1
    assert guest


LETTER = """Przekazana wiadomość
Od: Jana Veselá <jana@kolos.example>
Temat: Jak nam to idzie
Data: 12 Mar 2026

Codziennie tracimy dwie godziny na przepisywanie listów przewozowych i wszyscy mają tego serdecznie dość."""


def test_a_forwarded_letter_becomes_a_source_of_the_channel_and_goes_with_its_message(office):
    root = office.people.say("ana", "deals", "@icpbot " + LETTER.partition("\n")[2])
    office.settled()

    [source] = office.desk.sources.all(office.everything)
    assert source.audience == office.channel("deals")
    assert "przepisywanie listów" in office.desk.sources.get(source.id).text

    office.people.delete(root)
    office.settled()
    assert office.desk.sources.all(office.everything) == []
