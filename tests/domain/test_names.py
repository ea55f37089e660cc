"""Two spellings of one company are one, two companies stay two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icpbot.adapters.language.fuzzy import FuzzyNames
from icpbot.domain.names import Match, host_of, is_legal_form, key_of, label_of, resolve
from icpbot.domain.text import fold

ACCOUNTS = [
    "Kolos Logistik s.r.o.", "Harborline Distribution Ltd", "Żabka Polska sp. z o.o.", "Żabka Nano S.A.",
    "Bruk-Trans", "ТОВ «Нова Пошта»", "远禾汽配有限公司", "Depot Systems 12", "Depot Systems 13", "Foo GmbH", "Foo AG",
]  # fmt: skip


def found(asked: str, names: list[str] = ACCOUNTS):
    return resolve(asked, FuzzyNames().matches(asked, names))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Żabka Polska sp. z o.o.", "zabka polska"),
        ("ŻABKA POLSKA Sp. z o. o.", "zabka polska"),
        ("Żabka Polska Sp. z o.o. Sp. k.", "zabka polska"),
        ("Agrohurt spółka akcyjna", "agrohurt"),
        ("Kolos, s.r.o.", "kolos"),
        ("Kolos spol. s r.o.", "kolos"),
        ("Kolos a.s.", "kolos"),
        ("Kolos, v.o.s.", "kolos"),
        ("Müller GmbH & Co. KG", "muller"),
        ("Müller AG", "muller"),
        ("Acme, Inc.", "acme"),
        ("Harborline Ltd", "harborline"),
        ("ТОВ «Нова Пошта»", "нова пошта"),
        ("Стрибор, ТОВ", "стрибор"),
        ('ПрАТ "Стрибор"', "стрибор"),
        ("远禾汽配有限公司", "远禾汽配"),
        ("汉麓供应链股份有限公司", "汉麓供应链"),
        ("Johnson & Johnson", "johnson johnson"),
        ("Johnson&Johnson", "johnson johnson"),
    ],
)
def test_a_key_is_the_name_without_case_accents_and_legal_form(name, key) -> None:
    assert key_of(name) == key


@pytest.mark.parametrize(
    "name", ["Group Nine", "Company Store", "AS Roma", "Limited Brands", "Spa Resort", "Vasa", "Holding Nova"]
)
def test_a_word_that_is_a_legal_form_elsewhere_stays_in_a_name(name) -> None:
    assert key_of(name) == name.casefold()


@pytest.mark.parametrize("name", ["GmbH", "s.r.o.", "Inc.", "有限公司"])
def test_a_name_that_is_nothing_but_a_legal_form_keeps_it(name) -> None:
    assert key_of(name)


@given(st.text(max_size=30))
def test_a_key_is_its_own_key_and_never_empty_for_a_name_with_letters(name) -> None:
    key = key_of(name)

    assert key_of(key) == key or key_of(key) in key
    assert bool(key) or not any(char.isalnum() for char in fold(name))


@pytest.mark.parametrize(
    ("text", "is_form"),
    [("s.r.o.", True), ("Inc", True), ("sp. z o.o.", True), ("Kolos s.r.o.", False), ("Nova", False)],
)
def test_a_legal_form_alone_is_told_from_a_name(text, is_form) -> None:
    assert is_legal_form(text) is is_form


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("kolos logistik", "Kolos Logistik s.r.o."),
        ("Harborline Distribuition", "Harborline Distribution Ltd"),
        ("zabka polska", "Żabka Polska sp. z o.o."),
        ("Нова пошта", "ТОВ «Нова Пошта»"),
        ("远禾汽配", "远禾汽配有限公司"),
        ("Foo GmbH", "Foo GmbH"),
    ],
)
def test_a_name_finds_its_account(asked, name) -> None:
    assert found(asked).name == name


@pytest.mark.parametrize(
    ("asked", "candidates"),
    [
        ("Żabka", {"Żabka Polska sp. z o.o.", "Żabka Nano S.A."}),
        ("Kolos", {"Kolos Logistik s.r.o."}),
        ("Foo", {"Foo GmbH", "Foo AG"}),
        ("Foo s.r.o.", {"Foo GmbH", "Foo AG"}),
    ],
)
def test_several_possible_accounts_are_put_to_the_person(asked, candidates) -> None:
    resolution = found(asked)

    assert resolution.name is None
    assert set(resolution.candidates) == candidates


def test_a_name_with_another_number_is_another_company() -> None:
    resolution = found("Depot Systems 14", ["Depot Systems 12"])

    assert resolution.name is None


@pytest.mark.parametrize("asked", ["Quux Handels", "Зовсім інша", "", "???"])
def test_a_name_like_nothing_finds_nobody(asked) -> None:
    assert found(asked).name is None


def test_two_that_are_nearly_as_alike_are_not_guessed_between() -> None:
    matches = [Match(name="Alfa Trans", edits=1), Match(name="Alpha Trans", edits=2)]

    assert resolve("Allfa Trans", matches).candidates == ("Alfa Trans", "Alpha Trans")


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Nova Poshta", "ТОВ «Нова Пошта»"),
        ("Nowa Poszta", "ТОВ «Нова Пошта»"),
        ("Yuanhe Qipei", "远禾汽配有限公司"),
        ("KolosLogistik", "Kolos Logistik s.r.o."),
        ("Kolos Logistik GmbH", "Kolos Logistik s.r.o."),
        ("Harborline Distribution Ltdd", "Harborline Distribution Ltd"),
        ("Foo AG.", "Foo AG"),
    ],
)
def test_script_spaces_and_a_translated_legal_form_make_no_other_company(asked, name) -> None:
    assert found(asked).name == name


@pytest.mark.parametrize(
    ("asked", "names", "candidates"),
    [
        ("Foo AG", ["Foo GmbH"], ("Foo GmbH",)),
        ("Alphabet Inc. (Class B)", ["Alphabet Inc. (Class A)"], ("Alphabet Inc. (Class A)",)),
        ("Ba", ["Bo", "Bi"], ("Bi", "Bo")),
        ("Novex", ["Novax"], ("Novax",)),
        ("Kvitka", ["Kvitla"], ("Kvitla",)),
        ("Harborline", ["Karborline"], ("Karborline",)),
        ("Duma Energetyka", ["Dama Energetyka"], ("Dama Energetyka",)),
        ("远禾汽配", ["远禾汽贸"], ("远禾汽贸",)),
    ],
)
def test_what_may_be_another_company_is_asked(asked, names, candidates) -> None:
    resolution = found(asked, names)

    assert (resolution.name, resolution.candidates) == (None, candidates)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Harborlne", "Harborline"),
        ("Harbroline Dsitribution", "Harborline Distribution"),
        ("Agrohrut Poznań", "Agrohurt Poznań"),
        ("Укрзерноторг Південь", "Укрзернотрог Південь"),
    ],
)
def test_a_slip_in_a_long_name_is_no_other_company(asked, name) -> None:
    assert found(asked, [name, "Kolos"]).name == name


def test_a_near_name_is_told_from_one_that_two_accounts_have() -> None:
    assert found("Novex", ["Novax"]).near
    assert not found("Foo", ["Foo GmbH", "Foo AG"]).near


@pytest.mark.parametrize(
    ("text", "host", "label"),
    [
        ("https://www.Kolos-Logistik.cz/o-nas?x=1", "kolos-logistik.cz", "kolos logistik"),
        ("anna@harborline.co.uk", "harborline.co.uk", "harborline"),
        ("nova.ua", "nova.ua", "nova"),
        ("Kolos s.r.o.", None, None),
        ("A. O. Smith", None, None),
    ],
)
def test_a_web_or_mail_address_names_its_host(text, host, label) -> None:
    assert host_of(text) == host
    assert host is None or label_of(host) == label


@given(st.text(alphabet="AaBcoOsřŁ .&'-ТОВнова有限公司", max_size=24))
def test_case_accents_and_punctuation_never_change_a_key(name) -> None:
    assert key_of(name.upper()) == key_of(name.lower())
    assert key_of(f" {name}, ") == key_of(name)
