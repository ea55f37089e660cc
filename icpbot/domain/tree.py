"""The tree of profiles: a segment has what its parent has, and says what is different."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from icpbot.domain.errors import InvalidProfile
from icpbot.domain.profile import Claim, Criterion, Profile, Role, Thresholds

T = TypeVar("T")

Parents = Mapping[str, str | None]
"""Parent of each profile that is stored, by name."""


def lineage(name: str, parent: str | None, parents: Parents) -> tuple[str, ...]:
    """The names above a profile, nearest first, whatever their case; raises `InvalidProfile` at `parent`
    when one of them is not stored or the line comes back to where it was.
    """
    named = {each.casefold(): each for each in parents}
    line: list[str] = []
    while parent is not None:
        stored = named.get(parent.casefold())
        if parent.casefold() in {name.casefold(), *(each.casefold() for each in line)}:
            raise InvalidProfile("parent-cycle", path="parent", name=parent)
        if stored is None:
            raise InvalidProfile("parent-unknown", path="parent", name=parent)
        line.append(stored)
        parent = parents[stored]
    return tuple(line)


def inherited(profile: Profile, above: Sequence[Profile]) -> Profile:
    """The profile with all that those above it say and it does not, nearest first.

    Criteria are overridden by their attribute, claims by kind and text (a rejected one is taken out), roles
    by their title. Thresholds that are the default ones, and a best customer that nobody defined, are
    the parent's.
    """
    for parent in above:
        profile = profile.model_copy(update={
            "criteria": (*_kept(parent.criteria, profile.criteria, _attribute), *profile.criteria),
            "claims": (*_kept(parent.claims, profile.claims, _statement), *profile.claims),
            "roles": (*_kept(parent.roles, profile.roles, _title), *profile.roles),
            "disqualifiers": tuple(dict.fromkeys((*parent.disqualifiers, *profile.disqualifiers))),
            "best_customer": profile.best_customer or parent.best_customer,
            "thresholds": parent.thresholds if profile.thresholds == Thresholds() else profile.thresholds,
        })  # fmt: skip
    return profile


def _attribute(criterion: Criterion) -> object:
    return criterion.attribute


def _statement(claim: Claim) -> object:
    return claim.kind, claim.text


def _title(role: Role) -> object:
    return role.title.casefold()


def _kept(theirs: Sequence[T], own: Sequence[T], key: Callable[[T], object]) -> list[T]:
    taken = {key(each) for each in own}
    return [each for each in theirs if key(each) not in taken]


def branches(profiles: Sequence[Profile]) -> Iterator[tuple[int, Profile]]:
    """Every profile with its depth, each under its parent, in the given order; one whose parent is not there
    stands at the top.
    """
    names = {p.name.casefold() for p in profiles}
    below: dict[str | None, list[Profile]] = {}
    for profile in profiles:
        parent = profile.parent.casefold() if profile.parent else None
        below.setdefault(parent if parent in names else None, []).append(profile)

    def under(parent: str | None, depth: int) -> Iterator[tuple[int, Profile]]:
        for profile in below.get(parent, ()):
            yield depth, profile
            yield from under(profile.name.casefold(), depth + 1)

    yield from under(None, 0)
