"""The profile as a message, and what it does not know yet."""

from icpbot.domain.forms import FormName, criterion_reference
from icpbot.domain.insights import InsightKind
from icpbot.domain.profile import Basis, Claim, Profile, ProfileStatus
from icpbot.domain.proposals import Step, section_of
from icpbot.domain.reply import Button, Choice, Option, Reply
from icpbot.domain.text import one_line, shorten
from icpbot.usecases.drafting import criterion_text
from icpbot.usecases.fit import attribute_label
from icpbot.usecases.ports import Desk
from icpbot.usecases.showing.review import review_lines
from icpbot.usecases.watching import Watch, moved_text, reason_text


def profile_reply(profile: Profile, *, desk: Desk, language: str, watch: Watch | None = None) -> Reply:
    """`watch` is what has happened since the approval."""
    say = desk.voice.say
    since = {each.claim: moved_text(each, desk, language) for each in (watch.moved if watch else ())}
    status = say(f"status-{profile.status.replace(' ', '-')}", language)
    head = say("profile-headline", language, name=profile.name, version=profile.version, status=status)
    lines = [f"• {criterion_text(c, desk, language)}" for c in profile.criteria]
    for kind in InsightKind:
        claims = profile.claims_of(kind)
        if claims:
            lines.append(f"*{say(f'heading-{kind}', language)}*")
            lines += [f"• {claim_text(claim, desk, language, since.get(claim))}" for claim in claims]
    if profile.roles:
        lines.append(f"*{say('profile-roles', language)}*")
        lines += [f"• {role.title}" for role in profile.roles]
    lines.append(say("profile-thresholds", language, ideal=f"{profile.thresholds.ideal_at:g}",
                     ok=f"{profile.thresholds.ok_at:g}"))  # fmt: skip
    lines += reminder_lines(watch, desk, language) if watch else []
    if profile.status is ProfileStatus.IN_REVIEW:
        lines += review_lines(profile, desk, language)
    return Reply(
        headline=head, lines=tuple(lines), next_step=say("profile-next", language), language=language,
        buttons=_profile_buttons(profile, desk, language), choice=_criteria(profile, desk, language),
    )  # fmt: skip


def _profile_buttons(profile: Profile, desk: Desk, language: str) -> tuple[Button, ...]:
    """What can be done to this very version: each button names it, and none does anything to a newer one."""
    say, version = desk.voice.say, f"{profile.version}@{profile.name}"
    decisions = {
        ProfileStatus.DRAFT: ("submit",),
        ProfileStatus.IN_REVIEW: ("review", FormName.APPROVE, FormName.REJECT),
    }.get(profile.status, ())  # fmt: skip
    deciding = [
        Button(action=name, value=version, label=say(f"button-{name}", language)) for name in decisions
    ]
    canvas = Button(action="canvas", value=version, label=say("button-canvas", language))
    return (*deciding, canvas)


def _criteria(profile: Profile, desk: Desk, language: str) -> Choice | None:
    """The criterion to edit, of this very version."""
    options = tuple(
        Option(value=criterion_reference(c, profile), label=attribute_label(c.attribute, desk, language))
        for c in profile.criteria
    )
    label = desk.voice.say("choose-criterion", language)
    return Choice(action=FormName.CRITERION, label=label, options=options) if options else None


def reminder_lines(watch: Watch, desk: Desk, language: str) -> list[str]:
    """Why the profile wants another look; nothing when it does not."""
    told = [f"• {reason_text(reason, desk, language)}" for reason in watch.reasons]
    return [f"*{desk.voice.say('remind-heading', language)}*", *told] if told else []


def claim_text(claim: Claim, desk: Desk, language: str, since: str | None = None) -> str:
    """The claim with its count and what became of it since, or marked as the assumption it is."""
    marks: list[str] = []
    if claim.counts and claim.basis is Basis.EVIDENCE:
        marks.append(desk.voice.say("profile-evidence", language, accounts=claim.counts.accounts,
                                    of=claim.counts.of, asked=claim.counts.asked))  # fmt: skip
    if since:
        marks.append(desk.voice.say("evidence-since", language, moved=since))
    if claim.basis is Basis.ASSUMPTION:
        marks.append(desk.voice.say("profile-assumption", language))
    if claim.flagged:
        marks.append(desk.voice.say("profile-flagged", language))
    return f"{one_line(claim.text)} ({'; '.join(marks)})" if marks else one_line(claim.text)


def gap_text(point: str, desk: Desk, language: str) -> str:
    what, _, text = point.partition(":")
    if what != "empty":
        return desk.voice.say(f"gap-{what}", language, text=shorten(one_line(text), 160))
    step = Step(text)
    named = text in set(InsightKind)
    key = f"heading-{text}" if named else f"section-{section_of(step).replace('_', '-')}"
    return desk.voice.say("gap-empty", language, section=desk.voice.say(key, language))
