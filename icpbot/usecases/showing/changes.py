"""What differs between two versions, in sentences."""

from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Criterion, Profile
from icpbot.domain.text import one_line, shorten
from icpbot.usecases.fit import attribute_label
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import Change, diff
from icpbot.usecases.wording import band_shown

_FIELDS = {"ideal": "band-ideal", "ok": "band-ok", "avoid": "band-avoid", "weight": "profile-weight",
           "deal_breaker": "profile-deal-breaker", "ignored": "band-ignored"}  # fmt: skip
_MANY = 3
"""More statements of one kind are counted, not listed."""


def diff_lines(old: Profile, new: Profile, desk: Desk, language: str) -> list[str]:
    """'Employees, ideal: 50–500 → 50–300', 'Pains: 2 more', 'evidence … grew from 5 to 9 accounts'."""
    changes = diff(old, new)
    statements = {c[2] or c[3] for c in changes if c[0] == "claim"}
    told = [_line(c, old, new, desk, language) for c in changes if c[0] != "claim"]
    for kind in InsightKind:
        for key, held, other in (("diff-more", new, old), ("diff-fewer", old, new)):
            own = [c.text for c in held.claims if c.kind is kind and c.text in statements
                   and c.text not in {o.text for o in other.claims}]  # fmt: skip
            if own:
                words = "; ".join(f"“{shorten(one_line(text), 80)}”" for text in own[:_MANY])
                more = " …" if len(own) > _MANY else ""
                told.append(desk.voice.say(key, language, heading=desk.voice.say(f"heading-{kind}", language),
                                           n=len(own), words=f"{words}{more}"))  # fmt: skip
    return told


def _line(change: Change, old: Profile, new: Profile, desk: Desk, language: str) -> str:
    what, where, before, after = change
    say, text = desk.voice.say, shorten(one_line(where), 120)
    if what == "evidence":
        key = "diff-evidence-grew" if int(after) > int(before) else "diff-evidence-shrank"
        return say(key, language, claim=text, before=int(before), now=int(after))
    if what == "disagree":
        return say("diff-disagree", language, claim=text, before=int(before), now=int(after))
    if what == "criterion":
        name = (after or before).split(" ", 1)[0]
        label = attribute_label(name, desk, language)
        both = (_whole(version.criterion(name), desk, language) for version in (old, new))
        return f"{label}: {' → '.join(both)}"
    if what == "role":
        return f"{say('profile-roles', language)}: {before or '–'} → {after or '–'}"
    if what in {"thresholds", "parent", "disqualifiers"}:
        return f"{say(f'diff-{what}', language)}: {before or '–'} → {after or '–'}"
    one, other = old.criterion(what), new.criterion(what)
    shown = [_field(each, where, desk, language) for each in (one, other)]
    return f"{attribute_label(what, desk, language)}, {say(_FIELDS[where], language)}: {' → '.join(shown)}"


def _field(criterion: Criterion | None, field: str, desk: Desk, language: str) -> str:
    value = getattr(criterion, field)
    return f"{value:g}" if field == "weight" else band_shown(value, desk, language)


def _whole(criterion: Criterion | None, desk: Desk, language: str) -> str:
    if criterion is None:
        return "–"
    bands = (
        f"{desk.voice.say(f'band-{name}', language)} {band_shown(band, desk, language)}"
        for name, band in criterion.bands()
    )
    return ", ".join(bands) or desk.voice.say("band-ignored", language)
