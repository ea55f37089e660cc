"""The country in which a text says that its company sits; and all the countries that are not it."""

from __future__ import annotations

import pytest

from icpbot.domain.seats import seats


def told(text, catalogue) -> set[str]:
    return {str(country) for country, _, _ in seats(text, catalogue)}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "Norrvik is a packaging producer based in Malmö, Sweden, with plants in Poland and Lithuania.",
            "SE",
        ),
        ("We are headquartered in Ghent, Belgium and serve retailers across Europe.", "BE"),
        ("Founded in 1998 and headquartered in Austin, TX, Fennel serves clinics.", "US"),
        ("Based in Leeds, England, we build scheduling software.", "GB"),
        ("A Denmark-based company, Holt ships spare parts worldwide.", "DK"),
        ("We are a small UK based company and hire here only.", "GB"),
        (
            "Holt Tools is an Estonian market leader. The company was founded in 1964 and is based in Tartu, Estonia.",
            "EE",
        ),
        ("Holt Group Co.,Ltd. was incorporated in 2001 and is headquartered in Kowloon, Hong Kong.", "HK"),
        ("We serve hospitals in Spain and are headquartered in Lyon, France.", "FR"),
        ("Offices\n- Utrecht, Netherlands (HQ)\n- Berlin, Germany\n- Madrid, Spain", "NL"),
        ("Our head office is located in Halifax, Nova Scotia, and we have a lab in Boston.", "CA"),
        ("Our HQ is in Dublin, Ireland. Most of our customers are based in Germany.", "IE"),
        ("Headquarters: 4 Mill Lane\nCountry: Portugal", "PT"),
        ("Fjord Data is based in Bosnia and Herzegovina.", "BA"),
        ("Jesteśmy producentem opakowań z siedzibą w Niemczech i magazynami w Polsce.", "DE"),
        ("Siedziba firmy mieści się w Pradze, Czechy. Mamy oddziały na Słowacji.", "CZ"),
        ("Kovar to software house. Nasza siedziba: Kraków, Polska.", "PL"),
        ("Jsme výrobce obalů se sídlem na Slovensku, dodáváme do Rakouska a Německa.", "SK"),
        ("Sídlíme v Brně, Česká republika, a máme pobočku v Polsku.", "CZ"),
        ("Штаб-квартира компанії знаходиться у Польщі, склади є в Німеччині та Чехії.", "PL"),
        ("Наш головний офіс — Львів, Україна. Маємо філію у Варшаві.", "UA"),
        ("公司总部位于新加坡，在马来西亚和泰国设有办事处。", "SG"),
        ("远禾是一家物流公司，位于中国深圳，服务德国客户。", "CN"),
    ],
)
def test_a_company_that_names_its_seat_sits_there(catalogue, text, country) -> None:
    assert told(text, catalogue) == {country}


@pytest.mark.parametrize(
    "text",
    [
        # markets and offices
        "We serve banks in Germany, Austria and Switzerland.",
        "With offices in Poland, Spain and Italy we are close to you.",
        "Our teams are spread over Portugal and Brazil.",
        # customers, partners, employees
        "Our customers are based in Germany.",
        "We help clients headquartered in Sweden find freight.",
        "One of our developers is based in São Paulo, Brazil.",
        "For people who are based in Canada there is a stipend.",
        "Most employees are based in Germany.",
        "Remote positions for applicants based in Poland.",
        "Our client is a Denmark-based company.",
        "Our founder sold a shop and is based in Norway.",
        # parents, subsidiaries, investors
        "Brightly is part of Holm Group, a company headquartered in Sweden.",
        "In 2019 we were acquired by a firm based in Canada.",
        "Our parent company is headquartered in Tokyo, Japan.",
        "Our subsidiary is based in Warsaw, Poland.",
        "Heddle is a code host. Salesworks is a Fortune 500 company based in Ohio, USA.",
        # another seat, a former one, a regional one, none
        "Formerly headquartered in Vienna, Austria.",
        "Our European headquarters are in Dublin, Ireland.",
        "UK HQ in London, England.",
        "Our international headquarters are in Dublin, Ireland.",
        "Toronto (Canada HQ)",
        "We are headquartered in Amsterdam and Mountain View, California.",
        "Headquarters in Paris, France and Montreal, Canada.",
        "We have no headquarters in Poland.",
        # names that are no countries here
        "Based in Perth, WA.",
        "Headquartered in Savannah, Georgia.",
        "The company is based in New South Wales.",
        "Based in India Street, Boston, MA.",
        "Our main office is in Valencia.",
        # Polish
        "Nasz klient ma siedzibę w Niemczech.",
        "Należymy do grupy Holm z siedzibą w Szwecji.",
        "Obsługujemy firmy z Niemiec, Czech i Słowacji.",
        "Mamy biura w Polsce, Niemczech i Czechach.",
        "Dawniej z siedzibą w Austrii.",
        "Spółka-matka ma siedzibę w Japonii.",
        # Czech
        "Patříme do skupiny Holm se sídlem ve Švédsku.",
        "Naše mateřská společnost sídlí v Německu.",
        "Naši zákazníci sídlí v Rakousku.",
        "Dodáváme do Polska a máme pobočku v Maďarsku.",
        "Původně se sídlem ve Francii.",
        # Ukrainian
        "Материнська компанія зі штаб-квартирою в Німеччині.",
        "Працюємо з клієнтами з Польщі та Чехії.",
        "Наш замовник — компанія з Канади.",
        "Колись головний офіс знаходився в Австрії.",
        "Маємо офіси у Польщі та Румунії.",
        # Chinese
        "我们的客户位于德国和法国。",
        "母公司总部位于日本。",
        "中国总部位于新加坡路。",
        "欧洲总部位于荷兰。",
        "工厂位于越南。",
        "产品销往美国和加拿大。",
        "原总部位于英国。",
        "总部位于中国和美国。",
    ],
)
def test_a_country_that_is_not_its_seat_is_left_out(catalogue, text) -> None:
    assert told(text, catalogue) == set()


def test_a_seat_points_at_the_words_that_name_it(catalogue) -> None:
    text = "Offices:\n* Leesburg, VA, USA (Headquarters)\n* Belfast, United Kingdom"

    ((country, start, end),) = seats(text, catalogue)

    assert (country, text[start:end]) == ("US", "Leesburg, VA, USA (Headquarters)")
