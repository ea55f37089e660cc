"""A segment has what its parent has, overrides what is different, and is measured as a whole."""

import pytest

from icpbot.domain.accounts import Account, Fact, FactOrigin
from icpbot.domain.errors import InvalidProfile
from icpbot.domain.fit import Verdict
from icpbot.domain.profile import Claim, ClaimStatus, Criterion, Profile, Range, Role, Thresholds
from icpbot.domain.tree import branches, inherited
from icpbot.usecases.family import complete, whole
from icpbot.usecases.fit import check
from icpbot.usecases.profiles import approve, current, rollback, save
from icpbot.usecases.replay import record, replay
from icpbot.usecases.showing.verdicts import fit_reply

PARENT = Profile(
    name="Logistyka",
    criteria=(
        Criterion(attribute="employees", ideal=Range(min=50, max=500), avoid=Range(max=10), weight=2),
        Criterion(attribute="country", ideal=("PL",)),
    ),
    claims=(Claim(kind="pain", text="Przepisywanie"), Claim(kind="pain", text="Faktury")),
    roles=(Role(title="CFO"), Role(title="Dyspozytor")),
    disqualifiers=("B2C",),
    thresholds=Thresholds(ideal_at=80, ok_at=40),
    best_customer={"referrals": 1},
)
CHILD = Profile(
    name="Czechy",
    parent="logistyka",
    criteria=(Criterion(attribute="country", ideal=("CZ",)), Criterion(attribute="board_access", ideal=True)),
    claims=(
        Claim(kind="pain", text="Faktury", status=ClaimStatus.REJECTED),
        Claim(kind="job", text="Doručit"),
    ),
    roles=(Role(title="cfo", goals=("Klid",)),),
)


def test_what_is_said_below_replaces_what_is_said_above_and_the_rest_is_inherited():
    made = inherited(CHILD, [PARENT])

    assert {c.attribute: c.ideal for c in made.criteria} == {
        "employees": Range(min=50, max=500), "country": ("CZ",), "board_access": True,
    }  # fmt: skip
    assert [c.text for c in made.claims_of("pain", "job")] == ["Przepisywanie", "Doručit"]
    assert {r.title: r.goals for r in made.roles} == {"Dyspozytor": (), "cfo": ("Klid",)}
    assert (made.disqualifiers, made.thresholds, made.best_customer) == (
        ("B2C",), PARENT.thresholds, {"referrals": 1},
    )  # fmt: skip
    assert made.name == "Czechy"


def test_a_grandchild_has_what_both_above_it_say(desk):
    save(PARENT, desk=desk)
    save(CHILD, desk=desk)
    save(
        Profile(name="Praha", parent="Czechy", criteria=(Criterion(attribute="employees", ignored=True),)),
        desk=desk,
    )

    made = complete(desk, "Praha")

    assert {c.attribute: c.ignored for c in made.criteria} == {
        "employees": True, "country": False, "board_access": False,
    }  # fmt: skip
    assert current(desk, "Praha").criteria == (Criterion(attribute="employees", ignored=True),)


@pytest.mark.parametrize(
    ("name", "parent", "problem"),
    [
        ("X", "Nowhere", "parent-unknown"), ("X", "x", "parent-cycle"), ("Logistyka", "Czechy", "parent-cycle"),
    ],
)  # fmt: skip
def test_a_line_that_ends_nowhere_or_comes_back_is_refused_with_its_path(desk, name, parent, problem):
    save(PARENT, desk=desk)
    save(CHILD, desk=desk)

    with pytest.raises(InvalidProfile, match=problem) as refused:
        save(PARENT.model_copy(update={"name": name, "parent": parent}), desk=desk)

    assert refused.value.path == "parent"


def test_the_tree_lists_each_under_its_parent():
    names = ["b", "A", "c", "d"]
    parents = {"b": "A", "A": None, "c": "a", "d": "gone"}
    found = branches([Profile(name=n, parent=parents[n]) for n in names])

    assert [(depth, p.name) for depth, p in found] == [(0, "A"), (1, "b"), (1, "c"), (0, "d")]


@pytest.fixture
def kolos(desk):
    account = Account(id="a1", workspace=desk.workspace, name="Kolos")
    facts = {"employees": 100, "country": ("CZ",), "board_access": True}
    desk.accounts.save(account, [Fact(attribute=a, value=v, origin=FactOrigin.CRM) for a, v in facts.items()])


def test_of_several_profiles_the_best_and_the_runner_up_are_named(desk, reader, kolos):
    save(PARENT, desk=desk)
    [alone] = check(["Kolos"], reader, desk=desk)
    assert alone.standings == ()
    save(CHILD, desk=desk)
    approve("Logistyka", by="Anna", desk=desk)
    assert check(["Kolos"], reader, desk=desk)[0].standings == ()
    approve("Czechy", by="Anna", desk=desk)

    [found] = check(["Kolos"], reader, desk=desk)

    assert [(r.profile_name, r.verdict) for r in found.standings] == [
        ("Czechy", Verdict.IDEAL), ("Logistyka", Verdict.OK),
    ]  # fmt: skip
    assert "Czechy: ideální, 100; další: Logistyka: " in fit_reply([found], desk=desk, language="cs").text
    assert check(["Kolos"], reader, desk=desk, profile="Czechy")[0].standings == ()


def test_a_verdict_is_replayed_with_what_was_inherited_then(desk, reader, kolos):
    save(PARENT, desk=desk)
    save(CHILD, desk=desk)
    fits = check(["Kolos"], reader, desk=desk, profile="Czechy")
    request = desk.requests.request(record("fit Kolos", fit_reply(fits, desk=desk, language="en"), desk=desk))
    harder = Criterion(attribute="employees", avoid=Range(max=1000), deal_breaker=True)
    save(PARENT.model_copy(update={"criteria": (harder,)}), desk=desk)

    assert replay(request, desk=desk) == [fits[0].report]
    assert check(["Kolos"], reader, desk=desk, profile="Czechy")[0].report.verdict is Verdict.AVOID


def test_an_ancestor_that_went_back_is_inherited_as_it_is_now(desk):
    save(PARENT, desk=desk)
    child = save(CHILD, desk=desk)
    save(PARENT.model_copy(update={"roles": ()}), desk=desk)
    assert [r.title for r in whole(child, desk).roles] == ["cfo"]

    rollback("Logistyka", 1, desk=desk)

    assert [r.title for r in whole(child, desk).roles] == ["Dyspozytor", "cfo"]
