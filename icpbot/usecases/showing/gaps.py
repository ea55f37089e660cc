"""Gaps in their order, and the guide that fills them."""

from collections.abc import Sequence

from icpbot.domain.gaps import Gap, GapKind
from icpbot.domain.profile import Profile
from icpbot.domain.reply import Reply
from icpbot.domain.text import one_line, shorten
from icpbot.usecases.gaps import Candidate, Guide, fact_gap, gap_line
from icpbot.usecases.ports import Desk
from icpbot.usecases.showing.profile import gap_text, reminder_lines
from icpbot.usecases.showing.verdicts import score_span
from icpbot.usecases.watching import Watch

SHOWN = 25


def gaps_reply(
    profile: Profile, gaps: Sequence[Gap], *, desk: Desk, language: str, watch: Watch | None = None
) -> Reply:
    """What the profile does not know, the weightiest first, each with the reason for its place; then the
    questions that nobody could answer, and why the profile wants another look.
    """
    say = desk.voice.say
    own = [gap for gap in gaps if gap.kind is not GapKind.QUESTION]
    lines = [f"• {told(gap, desk, language)}" for gap in own[:SHOWN]]
    questions = [gap for gap in gaps if gap.kind is GapKind.QUESTION]
    lines.append(say("gaps-questions", language, n=len(questions)))
    lines += [f"• {told(gap, desk, language)}" for gap in questions[:10]]
    lines += reminder_lines(watch, desk, language) if watch else []
    head = say("gaps-headline", language, n=len(own), name=profile.name)
    return Reply(headline=head, lines=tuple(lines), next_step=say("gaps-next", language), language=language)


def told(gap: Gap, desk: Desk, language: str) -> str:
    return gap_line(gap, desk, language, _text(gap, desk, language))


def _text(gap: Gap, desk: Desk, language: str) -> str:
    if gap.kind is GapKind.FACT:
        return fact_gap(gap, desk, language)
    if gap.kind is GapKind.QUESTION:
        return shorten(one_line(gap.about), 160)
    return gap_text(f"{gap.kind}:{gap.about}", desk, language)


def guide_reply(found: Guide, *, desk: Desk, language: str) -> Reply:
    say = desk.voice.say
    lines = [f"• {question}" for question in found.questions]
    if found.questionnaire:
        lines.append(f"*{say('guide-questionnaire', language)}*")
        for number, question in enumerate(found.questionnaire, 1):
            options = f" ({' / '.join(question.options)})" if question.options else ""
            lines.append(f"{number}. {question.text}{options}")
    if found.candidates:
        lines.append(f"*{say('guide-candidates', language)}*")
        lines += [f"• {_candidate(each, desk, language)}" for each in found.candidates]
    if found.invitation:
        lines += [f"*{say('guide-invitation', language)}*", found.subject, *found.invitation.splitlines()]
    head = say("guide-headline" if found.questions else "guide-nothing", language)
    return Reply(headline=head, lines=tuple(line for line in lines if line.strip()), language=language)


def _candidate(each: Candidate, desk: Desk, language: str) -> str:
    why = "guide-best" if each.why == "best" else f"verdict-{each.why}"
    return f"{each.account}: {desk.voice.say(why, language)}, {score_span(each.low, each.high)}"
