"""The review as a message: how it stands, and a button for every section that is open."""

from collections.abc import Iterator

from icpbot.domain.forms import FormName
from icpbot.domain.profile import Profile, ProfileStatus
from icpbot.domain.reply import Button, Reply
from icpbot.domain.review import Department, Opinion, agreed, objections, waiting
from icpbot.domain.text import one_line
from icpbot.usecases.ports import Desk
from icpbot.usecases.reviewing import ALL, department_label, section_label

SHOWN = 11
"""Sections with buttons at a time: two each, and two more, are what a message holds."""


def review_lines(profile: Profile, desk: Desk, language: str) -> list[str]:
    """How many agree, who objects to what and why, who has not spoken yet, and every comment."""
    say, sections = desk.voice.say, profile.sections
    agreeing = agreed(profile.review, sections)
    lines = [say("review-agreed", language, n=len(agreeing), of=len(Department))]
    lines += [
        say("review-objects", language, department=department_label(r.department, desk, language),
            section=section_label(r.section, desk, language), text=one_line(r.text), by=r.by)
        for r in objections(profile.review, sections)
    ]  # fmt: skip
    lines += _waiting(profile, desk, language)
    lines += [
        say("review-comments", language, department=department_label(r.department, desk, language),
            section=section_label(r.section, desk, language), text=one_line(r.text), by=r.by)
        for r in profile.review if r.opinion is Opinion.COMMENT
    ]  # fmt: skip
    return lines


def _waiting(profile: Profile, desk: Desk, language: str) -> Iterator[str]:
    for department in Department:
        left = waiting(profile.review, profile.sections, department)
        if left:
            named = ", ".join(section_label(section, desk, language) for section in left)
            label = department_label(department, desk, language)
            yield desk.voice.say("review-waits", language, department=label, sections=named)


def review_reply(profile: Profile, department: Department | None, *, desk: Desk, language: str) -> Reply:
    """For a person of a department; whose department nobody knows is asked for it."""
    say = desk.voice.say
    status = say(f"status-{profile.status.replace(' ', '-')}", language)
    head = say("profile-headline", language, name=profile.name, version=profile.version, status=status)
    lines = tuple(review_lines(profile, desk, language))
    if profile.status is not ProfileStatus.IN_REVIEW:
        notice = None if profile.review else say("review-not-open", language, name=profile.name)
        return Reply(headline=head, lines=lines if profile.review else (), notice=notice, language=language)
    buttons = (
        _asking(profile, department, desk, language) if department else _departments(profile, desk, language)
    )
    key = "review-next" if department else "review-who"
    named = department_label(department, desk, language) if department else ""
    return Reply(headline=head, lines=lines, next_step=say(key, language, department=named), buttons=buttons,
                 language=language)  # fmt: skip


def _departments(profile: Profile, desk: Desk, language: str) -> tuple[Button, ...]:
    return tuple(
        Button(action="review-as", value=f"{department}@{profile.version}@{profile.name}",
               label=department_label(department, desk, language))
        for department in Department
    )  # fmt: skip


def _asking(profile: Profile, department: Department, desk: Desk, language: str) -> tuple[Button, ...]:
    left = waiting(profile.review, profile.sections, department)
    version = f"{profile.version}@{profile.name}"
    buttons = (
        [_button("review-agree", f"{ALL}@{version}", "button-agree-all", "", desk, language)] if left else []
    )
    buttons.append(_button("review-other", version, "button-other-department", "", desk, language))
    for section in left[:SHOWN]:
        label = section_label(section, desk, language)
        buttons += [
            _button("review-agree", f"{section}@{version}", "button-agree", label, desk, language),
            _button(FormName.REMARK, f"{section}@{version}", "button-remark", label, desk, language),
        ]
    return tuple(buttons)


def _button(action: str, value: str, key: str, section: str, desk: Desk, language: str) -> Button:
    return Button(action=action, value=value, label=desk.voice.say(key, language, section=section))
