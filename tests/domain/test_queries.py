"""What of a question is looked for."""

import pytest

from icpbot.domain.queries import Asking, asks_whether, understood

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
    assert query.excludes(["fakt", "mzd"])
    assert not query.excludes(["fakt"])


@pytest.mark.parametrize("text", ["ISO-27001", "5-10 pallets", "- 3", "re-typing", "a - b"])
def test_a_hyphen_or_a_dash_excludes_nothing(text) -> None:
    assert not understood(text, ASKING).without


@pytest.mark.parametrize("text", ["", "   ", "???", "-"])
def test_nothing_to_look_for_is_no_error(text) -> None:
    assert understood(text, ASKING).terms == ()


@pytest.mark.parametrize("question", [
    "Is price a problem?", "Do they use Excel?", "Czy księgowość jest problemem?", "Je cena problém?",
    "Mají řidiči problém s aplikacemi?", "Чи є ціна проблемою?", "价格是问题吗？", "价格是不是问题？",
])  # fmt: skip
def test_a_question_for_yes_or_no_is_about_one_thing(question):
    assert asks_whether(question)


@pytest.mark.parametrize("question", [
    "What problems do customers have?", "Who signs?", "Are there any objections?", "Czy mają jakieś obiekcje?",
    "Jakie problemy mają klienci?", "Jaké námitky slyšíme?", "Mají nějaké námitky?", "Хто вирішує?",
    "Чи є якісь заперечення?", "客户有什么痛点？", "客户有什么痛点吗？", "pains", "Islamabad customers?",
])  # fmt: skip
def test_a_question_for_whatever_there_is_is_about_the_kind(question):
    assert not asks_whether(question)
