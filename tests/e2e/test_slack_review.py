"""A profile is reviewed in Slack: by buttons, section by section, until nothing is open."""

from icpbot.domain.profile import Claim, Criterion, Profile, ProfileStatus, Range
from icpbot.domain.review import Department
from icpbot.usecases.profiles import current, save, submit

LOGISTICS = Profile(
    name="Logistyka",
    criteria=(Criterion(attribute="employees", ideal=Range(min=50, max=500)),),
    claims=(Claim(kind="trigger", text="Audyt"),),
)


def pressed(office, who, root, action):
    office.people.click(who, office.slack.replies(root)[-1], action)
    office.settled()
    return office.slack.replies(root)[-1].text


def test_departments_agree_and_object_by_buttons_and_the_owner_approves_with_a_reason(office):
    save(LOGISTICS, desk=office.desk)
    submit(None, desk=office.desk)
    root = office.asked("ben", "profile review")
    assert "Which department do you speak for?" in office.slack.replies(root)[-1].text

    assert "You speak for: Sales." in pressed(office, "ben", root, "review-as#0")
    assert "Departments that agree: 1 of 4" in pressed(office, "ben", root, "review-agree#0")
    assert [r.by for r in current(office.desk).review] == [office.slack.workspace.user("ben").real_name] * 2

    pressed(office, "eva", root, "review-other")
    pressed(office, "eva", root, "review-as#3")
    card = office.slack.replies(root)[-1]
    office.people.click("eva", card, "remark")
    office.people.submit("eva", opinion="object", words="Tohle nikdo neříká.")
    office.settled()
    told = office.slack.replies(root)[-1].text
    assert "Tohle nikdo neříká." in told
    assert office.slack.workspace.user("eva").real_name in told

    card = office.asked("ana", "profile")
    office.people.click("ana", office.slack.replies(card)[-1], "approve")
    office.people.submit("ana", reason="Sprawdzimy w maju.")
    office.settled()
    assert current(office.desk).status is ProfileStatus.APPROVED
    assert current(office.desk).decided_why == "Sprawdzimy w maju."


def test_the_last_department_to_agree_approves_if_it_is_an_owner_who_does(office):
    save(LOGISTICS, desk=office.desk)
    submit(None, desk=office.desk)
    root = office.asked("ana", "profile review")
    for number in range(len(Department)):
        if number:
            pressed(office, "ana", root, "review-other")
        pressed(office, "ana", root, f"review-as#{number}")
        told = pressed(office, "ana", root, "review-agree#0")

    assert "4" in told.splitlines()[1]
    assert current(office.desk).status is ProfileStatus.APPROVED


def test_a_profile_in_review_stands_on_the_home_page_with_how_it_stands(office):
    save(LOGISTICS, desk=office.desk)
    submit(None, desk=office.desk)

    page = str(office.home("ben"))

    assert "review" in page
    assert page.count("0 of 4") == 1


def test_people_who_disagree_in_a_draft_are_called_by_their_names(office):
    root = office.people.say("ana", "general", "@icpbot draft")
    office.settled()
    for who, words in (("ana", "skip"), ("ana", "50–500 employees"), ("ana", "yes"), ("ben", "back"),
                       ("ben", "100–2000 employees"), ("ben", "yes")):  # fmt: skip
        office.people.say(who, "general", words, thread=root)
        office.settled()

    told = " ".join(m.text for m in office.slack.replies(root))
    assert office.slack.workspace.user("ana").id not in told
    assert office.slack.workspace.user("ana").real_name in told
    assert office.slack.workspace.user("ben").real_name in told


def test_what_is_kept_up_to_date_in_slack_is_a_guide_proposals_a_way_back_and_files(office):
    save(LOGISTICS, desk=office.desk)

    guide = office.asked("ben", "profile guide")
    assert "To ask in the next interviews" in office.slack.replies(guide)[-1].text
    nothing = office.asked("ben", "profile propose")
    assert "New research changes nothing in Logistyka." in office.slack.replies(nothing)[-1].text
    save(LOGISTICS.model_copy(update={"claims": ()}), desk=office.desk)
    office.asked("ben", "profile rollback 1 Logistyka")
    assert current(office.desk).claims == LOGISTICS.claims
    assert current(office.desk).version == 3
    files = office.asked("ben", "profile export table")
    assert any(f["name"] == "table.csv" for m in office.slack.replies(files) for f in m.files)


def test_a_change_that_new_research_proposes_is_taken_by_its_button(office):
    for number, account in enumerate(("Kolos", "Harborline", "Bruk")):
        talk = f"Account: {account}\n\nRada: What was hard?\nJana: Re-typing delivery notes took us two hours a day.\n"
        office.knows(talk, f"{number}.txt")
    save(LOGISTICS, desk=office.desk)
    root = office.asked("ben", "profile propose")

    pressed(office, "ben", root, "propose-accept#0")

    assert current(office.desk).version == 2
    assert len(current(office.desk).claims) == 2
