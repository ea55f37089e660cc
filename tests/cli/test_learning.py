"""`icpbot profile gaps`, `guide` and `propose`."""

import pytest


@pytest.fixture
def profile(icpbot, tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(
        "name: Logistika\ncriteria:\n  - {attribute: employees, ideal: {min: 50}, weight: 2}\n"
        "claims:\n  - {kind: pain, text: Přepisování}\n"
    )
    assert icpbot("profile", "import", file).code == 0


def test_gaps_are_ranked_beside_what_they_were_before(icpbot, profile):
    found = icpbot("profile", "gaps", "--json").json

    assert set(found) >= {"gaps", "questions", "ranked", "review"}
    assert found["ranked"][0]["kind"] == "assumption"
    assert found["ranked"][0]["text"] in found["gaps"]


def test_the_guide_keeps_its_questions_and_brings_the_rest(icpbot, profile):
    found = icpbot("profile", "guide", "--incentive", "a book", "--json").json

    assert found["questions"]
    assert "a book" in found["invitation"]["text"]
    assert found["candidates"] == []


@pytest.mark.parametrize("numbers", ["0", "1", "x", "1,,2", ""])
def test_a_number_that_was_not_offered_is_wrong_usage(icpbot, profile, numbers):
    assert icpbot("profile", "propose", "--json").json["changes"] == []
    assert icpbot("profile", "propose", "--accept", numbers).code == 2
