"""Who said what in a draft, and where one person undoes what another said."""

from collections.abc import Mapping

from icpbot.domain.model import Model
from icpbot.domain.profile import Criterion, Profile
from icpbot.domain.sources import content_hash


class Dispute(Model):
    """A message that would change what somebody else said, kept until they agree. `what` is the key of an
    attribute, `best_customer`, or the words in question.
    """

    first: str
    second: str
    what: str
    message: str


Said = dict[str, object]


def _parts(profile: Profile) -> Said:
    """What people decided, by a key that holds no words of theirs."""
    parts: Said = {f"criterion:{c.attribute}": _bands(c) for c in profile.criteria}
    if profile.best_customer:
        parts["best_customer"] = tuple(sorted(profile.best_customer))
    texts = [*(c.text for c in profile.claims), *(r.title for r in profile.roles), *profile.disqualifiers]
    return parts | {f"words:{content_hash(text.encode())[:12]}": text for text in texts}


def _bands(criterion: Criterion) -> Said:
    bands: Said = dict(criterion.bands())
    return bands | ({"ignored": True} if criterion.ignored else {})


def credited(before: Profile, after: Profile, by: Mapping[str, str], who: str | None) -> dict[str, str]:
    """Who said each part of a profile, after somebody changed it."""
    old, new = _parts(before), _parts(after)
    kept = {key: name for key, name in by.items() if key in new}
    return kept | ({key: who for key, part in new.items() if old.get(key) != part} if who else {})


def contested(
    before: Profile, after: Profile, by: Mapping[str, str], *, who: str | None, message: str
) -> Dispute | None:
    """What a change would take away of what another person said. Adding to it takes nothing away."""
    old, new = _parts(before), _parts(after)
    for key, first in by.items():
        if not who or first == who or key not in old or _still_holds(old[key], new.get(key)):
            continue
        kind, _, attribute = key.partition(":")
        what = attribute if kind == "criterion" else key if kind == "best_customer" else str(old[key])
        return Dispute(first=first, second=who, what=what, message=message)
    return None


def _still_holds(old: object, new: object) -> bool:
    if isinstance(old, dict) and isinstance(new, dict):
        return "ignored" not in new.keys() - old.keys() and all(new.get(n) == band for n, band in old.items())
    return old == new
