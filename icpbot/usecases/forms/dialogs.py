"""Forms: opened with what is known now, checked while they are open, applied once by the durable queue."""

from icpbot.domain.errors import IcpbotError
from icpbot.domain.forms import Form, FormName
from icpbot.domain.reply import Reply
from icpbot.domain.requests import Request
from icpbot.domain.sources import Reader
from icpbot.usecases.forms import criterion, decision, fact, names, remark, source, theme
from icpbot.usecases.forms.parts import Dialog, Filled, WrongField, new_form
from icpbot.usecases.ports import Conversations, Desk
from icpbot.usecases.speaking import language_of_request, with_language


def opened(request: Request, *, desk: Desk, conversations: Conversations) -> Form:
    """The form that a button opens, or a form that says why not."""
    request = with_language(request, desk, conversations)
    language = language_of_request(request, desk)
    name = FormName(request.action or "")
    try:
        reader = conversations.reader_of(request)
        return _DIALOGS[name].open(request.text, reader, desk, language)
    except IcpbotError as error:
        return new_form(name, desk, language, notice=desk.voice.say(error.key, language, **error.values))


def waiting(request: Request, *, desk: Desk) -> Form:
    """What stands there while a form is looked up."""
    language = language_of_request(request, desk)
    return new_form(
        FormName(request.action or ""), desk, language, notice=desk.voice.say("form-waiting", language)
    )


def problems(request: Request, *, desk: Desk) -> dict[str, str]:
    """What is wrong with a filled form, by field, in one sentence each; empty when it may be taken."""
    language = request.language or "en"
    try:
        _DIALOGS[FormName(request.action or "")].check(request.values, desk)
    except WrongField as wrong:
        return {wrong.field: desk.voice.say(wrong.cause.key, language, **wrong.cause.values)}
    return {}


def applied(request: Request, reader: Reader, *, desk: Desk, admin: bool, language: str, who: str) -> Reply:
    """What a filled form changes, once: applied again it changes nothing more."""
    return _DIALOGS[FormName(request.action or "")].apply(Filled(request, reader, desk, admin, language, who))


_DIALOGS: dict[FormName, Dialog] = {
    FormName.CRITERION: criterion.DIALOG,
    FormName.FACT: fact.DIALOG,
    FormName.SOURCE: source.DIALOG,
    FormName.APPROVE: decision.APPROVE,
    FormName.REJECT: decision.REJECT,
    FormName.CHECK: names.DIALOG,
    FormName.REMARK: remark.DIALOG,
    FormName.THEME: theme.DIALOG,
}
