"""Showing: results of the use cases as replies, in the reader's language."""

from collections import Counter
from collections.abc import Sequence

from icpbot.domain.customers import Ranked
from icpbot.domain.fit import ORDER, BandName, CriterionResult
from icpbot.domain.forms import FormName
from icpbot.domain.grounding import Citation
from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Basis, Claim, Profile, ProfileStatus
from icpbot.domain.proposals import Step, section_of
from icpbot.domain.reply import Button, Cited, Reply, Table
from icpbot.domain.sources import Kind, Origin, Source, turn_offsets
from icpbot.domain.text import shorten
from icpbot.domain.traits import Trait, TraitVerdict
from icpbot.domain.values import shown
from icpbot.usecases.ask import Answer
from icpbot.usecases.drafting import criterion_text
from icpbot.usecases.fit import Fit, attribute_label
from icpbot.usecases.forgetting import Forgotten
from icpbot.usecases.ingest import Receipt, Status, duration_minutes, told_apart
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import open_points

MARKS = {
    BandName.IDEAL: "✓", BandName.OK: "~", BandName.NEITHER: "✗", BandName.AVOID: "✗",
    BandName.UNKNOWN: "?", BandName.IGNORED: "·",
}  # fmt: skip


def answer_reply(answer: Answer, *, desk: Desk) -> Reply:
    """The answer first, then each claim with its quote; in extractive mode the quote is the claim."""
    cited: list[Cited] = []
    lines: list[str] = []
    for claim in answer.claims:
        for citation in claim.citations[:2]:
            source = answer.sources.get(citation.quote.source_id)
            cited.append(
                Cited(text=_one_line(citation.quote.text), number=len(cited) + 1,
                      who=_told_by(citation, source, answer.language, desk),
                      link=source.link if source else None)
            )  # fmt: skip
    return Reply(
        headline=answer.text, lines=tuple(lines), quotes=tuple(cited), notice=answer.notice,
        language=answer.language, engine=answer.engine, tokens=answer.tokens, answered=answer.answered,
        cites=tuple(answer.sources),
    )  # fmt: skip


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _told_by(citation: Citation, source: Source | None, language: str, desk: Desk) -> str:
    """Who said it, and that it is not the customer's own voice where it is not."""
    mark = _second_hand(source, desk, language) if source else ""
    return ", ".join(part for part in (who_said(citation, source), mark) if part)


def who_said(citation: Citation, source: Source | None) -> str:
    """'Veselá, Kolos Logistik, 14:32' or with the turn where there is no clock."""
    if source is None:
        return ""
    turn = turn_of(citation, source)
    time = source.turns[turn].start
    place = f"{int(time) // 60}:{int(time) % 60:02d}" if time is not None else f"#{turn + 1}"
    speaker = source.turns[turn].speaker
    parts = [speaker, source.account or source.title, str(source.date or ""), place]
    return ", ".join(part for part in parts if part)


def turn_of(citation: Citation, source: Source) -> int:
    spans = turn_offsets(source.turns)
    return next((i for i, (start, end) in enumerate(spans) if start <= citation.quote.start < end), 0)


def receipt_reply(receipt: Receipt, *, desk: Desk, language: str) -> Reply:
    """What was read: kind, account, speakers, size, what was heard and what was not asked."""
    say = desk.voice.say
    source = receipt.source
    if source is None:
        return Reply(
            headline=receipt.reason or "", language=language, failed=receipt.status is Status.REJECTED
        )
    head = say("receipt-title", language, name=source.account or source.title or _file_name(source.path),
               kind=say(f"kind-{source.kind}", language))  # fmt: skip
    if receipt.status is Status.UNCHANGED:
        return Reply(headline=head, lines=(say("receipt-unchanged", language),), language=language,
                     cites=(source.id,))  # fmt: skip
    lines = [_facts_line(source, language, desk)]
    if source.kind is Kind.CUSTOMERS and not receipt.warnings:
        lines = [say("receipt-customers", language, rows=len(source.turns))]
    people = told_apart(source)
    if people and source.kind is Kind.INTERVIEW:
        named = ", ".join(f"{n} ({say(f'role-{role}', language)})" for n, role in list(people.items())[:8])
        lines.append(say("receipt-people", language, people=named))
    if source.kind is not Kind.CUSTOMERS:
        lines.append(say("receipt-read", language, turns=len(source.turns), passages=receipt.passages))
        lines.append(_heard(receipt, language, desk))
    if receipt.not_asked:
        kinds = ", ".join(say(f"asked-{kind}", language) for kind in receipt.not_asked)
        lines.append(say("receipt-not-asked", language, kinds=kinds))
    lines += receipt.warnings
    if receipt.status is Status.UPDATED:
        lines.append(say("receipt-updated", language))
    correct = Button(action=FormName.SOURCE, value=source.id, label=say("button-source", language))
    forget = Button(action="forget", value=source.id, label=say("button-forget", language), style="danger")
    return Reply(
        headline=head, lines=tuple(line for line in lines if line), language=language, cites=(source.id,),
        buttons=(correct, forget, *_buttons_for_older(receipt, language, desk)),
    )  # fmt: skip


def _buttons_for_older(receipt: Receipt, language: str, desk: Desk) -> list[Button]:
    """What the person may do with older sources that say nearly the same."""
    return [
        Button(action="forget", value=older.id, style="danger",
               label=desk.voice.say("button-forget-older", language,
                                    name=shorten(_file_name(older.path), 40)))
        for older in receipt.alike
    ]  # fmt: skip


def forgotten_reply(gone: Forgotten, *, desk: Desk, language: str) -> Reply:
    """What went, place by place, and what a second look found."""
    say = desk.voice.say
    head = say("forgotten", language, sources=len(gone.sources), passages=gone.passages,
               insights=gone.insights, claims=gone.claims_flagged)  # fmt: skip
    places = {
        "vectors": 0, "words": 0, "drafts": 0, "requests": 0, "jobs": 0, "accounts": 0, **gone.places
    }  # fmt: skip
    lines = [say("forgotten-places", language, **places)]
    found = ", ".join(f"{place} {number}" for place, number in gone.left.items())
    lines.append(say("forgotten-left", language, places=found) if found else say("forgotten-clean", language))
    if gone.alike:
        lines.append(say("forgotten-alike", language, names=_file_names(gone.alike)))
    if gone.naming:
        lines.append(say("forgotten-naming", language, names=_file_names(gone.naming)))
    return Reply(headline=head, lines=tuple(lines), language=language)


def _file_names(paths: Sequence[str]) -> str:
    return ", ".join(_file_name(path) for path in paths[:10])


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _facts_line(source: Source, language: str, desk: Desk) -> str:
    minutes = duration_minutes(source)
    length = desk.voice.say("receipt-minutes", language, minutes=minutes) if minutes else ""
    return " · ".join(part for part in (str(source.date or ""), length, source.language or "") if part)


def _heard(receipt: Receipt, language: str, desk: Desk) -> str:
    if not receipt.heard:
        return desk.voice.say("receipt-heard-nothing", language)
    counted = [desk.voice.say(f"insight-{kind}", language, n=n) for kind, n in receipt.heard.items()]
    return desk.voice.say("receipt-heard", language, heard=" · ".join(counted))


def fit_reply(fits: Sequence[Fit], *, desk: Desk, language: str) -> Reply:
    reply = _card(fits[0], desk, language) if len(fits) == 1 else _list(fits, desk, language)
    return reply.model_copy(update={"verdicts": tuple(f.report for f in fits if not f.report.ambiguous)})


def _card(fit: Fit, desk: Desk, language: str) -> Reply:
    """Verdict and range first, then the one question, then every criterion with its origin."""
    say, report = desk.voice.say, fit.report
    if report.ambiguous:
        buttons = [Button(action="fit", value=name, label=name) for name in report.ambiguous[:5]]
        none = Button(action="fit-new", value=report.account, label=say("button-none-of-these", language))
        return Reply(headline=_which(fit, desk, language), buttons=(*buttons, none), language=language)
    head = say(
        "fit-headline", language, account=report.account, verdict=say(f"verdict-{report.verdict}", language),
        score=score_text(fit), profile=f"{report.profile_name} v{report.profile_version}",
    )  # fmt: skip
    nothing = all(r.value is None for r in report.criteria)
    lines = [] if report.known or not nothing else [say("fit-unknown", language, account=report.account)]
    if report.disqualified_by:
        names = ", ".join(attribute_label(a, desk, language) for a in report.disqualified_by)
        lines.append(say("fit-disqualified", language, attributes=names))
    question = _question(fit, desk, language)
    lines += [question] if question else []
    told = [r for r in report.criteria if r.band is not BandName.IGNORED]
    lines.append(" · ".join(criterion_mark(r, desk, language) for r in told))
    lines += [_conflict(r, fit, desk, language) for r in told if r.attribute in fit.conflicts]
    if fit.closest:
        lines.append(say("fit-closest", language, name=fit.closest))
    quotes = tuple(
        Cited(text=_one_line(i.quote.text), who=i.speaker or i.account or "", number=n)
        for n, i in enumerate(fit.evidence, 1)
    )
    wrong = Button(action=FormName.FACT, value=report.account, label=say("button-fact", language))
    return Reply(headline=head, lines=tuple(lines), quotes=quotes, language=language, buttons=(wrong,))


def _conflict(result: CriterionResult, fit: Fit, desk: Desk, language: str) -> str:
    """Who says what of a criterion, the fact that counted first."""
    others = [
        result.model_copy(update={"value": f.value, "origin": f.origin, "date": f.date})
        for f in fit.conflicts[result.attribute]
    ]
    said = [
        f"{value_text(each, desk, language)} ({_whence(each, desk, language)})" for each in (result, *others)
    ]
    label = attribute_label(result.attribute, desk, language)
    return desk.voice.say("fit-conflict", language, attribute=label, said=", ".join(said))


def _whence(result: CriterionResult, desk: Desk, language: str) -> str:
    origin = desk.voice.say(f"origin-{result.origin}", language) if result.origin else ""
    return ", ".join(part for part in (origin, str(result.date or "")) if part)


def _which(fit: Fit, desk: Desk, language: str) -> str:
    account, candidates = fit.report.account, fit.report.ambiguous or ()
    key = "fit-did-you-mean" if len(candidates) == 1 else "fit-ambiguous"
    return desk.voice.say(key, language, account=account, candidates=", ".join(candidates))


def score_text(fit: Fit) -> str:
    low, high = fit.report.score.low, fit.report.score.high
    return f"{low:.0f}" if round(low) == round(high) else f"{low:.0f}–{high:.0f}"


def _question(fit: Fit, desk: Desk, language: str) -> str | None:
    """The question with what each answer would mean, when it decides."""
    question = fit.report.next_question
    if question is None or fit.question is None:
        return None
    text = desk.voice.say("fit-decides" if question.decides else "fit-helps", language, question=fit.question)
    if not question.decides:
        return text
    outcomes = [
        desk.voice.say("fit-outcome", language, band=desk.voice.say(f"band-{band}", language),
                       verdict=desk.voice.say(f"verdict-{verdict}", language))
        for band, verdict in question.outcomes.items()
    ]  # fmt: skip
    return f"{text} ({', '.join(outcomes)})"


def criterion_mark(result: CriterionResult, desk: Desk, language: str) -> str:
    """'✓ Employees 180 (CRM, 2026-01-12)'."""
    label = attribute_label(result.attribute, desk, language)
    mark = MARKS[result.band]
    if result.deal_breaker and not result.weight and result.band is BandName.NEITHER:
        mark = "✓"  # nothing was wanted but that it is not ruled out
    if result.value is None:
        return f"{mark} {label}"
    source = _whence(result, desk, language)
    return f"{mark} {label}: {value_text(result, desk, language)}" + (f" ({source})" if source else "")


def value_text(result: CriterionResult, desk: Desk, language: str) -> str:
    value = shown(result.value)
    if isinstance(value, bool):
        return desk.voice.say("value-yes" if value else "value-no", language)
    if isinstance(value, int | float):
        return f"{value:,}".replace(",", " ")
    return ", ".join(value) if isinstance(value, list) else str(value)


def best_first(fits: Sequence[Fit]) -> list[Fit]:
    """Ideal first, undecided before avoid, then by score."""
    return sorted(fits, key=lambda f: (ORDER[f.report.verdict], -f.report.score.high, -f.report.score.low))


def _list(fits: Sequence[Fit], desk: Desk, language: str) -> Reply:
    say = desk.voice.say
    mix = Counter(f.report.verdict for f in fits)
    shares = " · ".join(f"{mix[v]} {say(f'verdict-{v}', language)}" for v in ORDER if mix[v])
    header = tuple(say(f"fit-column-{name}", language) for name in ("account", "verdict", "range", "because"))
    rows = tuple(
        (
            f.report.account,
            say(f"verdict-{f.report.verdict}", language),
            score_text(f),
            because(f, desk, language),
        )
        for f in best_first(fits)
    )
    doubts = [_which(f, desk, language) for f in fits if f.report.ambiguous]
    return Reply(
        headline=say("fit-list", language, n=len(fits), mix=shares), lines=tuple(doubts),
        table=Table(header=header, rows=rows), language=language,
    )  # fmt: skip


def because(fit: Fit, desk: Desk, language: str) -> str:
    """The one reason worth a table cell."""
    report = fit.report
    if not report.known and not report.ambiguous:
        return desk.voice.say("account-unknown", language, name=report.account)
    if report.disqualified_by:
        return ", ".join(attribute_label(a, desk, language) for a in report.disqualified_by)
    if fit.question:
        return fit.question
    return " ".join(f"{MARKS[r.band]}{attribute_label(r.attribute, desk, language)}"
                    for r in report.criteria if r.weight and r.band is not BandName.UNKNOWN)  # fmt: skip


def best_reply(
    ranked: Sequence[Ranked], count: int, metrics: Sequence[str], *, desk: Desk, language: str
) -> Reply:
    names = [m.label(language) if (m := desk.knowledge.catalogue().metric(key)) else key for key in metrics]
    head = desk.voice.say("best-headline", language, n=count, of=len(ranked), metrics=", ".join(names))
    lines = [f"{r.rank}. {r.account} ({r.score:.0f})" for r in ranked[:count] if r.score is not None]
    gaps = sum(bool(r.missing) for r in ranked)
    notice = desk.voice.say("best-missing", language, n=gaps) if gaps else None
    return Reply(headline=head, lines=tuple(lines), notice=notice, language=language)


def traits_reply(
    best: Sequence[str], traits: Sequence[Trait], rest: int, *, desk: Desk, language: str
) -> Reply:
    found = [t for t in traits if t.verdict is TraitVerdict.DISTINCTIVE]
    key = "traits-headline" if found else "traits-none"
    lines = [f"• {trait_text(t, desk, language)}" for t in found[:10]]
    head = desk.voice.say(key, language, best=len(best), rest=rest)
    return Reply(headline=head, lines=tuple(lines), language=language)


def trait_text(trait: Trait, desk: Desk, language: str) -> str:
    label = attribute_label(trait.attribute, desk, language)
    what = f"{label} {range_text(trait.range)}" if trait.range else f"{label}: {trait.value}"
    return desk.voice.say(
        "trait-line", language, what=what, best_n=trait.best_n, best_of=trait.best_of, rest_n=trait.rest_n,
        rest_of=trait.rest_of, lift=f"{trait.lift:.1f}", low=f"{trait.low:.1f}", high=f"{trait.high:.1f}",
    )  # fmt: skip


def range_text(span: tuple[float | None, float | None]) -> str:
    low, high = span
    if low is not None and high is not None:
        return f"{low:,.10g}–{high:,.10g}"
    return f"≥ {low:,.10g}" if low is not None else f"≤ {high:,.10g}"


def profile_reply(profile: Profile, *, desk: Desk, language: str) -> Reply:
    say = desk.voice.say
    status = say(f"status-{profile.status.replace(' ', '-')}", language)
    head = say("profile-headline", language, name=profile.name, version=profile.version, status=status)
    lines = [f"• {criterion_text(c, desk, language)}" for c in profile.criteria]
    for kind in InsightKind:
        claims = profile.claims_of(kind)
        if claims:
            lines.append(f"*{say(f'heading-{kind}', language)}*")
            lines += [f"• {claim_text(claim, desk, language)}" for claim in claims]
    if profile.roles:
        lines.append(f"*{say('profile-roles', language)}*")
        lines += [f"• {role.title}" for role in profile.roles]
    lines.append(say("profile-thresholds", language, ideal=f"{profile.thresholds.ideal_at:g}",
                     ok=f"{profile.thresholds.ok_at:g}"))  # fmt: skip
    return Reply(
        headline=head, lines=tuple(lines), next_step=say("profile-next", language), language=language,
        buttons=_profile_buttons(profile, desk, language),
    )  # fmt: skip


CRITERIA = 15
"""Buttons that edit a criterion; the rest of a long profile is edited as a file."""


def _profile_buttons(profile: Profile, desk: Desk, language: str) -> tuple[Button, ...]:
    """What can be done to this very version: each button names it, and none does anything to a newer one."""
    say, version = desk.voice.say, f"{profile.version}@{profile.name}"
    decisions = {
        ProfileStatus.DRAFT: ("submit",), ProfileStatus.IN_REVIEW: (FormName.APPROVE, FormName.REJECT),
    }.get(profile.status, ())  # fmt: skip
    deciding = [
        Button(action=name, value=version, label=say(f"button-{name}", language)) for name in decisions
    ]
    editing = [
        Button(action=FormName.CRITERION, value=f"{c.attribute}@{version}",
               label=say("button-criterion", language, name=attribute_label(c.attribute, desk, language)))
        for c in profile.criteria[:CRITERIA]
    ]  # fmt: skip
    return (*deciding, *editing)


def claim_text(claim: Claim, desk: Desk, language: str) -> str:
    """The claim with its count, or marked as the assumption it is."""
    marks: list[str] = []
    if claim.counts and claim.basis is Basis.EVIDENCE:
        marks.append(desk.voice.say("profile-evidence", language, accounts=claim.counts.accounts,
                                    of=claim.counts.of, asked=claim.counts.asked))  # fmt: skip
    if claim.basis is Basis.ASSUMPTION:
        marks.append(desk.voice.say("profile-assumption", language))
    if claim.flagged:
        marks.append(desk.voice.say("profile-flagged", language))
    return f"{_one_line(claim.text)} ({'; '.join(marks)})" if marks else _one_line(claim.text)


def gaps_reply(profile: Profile, unanswered: Sequence[str], *, desk: Desk, language: str) -> Reply:
    points = [gap_text(point, desk, language) for point in open_points(profile)]
    head = desk.voice.say("gaps-headline", language, n=len(points), name=profile.name)
    lines = [f"• {point}" for point in points]
    lines.append(desk.voice.say("gaps-questions", language, n=len(unanswered)))
    lines += [f"• {shorten(question, 160)}" for question in unanswered[:10]]
    return Reply(headline=head, lines=tuple(lines), language=language)


def gap_text(point: str, desk: Desk, language: str) -> str:
    what, _, text = point.partition(":")
    if what != "empty":
        return desk.voice.say(f"gap-{what}", language, text=shorten(_one_line(text), 160))
    step = Step(text)
    named = text in set(InsightKind)
    key = f"heading-{text}" if named else f"section-{section_of(step).replace('_', '-')}"
    return desk.voice.say("gap-empty", language, section=desk.voice.say(key, language))


def sources_reply(sources: Sequence[Source], *, desk: Desk, language: str) -> Reply:
    latest = sorted(sources, key=lambda s: (str(s.date or ""), s.path), reverse=True)
    lines = [
        "• " + " · ".join(part for part in (s.account or s.title or _file_name(s.path),
                                            desk.voice.say(f"kind-{s.kind}", language),
                                            _second_hand(s, desk, language),
                                            str(s.date or ""), s.language or "") if part)
        for s in latest[:20]
    ]  # fmt: skip
    if len(latest) > 20:
        lines.append(desk.voice.say("sources-more", language, n=len(latest) - 20))
    return Reply(headline=desk.voice.say("sources-headline", language, n=len(sources)), lines=tuple(lines),
                 language=language)  # fmt: skip


def _second_hand(source: Source, desk: Desk, language: str) -> str:
    return desk.voice.say("second-hand", language) if source.origin is Origin.SECOND_HAND else ""


def help_reply(*, desk: Desk, language: str) -> Reply:
    say = desk.voice.say
    lines = tuple("• " + say(f"help-{name}", language) for name in ("ask", "draft", "fit", "files", "more"))
    return Reply(headline=say("help-headline", language), lines=lines, language=language)


def welcome_reply(*, desk: Desk, language: str) -> Reply:
    """Said once in a channel, by invitation."""
    say = desk.voice.say
    lines = tuple("• " + say(f"help-{name}", language) for name in ("ask", "fit", "files"))
    return Reply(headline=say("welcome", language), lines=lines, notice=say("welcome-private", language),
                 language=language)  # fmt: skip
