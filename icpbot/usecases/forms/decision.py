"""The form that approves a profile in review, or sends it back."""

from icpbot.domain.errors import IcpbotError, NotAllowed
from icpbot.domain.forms import Form, FormName
from icpbot.domain.profile import ProfileStatus
from icpbot.domain.reply import Reply
from icpbot.domain.review import objections
from icpbot.domain.sources import Reader
from icpbot.usecases import profiles
from icpbot.usecases.forms.parts import Dialog, Filled, WrongField, labelled, new_form, newest, unchanged
from icpbot.usecases.ports import Desk
from icpbot.usecases.showing.review import review_lines


def _open(name: FormName, reference: str, reader: Reader, desk: Desk, language: str) -> Form:
    version, profile_name = reference.split("@", 1)
    profile = newest(profile_name, version, reader, desk)
    standing = objections(profile.review, profile.sections)
    optional = name is FormName.APPROVE and not standing
    reason = labelled("reason", desk, language, long=True, optional=optional)
    notice = [
        f"{profile.name} v{version}",
        *(review_lines(profile, desk, language) if profile.review else ()),
    ]
    return new_form(
        name, desk, language, fields=(reason,), notice="\n".join(notice),
        ids={"version": version, "name": profile_name},
    )  # fmt: skip


def _check(values: dict[str, str], desk: Desk) -> None:
    try:
        unchanged(values["name"], values["version"], desk)
    except IcpbotError as error:
        raise WrongField("reason", error) from error


def _apply(filled: Filled) -> Reply:
    request, reader, desk, language = filled.request, filled.reader, filled.desk, filled.language
    if not filled.admin:
        raise NotAllowed("approve-not-yours")
    profile = newest(request.values["name"], request.values["version"], reader, desk)
    why = request.values.get("reason", "").strip()
    if request.action == FormName.REJECT:
        profile = profiles.reject(profile.name, why=why, desk=desk)
    elif profile.status is not ProfileStatus.APPROVED:
        profile = profiles.approve(profile.name, by=filled.who, desk=desk, why=why or None)
    key = "profile-rejected" if request.action == FormName.REJECT else "profile-approved"
    head = desk.voice.say(key, language, name=profile.name, version=profile.version)
    return Reply(headline=head, lines=(f"“{why}”",) if why else (), language=language)


def _deciding(name: FormName) -> Dialog:
    return Dialog(lambda *opened: _open(name, *opened), _check, _apply)


APPROVE, REJECT = _deciding(FormName.APPROVE), _deciding(FormName.REJECT)
