"""What stands in quotation marks was said so."""

import pytest

from icpbot.domain.borrowed import borrowed, stands_by

SAID = (
    "We spent two hours every day re-typing delivery notes.",
    "Codziennie dwie godziny przepisujemy listy przewozowe.",
    "Dvě hodiny denně přepisujeme dodací listy.",
    "Щодня дві години переписуємо накладні.",
    "我们每天花两个小时重新录入送货单。",
    "Nobody's watching, and we don't trust it.",
)


@pytest.mark.parametrize(
    "line",
    [
        "You said “two hours every day”: what would you do with them?",
        "„dwie godziny przepisujemy” — jak to wygląda u Państwa?",
        "„Dvě hodiny denně“ u vás také?",
        "Чи знайомо вам «дві години переписуємо накладні»?",
        "「每天花两个小时」，您也一样吗？",
        'They "spent two hours every day" on it.',
        "They 'spent two hours every day' on it.",
        "It's what they don't say: ‘we don’t trust it’.",
        "No marks at all, and the customers' notes.",
        "“Two  hours EVERY day” and „listy przewozowe”.",
    ],
)
def test_a_line_stands_by_words_that_were_said(line):
    assert stands_by(line, SAID)


@pytest.mark.parametrize(
    "line",
    [
        "You said “three hours every day”.",
        "„dwie godziny dziennie przepisujemy” — a u Państwa?",
        "„Dvě hodiny týdně“ u vás také?",
        "Чи знайомо вам «три години переписуємо»?",
        "「每天花三个小时」，您也一样吗？",
        'They "love it" and "spent two hours every day".',
        "They 'love every bit of it' now.",
        "‘We don’t love it’, they say.",
        "“two hours every day and nothing closes this",
        "Nothing opened this, and yet it ends: love it”.",
        "An empty one: “”.",
    ],
)
def test_a_line_falls_with_words_that_nobody_said(line):
    assert not stands_by(line, SAID)


def test_words_of_two_quotes_are_not_put_together_to_one():
    assert not stands_by("“listy przewozowe přepisujeme”", SAID)


def test_every_stretch_is_found():
    assert list(borrowed("“a b” and «c d» but it's „e f“")) == ["a b", "c d", "e f"]
