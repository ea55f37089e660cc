"""Watching: what has happened to an approved profile since it was approved.

What moved is counted once for each state of the evidence, and kept: opening a page counts nothing again.
"""

from datetime import datetime, timedelta

from icpbot.domain.model import Model
from icpbot.domain.movement import Shift, moved
from icpbot.domain.profile import Counts, Profile, ProfileStatus
from icpbot.domain.reminders import Reason, reasons
from icpbot.domain.sources import Reader, content_hash
from icpbot.domain.text import one_line, shorten
from icpbot.usecases.backtest import endings
from icpbot.usecases.counting import themes
from icpbot.usecases.ports import Desk


class Watch(Model):
    """Claims whose evidence moved, and reasons to review."""

    moved: tuple[Shift, ...] = ()
    reasons: tuple[Reason, ...] = ()


def watched(profile: Profile, reader: Reader, *, desk: Desk) -> Watch:
    """From what the reader may read; nothing of a profile that is not approved."""
    if profile.status is not ProfileStatus.APPROVED:
        return Watch()
    shifted = _shifts(profile, reader, desk) if profile.claims else ()
    ends = endings(desk) if profile.approved_at else []
    return Watch(moved=shifted, reasons=reasons(profile, now=desk.clock(), moved=shifted, endings=ends))


class _Counted(Model):
    """What was counted of the claims that moved, by their places, in which state of the evidence."""

    state: str
    at: datetime
    now: dict[int, Counts]


KEPT_FOR = timedelta(days=1)
"""A model may read the same sources anew, which no state tells."""


def _shifts(profile: Profile, reader: Reader, desk: Desk) -> tuple[Shift, ...]:
    seen = "\n".join((profile.name, *reader.readable, *sorted(reader.audiences)))
    key = f"watched {content_hash(seen.encode())[:16]}"
    found = desk.accounts.setting(desk.workspace, key)
    kept = _Counted.model_validate(found) if found else None
    state, now = _state(profile, reader, desk), desk.clock()
    if kept is None or kept.state != state or now - kept.at >= KEPT_FOR:
        shifted = moved(profile, themes(reader, desk=desk))
        kept = _Counted(state=state, at=now, now={profile.claims.index(m.claim): m.now for m in shifted})
        desk.accounts.save_setting(desk.workspace, key, kept.model_dump(mode="json"))
    shown = ((profile.claims[place], counts) for place, counts in kept.now.items())
    return tuple(Shift(claim=claim, before=claim.counts or Counts(), now=counts) for claim, counts in shown)


def _state(profile: Profile, reader: Reader, desk: Desk) -> str:
    """Changes with every claim, every source the reader may read, and every decision about themes."""
    sources = [s.model_dump_json(exclude={"turns", "link"}) for s in desk.sources.all(reader)]
    claims = [claim.model_dump_json() for claim in profile.claims]
    decided = [d.model_dump_json() for d in desk.decisions.decisions(desk.workspace)]
    return content_hash("\n".join((*claims, *sorted(sources), *decided)).encode())


def moved_text(each: Shift, desk: Desk, language: str) -> str:
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
