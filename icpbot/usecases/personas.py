"""Personas: the people of a profile's buying committee, with nothing invented."""

from icpbot.domain.insights import Insight, InsightKind, Stance
from icpbot.domain.model import Model
from icpbot.domain.profile import Basis, Profile
from icpbot.domain.reply import Reply
from icpbot.domain.sources import Kind, Reader, SpeakerRole
from icpbot.domain.text import fold, one_line
from icpbot.usecases.family import complete
from icpbot.usecases.ports import Desk

MOST = 4
"""Three or four personas are remembered; more are a list."""


class Trait(Model):
    """One thing said of a persona. Without a quote it is an assumption, and says so."""

    kind: str
    text: str
    basis: Basis
    source_id: str | None = None


class Persona(Model):
    title: str
    part: str | None = None
    basis: Basis
    traits: tuple[Trait, ...] = ()


def personas(name: str | None, reader: Reader, *, desk: Desk) -> list[Persona]:
    """The profile's roles, with what speakers of that title said; people who spoke, if it has none."""
    profile = complete(desk, name)
    found = [_from_role(profile, index, reader, desk) for index in range(len(profile.roles))]
    return (found or _from_speakers(reader, desk))[:MOST]


def _from_role(profile: Profile, index: int, reader: Reader, desk: Desk) -> Persona:
    role = profile.roles[index]
    said = [i for i in desk.insights.insights(reader) if i.speaker and fold(role.title) in fold(i.speaker)]
    assumed = [
        Trait(kind=kind, text=text, basis=Basis.ASSUMPTION)
        for kind, texts in (("goal", role.goals), ("concern", role.concerns)) for text in texts
    ]  # fmt: skip
    basis = Basis.EVIDENCE if said or role.quotes else Basis.ASSUMPTION
    return Persona(title=role.title, part=role.part, basis=basis, traits=(*_traits(said), *assumed))


def _from_speakers(reader: Reader, desk: Desk) -> list[Persona]:
    customers = {
        name: source.account
        for source in desk.sources.all(reader) if source.kind is Kind.INTERVIEW
        for name, role in source.roles.items() if role is SpeakerRole.CUSTOMER
    }  # fmt: skip
    insights = desk.insights.insights(reader)
    made = [
        Persona(title=", ".join(filter(None, [name, account])), basis=Basis.EVIDENCE,
                traits=_traits([i for i in insights if i.speaker == name]))
        for name, account in customers.items()
    ]  # fmt: skip
    return sorted(made, key=lambda p: -len(p.traits))


_TELLING = (
    InsightKind.PAIN,
    InsightKind.JOB,
    InsightKind.OUTCOME,
    InsightKind.OBJECTION,
    InsightKind.DECISION_ROLE,
)


def _traits(said: list[Insight]) -> tuple[Trait, ...]:
    telling = [i for i in said if i.kind in _TELLING and i.stance is Stance.SUPPORTS]
    return tuple(
        Trait(kind=i.kind, text=one_line(i.quote.text), basis=Basis.EVIDENCE, source_id=i.source_id)
        for i in telling[:6]
    )


def personas_reply(found: list[Persona], *, desk: Desk, language: str) -> Reply:
    say, lines = desk.voice.say, []
    for persona in found:
        mark = "" if persona.basis is Basis.EVIDENCE else f" ({say('profile-assumption', language)})"
        lines.append(f"*{persona.title}*{mark}")
        for trait in persona.traits:
            quoted = f"“{trait.text}”" if trait.basis is Basis.EVIDENCE else trait.text
            note = "" if trait.basis is Basis.EVIDENCE else f" ({say('profile-assumption', language)})"
            lines.append(f"• {quoted}{note}")
    return Reply(
        headline=say("personas-headline", language, n=len(found)), lines=tuple(lines), language=language
    )
