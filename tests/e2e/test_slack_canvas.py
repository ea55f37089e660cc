"""A profile as a canvas: for those who read the reply, kept up to date, and nothing of it for others."""

import pytest

from icpbot.domain.grounding import Quote
from icpbot.domain.profile import Basis, Claim, Counts, Criterion, Profile, Range
from icpbot.usecases.forgetting import forget
from icpbot.usecases.profiles import approve, save

CANARY = "Zanzibar flamingo contract"
OPEN = "Otwarte: listy przewozowe przepisujemy dwie godziny dziennie."
SECRET = f"Tajne: {CANARY} trwa dwa lata."


def claim(kind, source, text):
    start = source.text.index(text)
    quote = Quote(source_id=source.id, start=start, end=start + len(text), text=text)
    return Claim(kind=kind, text=text, basis=Basis.EVIDENCE, quotes=(quote,), counts=Counts(accounts=1, of=2))


@pytest.fixture
def profile(office):
    """What it says rests on an open source and on one of a private channel."""
    open_, secret = (
        office.knows(OPEN, "open.txt"),
        office.knows(SECRET, "tajne.txt", audience=office.channel("deals")),
    )
    criteria = (Criterion(attribute="employees", ideal=Range(min=50, max=500), note="bez *oddziałów*"),)
    claims = (claim("pain", open_, OPEN), claim("trigger", secret, SECRET))
    return save(Profile(name="Logistyka", criteria=criteria, claims=claims, language="pl"), desk=office.desk)


@pytest.fixture
def canvases(office):
    """Canvases there are, by id."""

    def found():
        return {f.id: f.canvas for f in office.slack.workspace.files.values() if f.canvas and not f.deleted}

    return found


def says(office, who, where, text):
    root = office.people.say(who, where, text)
    office.settled()
    return office.slack.replies(root)[-1] if where else office.direct(who)[-1]


def openers(office, canvas):
    team = office.slack.workspace
    return {u.name for u in team.users.values() if team.opens(canvas, u.id)} - {team.bot.name}


def test_in_a_channel_it_opens_to_those_in_it_and_holds_what_all_of_them_may_read(
    office, profile, canvases
) -> None:
    said = says(office, "ben", "general", "@icpbot profile canvas")

    [(canvas, kept)] = canvases().items()
    assert f"/{canvas}" in said.text
    assert kept.title == "Logistyka"
    assert "listy przewozowe" in kept.markdown
    assert "Zanzibar" not in kept.markdown
    assert "**" in kept.markdown
    assert openers(office, canvas) == {"ana", "ben", "eva"}


def test_in_private_it_opens_to_the_asker_alone_and_holds_what_they_may_read(
    office, profile, canvases
) -> None:
    office.people.command("ben", "general", "/icp profile canvas")
    office.settled()

    [(canvas, kept)] = canvases().items()
    assert CANARY in kept.markdown
    assert openers(office, canvas) == {"ben"}
    assert f"/{canvas}" in office.slack.ephemerals("ben")[-1].text
    assert [f"/{canvas}" in m.text for m in office.direct("ben")] == [True]
    assert not [m for m in office.slack.messages("general") if m.bot_id]


def test_the_button_under_the_profile_makes_it_and_asking_again_writes_the_same_one(
    office, profile, canvases
) -> None:
    root = office.people.say("ana", "general", "@icpbot profile")
    office.settled()
    office.people.click("ana", office.slack.replies(root)[-1], "canvas")
    office.settled()
    before = set(canvases())
    says(office, "eva", "general", "@icpbot profile canvas Logistyka")

    assert set(canvases()) == before
    assert len(before) == 1


def test_what_was_approved_since_stands_in_the_same_canvas(office, profile, canvases) -> None:
    says(office, "ana", "general", "@icpbot profile canvas")
    [(canvas, _)] = canvases().items()
    added = Claim(kind="objection", text="Boją się migracji danych")
    save(profile.model_copy(update={"claims": (*profile.claims, added)}), desk=office.desk)
    says(office, "ben", "general", "@icpbot help")
    assert "migracji" not in canvases()[canvas].markdown

    approve(None, by="Anna", desk=office.desk)
    says(office, "ben", "general", "@icpbot help")

    assert "migracji" in canvases()[canvas].markdown
    assert "Zanzibar" not in canvases()[canvas].markdown


def test_a_forgotten_source_leaves_the_canvas_too(office, profile, canvases) -> None:
    says(office, "ana", "general", "@icpbot profile canvas")
    [(canvas, kept)] = canvases().items()
    assert "dwie godziny" in kept.markdown

    forget(office.everything, desk=office.desk, ids=(profile.claims[0].quotes[0].source_id,))
    says(office, "ben", "general", "@icpbot help")

    assert "“Otwarte" not in canvases()[canvas].markdown


def test_where_a_guest_has_come_in_person_nothing_is_made_for_them(office, profile, canvases) -> None:
    told = says(office, "gus", None, "profile canvas")

    assert canvases() == {}
    assert "Logistyka" not in told.text


def test_a_canvas_that_somebody_deleted_is_made_anew(office, profile, canvases) -> None:
    says(office, "ana", "general", "@icpbot profile canvas")
    [first] = canvases()
    with office.slack.workspace.change():
        office.slack.workspace.files[first].deleted = True

    says(office, "ana", "general", "@icpbot profile canvas")

    [second] = canvases()
    assert second != first
    assert openers(office, second) == {"ana", "ben", "eva"}


def test_a_plan_without_canvases_is_told_in_one_sentence(office, profile, canvases) -> None:
    with office.slack.workspace.change():
        office.slack.workspace.free = True

    told = says(office, "ana", "general", "@icpbot profile canvas")

    assert "--format md" in told.text
    assert canvases() == {}


def test_a_crash_before_the_reply_leaves_a_canvas_that_nobody_opens_and_that_is_used_again(
    office, profile, canvases
) -> None:
    office.slack.faults.fail_next("chat.postMessage", times=5)
    office.people.say("ana", "general", "@icpbot profile canvas")
    assert office.slack.workspace.wait_for(canvases, 20)
    [canvas] = canvases()
    assert openers(office, canvas) == set()
    office.settled(60)

    assert set(canvases()) == {canvas}
    assert openers(office, canvas) == {"ana", "ben", "eva"}
