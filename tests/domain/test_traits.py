"""What the best have in common, and what only looks like it."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
import yaml

from icpbot.domain.customers import Customer
from icpbot.domain.traits import OUTCOMES, Trait, TraitVerdict, find
from icpbot.domain.values import parse_value


@pytest.fixture(scope="module")
def sample(catalogue, root) -> list[Customer]:
    """The sample table, every column an attribute: whatever is offered is found here."""
    with (root / "knowledge/sample/customers/customers.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [
        Customer(
            account=row["account"],
            attributes={
                key: value
                for key, cell in row.items()
                if key != "account" and (value := parse_value(catalogue.attribute(key), cell)) is not None
            },
        )
        for row in rows
    ]


@pytest.fixture(scope="module")
def truth(root) -> dict[str, object]:
    return yaml.safe_load((root / "knowledge/sample/truth.yaml").read_text(encoding="utf-8"))["customers"]


@pytest.fixture(scope="module")
def best(truth) -> list[str]:
    return truth["best_quarter"]


@pytest.fixture(scope="module")
def found(sample, best, catalogue) -> list[Trait]:
    return find(sample, best, catalogue=catalogue)


def distinctive(traits: list[Trait]) -> set[str]:
    return {t.attribute for t in traits if t.verdict is TraitVerdict.DISTINCTIVE}


def test_the_planted_traits_of_the_sample_are_found(found, truth) -> None:
    assert {"employees", "warehouses", "own_fleet", "board_access"} <= distinctive(found)
    employees = next(t for t in found if t.attribute == "employees")
    assert 47 < employees.range[0] <= 105  # planted: 50 to 500; nobody of the best has fewer than 105
    assert 422 <= employees.range[1] < 1000
    assert not distinctive(found) & set(truth["not_distinctive"])


def test_the_counts_of_a_trait_are_those_of_the_table(found, sample, best) -> None:
    trait = next(t for t in found if (t.attribute, t.value) == ("board_access", "yes"))

    known = {c.account: c.attributes["board_access"] for c in sample if "board_access" in c.attributes}
    inside = [value for account, value in known.items() if account in best]
    outside = [value for account, value in known.items() if account not in best]
    assert (trait.best_n, trait.best_of) == (sum(inside), len(inside)) == (13, 14)
    assert (trait.rest_n, trait.rest_of) == (sum(outside), len(outside)) == (9, 38)


def test_how_it_went_and_who_it_is_are_never_offered_as_traits(found, sample) -> None:
    offered = {t.attribute for t in found}

    assert {"churned", "status", "customer_since", "domain"} <= {key for c in sample for key in c.attributes}
    assert not offered & OUTCOMES
    assert not offered & {"churned", "status", "customer_since", "domain"}


def people(count: int, **attributes) -> list[Customer]:
    return [
        Customer(account=f"c{i}", attributes={k: f(i) for k, f in attributes.items()}) for i in range(count)
    ]


@pytest.mark.parametrize("attribute", ["gender", "age", "ethnicity", "religion", "płeć", "věk"])
def test_protected_attributes_are_never_looked_at(catalogue, attribute) -> None:
    assert catalogue.attribute(attribute).protected
    some = people(40, **{attribute: lambda i: "x" if i < 10 else "y"})

    assert find(some, [f"c{i}" for i in range(10)], catalogue=catalogue) == []


def test_shuffled_outcomes_yield_hardly_any_trait(catalogue, sample) -> None:
    false_alarms = 0
    for seed in range(100):
        names = [c.account for c in sample]
        random.Random(seed).shuffle(names)
        false_alarms += bool(distinctive(find(sample, names[:15], catalogue=catalogue)))

    assert false_alarms <= 10  # 5 of 100 are to be expected; beyond 10 lies less than 1.2 %


def test_many_ranges_tried_on_noise_yield_hardly_any_trait(catalogue) -> None:
    false_alarms = 0
    for seed in range(60):
        noise = random.Random(seed).random
        some = people(40, **{f"measure_{i}": lambda _, drawn=noise: drawn() for i in range(4)})
        false_alarms += bool(distinctive(find(some, [f"c{i}" for i in range(10)], catalogue=catalogue)))

    assert false_alarms <= 7  # 3 of 60 are to be expected; beyond 7 lies less than 1.5 %


def test_fewer_than_five_of_either_kind_are_too_few(catalogue) -> None:
    some = people(40, board_access=lambda i: i < 4)

    found = find(some, ["c0", "c1", "c2", "c3"], catalogue=catalogue)

    assert {t.verdict for t in found} == {TraitVerdict.TOO_FEW}


def test_a_missing_value_is_neither_a_yes_nor_a_no(catalogue) -> None:
    some = [*people(30, board_access=lambda i: i < 10), Customer(account="unknown")]

    found = find(some, [*(f"c{i}" for i in range(10)), "unknown"], catalogue=catalogue)

    assert {(t.value, t.best_n, t.best_of, t.rest_n, t.rest_of) for t in found} == {
        ("yes", 10, 10, 0, 20),
        ("no", 0, 10, 20, 20),
    }


def test_what_the_best_lack_is_no_trait_to_look_for(catalogue) -> None:
    some = people(40, board_access=lambda i: i >= 10)

    found = find(some, [f"c{i}" for i in range(10)], catalogue=catalogue)

    assert [(t.value, t.verdict) for t in found] == [
        ("no", TraitVerdict.DISTINCTIVE),
        ("yes", TraitVerdict.NOT_DISTINCTIVE),
    ]


def test_each_item_of_a_set_is_a_trait_of_its_own(catalogue) -> None:
    some = people(40, tech_stack=lambda i: ("SAP", "Excel") if i < 10 else ("Excel",))

    found = {t.value: t for t in find(some, [f"c{i}" for i in range(10)], catalogue=catalogue)}

    assert found["SAP"].verdict is TraitVerdict.DISTINCTIVE
    assert found["Excel"].verdict is TraitVerdict.NOT_DISTINCTIVE


def test_a_range_names_numbers_that_stand_in_the_table(catalogue) -> None:
    some = people(60, employees=lambda i: float(100 + i if i < 20 else (i * 37) % 90))

    trait = find(some, [f"c{i}" for i in range(20)], catalogue=catalogue)[0]

    seen = {c.attributes["employees"] for c in some}
    assert trait.verdict is TraitVerdict.DISTINCTIVE
    assert {end for end in trait.range if end is not None} <= seen
    assert (trait.best_n, trait.rest_n) == (
        sum((trait.range[0] or 0) <= 100 + i <= (trait.range[1] or 999) for i in range(20)),
        sum((trait.range[0] or 0) <= (i * 37) % 90 <= (trait.range[1] or 999) for i in range(20, 60)),
    )


def test_a_column_in_which_everybody_differs_is_no_trait(catalogue) -> None:
    some = people(60, contact=lambda i: f"person {i}")

    assert find(some, ["c1", "c2", "c3", "c4", "c5"], catalogue=catalogue) == []


def test_the_most_distinctive_comes_first_and_q_is_never_below_p(found) -> None:
    order = list(TraitVerdict)

    assert found == sorted(found, key=lambda t: (order.index(t.verdict), t.q, -t.lift, t.attribute))
    assert all(t.p <= t.q <= 1 for t in found)


DEALS = Path(__file__).parents[3] / "shared/data/crm/salvirt_deals.csv"


@pytest.fixture(scope="module")
def opportunities(catalogue) -> tuple[list[Customer], list[str]]:
    """Real B2B opportunities with what sales knew of each, and those that were won."""
    if not DEALS.exists():
        pytest.skip(f"the deals {DEALS} are not on this machine")
    with DEALS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    known = [key for key in rows[0] if key not in {"opportunity_id", "Status"}]
    deals = [
        Customer(
            account=row["opportunity_id"],
            attributes={
                k: v for k in known if (v := parse_value(catalogue.attribute(k), row[k])) is not None
            },
        )
        for row in rows
    ]
    return deals, [row["opportunity_id"] for row in rows if row["Status"] == "Won"]


def test_the_signals_of_real_won_deals_are_found(opportunities, catalogue) -> None:
    deals, won = opportunities

    found = find(deals, won, catalogue=catalogue)

    signals = {(t.attribute, t.value) for t in found if t.verdict is TraitVerdict.DISTINCTIVE}
    assert {("Client", "Current"), ("Up_sale", "yes"), ("Competitors", "no")} <= signals


def test_won_and_lost_shuffled_yields_hardly_any_trait(opportunities, catalogue) -> None:
    deals, won = opportunities
    names = [deal.account for deal in deals]
    alarms = 0
    for seed in range(100):
        random.Random(seed).shuffle(names)
        alarms += bool(distinctive(find(deals, names[: len(won)], catalogue=catalogue)))

    assert alarms <= 10  # 5 of 100 are to be expected; beyond 10 lies less than 1.2 %
