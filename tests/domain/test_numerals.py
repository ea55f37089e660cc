"""Numbers written as words."""

import pytest

from icpbot.domain.numerals import in_digits, numbers_in_words


@pytest.mark.parametrize(
    ("said", "language", "amounts"),
    [
        ("two hundred and three people, and one more", "en", {"203"}),
        ("Three thousand five hundred; twenty-one", "en", {"3500", "21"}),
        ("two thousand, three of them", "en", {"2000", "3"}),
        ("two, three or four and five", "en", {"2", "3", "4", "5"}),
        ("One after another, the first", "en", set()),
        ("tysiąc pięćset", "pl", {"1500"}),
        ("sto dwadzieścia jeden; jeden z nich; ten klient", "pl", {"121"}),
        ("dvě stě padesát lidí, pět set", "cs", {"250", "500"}),
        ("двадцять п’ять компаній, двісті один", "uk", {"25", "201"}),
        ("三家公司，十二个人，两百五十", "zh", {"3", "12", "250"}),
        ("十分重要，一些，万一", "zh", set()),
        ("ten pet set", None, {"10", "500"}),
    ],
)
def test_what_numerals_amount_to(said, language, amounts) -> None:
    assert numbers_in_words(said, language) == amounts


def test_han_numbers_become_digits() -> None:
    assert in_digits("五十到五百人，三年") == "50到500人，三年"
