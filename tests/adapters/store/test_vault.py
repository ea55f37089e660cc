"""What the vault locks cannot be read, and what it signs cannot be forged."""

import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.adapters.store.vault import Vault, kept_key
from icpbot.domain.errors import UsageError

OLD, NEW = "the old key, long enough", "the new key, long enough"


@given(st.text(max_size=80))
def test_what_is_locked_opens_again(text):
    vault = Vault([NEW])

    locked = vault.locked(text)

    assert vault.opened(locked) == text


def test_what_is_locked_shows_nothing_of_it():
    assert "xoxb" not in Vault([NEW]).locked("xoxb-1234-secret")


def test_the_same_text_is_never_locked_alike():
    assert Vault([NEW]).locked("xoxb-1") != Vault([NEW]).locked("xoxb-1")


def test_the_first_key_locks_and_all_of_them_open():
    old, both, new = Vault([OLD]), Vault([NEW, OLD]), Vault([NEW])
    before, after = old.locked("žlutý kůň"), both.locked("żółw")

    assert both.opened(before) == "žlutý kůň"
    assert new.opened(after) == "żółw"
    assert new.opened(both.relocked(before)) == "žlutý kůň"


@pytest.mark.parametrize("damage", [lambda t: t[:-2], lambda t: t[::-1], lambda _: "", lambda _: "ü"])
def test_what_was_changed_or_locked_under_another_key_is_refused_in_one_sentence(damage):
    with pytest.raises(UsageError, match="secret-key-unknown"):
        Vault([NEW]).opened(damage(Vault([NEW]).locked("xoxb-1")))
    with pytest.raises(UsageError, match="secret-key-unknown"):
        Vault([NEW]).relocked(Vault([OLD]).locked("xoxb-1"))


def test_signatures_of_an_older_key_still_hold_and_those_of_a_removed_one_do_not():
    signature = Vault([OLD]).signature("a1.99")

    assert Vault([NEW, OLD]).holds("a1.99", signature)
    assert not Vault([NEW]).holds("a1.99", signature)
    assert Vault([NEW, OLD]).signature("a1.99") == Vault([NEW]).signature("a1.99") != signature


@pytest.mark.parametrize("forged", ["", "x", "ž", "\udc80", "A" * 24])
def test_a_guess_is_no_signature(forged):
    assert not Vault([NEW]).holds("a1.99", forged)


def test_what_signs_does_not_lock():
    vault = Vault([NEW])

    assert not vault.holds("text", vault.locked("text"))


def test_the_kept_key_is_made_once_and_is_for_its_owner_alone(tmp_path):
    file = tmp_path / "link.key"

    first = kept_key(file)

    assert len(first) >= 32
    assert kept_key(file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["link.key"]


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path):
    with pytest.raises(UsageError, match="ICPBOT_SECRET_KEY"):
        kept_key(tmp_path / "missing" / "link.key")
