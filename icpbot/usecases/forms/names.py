"""The form that takes a list of names to check."""

from icpbot.domain.forms import Form, FormName
from icpbot.domain.reply import Reply
from icpbot.domain.routing import split_names
from icpbot.domain.sources import Reader
from icpbot.usecases.fit import check
from icpbot.usecases.forms.parts import Dialog, Filled, labelled, new_form, nothing_to_check
from icpbot.usecases.ports import Desk
from icpbot.usecases.showing.verdicts import fit_reply


def _open(_text: str, _reader: Reader, desk: Desk, language: str) -> Form:
    names = labelled("names", desk, language, long=True, optional=False)
    return new_form(
        FormName.CHECK, desk, language, fields=(names,), submit=desk.voice.say("form-check-submit", language)
    )


def _apply(filled: Filled) -> Reply:
    request, reader, desk, language = filled.request, filled.reader, filled.desk, filled.language
    found = check(split_names(request.values["names"])[:200], reader, desk=desk, language=language)
    return fit_reply(found, desk=desk, language=language)


DIALOG = Dialog(_open, nothing_to_check, _apply)
