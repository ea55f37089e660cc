"""Forms: what people correct in a modal, who may, and what happens when somebody was faster."""

from icpbot.domain.profile import Criterion, Profile, ProfileStatus, Range
from icpbot.domain.sources import SpeakerRole
from icpbot.usecases.profiles import current, save, submit

TALK = "Account: Kolos\n\nRada: What was hard?\nJana: Re-typing delivery notes took us two hours every day.\n"
LOGISTICS = Profile(
    name="Logistyka",
    criteria=(Criterion(attribute="employees", ideal=Range(min=50, max=500), weight=2),
              Criterion(attribute="industry", ideal=("Logistics",), avoid=("Gambling",), deal_breaker=True)),
)  # fmt: skip


def test_a_band_is_edited_refused_in_place_and_saved_once(office):
    save(LOGISTICS, desk=office.desk)
    root = office.asked("ana", "profile")

    office.people.click("ana", office.newest(root), "criterion", "Liczba pracowników")
    modal = office.people.modal("ana")
    assert modal.content["title"]["text"] == "Edytuj kryterium"
    refused = office.people.submit("ana", ideal="dużo")
    assert refused.body == {"response_action": "errors", "errors": {
        "ideal": "Nie wiem, jak tu czytać „dużo”. Spróbuj zakresu, np. 50–500, albo listy.",
    }}  # fmt: skip
    overlap = office.people.submit("ana", ideal="50–500", avoid="≥ 400")
    assert set(overlap.body["errors"]) == {"avoid"}
    assert office.people.submit("ana", ideal="80–400", ok="≥ 20", weight="3").acked
    office.settled()

    saved = current(office.desk)
    assert (saved.version, saved.criterion("employees").ideal, saved.criterion("employees").weight) == (
        2, Range(min=80, max=400), 3,
    )  # fmt: skip
    assert saved.criterion("industry") == LOGISTICS.criterion("industry")
    assert office.newest(root).text.startswith("Logistyka v2")


def test_who_was_slower_is_told_in_the_form_and_by_the_button(office):
    save(LOGISTICS, desk=office.desk)
    root = office.asked("ben", "profile")
    card = office.newest(root)
    office.people.click("ben", card, "criterion", "Employees")
    save(LOGISTICS.model_copy(update={"description": "another"}), desk=office.desk)

    late = office.people.submit("ben", ideal="80–400")

    assert late.body["errors"]["ideal"].startswith("Somebody has saved Logistyka meanwhile")
    assert current(office.desk).version == 2
    office.people.close("ben")
    office.people.click("ben", card, "criterion", "Employees")
    told = office.people.modal("ben").content
    assert "submit" not in told
    assert "meanwhile" in str(told["blocks"])


def test_only_an_admin_approves_and_a_rejection_keeps_its_reason(office):
    save(LOGISTICS, desk=office.desk)
    submit(None, desk=office.desk)
    root = office.asked("ben", "profile")
    card = office.newest(root)

    office.people.click("ben", card, "approve")
    office.people.submit("ben")
    office.settled()
    assert "Only an owner" in office.newest(root).text
    assert current(office.desk).status is ProfileStatus.IN_REVIEW

    office.people.click("ana", card, "reject")
    office.people.submit("ana", reason="Za mało wywiadów.")
    office.settled()
    assert office.newest(root).text.startswith("Sent back as a draft: Logistyka v1.")
    assert (current(office.desk).status, current(office.desk).decided_why) == (
        ProfileStatus.DRAFT,
        "Za mało wywiadów.",
    )

    submit(None, desk=office.desk)
    office.people.click("ana", card, "approve")
    office.people.submit("ana")
    office.settled()
    assert current(office.desk).approved_by == office.slack.workspace.user("ana").real_name


def test_a_corrected_fact_changes_the_verdict(office):
    save(LOGISTICS, desk=office.desk)
    root = office.asked("eva", "fit Harborline")

    office.people.click("eva", office.newest(root), "fact")
    assert set(office.people.submit("eva", attribute="employees", value="mnoho").body["errors"]) == {"value"}
    office.people.submit("eva", attribute="employees", value="180")
    office.settled()

    assert "180" in office.newest(root).text
    [account] = office.desk.accounts.accounts(office.desk.workspace)
    [fact] = office.desk.accounts.facts(account.id)
    assert (account.name, fact.value, fact.by) == ("Harborline", 180, office.slack.workspace.user("eva").id)


def test_a_source_is_corrected_by_its_uploader_alone(office):
    root = office.people.upload("ben", "research", {"talk.txt": TALK.encode()})
    office.settled()
    receipt = office.newest(root)

    office.people.click("gus", receipt, "source")
    office.people.submit("gus", account="Nobody")
    office.settled()
    assert "Only the person who gave me this source" in office.newest(root).text
    office.people.click("ben", receipt, "source")
    office.people.submit("ben", account="Kolos Logistik", audience=office.channel("research"),
                         **{"speaker-0": "customer"})  # fmt: skip
    office.settled()

    [source] = office.desk.sources.all(office.everything)
    assert (source.account, source.audience) == ("Kolos Logistik", office.channel("research"))
    assert SpeakerRole.CUSTOMER in source.roles.values()
    assert office.desk.insights.insights(office.everything, account="Kolos") == []
    assert office.newest(root).text.startswith("Corrected: Kolos Logistik")


def test_a_form_sent_twice_is_applied_once(office):
    save(LOGISTICS, desk=office.desk)
    root = office.asked("ben", "profile")
    office.people.click("ben", office.newest(root), "criterion", "Employees")
    view = office.people.modal("ben")
    office.people.submit("ben", view, ideal="80–400")
    office.settled()
    before = len(office.slack.replies(root))

    office.people.submit("ben", view, ideal="80–400")
    office.settled()

    assert len(office.slack.replies(root)) == before
    assert current(office.desk).version == 2


def test_a_band_is_edited_while_drafting_and_the_question_is_asked_again(office):
    root = office.people.say("ben", "general", "@icpbot draft")
    office.settled()
    for said in ("skip", "50-500 employees", "yes"):
        office.people.say("ben", "general", said, thread=root)
        office.settled()

    office.people.click("ben", office.newest(root), "criterion", "Employees")
    refused = office.people.submit("ben", ideal="50–500", avoid="≥ 400")
    assert set(refused.body["errors"]) == {"avoid"}
    office.people.submit(
        "ben", ideal="80–400", ok="≥ 20", avoid="≤ 10", weight="3", **{"deal-breaker": "yes"}
    )
    office.settled()

    [draft] = [office.desk.drafts.draft(office.desk.workspace, key) for key in [conversation(office, root)]]
    employees = draft.profile.criterion("employees")
    assert (employees.ideal, employees.weight, employees.deal_breaker) == (Range(min=80, max=400), 3, True)
    assert "What usually sets the search off?" in office.newest(root).text

    office.people.say("ben", "general", "undo", thread=root)
    office.settled()
    draft = office.desk.drafts.draft(office.desk.workspace, conversation(office, root))
    assert draft.profile.criterion("employees").ideal == Range(min=50, max=500)


def conversation(office, root):
    return f"{office.slack.workspace.channel('general').id}/{root.ts}"


def test_what_another_person_said_in_the_draft_is_not_overwritten_by_a_form(office):
    root = office.people.say("ben", "general", "@icpbot draft")
    office.settled()
    for said in ("skip", "50-500 employees", "yes"):
        office.people.say("ben", "general", said, thread=root)
        office.settled()

    office.people.click("eva", office.newest(root), "criterion", "Employees")
    office.people.submit("eva", ideal="1–5")
    office.settled()

    draft = office.desk.drafts.draft(office.desk.workspace, conversation(office, root))
    assert draft.profile.criterion("employees").ideal == Range(min=50, max=500)
    assert "Somebody else said this" in office.newest(root).text


def test_many_files_have_a_short_receipt_with_the_details_in_a_file(office):
    talks = {f"talk{n}.txt": TALK.replace("Kolos", f"Firma {n}").encode() for n in range(5)}
    root = office.people.upload("ben", "general", {**talks, "empty.pdf": b"%PDF-1.4 broken"})
    office.settled(60)

    told, file = office.slack.replies(root)[-2:]
    assert told.text.startswith("5 files read.")
    assert "empty.pdf" in told.text
    assert "Firma 0, Firma 1, Firma 2, Firma 3, Firma 4" in told.text
    assert "Heard" not in told.text
    details = office.slack.workspace.files[file.files[0]["id"]].content.decode()
    assert all(f"Firma {n}" in details for n in range(5))


def test_the_form_for_names_says_what_it_does(office):
    office.people.shortcut("ben", "check_company")

    assert office.people.modal("ben").content["submit"]["text"] == "Check"


def test_a_source_that_facts_share_is_said_once(office):
    save(LOGISTICS, desk=office.desk)
    office.people.say("ben", "general", "@icpbot help")
    table = b"account,industry,employees\nKolos,Logistics,180\n"
    office.people.upload("ben", "general", {"customers.csv": table})
    office.settled(60)

    root = office.asked("ben", "fit Kolos")

    told = office.newest(root).text
    assert told.count("CRM") == 1
