"""What a few words state of one attribute, whoever points at them and whatever they are taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from icpbot.adapters.knowledge.folder import KnowledgeFolder
from icpbot.domain.profile import AnyOf, Criterion, Range
from icpbot.domain.stated import stated, wanted
from icpbot.domain.values import Amount

CATALOGUE = KnowledgeFolder(Path(__file__).parents[2] / "knowledge").catalogue()
DOORS = Criterion(attribute="dock_doors", ideal=Range(min=10))
NIGHTS = Criterion(attribute="night deliveries", ideal=True)
LABELS = Criterion(attribute="eco labels", ideal=AnyOf(contains=("FSC",)))


def read(text: str, criterion: Criterion | str, told: str | None, quote: str | None = None):
    meant = Criterion(attribute=criterion) if isinstance(criterion, str) else criterion
    start = text.index(quote or text)
    place = start, start + len(quote or text)
    return stated(text, place, wanted(meant, CATALOGUE), CATALOGUE, told=told)


@pytest.mark.parametrize(
    ("text", "criterion", "told", "value"),
    [
        ("Nasz zespół to obecnie 85 doświadczonych specjalistów.", "employees", "85", 85),
        ("Náš tým tvoří 120 odborníků.", "employees", "120", 120),
        ("У нашій команді 64 фахівці, і ми ростемо.", "employees", "64", 64),
        ("У нашій команді 64 фахівців.", "employees", "64", 64),
        ("我们的团队有85名专家。", "employees", "85", 85),
        ("Our crew counts 40–60 professionals.", "employees", "40-60", 50),
        ("Mamy 14 magazynów w Polsce.", "warehouses", "14", 14),
        ("Máme 7 skladů a 40 vozidel.", "vehicles", "40", 40),
        ("Máme 7 skladů a 40 vozidel.", "warehouses", "7", 7),
        ("Ми маємо 9 складів.", "warehouses", "9", 9),
        ("公司拥有12个仓库。", "warehouses", "12", 12),
        ("Number of warehouses: 12", "warehouses", "12", 12),
        ("Active users: 300", "product_usage", "300", 300),
        ("We handle 40 000 orders per month.", "orders_per_month", "40,000", 40_000),
        ("We have 24 dock doors.", DOORS, "24", 24),
        ("We closed the year with revenue at 12.5 million EUR.", "revenue", "12.5 million EUR",
         Amount(number=12_500_000, currency="EUR")),
        ("Our registered address is in Poland.", "country", "Poland", "PL"),
        ("Naše společnost je zapsaná v Brně, registered in the Czech Republic.", "country", "Czechia", "CZ"),
        ("The firm has grown 40% (growth rate: 40%).", "growth_rate", "40%", 40),
        ("Mux has been on the road since 2015.", "founded", "2015", 2015),
        ("We run our own fleet of trucks.", "own_fleet", "yes", True),
        ("Vlastní vozový park nemáme, jezdíme bez něj.", "own_fleet", "yes", None),
        ("We do not have our own fleet.", "own_fleet", "no", False),
        ("We offer night deliveries.", NIGHTS, "yes", True),
        ("Ownership: family-owned", "ownership", "family-owned", "family-owned"),
        ("Město: Brno", "city", "Brno", "Brno"),
        ("We are ISO 9001 certified.", "certifications", "ISO 9001", ("ISO 9001",)),
        ("Our eco labels are FSC and PEFC.", LABELS, "FSC;PEFC", ("FSC", "PEFC")),
    ],
)  # fmt: skip
def test_what_is_stated_of_the_company_is_read_in_any_language(text, criterion, told, value) -> None:
    assert read(text, criterion, told) == value


@pytest.mark.parametrize(
    ("text", "criterion", "told", "quote"),
    [
        ("We help companies with 500 employees.", "employees", "500", "500 employees"),
        ("Naši zákazníci mají 500 zaměstnanců.", "employees", "500", "500 zaměstnanců"),
        ("Nasi klienci zatrudniają 500 pracowników.", "employees", "500", "500 pracowników"),
        ("Наші клієнти мають 500 працівників.", "employees", "500", "500 працівників"),
        ("我们的客户平均有500名员工。", "employees", "500", "500名员工"),
        ("We employ people across 12 warehouses.", "employees", "12", None),
        ("85 people attended our webinar.", "employees", "85", None),
        ("We have fewer than 50 employees.", "employees", "50", "50 employees"),
        ("90% employees recommend us.", "employees", "90", None),
        ("We have 24 doors.", DOORS, "24", None),
        ("The story began in Brno in 1998.", "founded", "1998", None),
        ("Our biggest customer is in Germany.", "country", "Germany", None),
        ("We ship to Germany.", "country", "DE", None),
        ("Suite 601, Santa Clara, CA 95054, headquarters", "country", "Canada", None),
        (
            "Regional offices: headquarters of the Czech branch are in the Czech Republic.",
            "country",
            "CZ",
            None,
        ),
        ("## Company technologies", "industry", "Information Technology", None),
        ("We believe in healthy lifestyles.", "industry", "Healthcare", None),
        ("Tens of millions of users in over 150 countries.", "product_usage", "150", None),
        ("Floor 17, Office 16, Broad Street", "locations", "16", None),
        ("Listed in the INC 5000 of fastest growing firms, growth 5000", "growth_rate", "5000", None),
        ("Software for logistics companies.", "industry", "Logistics", None),
        ("We integrate with SAP.", "tech_stack", "SAP", None),
        ("We plan our own fleet.", "own_fleet", "yes", None),
        ("Works for the whole family.", "ownership", "family", None),
        ("Brno is lovely in spring.", "city", "Brno", None),
        ("Our staff of many religions", "religion", "many", None),
    ],
)
def test_what_is_said_of_others_planned_or_nowhere_named_is_nothing(text, criterion, told, quote) -> None:
    assert read(text, criterion, told, quote) is None


@pytest.mark.parametrize(
    ("text", "criterion", "told"),
    [
        ("Number of warehouses: 12", "warehouses", "120"),
        ("Number of warehouses: 12", "warehouses", "many"),
        ("We closed the year with revenue at 12.5 million EUR.", "revenue", "12.5 million USD"),
        ("Our registered address is in Poland.", "country", "Germany"),
        ("We run our own fleet of trucks.", "own_fleet", "no"),
        ("Ownership: family-owned", "ownership", "state-owned"),
        ("We are ISO 9001 certified.", "certifications", "ISO 9001;ISO 27001"),
    ],
)
def test_a_value_that_differs_from_what_it_is_taken_for_does_not_count(text, criterion, told) -> None:
    assert read(text, criterion, told) is None


def test_without_anybodys_word_only_what_rules_can_tell_is_read() -> None:
    assert read("Number of warehouses: 12", "warehouses", None) == 12
    assert read("Město: Brno", "city", None) is None


def test_a_text_of_nothing_but_linking_words_ends_at_once() -> None:
    assert read("warehouses " + "is at to of in " * 400 + "x 12", "warehouses", "12") is None
