"""Links: a profile's page at an address that ends, can be ended, and shows what its conversation may read."""

import re

from icpbot.domain.errors import NotAllowed, NotFound, UsageError
from icpbot.domain.links import HOURS, Gone, Link, gone, until
from icpbot.domain.model import Model
from icpbot.domain.profile import Profile
from icpbot.domain.reply import Reply
from icpbot.domain.requests import Place
from icpbot.domain.sources import EVERYTHING, Reader
from icpbot.usecases.document import page_of
from icpbot.usecases.family import whole
from icpbot.usecases.page import Page
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import current
from icpbot.usecases.reading import of_the_workspace, visible

_ADDRESS = re.compile(r"([0-9a-f]{1,32})\.(\d{1,12})\.([\w-]{1,64})", re.ASCII)


class Opened(Model):
    """What an address leads to: a page, or the reason and the language in which there is none."""

    page: Page | None = None
    gone: Gone | None = None
    language: str | None = None


def make(
    profile: Profile, reader: Reader, *, desk: Desk, by: str, language: str, hours: int = HOURS,
    place: Place | None = None,
) -> tuple[str, Link]:  # fmt: skip
    """The address of a new link, and the link. An address can be passed on: whoever makes it, it carries no
    closed audience but that of the conversation it was made in, and none at all from the command line.

    Raises `UsageError` when this process has no public address, `NotAllowed` for guests.
    """
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    if desk.public_url is None:
        raise UsageError("link-no-address")
    now = desk.clock()
    link = Link(
        id=desk.seal().fresh(), workspace=desk.workspace, profile=profile.name, language=language,
        audiences=_here(place, reader), made_by=by, made_at=now, expires_at=until(now, hours),
    )  # fmt: skip
    desk.links.keep(link)
    return f"{desk.public_url}/profiles/{_address(link, desk)}", link


def _here(place: Place | None, reader: Reader) -> tuple[str, ...]:
    own = f"channel:{place.channel}" if place else EVERYTHING
    return (own,) if own != EVERYTHING and own in reader.audiences else ()


def _address(link: Link, desk: Desk) -> str:
    bare = f"{link.id}.{int(link.expires_at.timestamp())}"
    return f"{bare}.{desk.seal().signature(bare)}"


def unlink(profile: Profile, reader: Reader, *, desk: Desk) -> int:
    """End every link to a profile; how many were still good."""
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    return desk.links.revoke(desk.workspace, profile.name, desk.clock())


def link_of(address: str, *, desk: Desk) -> Link | None:
    """The link behind an address; raises `NotFound` for one that we never gave out."""
    found = _ADDRESS.fullmatch(address)
    if found is None or not desk.seal().holds(f"{found[1]}.{found[2]}", found[3]):
        raise NotFound("link-unknown")
    return desk.links.link(found[1])


def opened(link: Link, *, desk: Desk) -> Opened:
    """The page as it is now, for the readers of the conversation that the link was made for.

    `desk` is that of the link's workspace. A profile that is no longer there is as good as a revoked link.
    """
    assert link.workspace == desk.workspace, "a link opens in its own workspace"
    reason = gone(link, desk.clock())
    if reason:
        return Opened(gone=reason, language=link.language)
    try:
        profile = current(desk, link.profile)
    except NotFound:
        return Opened(gone=Gone.REVOKED, language=link.language)
    shown = visible(whole(profile, desk), link.reader, desk)
    page = page_of(shown, link.reader, desk=desk, language=link.language)
    return Opened(page=page, language=link.language)


def link_reply(profile: Profile, reader: Reader, place: Place, *, desk: Desk, language: str) -> Reply:
    """`/icp profile link`: the address with the day it ends."""
    address, link = make(profile, reader, desk=desk, by=place.user or "", language=language, place=place)
    say = desk.voice.say
    return Reply(
        headline=say("link-made", language, name=profile.name, until=f"{link.expires_at:%Y-%m-%d %H:%M}"),
        lines=(address,), notice=say("link-here" if link.audiences else "link-open", language),
        language=language,
    )  # fmt: skip


def unlink_reply(profile: Profile, reader: Reader, *, desk: Desk, language: str) -> Reply:
    ended = unlink(profile, reader, desk=desk)
    return Reply(
        headline=desk.voice.say("link-ended", language, n=ended, name=profile.name), language=language
    )
