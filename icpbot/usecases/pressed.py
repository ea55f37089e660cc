"""Pressed: what each button and shortcut does."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from icpbot.domain.errors import Conflict, NotAllowed, NotFound
from icpbot.domain.profile import Profile, ProfileStatus
from icpbot.domain.reply import Reply
from icpbot.domain.requests import Request
from icpbot.domain.review import Department, Opinion
from icpbot.domain.roles import Action
from icpbot.domain.routing import Intent, Route, names_in, route
from icpbot.domain.sources import Kind, Origin, Reader, Turn
from icpbot.usecases import (
    feedback,
    home,
    profiles,
    reviewing,
    sharing,
)
from icpbot.usecases.administering import allowed, require_upload
from icpbot.usecases.canvases import canvas_reply
from icpbot.usecases.enriching import WEB, look_up
from icpbot.usecases.fit import check
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.intents import (
    answered,
    by_way,
    drafted,
    fitted,
    forgotten,
    listed_themes,
    playbook_asked,
)
from icpbot.usecases.meaning import as_read, guess, read_message
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.reading import of_the_workspace, visible
from icpbot.usecases.renewing import EVERY, accept, proposed
from icpbot.usecases.showing.greeting import help_reply
from icpbot.usecases.showing.playbooks import OPEN
from icpbot.usecases.showing.profile import profile_reply
from icpbot.usecases.showing.review import review_reply
from icpbot.usecases.showing.sources import receipt_reply
from icpbot.usecases.showing.themes import LIST, UNDO, decided_reply
from icpbot.usecases.showing.verdicts import fit_reply
from icpbot.usecases.speaking import language_of_request, name_of, prefer, preferred
from icpbot.usecases.themes import Hand, restore


@dataclass(frozen=True)
class Press:
    """A button that somebody pressed, and who will read what comes of it."""

    request: Request
    reader: Reader
    language: str
    desk: Desk
    conversations: Conversations


def pressed(
    request: Request, reader: Reader, language: str, desk: Desk, conversations: Conversations
) -> Reply:
    """What a button does; one that nobody knows any more explains what there is."""
    handler = _BY_ACTION.get(request.action or "", _help)
    return handler(Press(request, reader, language, desk, conversations))


def _help(press: Press) -> Reply:
    return help_reply(desk=press.desk, language=press.language)


def _feedback(press: Press) -> Reply:
    return feedback.given(press.request, desk=press.desk, language=press.language)


def _language(press: Press) -> Reply:
    """A choice on the App Home, which at once speaks the language that was chosen."""
    user, desk = press.request.place.user or "", press.desk
    prefer(user, press.request.text, desk)
    chosen = preferred(user, desk) or press.conversations.person(press.request).language or press.language
    return home.page(
        press.request, press.reader, desk=desk, conversations=press.conversations, language=chosen
    )


def _draft(press: Press) -> Reply:
    request, desk = press.request, press.desk
    return drafted(request, request.text, press.reader, press.language, desk, press.conversations)


def _fit(press: Press) -> Reply:
    way = Route(intent=Intent.FIT, names=(press.request.text,))
    return fitted(press.reader, way, press.language, press.desk)


def _fit_named(press: Press) -> Reply:
    way = Route(intent=Intent.FIT, names=tuple(names_in(press.request.text)))
    return fitted(press.reader, way, press.language, press.desk)


def _themes(press: Press) -> Reply:
    way = Route(intent=Intent.THEMES, text=press.request.text)
    return listed_themes(press.reader, way, press.language, press.desk)


def _playbook(press: Press) -> Reply:
    way = Route(intent=Intent.PLAYBOOK, names=(press.request.text,))
    return playbook_asked(press.reader, way, press.language, press.desk)


def _theme_undo(press: Press) -> Reply:
    request, desk = press.request, press.desk
    hand = Hand(press.reader, desk, by=name_of(request, press.conversations), request=request.id)
    undone = restore(request.text, hand)
    return decided_reply([undone], press.reader, desk=desk, language=press.language)


def _fit_new(press: Press) -> Reply:
    names = (press.request.text,)
    found = check(names, press.reader, desk=press.desk, language=press.language, new=True)
    return fit_reply(found, desk=press.desk, language=press.language)


def _web(press: Press) -> Reply:
    request, desk, language = press.request, press.desk, press.language
    press.conversations.working(request, desk.voice.say("web-looking", language, account=request.text))
    found = look_up(request.text, press.reader, desk=desk, language=language)
    return fit_reply(found, desk=desk, language=language)


def _forget(press: Press) -> Reply:
    request, conversations = press.request, press.conversations
    return forgotten(request.text, request, press.reader, press.language, press.desk, conversations)


def _as_meant(press: Press) -> Reply:
    """A message in the reading that somebody picked."""
    request, desk = press.request, press.desk
    chosen, _, asked_id = request.text.partition("@")
    asked = desk.requests.request(asked_id)
    if asked is None or asked.workspace != desk.workspace or asked.place.channel != request.place.channel:
        raise NotFound("request-unknown", name=asked_id)
    again = request.model_copy(update={"text": asked.text, "kind": asked.kind})
    way = as_read(asked.text, Intent(chosen))
    return by_way(again, way, press.reader, press.language, desk, press.conversations)


def _share(press: Press) -> Reply:
    desk, conversations = press.desk, press.conversations

    def answer(asked: Request, reader: Reader) -> Reply:
        found, spoken = read_message(asked.text, asked.place.user, desk), language_of_request(asked, desk)
        way = found.way or route(asked.text, guess(desk))
        reply = answered(asked, way, reader, spoken, desk, conversations)
        return reply.model_copy(update={"tokens": reply.tokens + found.tokens})

    return sharing.share(
        press.request, desk=desk, conversations=conversations, answer=answer, language=press.language
    )


def _research(press: Press) -> Reply:
    """A thread becomes a second-hand source, for those who can read it there."""
    request, desk, place = press.request, press.desk, press.request.place
    require_upload(request, desk=desk, conversations=press.conversations)
    turns = press.conversations.thread(request) or (Turn(text=request.text),)
    said = [{"speaker": turn.speaker or "?", "text": turn.text} for turn in turns]
    upload = Upload(
        path=f"{place.channel}/{place.thread or place.message}.json",
        data=json.dumps(said, ensure_ascii=False).encode(),
        kind=Kind.THREAD, origin=Origin.SECOND_HAND, audience=press.conversations.audience_of(request),
        uploader=place.user,
    )  # fmt: skip
    receipt = ingest(upload, desk=desk, language=press.language)
    return receipt_reply(receipt, desk=desk, language=press.language)


def _meant(press: Press, reference: str) -> Profile:
    """The profile of 'version@name', if that is still the newest version."""
    version, name = reference.split("@", 1)
    profile = profiles.current(press.desk, name)
    if str(profile.version) != version:
        raise Conflict("profile-changed", name=profile.name)
    if not of_the_workspace(press.reader):
        raise NotAllowed("form-not-yours")
    return profile


def _review(press: Press) -> Reply:
    return _asked(press, _meant(press, press.request.text))


def _review_other(press: Press) -> Reply:
    """The four departments to choose from, whatever was chosen before."""
    return review_reply(_meant(press, press.request.text), None, desk=press.desk, language=press.language)


def _review_as(press: Press) -> Reply:
    department, reference = press.request.text.split("@", 1)
    reviewing.will_speak_for(press.request.place.user or "", Department(department), press.desk)
    return _asked(press, _meant(press, reference))


def _agree(press: Press) -> Reply:
    """To a section, or to all that the department has not spoken of."""
    section, reference = press.request.text.split("@", 1)
    profile, desk = _meant(press, reference), press.desk
    department = reviewing.speaks_for(press.request.place.user or "", desk)
    if department and profile.status is ProfileStatus.IN_REVIEW:
        asker = press.request, press.conversations
        owner = allowed(Action.APPROVE, press.request, desk=desk, conversations=press.conversations)
        profile = reviewing.remark(profile, section, Opinion.AGREE, department=department, by=name_of(*asker),
                                   desk=desk, may_approve=owner)  # fmt: skip
    return _asked(press, profile)


def _asked(press: Press, profile: Profile) -> Reply:
    department = reviewing.speaks_for(press.request.place.user or "", press.desk)
    return review_reply(profile, department, desk=press.desk, language=press.language)


def _accept(press: Press) -> Reply:
    """A proposed change, or all of them: a new version, with what is left to take."""
    chosen, reference = press.request.text.split("@", 1)
    profile, desk, reader = _meant(press, reference), press.desk, press.reader
    offered = proposed(profile, reader, desk=desk)
    ids = [each.id for each in offered] if chosen == EVERY else [chosen]
    saved = accept(profile, ids, reader, desk=desk)
    return profile_reply(visible(saved, reader, desk), desk=desk, language=press.language)


def _canvas(press: Press) -> Reply:
    """Of the newest version, whichever the button stands under: a canvas is kept up to date."""
    _, name = press.request.text.split("@", 1)
    if not of_the_workspace(press.reader):
        raise NotAllowed("form-not-yours")
    return canvas_reply(profiles.current(press.desk, name), press.request, press.reader, desk=press.desk,
                        conversations=press.conversations, language=press.language)  # fmt: skip


def _submit(press: Press) -> Reply:
    """For review, if it is still the newest version."""
    profile = _meant(press, press.request.text)
    if profile.status is ProfileStatus.DRAFT:
        profile = profiles.submit(profile.name, desk=press.desk)
    shown = visible(profile, press.reader, press.desk)
    return profile_reply(shown, desk=press.desk, language=press.language)


_BY_ACTION: dict[str, Callable[[Press], Reply]] = {
    feedback.GOOD: _feedback,
    feedback.BAD: _feedback,
    "bad-why": _feedback,
    sharing.SHARE: _share,
    sharing.NOW: _share,
    "as": _as_meant,
    "add_to_research": _research,
    "check_fit": _fit_named,
    "language": _language,
    "draft-pick": _draft,
    "draft-say": _draft,
    "submit": _submit,
    "canvas": _canvas,
    "propose-accept": _accept,
    "review": _review,
    "review-as": _review_as,
    "review-agree": _agree,
    "review-other": _review_other,
    LIST: _themes,
    OPEN: _playbook,
    UNDO: _theme_undo,
    "fit": _fit,
    "fit-new": _fit_new,
    WEB: _web,
    "forget": _forget,
}
