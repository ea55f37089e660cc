"""Respond: one engine for Slack, the terminal and every other place people talk to us."""

from collections.abc import Callable

from icpbot.domain.errors import IcpbotError, NotAllowed, NotFound
from icpbot.domain.reply import Reply
from icpbot.domain.requests import Request, RequestKind
from icpbot.domain.routing import Guess, Intent, Route, route
from icpbot.domain.sources import EVERYTHING, WORKSPACE, Reader
from icpbot.usecases import customers, drafting, home, library, profiles
from icpbot.usecases.ask import ask
from icpbot.usecases.fit import check
from icpbot.usecases.forgetting import forget
from icpbot.usecases.ingest import Upload, ingest, unpacked
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.reading import unanswered, visible
from icpbot.usecases.showing import (
    answer_reply,
    best_reply,
    fit_reply,
    forgotten_reply,
    gaps_reply,
    help_reply,
    profile_reply,
    receipt_reply,
    sources_reply,
    traits_reply,
)
from icpbot.usecases.speaking import language_of_request, prefer, preferred


def respond(request: Request, *, desk: Desk, conversations: Conversations) -> Reply:
    """The one reply to a request. Who may read it is asked first; everything else follows from it."""
    reader = conversations.reader_of(request)
    language = language_of_request(request, desk)
    if request.kind is RequestKind.HOME:
        return home.page(request, reader, desk=desk, language=language)
    if request.kind is RequestKind.FILE:
        return _files(request, reader, language, desk, conversations)
    if request.kind is RequestKind.ACTION:
        return _action(request, reader, language, desk)
    if drafting.is_open(conversation_of(request), desk) and not _leaves_draft(request.text):
        return _draft(request, request.text, reader, language, desk)
    way = route(request.text, _guess(desk))
    if way.intent is Intent.ASK and not request.place.direct and not request.place.private:
        return _ask_openly(request, way, reader, language, desk, conversations)
    return _answer(request, way, reader, language, desk)


def conversation_of(request: Request) -> str:
    """Where a draft lives: the thread in a channel, the whole conversation in a DM."""
    place = request.place
    if place.private:
        return f"{place.channel}/private/{place.user}"
    return place.channel if place.direct else f"{place.channel}/{place.thread or place.message or ''}"


def _leaves_draft(text: str) -> bool:
    """Only a plain command leaves a draft in the middle; everything else is part of it."""
    way = route(text, lambda _: ("none", 0.0))
    if way.intent is Intent.FIT:  # a list of names may be an answer; the word says it is none
        return text.strip().casefold().startswith(("fit", "/icp"))
    return way.intent not in {Intent.ASK, Intent.DRAFT}


def _guess(desk: Desk) -> Guess:
    return lambda text: desk.intent_labels.label([text])[0]


def _answer(request: Request, way: Route, reader: Reader, language: str, desk: Desk) -> Reply:
    handler = _BY_INTENT.get(way.intent)
    if handler:
        return handler(reader, way, language, desk)
    if way.intent is Intent.DRAFT:
        return _draft_begin(request, way, reader, language, desk)
    if way.intent is Intent.FORGET:
        return _forget(way.text, request, reader, language, desk)
    return answer_reply(ask(way.text, reader, desk=desk, language=language), desk=desk)


def _best(_reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    ranked = customers.best(desk=desk)
    last = customers.remembered_best(desk)
    assert last is not None
    return best_reply(ranked, len(last.accounts), list(last.weights), desk=desk, language=language)


def _traits(_reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    return traits_reply(*customers.traits(desk=desk), desk=desk, language=language)


def _profile(reader: Reader, way: Route, language: str, desk: Desk) -> Reply:
    known = [p.name.casefold() for p in desk.profiles.profiles(desk.workspace)]
    name = way.text if way.text.casefold() in known else None
    return profile_reply(visible(profiles.current(desk, name), reader, desk), desk=desk, language=language)


def _gaps(reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    profile = visible(profiles.current(desk), reader, desk)
    return gaps_reply(profile, unanswered(reader, desk), desk=desk, language=language)


def _sources(reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    return sources_reply(desk.sources.all(reader), desk=desk, language=language)


def _thanks(_reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    return Reply(headline=desk.voice.say("answer-thanks", language), language=language)


def _help(_reader: Reader, _way: Route, language: str, desk: Desk) -> Reply:
    return help_reply(desk=desk, language=language)


def _ask_openly(
    request: Request, way: Route, reader: Reader, language: str, desk: Desk, conversations: Conversations
) -> Reply:
    """An answer everyone in the channel may read; what the asker alone may see is told to them alone."""
    reply = answer_reply(ask(way.text, reader, desk=desk, language=language), desk=desk)
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


def _fit(reader: Reader, way: Route, language: str, desk: Desk) -> Reply:
    if not way.names:
        raise NotFound("fit-no-names")
    return fit_reply(
        check(way.names[:200], reader, desk=desk, language=language), desk=desk, language=language
    )


def _draft_begin(request: Request, way: Route, reader: Reader, language: str, desk: Desk) -> Reply:
    conversation = conversation_of(request)
    _, said = drafting.start(conversation, reader, desk=desk, name=_name_in(way.text))
    return drafting.as_reply(said, desk=desk, language=language)


def _name_in(text: str) -> str | None:
    """`draft Mid-market logistics` names the profile; a sentence does not."""
    words = text.split()
    return text.strip() if 0 < len(words) <= 5 and text[:1].isupper() else None


def _draft(request: Request, message: str, reader: Reader, language: str, desk: Desk) -> Reply:
    said_before = desk.drafts.draft(desk.workspace, conversation_of(request))
    kept = (
        language if len(message.split()) > 2 else (said_before.language if said_before else None) or language
    )
    draft, said = drafting.say(
        conversation_of(request), message, reader, desk=desk, who=request.place.user, language=kept
    )
    return drafting.as_reply(said, desk=desk, language=draft.language or kept)


def _forget(text: str, request: Request, reader: Reader, language: str, desk: Desk) -> Reply:
    if not text:
        return Reply(headline=desk.voice.say("forget-which", language), language=language)
    source = library.find_source(text.strip("\"'“” "), reader, desk=desk)
    if source.uploader and source.uploader != request.place.user and EVERYTHING not in reader.audiences:
        raise NotAllowed("forget-not-yours")
    gone = forget(reader, desk=desk, ids=(source.id,))
    return forgotten_reply(gone, desk=desk, language=language)


def _files(
    request: Request, reader: Reader, language: str, desk: Desk, conversations: Conversations
) -> Reply:
    """Every file of the message read in turn; one receipt for all."""
    here = f"channel:{request.place.channel}"
    audience = here if here in reader.audiences else WORKSPACE
    replies: list[Reply] = []
    for file in request.files:
        conversations.working(request, desk.voice.say("receipt-reading", language, name=file.name))
        try:
            data = conversations.fetch(file)
        except IcpbotError as error:
            sentence = desk.voice.say(error.key, language, **{"name": file.name, **error.values})
            replies.append(Reply(headline=sentence, language=language, failed=True))
            continue
        upload = Upload(path=f"{request.place.channel}/{file.name}", data=data, audience=audience,
                        uploader=request.place.user, link=file.link)  # fmt: skip
        receipts = [ingest(one, desk=desk, language=language) for one in unpacked(upload, desk=desk)]
        replies += [receipt_reply(receipt, desk=desk, language=language) for receipt in receipts]
    return _joined(replies)


def _joined(replies: list[Reply]) -> Reply:
    if len(replies) == 1:
        return replies[0]
    lines: list[str] = []
    for reply in replies:
        lines += [f"*{reply.headline}*" if reply.lines else reply.headline, *reply.lines]
    first, *rest = lines
    return Reply(
        headline=first.strip("*"), lines=tuple(rest), language=replies[0].language,
        failed=all(r.failed for r in replies), cites=tuple(c for r in replies for c in r.cites),
    )  # fmt: skip


def _action(request: Request, reader: Reader, language: str, desk: Desk) -> Reply:
    if request.action == "language" and request.place.user:
        prefer(request.place.user, request.text, desk)
        chosen = preferred(request.place.user, desk) or language
        return home.page(request, reader, desk=desk, language=chosen)
    if request.action in {"draft-pick", "draft-say"}:
        return _draft(request, request.text, reader, language, desk)
    if request.action == "fit":
        return _fit(reader, Route(intent=Intent.FIT, names=(request.text,)), language, desk)
    if request.action == "fit-new":
        found = check((request.text,), reader, desk=desk, language=language, new=True)
        return fit_reply(found, desk=desk, language=language)
    if request.action == "forget":
        return _forget(request.text, request, reader, language, desk)
    return help_reply(desk=desk, language=language)


_BY_INTENT: dict[Intent, Callable[[Reader, Route, str, Desk], Reply]] = {
    Intent.FIT: _fit,
    Intent.BEST: _best,
    Intent.TRAITS: _traits,
    Intent.PROFILE: _profile,
    Intent.GAPS: _gaps,
    Intent.SOURCES: _sources,
    Intent.THANKS: _thanks,
    Intent.HELP: _help,
}
