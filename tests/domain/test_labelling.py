"""Scores of labels."""

import pytest

from icpbot.domain.labelling import score

CASES = [("pain", "en"), ("pain", "cs"), ("none", "en"), ("tool", "cs")]


def test_one_label_a_case_makes_the_micro_f1_the_share_labelled_right():
    found = score(CASES, ["pain", "tool", "none", "tool"])
    assert found.micro_f1 == {"cs": 0.5, "en": 1.0, "all": 0.75}


def test_none_is_no_label_in_the_stricter_score():
    found = score(CASES, ["pain", "tool", "pain", "tool"])
    assert found.micro_f1_without_none == pytest.approx(4 / 7, abs=1e-3)
    assert score([("none", "en")], ["none"]).micro_f1_without_none == 0.0


def test_precision_is_unknown_when_a_label_is_never_given():
    kinds = score(CASES, ["tool", "tool", "none", "tool"]).kinds
    assert (kinds["pain"].precision, kinds["pain"].recall) == (None, 0.0)
    assert (kinds["tool"].precision, kinds["tool"].recall) == (pytest.approx(1 / 3, abs=1e-3), 1.0)
