"""What of a question is looked for."""

import pytest

from icpbot.domain.queries import Asking, understood

ASKING = Asking(
    ["what", "did", "the", "about", "say", "co", "mówią", "jak", "що", "кажуть", "про", "什么", "关于", "的"]
)


@pytest.mark.parametrize(
    ("asked", "content"),
    [
        ("What did the CFO say about invoices?", "CFO invoices?"),
        ("Co mówią o fakturach", "o fakturach"), ("CO MOWIA fakturach", "fakturach"),
        ("Що кажуть про накладні?", "накладні?"), ("关于发票有什么问题", "发票有 问题"),
        ("what did the", "what did the"), ("CRM-система", "CRM-система"),
    ],
)  # fmt: skip
def test_words_that_only_ask_are_left_out(asked, content) -> None:
    assert " ".join(understood(asked, ASKING).content.split()) == content


def test_a_single_character_of_asking_never_breaks_a_chinese_word() -> None:
    assert "目的" in understood("目的", Asking(["什么"])).content


@pytest.mark.parametrize(
    "quoted", ['"late invoices"', "„late invoices”", "«late invoices»", "「late invoices」"]
)
def test_a_phrase_in_any_quotation_marks_is_wanted_as_it_stands(quoted) -> None:
    query = understood(f"who complains about {quoted}", ASKING)

    assert query.quoted_in("They send LATE  invoices.")
    assert not query.quoted_in("Invoices come late.")


def test_a_word_with_a_minus_is_not_wanted_and_not_looked_for() -> None:
    query = understood("faktury -mzdy", ASKING)

    assert query.content == "faktury"
    assert query.excludes(["fakt", "mzdy"])
    assert not query.excludes(["fakt"])


@pytest.mark.parametrize("text", ["ISO-27001", "5-10 pallets", "- 3", "re-typing", "a - b"])
def test_a_hyphen_or_a_dash_excludes_nothing(text) -> None:
    assert not understood(text, ASKING).without


@pytest.mark.parametrize("text", ["", "   ", "???", "-"])
def test_nothing_to_look_for_is_no_error(text) -> None:
    assert understood(text, ASKING).terms == ()
