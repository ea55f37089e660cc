"""Canvases: a profile as a document inside Slack, for the readers of one conversation or one person."""

from collections.abc import Sequence

from icpbot.domain.model import Model
from icpbot.domain.profile import Profile, ProfileStatus
from icpbot.domain.requests import Place
from icpbot.domain.sources import content_hash


class Canvas(Model):
    """Where it stands: Slack's id of it, and the address that people open."""

    id: str
    link: str


class Kept(Model):
    """A canvas of ours: of which version of which profile, for whom, and the sources it quotes."""

    profile: str
    place: Place
    """Everybody in this conversation may open it, or its person alone."""
    canvas: Canvas
    version: int
    approved: bool = False
    language: str
    cites: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return key_of(self.profile, self.place)


def key_of(profile: str, place: Place) -> str:
    """One canvas for a profile and those who may open it."""
    return "canvas " + content_hash(f"{profile}\n{place.channel or place.user}".encode())[:16]


def newer(kept: Kept, versions: Sequence[Profile]) -> Profile | None:
    """The version approved since the canvas was written, if any."""
    approved = [v for v in versions if v.status is ProfileStatus.APPROVED]
    newest = max(approved, key=lambda v: v.version, default=None)
    shown = (kept.version, kept.approved)
    return newest if newest and (newest.version, True) > shown else None


def opened_to(place: Place) -> Place:
    """Those who read what is answered in a place: its conversation, or the person alone."""
    if place.private or place.direct:
        return Place(channel="", user=place.user, direct=True)
    return Place(channel=place.channel)


def cited(profile: Profile) -> tuple[str, ...]:
    """The sources a profile quotes, each once."""
    quotes = [q for claim in profile.claims for q in claim.quotes]
    quotes += [q for role in profile.roles for q in role.quotes]
    return tuple(dict.fromkeys(q.source_id for q in quotes))
