"""The profile as a page: words and numbers ready to be laid out, in one language."""

from collections.abc import Mapping

from icpbot.domain.insights import InsightKind
from icpbot.domain.model import Model
from icpbot.domain.profile import Basis, Claim, Profile
from icpbot.domain.sources import Reader, Source
from icpbot.usecases.fit import attribute_label
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import band_text, open_points
from icpbot.usecases.showing import gap_text


class PageQuote(Model):
    text: str
    who: str


class PageClaim(Model):
    text: str
    basis: str
    quotes: tuple[PageQuote, ...] = ()


class PageSection(Model):
    heading: str
    claims: tuple[PageClaim, ...]


class PageRow(Model):
    label: str
    ideal: str
    ok: str
    avoid: str
    weight: str
    note: str = ""


class Page(Model):
    title: str
    subtitle: str
    language: str
    description: str = ""
    criteria: tuple[PageRow, ...] = ()
    thresholds: str = ""
    sections: tuple[PageSection, ...] = ()
    gaps: tuple[str, ...] = ()
    labels: dict[str, str] = {}


def page_of(profile: Profile, reader: Reader, *, desk: Desk, language: str) -> Page:
    say = desk.voice.say
    sources = {s.id: s for s in desk.sources.all(reader)}
    status = say(f"status-{profile.status.replace(' ', '-')}", language)
    by = f" · {profile.approved_by}" if profile.approved_by else ""
    saved = f" · {profile.saved_at:%Y-%m-%d}" if profile.saved_at else ""
    return Page(
        title=profile.name,
        subtitle=f"v{profile.version} · {status}{by}{saved}",
        language=language,
        description=profile.description or "",
        criteria=tuple(_rows(profile, desk, language)),
        thresholds=say("profile-thresholds", language, ideal=f"{profile.thresholds.ideal_at:g}",
                       ok=f"{profile.thresholds.ok_at:g}"),
        sections=tuple(_sections(profile, sources, desk, language)),
        gaps=tuple(gap_text(point, desk, language) for point in open_points(profile)),
        labels=_labels(desk, language),
    )  # fmt: skip


def _labels(desk: Desk, language: str) -> dict[str, str]:
    keys = {"criteria": "profile-criteria", "attribute": "profile-attribute", "ideal": "band-ideal",
            "ok": "band-ok", "avoid": "band-avoid", "weight": "profile-weight", "gaps": "profile-gaps"}  # fmt: skip
    return {name: desk.voice.say(key, language) for name, key in keys.items()}


def _rows(profile: Profile, desk: Desk, language: str) -> list[PageRow]:
    rows = []
    for c in profile.criteria:
        note = desk.voice.say("profile-deal-breaker", language) if c.deal_breaker else ""
        note = desk.voice.say("band-ignored", language) if c.ignored else note
        rows.append(
            PageRow(label=attribute_label(c.attribute, desk, language), ideal=band_text(c.ideal),
                    ok=band_text(c.ok), avoid=band_text(c.avoid),
                    weight="–" if c.ignored else f"{c.weight:g}", note=note)
        )  # fmt: skip
    return rows


def _sections(
    profile: Profile, sources: Mapping[str, Source], desk: Desk, language: str
) -> list[PageSection]:
    say, found = desk.voice.say, []
    for kind in InsightKind:
        claims = profile.claims_of(kind)
        if claims:
            made = tuple(_claim(c, sources, desk, language) for c in claims)
            found.append(PageSection(heading=say(f"heading-{kind}", language), claims=made))
    roles = tuple(
        PageClaim(text=f"{r.title}" + (f", {r.part.replace('_', ' ')}" if r.part else ""),
                  basis=say("profile-assumption", language) if r.basis is Basis.ASSUMPTION else "✓")
        for r in profile.roles
    )  # fmt: skip
    if roles:
        found.append(PageSection(heading=say("profile-roles", language), claims=roles))
    avoid = tuple(PageClaim(text=d, basis=say("profile-assumption", language)) for d in profile.disqualifiers)
    if avoid:
        found.append(PageSection(heading=say("profile-avoid-heading", language), claims=avoid))
    return found


def _claim(claim: Claim, sources: Mapping[str, Source], desk: Desk, language: str) -> PageClaim:
    quotes = tuple(
        PageQuote(text=" ".join(q.text.split()), who=_who(sources[q.source_id], q.start))
        for q in claim.quotes
        if q.source_id in sources
    )
    if claim.basis is Basis.EVIDENCE and claim.counts:
        basis = desk.voice.say("profile-evidence", language, accounts=claim.counts.accounts,
                               of=claim.counts.of, asked=claim.counts.asked)  # fmt: skip
    else:
        basis = desk.voice.say("profile-assumption", language)
    return PageClaim(text=" ".join(claim.text.split()), basis=basis, quotes=quotes)


def _who(source: Source, start: int) -> str:
    position = 0
    speaker = None
    for turn in source.turns:
        if position <= start <= position + len(turn.text):
            speaker = turn.speaker
            break
        position += len(turn.text) + 1
    return ", ".join(
        part for part in (speaker, source.account or source.title, str(source.date or "")) if part
    )
