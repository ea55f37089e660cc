"""Profiles that can be measured are taken, others are refused with the place."""

from __future__ import annotations

import pytest
import yaml

from icpbot.domain.errors import InvalidProfile
from icpbot.domain.profile import AnyOf, Basis, Claim, ClaimStatus, Profile, Range
from icpbot.usecases.profiles import parse


def criteria(*entries: dict[str, object]) -> dict[str, object]:
    return {"name": "P", "criteria": list(entries)}


def test_the_shortest_profile_of_the_contract_is_valid(catalogue, shortest_profile) -> None:
    profile = parse(yaml.safe_load(shortest_profile), catalogue)

    assert [c.attribute for c in profile.criteria] == [
        "industry", "employees", "country", "board_access", "brand_count",
    ]  # fmt: skip
    assert profile.criteria[0].deal_breaker
    assert profile.criteria[1].ok == Range(min=20, max=1000)
    assert profile.criteria[3].ideal is True
    assert profile.criteria[4].ignored
    assert profile.thresholds.ideal_at == 75


@pytest.mark.parametrize("name", ["profile_example.yaml", "profile_template.yaml"])
def test_the_profiles_that_people_start_from_are_valid(catalogue, root, name) -> None:
    content = yaml.safe_load((root / "knowledge" / name).read_text(encoding="utf-8"))

    assert parse(content, catalogue).name


def test_a_profile_survives_being_exported_and_imported(catalogue, shortest_profile) -> None:
    profile = parse(yaml.safe_load(shortest_profile), catalogue)

    assert parse(profile.model_dump(mode="json"), catalogue) == profile


REFUSED = {
    "overlapping lists": (criteria({"attribute": "industry", "ideal": ["Logistics"], "avoid": ["logistika"]}), "criteria[0].avoid"),
    "synonyms": (criteria({"attribute": "country", "ideal": ["PL"], "ok": ["Poland"]}), "criteria[0].ok"),
    "ok within ideal": (criteria({"attribute": "country", "ideal": ["EU"], "ok": ["PL"]}), "criteria[0].ok"),
    "ideal within avoid": (criteria({"attribute": "country", "ideal": ["HU"], "avoid": ["EU"]}), "criteria[0].avoid"),
    "regions that share": (criteria({"attribute": "country", "ideal": ["CEE"], "avoid": ["EU"]}), "criteria[0].avoid"),
    "overlapping ranges": (criteria({"attribute": "employees", "ideal": {"min": 50, "max": 500}, "ok": {"min": 400, "max": 900}}), "criteria[0].ok"),
    "ideal and avoid touch": (criteria({"attribute": "employees", "ideal": {"min": 50}, "avoid": {"max": 50}}), "criteria[0].avoid"),
    "equal ranges": (criteria({"attribute": "employees", "ideal": {"min": 50, "max": 50}, "ok": {"min": 50, "max": 50}}), "criteria[0].ok"),
    "equal ranges by unit": (criteria({"attribute": "revenue", "ideal": {"min": 5, "unit": "million"}, "avoid": {"min": 5000000}}), "criteria[0].avoid"),
    "equal booleans": (criteria({"attribute": "board_access", "ideal": True, "avoid": True}), "criteria[0].avoid"),
    "equal sets": (criteria({"attribute": "tech_stack", "ideal": {"all": ["SAP", "Excel"]}, "avoid": {"all": ["SAP", "Excel"]}}), "criteria[0].avoid"),
    "empty list": (criteria({"attribute": "industry", "ideal": []}), "criteria[0].ideal"),
    "blank entry": (criteria({"attribute": "industry", "ideal": ["Retail"], "ok": [" "]}), "criteria[0].ok"),
    "empty range": (criteria({"attribute": "employees", "ideal": {}}), "criteria[0].ideal"),
    "empty contains": (criteria({"attribute": "tech_stack", "ideal": {"contains": []}}), "criteria[0].ideal"),
    "min above max": (criteria({"attribute": "employees", "ok": {"min": 500, "max": 50}}), "criteria[0].ok"),
    "unknown key": (criteria({"attribute": "employees", "ideal": {"min": 5}, "wieght": 2}), "criteria[0].wieght"),
    "unknown key at the top": ({"name": "P", "treshold": 1}, "treshold"),
    "unknown key in a band": (criteria({"attribute": "employees", "ideal": {"mn": 5}}), "criteria[0].ideal"),
    "no band": (criteria({"attribute": "employees"}), "criteria[0]"),
    "no band in the second": (criteria({"attribute": "country", "ideal": ["PL"]}, {"attribute": "x"}), "criteria[1]"),
    "range of words": (criteria({"attribute": "country", "ideal": {"min": 5}}), "criteria[0].ideal"),
    "range of dates": (criteria({"attribute": "contract_end", "ideal": {"min": 2026}}), "criteria[0].ideal"),
    "yes of a number": (criteria({"attribute": "employees", "ideal": True}), "criteria[0].ideal"),
    "words of a number": (criteria({"attribute": "employees", "ideal": ["many"]}), "criteria[0].ideal"),
    "words of a boolean": (criteria({"attribute": "board_access", "ideal": ["often"]}), "criteria[0].ideal"),
    "Norway read by YAML": (criteria(yaml.safe_load("{attribute: country, ideal: [SE, NO]}")), "criteria[0].ideal"),
    "protected": (criteria({"attribute": "gender", "ideal": ["f"]}), "criteria[0].attribute"),
    "protected by a synonym": (criteria({"attribute": "wiek", "ideal": {"min": 30}}), "criteria[0].attribute"),
    "protected though ignored": (criteria({"attribute": "religion", "ignored": True}), "criteria[0].attribute"),
    "deal-breaker without avoid": (criteria({"attribute": "industry", "ideal": ["Retail"], "deal_breaker": True}), "criteria[0].deal_breaker"),
    "twice": (criteria({"attribute": "employees", "ideal": {"min": 5}}, {"attribute": "headcount", "ideal": {"min": 7}}), "criteria[1].attribute"),
    "ok_at above ideal_at": ({"name": "P", "thresholds": {"ideal_at": 40, "ok_at": 60}}, "thresholds"),
    "threshold above 100": ({"name": "P", "thresholds": {"ideal_at": 101}}, "thresholds.ideal_at"),
    "string instead of a list": (criteria({"attribute": "industry", "ideal": "Logistics"}), "criteria[0].ideal"),
    "number instead of a band": (criteria({"attribute": "employees", "ideal": 50}), "criteria[0].ideal"),
    "NaN": (criteria({"attribute": "employees", "ideal": {"min": float("nan")}}), "criteria[0].ideal"),
    "infinity": (criteria({"attribute": "employees", "avoid": {"max": float("inf")}}), "criteria[0].avoid"),
    "NaN in a list": (criteria({"attribute": "employees", "ideal": [float("nan")]}), "criteria[0].ideal"),
    "infinite weight": (criteria({"attribute": "employees", "ideal": {"min": 5}, "weight": float("inf")}), "criteria[0].weight"),
    "negative weight": (criteria({"attribute": "employees", "ideal": {"min": 5}, "weight": -1}), "criteria[0].weight"),
    "infinite metric": ({"name": "P", "best_customer": {"margin": float("inf")}}, "best_customer.margin"),
    "no attribute": (criteria({"ideal": ["PL"]}), "criteria[0].attribute"),
    "no name": ({"criteria": []}, "name"),
    "empty claim": ({"name": "P", "claims": [{"kind": "pain", "text": ""}]}, "claims[0].text"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_profile_that_cannot_be_measured_is_refused_with_the_path(catalogue, case) -> None:
    content, path = REFUSED[case]

    with pytest.raises(InvalidProfile) as refused:
        parse(content, catalogue)

    assert refused.value.path == path
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    "entry",
    [
        {"attribute": "employees", "ideal": {"min": 50, "max": 500}, "ok": {"min": 20, "max": 1000}},
        {"attribute": "employees", "ideal": {"min": 50, "max": 500}, "ok": {"min": 500, "max": 1000}},
        {"attribute": "employees", "ideal": {"min": 50}, "ok": {"min": 20}, "avoid": {"max": 9}},
        {"attribute": "industry", "ideal": ["Road Freight"], "ok": ["Logistics"]},
        {"attribute": "country", "ideal": ["EU"], "avoid": ["HU"], "deal_breaker": True},
        {"attribute": "tech_stack", "ideal": {"contains": ["SAP"]}, "avoid": {"contains": ["Excel"]}},
        {"attribute": "tech_stack", "ideal": {"all": ["SAP", "Excel"]}, "ok": {"contains": ["SAP"]}},
        {"attribute": "board_access", "ideal": ["tak"], "ok": ["nie"]},
        {"attribute": "uses_forklifts", "ideal": {"min": 3}},
    ],
)
def test_bands_that_lie_around_or_beside_each_other_are_fine(catalogue, entry) -> None:
    assert parse(criteria(entry), catalogue).criteria[0].attribute == entry["attribute"]


def test_a_band_of_a_set_is_read_as_such(catalogue) -> None:
    profile = parse(criteria({"attribute": "tech_stack", "ideal": {"contains": ["SAP"]}}), catalogue)

    assert profile.criteria[0].ideal == AnyOf(contains=("SAP",))


def test_a_rejected_claim_counts_neither_as_live_nor_as_backed() -> None:
    claims = (
        Claim(kind="pain", text="a", basis=Basis.EVIDENCE),
        Claim(kind="pain", text="b"),
        Claim(kind="pain", text="c", basis=Basis.EVIDENCE, status=ClaimStatus.REJECTED),
    )
    profile = Profile(name="P", claims=claims)

    assert [c.text for c in profile.claims_of("pain")] == ["a", "b"]
    assert profile.backed == 0.5
    assert Profile(name="P").backed == 0
