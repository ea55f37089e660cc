"""Administering: who may do what in a workspace, its language and how long it keeps things."""

import json
import re

from icpbot.domain.errors import NotAllowed, UsageError
from icpbot.domain.reply import Reply
from icpbot.domain.requests import Request
from icpbot.domain.roles import Action, Appointed, Role, may, role_in
from icpbot.domain.sources import Reader
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.reading import of_the_workspace
from icpbot.usecases.speaking import LANGUAGES, OWN, workspace_language, workspace_speaks

RETENTION = "retention days"
UPLOADS = "uploads from"
_MOST_DAYS = 36_500
_OFF = {"off", "0", "-"}


def role_of(request: Request, *, desk: Desk, conversations: Conversations) -> Role:
    """The role of who asks; raises `Unavailable`. The person at the command line is an owner."""
    given = {person.user: person.role for person in desk.roles.appointed(desk.workspace)}
    known = given.get(request.place.user or "")
    return known or role_in(None, admin=conversations.person(request).admin)


def allowed(action: Action, request: Request, *, desk: Desk, conversations: Conversations) -> bool:
    """Nobody is looked up where everybody may."""
    uploads = uploads_from(desk)
    if may(Role.MEMBER, action, uploads):
        return True
    return may(role_of(request, desk=desk, conversations=conversations), action, uploads)


def require_upload(request: Request, *, desk: Desk, conversations: Conversations) -> None:
    """Raises `NotAllowed` for who may not add to the research."""
    if not allowed(Action.UPLOAD, request, desk=desk, conversations=conversations):
        raise NotAllowed("upload-not-yours")


def uploads_from(desk: Desk) -> Role:
    found = desk.accounts.setting(desk.workspace, UPLOADS)
    return Role(str(found)) if found in set(Role) else Role.MEMBER


def kept_days(desk: Desk, operator: int | None) -> int | None:
    """The shorter of what the workspace wants and what whoever runs the bot has set."""
    own = desk.accounts.setting(desk.workspace, RETENTION)
    given = [days for days in (own, operator) if isinstance(days, int) and days > 0]
    return min(given) if given else None


def administer(
    text: str, request: Request, reader: Reader, *, desk: Desk, conversations: Conversations, language: str
) -> Reply:
    """`/icp admin` shows how things stand; with a role, a language, a retention or an uploader it sets it."""
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    if not text:
        return overview(desk=desk, language=language)
    if not allowed(Action.CONFIGURE, request, desk=desk, conversations=conversations):
        raise NotAllowed("admin-not-yours")
    word, _, value = text.partition(" ")
    setter = {"language": _set_language, "retention": _set_retention, "upload": _set_uploads}.get(
        word.casefold()
    )
    if setter:
        setter(value.strip().casefold(), desk, language)
    else:
        _appoint(text, request, desk, conversations, language)
    return overview(desk=desk, language=language, done=True)


def _set_language(value: str, desk: Desk, _language: str) -> None:
    if value not in {*LANGUAGES, OWN}:
        raise UsageError("admin-unclear")
    workspace_speaks(value, desk)


def _set_retention(value: str, desk: Desk, _language: str) -> None:
    days = 0 if value in _OFF else int(value) if re.fullmatch(r"[0-9]{1,5}", value) else -1
    if not 0 <= days <= _MOST_DAYS:
        raise UsageError("admin-unclear")
    desk.accounts.save_setting(desk.workspace, RETENTION, days)


def _set_uploads(value: str, desk: Desk, language: str) -> None:
    desk.accounts.save_setting(desk.workspace, UPLOADS, _role(value, desk, language))


def _appoint(text: str, request: Request, desk: Desk, conversations: Conversations, language: str) -> None:
    """One person by mention. One's own role is for another owner to change: somebody must remain."""
    people: dict[str, str] = json.loads(request.values.get("people", "{}"))
    role = _role(text.rsplit(maxsplit=1)[-1], desk, language)
    if len(people) != 1:
        raise UsageError("admin-unclear")
    [(user, name)] = people.items()
    by = request.place.user or ""
    if user == by:
        raise NotAllowed("admin-not-self")
    place = request.place.model_copy(update={"user": user})
    name = conversations.person(request.model_copy(update={"place": place})).name or name
    desk.roles.appoint(desk.workspace, Appointed(user=user, role=role, name=name, by=by, at=desk.clock()))


def _role(word: str, desk: Desk, language: str) -> Role:
    """By its name in English or in the language of the conversation."""
    names = {desk.voice.say(f"rank-{role}", language).casefold(): role for role in Role}
    found = names.get(word.casefold()) or (Role(word.casefold()) if word.casefold() in set(Role) else None)
    if found is None:
        raise UsageError("admin-unclear")
    return found


def overview(*, desk: Desk, language: str, done: bool = False) -> Reply:
    say = desk.voice.say
    people = [f"• {p.name}: {say(f'rank-{p.role}', language)}" for p in desk.roles.appointed(desk.workspace)]
    days = kept_days(desk, None)
    spoken = LANGUAGES.get(workspace_language(desk) or "") or say("admin-language-own", language)
    rank = say(f"rank-{uploads_from(desk)}", language)
    return Reply(
        headline=say("admin-done" if done else "admin-headline", language),
        lines=(
            say("admin-slack", language), *people, say("admin-rules", language),
            say("admin-upload", language, role=rank),
            say("admin-language", language, spoken=spoken),
            say("admin-retention", language, days=days) if days else say("admin-retention-none", language),
        ),
        next_step=say("admin-how", language), language=language,
    )  # fmt: skip
