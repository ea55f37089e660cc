"""Profiles: saved as versions, shown, compared, submitted and approved."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from icpbot.domain.bands import check
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.drafted import gaps
from icpbot.domain.errors import Conflict, InvalidProfile, NotFound
from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Band, Basis, Counts, Criterion, Profile, ProfileStatus, Range
from icpbot.domain.proposals import Step
from icpbot.domain.review import objections
from icpbot.domain.tree import lineage
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
    """As a new version after the newest of that name; a profile equal to it stays as it is.

    Raises `InvalidProfile` for a parent that is not there, or that is below it.
    """
    if profile.parent:
        lineage(
            profile.name, profile.parent, {p.name: p.parent for p in desk.profiles.profiles(desk.workspace)}
        )
    versions = desk.profiles.versions(desk.workspace, profile.name)
    newest = versions[0] if versions else None
    if newest and _content(newest) == _content(profile):
        return newest
    version = (newest.version if newest else 0) + 1
    fresh = profile.model_copy(update={**_UNDECIDED, "version": version, "saved_at": desk.clock()})
    desk.profiles.save(desk.workspace, fresh, expected=version - 1)
    return fresh


_UNDECIDED = {
    "status": ProfileStatus.DRAFT, "approved_by": None, "approved_at": None, "decided_why": None,
    "review": (),
}  # fmt: skip
"""Of a version that nobody has said anything about."""


def _content(profile: Profile) -> Profile:
    return profile.model_copy(update={**_UNDECIDED, "version": 1, "saved_at": None})


def submit(name: str | None, *, desk: Desk) -> Profile:
    """Ask the departments; a review that was sent back begins anew."""
    profile = current(desk, name)
    kept = profile.review if profile.status is ProfileStatus.IN_REVIEW else ()
    return _amended(profile, desk, status=ProfileStatus.IN_REVIEW, review=kept)


def approve(name: str | None, *, by: str, desk: Desk, why: str | None = None) -> Profile:
    """Approve the newest version; the one approved before is superseded. A team that wants no review
    approves at once; over an objection that stands it takes a reason, or raises `Conflict`.
    """
    profile = current(desk, name)
    standing = objections(profile.review, profile.sections)
    if standing and not why:
        raise Conflict("approve-objections", n=len(standing), name=profile.name)
    for old in desk.profiles.versions(desk.workspace, profile.name)[1:]:
        if old.status is ProfileStatus.APPROVED:
            _amended(old, desk, status=ProfileStatus.SUPERSEDED)
    return _amended(
        profile,
        desk,
        status=ProfileStatus.APPROVED,
        approved_by=by,
        approved_at=desk.clock(),
        decided_why=why,
    )


def reject(name: str | None, *, why: str, desk: Desk) -> Profile:
    return _amended(current(desk, name), desk, status=ProfileStatus.DRAFT, decided_why=why)


def rollback(name: str | None, version: int, *, desk: Desk) -> Profile:
    """A new version that says what an earlier one said, a draft until somebody approves it."""
    newest = current(desk, name)
    return save(version_of(f"{newest.name}@{version}", desk=desk), desk=desk)


def _amended(profile: Profile, desk: Desk, **update: object) -> Profile:
    """The same version with what is now said about it; raises `Conflict` for one that was superseded."""
    expected = profile.version
    newest = desk.profiles.versions(desk.workspace, profile.name)[0]
    if update.get("status") is not ProfileStatus.SUPERSEDED and newest.version != expected:
        raise Conflict("profile-changed", name=profile.name)

    def change(stored: Profile) -> Profile:
        if stored.status is ProfileStatus.SUPERSEDED:
            raise Conflict("profile-superseded", name=stored.name)
        return stored.model_copy(update=update)

    return desk.profiles.amend(desk.workspace, profile.name, expected, change)


def version_of(reference: str, *, desk: Desk) -> Profile:
    """'Name' or 'Name@2'."""
    name, _, number = reference.rpartition("@")
    if not name or not number.isdigit():
        return current(desk, reference)
    for profile in desk.profiles.versions(desk.workspace, name):
        if profile.version == int(number):
            return profile
    raise NotFound("profile-unknown", name=reference)


Change = tuple[str, str, str, str]
"""(what, where, before, after)"""


def diff(old: Profile, new: Profile) -> list[Change]:
    """Criteria by band, claims and roles added or gone, and how the evidence of those that stayed moved."""
    changes: list[Change] = []
    names = dict.fromkeys([c.attribute for c in (*old.criteria, *new.criteria)])
    for name in names:
        changes += _criterion_changes(name, old.criterion(name), new.criterion(name))
    for what, before, after in (
        ("claim", [c.text for c in old.claims], [c.text for c in new.claims]),
        ("role", [r.title for r in old.roles], [r.title for r in new.roles]),
    ):
        changes += [(what, "added", "", text) for text in after if text not in before]
        changes += [(what, "removed", text, "") for text in before if text not in after]
    for what, before_, after_ in (
        ("thresholds", _ends(old), _ends(new)), ("parent", old.parent or "", new.parent or ""),
        ("disqualifiers", "; ".join(old.disqualifiers), "; ".join(new.disqualifiers)),
    ):  # fmt: skip
        if before_ != after_:
            changes.append((what, "changed", before_, after_))
    return [*changes, *_evidence_changes(old, new)]


def _evidence_changes(old: Profile, new: Profile) -> Iterator[Change]:
    """Accounts for and against a claim that both versions make."""
    before = {(c.kind, c.text): c.counts or Counts() for c in old.claims}
    for claim in new.claims:
        then, now = before.get((claim.kind, claim.text)), claim.counts or Counts()
        if then and then.accounts != now.accounts:
            yield "evidence", claim.text, str(then.accounts), str(now.accounts)
        if then and then.contradicting != now.contradicting:
            yield "disagree", claim.text, str(then.contradicting), str(now.contradicting)


def _ends(profile: Profile) -> str:
    return f"{profile.thresholds.ideal_at:g}/{profile.thresholds.ok_at:g}"


def _criterion_changes(name: str, old: Criterion | None, new: Criterion | None) -> list[Change]:
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
