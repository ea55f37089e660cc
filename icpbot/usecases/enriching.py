"""Enriching: one company looked up on the web because somebody asks, where a setting allows it.

A model searches and writes sentences; what counts is read by our rules in those of them that name their page.
"""

from datetime import date, timedelta

from icpbot.domain.accounts import Account, Fact, FactOrigin
from icpbot.domain.catalogue import Attribute
from icpbot.domain.cited import CitedSentence, Searched, cited_sentences, is_about
from icpbot.domain.disguise import masked
from icpbot.domain.errors import ModelUnavailable, NotAllowed
from icpbot.domain.fit import BandName, FitReport, Verdict
from icpbot.domain.grounding import Quote
from icpbot.domain.model import Model
from icpbot.domain.names import host_of, label_of, words_of
from icpbot.domain.sources import Reader, content_hash
from icpbot.domain.stated import stated, tells_itself
from icpbot.domain.text import one_line, shorten
from icpbot.usecases.budget import affordable
from icpbot.usecases.fit import Fit, check
from icpbot.usecases.forms.parts import account_named
from icpbot.usecases.ports import Desk
from icpbot.usecases.quoting import fenced
from icpbot.usecases.reading import of_the_workspace
from icpbot.usecases.stating import listed

WEB = "web"
"""The button that looks a company up."""
AGAIN_AFTER = timedelta(weeks=4)
"""What was looked for is not looked for again before."""
LONGEST_NAME = 120


class _Asked(Model):
    """When a company was looked up, and for what."""

    on: date
    attributes: tuple[str, ...]


def look_up(
    name: str, reader: Reader, *, desk: Desk, profile: str | None = None, language: str = "en",
    new: bool = False,
) -> list[Fit]:  # fmt: skip
    """The verdict on one company with what the web adds; as before, and why, where it adds nothing. Only what
    is unknown is asked for, with the company's name and site and nothing else.
    """
    if desk.web is None:
        raise NotAllowed("web-off")
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    [fit] = check((name,), reader, desk=desk, profile=profile, language=language, new=new)
    if fit.report.ambiguous:
        return [fit]
    unknown = _unknown(fit.report, desk)
    reason = _why_not(fit.report.account, unknown, reader, desk, language)
    if reason:
        return [fit.model_copy(update={"notice": reason})]
    try:
        searched = desk.web.search(_company(fit.report.account, desk), listed(unknown))
    except ModelUnavailable:
        return [fit.model_copy(update={"notice": desk.voice.say("web-down", language)})]
    facts = _facts(searched, fit.report.account, unknown, desk)
    _keep(fit.report.account, facts, unknown, desk)
    [after] = check((name,), reader, desk=desk, profile=profile, language=language, new=new)
    notice = None if facts else desk.voice.say("web-nothing", language, account=fit.report.account)
    return [after.model_copy(update={"notice": notice, "tokens": searched.tokens})]


def worth_looking_up(report: FitReport, desk: Desk) -> bool:
    """Whether looking a company up is allowed, could settle something and was not just done."""
    if desk.web is None or report.verdict is not Verdict.UNDECIDED:
        return False
    unknown = _unknown(report, desk)
    return bool(unknown) and _asked_before(report.account, unknown, desk) is None


def forget_asked(name: str, *, desk: Desk) -> None:
    desk.accounts.save_setting(desk.workspace, _key(name), None)


def _unknown(report: FitReport, desk: Desk) -> list[Attribute]:
    """What is unknown and can be found out from outside. What a team called its own way stays here, and so do
    traits of a person.
    """
    catalogue = desk.knowledge.catalogue()
    missing = (r for r in report.criteria if r.band is BandName.UNKNOWN and r.value is None)
    some = (catalogue.attribute(r.attribute) for r in missing)
    fitting = (a for a in some if a and a.knowable and not a.protected and tells_itself(a))
    return list({attribute.key: attribute for attribute in fitting}.values())


def _why_not(account: str, unknown: list[Attribute], reader: Reader, desk: Desk, language: str) -> str | None:
    if not unknown:
        return desk.voice.say("web-known", language, account=account)
    on = _asked_before(account, unknown, desk)
    if on:
        return desk.voice.say("web-asked", language, account=account, day=str(on), next=str(on + AGAIN_AFTER))
    return None if affordable(reader.user, desk) else desk.voice.say("web-budget", language)


def _key(name: str) -> str:
    """Where the store keeps when a company was looked up, without its name."""
    return f"web {content_hash(words_of(name).encode())[:16]}"


def _asked_before(account: str, unknown: list[Attribute], desk: Desk) -> date | None:
    stored = desk.accounts.setting(desk.workspace, _key(account))
    if stored is None:
        return None
    asked = _Asked.model_validate(stored)
    fresh = desk.clock().date() < asked.on + AGAIN_AFTER
    return asked.on if fresh and {a.key for a in unknown} <= set(asked.attributes) else None


def _called(account: str) -> str:
    """The name that sentences begin with; of a web address the part that a company chooses."""
    host = host_of(account)
    return label_of(host) if host else account


def _account(name: str, desk: Desk) -> Account:
    """The account; one that is known by an address alone is called by its site."""
    host = host_of(name)
    account = account_named(host or name, desk)
    return account.model_copy(update={"domain": host}) if host and not account.domain else account


def _company(account: str, desk: Desk) -> str:
    """The name and the site, if it is known, as data."""
    site = _account(account, desk).domain
    told = f"Name: {shorten(one_line(_called(account)), LONGEST_NAME)}" + (f"\nSite: {site}" if site else "")
    return fenced(masked(told, desk.personal))


def _facts(searched: Searched, account: str, unknown: list[Attribute], desk: Desk) -> list[Fact]:
    """One fact an attribute, if the sentences about the company that name a page agree on it."""
    about = [said for said in cited_sentences(searched) if is_about(said.text, _called(account))]
    found = (_fact(attribute, about, desk) for attribute in unknown)
    return [fact for fact in found if fact]


def _fact(attribute: Attribute, about: list[CitedSentence], desk: Desk) -> Fact | None:
    catalogue, now = desk.knowledge.catalogue(), desk.clock()
    facts = [
        Fact(attribute=attribute.key, value=value, origin=FactOrigin.WEB, date=now.date(), recorded_at=now,
             citation=Quote(source_id=said.url, start=0, end=len(said.text), text=said.text))
        for said in about
        if (value := stated(said.text, (0, len(said.text)), attribute, catalogue)) is not None
    ]  # fmt: skip
    return facts[0] if facts and all(fact.value == facts[0].value for fact in facts) else None


def _keep(name: str, facts: list[Fact], unknown: list[Attribute], desk: Desk) -> None:
    if facts:
        desk.accounts.save(_account(name, desk), facts)
    asked = _Asked(on=desk.clock().date(), attributes=tuple(a.key for a in unknown))
    desk.accounts.save_setting(desk.workspace, _key(name), asked.model_dump(mode="json"))
