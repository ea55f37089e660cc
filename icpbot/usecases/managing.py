"""Managing: what `/icp profile …` does with a profile that is already there."""

from collections.abc import Callable
from dataclasses import dataclass

from icpbot.domain.errors import NotAllowed, UsageError
from icpbot.domain.profile import Profile
from icpbot.domain.reply import Attachment, Reply
from icpbot.domain.requests import Request
from icpbot.domain.sources import Reader
from icpbot.usecases import profiles, reviewing
from icpbot.usecases.canvases import canvas_reply
from icpbot.usecases.exporting import material
from icpbot.usecases.family import whole
from icpbot.usecases.gaps import guide
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.reading import of_the_workspace, visible
from icpbot.usecases.renewing import proposed, proposed_reply
from icpbot.usecases.showing.gaps import guide_reply
from icpbot.usecases.showing.profile import profile_reply
from icpbot.usecases.showing.review import review_reply


@dataclass(frozen=True)
class Asked:
    """What is to be done with which profile, and who reads what comes of it."""

    profile: Profile
    rest: str
    request: Request
    reader: Reader
    desk: Desk
    language: str
    conversations: Conversations


def manage(
    text: str, request: Request, reader: Reader, *, desk: Desk, language: str, conversations: Conversations
) -> Reply:
    """`review`, `guide` and the like, with the name of a profile behind it or none for the current one."""
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    word, _, rest = text.partition(" ")
    profile, left = _profile_in(rest.strip(), desk)
    return _BY_WORD[word.casefold()](Asked(profile, left, request, reader, desk, language, conversations))


def _profile_in(rest: str, desk: Desk) -> tuple[Profile, str]:
    """The profile whose name the words end with, and the words before it; else the current one."""
    for profile in sorted(desk.profiles.profiles(desk.workspace), key=lambda p: -len(p.name)):
        if rest.casefold().endswith(profile.name.casefold()):
            return profile, rest[: len(rest) - len(profile.name)].strip()
    return profiles.current(desk), rest


def _review(asked: Asked) -> Reply:
    department = reviewing.speaks_for(asked.request.place.user or "", asked.desk)
    return review_reply(asked.profile, department, desk=asked.desk, language=asked.language)


def _guide(asked: Asked) -> Reply:
    profile = visible(whole(asked.profile, asked.desk), asked.reader, asked.desk)
    found = guide(
        profile, asked.reader, desk=asked.desk, language=asked.language, incentive=asked.rest or None
    )
    return guide_reply(found, desk=asked.desk, language=asked.language)


def _propose(asked: Asked) -> Reply:
    found = proposed(asked.profile, asked.reader, desk=asked.desk)
    return proposed_reply(asked.profile, found, desk=asked.desk, language=asked.language)


SYSTEMS = {"clickup": "zip", "leadbooster": "json", "table": "csv"}
"""What can be asked for in a conversation, and the kind of file it is."""


def _export(asked: Asked) -> Reply:
    form, desk, say = asked.rest.casefold(), asked.desk, asked.desk.voice.say
    if form not in SYSTEMS:
        raise UsageError("export-which", formats=", ".join(SYSTEMS))
    language = asked.profile.language or asked.language
    content = desk.documents.written(
        form, material(asked.profile, asked.reader, desk=desk, language=language)
    )
    file = Attachment(name=f"{form}.{SYSTEMS[form]}", content=content)
    head = say("export-here", asked.language, name=asked.profile.name, format=form)
    return Reply(headline=head, attachments=(file,), language=asked.language)


def _canvas(asked: Asked) -> Reply:
    return canvas_reply(asked.profile, asked.request, asked.reader, desk=asked.desk,
                        conversations=asked.conversations, language=asked.language)  # fmt: skip


def _rollback(asked: Asked) -> Reply:
    if not asked.rest.isdigit():
        raise UsageError("rollback-which")
    back = profiles.rollback(asked.profile.name, int(asked.rest), desk=asked.desk)
    return profile_reply(visible(back, asked.reader, asked.desk), desk=asked.desk, language=asked.language)


_BY_WORD: dict[str, Callable[[Asked], Reply]] = {
    "review": _review, "guide": _guide, "propose": _propose, "rollback": _rollback, "export": _export,
    "canvas": _canvas,
}  # fmt: skip
