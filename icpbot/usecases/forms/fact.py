"""The form that corrects a fact of an account."""

from icpbot.domain.errors import IcpbotError, NotAllowed
from icpbot.domain.forms import Form, FormName
from icpbot.domain.reply import Option, Reply
from icpbot.domain.sources import Reader
from icpbot.usecases.family import complete
from icpbot.usecases.fit import attribute_label, check, told_facts
from icpbot.usecases.forms.parts import Dialog, Filled, WrongField, account_named, labelled, new_form
from icpbot.usecases.ports import Desk
from icpbot.usecases.reading import of_the_workspace
from icpbot.usecases.showing.verdicts import fit_reply


def _open(account: str, reader: Reader, desk: Desk, language: str) -> Form:
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    criteria = [c for c in complete(desk).criteria if not c.ignored][:100]
    options = tuple(
        Option(value=c.attribute, label=attribute_label(c.attribute, desk, language)) for c in criteria
    )
    fields = (
        labelled("attribute", desk, language, options=options, value=options[0].value if options else ""),
        labelled("value", desk, language, optional=False),
    )
    return new_form(FormName.FACT, desk, language, fields=fields, notice=account, ids={"account": account})


def _check(values: dict[str, str], desk: Desk) -> None:
    try:
        told_facts({values["attribute"]: values["value"]}, desk)
    except IcpbotError as error:
        raise WrongField("value", error) from error


def _apply(filled: Filled) -> Reply:
    """A colleague's correction; it counts more than the table, and says whose it is."""
    request, reader, desk, language = filled.request, filled.reader, filled.desk, filled.language
    if not of_the_workspace(reader):
        raise NotAllowed("form-not-yours")
    values = request.values
    facts = told_facts({values["attribute"]: values["value"]}, desk)
    by = {"by": request.place.user}
    account = account_named(values["account"], desk)
    desk.accounts.save(account, [fact.model_copy(update=by) for fact in facts])
    return fit_reply(
        check((account.name,), reader, desk=desk, language=language), desk=desk, language=language
    )


DIALOG = Dialog(_open, _check, _apply)
