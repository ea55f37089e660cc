"""Noting: a verdict is written to the CRM as a note on the organisation, when a person asks for it."""

from hashlib import sha256

from icpbot.domain.errors import Conflict, NotFound
from icpbot.domain.model import Model
from icpbot.domain.sources import Reader
from icpbot.usecases.crm import Crm, connected
from icpbot.usecases.fit import check
from icpbot.usecases.ports import Desk
from icpbot.usecases.replay import record
from icpbot.usecases.showing.verdicts import fit_reply


class Note(Model):
    """What will be written, where, and the mark by which it is found again."""

    account: str
    organisation: str
    text: str
    marker: str


def note_for(name: str, *, desk: Desk, profile: str | None = None, language: str = "en") -> Note:
    """The verdict of today, by what the whole workspace may read: everybody with access to the CRM will.

    Raises `NotFound` for an account that the CRM does not know, and `Conflict` when several may be meant.
    """
    connected(desk)
    [fit] = check([name], Reader(workspace=desk.workspace), desk=desk, profile=profile, language=language)
    report = fit.report
    if report.ambiguous:
        raise Conflict("crm-note-which", name=name, candidates=", ".join(report.ambiguous))
    account = next((a for a in desk.accounts.accounts(desk.workspace) if a.name == report.account), None)
    written = desk.crm.written(desk.workspace).get(account.id) if account else None
    if written is None or not written.records:
        raise NotFound("crm-note-unknown", name=name)
    reply = fit_reply([fit], desk=desk, language=language)
    record(f"crm note {report.account}", reply, desk=desk)
    text = "\n".join([reply.headline, *reply.lines]).replace("*", "")
    organisation = written.records[-1]
    digest = sha256(f"{organisation}\n{text}".encode()).hexdigest()
    marker = f"icpbot:{digest[:12]}"
    return Note(account=report.account, organisation=organisation, text=f"{text}\n\n{marker}", marker=marker)


def write(note: Note, crm: Crm) -> bool:
    """False when the same verdict stands there already."""
    return crm.note(note.organisation, note.text, note.marker)
