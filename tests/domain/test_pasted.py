"""Facts that a pasted text states outright."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from icpbot.domain.pasted import facts_in
from icpbot.domain.values import Amount

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def told(text, catalogue) -> dict[str, object]:
    return {f.attribute: f.value for f in facts_in(text, catalogue, recorded_at=NOW)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Kolos is a logistics company from Czechia with 180 employees.",
            {"industry": "Logistics", "country": "CZ", "employees": 180},
        ),
        ("Firma zatrudnia około 1 200 osób.", {"employees": 1200}),
        ("Zaměstnává 45 lidí.", {"employees": 45}),
        ("У компанії 300 працівників.", {"employees": 300}),
        ("公司约有1200名员工，位于波兰。", {"employees": 1200, "country": "PL"}),
        ("They ship to Poland and to Ukraine.", {}),
        ("Not in Germany any more.", {}),
        ("They run SAP and it works.", {"tech_stack": ("SAP S/4HANA",)}),
        ("", {}),
    ],
)
def test_only_what_a_text_says_outright_is_a_fact(catalogue, text, facts) -> None:
    assert told(text, catalogue) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Our HQ is in San Francisco for employees to work from if they choose.", {}),
        ("Remote roles are based on the responsibilities of the individual.", {}),
        ("Headquartered in Boston, MA", {}),
        ("The company is headquartered in Toronto, CA.", {}),
        ("We are headquartered in Alpharetta, Georgia.", {}),
        ("We are based in Redmond, WA, USA.", {"country": "US"}),
        ("Headquartered in Cambridge, Massachusetts, it operates a network.", {"country": "US"}),
        ("Headquarters in Los Gatos, California and Dublin, Ireland.", {}),
        ("Siedziba w Niemczech.", {"country": "DE"}),
        ("Company size: < 50 employees", {}),
        ("Our tech and product team with more than 300 employees ships daily.", {}),
        ("They log into mobile banking apps every day.", {}),
        ("A new way to automate warehouse and third-party logistics.", {}),
        ("Kolos to polska firma logistyczna.", {"industry": "Logistics"}),
        ("Flisk is a financial technology company.", {"industry": "Fintech"}),
        ("Flisk is a technology company.", {"industry": "Information Technology"}),
    ],
)
def test_what_only_looks_like_a_fact_is_none(catalogue, text, facts) -> None:
    assert told(text, catalogue) == facts


def test_a_fact_points_at_its_place_in_the_text(catalogue) -> None:
    text = "Kolos, founded long ago, has 180 employees."

    (fact,) = facts_in(text, catalogue, recorded_at=NOW)

    assert fact.citation.text == text[fact.citation.start : fact.citation.end] == "180 employees"
    assert (fact.origin, fact.recorded_at) == ("text", NOW)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            ("O nas. Kolos jest firmą logistyczną z siedzibą w Polsce. Zatrudniamy ponad 250 osób. Założona w 1998 r., "
            "w 2024 roku przychody wyniosły 45 mln zł. Korzystamy z SAP."),
            {"industry": "Logistics", "country": "PL", "employees": 250, "founded": 1998, "revenue": Amount(number=45e6, currency="PLN"), "tech_stack": ("SAP S/4HANA",)},
        ),
        (
            ("Jsme logistická společnost se sídlem v České republice. Firma byla založena v roce 2004 a zaměstnává 1 200 lidí. "
            "Roční tržby 1,5 mld. Kč."),
            {"industry": "Logistics", "country": "CZ", "employees": 1200, "founded": 2004, "revenue": Amount(number=1.5e9, currency="CZK")},
        ),
        (
            "Стрибор — логістична компанія. Головний офіс: Україна, Київ. Компанію засновано у 2011 році, у нас працює близько 300 людей.",
            {"industry": "Logistics", "country": "UA", "employees": 300, "founded": 2011},
        ),
        (
            "远禾是一家物流公司，总部位于中国，成立于2009年，现有员工1200人，年收入约3亿元。",
            {"industry": "Logistics", "country": "CN", "employees": 1200, "founded": 2009, "revenue": Amount(number=3e8, currency="CNY")},
        ),
        (
            ("Harborline is a family-owned logistics company headquartered in Rotterdam, Netherlands. Founded in 1987, it employs "
            "about 480 people and had a turnover of €120 million."),
            {"industry": "Logistics", "country": "NL", "employees": 480, "founded": 1987, "revenue": Amount(number=120e6, currency="EUR")},
        ),
    ],
    ids=["pl", "cs", "uk", "zh", "en"],
)  # fmt: skip
def test_the_about_page_of_a_website_tells_its_firmographics(catalogue, text, facts) -> None:
    assert told(text, catalogue) == facts


@pytest.mark.parametrize(
    "text",
    [
        "We help companies with 50 to 500 employees hire faster.",
        "Trusted by 10,000 employees in forty countries.",
        "A report for firms with more than 200 employees.",
        "We opened our Berlin office in 2015 and our Prague branch was founded in 2018.",
        "Our revenue growth was 40 % and 3 million users signed up.",
        "We have customers in Poland, offices in Germany.",
        "A hotel operations platform for busy people.",
        "Pomagamy firmom zatrudniającym 50 pracowników.",
        "Naši klienti mají 200 poboček.",
        "It started with 2 team members.",
        "Between 1,001 and 5,000 employees.",
        "Our parent company has 30,000 employees.",
        "Heddle is a code host. Salesworks has over 30k employees.",
        "Spółka-matka zatrudnia 3000 osób.",
        "Naše mateřská společnost zaměstnává 3000 lidí.",
        "Материнська компанія налічує 3000 працівників.",
        "母公司有3000名员工。",
        "Jan Novák | obchodní ředitel | +420 777 123 456",
        "Олена Коваль, менеджерка з продажу, тел. +380 44 123 45 67",
    ],
)
def test_what_is_said_of_others_is_no_fact(catalogue, text) -> None:
    assert told(text, catalogue) == {}


def test_of_an_industry_and_one_within_it_the_narrower_is_told(catalogue) -> None:
    text = "Fennel is a financial services company. It is the oldest bank in town."

    assert told(text, catalogue) == {"industry": "Banking"}


def test_two_different_figures_for_one_thing_say_neither(catalogue) -> None:
    assert told("We have 120 employees. Last year 150 employees worked here.", catalogue) == {}


def test_every_fact_points_at_the_words_it_was_read_from(catalogue) -> None:
    text = "About us. Kolos is a logistics company, founded in 2004, based on hard work.\nHeadcount: 51-200\nCountry: Czechia"

    facts = {f.attribute: f for f in facts_in(text, catalogue, recorded_at=NOW)}

    assert set(facts) == {"industry", "founded", "employees", "country"}
    for key, words in {
        "industry": "logistics",
        "founded": "2004",
        "employees": "51-200",
        "country": "Czechia",
    }.items():
        citation = facts[key].citation
        assert citation.text == text[citation.start : citation.end]
        assert words in citation.text
        assert len(citation.text) < 60


@pytest.mark.parametrize("text", [
    "Naši zákazníci mají 900 zaměstnanců.", "Nasi klienci zatrudniają 500 pracowników.", "我们的客户平均有500名员工。",
    "Pomáháme firmám s 900 zaměstnanci.", "Наші клієнти мають дохід 20 млн євро.", "Our customers have revenue of €20m.",
])  # fmt: skip
def test_the_size_of_customers_is_not_the_companys(catalogue, text):
    assert told(text, catalogue) == {}


@pytest.mark.parametrize("text", [
    "Jesteśmy firmą transportową, 85 pracowników.", "Jsme dopravní firma z Brna, 85 zaměstnanců.",
    "Ми транспортна компанія, 85 працівників.",
])  # fmt: skip
def test_a_haulier_says_what_it_is(catalogue, text):
    assert told(text, catalogue) == {"industry": "Logistics", "employees": 85}
