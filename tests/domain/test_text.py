"""Words, sentences and the form in which two spellings are equal."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.domain.text import fold, normalised, sentences, shorten, terms, word_count

ANY_TEXT = st.text(
    alphabet=st.sampled_from("aB žŁ.,!?…。？\n\t“„”–—-'’ 12你好系统AIéß\u0301\u00ad\u200bñ"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("… – !", 0),
        ("Nobody trusts the numbers.", 4),
        ("don't re-type 1.5 hours", 4),
        ("Dvě hodiny denně přepisujeme", 4),
        ("我们用系统", 3),
        ("AI客户", 2),
        ("我们用CRM系统", 4),
        ("客户AI客户", 3),
    ],
)
def test_two_han_characters_count_as_one_word_beside_words_of_letters(text, words) -> None:
    assert word_count(text) == words


@given(ANY_TEXT, ANY_TEXT)
def test_words_of_a_text_are_never_negative_and_add_up_over_lines(left, right) -> None:
    together = word_count(f"{left}\n{right}")

    assert 0 <= together <= word_count(left) + word_count(right)
    assert together >= max(word_count(left), word_count(right))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Žabka", "zabka"), ("ŁÓDŹ", "łódź"), ("Đakovo", "dakovo"), ("Øresund", "oresund"), ("„Foo“", '"foo"')],
)
def test_spellings_that_differ_in_case_and_accents_fold_to_the_same(one, other) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=30))
def test_folding_again_changes_nothing(text) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_every_normalised_character_comes_from_the_offset_it_names(text) -> None:
    form, offsets = normalised(text)

    assert len(form) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(
        char in (normalised(text[at])[0] or " ") or char == " "
        for char, at in zip(form, offsets, strict=True)
    )
    assert form == form.strip()
    assert "  " not in form


@given(ANY_TEXT)
def test_the_normalised_form_is_the_same_for_composed_and_decomposed_accents(text) -> None:
    assert (
        normalised(unicodedata.normalize("NFC", text))[0] == normalised(unicodedata.normalize("NFD", text))[0]
    )


@given(ANY_TEXT)
def test_sentences_cover_everything_but_white_space_in_order(text) -> None:
    spans = list(sentences(text))

    said = "".join(text[a:b] for a, b in spans)
    assert "".join(said.split()) == "".join(text.split())
    assert all(a < b and not text[a].isspace() and not text[b - 1].isspace() for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Hall signs. I do not.", ["Dr. Hall signs.", "I do not."]),
        ("We use tools, e.g. Excel. That is all.", ["We use tools, e.g. Excel.", "That is all."]),
        ("Did it help? No. We went back.", ["Did it help?", "No.", "We went back."]),
        ("Room No. 5 is ours. Fine.", ["Room No. 5 is ours.", "Fine."]),
        ("We waited until 5. Then we left.", ["We waited until 5.", "Then we left."]),
        ("Kosztuje np. 20 zł. Drogo.", ["Kosztuje np. 20 zł.", "Drogo."]),
        ("To m.in. Excel. Tyle.", ["To m.in. Excel.", "Tyle."]),
        ("Stojí to 20 tis. Kč. Hodně.", ["Stojí to 20 tis. Kč.", "Hodně."]),
        ("Začali jsme 5. května. Pak nic.", ["Začali jsme 5. května.", "Pak nic."]),
        ("Платимо 20 тис. грн. на місяць. Усе.", ["Платимо 20 тис. грн. на місяць.", "Усе."]),
        ("我们每天重复录入。没人相信数字！", ["我们每天重复录入。", "没人相信数字！"]),
        ("first line\nsecond line", ["first line", "second line"]),
        ("It costs 12.5 now. OK.", ["It costs 12.5 now.", "OK."]),
    ],
)
def test_sentences_end_where_people_end_them_and_not_after_abbreviations(text, expected) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("przepisujemy", "przepisywanie"),
        ("magazynów", "magazyny"),
        ("складів", "складі"),
        ("RE-TYPING", "re typing"),
    ],
)
def test_endings_and_accents_do_not_part_search_terms(one, other) -> None:
    assert terms(one) == terms(other)


def test_terms_keep_numbers_whole_and_cut_han_text_into_pairs() -> None:
    assert terms("ISO 27001, CRM系统不好") == ["iso", "27001", "crm", "系统", "统不", "不好"]


@given(st.text(max_size=80), st.integers(min_value=1, max_value=40))
def test_shortened_text_fits_its_limit(text, limit) -> None:
    short = shorten(text, limit)

    assert len(short) <= limit
    assert short == text or short.endswith("…")
