"""Intents: what a message asks for, and the reply to each."""

from collections.abc import Callable

from icpbot.domain.errors import NotAllowed, NotFound
from icpbot.domain.handed import criteria_rows, letter_in
from icpbot.domain.reply import Button, Reply
from icpbot.domain.requests import TERMINAL, Request
from icpbot.domain.roles import Action
from icpbot.domain.routing import Intent, Route, route
from icpbot.domain.sources import EVERYTHING, Reader
from icpbot.usecases import (
    customers,
    drafting,
    feedback,
    library,
    links,
    profiles,
    sharing,
)
from icpbot.usecases.administering import administer, allowed, require_upload
from icpbot.usecases.answers import Tell
from icpbot.usecases.ask import ask
from icpbot.usecases.charting import traits_chart
from icpbot.usecases.counting import themes_and_rejected
from icpbot.usecases.family import complete
from icpbot.usecases.fit import check
from icpbot.usecases.forgetting import forget
from icpbot.usecases.gaps import ranked
from icpbot.usecases.growing import in_place
from icpbot.usecases.ingest import Upload, ingest
from icpbot.usecases.managing import manage
from icpbot.usecases.meaning import read_message
from icpbot.usecases.pasting import with_rows
from icpbot.usecases.playbooks import playbook, written_for
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.reading import of_the_workspace, visible
from icpbot.usecases.relevance import account_named
from icpbot.usecases.showing.answers import answer_reply
from icpbot.usecases.showing.crm import status_reply
from icpbot.usecases.showing.customers import best_reply, traits_reply
from icpbot.usecases.showing.gaps import gaps_reply
from icpbot.usecases.showing.greeting import help_reply
from icpbot.usecases.showing.profile import profile_reply
from icpbot.usecases.showing.sources import forgotten_reply, receipt_reply, sources_reply
from icpbot.usecases.showing.themes import REJECTED, rejected_reply, themes_reply
from icpbot.usecases.showing.verdicts import fit_reply
from icpbot.usecases.speaking import conversation_of, name_of
from icpbot.usecases.themes import kind_called, rejected
from icpbot.usecases.watching import watched

SHAREABLE = frozenset({
    Intent.ASK, Intent.DEFINITION, Intent.FIT, Intent.BEST, Intent.TRAITS, Intent.PROFILE, Intent.GAPS,
    Intent.SOURCES, Intent.THEMES, Intent.PLAYBOOK,
})  # fmt: skip


def to_message(
    request: Request, reader: Reader, language: str, desk: Desk, conversations: Conversations
) -> Reply:
    if request.place.direct and request.place.thread:
        conversations.working(request, desk.voice.say("working", language))
    if drafting.is_open(conversation_of(request), desk) and not _leaves_draft(request.text):
        return drafted(request, request.text, reader, language, desk, conversations)
    return _read(request, reader, language, desk, conversations)


def _read(request: Request, reader: Reader, language: str, desk: Desk, conversations: Conversations) -> Reply:
    """The reply to the message in its reading, readings that are as likely beside it."""
    terminal = request.place.channel == TERMINAL
    found = read_message(request.text, request.place.user, desk, picks=not terminal)
    buttons = () if terminal else _readings(found.offered, request, desk, language)
    if found.way is None:
        unsure = desk.voice.say("unsure", language)
        return Reply(headline=unsure, language=language, buttons=buttons, tokens=found.tokens)
    reply = by_way(request, found.way, reader, language, desk, conversations)
    return reply.model_copy(
        update={"buttons": (*buttons, *reply.buttons), "tokens": reply.tokens + found.tokens}
    )


def _readings(intents: tuple[Intent, ...], request: Request, desk: Desk, language: str) -> tuple[Button, ...]:
    return tuple(
        Button(action="as", value=f"{intent}@{request.id}", label=desk.voice.say(f"as-{intent}", language))
        for intent in intents
    )


def by_way(
    request: Request, way: Route, reader: Reader, language: str, desk: Desk, conversations: Conversations
) -> Reply:
    """The answer with what can be done with it: judged, and shared if it was private."""
    openly = way.intent is Intent.ASK and not request.place.direct and not request.place.private
    if way.intent is Intent.LETTER:
        return _letter(request, language, desk, conversations)
    tell = in_place(request, desk=desk, conversations=conversations)
    reply = (
        _ask_openly(request, way, reader, language, desk, conversations, tell)
        if openly
        else answered(request, way, reader, language, desk, conversations, tell)
    )
    if way.intent in {Intent.ASK, Intent.DEFINITION}:
        reply = feedback.with_thumbs(reply, request, desk=desk)
    return sharing.shareable(reply, request, desk=desk) if way.intent in SHAREABLE else reply


def _leaves_draft(text: str) -> bool:
    """Only a plain command leaves a draft in the middle; everything else is part of it."""
    way = route(text, lambda _: ("none", 0.0))
    if way.intent is Intent.FIT:  # a list of names may be an answer; the word says it is none
        return text.strip().casefold().startswith(("fit", "/icp"))
    return way.intent not in {Intent.ASK, Intent.DRAFT}


def answered(
    request: Request, way: Route, reader: Reader, language: str, desk: Desk, conversations: Conversations,
    tell: Tell | None = None,
) -> Reply:  # fmt: skip
    """The reply to one intent, for whoever reads it; `tell` shows it there while it grows."""
    handler = _BY_INTENT.get(way.intent)
    if handler:
        return handler(reader, way, language, desk)
    if way.intent is Intent.DRAFT:
        return _draft_begin(request, way, reader, language, desk, conversations)
    if way.intent is Intent.ADMIN:
        return administer(
            way.text, request, reader, desk=desk, conversations=conversations, language=language
        )
    if way.intent is Intent.CRM:
        return _crm(request, reader, desk=desk, conversations=conversations, language=language)
    if way.intent is Intent.MANAGE:
        return manage(way.text, request, reader, desk=desk, language=language, conversations=conversations)
    if way.intent in {Intent.LINK, Intent.UNLINK}:
        return _linked(request, way, reader, language, desk)
    if way.intent is Intent.FORGET:
        return forgotten(way.text, request, reader, language, desk, conversations)
    return answer_reply(ask(way.text, reader, desk=desk, language=language, tell=tell), desk=desk)


def _crm(
    request: Request, reader: Reader, *, desk: Desk, conversations: Conversations, language: str
) -> Reply:
    """What is connected and when it was read, for those who run the workspace."""
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    if not allowed(Action.CONFIGURE, request, desk=desk, conversations=conversations):
        raise NotAllowed("admin-not-yours")
    return status_reply(desk=desk, language=language)


def _best(_reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    ranked = customers.best(desk=desk)
    last = customers.remembered_best(desk)
    assert last is not None
    return best_reply(ranked, len(last.accounts), list(last.weights), desk=desk, language=language)


def _traits(_reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    best, found, rest = customers.traits(desk=desk)
    reply = traits_reply(best, found, rest, desk=desk, language=language)
    chart = traits_chart(best, found, rest, desk=desk, language=language)
    return reply.model_copy(update={"charts": (chart,) if chart else ()})


def _linked(request: Request, way: Route, reader: Reader, language: str, desk: Desk) -> Reply:
    profile = profiles.current(desk, way.text or None)
    if way.intent is Intent.UNLINK:
        return links.unlink_reply(profile, reader, desk=desk, language=language)
    return links.link_reply(profile, reader, request.place, desk=desk, language=language)


def _profile(reader: Reader, way: Route, language: str, desk: Desk) -> Reply:
    known = [p.name.casefold() for p in desk.profiles.profiles(desk.workspace)]
    name = way.text if way.text.casefold() in known else None
    profile = visible(complete(desk, name), reader, desk)
    watch = watched(profile, reader, desk=desk)
    return profile_reply(profile, desk=desk, language=language, watch=watch)


def _gaps(reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    profile = visible(complete(desk), reader, desk)
    watch = watched(profile, reader, desk=desk)
    found = ranked(profile, reader, desk=desk)
    return gaps_reply(profile, found, desk=desk, language=language, watch=watch)


def _sources(reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    return sources_reply(desk.sources.all(reader), desk=desk, language=language)


def listed_themes(reader: Reader, way: Route, language: str, desk: Desk) -> Reply:
    """Themes of a kind, or of all, or those that people said are none."""
    word = way.text.casefold()
    if word == REJECTED:
        return rejected_reply(rejected(reader, desk=desk), desk=desk, language=language)
    kind = kind_called(word)
    every = themes_and_rejected(reader, desk=desk, kind=kind)
    found = sorted((t for t in every if not t.rejected), key=lambda t: -t.accounts)
    return themes_reply(found, len(every) - len(found), desk=desk, language=language, kind=kind)


def playbook_asked(reader: Reader, way: Route, language: str, desk: Desk) -> Reply:
    """The playbook of a department, or the one by which a wish is written."""
    if way.text:
        return written_for(way.text, reader, desk=desk, language=language)
    return playbook(" ".join(way.names), reader, desk=desk, language=language)


def _thanks(_reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    return Reply(headline=desk.voice.say("answer-thanks", language), language=language)


def _help(_reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    return help_reply(desk=desk, language=language)


def _ask_openly(
    request: Request, way: Route, reader: Reader, language: str, desk: Desk, conversations: Conversations,
    tell: Tell | None,
) -> Reply:  # fmt: skip
    """An answer everyone in the channel may read; what the asker alone may see is told to them alone."""
    reply = answer_reply(ask(way.text, reader, desk=desk, language=language, tell=tell), desk=desk)
    own = conversations.reader_of(
        request.model_copy(update={"place": request.place.model_copy(update={"private": True})})
    )
    if own.audiences <= reader.audiences:
        return reply
    hits = library.search(way.text, own, desk=desk)
    sources = {s.id: s for s in desk.sources.all(own)}
    hidden = {h.passage.source_id for h in hits if not reader.may_read(sources[h.passage.source_id].audience)}
    if not hidden:
        return reply
    return reply.model_copy(update={"private": desk.voice.say("left-out", language, n=len(hidden))})


def fitted(reader: Reader, way: Route, language: str, desk: Desk) -> Reply:
    names, told = way.names[:200], way.pasted
    if not names and (known := account_named(way.text, desk)):
        names, told = (known,), way.text  # "Kolos has 180 employees" tells something of it, too
    if not names:
        raise NotFound("fit-no-names")
    return fit_reply(
        check(names, reader, desk=desk, text=told, language=language), desk=desk, language=language
    )


def _draft_begin(
    request: Request, way: Route, reader: Reader, language: str, desk: Desk, conversations: Conversations
) -> Reply:
    conversation = conversation_of(request)
    draft, said = drafting.start(conversation, reader, desk=desk, name=_name_in(way.text), language=language)
    reply = drafting.as_reply(said, desk=desk, language=language, named=_names(request, conversations))
    choice = drafting.editable(draft, conversation, desk=desk, language=language)
    return reply.model_copy(update={"choice": choice})


def _name_in(text: str) -> str | None:
    """`draft Mid-market logistics` names the profile; a sentence does not."""
    words = text.split()
    return text.strip() if 0 < len(words) <= 5 and text[:1].isupper() else None


def drafted(
    request: Request, message: str, reader: Reader, language: str, desk: Desk, conversations: Conversations
) -> Reply:
    draft, _, reply = drafting.turn(
        conversation_of(request), message, reader, desk=desk, who=request.place.user, heard=language,
        named=_names(request, conversations),
    )  # fmt: skip
    choice = drafting.editable(
        draft, conversation_of(request), desk=desk, language=draft.language or language
    )
    return reply.model_copy(update={"choice": choice})


def _names(request: Request, conversations: Conversations) -> Callable[[str], str]:
    """What people are called who take part in the conversation of a request."""

    def named(user: str) -> str:
        place = request.place.model_copy(update={"user": user})
        return name_of(request.model_copy(update={"place": place}), conversations)

    return named


def forgotten(
    text: str, request: Request, reader: Reader, language: str, desk: Desk, conversations: Conversations
) -> Reply:
    """A source of one's own, or with the right to it anybody's, is forgotten."""
    if not text:
        return Reply(headline=desk.voice.say("forget-which", language), language=language)
    source = library.find_source(text.strip("\"'“” "), reader, desk=desk)
    own = source.uploader in {None, request.place.user} or EVERYTHING in reader.audiences
    if not own and not allowed(Action.FORGET, request, desk=desk, conversations=conversations):
        raise NotAllowed("forget-not-yours")
    gone = forget(reader, desk=desk, ids=(source.id,))
    return forgotten_reply(gone, desk=desk, language=language)


def _letter(request: Request, language: str, desk: Desk, conversations: Conversations) -> Reply:
    """A forwarded e-mail, read as if its file had been dropped."""
    require_upload(request, desk=desk, conversations=conversations)
    place = request.place
    letter = letter_in(request.text) or ""
    upload = Upload(
        path=f"{place.channel}/{place.message or request.id}.eml", data=letter.encode(),
        audience=conversations.audience_of(request), uploader=place.user,
    )  # fmt: skip
    return receipt_reply(ingest(upload, desk=desk, language=language), desk=desk, language=language)


def _criteria(reader: Reader, way: Route, language: str, desk: Desk) -> Reply:
    """A pasted table: the criteria of a new version of the profile, which is a draft until approved."""
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    saved = with_rows(criteria_rows(way.text) or (), None, desk=desk, new=drafting.DEFAULT_NAME)
    return profile_reply(visible(saved, reader, desk), desk=desk, language=language)


_BY_INTENT: dict[Intent, Callable[[Reader, Route, str, Desk], Reply]] = {
    Intent.FIT: fitted,
    Intent.BEST: _best,
    Intent.TRAITS: _traits,
    Intent.PROFILE: _profile,
    Intent.GAPS: _gaps,
    Intent.SOURCES: _sources,
    Intent.THEMES: listed_themes,
    Intent.PLAYBOOK: playbook_asked,
    Intent.CRITERIA: _criteria,
    Intent.THANKS: _thanks,
    Intent.HELP: _help,
}
