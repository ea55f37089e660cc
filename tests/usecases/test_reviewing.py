"""A profile is submitted, argued with by four departments, and approved once nothing is open."""

import threading

import pytest

from icpbot.domain.errors import Conflict, UsageError
from icpbot.domain.profile import Claim, Criterion, Profile, ProfileStatus, Range
from icpbot.domain.review import Department, Opinion, objections
from icpbot.usecases.profiles import approve, current, reject, rollback, save, submit
from icpbot.usecases.reviewing import ALL, department_named, remark, section_named
from icpbot.usecases.showing.review import review_reply

LOGISTICS = Profile(
    name="Logistyka",
    criteria=(Criterion(attribute="employees", ideal=Range(min=50, max=500)),),
    claims=(Claim(kind="pain", text="Przepisywanie listów"), Claim(kind="trigger", text="Audyt")),
)


@pytest.fixture
def profile(desk):
    save(LOGISTICS, desk=desk)
    return submit(None, desk=desk)


@pytest.fixture
def say(desk):
    def remarked(section, opinion, department=Department.SALES, **rest):
        given = {"by": "Ola", "desk": desk, "may_approve": True, **rest}
        return remark(current(desk), section, opinion, department=department, **given)

    return remarked


def test_the_last_agreement_approves_with_the_names_of_all_who_agreed(desk, profile, say):
    for department in tuple(Department)[:-1]:
        assert say(ALL, Opinion.AGREE, department).status is ProfileStatus.IN_REVIEW

    done = say(ALL, Opinion.AGREE, Department.SUPPORT, by="Jan")

    assert done.status is ProfileStatus.APPROVED
    assert done.approved_by == "Ola (sales), Ola (marketing), Ola (customer-success), Jan (support)"
    assert done.approved_at is not None


def test_who_may_not_approve_leaves_that_to_somebody_who_may(desk, profile, say):
    for department in Department:
        done = say(ALL, Opinion.AGREE, department, may_approve=False)

    assert done.status is ProfileStatus.IN_REVIEW


def test_an_objection_holds_the_approval_until_it_is_taken_back_or_overruled_with_a_reason(
    desk, profile, say
):
    say("trigger", Opinion.OBJECT, Department.SUPPORT, text="Nikt tego nie mówi")
    with pytest.raises(Conflict, match="approve-objections"):
        approve(None, by="Anna", desk=desk)

    done = approve(None, by="Anna", desk=desk, why="Sprawdzimy w maju")

    assert (done.status, done.decided_why) == (ProfileStatus.APPROVED, "Sprawdzimy w maju")
    assert len(objections(done.review, done.sections)) == 1


def test_agreeing_to_the_rest_leaves_the_objection_where_it_is(desk, profile, say):
    say("trigger", Opinion.OBJECT, text="Ne")
    done = say(ALL, Opinion.AGREE)

    assert [r.section for r in objections(done.review, done.sections)] == ["trigger"]


def test_a_team_that_wants_no_review_approves_at_once(desk):
    save(LOGISTICS, desk=desk)

    assert approve(None, by="Anna", desk=desk).status is ProfileStatus.APPROVED


def test_a_review_that_was_sent_back_begins_anew_and_a_new_version_has_none(desk, profile, say):
    say("pain", Opinion.AGREE)
    assert submit(None, desk=desk).review
    reject(None, why="Mało", desk=desk)
    assert submit(None, desk=desk).review == ()

    say("pain", Opinion.AGREE)
    newer = save(LOGISTICS.model_copy(update={"description": "Nowy"}), desk=desk)
    assert (newer.version, newer.review) == (2, ())


def test_what_cannot_be_said_is_refused_by_name(desk, profile, say):
    with pytest.raises(UsageError, match="review-no-words"):
        say("pain", Opinion.OBJECT, text="  ")
    with pytest.raises(UsageError, match="review-no-section"):
        say("job", Opinion.AGREE)
    with pytest.raises(UsageError, match="review-no-department"):
        department_named("legal", desk)
    approve(None, by="Anna", desk=desk)
    with pytest.raises(Conflict, match="review-not-open"):
        say("pain", Opinion.AGREE)


@pytest.mark.parametrize("words", ["pain", "pains", "Pains", "Bolączki", "bolesti", "Болі", "痛点"])
def test_sections_go_by_their_key_and_their_heading_in_any_language(desk, profile, words):
    assert section_named(words, profile, desk) == "pain"


@pytest.mark.parametrize(
    ("words", "department"),
    [
        ("customer success", Department.CUSTOMER_SUCCESS), ("customer_success", Department.CUSTOMER_SUCCESS),
        ("Sprzedaż", Department.SALES), ("podpora", Department.SUPPORT), ("Маркетинг", Department.MARKETING),
        ("销售", Department.SALES),
    ],
)  # fmt: skip
def test_departments_go_by_their_name_in_any_language(desk, words, department):
    assert department_named(words, desk) is department


def test_of_remarks_made_at_the_same_moment_none_is_lost(desk, profile):
    def object_to(number):
        remark(
            profile,
            "pain",
            Opinion.COMMENT,
            department=Department.SALES,
            by=str(number),
            desk=desk,
            text="Hm",
        )

    people = [threading.Thread(target=object_to, args=(n,)) for n in range(8)]
    for person in people:
        person.start()
    for person in people:
        person.join()

    assert sorted(r.by for r in current(desk).review) == sorted(map(str, range(8)))


def test_the_summary_says_who_agrees_who_objects_and_who_is_silent(desk, profile, say):
    say(ALL, Opinion.AGREE, Department.MARKETING)
    say("trigger", Opinion.OBJECT, Department.SUPPORT, by="Jan", text="Nikt")
    done = say("pain", Opinion.COMMENT, text="Dobré")

    told = review_reply(done, Department.SALES, desk=desk, language="en")

    assert told.lines == (
        "Departments that agree: 1 of 4",
        "✗ Support objects to Triggers: “Nikt” (Jan)",
        "? Sales has not spoken of: Criteria, Pains, Triggers",
        "? Customer success has not spoken of: Criteria, Pains, Triggers",
        "? Support has not spoken of: Criteria, Pains",
        "Sales on Pains: “Dobré” (Ola)",
    )
    assert [b.action for b in told.buttons] == [
        "review-agree", "review-other", *["review-agree", "remark"] * 3,
    ]  # fmt: skip


def test_going_back_makes_a_new_version_that_says_what_the_old_one_said(desk):
    first = save(LOGISTICS, desk=desk)
    save(LOGISTICS.model_copy(update={"claims": ()}), desk=desk)
    approve(None, by="Anna", desk=desk)

    back = rollback(None, 1, desk=desk)

    assert (back.version, back.status, back.approved_by) == (3, ProfileStatus.DRAFT, None)
    assert (back.criteria, back.claims) == (first.criteria, first.claims)
    assert current(desk).version == 3
