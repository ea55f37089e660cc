"""The fit desk: names in, verdicts with reasons out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from icpbot.domain.accounts import Account, Fact, FactOrigin, conflicts, known
from icpbot.domain.errors import UsageError
from icpbot.domain.fit import ORDER, BandName, FitReport, assess
from icpbot.domain.inflection import same_word
from icpbot.domain.insights import Insight
from icpbot.domain.model import Model
from icpbot.domain.names import Resolution, host_of, key_of, label_of, resolve
from icpbot.domain.profile import Profile
from icpbot.domain.sources import Reader
from icpbot.domain.text import fold
from icpbot.domain.values import parse_value
from icpbot.usecases.customers import remembered_best
from icpbot.usecases.family import complete, several
from icpbot.usecases.ports import Desk
from icpbot.usecases.stating import read_text

T = TypeVar("T")


class Fit(Model):
    """A report with what goes beside it: what their own interview says, and who is like them."""

    report: FitReport
    question: str | None = None
    evidence: tuple[Insight, ...] = ()
    closest: str | None = None
    conflicts: dict[str, tuple[Fact, ...]] = {}
    """By criterion, facts that say otherwise than the one that counted."""
    standings: tuple[FitReport, ...] = ()
    """Against each profile, best first, where there are several and nobody named one."""
    notice: str | None = None
    """What could not be done on the way to the verdict."""
    tokens: int = 0


def check(
    names: Sequence[str], reader: Reader, *, desk: Desk, profile: str | None = None,
    told: Mapping[str, str] | None = None, text: str | None = None, language: str = "en", new: bool = False,
) -> list[Fit]:  # fmt: skip
    """A verdict for each name, against one profile. What a person tells counts most. `new`: the person has
    said that a name is none of those that look like it.
    """
    against = complete(desk, profile)
    read = read_text(text or "", against, desk=desk, user=reader.user, language=language)
    extra = [*read.facts, *told_facts(told or {}, desk)]
    beside = _Beside(reader, against, desk)
    found = [_check_one(name, against, extra, beside, reader, desk, language, new=new) for name in names]
    if found:
        found[0] = found[0].model_copy(update={"notice": read.notice, "tokens": read.tokens})
    rivals = [] if profile else several(desk)
    return [_ranked(fit, rivals, extra, beside, reader, desk) for fit in found] if len(rivals) > 1 else found


def _ranked(
    fit: Fit, rivals: Sequence[Profile], extra: Sequence[Fact], beside: "_Beside", reader: Reader, desk: Desk
) -> Fit:
    """With a verdict against every profile. Of equals, the more special profile is better."""
    if fit.report.ambiguous:
        return fit
    account, _ = beside.book.find(fit.report.account)
    facts = known(_readable(account, extra, reader, desk))
    reports = [
        assess(fit.report.account, p, by_criterion(p, facts, desk), catalogue=desk.knowledge.catalogue())
        for p in rivals
    ]
    order = sorted(reports, key=lambda r: (ORDER[r.verdict], -r.score.low, -r.score.high, -len(r.criteria)))
    return fit.model_copy(update={"standings": tuple(order)})


def _readable(account: Account | None, extra: Sequence[Fact], reader: Reader, desk: Desk) -> list[Fact]:
    stored = desk.accounts.facts(account.id) if account else []
    return [*(f for f in stored if reader.may_read(f.audience)), *extra]


class _Beside:
    """What goes beside every report of one request: the book of names, insights, best customers."""

    def __init__(self, reader: Reader, profile: Profile, desk: Desk) -> None:
        self.book = Book(desk)
        self._insights: defaultdict[str, list[Insight]] = defaultdict(list)
        for insight in desk.insights.insights(reader):
            if insight.account:
                self._insights[key_of(insight.account)].append(insight)
        self._profile, self._desk = profile, desk

    def evidence(self, account: str) -> tuple[Insight, ...]:
        return tuple(self._insights.get(key_of(account), ())[:3])

    @cached_property
    def best(self) -> dict[str, dict[str, BandName]]:
        """The bands of each best customer."""
        last = remembered_best(self._desk)
        bands: dict[str, dict[str, BandName]] = {}
        for name in last.accounts if last else ():
            account = self.book.accounts.get(name)
            if account:
                facts = known(self._desk.accounts.facts(account.id))
                report = assess(name, self._profile, by_criterion(self._profile, facts, self._desk),
                                catalogue=self._desk.knowledge.catalogue())  # fmt: skip
                bands[name] = {r.attribute: r.band for r in report.criteria}
        return bands


def _check_one(
    name: str, profile: Profile, extra: Sequence[Fact], beside: _Beside, reader: Reader, desk: Desk,
    language: str, *, new: bool,
) -> Fit:  # fmt: skip
    account, candidates = beside.book.find(name)
    if candidates and not new:
        empty = assess(name, profile, {}, catalogue=desk.knowledge.catalogue())
        return Fit(
            report=empty.model_copy(update={"ambiguous": candidates, "next_question": None, "known": False})
        )
    facts = _readable(account, extra, reader, desk)
    report = assess(account.name if account else name, profile, by_criterion(profile, known(facts), desk),
                    catalogue=desk.knowledge.catalogue())  # fmt: skip
    others = by_criterion(profile, conflicts(facts), desk)
    report = report.model_copy(update={"known": account is not None})
    return Fit(
        report=report,
        question=question_text(report, desk, language),
        evidence=beside.evidence(report.account),
        closest=closest_customer(report, beside.best) if account else None,
        conflicts={c.attribute: others[c.attribute] for c in report.criteria if c.attribute in others},
    )


_BEGINNING = 3
"""Letters of a name that no case changes."""


class Book:
    """The accounts of a workspace by everything they are called; made once for several names."""

    def __init__(self, desk: Desk) -> None:
        self._matches = desk.names.matches
        self.accounts = {a.name: a for a in desk.accounts.accounts(desk.workspace)}
        self._hosts: defaultdict[str, list[str]] = defaultdict(list)
        self._called = {name: name for name in self.accounts}
        for account in self.accounts.values():
            for alias in account.aliases:
                self._called.setdefault(alias, account.name)
            if account.domain and (host := host_of(account.domain)):
                self._hosts[host].append(account.name)

    def find(self, name: str) -> tuple[Account | None, tuple[str, ...]]:
        """The account a name, alias or web address means, or the candidates to choose from, or nobody."""
        host = host_of(name)
        owners = self._hosts.get(host, []) if host else []
        if owners:
            return (self.accounts[owners[0]], ()) if len(owners) == 1 else (None, tuple(owners[:5]))
        found = self._resolved(name)
        if host and not found.name and not found.candidates:
            found = self._resolved(label_of(host))
        likely = [n for n in (found.name, *found.candidates) if n] or self._bent(name)
        names = tuple(dict.fromkeys(self._called[n] for n in likely))
        several = len(found.candidates) > 1 and not found.near
        sure = found.name or (len(names) == 1 and several)  # two names of one account
        return (self.accounts[names[0]], ()) if sure else (None, names)

    def _bent(self, name: str) -> list[str]:
        """Names that begin with the same words in another case: "Kolosu" may mean Kolos Logistik."""
        words = key_of(name).split()
        alike = self._by_beginning.get(words[0][:_BEGINNING], ()) if words else ()
        fitting = (n for n, key in alike if len(words) <= len(key) and all(map(same_word, words, key)))
        return list(fitting)[:5]

    @cached_property
    def _by_beginning(self) -> dict[str, list[tuple[str, list[str]]]]:
        found: defaultdict[str, list[tuple[str, list[str]]]] = defaultdict(list)
        for name in self._called:
            key = key_of(name).split()
            if key:
                found[key[0][:_BEGINNING]].append((name, key))
        return found

    def _resolved(self, name: str) -> Resolution:
        return resolve(name, self._matches(name, tuple(self._called)))


def by_criterion(profile: Profile, facts: Mapping[str, T], desk: Desk) -> dict[str, T]:
    """What is known, under the names the profile uses: 'headcount' in it finds the fact 'employees'."""
    named = dict(facts)
    for criterion in profile.criteria:
        key = fact_key(criterion.attribute, desk)
        if criterion.attribute not in named and key in facts:
            named[criterion.attribute] = facts[key]
    return named


def fact_key(name: str, desk: Desk) -> str:
    """The name under which facts about this are kept, whatever a column or a profile calls it."""
    attribute = desk.knowledge.catalogue().attribute(name)
    return attribute.key if attribute else "_".join(fold(name).replace("_", " ").split())


def told_facts(told: Mapping[str, str], desk: Desk) -> list[Fact]:
    """What a person says about an account; a value that makes no sense is refused by name."""
    facts = []
    for name, raw in told.items():
        attribute = desk.knowledge.catalogue().attribute(name)
        value = parse_value(attribute, raw)
        if value is None:
            raise UsageError("fact-unclear", name=name, value=raw)
        facts.append(
            Fact(attribute=fact_key(name, desk), value=value, origin=FactOrigin.REP, recorded_at=desk.clock())
        )
    return facts


def question_text(report: FitReport, desk: Desk, language: str) -> str | None:
    """The deciding question as the catalogue phrases it."""
    if report.next_question is None:
        return None
    return own_question(report.next_question.attribute, report.account, desk, language)


def own_question(attribute: str, account: str, desk: Desk, language: str) -> str:
    """The question to ask about an attribute; about one the catalogue does not know, ours."""
    entry = desk.knowledge.catalogue().attribute(attribute)
    if entry and entry.question:
        return entry.question.get(language) or entry.question["en"]
    label = attribute_label(attribute, desk, language)
    return desk.voice.say("fit-ask-attribute", language, attribute=label, account=account)


def attribute_label(key: str, desk: Desk, language: str) -> str:
    attribute = desk.knowledge.catalogue().attribute(key)
    return attribute.label(language) if attribute else key.replace("_", " ")


def closest_customer(report: FitReport, best: Mapping[str, Mapping[str, BandName]]) -> str | None:
    """The best customer that falls into the same bands most often; nobody below half of them."""
    bands = {
        r.attribute: r.band for r in report.criteria if r.band not in {BandName.UNKNOWN, BandName.IGNORED}
    }
    scored = [
        (-sum(bands.get(attribute) is band for attribute, band in theirs.items()), name)
        for name, theirs in best.items() if name != report.account
    ]  # fmt: skip
    same, closest = min(scored, default=(0, ""))
    return closest if bands and closest and -same * 2 >= len(bands) else None
