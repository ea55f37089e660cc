import pytest

from icpbot.domain.roles import Action, Role, least, may, role_in


@pytest.mark.parametrize("action", list(Action))
def test_who_may_more_may_also_what_who_may_less_may(action):
    rights = [may(role, action) for role in Role]

    assert rights == sorted(rights)
    assert rights[-1]


def test_each_role_may_what_it_is_for():
    granted = {role: {action for action in Action if may(role, action)} for role in Role}

    assert granted == {
        Role.MEMBER: {Action.UPLOAD},
        Role.RESEARCHER: {Action.UPLOAD, Action.FORGET},
        Role.OWNER: set(Action),
    }


@pytest.mark.parametrize("uploads", list(Role))
def test_a_workspace_can_ask_for_more_of_those_who_upload_and_of_nobody_else(uploads):
    assert least(Action.UPLOAD, uploads) is uploads
    assert [may(role, Action.UPLOAD, uploads) for role in Role].count(True) == 3 - list(Role).index(uploads)
    assert all(least(action, uploads) is least(action) for action in Action if action is not Action.UPLOAD)


def test_a_role_given_counts_more_than_one_that_slack_gave():
    assert role_in(None, admin=True) is Role.OWNER
    assert role_in(None, admin=False) is Role.MEMBER
    assert role_in(Role.MEMBER, admin=True) is Role.MEMBER
    assert role_in(Role.OWNER, admin=False) is Role.OWNER
