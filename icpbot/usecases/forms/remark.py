"""The form of a comment on, or an objection to, one section of a profile in review."""

from icpbot.domain.errors import IcpbotError
from icpbot.domain.forms import Form, FormName
from icpbot.domain.reply import Option, Reply
from icpbot.domain.review import Department, Opinion
from icpbot.domain.sources import Reader
from icpbot.usecases import profiles, reviewing
from icpbot.usecases.forms.parts import Dialog, Filled, WrongField, labelled, new_form, newest, unchanged
from icpbot.usecases.ports import Desk
from icpbot.usecases.reading import visible
from icpbot.usecases.showing.review import review_reply


def _open(reference: str, reader: Reader, desk: Desk, language: str) -> Form:
    """`reference` is 'section@version@name of the profile'."""
    section, version, name = reference.split("@", 2)
    profile = newest(name, version, reader, desk)
    known = reviewing.speaks_for(reader.user or "", desk) or Department.SALES
    say = desk.voice.say
    departments = [Option(value=d, label=reviewing.department_label(d, desk, language)) for d in Department]
    opinions = [
        Option(value=o, label=say(f"opinion-{o}", language)) for o in (Opinion.COMMENT, Opinion.OBJECT)
    ]
    fields = (
        labelled("department", desk, language, options=departments, value=known),
        labelled("opinion", desk, language, options=opinions, value=Opinion.COMMENT),
        labelled("words", desk, language, long=True, optional=False),
    )
    label = reviewing.section_label(section, desk, language)
    return new_form(
        FormName.REMARK, desk, language, fields=fields, notice=f"{label} · {profile.name} v{version}",
        ids={"section": section, "version": version, "name": name},
    )  # fmt: skip


def _check(values: dict[str, str], desk: Desk) -> None:
    try:
        unchanged(values["name"], values["version"], desk)
    except IcpbotError as error:
        raise WrongField("words", error) from error


def _apply(filled: Filled) -> Reply:
    values, reader, desk, language = filled.request.values, filled.reader, filled.desk, filled.language
    profile = newest(values["name"], values["version"], reader, desk)
    department = Department(values["department"])
    reviewing.will_speak_for(filled.request.place.user or "", department, desk)
    reviewing.remark(
        profile, values["section"], Opinion(values["opinion"]), department=department, by=filled.who,
        desk=desk, text=values.get("words", ""),
    )  # fmt: skip
    shown = visible(profiles.current(desk, profile.name), reader, desk)
    return review_reply(shown, department, desk=desk, language=language)


DIALOG = Dialog(_open, _check, _apply)
