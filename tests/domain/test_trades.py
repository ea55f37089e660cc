"""What a company says it is; and the industries of others that a text also names."""

from __future__ import annotations

import pytest

from icpbot.domain.trades import trades


def told(text, catalogue) -> set[str]:
    return {str(term) for term, _, _ in trades(text, "industry", catalogue)}


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("Fennel is a family-run logistics company that serves hospitals and clinics.", "Logistics"),
        ("We are a hotel software company.", "Software Development"),
        ("Brightly is a health insurance provider for freelancers.", "Insurance"),
        ("As a digital marketing agency, we plan campaigns for banks.", "Marketing Agency"),
        ("Holt, a leading construction company, builds schools.", "Construction"),
        ("Holt is an IT services and consulting firm.", "IT Services"),
        ("Holt is a software development & IT consulting agency.", "Information Technology"),
        ("Holt is a cybersecurity technology firm.", "Cybersecurity"),
        ("Holt (formerly Nord) is a management consultancy with clients in retail.", "Consulting"),
        ("Holt operates as a logistics company in China.", "Logistics"),
        ("Holt is a global technology company.", "Information Technology"),
        ("About us\nIndustry: Insurance\nWebsite: holt.example", "Insurance"),
        ("Jesteśmy firmą logistyczną obsługującą szpitale i banki.", "Logistics"),
        ("Norda to polska firma budowlana, która stawia hotele.", "Construction"),
        ("Norda jest agencją marketingową dla branży medycznej.", "Marketing Agency"),
        ("Branża: ubezpieczenia", "Insurance"),
        ("Jsme logistická společnost, která obsluhuje nemocnice.", "Logistics"),
        ("Norda je stavební firma pro veřejný sektor.", "Construction"),
        ("Ми — логістична компанія, яка обслуговує лікарні.", "Logistics"),
        ("Норда — будівельна компанія для готелів.", "Construction"),
        ("我们是一家专为银行服务的物流公司。", "Logistics"),
        ("远禾是一家面向医院的软件公司。", "Software Development"),
    ],
)
def test_a_company_is_what_its_predicate_says(catalogue, text, industry) -> None:
    assert told(text, catalogue) == {industry}


@pytest.mark.parametrize(
    "text",
    [
        # the customers' industry
        "We make scheduling software for hospitals and logistics companies.",
        "Holt is a platform for insurance companies.",
        "Holt is the tool of choice of every insurance company.",
        "Holt is a platform used by the largest logistics company in Spain.",
        "Our customer Fennel is a logistics company.",
        "Our clients are construction firms.",
        # former days, parents, partners
        "Holt was a logistics company until 2015.",
        "Holt started as a construction company and sells tools today.",
        "Our parent company is a bank.",
        "We belong to Fennel, which is a logistics company.",
        "Our partner is an insurance company.",
        "Holt, an investment holding company, sells tools.",
        "Holt is a gaming company that runs casinos.",
        "Holt is a technology company that offers insurance to drivers.",
        "Holt is a consultancy whose developers build web shops.",
        "Holt is a Haskell consultancy.",
        # a word within a name or another noun
        "Holt is a bank account comparison site.",
        "Holt is the company culture and retail bank benchmarking tool.",
        "Holt is the software supply chain management company.",
        "Holt is a software supply chain security company.",
        "Holt is a venture production studio.",
        "Holt is a digital agency.",
        "Holt is a social media company.",
        # two kinds that nothing joins, or one that nobody knows
        "Holt is a news and technology company.",
        "Holt is a marketing, data, and consulting services company.",
        "Holt is a food technology company.",
        # somebody else's sentence
        "Holt builds tools. Salesworks is a construction company.",
        # Polish
        "Naszym klientem jest firma logistyczna.",
        "Tworzymy oprogramowanie dla szpitali i firm transportowych.",
        "Norda jest partnerem firm budowlanych.",
        "Norda należy do grupy, która jest firmą ubezpieczeniową.",
        "Norda to platforma dla firm logistycznych.",
        # Czech
        "Naším zákazníkem je logistická firma.",
        "Vyvíjíme software pro nemocnice a stavební firmy.",
        "Norda je partnerem stavebních firem.",
        "Norda je platforma pro logistické společnosti.",
        # Ukrainian
        "Наш клієнт — логістична компанія.",
        "Розробляємо програми для лікарень і будівельних компаній.",
        "Норда — платформа для логістичних компаній.",
        # Chinese
        "我们为物流公司提供软件。",
        "我们的客户是一家物流公司。",
        "远禾是物流公司的合作伙伴。",
        "母公司是一家建筑公司。",
    ],
)
def test_an_industry_that_is_another_ones_is_left_out(catalogue, text) -> None:
    assert told(text, catalogue) == set()


def test_a_trade_points_at_the_words_that_name_it(catalogue) -> None:
    text = "About Fennel\nFennel is a family-run logistics company. We like boats."

    ((industry, start, end),) = trades(text, "industry", catalogue)

    assert (industry, text[start:end]) == ("Logistics", "is a family-run logistics company")
