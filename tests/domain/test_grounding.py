"""Nothing is quoted that no source says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.adapters.language.fuzzy import align
from icpbot.domain.grounding import ProposedClaim, find, locate, verify, without_loose_numbers
from icpbot.domain.passages import Passage

TEXTS = {
    "p1": "Honestly, “nobody – trusts” the numbers\nuntil  Friday. We spend 12 hours a week re-typing delivery notes.",
    "p2": "Dvě hodiny denně přepisujeme dodací listy, stojí to 12,5 tisíce. Bez podpisu v systému nám nezaplatí.",
    "p3": "我们每天都要把送货单重新录入系统两遍，没人相信数字。",
}


def passage(key: str, text: str, start: int) -> Passage:
    return Passage(id=key, source_id=f"s-{key}", turns=(0, 0), start=start, end=start + len(text), text=text)


SHOWN = [passage(key, text, 100 * n) for n, (key, text) in enumerate(TEXTS.items(), 1)]


def quoted(words: str, named: str = "p1"):
    return locate(words, named, SHOWN, align=align)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("nobody – trusts", "p1"),
        ('"Nobody - trusts" the numbers until Friday', "p1"),
        ("'nobody — trusts' the numbers", "p1"),
        ("NOBODY – TRUSTS” the\u00a0numbers until Friday.", "p1"),
        ("…12 hours a week…", "p1"),
        ("dvě hodiny denně", "p2"),
        ("dve\u030c hodiny denne\u030c", "p2"),
        ("没人相信数字", "p3"),
    ],
)
def test_a_quote_is_found_whatever_its_case_spacing_dashes_and_quotation_marks(words, key) -> None:
    citation = quoted(words, key)

    assert citation is not None
    assert citation.passage.id == key
    assert not citation.repaired
    at = citation.quote.start - citation.passage.start
    assert citation.quote.text == TEXTS[key][at : at + len(citation.quote.text)]


def test_the_offsets_of_a_quote_point_into_the_source() -> None:
    citation = quoted("the numbers until friday")

    assert citation is not None
    assert citation.quote.text == "the numbers\nuntil  Friday"
    assert (citation.quote.start, citation.quote.end) == (128, 128 + 25)


def test_a_quote_is_looked_for_in_the_other_passages_that_were_shown() -> None:
    citation = quoted("Bez podpisu v systému nám nezaplatí", named="p1")

    assert citation is not None
    assert citation.passage.id == "p2"


def test_the_named_passage_is_preferred() -> None:
    twins = [passage("a", "They all say the same.", 0), passage("b", "They all say the same.", 50)]

    citation = locate("they all say", "b", twins, align=align)

    assert citation is not None
    assert citation.passage.id == "b"


@pytest.mark.parametrize(
    ("words", "own"),
    [
        (
            "We spend 12 hours a week retyping delivery notes",
            "We spend 12 hours a week re-typing delivery notes",
        ),
        (
            "We spent 12 hours a week re-typing delivery notes",
            "We spend 12 hours a week re-typing delivery notes",
        ),
        ("Bez podpisu v systemu nám nezaplatí", "Bez podpisu v systému nám nezaplatí"),
    ],
)
def test_a_near_miss_is_replaced_by_the_words_of_the_source(words, own) -> None:
    citation = quoted(words)

    assert citation is not None
    assert citation.repaired
    assert citation.quote.text == own


def test_a_passage_a_little_shorter_than_the_quote_can_repair_it() -> None:
    shown = [passage("p", "We spend 12 hours a week retyping delivery notes", 0)]

    citation = locate("We spend 12 hours a week re-typing delivery notes", "p", shown, align=align)

    assert citation is not None
    assert citation.quote.text == shown[0].text


@pytest.mark.parametrize(
    "words",
    [
        "We spend 72 hours a week re-typing delivery notes",
        "We spend 2 hours a week re-typing delivery notes",
        "2 hours a week re-typing delivery notes",
        "We spend 1.2 hours a week re-typing delivery notes",
        "2 hours a week",
        "stojí to 12",
        "5 tisíce",
        "stojí to 125 tisíce. Bez podpisu v systému nám nezaplatí",
    ],
)
def test_another_number_is_never_a_near_miss(words) -> None:
    assert quoted(words) is None


@pytest.mark.parametrize(
    "words", ["", "…", "Friday", "we love your product", "body – trusts", "数据完全准确无误"]
)
def test_what_no_passage_says_is_dropped(words) -> None:
    assert quoted(words) is None


def test_a_word_is_not_cut_to_make_a_quote_fit() -> None:
    assert find("he has money", "She has money.") is None
    assert find("he has money", "She has money. Yes, he has money.") == (20, 32)


def test_a_claim_without_a_citation_left_is_dropped_and_counted() -> None:
    claims = [
        ProposedClaim(text="true", citations=(("p1", "nobody trusts it at all"), ("p1", "12 hours a week"))),
        ProposedClaim(
            text="repaired", citations=(("p1", "We spend 12 hours a week retyping delivery notes"),)
        ),
        ProposedClaim(text="invented", citations=(("p2", "they adore us"), ("nowhere", "so they say"))),
        ProposedClaim(text="bare"),
    ]

    verified = verify(claims, SHOWN, align=align)

    assert [claim.text for claim in verified.claims] == ["true", "repaired"]
    assert (verified.kept, verified.repaired, verified.dropped) == (1, 1, 3)


PIECES = st.sampled_from([t[a:b] for t in TEXTS.values() for a, b in ((0, 20), (11, 60), (40, 90), (5, 30))])
WORDS = st.one_of(
    st.text(max_size=40),
    PIECES,
    PIECES.map(str.upper),
    st.tuples(PIECES, st.text(max_size=3), PIECES).map("".join),
    st.tuples(PIECES, st.integers(0, 20)).map(lambda p: p[0][: p[1]] + "x" + p[0][p[1] + 1 :]),
)


@given(st.lists(st.tuples(st.sampled_from(["p1", "p2", "p3", "?"]), WORDS), max_size=4))
def test_whatever_a_model_claims_each_quote_equals_the_source_at_its_offsets(citations) -> None:
    verified = verify([ProposedClaim(text="x", citations=tuple(citations))], SHOWN, align=align)

    for claim in verified.claims:
        for citation in claim.citations:
            quote, text = citation.quote, citation.passage.text
            begin = citation.passage.start
            assert quote.text == text[quote.start - begin : quote.end - begin]
            assert quote.text.strip()
            assert quote.source_id == citation.passage.source_id
    assert verified.kept + verified.repaired + verified.dropped == len(citations)


def test_a_decimal_is_one_number_and_no_end_of_a_sentence() -> None:
    assert (
        without_loose_numbers("It takes 2.5 hours. Then 93 % left.", ["2.5 hours"], "en")
        == "It takes 2.5 hours."
    )
    assert without_loose_numbers("要花2.5小时。93%的人。", ["2.5小时"], "zh") == "要花2.5小时。"
    assert without_loose_numbers("It takes 2.5 hours.", ["25 hours, 2 or 5"], "en") == ""


@pytest.mark.parametrize(
    ("said", "known", "language"),
    [
        ("Seven of twelve said so.", "7 of 12", "en"), ("Siedmiu z dwunastu tak mówi.", "7 of 12", "pl"),
        ("Sedm z dvanácti to říká.", "seven of twelve", "cs"), ("Так кажуть сім із дванадцяти.", "7 з 12", "uk"),
        ("十二家客户中有七家这么说。", "7/12", "zh"), ("It takes 2 hours.", "zajmuje to dwie godziny", "en"),
        ("Half of them leave.", "połowa odchodzi", "en"), ("Ten klient tak mówi.", "nothing", "pl"),
        ("A set of rules for each pet.", "nothing", "en"), ("One of them, the first, left.", "nothing", "en"),
        ("这十分重要，一些人说万一。", "nothing", "zh"),
    ],
)  # fmt: skip
def test_numbers_agree_in_words_and_digits_of_any_language(said, known, language) -> None:
    assert without_loose_numbers(said, [known], language) == said


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Seven of twelve said so.", "en"), ("Ten of us left.", "en"), ("Siedmiu z dwunastu tak mówi.", "pl"),
        ("Pět z nich odešlo.", "cs"), ("Двоє, тобто половина, пішли.", "uk"), ("有七家客户这么说。", "zh"),
        ("Dwudziestu pięciu tak mówi.", "pl"), ("Seven of twelve said so.", "cs"),
    ],
)  # fmt: skip
def test_numbers_in_words_that_nobody_stated_are_left_out(said, language) -> None:
    assert without_loose_numbers(said, ["They say so, 20 or 6."], language) == ""
