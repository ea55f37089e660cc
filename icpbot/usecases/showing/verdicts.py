"""Verdicts: the card of one account, the ranked list of several."""

from collections import Counter
from collections.abc import Sequence

from icpbot.domain.accounts import FactOrigin
from icpbot.domain.cited import site_of
from icpbot.domain.fit import ORDER, BandName, CriterionResult
from icpbot.domain.forms import FormName
from icpbot.domain.reply import Button, Cited, Reply, Table
from icpbot.domain.text import one_line
from icpbot.domain.values import shown
from icpbot.usecases.enriching import WEB, worth_looking_up
from icpbot.usecases.fit import Fit, attribute_label
from icpbot.usecases.ports import Desk

MARKS = {
    BandName.IDEAL: "✓", BandName.OK: "~", BandName.NEITHER: "✗", BandName.AVOID: "✗",
    BandName.UNKNOWN: "?", BandName.IGNORED: "·",
}  # fmt: skip


def fit_reply(fits: Sequence[Fit], *, desk: Desk, language: str) -> Reply:
    reply = _card(fits[0], desk, language) if len(fits) == 1 else _list(fits, desk, language)
    notices = dict.fromkeys(f.notice for f in fits if f.notice)
    return reply.model_copy(update={
        "verdicts": tuple(f.report for f in fits if not f.report.ambiguous),
        "notice": " ".join(notices) or None, "tokens": sum(f.tokens for f in fits),
    })  # fmt: skip


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
    usual = _usual_source(told, desk, language)
    lines.append(" · ".join(criterion_mark(r, desk, language, unless=usual) for r in told))
    lines += [say("fit-whence", language, whence=usual)] if usual else []
    lines += [_conflict(r, fit, desk, language) for r in told if r.attribute in fit.conflicts]
    if fit.standings:
        lines.append(_standing(fit, desk, language))
    if fit.closest:
        lines.append(say("fit-closest", language, name=fit.closest))
    quotes = tuple(
        Cited(text=one_line(i.quote.text), who=i.speaker or i.account or "", number=n)
        for n, i in enumerate(fit.evidence, 1)
    )
    wrong = Button(action=FormName.FACT, value=report.account, label=say("button-fact", language))
    web = Button(action=WEB, value=report.account, label=say("button-web", language))
    offered = (wrong, web) if worth_looking_up(report, desk) else (wrong,)
    return Reply(headline=head, lines=tuple(lines), quotes=quotes, language=language, buttons=offered)


def _standing(fit: Fit, desk: Desk, language: str) -> str:
    """The profile that suits the company best, and the runner-up."""
    first, second = (
        f"{r.profile_name}: {desk.voice.say(f'verdict-{r.verdict}', language)}, "
        f"{score_span(r.score.low, r.score.high)}"
        for r in fit.standings[:2]
    )
    return desk.voice.say("fit-standings", language, first=first, second=second)


def _conflict(result: CriterionResult, fit: Fit, desk: Desk, language: str) -> str:
    """Who says what of a criterion, the fact that counted first."""
    others = [
        result.model_copy(
            update={"value": f.value, "origin": f.origin, "date": f.date, "citation": f.citation}
        )
        for f in fit.conflicts[result.attribute]
    ]
    said = [
        f"{value_text(each, desk, language)} ({_whence(each, desk, language)})" for each in (result, *others)
    ]
    label = attribute_label(result.attribute, desk, language)
    return desk.voice.say("fit-conflict", language, attribute=label, said=", ".join(said))


def _whence(result: CriterionResult, desk: Desk, language: str) -> str:
    origin = desk.voice.say(f"origin-{result.origin}", language) if result.origin else ""
    if result.origin is FactOrigin.WEB and result.citation:
        origin = desk.voice.say("origin-web-page", language, site=site_of(result.citation.source_id))
    return ", ".join(part for part in (origin, str(result.date or "")) if part)


def _which(fit: Fit, desk: Desk, language: str) -> str:
    account, candidates = fit.report.account, fit.report.ambiguous or ()
    key = "fit-did-you-mean" if len(candidates) == 1 else "fit-ambiguous"
    return desk.voice.say(key, language, account=account, candidates=", ".join(candidates))


def score_text(fit: Fit) -> str:
    return score_span(fit.report.score.low, fit.report.score.high)


def score_span(low: float, high: float) -> str:
    """One number where both ends read the same."""
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


def _usual_source(told: Sequence[CriterionResult], desk: Desk, language: str) -> str | None:
    """Where most of the facts are from, to be said once; nothing where no two share it."""
    sources = Counter(_whence(r, desk, language) for r in told if r.value is not None)
    [(usual, n)] = sources.most_common(1) or [("", 0)]
    return usual if usual and n > 1 else None


def criterion_mark(result: CriterionResult, desk: Desk, language: str, *, unless: str | None = None) -> str:
    """'✓ Employees: 180 (CRM, 2026-01-12)'; without a source that is said elsewhere."""
    label = attribute_label(result.attribute, desk, language)
    mark = MARKS[result.band]
    if result.deal_breaker and not result.weight and result.band is BandName.NEITHER:
        mark = "✓"  # nothing was wanted but that it is not ruled out
    if result.value is None:
        return f"{mark} {label}"
    source = _whence(result, desk, language)
    return f"{mark} {label}: {value_text(result, desk, language)}" + (
        f" ({source})" if source and source != unless else ""
    )


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
    return " ".join(f"{MARKS[r.band]} {attribute_label(r.attribute, desk, language)}"
                    for r in report.criteria if r.weight and r.band is not BandName.UNKNOWN)  # fmt: skip
