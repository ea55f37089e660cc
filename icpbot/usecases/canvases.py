"""Canvases: a profile where its team reads, written for those who may open it and kept up to date."""

import logging

from icpbot.domain.canvases import Kept, cited, key_of, newer, opened_to
from icpbot.domain.errors import IcpbotError
from icpbot.domain.profile import Profile, ProfileStatus
from icpbot.domain.reply import Reply
from icpbot.domain.requests import Place, Request
from icpbot.domain.sources import Reader
from icpbot.usecases import profiles
from icpbot.usecases.document import page_of
from icpbot.usecases.family import whole
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.reading import of_the_workspace, visible

logger = logging.getLogger(__name__)
KEYS = "canvases"
"""The setting that lists the settings in which canvases are kept."""


def canvas_reply(
    profile: Profile, request: Request, reader: Reader, *,
    desk: Desk, conversations: Conversations, language: str,
) -> Reply:  # fmt: skip
    """The profile's canvas for whoever reads this reply, written anew; its link opens it to them."""
    place = opened_to(request.place)
    spoken = profile.language or language
    kept = _written(profile, place, request, reader, desk, conversations, spoken)
    return Reply(
        headline=desk.voice.say("canvas-here", language, name=profile.name), lines=(kept.canvas.link,),
        notice=desk.voice.say("canvas-followed", language), language=language, canvas=kept.canvas,
        cites=kept.cites,
    )  # fmt: skip


def _written(
    profile: Profile, place: Place, request: Request, reader: Reader, desk: Desk,
    conversations: Conversations, language: str,
) -> Kept:  # fmt: skip
    """Kept before anybody is let in: what a dying process leaves behind is a canvas nobody can open."""
    shown = visible(whole(profile, desk), reader, desk)
    page = page_of(shown, reader, desk=desk, language=language)
    before = _kept(key_of(profile.name, place), desk)
    canvas = conversations.write_canvas(
        request, page.title, desk.documents.canvas(page), before.canvas.id if before else None
    )
    kept = Kept(profile=profile.name, place=place, canvas=canvas, version=profile.version, language=language,
                approved=profile.status is ProfileStatus.APPROVED, cites=cited(shown))  # fmt: skip
    desk.accounts.save_setting(desk.workspace, kept.key, kept.model_dump(mode="json"))
    keys = _keys(desk)
    if kept.key not in keys:
        desk.accounts.save_setting(desk.workspace, KEYS, [*keys, kept.key])
    return kept


def _keys(desk: Desk) -> list[str]:
    found = desk.accounts.setting(desk.workspace, KEYS)
    return [str(key) for key in found] if isinstance(found, list) else []


def _kept(key: str, desk: Desk) -> Kept | None:
    found = desk.accounts.setting(desk.workspace, key)
    return Kept.model_validate(found) if found else None


def follow(request: Request, *, desk: Desk, conversations: Conversations) -> None:
    """Write those canvases anew whose profile has been approved since, or that quote a source which is no
    longer there. One that cannot be written now waits for the next request.
    """
    canvases = [kept for key in _keys(desk) if (kept := _kept(key, desk))]
    known = frozenset(desk.sources.ids()) if canvases else frozenset()
    for kept in canvases:
        try:
            profile = _due(kept, known, desk)
            if profile:
                _again(kept, profile, request, desk, conversations)
        except IcpbotError as error:
            logger.warning("a canvas waits: %s", error.key)


def _due(kept: Kept, known: frozenset[str], desk: Desk) -> Profile | None:
    """The version it should show, if that is not what it shows; `known` are the sources there are."""
    approved = newer(kept, desk.profiles.versions(desk.workspace, kept.profile))
    forgotten = not known.issuperset(kept.cites)
    return approved or (profiles.current(desk, kept.profile) if forgotten else None)


def _again(kept: Kept, profile: Profile, request: Request, desk: Desk, conversations: Conversations) -> None:
    """For those who may read it now; where a guest or another company has come to be one of them, it goes."""
    asked = request.model_copy(update={"place": kept.place})
    reader = conversations.reader_of(asked)
    if of_the_workspace(reader):
        _written(profile, kept.place, asked, reader, desk, conversations, kept.language)
        return
    conversations.remove_canvas(kept.canvas)
    desk.accounts.save_setting(desk.workspace, kept.key, None)
    desk.accounts.save_setting(desk.workspace, KEYS, [key for key in _keys(desk) if key != kept.key])
