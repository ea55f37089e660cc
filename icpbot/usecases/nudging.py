"""Nudging: who left a draft lying for a day is reminded once, in private."""

from datetime import timedelta

from icpbot.domain.draft import Draft
from icpbot.domain.proposals import section_of
from icpbot.domain.reply import Button, Reply
from icpbot.domain.requests import TERMINAL, Place, Request, RequestKind
from icpbot.usecases.ports import Desk
from icpbot.usecases.speaking import conversation_of

AFTER = timedelta(hours=24)
UNTIL = timedelta(days=7)
"""Later than this nobody remembers what it was about."""


def due(desk: Desk) -> list[Request]:
    """One nudge for each unfinished draft that nobody has touched for a day; its id makes it the only one."""
    last: dict[str, Request] = {}
    for request in desk.requests.requests(desk.workspace, since=desk.clock() - UNTIL):
        if request.kind in {RequestKind.MESSAGE, RequestKind.COMMAND, RequestKind.ACTION}:
            last[conversation_of(request)] = request
    open_ones = [
        (key, draft) for key, draft in desk.drafts.conversations(desk.workspace) if not draft.finished
    ]
    return [_nudge(last[key], key, draft, desk) for key, draft in open_ones if _is_due(last.get(key), desk)]


def _is_due(last: Request | None, desk: Desk) -> bool:
    if last is None or last.place.user is None or last.place.channel == TERMINAL:
        return False
    return last.asked_at <= desk.clock() - AFTER


def _nudge(last: Request, conversation: str, draft: Draft, desk: Desk) -> Request:
    place = last.place
    direct = place.direct and not place.private
    return Request(
        id=f"{desk.workspace}:nudge:{draft.id}", workspace=desk.workspace, kind=RequestKind.NUDGE,
        text=conversation, asked_at=desk.clock(), language=draft.language,
        place=Place(channel=place.channel if direct else "", user=place.user, direct=True),
    )  # fmt: skip


def nudge(request: Request, *, desk: Desk, language: str) -> Reply:
    """What waits and where; nothing when it was finished meanwhile."""
    draft = desk.drafts.draft(desk.workspace, request.text)
    if draft is None or draft.finished:
        return Reply(headline="…", silent=True)
    say = desk.voice.say
    section = say(f"section-{section_of(draft.step).replace('_', '-')}", language)
    here = bool(request.place.channel)
    head = say("nudge-here" if here else "nudge-thread", language, name=draft.profile.name, section=section)
    go_on = Button(action="say", value="draft", label=say("button-go-on", language))
    return Reply(headline=head, buttons=(go_on,) if here else (), language=language)
