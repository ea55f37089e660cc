from datetime import UTC, datetime, timedelta

import pytest

from icpbot.domain.links import MOST_HOURS, Gone, Link, gone, until

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def link(**changes):
    about = {"id": "a1", "workspace": "T1", "profile": "Logistika", "language": "cs", "audiences": ("channel:G1",),
             "made_by": "U1", "made_at": NOW, "expires_at": NOW + timedelta(hours=2)}  # fmt: skip
    return Link(**{**about, **changes})


def test_a_link_is_good_until_the_moment_it_expires():
    assert gone(link(), NOW + timedelta(hours=1, minutes=59)) is None
    assert gone(link(), NOW + timedelta(hours=2)) is Gone.EXPIRED


def test_a_revoked_link_is_revoked_even_when_it_has_also_expired():
    assert gone(link(revoked_at=NOW), NOW + timedelta(days=9)) is Gone.REVOKED


@pytest.mark.parametrize(("asked", "given"), [(-5, 1), (0, 1), (72, 72), (10**9, MOST_HOURS)])
def test_a_link_lives_an_hour_at_least_and_a_quarter_at_most(asked, given):
    assert until(NOW, asked) - NOW == timedelta(hours=given)


def test_its_reader_is_nobody_in_particular_and_may_read_the_workspace_and_its_conversation():
    reader = link().reader

    assert reader.readable == ("workspace", "channel:G1")
    assert reader.user is None
