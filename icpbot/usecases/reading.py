"""Reading: what of the profile and of past questions a reader may see."""

from icpbot.domain.errors import NotFound
from icpbot.domain.profile import Profile
from icpbot.domain.requests import Request
from icpbot.domain.sources import EVERYTHING, WORKSPACE, Reader
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import current


def visible(profile: Profile, reader: Reader, desk: Desk) -> Profile:
    """The profile without claims that lean on something its reader may not see.

    Wording and counts of such a claim come from all its quotes, so it is shown whole or not at all.
    """
    if EVERYTHING in reader.audiences:
        return profile
    readable = {s.id for s in desk.sources.all(reader)}
    claims = tuple(c for c in profile.claims if all(q.source_id in readable for q in c.quotes))
    roles = tuple(r for r in profile.roles if all(q.source_id in readable for q in r.quotes))
    return profile.model_copy(update={"claims": claims, "roles": roles})


def readable_profile(reader: Reader, desk: Desk) -> Profile | None:
    """The current profile as far as a reader may see it; the workspace's own is not shown to guests."""
    if not of_the_workspace(reader):
        return None
    try:
        return visible(current(desk), reader, desk)
    except NotFound:
        return None


def of_the_workspace(reader: Reader) -> bool:
    return reader.may_read(WORKSPACE)


def unanswered(reader: Reader, desk: Desk) -> list[str]:
    """Questions nobody's research answered, as far as this reader may know of them."""
    asked = desk.requests.requests(reader.workspace)
    mine = [r for r in asked if r.answered is False and may_know(r, reader)]
    return list(dict.fromkeys(r.text for r in mine))


def may_know(request: Request, reader: Reader) -> bool:
    place = request.place
    own = place.user is not None and place.user == reader.user
    if EVERYTHING in reader.audiences or own:
        return True
    return f"channel:{place.channel}" in reader.audiences and not place.private
