"""The profile as a page: words and numbers ready to be laid out, in one language."""

import re
from collections.abc import Iterable, Mapping, Sequence

from icpbot.domain.errors import NotFound
from icpbot.domain.grounding import Quote
from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Band, Basis, Claim, Criterion, Part, Profile, Role
from icpbot.domain.sources import Reader, Source, turn_offsets
from icpbot.domain.text import one_line, sentences
from icpbot.domain.traits import TraitVerdict
from icpbot.usecases.backtest import backtest
from icpbot.usecases.charting import past_chart, traits_chart
from icpbot.usecases.customers import traits
from icpbot.usecases.fit import attribute_label
from icpbot.usecases.page import Page, PageBlock, PageClaim, PageLine, PageQuote, PageRow, PageSection
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import open_points
from icpbot.usecases.showing.backtest import backtest_lines
from icpbot.usecases.showing.customers import trait_text
from icpbot.usecases.showing.profile import gap_text
from icpbot.usecases.watching import moved_text, watched
from icpbot.usecases.wording import band_shown

_LEADING = (InsightKind.PAIN, InsightKind.JOB, InsightKind.TRIGGER)
"""Kinds whose best backed statement stands in the summary."""
_AROUND = 240
"""Characters shown before and after a quote, at most."""
_TRAITS = 10
_NAMES = 20
_PARTS = {
    Part.ECONOMIC_BUYER: "part-economic-buyer", Part.DECISION_MAKER: "part-decision-maker",
    Part.CHAMPION: "part-champion", Part.INFLUENCER: "part-influencer", Part.USER: "part-user",
    Part.BLOCKER: "part-blocker",
}  # fmt: skip
_COLUMNS = {
    "criteria": "profile-criteria", "attribute": "profile-attribute", "ideal": "band-ideal", "ok": "band-ok",
    "avoid": "band-avoid", "weight": "profile-weight",
}  # fmt: skip
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def page_of(profile: Profile, reader: Reader, *, desk: Desk, language: str) -> Page:
    """Everything the profile says, and what the research, customers and past deals say of it."""
    return _Writer(profile, reader, desk, language).page()


class _Writer:
    """Words for one profile, one reader and one language."""

    def __init__(self, profile: Profile, reader: Reader, desk: Desk, language: str) -> None:
        self.profile, self.desk, self.language = profile, desk, language
        self.sources: Mapping[str, Source] = {s.id: s for s in desk.sources.all(reader)}
        self.spans: dict[str, list[tuple[int, int]]] = {}
        self.written: dict[InsightKind, tuple[PageClaim, ...]] = {}
        watch = watched(profile, reader, desk=desk)
        self.since = {each.claim: moved_text(each, desk, language) for each in watch.moved}

    def say(self, key: str, **values: str | float) -> str:
        return self.desk.voice.say(key, self.language, **values)

    def page(self) -> Page:
        ends = self.profile.thresholds
        blocks = (self.best(), self.past(), self.gaps(), self.cited(), self.history())
        return Page(
            title=_clean(self.profile.name), subtitle=self.headline(self.profile), language=self.language,
            description=_clean(self.profile.description or ""), glance=self.glance(),
            criteria=tuple(self.row(c) for c in self.profile.criteria),
            thresholds=self.say("profile-thresholds", ideal=f"{ends.ideal_at:g}", ok=f"{ends.ok_at:g}"),
            sections=tuple(self.sections()), blocks=tuple(b for b in blocks if b.lead or b.lines),
            labels={name: self.say(key) for name, key in _COLUMNS.items()},
        )  # fmt: skip

    def headline(self, version: Profile) -> str:
        status = self.say(f"status-{version.status.replace(' ', '-')}")
        saved = f"{version.saved_at:%Y-%m-%d}" if version.saved_at else ""
        parts = (f"v{version.version}", status, version.approved_by, saved)
        return " · ".join(_clean(part) for part in parts if part)

    def glance(self) -> PageBlock:
        claims = [c for kind in InsightKind for c in self.profile.claims_of(kind)]
        lines = [self.bands("ideal"), self.bands("avoid")]
        for kind in _LEADING:
            backed = [c for c in self.claims(kind) if c.share is not None]
            heading = self.say(f"heading-{kind}")
            lines += [PageLine(text=f"{heading}: {c.text} ({c.basis})") for c in backed[:1]]
        if claims:
            quoted = sum(c.basis is Basis.EVIDENCE for c in claims)
            text = self.say("profile-backed", backed=quoted, claims=len(claims))
            lines.append(PageLine(text=text, shares=(self.profile.backed,)))
        return PageBlock(heading=self.say("profile-glance"), lines=tuple(line for line in lines if line.text))

    def bands(self, name: str) -> PageLine:
        """'Ideal: Industry Logistics; Employees 50–500'; no text when no criterion has such a band."""
        named = [(c, getattr(c, name)) for c in self.profile.criteria if not c.ignored]
        told = "; ".join(f"{self.label(c)} {self.band(band)}" for c, band in named if band is not None)
        title = self.say(f"band-{name}")
        return PageLine(text=f"{title[:1].upper()}{title[1:]}: {told}" if told else "")

    def label(self, criterion: Criterion) -> str:
        return _clean(attribute_label(criterion.attribute, self.desk, self.language))

    def band(self, band: Band | None) -> str:
        return _clean(band_shown(band, self.desk, self.language))

    def row(self, criterion: Criterion) -> PageRow:
        note = self.say("profile-deal-breaker") if criterion.deal_breaker else ""
        note = self.say("band-ignored") if criterion.ignored else note
        return PageRow(
            label=self.label(criterion), ideal=self.band(criterion.ideal), ok=self.band(criterion.ok),
            avoid=self.band(criterion.avoid), note=note, why=_clean(criterion.note or ""),
            weight="–" if criterion.ignored else f"{criterion.weight:g}",
        )  # fmt: skip

    def sections(self) -> Iterable[PageSection]:
        told = [(self.say(f"heading-{kind}"), self.claims(kind)) for kind in InsightKind]
        told.append((self.say("profile-roles"), tuple(self.role(r) for r in self.profile.roles)))
        assumed = self.say("profile-assumption")
        avoid = tuple(PageClaim(text=_clean(d), basis=assumed) for d in self.profile.disqualifiers)
        told.append((self.say("profile-avoid-heading"), avoid))
        return (PageSection(heading=heading, claims=claims) for heading, claims in told if claims)

    def claims(self, kind: InsightKind) -> tuple[PageClaim, ...]:
        """The best backed first; equals stay in the profile's order."""
        if kind not in self.written:
            found = sorted(
                self.profile.claims_of(kind), key=lambda c: -(c.counts.accounts if c.counts else 0)
            )
            self.written[kind] = tuple(self.claim(c) for c in found)
        return self.written[kind]

    def claim(self, claim: Claim) -> PageClaim:
        counts = claim.counts if claim.basis is Basis.EVIDENCE else None
        marks = []
        if counts:
            marks.append(self.say("profile-evidence", accounts=counts.accounts, of=counts.of,
                                  asked=counts.asked))  # fmt: skip
            marks += [self.say("profile-disagree", n=counts.contradicting)] if counts.contradicting else []
        if self.since.get(claim):
            marks.append(self.say("evidence-since", moved=self.since[claim]))
        if claim.basis is Basis.ASSUMPTION:
            marks.append(self.say("profile-assumption"))
        if claim.flagged:
            marks.append(self.say("profile-flagged"))
        return PageClaim(
            text=_clean(claim.text), basis="; ".join(marks), quotes=self.quotes(claim.quotes),
            share=min(1.0, counts.accounts / counts.of) if counts and counts.of else None,
            notes=(_clean(claim.note),) if claim.note else (),
        )  # fmt: skip

    def role(self, role: Role) -> PageClaim:
        notes = []
        if role.goals:
            notes.append(self.say("profile-goals", goals="; ".join(map(_clean, role.goals))))
        if role.concerns:
            notes.append(self.say("profile-concerns", concerns="; ".join(map(_clean, role.concerns))))
        quotes = self.quotes(role.quotes)
        basis = self.say("profile-quotes", n=len(quotes)) if quotes else ""
        if role.basis is Basis.ASSUMPTION:
            basis = self.say("profile-assumption")
        parts = (role.title, role.function or "", self.say(_PARTS[role.part]) if role.part else "")
        text = ", ".join(_clean(part) for part in parts if part)
        return PageClaim(text=text, basis=basis, notes=tuple(notes), quotes=quotes)

    def quotes(self, quotes: Sequence[Quote]) -> tuple[PageQuote, ...]:
        """Those whose source the reader may read."""
        return tuple(self.quote(q, self.sources[q.source_id]) for q in quotes if q.source_id in self.sources)

    def quote(self, quote: Quote, source: Source) -> PageQuote:
        spans = self.spans.setdefault(source.id, turn_offsets(source.turns))
        turn = next((i for i, (start, end) in enumerate(spans) if start <= quote.start < end), None)
        speaker = source.turns[turn].speaker if turn is not None else None
        before, after = (
            _around(quote, source.turns[turn].text, spans[turn][0]) if turn is not None else ("", "")
        )
        who = (speaker, source.account or source.title, str(source.date or ""))
        return PageQuote(
            text=_clean(quote.text), who=", ".join(_clean(part) for part in who if part), before=before,
            after=after, language=source.language if source.language != self.language else None,
        )  # fmt: skip

    def best(self) -> PageBlock:
        """Who the best customers are, and what sets them apart from the rest."""
        heading = self.say("profile-best")
        if not self.desk.accounts.customers(self.desk.workspace):
            return PageBlock(heading=heading)
        best, found, rest = traits(desk=self.desk)
        apart = [t for t in found if t.verdict is TraitVerdict.DISTINCTIVE][:_TRAITS]
        lead = self.say("traits-headline" if apart else "traits-none", best=len(best), rest=rest)
        names = ", ".join(_clean(name) for name in best[:_NAMES]) + (" …" if len(best) > _NAMES else "")
        lines = [PageLine(text=_clean(trait_text(t, self.desk, self.language)),
                          shares=(t.best_n / max(1, t.best_of), t.rest_n / max(1, t.rest_of)))
                 for t in apart]  # fmt: skip
        chart = traits_chart(best, found, rest, desk=self.desk, language=self.language)
        return PageBlock(heading=heading, lead=lead, lines=(*lines, PageLine(text=names)), chart=chart)

    def past(self) -> PageBlock:
        """What past deals and customers say of the profile; nothing where there are none."""
        heading = self.say("profile-past")
        try:
            done = backtest(desk=self.desk, profile=self.profile.name)
        except NotFound:
            return PageBlock(heading=heading)
        told = backtest_lines(done, desk=self.desk, language=self.language)
        shares = {
            line: g.share
            for line, g in zip([x for x in told if x.startswith(" ")], done.by_verdict, strict=False)
        }
        lines = (PageLine(text=x.strip(" █░"), shares=(shares[x],) if x in shares else ()) for x in told[1:])
        chart = past_chart(done, desk=self.desk, language=self.language)
        return PageBlock(heading=heading, lead=told[0], lines=tuple(lines), chart=chart)

    def gaps(self) -> PageBlock:
        points = (gap_text(point, self.desk, self.language) for point in open_points(self.profile))
        lines = tuple(PageLine(text=_clean(point)) for point in points)
        return PageBlock(heading=self.say("profile-gaps"), lines=lines)

    def cited(self) -> PageBlock:
        quotes = [q for claim in self.profile.claims for q in claim.quotes]
        quotes += [q for role in self.profile.roles for q in role.quotes]
        found = [
            self.sources[id_] for id_ in dict.fromkeys(q.source_id for q in quotes) if id_ in self.sources
        ]
        lines = (
            (s.account or s.title or s.path.replace("\\", "/").rsplit("/", 1)[-1], self.say(f"kind-{s.kind}"),
             str(s.date or ""), s.language or "")
            for s in found
        )  # fmt: skip
        told = tuple(PageLine(text=" · ".join(_clean(part) for part in parts if part)) for parts in lines)
        return PageBlock(heading=self.say("profile-sources"), lines=told)

    def history(self) -> PageBlock:
        versions = self.desk.profiles.versions(self.desk.workspace, self.profile.name)
        lines = tuple(
            PageLine(text=" · ".join(p for p in (self.headline(v), _clean(v.decided_why or "")) if p))
            for v in versions
        )
        return PageBlock(heading=self.say("profile-history"), lines=lines)


def _clean(text: str) -> str:
    """One line that every format can hold: XML knows no control characters."""
    return one_line(_UNPRINTABLE.sub("", text))


def _around(quote: Quote, turn: str, offset: int) -> tuple[str, str]:
    """The rest of its sentence and the sentence before and after, from the same turn. Nothing where the
    source no longer says the quote at its place.
    """
    start, end = quote.start - offset, quote.end - offset
    if turn[start : min(end, len(turn))] != quote.text[: len(turn) - start]:
        return "", ""
    spans = list(sentences(turn))
    inside = [i for i, (a, b) in enumerate(spans) if a < end and b > start]
    if not inside:
        return "", ""
    first, last = spans[max(0, inside[0] - 1)][0], spans[min(len(spans) - 1, inside[-1] + 1)][1]
    return _last(_within(turn[first:start])), _first(_within(turn[end:last]))


def _within(text: str) -> str:
    """One line that keeps the gap to its neighbour; Chinese has none."""
    return _clean(f"|{text}|")[1:-1]


def _last(text: str) -> str:
    return text if len(text) <= _AROUND else f"…{text[-_AROUND:]}"


def _first(text: str) -> str:
    return text if len(text) <= _AROUND else f"{text[:_AROUND]}…"
