"""Forms: what a person may correct in one go, before it becomes a modal."""

from enum import StrEnum

from icpbot.domain.model import Model
from icpbot.domain.profile import Criterion, Profile
from icpbot.domain.reply import Option
from icpbot.domain.sources import content_hash


class FormName(StrEnum):
    """What a form is for; the button that opens it bears the same name."""

    CRITERION = "criterion"
    FACT = "fact"
    SOURCE = "source"
    APPROVE = "approve"
    REJECT = "reject"
    CHECK = "check"
    REMARK = "remark"
    THEME = "theme"


def criterion_reference(criterion: Criterion, profile: Profile) -> str:
    """A criterion of a version, as short as an option of a menu must be: names may be long."""
    return f"{mark(criterion.attribute)}@{profile.version}@{mark(profile.name)}"


DRAFTED = "draft"
"""Stands for the version of a criterion that is in a draft, whose conversation then stands for the name."""


def drafted_reference(criterion: Criterion, conversation: str) -> str:
    return f"{mark(criterion.attribute)}@{DRAFTED}@{conversation}"


def mark(name: str) -> str:
    """A name by its digest."""
    return content_hash(name.encode())[:16]


class Field(Model):
    """One line of a form. With `options` one of them is chosen, or `several`, which come back with a space
    between them; else words are written.
    """

    key: str
    label: str
    value: str = ""
    hint: str | None = None
    options: tuple[Option, ...] = ()
    optional: bool = True
    long: bool = False
    several: bool = False


class Form(Model):
    """`ids` say what it is about and come back with what was filled in. Without fields it only tells."""

    name: FormName
    title: str
    submit: str
    close: str
    fields: tuple[Field, ...] = ()
    notice: str | None = None
    ids: dict[str, str] = {}
    language: str = "en"
