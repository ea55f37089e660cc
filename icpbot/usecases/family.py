"""Family: a profile with what it has from those above it."""

from datetime import datetime

from icpbot.domain.profile import Profile, ProfileStatus
from icpbot.domain.tree import inherited, lineage
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import current


def whole(profile: Profile, desk: Desk, *, until: datetime | None = None) -> Profile:
    """The profile as it counts: with all it inherits, from what was the newest then, or is now."""
    if profile.parent is None:
        return profile
    parents = {p.name: p.parent for p in desk.profiles.profiles(desk.workspace)}
    above = [_as_of(name, until, desk) for name in lineage(profile.name, profile.parent, parents)]
    return inherited(profile, above)


def _as_of(name: str, until: datetime | None, desk: Desk) -> Profile:
    versions = desk.profiles.versions(desk.workspace, name)
    then = (v for v in versions if until is None or v.saved_at is None or v.saved_at <= until)
    return next(then, versions[-1])


def complete(desk: Desk, name: str | None = None) -> Profile:
    """The profile of that name, or the current one, with all it inherits."""
    return whole(current(desk, name), desk)


def several(desk: Desk) -> list[Profile]:
    """The profiles a company may be measured against when nobody named one: those that are approved; while
    none is, every one. All of them whole.
    """
    latest = desk.profiles.profiles(desk.workspace)
    approved = [p for p in latest if p.status is ProfileStatus.APPROVED]
    return [whole(p, desk) for p in approved or latest]
