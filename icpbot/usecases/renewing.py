"""Renewing: new research becomes a list of proposed changes, taken or left by number."""

from collections.abc import Collection

from icpbot.domain.errors import UsageError
from icpbot.domain.profile import Profile
from icpbot.domain.renewal import Renewal, renewals, renewed
from icpbot.domain.reply import Button, Reply
from icpbot.domain.sources import Reader
from icpbot.domain.text import one_line, shorten
from icpbot.usecases.counting import themes
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import save
from icpbot.usecases.reading import visible

OFFERED = 20
"""Changes at a time; the rest come up once these are settled."""
EVERY = "all"


def proposed(profile: Profile, reader: Reader, *, desk: Desk) -> list[Renewal]:
    """What the research that the reader may read would change in the claims they see."""
    seen = visible(profile, reader, desk).claims
    found = renewals(profile, themes(reader, desk=desk))
    return [each for each in found if each.before is None or each.before in seen][:OFFERED]


def accept(profile: Profile, ids: Collection[str], reader: Reader, *, desk: Desk) -> Profile:
    """A new version, a draft until approved, with the changes of these ids. Raises `UsageError` when the
    evidence no longer says one of them.
    """
    offered = {each.id: each for each in proposed(profile, reader, desk=desk)}
    if not ids or not set(ids) <= offered.keys():
        raise UsageError("propose-changed")
    return save(renewed(profile, [offered[id_] for id_ in dict.fromkeys(ids)]), desk=desk)


def renewal_text(each: Renewal, desk: Desk, language: str) -> str:
    say = desk.voice.say
    text = shorten(one_line(each.claim.text), 160)
    before = each.before.counts if each.before else None
    return say(
        f"propose-{each.kind}", language, claim=text, heading=say(f"heading-{each.claim.kind}", language),
        before=before.accounts if before else 0, now=each.now.accounts, of=each.now.of,
        against=each.now.contradicting,
    )  # fmt: skip


def proposed_reply(profile: Profile, found: list[Renewal], *, desk: Desk, language: str) -> Reply:
    """Numbered changes; each button names the change and the version it is about."""
    say, about = desk.voice.say, f"{profile.version}@{profile.name}"
    if not found:
        return Reply(headline=say("propose-none", language, name=profile.name), language=language)
    lines = tuple(f"{n}. {renewal_text(each, desk, language)}" for n, each in enumerate(found, 1))
    buttons = [
        Button(action="propose-accept", value=f"{each.id}@{about}", label=str(n))
        for n, each in enumerate(found, 1)
    ]
    every = Button(action="propose-accept", value=f"{EVERY}@{about}", label=say("button-all", language))
    return Reply(
        headline=say("propose-headline", language, n=len(found), name=profile.name, version=profile.version),
        lines=lines, next_step=say("propose-how", language), buttons=(*buttons, every), language=language,
    )  # fmt: skip
