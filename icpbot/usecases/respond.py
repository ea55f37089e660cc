"""Respond: one engine for Slack, the terminal and every other place people talk to us."""

from collections.abc import Callable
from datetime import timedelta

from icpbot.domain.errors import IcpbotError
from icpbot.domain.forms import FormName
from icpbot.domain.reply import Attachment, Reply
from icpbot.domain.requests import Request, RequestKind
from icpbot.domain.roles import Action
from icpbot.domain.sources import WORKSPACE, Reader
from icpbot.domain.text import shorten
from icpbot.usecases import changes, home, nudging
from icpbot.usecases.administering import allowed, require_upload
from icpbot.usecases.dropped import asks_for_verdicts, judged_list
from icpbot.usecases.forms import dialogs
from icpbot.usecases.ingest import Upload, ingest, unpacked
from icpbot.usecases.intents import to_message
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.pressed import pressed
from icpbot.usecases.showing.greeting import welcome_reply
from icpbot.usecases.showing.sources import receipt_reply
from icpbot.usecases.speaking import language_of_request, name_of
from icpbot.usecases.tables import with_counts

PANEL_FOR = timedelta(days=30)
"""A thread of a direct message with nothing older than this begins anew."""


def respond(request: Request, *, desk: Desk, conversations: Conversations) -> Reply:
    """The one reply to a request. Who may read it is asked first; everything else follows from it."""
    if request.kind is RequestKind.CHANGE:
        return changes.followed(request, desk=desk)
    language = language_of_request(request, desk)
    if request.kind is RequestKind.NUDGE:
        return nudging.nudge(request, desk=desk, language=language)
    if request.kind is RequestKind.JOINED:
        return welcome_reply(desk=desk, language=language)
    reader = conversations.reader_of(request)
    handler = _BY_KIND.get(request.kind)
    if handler:
        return handler(request, reader, language, desk, conversations)
    reply = to_message(request, reader, language, desk, conversations)
    return reply.model_copy(update={"title": request.text}) if _begins(request, desk) else reply


def _home(request: Request, reader: Reader, language: str, desk: Desk, conversations: Conversations) -> Reply:
    return home.page(request, reader, desk=desk, conversations=conversations, language=language)


def _greeting(
    _request: Request, reader: Reader, language: str, desk: Desk, _conversations: Conversations
) -> Reply:
    return home.greeting(reader, desk=desk, language=language)


def _form(request: Request, reader: Reader, language: str, desk: Desk, conversations: Conversations) -> Reply:
    deciding = request.action in {FormName.APPROVE, FormName.REJECT}
    action = Action.APPROVE if deciding else Action.FORGET
    admin = allowed(action, request, desk=desk, conversations=conversations)
    who = name_of(request, conversations)
    return dialogs.applied(request, reader, desk=desk, admin=admin, language=language, who=who)


def _begins(request: Request, desk: Desk) -> bool:
    """Whether it is the first thing said in a thread of a direct message."""
    place = request.place
    if not place.direct or place.thread is None:
        return False
    since = request.asked_at - PANEL_FOR
    earlier = desk.requests.said_in(desk.workspace, place.channel, place.thread, since)
    return not any(r.kind is RequestKind.MESSAGE and r.asked_at < request.asked_at for r in earlier)


def _files(
    request: Request, reader: Reader, language: str, desk: Desk, conversations: Conversations
) -> Reply:
    """Every file of the message read in turn; one receipt for all."""
    require_upload(request, desk=desk, conversations=conversations)
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
        if asks_for_verdicts(request.text, file.name, desk=desk):
            replies.append(judged_list(upload, reader, desk=desk, language=language))
            continue
        for one in unpacked(upload, desk=desk):
            receipt = ingest(one, desk=desk, language=language)
            told = receipt_reply(receipt, desk=desk, language=language)
            replies.append(with_counts(told, one, receipt, desk=desk, language=language))
    return _joined(replies, desk)


FEW = 3
"""Receipts that are read in a message; of more there is a summary, and a file."""
NAMED = 600
"""Characters of the names of what was read."""


def _joined(replies: list[Reply], desk: Desk) -> Reply:
    if len(replies) == 1:
        return replies[0]
    whole = _one_after_another(replies)
    if len(replies) <= FEW:
        return whole
    say, language = desk.voice.say, whole.language
    failed = [r.headline for r in replies if r.failed]
    about = dict.fromkeys(r.headline.partition(" · ")[0] for r in replies if not r.failed)
    lines = [shorten(", ".join(about), NAMED)] if about else []
    lines += [say("receipt-many-failed", language, n=len(failed)), *failed] if failed else []
    details = Attachment(name="receipts.md", content=_details(replies).encode())
    return whole.model_copy(update={
        "headline": say("receipt-many", language, n=len(replies) - len(failed)), "lines": tuple(lines),
        "next_step": say("receipt-many-details", language), "attachments": (details, *whole.attachments),
    })  # fmt: skip


def _details(replies: list[Reply]) -> str:
    told = [f"## {r.headline}\n\n" + "\n".join(f"- {line}" for line in r.lines) for r in replies]
    return "\n\n".join(told) + "\n"


def _one_after_another(replies: list[Reply]) -> Reply:
    lines: list[str] = []
    for reply in replies:
        lines += [f"*{reply.headline}*" if reply.lines else reply.headline, *reply.lines]
    first, *rest = lines
    return Reply(
        headline=first.strip("*"), lines=tuple(rest), language=replies[0].language,
        failed=all(r.failed for r in replies), cites=tuple(c for r in replies for c in r.cites),
        charts=tuple(c for r in replies for c in r.charts),
        attachments=tuple(a for r in replies for a in r.attachments), tokens=sum(r.tokens for r in replies),
    )  # fmt: skip


_BY_KIND: dict[RequestKind, Callable[[Request, Reader, str, Desk, Conversations], Reply]] = {
    RequestKind.HOME: _home,
    RequestKind.PANEL: _greeting,
    RequestKind.FORM: _form,
    RequestKind.FILE: _files,
    RequestKind.ACTION: pressed,
}
