"""Watching: what has happened to an approved profile since it was approved."""

from icpbot.domain.model import Model
from icpbot.domain.movement import Moved, moved
from icpbot.domain.profile import Profile, ProfileStatus
from icpbot.domain.reminders import Reason, reasons
from icpbot.domain.sources import Reader
from icpbot.domain.text import one_line, shorten
from icpbot.usecases.backtest import endings
from icpbot.usecases.counting import themes
from icpbot.usecases.ports import Desk


class Watch(Model):
    """Claims whose evidence moved, and reasons to review."""

    moved: tuple[Moved, ...] = ()
    reasons: tuple[Reason, ...] = ()


def watched(profile: Profile, reader: Reader, *, desk: Desk) -> Watch:
    """From what the reader may read; nothing of a profile that is not approved."""
    if profile.status is not ProfileStatus.APPROVED:
        return Watch()
    shifted = moved(profile, themes(reader, desk=desk)) if profile.claims else []
    ends = endings(desk) if profile.approved_at else []
    return Watch(
        moved=tuple(shifted), reasons=reasons(profile, now=desk.clock(), moved=shifted, endings=ends)
    )


def moved_text(each: Moved, desk: Desk, language: str) -> str:
    """'5 → 9 accounts, 1 now disagrees'."""
    say, parts = desk.voice.say, []
    if each.before.accounts != each.now.accounts:
        parts.append(say("evidence-moved", language, before=each.before.accounts, now=each.now.accounts))
    if each.disagree:
        parts.append(say("evidence-disagrees", language, n=each.disagree))
    return ", ".join(parts)


def reason_text(reason: Reason, desk: Desk, language: str) -> str:
    return desk.voice.say(f"remind-{reason.why}", language, **reason.values)


def moved_lines(watch: Watch, desk: Desk, language: str) -> list[str]:
    told = ((each, moved_text(each, desk, language)) for each in watch.moved)
    return [f"• “{shorten(one_line(each.claim.text), 160)}”: {text}" for each, text in told if text]
