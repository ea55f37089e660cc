"""Reviewing: the departments are asked section by section, and nothing they say is lost."""

from icpbot.domain.errors import Conflict, UsageError
from icpbot.domain.profile import Profile, ProfileStatus
from icpbot.domain.review import Department, Opinion, Remark, added, approvers, settled, waiting
from icpbot.domain.text import fold
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import approve, current
from icpbot.usecases.speaking import LANGUAGES

ALL = "all"
"""In place of a section: every one that the department has not spoken of."""
_OWN_LABELS = {"best_customer": "section-best-customer", "criteria": "profile-criteria"}


def remark(
    profile: Profile, section: str, opinion: Opinion, *,
    department: Department, by: str, desk: Desk, text: str = "", may_approve: bool = False,
) -> Profile:  # fmt: skip
    """What somebody says for a department of a section (or of `ALL` that it has not spoken of).

    The last agreement approves the profile when whoever gave it may. Raises `Conflict` when it is not in
    review or no longer the newest, `UsageError` for a section it does not have or words that are missing.
    """
    if opinion is not Opinion.AGREE and not text.strip():
        raise UsageError("review-no-words")
    if section != ALL and section not in profile.sections:
        raise UsageError("review-no-section", name=section)
    if current(desk, profile.name).version != profile.version:
        raise Conflict("profile-changed", name=profile.name)

    def change(stored: Profile) -> Profile:
        if stored.status is not ProfileStatus.IN_REVIEW:
            raise Conflict("review-not-open", name=stored.name)
        left = waiting(stored.review, stored.sections, department) if section == ALL else (section,)
        said = stored.review
        for each in left:
            said = added(said, Remark(department=department, section=each, opinion=opinion, by=by,
                                      at=desk.clock(), text=text.strip()))  # fmt: skip
        return stored.model_copy(update={"review": said})

    done = desk.profiles.amend(desk.workspace, profile.name, profile.version, change)
    if may_approve and settled(done.review, done.sections):
        return approve(done.name, by=", ".join(approvers(done.review)), desk=desk)
    return done


def section_label(section: str, desk: Desk, language: str) -> str:
    return desk.voice.say(_OWN_LABELS.get(section) or f"heading-{section}", language)


def department_label(department: Department, desk: Desk, language: str) -> str:
    return desk.voice.say(f"department-{department}", language)


def section_named(words: str, profile: Profile, desk: Desk) -> str:
    """The section of that key or heading, in any language: 'pains', 'pain', 'Bolesti'."""
    wanted = _plain(words)
    for section in profile.sections:
        labels = {_plain(section_label(section, desk, language)) for language in LANGUAGES}
        if wanted in {*labels, _plain(section), f"{_plain(section)}s"}:
            return section
    raise UsageError("review-no-section", name=words)


def department_named(words: str, desk: Desk) -> Department:
    """The department of that name, in any language."""
    wanted = _plain(words)
    for department in Department:
        labels = {_plain(department_label(department, desk, language)) for language in LANGUAGES}
        if wanted in {*labels, _plain(department)}:
            return department
    raise UsageError("review-no-department", name=words, names=", ".join(Department))


def _plain(words: str) -> str:
    return " ".join(fold(words).replace("-", " ").replace("_", " ").split())


def speaks_for(user: str, desk: Desk) -> Department | None:
    """The department a person said they are of."""
    found = desk.accounts.setting(desk.workspace, _key(user))
    return Department(str(found)) if found in set(Department) else None


def will_speak_for(user: str, department: Department, desk: Desk) -> None:
    desk.accounts.save_setting(desk.workspace, _key(user), str(department))


def _key(user: str) -> str:
    return f"department of {user}"
