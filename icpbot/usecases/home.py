"""Home: what a person finds when they open the bot, made of what they themselves may read."""

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum

from icpbot.domain.names import key_of
from icpbot.domain.profile import Profile, ProfileStatus
from icpbot.domain.reminders import review_due
from icpbot.domain.reply import Button, Choice, Option, Reply, Section
from icpbot.domain.requests import Request, RequestKind, RequestStatus
from icpbot.domain.sources import Kind, Reader, Source
from icpbot.domain.text import one_line, shorten, word_count
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.profiles import open_points
from icpbot.usecases.reading import of_the_workspace, readable_profile
from icpbot.usecases.showing.review import review_lines
from icpbot.usecases.speaking import LANGUAGES, OWN, preferred

RECENT = timedelta(days=30)
SHOWN, LOOKED_AT = 5, 20
_ASKED = {RequestKind.MESSAGE, RequestKind.COMMAND, RequestKind.FILE}


class Stage(StrEnum):
    """How far a team has come."""

    EMPTY = "empty"
    HEARD = "heard"
    PROFILED = "profiled"


def page(
    request: Request, reader: Reader, *, desk: Desk, conversations: Conversations, language: str
) -> Reply:
    """The App Home of one person."""
    sources = desk.sources.all(reader)
    profile = readable_profile(reader, desk)
    sections = (
        _known(sources, reader, desk, language),
        _profile(profile, desk, language),
        _to_try(stage(sources, profile), desk, language),
        _recent(reader, desk, conversations, language),
        _speech(request.place.user, desk, language),
    )
    return Reply(
        headline=desk.voice.say("home-headline", language), notice=desk.voice.say("home-private", language),
        sections=tuple(s for s in sections if s), language=language,
    )  # fmt: skip


def greeting(reader: Reader, *, desk: Desk, language: str) -> Reply:
    """The first message of a conversation in the assistant panel, with three ways to begin."""
    offers = to_try(stage(desk.sources.all(reader), readable_profile(reader, desk)), desk, language)
    prompts = tuple(Option(label=label, value=text) for label, text in offers)
    return Reply(headline=desk.voice.say("panel-greeting", language), prompts=prompts, language=language)


def stage(sources: list[Source], profile: Profile | None) -> Stage:
    if profile is not None:
        return Stage.PROFILED
    return Stage.HEARD if sources else Stage.EMPTY


def to_try(stage: Stage, desk: Desk, language: str) -> tuple[tuple[str, str], ...]:
    """Three things to try: what is read on the button, and the message it stands for."""
    say = desk.voice.say
    questions = {"try-what-icp", "try-pains", "try-why"}
    keys = {
        Stage.EMPTY: (("try-draft", "draft"), ("try-what-icp", ""), ("try-help", "help")),
        Stage.HEARD: (("try-draft", "draft"), ("try-pains", ""), ("try-sources", "sources")),
        Stage.PROFILED: (("try-gaps", "gaps"), ("try-why", ""), ("try-profile", "profile")),
    }[stage]
    return tuple((say(key, language), say(key, language) if key in questions else text) for key, text in keys)


def _known(sources: list[Source], reader: Reader, desk: Desk, language: str) -> Section:
    interviews = sum(source.kind is Kind.INTERVIEW for source in sources)
    accounts = {key_of(source.account) for source in sources if source.account}
    if of_the_workspace(reader):
        accounts |= {key_of(customer.account) for customer in desk.accounts.customers(desk.workspace)}
    say = desk.voice.say
    line = say("home-figures", language, sources=len(sources), interviews=interviews, accounts=len(accounts))
    lines = (line,) if sources or accounts else (say("home-nothing", language),)
    return Section(heading=say("home-known", language), lines=lines)


def _profile(profile: Profile | None, desk: Desk, language: str) -> Section:
    say = desk.voice.say
    heading = say("home-profile", language)
    if profile is None:
        return Section(heading=heading, lines=(say("home-no-profile", language),))
    status = say(f"status-{profile.status.replace(' ', '-')}", language)
    lines = [
        say("profile-headline", language, name=profile.name, version=profile.version, status=status),
        say("home-backing", language, criteria=len(profile.criteria), claims=len(profile.claims),
            backed=round(profile.backed * 100), gaps=len(open_points(profile))),
    ]  # fmt: skip
    buttons: list[Button] = []
    if profile.saved_at:
        lines.append(say("home-saved", language, date=str(profile.saved_at.date())))
    if due := review_due(profile):
        lines.append(say("home-review", language, date=str(due)))
    if profile.status is ProfileStatus.IN_REVIEW:
        lines += [say("home-waits", language), *review_lines(profile, desk, language)]
        value = f"{profile.version}@{profile.name}"
        buttons.append(Button(action="review", value=value, label=say("button-review", language)))
    return Section(heading=heading, lines=tuple(lines), buttons=tuple(buttons))


def _to_try(stage: Stage, desk: Desk, language: str) -> Section:
    offers = to_try(stage, desk, language)
    buttons = tuple(Button(action="say", label=label, value=text) for label, text in offers)
    return Section(heading=desk.voice.say("home-try", language), buttons=buttons)


def _recent(reader: Reader, desk: Desk, conversations: Conversations, language: str) -> Section | None:
    """What this person asked lately, whoever else was there, and may still read."""
    asked = desk.requests.requests(desk.workspace, since=desk.clock() - RECENT)
    own = [r for r in asked if r.place.user == reader.user and r.kind in _ASKED and _is_question(r)]
    readable = _readable(own[-LOOKED_AT:], reader, conversations)
    lines = tuple(f"• {_asked(r, desk, language)}" for r in readable[-SHOWN:][::-1])
    if not lines:
        return None
    return Section(heading=desk.voice.say("home-recent", language), lines=lines)


def _readable(asked: Sequence[Request], reader: Reader, conversations: Conversations) -> list[Request]:
    """Without what was asked in conversations that are closed to them by now: verdicts came from there."""
    places = {r.place.channel: r for r in asked if not r.place.direct}
    open_ones = {channel for channel, r in places.items() if reader.may_read(conversations.audience_of(r))}
    return [r for r in asked if r.place.direct or r.place.channel in open_ones]


def _is_question(request: Request) -> bool:
    """A file, or words that are no short reply in a draft ("yes", "1 and 3")."""
    return bool(request.files or request.verdicts) or word_count(request.text) > 2


def _asked(request: Request, desk: Desk, language: str) -> str:
    """The words, and the verdicts they led to; or that nothing came of it."""
    words = shorten(one_line(request.text or ", ".join(f.name for f in request.files)), 120)
    say = desk.voice.say
    if request.verdicts:
        found = [f"{v.account}: {say(f'verdict-{v.verdict}', language)}" for v in request.verdicts[:3]]
        return f"{words} → {', '.join(found)}"
    if request.answered is False:
        return f"{words} → {say('home-unanswered', language)}"
    return f"{words} → {say('home-failed', language)}" if request.status is RequestStatus.FAILED else words


def _speech(user: str | None, desk: Desk, language: str) -> Section:
    say = desk.voice.say
    options = [Option(value=OWN, label=say("home-language-own", language))]
    options += [Option(value=code, label=name) for code, name in LANGUAGES.items()]
    chosen = preferred(user, desk) if user else None
    choice = Choice(action="language", label=say("home-language", language), options=tuple(options),
                    chosen=chosen or OWN)  # fmt: skip
    return Section(heading=say("home-language", language), lines=(say("home-language-why", language),),
                   choice=choice)  # fmt: skip
