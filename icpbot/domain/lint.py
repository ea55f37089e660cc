"""What is wrong with a profile: each finding has a sentence of its own, with what to do about it."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from icpbot.domain.bands import clash_in, inside
from icpbot.domain.catalogue import Catalogue
from icpbot.domain.inflection import same_word
from icpbot.domain.model import Model
from icpbot.domain.profile import Basis, Claim, ClaimStatus, Criterion, Profile
from icpbot.domain.text import HAN, fold
from icpbot.domain.values import Value

NARROW_BELOW = 3
"""Fewer customers than this say nothing about the next one; as with claims, they are anecdotes."""
ENOUGH_TO_TELL = 10
"""Of fewer customers, that a profile covers all of them may be chance."""


class Problem(StrEnum):
    """The gravest first."""

    PROTECTED = "protected"
    UNMEASURABLE = "unmeasurable"
    OVERLAP = "overlap"
    CONTRADICTION = "contradiction"
    DISPUTED = "disputed"
    NARROW = "narrow"
    WIDE = "wide"
    UNKNOWABLE = "unknowable"
    THIN = "thin"
    VAGUE = "vague"


class Finding(Model):
    """`values` go into the sentence `lint-…`; `what` is an attribute's key or the words in question."""

    problem: Problem
    values: dict[str, str | int | float] = {}


Customers = Sequence[Mapping[str, Value]]
"""What is known of each customer, by attribute."""


def lint(profile: Profile, *, catalogue: Catalogue, customers: Customers = ()) -> list[Finding]:
    found = [
        *_of_criteria(profile, catalogue),
        *_contradictions(profile, catalogue),
        *_of_claims(profile),
        *_reach(profile, catalogue, customers),
        *(Finding(problem=Problem.VAGUE, values={"what": words}) for words in profile.disqualifiers),
    ]
    order = list(Problem)
    return sorted(found, key=lambda f: order.index(f.problem))


def _of_criteria(profile: Profile, catalogue: Catalogue) -> Iterator[Finding]:
    for criterion in profile.criteria:
        problem = _problem(criterion, catalogue)
        if problem:
            yield Finding(problem=problem, values={"what": criterion.attribute})


def _problem(criterion: Criterion, catalogue: Catalogue) -> Problem | None:
    attribute = catalogue.attribute(criterion.attribute)
    if attribute and attribute.protected:
        return Problem.PROTECTED
    if criterion.ignored:
        return None
    if not any(True for _ in criterion.bands()):
        return Problem.UNMEASURABLE
    if clash_in(criterion, catalogue):
        return Problem.OVERLAP
    return Problem.UNKNOWABLE if attribute and not attribute.knowable else None


def _live(profile: Profile) -> list[Claim]:
    return [c for c in profile.claims if c.status is not ClaimStatus.REJECTED]


def _contradictions(profile: Profile, catalogue: Catalogue) -> Iterator[Finding]:
    """What does not matter and yet is why they buy; what is a reason and yet disqualifies."""
    claims = _live(profile)
    ignored = [c.attribute for c in profile.criteria if c.ignored]
    for key in ignored:
        attribute = catalogue.attribute(key)
        names = [*attribute.labels.values(), *attribute.synonyms] if attribute else [key]
        claim = next((c for c in claims if any(_names(c.text, name) for name in names)), None)
        if claim:
            yield Finding(problem=Problem.CONTRADICTION, values={"what": key, "claim": claim.text})
    unwanted = {fold(words) for words in profile.disqualifiers}
    for claim in claims:
        if fold(claim.text) in unwanted:
            values: dict[str, str | int | float] = {"what": claim.text, "claim": claim.text}
            yield Finding(problem=Problem.CONTRADICTION, values=values)


def _names(text: str, name: str) -> bool:
    """Whether a text holds a name of five letters or more, in some form of it, or one in Han characters."""
    if HAN.search(name):
        return len(name) > 1 and name in text
    words, wanted = _words(text), _words(name)
    if len("".join(wanted)) < 5:
        return False
    return any(
        all(map(same_word, words[start : start + len(wanted)], wanted))
        for start in range(len(words) - len(wanted) + 1)
    )


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in fold(text)).split()


def _of_claims(profile: Profile) -> Iterator[Finding]:
    """Claims as many accounts deny as say, and those that rest on one interview."""
    for claim in _live(profile):
        counts = claim.counts
        if counts is None or claim.basis is not Basis.EVIDENCE:
            continue
        values: dict[str, str | int | float] = {"what": claim.text, "n": counts.contradicting}
        if counts.contradicting and counts.contradicting >= counts.accounts:
            yield Finding(problem=Problem.DISPUTED, values=values)
        elif len({q.source_id for q in claim.quotes}) == 1:
            yield Finding(problem=Problem.THIN, values={"what": claim.text})


def _reach(profile: Profile, catalogue: Catalogue, customers: Customers) -> Iterator[Finding]:
    """How many customers the profile would have wanted; what is not known of one speaks for it."""
    counting = [c for c in profile.criteria if not c.ignored and any(True for _ in c.bands())]
    if not counting or not customers:
        return
    covered = sum(all(_wants(c, customer, catalogue) for c in counting) for customer in customers)
    values: dict[str, str | int | float] = {"n": covered, "of": len(customers)}
    if covered < min(NARROW_BELOW, len(customers)):
        yield Finding(problem=Problem.NARROW, values=values)
    elif covered == len(customers) >= ENOUGH_TO_TELL:
        yield Finding(problem=Problem.WIDE, values=values)


def _wants(criterion: Criterion, customer: Mapping[str, Value], catalogue: Catalogue) -> bool:
    value = customer.get(criterion.attribute)
    if value is None:
        return True
    attribute = catalogue.attribute(criterion.attribute)
    within = {
        name: inside(value, band, attribute=attribute, catalogue=catalogue)
        for name, band in criterion.bands()
    }
    if within.pop("avoid", False):
        return False
    return not within or any(inside_it is not False for inside_it in within.values())
