"""The fit desk: names in, verdicts with reasons out."""

from collections.abc import Mapping, Sequence

from icpbot.domain.accounts import Account, Fact, FactOrigin, known
from icpbot.domain.errors import UsageError
from icpbot.domain.fit import BandName, FitReport, assess
from icpbot.domain.insights import Insight
from icpbot.domain.model import Model
from icpbot.domain.names import key_of, resolve
from icpbot.domain.pasted import facts_in
from icpbot.domain.profile import Profile
from icpbot.domain.sources import Reader
from icpbot.domain.values import parse_value
from icpbot.usecases.customers import remembered_best
from icpbot.usecases.ports import Desk
from icpbot.usecases.profiles import current


class Fit(Model):
    """A report with what goes beside it: what their own interview says, and who is like them."""

    report: FitReport
    question: str | None = None
    evidence: tuple[Insight, ...] = ()
    closest: str | None = None


def check(
    names: Sequence[str], reader: Reader, *, desk: Desk, profile: str | None = None,
    told: Mapping[str, str] | None = None, text: str | None = None, language: str = "en",
) -> list[Fit]:  # fmt: skip
    """A verdict for each name, against one profile. What a person tells counts most."""
    against = current(desk, profile)
    extra = [*text_facts(text or "", desk), *told_facts(told or {}, desk)]
    insights = desk.insights.insights(reader)
    return [_check_one(name, against, extra, insights, reader, desk, language) for name in names]


def _check_one(
    name: str, profile: Profile, extra: Sequence[Fact], insights: Sequence[Insight], reader: Reader,
    desk: Desk, language: str,
) -> Fit:  # fmt: skip
    account, candidates = find_account(name, desk)
    if candidates:
        empty = assess(name, profile, {}, catalogue=desk.knowledge.catalogue())
        return Fit(report=empty.model_copy(update={"ambiguous": candidates, "next_question": None}))
    stored = desk.accounts.facts(account.id) if account else []
    facts = known([*(f for f in stored if reader.may_read(f.audience) or "*" in reader.audiences), *extra])
    report = assess(account.name if account else name, profile, by_criterion(profile, facts, desk),
                    catalogue=desk.knowledge.catalogue())  # fmt: skip
    report = report.model_copy(update={"known": account is not None})
    return Fit(
        report=report,
        question=question_text(report, desk, language),
        evidence=tuple(i for i in insights if i.account and key_of(i.account) == key_of(report.account))[:3],
        closest=closest_customer(report, profile, desk) if account else None,
    )


def find_account(name: str, desk: Desk) -> tuple[Account | None, tuple[str, ...]]:
    """The account a name means, or the candidates to choose from, or nobody."""
    accounts = {a.name: a for a in desk.accounts.accounts(desk.workspace)}
    for account in accounts.values():
        if key_of(name) in {key_of(alias) for alias in account.aliases} | {(account.domain or "").lower()}:
            return account, ()
    found = resolve(name, desk.names.matches(name, list(accounts)))
    return (accounts[found.name] if found.name else None), found.candidates


def by_criterion(profile: Profile, facts: Mapping[str, Fact], desk: Desk) -> dict[str, Fact]:
    """Facts under the names the profile uses: 'headcount' in it finds the fact 'employees'."""
    catalogue = desk.knowledge.catalogue()
    named = dict(facts)
    for criterion in profile.criteria:
        attribute = catalogue.attribute(criterion.attribute)
        if criterion.attribute not in named and attribute and attribute.key in facts:
            named[criterion.attribute] = facts[attribute.key]
    return named


def told_facts(told: Mapping[str, str], desk: Desk) -> list[Fact]:
    """What a person says about an account; a value that makes no sense is refused by name."""
    facts = []
    for name, raw in told.items():
        attribute = desk.knowledge.catalogue().attribute(name)
        value = parse_value(attribute, raw)
        if value is None:
            raise UsageError("fact-unclear", name=name, value=raw)
        key = attribute.key if attribute else name
        facts.append(Fact(attribute=key, value=value, origin=FactOrigin.REP, recorded_at=desk.clock()))
    return facts


def text_facts(text: str, desk: Desk) -> list[Fact]:
    """Attributes a pasted text states, by patterns and the catalogue; single values only."""
    if not text.strip():
        return []
    return facts_in(text, desk.knowledge.catalogue(), recorded_at=desk.clock())


def question_text(report: FitReport, desk: Desk, language: str) -> str | None:
    """The deciding question as the catalogue phrases it."""
    if report.next_question is None:
        return None
    attribute = desk.knowledge.catalogue().attribute(report.next_question.attribute)
    if attribute and attribute.question:
        return attribute.question.get(language) or attribute.question["en"]
    label = attribute_label(report.next_question.attribute, desk, language)
    return desk.voice.say("fit-ask-attribute", language, attribute=label, account=report.account)


def attribute_label(key: str, desk: Desk, language: str) -> str:
    attribute = desk.knowledge.catalogue().attribute(key)
    return attribute.label(language) if attribute else key.replace("_", " ")


def closest_customer(report: FitReport, profile: Profile, desk: Desk) -> str | None:
    """The best customer that falls into the same bands most often; nobody below half of them."""
    last = remembered_best(desk)
    if last is None:
        return None
    bands = {
        r.attribute: r.band for r in report.criteria if r.band not in {BandName.UNKNOWN, BandName.IGNORED}
    }
    if not bands:
        return None
    scored = []
    accounts = {a.name: a for a in desk.accounts.accounts(desk.workspace)}
    for name in last.accounts:
        if name == report.account or name not in accounts:
            continue
        facts = by_criterion(profile, known(desk.accounts.facts(accounts[name].id)), desk)
        other = assess(name, profile, facts, catalogue=desk.knowledge.catalogue())
        same = sum(bands.get(r.attribute) is r.band for r in other.criteria)
        scored.append((-same, name))
    best = min(scored, default=(0, ""))
    return best[1] if -best[0] * 2 >= len(bands) and best[1] else None
