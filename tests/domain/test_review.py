"""What departments say of a profile, and what is still open."""

from datetime import UTC, datetime

import pytest

from icpbot.domain.profile import Claim, Criterion, Profile, Role
from icpbot.domain.review import (
    Department,
    Opinion,
    Remark,
    added,
    agreed,
    approvers,
    objections,
    settled,
    waiting,
)

SECTIONS = ("criteria", "pain")
AT = datetime(2026, 3, 1, tzinfo=UTC)


def said(opinion, section="pain", department=Department.SALES, by="Ola", text=""):
    return Remark(department=department, section=section, opinion=opinion, by=by, at=AT, text=text)


def test_the_last_word_of_a_department_counts_and_a_comment_is_none():
    objected = said(Opinion.OBJECT, text="Za mało")
    commented = said(Opinion.COMMENT, text="Zajímavé")

    assert objections((objected, commented), SECTIONS) == (objected,)
    assert objections((objected, said(Opinion.AGREE, by="Jan")), SECTIONS) == ()
    assert waiting((commented,), SECTIONS, Department.SALES) == SECTIONS
    assert waiting((objected,), SECTIONS, Department.SALES) == ("criteria",)


def test_the_objection_of_one_department_is_not_taken_back_by_another():
    remarks = (said(Opinion.OBJECT), said(Opinion.AGREE, department=Department.SUPPORT))

    assert len(objections(remarks, SECTIONS)) == 1


def test_it_is_settled_once_all_four_agree_to_everything():
    remarks = tuple(said(Opinion.AGREE, s, d) for d in Department for s in SECTIONS)

    assert settled(remarks, SECTIONS)
    assert not settled(remarks[:-1], SECTIONS)
    assert agreed(remarks[:-1], SECTIONS) == tuple(Department)[:-1]
    assert not settled((*remarks, said(Opinion.OBJECT)), SECTIONS)
    assert not settled((), ())


def test_approvers_are_named_once_with_their_department():
    remarks = (said(Opinion.AGREE, "pain"), said(Opinion.AGREE, "criteria"), said(Opinion.OBJECT, by="Jan"))

    assert list(approvers(remarks)) == ["Ola (sales)"]


def test_the_same_remark_twice_is_one():
    first = said(Opinion.COMMENT, text="对吗")
    later = first.model_copy(update={"at": datetime(2026, 3, 2, tzinfo=UTC)})

    assert added((first,), later) == (first,)
    assert len(added((first, said(Opinion.AGREE)), later)) == 3


@pytest.mark.parametrize(
    ("profile", "sections"),
    [
        (Profile(name="P"), ()),
        (Profile(name="P", disqualifiers=("B2C",)), ("criteria",)),
        (Profile(name="P", best_customer={"referrals": 1}), ("best_customer",)),
        (Profile(name="P", roles=(Role(title="CFO"),)), ("decision_role",)),
        (
            Profile(name="P", criteria=(Criterion(attribute="x"),), claims=(Claim(kind="pain", text="a"),)),
            ("criteria", "pain"),
        ),
        (Profile(name="P", claims=(Claim(kind="pain", text="a", status="rejected"),)), ()),
    ],
)
def test_a_profile_is_reviewed_in_the_sections_that_say_something(profile, sections):
    assert profile.sections == sections
