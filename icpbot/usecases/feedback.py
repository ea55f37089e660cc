"""Feedback: a thumb and its reason, kept with the request whose answer it is about."""

from icpbot.domain.errors import NotFound
from icpbot.domain.reply import Button, Reply
from icpbot.domain.requests import TERMINAL, Request
from icpbot.usecases.ports import Desk

GOOD, BAD = "good", "bad"
REASONS = ("untrue", "missing", "unclear", "off-topic")


def with_thumbs(reply: Reply, request: Request, *, desk: Desk) -> Reply:
    """The answer with two buttons under it; in the terminal there are none to press."""
    if reply.failed or request.place.channel == TERMINAL:
        return reply
    thumbs = tuple(
        Button(action=name, value=request.id, label=desk.voice.say(f"button-{name}", reply.language))
        for name in (GOOD, BAD)
    )
    return reply.model_copy(update={"buttons": (*reply.buttons, *thumbs)})


def given(request: Request, *, desk: Desk, language: str) -> Reply:
    """Keep what somebody thinks of an answer; a bad one is asked for its reason."""
    say = desk.voice.say
    if request.action == "bad-why":
        reason, _, asked = request.text.partition("@")
        _keep(asked, f"{BAD}: {reason}" if reason in REASONS else BAD, desk)
        return Reply(headline=say("feedback-thanks", language), language=language)
    _keep(request.text, str(request.action), desk)
    if request.action == GOOD:
        return Reply(headline=say("feedback-good", language), language=language)
    why = tuple(
        Button(action="bad-why", value=f"{reason}@{request.text}", label=say(f"bad-{reason}", language))
        for reason in REASONS
    )
    return Reply(headline=say("feedback-why", language), buttons=why, language=language)


def _keep(request_id: str, feedback: str, desk: Desk) -> None:
    about = desk.requests.request(request_id)
    if about is None or about.workspace != desk.workspace:
        raise NotFound("request-unknown", name=request_id)
    desk.requests.update_request(about.model_copy(update={"feedback": feedback}))
