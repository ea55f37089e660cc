"""What every form is made of, and what may go wrong with one."""

from collections.abc import Callable
from dataclasses import dataclass

from icpbot.domain.accounts import Account, account_id
from icpbot.domain.errors import Conflict, IcpbotError, NotAllowed
from icpbot.domain.forms import Field, Form, FormName
from icpbot.domain.profile import Profile
from icpbot.domain.reply import Reply
from icpbot.domain.requests import Request
from icpbot.domain.sources import Reader
from icpbot.usecases import profiles
from icpbot.usecases.fit import Book
from icpbot.usecases.ports import Desk
from icpbot.usecases.reading import of_the_workspace


@dataclass(frozen=True)
class Filled:
    """A form that was sent off: what it says, who reads the answer, whether an admin sent it, and the name
    that people know them by.
    """

    request: Request
    reader: Reader
    desk: Desk
    admin: bool
    language: str
    who: str


Opener = Callable[[str, Reader, Desk, str], Form]
"""Makes the form from what the button carries, for its reader, in a language."""


@dataclass(frozen=True)
class Dialog:
    """A form's three moments: it opens, what is filled in is checked, and it is applied."""

    open: Opener
    check: Callable[[dict[str, str], Desk], None]
    apply: Callable[[Filled], Reply]


def nothing_to_check(values: dict[str, str], desk: Desk) -> None:
    """For what is only known once it is tried."""


class WrongField(Exception):
    """What was typed into `field` will not do; `cause` says why."""

    def __init__(self, field: str, cause: IcpbotError) -> None:
        super().__init__(field)
        self.field = field
        self.cause = cause


def new_form(name: FormName, desk: Desk, language: str, **rest: object) -> Form:
    say = desk.voice.say
    content = {"title": say(f"form-{name}", language), "submit": say("form-submit", language),
               "close": say("form-close", language), "language": language, **rest}  # fmt: skip
    return Form.model_validate({"name": name, **content})


def labelled(key: str, desk: Desk, language: str, **rest: object) -> Field:
    return Field.model_validate({"key": key, "label": desk.voice.say(f"field-{key}", language), **rest})


def newest(name: str, version: str, reader: Reader, desk: Desk) -> Profile:
    """The profile as the form was opened on it; raises `Conflict` once somebody saved another."""
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    return unchanged(name, version, desk)


def unchanged(name: str, version: str, desk: Desk) -> Profile:
    profile = profiles.current(desk, name)
    if str(profile.version) != version:
        raise Conflict("profile-changed", name=profile.name)
    return profile


def account_named(name: str, desk: Desk) -> Account:
    """The account of that name; a company nobody knew becomes one."""
    found, _ = Book(desk).find(name)
    if found is not None:
        return found
    taken = {a.id: a.name for a in desk.accounts.accounts(desk.workspace)}
    return Account(id=account_id(desk.workspace, name, taken), workspace=desk.workspace, name=name)
