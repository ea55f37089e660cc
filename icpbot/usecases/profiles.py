"""Profiles: saved as versions, shown, compared, submitted and approved."""

from collections.abc import Mapping

from pydantic import ValidationError

from icpbot.domain.bands import check
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.drafted import gaps
from icpbot.domain.errors import Conflict, InvalidProfile, NotFound
from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Band, Basis, Criterion, Profile, ProfileStatus, Range
from icpbot.domain.proposals import Step
from icpbot.usecases.ports import Desk


def current(desk: Desk, name: str | None = None) -> Profile:
    """The profile of that name, else the one last approved, else the one last saved."""
    latest = desk.profiles.profiles(desk.workspace)
    if name:
        named = [p for p in latest if p.name.casefold() == name.casefold()]
        if not named:
            raise NotFound("profile-unknown", name=name)
        return named[0]
    if not latest:
        raise NotFound("profile-none")
    approved = [p for p in latest if p.status is ProfileStatus.APPROVED]
    return (approved or latest)[0]


def parse(content: Mapping[str, object], catalogue: Catalogue) -> Profile:
    """A profile from JSON or YAML; refused with the path of the entry that makes no sense."""
    try:
        profile = Profile.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        path = _path(first["loc"])
        problem = "unknown-key" if first["type"] == "extra_forbidden" else "invalid"
        raise InvalidProfile(problem, path=path, detail=str(first["msg"])) from error
    check(profile, catalogue)
    return profile


def _path(location: tuple[str | int, ...]) -> str:
    """'criteria[0].ideal', without the names pydantic gives to the variants of a band."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        elif part.islower() or part == "":
            path += f".{part}" if path else part
        if path.endswith((".ideal", ".ok", ".avoid")):
            break
    return path or "profile"


def save(profile: Profile, *, desk: Desk) -> Profile:
    """As a new version after the newest of that name; a profile equal to it stays as it is."""
    versions = desk.profiles.versions(desk.workspace, profile.name)
    newest = versions[0] if versions else None
    if newest and _content(newest) == _content(profile):
        return newest
    version = (newest.version if newest else 0) + 1
    fresh = profile.model_copy(
        update={"version": version, "status": ProfileStatus.DRAFT, "saved_at": desk.clock(),
                "approved_by": None, "decided_why": None}
    )  # fmt: skip
    desk.profiles.save(desk.workspace, fresh, expected=version - 1)
    return fresh


def _content(profile: Profile) -> Profile:
    blank = {
        "version": 1,
        "status": ProfileStatus.DRAFT,
        "saved_at": None,
        "approved_by": None,
        "decided_why": None,
    }
    return profile.model_copy(update=blank)


def submit(name: str | None, *, desk: Desk) -> Profile:
    return _set_status(current(desk, name), ProfileStatus.IN_REVIEW, desk)


def approve(name: str | None, *, by: str, desk: Desk) -> Profile:
    """Approve the newest version; the one approved before is superseded."""
    profile = current(desk, name)
    for old in desk.profiles.versions(desk.workspace, profile.name)[1:]:
        if old.status is ProfileStatus.APPROVED:
            superseded = old.model_copy(update={"status": ProfileStatus.SUPERSEDED})
            desk.profiles.rewrite(desk.workspace, superseded)
    return _set_status(profile, ProfileStatus.APPROVED, desk, approved_by=by)


def reject(name: str | None, *, why: str, desk: Desk) -> Profile:
    return _set_status(current(desk, name), ProfileStatus.DRAFT, desk, decided_why=why)


def _set_status(profile: Profile, status: ProfileStatus, desk: Desk, **update: str) -> Profile:
    if profile.status is ProfileStatus.SUPERSEDED:
        raise Conflict("profile-superseded", name=profile.name)
    changed = profile.model_copy(update={"status": status, **update})
    desk.profiles.save(desk.workspace, changed, expected=profile.version)
    return changed


def version_of(reference: str, *, desk: Desk) -> Profile:
    """'Name' or 'Name@2'."""
    name, _, number = reference.rpartition("@")
    if not name or not number.isdigit():
        return current(desk, reference)
    for profile in desk.profiles.versions(desk.workspace, name):
        if profile.version == int(number):
            return profile
    raise NotFound("profile-unknown", name=reference)


def diff(old: Profile, new: Profile) -> list[tuple[str, str, str, str]]:
    """(what, where, before, after): criteria by band, claims and roles added or gone."""
    changes: list[tuple[str, str, str, str]] = []
    names = dict.fromkeys([c.attribute for c in (*old.criteria, *new.criteria)])
    for name in names:
        changes += _criterion_changes(name, old.criterion(name), new.criterion(name))
    for what, before, after in (
        ("claim", [c.text for c in old.claims], [c.text for c in new.claims]),
        ("role", [r.title for r in old.roles], [r.title for r in new.roles]),
    ):
        changes += [(what, "added", "", text) for text in after if text not in before]
        changes += [(what, "removed", text, "") for text in before if text not in after]
    if old.thresholds != new.thresholds:
        changes.append(("thresholds", "changed", _ends(old), _ends(new)))
    return changes


def _ends(profile: Profile) -> str:
    return f"{profile.thresholds.ideal_at:g}/{profile.thresholds.ok_at:g}"


def _criterion_changes(
    name: str, old: Criterion | None, new: Criterion | None
) -> list[tuple[str, str, str, str]]:
    if old is None or new is None:
        gone = new is None
        text = describe(old or new)
        return [
            (
                "criterion",
                "removed" if gone else "added",
                f"{name} {text}" if gone else "",
                "" if gone else f"{name} {text}",
            )
        ]
    fields = ("ideal", "ok", "avoid", "weight", "deal_breaker", "ignored")
    return [
        (name, field, band_text(getattr(old, field)), band_text(getattr(new, field)))
        for field in fields
        if getattr(old, field) != getattr(new, field)
    ]


def describe(criterion: Criterion | None) -> str:
    """All bands in one line: 'ideal 50–500, also ok 20–1000'."""
    if criterion is None:
        return ""
    return ", ".join(f"{name} {band_text(band)}" for name, band in criterion.bands()) or "ignored"


def band_text(band: Band | None) -> str:
    """A band as people write it: '50–500', '≥ 2', 'PL, CZ', 'yes'."""
    if band is None:
        return "–"
    if isinstance(band, bool):
        return "yes" if band else "no"
    if isinstance(band, Range):
        unit = " ".join(part for part in (band.unit, band.currency) if part)
        if band.min is not None and band.max is not None:
            text = f"{band.min:,.10g}–{band.max:,.10g}"
        else:
            text = f"≥ {band.min:,.10g}" if band.min is not None else f"≤ {band.max:,.10g}"
        return f"{text} {unit}".strip()
    if isinstance(band, tuple):
        return ", ".join(_scalar(v) for v in band)
    if isinstance(band, int | float):
        return f"{band:g}"
    contains = getattr(band, "contains", None)
    return ", ".join(contains) if contains else " + ".join(getattr(band, "all", ()))


def _scalar(value: bool | float | str) -> str:  # noqa: FBT001 - a band's value, not a flag
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float | int) else value


def open_points(profile: Profile) -> list[str]:
    """What the profile does not know: empty sections, assumptions, claims that rest on one account."""
    empty = [f"empty:{step}" for step in gaps(profile)]
    thin = [
        f"{'assumption' if claim.basis is Basis.ASSUMPTION else 'thin'}:{claim.text}"
        for claim in profile.claims
        if claim.basis is Basis.ASSUMPTION or (claim.counts and claim.counts.accounts < 2)
    ]
    return empty + thin


def kinds_missing(profile: Profile) -> list[InsightKind]:
    """Kinds of insight to ask about next, for the interview guide."""
    steps = [step for step in gaps(profile) if step.value in set(InsightKind)]
    thin = [c.kind for c in profile.claims if c.basis is Basis.ASSUMPTION]
    return list(dict.fromkeys([*(InsightKind(Step(step).value) for step in steps), *thin]))
