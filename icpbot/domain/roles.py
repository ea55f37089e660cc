"""Roles: who may do what in a workspace."""

from datetime import datetime
from enum import StrEnum

from icpbot.domain.model import Model


class Role(StrEnum):
    """In rising order: each may do what the one before may."""

    MEMBER = "member"
    RESEARCHER = "researcher"
    OWNER = "owner"


class Action(StrEnum):
    """What takes a right. What was given by oneself may always be corrected and forgotten."""

    UPLOAD = "upload"
    FORGET = "forget"
    APPROVE = "approve"
    CONFIGURE = "configure"


class Appointed(Model):
    """A role that somebody was given; `name` is what people read, as no message may ping."""

    user: str
    role: Role
    name: str
    by: str
    at: datetime


_LEAST = {
    Action.UPLOAD: Role.MEMBER, Action.FORGET: Role.RESEARCHER, Action.APPROVE: Role.OWNER,
    Action.CONFIGURE: Role.OWNER,
}  # fmt: skip
_RANK = list(Role)


def least(action: Action, uploads: Role = Role.MEMBER) -> Role:
    """The lowest role that may; a workspace can ask for more than membership of those who upload."""
    return uploads if action is Action.UPLOAD else _LEAST[action]


def may(role: Role, action: Action, uploads: Role = Role.MEMBER) -> bool:
    return _RANK.index(role) >= _RANK.index(least(action, uploads))


def role_in(appointed: Role | None, *, admin: bool) -> Role:
    """The role given, else owner for those who run the place itself, else member."""
    return appointed or (Role.OWNER if admin else Role.MEMBER)
