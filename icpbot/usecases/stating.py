"""Stating: what a pasted text says of a company, by rules, and with a model what the rules confirm."""

from collections.abc import Sequence

from pydantic import Field

from icpbot.domain.accounts import Fact, FactOrigin
from icpbot.domain.catalogue import Attribute
from icpbot.domain.disguise import Disguised, Pseudonyms, disguised
from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.grounding import Quote, find
from icpbot.domain.model import Model
from icpbot.domain.pasted import facts_in
from icpbot.domain.profile import Profile
from icpbot.domain.stated import stated, wanted
from icpbot.usecases.budget import affordable
from icpbot.usecases.ports import Desk
from icpbot.usecases.quoting import fenced

SHOWN = 12_000
"""Characters of a text that a model is shown: an "about" page has a quarter of them. Rules read all of it."""
PASTED = "pasted"
"""What a text is called in a quote of it."""


class StatedFact(Model):
    """One thing the text states of the company."""

    attribute: str
    """Key of the attribute, as listed."""
    value: str = Field(max_length=200)
    """Its value, as short as possible."""
    quote: str = Field(max_length=300)
    """The shortest words of the text that state it, copied."""


class StatedFacts(Model):
    facts: list[StatedFact] = Field(max_length=40)


class Read(Model):
    """Facts of a text, the tokens they took, and why a model that is there was not used."""

    facts: tuple[Fact, ...] = ()
    tokens: int = 0
    notice: str | None = None


def read_text(text: str, profile: Profile, *, desk: Desk, user: str | None, language: str) -> Read:
    """What a text states; with a model also attributes of the profile that the rules alone did not find. The
    rules are never overruled, and nothing of a model's counts that they do not read in its quote themselves.
    """
    if not text.strip():
        return Read()
    found = facts_in(text, desk.knowledge.catalogue(), recorded_at=desk.clock())
    missing = asked_about(profile, {fact.attribute for fact in found}, desk)
    if desk.model is None or not missing:
        return Read(facts=tuple(found))
    if not affordable(user, desk):
        return Read(facts=tuple(found), notice=desk.voice.say("notice-text-budget", language))
    try:
        more, tokens = _by_model(text, missing, desk)
    except ModelUnavailable:
        return Read(facts=tuple(found), notice=desk.voice.say("notice-text-model-down", language))
    return Read(facts=(*found, *more), tokens=tokens)


def asked_about(profile: Profile, found: set[str], desk: Desk) -> list[Attribute]:
    """Attributes of the profile of which nothing is known, once each; never a trait of a person."""
    catalogue = desk.knowledge.catalogue()
    some = (wanted(criterion, catalogue) for criterion in profile.criteria if not criterion.ignored)
    return list({a.key: a for a in some if a.key not in found and not a.protected}.values())


def listed(attributes: Sequence[Attribute]) -> str:
    """The attributes as a model reads them: key, name, what a value of it is."""
    return "\n".join(f"- {a.key}: {a.label('en')} ({a.unit or a.type})" for a in attributes)


def _by_model(text: str, missing: Sequence[Attribute], desk: Desk) -> tuple[list[Fact], int]:
    assert desk.model is not None
    text = text[:SHOWN]
    seen = disguised(text, desk.personal, Pseudonyms())
    variables = {"attributes": listed(missing), "text": fenced(seen.text)}
    answer, tokens = desk.model.ask("facts", variables, StatedFacts)
    by_key = {attribute.key: attribute for attribute in missing}
    facts: dict[str, Fact | None] = {}
    for item in answer.facts:
        attribute = by_key.get(item.attribute)
        fact = _checked(item, attribute, text, seen, desk) if attribute else None
        if fact:  # which of two values is meant is not said
            rival = facts.setdefault(fact.attribute, fact)
            facts[fact.attribute] = rival if rival and rival.value == fact.value else None
    return [fact for fact in facts.values() if fact], tokens


def _checked(item: StatedFact, attribute: Attribute, text: str, seen: Disguised, desk: Desk) -> Fact | None:
    """The fact, if the text says these words and our rules read the same value in them."""
    place = find(item.quote, seen.text)
    if place is None:
        return None
    start, end = seen.back(*place)
    value = stated(text, (start, end), attribute, desk.knowledge.catalogue(), told=item.value)
    if value is None:
        return None
    quote = Quote(source_id=PASTED, start=start, end=end, text=text[start:end])
    return Fact(attribute=attribute.key, value=value, origin=FactOrigin.TEXT, recorded_at=desk.clock(),
                citation=quote)  # fmt: skip
