"""One table of months: whole names in a sentence, beginnings between a day and a year."""

import pytest

from icpbot.domain.months import _NAMES, month_beginning, month_of

WRITTEN = {
    "stycznia": 1, "únor": 2, "Března": 3, "квітня": 4, "May": 5, "červnu": 6, "červenec": 7, "sierpniu": 8,
    "вересні": 9, "października": 10, "листопада": 11, "prosince": 12,
}  # fmt: skip


@pytest.mark.parametrize(("word", "number"), WRITTEN.items())
def test_a_month_is_told_by_its_name_and_by_its_beginning(word, number):
    assert month_of(word) == month_beginning(word) == number


def test_every_name_begins_like_its_own_month():
    told = {name: month_beginning(name) for names in _NAMES for name in names.split()}

    assert told == {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}


@pytest.mark.parametrize(
    ("word", "number"), [("čvn", 6), ("čvc", 7), ("paź", 10), ("Sie", 8), ("Okt", 10), ("лис", None)]
)
def test_what_a_date_shortens_is_no_month_in_a_sentence(word, number):
    assert month_beginning(word) == number
    assert month_of(word) is None
