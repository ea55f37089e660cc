"""Nudging: who left a draft lying for a day, and who approved a profile that wants another look, is reminded
once, in private.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain, combinations

from icpbot.domain.draft import Draft
from icpbot.domain.errors import NotFound
from icpbot.domain.forms import FormName
from icpbot.domain.profile import Profile
from icpbot.domain.proposals import section_of
from icpbot.domain.reminders import Why
from icpbot.domain.reply import Button, Reply
from icpbot.domain.requests import TERMINAL, Place, Request, RequestKind
from icpbot.domain.roles import Role
from icpbot.domain.sources import Reader, content_hash
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import current
from icpbot.usecases.reading import visible
from icpbot.usecases.speaking import conversation_of
from icpbot.usecases.watching import moved_lines, reason_text, watched

AFTER = timedelta(hours=24)
REVIEW, AGREED = "review", "review-agree"
UNTIL = timedelta(days=7)
"""Later than this nobody remembers what it was about."""


def due(desk: Desk) -> list[Request]:
    """One nudge for each unfinished draft that nobody has touched for a day, and for each approved profile
    that there is a new reason to review; its id makes it the only one.
    """
    last: dict[str, Request] = {}
    for request in desk.requests.requests(desk.workspace, since=desk.clock() - UNTIL):
        if request.kind in {RequestKind.MESSAGE, RequestKind.COMMAND, RequestKind.ACTION}:
            last[conversation_of(request)] = request
    open_ones = [
        (key, draft) for key, draft in desk.drafts.conversations(desk.workspace) if not draft.finished
    ]
    drafts = [_nudge(last[key], key, draft, desk) for key, draft in open_ones if _is_due(last.get(key), desk)]
    return [*drafts, *_reviews(desk)]


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


def _reviews(desk: Desk) -> Iterator[Request]:
    """From what the whole workspace may read: what only a channel knows is no reason to tell others."""
    everyone = Reader(workspace=desk.workspace)
    for latest in desk.profiles.profiles(desk.workspace):
        profile = visible(latest, everyone, desk)
        whys = frozenset(reason.why for reason in watched(profile, everyone, desk=desk).reasons)
        user = _responsible(profile, desk) if whys and not _told(profile, whys, desk) else None
        if user:
            yield Request(
                id=_review_id(profile, whys, desk), workspace=desk.workspace, kind=RequestKind.NUDGE,
                action=REVIEW, text=profile.name, asked_at=desk.clock(),
                place=Place(channel="", user=user, direct=True),
            )  # fmt: skip


def _told(profile: Profile, whys: frozenset[Why], desk: Desk) -> bool:
    """Whether all of these reasons were told together before."""
    more = [why for why in Why if why not in whys]
    wider = chain.from_iterable(combinations(more, size) for size in range(len(more) + 1))
    ids = (_review_id(profile, whys | set(extra), desk) for extra in wider)
    return any(desk.requests.request(each) is not None for each in ids)


def _review_id(profile: Profile, whys: frozenset[Why], desk: Desk) -> str:
    about = content_hash(f"{profile.name}\n{profile.version}".encode())[:12]
    return f"{desk.workspace}:nudge:review:{about}:{'+'.join(why for why in Why if why in whys)}"


def _responsible(profile: Profile, desk: Desk) -> str | None:
    """Who approved it here, else an owner by appointment; nobody when it was done at a terminal."""
    since = (profile.approved_at or desk.clock()) - timedelta(days=1)
    version = f"{profile.version}@{profile.name}"
    approving = [
        r.place.user for r in desk.requests.requests(desk.workspace, since=since)
        if (r.action == FormName.APPROVE and (r.values.get("name"), r.values.get("version"))
            == (profile.name, str(profile.version)))
        or (r.action == AGREED and r.text.endswith(f"@{version}"))
    ]  # fmt: skip
    owners = [p.user for p in desk.roles.appointed(desk.workspace) if p.role is Role.OWNER]
    return next((user for user in (*reversed(approving), *owners) if user), None)


def nudge(request: Request, *, desk: Desk, language: str) -> Reply:
    """What waits and where; nothing when it was finished meanwhile."""
    if request.action == REVIEW:
        return _review(request, desk, language)
    draft = desk.drafts.draft(desk.workspace, request.text)
    if draft is None or draft.finished:
        return Reply(headline="…", silent=True)
    say = desk.voice.say
    section = say(f"section-{section_of(draft.step).replace('_', '-')}", language)
    here = bool(request.place.channel)
    head = say("nudge-here" if here else "nudge-thread", language, name=draft.profile.name, section=section)
    go_on = Button(action="say", value="draft", label=say("button-go-on", language))
    return Reply(headline=head, buttons=(go_on,) if here else (), language=language)


def _review(request: Request, desk: Desk, language: str) -> Reply:
    """The reasons as they stand now; nothing when there is none any more."""
    everyone = Reader(workspace=desk.workspace)
    try:
        profile = visible(current(desk, request.text), everyone, desk)
    except NotFound:
        return Reply(headline="…", silent=True)
    watch = watched(profile, everyone, desk=desk)
    if not watch.reasons:
        return Reply(headline="…", silent=True)
    say = desk.voice.say
    told = [f"• {reason_text(reason, desk, language)}" for reason in watch.reasons]
    look = Button(action="say", value="profile propose", label=say("button-propose", language))
    return Reply(
        headline=say("remind-headline", language, name=profile.name, version=profile.version),
        lines=(*told, *moved_lines(watch, desk, language)), buttons=(look,), language=language,
    )  # fmt: skip
