"""Commands that set things are known by their form; sentences that begin with the same word are not."""

import pytest

from icpbot.domain.routing import Intent, by_form


@pytest.mark.parametrize(
    ("text", "intent", "rest"),
    [
        ("admin", Intent.ADMIN, ""),
        ("/icp admin", Intent.ADMIN, ""),
        ("admin @ana owner", Intent.ADMIN, "@ana owner"),
        ("admin @ana właściciel", Intent.ADMIN, "@ana właściciel"),
        ("admin @ana 所有者", Intent.ADMIN, "@ana 所有者"),
        ("Admin language uk", Intent.ADMIN, "language uk"),
        ("admin retention 90", Intent.ADMIN, "retention 90"),
        ("admin upload researcher", Intent.ADMIN, "upload researcher"),
        ("profile link", Intent.LINK, ""),
        ("Profile Link Mid-market logistics", Intent.LINK, "Mid-market logistics"),
        ("profile unlink", Intent.UNLINK, ""),
        ("profile", Intent.PROFILE, ""),
    ],
)
def test_a_command_is_known(text, intent, rest):
    found = by_form(text)

    assert (found.intent, found.text) == (intent, rest)


@pytest.mark.parametrize(
    "text",
    [
        "admin work is what hurts most",
        "admin people at Kolos complain about what?",
        "administrátoři nám říkají, že to trvá dlouho",
        "profile linked to which pains?",
        "admin retention was the reason they left",
    ],
)
def test_a_sentence_is_not(text):
    found = by_form(text)

    assert found is None or found.intent not in {Intent.ADMIN, Intent.LINK, Intent.UNLINK}
