"""Forms: what a person may correct in one go, before it becomes a modal."""

from enum import StrEnum

from icpbot.domain.model import Model
from icpbot.domain.reply import Option


class FormName(StrEnum):
    """What a form is for; the button that opens it bears the same name."""

    CRITERION = "criterion"
    FACT = "fact"
    SOURCE = "source"
    APPROVE = "approve"
    REJECT = "reject"
    CHECK = "check"
    REMARK = "remark"


class Field(Model):
    """One line of a form. With `options` one of them is chosen, else words are written."""

    key: str
    label: str
    value: str = ""
    hint: str | None = None
    options: tuple[Option, ...] = ()
    optional: bool = True
    long: bool = False


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
